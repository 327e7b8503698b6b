"""The kinds of message, one record each: who may stop it, what leaves first, at what hour, and whom it spares.

`may_write` is the one rule of who may be written to. It has two forms, side by side: in SQL for audiences, in Python
for the gate of the outbox and for what an audience misses; a test holds them equal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, false, or_, true

from db.contacts import Consent, Contact, Reach
from db.deliveries import Priority
from db.people import Pace, Person
from messages.channels import UNWRITTEN


@dataclass(frozen=True, slots=True)
class MessageKind:
    """`stopped_as`: the ledger's word that stops this kind alone ("": it stops with everything only)."""

    name: str  # as `deliveries.kind` and `broadcasts.kind` have it
    priority: Priority
    stopped_as: str = ""
    any_hour: bool = False  # quiet hours do not hold it
    spares_less: bool = False  # who asked for fewer messages does without, unless it is urgent
    waits_for_pause: bool = False  # who asked for a pause does without
    counted: bool = False  # in the promise of about four a month
    # Who asked for these ways does without it: they read by post, or are called.
    spares_channels: tuple[str, ...] = ()
    once_a_phone: bool = False  # it says the same to all who share a phone: it leaves once, with all their names


CALLED = ("call",)
REPLY = MessageKind("reply", Priority.REPLY, any_hour=True)  # an answer to what was just written
WORDS = MessageKind("words", Priority.REPLY, any_hour=True)  # other people's, shown to a coordinator: not kept
CONSENT = MessageKind("consent", Priority.REPLY, spares_channels=UNWRITTEN)  # the one request to be written to
NOTICE = MessageKind("notice", Priority.NORMAL, spares_channels=CALLED)  # news of one's own comment, claim, meeting
WRITTEN = MessageKind("written", Priority.NORMAL, spares_channels=CALLED)  # a coordinator's own words to one person
# Asked of one person on our own account.
QUESTION = MessageKind("question", Priority.NORMAL, waits_for_pause=True, spares_channels=UNWRITTEN)
REMINDER = MessageKind(
    "reminder", Priority.NORMAL, "reminders", waits_for_pause=True, counted=True, spares_channels=UNWRITTEN
)
DIGEST = MessageKind(
    "digest",
    Priority.BROADCAST,
    "digest",
    waits_for_pause=True,
    counted=True,
    once_a_phone=True,
    spares_channels=UNWRITTEN,
)
ANNOUNCEMENT = MessageKind(
    "announcement",
    Priority.BROADCAST,
    spares_less=True,
    waits_for_pause=True,
    counted=True,
    once_a_phone=True,
    spares_channels=UNWRITTEN,
)
MINUTES = MessageKind("minutes", Priority.NORMAL, waits_for_pause=True, counted=True, spares_channels=UNWRITTEN)
SURVEY = MessageKind(
    "survey",
    Priority.BROADCAST,
    "surveys",
    spares_less=True,
    waits_for_pause=True,
    counted=True,
    spares_channels=UNWRITTEN,
)
ALERT = MessageKind("alert", Priority.NORMAL)  # to coordinators, as such
FALLBACK = MessageKind("fallback", Priority.NORMAL)  # why a text message comes instead; it takes the other's priority
LETTER = MessageKind("letter", Priority.NORMAL, waits_for_pause=True)  # the digest on paper

KINDS = {
    kind.name: kind
    for kind in (
        REPLY,
        WORDS,
        CONSENT,
        NOTICE,
        WRITTEN,
        QUESTION,
        REMINDER,
        DIGEST,
        ANNOUNCEMENT,
        MINUTES,
        SURVEY,
        ALERT,
        FALLBACK,
        LETTER,
    )
}
COUNTED = tuple(kind.name for kind in KINDS.values() if kind.counted)
PROMISED = 4  # counted messages a month, about
STOPPED_ALONE = tuple(kind.stopped_as for kind in KINDS.values() if kind.stopped_as)
UNKNOWN = MessageKind("", Priority.NORMAL)


