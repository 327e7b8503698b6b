"""Hears what was texted while the program was away: Twilio posts a message once, then keeps it without a word."""

from __future__ import annotations

import asyncio
import datetime as dt

import structlog

from bot.channels.contract import SendError
from bot.channels.sms import Sms
from bot.channels.sms_form import NotTwilios, read_form
from bot.channels.sms_incoming import sender_key
from bot.clock import Clock
from bot.faults import where
from bot.inbox.save import Saver
from db.organisations import Organisation
from db.session import Database

log = structlog.get_logger(__name__)

EVERY_SECONDS = 60.0
AGAIN_SECONDS = 5.0  # after a first failure; twice as long after each other
LONGEST_SECONDS = 300.0  # what was missed meanwhile is heard five minutes after Twilio is back, at the latest
OVERLAP = dt.timedelta(minutes=5)  # a message heard twice changes nothing; one between two looks must not fall
FURTHEST = dt.timedelta(days=2)
SINCE = "sms_heard_since"


def pause_after(failures: int, asked: float | None = None) -> float:
    """Seconds until the next question. `asked` is what Twilio asks for."""
    if not failures:
        return EVERY_SECONDS
    growing = min(AGAIN_SECONDS * 2.0 ** min(failures - 1, 20), LONGEST_SECONDS)
    return max(growing, asked or 0.0)


class CatchUp:
    """Asks Twilio at start, then now and then. The same message again changes nothing."""

    def __init__(self, database: Database, sms: Sms, saver: Saver, clock: Clock) -> None:
        self._database = database
        self._sms = sms
        self._saver = saver
        self._clock = clock

    async def run(self) -> None:
        failures = 0
        while True:
            asked = None
            try:
                await self.once()
                failures = 0
            except SendError as error:
                failures, asked = failures + 1, error.retry_after
                log.warning("Twilio did not say what was missed", reason=error.reason, failures=failures)
            except Exception as error:
                failures += 1
                log.warning("what was missed could not be kept", error=where(error), failures=failures)
            await asyncio.sleep(pause_after(failures, asked))

    async def once(self) -> int:
        """Save what came since the last look; how many messages Twilio showed. Raises SendError if some are missing."""
        now = self._clock()
        since = await self._since(now)
        missed = await self._sms.heard_since(since)
        for form in missed.forms:
            await self._keep(form, now)
        if missed.unread is not None:
            raise missed.unread  # asked for again: what is kept by now changes nothing the second time
        await self._looked(now)
        return len(missed.forms)

    async def _keep(self, form: dict[str, str], now: dt.datetime) -> None:
        try:
            form = read_form(form.items())
        except NotTwilios as error:  # it would be so for ever, and keep what came since from being heard
            log.warning("a message that was missed makes no sense", why=str(error))
            return
        if form["MessageSid"] and form["From"]:
            await self._saver.save("sms", form["MessageSid"], form, sender_key(form), now)

    async def _since(self, now: dt.datetime) -> dt.datetime:
        """Since the last look; at the very first start, nothing of the past is ours."""
        async with self._database.write() as session:
            row = await session.get_one(Organisation, 1, with_for_update=True)
            kept = row.preferences.get(SINCE)
            if kept is None:
                row.preferences = {**row.preferences, SINCE: now.isoformat()}
                return now
        began = dt.datetime.fromisoformat(kept)
        # Later than now: written before the clock was set back.
        return max(began, now - FURTHEST) if began <= now else now - OVERLAP

    async def _looked(self, now: dt.datetime) -> None:
        async with self._database.write() as session:
            row = await session.get_one(Organisation, 1, with_for_update=True)
            began = dt.datetime.fromisoformat(row.preferences[SINCE])
            heard = max(began, now - OVERLAP) if began <= now else now - OVERLAP
            row.preferences = {**row.preferences, SINCE: heard.isoformat()}
