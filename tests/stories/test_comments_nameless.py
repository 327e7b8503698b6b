"""A comment without a name, told as phones see it; then every table is searched, on both databases, for its author."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from db.comments.tables import Comment, CommentState
from db.deliveries import Delivery
from db.exports import EXPORTS, Span
from db.journal.chain import seal_entries, verify
from db.meetings.tables import Meeting
from db.session import Database
from db.tables import metadata
from handlers.journal.export import journal_export
from tests.support.claims import expert
from tests.support.comments import comments_of, open_meeting, the_comment, write_words
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town, folded

TUESDAY = dt.date(2026, 2, 10)
SECRET = "zirconium"
WORDS = f"la salle est ben trop froide pour ma {SECRET}"
PHONE = "+18195550107"
# Where the words of a nameless comment, and the way back to its author, may stand.
OWN_TABLES = {"comments", "return_paths"}
# They know how many messages are gone, of nobody, and their day.
APART = {"remote_participations", "counters", "provider_copies", "forgotten_messages"}
Talking = Callable[[Phone], Awaitable[None]]


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with one_town(database_url) as found:
        yield found


@contextlib.asynccontextmanager
async def one_town(url: str) -> AsyncIterator[Town]:
    town = Town(Database(url), dt.datetime(2026, 2, 9, 20, 0, 7, tzinfo=dt.UTC))
    try:
        yield await town.open()
    finally:
        await town.close()


async def rose_and_others(town: Town) -> tuple[Phone, Phone, Meeting]:
    """Maude coordinates; Rose (an expert) and Luc sit at the table."""
    maude = await coordinator(town)
    phone = town.sms(PHONE)
    rose = await expert(town, phone)
    luc = await settle_in(town, town.sms("+18195550108"), "Luc")
    meeting = await open_meeting(town, TUESDAY, rose, luc, agenda=("Le local",))
    return maude, phone, meeting


async def everything(town: Town) -> dict[str, list[dict[str, Any]]]:
    """table -> its rows, whole."""
    async with town.database.read() as session:
        return {
            table.name: [dict(row) for row in (await session.execute(select(table))).mappings()]
            for table in metadata.sorted_tables
        }


async def holding(town: Town, words: str) -> set[str]:
    """The tables in which these words stand, whatever their case and accents, in any column."""
    return {
        name
        for name, rows in (await everything(town)).items()
        if any(folded(words) in folded(json.dumps(row, default=str, ensure_ascii=False)) for row in rows)
    }


# -- the ways to write without a name ----------------------------------------------------------------------------


async def by_a_choice(phone: Phone) -> None:
    await phone.text(f"COMMENTAIRE {WORDS}")
    await phone.text("1")
    await phone.expect_any("C'est exact?")
    await phone.text("3")
    await phone.expect_any("sans votre nom", SECRET)
    await phone.text("1")


async def by_a_keyword(phone: Phone) -> None:
    await phone.text("NON")
    await phone.text("COMMENTAIRE")
    await phone.text(WORDS)
    await phone.town.move(minutes=3)
    await phone.expect_any("C'est exact?")
    await phone.text("SANS MON NOM")
    await phone.expect("sans votre nom", SECRET)
    await phone.text("oui")


async def in_their_own_words(phone: Phone) -> None:
    await phone.text(f"dites pas mon nom svp. {WORDS} pis on gele toute la gang")
    await phone.expect_any("sans votre nom")
    await phone.text("1")


async def after_corrections(phone: Phone) -> None:
    await phone.text(f"COMMENTAIRE brouillon {SECRET}")
    await phone.text("1")
    await phone.expect_any("C'est exact?")
    await phone.text("SANS MON NOM")
    await phone.text("CORRIGE")
    await phone.text(WORDS)
    await phone.text("1")
    await phone.expect_any("sans votre nom", "froide")
    await write_words(phone, f"et encore un mot sur ma {SECRET}")
    await phone.expect("sans votre nom", "encore un mot")
    await phone.text("1")


async def asked_whether_they_are_words(phone: Phone) -> None:
    await phone.text("COMMENTAIRE")
    await phone.text(f"OUI mais pas avec ma {SECRET}")
    await phone.expect_any("Cela fait partie de vos mots pour la table?")
    await phone.text("1")
    await phone.expect("C'est garde")
    await phone.text(WORDS)
    await phone.text("1")
    await phone.expect_any("C'est exact?")
    await phone.text("3")
    await phone.expect("sans votre nom")
    await phone.text("1")


async def insisting_when_asked_whether_they_are_words(phone: Phone) -> None:
    await phone.text("COMMENTAIRE")
    await phone.text(f"{WORDS}, sans mon nom")
    await phone.expect_any("Cela fait partie de vos mots pour la table?")
    await phone.text("SANS MON NOM")
    await phone.expect_any("vos mots seront lus sans votre nom")
    await phone.town.move(minutes=3)
    await phone.expect_any("sans votre nom", SECRET)
    await phone.text("1")


async def beside_a_question(phone: Phone) -> None:
    await phone.text(f"COMMENTAIRE {WORDS}")
    await phone.text("1")
    await phone.text("TARIFS")
    await phone.text("STATUT")
    await phone.text("3")
    await phone.text("oui")


async def once_confirmed(phone: Phone) -> None:
    await phone.text(f"COMMENTAIRE {WORDS}")
    await phone.text("1")
    await phone.text("1")
    await phone.expect_any("Commentaire no 1")
    await phone.text("SANS MON NOM")
    await phone.expect("lus sans votre nom")


async def with_leaving(phone: Phone) -> None:
    await phone.text(f"jirai pu a vos rencontres, {WORDS}")
    await phone.expect_any("Denis peut lire ceci", "D'accord?")
    await phone.text("3")
    await phone.expect_any("sans votre nom")
    await phone.text("1")


WAYS = [
    by_a_choice,
    by_a_keyword,
    in_their_own_words,
    after_corrections,
    asked_whether_they_are_words,
    insisting_when_asked_whether_they_are_words,
    beside_a_question,
    once_confirmed,
    with_leaving,
]


@pytest.mark.parametrize("way", WAYS)
async def test_the_words_stand_in_the_comment_alone_which_knows_neither_who_nor_when(town: Town, way: Talking) -> None:
    _, phone, _ = await rose_and_others(town)
    with capture_logs() as logs:
        await way(phone)
        await town.tick()
    [comment] = [c for c in await comments_of(town) if not c.with_name]
    assert SECRET in comment.words
    assert await holding(town, SECRET) == {"comments"}
    assert SECRET not in str(logs)
    assert PHONE not in str(logs)
    kept = {column.name: getattr(comment, column.name) for column in Comment.__table__.columns}
    assert not [name for name, value in kept.items() if isinstance(value, dt.datetime)]
    assert (comment.person_id, comment.incoming_ids, comment.state) == (None, [], CommentState.CONFIRMED)
    assert comment.number > 5000
    assert comment.id < 0


@pytest.mark.parametrize("way", [by_a_choice, once_confirmed])
async def test_its_number_leads_to_nobody_through_its_whole_life(town: Town, way: Talking) -> None:
    maude, phone, meeting = await rose_and_others(town)
    await way(phone)
    [comment] = [c for c in await comments_of(town) if not c.with_name]
    await town.move(to=town.local(2026, 2, 10, 8))
    await phone.forget()
    await maude.tell(f"/commentaires {meeting.id}")
    await phone.expect(f"no {comment.number}", "Denis")
    await town.move(to=town.local(2026, 2, 10, 17))
    await maude.tell(f"/lu {meeting.id}")
    await phone.expect_any(f"no {comment.number}", "lu a la table")
    await maude.tell(f"/suite {comment.number} retenu Il y aura un chauffage.")
    await phone.expect_any(f"no {comment.number}", "retenu", "chauffage")
    await phone.text("STATUT")
    await town.move(days=2)
    for name, rows in (await everything(town)).items():
        for row in rows:
            if names(comment.number, row) or row.get("comment_id") == comment.id:
                assert name in OWN_TABLES or is_nobodys(name, row), (name, row)
    async with town.database.read() as session:
        by_path = list(await session.scalars(select(Delivery).where(Delivery.return_path_id.is_not(None))))
    assert len(by_path) == 3
    for sent in by_path:
        assert (sent.person_id, sent.contact_id, sent.question_id, sent.incoming_id) == (None, None, None, None)
        assert (sent.body, sent.id < 0) == ("", True)
        assert {town.installation.local(at).time() for at in (sent.queued_at, sent.sent_at) if at} == {dt.time(12)}


async def test_with_buttons_too_the_words_and_the_presses_are_forgotten(town: Town) -> None:
    chat = town.telegram("2002")
    person = await expert(town, chat)
    await open_meeting(town, TUESDAY, person, agenda=("Le local",))
    await chat.text("COMMENTAIRE")
    await chat.text(WORDS)
    await chat.text("1")
    await chat.expect_any("C'est exact?")
    await chat.press("sans mon nom")
    await chat.expect("sans votre nom")
    await chat.press("oui")
    await chat.expect("sans votre nom. Denis")
    await town.tick()
    assert await holding(town, SECRET) == {"comments"}
    rows = await everything(town)
    assert [r["kind"] for r in rows["incoming"]][1:] == ["text"] * (len(rows["incoming"]) - 1)
    assert [r["payload"] for r in rows["incoming"]][1:] == [None] * (len(rows["incoming"]) - 1)
    assert not [r for r in rows["deliveries"] if "sans" in folded(r["body"] or "") or r["buttons"]]


def names(number: int, row: dict[str, Any]) -> bool:
    """The number stands in it by itself, not as part of something drawn at random."""
    return re.search(rf"(?<!\w){number}(?!\w)", json.dumps(row, default=str)) is not None


def is_nobodys(table: str, row: dict[str, Any]) -> bool:
    """An act of the coordination on the comment and its check page, a list they were sent, the day's journal line."""
    maudes = table in ("deliveries", "incoming", "dialogues", "questions") and row["person_id"] == 1
    return maudes or (table == "journal" and row["subject"] is None)


