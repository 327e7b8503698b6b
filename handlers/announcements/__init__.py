"""Announcements: words of a coordinator to an audience, seen on both phones before anything leaves."""

from handlers.announcements import acts, drafts, due, talk, views
from handlers.commands import Command, numbered
from handlers.topics import Topic
from handlers.trials import Trial

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
        Command("brouillon", "draft", talk.draft_command, drafts.ACTS),
    ),
    tried=(Trial(("", "brouillon", "draft"), drafts.try_draft),),
    due=(due.scheduled, due.paused_by_errors),
    waiting=(views.broadcasts_waiting,),
    searched=(views.broadcasts_found,),
)
