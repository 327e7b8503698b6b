"""The questions asked of the register of requests."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ColumnElement, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.conversations import Task, TaskKind
from db.people import Pace, Person
from db.privacy.tables import STANDING, DataRequest, How, RequestKind, RequestState
from db.scope import person_of

CARD = TaskKind.PRIVACY_REQUEST  # the card that coordinators see
ANSWER_IN = dt.timedelta(days=30)  # the law's: https://www.legisquebec.gouv.qc.ca/fr/document/lc/P-39.1 (32)
COOLING = dt.timedelta(hours=48)
LONGEST = 600  # letters of a note


def request_of(territory: str) -> ColumnElement[bool]:
    """What was asked by someone who is gone is of no territory."""
    of_territory = exists(select(Person.id).where(Person.id == DataRequest.person_id, person_of(territory)))
    return or_(DataRequest.person_id.is_(None), of_territory)


async def note_request(
    session: AsyncSession,
    person: Person,
    kind: RequestKind,
    *,
    now: dt.datetime,
    contact_id: int | None = None,
    how: How | None = None,
    note: str = "",
) -> DataRequest:
    """A new request, owed in thirty days; an erasure cools first. One of this kind that stands is taken up again."""
    found = await standing_of(session, person.id, kind)
    request = found or DataRequest(organisation_id=person.organisation_id, kind=kind, asked_at=now, person_id=person.id)
    if found is None:
        cools = kind is RequestKind.ERASURE
        request.state = RequestState.COOLING if cools else RequestState.OPEN
        request.due_at = now + (COOLING if cools else ANSWER_IN)
        session.add(request)
    request.contact_id, request.how = contact_id or request.contact_id, how or request.how
    request.note = note or request.note or ""
    await session.flush()
    return request


async def note_done(
    session: AsyncSession, person: Person, kind: RequestKind, *, now: dt.datetime, by: int | None, note: str
) -> DataRequest:
    """What was done on the spot, when it was asked by voice or seen: it was owed by nobody."""
    done = {"state": RequestState.DONE, "asked_at": now, "due_at": now, "done_at": now, "done_by": by}
    request = DataRequest(
        organisation_id=person.organisation_id, kind=kind, person_id=person.id, note=note[:LONGEST], **done
    )
    session.add(request)
    await session.flush()
    return request


async def standing_of(session: AsyncSession, person_id: int, kind: RequestKind) -> DataRequest | None:
    return await session.scalar(
        select(DataRequest)
        .where(DataRequest.person_id == person_id, DataRequest.kind == kind, DataRequest.state.in_(STANDING))
        .order_by(DataRequest.id.desc())
        .limit(1)
    )


async def owed(session: AsyncSession, organisation_id: int, before: dt.datetime, today: dt.date) -> list[DataRequest]:
    """Requests to answer by then, of which coordinators were not told today."""
    found = await session.scalars(
        select(DataRequest)
        .where(
            DataRequest.organisation_id == organisation_id,
            DataRequest.state == RequestState.OPEN,
            DataRequest.due_at <= before,
            or_(DataRequest.told_on.is_(None), DataRequest.told_on < today),
        )
        .order_by(DataRequest.id)
    )
    return list(found)


async def cooling(session: AsyncSession, organisation_id: int) -> list[DataRequest]:
    """Erasures that can still be undone, or whose time has come."""
    found = await session.scalars(
        select(DataRequest)
        .where(DataRequest.organisation_id == organisation_id, DataRequest.state == RequestState.COOLING)
        .order_by(DataRequest.id)
    )
    return list(found)


async def cool(session: AsyncSession, request: DataRequest, person: Person, until: dt.datetime) -> None:
    """The person hears no more news meanwhile; REPRENDRE, at any of their addresses, undoes both."""
    request.due_at = until
    person.pace, person.paused_until = Pace.PAUSED, until + ANSWER_IN
    await session.flush()


async def keep_person(session: AsyncSession, person: Person, now: dt.datetime) -> bool:
    """An erasure that was cooling is withdrawn, and the person hears as before; False when none was."""
    request = await standing_of(session, person.id, RequestKind.ERASURE)
    if request is None:
        return False
    request.state, request.done_at = RequestState.WITHDRAWN, now
    person.pace, person.paused_until = Pace.NORMAL, None
    await session.flush()
    await close_cards(session, person.id, now)
    return True


async def close_cards(session: AsyncSession, person_id: int, now: dt.datetime) -> None:
    """The cards of this person go once no request of theirs stands."""
    standing = exists().where(DataRequest.person_id == person_id, DataRequest.state.in_(STANDING))
    await session.execute(
        update(Task)
        .where(Task.kind == CARD, Task.person_id == person_id, Task.closed_at.is_(None), ~standing)
        .values(closed_at=now, outcome="F"),
        execution_options={"synchronize_session": False},
    )
