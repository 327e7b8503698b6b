"""The one parameter of acts: who acts, from where, when, on which installation, in which transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from db.contacts import Contact, is_proved
from db.people import Person, Role, role_and_scope
from db.session import AsyncSession
from handlers.installation import Installation
from messages import Channel, Text, text

if TYPE_CHECKING:
    from handlers.checks import Reached
    from handlers.turn import Piece


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and from where: "telegram", "shell", "web" or "system". An SMS number can be forged: it acts little."""

    person_id: int | None
    name: str
    pseudonym: str
    roles: frozenset[Role]
    via: str
    scope: str = ""  # the one territory this coordinator answers for; empty: all
    asleep: bool = False  # a coordinator, at an address that nobody proved to be theirs: their role does not act

    @property
    def signature(self) -> str:
        """The actor as the journal writes it: "person:<pseudonym>", "shell:<pseudonym>" or "system"."""
        if self.via == SYSTEM:
            return SYSTEM
        return f"{self.via if self.via == 'shell' else 'person'}:{self.pseudonym}"

    @property
    def coordinator(self) -> bool:
        return Role.COORDINATOR in self.roles

    @property
    def vouches(self) -> bool:
        """Whether they may change what gives power: from the shell, for the whole organisation."""
        return self.via == "shell" and not self.scope

    def may_move(self, person_id: int | None) -> bool:
        """Whether they may change the addresses of this coordinator: their own, or as they vouch for it."""
        return self.vouches or (person_id is not None and person_id == self.person_id)


SYSTEM = "system"
TELEGRAM = Channel.TELEGRAM.value
THE_HOUR = Actor(None, "", "", frozenset(), SYSTEM)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What an actor confirmed of a check page: its fingerprint, and the number of people when they wrote it again."""

    fingerprint: str
    people: int | None = None


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Whom an act or a view showed to its actor; None among `people` is everybody (`db/privacy/looks.py`)."""

    act: str
    people: frozenset[int | None]


@dataclass(slots=True)
class Acting:
    """The transaction, the installation, the actor and the moment of one act.

    `contact`: the address that the actor writes from, when there is one. `approved`: the check page they confirmed.
    `reached`: what was written to people so far, for the check page of an act. `careful`: a check page is wanted as
    soon as one person is written to, as on a web page, where a click is quick. `reads`: the transaction only reads, and
    whoever looked at whom waits in `looked` for one that writes.
    """

    session: AsyncSession
    installation: Installation
    actor: Actor
    now: dt.datetime
    contact: Contact | None = None
    approved: Confirmation | None = None
    reached: list[Reached] = field(default_factory=list)
    careful: bool = False
    reads: bool = False
    looked: list[LookedAt] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.installation = self.installation.on(self.now)

    def as_actor(self, actor: Actor) -> Acting:
        """The same transaction and moment, for somebody else."""
        return replace(self, actor=actor)

    def having(self, approved: Confirmation) -> Acting:
        """The same, once a check page was confirmed."""
        return replace(self, approved=approved)

    @property
    def organisation_id(self) -> int:
        return self.installation.organisation_id

    @property
    def today(self) -> dt.date:
        """The local date."""
        return self.installation.today(self.now)


def nobody(via: str) -> Actor:
    """Whoever writes from an address behind which nobody is known."""
    return Actor(None, "", "", frozenset(), via)


def unattended(session: AsyncSession, installation: Installation, now: dt.datetime) -> Acting:
    """What the hour or a provider brings: nobody acts."""
    return Acting(session, installation, THE_HOUR, now)


@dataclass(frozen=True, slots=True)
class Picture:
    """A file of the private folder, by its name, and the words under it."""

    name: str
    words: Text


@dataclass(frozen=True, slots=True)
class ActResult:
    """The result of an act: a sentence for a person, the same facts for a program, and what there is to look at.

    `chat`: what a chat shows in place of the sentence (cards with their buttons). For the journal: `noted` are the
    details of its line, `made` is the thing that the act made, `entry` a line other than the act's own ("": none),
    `about` gives one line to each person with what changed for them. `shows`: the people whom the answer names, beside
    those whose things the act is done on; None among them is everybody (`db/privacy/looks.py`). `checked`: what its
    check page says it is done on. `asks`: this time it wants that page, whoever is written to.
    """

    text: Text
    data: dict[str, Any] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    chat: tuple[Piece, ...] = ()
    noted: Mapping[str, Any] = field(default_factory=dict)
    made: Any = None
    about: tuple[tuple[Person, Mapping[str, Any]], ...] = ()
    entry: str | None = None
    thing: tuple[str, int | None] = ("", None)
    shows: tuple[int | None, ...] = ()
    checked: Text | None = None
    asks: bool = False


class Refused(Exception):
    """An act that cannot be done, with the sentence that says why and what to write instead.

    `field`: the argument of the act that is wrong, when it is one; a form shows the sentence beside it.
    """

    def __init__(self, reason: Text, field: str = "") -> None:
        super().__init__(reason.id)
        self.reason = reason
        self.field = field

    def about(self, field: str) -> Refused:
        """The same, said of one argument."""
        return Refused(self.reason, field)


class Doubtful(Refused):
    """Words of a command that may mean several things: which one is asked, and nothing is made meanwhile.

    `written`: the words in doubt, as they stand in the command ("": its end). `options`: what each thing they may mean
    is called, and the words that say it. `rewritten` makes such words of what is answered otherwise.
    """

    def __init__(
        self,
        reason: Text,
        written: str,
        options: Sequence[tuple[Text, str]] = (),
        rewritten: Callable[[str], str] = str,
    ) -> None:
        super().__init__(reason)
        self.written = written
        self.options = tuple(options)
        self.rewritten = rewritten

    def settled(self, words: str, answer: str) -> str:
        """The command's words, once it was answered."""
        chosen = answer in [said for _label, said in self.options]
        meant = answer if chosen else self.rewritten(answer)
        if not self.written:
            return words + meant
        before, found, after = words.rpartition(self.written)
        return before + meant + after if found else words


class BadlyWritten(Refused):
    """A word that has not the form it should: in a chat, the command's example follows the sentence."""


def refuse(id: str, /, **args: object) -> Refused:
    """`refuse("claims-no-such", number=12)`; an example alone ("example-payer") gets the sentence that goes with it."""
    reason = text(id, **args)
    return Refused(text("access-example", example=reason) if id.startswith("example-") else reason)


async def actor_of(session: AsyncSession, person: Person, via: str, contact: Contact | None = None) -> Actor:
    """`contact`: the address that they write from. On Telegram, a coordinator's role acts from one that they proved."""
    roles, scope = await role_and_scope(session, person.id)
    asleep = False
    if Role.COORDINATOR in roles and contact is not None and contact.channel == TELEGRAM:
        asleep = not await is_proved(session, contact.id, person.id)
    if asleep:
        roles, scope = roles - {Role.COORDINATOR}, ""
    return Actor(person.id, person.name, person.pseudonym, frozenset(roles), via, scope, asleep)
