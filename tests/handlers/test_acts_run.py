"""What an act does before and after its body, whatever that is: acts declared here, on a database with Lise's claim."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.installation import build_installation
from bot.settings import Settings
from db.claims.tables import Claim
from db.journal import Entry
from db.meetings.tables import Meeting
from db.people import Person, PersonRole, Role
from db.privacy.tables import Look
from db.session import AsyncSession, Database
from handlers.act import Act, Right, Writes, act, act_on, act_on_several, permit, permit_any
from handlers.acting import SYSTEM, Acting, Actor, ActResult, Confirmation, Refused
from handlers.checks import Reached, Shown, WantsCheck
from handlers.things import CLAIM, MEETING, PERSON
from messages import Channel, Money, Text
from tests.support.env import ENV, catalogue
from tests.support.filled import NOW, fill

MAUDE, LISE = 1, 2
HERE, AWAY = "Grande-Anse", "Trois-Ponts"
DONE = Text("access-shell-only")
BONJOUR = Shown("fr", Channel.SMS, 1, "Bonjour", (), 2)
COORDINATOR, MEMBER = frozenset({Role.COORDINATOR}), frozenset({Role.MEMBER})
PAUL = Actor(9, "Paul", "paul", COORDINATOR, "telegram")


@pytest.fixture
async def session(sqlite_url: str) -> AsyncIterator[AsyncSession]:
    """Paul, a coordinator; Lise's claim no. 12; a second one, no. 13, of Maude's, who coordinates too."""
    database = Database(sqlite_url)
    await fill(database)
    async with database.write() as session:
        session.add(Person(id=9, organisation_id=1, name="Paul", created_at=NOW))
        await session.flush()
        claim = {"meeting_id": 1, "activity_date": NOW.date(), "total_cents": 11000, "submitted_at": NOW}
        session.add(Claim(id=2, organisation_id=1, number=13, person_id=MAUDE, **claim))
        await session.flush()
        yield session
    await database.close()


def acting(session: AsyncSession, actor: Actor = PAUL, **more: Any) -> Acting:
    return Acting(
        session, build_installation(Settings.load(ENV | {"SMS_PRICE": "0.05"}), catalogue()), actor, NOW, **more
    )


def write_to(acting: Acting, *people: int, later: bool = False) -> None:
    for one in people:
        texts = () if later else (BONJOUR,)
        acting.reached.append(Reached(f"person:{one}", texts, reached_ids=frozenset({one}), later=later))


def noticed(thing: Any, *people: int, **how: Any) -> Act[Any]:
    """An act that changes the thing's place or sum, and writes to these people."""

    async def body(acting: Acting, one: Any) -> ActResult:
        if isinstance(one, Meeting):
            one.place = "ailleurs"
        write_to(acting, *people, later=how.get("later", False))
        return ActResult(DONE, shows=tuple(how.get("shows", ())), checked=how.get("checked"))

    options = {k: v for k, v in how.items() if k in ("writes", "asks_first", "right", "for_oneself", "gesture")}
    return act_on(thing, "x.noticed", entry="x.noticed", **options)(body)


async def lines(session: AsyncSession) -> list[Entry]:
    await session.flush()
    return list(await session.scalars(select(Entry).where(Entry.act.like("x.%")).order_by(Entry.id)))


async def looks(session: AsyncSession) -> list[tuple[int | None, int | None]]:
    found = await session.execute(select(Look.actor_id, Look.person_id).order_by(Look.person_id))
    return [(actor, person) for actor, person in found]


# -- who may ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("actor", "refused"),
    [  # for each right, in the order KNOWN, COORDINATOR, ORGANISATION, SHELL, SHELL_OWN
        (
            Actor(None, "", "", frozenset(), "sms"),
            ("not-by-sms", "not-by-sms", "not-by-sms", "shell-only", "shell-only"),
        ),
        (
            Actor(None, "", "", frozenset(), "telegram"),
            ("not-allowed", "not-allowed", "not-allowed", "shell-only", "shell-only"),
        ),
        (Actor(3, "M", "m", MEMBER, "telegram"), ("", "not-allowed", "not-allowed", "shell-only", "shell-only")),
        (Actor(3, "M", "m", MEMBER, "sms"), ("", "not-by-sms", "not-by-sms", "shell-only", "shell-only")),
        (Actor(1, "C", "c", COORDINATOR, "sms"), ("", "not-by-sms", "not-by-sms", "shell-only", "shell-only")),
        (Actor(1, "C", "c", COORDINATOR, "web"), ("", "", "", "shell-only", "shell-only")),
        (Actor(1, "C", "c", COORDINATOR, "telegram", HERE), ("", "", "whole-organisation", "shell-only", "shell-only")),
        (Actor(1, "C", "c", COORDINATOR, "shell", HERE), ("", "", "whole-organisation", "whole-organisation", "")),
        (Actor(1, "C", "c", COORDINATOR, "shell"), ("", "", "", "", "")),
        (
            Actor(1, "C", "c", MEMBER, "telegram", asleep=True),
            ("", "not-proved", "not-proved", "shell-only", "shell-only"),
        ),
        (Actor(1, "C", "c", MEMBER, "shell"), ("", "not-allowed", "not-allowed", "not-allowed", "not-allowed")),
    ],
)
async def test_each_right_is_for_those_who_have_it(
    session: AsyncSession, actor: Actor, refused: tuple[str, ...]
) -> None:
    for right, why in zip(Right, refused, strict=True):
        assert said_to(partial(permit, actor, right)) == (f"access-{why}" if why else "")
        looked = act("x.looked", right=right)(_looked)
        if why:
            with pytest.raises(Refused):
                await looked(acting(session, actor))
        else:
            await looked(acting(session, actor))


