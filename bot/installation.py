"""The installation as the conversation knows it, made from the settings."""

from __future__ import annotations

import datetime as dt
import hmac

from sqlalchemy import select

from bot.channels.providers import set_up
from bot.settings import Settings
from db.organisations import Organisation
from db.session import AsyncSession, Database
from handlers.installation import Emergency, Installation, Responsible
from handlers.numbers import shown
from messages.catalogue import Catalogue

NO_QUIET = (dt.time(0), dt.time(0))


def build_installation(settings: Settings, catalogue: Catalogue, *, telegram_bot: str = "") -> Installation:
    quiet = settings.quiet or NO_QUIET
    return Installation(
        catalogue=catalogue.by_default(settings.default_language),
        zone=settings.zone,
        organisation_id=1,
        organisation=settings.organisation_name or "Porte-voix",
        contact_name=settings.contact_name,
        contact_phone=shown(settings.contact_phone or settings.twilio_from or ""),
        help_line=settings.region_help_line,
        default_language=settings.default_language,
        opt_out=settings.twilio_opt_out,
        sms_price=float(settings.sms_price),
        reminder_days=tuple(settings.reminder_days),
        pieces=dt.timedelta(seconds=settings.pieces_seconds),
        options_last=dt.timedelta(days=settings.options_days),
        dialogue_lasts=dt.timedelta(days=settings.dialogue_days),
        approval_above=settings.approval_above,
        allow_international=settings.allow_international,
        unknown_daily_replies=settings.unknown_daily_replies,
        strangers_hourly_replies=settings.strangers_hourly_replies,
        digest_day=settings.digest_day,
        digest_time=settings.digest_hour,
        quiet_from=quiet[0],
        quiet_to=quiet[1],
        sms_number=settings.twilio_from or "",
        telegram_bot=telegram_bot,
        public_url=settings.public_url,
        keep=settings.kept_days,
        responsible=Responsible(
            settings.privacy_name or settings.contact_name,
            settings.privacy_title,
            shown(settings.privacy_phone or settings.contact_phone or settings.twilio_from or ""),
            settings.privacy_address,
        ),
        channels=set_up(settings),
        emergency=_emergency(settings),
        console_url=settings.console_url,
        console_key=console_key(settings),
    )


def _emergency(settings: Settings) -> Emergency | None:
    """Nobody, without a number or without text messages to reach it."""
    if not settings.emergency_phone or not settings.has_sms:
        return None
    after = dt.timedelta(minutes=settings.emergency_minutes)
    return Emergency(settings.emergency_name, settings.emergency_phone, after)


def console_key(settings: Settings) -> bytes:
    """A key of its own made from the bot's token, a secret that every process has and the database has not."""
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    return hmac.digest(token.encode(), b"codes of the web console", "sha256")


async def ensure_organisation(database: Database, name: str) -> None:
    """The one organisation of this installation, made at the first start; its name follows the settings."""
    async with database.write() as session:
        await organisation_row(session, name)


async def organisation_row(session: AsyncSession, name: str) -> Organisation:
    row = await session.scalar(select(Organisation).where(Organisation.id == 1))
    if row is None:
        row = Organisation(id=1, name=name, preferences={})
        session.add(row)
    elif name and row.name != name:
        row.name = name
    await session.flush()
    return row
