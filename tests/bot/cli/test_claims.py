"""Claims from the shell: what it prints, its codes, and the same rules as everywhere."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from bot.cli import build_app
from db.claims.rules import ClaimState, LineKind
from db.claims.tables import Claim, ClaimLine
from db.organisations import Organisation
from db.people import Person, PersonRole, Role
from db.session import Database

Shell = Callable[..., Result]
NOW = dt.datetime(2026, 2, 12, 17, tzinfo=dt.UTC)


async def _fill(url: str) -> None:
    database = Database(url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance de la Vallée-des-Rives"))
        await session.flush()
        for name, role in (("Maude", Role.COORDINATOR), ("Denis", Role.COORDINATOR), ("Rose", Role.EXPERT)):
            person = Person(organisation_id=1, name=name, created_at=NOW)
            session.add(person)
            await session.flush()
            session.add(PersonRole(person_id=person.id, role=role))
        for number, person_id, cents in ((1, 3, 6250), (2, 1, 5500)):
            claim = Claim(
                organisation_id=1,
                number=number,
                person_id=person_id,
                activity_date=NOW.date(),
                state=ClaimState.SUBMITTED,
                total_cents=cents,
                note="formation",
                submitted_at=NOW,
            )
            session.add(claim)
            await session.flush()
            session.add(ClaimLine(claim_id=claim.id, kind=LineKind.PARTICIPATION, cents=cents))
    await database.close()


@pytest.fixture
def shell(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Shell:
    for key, value in {
        "DATABASE_URL": sqlite_url,
        "TELEGRAM_TOKEN": "1:a",
        "ORGANISATION_NAME": "Alliance de la Vallée-des-Rives",
    }.items():
        monkeypatch.setenv(key, value)
    asyncio.run(_fill(sqlite_url))

    def run(*words: str, acting_as: str = "Maude") -> Result:
        return CliRunner().invoke(build_app(["claims"]), ["claims", *words, "--as", acting_as])

    return run


def told(result: Result) -> dict[str, object]:
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout.strip().splitlines()[-1])
    return found


def test_claims_are_listed_approved_and_paid_for_a_program(shell: Shell) -> None:
    listed = told(shell("list", "--json"))
    assert [claim["number"] for claim in listed["claims"]] == [1, 2]  # type: ignore[attr-defined]
    assert told(shell("approve", "1", "--json"))["total_cents"] == 6250
    today = dt.datetime.now(dt.UTC).date().isoformat()
    paid = told(shell("pay", "1", "--mode", "cheque", "--on", today, "--total", "62,50", "--json"))
    assert (paid["paid"], paid["compensation_cents"], paid["expenses_cents"]) == ([1], 6250, 0)


def test_nobody_approves_their_own_from_the_shell_either(shell: Shell) -> None:
    refused = shell("approve", "2")
    assert refused.exit_code == 1
    assert "est à vous" in refused.output
    assert told(shell("approve", "2", "--json", acting_as="Denis"))["approved"] == [2]


def test_without_the_total_nothing_is_paid_and_the_sentence_says_how(shell: Shell) -> None:
    told(shell("approve", "1", "--json"))
    today = dt.datetime.now(dt.UTC).date().isoformat()
    refused = shell("pay", "1", "--mode", "cash", "--on", today)
    assert refused.exit_code == 1
    assert "--total 62.50" in refused.output
    other = shell("pay", "1", "--mode", "cash", "--on", today, "--total", "99")
    assert other.exit_code == 1
    assert "Le total est" in other.output


def test_a_question_and_a_refusal_need_their_words(shell: Shell) -> None:
    assert shell("refuse", "1", "--reason", " ").exit_code == 1
    assert told(shell("return", "1", "--question", "Quel jour?", "--json"))["returned"] == 1
    assert told(shell("refuse", "1", "--reason", "Pas cette fois.", "--json"))["refused"] == 1
    assert told(shell("reopen", "1", "--json"))["reopened"] == 1
    assert told(shell("show", "1", "--json"))["state"] == "submitted"


def test_rates_are_set_by_date(shell: Shell) -> None:
    assert "exemple" in shell("rate", "list").output
    assert told(shell("rate", "example", "--from", "2026-01-01", "--json"))["rates"]
    added = told(shell("rate", "add", "--kind", "childcare", "--from", "2030-04-01", "--max", "7000", "--json"))
    assert (added["kind"], added["max_cents"]) == ("childcare", 7000)
    negative = shell("rate", "add", "--kind", "meal", "--from", "2026-04-01", "--cents", "-5")
    assert negative.exit_code == 1
    assert "Exemple" in negative.output
