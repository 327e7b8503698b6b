"""Parts 3 and 4, from outside: a meeting announced, answered and moved; the words of those who cannot come."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import dataclass

import pytest

from tests.outside.world import FOUR, Person, World, folded, today

pytestmark = pytest.mark.asyncio(loop_scope="module")

FILE = """roundtable: {roundtable}
date: {date}
start: "13:30"
end: "15:30"
place: salle du CLSC
dial_in: 819 555-0120
carrier: Denis
answer_by: {answer_by}
agenda:
  - title: Le camp
    plain: On choisit l'heure du camp.
    changes: L'autobus pourra vous y mener.
"""
TELEGRAM = """/rencontre {roundtable}
date: {date} 13:30-15:30
lieu: salle du CLSC
1. Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
porteur: Denis
reponse: {answer_by}"""
ANSWERS = {"fr": {"coming": "OUI", "absent": "NON", "maybe": "PEUT-ETRE"}}
ANSWERS["en"] = {"coming": "COMING", "absent": "NO", "maybe": "MAYBE"}
NOTED = {"fr": {"coming": "on vous attend", "maybe": "peut-etre"}, "en": {"coming": "see you", "maybe": "maybe"}}
OPTION = {"coming": 1, "absent": 2, "maybe": 3}
MINE = {"fr": "Le camp a 8h c'est trop tot", "en": "The camp at 8 is too early"}
DONE = {"fr": "c'est tout", "en": "1 ="}
tables = (f"Table {number}" for number in itertools.count(1))


@dataclass
class Meeting:
    number: int
    roundtable: str
    day: dt.date


async def announced(world: World, people: list[Person], in_days: int = 2) -> Meeting:
    """A meeting soon enough that its first reminder leaves at once; in one message of the coordinator's."""
    roundtable, day, maude = next(tables), today(world) + dt.timedelta(days=in_days), world.people["Maude"]
    await world.seat(people, roundtable)
    answer_by = day + dt.timedelta(days=7)
    await maude.text(TELEGRAM.format(roundtable=roundtable, date=day, answer_by=answer_by))
    number = re.search(r"no (\d+)", await maude.expect("brouillon", roundtable))
    assert number is not None
    await maude.expect("Annoncer la rencontre")
    await maude.choose(1)
    await maude.expect("annoncee")
    for person in people:
        await person.expect(roundtable)
    return Meeting(int(number[1]), roundtable, day)


async def from_a_file(world: World, people: list[Person]) -> Meeting:
    """The same from the shell."""
    roundtable, day = next(tables), today(world) + dt.timedelta(days=2)
    await world.seat(people, roundtable)
    file = world.program.folder / "rencontre.yaml"
    answer_by = day + dt.timedelta(days=7)
    file.write_text(FILE.format(roundtable=roundtable, date=day, answer_by=answer_by), encoding="utf-8")
    done = await world.program.done("meeting", "add", "--file", str(file), "--announce")
    for person in people:
        await person.expect(roundtable)
    return Meeting(done["meeting"], roundtable, day)


async def answer(person: Person, value: str) -> None:
    """By its word on a basic phone, by its button on Telegram."""
    if person.channel == "sms":
        await person.text(ANSWERS[person.language][value])
    else:
        await person.choose(OPTION[value])


async def test_four_people_are_reminded_answer_and_learn_that_it_moved(world: World) -> None:
    people = await world.four()
    meeting = await from_a_file(world, people)
    for person, value in zip(people, ["coming", "maybe", "maybe", "coming"], strict=True):
        await answer(person, value)
        await person.expect(NOTED[person.language][value])
    row = await exported(world, meeting)
    assert (row["said_coming"], row["said_maybe"], row["said_absent"]) == ("2", "2", "0")

    day = meeting.day + dt.timedelta(days=1)
    await world.program.done("meeting", "move", str(meeting.number), "--when", f"{day} 13:30-15:30")
    for person in people:
        await person.expect(str(day.day), meeting.roundtable)
        await answer(person, "coming")
        await person.expect(NOTED[person.language]["coming"])
    row = await exported(world, meeting)
    assert (row["said_coming"], row["times_moved"], row["date"]) == ("4", "1", str(day))

    await world.program.done("meeting", "cancel", str(meeting.number), "--reason", "tempête de neige")
    for person in people:
        await person.expect("tempete de neige")
    assert (await exported(world, meeting))["state"] == "cancelled"


