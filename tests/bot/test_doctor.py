"""`doctor` names what is wrong, and nothing when all is well."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from bot.doctor import Patient, examine
from bot.settings import Settings
from db.conversations import InboxState, IncomingMessage
from db.organisations import Organisation
from db.people import Person, PersonRole, Role
from db.session import Database

NOW = dt.datetime(2026, 11, 23, 17, 0, tzinfo=dt.UTC)
WHOLE = {
    "ORGANISATION_NAME": "Alliance",
    "CONTACT_NAME": "Maude",
    "CONTACT_PHONE": "+18195550142",
    "REGION_HELP_LINE": "819 555-0199",
    "TELEGRAM_TOKEN": "1:a",
    "TELEGRAM_API_BASE_URL": "http://127.0.0.1:9",
}


async def names(url: str, folder: Path, **env: str) -> list[str]:
    settings = Settings.load({**WHOLE, "DATABASE_URL": url, "MEDIA_FOLDER": str(folder / "media"), **env})
    database = Database(url)
    try:
        return [finding.name for finding in await examine(Patient(settings, database, None, None, NOW))]
    finally:
        await database.close()


@pytest.fixture
async def with_coordinator(sqlite_url: str) -> str:
    database = Database(sqlite_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        person = Person(organisation_id=1, name="Maude", created_at=NOW)
        session.add(person)
        await session.flush()
        session.add(PersonRole(person_id=person.id, role=Role.COORDINATOR))
    await database.close()
    return sqlite_url


async def test_when_all_is_well_there_is_nothing_to_say(with_coordinator: str, tmp_path: Path) -> None:
    assert await names(with_coordinator, tmp_path) == []


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("CONTACT_PHONE", "no-contact-phone"),
        ("CONTACT_NAME", "no-contact-name"),
        ("ORGANISATION_NAME", "no-organisation"),
        ("REGION_HELP_LINE", "no-help-line"),
        ("TELEGRAM_TOKEN", "no-channel"),
    ],
)
async def test_a_missing_setting_is_named(with_coordinator: str, tmp_path: Path, key: str, name: str) -> None:
    assert await names(with_coordinator, tmp_path, **{key: ""}) == [name]


async def test_a_schema_behind_is_the_first_thing_to_mend(empty_sqlite_url: str, tmp_path: Path) -> None:
    assert await names(empty_sqlite_url, tmp_path) == ["schema-behind"]


async def test_nobody_coordinates_yet(sqlite_url: str, tmp_path: Path) -> None:
    assert await names(sqlite_url, tmp_path) == ["no-coordinator"]


async def test_a_folder_that_others_can_read_is_named(with_coordinator: str, tmp_path: Path) -> None:
    (tmp_path / "media").mkdir(mode=0o755)
    assert await names(with_coordinator, tmp_path) == ["media-open"]


def waiting(**more: Any) -> IncomingMessage:
    kept: dict[str, Any] = {"channel": "sms", "provider_id": "SM1", "sender": "sms:+18195550101", "received_at": NOW}
    return IncomingMessage(**(kept | more))


async def test_messages_set_aside_and_a_queue_that_waits_are_named(with_coordinator: str, tmp_path: Path) -> None:
    database = Database(with_coordinator)
    async with database.write() as session:
        session.add(waiting(state=InboxState.SET_ASIDE, error="ValueError at handlers"))
        session.add(waiting(provider_id="SM2", received_at=NOW - dt.timedelta(hours=1)))
    await database.close()
    assert await names(with_coordinator, tmp_path) == ["set-aside", "inbox-waits"]