async def test_its_author_takes_it_back_and_asking_leaves_nothing(town: Town) -> None:
    _, phone, _ = await rose_and_others(town)
    await by_a_choice(phone)
    comment = await the_comment(town)
    await phone.forget()
    await phone.text("RETIRER")
    await phone.expect("Enlever votre commentaire sans nom?")
    await phone.text("oui")
    await phone.expect(f"no {comment.number} est enleve")
    await town.tick()
    assert (await the_comment(town)).words == ""
    rows = await everything(town)
    assert [q for q in rows["questions"] if q["topic"].startswith("comments.w")] == []
    theirs = [r for r in (*rows["deliveries"], *rows["incoming"]) if r.get("person_id") == 2]
    said = folded(json.dumps([r.get("body") or r.get("text") or "" for r in theirs]))
    assert "retirer" not in said
    assert "enlever votre" not in said
    assert not re.search(rf"\b{comment.number}\b", said)


async def test_a_question_about_it_that_was_never_answered_is_forgotten_the_day_after(town: Town) -> None:
    _, phone, _ = await rose_and_others(town)
    await by_a_choice(phone)
    await phone.text("RETIRER")
    await phone.expect_any("Enlever votre commentaire sans nom?")
    await town.move(hours=26)
    rows = await everything(town)
    assert [q for q in rows["questions"] if q["topic"].startswith("comments.w")] == []
    assert await holding(town, "Enlever votre commentaire") == set()


