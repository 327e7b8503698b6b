"""`portevoix demo`: the whole program beside simulated providers, on this machine alone; `--story` plays by itself."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import typer

from bot.demo.folder import NotThisMachine, demo_folder, free_port
from bot.demo.load import load
from bot.demo.region import STORY
from bot.demo.script import read_story
from bot.demo.serve import open_demo
from bot.demo.tell import tell_story
from messages import Channel, Text, text
from messages.catalogue import Catalogue
from messages.languages import DESK

PORT = 8070


def demo(
    port: int = typer.Option(PORT, "--port", help="Where the page answers; any free port when it is taken."),
    keep: bool = typer.Option(False, "--keep", help="Leave the demo's database in the folder .demo."),
    script: Path = typer.Option(STORY, "--script", exists=True, dir_okay=False, help="Another story for --story."),
    story: bool = typer.Option(False, "--story", help="Play the whole story unattended; 0 when each message arrived."),
) -> None:
    """Try Porte-voix: four phones in a browser, a clock to move. Nothing leaves this machine."""
    catalogue = Catalogue.open(only="demo")
    try:
        with demo_folder(keep) as folder:
            if story:
                told = read_story(script.read_text(encoding="utf-8"))
                raise SystemExit(asyncio.run(tell_story(folder, catalogue, told)))
            asyncio.run(_serve(folder, port, catalogue))
            if keep:
                _say(catalogue, text("demo-kept", folder=str(folder)))
    except NotThisMachine as refused:
        _say(catalogue, text("demo-not-this-machine", key=refused.key))
        raise SystemExit(2) from None


async def _serve(folder: Path, wanted: int, catalogue: Catalogue) -> None:
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    port = free_port(wanted)
    if wanted not in (port, 0):
        _say(catalogue, text("demo-port-taken", wanted=str(wanted), port=str(port)))
    async with open_demo(folder, port=port, load=load) as running:
        _say(catalogue, text("demo-ready", url=running.url))
        ending = asyncio.create_task(told.wait())
        failing = asyncio.create_task(running.app.failed())
        await asyncio.wait({ending, failing}, return_when=asyncio.FIRST_COMPLETED)
        for task in (ending, failing):
            task.cancel()
        if failing.done() and not failing.cancelled():
            failing.result()
    _say(catalogue, text("demo-stopped"))


def _say(catalogue: Catalogue, line: Text) -> None:
    """In both languages: nobody has said yet which one they read."""
    for language in DESK:
        print(catalogue.text(line, language, Channel.TELEGRAM), flush=True)
