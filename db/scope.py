"""Whose territory a thing is: one clause per kind of thing, for the one thing and for lists alike.

A coordinator limited to a territory acts on what is of it, and on what is of no territory at all (a roundtable without
one, a person at no table). Every row bears the name of the list (`db/territories.py` rewrites them all at once); case
is not looked at, for names older than the list. Each clause names what it is correlated with: a list may join the same
tables.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from db.claims.tables import Claim, Payment
from db.comments.tables import Comment
from db.conversations import Task
from db.deliveries import Broadcast
from db.drafts import Draft
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from db.people import Person, PersonRoundtable


def _same(
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None], territory: str
) -> ColumnElement[bool]:
    """SQLite makes no small letter of "É": the very same name is always the same territory."""
    return or_(column == territory, func.lower(column) == territory.lower())


def roundtable_of(territory: str) -> ColumnElement[bool]:
    return or_(Roundtable.territory == "", _same(Roundtable.territory, territory))


def person_belongs_to(territory: str) -> ColumnElement[bool]:
    """Those who live there, and those who sit at a roundtable of it: what an audience of a territory means too."""
    seated = _seats().where(_same(Roundtable.territory, territory))
    return or_(_same(Person.territory, territory), exists(seated))


def person_of(territory: str) -> ColumnElement[bool]:
    elsewhere = _seats().where(Roundtable.territory != "")
    return or_(person_belongs_to(territory), and_(Person.territory == "", ~exists(elsewhere)))


def _seats() -> Select[int]:
    """The roundtables of the person at hand."""
    seats = select(Roundtable.id).join(PersonRoundtable, PersonRoundtable.roundtable_id == Roundtable.id)
    return seats.where(PersonRoundtable.person_id == Person.id).correlate(Person)


def meeting_of(territory: str) -> ColumnElement[bool]:
    table = select(Roundtable.id).where(Roundtable.id == Meeting.roundtable_id, roundtable_of(territory))
    return exists(table.correlate(Meeting))


def comment_of(territory: str) -> ColumnElement[bool]:
    meeting = select(Meeting.id).where(Meeting.id == Comment.meeting_id, meeting_of(territory))
    return exists(meeting.correlate(Comment))


def claim_of(territory: str) -> ColumnElement[bool]:
    person = select(Person.id).where(Person.id == Claim.person_id, person_of(territory))
    return exists(person.correlate(Claim))


def payment_of(territory: str) -> ColumnElement[bool]:
    """A batch is of a territory when every claim of it is."""
    other = select(Claim.id).where(Claim.payment_id == Payment.id, ~claim_of(territory))
    return ~exists(other.correlate(Payment))


def task_of(territory: str) -> ColumnElement[bool]:
    """What an unknown number wrote is of no territory: whoever is there looks at it. So is a cry to which everyone was
    alerted: whoever was told must be able to take it."""
    person = select(Person.id).where(Person.id == Task.person_id, person_of(territory))
    return or_(Task.person_id.is_(None), Task.told_all, exists(person.correlate(Task)))


def broadcast_of(territory: str) -> ColumnElement[bool]:
    """`Broadcast.territory` is empty for a roundtable without one, and None when it is the whole organisation's."""
    return and_(Broadcast.territory.is_not(None), or_(Broadcast.territory == "", _same(Broadcast.territory, territory)))


def draft_of(territory: str) -> ColumnElement[bool]:
    """As of a broadcast: None is the whole organisation's."""
    return and_(Draft.territory.is_not(None), or_(Draft.territory == "", _same(Draft.territory, territory)))
