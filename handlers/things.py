"""The kinds of thing that acts are done on: how one is found by its number, and whose territory it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import InstrumentedAttribute

from db import scope
from db.claims.tables import Claim, Payment
from db.comments.tables import Comment, CommentState
from db.conversations import Task
from db.deliveries import Broadcast
from db.digests import Digest, DigestItem
from db.drafts import Draft
from db.imports import Import
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from db.people import Person
from db.privacy.requests import request_of
from db.privacy.tables import DataRequest, Incident
from handlers.acting import Acting, Refused, refuse
from handlers.whole import may_be_of_a_thing

T = TypeVar("T")


def _nobody(_thing: Any) -> None:
    return None


def _nothing(_thing: Any) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Thing(Generic[T]):
    """A kind of thing. `number` is what people write of it; `within` says whether it is of a territory.

    `person`: whose it is, for acts that nobody does for themself and for the journal's subject. `facts`: what each
    line of the journal says of it.
    """

    name: str
    table: type[T]
    number: InstrumentedAttribute[int]
    missing: str  # the message that says there is none of this number
    organisation: Callable[[int], ColumnElement[bool]]
    within: Callable[[str], ColumnElement[bool]]
    person: Callable[[T], int | None] = _nobody
    facts: Callable[[T], Mapping[str, Any]] = _nothing

    def visible(self, acting: Acting) -> Select[T]:
        """Those that this actor may act on: what a list act starts from."""
        return select(self.table).where(self.seen_by(acting))

    def seen_by(self, acting: Acting) -> ColumnElement[bool]:
        """The clause of those that this actor may act on: what a view's own SELECT starts from."""
        ours = self.organisation(acting.organisation_id)
        return ours & self.within(acting.actor.scope) if acting.actor.scope else ours

    async def find(self, acting: Acting, number: int, *, held: bool = False) -> T:
        """The one of this number. Raises `Refused` when there is none, or when it is another territory's.

        `held`: nobody else changes it before this transaction ends. Two coordinators never decide the same claim at
        once: the second reads what the first made of it.
        """
        query = select(self.table).where(self.number == number, self.organisation(acting.organisation_id))
        if held:  # what names it (a line, a message) may still be added meanwhile
            query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
        row = await acting.session.scalar(query) if may_be_of_a_thing(number) else None
        if row is None:
            raise refuse(self.missing, number=number) if not acting.actor.scope else _none_here(acting, number)
        if not await self._is_seen(acting, row):
            raise _none_here(acting, number)
        return row

    async def check_scope(self, acting: Acting, thing: T) -> None:
        """Raise `Refused` when it is not of the one territory that this actor answers for."""
        if not await self._is_seen(acting, thing):
            raise refuse("access-other-territory", territory=acting.actor.scope)

    async def _is_seen(self, acting: Acting, thing: T) -> bool:
        if not acting.actor.scope:
            return True
        this_one = self.visible(acting).where(self.number == self.number_of(thing))
        return await acting.session.scalar(this_one) is not None

    def number_of(self, thing: T) -> int:
        return int(getattr(thing, self.number.key))


def _none_here(acting: Acting, number: int) -> Refused:
    """One sentence for what is another territory's and for what nobody has: else, number after number, they would
    count who and what is elsewhere."""
    return refuse("access-none-here", number=number, territory=acting.actor.scope)


def _of_digest(organisation_id: int) -> ColumnElement[bool]:
    return DigestItem.digest_id.in_(select(Digest.id).where(Digest.organisation_id == organisation_id))


MEETING = Thing(
    "meeting",
    Meeting,
    Meeting.id,
    "meetings-no-such",
    lambda organisation: Meeting.organisation_id == organisation,
    scope.meeting_of,
)
ROUNDTABLE = Thing(
    "roundtable",
    Roundtable,
    Roundtable.id,
    "people-no-such-table",
    lambda organisation: Roundtable.organisation_id == organisation,
    scope.roundtable_of,
)
PERSON = Thing(
    "person",
    Person,
    Person.id,
    "people-no-such-person",
    lambda organisation: (Person.organisation_id == organisation) & Person.erased_at.is_(None),
    scope.person_of,
    person=lambda person: person.id,
)
CLAIM = Thing(
    "claim",
    Claim,
    Claim.number,
    "claims-no-such",
    lambda organisation: Claim.organisation_id == organisation,
    scope.claim_of,
    person=lambda claim: claim.person_id,
    facts=lambda claim: {"cents": claim.total_cents},
)
PAYMENT = Thing(
    "payment",
    Payment,
    Payment.id,
    "claims-no-such-payment",
    lambda organisation: Payment.organisation_id == organisation,
    scope.payment_of,
)
COMMENT = Thing(
    "comment",
    Comment,
    Comment.number,
    "comments-no-such",
    lambda organisation: (Comment.organisation_id == organisation) & (Comment.state != CommentState.WITHDRAWN),
    scope.comment_of,
)
TASK = Thing(
    "task",
    Task,
    Task.id,
    "calls-no-such-task",
    lambda organisation: Task.organisation_id == organisation,
    scope.task_of,
    person=lambda task: task.person_id,
)
BROADCAST = Thing(
    "broadcast",
    Broadcast,
    Broadcast.id,
    "announcements-no-such-broadcast",
    lambda organisation: Broadcast.organisation_id == organisation,
    scope.broadcast_of,
)
DRAFT = Thing(
    "draft",
    Draft,
    Draft.id,
    "announcements-no-such-draft",
    lambda organisation: Draft.organisation_id == organisation,
    scope.draft_of,
)
REQUEST = Thing(
    "request",
    DataRequest,
    DataRequest.id,
    "privacy-no-such-request",
    lambda organisation: DataRequest.organisation_id == organisation,
    request_of,
    person=lambda request: request.person_id,
)
# A list may hold people of any territory: whoever sent it takes it back, or who answers for the whole organisation.
IMPORT = Thing(
    "import",
    Import,
    Import.id,
    "people-no-such-import",
    lambda organisation: Import.organisation_id == organisation,
    lambda _territory: true(),
)
# Of no territory: whoever answers for the whole organisation keeps the register.
INCIDENT = Thing(
    "incident",
    Incident,
    Incident.id,
    "privacy-no-such-incident",
    lambda organisation: Incident.organisation_id == organisation,
    lambda _territory: true(),
)
# A digest's items are of no territory: every coordinator sees them and edits those that they proposed; the others are
# for those of the whole organisation, who approve.
ITEM = Thing("item", DigestItem, DigestItem.id, "digest-no-such-item", _of_digest, lambda _territory: true())
