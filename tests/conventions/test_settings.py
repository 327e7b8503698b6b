"""The settings and the file that documents them say the same thing; a bad value is refused by its name."""

from __future__ import annotations

import ast
import dataclasses
import datetime as dt
import inspect
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel
from pydantic import Field as PydanticField

from bot.bounds import Bounds, bounds_of
from bot.channels.providers import PROVIDERS
from bot.installation import build_installation
from bot.settings import Settings, SettingsError
from bot.together import is_loopback
from handlers.installation import Installation
from tests.conventions.test_channels import ALL_SET_UP
from tests.support.env import catalogue
from tests.support.sources import ROOT, name_of, nodes_of, python_files, tree_of

SAID_BY_THEIR_NAME = {
    "TWILIO_ACCOUNT_SID",
    "HTTP_HOST",
    "HTTP_PORT",
    "ORGANISATION_NAME",
    "TIMEZONE",
    "DEFAULT_LANGUAGE",
}
# What tests see through its default alone.
BY_THEIR_DEFAULT = {
    "backup_folder",
    "dialogue_days",
    "options_days",
    "pieces_seconds",
    "provider_connections",
    "telegram_group_rate",
}
UNSHOWN = "".join(f'    "{name}",\n' for name in sorted(BY_THEIR_DEFAULT))
EXAMPLE = Path(__file__).parents[2] / ".env.example"
SID = "AC" + "0" * 32
TWILIO = {"TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": "very-secret", "TWILIO_FROM": "+18195550100"}
HERE = {"TWILIO_API_BASE_URL": "http://127.0.0.1:9"}


def documented() -> dict[str, str]:
    return dict(re.findall(r"^([A-Z_]+)=(.*)$", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))


def test_each_setting_is_documented_and_each_documented_key_is_a_setting() -> None:
    assert set(documented()) == {name.upper() for name in Settings.model_fields}


def test_the_example_file_says_what_each_setting_moves() -> None:
    """In the lines just above it, which it may share with those beside it."""
    said, unsaid = False, []
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") and not line.startswith("# ---"):
            said = True
        elif not line or line.startswith("# ---"):
            said = False
        elif not said and line.partition("=")[0] not in SAID_BY_THEIR_NAME:
            unsaid.append(line.partition("=")[0])
    assert not unsaid, f"say in .env.example, above it, what each of these moves: {unsaid}"


def test_each_setting_is_read_by_the_program() -> None:
    unread = sorted(set(Settings.model_fields) - read_by("settings", Settings, but_not="bot/settings.py"))
    assert not unread, f"declared, documented, and moving nothing: {unread}"


def test_each_setting_is_named_in_a_test() -> None:
    """What it moves is shown somewhere, by its own name."""
    contents = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py")]
    shown = [re.sub(r"#.*", "", content.replace(UNSHOWN, "")) for content in contents]  # a remark shows nothing
    words = {word for content in shown for word in re.findall(r"\w+", content)}
    unshown = {name for name in Settings.model_fields if not {name, name.upper()} & words}
    assert not unshown - BY_THEIR_DEFAULT, f"show in a test what each of these moves: {unshown - BY_THEIR_DEFAULT}"
    assert not BY_THEIR_DEFAULT - unshown, "shown by now"


def test_what_the_conversation_is_told_of_the_installation_is_read() -> None:
    """A setting that is handed to `Installation` moves nothing when no topic reads it there."""
    fields = {field.name for field in dataclasses.fields(Installation)}
    unread = sorted(fields - read_by("installation", Installation, but_not="bot/installation.py"))
    assert not unread, f"a field of handlers/installation.py that nothing reads: {unread}"


