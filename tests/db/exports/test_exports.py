"""What the exports hold, and what they must not tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from db.claims.tables import ClaimLine, LineKind
from db.consent import record_consent
from db.contacts import Contact
from db.deliveries import Broadcast, Delivery, Status
from db.exports import EXPORTS, Export, Span
from db.meetings.tables import Meeting
from db.session import Database
from tests.support.filled import DAY, NOW, fill

ZONE = ZoneInfo("America/Toronto")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    await fill(opened)
    yield opened
    await opened.close()


async def lines(database: Database, export: Export, **days: dt.date) -> list[dict[str, Any]]:
    async with database.read() as session:
        rows = [row async for row in export.rows(session, Span(ZONE, **days))]
    assert all(len(row) == len(export.columns) for row in rows)
    return [dict(zip(export.columns, row, strict=True)) for row in rows]


async def test_a_delivery_tells_its_fate_its_cost_and_a_masked_address(database: Database) -> None:
    first = (await lines(database, EXPORTS["deliveries"]))[0]
    assert first["person"] == "Lise"
    assert first["address"] == "+1819***0101"
    assert (first["status"], first["segments"], first["cost"]) == ("delivered", 2, Decimal("0.0294"))
    assert first["queued_at"] == NOW + dt.timedelta(minutes=1)


async def test_a_delivery_says_of_which_broadcast_it_is_by_title_and_date(database: Database) -> None:
    async with database.write() as session:
        session.add(
            Broadcast(
                id=2,
                organisation_id=1,
                kind="announcement",
                purpose="announcement",
                title="Le local est",
                created_at=NOW,
                started_at=NOW,
            )
        )
        (await session.get_one(Broadcast, 1)).meeting_id = 1
        await session.flush()
        session.add(
            Delivery(
                id=31,
                kind="announcement",
                channel="email",
                body="x",
                person_id=2,
                contact_id=2,
                broadcast_id=2,
                queued_at=NOW,
            )
        )
        meeting = await session.get_one(Meeting, 1)
    rows = {row["id"]: row for row in await lines(database, EXPORTS["deliveries"])}
    assert (rows["4"]["title"], rows["4"]["date"]) == ("COCO", meeting.local_date)
    assert (rows["31"]["purpose"], rows["31"]["title"], rows["31"]["date"]) == ("announcement", "Le local est", DAY)
    assert (rows["1"]["purpose"], rows["1"]["title"], rows["1"]["date"]) == ("", "", None)


def test_the_columns_of_deliveries_are_those_promised() -> None:
    promised = "id kind person channel address status reason attempts segments cost queued_at sent_at delivered_at"
    assert " ".join(EXPORTS["deliveries"].columns).startswith(promised)


async def test_news_of_a_nameless_comment_shows_nobody_no_minute_and_comes_last_in_its_day(database: Database) -> None:
    rows = await lines(database, EXPORTS["deliveries"])
    assert [row["id"] for row in rows] == ["1", "3", "4", None, "5"]
    nameless = rows[3]
    assert (nameless["person"], nameless["address"], nameless["channel"]) == ("", "***", "***")
    assert (nameless["queued_at"], nameless["sent_at"], nameless["cost"]) == (DAY, DAY, None)


async def test_the_order_of_nameless_rows_comes_from_what_they_show(database: Database) -> None:
    async with database.write() as session:
        for id, kind, status in ((21, "reply", Status.SENT), (22, "notice", Status.FAILED)):
            session.add(
                Delivery(id=id, kind=kind, channel="sms", body="x", status=status, queued_at=NOW, return_path_id=1)
            )
    rows = [row for row in await lines(database, EXPORTS["deliveries"]) if row["id"] is None]
    assert [(row["kind"], row["status"]) for row in rows] == [
        ("notice", "failed"),
        ("notice", "sent"),
        ("reply", "sent"),
    ]


async def test_comments_show_days_only_a_name_only_when_given_and_no_word_once_withdrawn(database: Database) -> None:
    named, nameless, withdrawn = await lines(database, EXPORTS["comments"])
    assert (named["person"], named["words"], named["decision"]) == ("Lise", "-2+3 autobus", "kept")
    assert (nameless["person"], nameless["with_name"], nameless["words"]) == ("", False, "La salle est froide.")
    assert (withdrawn["person"], withdrawn["words"], withdrawn["state"]) == ("", "", "withdrawn")
    for row in (named, nameless, withdrawn):
        assert not any(isinstance(value, dt.datetime) for value in row.values())


async def test_a_claim_is_a_row_with_an_amount_per_kind_that_adds_up(database: Database) -> None:
    [claim] = await lines(database, EXPORTS["claims"])
    assert (claim["number"], claim["person"], claim["state"]) == (12, "Lise", "paid")
    assert (claim["participation"], claim["transport_km"], claim["kilometres"]) == (
        Decimal("110.00"),
        Decimal("27.50"),
        50,
    )
    assert claim["meal"] is None
    assert claim["total"] == claim["participation"] + claim["transport_km"]
    assert (claim["payment_mode"], claim["paid_on"], claim["decided_by"]) == ("cheque", DAY, "Maude")


async def test_no_column_says_that_someone_took_part_from_afar(database: Database) -> None:
    async with database.write() as session:
        session.add(ClaimLine(claim_id=1, kind=LineKind.REMOTE, quantity=1, cents=2000))
    [claim] = await lines(database, EXPORTS["claims"])
    assert claim["participation"] == Decimal("130.00")
    assert not {name for name in claim if "remote" in name}


def test_what_was_paid_and_what_was_said_share_no_column() -> None:
    said = set(EXPORTS["comments"].columns)
    paid = set(EXPORTS["claims"].columns)
    assert not {column for column in paid if "comment" in column}
    assert said & paid <= {"number", "person", "meeting", "roundtable", "state"}


async def test_people_show_each_address_with_its_consent_and_the_words_of_it(database: Database) -> None:
    rows = await lines(database, EXPORTS["people"])
    assert [row["person"] for row in rows] == ["Maude", "Lise", '=HYPERLINK("http://x")']
    lise = rows[1]
    assert (lise["roles"], lise["roundtables"], lise["channel"]) == ("expert", "COCO", "sms")
    assert (lise["address"], lise["consent"], lise["consent_words"]) == ("+1819***0101", "given", "oui je veux")
    assert lise["consent_at"] == NOW


async def test_a_meeting_shows_presence_beside_what_is_unanswered(database: Database) -> None:
    [meeting] = await lines(database, EXPORTS["meetings"])
    assert (meeting["number"], meeting["roundtable"], meeting["points"]) == (1, "COCO", 1)
    assert (meeting["said_coming"], meeting["came_in_person"], meeting["came_comment"]) == (1, 1, 0)
    assert (meeting["comments"], meeting["comments_kept"], meeting["comments_unanswered"]) == (2, 1, 1)


@pytest.mark.parametrize(("since", "until", "expected"), [(0, 0, 4), (1, 1, 1), (0, 1, 5), (-9, -1, 0)])
async def test_the_days_asked_for_are_local_and_both_included(
    database: Database, since: int, until: int, expected: int
) -> None:
    days = {"since": DAY + dt.timedelta(days=since), "until": DAY + dt.timedelta(days=until)}
    assert len(await lines(database, EXPORTS["deliveries"], **days)) == expected


async def test_the_ledger_is_exported_as_proof_with_every_yes_and_every_no(database: Database) -> None:
    async with database.write() as session:
        contact = await session.get_one(Contact, 2)
        asked = {"words": "ARRET", "source": "text", "now": NOW + dt.timedelta(days=1)}
        await record_consent(session, contact, given=False, person_id=2, **asked)
    rows = [row for row in await lines(database, EXPORTS["consents"]) if row["person"] == "Lise"]
    assert [(row["given"], row["words"], row["address"]) for row in rows] == [
        (True, "oui je veux", "+1819***0101"),
        (False, "ARRET", "+1819***0101"),
    ]
    later = await lines(database, EXPORTS["consents"], since=DAY + dt.timedelta(days=1))
    assert [row["words"] for row in later] == ["ARRET"]
