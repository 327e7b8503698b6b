"""How many questions each page asks of the database: the same at ten rows and at a thousand."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import event, insert

from db.claims.tables import Claim, ClaimLine, ClaimState, LineKind
from db.comments.tables import Comment, CommentState
from db.contacts import Contact, ContactPerson
from db.conversations import Task
from db.deliveries import Broadcast, BroadcastState, Delivery, Priority, Status
from db.meetings.tables import Attendance, Meeting
from db.people import Person, PersonRole, PersonRoundtable, Role
from tests.support.console import Browser, browser_of
from tests.support.phones import Town
from tests.support.region import Region, fill_region

MOST = {
    "": 16,
    "/rencontres": 6,
    "/rencontres/{coming}": 10,
    "/rencontres/{held}/presence": 10,
    "/rencontres/{coming}/lecture": 10,
    "/reponses": 6,
    "/demandes": 10,
    "/demandes/11": 16,
    "/personnes": 7,
    "/personnes?q=nom": 9,
    "/personnes/{lise.id}/conversation": 9,
    "/recherche?q=nom": 24,
    "/envois": 7,
    "/envois/{broadcast}": 17,
    "/appels": 10,
    "/infolettre": 7,
}
# Asked whatever the page: the session, the person, the roles.
ALWAYS = 4


@pytest.fixture
async def region(town: Town) -> Region:
    return await fill_region(town)


async def many(town: Town, region: Region, first: int, rows: int) -> None:
    """So many people, meetings, claims, comments, calls and broadcasts more."""
    numbers = range(first, first + rows)
    now, today = town.now, town.installation.today(town.now)
    async with town.database.write() as session:
        table = (await session.get_one(Meeting, region.coming)).roundtable_id

        async def put(kind: type, values: list[dict[str, object]]) -> None:
            await session.execute(insert(kind), values)

        await put(Person, [{"id": n, "organisation_id": 1, "name": f"Nom {n}", "created_at": now} for n in numbers])
        await put(PersonRole, [{"person_id": n, "role": Role.EXPERT} for n in numbers])
        await put(PersonRoundtable, [{"person_id": n, "roundtable_id": table} for n in numbers])
        contact = {"organisation_id": 1, "channel": "sms", "created_at": now}
        await put(Contact, [{"id": n, "address": f"+1819556{n:04d}", "person_id": n, **contact} for n in numbers])
        await put(ContactPerson, [{"contact_id": n, "person_id": n} for n in numbers])
        await put(Attendance, [{"meeting_id": region.coming, "person_id": n} for n in numbers])
        claim = {"organisation_id": 1, "activity_date": today, "state": ClaimState.SUBMITTED, "total_cents": 5500}
        await put(Claim, [{"id": n, "number": n, "person_id": n, "submitted_at": now, **claim} for n in numbers])
        await put(ClaimLine, [{"claim_id": n, "kind": LineKind.PARTICIPATION, "cents": 5500} for n in numbers])
        said = {"organisation_id": 1, "meeting_id": region.coming, "words": "mots", "state": CommentState.CONFIRMED}
        day = today - dt.timedelta(days=1)
        await put(Comment, [{"number": n, "person_id": n, "confirmed_on": day, **said} for n in numbers])
        await put(Task, [{"organisation_id": 1, "kind": "call", "person_id": n, "created_at": now} for n in numbers])
        sent = {"organisation_id": 1, "kind": "announcement", "state": BroadcastState.SENT, "created_at": now}
        await put(Broadcast, [{"id": n, "title": f"Annonce {n}", **sent} for n in numbers])
        gone = {"kind": "announcement", "channel": "sms", "status": Status.FAILED, "priority": Priority.BROADCAST}
        values = [{"broadcast_id": region.broadcast, "person_id": n, "queued_at": now, **gone} for n in numbers]
        await put(Delivery, values)


async def asked(town: Town, browser: Browser, path: str) -> int:
    """How many statements a page sends to the database, once the register of looks has its lines."""
    await browser.open(f"/bureau{path}")
    statements: list[str] = []

    def heard(_c: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(town.database.engine.sync_engine, "before_cursor_execute", heard)
    try:
        answer = await browser.open(f"/bureau{path}")
        assert answer.status_code == 200, path
    finally:
        event.remove(town.database.engine.sync_engine, "before_cursor_execute", heard)
    return len(statements)


async def test_a_page_asks_as_many_questions_whatever_the_number_of_rows(town: Town, region: Region) -> None:
    browser = await browser_of(town, region.maude)
    paths = {path: path.format(**vars(region)) for path in MOST}
    await many(town, region, 1000, 10)
    few = {path: await asked(town, browser, paths[path]) for path in MOST}
    await many(town, region, 2000, 1000)
    lots = {path: await asked(town, browser, paths[path]) for path in MOST}
    assert lots == few
    assert not {path: n for path, n in few.items() if n > MOST[path] + ALWAYS}, few