def read_by(name: str, owner: type, *, but_not: str) -> set[str]:
    """The attributes of `settings` (`_settings`, `self.settings`) that some code reads, through its properties too."""
    found = {
        node.attr
        for path in python_files("bot", "handlers", "db")
        if name_of(path) != but_not
        for node in nodes_of(path)
        if isinstance(node, ast.Attribute) and last_name(node.value) == name
    }
    own = next(
        node
        for node in ast.walk(tree_of(Path(inspect.getfile(owner))))
        if isinstance(node, ast.ClassDef) and node.name == owner.__name__
    )
    inside = {
        function.name: {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
        for function in own.body
        if isinstance(function, ast.FunctionDef) and not function.name.startswith("_")
    }
    before: set[str] = set()
    while before != found:
        before = set(found)
        found |= {attribute for method in found & inside.keys() for attribute in inside[method]}
    return found


def last_name(node: ast.expr) -> str:
    return (node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else "").lstrip("_")


NUMBERS = {name: bounds for name, field in Settings.model_fields.items() if (bounds := bounds_of(field)) is not None}


def unbounded(numbers: Mapping[str, Bounds]) -> list[str]:
    return [
        f"bot/settings.py, {name}: give it a floor and a ceiling, Field(default, ge=..., le=...)"
        for name, bounds in numbers.items()
        if bounds.low is None or bounds.high is None
    ]


def test_each_number_has_a_floor_and_a_ceiling() -> None:
    assert not (found := unbounded(NUMBERS)), "\n  ".join(["", *found])


def test_a_number_without_a_ceiling_is_seen() -> None:
    class MadeUp(BaseModel):
        room_hours: int = PydanticField(3, ge=1)
        room_rate: float = PydanticField(3, gt=0, le=5)

    found = {name: bounds_of(field) or Bounds(True) for name, field in MadeUp.model_fields.items()}
    assert len(unbounded(found)) == 2


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("end", ["low", "high"])
def test_the_program_starts_at_both_ends_of_each_number(name: str, end: str) -> None:
    """What is derived from a setting (a length of time, a pause between two messages) is made there too."""
    settings = Settings.load(env=ALL_SET_UP | {name.upper(): str(getattr(NUMBERS[name], end))})
    installation = build_installation(settings, catalogue())
    for provider in PROVIDERS:
        seconds = (1 / provider.rate(settings), *provider.apart(settings))
        assert all(dt.timedelta(seconds=one) < dt.timedelta(days=1) for one in seconds)
    assert installation.leaves_at(dt.datetime(2026, 3, 2, tzinfo=dt.UTC))


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_beyond_either_end_is_refused_in_a_sentence_that_names_its_key(name: str) -> None:
    bounds = NUMBERS[name]
    step = 1 if bounds.whole else Decimal("0.0001")
    for value in (Decimal(str(bounds.low)) - step, Decimal(str(bounds.high)) + step, "9" * 40, "nan", "inf", "sept"):
        with pytest.raises(SettingsError) as refused:
            Settings.load(env=ALL_SET_UP | {name.upper(): str(value)})
        (problem,) = refused.value.problems
        assert problem[0] == name.upper(), value
        assert problem[1].startswith("expected a"), value
        assert f"from {bounds.low} to {bounds.high}, such as" in problem[1]


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_each_setting_has_an_example_that_is_accepted(name: str) -> None:
    example = Settings.example(name)
    try:
        Settings.load(env={name.upper(): "" if example == "None" else example})
    except SettingsError as error:
        refused = dict(error.problems)
        assert refused.get(name.upper(), "needed").startswith("needed"), refused


def test_the_example_file_holds_the_defaults() -> None:
    assert Settings.load(env={}, env_file=EXAMPLE) == Settings.load(env={})


def test_the_environment_wins_over_the_file_and_an_empty_value_means_not_set(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("HTTP_PORT=9000\nORGANISATION_NAME=Alliance\n# a remark\nSMS_PRICE=\n", encoding="utf-8")
    settings = Settings.load(env={"HTTP_PORT": "9001", "UNRELATED": "x"}, env_file=file)
    assert (settings.http_port, settings.organisation_name, str(settings.sms_price)) == (9001, "Alliance", "0.0147")


@pytest.mark.parametrize(
    ("env", "keys"),
    [
        ({"TELEGRAM_TOKEN": "not a token"}, ["TELEGRAM_TOKEN"]),
        ({"TELEGRAM_TOKEN": "1:a", "TELEGRAM_MODE": "push"}, ["TELEGRAM_MODE"]),
        (
            {"TELEGRAM_TOKEN": "1:a", "TELEGRAM_MODE": "webhook"},
            ["TELEGRAM_WEBHOOK_SECRET", "PUBLIC_BASE_URL"],
        ),
        ({"TELEGRAM_WEBHOOK_SECRET": "é"}, ["TELEGRAM_WEBHOOK_SECRET"]),
        ({"TWILIO_FROM": "+18195550100"}, ["TWILIO_ACCOUNT_SID"]),
        ({"TWILIO_ACCOUNT_SID": SID, **HERE}, ["TWILIO_AUTH_TOKEN", "TWILIO_FROM"]),
        ({**TWILIO, **HERE, "TWILIO_FROM": "819 555-0100"}, ["TWILIO_FROM"]),
        (TWILIO, ["PUBLIC_BASE_URL"]),
        ({**TWILIO, "TWILIO_API_BASE_URL": "https://elsewhere.example"}, ["PUBLIC_BASE_URL"]),
        ({"PUBLIC_BASE_URL": "portevoix.example.org"}, ["PUBLIC_BASE_URL"]),
        ({"DATABASE_URL": "mysql://u:secretword@h/b"}, ["DATABASE_URL"]),
        ({"HTTP_PORT": "many", "TIMEZONE": "America/Lune"}, ["HTTP_PORT", "TIMEZONE"]),
        ({"DEFAULT_LANGUAGE": "klingon"}, ["DEFAULT_LANGUAGE"]),
        ({"QUIET_HOURS": "21h-9h"}, ["QUIET_HOURS"]),
        ({"EMERGENCY_PHONE": "555-0143"}, ["EMERGENCY_PHONE"]),
        ({"EMERGENCY_MINUTES": "0"}, ["EMERGENCY_MINUTES"]),
        ({"REMINDER_DAYS": "7,trois"}, ["REMINDER_DAYS"]),
        ({"REMINDER_DAYS": "0"}, ["REMINDER_DAYS"]),
        ({"DIGEST_DAY": "32", "DIGEST_HOUR": "25:00"}, ["DIGEST_DAY", "DIGEST_HOUR"]),
        (
            {"TELEGRAM_RATE": "0", "SMS_RATE": "-1", "SMS_DAILY_BUDGET": "lots"},
            ["TELEGRAM_RATE", "SMS_RATE", "SMS_DAILY_BUDGET"],
        ),
        ({"ALLOW_INTERNATIONAL": "perhaps", "ERROR_THRESHOLD": "2"}, ["ALLOW_INTERNATIONAL", "ERROR_THRESHOLD"]),
    ],
)
def test_a_bad_value_is_refused_by_its_key_and_never_shown(env: dict[str, str], keys: list[str]) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.load(env=env)
    assert sorted(key for key, _ in refused.value.problems) == sorted(keys)
    for hidden in ("very-secret", "secretword", "not a token"):
        assert hidden not in str(refused.value)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("sqlite:///a.db", "sqlite+aiosqlite:///a.db"),
        ("sqlite+aiosqlite:///a.db", "sqlite+aiosqlite:///a.db"),
        ("postgresql://u:p@h/b", "postgresql+asyncpg://u:p@h/b"),
        ("postgresql+psycopg://u:p@h/b", "postgresql+asyncpg://u:p@h/b"),
    ],
)
def test_a_database_is_named_without_its_driver(given: str, kept: str) -> None:
    assert Settings.load(env={"DATABASE_URL": given}).database_url == kept


