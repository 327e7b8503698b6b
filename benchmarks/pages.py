"""The pages of the console over a large region: how long each takes to answer, and how large it is.

python -m benchmarks.pages --people 10000 --meetings 200 --claims 5000 --deliveries 1000000

One process, one SQLite file, no network: a page is asked as a browser would, its bytes read to the end. Beside the time
on the wall, which a busy machine spoils, the processor's.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import logging
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import structlog
from sqlalchemy import insert, text

from benchmarks.harness import machine, table
from bot.installation import build_installation, ensure_organisation
from bot.settings import Settings
from bot.web.console.app import console_app
from bot.web.console.console import Console
from bot.web.console.templates import Templates
from bot.web.main_loop import MainLoop
from db.claims.tables import Claim, ClaimLine, ClaimState, LineKind
from db.comments.tables import Comment, CommentState, Decision
from db.console.tables import Door
from db.contacts import Consent, Contact, ContactPerson
from db.conversations import HandledAs, InboxState, IncomingMessage, Task
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Priority
from db.digests import Digest, DigestItem, ItemState
from db.journal import Entry
from db.meetings.tables import AgendaPoint, Answer, Attendance, Meeting, MeetingState, Presence
from db.organisations import Roundtable
from db.people import Person, PersonRole, PersonRoundtable, Role
from db.schema import upgrade
from db.session import Database
from handlers.acting import Acting, actor_of
from handlers.console.logins import open_session
from messages.catalogue import Catalogue

NOW = dt.datetime(2026, 2, 2, 15, 0, tzinfo=dt.UTC)
TODAY = NOW.date()
URL = "https://bureau.example.org"
TABLES, PER_BROADCAST, AT_A_TABLE = 40, 2000, 12
WAITING = 12  # meetings to come, and those of last week, of which something waits; the others are settled
OPEN_CLAIMS, OPEN_TASKS = 40, 20  # what waits at once does not grow with the years
MEDIAN, P95 = 40.0, 150.0
Rows = list[dict[str, Any]]
PAGES = {
    "today": "",
    "meetings": "/rencontres",
    "meetings that are past": "/rencontres?passees=oui",
    "one meeting": "/rencontres/1",
    "its presence": "/rencontres/1/presence",
    "comments to read": "/rencontres/1/lecture",
    "answers": "/reponses",
    "claims": "/demandes",
    "one claim": "/demandes/1",
    "payments": "/demandes/paiements",
    "broadcasts": "/envois",
    "one broadcast": "/envois/1",
    "its progress": "/envois/1/etat",
    "write": "/ecrire",
    "digest": "/infolettre",
    "calls": "/appels",
    "people": "/personnes",
    "people, a name": "/personnes?q=nom%2077",
    "people, a phone": "/personnes?q=0077",
    "one person": "/personnes/77",
    "their conversation": "/personnes/77/conversation",
    "search everywhere": "/recherche?q=nom%2077",
    "journal": "/journal",
    "privacy": "/vie-privee",
    "settings": "/reglages",
}


class Region:
    """Rows of every table that pages read; the deliveries are made by the database itself."""

    def __init__(self, people: int, meetings: int, claims: int, deliveries: int) -> None:
        self.people, self.meetings, self.claims, self.deliveries = people, meetings, claims, deliveries
        self.broadcasts = max(1, deliveries // PER_BROADCAST)

    def all(self) -> Iterator[tuple[Any, Rows]]:
        ids = range(1, self.people + 1)
        mine = {"organisation_id": 1}
        yield (
            Roundtable,
            [{"id": n, "name": f"Table {n}", "territory": f"Territoire {n % 6}", **mine} for n in range(1, TABLES + 1)],
        )
        yield (
            Person,
            [{"id": n, "name": f"Nom {n}", "territory": f"Territoire {n % 6}", "created_at": NOW, **mine} for n in ids],
        )
        yield PersonRole, [{"person_id": n, "role": Role.COORDINATOR if n == 1 else Role.EXPERT} for n in ids]
        yield PersonRoundtable, [{"person_id": n, "roundtable_id": 1 + n % TABLES} for n in ids[: TABLES * AT_A_TABLE]]
        reached = {"channel": "sms", "consent": Consent.GIVEN, "created_at": NOW, **mine}
        yield Contact, [{"id": n, "address": f"+1819{5550000 + n}", "person_id": n, **reached} for n in ids]
        yield ContactPerson, [{"contact_id": n, "person_id": n} for n in ids]
        yield from self._meetings(mine)
        yield from self._claims(mine)
        waits = {"kind": "call", "created_at": NOW, **mine}
        yield Task, [{"person_id": n, "contact_id": n, **waits} for n in range(2, OPEN_TASKS + 2)]
        yield Task, [{"person_id": n, "contact_id": n, "closed_at": NOW, **waits} for n in ids]
        heard = {"channel": "sms", "state": InboxState.HANDLED, "handled_as": HandledAs.MEANT, "reading": "help"}
        yield (
            IncomingMessage,
            [
                {
                    "id": k * self.people + n,
                    "provider_id": f"m{k}-{n}",
                    "sender": f"sms:+1819{5550000 + n}",
                    "text": "aide",
                    "person_id": n,
                    "contact_id": n,
                    "received_at": NOW - dt.timedelta(days=k),
                    "handled_at": NOW,
                    **heard,
                }
                for k in range(1, 11)
                for n in ids
            ],
        )
        yield Digest, [{"id": 1, "month": "2026-02", "created_at": NOW, **mine}]
        item = {"digest_id": 1, "state": ItemState.PROPOSED, "body": "Le samedi.", "proposed_at": NOW}
        yield DigestItem, [{"position": n, "title": f"Nouvelle {n}", **item} for n in range(1, 6)]
        entry = {"act": "people.seen", "actor": "system", "thing": "person", "channel": "web", "details": {}}
        yield Entry, [{"at": NOW - dt.timedelta(minutes=n), "thing_id": n, **entry} for n in range(1, 10 * self.people)]
        sent = {
            "kind": "announcement",
            "purpose": "announcement",
            "state": BroadcastState.SENT,
            "audience": {},
            "created_at": NOW,
            "started_at": NOW - dt.timedelta(days=40),
            **mine,
        }
        numbers = range(1, self.broadcasts + 1)
        lately = {1: {"started_at": NOW}}  # one of this morning, the others of a while ago
        yield Broadcast, [{"id": n, "title": f"Annonce {n}"} | sent | lately.get(n, {}) for n in numbers]
        words = {"language": "fr", "channel": "sms", "body": "Le local est fermé.", "segments": 1}
        yield BroadcastText, [{"id": n, "broadcast_id": n, **words} for n in numbers]

    def _meetings(self, mine: dict[str, Any]) -> Iterator[tuple[Any, Rows]]:
        numbers = range(1, self.meetings + 1)
        yield Meeting, [self._meeting(n) | mine for n in numbers]
        point = {"title": "Le camp", "plain": "On choisit.", "changes": "L'heure."}
        yield AgendaPoint, [{"meeting_id": n, "number": p, **point} for n in numbers for p in (1, 2, 3)]
        seats = [(n, 1 + (n % TABLES) + TABLES * k) for n in numbers for k in range(AT_A_TABLE)]
        answers = {"answer": Answer.COMING, "answered_at": NOW}
        yield (
            Attendance,
            [
                {"meeting_id": n, "person_id": p, "presence": Presence.IN_PERSON if n > WAITING else Presence.UNKNOWN}
                | answers
                for n, p in seats
                if 1 <= p <= self.people
            ],
        )
        said = {"words": "huit heures cest trop tot", "confirmed_on": TODAY, **mine}
        over = {"state": CommentState.ANSWERED, "decision": Decision.KEPT, "reason": "oui", "answered_on": TODAY}
        waits = {"state": CommentState.CONFIRMED, "decision": None, "reason": "", "answered_on": None}
        yield (
            Comment,
            [
                {"number": n, "meeting_id": 1 + n % self.meetings, "person_id": 1 + n % self.people, **said}
                | (waits if n % self.meetings < WAITING else over)
                for n in range(1, 2 * self.meetings)
            ],
        )

    def _meeting(self, number: int) -> dict[str, Any]:
        day = TODAY + dt.timedelta(days=8 - number)
        starts = dt.datetime.combine(day, dt.time(18, 30), dt.UTC)
        over = MeetingState.CLOSED if day < TODAY else MeetingState.ANNOUNCED
        return {
            "id": number,
            "roundtable_id": 1 + number % TABLES,
            "state": over,
            "local_date": day,
            "local_start": dt.time(13, 30),
            "local_end": dt.time(15, 30),
            "zone": "America/Toronto",
            "starts_at": starts,
            "ends_at": starts + dt.timedelta(hours=2),
            "created_at": NOW,
            "carrier": "Denis",
            "answer_by": day + dt.timedelta(days=4),
            "minutes_sent_at": NOW if day < TODAY else None,
        }

    def _claims(self, mine: dict[str, Any]) -> Iterator[tuple[Any, Rows]]:
        numbers = range(1, self.claims + 1)
        claim = {"activity_date": TODAY, "submitted_at": NOW, "total_cents": 5500, **mine}
        yield (
            Claim,
            [
                {
                    "id": n,
                    "number": n,
                    "person_id": 1 + n % self.people,
                    "state": ClaimState.SUBMITTED if n <= OPEN_CLAIMS else ClaimState.RECEIVED,
                    **claim,
                }
                for n in numbers
            ],
        )
        yield ClaimLine, [{"claim_id": n, "kind": LineKind.PARTICIPATION, "cents": 5500} for n in numbers]


# As many messages as wanted, spread over people and broadcasts.
DELIVERIES = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :many)
INSERT INTO deliveries (id, organisation_id, kind, channel, contact_id, person_id, broadcast_id, broadcast_text_id,
  status, reason, priority, attempts, expects_answer, any_hour, any_consent, queued_at, due_at, sent_at, segments, cost,
  sent_again)
SELECT i, 1, 'announcement', 'sms', 1 + i % :people, 1 + i % :people, 1 + i % :broadcasts, 1 + i % :broadcasts,
  'delivered', '', :priority, 1, 0, 0, 0, :at, :at, :at, 1, 7500, 0 FROM n
"""


