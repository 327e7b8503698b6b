"""The guide's month, lived in Telegram alone, on the console alone, in the shell alone: the same region, the same end.

Each desk does the same things at the same hours, in its own way; people text from the same phones. What is kept, and
what each phone received, is compared row by row.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, Protocol

import pytest
from sqlalchemy import select

from bot.clock import say_moved
from db.claims.tables import Claim, ClaimLine, Payment
from db.comments.tables import Comment
from db.conversations import Task
from db.deliveries import Broadcast, BroadcastText
from db.digests import DigestItem
from db.journal import Entry
from db.meetings.tables import AgendaPoint, Attendance, Meeting
from db.organisations import roundtable_made
from db.people import Person, Role, seat
from db.session import Database
from handlers.acting import SYSTEM
from tests.stories.conftest import MONDAY
from tests.support.claims import set_rates
from tests.support.console import Browser, browser_of
from tests.support.people import coordinator, settle_in
from tests.support.phones import ENV, Phone, Town
from tests.support.schema import lay_schema
from tests.support.shell import Answer, typed

POINTS = (
    ("Le camp", "On choisit l'heure du camp.", "L'autobus pourra vous y mener."),
    ("Le frigo", "On dit où mettre le frigo.", "Il sera près de chez vous."),
)
PLACE, MINUTES = "salle du CLSC", "Le camp ouvrira à 8 h 30."
ANSWER, CLOSED = "Le camp ouvrira plus tard.", "Le local est fermé demain."
FILE = """roundtable: COCO
date: 2026-02-10
start: "13:30"
end: "15:30"
place: salle du CLSC
carrier: Denis
answer_by: 2026-02-17
agenda:
"""


class Desk(Protocol):
    """What a coordinator does in a month."""

    async def plan(self) -> None: ...
    async def announce_meeting(self, meeting: int) -> None: ...
    async def settle_call(self, task: int) -> None: ...
    async def carry(self, meeting: int) -> None: ...
    async def presence(self, meeting: int, came: int, absent: int) -> None: ...
    async def read(self, meeting: int) -> None: ...
    async def minutes(self, meeting: int) -> None: ...
    async def answer(self, comment: int) -> None: ...
    async def approve(self, claim: int) -> None: ...
    async def pay(self, claim: int) -> None: ...
    async def propose(self) -> None: ...
    async def approve_digest(self) -> None: ...
    async def announce(self) -> None: ...
    async def move_person(self, person: int) -> None: ...
    async def write_to(self, person: int) -> None: ...


class OnTelegram:
    """Commands, and the check page's buttons."""

    def __init__(self, town: Town, maude: Phone) -> None:
        self.town, self.maude = town, maude

    async def plan(self) -> None:
        points = "\n".join(f"{n}. {' | '.join(point)}" for n, point in enumerate(POINTS, 1))
        when = "date: mardi 10 février 13h30 à 15h30"
        await self.maude.text(f"/rencontre COCO\n{when}\nlieu: {PLACE}\n{points}\nporteur: Denis\nreponse: 17 février")

    async def announce_meeting(self, meeting: int) -> None:
        await self.maude.tell(f"/rencontre-annoncer {meeting}")

    async def settle_call(self, task: int) -> None:
        await self.maude.text(f"/appels {task} P")

    async def carry(self, meeting: int) -> None:
        await self.maude.tell(f"/porter {meeting}")

    async def presence(self, meeting: int, came: int, absent: int) -> None:
        await self.maude.text(f"/presence {meeting} {came}, {absent} absent")

    async def read(self, meeting: int) -> None:
        await self.maude.tell(f"/lu {meeting}")

    async def minutes(self, meeting: int) -> None:
        await self.maude.tell(f"/compte-rendu {meeting} {MINUTES}")

    async def answer(self, comment: int) -> None:
        await self.maude.tell(f"/suite {comment} retenu {ANSWER}")

    async def approve(self, claim: int) -> None:
        await self.maude.tell(f"/approuver-demande {claim}")

    async def pay(self, claim: int) -> None:
        await self.maude.forget()
        await self.maude.text(f"/payer {claim} cheque 2026-02-12")
        await self.maude.text("62,50")

    async def propose(self) -> None:
        await self.maude.text("/proposer Le frigo est ouvert | Venez le samedi.")

    async def approve_digest(self) -> None:
        await self.maude.text("/envoyer-infolettre")
        await self.maude.text("3")

    async def announce(self) -> None:
        await self.maude.text(f"/annonce tous\n{CLOSED}")
        await self.maude.text("3")

    async def move_person(self, person: int) -> None:
        await self.maude.text(f"/personne {person}; territoire: Vieux-Moulin")

    async def write_to(self, person: int) -> None:
        await self.maude.text(f"/ecrire {person} Merci Rose.")


