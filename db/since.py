"""What happened since a copy was made: read from the database that it replaces, and done again on it.

A copy knows who coordinated, who had said yes and which words stood on its day. Nobody is let in again, written to
again or read at the table because of its age.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Select, delete, func, select, update

from db.comments.tables import Comment, CommentState
from db.consent import ConsentEntry
from db.contacts import Consent, Contact, ContactPerson, Reach, forget_proofs
from db.conversations import IncomingMessage
from db.deliveries import UNSETTLED, Delivery, ReturnPath
from db.forgotten import detach
from db.journal import Entry
from db.people import Code, Person, PersonRole, Role, ungrant
from db.session import AsyncSession, forgot

Address = tuple[str, str]  # channel, address


@dataclass(frozen=True, slots=True)
class AddressSince:
    """Where an address stood, and the lines of its ledger that the copy has not (person by pseudonym)."""

    consent: Consent
    stopped_kinds: str
    hold: bool
    reach: Reach
    lines: Sequence[tuple[str, ConsentEntry]]


@dataclass(frozen=True, slots=True)
class Since:
    """By what does not change from one copy to another: pseudonyms, addresses, ids that are drawn by lot."""

    addresses: Mapping[Address, AddressSince]
    roles: Mapping[str, Mapping[Role, str]]  # pseudonym -> each role of today and its scope
    proved: frozenset[tuple[str, Address]]
    withdrawn: frozenset[int]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What was done again. `known`: whether anything newer than the copy told; `asleep`: the names of those whose role
    of coordination waits for their link.
    """

    known: bool
    addresses: int = 0
    roles: int = 0
    comments: int = 0
    asleep: Sequence[str] = field(default=())


async def read_since(session: AsyncSession, made_at: dt.datetime) -> Since | None:
    """None when nothing happened in this database after the copy: it says nothing that the copy does not."""
    moments = (func.max(Entry.at), func.max(IncomingMessage.received_at), func.max(ConsentEntry.entered_at))
    latest = [await session.scalar(select(moment)) for moment in moments]
    if not any(at is not None and at > made_at for at in latest):
        return None
    people = {person.id: person.pseudonym for person in await session.scalars(select(Person))}
    roles: dict[str, dict[Role, str]] = {pseudonym: {} for pseudonym in people.values()}
    for row in await session.scalars(select(PersonRole)):
        roles[people[row.person_id]][row.role] = row.scope
    contacts = {contact.id: contact for contact in await session.scalars(select(Contact))}
    ties = await session.scalars(select(ContactPerson).where(ContactPerson.proved_at.is_not(None)))
    withdrawn = await session.scalars(select(Comment.id).where(Comment.state == CommentState.WITHDRAWN))
    return Since(
        await _standings(session, contacts, people, made_at),
        roles,
        frozenset((people[tie.person_id], _address(contacts[tie.contact_id])) for tie in ties),
        frozenset(withdrawn),
    )


async def _standings(
    session: AsyncSession, contacts: Mapping[int, Contact], people: Mapping[int, str], made_at: dt.datetime
) -> dict[Address, AddressSince]:
    lines: dict[int, list[tuple[str, ConsentEntry]]] = {}
    newer = select(ConsentEntry).where(ConsentEntry.entered_at > made_at).order_by(ConsentEntry.id)
    for line in await session.scalars(newer):
        lines.setdefault(line.contact_id, []).append((people.get(line.person_id or 0, ""), line))
    return {
        _address(one): AddressSince(one.consent, one.stopped_kinds, one.hold, one.reach, lines.get(one.id, ()))
        for one in contacts.values()
    }


def _address(contact: Contact) -> Address:
    return contact.channel, contact.address


async def replay_since(session: AsyncSession, since: Since | None, today: dt.date) -> Replayed:
    """On the copy, before anybody reads it. Without anything newer, roles of coordination sleep: who lost theirs is
    not known. Codes that were not used are used up.
    """
    await session.execute(delete(Code).where(Code.used_at.is_(None)))
    if since is None:
        return Replayed(known=False, asleep=await _all_asleep(session))
    addresses = await _stops(session, since)
    roles = await _roles(session, since, today)
    comments = await _words(session, since, today)
    return Replayed(True, addresses, roles, comments, await _asleep(session, since))


