"""One person on a phone and on Telegram: linked by a one-use code, or by their own contact shared on Telegram."""

from __future__ import annotations

import datetime as dt

from db.codes import code_standing, codes_from, looks_like_code, make_code, use_code
from db.consent import record_consent
from db.contacts import Consent, Contact, Reach, add_contact, attach, contact_at, is_proved, people_at, prove
from db.conversations import HandledAs, IncomingMessage, Question, TaskKind, current_dialogue
from db.journal import write_entry
from db.journal.questions import times_done
from db.people import Code, Person, is_coordinator
from db.session import AsyncSession
from db.tasks import add_task
from db.unknown_numbers import known_at_last
from handlers import guesses
from handlers.acting import Acting
from handlers.addresses import tell_added, tell_at
from handlers.dialogue import Given, Talk, state
from handlers.heard import may_answer
from handlers.numbers import normal, shown
from handlers.people import merging
from handlers.turn import Ask, QuestionKind, Reply, Turn
from messages import Channel, Option, Outgoing, Text, text
from messages.reading import Meaning, Step

LASTS = dt.timedelta(minutes=30)

TEXT_TOO = QuestionKind("people.text_too", Step.CLAIM_OFFERED, {"yes": Meaning.YES, "no": Meaning.NO})
WHOSE = QuestionKind("people.whose", Step.MENU)
ON_A_PHONE = dt.timedelta(hours=12)  # a code that we text by ourselves may wait for the end of the quiet hours
MOST_ON_A_PHONE, IN = 3, dt.timedelta(days=1)
CODE_SENT = "people.code_sent"


