"""What the conversation needs to know of one installation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from db.outbox.quiet_hours import quiet_until
from messages import Channel
from messages.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Responsible:
    """Whoever answers for personal information, as people read it."""

    name: str
    title: str
    phone: str
    address: str  # to write by post, "" when none is given


@dataclass(frozen=True, slots=True)
class Emergency:
    """Whoever is texted when nobody takes a distress in time: a name, a number (E.164), how long coordinators have."""

    name: str
    phone: str
    after: dt.timedelta


@dataclass(frozen=True, slots=True)
class Installation:
    """The settings that the conversation reads. Built from them by `bot/installation.py`, for the program, a
    command of the shell, the doctor."""

    catalogue: Catalogue
    zone: ZoneInfo
    organisation_id: int
    organisation: str
    contact_name: str
    contact_phone: str
    help_line: str
    default_language: str
    opt_out: str  # who answers STOP: "default", "advanced" or "none"
    sms_price: float  # dollars per segment
    reminder_days: tuple[int, ...]
    pieces: dt.timedelta  # the time people type in
    options_last: dt.timedelta  # a menu's digits
    dialogue_lasts: dt.timedelta
    approval_above: int
    allow_international: bool
    unknown_daily_replies: int
    strangers_hourly_replies: int
    digest_day: int
    digest_time: dt.time
    quiet_from: dt.time
    quiet_to: dt.time
    sms_number: str  # the number people text, "" without SMS
    telegram_bot: str  # the bot's username, "" without Telegram
    public_url: str
    keep: Mapping[str, int]  # kind of information -> days it is kept
    responsible: Responsible
    channels: tuple[Channel, ...]  # those whose account is set up here
    emergency: Emergency | None = None  # whom to text when no coordinator takes a distress
    console_url: str = ""  # where the web console answers, "" without one
    console_key: bytes = field(default=b"", repr=False)  # of the codes that it shows: the database does not hold it

    @property
    def email_here(self) -> bool:
        return Channel.EMAIL in self.channels

    def on(self, now: dt.datetime) -> Installation:
        """The same, saying what it says at that moment: dates of another year with their year."""
        said = self.catalogue.in_year(self.today(now).year)
        return self if said is self.catalogue else replace(self, catalogue=said)

    def local(self, when: dt.datetime) -> dt.datetime:
        return when.astimezone(self.zone)

    def leaves_at(self, when: dt.datetime) -> dt.datetime:
        """That moment, or the end of the quiet hours that hold what would leave then (aware UTC)."""
        return quiet_until(when, (self.quiet_from, self.quiet_to), self.zone) or when

    def today(self, now: dt.datetime) -> dt.date:
        return self.local(now).date()
