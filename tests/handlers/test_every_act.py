"""Every act, tried by those who may not do it: refused, with nothing of the thing in the answer nor in the journal.

A new act is tried here without a line of its own; one whose parameters are of a new type wants a sample of it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import inspect
import json
import typing
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.installation import build_installation
from bot.settings import Settings
from db.audience import Audience
from db.claims.rules import LineKind, Mode
from db.comments.tables import Decision
from db.conversations import Task
from db.digests import Digest, DigestItem, ItemState
from db.drafts import Draft
from db.imports import Import
from db.journal import Entry
from db.meetings.tables import Outcome, WorkStep
from db.people import Person, Role
from db.privacy.tables import DataRequest, Incident, RequestKind
from db.report.period import FiscalYear
from db.session import Database
from handlers.act import Act, Right
from handlers.acting import Acting, Actor, ActResult, Refused
from handlers.announcements.acts import Announcement
from handlers.calls.correcting import MeantAs
from handlers.checks import WantsCheck
from handlers.installation import Installation
from handlers.journal.acts import JournalSearch
from handlers.meetings.spec import MeetingSpec, PointSpec
from handlers.people.known import Known
from handlers.people.lists.acts import ListPlan
from handlers.people.lists.columns import Columns, ListColumn, ListTable
from handlers.people.lists.sheets import ListFile, Sheet
from handlers.people.plan import LineFate, Plan, PlannedLine
from handlers.people.spec import PersonSpec
from handlers.routes import ROUTES
from handlers.todo.waiting import WaitingKind
from messages import Channel
from tests.support.env import ENV, catalogue
from tests.support.filled import NOW, fill

TOMORROW = dt.date(2026, 12, 9)
SHEET = Sheet("", [(2, ["Rose", "819 555-0188"])])
COLUMNS = Columns(1, (ListColumn(0, "Nom", "name"), ListColumn(1, "Tel", "phone")))
ONE_LINE = Plan(lines=[PlannedLine(2, "Rose", LineFate.SAME)])
LIST = ListPlan(ListFile("csv", [SHEET]), ListTable(SHEET, COLUMNS, SHEET.rows), ONE_LINE, Known(), "")
SAMPLES: dict[Any, Any] = {
    str: "COCO",
    int: 1,
    bytes: b"not really a document",
    bool: False,
    dt.date: TOMORROW,
    FiscalYear: FiscalYear(2025),
    WorkStep: WorkStep.PLAN,
    Outcome: Outcome.DECIDED,
    Role: Role.EXPERT,
    dt.time: dt.time(10),
    LineKind: LineKind.MEAL,
    Mode: Mode.CASH,
    Decision: Decision.KEPT,
    RequestKind: RequestKind.ACCESS,
    WaitingKind: WaitingKind.READING,
    MeetingSpec: MeetingSpec("COCO", TOMORROW, dt.time(10), dt.time(11)),
    PointSpec: PointSpec("Le camp", "On choisit.", "L'heure."),
    PersonSpec: PersonSpec(name="Rose", phone="819 555-0188", territory="Grande-Anse"),
    Announcement: Announcement({"fr": "Bonjour"}, Audience(roundtable_id=1)),
    JournalSearch: JournalSearch(meeting=1),
    MeantAs: MeantAs.COMMENT,
    ListPlan: LIST,
}
# What a coordinator of another territory must never read: names, words, numbers of the filled database.
SECRETS = ("Lise", "HYPERLINK", "COCO", "CLSC", "froide", "autobus", "0101", "0177", "137", "bonjour")
ELSEWHERE = "Trois-Ponts"
ACTS = [pytest.param(act, id=name) for name, act in ROUTES.acts().items()]
INTRUDERS = {
    "member": Actor(3, "M", "m", frozenset({Role.MEMBER}), "telegram"),
    "removed": Actor(1, "Maude", "p", frozenset(), "telegram"),
    "by text": Actor(1, "Maude", "p", frozenset({Role.COORDINATOR}), "sms"),
}
LIMITED = Actor(9, "Paul", "q", frozenset({Role.COORDINATOR}), "telegram", ELSEWHERE)


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    database = Database(sqlite_url)
    await fill(database)
    async with database.write() as session:
        session.add(Person(id=9, organisation_id=1, name="Paul", territory=ELSEWHERE, created_at=NOW))
        call = {"kind": "call", "person_id": 2, "contact_id": 2, "incoming_id": 1}
        session.add(Task(id=1, organisation_id=1, created_at=NOW, **call))
        asked = {"kind": RequestKind.ACCESS, "person_id": 2, "asked_at": NOW, "due_at": NOW}
        session.add(DataRequest(id=1, organisation_id=1, **asked))
        session.add(Incident(id=1, organisation_id=1, what="Lise", found_on=NOW.date(), noted_at=NOW))
        for draft, territory in enumerate((None, "Grande-Anse"), start=1):
            written = {"audience": "table COCO", "words": {"fr": "La salle est froide."}, "changed_at": NOW}
            session.add(Draft(id=draft, organisation_id=1, territory=territory, written_by=1, **written))
        kept = {"title": "membres.xlsx", "by_id": 1, "at": NOW, "added": 0, "changed": 0, "roundtables": []}
        session.add(Import(id=1, organisation_id=1, **kept))
        session.add(Digest(id=1, organisation_id=1, month="2026-12", created_at=NOW))
        await session.flush()
        item = {"state": ItemState.PROPOSED, "title": "Vélo", "body": "Gratuit."}
        session.add(DigestItem(id=1, digest_id=1, proposed_at=NOW, **item))
    yield database
    await database.close()


@pytest.fixture(scope="module")
def installation() -> Installation:
    return build_installation(Settings.load(ENV), catalogue())


def sample_of(kind: Any) -> Any:
    """A value for one parameter of an act, by its type."""
    if typing.get_origin(kind) is typing.Annotated:
        kind = typing.get_args(kind)[0]
    for option in typing.get_args(kind) or ():
        if option in SAMPLES:
            return [SAMPLES[option]] if typing.get_origin(kind) in (list, tuple) else SAMPLES[option]
    if kind in SAMPLES:
        return SAMPLES[kind]
    if typing.get_origin(kind) in (list, tuple, typing.get_origin(typing.Sequence[int])):
        return []
    raise AssertionError(f"give SAMPLES a value of {kind}, so that every act that takes one is tried")


def arguments_of(act: Act[Any]) -> dict[str, Any]:
    """A value for each parameter that the body wants, the thing apart."""
    hints = typing.get_type_hints(act.body, include_extras=True)
    names = list(inspect.signature(act.body).parameters)[2 if act.on is not None else 1 :]
    wanted = [n for n in names if inspect.signature(act.body).parameters[n].default is inspect.Parameter.empty]
    return {name: sample_of(hints[name]) for name in wanted}


async def attempt(
    database: Database, installation: Installation, actor: Actor, act: Act[Any], number: int | None
) -> ActResult | WantsCheck | Refused:
    """What came of it; whatever it changed is undone."""
    thing = () if number is None else ([number],) if act.several else (number,)
    async with database.read() as session:
        lines = await session.scalar(select(func.count()).select_from(Entry))
    try:
        async with database.write() as session:
            try:
                result: ActResult | WantsCheck | Refused = await act(
                    Acting(session, installation, actor, NOW), *thing, **arguments_of(act)
                )
            except (Refused, WantsCheck) as stopped:
                result = stopped
                assert await session.scalar(select(func.count()).select_from(Entry)) == lines, "a line was written"
            raise RuntimeError("undo")
    except RuntimeError:
        return result


async def numbers_of(database: Database, act: Act[Any]) -> list[int | None]:
    """The things of the filled database on which the act could be done."""
    if act.on is None:
        return [None]
    async with database.read() as session:
        found = list(await session.scalars(select(act.on.number).where(act.on.organisation(1))))
    assert found, f"the filled database has no {act.on.name}"
    return list(found)


def said_by(result: ActResult | WantsCheck | Refused, installation: Installation) -> str:
    """Every word of the answer, for a person and for a program."""

    def words(value: object) -> str:
        return installation.catalogue.text(value, "fr", Channel.TELEGRAM) if value else ""

    if isinstance(result, Refused):
        return words(result.reason)
    if isinstance(result, WantsCheck):
        return " ".join(t.body for t in result.page.texts) + " ".join(m.name for m in result.page.missed)
    chat = " ".join(words(getattr(getattr(piece, "outgoing", piece), "text", piece)) for piece in result.chat)
    data = {k: v for k, v in result.data.items() if not dataclasses.is_dataclass(v)}
    return f"{words(result.text)} {chat} {json.dumps(data, default=str, ensure_ascii=False)}"


@pytest.mark.parametrize("who", INTRUDERS)
@pytest.mark.parametrize("act", ACTS)
async def test_who_has_no_right_is_refused(
    database: Database, installation: Installation, act: Act[Any], who: str
) -> None:
    for number in await numbers_of(database, act):
        result = await attempt(database, installation, INTRUDERS[who], act, number)
        if act.right is Right.KNOWN and who != "removed":
            assert not isinstance(result, Refused) or not result.reason.id.startswith("access-")
            continue
        assert isinstance(result, Refused)
        assert result.reason.id in ("access-not-allowed", "access-not-by-sms", "access-shell-only")
        assert not [secret for secret in SECRETS if secret in said_by(result, installation)]


@pytest.mark.parametrize("act", ACTS)
async def test_a_coordinator_of_another_territory_meets_nothing_of_it(
    database: Database, installation: Installation, act: Act[Any]
) -> None:
    for number in await numbers_of(database, act):
        result = await attempt(database, installation, LIMITED, act, number)
        said = said_by(result, installation)
        assert not [secret for secret in SECRETS if secret in said and secret not in asked(act)], said
        if act.on is not None and act.on.name != "item":  # a digest's items are of no territory
            if number == LIMITED.person_id and act.on.name == "person":
                continue  # their own card
            assert isinstance(result, Refused)
            assert result.reason.id in ("access-none-here", "access-whole-organisation", "access-shell-only")


def asked(act: Act[Any]) -> str:
    """What the actor wrote, which may come back in the answer."""
    return repr(arguments_of(act))


@pytest.mark.parametrize("act", [one for one in ACTS if one.values[0].on is not None])
async def test_the_coordinator_of_everything_is_let_in(
    database: Database, installation: Installation, act: Act[Any]
) -> None:
    """The walk would prove nothing if everybody were refused: the same acts are open to who may do them."""
    whole = Actor(9, "Paul", "q", frozenset({Role.COORDINATOR}), "shell")
    for number in await numbers_of(database, act):
        result = await attempt(database, installation, whole, act, number)
        if act.on is not None and act.on.name == "person" and number == whole.person_id and not act.for_oneself:
            continue  # of their own card
        assert not isinstance(result, Refused) or not result.reason.id.startswith("access-")


@pytest.mark.parametrize("act", [one for one in ACTS if one.values[0].on is not None and not one.values[0].for_oneself])
async def test_nobody_acts_for_themself(database: Database, installation: Installation, act: Act[Any]) -> None:
    if act.on is None or act.on.name != "claim" or not act.changes:
        return
    lise = Actor(2, "Lise", "l", frozenset({Role.COORDINATOR, Role.EXPERT}), "shell")
    for number in await numbers_of(database, act):
        result = await attempt(database, installation, lise, act, number)
        assert isinstance(result, Refused)
        assert result.reason.id == "access-not-for-oneself"


def test_the_catalogue_has_the_words_of_refusals() -> None:
    for id in ("access-other-territory", "access-whole-organisation", "access-not-for-oneself", "access-shell-only"):
        assert catalogue().has(id, "fr")