class InTheShell:
    """`portevoix ...`, with the town's hour."""

    def __init__(self, town: Town, file: Path) -> None:
        self.town, self.file = town, file

    async def type(self, *words: str) -> Answer:
        say_moved(self.file, self.town.now)
        url = f"sqlite+aiosqlite:///{self.file}"
        answer = await typed(self.file.parent, *words, "--as", "Maude", **ENV, DATABASE_URL=url)
        assert answer.code == 0, (words, answer.out, answer.err)
        return answer

    async def plan(self) -> None:
        lines = [f"  - title: {t}\n    plain: {p}\n    changes: {c}\n" for t, p, c in POINTS]
        plan = self.file.parent / "rencontre.yaml"
        plan.write_text(FILE + "".join(lines), encoding="utf-8")
        await self.type("meeting", "add", "--file", str(plan))

    async def announce_meeting(self, meeting: int) -> None:
        await self.type("meeting", "announce", str(meeting), "--yes")

    async def settle_call(self, task: int) -> None:
        await self.type("call-list", str(task), "P")

    async def carry(self, meeting: int) -> None:
        await self.type("comments", "take", str(meeting), "--yes")

    async def presence(self, meeting: int, came: int, absent: int) -> None:
        await self.type("meeting", "presence", str(meeting), f"{came}, {absent} absent")

    async def read(self, meeting: int) -> None:
        await self.type("comments", "read", str(meeting), "--yes")

    async def minutes(self, meeting: int) -> None:
        await self.type("meeting", "minutes", str(meeting), "--text", MINUTES, "--yes")

    async def answer(self, comment: int) -> None:
        await self.type("comments", "answer", str(comment), "kept", ANSWER, "--yes")

    async def approve(self, claim: int) -> None:
        await self.type("claims", "approve", str(claim))

    async def pay(self, claim: int) -> None:
        await self.type("claims", "pay", str(claim), "--mode", "cheque", "--on", "2026-02-12", "--total", "62,50")

    async def propose(self) -> None:
        await self.type("digest", "propose", "Le frigo est ouvert | Venez le samedi.")

    async def approve_digest(self) -> None:
        await self.type("digest", "approve", "--people", "3")

    async def announce(self) -> None:
        await self.type("announce", "--to", "everyone", "--text", CLOSED, "--people", "3")

    async def move_person(self, person: int) -> None:
        await self.type("people", "change", str(person), "--territory", "Vieux-Moulin")

    async def write_to(self, person: int) -> None:
        await self.type("people", "write", str(person), "Merci Rose.")


