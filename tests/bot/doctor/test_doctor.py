"""What the doctor sees, against providers played by real HTTP servers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import delete, text, update

from bot.clock import system_clock
from bot.doctor import Finding, examine
from bot.doctor.memory import folders, memory
from bot.doctor.providers import _compared, public_address, sms, telegram
from bot.doctor.settings import no_file, refused, said_to_people
from bot.doctor.words import languages
from bot.path_key import database_file, path_key
from bot.seals import BEGUN, seals_of
from bot.settings import Settings, SettingsError
from db.conversations import InboxState, IncomingMessage
from db.deliveries import Delivery, ReturnPath, Status
from db.journal.chain import last_seal
from db.people import PersonRole, Role
from db.session import Database
from messages import Channel
from tests.bot.channels.provider import Answer, closed_port, provider, says
from tests.support.env import ENV, catalogue
from tests.support.filled import NOW, fill

WEBHOOK = {
    **{key: ENV[key] for key in ("TELEGRAM_TOKEN", "ORGANISATION_NAME", "CONTACT_NAME", "CONTACT_PHONE")},
    "TELEGRAM_MODE": "webhook",
    "TELEGRAM_WEBHOOK_SECRET": "secret",
    "PUBLIC_BASE_URL": "https://portevoix.example.org",
}
ME = {"ok": True, "result": {"id": 12, "is_bot": True, "first_name": "P", "username": "porte_voix_bot"}}
REFUSED = {"ok": False, "error_code": 401, "description": "Unauthorized"}


def info(url: str, **more: object) -> dict[str, object]:
    result = {"url": url, "has_custom_certificate": False, "pending_update_count": 4} | more
    return {"ok": True, "result": result}


def problems(findings: list[Finding]) -> list[str]:
    """The ids of what is wrong; and everything can be said in both languages."""
    for finding in findings:
        for words in filter(None, (finding.words, finding.mend)):
            assert all(catalogue().text(words, language, Channel.TELEGRAM) for language in ("fr", "en"))
    return [finding.id for finding in findings if not finding.well]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ([says(ME), says(info("https://portevoix.example.org/telegram"))], []),
        ([says(REFUSED, 401)], ["telegram-token"]),
        ([says({"ok": False, "error_code": 502, "description": "Bad Gateway"}, 502)], ["telegram-away"]),
        ([says(ME), says(info("https://elsewhere.example/telegram"))], ["webhook-elsewhere"]),
        ([says(ME), says(info(""))], ["webhook-elsewhere"]),
        (
            [
                says(ME),
                says(
                    info(
                        "https://portevoix.example.org/telegram",
                        last_error_date=int(NOW.timestamp()) - 60,
                        last_error_message="Connection timed out",
                    )
                ),
            ],
            ["webhook-failing"],
        ),
        (
            [
                says(ME),
                says(
                    info(
                        "https://portevoix.example.org/telegram",
                        last_error_date=int(NOW.timestamp()) - 7200,
                        last_error_message="Connection timed out",
                    )
                ),
            ],
            [],
        ),
    ],
    ids=["well", "token refused", "away", "another address", "no address", "failing now", "failed long ago"],
)
async def test_what_telegram_says(answers: list[Answer], found: list[str]) -> None:
    async with provider(*answers) as played:
        settings = Settings.load({**WEBHOOK, "TELEGRAM_API_BASE_URL": played.url})
        assert problems(await telegram(settings, NOW)) == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (says({"sid": ENV["TWILIO_ACCOUNT_SID"], "status": "active"}), []),
        (says({"sid": ENV["TWILIO_ACCOUNT_SID"], "status": "suspended"}), ["twilio-account"]),
        (says({"code": 20003, "message": "Authenticate", "status": 401}, 401), ["twilio-token"]),
        (says({"message": "oops"}, 500), ["twilio-away"]),
    ],
    ids=["well", "suspended", "token refused", "away"],
)
async def test_what_twilio_says(answer: Answer, found: list[str]) -> None:
    async with provider(answer) as played:
        settings = Settings.load({**ENV, "TWILIO_API_BASE_URL": played.url})
        assert problems(await sms(settings)) == found


async def test_without_a_number_people_do_not_know_where_to_write() -> None:
    async with provider(says({"sid": ENV["TWILIO_ACCOUNT_SID"], "status": "active"})) as played:
        env = {**ENV, "TWILIO_API_BASE_URL": played.url, "TWILIO_FROM": "", "TWILIO_MESSAGING_SERVICE_SID": "MG1"}
        assert problems(await sms(Settings.load(env))) == ["number"]


async def test_our_address_is_tried() -> None:
    async with provider(says({"status": "ok"})) as played:
        assert problems(await public_address(Settings.load({**WEBHOOK, "PUBLIC_BASE_URL": played.url}))) == []
    async with provider(says({"status": "unavailable"}, 503)) as played:
        there = Settings.load({**WEBHOOK, "PUBLIC_BASE_URL": played.url})
        assert problems(await public_address(there)) == ["public-away"]
    away = Settings.load({**WEBHOOK, "PUBLIC_BASE_URL": await closed_port()})
    assert problems(await public_address(away)) == ["public-away"]


@pytest.mark.parametrize(("off", "found"), [(0, []), (30, []), (-30, []), (300, ["clock"]), (-300, ["clock"])])
def test_a_clock_that_is_off_is_noticed(off: int, found: list[str]) -> None:
    assert problems([_compared(NOW, NOW + dt.timedelta(seconds=off))]) == found


@pytest.mark.parametrize(
    ("env", "found"),
    [
        ({"TELEGRAM_TOKEN": "x"}, [("setting", "TELEGRAM_TOKEN")]),
        ({"TWILIO_FROM": "+18195550100"}, [("setting-missing", "TWILIO_ACCOUNT_SID")]),
        ({"TIMEZONE": "Mars", "HTTP_PORT": "many"}, [("setting", "TIMEZONE"), ("setting-number", "HTTP_PORT")]),
    ],
)
def test_each_bad_setting_is_named_with_an_example(env: dict[str, str], found: list[tuple[str, str]]) -> None:
    with pytest.raises(SettingsError) as error:
        Settings.load(env)
    findings = refused(error.value)
    assert sorted((f.id, str(f.words.args["key"])) for f in findings) == found
    assert len(problems(findings)) == len(found)
    assert all(f.mend is not None and f.mend.args["example"] != "..." for f in findings)


def of(url: str, media: Path, **env: str) -> Settings:
    key = {"RETURN_PATHS_KEY_FILE": str(media / "return-paths.key"), "JOURNAL_SEALS_FILE": str(media / "seals.txt")}
    return Settings.load({**ENV, "DATABASE_URL": url, "MEDIA_FOLDER": str(media), **key, **env})


@pytest.fixture
async def url(database_url: str) -> str:
    database = Database(database_url)
    await fill(database)
    async with database.write() as session:
        await session.execute(
            update(IncomingMessage).where(IncomingMessage.id == 3).values(state=InboxState.HANDLED, error="")
        )
    await database.close()
    return database_url


async def test_a_healthy_database_has_no_problem(url: str, tmp_path: Path) -> None:
    assert problems(await memory(of(url, tmp_path), NOW)) == []


@pytest.mark.parametrize(
    ("change", "minutes", "found"),
    [
        (
            update(IncomingMessage).where(IncomingMessage.id == 3).values(state="set_aside", error="KeyError"),
            0,
            ["set-aside"],
        ),
        (update(IncomingMessage).where(IncomingMessage.id == 3).values(state="new"), 3, ["inbox-late"]),
        (update(IncomingMessage).where(IncomingMessage.id == 3).values(state="new"), 1, []),
        (update(Delivery).where(Delivery.id == 5).values(due_at=NOW), 20, ["outbox-late"]),
        (update(Delivery).where(Delivery.id == 5).values(due_at=NOW), 10, []),
        (update(Delivery).where(Delivery.id == 5).values(status=Status.UNKNOWN), 0, ["unknown"]),
        (update(PersonRole).where(PersonRole.person_id == 1).values(role=Role.MEMBER), 0, ["no-coordinator"]),
        (text("UPDATE journal SET place = NULL, chain = NULL"), 61, ["unsealed"]),
    ],
)
async def test_what_is_stuck_is_said(url: str, tmp_path: Path, change: object, minutes: int, found: list[str]) -> None:
    database = Database(url)
    async with database.write() as session:
        await session.execute(change)  # type: ignore[call-overload]
    await database.close()
    assert problems(await memory(of(url, tmp_path), NOW + dt.timedelta(minutes=minutes))) == found


async def test_a_schema_of_another_version_is_said(url: str, tmp_path: Path) -> None:
    for version, found in (("0001", ["schema"]), ("9999", ["schema-later"])):
        database = Database(url)
        async with database.write() as session:
            await session.execute(text(f"UPDATE alembic_version SET version_num = '{version}'"))
        await database.close()
        assert problems(await memory(of(url, tmp_path), NOW)) == found


async def test_a_database_that_is_away_or_not_made_yet_is_said(tmp_path: Path) -> None:
    none = of(f"sqlite:///{tmp_path}/none.sqlite3", tmp_path)
    assert problems(await memory(none, NOW)) == ["database-none"]
    away = of("postgresql://x:y@127.0.0.1:9/x", tmp_path)
    assert problems(await memory(away, NOW)) == ["database"]


def test_photos_that_others_can_read_are_said(tmp_path: Path) -> None:
    media = tmp_path / "media"
    settings = of(f"sqlite:///{tmp_path}/x.sqlite3", media)
    assert problems(folders(settings)) == []
    media.mkdir(mode=0o755)
    media.chmod(0o755)
    assert problems(folders(settings)) == ["media-open"]
    media.chmod(0o700)
    assert problems(folders(settings)) == []


async def test_everything_together_when_all_is_well(url: str, tmp_path: Path) -> None:
    async with provider(says(ME)) as bot, provider(says({"status": "active"})) as account:
        env = {"TELEGRAM_API_BASE_URL": bot.url, "TWILIO_API_BASE_URL": account.url}
        settings = of(url, tmp_path / "media", **env)
        (tmp_path / "media").mkdir(mode=0o700)
        seals = seals_of(settings, path_key(settings))
        database = Database(url)
        async with database.write() as session:
            seals.note(BEGUN, await last_seal(session), NOW)
            await session.execute(delete(ReturnPath))  # sealed by a key that passed
        await database.close()
        if (file := database_file(settings)) is not None:
            file.chmod(0o600)
        findings = await examine(settings, NOW)
    assert problems(findings) == []
    assert {"people-read", "folders", "telegram", "twilio", "database", "queues"} <= {f.id for f in findings}
    assert {"open", "seals", "key"} <= {f.id for f in findings}


async def test_with_nothing_set_everything_that_lacks_is_named(tmp_path: Path) -> None:
    bare = Settings.load({"DATABASE_URL": f"sqlite:///{tmp_path}/x.sqlite3", "MEDIA_FOLDER": str(tmp_path / "m")})
    found = problems(await examine(bare, system_clock()))
    said = ["organisation", "contact-name", "contact-phone", "help-line", "emergency"]
    assert found == ["no-channel", *said, "database-none"]


def test_an_emergency_contact_wants_text_messages_to_reach_them() -> None:
    alone = {"TELEGRAM_TOKEN": "123:abc", "EMERGENCY_PHONE": "819 555-0143"}
    assert "emergency-no-sms" in problems(said_to_people(Settings.load(alone)))


def test_a_folder_without_its_file_of_settings_is_said_with_how_to_make_one(tmp_path: Path) -> None:
    (found,) = no_file(tmp_path, {"PATH": "/usr/bin"})
    assert found.mend is not None
    words = [catalogue().text(said, "fr", Channel.TELEGRAM) for said in (found.words, found.mend)]
    assert f"Il n'y a pas de fichier .env dans ce dossier ({tmp_path})" in words[0]
    assert "cp .env.example .env" in words[1]
    assert no_file(tmp_path, {"CONTACT_NAME": "Maude"}) == []  # given by the machine itself
    (tmp_path / ".env").touch()
    assert no_file(tmp_path, {}) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_said_of_each_language_is_read_on_a_screen(language: str) -> None:
    said = [catalogue().text(finding.words, language, Channel.TELEGRAM) for finding in languages(catalogue())]
    assert said
    assert not [line for line in said if len(line) > 240]
