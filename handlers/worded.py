"""The exact words of an outgoing message for one contact, and how they are cut for a basic phone."""

from __future__ import annotations

from typing import Any

from db.contacts import Contact
from db.conversations import Question
from db.people import Person
from handlers.installation import Installation
from messages import Channel, Option, Outgoing
from messages.channels import spec_of
from messages.render import render
from messages.sms_text import prepare


def words_for(
    installation: Installation, contact: Contact, language: str, outgoing: Outgoing, question: Question | None = None
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The exact words and buttons of an outgoing message for one contact."""

    def data(position: int, option: Option) -> str:
        return f"q{question.id}.{position}" if question is not None else f"v.{option.value}"[:64]

    rendered = render(installation.catalogue, outgoing, language, Channel(contact.channel), data=data)
    return rendered.body, rendered.buttons


def for_the_phone(body: str, contact: Contact, person: Person | None) -> Any:
    if not spec_of(contact.channel).segments:
        return None
    return prepare(body, no_accents=bool(person and person.no_accents))