async def _looked(acting: Acting) -> ActResult:
    return ActResult(DONE)


def said_to(run: Callable[[], None]) -> str:
    try:
        run()
    except Refused as no:
        return no.reason.id
    return ""


def test_nothing_is_asked_of_who_may_do_none_of_these() -> None:
    by_right = {right: act("x", right=right)(_looked) for right in Right}
    member = Actor(3, "M", "m", MEMBER, "telegram")
    closed = [by_right[Right.SHELL], by_right[Right.COORDINATOR]]
    assert said_to(lambda: permit_any(member, closed)) == "access-not-allowed"
    assert said_to(lambda: permit_any(member, [*closed, by_right[Right.KNOWN]])) == ""
    assert said_to(lambda: permit_any(member, [by_right[Right.KNOWN], *closed])) == ""
    assert said_to(lambda: permit_any(PAUL, closed)) == ""


async def test_the_thing_is_of_the_actor_s_territory_and_nobody_decides_for_themself(session: AsyncSession) -> None:
    away = replace(PAUL, scope=AWAY)
    for number in (12, 13):
        with pytest.raises(Refused) as no:
            await noticed(CLAIM)(acting(session, away), number)
        assert no.value.reason.id == "access-none-here"
    maude = replace(PAUL, person_id=MAUDE)
    with pytest.raises(Refused) as no:
        await noticed(CLAIM)(acting(session, maude), 13)
    assert (no.value.reason.id, no.value.reason.args["number"]) == ("access-not-for-oneself", 13)
    assert await lines(session) == []
    await noticed(CLAIM)(acting(session, maude), 12)
    await noticed(CLAIM, for_oneself=True)(acting(session, maude), 13)
    await noticed(MEETING)(acting(session, replace(PAUL, person_id=None)), 1)  # nobody's, by nobody: the shell's
    assert [line.thing_id for line in await lines(session)] == [12, 13, 1]


async def test_a_look_at_ones_own_is_for_everybody(session: AsyncSession) -> None:
    async def body(acting: Acting, claim: Claim) -> ActResult:
        return ActResult(DONE)

    looked = act_on(CLAIM, "x.looked")(body)
    assert not looked.changes
    assert (await looked(acting(session, replace(PAUL, person_id=MAUDE)), 13)).text is DONE
    assert await lines(session) == []


async def test_of_several_things_each_is_looked_at_before_any_is_touched(session: AsyncSession) -> None:
    touched: list[list[int]] = []

    async def body(acting: Acting, claims: list[Claim]) -> ActResult:
        touched.append([one.number for one in claims])
        return ActResult(DONE)

    paid = act_on_several(CLAIM, "x.paid", entry="x.paid")(body)
    for actor, numbers in ((PAUL, [12, 99]), (replace(PAUL, person_id=MAUDE), [12, 13])):
        with pytest.raises(Refused):
            await paid(acting(session, actor), numbers)
    assert touched == []
    await paid(acting(session), [13, 12, 13])
    assert touched == [[13, 12]], "each once, in the order in which they were named"
    assert [line.thing_id for line in await lines(session)] == [13, 12]


async def test_what_an_act_makes_is_of_the_actor_s_territory_too(session: AsyncSession) -> None:
    async def body(acting: Acting) -> ActResult:
        return ActResult(DONE, made=await acting.session.get_one(Meeting, 1))

    made = act("x.made", entry="x.made", makes=MEETING)(body)
    with pytest.raises(Refused) as no:
        await made(acting(session, replace(PAUL, scope=AWAY)))
    assert no.value.reason.id == "access-other-territory"
    assert await lines(session) == []
    await made(acting(session, replace(PAUL, scope=HERE)))
    (line,) = await lines(session)
    assert (line.thing, line.thing_id) == ("meeting", 1)

    async def nothing(acting: Acting) -> ActResult:
        return ActResult(DONE, made=None)

    await act("x.none", entry="x.none", makes=MEETING)(nothing)(acting(session, replace(PAUL, scope=AWAY)))
    assert (await lines(session))[-1].thing == ""


