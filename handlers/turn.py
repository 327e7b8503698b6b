"""One turn of conversation: who writes, what, when, and the installation that answers; and what may be said back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from db.contacts import Contact
from db.conversations import HandledAs, IncomingMessage, Question
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, actor_of
from handlers.installation import Installation
from messages import Incoming, Outgoing, Text
from messages.keywords import Keyword
from messages.reading import Meaning, Slots, Step


def spoken(installation: Installation, contact: Contact, person: Person | None) -> str:
    """The language of this contact: the person's, else the one they began in, else the installation's."""
    return person.language if person is not None else contact.language or installation.default_language


@dataclass(slots=True)
class Turn:
    """One incoming message being handled, inside its transaction."""

    acting: Acting
    incoming: Incoming
    row: IncomingMessage
    contact: Contact
    person: Person | None
    danger: bool = False  # a cry, or words of someone who is looked after: what is said to them leaves first
    taken_up_by: tuple[int, ...] = ()  # the messages whose answer made `row`, an earlier one, be taken up
    conversation: Conversation = None  # type: ignore[assignment]  # set by the router, before anyone sees the turn

    @property
    def session(self) -> AsyncSession:
        return self.acting.session

    @property
    def installation(self) -> Installation:
        return self.acting.installation

    @property
    def now(self) -> dt.datetime:
        return self.acting.now

    async def becomes(self, person: Person) -> None:
        """It is known now who writes."""
        self.person = person
        self.acting = self.acting.as_actor(await actor_of(self.session, person, self.contact.channel, self.contact))

    @property
    def language(self) -> str:
        return spoken(self.installation, self.contact, self.person)

    @property
    def text(self) -> str:
        return self.incoming.text

    @property
    def stranger(self) -> bool:
        """Nobody is known behind this address."""
        return self.person is None and not self.contact.shared

    @property
    def coordinator(self) -> bool:
        return self.acting.actor.coordinator


class Conversation(Protocol):
    """What a topic may ask of the router: to do what another topic does, without knowing it."""

    async def hear(self, turn: Turn, heard: Heard) -> Reply:
        """As if the person had said this: the topic that answers to it takes over."""

    async def tell(self, turn: Turn, event: object) -> list[Piece]:
        """What the topics that listen to this event have to say."""

    async def take_up(self, turn: Turn, row: IncomingMessage) -> None:
        """Handle a message that was held, as if its author had written it just now."""

    async def as_if(self, words: str) -> tuple[HandledAs, str] | None:
        """How a message with these words in its place would be handled, what would be read in it; None: asked about."""

    def commands(self, name: str = "") -> Sequence[tuple[str, Sequence[Any]]]:
        """(topic, its commands); `name`: the one of that name alone."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that a message says, for the topic that answers to it.

    `payload`: the words behind a keyword, or the whole sentence when it was read in one. `beside`: the other meanings
    of the same message. `question`: the last one asked, when these words were read as an answer to its situation.
    """

    meaning: Meaning
    payload: str = ""
    slots: Slots = field(default_factory=Slots)
    keyword: Keyword | None = None
    beside: frozenset[Meaning] = frozenset()
    question: Question | None = None
    meeting_id: int | None = None  # the meeting that the situation is about
    alone: bool = False  # a keyword and nothing else
    step: Step = Step.NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class QuestionKind:
    """A kind of question asked outside a dialogue.

    `step`: how an answer to it is read. `means`: what each option's value says, when it says more than its number.
    `standing`: it stays open when it is answered (a digest's items). `aside`: put beside a dialogue, whose question
    comes back once this one is answered. `free_text`: words of their own are an answer; `fits`: only those that it
    accepts. `absorbs`: what whoever takes the answer takes with it ("oui, dites que le frigo est barré").
    `gives_way`: said beside a yes, they make it a yes to something else ("oui jva être là").
    `deliberate`: who somebody is. Its button answers it, or an option of its list written out; never a bare yes, a
    digit nor a sentence, which may be for a meeting.
    """

    name: str
    step: Step
    means: Mapping[str, Meaning] = field(default_factory=dict)
    standing: bool = False
    aside: bool = False
    free_text: bool = False
    fits: Callable[[str], bool] | None = None
    absorbs: frozenset[Meaning] = frozenset()
    gives_way: frozenset[Meaning] = frozenset()
    deliberate: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A question outside a dialogue. `lasts` None: as long as a list's digits last."""

    outgoing: Outgoing
    kind: QuestionKind
    subject_id: int | None = None
    lasts: dt.timedelta | None = None
    kept: Mapping[str, Any] = field(default_factory=dict)  # for whoever takes the answer


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a dialogue; the one under way is parked."""

    dialogue: str
    start: Mapping[str, Any] = field(default_factory=dict)
    prefill: Mapping[str, Any] = field(default_factory=dict)
    # The words that began it, to be taken as its first answer ("COMMENTAIRE la salle est froide").
    first_words: str = ""
    # The same dialogue, left in the middle, does not come back after this one.
    afresh: bool = False
    # A dialogue that stands already, under way or parked: it comes to the front, and none is begun.
    takes_up: int | None = None


Piece = Outgoing | Ask | Start | Text
Reply = Piece | Sequence[Piece] | None


def pieces_of(reply: Reply) -> list[Piece]:
    if reply is None:
        return []
    if isinstance(reply, Outgoing | Ask | Start | Text):
        return [reply]
    return list(reply)
