"""Everything the doctor looks at, in the order in which one would mend it."""

from __future__ import annotations

import asyncio
import datetime as dt

from bot.doctor import files, memory, proofs, providers, words
from bot.doctor import settings as said
from bot.doctor.finding import Finding
from bot.settings import Settings
from messages.catalogue import Catalogue


async def examine(settings: Settings, now: dt.datetime) -> list[Finding]:
    """The providers are asked at the same time, a few seconds at most. Nothing is changed."""
    asked = await asyncio.gather(
        providers.telegram(settings, now),
        providers.sms(settings),
        providers.email(settings),
        providers.public_address(settings),
        providers.clock(settings, now),
        memory.memory(settings, now),
        proofs.proofs(settings, now),
    )
    catalogue = Catalogue.open(zone=settings.timezone).by_default(settings.default_language)
    return [
        *said.channels(settings),
        *said.said_to_people(settings),
        *words.lists(catalogue),
        *words.languages(catalogue),
        *memory.folders(settings),
        *files.open_to_others(settings),
        *(finding for findings in asked for finding in findings),
    ]
