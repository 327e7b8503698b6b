"""What a draft says is lacking, each with what to write, so that what the funder asks is asked of nobody in May."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.rules import ClaimState
from db.claims.tables import Claim
from db.meetings.tables import AgendaPoint, Attendance, Presence
from db.organisations import Roundtable
from handlers.checks import WantsCheck
from handlers.commands import Do
from handlers.report import acts, commands, texts
from messages import Channel
from tests.support.env import catalogue
from tests.support.mini_region import NORTH, YEAR
from tests.support.reports import AFTER, Desk


async def draft(desk: Desk, language: str = "fr") -> str:
    return desk.said(await desk.do(lambda acting: acts.show(acting, YEAR)), language)


async def test_a_draft_says_what_is_lacking_with_the_command_of_each(desk: Desk) -> None:
    number = desk.region.meetings["M8"].id
    said = await draft(desk)
    assert "Avant d'arrêter :" in said
    assert f"La présence n'est pas notée à la rencontre {number}. /presence {number}" in said
    assert "L'étape n'est pas dite à 6 rencontres" in said
    assert "Aucune enveloppe n'est dite. /enveloppe" in said
    assert "À écrire : Ce qu'on a appris, Ce qui a été difficile, Ce qui a changé" in said
    assert "/bilan-relire 2026-2027" in said
    assert "Niveau non consigné" not in said  # every table has one


async def test_what_is_done_is_no_longer_asked(desk: Desk) -> None:
    await desk.add_presence("M8", "E1", Presence.IN_PERSON)
    async with desk.database.write() as session:
        for name in ("M2", "M3", "M4", "M5", "M6", "M8"):
            meeting = desk.region.meetings[name]
            session.add(AgendaPoint(meeting_id=meeting.id, number=9, title="Un point", step="plan"))

    async def said(words: str) -> None:
        async def act(acting):  # type: ignore[no-untyped-def]
            wanted = await commands.envelope_command(acting, words)
            assert isinstance(wanted, Do)
            return await wanted.act(acting, *wanted.args)

        await desk.do(act)

    await said(f"{NORTH} 2026-2027 3000")
    for name in ("appris", "difficile", "change", "suite"):
        await desk.do(lambda acting, name=name: texts.write(acting, YEAR, name, "Des mots."))
    lines = (await draft(desk)).partition("Avant d'arrêter :")[2].strip().splitlines()
    asked = [line.split(". /")[-1].split()[0] for line in lines]
    assert asked == ["bilan-arreter", "commentaires", "payer", "bilan-relire"]


async def test_presences_noted_after_the_cut_are_said_before_they_are_left_out(desk: Desk) -> None:
    """On the draft, with how many and by whom; on the page that one confirms; not once the day takes them in."""
    desk.now = AFTER + dt.timedelta(days=3)
    await desk.correct_presence("M2", "E4", Presence.NONE)
    async with desk.database.write() as session:
        row = await session.scalar(select(Attendance).where(Attendance.noted_at == desk.now))
        assert row is not None
        row.noted_by = desk.region.people["Maude"].id
    await desk.add_presence("M8", "E1", Presence.IN_PERSON)
    said = await draft(desk)
    assert "2 présences ont été notées ou corrigées après le 15 mai 2027" in said
    assert "Maude 1" in said
    assert "/bilan-arreter 2026-2027 2027-05-20" in said
    assert "2 attendances were noted or corrected after May 15, 2027" in await draft(desk, "en")
    assert "2 présences" in await check_page(desk, None)
    desk.now = AFTER + dt.timedelta(days=4)
    assert "présences" not in await check_page(desk, dt.date(2027, 5, 20))


async def check_page(desk: Desk, day: dt.date | None) -> str:
    """What is confirmed before the freeze."""
    async with desk.database.write() as session:
        with pytest.raises(WantsCheck) as wants:
            await acts.freeze(desk.acting(session), YEAR, day)
    return catalogue().text(wants.value.page.about, "fr", Channel.TELEGRAM).replace("\u00a0", " ")


async def test_claims_that_wait_are_said_with_their_numbers(desk: Desk) -> None:
    async with desk.database.write() as session:
        claim = await session.scalar(select(Claim).where(Claim.state == ClaimState.REFUSED))
        assert claim is not None
        claim.state = ClaimState.SUBMITTED
    said = await draft(desk)
    assert f"La demande {claim.number} n'est pas décidée. /demandes" in said
    assert "est acceptée et n'est pas payée. /payer" in said  # M6, in April


async def test_a_table_whose_level_nobody_said_is_named(desk: Desk) -> None:
    async with desk.database.write() as session:
        table = await session.get_one(Roundtable, desk.region.meetings["M4"].roundtable_id)
        table.level = None
    assert f"/table {table.name} : locale" in await draft(desk)
    assert f"/table {table.name}: local" in await draft(desk, "en")


@pytest.mark.parametrize(
    "today", [dt.datetime(2027, 3, 31, 16, tzinfo=dt.UTC), dt.datetime(2027, 2, 1, 16, tzinfo=dt.UTC)]
)
async def test_nothing_is_asked_while_the_year_goes_on(desk: Desk, today: dt.datetime) -> None:
    desk.now = today
    assert "Avant d'arrêter" not in await draft(desk)


async def test_nothing_is_asked_of_a_year_that_is_frozen(desk: Desk) -> None:
    await desk.do(lambda acting: acts.freeze(acting, YEAR))
    assert "Avant d'arrêter" not in await draft(desk)