class OnTheConsole:
    """Forms, and their check pages."""

    def __init__(self, town: Town, maude: Phone, person: Person, browser: Browser) -> None:
        self.town, self.maude, self.person, self.browser = town, maude, person, browser
        self.entered = town.now

    async def open(self, path: str) -> None:
        if self.entered != self.town.now:  # the hours between would have closed the session
            await self.browser.enter(self.person)
            self.entered = self.town.now
        answer = await self.browser.open(f"/bureau{path}")
        assert answer.status_code == 200, (path, answer.text)

    async def form(self, path: str, action: str = "", *, check: bool = True, **values: Any) -> None:
        """Fill the form of a page; confirm its check page, the number of people written again when it wants it."""
        await self.open(path)
        await self.browser.fill(action, **values)
        assert "Erreur :" not in self.browser.words, self.browser.words
        if check:
            assert "Vérifier" in self.browser.words, self.browser.words
            await self.browser.confirm(people="3")
        assert 'class="done"' in self.browser.page.text, self.browser.words  # type: ignore[union-attr]

    async def plan(self) -> None:
        given = {"roundtable": "COCO", "day": "2026-02-10", "start": "13:30", "end": "15:30", "place": PLACE}
        for number, (title, plain, changes) in enumerate(POINTS, 1):
            given |= {f"title-{number}": title, f"plain-{number}": plain, f"changes-{number}": changes}
        await self.form("/rencontres/nouvelle", check=False, **given, carrier="Denis", answer_by="2026-02-17")

    async def announce_meeting(self, meeting: int) -> None:
        await self.form(f"/actes/meetings.announce/{meeting}")

    async def settle_call(self, task: int) -> None:
        await self.form(f"/appels/{task}", "/issue", check=False, letter="P")

    async def carry(self, meeting: int) -> None:
        await self.form(f"/actes/comments.carry/{meeting}")

    async def presence(self, meeting: int, came: int, absent: int) -> None:
        given = {f"p-{came}": "in_person", f"p-{absent}": "none"}
        await self.form(f"/rencontres/{meeting}/presence", check=False, **given)

    async def read(self, meeting: int) -> None:
        await self.form(f"/actes/comments.read/{meeting}")

    async def minutes(self, meeting: int) -> None:
        await self.form(f"/actes/meetings.minutes/{meeting}", minutes=MINUTES)

    async def answer(self, comment: int) -> None:
        await self.form(f"/actes/comments.answer/{comment}", decision="kept", reason=ANSWER)

    async def approve(self, claim: int) -> None:
        await self.form("/demandes", "/actes/claims.approve", number=[str(claim)])

    async def pay(self, claim: int) -> None:
        await self.open("/demandes/payer")
        await self.browser.fill("/payer", mode="cheque", day="2026-02-12")
        await self.browser.fill("/confirmer", but=("again",), total="62,50")
        await self.maude.press("oui, c'est moi")
        await self.browser.fill()
        assert "Défaire ou corriger" in self.browser.words, self.browser.words

    async def propose(self) -> None:
        await self.form("/actes/digest.propose", check=False, words="Le frigo est ouvert | Venez le samedi.")

    async def approve_digest(self) -> None:
        await self.form("/actes/digest.approve")

    async def announce(self) -> None:
        await self.form("/ecrire", "/ecrire", to="tous", words=CLOSED)

    async def move_person(self, person: int) -> None:
        await self.form(f"/personnes/{person}/modifier", check=False, territory="Vieux-Moulin")

    async def write_to(self, person: int) -> None:
        await self.form(f"/personnes/{person}/conversation", f"/personnes/{person}/conversation", words="Merci Rose.")


async def the_only(town: Town, model: Any, *where: Any) -> Any:
    async with town.database.read() as session:
        [row] = await session.scalars(select(model).where(*where))
        return row


async def lived(town: Town, desk: Desk, rose: Phone, luc: Phone) -> dict[str, Any]:
    """The month, from the plan to the payment; then everything that is kept of it."""
    her, him = await rose.person(), await luc.person()
    assert her is not None
    assert him is not None
    await desk.plan()
    meeting = (await the_only(town, Meeting)).id
    await desk.announce_meeting(meeting)
    await town.move(to=town.local(2026, 2, 3, 11))
    await luc.text("OUI")
    for words in ("NON", "huit heures c'est trop tôt", "1", "1", "1"):
        await rose.text(words)
    await rose.text("PARLER")
    await desk.settle_call((await the_only(town, Task, Task.kind == "call")).id)
    await desk.move_person(her.id)
    await desk.write_to(her.id)
    await town.move(to=town.local(2026, 2, 9, 11))
    await desk.carry(meeting)
    await town.move(to=town.local(2026, 2, 11, 11))
    await desk.presence(meeting, him.id, her.id)
    await desk.read(meeting)
    await desk.minutes(meeting)
    await desk.answer((await the_only(town, Comment)).number)
    for words in ("RECLAMER 1 journée autobus 7,50", "1", "1"):
        await luc.text(words)
    claim = (await the_only(town, Claim)).number
    await desk.approve(claim)
    await desk.pay(claim)
    await desk.propose()
    await desk.approve_digest()
    await desk.announce()
    await town.tick()
    return await kept(town) | {
        name: sorted(said.text for said in phone.all) for name, phone in (("rose", rose), ("luc", luc))
    }