# -- the check page --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "people", "careful", "wanted"),
    [
        ({}, (), False, False),
        ({}, (LISE,), False, False),  # the one person whom it is about
        ({}, (LISE, 3), False, True),
        ({}, (LISE, LISE), False, False),
        ({"writes": Writes.SEVERAL}, (), False, False),
        ({"writes": Writes.SEVERAL}, (LISE,), False, True),
        ({"writes": Writes.CONCERNED}, (LISE,), False, False),
        ({"writes": Writes.CONCERNED}, (LISE, 3), False, True),
        ({"asks_first": True}, (), False, True),
        ({"asks_first": True}, (), True, True),
        ({}, (), True, False),
        ({}, (LISE,), True, True),  # on a web page, where a click is quick
        ({"later": True}, (LISE, 3), False, True),  # planned, it is written to them all the same
        ({"later": True, "writes": Writes.SEVERAL}, (LISE,), False, True),
    ],
)
async def test_a_check_page_stands_before_several_people(
    session: AsyncSession, how: dict[str, Any], people: tuple[int, ...], careful: bool, wanted: bool
) -> None:
    one, who = noticed(MEETING, *people, **how), acting(session, careful=careful)
    write_to(who, 7, 8, 9)  # what another act of the same transaction wrote counts for nothing here
    if not wanted:
        await one(who, 1)
        assert len(who.reached) == 3 + len(people)
        assert len(await lines(session)) == 1
        return
    with pytest.raises(WantsCheck) as wants:
        await one(who, 1)
    page = wants.value.page
    assert (page.act, page.number, page.people) == ("x.noticed", 1, 0 if how.get("later") else len(people))
    assert len(who.reached) == 3, "nothing of it stays"
    assert await lines(session) == []
    assert await session.scalar(select(Meeting.place)) == "salle du CLSC"
    assert await looks(session) == []
    wrong = Confirmation("another", page.people)
    with pytest.raises(WantsCheck):
        await one(replace(who, approved=wrong), 1)
    await one(replace(who, approved=Confirmation(page.fingerprint, page.people)), 1)
    assert await session.scalar(select(Meeting.place)) == "ailleurs"
    assert len(await lines(session)) == 1


async def test_what_was_taken_back_can_be_read_again(session: AsyncSession) -> None:
    meeting = await session.get_one(Meeting, 1)
    with pytest.raises(WantsCheck):
        await noticed(MEETING, LISE, 3)(acting(session), 1)
    assert meeting.place == "salle du CLSC"


async def test_a_check_page_says_its_cost_and_what_it_is_done_on(session: AsyncSession) -> None:
    with pytest.raises(WantsCheck) as wants:
        await noticed(MEETING, LISE, 3, checked=DONE)(acting(session), 1)
    page = wants.value.page
    assert (page.segments, page.cost, page.about, page.must_retype) == (4, Money(20), DONE, False)

    async def body(acting: Acting) -> ActResult:
        write_to(acting, LISE, 3)
        return ActResult(DONE)

    with pytest.raises(WantsCheck) as wants:
        await act("x.all", entry="x.all")(body)(acting(session))
    assert wants.value.page.number is None


async def test_a_coordinator_alone_writes_the_number_again_when_there_are_many(session: AsyncSession) -> None:
    async def asked(people: int) -> bool:
        installation = build_installation(Settings.load(ENV | {"APPROVAL_ABOVE": "3"}), catalogue())
        with pytest.raises(WantsCheck) as wants:
            await noticed(MEETING, *range(100, 100 + people))(Acting(session, installation, PAUL, NOW), 1)
        return wants.value.page.must_retype

    assert [await asked(3), await asked(4)] == [False, True]
    await session.execute(update(PersonRole).where(PersonRole.person_id == LISE).values(role=Role.COORDINATOR))
    assert not await asked(4), "there are two of them"


async def test_several_things_shown_by_their_total_go_without_a_page(session: AsyncSession) -> None:
    async def body(acting: Acting, claims: list[Claim]) -> ActResult:
        write_to(acting, MAUDE, LISE)
        return ActResult(DONE)

    at_once: dict[str, Any] = {"entry": "x.paid", "writes": Writes.CONCERNED}
    alone = act_on_several(CLAIM, "x.paid", **at_once)(body)
    shown = act_on_several(CLAIM, "x.paid", shown_by="x.total", **at_once)(body)
    assert (alone.may_want_check, shown.may_want_check) == (True, False)
    with pytest.raises(WantsCheck):
        await alone(acting(session), [12, 13])
    await shown(acting(session), [12, 13])
    with pytest.raises(WantsCheck):
        await shown(acting(session, careful=True), [12, 13])


