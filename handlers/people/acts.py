"""What coordinators do with people: add one, complete one, look one up, and (from the shell) make a coordinator."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Annotated

from sqlalchemy import select

from db.codes import make_code
from db.contacts import contacts_of, forget_proofs, masked, people_at, yeses_awaited
from db.conversations import IncomingMessage
from db.exchanged import last_read_of
from db.labels import by_name, label
from db.organisations import Roundtable, listed_territory, roundtable_named
from db.people import Person, Role, grant, is_coordinator, scope_of, unseat
from db.privacy.looks import EVERYBODY
from db.refusals import refusals
from handlers import sending
from handlers.act import Field, Right, Writes, act, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.numbers import shown as number_shown
from handlers.people.cards import card_of, line_of, row_of, standing
from handlers.people.consent_told import with_consent
from handlers.people.corrections import agreed_again, carried, confirmed, said_lost, take_off, wrong_contacts
from handlers.people.keeping import KeptPerson, keep
from handlers.people.moving import answer_for, moved
from handlers.people.rectifying import change_noted, fields_changed, note_corrected, version_of
from handlers.people.search import found
from handlers.people.spec import Checked, PersonSpec, check
from handlers.places_meant import is_theirs, roundtable_meant, territory_meant
from handlers.things import PERSON
from messages import Channel, Text, text
from messages.keywords import fold

LINK_LASTS = dt.timedelta(hours=24)
MOST_LISTED = 30
MOST_READ = 200  # characters of a last message


@act(
    "people.add",
    entry="people.added",
    makes=PERSON,
    writes=Writes.CONCERNED,
    undone_by="people.change",
    twin="people add",
)
async def add_person(acting: Acting, spec: PersonSpec) -> ActResult:
    """One person added, or the one already known under this phone or Telegram id completed.

    Without a consent, they are invited: one request, naming the actor, then nothing until they say yes.
    """
    checked = await _placed(acting, check(await in_scope(acting, spec), acting.installation, acting.today))
    kept = await keep(acting, checked, source="coordinator")
    data = {"person": kept.person.id, "created": kept.created, "invited": kept.invited}
    entry = "people.added" if kept.created else "people.completed"
    done = await with_consent(acting, _what_was_done(acting, kept, checked), kept, checked)
    said = await _with_roundtables(acting, done, kept.person, checked)
    return ActResult(said, data, made=kept.person, entry=entry, asks=_asks(acting, kept, checked), checked=_asked(kept))


async def _placed(acting: Acting, checked: Checked) -> Checked:
    """With the roundtables and the territory that are meant. Raises `Doubtful` for a slip, and for what is new."""
    tables = [await roundtable_meant(acting, name) for name in checked.roundtables]
    territory = await territory_meant(acting, checked.territory) if checked.territory else ""
    return replace(checked, roundtables=tuple(dict.fromkeys(tables)), territory=territory)


async def _with_roundtables(
    acting: Acting, said: Text, person: Person, checked: Checked, leave: tuple[str, ...] = ()
) -> Text:
    """Where they sit now, when something of it was written; the phones that they have now, and share."""
    said = await _with_phones(acting, said, person, checked)
    if not checked.roundtables and not leave:
        return said
    names = (await row_of(acting.session, person))["roundtables"]
    return text("people-and-roundtables", said=said, names=names or "-")


async def _with_phones(acting: Acting, said: Text, person: Person, checked: Checked) -> Text:
    """What a phone that was written means: a second one beside the first, or one that another person has too."""
    phones = [c for c in await contacts_of(acting.session, person.id) if c.channel == Channel.SMS.value]
    if not checked.phone or checked.phone not in [contact.address for contact in phones]:
        return said
    before = next((contact.address for contact in phones if contact.address != checked.phone), None)
    if before is not None:
        said = text("people-and-phones", said=said, phone=number_shown(before), number=person.id)
    written = next(contact for contact in phones if contact.address == checked.phone)
    others = [other.name or "?" for other in await people_at(acting.session, written.id) if other.id != person.id]
    return text("people-and-shared", said=said, names=", ".join(others)) if others else said


async def in_scope(acting: Acting, spec: PersonSpec) -> PersonSpec:
    """Whoever answers for one territory writes people down there, and nowhere else."""
    scope = acting.actor.scope
    if scope and spec.territory and not await is_theirs(acting, spec.territory):
        raise refuse("access-other-territory", territory=scope)
    return replace(spec, territory=scope) if scope else spec


def _what_was_done(acting: Acting, kept: KeptPerson, checked: Checked) -> Text:
    facts = {"name": kept.person.name, "number": kept.person.id}
    if acting.actor.scope and kept.created:  # the same of a number that somebody of another territory has
        return text("people-kept-in-territory", **facts, agreed="yes" if checked.consent else "no")
    if kept.withdrawn:
        return text("people-kept-withdrawn", **facts)
    if kept.invited:
        return text("people-kept-invited", **facts)
    if kept.created:
        return text("people-kept", **facts)
    return text("people-completed" if kept.changed else "people-kept-same", **facts)


def _asks(acting: Acting, kept: KeptPerson, checked: Checked) -> bool:
    """Whether the one question that would leave is shown first: a phone may be somebody else's. In the shell, it is
    written whole by whoever runs the program. Whoever answers for one territory would learn by it that a number is
    nobody's, or somebody's of another."""
    # A new card has another number at each try, an e-mail a link of its own: neither is the same page twice.
    written = checked.phone is not None and not kept.created
    return written and kept.invited and acting.actor.via != "shell" and not acting.actor.scope


def _asked(kept: KeptPerson) -> Text | None:
    """What the check page says of the one question that would leave."""
    return text("people-asks-about", name=kept.person.name or "?") if kept.invited else None


def _what_was_changed(kept: KeptPerson, *, changed: bool) -> Text:
    id = "people-kept-withdrawn" if kept.withdrawn else "people-kept-invited" if kept.invited else "people-completed"
    id = id if changed or id != "people-completed" else "people-kept-same"
    return text(id, name=kept.person.name, number=kept.person.id)


@act_on(
    PERSON,
    "people.change",
    entry="people.changed",
    writes=Writes.CONCERNED,
    for_oneself=True,
    undone_by="people.change",
)
async def change_person(
    acting: Acting,
    person: Person,
    spec: PersonSpec,
    *,
    leave: tuple[str, ...] = (),
    wrong: tuple[str, ...] = (),
    reason: str = "",
) -> ActResult:
    """Of a person, what `spec` gives is changed (empty: as it was); they leave the roundtables of `leave`.

    `wrong`: addresses that are not theirs ("perdu" behind one: nothing is written there). A phone given also takes the
    place of one that was found wrong. `reason`: why; it is kept in the register of requests.
    """
    if acting.actor.scope and spec.territory:
        await in_scope(acting, spec)
    checked = await _placed(acting, check(spec, acting.installation, acting.today, known=True))
    await _addresses_stay(acting, person, checked, wrong)
    wrong, lost = await said_lost(acting.session, person, wrong)
    others = acting.actor.scope and person.id != acting.actor.person_id
    if others and await is_coordinator(acting.session, person.id):
        raise refuse("access-whole-organisation", territory=acting.actor.scope)
    others_told, was = await answer_for(acting, person, spec.territory), person.territory
    before = await version_of(acting.session, person)
    for name in ("name", "language", "territory", "channel", "postal_address"):
        if getattr(checked, name):
            setattr(person, name, getattr(checked, name))
    if checked.territory:
        person.territory = await listed_territory(acting.session, acting.organisation_id, checked.territory)
    not_theirs = await wrong_contacts(acting.session, person, wrong) if checked.phone or wrong else []
    if confirmed(not_theirs, checked.phone):
        not_theirs = []
    checked = await carried(acting.session, not_theirs, person, checked)
    await agreed_again(acting.session, person, checked)
    kept = await keep(acting, checked, source="coordinator", person=person, not_theirs=not_theirs)
    await take_off(acting, not_theirs, person, wrong, lost)
    for name in leave:
        await _unseat(acting, person, name)
    after = await version_of(acting.session, person)
    noted, changed = change_noted(person, before, after), fields_changed(before, after)
    same = not (changed or checked.consent or checked.phone or wrong or reason.strip())
    done = await with_consent(acting, _what_was_changed(kept, changed=not same), kept, checked)
    if changed:
        done = text("people-and-changed", said=done, what=changed)
    if reason.strip():
        noted["request"] = (await note_corrected(acting, person, reason)).id
    data = {"person": person.id, "invited": kept.invited, "request": noted.get("request")}
    said = await _with_roundtables(acting, done, person, checked, leave)
    result = ActResult(
        said, data, noted=noted, asks=_asks(acting, kept, checked), checked=_asked(kept), entry="" if same else None
    )
    return result if others_told is None else await moved(acting, person, was, others_told, result)


async def _addresses_stay(acting: Acting, person: Person, checked: Checked, wrong: tuple[str, ...]) -> None:
    """Raise `Refused` when the address of a coordinator would be moved by another: it is how their power is reached."""
    moved = bool(checked.addresses or wrong or checked.channel or checked.postal_address)
    if moved and not acting.actor.vouches and await is_coordinator(acting.session, person.id):
        raise refuse("people-coordinator-address")


async def _unseat(acting: Acting, person: Person, name: str) -> None:
    roundtable = await roundtable_named(acting.session, acting.installation.organisation_id, name)
    if roundtable is None:
        raise refuse("people-no-such-roundtable", name=name[:40], known=await _roundtables(acting))
    await unseat(acting.session, person.id, roundtable.id, acting.today)


async def _roundtables(acting: Acting) -> str:
    names = await acting.session.scalars(
        select(Roundtable.name)
        .where(Roundtable.organisation_id == acting.installation.organisation_id)
        .order_by(by_name(Roundtable.name))
    )
    return ", ".join(names) or "-"


@act(
    "people.make_coordinator",
    right=Right.SHELL,
    entry="people.made_coordinator",
    makes=PERSON,
    undone_by="people.revoke",
    twin="people add",
)
async def make_coordinator(acting: Acting, name: str, *, scope: str | None = None, bot: str = "") -> ActResult:
    """A coordinator, and the one-use Telegram link, valid 24 h, by which their account becomes theirs.

    `scope`: the one territory they answer for ("": all; None: as it was). `bot`: the Telegram bot's user name; without
    it the code alone is given, to send as "/start <code>".
    """
    name = label(name)
    if scope:
        meant = await territory_meant(acting, scope)
        scope = await listed_territory(acting.session, acting.organisation_id, meant)
    person = await _coordinator_named(acting, name)
    if person is None:
        person = Person(
            organisation_id=acting.organisation_id,
            name=name,
            language=acting.installation.default_language,
            created_at=acting.now,
        )
        acting.session.add(person)
        await acting.session.flush()
    if not await is_coordinator(acting.session, person.id):  # given away where nobody looks: those who have it know
        house = acting.installation.contact_name
        of = {"territory": scope} if scope else {}
        words = text(f"people-coordinator-new{'-of' if of else ''}", name=name, contact=house, **of)
        await sending.tell_every_coordinator(acting, words)
    if await grant(acting.session, person.id, Role.COORDINATOR, scope, since=acting.today):
        await forget_proofs(acting.session, person.id)  # the role sleeps until the link is opened
    code = await make_code(acting.session, "coordinator", person.id, acting.now + LINK_LASTS)
    bot = bot or acting.installation.telegram_bot
    link = f"https://t.me/{bot}?start={code}" if bot else ""
    said = text("people-coordinator-link", name=name, link=link) if link else None
    data = {"person": person.id, "link": link, "code": code, "valid_hours": 24}
    data["territory"] = await scope_of(acting.session, person.id)
    return ActResult(said or text("people-coordinator-code", name=name, code=code), data, made=person)


async def _coordinator_named(acting: Acting, name: str) -> Person | None:
    """The coordinator of this name, else the one person of this name. Raises `Refused` when there are several."""
    rows = await acting.session.scalars(
        select(Person)
        .where(Person.organisation_id == acting.installation.organisation_id, Person.erased_at.is_(None))
        .order_by(Person.id)
    )
    named = [row for row in rows if fold(row.name) == fold(name)]
    coordinates = [row for row in named if await is_coordinator(acting.session, row.id)]
    found = coordinates or named
    if len(found) > 1:
        numbers = ", ".join(f"{row.name} ({row.id})" for row in found)
        raise refuse("people-several-of-this-name", names=numbers)
    return found[0] if found else None


@act_on(PERSON, "people.show", entry="people.seen", for_oneself=True, final="a look undoes nothing", twin="people show")
async def show_person(acting: Acting, person: Person) -> ActResult:
    """One card, its numbers whole, since they are there to be called or checked: the journal says who saw it."""
    row = await row_of(acting.session, person)
    contacts = await contacts_of(acting.session, person.id)
    hidden, awaited = await _is_hidden(acting, person), await yeses_awaited(acting.session, person.id)
    row["contacts"] = [
        {
            "channel": c.channel,
            "address": masked(c.address) if hidden else number_shown(c.address),
            "consent": standing(c, awaited).value,
            "reach": c.reach.value,
        }
        for c in contacts
    ]
    row["other_phones"] = [] if hidden else [phone for phone in person.other_phones.split("; ") if phone]
    row["postal_address"] = "" if hidden else person.postal_address
    row["paid_by"] = person.paid_by
    no = (await refusals(acting.session, acting.organisation_id, person.id)).get(person.id)
    row["refused"] = {"words": no.words, "day": acting.installation.local(no.at).date()} if no is not None else None
    lines = [card_of(row)]
    lines += [text("people-card-refused", **row["refused"])] if row["refused"] else []  # type: ignore[arg-type]
    if (message := await last_read_of(acting.session, person.id, acting.now)) is not None:
        lines.append(read_line(person, message))
        row["last_read"] = {"words": message.text, "reading": message.reading}
    return ActResult(text("people-card", lines=lines), row)


async def _is_hidden(acting: Acting, person: Person) -> bool:
    """Whoever answers for one territory reads no address of another coordinator whole: it is how a role is reached."""
    if not acting.actor.scope or person.id == acting.actor.person_id:
        return False
    return await is_coordinator(acting.session, person.id)


def read_line(person: Person, message: IncomingMessage) -> Text:
    """The last message in which a presence was read, and how to say that it means something else."""
    meaning = text(f"reading-{message.reading or 'unknown'}")
    words = message.text[:MOST_READ]
    return text("people-card-read", number=person.id, words=words, meaning=meaning, when=message.received_at)


@act("people.list", twin="people list")
async def list_people(
    acting: Acting, search: Annotated[str, Field("A name, a number, a territory, the end of a phone number.")] = ""
) -> ActResult:
    """Who is known, or who answers to these words: a name, a number, a territory, the end of a phone number."""
    people = await found(acting, search)
    rows = [await row_of(acting.session, person) for person in people]
    if not rows:
        return ActResult(text("people-none-found", search=search[:40] or "-"), {"people": []})
    lines: list[Text] = [line_of(row) for row in rows[:MOST_LISTED]]
    if len(rows) > MOST_LISTED:
        lines.append(text("people-and-more", count=len(rows) - MOST_LISTED))
    shows = tuple(person.id for person in people) if len(people) <= MOST_LISTED else (EVERYBODY,)
    scope = acting.actor.scope
    said = text("people-listed", count=len(rows), lines=lines)
    if scope:
        said = text("people-listed-here", count=len(rows), lines=lines, territory=scope)
    return ActResult(said, {"people": rows}, shows=shows)