async def seeded(database: Database, region: Region) -> None:
    async with database.write() as session:
        for model, rows in region.all():
            for start in range(0, len(rows), 20_000):
                await session.execute(insert(model), rows[start : start + 20_000])
    async with database.write() as session:
        at = (NOW - dt.timedelta(days=40)).strftime("%Y-%m-%d %H:%M:%S.%f")
        values = {"many": region.deliveries, "people": region.people, "broadcasts": region.broadcasts}
        await session.execute(text(DELIVERIES), values | {"priority": int(Priority.BROADCAST), "at": at})
    async with database.write() as session:
        await session.execute(text("ANALYZE"))


async def measured(url: str, region: Region, times: int) -> list[list[str]]:
    settings = Settings.load({"DATABASE_URL": url, "TELEGRAM_TOKEN": "1:bench", "PUBLIC_BASE_URL": URL})
    await upgrade(url)
    database = Database(url)
    installation = build_installation(settings, Catalogue.open(zone=settings.timezone))
    await ensure_organisation(database, installation.organisation)
    began = time.perf_counter()
    await seeded(database, region)
    print(f"seeded in {time.perf_counter() - began:.0f} s")
    write = MainLoop(database, asyncio.get_running_loop(), lambda: None)
    templates = Templates(lambda: installation.catalogue)
    console = Console(settings, lambda: installation, database, write, lambda: NOW, templates)
    async with database.write() as session:
        actor = await actor_of(session, await session.get_one(Person, 1), "web")
        token = await open_session(Acting(session, installation, actor, NOW), Door.CODE, "bench", shared=False)
    transport = httpx.ASGITransport(app=console_app(console))
    async with httpx.AsyncClient(transport=transport, base_url=URL, cookies={"__Host-bureau": token}) as browser:
        lines = [await one(browser, name, path, times) for name, path in PAGES.items()]
    await database.close()
    return lines


