"""One turn of conversation: who writes, what, when, and the house that answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from db.contacts import Contact
from db.conversations import IncomingMessage
from db.people import Person, Role
from db.session import AsyncSession
from messages import Incoming, Outgoing, Text
from messages.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class House:
    """What the conversation needs to know of this installation. Built once, from the settings, by `bot/app.py`."""

    catalogue: Catalogue
    zone: ZoneInfo
    organisation_id: int
    organisation: str
    contact_name: str
    contact_phone: str
    help_line: str
    default_language: str
    opt_out: str  # who answers STOP: "default", "advanced" or "none"
    sms_price: float  # dollars per segment
    reminder_days: tuple[int, ...]
    pieces: dt.timedelta  # the time people type in
    options_last: dt.timedelta  # a menu's digits
    dialogue_lasts: dt.timedelta
    approval_above: int
    allow_international: bool
    unknown_daily_replies: int
    digest_day: int
    digest_time: dt.time
    quiet_from: dt.time
    quiet_to: dt.time
    sms_number: str  # the number people text, "" without SMS
    telegram_bot: str  # the bot's username, "" without Telegram
    public_url: str
    raw_days: int  # how long the providers' raw messages are kept

    def local(self, when: dt.datetime) -> dt.datetime:
        return when.astimezone(self.zone)

    def today(self, now: dt.datetime) -> dt.date:
        return self.local(now).date()


def spoken(house: House, contact: Contact, person: Person | None) -> str:
    """The language of this contact: the person's, else the one they began in, else the house's."""
    return person.language if person is not None else contact.language or house.default_language


@dataclass(slots=True)
class Turn:
    """One incoming message being handled, inside its transaction."""

    session: AsyncSession
    house: House
    now: dt.datetime
    incoming: Incoming
    row: IncomingMessage
    contact: Contact
    person: Person | None
    roles: set[Role] = field(default_factory=set)
    # Set by the router: its list of topics, and how to handle a message that was held as if it came now.
    routes: Any = None
    take_up: Callable[[Turn, IncomingMessage], Awaitable[None]] | None = None

    @property
    def language(self) -> str:
        return spoken(self.house, self.contact, self.person)

    @property
    def text(self) -> str:
        return self.incoming.text

    @property
    def coordinator(self) -> bool:
        return Role.COORDINATOR in self.roles


@dataclass(frozen=True, slots=True)
class Ask:
    """A question outside a dialogue: `topic` names who takes the answer (a key of a topic's `questions`).

    A `menu` stays open when it is answered (a digest's items). `important`: a bare OUI is not enough when another
    question is open too. `lasts` None: as long as a menu's digits last. `lettered` False: it is about the other open
    questions, and its numbers stand without a letter.
    """

    outgoing: Outgoing
    topic: str
    subject_id: int | None = None
    menu: bool = False
    free_text: bool = False
    important: bool = False
    lasts: dt.timedelta | None = None
    lettered: bool = True


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a dialogue; the one under way is parked."""

    dialogue: str
    start: Mapping[str, Any] = field(default_factory=dict)
    offered: Mapping[str, Any] = field(default_factory=dict)
    # The words that began it, to be taken as its first answer ("COMMENTAIRE la salle est froide").
    first_words: str = ""
    # The same dialogue, left in the middle, does not come back after this one.
    afresh: bool = False


Piece = Outgoing | Ask | Start | Text
Said = Piece | Sequence[Piece] | None


def pieces_of(said: Said) -> list[Piece]:
    if said is None:
        return []
    if isinstance(said, Outgoing | Ask | Start | Text):
        return [said]
    return list(said)
