"""Somebody who is another territory's: taken over by whoever answers for one where they sit, who asks and is heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from db.people import Person
from handlers import sending
from handlers.acting import Acting, ActResult
from handlers.places_meant import is_theirs
from handlers.things import PERSON
from messages import text


async def answer_for(acting: Acting, person: Person, territory: str) -> Sequence[Person] | None:
    """Who else answers for this person, whose territory this actor would change for their own; None when they do not.

    Read before the change: afterwards the territory that they leave has them no more.
    """
    if not acting.actor.scope or not territory or not person.territory or await is_theirs(acting, person.territory):
        return None
    return [one for one, _ in await sending.concerned(acting, PERSON, [person])]


async def moved(acting: Acting, person: Person, before: str, others: Sequence[Person], result: ActResult) -> ActResult:
    """Asked on a check page, told to the others, and a line of its own in the journal."""
    facts = {"name": person.name or "?", "number": person.id, "before": before, "territory": person.territory}
    words = text("people-moved-told", **facts, who=acting.actor.name)
    for one in others:
        await sending.tell(acting, one, words, options=sending.COLLEAGUES)
    noted = {**result.noted, "before": before, "territory": person.territory}
    return replace(
        result, noted=noted, entry="people.moved_territory", checked=text("people-moved-about", **facts), asks=True
    )
