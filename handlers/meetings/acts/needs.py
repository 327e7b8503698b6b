"""What people need to be able to come: settled once somebody saw to it, open again when it fell through."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

from db.conversations import TaskKind
from db.meetings.questions import attendances_of
from db.meetings.tables import Attendance, Meeting
from db.people import Person
from db.tasks import close_person_tasks
from handlers.act import Field, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.commands import Do, number_and_words
from handlers.meetings.acts.closing import called
from handlers.things import MEETING
from messages import Text, text
from messages.keywords import fold

# How each is written, the name it is kept under.
CALLED: Mapping[str, str] = {
    **dict.fromkeys(("transport", "lift", "ride", "auto", "covoiturage"), "transport"),
    **dict.fromkeys(("garde", "garde d enfants", "gardienne", "childcare", "child care"), "childcare"),
    **dict.fromkeys(("repas", "meal"), "meal"),
}
SETTLED = frozenset({"", "regle", "reglee", "regles", "fait", "ok", "settled", "done"})
OPEN = frozenset({"pas regle", "pas reglee", "a regler", "ouvert", "not settled", "open"})
WHO_NEEDS = Field('Whose need, which one, settled or not: "Rose transport settled", "3 childcare not settled".')


def parted(kept: str) -> list[str]:
    """ ",childcare,transport," -> ["childcare", "transport"]."""
    return [one for one in kept.split(",") if one]


def together(needs: set[str]) -> str:
    return f",{','.join(sorted(needs))}," if needs else ""


@act_on(MEETING, "meetings.need", entry="meetings.need_settled", undone_by="meetings.need", twin="meeting need")
async def settle_need(acting: Acting, meeting: Meeting, words: Annotated[str, WHO_NEEDS]) -> ActResult:
    """What somebody needs to come is settled, or is open again ("Rose transport not settled")."""
    rows = [row for row in await attendances_of(acting.session, meeting.id) if _of_help(row)]
    people = {row.person_id: await acting.session.get_one(Person, row.person_id) for row in rows}
    by_name = {fold(person.name): number for number, person in people.items()}
    about: list[tuple[Person, dict[str, str]]] = []
    lines: list[Text] = []
    for part in filter(None, (one.strip() for one in re.split(r"[,;\n]", words))):
        who, need, settled = read_need(part)
        number = int(who) if who.isdecimal() else called(who, by_name)
        row = next((one for one in rows if one.person_id == number), None)
        if row is None or (need and need not in parted(row.needs)):
            raise refuse("meetings-no-such-need", number=meeting.id, who=part[:40])
        meant = {need} if need else set(_of_help(row))
        before = set(parted(row.settled))
        row.settled = together(before | meant if settled else before - meant)
        person = people[row.person_id]
        if settled:  # nobody has to call about it any more
            cards = [TaskKind(f"need_{one}") for one in sorted(meant)]
            await close_person_tasks(acting.session, person.id, cards, acting.now)
        about.append((person, {"need": ", ".join(sorted(meant)), "settled": "yes" if settled else "no"}))
        lines.append(need_line(person.name, _of_help(row), parted(row.settled)))
    if not lines:
        raise refuse("example-besoin")
    said = text("meetings-need-noted", number=meeting.id, lines=lines)
    return ActResult(said, {"meeting": meeting.id, "needs": len(lines)}, about=tuple(about))


def _of_help(row: Attendance) -> list[str]:
    """Its needs that somebody can see to; coming late is none."""
    return [one for one in parted(row.needs) if one in CALLED.values()]


def need_line(name: str, needs: Sequence[str], settled: Sequence[str], *, over: bool = False) -> Text:
    """ "Rose a besoin de : transport (réglé), repas (à régler)"; once the day is `over`, nothing is to settle."""
    said = []
    for one in needs:
        what: Text | str = text(f"console-need-{one}") if one in CALLED.values() else one
        state = "done" if one in settled else "" if over or one not in CALLED.values() else "open"
        said.append(text(f"meetings-need-{state}", need=what) if state else what)
    return text("meetings-need-line", name=name or "?", needs=said)


def read_need(part: str) -> tuple[str, str, bool]:
    """ "Lise Roy garde pas réglé" gives ("Lise Roy", "childcare", False); without a need, all of theirs ("")."""
    words = part.split()
    for first in range(1, len(words)):
        tail = _plain(words[first:])
        if tail in SETTLED | OPEN and tail:
            return " ".join(words[:first]).strip(":"), "", tail in SETTLED
        for last in range(len(words), first, -1):
            need, state = _plain(words[first:last]), _plain(words[last:])
            if need in CALLED and state in SETTLED | OPEN:
                return " ".join(words[:first]).strip(":"), CALLED[need], state in SETTLED
    raise refuse("meetings-which-need", words=part[:40])


def _plain(words: list[str]) -> str:
    return fold(" ".join(words).strip(".:()"))


async def need_command(_acting: Acting, rest: str) -> Do:
    """/besoin 12 Rose transport réglé"""
    number, words = number_and_words(rest, "besoin")
    return Do(settle_need, number, words)
