"""Announcements by coordinators: to whom, the preview, the hour, the stop."""

from handlers.access import Act
from handlers.announcements import due, talk
from handlers.topics import Command, Topic

TOPIC = Topic(
    name="announcements",
    dialogues=(talk.announcement,),
    commands=(
        Command("annonce", "announce", talk.announce_command, Act.ANNOUNCE),
        Command("annuler", "cancel", talk.stop_command, Act.STOP_BROADCAST),
        Command("pause", "pause", talk.pause_command, Act.STOP_BROADCAST),
        Command("reprendre", "resume", talk.resume_command, Act.STOP_BROADCAST),
        Command("approuver", "approve", talk.approve_command, Act.APPROVE_ANNOUNCEMENT),
        Command("envois", "sendings", talk.progress_command, Act.ANNOUNCE),
    ),
    due=(due.scheduled, due.paused_by_errors),
)
