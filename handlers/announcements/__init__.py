"""Announcements: words of a coordinator to an audience, seen on both phones before anything leaves."""

from handlers.announcements import acts, due, talk, views
from handlers.commands import Command, numbered
from handlers.topics import Topic

TOPIC = Topic(
    name="announcements",
    dialogues=(talk.announcement,),
    commands=(
        Command("annonce", "announce", talk.announce_command, (acts.announce,)),
        Command("annuler", "cancel", talk.stop_command, (acts.stop,)),
        Command("pause", "pause", numbered(acts.pause, "pause"), (acts.pause,)),
        Command("reprendre", "resume", numbered(acts.resume, "reprendre"), (acts.resume,)),
        Command("approuver", "approve", numbered(acts.second_approval, "approuver"), (acts.second_approval,)),
        Command("envois", "sendings", talk.sendings_command, (acts.list_broadcasts, acts.progress)),
    ),
    due=(due.scheduled, due.paused_by_errors),
    waiting=(views.broadcasts_waiting,),
    searched=(views.broadcasts_found,),
)
