"""The language of what a coordinator writes, and what a reader of another one gets: the words as they were written."""

from __future__ import annotations

from db.people import Person
from handlers.acting import Acting
from messages import LanguageName, Text, text


async def language_of(acting: Acting) -> str:
    """The language in which whoever acts writes: theirs, when the program speaks it; else the installation's."""
    person = await acting.session.get(Person, acting.actor.person_id) if acting.actor.person_id else None
    spoken = acting.installation.catalogue.languages
    return person.language if person is not None and person.language in spoken else acting.installation.default_language


async def as_written(acting: Acting, reader: Person, said: Text) -> Text:
    """What was done, and that the reader had words of another language than theirs, when they did."""
    if reader.language == await language_of(acting):
        return said
    return text("own-words-as-written", said=said, name=reader.name or "?", language=LanguageName(reader.language))
