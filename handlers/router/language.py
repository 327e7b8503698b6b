"""The language in which somebody nobody knows is answered: the one they write in, whatever they ask."""

from __future__ import annotations

from db.conversations import current_dialogue
from handlers.turn import Turn
from messages import Kind
from messages.reading.languages_written import language_told

FEWEST = 2  # words: one alone may be a keyword, or of any language


async def answers_in_theirs(turn: Turn) -> None:
    """Kept with the contact before anything is said; while they join, the language is the one they chose."""
    if not turn.stranger or turn.incoming.kind is not Kind.TEXT or len(turn.text.split()) < FEWEST:
        return
    told = language_told(turn.text)
    house = turn.installation
    known = told in house.catalogue.languages and (told != house.default_language or turn.contact.language)
    if known and await current_dialogue(turn.session, turn.contact.id) is None:
        turn.contact.language = told
