"""How long each kind of information is kept, and what becomes of it then: the one table, its counts, its broom.

Each kind says which rows are past their time (one SELECT of their keys) and how some of them are let go. A dry run
counts the same SELECTs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, delete, exists, func, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.claims.tables import Claim, ClaimLine, Payment
from db.comments.tables import Comment
from db.consent import ConsentEntry
from db.contacts import Contact, ContactPerson
from db.conversations import Dialogue, DialogueState, InboxState, IncomingMessage, Question, StoredFile, Task
from db.deliveries import UNSETTLED, Broadcast, Delivery, Receipt
from db.imports import Import, ImportChange
from db.meetings.needs import count_needs
from db.meetings.tables import Attendance, Meeting
from db.merges import Merge
from db.organisations import Territory
from db.people import Code, Person
from db.privacy.messages import copies_erased
from db.privacy.nobody import NOBODY, nobody
from db.privacy.overwriting import overwrite
from db.privacy.tables import STANDING, DataRequest, Incident, Look, ProviderCopy

QUIET = {"synchronize_session": False}
OVER = (DialogueState.DONE, DialogueState.CANCELLED, DialogueState.EXPIRED)

Past = Callable[[dt.datetime], Select[Any]]
LetGo = Callable[[AsyncSession, Sequence[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class RetainedKind:
    """One kind of rules.DAYS, and what becomes of it: "erased", "blanked" or "anonymous"."""

    name: str
    then: str
    past: Past
    let_go: LetGo


# -- what is past its time -----------------------------------------------------------------------------------------


def _raw(before: dt.datetime) -> Select[int]:
    return (
        select(IncomingMessage.id)
        .where(IncomingMessage.payload.is_not(None), IncomingMessage.received_at < before)
        .where(IncomingMessage.state != InboxState.NEW)
        .order_by(IncomingMessage.received_at)
    )


def _words(before: dt.datetime) -> Select[int]:
    """Of people who are known; what waits for a human is kept until it is looked at."""
    waiting = exists().where(Task.incoming_id == IncomingMessage.id, Task.closed_at.is_(None))
    return select(IncomingMessage.id).where(
        IncomingMessage.text != "",
        IncomingMessage.received_at < before,
        IncomingMessage.state != InboxState.NEW,
        ~waiting,
    )


def _strangers(before: dt.datetime) -> Select[int]:
    """Addresses behind which nobody is known, that agreed to nothing and stopped nothing."""
    somebody = exists().where(ContactPerson.contact_id == Contact.id)
    ledger = exists().where(ConsentEntry.contact_id == Contact.id)
    shows = exists().where(Broadcast.progress_contact_id == Contact.id)
    lately = exists().where(IncomingMessage.contact_id == Contact.id, IncomingMessage.received_at >= before)
    return select(Contact.id).where(
        Contact.person_id.is_(None), Contact.created_at < before, ~somebody, ~ledger, ~shows, ~lately
    )


def _talks(before: dt.datetime) -> Select[int]:
    return select(Dialogue.id).where(Dialogue.state.in_(OVER), Dialogue.updated_at < before)


def _questions(before: dt.datetime) -> Select[int]:
    return select(Question.id).where(
        Question.dialogue_id.is_(None), Question.lapses_at < before, Question.asked_at < before
    )


def _bodies(before: dt.datetime) -> Select[int]:
    written = or_(func.coalesce(Delivery.body, "") != "", Delivery.buttons.is_not(None), Delivery.image.is_not(None))
    return select(Delivery.id).where(Delivery.queued_at < before, Delivery.status.not_in(UNSETTLED), written)


def _media(before: dt.datetime) -> Select[int]:
    """The receipt of a claim follows the claim."""
    receipt = exists().where(ClaimLine.media_id == StoredFile.id)
    return select(StoredFile.id).where(StoredFile.created_at < before, ~receipt)


def _needs(before: dt.datetime) -> Select[int]:
    return (
        select(Attendance.id)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(Attendance.needs != "", Meeting.ends_at < before)
    )


def _cards(before: dt.datetime) -> Select[int]:
    known = or_(Task.person_id.is_not(None), Task.contact_id.is_not(None), Task.note != "")
    return select(Task.id).where(Task.closed_at < before, known)


def _comments(before: dt.datetime) -> Select[int]:
    return (
        select(Comment.id)
        .join(Meeting, Meeting.id == Comment.meeting_id)
        .where(Comment.person_id.is_not(None), Meeting.ends_at < before)
    )


def _claims(before: dt.datetime) -> Select[int]:
    """Paid ones from their payment, the others from when they were last sent: still someone's, or with a payee."""
    theirs = Claim.payee != ""
    return (
        select(Claim.id)
        .outerjoin(Payment, Payment.id == Claim.payment_id)
        .where(func.coalesce(Payment.made_at, Claim.decided_at, Claim.submitted_at) < before)
        .where(or_(theirs, Claim.person_id.not_in(_nobodys())))
    )


