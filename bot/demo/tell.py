"""`portevoix demo --story`: plays the story with a progress bar, then prints what every phone and the journal saw."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.demo.desk import Desk
from bot.demo.folder import free_port
from bot.demo.play import Missing, Player
from bot.demo.script import Story
from bot.demo.serve import open_demo
from bot.demo.transcript import print_journal, print_phones
from messages import Channel, Text, text
from messages.catalogue import Catalogue

START = dt.datetime(2027, 2, 8, 15, tzinfo=dt.UTC)  # a Monday, ten o'clock in Quebec, a month that ends a Sunday
NEVER = 1_000_000.0  # seconds between two ticks: the story's own clock ticks


async def tell_story(folder: Path, catalogue: Catalogue, story: Story, language: str = "fr") -> int:
    """The exit code: 0 only if each expected message arrived."""
    console = Console(soft_wrap=True, highlight=False)
    began = time.monotonic()
    async with open_demo(folder, port=free_port(0), start=START, tick_seconds=NEVER) as demo:
        player = Player(demo, story, Desk(demo.app, folder))
        missing = await _play(player, story, catalogue, language)
        print_phones(console, demo, story, catalogue, language)
        await print_journal(console, demo, catalogue, language)
        for path in player.desk.written:
            console.print(path.name, f"{path.stat().st_size:,}", markup=False)
    if missing is not None:
        _print_missing(console, missing, catalogue, language)
        return 1
    seconds = f"{time.monotonic() - began:.0f}"
    done = text("demo-story-done", expected=player.arrived, seconds=seconds)
    console.print(catalogue.text(done, language, Channel.TELEGRAM), markup=False)
    return 0


async def _play(player: Player, story: Story, catalogue: Catalogue, language: str) -> Missing | None:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=len(story.steps))
        for part in story.parts:
            title = catalogue.text(text(f"demo-story-part-{part.name}"), language, Channel.TELEGRAM)
            bar.update(task, description=title)
            try:
                await player.play(part, lambda _step: bar.advance(task))
            except Missing as missing:
                return missing
    return None


def _print_missing(console: Console, missing: Missing, catalogue: Catalogue, language: str) -> None:
    line, who = str(missing.step.line), missing.step.who
    told: list[Text | str] = [text("demo-story-missing", line=line, name=who, words=missing.words)]
    told.append(text("demo-story-instead"))
    told.extend(f"  - {words}" for words in missing.instead)
    if not missing.instead:
        told.append(text("demo-story-nothing"))
    told.append(text("demo-story-failed", line=line))
    for said in told:
        console.print(catalogue.text(said, language, Channel.TELEGRAM), markup=False)
