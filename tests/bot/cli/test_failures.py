"""What a command says when it cannot: a sentence, never a trace, and a code that is not 0; JSON for programs."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from bot.cli.hints import for_shell
from db.session import Database
from tests.support.env import catalogue
from tests.support.filled import fill
from tests.support.postgres import PostgresServer
from tests.support.shell import Answer, typed

REFUSED = "postgresql://nobody:secret@127.0.0.1:1/base"


def plainly(answer: Answer, code: int, *words: str) -> None:
    assert answer.code == code, answer
    assert "Traceback" not in answer.err
    assert "secret" not in answer.err
    for word in words:
        assert word in answer.err


@pytest.fixture
async def url(sqlite_url: str) -> str:
    database = Database(sqlite_url)
    await fill(database)
    await database.close()
    return sqlite_url


@pytest.mark.parametrize(
    "words", [["people", "list"], ["migrate"], ["run"], ["export", "people"], ["backup", "copie.zip"]], ids=" ".join
)
async def test_a_database_that_is_away_is_said_in_a_sentence(tmp_path: Path, words: list[str]) -> None:
    env = {"DATABASE_URL": REFUSED, "TELEGRAM_TOKEN": "123:abc", "TELEGRAM_API_BASE_URL": "http://127.0.0.1:9"}
    plainly(await typed(tmp_path, *words, **env), 5, "La base de données ne répond pas", "DATABASE_URL")


@pytest.fixture
def empty_url(empty_postgres_url: str) -> str:
    return empty_postgres_url.replace("+asyncpg", "")


@pytest.mark.parametrize(
    "words",
    [["people", "add", "--role", "coordinator", "--name", "Maude"], ["export", "people"], ["backup", "c.zip"]],
    ids=lambda words: words[0],
)
async def test_an_empty_postgresql_is_made_at_the_first_command_whichever(
    tmp_path: Path, empty_url: str, words: list[str]
) -> None:
    answer = await typed(tmp_path, *words, DATABASE_URL=empty_url, TELEGRAM_TOKEN="123:abc")
    assert "Traceback" not in answer.err
    assert "migrate" not in answer.err
    made = await typed(tmp_path, "people", "add", "--role", "coordinator", "--name", "Rose", DATABASE_URL=empty_url)
    assert "migrate" not in made.err


async def test_several_commands_that_come_first_together_make_it_once(tmp_path: Path, empty_url: str) -> None:
    words = ["people", "add", "--role", "coordinator", "--name", "Maude", "--json"]
    answers = await asyncio.gather(*(typed(tmp_path, *words, DATABASE_URL=empty_url) for _ in range(3)))
    assert all("Traceback" not in answer.err for answer in answers)
    assert [answer.code for answer in answers].count(0) >= 1, answers
    assert not any("migrate" in answer.err for answer in answers), answers


async def test_a_database_that_holds_something_else_is_left_as_it_is(tmp_path: Path, empty_postgres_url: str) -> None:
    database = Database(empty_postgres_url)
    async with database.write() as session:
        await session.execute(text("CREATE TABLE of_another (it integer)"))
    plain = empty_postgres_url.replace("+asyncpg", "")
    plainly(await typed(tmp_path, "people", "list", DATABASE_URL=plain), 1, "portevoix migrate")
    async with database.read() as session:
        tables = await session.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
    await database.close()
    assert tables == 1


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("ALTER TABLE deliveries DROP COLUMN reason CASCADE", ["export", "deliveries"]),
        ("ALTER TABLE people RENAME COLUMN name TO nom", ["people", "list"]),
        ("DROP TABLE contacts CASCADE", ["people", "add", "--name", "Luc", "--phone", "819 555-0123"]),
    ],
    ids=["a column", "another", "a table"],
)
async def test_a_fault_is_said_with_its_place_and_never_with_a_trace_nor_a_statement(
    tmp_path: Path, postgres_url: str, broken: str, words: list[str]
) -> None:
    database = Database(postgres_url)
    await fill(database)
    async with database.write() as session:
        await session.execute(text(broken))
    await database.close()
    answer = await typed(tmp_path, *words, DATABASE_URL=postgres_url.replace("+asyncpg", ""))
    plainly(answer, 6, "Une erreur du programme", "ProgrammingError at ")
    for never in ("SELECT", "INSERT", "FROM", "555-0123", "[SQL", "File "):
        assert never not in answer.err + answer.out


@pytest.mark.parametrize("url", ["postgresql://nobody@{place}/{base}", "postgresql://postgres@{place}/nowhere"])
async def test_a_postgresql_that_does_not_let_us_in_is_said_in_a_sentence(
    tmp_path: Path, postgres_server: PostgresServer, url: str
) -> None:
    where = make_url(postgres_server.url("postgres"))
    place = f"{where.host or '127.0.0.1'}:{where.port or 5432}"
    given = url.format(place=place, base="postgres")
    plainly(await typed(tmp_path, "people", "list", DATABASE_URL=given), 5, "La base de données ne répond pas")


async def test_a_file_that_is_no_database_is_said_in_a_sentence_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Rien à voir. " * 100)
    answer = await typed(tmp_path, "people", "list", DATABASE_URL=f"sqlite:///{file}", DEFAULT_LANGUAGE="en")
    plainly(answer, 5, "is not a database of Porte-voix", str(file))
    assert file.read_text() == "Rien à voir. " * 100


async def test_a_folder_that_does_not_exist_is_said_in_a_sentence(tmp_path: Path) -> None:
    answer = await typed(tmp_path, "people", "list", DATABASE_URL=f"sqlite:///{tmp_path / 'no' / 'base.sqlite3'}")
    plainly(answer, 5, "ne peut pas être ouvert", "base.sqlite3")


async def test_a_database_kept_busy_by_another_is_said_in_a_sentence(tmp_path: Path, url: str) -> None:
    with sqlite3.connect(url.partition(":///")[2]) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = await typed(tmp_path, "digest", "propose", "Le frigo | Venez", "--as", "Maude", DATABASE_URL=url)
    plainly(answer, 5, "occupée par un autre programme")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["migrate", "--to", "zzz"], 2, "portevoix migrate --to 0004 --back"),
        (["letters", "--month", "novembre"], 2, "Exemple : 2026-11"),
        (["letters", "--month", "2026-11", "--posted", "hier"], 2, "Exemple : 2026-11-30"),
        (["digest", "day", "28", "--at", "25h"], 2, "Exemple : 10:00"),
        (["claims", "show", "99"], 1, "portevoix claims list"),
        (["comments", "answer", "99", "peut-être", "oui"], 2, "Ici : portevoix comments answer --help"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
async def test_what_is_badly_written_gets_an_example(
    tmp_path: Path, url: str, words: list[str], code: int, said: str
) -> None:
    more = [] if words[0] == "migrate" else ["--as", "Maude"]
    plainly(await typed(tmp_path, *words, *more, DATABASE_URL=url), code, said)


async def test_programs_read_the_refusal_as_json(tmp_path: Path, url: str) -> None:
    answer = await typed(tmp_path, "claims", "show", "99", "--as", "Maude", "--json", DATABASE_URL=url)
    assert answer.code == 1
    assert json.loads(answer.out) == {"ok": False, "text": answer.err.strip()}


async def test_without_a_terminal_nothing_is_announced_unless_yes_is_said(tmp_path: Path, url: str) -> None:
    words = ["announce", "--to", "everyone", "--text", "Le local est fermé.", "--as", "Maude"]
    plainly(await typed(tmp_path, *words, DATABASE_URL=url), 1, "Ajoutez --yes")
    done = await typed(tmp_path, *words, "--yes", "--json", DATABASE_URL=url)
    assert done.code == 0, done
    assert done.json["people"] >= 1


@pytest.mark.parametrize(
    ("said", "here"),
    [
        ("Pour la voir : /rencontres", "Pour la voir : portevoix meeting list"),
        ("Pour l'annoncer : /rencontre-annoncer 12.", "Pour l'annoncer : portevoix meeting announce 12."),
        ("Pour arrêter : /annuler 3", "Pour arrêter : portevoix broadcast cancel 3"),
        ("Stop it: /cancel 3", "Stop it: portevoix broadcast cancel 3"),
        ("Voir : /commentaires 12", "Voir : portevoix comments list --meeting 12"),
        ("Exemple : /lu 12 mardi", "Exemple : /lu 12 mardi\nIci : portevoix comments read --help"),
        ("Exemple : /annonce tous", "Exemple : /annonce tous\nIci : portevoix announce --help"),
        ("https://t.me/bot/pause 3", "https://t.me/bot/pause 3"),
        ("/aide", "/aide"),
        ("media/appels", "media/appels"),
    ],
)
def test_a_command_of_telegram_is_said_as_the_shell_writes_it(said: str, here: str) -> None:
    assert for_shell(said, catalogue(), "fr") == here