def _nobodys() -> Select[int]:
    return select(Person.id).where(Person.pseudonym == NOBODY)


def _looks(before: dt.datetime) -> Select[int]:
    return select(Look.id).where(Look.at < before)


def _requests(before: dt.datetime) -> Select[int]:
    return select(DataRequest.id).where(DataRequest.state.not_in(STANDING), DataRequest.asked_at < before)


def _incidents(before: dt.datetime) -> Select[int]:
    return select(Incident.id).where(Incident.noted_at < before)


def _codes(before: dt.datetime) -> Select[str]:
    return select(Code.digest).where(Code.expires_at < before)


def _merges(before: dt.datetime) -> Select[int]:
    return select(Merge.id).where(Merge.record.is_not(None), Merge.done_at < before)


def _territories(before: dt.datetime) -> Select[int]:
    return select(Territory.id).where(Territory.absorbed_at < before)


def _imports(before: dt.datetime) -> Select[int]:
    return select(ImportChange.id).join(Import, Import.id == ImportChange.import_id).where(Import.at < before)


def _copies(before: dt.datetime) -> Select[int]:
    return select(ProviderCopy.id).where(ProviderCopy.next_at < before)


# -- how it is let go ----------------------------------------------------------------------------------------------


def _blanked(table: Any, key: Any, **values: Any) -> LetGo:
    async def let_go(session: AsyncSession, keys: Sequence[Any]) -> None:
        await session.execute(update(table).where(key.in_(keys)).values(**values), execution_options=QUIET)

    return let_go


def _erased(table: Any, key: Any) -> LetGo:
    async def let_go(session: AsyncSession, keys: Sequence[Any]) -> None:
        await session.execute(delete(table).where(key.in_(keys)), execution_options=QUIET)

    return let_go


async def _forget_strangers(session: AsyncSession, contacts: Sequence[int]) -> None:
    """The address with everything that came from it; what we answered stays as a count, nobody's."""
    came = select(IncomingMessage.id).where(IncomingMessage.contact_id.in_(contacts))
    ids = list(await session.scalars(came))
    for statement in (
        delete(StoredFile).where(StoredFile.incoming_id.in_(ids)),
        delete(Task).where(Task.contact_id.in_(contacts)),
        delete(IncomingMessage).where(IncomingMessage.id.in_(ids)),
        update(Delivery).where(Delivery.contact_id.in_(contacts)).values(body="", buttons=None, image=None),
        delete(Contact).where(Contact.id.in_(contacts)),
    ):
        await session.execute(statement, execution_options=QUIET)


async def _forget_bodies(session: AsyncSession, ids: Sequence[int]) -> None:
    """None stays None: the words of a broadcast are the organisation's own."""
    await session.execute(delete(Receipt).where(Receipt.delivery_id.in_(ids)), execution_options=QUIET)
    await session.execute(
        update(Delivery).where(Delivery.id.in_(ids)).values(body=_emptied(Delivery.body), buttons=None, image=None),
        execution_options=QUIET,
    )


def _emptied(column: Any) -> Any:
    return case((column.is_(None), null()), else_="")


