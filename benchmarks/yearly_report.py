"""The yearly report of a region with ten years of life: facts, figures, small numbers, files. In CPU time.

python -m benchmarks.yearly_report --years 10 --people 10000 --meetings 200
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.harness import machine, table
from bot.report import Form, ReportWords, bytes_of
from db.claims.tables import Claim, ClaimLine, ClaimState, LineKind, Mode, Payment
from db.comments.tables import Comment, CommentState, Decision
from db.deliveries import Broadcast, BroadcastState, Delivery, Status
from db.meetings.tables import AgendaPoint, Attendance, Meeting, MeetingState, Presence, WorkStep
from db.organisations import Level, Organisation, PlaceKind, Roundtable, Territory
from db.people import Person, Role, RolePeriod
from db.report.period import Cut, FiscalYear
from db.report.questions import facts_of
from db.report.runs import freeze, versions_of
from db.report.yearly import figures_of
from db.schema import upgrade
from db.session import Database
from handlers.report.compose import document_of
from messages.catalogue import Catalogue

ZONE = "America/Toronto"
LAST = FiscalYear(2026)
CUT = Cut.usual(LAST, ZONE)
LONG_AGO = dt.datetime(2015, 1, 1, tzinfo=dt.UTC)
EXPERTS, TABLES, AT_A_MEETING, MAILINGS = 400, 40, 12, 4
Rows = list[dict[str, Any]]


class Region:
    """Rows of every table that a report reads, drawn with one seed."""

    def __init__(self, years: int, people: int, meetings: int) -> None:
        self.drawn = random.Random(15)
        self.years, self.people, self.meetings = years, people, meetings

    def all(self) -> Iterator[tuple[Any, Rows]]:
        yield Organisation, [{"id": 1, "name": "Alliance", "preferences": {}}]
        names = [f"Territoire {number}" for number in range(1, 7)]
        yield Territory, [{"organisation_id": 1, "name": name, "other_names": []} for name in names]
        yield Roundtable, [self._table(number, names) for number in range(1, TABLES + 1)]
        ids = range(1, self.people + 1)
        yield Person, [{"id": id, "organisation_id": 1, "created_at": LONG_AGO, "pseudonym": str(id)} for id in ids]
        yield RolePeriod, [{"person_id": id, "role": Role.EXPERT} for id in range(1, EXPERTS + 1)]
        days = [self._day(year) for year in range(self.years) for _ in range(self.meetings)]
        yield Meeting, [self._meeting(id, day) for id, day in enumerate(days, 1)]
        steps = list(WorkStep)
        points = [(id, number) for id in range(1, len(days) + 1) for number in (1, 2, 3)]
        yield (
            AgendaPoint,
            [
                {"meeting_id": id, "number": number, "title": "Un point", "step": self.drawn.choice(steps)}
                for id, number in points
            ],
        )
        seats = {(id, self.drawn.randint(1, EXPERTS)) for id in range(1, len(days) + 1) for _ in range(AT_A_MEETING)}
        yield Attendance, [self._attendance(*seat, days) for seat in sorted(seats)]
        yield Comment, [self._comment(number, days) for number in range(1, 2 * len(days) + 1)]
        claims = 5 * len(days)
        yield Payment, [{"id": 1, "organisation_id": 1, "mode": Mode.CHEQUE, "paid_on": days[-1], "made_at": LONG_AGO}]
        yield Claim, [self._claim(number, days) for number in range(1, claims + 1)]
        yield (
            ClaimLine,
            [
                {"claim_id": number, "kind": kind, "cents": cents}
                for number in range(1, claims + 1)
                for kind, cents in ((LineKind.PARTICIPATION, 5500), (LineKind.TRANSPORT_FARE, 750))
            ],
        )
        yield from self._mailings()

    def _table(self, number: int, names: list[str]) -> dict[str, Any]:
        kind = PlaceKind.PROJECT if number % 5 == 0 else PlaceKind.MECHANISM
        level = Level.REGIONAL if number % 4 == 0 else Level.LOCAL
        place = {"territory": self.drawn.choice(names), "place_kind": kind, "level": level}
        return {"id": number, "organisation_id": 1, "name": f"Table {number}", **place}

    def _day(self, back: int) -> dt.date:
        return FiscalYear(LAST.begins - back).first_day + dt.timedelta(days=self.drawn.randrange(364))

    def _meeting(self, id: int, day: dt.date) -> dict[str, Any]:
        starts = dt.datetime.combine(day, dt.time(18), dt.UTC)
        return {
            "id": id,
            "organisation_id": 1,
            "roundtable_id": self.drawn.randint(1, TABLES),
            "state": MeetingState.CLOSED,
            "local_date": day,
            "local_start": dt.time(13),
            "local_end": dt.time(15),
            "zone": ZONE,
            "starts_at": starts,
            "ends_at": starts + dt.timedelta(hours=2),
            "created_at": LONG_AGO,
            "announced_at": starts - dt.timedelta(days=20),
            "minutes_sent_at": starts + dt.timedelta(days=self.drawn.randint(1, 30)),
            "answer_by": day + dt.timedelta(days=14),
        }

    def _attendance(self, meeting: int, person: int, days: list[dt.date]) -> dict[str, Any]:
        presence = self.drawn.choice((Presence.IN_PERSON, Presence.PHONE, Presence.NONE, Presence.UNKNOWN))
        noted = dt.datetime.combine(days[meeting - 1], dt.time(20), dt.UTC)
        return {"meeting_id": meeting, "person_id": person, "presence": presence, "noted_at": noted, "needs": ""}

    def _comment(self, number: int, days: list[dt.date]) -> dict[str, Any]:
        meeting = self.drawn.randint(1, len(days))
        day = days[meeting - 1]
        kept = {"state": CommentState.ANSWERED, "decision": self.drawn.choice(list(Decision)), "words": "Trop tôt."}
        dates = {"confirmed_on": day, "read_on": day, "answered_on": day + dt.timedelta(days=9)}
        return {"organisation_id": 1, "number": number, "meeting_id": meeting, "incoming_ids": [], **kept, **dates}

    def _claim(self, number: int, days: list[dt.date]) -> dict[str, Any]:
        meeting = self.drawn.randint(1, len(days))
        at = dt.datetime.combine(days[meeting - 1], dt.time(21), dt.UTC)
        kept = {"state": ClaimState.PAID, "payment_id": 1, "total_cents": 6250, "submitted_at": at, "decided_at": at}
        ids = {"id": number, "organisation_id": 1, "number": number, "meeting_id": meeting}
        return {**ids, "person_id": self.drawn.randint(1, EXPERTS), "activity_date": days[meeting - 1], **kept}

    def _mailings(self) -> Iterator[tuple[Any, Rows]]:
        """Four digests a year to everyone."""
        for number in range(self.years * MAILINGS):
            year = FiscalYear(LAST.begins - number // MAILINGS)
            at = dt.datetime.combine(year.first_day, dt.time(15), dt.UTC) + dt.timedelta(days=80 * (number % MAILINGS))
            ids = {"id": number + 1, "organisation_id": 1, "kind": "digest", "state": BroadcastState.SENT}
            yield Broadcast, [{**ids, "audience": {}, "created_at": at}]
            sent = {"broadcast_id": number + 1, "kind": "digest", "channel": "sms", "status": Status.SENT}
            times = {"queued_at": at, "due_at": at, "sent_at": at}
            yield Delivery, [{**sent, **times, "person_id": id} for id in range(1, self.people + 1)]


async def fill(database: Database, region: Region) -> None:
    for kind, rows in region.all():
        async with database.connection() as connection:
            for start in range(0, len(rows), 5000):
                await connection.execute(insert(kind), rows[start : start + 5000])


def timed(what: Callable[[], Any]) -> tuple[Any, float]:
    began = time.process_time()
    return what(), time.process_time() - began


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def measure(folder: Path, region: Region) -> list[list[Any]]:
    url = f"sqlite:///{folder / 'portevoix.sqlite3'}"
    await upgrade(url)
    database = Database(url)
    await fill(database, region)
    said = ReportWords(Catalogue.load(), "fr")
    async with database.write() as session:
        before, began = peak(), time.process_time()
        facts = await facts_of(session, 1, LAST, CUT)
        reading = time.process_time() - began
        figures, adding = timed(lambda: figures_of(facts, LAST, CUT))
        _report, hiding = timed(figures.printed)
        after = peak()
        await freeze(session, 1, LAST, CUT, now=CUT.at, by=None)
        runs = await versions_of(session, 1, LAST)
    document = document_of("Alliance", runs)
    sizes = [timed(partial(bytes_of, form, document, runs[-1].printed, said))[1] for form in Form]
    await database.close()
    return [
        ["facts read, s", reading, ""],
        ["figures, s", adding, ""],
        ["small numbers, s", hiding, ""],
        ["a report, s", reading + adding + hiding, 1],
        *(
            [f"the file {form}, s", seconds, 5 if form is Form.DOCX else ""]
            for form, seconds in zip(Form, sizes, strict=True)
        ),
        ["memory more, MB", after - before, 60],
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--years", type=int, default=10)
    options.add_argument("--people", type=int, default=10_000)
    options.add_argument("--meetings", type=int, default=200)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        rows = asyncio.run(measure(Path(name), Region(given.years, given.people, given.meetings)))
    title = f"{given.years} years, {given.people} people, {given.meetings} meetings a year ({machine()})"
    table(title, rows, ["what", "measured", "at most"])


if __name__ == "__main__":
    main()
