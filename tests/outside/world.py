"""The people of the outside tests: each on one channel, in one language, with what they text and what they read."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.outside.program import Program
from tests.outside.telegram_server import BotApi
from tests.outside.twilio_server import TwilioApi

PATIENCE = 30.0  # seconds
CHANNELS, LANGUAGES = ("sms", "telegram"), ("fr", "en")
FOUR = [(channel, language) for channel in CHANNELS for language in LANGUAGES]

# What a person writes, and what they must read, in each language.
WORDS: dict[str, dict[str, str]] = {
    "fr": {"join": "JOINDRE", "first name": "prénom", "welcome": "Bienvenue", "claim": "RECLAMER", "stop": "ARRET"},
    "en": {"join": "JOIN", "first name": "first name", "welcome": "Welcome", "claim": "CLAIM", "stop": "STOP"},
}
LANGUAGE_OPTION = {"fr": 1, "en": 2}


def folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"\s+", " ", plain).casefold()


@dataclass(eq=False)
class Person:
    """One person with one phone. What they read is taken in order: `expect` passes over what came before."""

    world: World
    channel: str
    language: str
    address: str
    name: str
    read: int = 0

    def say(self, key: str) -> str:
        return WORDS[self.language][key]

    @property
    def received(self) -> list[str]:
        if self.channel == "sms":
            return self.world.twilio.sent.get(self.address, [])
        return [message["text"] for message in self.world.telegram.sent.get(int(self.address), [])]

    async def text(self, words: str) -> None:
        if self.channel == "telegram":
            self.world.telegram.write(int(self.address), words)
            return
        assert await self.world.twilio.inbound(self.address, words) == 200

    async def photo(self, content: bytes) -> None:
        if self.channel == "telegram":
            self.world.telegram.photo(int(self.address), content)
            return
        assert await self.world.twilio.inbound(self.address, "", photo=content) == 200

    async def voice(self, content: bytes) -> None:
        if self.channel == "telegram":
            self.world.telegram.voice(int(self.address), content)
            return
        assert await self.world.twilio.inbound(self.address, "", photo=content, mime="audio/amr") == 200

    async def choose(self, number: int) -> None:
        """The digit of an option, or the button that stands for it."""
        if self.channel == "sms":
            await self.text(str(number))
            return
        with_buttons = [m for m in self.world.telegram.sent[int(self.address)] if "reply_markup" in m]
        buttons = [b for row in with_buttons[-1]["reply_markup"]["inline_keyboard"] for b in row]
        self.world.telegram.press(int(self.address), with_buttons[-1], buttons[number - 1]["callback_data"])

    async def expect(self, *words: str, patience: float = PATIENCE) -> str:
        """The next message that says all of `words`, whatever the case, the accents and the spaces."""
        wanted = [folded(word) for word in words]
        try:
            async with asyncio.timeout(patience):
                while True:
                    for position in range(self.read, len(self.received)):
                        if all(word in folded(self.received[position]) for word in wanted):
                            self.read = position + 1
                            return self.received[position]
                    await asyncio.sleep(0.02)
        except TimeoutError:
            unread = "\n  - ".join(self.received[self.read :]) or "(nothing)"
            log = self.world.program.said()
            raise AssertionError(f"{self.name} expected {words}; unread:\n  - {unread}\n{log}") from None

    async def confirm(self, *question: str) -> None:
        """Say yes to a check page, once its question is there: only then does the command write to people."""
        await self.expect("En tout")
        await self.expect(*question)
        await self.choose(1)

    async def join(self) -> None:
        """The whole welcome, to its end."""
        await self.text("/start" if self.channel == "telegram" else self.say("join"))
        await self.expect("Alliance de la Vallee-des-Rives", "911")
        await self.choose(LANGUAGE_OPTION[self.language])
        await self.expect(self.say("first name"))
        await self.text(self.name)
        await self.expect(self.name)
        await self.choose(1)
        await self.expect(self.say("welcome"), self.name)


@dataclass
class World:
    """The two providers, the program between them, and everyone. `maude` coordinates, on Telegram."""

    telegram: BotApi
    twilio: TwilioApi
    program: Program
    people: dict[str, Person] = field(default_factory=dict)
    _count: Any = field(default_factory=lambda: itertools.count(1))

    def person(self, channel: str, language: str) -> Person:
        """Someone new."""
        number = next(self._count)
        address = f"+1819555{number:04d}" if channel == "sms" else str(7000 + number)
        name = "Ami" + "abcdefghijklmnopqrstuvwxyz"[number // 26] + "abcdefghijklmnopqrstuvwxyz"[number % 26]
        found = Person(self, channel, language, address, name.capitalize())
        self.people[found.name] = found
        return found

    async def four(self) -> list[Person]:
        """One of each channel and language, joined."""
        found = [self.person(channel, language) for channel, language in FOUR]
        for person in found:
            await person.join()
        return found

    async def coordinator(self, name: str = "Maude") -> Person:
        """Made by the shell; her one-use link, pressed, makes her account hers."""
        done = await self.program.done("people", "add", "--role", "coordinator", "--name", name)
        found = Person(self, "telegram", "fr", str(9000 + next(self._count)), name)
        await found.text(f"/start {done['link'].partition('start=')[2]}")
        await found.expect("Bonjour", name)
        self.people[name] = found
        return found

    async def seat(self, people: list[Person], roundtable: str, roles: str = "expert") -> None:
        """The coordinator puts people at a table, with roles."""
        maude = self.people["Maude"]
        for person in people:
            await maude.text(f"/personnes {person.name}")
            number = re.search(rf"(\d+)\W{{1,3}}{person.name}", await maude.expect(person.name))
            assert number is not None
            await maude.text(f"/personne {number[1]}; table: {roundtable}; role: {roles}")
            await maude.expect("Fiche changee", person.name)

    async def settled(self, seconds: float = 1.0) -> None:
        """Nothing has come to any phone for so long."""
        while True:
            before = self._arrived
            await asyncio.sleep(seconds)
            if self._arrived == before:
                return

    @property
    def _arrived(self) -> int:
        sms = sum(len(found) for found in self.twilio.sent.values())
        return sms + sum(len(found) for found in self.telegram.sent.values())


def today(world: World) -> dt.date:
    """Where the program is."""
    return dt.datetime.now(ZoneInfo(world.program.env["TIMEZONE"])).date()


def noon_somewhere() -> str:
    """A zone where it is late in the morning now, so that no test stands across midnight."""
    offset = 11 - dt.datetime.now(dt.UTC).hour
    return "Etc/GMT" if offset == 0 else f"Etc/GMT{-offset:+d}"


async def open_world(folder: Path, **env: str) -> World:
    telegram, twilio = await BotApi().start(), await TwilioApi().start()
    program = Program(folder, telegram, twilio, **{"TIMEZONE": noon_somewhere(), **env})
    await program.run()
    return World(telegram, twilio, program)


async def close_world(world: World) -> None:
    await world.program.kill()
    await world.telegram.stop()
    await world.twilio.stop()
