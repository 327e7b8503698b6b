"""What is missing or wrong, in plain words, and how to mend it: one check, one function, one finding at most."""

from __future__ import annotations

import datetime as dt
import shutil
import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp
from sqlalchemy import func, select

from bot.channels.contract import SendError
from bot.channels.sms import Sms
from bot.channels.telegram import Telegram
from bot.settings import Settings
from db.conversations import InboxState, IncomingMessage
from db.deliveries import Delivery, Status
from db.people import coordinators
from db.schema import SchemaBehind, check_schema
from db.session import AsyncSession, Database
from messages import Text, text

SECONDS = 5.0  # for each question asked over the network
WRONG_CLOCK = dt.timedelta(seconds=90)
OLD_QUEUE = dt.timedelta(minutes=15)
LITTLE_ROOM = 500_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Finding:
    """`name` is stable, for programs; `words` say what is wrong and how to mend it."""

    name: str
    words: Text


@dataclass(slots=True)
class Patient:
    """What the checks look at. The channels are None when they are not set up."""

    settings: Settings
    database: Database
    telegram: Telegram | None
    sms: Sms | None
    now: dt.datetime


async def examine(patient: Patient) -> list[Finding]:
    """Every finding; an empty list when all is well."""
    found = [finding async for finding in _settings(patient)]
    if (behind := await _schema(patient)) is not None:
        return [*found, behind]
    async with patient.database.read() as session:
        found += [finding async for finding in _memory(patient, session)]
    found += [finding async for finding in _providers(patient)]
    found += [finding async for finding in _machine(patient)]
    return found


async def _settings(patient: Patient) -> AsyncIterator[Finding]:
    settings = patient.settings
    if not settings.has_telegram and not settings.has_sms:
        yield Finding("no-channel", text("shell-no-channel"))
    if not settings.contact_phone:
        yield Finding("no-contact-phone", text("doctor-no-contact-phone"))
    if not settings.contact_name:
        yield Finding("no-contact-name", text("doctor-no-contact-name"))
    if not settings.organisation_name:
        yield Finding("no-organisation", text("doctor-no-organisation"))
    if not settings.region_help_line:
        yield Finding("no-help-line", text("doctor-no-help-line"))


async def _schema(patient: Patient) -> Finding | None:
    try:
        await check_schema(patient.settings.database_url)
    except SchemaBehind:
        return Finding("schema-behind", text("shell-schema-behind"))
    except Exception as error:
        return Finding("database-away", text("doctor-database-away", error=type(error).__name__))
    return None


async def _memory(patient: Patient, session: AsyncSession) -> AsyncIterator[Finding]:
    if not await coordinators(session, 1):
        yield Finding("no-coordinator", text("shell-no-coordinator"))
    aside = list(
        await session.execute(
            select(IncomingMessage.id, IncomingMessage.error)
            .where(IncomingMessage.state == InboxState.SET_ASIDE)
            .order_by(IncomingMessage.id)
            .limit(20)
        )
    )
    for number, error in aside:
        yield Finding("set-aside", text("doctor-set-aside", number=str(number), error=error[:200]))
    oldest = await session.scalar(
        select(func.min(IncomingMessage.received_at)).where(IncomingMessage.state == InboxState.NEW)
    )
    if oldest is not None and patient.now - oldest > OLD_QUEUE:
        yield Finding("inbox-waits", text("doctor-inbox-waits", minutes=_minutes(patient.now - oldest)))
    waiting = await session.scalar(select(func.count()).select_from(Delivery).where(Delivery.status == Status.UNKNOWN))
    if waiting:
        yield Finding("unknown", text("doctor-unknown", count=waiting))


def _minutes(age: dt.timedelta) -> int:
    return int(age.total_seconds() // 60)


async def _providers(patient: Patient) -> AsyncIterator[Finding]:
    settings = patient.settings
    if patient.telegram is not None:
        try:
            await patient.telegram.me()
            if settings.telegram_mode == "webhook":
                state = await patient.telegram.webhook()
                if state.url != f"{settings.public_url}/telegram":
                    yield Finding("webhook-elsewhere", text("doctor-webhook-elsewhere", url=settings.public_url))
                elif state.last_error:
                    yield Finding("webhook-error", text("doctor-webhook-error", error=state.last_error[:120]))
        except SendError as error:
            yield Finding(f"telegram-{error.reason}", text("doctor-telegram", reason=error.reason))
    if patient.sms is not None:
        try:
            status = await patient.sms.check()
            if status != "active":
                yield Finding("twilio-not-active", text("doctor-twilio-status", status=status))
        except SendError as error:
            yield Finding(f"twilio-{error.reason}", text("doctor-twilio", reason=error.reason))
    needs_door = patient.sms is not None or settings.telegram_mode == "webhook"
    if needs_door and not await _answers(f"{settings.public_url}/health"):
        yield Finding("door-closed", text("doctor-door-closed", url=settings.public_url))


async def _answers(url: str) -> bool:
    try:
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as answer:
            return answer.status == 200
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False


async def _machine(patient: Patient) -> AsyncIterator[Finding]:
    if (shift := await _clock_shift(patient)) is not None and abs(shift) > WRONG_CLOCK:
        yield Finding("clock-off", text("doctor-clock-off", seconds=int(abs(shift).total_seconds())))
    for finding in _files(patient.settings):
        yield finding


def _files(settings: Settings) -> list[Finding]:
    found = []
    folder = Path(settings.media_folder)
    if folder.exists() and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        found.append(Finding("media-open", text("doctor-media-open", folder=str(folder))))
    if shutil.disk_usage(folder if folder.exists() else Path.cwd()).free < LITTLE_ROOM:
        found.append(Finding("disk-full", text("doctor-disk-full")))
    return found


async def _clock_shift(patient: Patient) -> dt.timedelta | None:
    """This machine's hour against the provider's own, from the date of an answer; None when nobody says it."""
    url = patient.settings.telegram_url if patient.settings.has_telegram else patient.settings.twilio_url
    try:
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.head(url) as answer:
            said = answer.headers.get("Date")
    except (aiohttp.ClientError, TimeoutError, OSError):
        return None
    return patient.now - parsedate_to_datetime(said) if said else None