def test_secrets_are_hidden_when_shown_and_listed_for_the_log() -> None:
    env = {**TWILIO, **HERE, "TELEGRAM_TOKEN": "12345:hidden-part", "DATABASE_URL": "postgresql://u:hush@h/b"}
    settings = Settings.load(env=env)
    assert set(settings.secrets()) == {"very-secret", "12345:hidden-part", "hush"}
    assert not any(secret in f"{settings!r} {settings}" for secret in settings.secrets())
    assert (settings.telegram_account, settings.sms_account) == ("telegram:12345", "sms:+18195550100")


def test_habits_become_values_the_program_uses() -> None:
    settings = Settings.load(env={"QUIET_HOURS": "22:30-08:00", "REMINDER_DAYS": "1, 7,3,7", "DIGEST_HOUR": "9:05"})
    assert settings.quiet == (dt.time(22, 30), dt.time(8))
    assert settings.reminder_days == (7, 3, 1)
    assert settings.digest_hour == dt.time(9, 5)
    assert Settings.load(env={"QUIET_HOURS": "none"}).quiet is None


def test_providers_of_this_machine_need_no_public_address() -> None:
    settings = Settings.load(env={**TWILIO, **HERE, "HTTP_PORT": "8123"})
    assert settings.public_url == "http://127.0.0.1:8123"
    assert settings.twilio_url == "http://127.0.0.1:9"
    assert Settings.load(env={}).telegram_url == "https://api.telegram.org"


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("http://127.0.0.1:8", True),
        ("http://localhost", True),
        ("http://[::1]:80", True),
        ("http://127.0.0.1.example.org", False),
        ("https://api.twilio.com", False),
        ("", False),
    ],
)
def test_loopback_is_decided_without_looking_a_name_up(url: str, loopback: bool) -> None:
    assert is_loopback(url) is loopback
