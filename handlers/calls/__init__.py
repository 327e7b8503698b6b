"""Calls: what waits for a human voice, and the humans who are told of it."""

from handlers.calls import acts, alerts, commands, correcting, due, files, talk, unknowns, views
from handlers.calls.talk import asked_in_care, in_care, media, not_understood
from handlers.commands import Command, numbered
from handlers.topics import Topic
from messages.keywords import Keyword
from messages.reading import Meaning

TOPIC = Topic(
    name="calls",
    meanings={
        Meaning.DISTRESS: talk.distress_meant,
        Meaning.CALL: talk.call_meant,
    },
    keywords={Keyword.Q: talk.question_keyword},
    answers={
        talk.HOUR: talk.told_hour,
        talk.QUESTION: talk.told_question,
        acts.OUTCOME: commands.told_outcome,
        acts.UNSURE: commands.told_unknown,
        alerts.TAKE: commands.took_distress,
        commands.MEANT_BY_CARD: commands.told_meant,
        correcting.CORRECTED: correcting.told_corrected,
    },
    commands=(
        Command("appels", "calls", commands.calls_command, (acts.list_tasks, acts.show_task, acts.settle)),
        Command("veut-dire", "means", commands.meaning_command, (correcting.correct_card, correcting.correct_last)),
        Command("repondre", "reply", numbered(acts.answer, "repondre", words=True), (acts.answer,)),
        Command("bon-numero", "right-number", numbered(acts.right_number, "bon-numero"), (acts.right_number,)),
        Command("photos", "photos", numbered(files.fetch_files, "photos"), (files.fetch_files,)),
        Command("vu", "seen", numbered(acts.acknowledge, "vu"), (acts.acknowledge,)),
        Command(
            "renvoyer",
            "resend",
            commands.settling("renvoyer", again=True),
            (unknowns.resend, unknowns.resend_broadcast),
        ),
        Command(
            "laisser", "leave", commands.settling("laisser", again=False), (unknowns.leave, unknowns.leave_broadcast)
        ),
    ),
    due=(due.alert_again, due.tell_emergency, due.unanswered_doubts, due.tell_coordinators, due.list_unreached),
    waiting=(views.calls_waiting,),
)

__all__ = ["TOPIC", "asked_in_care", "in_care", "media", "not_understood"]
