"""Comments of those who cannot come, and what became of them."""

from handlers.access import Act
from handlers.comments import commands, due, talk
from handlers.topics import Command, Topic
from messages.keywords import Keyword

TOPIC = Topic(
    name="comments",
    keywords={
        Keyword.COMMENTAIRE: talk.comment_keyword,
        Keyword.RETIRER: talk.withdraw_keyword,
        Keyword.CORRIGE: talk.correct_keyword,
        Keyword.SANS_MON_NOM: talk.nameless_keyword,
    },
    answers={
        "comments.offer": talk.offered,
        "comments.withdraw": talk.which_withdrawn,
        "comments.withdraw_sure": talk.withdraw_confirmed,
    },
    dialogues=(talk.comment,),
    commands=(
        Command("commentaires", "comments", commands.carry_command, Act.CARRY_COMMENTS),
        Command("lu", "read", commands.read_command, Act.CARRY_COMMENTS),
        Command("suite", "outcome", commands.answer_command, Act.ANSWER_COMMENTS),
    ),
    due=(due.offers_to_the_absent, due.to_read_soon, due.overdue_answers, due.note_nameless),
)