async def _forget_claims(session: AsyncSession, ids: Sequence[int]) -> None:
    """Amounts, days and states stay; whose they were, what was said, the photos of receipts go."""
    found = await session.execute(select(Claim.organisation_id).where(Claim.id.in_(ids)).limit(1))
    organisation = found.scalar_one_or_none()
    if organisation is None:
        return
    everybodys = (await nobody(session, organisation)).id
    photos = list(
        await session.scalars(
            select(ClaimLine.media_id).where(ClaimLine.claim_id.in_(ids), ClaimLine.media_id.is_not(None))
        )
    )
    silent = {"payee": "", "note": "", "question": "", "answer": "", "reason": ""}
    for statement in (
        update(ClaimLine).where(ClaimLine.claim_id.in_(ids)).values(note="", media_id=None),
        delete(StoredFile).where(StoredFile.id.in_(photos)),
        update(Claim).where(Claim.id.in_(ids)).values(person_id=everybodys, **silent),
    ):
        await session.execute(statement, execution_options=QUIET)


async def _forget_needs(session: AsyncSession, ids: Sequence[int]) -> None:
    """How many there were, and were seen to, stays with the meeting: the year's report counts them."""
    await count_needs(session, ids)
    await _blanked(Attendance, Attendance.id, needs="", settled="")(session, ids)


TABLE: tuple[RetainedKind, ...] = (
    RetainedKind("raw", "blanked", _raw, _blanked(IncomingMessage, IncomingMessage.id, payload=None)),
    RetainedKind("strangers", "erased", _strangers, _forget_strangers),
    RetainedKind(
        "words",
        "blanked",
        _words,
        _blanked(IncomingMessage, IncomingMessage.id, text="", error="", reading="", plain=None, correction=None),
    ),
    RetainedKind("bodies", "blanked", _bodies, _forget_bodies),
    RetainedKind("media", "erased", _media, _erased(StoredFile, StoredFile.id)),
    RetainedKind("talks", "erased", _talks, _erased(Dialogue, Dialogue.id)),
    RetainedKind("questions", "erased", _questions, _erased(Question, Question.id)),
    RetainedKind("needs", "blanked", _needs, _forget_needs),
    RetainedKind(
        "cards",
        "anonymous",
        _cards,
        _blanked(Task, Task.id, person_id=None, contact_id=None, incoming_id=None, delivery_id=None, note=""),
    ),
    RetainedKind(
        "comments",
        "anonymous",
        _comments,
        _blanked(Comment, Comment.id, person_id=None, with_name=False, incoming_ids=[], confirmed_at=None, noted=True),
    ),
    RetainedKind("claims", "anonymous", _claims, _forget_claims),
    RetainedKind("codes", "erased", _codes, _erased(Code, Code.digest)),
    RetainedKind("merges", "blanked", _merges, _blanked(Merge, Merge.id, record=None)),
    RetainedKind(
        "territories", "blanked", _territories, _blanked(Territory, Territory.id, absorbed=None, absorbed_at=None)
    ),
    RetainedKind("imports", "erased", _imports, _erased(ImportChange, ImportChange.id)),
    RetainedKind("copies", "erased", _copies, copies_erased),
    RetainedKind("looks", "erased", _looks, _erased(Look, Look.id)),
    RetainedKind("requests", "erased", _requests, _erased(DataRequest, DataRequest.id)),
    RetainedKind("incidents", "erased", _incidents, _erased(Incident, Incident.id)),
)


def past(kept: RetainedKind, days: Mapping[str, int], now: dt.datetime) -> Select[Any]:
    """The rows of this kind whose time has passed."""
    return kept.past(now - dt.timedelta(days=days[kept.name]))


async def counts(session: AsyncSession, days: Mapping[str, int], now: dt.datetime) -> dict[str, int]:
    """How many of each kind are past their time."""
    found = {}
    for kept in TABLE:
        query = select(func.count()).select_from(past(kept, days, now).subquery())
        found[kept.name] = int(await session.scalar(query) or 0)
    return found


async def let_go(
    session: AsyncSession, kept: RetainedKind, days: Mapping[str, int], now: dt.datetime, at_most: int = 500
) -> int:
    """Let some go; how many. Fewer than `at_most`: none is left."""
    keys = list(await session.scalars(past(kept, days, now).limit(at_most)))
    if keys:
        await overwrite(session)
        await kept.let_go(session, keys)
        await session.flush()
    return len(keys)
