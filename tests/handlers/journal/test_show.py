"""/journal, as a coordinator reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import delete, select

from bot.installation import build_installation
from bot.settings import Settings
from db.journal import Entry, write_entry
from db.journal.chain import verify
from db.people import Person, Role
from db.session import Database
from handlers.acting import Acting, Actor, ActResult, Refused, unattended
from handlers.installation import Installation
from handlers.journal import acts
from handlers.journal.due import seal
from messages import Channel
from tests.support.env import ENV, catalogue
from tests.support.filled import DAY, NOW, fill

LATER = NOW + dt.timedelta(hours=1)
MAUDE = Actor(1, "Maude", "maude", frozenset({Role.COORDINATOR}), "telegram")


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    opened = Database(sqlite_url)
    await fill(opened)
    yield opened
    await opened.close()


@pytest.fixture
def installation() -> Installation:
    return build_installation(Settings.load(env=ENV), catalogue())


async def asked(database: Database, installation: Installation, words: str, actor: Actor = MAUDE) -> ActResult:
    async with database.write() as session:
        found = await acts.understood(unattended(session, installation, LATER), words)
        return await acts.show(Acting(session, installation, actor, LATER), found)


async def told(database: Database, installation: Installation, words: str, language: str = "fr") -> str:
    said = catalogue().text((await asked(database, installation, words)).text, language, Channel.TELEGRAM)
    return said.replace("\u00a0", " ")


async def test_the_latest_lines_are_sentences_with_names(database: Database, installation: Installation) -> None:
    words = await told(database, installation, "")
    assert "Maude : rencontre déplacée, 3 personnes prévenues (rencontre 1)" in words
    assert "8 décembre 2026 14 h 32" in words


async def test_what_happens_to_a_comment_has_no_minute_and_comes_last_in_its_day(
    database: Database, installation: Installation
) -> None:
    lines = (await told(database, installation, "2026-12-08")).splitlines()
    assert lines[-3:-1] == [
        "8 décembre 2026 - Lise : commentaire no 1 noté",
        "8 décembre 2026 - Porte-voix : commentaire no 2 noté",
    ]


@pytest.mark.parametrize("words", ["8 décembre", "hier", "2026-12-08", "mardi 8 décembre 2026"])
async def test_a_day_counts_what_was_exchanged(database: Database, installation: Installation, words: str) -> None:
    async with database.write() as session:
        found = await acts.understood(
            unattended(session, installation, NOW + dt.timedelta(days=words == "hier")), words
        )
        done = await acts.show(Acting(session, installation, MAUDE, NOW), found)
    said = catalogue().text(done.text, "fr", Channel.TELEGRAM).splitlines()
    assert said[-1] == "Ce jour-là : 2 messages reçus, 4 envoyés (livré : 1, échoué : 1 et envoyé : 2)"


async def test_a_person_s_conversation_is_counted_by_day_and_its_reminders_are_shown_with_their_fate(
    database: Database, installation: Installation
) -> None:
    words = await told(database, installation, "lise")
    assert "8 décembre 2026 14 h 36 - Porte-voix : rappel, par texto : échoué" in words
    assert "8 décembre 2026 - messages reçus : 2, réponses : 1" in words
    assert "bonjour" not in words


async def test_looking_at_a_person_s_lines_leaves_a_line(database: Database, installation: Installation) -> None:
    await told(database, installation, "Lise")
    async with database.read() as session:
        entry = (await session.scalars(select(Entry).order_by(Entry.id.desc()).limit(1))).one()
        lise = await session.get_one(Person, 2)
    assert (entry.act, entry.subject) == ("journal.seen", lise.pseudonym)


@pytest.mark.parametrize("words", ["rencontre 1", "meeting 1", "1", "rencontre no 1"])
async def test_a_meeting_shows_its_own_lines_and_its_comments_and_no_claim(
    database: Database, installation: Installation, words: str
) -> None:
    async with database.write() as session:
        await write_entry(session, "claims.submitted", now=NOW, thing="claim", thing_id=1)
    done = await asked(database, installation, words)
    assert len(done.data["lines"]) == 3
    assert not any("demande" in line["words"] for line in done.data["lines"])


@pytest.mark.parametrize(
    ("words", "reason"),
    [("Personne-ici", "journal-no-such-person"), ("rencontre 99", "journal-no-such-meeting")],
)
async def test_what_cannot_be_found_is_said_with_an_example(
    database: Database, installation: Installation, words: str, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        await asked(database, installation, words)
    assert refused.value.reason.id == reason


async def test_two_people_of_one_name_are_named_with_their_numbers(
    database: Database, installation: Installation
) -> None:
    async with database.write() as session:
        session.add(Person(id=9, organisation_id=1, name="Lise", created_at=NOW))
    with pytest.raises(Refused) as refused:
        await asked(database, installation, "Lise")
    assert refused.value.reason.args["names"] == "Lise (2), Lise (9)"


@pytest.mark.parametrize("via", ["sms", "telegram"])
async def test_only_a_coordinator_sees_the_journal_and_never_by_text(
    database: Database, installation: Installation, via: str
) -> None:
    roles = frozenset({Role.COORDINATOR}) if via == "sms" else frozenset({Role.MEMBER})
    with pytest.raises(Refused):
        await asked(database, installation, "", Actor(1, "X", "x", roles, via))


async def test_an_erased_person_is_nobody_and_the_chain_still_holds(
    database: Database, installation: Installation
) -> None:
    async with database.write() as session:
        await session.execute(delete(Person).where(Person.id == 3))
        lise = await session.get_one(Person, 2)
        lise.pseudonym = "given away"
    assert "une personne effacée : commentaire no 1 noté" in await told(database, installation, "")
    async with database.read() as session:
        assert (await verify(session)).broken is None


async def test_an_entry_whose_words_were_lost_is_shown_by_its_name(
    database: Database, installation: Installation
) -> None:
    async with database.write() as session:
        await write_entry(session, "old.forgotten_act", now=NOW)
    assert "Porte-voix : old.forgotten_act" in await told(database, installation, "")


async def test_a_coordinator_reads_in_their_language(database: Database, installation: Installation) -> None:
    assert "Porte-voix: sending finished (sending 1)" in await told(database, installation, "", "en")


async def test_the_hour_seals_what_was_written(database: Database, installation: Installation) -> None:
    async with database.write() as session:
        await write_entry(session, "people.joined", now=NOW)
        assert await seal(unattended(session, installation, NOW)) == 1
        assert await seal(unattended(session, installation, NOW)) == 0
    assert NOW.date() == DAY
