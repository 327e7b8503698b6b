"""Comments of those who cannot come, and what became of them."""

from handlers.access import Act
from handlers.comments import commands, days, due, hear, helping, nameless, taking_back, talk
from handlers.topics import Command, Topic
from messages.keywords import Keyword

TOPIC = Topic(
    name="comments",
    keywords={
        Keyword.COMMENTAIRE: talk.comment_keyword,
        Keyword.RETIRER: taking_back.withdraw_keyword,
        Keyword.CORRIGE: taking_back.correct_keyword,
        Keyword.SANS_MON_NOM: taking_back.nameless_keyword,
    },
    answers={
        "comments.offer": talk.offered,
        "comments.withdraw": taking_back.which_withdrawn,
        "comments.withdraw_sure": taking_back.withdraw_confirmed,
        "comments.correct": taking_back.which_corrected,
        "comments.nameless": taking_back.which_nameless,
        "comments.days": days.confirmed,
        "comments.help": helping.answered,
    },
    dialogues=(talk.comment,),
    commands=(
        Command("commentaires", "comments", commands.carry_command, Act.CARRY_COMMENTS),
        Command("lu", "read", commands.read_command, Act.CARRY_COMMENTS),
        Command("suite", "outcome", commands.answer_command, Act.ANSWER_COMMENTS),
    ),
    due=(
        due.offers_to_the_absent,
        due.to_read_soon,
        due.overdue_answers,
        due.calls_promised,
        due.note_nameless,
        nameless.forget_traces,
        helping.help_to_come,
    ),
    words=hear.words,
    sentences=hear.sentence,
)
