"""Whom a coordinator names in a command: by their number, or by their name when one person alone answers to it."""

from __future__ import annotations

from sqlalchemy import select

from db.people import Person
from handlers.acting import Acting, Doubtful, refuse
from handlers.things import PERSON
from messages import text
from messages.keywords import fold

MOST_OFFERED = 8


async def person_meant(acting: Acting, words: str) -> int:
    """Their number. Raises `Refused` when nobody answers to these words, `Doubtful` when several do."""
    written = words.strip()
    if written.isdecimal() and len(written) < 10:
        return (await PERSON.find(acting, int(written))).id
    wanted = fold(written).split()
    rows = await acting.session.execute(select(Person.id, Person.name).where(PERSON.seen_by(acting)))
    known = [(number, name, fold(name)) for number, name in rows]
    found = [one for one in known if wanted and one[2].split() == wanted]
    found = found or [one for one in known if wanted and all(word in one[2].split() for word in wanted)]
    if not found:
        raise refuse("people-nobody-named", name=written[:40])
    if len(found) > 1:
        options = [(text("people-one-of", number=number, name=name), str(number)) for number, name, _ in found]
        raise Doubtful(text("people-which-one", name=written[:40]), written, options[:MOST_OFFERED])
    return int(found[0][0])
