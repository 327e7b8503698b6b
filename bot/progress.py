"""Progress of a broadcast, in the very Telegram message that announced it: edited while it goes, never in its way."""

from __future__ import annotations

import asyncio
import datetime as dt

import structlog
from sqlalchemy import or_, select

from bot.channels.contract import SendError, ToSend, Verdict
from bot.channels.telegram import Telegram
from bot.clock import Clock
from bot.still import Stillness
from db.contacts import Contact
from db.deliveries import Broadcast, BroadcastState, Delivery
from db.outbox.broadcasts import counts
from db.people import Person
from db.privacy.messages import opened_number
from db.session import Database
from handlers.installation import Installation
from messages import Channel, text

log = structlog.get_logger(__name__)

EVERY_SECONDS = 2.0
JUST_ENDED = dt.timedelta(minutes=2)  # the last numbers are still to be shown
GOING = (BroadcastState.SENDING, BroadcastState.PAUSED)


class Progress:
    """A courtesy: an edit that Telegram does not take now is tried again, with the numbers of then."""

    def __init__(self, database: Database, installation: Installation, telegram: Telegram, clock: Clock) -> None:
        self._database = database
        self._installation = installation
        self._telegram = telegram
        self._clock = clock
        self._still = Stillness(database, clock)
        self._slow_until: dt.datetime | None = None  # Telegram asked to slow down: messages to people come first

    async def run(self) -> None:
        while True:
            try:
                await self.once()
            except Exception as error:
                log.warning("progress could not be shown", error=type(error).__name__)
            await asyncio.sleep(EVERY_SECONDS)

    async def once(self) -> int:
        """Edit the messages whose numbers changed; how many."""
        if self._slow_until is not None and self._clock() < self._slow_until:
            return 0
        shown = 0
        for number, address, message_id, words in await self._changed():
            if not await self._edit(number, ToSend(0, address, words, edit_message_id=message_id)):
                break
            async with self._database.write() as session:
                broadcast = await session.get_one(Broadcast, number)
                broadcast.progress_shown = words
            shown += 1
        return shown

    async def _edit(self, number: int, item: ToSend) -> bool:
        """False when it is to be tried again. A message that can no longer be edited is left as it is."""
        try:
            await self._telegram.send(item)
        except SendError as error:
            log.info("a progress message was not edited", broadcast=number, reason=error.reason)
            if error.retry_after is not None:
                self._slow_until = self._clock() + dt.timedelta(seconds=error.retry_after)
            return error.verdict is Verdict.FOR_GOOD
        return True

    async def _changed(self) -> list[tuple[int, str, str, str]]:
        if self._still.holds:
            return []
        self._still.begin()
        async with self._database.read() as session:
            rows = await session.scalars(
                select(Broadcast)
                .where(Broadcast.progress_contact_id.is_not(None))
                .where(or_(Broadcast.state.in_(GOING), Broadcast.finished_at > self._clock() - JUST_ENDED))
                .order_by(Broadcast.id.desc())
                .limit(5)
            )
            changed = []
            for broadcast in rows:
                contact = await session.get(Contact, broadcast.progress_contact_id)
                message_id = await session.scalar(
                    select(Delivery.provider_id)
                    .where(Delivery.contact_id == broadcast.progress_contact_id, Delivery.kind == "reply")
                    .where(Delivery.queued_at >= broadcast.created_at, Delivery.provider_id.is_not(None))
                    .order_by(Delivery.id)
                    .limit(1)
                )
                if contact is None or contact.channel != Channel.TELEGRAM or message_id is None:
                    continue
                person = await session.get(Person, contact.person_id) if contact.person_id else None
                counted = await counts(session, broadcast.id)
                words = self._words(broadcast, counted, person)
                if counted["total"] and words != broadcast.progress_shown:
                    changed.append((broadcast.id, contact.address, opened_number(session, message_id), words))
        if not changed:
            self._still.found_nothing()
        return changed

    def _words(self, broadcast: Broadcast, counted: dict[str, int], person: Person | None) -> str:
        shown = {name: counted[name] for name in ("total", "queued", "started", "sent", "failed", "unknown")}
        shown["other"] = counted["missed"] + counted["cancelled"]
        language = person.language if person else self._installation.default_language
        words = text("announcements-progress", number=broadcast.id, **shown)
        return self._installation.catalogue.text(words, language, Channel.TELEGRAM)
