"""Parts 3 and 4, from outside: a meeting announced, answered and moved; the words of those who cannot come."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

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
NOTED = {
    "fr": {"coming": "vous ne pouvez plus?", "maybe": "peut-etre"},
    "en": {"coming": "any more?", "maybe": "maybe"},
}
OPTION = {"coming": 1, "absent": 2, "maybe": 3}
MINE = {"fr": "Le camp a 8h c'est trop tot", "en": "The camp at 8 is too early"}
READ = {"fr": "lu a la table", "en": "read"}
WRITE = {"fr": "ecrivez vos mots", "en": "write your words"}
KEPT = {"fr": "garde", "en": "kept"}
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
    done = await world.program.done("meeting", "add", "--file", str(file), "--announce", "--yes")
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
    words = ("meeting", "move", str(meeting.number), "--when", f"{day} 13:30-15:30")
    code, _said, complained = await world.program.shell(*words)
    assert code != 0, "nobody is written to without --yes when nobody sits there"
    assert "4" in complained
    assert (await exported(world, meeting))["times_moved"] == "0"
    await world.program.done(*words, "--yes")
    for person in people:
        await person.expect(str(day.day), meeting.roundtable)
        await answer(person, "coming")
        await person.expect(NOTED[person.language]["coming"])
    row = await exported(world, meeting)
    assert (row["said_coming"], row["times_moved"], row["date"]) == ("4", "1", str(day))

    await world.program.done("meeting", "cancel", str(meeting.number), "--reason", "tempête de neige", "--yes")
    for person in people:
        await person.expect("tempete de neige")
    assert (await exported(world, meeting))["state"] == "cancelled"


async def exported(world: World, meeting: Meeting) -> dict[str, str]:
    rows = await world.program.export("meetings")
    return next(row for row in rows if row["number"] == str(meeting.number))


@dataclass
class Absent:
    """Those who could not come: four who sign, four who do not, with what each wrote; the table has heard them."""

    meeting: Meeting
    named: dict[tuple[str, str], Person]
    secrets: dict[Person, str]
    listed: str = ""  # what the coordinator saw

    def number(self, person: Person) -> str:
        """Of this person's comment, as the coordinator reads it."""
        signed = self.secrets.get(person, f"({person.name})")
        (line,) = [line for line in self.listed.splitlines() if signed in line and "no " in line]
        found = re.search(r"no (\d+) \(", line)
        assert found is not None, line
        return found[1]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def absent(world: World) -> Absent:
    """A meeting that eight people miss, from the announcement to the reading. One real minute passes, for all."""
    named, nameless = await world.four(), await world.four()
    meeting = await announced(world, [*named, *nameless])
    secrets = {person: f"Zirconium{person.address[-4:]}" for person in nameless}
    found = Absent(meeting, {(person.channel, person.language): person for person in named}, secrets)
    for person in named:
        await written(person, MINE[person.language], f"({person.name})", with_name=True)
    for person, secret in secrets.items():
        await written(person, f"{MINE[person.language]} {secret}", secret, with_name=False)
    start = await soon(world, meeting)
    found.listed = await taken(world, found)  # those without a name are seen with the others, shortly before
    await asyncio.sleep(max(0.0, (start - dt.datetime.now(start.tzinfo)).total_seconds()) + 1)
    await world.people["Maude"].text(f"/lu {meeting.number}")
    await world.people["Maude"].confirm(f"Marquer lus les commentaires de la rencontre no {meeting.number}", "8")
    await world.people["Maude"].expect("/suite")
    return found


async def written(person: Person, words: str, last: str, *, with_name: bool) -> None:
    """Answers no, is offered to be heard, says yes, writes, reads it again, agrees."""
    await answer(person, "absent")
    await person.expect("Denis")
    await person.choose(1)
    await person.expect(WRITE[person.language])
    await person.text(words if last in words else f"{words} {last}")
    await person.expect(KEPT[person.language])
    await person.text("1")
    await person.expect(words, last)
    if not with_name:
        await person.choose(3)
        await person.expect(last)
    await person.choose(1)
    await person.expect("Denis")


async def taken(world: World, absent: Absent) -> str:
    """The coordinator reads them all, then takes them to the table: each signed one's author learns their number."""
    maude = world.people["Maude"]
    await maude.text(f"/commentaires {absent.meeting.number}")
    absent.listed = await maude.expect("Commentaires pour", *absent.secrets.values())
    await maude.confirm(f"Prendre les commentaires de la rencontre no {absent.meeting.number}", "8")
    await maude.expect("8 commentaires pris")
    for person in absent.named.values():
        await person.expect("Denis", absent.number(person))
    return absent.listed


async def soon(world: World, meeting: Meeting) -> dt.datetime:
    """What is marked read was read at the table: the meeting is moved to the next minutes, which really pass."""
    maude, zone = world.people["Maude"], ZoneInfo(world.program.env["TIMEZONE"])
    start = dt.datetime.now(zone).replace(second=0, microsecond=0) + dt.timedelta(minutes=2)
    await maude.text(f"/lu {meeting.number}")
    await maude.expect("n'a pas encore eu lieu")
    await maude.text(f"/deplacer {meeting.number} {start.date()} {start:%H:%M}-{start + dt.timedelta(hours=1):%H:%M}")
    await maude.confirm(f"Deplacer la rencontre no {meeting.number}", "8")
    await maude.expect("deplacee")
    return start


@pytest.mark.parametrize(("channel", "language"), FOUR)
async def test_someone_absent_is_carried_to_the_table_and_hears_back(
    world: World, absent: Absent, channel: str, language: str
) -> None:
    person, maude = absent.named[channel, language], world.people["Maude"]
    number = absent.number(person)
    await person.expect(number, READ[language])
    await maude.text(f"/suite {number} retenu Le camp ouvrira a 8h30.")
    await maude.confirm("ceci au commentaire", f"{number}")
    await person.expect(number, "8h30")
    row = next(row for row in await world.program.export("comments") if row["number"] == number)
    assert (row["state"], row["decision"], row["person"]) == ("answered", "kept", person.name)


async def test_nameless_comments_are_answered_and_lead_to_nobody(world: World, absent: Absent) -> None:
    """Four people, so that what the exports say is looked at once."""
    maude = world.people["Maude"]
    for person in absent.secrets:
        await maude.text(f"/suite {absent.number(person)} pas retenu Il n'y a pas de local.")
        await maude.confirm("ceci au commentaire")
        await person.expect("pas de local")
    await lead_to_nobody(world, absent.secrets)


async def lead_to_nobody(world: World, secrets: dict[Person, str]) -> None:
    rows = await world.program.export("comments")
    for person, secret in secrets.items():
        assert not [row for row in rows if secret in row["words"]], f"of {person.name}: there from the day after on"
    deliveries = await world.program.export("deliveries")
    for person in secrets:
        told = [row for row in deliveries if row["person"] == person.name]
        assert told
        assert {row["kind"] for row in told} <= {"reply", "reminder"}, "no news of a comment bears a name"
    kept = [*deliveries, *(await world.program.export("journal")), world.program.log.read_text(errors="replace")]
    for secret in secrets.values():
        assert folded(secret) not in folded(str(kept))