async def test_a_name_taken_back_leaves_the_lists_that_showed_it(town: Town) -> None:
    maude, phone, meeting = await rose_and_others(town)
    await phone.text(f"COMMENTAIRE {WORDS}")
    await phone.text("1")
    await phone.text("1")
    await maude.tell(f"/commentaires {meeting.id}")
    await maude.expect_any("no 1 (Rose)", SECRET)
    await phone.forget()
    await phone.text("SANS MON NOM")
    await phone.expect("lus sans votre nom", "deja vu")
    await town.tick()
    assert await holding(town, SECRET) == {"comments"}
    await town.move(to=town.local(2026, 2, 10, 8))
    await maude.tell(f"/commentaires {meeting.id}")
    await maude.expect_any("(sans nom)", SECRET)
    old, new = await comments_of(town)
    assert (old.number, old.state, old.words) == (1, CommentState.WITHDRAWN, "")
    assert (new.with_name, new.person_id, new.words) == (False, None, WORDS)


async def test_words_that_were_to_be_nobodys_are_not_shown_to_anybody_when_the_talk_expires(town: Town) -> None:
    maude, phone, _ = await rose_and_others(town)
    await phone.text(f"COMMENTAIRE {WORDS}")
    await phone.text("1")
    await phone.text("3")
    await phone.forget()
    await town.move(days=4)
    await phone.expect_any("Personne n'a lu vos mots")
    assert await holding(town, SECRET) == set()
    await maude.forget()
    await maude.text("/appels")
    assert not any(SECRET in said.text for said in maude.all)


