"""How soon a cry is answered, and coordinators alerted, while a thousand strangers text at one segment a second.

python -m benchmarks.hurry --strangers 1000 --cries 10 [--crying]
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.chaos.program import Installation
from benchmarks.chaos.providers import Simulator
from benchmarks.harness import machine, table
from bot.web.signatures import twilio_signature
from db.contacts import Consent, ContactPerson, add_contact
from db.organisations import Organisation
from db.people import Person, Role, grant
from db.schema import upgrade
from db.session import Database

APART = 8.0  # seconds between two cries
RATE = 25.0  # texts a second, of strangers
BY_TEXT, BY_TELEGRAM = "+18195550142", "9001"  # the two coordinators
WORDS = ("JOINDRE", "bonjour c'est qui?", "JOINDRE", "vous vendez quoi", "ok")
CRY = "je veux mourir"
ANSWERED = "911"
PATIENCE = 60.0  # seconds, for the last cry


@dataclass(slots=True)
class Crowd:
    """Posts texts as Twilio does, and remembers when each cry began."""

    url: str
    token: str
    account: str
    words: Sequence[str] = ()  # of strangers
    cries: dict[str, float] = field(default_factory=dict)  # phone -> monotonic seconds

    async def text(self, session: aiohttp.ClientSession, phone: str, words: str) -> None:
        form = {
            "MessageSid": f"SM{time.monotonic_ns():032x}", "AccountSid": self.account, "From": phone,
            "To": "+18195550100", "Body": words, "NumMedia": "0",
        }  # fmt: skip
        headers = {"X-Twilio-Signature": twilio_signature(self.token, self.url, list(form.items()))}
        async with session.post(self.url, data=form, headers=headers) as answer:
            assert answer.status == 200, answer.status

    async def strangers(self, session: aiohttp.ClientSession, many: int) -> None:
        began = time.monotonic()
        for number in range(many):
            await asyncio.sleep(max(0.0, began + number / RATE - time.monotonic()))
            await self.text(session, f"+1418{number:07}", self.words[number % len(self.words)])

    async def cry(self, session: aiohttp.ClientSession, many: int) -> None:
        await asyncio.sleep(APART)
        for number in range(many):
            phone = crying(number)
            self.cries[phone] = time.monotonic()
            await self.text(session, phone, CRY)
            await asyncio.sleep(APART)

    async def run(self, strangers: int, cries: int) -> None:
        async with aiohttp.ClientSession() as session:
            await asyncio.gather(self.strangers(session, strangers), self.cry(session, cries))


def crying(number: int) -> str:
    return f"+1819555{150 + number:04}"


async def settle_in(url: str, cries: int, known: int) -> None:
    """Two coordinators; every `known`th one of those who will cry is known."""
    database, now = Database(url), dt.datetime.now(dt.UTC)
    people = [("sms", BY_TEXT, Role.COORDINATOR), ("telegram", BY_TELEGRAM, Role.COORDINATOR)]
    people += [("sms", crying(number), Role.MEMBER) for number in range(0, cries, known)]
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        await session.flush()
        for channel, address, role in people:
            person = Person(organisation_id=1, name="Lise", created_at=now)
            session.add(person)
            await session.flush()
            await grant(session, person.id, role)
            contact = await add_contact(session, 1, channel, address, now)
            contact.person_id, contact.consent = person.id, Consent.GIVEN
            session.add(ContactPerson(contact_id=contact.id, person_id=person.id, proved_at=now))
    await database.close()


def delays(simulator: Simulator, cries: dict[str, float]) -> dict[str, list[float]]:
    """Seconds from each cry to its answer and to each alert, of those that left."""
    told: dict[str, list[Any]] = {
        channel: simulator.ask("truth", channel=channel, address=address).get(address, [])
        for channel, address in (("sms", BY_TEXT), ("telegram", BY_TELEGRAM))
    }
    found: dict[str, list[float]] = {"answer": [], "alert by text": [], "alert on Telegram": []}
    for phone, began in cries.items():
        mine = simulator.ask("truth", channel="sms", address=phone).get(phone, [])
        found["answer"] += [at - began for body, at, _ in mine if ANSWERED in body][:1]
        shown = f"{phone[2:5]} {phone[5:8]}-{phone[8:]}"
        for name, channel in (("alert by text", "sms"), ("alert on Telegram", "telegram")):
            found[name] += [at - began for body, at, _ in told[channel] if shown in body and at >= began][:1]
    return found


def measured(strangers: int, cries: int, replies: int, crying_too: bool) -> tuple[dict[str, list[float]], int]:
    words = (CRY,) if crying_too else WORDS
    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        url = f"sqlite+aiosqlite:///{Path(name) / 'portevoix.sqlite3'}"
        asyncio.run(upgrade(url))
        asyncio.run(settle_in(url, cries, 1 if crying_too else 2))
        simulator = Simulator(1, "")
        more = {"SMS_RATE": "1", "TELEGRAM_RATE": "30", "STRANGERS_HOURLY_REPLIES": str(replies)}
        program = Installation(Path(name), simulator, {"run": url}, rate=1, more=more)
        try:
            program.start()
            settings = simulator.where["settings"]
            inbound = f"http://127.0.0.1:{program.port}/sms/inbound"
            crowd = Crowd(inbound, settings["TWILIO_AUTH_TOKEN"], settings["TWILIO_ACCOUNT_SID"], words)
            asyncio.run(crowd.run(strangers, cries))
            until = time.monotonic() + PATIENCE
            found = delays(simulator, crowd.cries)
            while time.monotonic() < until and any(len(some) < cries for some in found.values()):
                time.sleep(0.5)
                found = delays(simulator, crowd.cries)
            return found, int(simulator.ask("counters")["sms"]["busiest_second"])
        finally:
            program.kill()
            simulator.stop()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--strangers", type=int, default=1000)
    options.add_argument("--cries", type=int, default=10)
    options.add_argument("--replies", type=int, default=100_000, help="STRANGERS_HOURLY_REPLIES: no limit, the worst")
    options.add_argument("--crying", action="store_true", help="every stranger cries too; those measured are known")
    given = options.parse_args()
    found, _busiest = measured(given.strangers, given.cries, given.replies, given.crying)
    every = [seconds for some in found.values() for seconds in some]
    rows: list[list[object]] = [
        [name, f"{len(some)} of {given.cries}", statistics.median(some), max(some)] for name, some in found.items()
    ]
    rows.append(["all of them", len(every), statistics.median(every), max(every)])
    rows.append(["at most", "", 2, 10])
    title = f"a cry among {given.strangers} strangers at SMS_RATE=1, seconds ({machine()})"
    table(title, rows, ["what", "left", "median", "longest"])


if __name__ == "__main__":
    main()