COMPARED: dict[Any, tuple[str, ...]] = {
    Person: ("name", "language", "territory", "channel"),
    Meeting: ("state", "local_date", "local_start", "local_end", "place", "carrier", "answer_by", "minutes"),
    AgendaPoint: ("number", "title", "plain", "changes"),
    Attendance: ("person_id", "answer", "presence"),
    Comment: ("number", "person_id", "with_name", "words", "state", "decision", "reason", "carried_on", "read_on"),
    Claim: ("number", "person_id", "state", "total_cents", "activity_date"),
    ClaimLine: ("kind", "cents"),
    Payment: ("mode", "paid_on"),
    DigestItem: ("state", "title", "body", "language"),
    Broadcast: ("kind", "purpose", "state", "title", "territory", "audience", "priority", "approved_count"),
    BroadcastText: ("language", "channel", "body", "segments"),
    Task: ("kind", "outcome"),
}
# What a desk alone leaves: its login, the looks that its pages and its cards are.
OF_A_DESK = ("console.", "people.seen", "journal.seen")


async def kept(town: Town) -> dict[str, Any]:
    found: dict[str, Any] = {}
    async with town.database.read() as session:
        for model, columns in COMPARED.items():
            rows = await session.scalars(select(model))
            found[model.__name__] = sorted(repr([getattr(row, name) for name in columns]) for row in rows)
        acts = await session.scalars(select(Entry.act).where(Entry.actor != SYSTEM))
        found["journal"] = Counter(act for act in acts if not act.startswith(OF_A_DESK))
    return found


async def region_of(folder: Path) -> tuple[Town, Phone, Phone, Phone, Path]:
    file = folder / "portevoix.sqlite3"
    await lay_schema(f"sqlite+aiosqlite:///{file}")
    town = await Town(Database(f"sqlite+aiosqlite:///{file}"), MONDAY).open()
    maude = await coordinator(town)
    rose, luc = town.sms("+18195550107"), town.sms("+18195550108")
    people = [await settle_in(town, phone, name, Role.EXPERT) for phone, name in ((rose, "Rose"), (luc, "Luc"))]
    await set_rates(town)
    async with town.database.write() as session:
        table = await roundtable_made(session, 1, "COCO")
        for person in people:
            await seat(session, person.id, table.id)
    return town, maude, rose, luc, file


@pytest.fixture(scope="module")
def months() -> dict[str, dict[str, Any]]:
    """What each desk ended with; the first one lived is what the others are compared with."""
    return {}


@pytest.mark.parametrize("desk", ["telegram", "console", "shell"])
async def test_a_month_lived_at_one_desk_ends_as_at_the_others(
    months: dict[str, dict[str, Any]], tmp_path: Path, desk: str
) -> None:
    town, maude, rose, luc, file = await region_of(tmp_path)
    try:
        person = await maude.person()
        assert isinstance(person, Person)
        desks: dict[str, Desk] = {
            "telegram": OnTelegram(town, maude),
            "shell": InTheShell(town, file),
            "console": OnTheConsole(town, maude, person, await browser_of(town, person)),
        }
        months[desk] = await lived(town, desks[desk], rose, luc)
    finally:
        await town.close()
    assert all(months[desk].values()), "a month in which everything happened"
    first = next(iter(months.values()))
    for what, rows in months[desk].items():
        assert rows == first[what], what