async def link_command(turn: Turn, rest: str) -> Reply:
    """/lier, or LIER by text: a code to send from the other side; with a code behind it, that code is taken."""
    if rest and (linked := await code_given(turn, rest)) is not None:
        return linked
    if turn.person is None or turn.contact.consent is not Consent.GIVEN:
        return text("people-link-join-first")
    if turn.contact.shared:  # whoever holds it may say that they are either of the two
        return text("people-link-shared", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
    code = await make_code(turn.session, "link", turn.person.id, turn.now + LASTS, turn.contact.id)
    if turn.incoming.channel is Channel.TELEGRAM:
        if not turn.installation.sms_number:
            return text("people-link-no-sms")
        return text("people-link-code", code=code, number=shown(turn.installation.sms_number))
    if not turn.installation.telegram_bot:
        return text("people-link-no-telegram")
    return text("people-link-code-telegram", code=code, link=f"t.me/{turn.installation.telegram_bot}?start={code}")


async def code_given(turn: Turn, words: str) -> Reply:
    """What is said when the words are a code that stands; None when they are something else."""
    if not looks_like_code(words):
        return None
    if (refusal := await guesses.barred(turn.acting, turn.row)) is not None:
        return refusal if not turn.stranger or await may_answer(turn) else []
    code = await code_standing(turn.session, words, turn.now)
    if code is None:
        if await current_dialogue(turn.session, turn.contact.id) is None:  # six letters may answer its question
            await guesses.wrong(turn.acting, turn.row, turn.contact)
        return text("people-code-unknown") if "-" in words or turn.text.startswith("/start") else None
    turn.row.handled_as = HandledAs.CODE
    if code.contact_id == turn.contact.id:
        return text("people-code-for-the-other-side")
    said = await _taken(turn.acting, turn.contact, turn.person, code, words)
    if is_theirs(turn.contact, code.person_id):
        await turn.becomes(await turn.session.get_one(Person, code.person_id))
    return said


async def code_in_dialogue(talk: Talk) -> Reply:
    """Someone who is asked their name sends the code of the phone where they are in already."""
    assert talk.given is not None
    if not looks_like_code(talk.given.text):
        return None
    row = await talk.session.get_one(IncomingMessage, talk.given.incoming_id)
    if (refusal := await guesses.barred(talk.acting, row)) is not None:
        return refusal
    code = await code_standing(talk.session, talk.given.text, talk.now)
    if code is None:
        await guesses.wrong(talk.acting, row, talk.contact)
        return None
    return await _taken(talk.acting, talk.contact, talk.person, code, talk.given.text)


def is_theirs(contact: Contact, person_id: int) -> bool:
    return not contact.shared and contact.person_id == person_id


async def _taken(acting: Acting, contact: Contact, person: Person | None, code: Code, words: str) -> Reply:
    """The contact becomes one more address of whoever made the code. Who is known behind it already is asked first."""
    owner = await acting.session.get_one(Person, code.person_id)
    if code.purpose == "coordinator" and contact.channel != Channel.TELEGRAM:
        return text("people-link-coordinator-telegram")
    known = person is not None and person.id != owner.id
    if contact.shared or (known and not await _may_be_one(acting.session, person)):
        return refused(acting)
    if not await use_code(acting.session, code, acting.now):
        return text("people-code-unknown")
    carries = await _carries_role(acting.session, code)
    if person is not None and known:
        return await merging.ask(acting, contact, person, owner, carries_role=carries)
    await _end_joining(acting, contact)
    await link(acting, contact, owner, words=words, proved=carries)
    if code.purpose == "coordinator":
        return text("people-coordinator-welcome", name=owner.name or acting.installation.contact_name)
    return text("people-linked", name=owner.name)


def refused(acting: Acting) -> Text:
    return text("people-link-refused", name=acting.installation.contact_name, phone=acting.installation.contact_phone)


async def _may_be_one(session: AsyncSession, person: Person | None) -> bool:
    """No code lends a coordinator's rights to somebody else: who coordinates is absorbed by nobody."""
    return person is None or not await is_coordinator(session, person.id)


async def _carries_role(session: AsyncSession, code: Code) -> bool:
    """Whether a coordinator's role may act where this code is opened: it was given by the shell, or asked from an
    address that its owner proved. Who coordinates nothing proves their address in any case."""
    if code.purpose == "coordinator" or not await is_coordinator(session, code.person_id):
        return True
    return code.contact_id is not None and await is_proved(session, code.contact_id, code.person_id)


async def _end_joining(acting: Acting, contact: Contact) -> None:
    under_way = await current_dialogue(acting.session, contact.id)
    if under_way is not None and under_way.name == "join":
        await state.drop_all(acting, contact.id)


async def link(acting: Acting, contact: Contact, owner: Person, *, words: str, proved: bool) -> None:
    """Attach a contact to a person, who is told at their other addresses. They wrote from it: it is a yes, but for a
    phone that had stopped everything, since a text can be forged."""
    new = contact.person_id != owner.id
    await attach(acting.session, contact, owner, acting.now)
    if proved:
        await prove(acting.session, contact.id, owner.id, acting.now)
    contact.reach = Reach.OK
    stopped = contact.consent is Consent.WITHDRAWN and contact.channel == Channel.SMS
    if contact.consent is not Consent.GIVEN and not stopped:
        await record_consent(
            acting.session, contact, given=True, words=words, source="text", now=acting.now, person_id=owner.id
        )
    await known_at_last(acting.session, contact.id, owner.id, acting.now)
    if new:
        await tell_added(acting, owner, contact)
    await write_entry(
        acting.session,
        "people.linked",
        now=acting.now,
        actor=f"person:{owner.pseudonym}",
        subject=owner.pseudonym,
        thing="contact",
        thing_id=contact.id,
        channel=contact.channel,
    )


# -- a contact shared on Telegram ------------------------------------------------------------------------------------


async def shared_contact(turn: Turn) -> Reply:
    """Their own number, proven by Telegram: the phone known under that number is theirs. Another's is not taken."""
    shared = turn.incoming.contact
    turn.row.text, turn.row.handled_as = "", HandledAs.CONTACT
    if shared is None or shared.user_id != turn.incoming.address:
        return text("people-contact-not-yours")
    number = normal(shared.phone)
    if number is None:
        return text("people-phone-not-whole", phone=shared.phone[:20])
    phone = await contact_at(turn.session, Channel.SMS, number)
    if phone is None or (phone.person_id is None and not phone.shared):
        return await _new_phone(turn, phone, number)
    if phone.shared:
        return await _whose(turn, phone)
    if phone.reach is Reach.DOUBTFUL:
        return await _checked_by_a_human(turn, phone)
    return await _phone_found(turn, phone, await turn.session.get_one(Person, phone.person_id))


async def _new_phone(turn: Turn, phone: Contact | None, number: str) -> Reply:
    """A number nobody had: kept beside their Telegram, and asked whether it may be texted."""
    if turn.person is None:
        return text("people-link-join-first")
    if phone is None:
        phone = await add_contact(turn.session, turn.installation.organisation_id, Channel.SMS, number, turn.now)
    await attach(turn.session, phone, turn.person, turn.now)
    await tell_added(turn.acting, turn.person, phone)
    if phone.consent is Consent.WITHDRAWN:
        return text("people-phone-stopped", number=shown(number))
    options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
    return Ask(Outgoing(text("people-text-too", number=shown(number)), options), TEXT_TOO, phone.id)


async def told_text_too(turn: Turn, question: Question, given: Given) -> Reply:
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


async def _phone_found(turn: Turn, phone: Contact, owner: Person) -> Reply:
    """The phone is somebody's: a code goes there, to be written on this account. Telegram keeps an account on a number
    that its holder lost years ago; and nothing that a phone answers joins an account, since a text can be forged, and
    a yes to a meeting crosses the question. On a phone where nobody ever said yes, a coordinator asks.
    """
    if turn.person is not None and turn.person.id == owner.id:
        return text("people-linked", name=owner.name)
    if await is_coordinator(turn.session, owner.id) or not await _may_be_one(turn.session, turn.person):
        return refused(turn.acting)  # a coordinator's account is opened by a code of theirs
    if phone.consent is not Consent.GIVEN or phone.reach is not Reach.OK:
        return await merging.by_voice(turn.acting, turn.contact, turn.person, owner)
    if not await codes_from(turn.session, phone.id, turn.now):
        if await times_done(turn.session, CODE_SENT, "contact", phone.id, turn.now - IN) >= MOST_ON_A_PHONE:
            return await merging.by_voice(turn.acting, turn.contact, turn.person, owner)
        await _send_code(turn, phone, owner)
    return text("people-code-to-the-phone", number=shown(phone.address))


async def _send_code(turn: Turn, phone: Contact, owner: Person) -> None:
    """No question: nothing is open on the phone that its next answer could be taken for."""
    code = await make_code(turn.session, "link", owner.id, turn.now + ON_A_PHONE, phone.id)
    await tell_at(turn.acting, owner, [phone], text("people-code-for-telegram", code=code))
    await write_entry(
        turn.session,
        CODE_SENT,
        now=turn.now,
        subject=owner.pseudonym,
        thing="contact",
        thing_id=phone.id,
        channel=turn.incoming.channel.value,
    )


async def _whose(turn: Turn, phone: Contact) -> Reply:
    people = await people_at(turn.session, phone.id)
    options = tuple(Option(str(person.id), person.name) for person in people[:4])
    none = Option("none", text("people-someone-else"))
    return Ask(Outgoing(text("people-who-on-phone"), (*options, none)), WHOSE, phone.id)


async def told_whose(turn: Turn, question: Question, given: Given) -> Reply:
    """One of the two people of a shared phone says that they are on Telegram: their word alone does not tell which."""
    if given.value == "none":
        return text("people-nothing-changed")
    owner = await turn.session.get_one(Person, int(str(given.value)))
    return await merging.by_voice(turn.acting, turn.contact, turn.person, owner)


async def _checked_by_a_human(turn: Turn, phone: Contact) -> Reply:
    await add_task(
        turn.session,
        turn.installation.organisation_id,
        TaskKind.REASSIGNED,
        now=turn.now,
        contact_id=phone.id,
        person_id=phone.person_id,
        once=True,
    )
    return text("people-doubtful", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
