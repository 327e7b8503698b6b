"""Meetings: reminders, summaries, answers, presence, the minutes for those who could not come."""

from handlers.access import Act
from handlers.meetings import commands, due, talk
from handlers.topics import Command, Topic
from messages.keywords import Keyword

TOPIC = Topic(
    name="meetings",
    keywords={
        Keyword.OUI: talk.coming_keyword,
        Keyword.NON: talk.coming_keyword,
        Keyword.PEUT_ETRE: talk.coming_keyword,
        Keyword.ABSENT: talk.absent_keyword,
        Keyword.SUITE: talk.more_keyword,
        Keyword.TRANSPORT: talk.need_keyword,
        Keyword.GARDE: talk.need_keyword,
        Keyword.REPAS: talk.need_keyword,
    },
    answers={
        "broadcast.reminder": talk.answered_reminder,
        "meetings.answer": talk.answered_meeting,
        "meetings.which": talk.told_which,
    },
    dialogues=(commands.meeting, commands.meeting_announce),
    commands=(
        Command("rencontre", "meeting", commands.meeting_command, Act.PLAN_MEETING),
        Command("rencontres", "meetings", commands.list_command, Act.PLAN_MEETING),
        Command("rencontre-annoncer", "meeting-announce", commands.announce_command, Act.PLAN_MEETING),
        Command("deplacer", "move", commands.move_command, Act.PLAN_MEETING),
        Command("annuler-rencontre", "cancel-meeting", commands.cancel_command, Act.PLAN_MEETING),
        Command("point", "point", commands.point_command, Act.PLAN_MEETING),
        Command("presence", "presence", commands.presence_command, Act.NOTE_PRESENCE),
        Command("compte-rendu", "minutes", commands.minutes_command, Act.SEND_MINUTES),
    ),
    due=(due.reminders, due.ended, due.missing_minutes),
)
