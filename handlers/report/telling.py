"""The year in five lines, told to those who made it first, then to the tables where elected people sit."""

from __future__ import annotations

from typing import Annotated

from sqlalchemy import select

from db import message_kinds
from db.audience import Audience
from db.deliveries import Broadcast, BroadcastState
from db.organisations import roundtable_named
from db.report.period import FiscalYear
from db.report.runs import report_of, versions_of
from handlers import broadcasts, sending
from handlers.act import Field, Right, Writes, act
from handlers.acting import Acting, ActResult, refuse
from handlers.broadcasts import Approval
from handlers.checks import Gesture
from handlers.commands import Do
from handlers.report.acts import A_YEAR, year_read
from handlers.report.sentences import five_lines
from handlers.things import BROADCAST
from messages import Channel, Outgoing, Text, text
from messages.channels import spec_of
from messages.keywords import fold

TO_MEMBERS = frozenset({"", "membres", "tous", "members", "everyone"})
PURPOSE, PURPOSE_AFTER = "report", "report-after"


@act(
    "report.tell",
    right=Right.ORGANISATION,
    entry="report.told",
    makes=BROADCAST,
    writes=Writes.SEVERAL,
    gesture=Gesture.RETYPE,
    undone_by="announcements.stop",
    twin="report tell",
)
async def tell(
    acting: Acting,
    year: Annotated[FiscalYear, A_YEAR],
    to: Annotated[str, Field('"members"; then, in its turn, the name of a table, such as that of the elected.')],
) -> ActResult:
    """The last frozen version in five lines: to everyone first; to a table once everyone has had it."""
    runs = await versions_of(acting.session, acting.organisation_id, year)
    if not runs:
        raise refuse("report-not-frozen", year=str(year))
    audience, purpose = await _audience(acting, year, to)
    report = report_of(runs[-1])
    words = text("report-told", year=str(year), lines=five_lines(report))
    short = text("report-told", year=str(year), lines=five_lines(report, short=True))
    broadcast = await broadcasts.new_broadcast(
        acting,
        message_kinds.ANNOUNCEMENT,
        audience,
        lambda _language, channel: Outgoing(short if spec_of(channel).segments else words),
        purpose=purpose,
        title=f"{year} v{runs[-1].version}",
    )
    people = broadcast.approved_count or 0
    if not people:
        raise refuse("announcements-nobody")
    runs[-1].left_at = runs[-1].left_at or acting.now
    said = await _let_go(acting, broadcast, people, words)
    noted = {"year": str(year), **broadcasts.counted(acting, people)}
    return ActResult(said, {"broadcast": broadcast.id, **noted}, made=broadcast, noted=noted)


async def _audience(acting: Acting, year: FiscalYear, to: str) -> tuple[Audience, str]:
    before = Broadcast.organisation_id == acting.organisation_id, Broadcast.title.startswith(f"{year} v")
    left = Broadcast.purpose == PURPOSE, Broadcast.state != BroadcastState.CANCELLED
    members_had_it = await acting.session.scalar(select(Broadcast.id).where(*before, *left).limit(1)) is not None
    if fold(to) in TO_MEMBERS:
        if members_had_it:
            raise refuse("report-told-already", year=str(year))
        return Audience(), PURPOSE
    table = await roundtable_named(acting.session, acting.organisation_id, to)
    if table is None:
        raise refuse("report-no-such-table", name=to.strip()[:60])
    if not members_had_it:
        raise refuse("report-members-first", year=str(year), table=table.name)
    return Audience(roundtable_id=table.id), PURPOSE_AFTER


async def _let_go(acting: Acting, broadcast: Broadcast, people: int, words: Text) -> Text:
    """It leaves, or waits for a second coordinator, as any broadcast of its size."""
    if await broadcasts.approval_for(acting, people) is Approval.SECOND:
        broadcast.state = BroadcastState.APPROVED
        house = acting.installation
        asked = text(
            "announcements-second-asked",
            number=broadcast.id,
            name=acting.actor.name,
            people=people,
            words=house.catalogue.text(words, house.default_language, Channel.TELEGRAM),
        )
        await sending.tell_concerned(acting, BROADCAST, broadcast, asked)
        return text("announcements-waits-second", number=broadcast.id)
    await broadcasts.send_now(acting, broadcast)
    return text("announcements-sending", number=broadcast.id, people=people)


async def tell_command(acting: Acting, rest: str) -> Do:
    """/bilan-envoyer 2026-2027 membres ; /bilan-envoyer 2026-2027 Table des élus"""
    year, _, to = rest.strip().partition(" ")
    return Do(tell, year_read(acting, year), to.strip())
