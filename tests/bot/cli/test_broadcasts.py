"""Announcements, the digest and meetings from the shell: one line said, a code, and the same rules as on Telegram."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select, update
from typer.testing import CliRunner, Result

from bot.cli import build_app
from db.contacts import Consent, ContactPerson, add_contact
from db.deliveries import Delivery, Status
from db.meetings.tables import Answer, Attendance
from db.organisations import Organisation, roundtable_made
from db.people import Person, Role, grant, seat
from db.session import Database

Shell = Callable[..., Result]
NOW = dt.datetime(2026, 2, 12, 17, tzinfo=dt.UTC)
WORDS = "Bonjour {name}, le local est fermé."
SOON = (dt.datetime.now(dt.UTC) + dt.timedelta(days=40)).date().isoformat()
FILE = f"""roundtable: COCO
date: {SOON}
start: 13:30
end: 15:30
place: CLSC
agenda:
  - Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
"""


async def _fill(url: str, *coordinators: str) -> None:
    database = Database(url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance de la Vallée-des-Rives"))
        await session.flush()
        roundtable = await roundtable_made(session, 1, "COCO")
        for number, name in enumerate(["Rose", "Luc", "Nell", *coordinators]):
            person = Person(organisation_id=1, name=name, created_at=NOW)
            session.add(person)
            await session.flush()
            await grant(session, person.id, Role.COORDINATOR if name in coordinators else Role.EXPERT)
            await seat(session, person.id, roundtable.id)
            contact = await add_contact(session, 1, "sms", f"+1819555010{number}", NOW)
            contact.person_id, contact.consent = person.id, Consent.GIVEN
            session.add(ContactPerson(contact_id=contact.id, person_id=person.id))
    await database.close()


@pytest.fixture
def shell(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Rose, Luc, Nell and Maude, who coordinates alone; more than two people want a second coordinator."""
    for key, value in {
        "DATABASE_URL": sqlite_url,
        "TELEGRAM_TOKEN": "1:a",
        "ORGANISATION_NAME": "Alliance de la Vallée-des-Rives",
        "APPROVAL_ABOVE": "2",
    }.items():
        monkeypatch.setenv(key, value)
    asyncio.run(_fill(sqlite_url, "Maude"))

    def run(*words: str) -> Result:
        return CliRunner().invoke(build_app([words[0]]), list(words))

    return run


def told(result: Result) -> dict[str, object]:
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout.strip().splitlines()[-1])
    return found


def refused(result: Result, *words: str) -> None:
    assert result.exit_code != 0
    assert all(word in result.stderr for word in words), result.stderr
    assert "Traceback" not in result.output


def test_an_announcement_shows_its_preview_and_wants_its_number(shell: Shell) -> None:
    refused(shell("announce", "--to", "everyone", "--text", WORDS), "--people 4")
    refused(shell("announce", "--to", "everyone", "--text", WORDS, "--yes"), "--people 4")
    refused(shell("announce", "--to", "everyone", "--text", WORDS, "--people", "3"), "--people 4")
    done = shell("announce", "--to", "everyone", "--text", WORDS, "--people", "4")
    assert done.exit_code == 0, done.output
    assert "Bonjour Rose (exemple), le local est fermé." in done.stdout, "the preview"
    assert "Envoi no 1" in done.stdout.strip().splitlines()[-1]


def test_yes_is_enough_up_to_the_number(shell: Shell) -> None:
    done = told(shell("announce", "--to", "role:coordinator", "--text", WORDS, "--yes", "--json"))
    assert (done["people"], done["state"]) == (1, "sending")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "table COCCO", "--text", WORDS), ("COCCO", "COCO")),
        (("--to", "everyone", "--text", "Bonjour {nom}"), ("{nom}", "{name}")),
        (("--to", "everyone", "--text", " "), ("Il manque le texte",)),
        (("--to", "everyone", "--text", WORDS, "--at", "2026-01-05 10:00"), ("passé",)),
        (("--to", "everyone", "--text", WORDS, "--at", "un jour"), ("un jour", "Exemple")),
    ],
)
def test_a_bad_announcement_is_refused_with_a_sentence(
    shell: Shell, words: tuple[str, ...], said: tuple[str, ...]
) -> None:
    refused(shell("announce", *words, "--yes"), *said)


def test_a_scheduled_one_is_listed_and_cancelled(shell: Shell) -> None:
    words = ("announce", "--to", "role:coordinator", "--text", WORDS, "--at", f"{SOON} 10:00", "--yes", "--json")
    assert told(shell(*words))["state"] == "scheduled"
    assert len(told(shell("broadcast", "list", "--json"))["broadcasts"]) == 1  # type: ignore[arg-type]
    assert told(shell("broadcast", "cancel", "1", "--json"))["stopped"] == 1
    refused(shell("broadcast", "cancel", "1"), "fini")
    refused(shell("broadcast", "show", "9"), "pas d'envoi no 9")


