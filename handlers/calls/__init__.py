"""Calls: what waits for a human voice, and the humans who are told of it."""

from handlers.access import Act
from handlers.calls import commands, due, talk
from handlers.calls.talk import distress, media, unknown_word
from handlers.topics import Command, Topic
from messages.keywords import Keyword

TOPIC = Topic(
    name="calls",
    keywords={
        Keyword.PARLER: talk.call_keyword,
        Keyword.APPEL: talk.call_keyword,
        Keyword.Q: talk.question_keyword,
    },
    answers={
        "calls.hour": talk.told_hour,
        "calls.question": talk.told_question,
        "calls.outcome": commands.told_outcome,
        "calls.unknown": commands.told_unknown,
        "calls.distress": commands.took_distress,
    },
    commands=(
        Command("appels", "calls", commands.calls_command, Act.TAKE_CALLS),
        Command("repondre", "reply", commands.answer_command, Act.TAKE_CALLS),
        Command("vu", "seen", commands.seen_command, Act.TAKE_CALLS),
        Command("renvoyer", "resend", commands.resend_command, Act.SETTLE_UNKNOWN),
        Command("laisser", "leave", commands.leave_command, Act.SETTLE_UNKNOWN),
    ),
    words=talk.hour_in_words,
    due=(due.alert_again, due.tell_coordinators, due.list_unreached),
)

__all__ = ["TOPIC", "distress", "media", "unknown_word"]
