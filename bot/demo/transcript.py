"""What every phone saw, and the journal, printed as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from rich.console import Console

from bot.demo.load import acting_maude
from bot.demo.script import Caller, Story
from bot.demo.serve import Demo
from handlers.acting import Acting
from handlers.journal.acts import JournalSearch, show
from messages import Channel, text
from messages.catalogue import Catalogue

MINE, THEIRS = ">", "<"
MOST_LINES = 10_000


def print_phones(console: Console, demo: Demo, story: Story, catalogue: Catalogue, language: str) -> None:
    for caller in story.callers.values():
        title = catalogue.text(text("demo-story-phone", name=caller.name), language, Channel.TELEGRAM)
        console.rule(f"{title} ({caller.kind} {caller.address})", align="left")
        lines = _sms_lines(demo, caller, catalogue, language) if caller.kind == "sms" else _chat_lines(demo, caller)
        for line in lines:
            console.print(line, markup=False)


def _sms_lines(demo: Demo, caller: Caller, catalogue: Catalogue, language: str) -> Iterator[str]:
    for sms in demo.providers.sms.history(caller.address):
        photos = f" [{len(sms.media)} MMS]" if sms.media else ""
        yield from _message(demo, sms.created, sms.inbound, sms.body + photos)
        if not sms.inbound:
            count = text("demo-story-segments", count=sms.segments)
            yield f"{'':16}({catalogue.text(count, language, Channel.TELEGRAM)})"


def _chat_lines(demo: Demo, caller: Caller) -> Iterator[str]:
    for message in demo.providers.telegram.history(int(caller.address)):
        at = dt.datetime.fromtimestamp(message.raw["date"], dt.UTC)
        kind = next((f"[{name}] " for name in ("photo", "contact", "voice", "document") if name in message.raw), "")
        yield from _message(demo, at, not message.from_bot, kind + message.shown)


def _message(demo: Demo, at: dt.datetime, mine: bool, words: str) -> Iterator[str]:
    first, *others = words.splitlines() or [""]
    yield f"{at.astimezone(demo.clock.zone):%d/%m %H:%M}   {MINE if mine else THEIRS} {first}"
    for line in others:
        yield f"{'':16}{line}"


async def print_journal(console: Console, demo: Demo, catalogue: Catalogue, language: str) -> None:
    """Every line of the journal, as a coordinator reads it."""
    console.rule(catalogue.text(text("demo-story-journal"), language, Channel.TELEGRAM), align="left")
    async with demo.app.database.write() as session:
        maude = await acting_maude(session, demo.app.installation)
        done = await show(
            Acting(session, demo.app.installation, maude, demo.app.clock()), JournalSearch(), most=MOST_LINES
        )
    for line in done.data["lines"]:
        when = dt.datetime.fromisoformat(line["at"]) if line["at"] else None
        hour = f"{when:%d/%m %H:%M}" if when else f"{dt.date.fromisoformat(line['day']):%d/%m}"
        console.print(f"{hour:<14}", line["words"], markup=False)
