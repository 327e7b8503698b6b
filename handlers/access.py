"""Who may do what: one table of acts, roles and scope, checked inside the acts and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from db.people import Person, Role, roles_of, scope_of
from db.session import AsyncSession
from messages import Text, text


class Act(StrEnum):
    ADD_PERSON = "people.add"
    IMPORT_PEOPLE = "people.import"
    MAKE_COORDINATOR = "people.make_coordinator"
    SEE_PEOPLE = "people.see"
    PROPOSE_ITEM = "digest.propose"
    EDIT_DIGEST = "digest.edit"
    APPROVE_DIGEST = "digest.approve"
    ANNOUNCE = "announcements.announce"
    APPROVE_ANNOUNCEMENT = "announcements.approve"
    STOP_BROADCAST = "announcements.stop"
    PLAN_MEETING = "meetings.plan"
    NOTE_PRESENCE = "meetings.presence"
    SEND_MINUTES = "meetings.minutes"
    CARRY_COMMENTS = "comments.carry"
    ANSWER_COMMENTS = "comments.answer"
    DECIDE_CLAIM = "claims.decide"
    PAY_CLAIMS = "claims.pay"
    SET_RATES = "claims.rates"
    SEE_JOURNAL = "journal.see"
    EXPORT = "journal.export"
    TAKE_CALLS = "tasks.take"
    SETTLE_UNKNOWN = "deliveries.settle"
    SEND_LETTERS = "letters.send"


COORDINATOR_ONLY = frozenset({Role.COORDINATOR})
ANYONE_KNOWN = frozenset(Role)

ALLOWED: dict[Act, frozenset[Role]] = dict.fromkeys(Act, COORDINATOR_ONLY) | {
    Act.PROPOSE_ITEM: ANYONE_KNOWN,
}
# Acts that the shell alone may do, since a mistake there gives power away.
SHELL_ONLY = frozenset({Act.MAKE_COORDINATOR})
# Acts that concern everyone at once: a coordinator limited to one territory may not do them.
WHOLE_ORGANISATION = frozenset(
    {
        Act.MAKE_COORDINATOR,
        Act.APPROVE_DIGEST,
        Act.SET_RATES,
        Act.SEE_JOURNAL,
        Act.EXPORT,
        Act.SEND_LETTERS,
    }
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and from where: "telegram", "shell" or "web". Never "sms": a sender's number can be forged."""

    person_id: int | None
    name: str
    pseudonym: str
    roles: frozenset[Role]
    via: str
    scope: str = ""  # the one territory this coordinator answers for; empty: all

    @property
    def signature(self) -> str:
        """How the journal names this actor."""
        return f"{self.via if self.via == 'shell' else 'person'}:{self.pseudonym}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A file of the private folder, by its name, and the words under it."""

    name: str
    words: Text


@dataclass(frozen=True, slots=True)
class Done:
    """What an act did: one line for a person, the same facts for a program, and what there is to look at."""

    text: Text
    data: dict[str, Any] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()


class Refused(Exception):
    """An act that cannot be done, with the sentence that says why and what to write instead."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.id)
        self.reason = reason


def refuse(id: str, /, **args: object) -> Refused:
    """`refuse("claims-no-such", number=12)`; an example alone ("example-payer") gets the sentence that goes with it."""
    reason = text(id, **args)
    return Refused(text("access-example", example=reason) if id.startswith("example-") else reason)


async def actor_of(session: AsyncSession, person: Person, via: str) -> Actor:
    roles = frozenset(await roles_of(session, person.id))
    return Actor(person.id, person.name, person.pseudonym, roles, via, await scope_of(session, person.id))


def require(actor: Actor, act: Act, *, territory: str = "") -> None:
    """Raise `Refused` unless this actor may do this act (in this territory)."""
    if act in SHELL_ONLY and actor.via != "shell":
        raise refuse("access-shell-only")
    if actor.via == "sms" and ALLOWED[act] == COORDINATOR_ONLY:
        raise refuse("access-not-by-sms")
    if not actor.roles & ALLOWED[act]:
        raise refuse("access-not-allowed")
    if actor.scope and act in WHOLE_ORGANISATION:
        raise refuse("access-whole-organisation", territory=actor.scope)
    if actor.scope and territory and actor.scope.casefold() != territory.casefold():
        raise refuse("access-other-territory", territory=territory)
