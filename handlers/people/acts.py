"""What coordinators do with people: add one, complete one, look one up, and (from the shell) make a coordinator."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, or_, select

from db.codes import make_code
from db.contacts import Contact, ContactPerson, contacts_of, masked
from db.journal import write_entry
from db.organisations import Roundtable, roundtable_named
from db.people import Person, PersonRoundtable, Role, grant, roles_of, scope_of
from db.session import AsyncSession
from handlers.access import Act, Actor, Done, refuse, require
from handlers.people.keeping import Kept, keep
from handlers.people.spec import PersonSpec, check
from handlers.turn import House
from messages import Text, text
from messages.keywords import fold

LINK_LASTS = dt.timedelta(hours=24)
MOST_LISTED = 30


async def add_person(session: AsyncSession, house: House, actor: Actor, spec: PersonSpec, *, now: dt.datetime) -> Done:
    """Add one person, or complete the one already known under this phone or Telegram id.

    Without a consent, they are invited: one request, naming the actor, then nothing until they say yes.
    """
    require(actor, Act.ADD_PERSON, territory=spec.territory)
    kept = await keep(session, house, actor, check(spec, house, house.today(now)), source="coordinator", now=now)
    await _note(session, actor, "people.added" if kept.created else "people.completed", kept.person, now)
    return Done(_what_was_done(kept), {"person": kept.person.id, "created": kept.created, "invited": kept.invited})


def _what_was_done(kept: Kept) -> Text:
    facts = {"name": kept.person.name, "number": kept.person.id}
    if kept.withdrawn:
        return text("people-kept-withdrawn", **facts)
    if kept.invited:
        return text("people-kept-invited", **facts)
    if kept.created:
        return text("people-kept", **facts)
    return text("people-completed" if kept.changed else "people-kept-same", **facts)


async def change_person(
    session: AsyncSession,
    house: House,
    actor: Actor,
    person_id: int,
    spec: PersonSpec,
    *,
    leave: tuple[str, ...] = (),
    now: dt.datetime,
) -> Done:
    """Change of a person what `spec` gives (empty: as it was); take them from the roundtables of `leave`."""
    require(actor, Act.ADD_PERSON, territory=spec.territory)
    person = await person_of(session, house, person_id)
    require(actor, Act.ADD_PERSON, territory=person.territory)
    checked = check(spec, house, house.today(now), known=True)
    for name in ("name", "language", "territory", "channel", "postal_address"):
        if getattr(checked, name):
            setattr(person, name, getattr(checked, name))
    kept = await keep(session, house, actor, checked, source="coordinator", now=now, person=person)
    for name in leave:
        await _unseat(session, house, person, name)
    await _note(session, actor, "people.changed", person, now)
    said = "people-kept-invited" if kept.invited else "people-completed"
    return Done(text(said, name=person.name, number=person.id), {"person": person.id, "invited": kept.invited})


async def _unseat(session: AsyncSession, house: House, person: Person, name: str) -> None:
    roundtable = await roundtable_named(session, house.organisation_id, name)
    if roundtable is None:
        raise refuse("people-no-such-roundtable", name=name[:40], known=await _roundtables(session, house))
    seat = await session.get(PersonRoundtable, (person.id, roundtable.id))
    if seat is not None:
        await session.delete(seat)
        await session.flush()


async def _roundtables(session: AsyncSession, house: House) -> str:
    names = await session.scalars(
        select(Roundtable.name).where(Roundtable.organisation_id == house.organisation_id).order_by(Roundtable.name)
    )
    return ", ".join(names) or "-"


async def make_coordinator(
    session: AsyncSession,
    house: House,
    actor: Actor,
    name: str,
    *,
    scope: str | None = None,
    bot: str = "",
    now: dt.datetime,
) -> Done:
    """A coordinator, and the one-use Telegram link, valid 24 h, by which their account becomes theirs. Shell only.

    `scope`: the one territory they answer for ("": all; None: as it was). `bot`: the Telegram bot's user name; without
    it the code alone is given, to send as "/start <code>".
    """
    require(actor, Act.MAKE_COORDINATOR)
    person = await _coordinator_named(session, house, name)
    if person is None:
        person = Person(
            organisation_id=house.organisation_id,
            name=name,
            language=house.default_language,
            created_at=now,
        )
        session.add(person)
        await session.flush()
    await grant(session, person.id, Role.COORDINATOR, scope)
    code = await make_code(session, "coordinator", person.id, now + LINK_LASTS)
    await _note(session, actor, "people.made_coordinator", person, now)
    bot = bot or house.telegram_bot
    link = f"https://t.me/{bot}?start={code}" if bot else ""
    said = text("people-coordinator-link", name=name, link=link) if link else None
    return Done(
        said or text("people-coordinator-code", name=name, code=code),
        {
            "person": person.id,
            "link": link,
            "code": code,
            "valid_hours": 24,
            "territory": await scope_of(session, person.id),
        },
    )


async def _coordinator_named(session: AsyncSession, house: House, name: str) -> Person | None:
    rows = await session.scalars(
        select(Person)
        .where(Person.organisation_id == house.organisation_id, Person.erased_at.is_(None))
        .order_by(Person.id)
    )
    return next((row for row in rows if fold(row.name) == fold(name)), None)


async def person_of(session: AsyncSession, house: House, person_id: int) -> Person:
    person = await session.get(Person, person_id)
    if person is None or person.organisation_id != house.organisation_id or person.erased_at is not None:
        raise refuse("people-no-such-person", number=person_id)
    return person


async def list_people(session: AsyncSession, house: House, actor: Actor, search: str = "", *, now: dt.datetime) -> Done:
    """Who is known, or who answers to these words: a name, a number, a territory, the end of a phone number."""
    require(actor, Act.SEE_PEOPLE)
    people = await _found(session, house, actor, search)
    rows = [await _row(session, person) for person in people]
    if not rows:
        return Done(text("people-none-found", search=search[:40] or "-"), {"people": []})
    lines: list[Text] = [_line(row) for row in rows[:MOST_LISTED]]
    if len(rows) > MOST_LISTED:
        lines.append(text("people-and-more", count=len(rows) - MOST_LISTED))
    return Done(text("people-listed", count=len(rows), lines=lines), {"people": rows})


async def _found(session: AsyncSession, house: House, actor: Actor, search: str) -> list[Person]:
    query = select(Person).where(Person.organisation_id == house.organisation_id, Person.erased_at.is_(None))
    if actor.scope:
        query = query.where(func.lower(Person.territory) == actor.scope.lower())
    people = list(await session.scalars(query.order_by(Person.name, Person.id)))
    wanted = fold(search)
    if not wanted:
        return people
    digits = "".join(c for c in search if c.isdigit())
    by_address = await _by_address(session, digits) if len(digits) >= 4 else set()
    return [
        p
        for p in people
        if wanted in fold(p.name) or wanted == fold(p.territory) or search.strip() == str(p.id) or p.id in by_address
    ]


async def _by_address(session: AsyncSession, digits: str) -> set[int]:
    found = await session.scalars(
        select(ContactPerson.person_id)
        .join(Contact, Contact.id == ContactPerson.contact_id)
        .where(or_(Contact.address.endswith(digits), Contact.address == digits))
    )
    return set(found)


async def _row(session: AsyncSession, person: Person) -> dict[str, object]:
    contacts = await contacts_of(session, person.id)
    roundtables = await session.scalars(
        select(Roundtable.name)
        .join(PersonRoundtable, PersonRoundtable.roundtable_id == Roundtable.id)
        .where(PersonRoundtable.person_id == person.id)
        .order_by(Roundtable.name)
    )
    roles = await roles_of(session, person.id)
    return {
        "number": person.id,
        "name": person.name,
        "language": person.language,
        "roles": sorted(role.value for role in roles),
        "roundtables": list(roundtables),
        "territory": person.territory,
        "channel": person.channel,
        "contacts": [
            {
                "channel": c.channel,
                "address": masked(c.address),
                "consent": c.consent.value,
                "reach": c.reach.value,
            }
            for c in contacts
        ],
    }


def _line(row: dict[str, object]) -> Text:
    contacts = row["contacts"]
    assert isinstance(contacts, list)
    where = [text("people-contact-line", address=c["address"], state=_state(c)) for c in contacts]
    return text(
        "people-line",
        number=row["number"],
        name=row["name"] or "?",
        where=where or [text("people-on-paper" if row["channel"] == "post" else "people-no-address")],
    )


def _state(contact: dict[str, str]) -> Text:
    return (
        text(f"people-reach-{contact['reach'].replace('_', '-')}")
        if contact["reach"] != "ok"
        else text(f"people-consent-{contact['consent']}")
    )


async def _note(session: AsyncSession, actor: Actor, act: str, person: Person, now: dt.datetime) -> None:
    await write_entry(
        session,
        act,
        now=now,
        actor=actor.signature,
        subject=person.pseudonym,
        thing="person",
        thing_id=person.id,
    )
