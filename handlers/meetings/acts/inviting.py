"""An invitation made by mistake, taken back for one meeting: nothing more is asked, and whoever read of it is told."""

from __future__ import annotations

from typing import Annotated

from db.audience import ids_meant
from db.meetings.invited import people_invited, taken_back_of
from db.meetings.questions import attendance_made, roundtable_of
from db.meetings.tables import Meeting, MeetingState, Presence
from handlers import sending
from handlers.act import Field, Writes, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.commands import Do, number_and_words
from handlers.meetings.acts.closing import called
from handlers.meetings.lookups import told_of
from handlers.things import MEETING
from messages import text
from messages.keywords import fold

TAKE_BACK = frozenset({"retirer", "retiree", "retire", "annuler", "take back", "remove"})
INVITE_AGAIN = frozenset({"remettre", "remise", "remis", "de nouveau", "again", "put back"})
WHO = Field('Who was invited by mistake: "Jeanne"; "Jeanne again" is invited after all.')


@act_on(
    MEETING,
    "meetings.invitation",
    entry="meetings.invitation_changed",
    writes=Writes.CONCERNED,
    undone_by="meetings.invitation",
    twin="meeting invitation",
)
async def change_invitation(acting: Acting, meeting: Meeting, words: Annotated[str, WHO]) -> ActResult:
    """Who was invited by mistake no longer is, to this meeting alone, and is told if they had read of it; or is again
    ("Jeanne again"). What they had answered is kept."""
    who, again = read_invitation(words)
    people = await people_invited(acting.session, meeting, acting.now)
    people += await taken_back_of(acting.session, meeting.id)
    by_name = {fold(person.name): person.id for person in people}
    number = int(who) if who.isdecimal() else called(who, by_name)
    person = next((one for one in people if one.id == number), None)
    if person is None:
        raise refuse("meetings-not-invited", who=who[:30], number=meeting.id)
    row = await attendance_made(acting.session, meeting.id, person.id)
    if again is (row.taken_back_at is None):
        raise refuse("meetings-invitation-same", number=meeting.id, name=person.name or "?")
    if row.presence is not Presence.UNKNOWN:
        raise refuse("meetings-invitation-noted", number=meeting.id, name=person.name or "?")
    roundtable = (await roundtable_of(acting.session, meeting)).name
    to_come = meeting.state is MeetingState.ANNOUNCED and meeting.starts_at > acting.now
    knew = person.id in await ids_meant(acting.session, acting.organisation_id, told_of(meeting))
    row.taken_back_at = None if again else acting.now
    if knew and to_come and not again:
        mistake = text("meetings-invitation-mistake", roundtable=roundtable, date=meeting.local_date)
        await sending.tell(acting, person, mistake)
    id = "meetings-invitation-again" if again else "meetings-invitation-taken-back"
    said = text(id, number=meeting.id, name=person.name or "?")
    about = ((person, {"invited": "yes" if again else "no"}),)
    return ActResult(said, {"meeting": meeting.id, "person": person.id, "invited": again}, about=about)


def read_invitation(words: str) -> tuple[str, bool]:
    """ "Jeanne Roy remettre" gives ("Jeanne Roy", True); without a word for it, the invitation is taken back."""
    parts = words.split()
    for first in range(1, len(parts)):
        tail = fold(" ".join(parts[first:]))
        if tail in TAKE_BACK | INVITE_AGAIN:
            return " ".join(parts[:first]), tail in INVITE_AGAIN
    if not parts:
        raise refuse("example-invitation")
    return " ".join(parts), False


async def invitation_command(_acting: Acting, rest: str) -> Do:
    """/invitation 12 Jeanne ; /invitation 12 Jeanne remettre"""
    number, words = number_and_words(rest, "invitation")
    return Do(change_invitation, number, words)
