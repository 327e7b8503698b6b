"""What people did at a meeting beyond being there: one line, in the coordinator's own time; nobody is asked for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from db.contributions import Part, parts_at, say_parts
from db.meetings.invited import people_invited
from db.meetings.tables import Meeting
from handlers.act import Field, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.commands import Do, number_and_words
from handlers.meetings.acts.closing import called
from handlers.things import MEETING
from messages import text
from messages.keywords import fold

PARTS: Mapping[str, tuple[Part, ...]] = {
    **dict.fromkeys(("anime", "animee", "a anime", "led"), (Part.LED,)),
    **dict.fromkeys(("forme", "formee", "a forme", "trained"), (Part.TRAINED,)),
    **dict.fromkeys(("ecrit", "a ecrit", "co ecrit", "coecrit", "wrote"), (Part.WROTE,)),
    **dict.fromkeys(("projet", "suit", "suivi", "followed"), (Part.FOLLOWED,)),
    **dict.fromkeys(("appris", "a appris", "formation", "learned"), (Part.LEARNED,)),
    **dict.fromkeys(("rien", "nothing"), ()),
}
WHO_DID = Field('Who did what: "3 led, 7 trained", by number or by name; "3 nothing" takes back what was said.')


@act_on(
    MEETING,
    "meetings.parts",
    entry="meetings.parts_said",
    undone_by="meetings.parts",
    twin="meeting parts",
)
async def note_parts(acting: Acting, meeting: Meeting, words: Annotated[str, WHO_DID]) -> ActResult:
    """Who led, trained, wrote, follows a project, or followed a training: said of someone again, it is replaced."""
    if meeting.starts_at > acting.now:
        raise refuse("meetings-not-yet", number=meeting.id)
    names = {person.id: person.name for person in await people_invited(acting.session, meeting, acting.now)}
    for person, parts in parts_read(words, names).items():
        await say_parts(acting.session, meeting.id, person, parts)
    known = await parts_at(acting.session, meeting.id)
    lines = [
        text("meetings-part-line", name=names.get(person) or "?", parts=[text(f"meetings-part-{one}") for one in parts])
        for person, parts in known.items()
    ]
    said = text("meetings-parts-said", number=meeting.id, lines=lines or [text("meetings-part-none")])
    data = {"meeting": meeting.id, "parts": {str(who): [str(one) for one in parts] for who, parts in known.items()}}
    return ActResult(said, data, noted={"people": len(known)}, shows=tuple(known))


def parts_read(words: str, invited: Mapping[int, str]) -> dict[int, list[Part]]:
    """ "3 animé, Lise formé, 3 écrit" -> what each did. Raises `Refused` naming what could not be read."""
    found: dict[int, list[Part]] = {}
    by_name = {fold(name): person for person, name in invited.items()}
    for part in filter(None, (one.strip() for one in re.split(r"[,;\n]", words))):
        who, did = _who_and_what(part)
        person = int(who) if who.isdecimal() else called(who, by_name)
        if person is None or person not in invited:
            raise refuse("meetings-not-invited", who=who[:30])
        found.setdefault(person, []).extend(PARTS[did])
    if not found:
        raise refuse("example-apport")
    return found


def _who_and_what(part: str) -> tuple[str, str]:
    """ "Lise Roy a animé" gives ("Lise Roy", "a anime"): the longest end that says what was done."""
    words = part.split()
    for first in range(1, len(words)):
        did = fold(" ".join(words[first:]).strip(".:"))
        if did in PARTS:
            return " ".join(words[:first]).strip(":"), did
    raise refuse("meetings-which-part", words=part[:40])


async def parts_command(_acting: Acting, rest: str) -> Do:
    """/apport 12 3 animé, 7 formé"""
    number, words = number_and_words(rest, "apport")
    return Do(note_parts, number, words)
