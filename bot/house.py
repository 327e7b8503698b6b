"""The house as the conversation knows it, made from the settings."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from bot.settings import Settings
from db.organisations import Organisation
from db.session import AsyncSession, Database
from handlers.numbers import shown
from handlers.turn import House
from messages.catalogue import Catalogue

NO_QUIET = (dt.time(0), dt.time(0))


def build_house(settings: Settings, catalogue: Catalogue, *, telegram_bot: str = "") -> House:
    quiet = settings.quiet or NO_QUIET
    return House(
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
        digest_day=settings.digest_day,
        digest_time=settings.digest_hour,
        quiet_from=quiet[0],
        quiet_to=quiet[1],
        sms_number=settings.twilio_from or "",
        telegram_bot=telegram_bot,
        public_url=settings.public_url,
        raw_days=settings.raw_days,
    )


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
