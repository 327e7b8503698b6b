"""The presence of a past meeting is of those who were invited then, wherever they sit now; a guest is added by name."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.claims.rules import ClaimState
from db.claims.tables import Claim
from db.meetings.tables import Attendance, Meeting, Presence
from db.people import Person, Role
from db.session import AsyncSession
from handlers.acting import Acting, Actor
from handlers.meetings.acts.closing import see_presence
from handlers.meetings.views import meeting_shown
from tests.stories.test_meetings_after import held
from tests.support.meetings import seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town


async def number_of(session: AsyncSession, name: str) -> int:
    return (await session.scalars(select(Person.id).where(Person.name == name))).one()


async def left_and_joined(town: Town) -> Phone:
    """The meeting is over; weeks later Rose sits elsewhere, and Zoé comes to the table."""
    maude, _phones = await held(town)
    town.now += dt.timedelta(days=40)
    async with town.database.read() as session:
        rose = await number_of(session, "Rose")
    await maude.text(f"/personne {rose}; table: Autre (nouvelle); sans table: COCO")
    await maude.text("/personne Zoé Roy; 819 555-0199; membre; table: COCO; consentement: papier 2026-01-12")
    await maude.forget()
    return maude


async def test_telegram_the_desk_and_the_shell_show_those_invited_then(town: Town) -> None:
    maude = await left_and_joined(town)
    await maude.text("/presence 1")
    said = await maude.expect("Rose", "Luc", "Nell", "Theo", "Anne")
    assert "Zoe" not in said.text
    assert "Zoé" not in said.text
    person = await maude.person()
    assert person is not None
    async with town.database.write() as session:
        actor = Actor(person.id, "Maude", "x", frozenset({Role.COORDINATOR}), "web")
        acting = Acting(session, town.installation, actor, town.now)
        shown = {one.name for one in (await meeting_shown(acting, 1)).invited if one.seated}
        listed = {one["name"] for one in (await see_presence(acting, 1)).data["people"]}
    assert shown == listed == {"Rose", "Luc", "Nell", "Theo", "Anne"}


async def test_the_presence_of_someone_who_left_the_table_is_corrected(town: Town) -> None:
    maude = await left_and_joined(town)
    await maude.text("/presence 1 Rose absente")
    await maude.expect("Rose", "pas la")
    await maude.text("/presence 1 Rose sur place")
    await maude.expect("Rose", "sur place")
    await maude.text("/presence 1 Zoé")
    await maude.expect("Je ne trouve pas", "/presence 1 + Zoe")


async def test_a_guest_who_was_not_invited_is_added(town: Town) -> None:
    maude, _phones = await held(town)
    await settle_in(town, town.sms("+18195550177"), "Karim Ben")
    await maude.forget()
    await maude.text("/presence 1 Rose, + Karim Ben tel")
    await maude.expect("presence notee pour 2 personnes", "Karim Ben", "au telephone")
    await maude.text("/presence 1")
    await maude.expect("Karim Ben : au telephone")
    async with town.database.read() as session:
        presence = select(Attendance.presence).where(Attendance.person_id == await number_of(session, "Karim Ben"))
        assert await session.scalar(presence) is Presence.PHONE


async def test_a_guest_nobody_knows_is_refused_with_how_to_add_them(town: Town) -> None:
    maude, _phones = await held(town)
    await maude.forget()
    await maude.text("/presence 1 + Inconnu")
    await maude.expect("n'est pas dans vos listes", "/personne Inconnu")


async def test_a_meeting_to_come_is_still_for_those_who_sit_there_today(town: Town) -> None:
    maude = await coordinator(town)
    await seated(town, town.sms("+18195550101"), "Rose")
    await maude.text("/rencontre COCO\ndate: mardi 10 février 13h30 à 15h30\nlieu: CLSC")
    await seated(town, town.sms("+18195550102"), "Luc")
    await maude.forget()
    await maude.text("/presence 1")
    await maude.expect("Rose", "Luc")


async def test_a_presence_whose_claim_was_paid_is_changed_after_a_warning(town: Town) -> None:
    maude, _phones = await held(town)
    await maude.text("/presence 1 Rose")
    async with town.database.write() as session:
        rose = await number_of(session, "Rose")
        meeting = await session.get_one(Meeting, 1)
        paid = {"organisation_id": 1, "meeting_id": 1, "activity_date": meeting.local_date, "number": 96}
        session.add(Claim(**paid, person_id=rose, total_cents=10250, state=ClaimState.PAID, submitted_at=town.now))
    await maude.forget()
    await maude.text("/presence 1 Rose absente")
    await maude.expect_any("la demande no 96 de Rose, 102,50 $, est payee")
    await maude.expect_any("Noter quand meme")
    async with town.database.read() as session:
        row = (await session.scalars(select(Attendance).where(Attendance.person_id == rose))).one()
        assert row.presence is Presence.IN_PERSON
    await maude.press("oui, le faire")
    await maude.expect_any("Corrige", "Rose")