async def exported(world: World, meeting: Meeting) -> dict[str, str]:
    rows = await world.program.export("meetings")
    return next(row for row in rows if row["number"] == str(meeting.number))


async def absent_and_writing(world: World, person: Person) -> Meeting:
    """Answers no, is offered to be heard, and says yes."""
    await person.join()
    meeting = await announced(world, [person])
    await answer(person, "absent")
    await person.expect("Denis")
    await person.choose(1)
    await person.expect(DONE[person.language])
    return meeting


@pytest.mark.parametrize(("channel", "language"), FOUR)
async def test_someone_absent_is_carried_to_the_table_and_hears_back(world: World, channel: str, language: str) -> None:
    person, maude = world.person(channel, language), world.people["Maude"]
    meeting = await absent_and_writing(world, person)
    await person.text(MINE[language])
    await person.expect("1 =")
    await person.text(f"({person.name})")
    await person.text("1")
    await person.expect(MINE[language], person.name)
    await person.choose(1)
    await person.expect("Denis")
    await maude.text(f"/commentaires {meeting.number}")
    number = comment_number(await maude.expect(f"({person.name})", MINE[language]))
    await person.expect("Denis", number)
    await maude.text(f"/lu {meeting.number}")
    await maude.expect("/suite")
    await person.expect(number)
    await maude.text(f"/suite {number} retenu Le camp ouvrira a 8h30.")
    await person.expect(number, "8h30")
    row = next(row for row in await world.program.export("comments") if row["number"] == number)
    assert (row["state"], row["decision"], row["person"]) == ("answered", "kept", person.name)


def comment_number(shown: str) -> str:
    found = re.search(r"no (\d+) \(", shown)
    assert found is not None, shown
    return found[1]


async def test_nameless_comments_are_answered_and_lead_to_nobody(world: World) -> None:
    """Four people, so that what the exports say is looked at once."""
    maude, secrets = world.people["Maude"], {}
    for channel, language in FOUR:
        person = world.person(channel, language)
        meeting = await absent_and_writing(world, person)
        secrets[person] = f"Zirconium{person.address[-4:]}"
        await person.text(f"{MINE[language]} {secrets[person]}")
        await person.expect("1 =")
        await person.text("1")
        await person.expect(secrets[person])
        await person.choose(3)
        await person.expect(secrets[person])
        await person.choose(1)
        await person.expect("Denis")
        await maude.text(f"/commentaires {meeting.number}")
        number = comment_number(await maude.expect("sans nom", secrets[person]))
        await maude.text(f"/lu {meeting.number}")
        await maude.expect("/suite")
        await maude.text(f"/suite {number} pas retenu Il n'y a pas de local.")
        await person.expect("pas de local")
    await lead_to_nobody(world, secrets)


async def lead_to_nobody(world: World, secrets: dict[Person, str]) -> None:
    rows = await world.program.export("comments")
    for person, secret in secrets.items():
        (row,) = [row for row in rows if secret in row["words"]]
        assert not row["person"], person.name
        assert row["confirmed_on"].count(":") == 0, "the day alone"
    deliveries = await world.program.export("deliveries")
    for person in secrets:
        told = [row for row in deliveries if row["person"] == person.name]
        assert told
        assert {row["kind"] for row in told} <= {"reply", "reminder"}, "no news of a comment bears a name"
    kept = [*deliveries, *(await world.program.export("journal")), world.program.log.read_text(errors="replace")]
    for secret in secrets.values():
        assert folded(secret) not in folded(str(kept))
