"""What deserves a second look, asked of many claims at once: one function, one question."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.claims.rules import GONE, LineKind, half_days
from db.claims.tables import Claim, ClaimLine
from db.conversations import StoredFile
from db.meetings.tables import Attendance, Meeting, MeetingState, Presence


async def lines_of_claims(session: AsyncSession, claim_ids: Collection[int]) -> dict[int, list[ClaimLine]]:
    """The lines of each claim, in order."""
    found: dict[int, list[ClaimLine]] = defaultdict(list)
    for line in await session.scalars(
        select(ClaimLine).where(ClaimLine.claim_id.in_(claim_ids)).order_by(ClaimLine.claim_id, ClaimLine.id)
    ):
        found[line.claim_id].append(line)
    return found


async def claims_of_the_same_days(
    session: AsyncSession, days: Mapping[int, tuple[int, set[dt.date]]]
) -> dict[int, list[int]]:
    """Claim -> numbers of the person's other claims that still count for one of its days.

    `days`: claim id -> (person, days).
    """
    rows = await session.execute(
        select(Claim.id, Claim.number, Claim.person_id, Claim.activity_date, ClaimLine.day)
        .outerjoin(ClaimLine, and_(ClaimLine.claim_id == Claim.id, ClaimLine.day.is_not(None)))
        .where(Claim.person_id.in_({person for person, _ in days.values()}), Claim.state.not_in(list(GONE)))
    )
    of_person: dict[int, dict[int, tuple[int, set[dt.date]]]] = defaultdict(dict)
    for id, number, person, activity, day in rows:
        kept = of_person[person].setdefault(id, (number, set()))[1]
        kept.update(one for one in (activity, day) if one is not None)
    return {
        id: sorted(n for other, (n, theirs) in of_person[person].items() if other != id and theirs & mine)
        for id, (person, mine) in days.items()
    }


async def claims_of_the_same_receipts(session: AsyncSession, claim_ids: Collection[int]) -> dict[int, list[int]]:
    """Claim -> numbers of other claims that hold the very same picture as a receipt."""
    line, file = aliased(ClaimLine), aliased(StoredFile)
    other = aliased(Claim)
    rows = await session.execute(
        select(ClaimLine.claim_id, other.number)
        .join(StoredFile, and_(StoredFile.id == ClaimLine.media_id, StoredFile.sha256 != ""))
        .join(file, file.sha256 == StoredFile.sha256)
        .join(line, line.media_id == file.id)
        .join(other, and_(other.id == line.claim_id, other.id != ClaimLine.claim_id))
        .where(ClaimLine.claim_id.in_(claim_ids), other.state.not_in(list(GONE)))
        .distinct()
    )
    found: dict[int, list[int]] = defaultdict(list)
    for id, number in rows:
        found[id].append(number)
    return {id: sorted(numbers) for id, numbers in found.items()}


class MeetingLook(StrEnum):
    """What does not agree between a claim and the meeting it is for."""

    CANCELLED = "cancelled"  # the meeting did not take place
    BEFORE = "before"  # it was asked before the meeting
    LONGER = "longer"  # more half-days than the meeting's hours
    ABSENT = "absent"  # noted as absent, and more is asked than a part taken from afar
    AFAR = "afar"  # took part from afar, and a journey or a meal is asked
    NOT_NOTED = "not-noted"  # nobody noted whether the person was there


ON_THE_WAY = frozenset({LineKind.TRANSPORT_KM, LineKind.TRANSPORT_FARE, LineKind.MEAL})
FROM_AFAR = frozenset({Presence.PHONE, Presence.VIDEO, Presence.COMMENT})


async def against_meetings(
    session: AsyncSession, claims: Collection[Claim], lines: Mapping[int, Collection[ClaimLine]]
) -> dict[int, list[MeetingLook]]:
    """Claim id -> what does not agree with its meeting, the gravest first. `lines`: those of each claim."""
    rows = await session.execute(
        select(Claim.id, Meeting, Attendance.presence)
        .join(Meeting, Meeting.id == Claim.meeting_id)
        .outerjoin(Attendance, and_(Attendance.meeting_id == Claim.meeting_id, Attendance.person_id == Claim.person_id))
        .where(Claim.id.in_([claim.id for claim in claims]))
    )
    of = {id: (meeting, presence or Presence.UNKNOWN) for id, meeting, presence in rows}
    return {claim.id: list(_disagree(claim, *of[claim.id], lines[claim.id])) for claim in claims if claim.id in of}


def _disagree(
    claim: Claim, meeting: Meeting, presence: Presence, lines: Collection[ClaimLine]
) -> Iterator[MeetingLook]:
    kinds = {line.kind for line in lines}
    early = (claim.first_submitted_at or claim.submitted_at) < meeting.starts_at
    if meeting.state is MeetingState.CANCELLED:
        yield MeetingLook.CANCELLED
    elif early:
        yield MeetingLook.BEFORE
    most = half_days(meeting.local_start, meeting.local_end)
    theirs = [r for r in lines if r.kind is LineKind.PARTICIPATION and r.day in (None, meeting.local_date)]
    if any(row.quantity > most for row in theirs):
        yield MeetingLook.LONGER
    if presence is Presence.NONE and kinds - {LineKind.REMOTE}:
        yield MeetingLook.ABSENT
    elif (presence in FROM_AFAR or LineKind.REMOTE in kinds) and kinds & ON_THE_WAY:
        yield MeetingLook.AFAR
    elif presence is Presence.UNKNOWN and theirs and not early and meeting.state is not MeetingState.CANCELLED:
        yield MeetingLook.NOT_NOTED
