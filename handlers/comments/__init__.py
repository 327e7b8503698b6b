"""Comments of those who cannot come, and what became of them."""

from handlers.commands import Command, numbered
from handlers.comments import (
    acts,
    commands,
    due,
    for_the_coordinator,
    forgetting,
    free_text,
    helping,
    looking,
    offer,
    taking_back,
    talk,
    views,
)
from handlers.events import AnsweredMeeting, GaveName, NotForTheTable
from handlers.topics import Topic
from messages.reading import Meaning

TOPIC = Topic(
    name="comments",
    meanings={
        Meaning.COMMENT: free_text.comment_meant,
        Meaning.WITHDRAW: free_text.withdraw_meant,
        Meaning.NAMELESS: free_text.nameless_meant,
        Meaning.CORRECT: free_text.correct_meant,
        Meaning.END: free_text.ended,
        Meaning.QUESTION: free_text.question_meant,
    },
    answers={
        offer.OFFER: free_text.offered,
        taking_back.WITHDRAW: taking_back.which_withdrawn,
        taking_back.WITHDRAW_SURE: taking_back.withdraw_confirmed,
        taking_back.WITHDRAW_ALL: taking_back.all_withdrawn,
        taking_back.CORRECT: taking_back.which_corrected,
        taking_back.NAMELESS: taking_back.which_nameless,
        helping.HELP: helping.answered,
    },
    events={
        AnsweredMeeting: free_text.answered_meeting,
        GaveName: free_text.name_given,
        NotForTheTable: for_the_coordinator.not_for_the_table,
    },
    dialogues=(talk.comment,),
    commands=(
        Command("commentaires", "comments", commands.see_command, (acts.see_comments, looking.see_open)),
        Command("porter", "take", numbered(acts.carry, "porter"), (acts.carry,)),
        Command("lu", "read", commands.read_command, (acts.mark_read,)),
        Command("pas-lu", "unread", numbered(acts.mark_not_read, "pas-lu", words=True), (acts.mark_not_read,)),
        Command("suite", "outcome", commands.answer_command, (acts.answer, acts.correct_answer)),
    ),
    due=(
        due.empty_drafts,
        due.offers_to_the_absent,
        due.to_read_soon,
        due.overdue_answers,
        due.calls_promised,
        due.note_nameless,
        forgetting.forget_traces,
        helping.help_to_come,
    ),
    waiting=(views.comments_waiting,),
    searched=(views.comments_found,),
)