def test_the_digest_from_proposal_to_approval(shell: Shell) -> None:
    refused(shell("digest", "preview"), "aucune nouvelle")
    assert told(shell("digest", "propose", "Le frigo | Ouvert le samedi.", "--json"))["item"] == 1
    assert told(shell("digest", "propose", "Le bus | Il part à 8 h.", "--json"))["item"] == 2
    assert told(shell("digest", "edit", "2", "The bus | It leaves at 8.", "--language", "en", "--json"))["item"] == 2
    assert told(shell("digest", "order", "2", "1", "--json"))["items"] == [2, 1]
    refused(shell("digest", "order", "7"), "no 7", "1, 2")
    refused(shell("digest", "day", "32"), "De 1 à 31")
    assert "T10:30" in str(told(shell("digest", "day", "31", "--at", "10:30", "--json"))["send_at"])
    assert told(shell("digest", "preview", "--json"))["people"] == 4
    refused(shell("digest", "approve", "--yes"), "--people 4")
    assert told(shell("digest", "approve", "--people", "4", "--json"))["people"] == 4
    refused(shell("digest", "edit", "1", "Vide | Vide."), "déjà approuvée")
    assert told(shell("digest", "back", "--json"))["digest"] == 1


async def _all_left(url: str) -> None:
    """No worker runs beside these commands: what waits in the outbox is marked as sent."""
    database = Database(url)
    async with database.write() as session:
        await session.execute(update(Delivery).where(Delivery.status == Status.QUEUED).values(status=Status.SENT))
    await database.close()


async def _all_heard(url: str) -> None:
    """Each of them knows of the meeting, and said so."""
    database = Database(url)
    async with database.write() as session:
        await session.execute(update(Attendance).values(answer=Answer.MAYBE))
    await database.close()


async def _fates(url: str) -> list[Status]:
    """What became of each message of the outbox."""
    database = Database(url)
    async with database.read() as session:
        found = list(await session.scalars(select(Delivery.status)))
    await database.close()
    return found


def test_a_meeting_from_a_file_to_its_end(shell: Shell, sqlite_url: str, tmp_path: Path) -> None:
    file = tmp_path / "rencontre.yaml"
    refused(shell("meeting", "add", "--file", str(file)), "rencontre.yaml", "Exemple")
    file.write_bytes(b"\xff\xfe\x00")
    refused(shell("meeting", "add", "--file", str(file)), "rencontre.yaml")
    file.write_text(FILE.replace("15:30", "12:30"), encoding="utf-8")
    refused(shell("meeting", "add", "--file", str(file)), "La fin", "Exemple")
    file.write_text(FILE, encoding="utf-8")
    done = told(shell("meeting", "add", "--file", str(file), "--announce", "--people", "4", "--json"))
    assert (done["meeting"], done["people"], done["reminders"]) == (1, 4, 3)
    asyncio.run(_all_heard(sqlite_url))
    refused(shell("meeting", "move", "1", "--place", "école du Pont", "--yes"), "--people 4")
    moved = shell("meeting", "move", "1", "--place", "école du Pont", "--people", "4", "--json")
    assert told(moved)["people"] == 4
    again = ("meeting", "move", "1", "--place", "salle du Pont", "--json")
    page = json.loads(shell(*again).stdout)["check"]
    assert (page["people"], page["act"], page["retype"]) == (4, "meetings.move", True)
    refused(shell(*again, "--seen", "0" * 64), "--people 4")
    assert told(shell(*again, "--seen", page["fingerprint"]))["people"] == 4
    refused(shell("meeting", "presence", "1", "Rose"), "pas encore")
    refused(shell("meeting", "minutes", "1", "--file", str(tmp_path / "rien.txt")), "rien.txt")
    asyncio.run(_all_left(sqlite_url))
    cancel = ("meeting", "cancel", "1", "--reason", "tempête", "--json")
    refused(shell(*cancel), "--people 4")
    assert told(shell(*cancel, "--people", "4"))["people"] == 4
    refused(shell("meeting", "move", "1", "--place", "ici"), "passée ou annulée")
    listed = told(shell("meeting", "list", "--json"))["meetings"]
    assert [row["state"] for row in listed] == ["cancelled"]  # type: ignore[attr-defined]


def test_a_meeting_of_which_nobody_read_yet_is_cancelled_without_a_word(
    shell: Shell, sqlite_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "rencontre.yaml"
    file.write_text(FILE, encoding="utf-8")
    told(shell("meeting", "add", "--file", str(file), "--announce", "--people", "4", "--json"))
    assert told(shell("meeting", "move", "1", "--place", "école du Pont", "--json"))["people"] == 0
    near = (dt.datetime.now(dt.UTC) + dt.timedelta(days=3)).date().isoformat()  # the day of its first word is past
    assert (
        told(shell("meeting", "move", "1", "--when", f"{near} 13:30-15:30", "--people", "4", "--json"))["people"] == 4
    )
    cancel = ("meeting", "cancel", "1", "--reason", "tempête", "--json")
    assert told(shell(*cancel, "--yes"))["people"] == 0
    assert asyncio.run(_fates(sqlite_url)) == [Status.CANCELLED] * 4, "the first word of it has not left either"


def test_a_coordinator_of_one_territory_is_made_from_the_shell(shell: Shell) -> None:
    made = told(shell("people", "add", "--role", "coordinator", "--name", "Paul", "--scope", "Grande-Anse", "--json"))
    assert made["territory"] == "Grande-Anse"
    refused(shell("digest", "preview", "--as", "Paul"), "Grande-Anse")
    again = told(shell("people", "add", "--role", "coordinator", "--name", "Paul", "--as", "Maude", "--json"))
    assert again["territory"] == "Grande-Anse", "a new link changes nothing of it"
    refused(shell("people", "add", "--role", "coordinator", "--name", "Zoé", "--as", "Paul"), "Grande-Anse")