async def one(browser: httpx.AsyncClient, name: str, path: str, times: int) -> list[str]:
    """Asked twice to be warm, then as often as said."""
    walls, works, size = [], [], 0
    for number in range(times + 2):
        wall, work = time.perf_counter(), time.process_time()
        answer = await browser.get(f"/bureau{path}", headers={"Accept-Encoding": "identity"})
        wall, work = time.perf_counter() - wall, time.process_time() - work
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code}")
        if number >= 2:
            walls.append(wall * 1000)
            works.append(work * 1000)
            size = len(answer.content)
    late = sorted(walls)[int(len(walls) * 0.95)]
    met = statistics.median(walls) <= MEDIAN and late <= P95
    return [
        name,
        f"{statistics.median(walls):.1f}",
        f"{late:.1f}",
        f"{statistics.median(works):.1f}",
        f"{size / 1000:.0f}",
        "yes" if met else "no",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, many in (("people", 10_000), ("meetings", 200), ("claims", 5_000), ("deliveries", 1_000_000)):
        parser.add_argument(f"--{name}", type=int, default=many)
    parser.add_argument("--times", type=int, default=40)
    given = parser.parse_args()
    region = Region(given.people, given.meetings, given.claims, given.deliveries)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    print(machine())
    print(f"{given.people} people, {given.meetings} meetings, {given.claims} claims, {given.deliveries} deliveries")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'pages.sqlite3'}"
        lines = asyncio.run(measured(url, region, given.times))
    title = "Pages of the console"
    heads = ["page", "median, ms", "p95, ms", "processor, ms", "kB", f"at most {MEDIAN:.0f} and {P95:.0f} ms"]
    table(title, lines, heads)


if __name__ == "__main__":
    main()
