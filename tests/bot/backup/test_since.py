"""What happened since a copy was made still holds once it is put back: stops, roles that ended, words taken back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.backup import make_backup, restore_backup
from db.comments.tables import Comment, CommentState
from db.consent import ConsentEntry, record_consent
from db.contacts import Consent, Contact, contact_at, is_proved
from db.conversations import IncomingMessage
from db.deliveries import ReturnPath
from db.journal import write_entry
from db.people import Code, Person, PersonRole, Role, grant, ungrant
from db.session import AsyncSession, Database
from tests.support.filled import NOW, fill

BEFORE, SINCE, LATER = NOW - dt.timedelta(days=1), NOW + dt.timedelta(hours=3), NOW + dt.timedelta(days=1)
PAUL = 4


@pytest.fixture
async def copy(database_url: str, tmp_path: Path) -> Path:
    """Paul coordinates too, Lise has said yes, and two comments may still be taken back."""
    database = Database(database_url)
    await fill(database)
    async with database.write() as session:
        session.add(Person(id=PAUL, organisation_id=1, name="Paul", created_at=NOW))
        await session.flush()
        await grant(session, PAUL, Role.COORDINATOR)
        await grant(session, 1, Role.COORDINATOR)
        session.add(Code(digest="d" * 64, purpose="coordinator", person_id=PAUL, expires_at=LATER))
        named, nameless = await session.get_one(Comment, 1), await session.get_one(Comment, 2)
        named.state = nameless.state = CommentState.CONFIRMED
    await make_backup(database, tmp_path / "media", tmp_path / "copy.zip", NOW)
    await database.close()
    return tmp_path / "copy.zip"


async def happens_since(session: AsyncSession) -> None:
    await write_entry(session, "people.revoked", now=SINCE, thing="person", thing_id=PAUL)
    await ungrant(session, PAUL, Role.COORDINATOR, SINCE.date())
    lise = await contact_at(session, "sms", "+18195550101")
    assert lise is not None
    await record_consent(session, lise, given=False, words="ARRET", source="text", now=SINCE, person_id=2)
    for number in (1, 2):
        comment = await session.get_one(Comment, number)
        comment.state, comment.words, comment.person_id = CommentState.WITHDRAWN, "", None


async def test_whoever_was_shut_out_said_stop_or_took_their_words_back_since_has_not_done_so_in_vain(
    copy: Path, database_url: str, tmp_path: Path
) -> None:
    database = Database(database_url)
    async with database.write() as session:
        await happens_since(session)
    await database.close()
    done = await restore_backup(copy, database_url, tmp_path / "new", LATER, replace=True)
    again = done.replayed
    assert again is not None
    assert (again.known, again.addresses, again.roles, again.comments) == (True, 1, 1, 2)
    restored = Database(database_url)
    async with restored.read() as session:
        roles = {(row.person_id, row.role) for row in await session.scalars(select(PersonRole))}
        assert (PAUL, Role.COORDINATOR) not in roles
        assert (1, Role.COORDINATOR) in roles
        lise = await contact_at(session, "sms", "+18195550101")
        assert lise is not None
        assert lise.consent is Consent.WITHDRAWN
        lines = list(await session.scalars(select(ConsentEntry).where(ConsentEntry.contact_id == lise.id)))
        assert [(line.given, line.words) for line in lines] == [(True, "oui je veux"), (False, "ARRET")]
        comments = list(await session.scalars(select(Comment).where(Comment.id < 3)))
        assert {(c.state, c.words, c.person_id) for c in comments} == {(CommentState.WITHDRAWN, "", None)}
        assert await session.scalar(select(ReturnPath.id)) is None
        assert (await session.get_one(IncomingMessage, 1)).text == ""
        assert await session.scalar(select(Code.digest)) is None
    await restored.close()


async def test_into_an_empty_database_roles_sleep_until_their_owner_has_a_link(copy: Path, tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'new.sqlite3'}"
    done = await restore_backup(copy, url, tmp_path / "new", LATER)
    assert done.replayed is not None
    assert (done.replayed.known, done.replayed.asleep) == (False, ["Maude", "Paul"])
    restored = Database(url)
    async with restored.read() as session:
        maude = await session.scalar(select(Contact).where(Contact.channel == "telegram"))
        assert maude is not None
        assert not await is_proved(session, maude.id, 1)
        assert await is_proved(session, 2, 2), "Lise, who coordinates nothing, keeps what she proved"
    await restored.close()


async def test_what_stands_in_an_older_database_undoes_nothing(copy: Path, database_url: str, tmp_path: Path) -> None:
    """The database that is replaced knew nothing after the copy: it is not newer, so it is not believed."""
    database = Database(database_url)
    async with database.write() as session:
        await ungrant(session, 1, Role.COORDINATOR, BEFORE.date())
    await database.close()
    done = await restore_backup(copy, database_url, tmp_path / "new", LATER, replace=True)
    assert done.replayed is not None
    assert (done.replayed.known, done.replayed.roles) == (False, 0)


async def test_when_nothing_happened_since_nobody_needs_a_new_link(copy: Path, tmp_path: Path) -> None:
    done = await restore_backup(
        copy, f"sqlite+aiosqlite:///{tmp_path / 'n.sqlite3'}", tmp_path / "n", LATER, go_on=True
    )
    assert done.replayed is None
