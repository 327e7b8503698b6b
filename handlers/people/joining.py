"""Joining: who is speaking and why, a language, a name, a yes."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from typing import Any

from sqlalchemy import select

from db.consent import record_consent
from db.contacts import Consent, Contact, attach
from db.conversations import Dialogue, TaskKind
from db.journal import write_entry
from db.labels import label
from db.people import Person, Role, grant
from db.tasks import add_task
from db.unknown_numbers import known_at_last
from handlers.acting import Acting, unattended
from handlers.dialogue import NO, YES, Given, Talk, Unclear, dialogue
from handlers.installation import Installation
from handlers.people import linking
from handlers.people.join_language import KNOWN_ELSEWHERE, LONGEST_NAME, NOT_THEM, as_kept, language_for
from handlers.people.remarks import keep_for_a_human, pass_on, stop_at_else
from handlers.turn import Reply
from messages import Channel, Option, Outgoing, text
from messages.keywords import Keyword, fold, has_new_phone, own_age, read_yes_no
from messages.languages import CODES
from messages.reading import Step, outright
from messages.reading.findings import says_something
from messages.reading.names_given import hesitates, is_a_name, name_given, refuses
from messages.reading.naming import corrected, is_introduced, names, without_remark
from messages.reading.regrets import is_wrong_number, wants_to_join

WRONG_NAME = re.compile(
    r"^(?:corrige[rz]?|change[rz]?|changer|correct|fix|wrong|erreur|pas le bon|cest pas|c est pas|c pas|not)\b.*"
    r"\b(?:nom|name|nombre)\b"
)
ALONE_FROM = 14  # years: before, a parent says yes (P-39.1, s. 4.1 and 14)
YOUNG = "young"  # what is kept of a talk in which they said to be younger
SHORTEST_SENTENCE, FEWEST_SMALL = 3, 2  # words
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
    await pass_on(talk)
    if talk.given is not None and (linked := await linking.code_in_dialogue(talk)) is not None:
        return linked
    installation = talk.installation
    if await _too_young(talk):
        return text("people-join-young", name=installation.contact_name, phone=installation.contact_phone)
    hello = text(
        "people-join-hello",
        organisation=installation.organisation,
        name=installation.contact_name,
        phone=installation.contact_phone,
    )
    options = language_options(installation)
    first = Outgoing(hello, options)
    chosen = str(await talk.ask("language", first, language_for(talk, options), free_text=True))
    talk.contact.language = talk.contact.language if chosen in (KNOWN_ELSEWHERE, NOT_THEM) else chosen
    if (over := await _is_nobody_new(talk, chosen)) is not None:
        return over
    if "name" not in talk.answers and (first_name := _told_at_once(talk)):
        talk.keep("name", first_name)
    name = str(await talk.ask("name", Outgoing(text("people-join-name")), partial(_name_of, talk), free_text=True))
    await pass_on(talk)
    if (over := await _is_nobody_new(talk, name)) is not None:
        return over
    question = text("people-join-consent", name=name)
    answer = await talk.ask("consent", Outgoing(question, (YES, NO)), partial(_yes_or_no, talk, name))
    await pass_on(talk)
    if (over := await _is_nobody_new(talk, answer["value"])) is not None:
        return over
    if answer["value"] == "rename":  # "non, c'est Bertrand": asked again with the name put right
        talk.forget("name")
        talk.keep("language", chosen)  # it stands, though the name may have been said before it
        if answer["words"]:
            talk.keep("name", answer["words"])
        return await join.script(talk)
    if answer["value"] != "yes":
        return text("people-join-declined", name=installation.contact_name, phone=installation.contact_phone)
    words = f"{talk.start.get('words', '')} / {answer['words']}".strip(" /")
    asked = installation.catalogue.text(question, talk.language, Channel(talk.contact.channel))
    return await _joined(talk, name, words, asked)


async def _is_nobody_new(talk: Talk, said: str) -> Reply:
    """What ends the talk of someone already known by another address, or to whom this was not meant; None of others."""
    if said not in (KNOWN_ELSEWHERE, NOT_THEM):
        return None
    await _whose_number(talk)
    house = talk.installation
    if said == NOT_THEM:
        return text("people-wrong-number", organisation=house.organisation)
    return text("people-new-phone", name=house.contact_name, phone=house.contact_phone)


async def _too_young(talk: Talk) -> bool:
    """They say that they are under fourteen, or said so of late: nothing is kept of them but that."""
    said = talk.given.text if talk.given is not None else str(talk.start.get("words", ""))
    age = own_age(said)
    if age is not None and age < ALONE_FROM:
        for answer in ("language", "name"):
            talk.forget(answer)
        talk.keep(YOUNG, True)
        return True
    if age is not None or talk.answers:
        return False
    talks = select(Dialogue.answers).where(Dialogue.contact_id == talk.contact.id, Dialogue.name == join.name)
    return any(YOUNG in answers for answers in await talk.session.scalars(talks))


def _told_at_once(talk: Talk) -> str:
    """The name told by the words that began it: "bonjour, je m'appelle Francine, j'aimerais m'inscrire"."""
    words = str(talk.start.get("words", ""))
    told = names(words, Step.JOIN_CONSENT) if is_introduced(words) and "?" not in words else ()
    return as_kept(told[0]) if told and is_a_name(told[0]) else ""


def _name_of(talk: Talk, given: Given) -> str:
    """The name that they give; what they say of it besides ("avec deux n", "c'est le cell de ma fille") is for a
    human."""
    stop_at_else(talk, given)
    if outright.says(outright.NO_NAME, given.text) or refuses(given.text) or read_yes_no(given.text) is Keyword.NON:
        raise Unclear(text("people-join-name-is-yours"))
    if hesitates(given.text):
        raise Unclear(text("people-join-when-ready"))
    name = _name(given)
    if without_remark(given.text) != given.text:
        keep_for_a_human(talk, TaskKind.QUESTION, given)
    return name


def _name(given: Given) -> str:
    if has_new_phone(given.text):
        return KNOWN_ELSEWHERE
    if is_wrong_number(given.text):
        return NOT_THEM
    polite = outright.says(outright.POLITENESS, given.text) and not corrected(given.text, "")
    no_name = polite or wants_to_join(given.text)
    name = "" if no_name or read_yes_no(given.text) is not None else label(name_given(given.text))
    if not name or _is_a_sentence(name):
        raise Unclear(text("people-join-name-unclear"))
    if len(name) > LONGEST_NAME:
        raise Unclear(text("dialogue-too-long", longest=LONGEST_NAME, length=len(name)))
    return as_kept(name)


def _is_a_sentence(name: str) -> bool:
    """ "jveux pas le dire", "what do you mean": small words in small letters, and no name."""
    words = name.split()
    small = sum(word.islower() and says_something(word) for word in words)
    return len(words) >= SHORTEST_SENTENCE and small >= FEWEST_SMALL


def _yes_or_no(talk: Talk, name: str, given: Given) -> dict[str, Any]:
    """Yes or no to what was asked; a name that is not the one shown puts it right, whatever was answered beside it."""
    if is_wrong_number(given.text):
        return {"value": NOT_THEM, "words": given.text}
    if outright.says(outright.NO_NAME, given.text):
        raise Unclear(text("people-join-name-is-yours"))
    if (right := corrected(given.text, name)) and fold(right) != fold(name):
        return {"value": "rename", "words": right[:LONGEST_NAME]}
    said = [one for one in names(given.text, Step.JOIN_CONSENT) if is_a_name(one)]
    if said and without_remark(given.text) != given.text:
        keep_for_a_human(talk, TaskKind.QUESTION, given)
    if not said and WRONG_NAME.search(fold(given.text)):
        return {"value": "rename", "words": ""}
    if said and fold(said[0]) != fold(name):
        return {"value": "rename", "words": said[0][:LONGEST_NAME]}
    if given.value not in ("yes", "no"):
        raise Unclear(text("people-join-when-ready" if hesitates(given.text) else "dialogue-unclear-yes-no"))
    return {"value": given.value, "words": given.text or given.value}


async def _whose_number(talk: Talk) -> None:
    """A card: a human learns whose number this is."""
    await add_task(
        talk.session,
        talk.installation.organisation_id,
        TaskKind.UNKNOWN_NUMBER,
        now=talk.now,
        contact_id=talk.contact.id,
        note=str(talk.start.get("words", "")),
        once=True,
    )


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
    await known_at_last(acting.session, contact.id, person.id, acting.now)
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
