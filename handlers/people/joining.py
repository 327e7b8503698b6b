"""Joining: who is speaking and why, a language, a name, a yes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any

from db.consent import record_consent
from db.contacts import Consent, Contact, attach
from db.conversations import TaskKind
from db.journal import write_entry
from db.labels import label
from db.people import Person, Role, grant
from db.tasks import add_task, close_tasks
from handlers.acting import Acting, unattended
from handlers.dialogue import NO, YES, Given, Talk, Unclear, dialogue
from handlers.dialogue.talk import Parse
from handlers.installation import Installation
from handlers.people import linking
from handlers.turn import Reply
from messages import Channel, Option, Outgoing, text
from messages.keywords import data, fold, read_yes_no
from messages.languages import CODES
from messages.reading import Step
from messages.reading.details import names
from messages.reading.findings import language_written

LONGEST_NAME = 30
FEW_WORDS = 6
LANGUAGES = {
    **dict.fromkeys(("francais", "french", "frances"), "fr"),
    **dict.fromkeys(("english", "anglais", "ingles"), "en"),
    **dict.fromkeys(("espanol", "espagnol", "spanish"), "es"),
}
GREETINGS = frozenset({"bonjour", "bonsoir", "bonjou", "allo", "salut", "hello", "hi", "hey", "hola", "merci"})
SAME_PERSON = dt.timedelta(hours=12)  # how long one of two people on a phone is taken to be the one who writes


def language_options(installation: Installation) -> tuple[Option, ...]:
    """Each language of the list, in its order, by its own name as its own folder writes it."""
    catalogue = installation.catalogue
    known = [code for code in CODES if catalogue.has("people-language-name", code)]
    return tuple(Option(code, catalogue.text(text("people-language-name"), code, Channel.SMS)) for code in known)


# -- the dialogue ------------------------------------------------------------------------------------------------


@dialogue("join", steps={"name": Step.JOIN_NAME, "consent": Step.JOIN_CONSENT})
async def join(talk: Talk) -> Reply:
    """Says everything a person should know first; nothing is kept of them unless they end it by a yes."""
    if talk.given is not None and (linked := await linking.code_in_dialogue(talk)) is not None:
        return linked
    installation = talk.installation
    hello = text(
        "people-join-hello",
        organisation=installation.organisation,
        name=installation.contact_name,
        phone=installation.contact_phone,
    )
    options = language_options(installation)
    first = Outgoing(hello, options)
    talk.contact.language = str(await talk.ask("language", first, _language_for(talk, options), free_text=True))
    name = str(await talk.ask("name", Outgoing(text("people-join-name")), _name, free_text=True))
    question = text("people-join-consent", name=name)
    answer = await talk.ask("consent", Outgoing(question, (YES, NO)), partial(_yes_or_no, name))
    if answer["value"] == "rename":  # "non, c'est Bertrand": asked again with the name put right
        talk.forget("name")
        talk.keep("name", answer["words"])
        return await join.script(talk)
    if answer["value"] != "yes":
        return text("people-join-declined", name=installation.contact_name, phone=installation.contact_phone)
    words = f"{talk.start.get('words', '')} / {answer['words']}".strip(" /")
    asked = installation.catalogue.text(question, talk.language, Channel(talk.contact.channel))
    return await _joined(talk, name, words, asked)


def _language_for(talk: Talk, options: Sequence[Option]) -> Parse:
    """A digit, a language; or a few words ("oui bonjour", "moi c'est Gisèle"), which say it by being written in one.

    The name that they give is kept.
    """
    known = [option.value for option in options]

    def parse(given: Given) -> str:
        if given.value in known:
            return str(given.value)
        said = given.text.split()
        if not 0 < len(said) <= FEW_WORDS or "?" in given.text or not any(map(str.isalpha, given.text)):
            raise Unclear(text("dialogue-unclear-choice", count=len(options)))
        named = next((language for word, language in LANGUAGES.items() if word in fold(given.text).split()), None)
        written = named or language_written(given.text)
        if (name := _name_said(given.text)) is not None:
            talk.keep("name", name)
            if len(said) == 1 and talk.contact.language in known:  # ENGLISH, then a name: a name is of no language
                return talk.contact.language
        return written if written in known else talk.installation.default_language

    return parse


def _name_said(words: str) -> str | None:
    """ "moi c'est Gisèle", "Gisèle": a name given before it was asked for; "oui", "allo" are none."""
    bare = words.strip(" .,!")
    if set(fold(words).split()) & LANGUAGES.keys():
        return None
    alone = bare.isalpha() and bare[:1].isupper() and fold(bare) not in GREETINGS and read_yes_no(bare) is None
    named = _before_a_name().match(words) is not None and _before_a_name().sub("", words).strip(" .,!")[:1].isupper()
    return _name(Given(words)) if alone or named else None


@lru_cache(maxsize=1)
def _before_a_name() -> re.Pattern[str]:
    """ "Bonjour, je m'appelle": what people write before their name, in each language (own_name.txt)."""
    listed = "|".join(data.readable(data.lines("own_name.txt")))
    return re.compile(rf"^\W*(?:bonjour|allo|salut|hello|hi|hola|bonjou)?\W*(?:{listed or '(?!)'})\s+", re.IGNORECASE)


def _name(given: Given) -> str:
    name = _before_a_name().sub("", label(given.text)).strip(" .,!")
    if not name or not any(letter.isalpha() for letter in name):
        raise Unclear(text("people-join-name-unclear"))
    if len(name) > LONGEST_NAME:
        raise Unclear(text("dialogue-too-long", longest=LONGEST_NAME, length=len(name)))
    return name[0].upper() + name[1:]


def _yes_or_no(name: str, given: Given) -> dict[str, Any]:
    """Yes or no to what was asked; a name that is not the one shown puts it right, whatever was answered beside it."""
    said = names(given.text, Step.JOIN_CONSENT)
    if said and fold(said[0]) != fold(name):
        return {"value": "rename", "words": said[0][:LONGEST_NAME]}
    if given.value not in ("yes", "no"):
        raise Unclear(text("dialogue-unclear-yes-no"))
    return {"value": given.value, "words": given.text or given.value}


async def _joined(talk: Talk, name: str, words: str, asked: str) -> Reply:
    session, installation, contact, now = talk.session, talk.installation, talk.contact, talk.now
    another = bool(talk.start.get("another"))
    person = None if another else talk.person
    if person is None:
        person = await _new_person(unattended(session, installation, now), contact, name)
        await attach(session, contact, person, now)
    if contact.shared:
        contact.person_id, contact.person_until = person.id, now + SAME_PERSON
    person.name, person.language = name, contact.language or person.language
    kinds = contact.stopped_kinds if contact.consent is Consent.GIVEN else ""
    await record_consent(
        session, contact, given=True, words=words, source="text", now=now, asked=asked, person_id=person.id
    )
    contact.stopped_kinds = kinds  # what one person of a shared phone stopped stays stopped
    await welcomed(unattended(session, installation, now), contact, person)
    return text("people-welcome", name=name, contact=installation.contact_name, phone=installation.contact_phone)


async def _new_person(acting: Acting, contact: Contact, name: str) -> Person:
    person = Person(
        organisation_id=acting.installation.organisation_id,
        name=name,
        language=contact.language or acting.installation.default_language,
        created_at=acting.now,
    )
    acting.session.add(person)
    await acting.session.flush()
    await grant(acting.session, person.id, Role.MEMBER)
    return person


async def welcomed(acting: Acting, contact: Contact, person: Person) -> None:
    """A human learns that someone came: the first call is theirs, and so is the seat at a roundtable."""
    await close_tasks(acting.session, contact.id, [TaskKind.UNKNOWN_NUMBER], acting.now)
    await add_task(
        acting.session,
        acting.installation.organisation_id,
        TaskKind.NEW_PERSON,
        now=acting.now,
        contact_id=contact.id,
        person_id=person.id,
        once=True,
    )
    await write_entry(
        acting.session,
        "people.joined",
        now=acting.now,
        actor=f"person:{person.pseudonym}",
        subject=person.pseudonym,
        thing="person",
        thing_id=person.id,
        channel=contact.channel,
        language=person.language,
    )
