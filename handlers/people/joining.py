"""Joining: who is speaking and why, a language, a name, a yes."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from db.consent import record_consent
from db.contacts import Consent, Contact, attach
from db.journal import write_entry
from db.people import Person, Role, grant
from db.session import AsyncSession
from db.tasks import add_task, close_tasks
from handlers.dialogue import NO, YES, Given, Talk, Unclear, dialogue
from handlers.people import linking
from handlers.turn import House, Said
from messages import Channel, Option, Outgoing, text

LONGEST_NAME = 30
SAME_PERSON = dt.timedelta(hours=12)  # how long one of two people on a phone is taken to be the one who writes
NAMED = re.compile(
    r"^\W*(?:bonjour|allo|salut|hello|hi|hola)?\W*"
    r"(?:je m'?appelle|mon nom (?:est|c'?est)|moi c'?est|c'?est|my name is|i'?m|i am|me llamo|soy)\s+",
    re.IGNORECASE,
)


def language_options(house: House) -> tuple[Option, ...]:
    """Each language by its own name, as its own folder writes it: a folder more is a line more."""
    known = [name for name in house.catalogue.languages if house.catalogue.has("people-language-name", name)]
    order = sorted(known, key=lambda name: (name not in ("fr", "en"), name != "fr", name))
    return tuple(
        Option(name, house.catalogue.text(text("people-language-name"), name, Channel.SMS)) for name in order[:5]
    )


# -- the dialogue ------------------------------------------------------------------------------------------------


@dialogue("join")
async def join(talk: Talk) -> Said:
    """Says everything a person should know first; nothing is kept of them unless they end it by a yes."""
    if talk.given is not None and (linked := await linking.code_in_dialogue(talk)) is not None:
        return linked
    house = talk.house
    hello = text(
        "people-join-hello", organisation=house.organisation, name=house.contact_name, phone=house.contact_phone
    )
    talk.contact.language = await talk.choose("language", hello, language_options(house))
    name = str(await talk.ask("name", Outgoing(text("people-join-name")), _name, free_text=True))
    answer = await talk.ask("consent", Outgoing(text("people-join-consent", name=name), (YES, NO)), _yes_or_no)
    if answer["value"] != "yes":
        return text("people-join-declined", name=house.contact_name, phone=house.contact_phone)
    words = f"{talk.start.get('words', '')} / {answer['words']}".strip(" /")
    return await _joined(talk, name, words)


def _name(given: Given) -> str:
    name = NAMED.sub("", " ".join(given.text.split())).strip(" .,!")
    if not name or not any(letter.isalpha() for letter in name):
        raise Unclear(text("people-join-name-unclear"))
    if len(name) > LONGEST_NAME:
        raise Unclear(text("dialogue-too-long", longest=LONGEST_NAME, length=len(name)))
    return name[0].upper() + name[1:]


def _yes_or_no(given: Given) -> dict[str, Any]:
    if given.value not in ("yes", "no"):
        raise Unclear(text("dialogue-unclear-yes-no"))
    return {"value": given.value, "words": given.text or given.value}


async def _joined(talk: Talk, name: str, words: str) -> Said:
    session, house, contact, now = talk.session, talk.house, talk.contact, talk.now
    another = bool(talk.start.get("another"))
    person = None if another else talk.person
    if person is None:
        person = await _new_person(session, house, contact, name, now)
        await attach(session, contact, person)
    if contact.shared:
        contact.person_id, contact.person_until = person.id, now + SAME_PERSON
    person.name, person.language = name, contact.language or person.language
    kinds = contact.stopped_kinds if contact.consent is Consent.GIVEN else ""
    await record_consent(session, contact, given=True, words=words, source="text", now=now, person_id=person.id)
    contact.stopped_kinds = kinds  # what one person of a shared phone stopped stays stopped
    await welcomed(session, house, contact, person, now)
    return text("people-welcome", name=name, contact=house.contact_name, phone=house.contact_phone)


async def _new_person(session: AsyncSession, house: House, contact: Contact, name: str, now: dt.datetime) -> Person:
    person = Person(
        organisation_id=house.organisation_id,
        name=name,
        language=contact.language or house.default_language,
        created_at=now,
    )
    session.add(person)
    await session.flush()
    await grant(session, person.id, Role.MEMBER)
    return person


async def welcomed(session: AsyncSession, house: House, contact: Contact, person: Person, now: dt.datetime) -> None:
    """A human learns that someone came: the first call is theirs, and so is the seat at a roundtable."""
    await close_tasks(session, contact.id, ["unknown_number"], now)
    await add_task(
        session,
        house.organisation_id,
        "new_person",
        now=now,
        contact_id=contact.id,
        person_id=person.id,
        once=True,
    )
    await write_entry(
        session,
        "people.joined",
        now=now,
        actor=f"person:{person.pseudonym}",
        subject=person.pseudonym,
        thing="person",
        thing_id=person.id,
        channel=contact.channel,
        language=person.language,
    )
