"""Each kind of thing, asked for by whoever answers for its territory, for another, for another organisation."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import ColumnElement, select, update

from bot.installation import build_installation
from bot.settings import Settings
from db.claims.tables import Claim
from db.comments.tables import Comment, CommentState
from db.conversations import Task
from db.digests import Digest, DigestItem, ItemState
from db.drafts import Draft
from db.imports import Import
from db.organisations import Organisation
from db.people import Person, Role
from db.privacy.tables import DataRequest, Incident, RequestKind
from db.session import AsyncSession, Database
from handlers import things
from handlers.acting import Acting, Actor, Refused
from handlers.things import Thing
from tests.support.env import ENV, catalogue
from tests.support.filled import NOW, fill

HERE, AWAY = "Grande-Anse", "Trois-Ponts"
EACH = [name for name, thing in vars(things).items() if isinstance(thing, Thing)]
OF_NO_TERRITORY = {"IMPORT", "INCIDENT", "ITEM"}
LISE = 2
# Whose each is: what nobody decides for themself, and whose file says that somebody looked.
THEIRS = {"PERSON": LISE, "CLAIM": LISE, "TASK": LISE, "REQUEST": LISE}


@pytest.fixture
async def session(sqlite_url: str) -> AsyncIterator[AsyncSession]:
    """The first of each kind is of Grande-Anse, and Lise's when it is somebody's."""
    database = Database(sqlite_url)
    await fill(database)
    async with database.write() as session:
        session.add(Organisation(id=2, name="Une autre"))
        session.add(Person(id=9, organisation_id=1, name="Paul", territory=AWAY, created_at=NOW))
        kept = {"organisation_id": 1, "created_at": NOW}
        session.add(Task(id=1, kind="call", person_id=LISE, contact_id=2, **kept))
        asked = {"kind": RequestKind.ACCESS, "person_id": LISE, "asked_at": NOW, "due_at": NOW}
        session.add(DataRequest(id=1, organisation_id=1, **asked))
        session.add(Incident(id=1, organisation_id=1, what="Lise", found_on=NOW.date(), noted_at=NOW))
        written = {"audience": "table COCO", "words": {"fr": "La salle est froide."}, "changed_at": NOW}
        session.add(Draft(id=1, organisation_id=1, territory=HERE, written_by=1, **written))
        session.add(Import(organisation_id=1, title="membres.csv", at=NOW, added=1, changed=0, roundtables=[]))
        session.add(Digest(id=1, month="2026-12", **kept))
        await session.flush()
        session.add(DigestItem(id=1, digest_id=1, state=ItemState.PROPOSED, title="Vélo", body="x", proposed_at=NOW))
        await session.execute(update(things.BROADCAST.table).values(territory=HERE))
        await session.flush()
        yield session
    await database.close()


def acting(session: AsyncSession, scope: str, organisation: int = 1) -> Acting:
    installation = build_installation(Settings.load(ENV), catalogue())
    object.__setattr__(installation, "organisation_id", organisation)
    actor = Actor(9, "Paul", "q", frozenset({Role.COORDINATOR}), "shell", scope)
    found = Acting(session, installation, actor, NOW)
    assert found.organisation_id == organisation
    return found


async def first(session: AsyncSession, thing: Thing[Any]) -> Any:
    found = await session.scalar(select(thing.table).order_by(thing.number))
    assert found is not None
    return found if thing is not things.PERSON else await session.get(Person, LISE)


async def refused(acting: Acting, thing: Thing[Any], number: int) -> str:
    """Why it is not found, "" when it is."""
    try:
        await thing.find(acting, number)
    except Refused as no:
        return no.reason.id
    return ""


@pytest.mark.parametrize("name", EACH)
@pytest.mark.parametrize(("scope", "seen"), [("", True), (HERE, True), (AWAY, False)])
async def test_it_is_seen_by_whoever_answers_for_its_territory(
    session: AsyncSession, name: str, scope: str, seen: bool
) -> None:
    thing: Thing[Any] = getattr(things, name)
    who = acting(session, scope)
    row = await first(session, thing)
    number = thing.number_of(row)
    seen = seen or name in OF_NO_TERRITORY
    listed = [thing.number_of(one) for one in await session.scalars(thing.visible(who))]
    assert (number in listed) is seen
    assert await refused(who, thing, number) == ("" if seen else "access-none-here")
    if seen:
        assert await thing.find(who, number) is row
        await thing.check_scope(who, row)


@pytest.mark.parametrize("name", EACH)
@pytest.mark.parametrize("scope", ["", HERE])
async def test_another_organisation_has_none_of_it(session: AsyncSession, name: str, scope: str) -> None:
    thing: Thing[Any] = getattr(things, name)
    other = acting(session, scope, organisation=2)
    number = thing.number_of(await first(session, thing))
    assert await refused(other, thing, number) == ("access-none-here" if scope else thing.missing)
    assert list(await session.scalars(thing.visible(other))) == []
    assert await refused(acting(session, ""), thing, 999) == thing.missing


@pytest.mark.parametrize("name", EACH)
async def test_it_says_whose_it_is(session: AsyncSession, name: str) -> None:
    thing = getattr(things, name)
    assert thing.person(await first(session, thing)) == THEIRS.get(name)


async def gone(session: AsyncSession, row: type[Any], column: ColumnElement[Any], value: object) -> None:
    await session.execute(update(row).values({column: value}))
    await session.flush()
    session.expire_all()


async def test_who_was_erased_and_words_that_were_taken_back_are_no_more(session: AsyncSession) -> None:
    who = acting(session, "")
    await gone(session, Person, Person.erased_at.expression, NOW + dt.timedelta(days=1))
    assert await refused(who, things.PERSON, LISE) == "people-no-such-person"
    assert list(await session.scalars(things.PERSON.visible(who))) == []
    await gone(session, Comment, Comment.state.expression, CommentState.WITHDRAWN)
    assert await refused(who, things.COMMENT, 1) == "comments-no-such"
    assert list(await session.scalars(things.COMMENT.visible(who))) == []


async def test_a_line_of_the_journal_about_a_claim_says_its_sum(session: AsyncSession) -> None:
    claim = await session.get_one(Claim, 1)
    assert things.CLAIM.facts(claim) == {"cents": 13750}
    assert things.MEETING.facts(await first(session, things.MEETING)) == {}