async def test_no_export_and_no_journal_leads_to_the_author(town: Town) -> None:
    _, phone, _ = await rose_and_others(town)
    await phone.text("COMMENTAIRE le camp est trop tot le matin pour nous")
    await phone.text("1")
    await phone.text("1")
    await by_a_choice(phone)
    await town.move(days=2)
    async with town.database.write() as session:
        await seal_entries(session)
        assert not (await verify(session)).why
        span = Span(town.installation.zone)
        exported = {name: [row async for row in export.rows(session, span)] for name, export in EXPORTS.items()}
        exported["journal"] = [row async for row in journal_export(town.installation).rows(session, span)]
    number = next(c.number for c in await comments_of(town) if not c.with_name)
    for name, rows in exported.items():
        for row in rows:
            shown = folded(json.dumps([str(value) for value in row], ensure_ascii=False))
            if SECRET in shown or str(number) in shown:
                assert "rose" not in shown, (name, row)
                assert not [value for value in row if isinstance(value, dt.datetime)], (name, row)
    assert any(SECRET in str(row) for row in exported["comments"])
    assert any(str(number) in str(row) for row in exported["journal"])


async def test_no_number_is_missing_between_two_named_comments_and_no_id_says_what_stood_then(town: Town) -> None:
    """A nameless comment before the first named one: an id that the database gave would follow it."""
    _, phone, _ = await rose_and_others(town)
    await by_a_choice(phone)
    await phone.text("vous pouvez mettre mon nom")
    for words in ("le camp est trop tot le matin pour nous", "les boites sont trop lourdes pour les vieux"):
        await phone.text(f"COMMENTAIRE {words}")
        await phone.text("1")
        await phone.text("1")
    named = [c for c in await comments_of(town) if c.with_name]
    assert [c.number for c in named] == [1, 2]
    ids = sorted(c.id for c in await comments_of(town))
    assert ids[-1] < 0
    assert min(after - before for before, after in itertools.pairwise(ids)) > 1


async def test_the_export_of_comments_is_in_the_order_of_their_numbers(town: Town) -> None:
    _, phone, _ = await rose_and_others(town)
    for _ in range(3):
        await phone.text("COMMENTAIRE le camp est trop tot le matin pour nous")
        await phone.text("1")
        await phone.text("1")
    await by_a_choice(phone)
    await town.move(days=2)
    async with town.database.read() as session:
        export = EXPORTS["comments"]
        numbers = [row[0] async for row in export.rows(session, Span(town.installation.zone))]
    assert len(numbers) == 4
    assert numbers == sorted(numbers)


