"""A trial: what many would receive, sent to whoever writes it, on their own phones, and to nobody else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from db import message_kinds
from db.contacts import Consent, Contact, Reach, contacts_of
from db.deliveries import Priority
from db.people import Person
from handlers import sending
from handlers.act import Act
from handlers.acting import Acting, ActResult, refuse
from handlers.broadcasts import LONGEST_NAME, Words
from handlers.sending import SendOptions
from handlers.worded import words_for
from messages import Channel, LanguageName, Outgoing, text

TO_ONESELF = SendOptions(message_kinds.ALERT, priority=Priority.REPLY, any_hour=True, any_consent=True)


@dataclass(frozen=True, slots=True)
class Trial:
    """What a topic sends to oneself: the words that name it after "/essai" ("" when its number alone does), the act."""

    named: tuple[str, ...]
    act: Act[Any]


async def sent_to_oneself(acting: Acting, words: Words, languages: Collection[str]) -> ActResult:
    """Each of these languages that the program speaks, on each address of theirs. Raises `Refused` without any."""
    person = await acting.session.get(Person, acting.actor.person_id) if acting.actor.person_id else None
    contacts = await contacts_of(acting.session, person.id) if person is not None else []
    reached = [c for c in contacts if c.reach is Reach.OK and c.consent is not Consent.WITHDRAWN]
    if person is None or not reached:
        raise refuse("trial-no-phone")
    spoken = [code for code in acting.installation.catalogue.languages if code in languages]
    for contact in reached:
        for code in spoken or [acting.installation.default_language]:
            await _send(acting, person, contact, code, words)
    return ActResult(text("trial-sent", phones=len(reached)), {"phones": len(reached), "languages": spoken})


async def _send(acting: Acting, person: Person, contact: Contact, code: str, words: Words) -> None:
    """A line that says what follows, then the message as it would be read; its buttons, which do nothing yet, apart."""
    channel = Channel(contact.channel)
    heading = text("trial-heading", language=LanguageName(code))
    await sending.write_to(acting, contact, heading, options=TO_ONESELF, person=person)
    outgoing = words(code, channel)
    body, buttons = words_for(acting.installation, contact, code, outgoing)
    body = body.replace("{name}", person.name or LONGEST_NAME)
    await sending.write_to(acting, contact, Outgoing(body), options=TO_ONESELF, person=person)
    if buttons:
        labels = text("trial-buttons", labels=[label for label, _data in buttons])
        await sending.write_to(acting, contact, labels, options=TO_ONESELF, person=person)
