"""Hears what was texted while the program was away: Twilio posts a message once, then keeps it without a word."""

from __future__ import annotations

import asyncio
import datetime as dt

import structlog

from bot.channels.contract import SendError
from bot.channels.sms import Sms
from bot.channels.sms_incoming import sender_key
from bot.clock import Clock
from bot.inbox.save import Saver
from db.organisations import Organisation
from db.session import Database

log = structlog.get_logger(__name__)

EVERY_SECONDS = 60.0
AGAIN_SECONDS = 5.0
OVERLAP = dt.timedelta(minutes=5)  # a message heard twice changes nothing; one between two looks must not fall
FURTHEST = dt.timedelta(days=2)
SINCE = "sms_heard_since"


class CatchUp:
    """Asks Twilio at start, then now and then. The same message again changes nothing."""

    def __init__(self, database: Database, sms: Sms, saver: Saver, clock: Clock) -> None:
        self._database = database
        self._sms = sms
        self._saver = saver
        self._clock = clock

    async def run(self) -> None:
        while True:
            try:
                await self.once()
                pause = EVERY_SECONDS
            except SendError as error:
                log.warning("Twilio did not say what was missed", reason=error.reason)
                pause = AGAIN_SECONDS
            except Exception as error:
                log.warning("what was missed could not be kept", error=type(error).__name__)
                pause = AGAIN_SECONDS
            await asyncio.sleep(pause)

    async def once(self) -> int:
        """Save what came since the last look; how many messages Twilio showed."""
        now = self._clock()
        since = await self._since(now)
        forms = await self._sms.heard_since(since)
        for form in forms:
            await self._saver.save("sms", form["MessageSid"], dict(form), sender_key(form), now)
        await self._looked(now)
        return len(forms)

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