# -- what the author's side looks like ---------------------------------------------------------------------------


@pytest.fixture(params=["sqlite", "postgresql"])
def two_urls(request: pytest.FixtureRequest, tmp_path: Any) -> Iterator[tuple[str, str]]:
    """Two databases of the same kind, each with every table and no row."""
    if request.param == "sqlite":
        template = request.getfixturevalue("_sqlite_template")
        copies = []
        for name in ("confirmed", "dropped"):
            (tmp_path / name).write_bytes(template.read_bytes())
            copies.append(f"sqlite+aiosqlite:///{tmp_path / name}")
        yield copies[0], copies[1]
        return
    from tests.support.postgres import temporary_database

    server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("_postgres_template")
    with temporary_database(server, template) as one, temporary_database(server, template) as other:
        yield server.url(one), server.url(other)


async def without_a_choice(phone: Phone, last: Sequence[str]) -> None:
    await phone.text("COMMENTAIRE")
    await phone.text(WORDS)
    await phone.text("1")
    await phone.expect_any("C'est exact?")
    for words in last:
        await phone.text(words)


async def test_whoever_confirms_without_a_name_looks_like_whoever_took_their_words_back(
    two_urls: tuple[str, str],
) -> None:
    """The same talk but for its last answers: "without my name" then "yes", or "without my name" then "withdraw"."""
    seen = []
    for url, last in zip(two_urls, (("3", "1"), ("3", "4")), strict=True):
        async with one_town(url) as town:
            town.now = town.local(2026, 2, 5)  # days before the meeting: the coordination is told of nothing yet
            _, phone, _ = await rose_and_others(town)
            await without_a_choice(phone, last)
            await town.tick()
            assert len([c for c in await comments_of(town) if not c.with_name]) == (1 if last[1] == "1" else 0)
            rows = await everything(town)
            seen.append({name: plain(rows[name]) for name in rows if name not in OWN_TABLES | APART})
    for name in seen[0]:
        assert seen[0][name] == seen[1][name], name


RANDOM = re.compile(r"[0-9a-f]{32,64}")


def plain(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Without what is drawn at random for each person, and without how long a confirmation is."""
    kept = [{key: value for key, value in row.items() if key not in ("cost", "segments")} for row in rows]
    return [RANDOM.sub("-", json.dumps(row, default=str, sort_keys=True)) for row in kept]


@pytest.mark.parametrize("last", [("3", "1"), ("1", "SANS MON NOM"), ("4",)])
async def test_whoever_cannot_come_and_takes_words_or_name_back_looks_like_whoever_cannot_come(
    two_urls: tuple[str, str], last: Sequence[str]
) -> None:
    """In one message, "I cannot come, but tell them": what stays is what ABSENT alone would have left."""
    seen = []
    for url, said in zip(two_urls, (["ABSENT"], [f"je peux pas mardi, dites-leur que {WORDS}", *last]), strict=True):
        async with one_town(url) as town:
            town.now = town.local(2026, 2, 5)
            _, phone, _ = await rose_and_others(town)
            began = town.now
            for words in said:
                await phone.text(words)
            await town.tick()
            assert any(c.words for c in await comments_of(town)) == (len(said) > 1 and last[-1] != "4")
            rows = await everything(town)
            seen.append({name: alike(rows[name], began) for name in rows if name not in OWN_TABLES | APART})
    for name in seen[0]:
        assert seen[0][name] == seen[1][name], name


WIDE = re.compile(r"[1-9]\d{17,}")


def alike(rows: Sequence[dict[str, Any]], began: dt.datetime) -> list[str]:
    """Without the numbers that the clock gives, nor the seconds that pass from one message to the next."""
    return [WIDE.sub("-", line) for line in plain(rows)]
