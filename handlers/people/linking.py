"""One person on a phone and on Telegram: linked by a one-use code, or by their own contact shared on Telegram."""

from __future__ import annotations

import datetime as dt

from db.codes import code_standing, looks_like_code, make_code, use_code
from db.consent import record_consent
from db.contacts import Consent, Contact, Reach, add_contact, attach, contact_at, contacts_of, people_at
from db.conversations import Question, current_dialogue
from db.journal import write_entry
from db.merging import merge_people
from db.people import Code, Person, Role, roles_of
from db.session import AsyncSession
from db.tasks import add_task, close_tasks
from handlers.dialogue import Given, Talk, run
from handlers.numbers import normal, shown
from handlers.turn import Ask, House, Said, Turn
from messages import Channel, Option, Outgoing, Text, text

LASTS = dt.timedelta(minutes=30)


async def link_command(turn: Turn, rest: str) -> Said:
    """/lier, or LIER by text: a code to send from the other side; with a code behind it, that code is taken."""
    if rest and (linked := await code_given(turn, rest)) is not None:
        return linked
    if turn.person is None or turn.contact.consent is not Consent.GIVEN:
        return text("people-link-join-first")
    code = await make_code(turn.session, "link", turn.person.id, turn.now + LASTS)
    if turn.incoming.channel is Channel.TELEGRAM:
        if not turn.house.sms_number:
            return text("people-link-no-sms")
        return text("people-link-code", code=code, number=shown(turn.house.sms_number))
    if not turn.house.telegram_bot:
        return text("people-link-no-telegram")
    return text("people-link-code-telegram", code=code, link=f"t.me/{turn.house.telegram_bot}?start={code}")


async def code_given(turn: Turn, words: str) -> Text | None:
    """What is said when the words are a code that stands; None when they are something else."""
    if not looks_like_code(words):
        return None
    code = await code_standing(turn.session, words, turn.now)
    if code is None:
        return text("people-code-unknown") if "-" in words or turn.text.startswith("/start") else None
    said = await _taken(turn.session, turn.house, turn.contact, turn.person, code, words, turn.now)
    turn.row.fate = "code"
    turn.person = await turn.session.get(Person, code.person_id)
    turn.roles = await roles_of(turn.session, code.person_id)
    return said


async def code_in_dialogue(talk: Talk) -> Text | None:
    """Someone who is asked their name sends the code of the phone where they are in already."""
    assert talk.given is not None
    if not looks_like_code(talk.given.text):
        return None
    code = await code_standing(talk.session, talk.given.text, talk.now)
    if code is None:
        return None
    return await _taken(talk.session, talk.house, talk.contact, talk.person, code, talk.given.text, talk.now)


async def _taken(
    session: AsyncSession,
    house: House,
    contact: Contact,
    person: Person | None,
    code: Code,
    words: str,
    now: dt.datetime,
) -> Text:
    """The contact, and whoever was behind it, become the person who made the code."""
    owner = await session.get_one(Person, code.person_id)
    if code.purpose == "coordinator" and contact.channel != Channel.TELEGRAM:
        return text("people-link-coordinator-telegram")
    if not await _allowed(session, contact, person, owner, code):
        return text("people-link-refused", name=house.contact_name, phone=house.contact_phone)
    if not await use_code(session, code, now):
        return text("people-code-unknown")
    await _end_joining(session, contact, now)
    await link(session, house, contact, person, owner, words=words, now=now)
    if code.purpose == "coordinator":
        return text("people-coordinator-welcome", name=owner.name or house.contact_name)
    return text("people-linked", name=owner.name)


async def _allowed(session: AsyncSession, contact: Contact, person: Person | None, owner: Person, code: Code) -> bool:
    """A shared phone is nobody's to give. And no code of someone else may lend a coordinator's rights."""
    if contact.shared:
        return False
    if person is None or person.id == owner.id or code.purpose == "coordinator":
        return True
    coordinates = Role.COORDINATOR in await roles_of(session, person.id)
    return not coordinates or Role.COORDINATOR in await roles_of(session, owner.id)


async def _end_joining(session: AsyncSession, contact: Contact, now: dt.datetime) -> None:
    under_way = await current_dialogue(session, contact.id)
    if under_way is not None and under_way.name == "join":
        await run.drop_all(session, contact.id, now)


