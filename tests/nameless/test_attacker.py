"""The attacker of docs/nameless.md: with everything but the key, they do no better than guessing."""

from __future__ import annotations

import asyncio
import base64
import copy
import datetime as dt
import itertools
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.seals import Seals
from db.path_key import PathKey
from db.session import Database
from tests.nameless import attacks, machine
from tests.nameless.attacks import LIMITS, Found, Held, chance
from tests.nameless.machine import COPY, ENVIRONMENT, MACHINE_WAYS, SEALS, files_in
from tests.nameless.region import (
    PEOPLE,
    Machine,
    Region,
    Rows,
    copied,
    copy_of,
    lived,
    person_files,
    sealed_rows,
    settled,
    written,
)
from tests.nameless.server import SERVER_WAYS
from tests.support.phones import ENV, Town

WAYS = (*attacks.WAYS, *MACHINE_WAYS, *SERVER_WAYS)
KEY = bytes(range(100, 132))  # the one thing that the attacker lacks
SEED = 20260202
MOST = 1.5  # times the chance of a guess
PROMISE = Path(__file__).resolve().parents[2] / "docs" / "nameless.md"
START = dt.datetime(2026, 2, 1, 15, tzinfo=dt.UTC)


@dataclass
class Played:
    """What the attacker holds, and what they do not."""

    held: Held
    sealed: Rows
    authors: dict[int, int]  # id of a nameless comment -> its author
    gone: dict[str, int]
    order: list[int]  # ids, in the order of writing


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The region, lived once on each database for all the tests of this file; a minute of processor each."""
    folder = tmp_path_factory.mktemp("region")
    if request.param == "sqlite":
        (folder / "portevoix.sqlite3").write_bytes(request.getfixturevalue("_sqlite_template").read_bytes())
        yield asyncio.run(play(f"sqlite+aiosqlite:///{folder / 'portevoix.sqlite3'}", folder))
        return
    from tests.support.postgres import temporary_database

    server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("_postgres_template")
    with temporary_database(server, template) as name:
        yield asyncio.run(play(server.url(name), folder))


async def play(url: str, folder: Path) -> Played:
    """`folder`: of the machine; the SQLite database is in it, PostgreSQL has its own files elsewhere."""
    town = await Town(Database(url, key=PathKey(KEY)), START).open()
    seals = Seals(folder / SEALS, PathKey(KEY), folder / COPY)
    region = Region(town, random.Random(SEED), machine=Machine(folder, seals))
    (folder / ENVIRONMENT).write_text("".join(f"{name}={value}\n" for name, value in ENV.items()))
    with capture_logs() as log:
        assert region.machine is not None
        await region.machine.ticked(town)
        await settled(region)
        await copied(region)()
        await lived(region)
    region.copies.append(await copy_of(town))
    files = files_in(folder)
    addresses = {phone.address: person for person, phone in region.phones.items()}
    held = Held(region.copies, str(log), files, addresses, await person_files(town, region))
    by_words = {attacks.words_of(row): row["id"] for row in held.comments}
    authors = {by_words[attacks.words_of({"words": words})]: person for words, person in region.authors.items()}
    sealed = await sealed_rows(town)
    await town.close()
    return Played(
        held, sealed, authors, region.gone, [by_words[attacks.words_of({"words": words})] for words in region.order]
    )


def times_a_guess(found: Found, authors: dict[int, int]) -> float:
    """How many times the chance of a guess this way gives to the true authors, on average."""
    chances = [chance(found.get(comment, set()), author, PEOPLE) for comment, author in authors.items()]
    return PEOPLE * sum(chances) / len(chances)


def test_there_is_something_to_find(played: Played) -> None:
    assert len(played.authors) == 24
    assert len(set(played.authors.values())) > 12
    assert {row["state"] for row in played.held.comments} >= {"read", "withdrawn"}


def test_the_attacker_has_every_file_of_the_machine_but_the_key(played: Played) -> None:
    held = played.held
    assert {SEALS, COPY, ENVIRONMENT, "copy-0.zip/manifest.json", "copy-2.zip/tables/comments.jsonl"} <= set(held.files)
    assert len(machine.seals(held)) > 40, "the journal grew on many hours"
    assert [rows["comments"] for rows in machine.backups(held)][-1]
    for content in held.files.values():
        assert KEY not in content
        assert base64.urlsafe_b64encode(KEY)[:-4] not in content
        assert KEY.hex().encode() not in content


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_way_finds_authors_better_than_a_guess(played: Played, way: Callable[[Held], Found]) -> None:
    assert times_a_guess(way(played.held), played.authors) <= MOST


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_way_finds_any_one_author(played: Played, way: Callable[[Held], Found]) -> None:
    """Not on average: what only an author leaves must not be there for one of them."""
    found = way(played.held)
    named = {c: found[c] for c, author in played.authors.items() if found.get(c) and len(found[c]) <= 3}
    right = [c for c, people in named.items() if played.authors[c] in people]
    assert len(right) <= len(named) / 4, f"{len(right)} authors are among {len(named)} short lists"


@pytest.mark.parametrize(("way", "sentence", "most"), LIMITS, ids=[way.__name__ for way, _, _ in LIMITS])
def test_an_absence_beside_it_and_a_copy_of_each_day_still_tell_something_and_the_page_says_so(
    played: Played, way: Callable[[Held], Found], sentence: str, most: float
) -> None:
    """A quarter of the authors say "absent" in the same message or a minute before; the days are copied one by one."""
    assert sentence in PROMISE.read_text()
    assert times_a_guess(way(played.held), played.authors) <= most


def test_numbers_and_ids_tell_no_order(played: Played) -> None:
    rows = {row["id"]: row for row in played.held.comments}
    numbers = [rows[comment]["number"] for comment in played.order]
    assert all(number > 5000 for number in numbers)
    assert not in_order(numbers)
    assert not in_order(played.order)


def in_order(values: list[int]) -> bool:
    """More neighbours follow each other than lots drawn would, but once in a thousand."""
    rising = sum(before < after for before, after in itertools.pairwise(values))
    return not 4 <= rising <= len(values) - 5


def test_what_is_sealed_is_as_long_for_all_and_tells_nothing(played: Played) -> None:
    assert {set(row) == {"id", "comment_id", "sealed"} for row in played.sealed} == {True}
    assert len({len(row["sealed"]) for row in played.sealed}) == 1
    assert len({row["sealed"][:24] for row in played.sealed}) == len(played.sealed)
    authors = {row["comment_id"] for row in played.sealed}
    assert set(played.authors) <= authors


def test_words_that_were_taken_back_stand_nowhere(played: Played) -> None:
    """Not in a row, not in an export, not in a byte of a file."""
    last = played.held.copies[-1]
    whole = written(last.tables) + written(list(last.exports.values()))
    assert played.gone
    for words in played.gone:
        mark = attacks.words_of({"words": words})
        assert mark not in whole
        assert not [name for name, content in played.held.files.items() if mark.encode() in content]


def test_the_words_of_a_nameless_comment_stand_in_its_row_alone(played: Played) -> None:
    for row in played.held.comments:
        if row["words"]:
            mark = attacks.words_of(row)
            assert {name for name, rows in played.held.last.items() if mark in written(rows)} == {"comments"}


# -- the attacker is able to win ---------------------------------------------------------------------------------


def leaving(played: Played, table: str, **values: Any) -> Held:
    """What is held, had each author left such a row."""
    held = copy.deepcopy(played.held)
    contacts = {row["person_id"]: row for row in held.last["contacts"]}
    days = {row["id"]: row["confirmed_on"] for row in held.comments}
    model = dict.fromkeys(held.last[table][0]) if held.last[table] else {}
    for place, (comment, author) in enumerate(played.authors.items()):
        at = dt.datetime.combine(days[comment], dt.time(17), dt.UTC)
        whose = {"id": 10**15 + place * 100, "person_id": author, "contact_id": contacts[author]["id"]}
        moments = dict.fromkeys(("received_at", "handled_at", "queued_at", "asked_at", "started_at", "created_at"), at)
        meeting = {"meeting_id": next(r["meeting_id"] for r in held.comments if r["id"] == comment)}
        held.last[table].append({**model, **whose, **moments, **meeting, **values})
    return held


PLANTED: tuple[tuple[Callable[[Held], Found], str, dict[str, Any]], ...] = (
    (attacks.replies_without_words, "deliveries", {"body": "", "kind": "reply", "channel": "sms", "provider_id": None}),
    (attacks.blanked_messages, "incoming", {"text": "", "kind": "text", "sender": "x"}),
    (attacks.keywords, "incoming", {"text": "COMMENTAIRE", "kind": "text", "sender": "x"}),
    (attacks.remote_participations, "remote_participations", {}),
    (attacks.talks, "dialogues", {"name": "comment"}),
    (attacks.broken_references, "deliveries", {"incoming_id": 12, "body": "x", "provider_id": None}),
    (attacks.calls_to_make, "tasks", {"incoming_id": None, "note": ""}),
)


@pytest.mark.parametrize(("way", "table", "values"), PLANTED, ids=[way.__name__ for way, _, _ in PLANTED])
def test_had_the_trace_been_left_the_way_would_find(
    played: Played, way: Callable[[Held], Found], table: str, values: dict[str, Any]
) -> None:
    assert times_a_guess(way(leaving(played, table, **values)), played.authors) > MOST


def sealed_at_its_hour(held: Held, comment: int, at: dt.datetime, number: int) -> None:
    """The journal learns of a comment when it is written, and the file of seals says the hour."""
    place = 10**6 + number
    entry = dict.fromkeys(held.last["journal"][0]) | {"thing": "comment", "thing_id": number, "place": place}
    held.last["journal"].append(entry | {"at": at.replace(hour=0), "act": "comments.confirmed"})
    held.files[SEALS] += f"seal {at.replace(minute=0).isoformat()} {place}:{'0' * 64} {'0' * 64}\n".encode()


@pytest.mark.parametrize("way", [machine.hours_of_the_seals, machine.hours_without_an_entry])
def test_had_the_hour_of_the_writing_been_sealed_the_file_of_seals_would_tell(
    played: Played, way: Callable[[Held], Found]
) -> None:
    held = leaving(played, "incoming", text="merci", kind="text", sender="x")
    for comment, _author in played.authors.items():
        row = next(one for one in held.comments if one["id"] == comment)
        at = dt.datetime.combine(row["confirmed_on"], dt.time(17), dt.UTC)
        sealed_at_its_hour(held, comment, at, row["number"])
    # Of that hour the journal says nothing else.
    held.last["journal"] = [row for row in held.last["journal"] if row["at"].hour not in (16, 17)]
    assert times_a_guess(way(held), played.authors) > MOST


def test_had_a_backup_kept_the_author_it_would_tell(played: Played) -> None:
    held = copy.deepcopy(played.held)
    manifest = {"tables": [{"name": "incoming", "columns": ["person_id", "text"]}]}
    rows = [
        [played.authors[row["id"]], row["words"]]
        for row in held.comments
        if row["words"] and row["id"] in played.authors
    ]
    held.files["copy-9.zip/tables/incoming.jsonl"] = b"\n".join(json.dumps(row).encode() for row in rows)
    held.files["copy-9.zip/manifest.json"] = json.dumps(manifest).encode()
    assert times_a_guess(machine.authors_in_a_backup(held), played.authors) > MOST