def kind_named(name: str) -> MessageKind:
    """The record of a kind; what an older or a newer program wrote is held to consent alone."""
    return KINDS.get(name, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Recipient:
    """What is known of one person at one address."""

    consent: Consent
    reach: Reach
    stopped_kinds: str  # ",digest,reminders,"
    pace: Pace | None
    paused_until: dt.datetime | None
    asked_for: str = ""  # the channel


def recipient(contact: Contact, person: Person | None, *, agreed: bool = True) -> Recipient:
    """What is known of this person at this address. `agreed`: False where another's yes stands, and not theirs."""
    consent = contact.consent if agreed or contact.consent is not Consent.GIVEN else Consent.INVITED
    if person is None:
        return Recipient(consent, contact.reach, contact.stopped_kinds, None, None)
    return Recipient(consent, contact.reach, contact.stopped_kinds, person.pace, person.paused_until, person.channel)


@dataclass(frozen=True, slots=True)
class SendOccasion:
    """One message: its kind, now, urgent or not."""

    kind: MessageKind
    now: dt.datetime
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why someone may not be written to: a code, and the same test in Python and in SQL."""

    why: str
    stands: Callable[[Recipient, SendOccasion], bool]
    in_sql: Callable[[SendOccasion], ColumnElement[bool]]


def _spares(occasion: SendOccasion) -> bool:
    return occasion.kind.spares_less and not occasion.urgent


def _allowed(occasion: SendOccasion) -> tuple[Consent, ...]:
    """An answer needs no consent: they have just written. The request for consent comes before it."""
    if occasion.kind is REPLY:
        return (Consent.NONE, Consent.INVITED, Consent.GIVEN)
    return (Consent.GIVEN, Consent.INVITED) if occasion.kind is CONSENT else (Consent.GIVEN,)


def _by_choice(channel: str) -> Reason:
    """They asked for a way by which nothing of this kind is written to them."""
    return Reason(
        channel,
        lambda one, occasion: one.asked_for == channel and channel in occasion.kind.spares_channels,
        lambda occasion: Person.channel == channel if channel in occasion.kind.spares_channels else false(),
    )


REASONS = (
    *map(_by_choice, UNWRITTEN),
    Reason(
        "consent-withdrawn",
        lambda one, _: one.consent is Consent.WITHDRAWN,
        lambda _: Contact.consent == Consent.WITHDRAWN,
    ),
    Reason(
        "no-consent",
        lambda one, occasion: one.consent not in _allowed(occasion),
        lambda occasion: Contact.consent.not_in(_allowed(occasion)),
    ),
    Reason(
        "kind-stopped",
        lambda one, occasion: bool(occasion.kind.stopped_as) and f",{occasion.kind.stopped_as}," in one.stopped_kinds,
        lambda occasion: (
            Contact.stopped_kinds.like(f"%,{occasion.kind.stopped_as},%") if occasion.kind.stopped_as else false()
        ),
    ),
    Reason(
        "pace-paused",
        lambda one, occasion: (
            occasion.kind.waits_for_pause
            and one.pace is Pace.PAUSED
            and (one.paused_until is None or one.paused_until > occasion.now)
        ),
        lambda occasion: (
            and_(
                Person.pace == Pace.PAUSED,
                or_(Person.paused_until.is_(None), Person.paused_until > occasion.now),
            )
            if occasion.kind.waits_for_pause
            else false()
        ),
    ),
    Reason(
        "pace-less",
        lambda one, occasion: _spares(occasion) and one.pace is Pace.LESS,
        lambda occasion: Person.pace == Pace.LESS if _spares(occasion) else false(),
    ),
    Reason("unreachable", lambda one, _: one.reach is not Reach.OK, lambda _: Contact.reach != Reach.OK),
)


def why_not(one: Recipient, occasion: SendOccasion) -> str:
    """The first reason that stands against writing; "" when none does."""
    return next((reason.why for reason in REASONS if reason.stands(one, occasion)), "")


def may_write(occasion: SendOccasion) -> ColumnElement[bool]:
    """The same rule over `Contact` and `Person`, for audiences."""
    return and_(true(), *(~reason.in_sql(occasion) for reason in REASONS))
