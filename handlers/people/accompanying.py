"""Who prepares someone for meetings and goes with them: the report counts how many, and names nobody."""

from __future__ import annotations

from typing import Annotated

from db.contributions import Accompaniment, accompaniment_of
from db.people import Person
from handlers.act import Field, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.commands import Do, number_and_words
from handlers.things import PERSON
from messages import text
from messages.keywords import fold

OVER = frozenset({"fin", "fini", "termine", "personne", "end", "over", "nobody"})
LONGEST_NAME = 60


@act_on(
    PERSON,
    "people.accompany",
    entry="people.accompanied",
    for_oneself=True,
    undone_by="people.accompany",
    twin="people accompany",
)
async def accompany(
    acting: Acting, person: Person, by: Annotated[str, Field('Who accompanies them; "end": nobody any more.')]
) -> ActResult:
    """Who accompanies a person, from today on; the one before is over."""
    name = " ".join(by.split())[:LONGEST_NAME]
    if not name:
        raise refuse("example-accompagne")
    over, now = fold(name) in OVER, await accompaniment_of(acting.session, person.id)
    if over and now is None:
        raise refuse("people-not-accompanied", name=person.name)
    if now is not None:
        now.until = acting.today
    if not over:
        acting.session.add(Accompaniment(person_id=person.id, by=name, since=acting.today))
    said = text("people-accompanied", name=person.name, by=name)
    if over:
        said = text("people-accompaniment-over", name=person.name)
    return ActResult(said, {"person": person.id, "accompanied": not over}, noted={"over": over})


async def accompany_command(_acting: Acting, rest: str) -> Do:
    """/accompagne 12 Jeanne ; /accompagne 12 fin"""
    number, words = number_and_words(rest, "accompagne")
    return Do(accompany, number, words)