@pytest.mark.parametrize(
    ("how", "may"),
    [
        ({}, False),
        ({"writes": Writes.CONCERNED}, False),
        ({"writes": Writes.SEVERAL}, True),
        ({"asks_first": True}, True),
    ],
)
def test_an_act_says_whether_a_page_may_stand_before_it(how: dict[str, Any], may: bool) -> None:
    assert noticed(CLAIM, **how).may_want_check is may
    nobody = act_on_several(CLAIM, "x", entry="x")
    assert not nobody(_several).may_want_check


async def _several(acting: Acting, claims: list[Claim]) -> ActResult:
    return ActResult(DONE)


# -- the journal and the looks ---------------------------------------------------------------------------------------


async def test_the_line_says_who_did_what_to_what_of_whom(session: AsyncSession) -> None:
    async def body(acting: Acting, claim: Claim) -> ActResult:
        return ActResult(DONE, noted={"before": "paid"})

    done = await act_on(CLAIM, "x.line", entry="x.line")(body)(acting(session), 12)
    assert (done.text, done.noted) == (DONE, {"before": "paid"})
    (line,) = await lines(session)
    lise = await session.get_one(Person, LISE)
    assert (line.at, line.actor, line.channel) == (NOW, "person:paul", "telegram")
    assert (line.subject, line.thing, line.thing_id) == (lise.pseudonym, "claim", 12)
    assert line.details == {"cents": 13750, "before": "paid"}
    assert await looks(session) == [(9, LISE)]


async def test_an_act_about_people_has_a_line_for_each_of_them(session: AsyncSession) -> None:
    async def body(acting: Acting, meeting: Meeting) -> ActResult:
        people = [await acting.session.get_one(Person, id) for id in (LISE, 3)]
        return ActResult(DONE, noted={"n": 1}, about=((people[0], {"was": "a"}), (people[1], {"was": "b"})))

    await act_on(MEETING, "x.each", entry="x.each")(body)(acting(session), 1)
    found = await lines(session)
    assert [(line.thing, line.thing_id, line.details) for line in found] == [
        ("meeting", 1, {"n": 1, "was": "a"}),
        ("meeting", 1, {"n": 1, "was": "b"}),
    ]
    people = [(await session.get_one(Person, id)).pseudonym for id in (LISE, 3)]
    assert [line.subject for line in found] == people


@pytest.mark.parametrize(("entry", "written"), [(None, ["x.line"]), ("x.other", ["x.other"]), ("", [])])
async def test_a_body_may_name_another_line_or_none(
    session: AsyncSession, entry: str | None, written: list[str]
) -> None:
    async def body(acting: Acting) -> ActResult:
        return ActResult(DONE, entry=entry, thing=("rate", 4))

    await act("x.line", entry="x.line")(body)(acting(session))
    found = await lines(session)
    assert [line.act for line in found] == written
    assert all((line.thing, line.thing_id, line.subject) == ("rate", 4, None) for line in found)


async def test_whoever_is_shown_is_noted_beside_whose_thing_it_is(session: AsyncSession) -> None:
    await noticed(CLAIM, shows=(3,))(acting(session), 12)
    assert await looks(session) == [(9, LISE), (9, 3)]


@pytest.mark.parametrize(
    ("actor", "shows", "noted"),
    [
        (PAUL, (), []),
        (PAUL, (LISE,), [(9, LISE)]),
        (PAUL, (None,), [(9, None)]),
        (replace(PAUL, via=SYSTEM), (LISE,), []),
    ],
)
async def test_a_look_notes_whom_it_showed(
    session: AsyncSession, actor: Actor, shows: tuple[int | None, ...], noted: list[Any]
) -> None:
    async def body(acting: Acting) -> ActResult:
        return ActResult(DONE, shows=shows)

    await act("x.listed", right=Right.COORDINATOR)(body)(acting(session, actor))
    assert await looks(session) == noted


async def test_a_look_at_a_thing_of_nobody_is_noted_of_nobody(session: AsyncSession) -> None:
    async def body(acting: Acting, thing: Any) -> ActResult:
        return ActResult(DONE)

    await act_on(MEETING, "x.seen")(body)(acting(session), 1)
    assert await looks(session) == []
    await act_on(PERSON, "x.seen")(body)(acting(session), LISE)
    assert await looks(session) == [(9, LISE)]
