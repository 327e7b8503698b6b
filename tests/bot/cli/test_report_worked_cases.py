"""The worked cases of the yearly report, driven from outside: rows in, `portevoix report`, the cells of its files.

`tests/db/report` holds the same numbers against pure functions; here nothing of the program is called but its shell.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import os
import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook
from typer.testing import CliRunner

from bot.cli import build_app
from bot.clock import say_moved
from db.meetings.tables import MeetingState, Presence
from db.report.facts import AttendanceFact, ExpertRole, Facts, Level, MeetingFact, PlaceKind
from db.session import Database
from tests.support.mini_region import ZONE, mini_region
from tests.support.reports import lay_region

YEAR = "2026-2027"
AFTER = dt.datetime(2027, 5, 16, 14, tzinfo=dt.UTC)  # the day after the cut
M, UNKNOWN = "masqué", "non consigné"
Cells = Mapping[tuple[str, str, str], Any]  # (sheet, row, column) -> what is printed
REGIONS: Mapping[str, Callable[[], Facts]] = {
    "the region": mini_region,
    "with an opinion at M3": lambda: mini_region(opinion_at_m3=True),
    "four and four": lambda: by_mode(4, 4),
    "nine and three": lambda: by_mode(9, 3),
    "both ways": lambda: by_territory({"A": (8, 9), "B": (12, 7), "C": (6, 3), "D": (10, 6)}),
    "both ways, few": lambda: by_territory({"A": (8, 3), "B": (5, 3), "C": (6, 0), "D": (2, 1)}),
}


def by_mode(in_person: int, remote: int) -> Facts:
    return by_territory({"A": (in_person, remote)})


def by_territory(people: Mapping[str, tuple[int, int]]) -> Facts:
    """One meeting in each territory; nobody is at two of them."""
    day, meetings, came = dt.date(2026, 9, 15), [], []
    for name, modes in people.items():
        ends = dt.datetime(2026, 9, 15, 16, tzinfo=dt.UTC)
        local = (PlaceKind.MECHANISM, Level.LOCAL, name)
        meetings.append(MeetingFact(f"M{name}", f"table {name}", day, MeetingState.HELD, ends, *local))
        for presence, count in zip((Presence.IN_PERSON, Presence.PHONE), modes, strict=True):
            came += [AttendanceFact(f"M{name}", f"{name} {presence} {n}", presence) for n in range(count)]
    experts = tuple(ExpertRole(one.person) for one in came)
    return Facts(
        zone=ZONE, territories=tuple(people), meetings=tuple(meetings), attendances=tuple(came), experts=experts
    )


@dataclass(frozen=True)
class House:
    """A database in a folder, its clock on 16 May 2027, and the shell that works on it."""

    folder: Path

    @property
    def url(self) -> str:
        return f"sqlite+aiosqlite:///{self.folder / 'portevoix.sqlite3'}"

    def run(self, *words: str) -> str:
        env = {"DATABASE_URL": self.url, "TELEGRAM_TOKEN": "1:a", "ORGANISATION_NAME": "Alliance", "TIMEZONE": ZONE}
        env["MEDIA_FOLDER"] = str(self.folder / "media")
        done = CliRunner(env=env).invoke(build_app(["report", "people", "export"]), list(words))
        assert done.exit_code == 0, (words, done.output)
        return done.output

    def frozen(self) -> House:
        self.run("report", "freeze", "--year", YEAR, "--cut", "2027-05-15", "--yes")
        self.files()
        return self

    def files(self) -> None:
        self.run("report", "--year", YEAR, "--to", str(self.folder / "files"), "--html", "--xlsx")
        self.run("report", "--year", YEAR, "--to", str(self.folder / "files"), "--json")

    def file(self, form: str, version: int = 1) -> Path:
        return self.folder / "files" / f"bilan-{YEAR}-v{version}.{form}"

    def cells(self) -> Cells:
        """Every cell of the workbook, once the page was found to hold the same rows."""
        found: dict[tuple[str, str, str], Any] = {}
        in_page = {tuple(words_of(cell.text_content()) for cell in row) for row in self._rows_in_page()}
        for sheet in load_workbook(self.file("xlsx")).worksheets[1:]:
            heads, *rows = sheet.iter_rows(values_only=True)
            for label, *values in rows:
                if values and values[0] is not None:
                    assert words_of(str(label)) in {row[0] for row in in_page}, label
                    found |= {(sheet.title, label, head): value for head, value in zip(heads[1:], values, strict=True)}
        return found

    def _rows_in_page(self) -> list[Any]:
        return list(html.document_fromstring(self.file("html").read_text(encoding="utf-8")).iterfind(".//tbody/tr"))

    def figures(self, version: int = 1) -> Any:
        return json.loads(self.file("json", version).read_bytes())


def words_of(written: str) -> str:
    return " ".join(written.split())


@pytest.fixture
def house(sqlite_url: str, tmp_path: Path) -> Callable[[Facts], House]:
    def built(facts: Facts) -> House:
        return lay(tmp_path, facts)

    return built


def lay(folder: Path, facts: Facts) -> House:
    async def write(url: str) -> None:
        database = Database(url)
        await lay_region(database, facts)
        await database.close()

    made = House(folder)
    asyncio.run(write(made.url))
    say_moved(folder / "portevoix.sqlite3", AFTER)
    return made


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, _sqlite_template: Path) -> Callable[[str], Cells]:
    """What is printed of a region, made once."""
    made: dict[str, Cells] = {}

    def of(name: str) -> Cells:
        if name not in made:
            folder = tmp_path_factory.mktemp("worked")
            (folder / "portevoix.sqlite3").write_bytes(_sqlite_template.read_bytes())
            made[name] = lay(folder, REGIONS[name]()).frozen().cells()
        return made[name]

    return of


HELD, PEOPLE, RUNGS = "Rencontres", "Personnes et présences", "Degrés de participation"
PAID, MONEY, WORDS, READY = "Demandes et paiements", "Allocation et frais", "Commentaires", "Préparation et suivi"
DISCUSSION = "Discussion : la personne était à une rencontre"
CONSULTED = "Consultation : sa parole a été portée, et rien de plus"
DELIBERATED = "Délibération : la rencontre a donné un avis"
TOGETHER = "Toutes ensemble, chaque personne une fois"


@pytest.mark.parametrize(
    ("sheet", "row", "column", "expected"),
    [
        (HELD, "Concertation", "Rencontres", 5),
        (HELD, "Projets", "Rencontres", 1),
        (HELD, "Concertation", "Présence notée", 4),
        (HELD, "Concertation", "Avec des personnes concernées", 4),
        (HELD, "Concertation", "Plusieurs", 3),
        (HELD, "Concertation", "Une seule", 1),
        (HELD, "Concertation", "Leur parole seulement", 0),
        (PEOPLE, "Concertation", "Personnes", 6),
        (PEOPLE, "Projets", "Personnes", 5),
        (PEOPLE, TOGETHER, "Personnes", M),
        (PEOPLE, "Concertation", "Présences", 12),
        (PEOPLE, "Concertation", "Sur place", M),
        (PEOPLE, "Concertation", "À distance", M),
        (RUNGS, DISCUSSION, "Personnes", 6),
        (RUNGS, CONSULTED, "Personnes", M),
        (RUNGS, DELIBERATED, "Personnes", UNKNOWN),
        (READY, "Concertation", "Résumé, avant", "7 jours"),
        (READY, "Concertation", "7 jours ou plus", 3),
        (READY, "Concertation", "Aucun résumé", 0),
        (MONEY, "Allocation", "Montant", 460),
        (MONEY, "Allocation", "Personnes", 6),
        (MONEY, "Frais, total", "Montant", M),
        (MONEY, "Transport", "Montant", M),
        (MONEY, "Garde", "Montant", M),
        (PAID, "Allocation versée dans l'année", "Valeur", 515),
        (PAID, "De la demande au paiement", "Valeur", "18 jours"),
        (PAID, "Demandes de l'année payées", "Valeur", 7),
        (PAID, "Demandes de l'année payées", "Personnes", 6),
        (PAID, "Demandes refusées", "Valeur", M),
        (WORDS, "Retenus", "Commentaires", 3),
        (WORDS, "Non retenus", "Commentaires", 1),
        (WORDS, "À suivre", "Commentaires", 2),
        (WORDS, "En attente de réponse", "Commentaires", 1),
        (WORDS, "Total", "Commentaires", 7),
        ("Réponses", "Répondus", "Commentaires", 6),
        ("Réponses", "Répondus à temps", "Commentaires", 5),
        ("Soutien", "Personnes qui ont suivi une formation", "Valeur", UNKNOWN),
    ],
)
def test_a_printed_cell_of_the_region(
    printed: Callable[[str], Cells], sheet: str, row: str, column: str, expected: object
) -> None:
    assert printed("the region")[sheet, row, column] == expected


@pytest.mark.parametrize("row", [DISCUSSION, DELIBERATED, CONSULTED])
def test_the_ladder_printed_when_a_meeting_gave_an_opinion(printed: Callable[[str], Cells], row: str) -> None:
    assert printed("with an opinion at M3")[RUNGS, row, "Personnes"] == M


def test_no_total_of_rungs_and_no_comments_by_meeting_are_printed(printed: Callable[[str], Cells]) -> None:
    cells = printed("the region")
    rungs = {row for sheet, row, _ in cells if sheet == RUNGS}
    assert not any("otal" in row or "ensemble" in row for row in rungs)
    assert {row for sheet, row, _ in cells if sheet == WORDS} == {
        "Retenus",
        "Non retenus",
        "À suivre",
        "En attente de réponse",
        "Total",
    }


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("four and four", (M, M, 8)),
        ("nine and three", (M, M, 12)),
        ("both ways", (36, 25, 61)),
        ("both ways, few", (21, 7, 28)),
    ],
)
def test_attendances_by_mode(printed: Callable[[str], Cells], region: str, expected: tuple[object, ...]) -> None:
    cells = printed(region)
    columns = ("Sur place", "À distance", "Présences")
    assert tuple(cells[PEOPLE, "Concertation", column] for column in columns) == expected


@pytest.mark.parametrize(("region", "expected"), [("both ways", (17, 19, 9, 16)), ("both ways, few", (11, 8, M, M))])
def test_the_margins_of_territories(printed: Callable[[str], Cells], region: str, expected: tuple[object, ...]) -> None:
    cells = printed(region)
    assert tuple(cells["Territoires", name, "Présences"] for name in "ABCD") == expected


# One question a line: how many people gave each answer, as sheets that a coordinator types.
LINES: Mapping[str, tuple[tuple[int, ...], list[object]]] = {
    "Dans les rencontres, vous": ((11, 8, 6, 3), [11, 8, M, M, 28]),
    "Pendant les rencontres": ((11, 2, 1, 9), [11, M, M, M, 23]),
    "Votre avis": ((1, 1, 1, 1), [M, M, M, M, M]),
    "Savez-vous ce": ((20, 3, 0), [M, M, 0, "—", 23]),
    "Avant les rencontres": ((12, 0, 5), [12, 0, 5, "—", 17]),
}
ORDER = ("Dans les rencontres, vous", "Savez-vous ce", "Pendant les rencontres", "Votre avis", "Avant les rencontres")


def typed_sheets() -> Iterator[str]:
    given = [[n for n, people in enumerate(LINES[name][0], 1) for _ in range(people)] for name in ORDER]
    for number in range(max(map(len, given))):
        answers = [str(one[number]) if number < len(one) else "-" for one in given]
        yield " ".join([*answers, "-", "-", "-"])


def test_lines_of_the_survey_typed_as_sheets(house: Callable[[Facts], House]) -> None:
    made = house(mini_region())
    say_moved(made.folder / "portevoix.sqlite3", AFTER - dt.timedelta(days=10))
    made.run("report", "note-survey", "--year", YEAR, "\n".join(typed_sheets()))
    say_moved(made.folder / "portevoix.sqlite3", AFTER)
    cells = made.frozen().cells()
    rows = {row for sheet, row, _ in cells if sheet == "Sondage"}
    for start, (_, expected) in LINES.items():
        (row,) = (one for one in rows if one.startswith(start))
        assert [cells["Sondage", row, column] for column in ("1", "2", "3", "4", "Ont répondu")] == expected, start


# The same


def digest_of(made: House) -> str:
    return str(
        json.loads(made.frozen().run("report", "show", "--year", YEAR, "--json").splitlines()[-1])["fingerprint"]
    )


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory, _sqlite_template: Path) -> str:
    folder = tmp_path_factory.mktemp("digest")
    (folder / "portevoix.sqlite3").write_bytes(_sqlite_template.read_bytes())
    return digest_of(lay(folder, mini_region()))


def shuffled(facts: Facts) -> Facts:
    drawn = random.Random(15)
    lists = {field.name: getattr(facts, field.name) for field in fields(facts)}
    return replace(
        facts, **{name: tuple(drawn.sample(kept, len(kept))) for name, kept in lists.items() if isinstance(kept, tuple)}
    )


def test_rows_written_in_another_order_have_the_same_fingerprint(house: Callable[[Facts], House], digest: str) -> None:
    assert digest_of(house(shuffled(mini_region()))) == digest


def test_a_server_of_another_zone_has_the_same_fingerprint(
    house: Callable[[Facts], House], digest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Asia/Tokyo"
    time.tzset()
    try:
        assert digest_of(house(mini_region())) == digest
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()


def test_two_cards_merged_in_the_shell_are_one_person(house: Callable[[Facts], House], digest: str) -> None:
    """E2 had a second card at M3."""
    region = mini_region()
    at_m3 = tuple(
        replace(one, person="E2 encore") if (one.person, one.meeting) == ("E2", "M3") else one
        for one in region.attendances
    )
    made = house(replace(region, attendances=at_m3, experts=(*region.experts, ExpertRole("E2 encore"))))
    number = json.loads(made.run("people", "show", "E2 encore", "--json").splitlines()[-1])["number"]
    made.run("people", "merge", "E2", str(number), "--yes")
    assert digest_of(made) == digest


@pytest.mark.parametrize("erased", [("E2",), ("E2", "E3")])
def test_erasures_change_nothing_of_a_year_made_again(house: Callable[[Facts], House], erased: tuple[str, ...]) -> None:
    """Those whose claims are all paid; of two, neither becomes the other."""
    made = house(mini_region()).frozen()
    for name in erased:
        made.run("people", "erase", name, "--reason", "demandé", "--at-once", "--yes")
    made.run("report", "correct", "--year", YEAR, "--reason", "relue", "--yes")
    made.files()
    assert made.figures(2)["figures"] == made.figures(1)["figures"]
