"""Keeping one person who was written down: found again or made; and the one request for consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import Select, and_, exists, or_, select

from db import message_kinds
from db.contacts import Consent, Contact, ContactPerson, Reach, contact_at, yeses_awaited
from db.conversations import Question, TaskKind, current_dialogue
from db.deliveries import Delivery
from db.people import Person
from db.session import AsyncSession
from db.tasks import close_tasks
from handlers import sending
from handlers.acting import Acting, Refused
from handlers.people import by_email
from handlers.people.apply import apply
from handlers.people.known import read_known
from handlers.people.plan import DraftLine, LineFate, PersonChange, Plan
from handlers.people.planner import Planner
from handlers.people.spec import Checked
from handlers.people.strangers import CONSENT, invitation
from handlers.sending import SendOptions
from messages import Text
from messages.channels import SPECS, UNWRITTEN, spec_of

REQUEST = SendOptions(message_kinds.CONSENT)
REQUESTS_AT_ONCE = 100
MUTE = [spec.channel.value for spec in SPECS if spec.sent and not spec.answers]
AT_ONCE = [spec.channel.value for spec in SPECS if spec.sent and not spec.opened]  # the others wait for their owner


@dataclass(slots=True)
class KeptPerson:
    """What came of one person written down."""

    person: Person
    contacts: list[Contact] = field(default_factory=list)
    created: bool = False
    changed: bool = False
    invited: bool = False
    withdrawn: bool = False  # a stop stands that is later than the consent written down
    remarks: tuple[Text, ...] = ()  # the plan's, of this person


async def keep(
    acting: Acting, spec: Checked, *, source: str, person: Person | None = None, not_theirs: Sequence[Contact] = ()
) -> KeptPerson:
    """Keep what is written of one person: of `person` when it is known who, else of whoever these addresses name.

    `not_theirs`: addresses that they are being taken off. Raises `Refused` before anything is touched.
    """
    await acting.session.flush()  # what the caller changed of them is known too
    people, wrong = [person.id] if person else [], [contact.id for contact in not_theirs]
    known = await read_known(acting, spec.addresses, people, lock=True, not_theirs=wrong)
    planner = Planner(known, acting.installation, acting.now, acting.actor, scope=acting.actor.scope)
    change = planner.take(DraftLine(0, spec.name, spec), person.id if person else None)
    plan = planner.end()
    if change is None:
        raise Refused(plan.lines[0].why[0])
    await apply(acting, plan, known, source=source)
    kept = await _kept(acting.session, plan, change, spec)
    asked = not kept.invited
    for contact in kept.contacts:
        await close_tasks(acting.session, contact.id, [TaskKind.UNKNOWN_NUMBER], acting.now)
        asked = asked or await ask_consent(acting, contact, kept.person)
    return kept


async def _kept(session: AsyncSession, plan: Plan, change: PersonChange, spec: Checked) -> KeptPerson:
    person = await session.get_one(Person, change.id)
    what = plan.lines[0].what
    kept = KeptPerson(person, created=what is LineFate.ADD, changed=what is not LineFate.SAME)
    kept.invited, kept.withdrawn, kept.remarks = plan.invited > 0, plan.withdrawn > 0, plan.lines[0].why
    addresses = spec.addresses or [(contact.channel, contact.address) for contact in plan.contacts]
    for channel, address in addresses:
        contact = await contact_at(session, channel, address)
        if contact is not None:
            kept.contacts.append(contact)
    return kept


# -- the one request for consent -----------------------------------------------------------------------------------


async def ask_consent(acting: Acting, contact: Contact, person: Person) -> bool:
    """Naming who spoke with them, once; then nothing. On Telegram it waits for Start; by e-mail, a link says yes.

    In the middle of a talk it waits for its end (`requests_due`): on a phone of several, the "1" of whoever is writing
    would be the consent of another, and their words would be lost.
    """
    awaited = contact.consent is Consent.GIVEN and contact.id in await yeses_awaited(acting.session, person.id)
    if not (contact.consent is Consent.INVITED or awaited) or contact.reach is not Reach.OK:
        return False
    if person.channel in UNWRITTEN or (awaited and person.refused):
        return False
    if await current_dialogue(acting.session, contact.id) is not None:
        return False
    if not spec_of(contact.channel).answers:
        await sending.write_to(
            acting, contact, await by_email.invitation(acting, contact, person), options=REQUEST, person=person
        )
        return True
    ask = invitation(acting.installation, person)
    question = await sending.open_question(acting, contact, person, ask)
    await sending.write_to(acting, contact, ask.outgoing, options=REQUEST, person=person, question=question)
    return True


async def requests_due(acting: Acting) -> int:
    """Those whom a list invited and who were not asked yet, a hundred at a time."""
    rows = await acting.session.execute(_to_ask())
    done: set[int] = set()
    people: set[int] = set()
    for contact, person in rows.all():
        again = (contact.id in done and contact.consent is Consent.INVITED) or (
            contact.channel in MUTE and person.id in people
        )
        if not again and await ask_consent(acting, contact, person):
            done.add(contact.id)
            people.add(person.id)
    return len(done)


@cache  # asked at each tick: building the question costs as much as its answer
def _to_ask() -> Select[Contact, Person]:
    asks = Delivery.kind == REQUEST.kind.name
    asked = exists().where(asks, Delivery.contact_id == Contact.id)
    # Whoever was asked on their phone is not asked by e-mail too.
    elsewhere = exists().where(asks, Delivery.person_id == Person.id)
    named = exists().where(
        Question.kind == CONSENT.name, Question.contact_id == Contact.id, Question.subject_id == Person.id
    )
    beside = or_(named, exists().where(asks, Delivery.contact_id == Contact.id, Delivery.person_id == Person.id))
    return (
        select(Contact, Person)
        .join(ContactPerson, ContactPerson.contact_id == Contact.id)
        .join(Person, Person.id == ContactPerson.person_id)
        .where(
            or_(
                and_(Contact.consent == Consent.INVITED, ~asked),
                and_(Contact.consent == Consent.GIVEN, ContactPerson.agreed.is_(False), ~beside),
            ),
            Contact.reach == Reach.OK,
            Contact.channel.in_(AT_ONCE),
            Person.invited_by != "",
            or_(Contact.consent == Consent.INVITED, Person.refused == ""),
            Person.channel.not_in(UNWRITTEN),
            or_(Contact.channel.not_in(MUTE), ~elsewhere),
        )
        .order_by(Contact.id)
        .limit(REQUESTS_AT_ONCE)
    )
