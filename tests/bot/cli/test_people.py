"""People and the call list from the shell: what it prints, what programs read, and with which code it ends."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.cli import build_app
from db.conversations import Task
from db.people import Person, Role, roles_of
from db.session import Database
from messages.types import Channel
from tests.stories.conftest import MONDAY

PEOPLE = "name,phone,telegram_id,language,roles,roundtables,territory,channel,consent\n"
PAPER = "formulaire papier 2026-01-12"


class Shell:
    """`portevoix ...` on one SQLite file, in a folder without .env."""

    def __init__(self, url: str) -> None:
        self.url = url

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(build_app(["people", "call-list"]), list(words))

    def facts(self, *words: str) -> dict[str, Any]:
        result = self(*words, "--json")
        assert result.exit_code == 0, result.output
        found: dict[str, Any] = json.loads(result.stdout)
        return found


@pytest.fixture
def shell(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_TOKEN", "TWILIO_ACCOUNT_SID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("CONTACT_NAME", "Maude")
    return Shell(sqlite_url)


def test_the_first_coordinator_is_made_on_an_empty_database(shell: Shell) -> None:
    result = shell("people", "add", "--role", "coordinator")
    assert result.exit_code == 0
    assert "Maude" in result.stdout
    assert "/start " in result.stdout
    again = shell.facts("people", "add", "--role", "coordinator", "--name", "Maude")
    assert (again["person"], again["valid_hours"]) == (1, 24)


def test_a_coordinator_without_telegram_has_a_phone(shell: Shell) -> None:
    made = shell.facts(
        "people", "add", "--role", "coordinator", "--name", "Anne", "--phone", "819 555-0150", "--consent", PAPER
    )
    (anne,) = shell.facts("people", "list", "anne")["people"]
    assert anne["number"] == made["person"]
    assert anne["roles"] == ["coordinator"]
    assert anne["contacts"] == [{"channel": Channel.SMS, "address": "+1819***0150", "consent": "given", "reach": "ok"}]


def test_nobody_acts_before_there_is_a_coordinator(shell: Shell) -> None:
    result = shell("people", "add", "--name", "Rose", "--phone", "819 555-0101")
    assert result.exit_code == 1
    assert "portevoix people add --role coordinator" in result.stderr


def test_with_several_coordinators_the_shell_asks_who_acts(shell: Shell) -> None:
    shell("people", "add", "--role", "coordinator", "--name", "Maude")
    shell("people", "add", "--role", "coordinator", "--name", "Paul", "--as", "Maude")
    refused = shell("people", "list")
    assert refused.exit_code == 1
    assert "--as" in refused.stderr
    assert shell("people", "list", "--as", "Paul").exit_code == 0


def test_people_are_added_changed_imported_and_listed(shell: Shell, tmp_path: Path) -> None:
    shell("people", "add", "--role", "coordinator", "--name", "Maude")
    rose = shell.facts(
        "people", "add", "--name", "Rose", "--phone", "819 555-0101", "--role", "expert", "--consent", PAPER
    )
    shell("people", "change", str(rose["person"]), "--roundtable", "Logement", "--territory", "Vieux-Moulin")
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE + f"Luc,819 555-0102,,,,,,,{PAPER}\nMax,12,,,,,,,\n", encoding="utf-8")
    done = shell.facts("people", "import", str(file), "--yes")
    assert (done["added"], done["bad"], done["kept"]) == (1, 1, True)
    assert done["lines"][0]["line"] == 3
    assert shell.facts("people", "import", str(file), "--yes")["added"] == 0
    (found,) = shell.facts("people", "list", "vieux-moulin")["people"]
    assert (found["name"], found["roles"], found["roundtables"]) == ("Rose", ["expert"], ["Logement"])
    assert "Luc" in shell("people", "list").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--name", "Rose"], "Exemple : 819 555-0101"),
        (["--phone", "819 555-0101"], "Il manque le nom"),
        (["--name", "Rose", "--phone", "12"], "numéro complet"),
        (["--name", "Rose", "--phone", "819 555-0101", "--consent", "oui"], "quel jour"),
    ],
)
def test_what_cannot_be_done_says_why_and_ends_with_a_code(shell: Shell, words: list[str], said: str) -> None:
    shell("people", "add", "--role", "coordinator", "--name", "Maude")
    result = shell("people", "add", *words)
    assert result.exit_code == 1
    assert said in result.stderr


def test_a_file_that_holds_no_people_is_refused(shell: Shell, tmp_path: Path) -> None:
    shell("people", "add", "--role", "coordinator", "--name", "Maude")
    file = tmp_path / "prices.csv"
    file.write_text("item,price\nx,1\n", encoding="utf-8")
    result = shell("people", "import", str(file))
    assert result.exit_code == 1
    assert "item, price" in result.stderr


def test_the_call_list_is_seen_and_settled(shell: Shell) -> None:
    shell("people", "add", "--role", "coordinator", "--name", "Maude")
    assert shell("call-list").exit_code == 0
    number = asyncio.run(_card(shell.url))
    (card,) = shell.facts("call-list")["tasks"]
    assert (card["number"], card["kind"], card["name"]) == (number, "call", "Rose")
    assert shell("call-list", str(number), "Z").exit_code == 1
    assert shell.facts("call-list", str(number), "P")["closed"]
    assert shell.facts("call-list")["tasks"] == []


async def _card(url: str) -> int:
    database = Database(url)
    async with database.write() as session:
        person = Person(organisation_id=1, name="Rose", language="fr", created_at=MONDAY)
        session.add(person)
        await session.flush()
        task = Task(organisation_id=1, kind="call", person_id=person.id, created_at=MONDAY)
        session.add(task)
        await session.flush()
        number = task.id
    await database.close()
    return number


def test_a_role_is_given_by_the_shell_alone(shell: Shell) -> None:
    shell("people", "add", "--role", "coordinator", "--name", "Maude")

    async def roles() -> set[Role]:
        database = Database(shell.url)
        async with database.read() as session:
            found = await roles_of(session, 1)
        await database.close()
        return found

    assert asyncio.run(roles()) == {Role.COORDINATOR}


def test_a_coordinator_is_revoked_by_name_and_a_name_of_two_is_asked_about(shell: Shell) -> None:
    shell("people", "add", "--role", "coordinator", "--name", "Maude", "--phone", "819 555-0150", "--consent", PAPER)
    shell("people", "add", "--role", "coordinator", "--name", "Paul Roy", "--as", "Maude")
    refused = shell("people", "revoke", "Personne", "--to", "Maude", "--as", "Maude")
    assert refused.exit_code == 1
    done = shell.facts("people", "revoke", "paul roy", "--to", "Maude", "--as", "Maude")
    assert (done["person"], done["to"], done["sessions"]) == (2, 1, 0)
    for phone in ("819 555-0101", "819 555-0102"):
        shell("people", "add", "--name", "Rose", "--phone", phone, "--consent", PAPER)
    several = shell("people", "show", "Rose")
    assert several.exit_code == 1
    assert "Rose (3), Rose (4)" in several.stderr


def test_two_cards_are_made_one_and_two_again(shell: Shell) -> None:
    shell("people", "add", "--role", "coordinator", "--name", "Maude")
    for name, phone in (("Rose", "819 555-0101"), ("Rosie", "819 555-0102")):
        shell("people", "add", "--name", name, "--phone", phone, "--consent", PAPER)
    assert shell("people", "merge", "Rose", "3").exit_code == 1, "what both are told is shown first"
    assert shell.facts("people", "merge", "Rose", "3", "--yes")["absorbed"] == 3
    assert "Rosie" not in shell("people", "list").stdout
    assert shell.facts("people", "unmerge", "Rosie")["again"] == 3
    assert "Rosie" in shell("people", "list").stdout
    assert shell("people", "unmerge", "Rosie").exit_code == 1


def test_the_shell_of_a_territory_gives_no_power(shell: Shell) -> None:
    shell("people", "add", "--role", "coordinator", "--name", "Maude")
    shell("people", "add", "--role", "coordinator", "--name", "Paul", "--scope", "Grande-Anse", "--as", "Maude")
    for words in (
        ("change", "1", "--telegram-id", "9003"),
        ("change", "1", "--phone", "819 555-0177"),
        ("change", "1", "--not-phone", "819 555-0150"),
        ("add", "--role", "coordinator", "--name", "Paul", "--scope", ""),
        ("revoke", "Maude", "--to", "Paul"),
    ):
        assert shell("people", *words, "--as", "Paul").exit_code == 1, words
    assert shell("people", "change", "2", "--telegram-id", "9003", "--as", "Maude").exit_code == 0