async def link(
    session: AsyncSession,
    house: House,
    contact: Contact,
    person: Person | None,
    owner: Person,
    *,
    words: str,
    now: dt.datetime,
) -> None:
    """Attach a contact to a person; whoever stood behind it is merged into them. They wrote from it: it is a yes."""
    before = ""
    if person is not None and person.id != owner.id:
        before = person.pseudonym
        await merge_people(session, owner, person)
    await attach(session, contact, owner)
    contact.reach = Reach.OK
    if contact.consent is not Consent.GIVEN:
        await record_consent(session, contact, given=True, words=words, source="text", now=now, person_id=owner.id)
    await close_tasks(session, contact.id, ["unknown_number"], now)
    await write_entry(
        session,
        "people.linked",
        now=now,
        actor=f"person:{owner.pseudonym}",
        subject=owner.pseudonym,
        thing="contact",
        thing_id=contact.id,
        channel=contact.channel,
        before=before,
    )


# -- a contact shared on Telegram ------------------------------------------------------------------------------------


async def shared_contact(turn: Turn) -> Said:
    """Their own number, proven by Telegram: the phone known under that number is theirs. Another's is not taken."""
    shared = turn.incoming.contact
    turn.row.text, turn.row.fate = "", "contact"
    if shared is None or shared.user_id != turn.incoming.address:
        return text("people-contact-not-yours")
    number = normal(shared.phone)
    if number is None:
        return text("people-bad-phone", phone=shared.phone[:20])
    phone = await contact_at(turn.session, Channel.SMS, number)
    if phone is None or (phone.person_id is None and not phone.shared):
        return await _new_phone(turn, phone, number)
    if phone.shared:
        return await _whose(turn, phone)
    if phone.reach is Reach.DOUBTFUL:
        return await _checked_by_a_human(turn, phone)
    return await _phone_found(turn, await turn.session.get_one(Person, phone.person_id))


async def _new_phone(turn: Turn, phone: Contact | None, number: str) -> Said:
    """A number nobody had: kept beside their Telegram, and asked whether it may be texted."""
    if turn.person is None:
        return text("people-link-join-first")
    if phone is None:
        phone = await add_contact(turn.session, turn.house.organisation_id, Channel.SMS, number, turn.now)
    await attach(turn.session, phone, turn.person)
    if phone.consent is Consent.WITHDRAWN:
        return text("people-phone-stopped", number=shown(number))
    options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
    return Ask(Outgoing(text("people-text-too", number=shown(number)), options), "people.text_too", phone.id)


async def told_text_too(turn: Turn, question: Question, given: Given) -> Said:
    phone = await turn.session.get_one(Contact, question.subject_id)
    asked = str(question.prompt.get("text", ""))
    if given.value != "yes":
        return text("people-nothing-changed")
    await record_consent(
        turn.session,
        phone,
        given=True,
        words=turn.text or "yes",
        source="button",
        now=turn.now,
        asked=asked,
        person_id=turn.person.id if turn.person else None,
    )
    return text("people-phone-added")


async def _phone_found(turn: Turn, owner: Person) -> Said:
    if turn.person is not None and turn.person.id == owner.id:
        return text("people-linked", name=owner.name)
    if turn.person is not None and await _both_coordinate(turn, owner):
        return text("people-link-refused", name=turn.house.contact_name, phone=turn.house.contact_phone)
    await _end_joining(turn.session, turn.contact, turn.now)
    await link(turn.session, turn.house, turn.contact, turn.person, owner, words="contact", now=turn.now)
    turn.person, turn.roles = owner, await roles_of(turn.session, owner.id)
    return text("people-linked", name=owner.name)


async def _both_coordinate(turn: Turn, owner: Person) -> bool:
    """Two coordinators are two people until one of them says otherwise with a code."""
    theirs = await roles_of(turn.session, owner.id)
    return Role.COORDINATOR in theirs and Role.COORDINATOR in turn.roles


async def _whose(turn: Turn, phone: Contact) -> Said:
    people = await people_at(turn.session, phone.id)
    options = tuple(Option(str(person.id), person.name) for person in people[:4])
    none = Option("none", text("people-someone-else"))
    return Ask(Outgoing(text("people-who-on-phone"), (*options, none)), "people.whose", phone.id)


async def told_whose(turn: Turn, question: Question, given: Given) -> Said:
    """One of the two people of a shared phone is on Telegram now."""
    if given.value == "none":
        return text("people-nothing-changed")
    return await _phone_found(turn, await turn.session.get_one(Person, int(str(given.value))))


async def _checked_by_a_human(turn: Turn, phone: Contact) -> Said:
    await add_task(
        turn.session,
        turn.house.organisation_id,
        "reassigned",
        now=turn.now,
        contact_id=phone.id,
        person_id=phone.person_id,
        once=True,
    )
    return text("people-doubtful", name=turn.house.contact_name, phone=turn.house.contact_phone)


async def has_telegram(session: AsyncSession, person: Person) -> bool:
    found = await contacts_of(session, person.id)
    return any(c.channel == Channel.TELEGRAM and c.reach is not Reach.NOT_STARTED for c in found)
