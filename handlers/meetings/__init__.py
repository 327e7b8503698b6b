"""Meetings: reminders, summaries, answers, presence, the minutes for those who could not come."""

from handlers.commands import Command, numbered
from handlers.events import NeedsTold
from handlers.meetings import commands, due, needed, others, questions, talk, views
from handlers.meetings.acts import changing, closing, inviting, needs, parts, planning, restoring, showing, steps
from handlers.topics import Topic
from handlers.trials import Trial
from messages.keywords import Keyword
from messages.reading import Meaning

TOPIC = Topic(
    name="meetings",
    meanings={
        Meaning.COMING: talk.presence_meant,
        Meaning.ABSENT: talk.presence_meant,
        Meaning.MAYBE: talk.presence_meant,
        Meaning.LATE: talk.partly_meant,
        Meaning.LEAVES_EARLY: talk.partly_meant,
        Meaning.QUESTION: questions.question_meant,
        Meaning.OTHER_PERSON: others.other_absent_meant,
    },
    keywords={
        Keyword.SUITE: questions.more_keyword,
        Keyword.TRANSPORT: needed.need_keyword,
        Keyword.GARDE: needed.need_keyword,
        Keyword.REPAS: needed.need_keyword,
    },
    answers={
        talk.OF_REMINDERS: talk.answered_reminder,
        talk.OF_MEETING: talk.answered_meeting,
        talk.WHICH: talk.told_which,
        talk.SEVERAL_DAYS: talk.told_days,
    },
    events={NeedsTold: needed.needs_told},
    dialogues=(commands.meeting,),
    commands=(
        Command("rencontre", "meeting", commands.meeting_command, (planning.add_meeting, showing.show_meeting)),
        Command("rencontres", "meetings", commands.meetings_command, (planning.list_meetings, showing.list_past)),
        Command(
            "rencontre-annoncer",
            "meeting-announce",
            numbered(planning.announce_meeting, "rencontre-annoncer"),
            (planning.announce_meeting,),
        ),
        Command("deplacer", "move", commands.move_command, (changing.move_meeting,)),
        Command(
            "annuler-rencontre",
            "cancel-meeting",
            numbered(changing.cancel_meeting, "annuler-rencontre", words=True),
            (changing.cancel_meeting,),
        ),
        Command(
            "remettre-rencontre",
            "restore-meeting",
            numbered(restoring.restore_meeting, "remettre-rencontre"),
            (restoring.restore_meeting,),
        ),
        Command("point", "point", commands.point_command, (planning.write_point, planning.drop_point)),
        Command("etape", "step", steps.of_a_point(steps.say_step, "etape"), (steps.say_step,)),
        Command("issue", "point-outcome", steps.of_a_point(steps.say_outcome, "issue"), (steps.say_outcome,)),
        Command("presence", "presence", commands.presence_command, (closing.see_presence, closing.note_presence)),
        Command("besoin", "need", needs.need_command, (needs.settle_need,)),
        Command("invitation", "invitation", inviting.invitation_command, (inviting.change_invitation,)),
        Command("apport", "contribution", parts.parts_command, (parts.note_parts,)),
        Command("compte-rendu", "minutes", commands.minutes_command, (closing.send_minutes, closing.correct_minutes)),
    ),
    due=(due.reminders, due.ended),
    waiting=(views.meetings_waiting,),
    searched=(views.meetings_found,),
    tried=(Trial(("rencontre", "meeting"), showing.try_meeting),),
)