async def _all_asleep(session: AsyncSession) -> list[str]:
    people = list(await session.scalars(_coordinators()))
    for person in people:
        await forget_proofs(session, person.id)
    return [person.name for person in people]


def _coordinators() -> Select[Person]:
    return (
        select(Person)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(PersonRole.role == Role.COORDINATOR)
        .order_by(Person.id)
    )


async def _stops(session: AsyncSession, since: Since) -> int:
    """The ledger goes on, and each address stands where it stood; how many have something new."""
    people = {person.pseudonym: person.id for person in await session.scalars(select(Person))}
    done = 0
    for contact in list(await session.scalars(select(Contact))):
        standing = since.addresses.get(_address(contact))
        if standing is None:
            continue
        for pseudonym, line in standing.lines:
            session.add(_copied(line, contact.id, people.get(pseudonym)))
        if standing.lines:
            contact.consent, contact.stopped_kinds, contact.hold = (
                standing.consent, standing.stopped_kinds, standing.hold,
            )  # fmt: skip
            done += 1
        if standing.reach is not Reach.OK:
            contact.reach = standing.reach
    await session.flush()
    return done


def _copied(line: ConsentEntry, contact_id: int, person_id: int | None) -> ConsentEntry:
    return ConsentEntry(
        contact_id=contact_id,
        person_id=person_id,
        kind=line.kind,
        given=line.given,
        words=line.words,
        source=line.source,
        asked=line.asked,
        at=line.at,
        entered_at=line.entered_at,
    )


async def _roles(session: AsyncSession, since: Since, today: dt.date) -> int:
    """Roles that ended since end again, and one that was narrowed to a territory stays so; how many."""
    rows = await session.execute(
        select(PersonRole, Person.pseudonym).join(Person, Person.id == PersonRole.person_id).order_by(Person.id)
    )
    done = 0
    for role, pseudonym in rows.all():
        held = since.roles.get(pseudonym)
        if held is None:  # merged into somebody since, or put there by hand: see `_asleep`
            continue
        if role.role not in held:
            await ungrant(session, role.person_id, role.role, today)
            done += 1
        elif role.scope != held[role.role]:
            role.scope = held[role.role]
            done += 1
    await session.flush()
    return done


async def _asleep(session: AsyncSession, since: Since) -> list[str]:
    """A coordinator's account that its owner has not proved in the newer database opens nothing; whose have none."""
    names = []
    for person in list(await session.scalars(_coordinators())):
        ties = await session.execute(
            select(ContactPerson, Contact)
            .join(Contact, Contact.id == ContactPerson.contact_id)
            .where(ContactPerson.person_id == person.id, ContactPerson.proved_at.is_not(None))
        )
        found = ties.all()
        for tie, contact in found:
            if (person.pseudonym, _address(contact)) not in since.proved:
                tie.proved_at = None
        if found and all(tie.proved_at is None for tie, _ in found):
            names.append(person.name)
    await session.flush()
    return names


async def _words(session: AsyncSession, since: Since, today: dt.date) -> int:
    """Words that were taken back since go again, with the messages that brought them and whatever showed them."""
    rows = await session.scalars(
        select(Comment).where(Comment.id.in_(since.withdrawn), Comment.state != CommentState.WITHDRAWN)
    )
    found = list(rows)
    for comment in found:
        if comment.words:
            shown = Delivery.body.contains(comment.words, autoescape=True), Delivery.status.not_in(UNSETTLED)
            await session.execute(update(Delivery).where(*shown).values(body="", buttons=None))
        if comment.incoming_ids:
            await detach(session, [int(id) for id in comment.incoming_ids])
        comment.state, comment.withdrawn_on, comment.words = CommentState.WITHDRAWN, today, ""
        comment.flags, comment.incoming_ids, comment.agenda_point_id = "", [], None
        comment.person_id, comment.confirmed_at, comment.noted = None, None, False
    if found:
        await session.execute(delete(ReturnPath).where(ReturnPath.comment_id.in_([one.id for one in found])))
        forgot(session)
    await session.flush()
    return len(found)
