"""A coordinator who no longer is one: the role, its web sessions, its codes and what it had taken, at once."""

from __future__ import annotations

from typing import Annotated

from sqlalchemy import select, update

from db import message_kinds
from db.codes import void_codes
from db.console.questions import end_passkeys, end_sessions
from db.contacts import contact_for, contacts_of, forget_proofs
from db.conversations import Task
from db.deliveries import WAITING, Delivery, Status
from db.people import Person, Role, coordinators_and_scopes, roles_of, scope_of, ungrant
from db.tasks import hand_over
from handlers.act import Field, Right, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.addresses import tell_at, told_at
from handlers.dialogue import state
from handlers.things import PERSON, TASK
from messages import Text, text
from messages.keywords import fold

Others = list[tuple[Person, str]]  # each other coordinator, with the territory they answer for ("": all)


@act_on(
    PERSON,
    "people.revoke",
    right=Right.SHELL,
    entry="people.revoked",
    for_oneself=True,
    undone_by="people.make_coordinator",
    twin="people revoke",
)
async def revoke(
    acting: Acting,
    person: Person,
    to: Annotated[str, Field("Who takes over what they had taken: the name of another coordinator.", "--to")],
) -> ActResult:
    """A coordinator who no longer is one; what they had taken is handed to another, by name. Shell only."""
    if Role.COORDINATOR not in await roles_of(acting.session, person.id):
        raise refuse("people-not-coordinator", name=person.name)
    everybody = await coordinators_and_scopes(acting.session, acting.organisation_id)
    others = [(one, scope) for one, scope in everybody if one.id != person.id]
    before = await scope_of(acting.session, person.id)
    successor = await _successor(acting, person, others, to, before)
    told = await told_at(acting, person)
    await ungrant(acting.session, person.id, Role.COORDINATOR, acting.today)
    handed = await hand_over(acting.session, person.id, successor.id)
    ended = await end_sessions(acting.session, person.id)
    await end_passkeys(acting.session, person.id)
    await _let_go(acting, person)
    await tell_at(acting, person, told, _told(acting, person))
    said = text("people-revoked", name=person.name, to=successor.name, count=handed)
    data = {"person": person.id, "to": successor.id, "handed": handed, "sessions": ended}
    return ActResult(said, data, noted={"handed": handed, "before": "territory" if before else "organisation"})


def _told(acting: Acting, person: Person) -> Text:
    installation = acting.installation
    return text(
        "people-revoked-told", name=person.name, contact=installation.contact_name, phone=installation.contact_phone
    )


async def _successor(acting: Acting, person: Person, others: Others, to: str, before: str) -> Person:
    """Who takes over: someone who can be reached, and who answers for what they are handed. Raises `Refused`."""
    found = [one for one in others if fold(one[0].name) == fold(to) or str(one[0].id) == to.strip()]
    if len(found) != 1:
        raise refuse("people-revoke-to-whom", names=", ".join(f"{one.name} ({one.id})" for one, _ in others) or "-")
    ((successor, scope),) = found
    if not before and all(theirs for _, theirs in others):
        raise refuse("people-revoke-last-whole", name=person.name)
    if await _reachable(acting, person) and not await _reachable(acting, *(one for one, _ in others)):
        raise refuse("people-revoke-last-reachable", name=person.name)
    taken = select(Task.id).where(Task.acknowledged_by == person.id, Task.closed_at.is_(None))
    if scope and await acting.session.scalar(taken.where(~TASK.within(scope)).limit(1)) is not None:
        raise refuse("people-revoke-elsewhere", name=successor.name, territory=scope)
    return successor


async def _reachable(acting: Acting, *people: Person) -> bool:
    """Whether one of them would hear of someone in danger."""
    return any([await contact_for(acting.session, one, any_consent=True) is not None for one in people])


async def _let_go(acting: Acting, person: Person) -> None:
    """The link that was not opened yet, what was being written at the desk, the alerts that were on their way."""
    await void_codes(acting.session, person.id)
    await forget_proofs(acting.session, person.id)
    for contact in await contacts_of(acting.session, person.id):
        if not contact.shared:
            await state.drop_all(acting, contact.id)
    alerts = Delivery.person_id == person.id, Delivery.kind == message_kinds.ALERT.name, Delivery.status.in_(WAITING)
    await acting.session.execute(update(Delivery).where(*alerts).values(status=Status.CANCELLED, reason="revoked"))
