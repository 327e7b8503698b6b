"""What this installation is told: read once at start, from an environment that is a parameter.

`Settings.load()` reads the process environment over `.env`; `Settings.load(env={})` reads nothing but the defaults.
A bad value raises `SettingsError`, which names the key and never shows a secret. An empty value means "not set".
`.env.example` documents each key; a test keeps both in step.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

import messages
from bot.bounds import problems_in
from bot.shapes import SHAPES, hour_of, hours_of, shaped
from bot.together import is_loopback, problems_of
from db.privacy.rules import DAYS, read, written
from db.session import async_url
from handlers.numbers import normal

TELEGRAM_API = "https://api.telegram.org"
TWILIO_API = "https://api.twilio.com"

Rate = Annotated[float, Field(ge=0.001, le=100_000)]  # the least: one in a quarter of an hour


class SettingsError(Exception):
    """The settings are not usable. `problems` holds (key, what is wrong), one per key."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{key}: {reason}" for key, reason in problems))


class Settings(BaseSettings):
    """Every key of `.env.example`, in lower case. Money is in dollars, as a `Decimal`; a rate is per second.

    A setting is declared here once: its default, its bounds, an example when its default is none. `.env.example` says
    what it moves; a convention refuses a setting that is not said there, has no bounds, or that nothing reads.
    """

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    database_url: str = Field(
        "sqlite+aiosqlite:///portevoix.sqlite3", repr=False, examples=["sqlite:///portevoix.sqlite3"]
    )
    return_paths_key: SecretStr | None = Field(None, examples=["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="])
    return_paths_key_file: Path | None = Field(None, examples=["keys/return-paths"])
    journal_seals_file: Path | None = Field(None, examples=["seals/journal-seals.txt"])
    journal_seals_copy: Path | None = Field(None, examples=["elsewhere/journal-seals.txt"])
    backup_folder: Path = Path("backups")
    backup_recipient: str | None = Field(
        None,
        pattern=r"^age1[0-9a-z]{58}(\s*,\s*age1[0-9a-z]{58})*$",
        examples=["age1rsx7sdn7n4gu0zzvwdsm3k7ydxta7c82asucp729lv589sk3peysqxr6jc"],
    )

    telegram_token: SecretStr | None = Field(None, examples=["123456:ABC-def"])
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_webhook_secret: SecretStr | None = Field(None, examples=["a1B2c3D4e5F6"])
    telegram_api_base_url: str = ""
    telegram_rate: Rate = 30
    telegram_chat_rate: Rate = 1
    telegram_group_rate: Rate = 20  # per minute

    twilio_account_sid: str | None = Field(
        None, pattern=r"^AC[0-9A-Za-z]+$", examples=["AC0123456789abcdef0123456789abcdef"]
    )
    twilio_auth_token: SecretStr | None = None
    twilio_from: str | None = Field(None, pattern=r"^(\+[1-9]\d{6,14}|\d{5,6})$", examples=["+18195550100"])
    twilio_messaging_service_sid: str | None = Field(
        None, pattern=r"^MG[0-9A-Za-z]+$", examples=["MG0123456789abcdef0123456789abcdef"]
    )
    twilio_api_base_url: str = ""
    twilio_opt_out: Literal["default", "advanced", "none"] = "default"
    sms_rate: Rate = 1  # segments
    sms_price: Decimal = Field(Decimal("0.0147"), ge=0, le=100)  # per segment
    sms_daily_budget: Decimal | None = Field(None, ge=0, le=1_000_000, examples=["20"])

    email_host: str = Field("", pattern=r"^[A-Za-z0-9.:-]*$", examples=["smtp.example.org"])
    email_port: int = Field(587, ge=1, le=65535)
    email_security: Literal["starttls", "tls", "none"] = "starttls"
    email_user: str = Field("", examples=["nouvelles@example.org"])
    email_password: SecretStr | None = None
    email_from: str = Field("", pattern=r"^([^@\s<>]+@[A-Za-z0-9.-]+)?$", examples=["nouvelles@example.org"])
    email_rate: Rate = 2

    http_host: str = "127.0.0.1"
    http_port: int = Field(8080, ge=0, le=65535)
    public_base_url: str = Field("", examples=["https://portevoix.example.org"])

    timezone: str = "America/Toronto"
    default_language: str = "fr"
    organisation_name: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    region_help_line: str = ""
    # Whoever is texted when someone is in distress and no coordinator took it within these minutes.
    emergency_name: str = ""
    emergency_phone: str = Field("", examples=["819 555-0143"])
    emergency_minutes: int = Field(15, ge=1, le=1440)
    # Whoever answers for personal information; the contact, when no name is given.
    privacy_name: str = ""
    privacy_title: str = ""
    privacy_phone: str = ""
    privacy_address: str = ""

    quiet_hours: str = "21:00-09:00"
    reminder_days: Annotated[tuple[int, ...], NoDecode] = Field((7, 3, 1), examples=["7,3,1"])
    digest_day: int = Field(31, ge=1, le=31)
    digest_hour: dt.time = Field(dt.time(10), examples=["10:00"])
    options_days: int = Field(31, ge=1, le=366)
    dialogue_days: int = Field(3, ge=1, le=30)
    pieces_seconds: int = Field(120, ge=0, le=3600)
    approval_above: int = Field(0, ge=0, le=1_000_000)  # people; 0 is off
    unknown_daily_replies: int = Field(2, ge=0, le=100)
    strangers_hourly_replies: int = Field(200, ge=1, le=100_000)  # on one channel, to all of them
    allow_international: bool = False

    error_threshold: float = Field(0.25, ge=0.01, le=1)  # share of a broadcast's answers
    provider_timeout: float = Field(15, ge=0.1, le=120)  # seconds
    provider_connections: int = Field(256, ge=1, le=4096)
    media_folder: Path = Path("media")
    keep: str = Field(
        written(DAYS), examples=["words 180, claims 7y"]
    )  # how long each kind of information is kept: `kept_days`
    metrics_token: SecretStr | None = None
    metrics_port: int | None = Field(None, ge=0, le=65535)  # of a worker or scheduler by itself
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @classmethod
    def load(cls, env: Mapping[str, str] | None = None, env_file: Path | str | None = ".env") -> Self:
        """Read `env` (None: the process environment, over `env_file`). Given an `env`, no file is read unless named.

        Raises SettingsError.
        """
        if env is not None and env_file == ".env":
            env_file = None
        given: dict[str, str | None] = dict(dotenv_values(env_file, interpolate=False)) if env_file else {}
        given |= os.environ if env is None else env
        if raw := (given.get("RAW_DAYS") or "").strip():  # as it was called before KEEP
            given["KEEP"] = ", ".join(filter(None, (f"raw {raw}", given.get("KEEP"))))
        try:
            return cls.model_validate(
                {name: value for name in cls.model_fields if (value := (given.get(name.upper()) or "").strip())}
            )
        except ValidationError as error:
            raise SettingsError(problems_in(error, cls.model_fields)) from None

    @classmethod
    def example(cls, key: str) -> str:
        """A correct value of a key: the example of its field, else its default; "..." for a key nobody knows."""
        known = cls.model_fields.get(key.lower())
        given = (known.examples or [known.default]) if known is not None else ["..."]
        return str(given[0])

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource, *others: Any, **named: Any
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)  # `load` alone decides where values come from

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        try:
            return async_url(value)
        except Exception:
            raise ValueError("expected sqlite:///file or postgresql://user:password@host/base") from None

    @field_validator(*SHAPES)
    @classmethod
    def _a_secret(cls, value: SecretStr | None, of: ValidationInfo) -> SecretStr | None:
        return shaped(value, *SHAPES[of.field_name or ""])

    @field_validator("telegram_api_base_url", "twilio_api_base_url", "public_base_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
            raise ValueError("expected https://name, without ? nor #")
        return value.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            return ZoneInfo(value).key
        except Exception:
            raise ValueError("unknown zone; expected a name such as America/Toronto") from None

    @field_validator("default_language")
    @classmethod
    def _spoken(cls, value: str) -> str:
        known = {path.parent.name for path in Path(messages.__file__).parent.glob("*/*.ftl")}
        if value not in known:
            raise ValueError(f"expected a folder of messages/: {', '.join(sorted(known))}")
        return value

    @field_validator("quiet_hours")
    @classmethod
    def _two_hours(cls, value: str) -> str:
        if value != "none":
            hours_of(value)
        return value

    @field_validator("emergency_phone")
    @classmethod
    def _a_phone(cls, value: str) -> str:
        if not value:
            return value
        if (number := normal(value)) is None:
            raise ValueError("expected a phone number that receives texts, such as 819 555-0143")
        return number

    @field_validator("keep")
    @classmethod
    def _a_table(cls, value: str) -> str:
        return written(read(value))

    @field_validator("reminder_days", mode="before")
    @classmethod
    def _days(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value

    @field_validator("reminder_days")
    @classmethod
    def _useful_days(cls, value: tuple[int, ...]) -> tuple[int, ...]:
        if not value or any(not 0 < day <= 60 for day in value):
            raise ValueError("expected days before the meeting, from 1 to 60, such as 7,3,1")
        return tuple(sorted(set(value), reverse=True))

    @field_validator("digest_hour", mode="before")
    @classmethod
    def _hour(cls, value: object) -> object:
        return hour_of(value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        problems = problems_of(self)
        if problems:
            raise ValueError("|".join(problems))
        return self

    @property
    def telegram_url(self) -> str:
        return self.telegram_api_base_url or TELEGRAM_API

    @property
    def twilio_url(self) -> str:
        return self.twilio_api_base_url or TWILIO_API

    @property
    def public_url(self) -> str:
        return self.public_base_url or f"http://{self.http_host}:{self.http_port}"

    @property
    def has_telegram(self) -> bool:
        return self.telegram_token is not None

    @property
    def console_url(self) -> str:
        """Where coordinators open the web console; "" when there is none: its doors are on Telegram, and what it shows
        travels over https alone, or stays on this machine.
        """
        private = self.public_url.startswith("https://") or is_loopback(self.public_url)
        return f"{self.public_url}/bureau" if self.has_telegram and private else ""

    @property
    def has_sms(self) -> bool:
        return self.twilio_account_sid is not None

    @property
    def has_email(self) -> bool:
        return bool(self.email_host)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def quiet(self) -> tuple[dt.time, dt.time] | None:
        """From and to, local time; None when nothing is held back at night."""
        return None if self.quiet_hours == "none" else hours_of(self.quiet_hours)

    @property
    def kept_days(self) -> dict[str, int]:
        """Kind of information -> days it is kept."""
        return read(self.keep)

    @property
    def telegram_account(self) -> str:
        """The name of the account whose limit every worker shares: "telegram:12345", without the token's secret."""
        token = self.telegram_token.get_secret_value() if self.telegram_token else ""
        return f"telegram:{token.partition(':')[0]}"

    @property
    def sms_account(self) -> str:
        return f"sms:{self.twilio_messaging_service_sid or self.twilio_from or ''}"

    def secrets(self) -> tuple[str, ...]:
        """Every secret value, for the log to hide."""
        values = [value.get_secret_value() for value in self.__dict__.values() if isinstance(value, SecretStr)]
        password = urlsplit(self.database_url).password
        return tuple(value for value in [*values, password] if value)
