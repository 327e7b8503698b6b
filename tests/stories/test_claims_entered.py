"""A claim written down by a coordinator for somebody who told it by voice: counted, journaled, withdrawn."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, update

from db.claims.rules import ClaimState
from db.journal import Entry
from db.meetings.tables import Attendance, Presence
from db.people import Person, Role, grant
from tests.stories.test_claims_decided import TUESDAY, rose
from tests.support.claims import claims_of, expert, lines_of, meeting, set_rates
from tests.support.console import Browser, browser_of
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


@pytest.fixture
async def maude(town: Town) -> Phone:
    await set_rates(town)
    town.now = town.local(2026, 2, 12)
    return await coordinator(town)


async def huguette(town: Town, *, came: bool = True) -> Person:
    """An expert who has no phone of any kind, and who was at Tuesday's meeting."""
    async with town.database.write() as session:
        person = Person(organisation_id=1, name="Huguette", language="fr", channel="post", created_at=town.now)
        session.add(person)
        await session.flush()
        await grant(session, person.id, Role.EXPERT)
    await meeting(town, TUESDAY, people=(person,), came=came)
    return person


async def entries(town: Town) -> list[tuple[str, int | None]]:
    async with town.database.read() as session:
        rows = await session.execute(select(Entry.act, Entry.thing_id).order_by(Entry.id))
        return [(act, thing) for act, thing in rows if act.startswith("claims.")]


async def test_a_claim_told_by_voice_is_counted_as_her_own_would_be(town: Town, maude: Phone) -> None:
    person = await huguette(town)
    await maude.tell("/inscrire-demande Huguette; rencontre 1; autobus 7,50, garde 20")
    await maude.expect("Demande no 1 inscrite pour Huguette", "Total 82,50", "dites-le-lui", "/retirer-demande 1")
    [claim] = await claims_of(town)
    assert (claim.person_id, claim.state, claim.entered) == (person.id, ClaimState.SUBMITTED, True)
    assert await lines_of(town, claim) == {"participation": 5500, "transport_fare": 750, "childcare": 2000}
    assert await entries(town) == [("claims.entered", 1)]
    await maude.tell("/demande 1")
    await maude.expect("Demande no 1, Huguette", "Inscrite pour la personne par Maude")


async def test_whoever_has_a_phone_reads_it_and_reads_that_it_was_taken_out(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    await maude.tell("/inscrire-demande Rose rencontre 1 autobus 7,50")
    await maude.expect("Demande no 1 inscrite pour Rose", "Rose le sait")
    await phone.expect("Demande no 1 inscrite pour vous", "62,50", "Une erreur?")
    await maude.tell("/retirer-demande 1")
    await maude.expect_any("Demande no 1 de Rose", "retiree")
    await phone.expect("Demande no 1", "retiree", "Rien ne sera paye")
    assert [claim.state for claim in await claims_of(town)] == [ClaimState.CANCELLED]
    assert await entries(town) == [("claims.entered", 1), ("claims.taken_out", 1)]


async def test_what_she_sent_herself_is_not_taken_out(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50")
    await phone.expect_any("C'est bon?")
    await phone.text("oui")
    await maude.tell("/retirer-demande 1")
    await maude.expect_any("vient de Rose", "/retourner 1")
    assert [claim.state for claim in await claims_of(town)] == [ClaimState.SUBMITTED]


async def test_the_same_claim_is_written_down_once_and_another_of_the_day_is_looked_at(
    town: Town, maude: Phone
) -> None:
    await huguette(town)
    for _ in range(2):
        await maude.tell("/inscrire-demande Huguette; rencontre 1; autobus 7,50")
    await maude.expect_any("deja la demande no 1 de Huguette")
    assert len(await claims_of(town)) == 1
    await maude.tell("/inscrire-demande Huguette; rencontre 1; garde 20, frais seulement")
    await maude.expect_any("Demande no 2 inscrite", "A regarder : autre demande pour le meme jour (no 1)")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Huguette; rencontre 1; autobus", "Je ne comprends pas tout"),  # without its price
        ("Huguette; rencontre 1; blabla", "Je ne comprends pas tout"),
        ("Huguette; rencontre 1; autobus 99999999", "Je ne comprends pas tout"),
        ("Huguette; rencontre 1; garde -40", "Je ne comprends pas tout"),
        ("Huguette; rencontre 9; autobus 7,50", "no 9"),
        ("Gaston; rencontre 1; autobus 7,50", "Personne ne repond"),
        ("", "/inscrire-demande Rose"),
    ],
)
async def test_what_is_half_understood_writes_nothing(town: Town, maude: Phone, words: str, said: str) -> None:
    await huguette(town)
    await maude.tell(f"/inscrire-demande {words}")
    await maude.expect_any(said)
    assert await claims_of(town) == []


async def test_the_meeting_is_asked_when_it_is_not_said(town: Town, maude: Phone) -> None:
    await huguette(town)
    await maude.tell("/inscrire-demande Huguette; autobus 7,50")
    await maude.expect("Pour quelle rencontre de Huguette?")
    await maude.press("10 fev")
    await maude.expect_any("Demande no 1 inscrite", "Total 62,50")


async def test_another_activity_has_its_name_and_its_day(town: Town, maude: Phone) -> None:
    await huguette(town)
    await maude.tell("/inscrire-demande Huguette; activité formation du 3 février; autobus 7,50, demi-journée")
    await maude.expect_any("Demande no 1 inscrite", "Total 62,50")
    [claim] = await claims_of(town)
    assert (claim.activity_date, claim.note, claim.meeting_id) == (dt.date(2026, 2, 3), "formation", None)


async def test_nobody_enters_their_own(town: Town, maude: Phone) -> None:
    await huguette(town)
    await maude.tell("/inscrire-demande Maude; rencontre 1; autobus 7,50")
    await maude.expect_any("une autre personne de la coordination")
    assert await claims_of(town) == []


async def test_of_someone_noted_absent_the_time_is_said_and_of_a_part_taken_by_phone_it_is_remote(
    town: Town, maude: Phone
) -> None:
    await huguette(town)
    async with town.database.write() as session:
        await session.execute(update(Attendance).values(presence=Presence.NONE))
    await maude.tell("/inscrire-demande Huguette; rencontre 1; garde 20")
    await maude.expect_any("Combien de temps, Huguette?")
    async with town.database.write() as session:
        await session.execute(update(Attendance).values(presence=Presence.PHONE))
    await maude.tell("/inscrire-demande Huguette; rencontre 1; garde 20")
    await maude.expect_any("Demande no 1 inscrite")
    [claim] = await claims_of(town)
    assert await lines_of(town, claim) == {"remote": 2000, "childcare": 2000}


async def test_a_meeting_to_come_pays_nothing_yet(town: Town, maude: Phone) -> None:
    person = await huguette(town)
    await meeting(town, dt.date(2026, 3, 10), people=(person,), came=False)
    await maude.tell("/inscrire-demande Huguette; rencontre 2; autobus 7,50")
    await maude.expect_any("n'a pas eu lieu")
    assert await claims_of(town) == []


async def desk(town: Town) -> Browser:
    async with town.database.read() as session:
        return await browser_of(town, (await session.scalars(select(Person).where(Person.name == "Maude"))).one())


async def test_from_the_page_of_a_person_then_taken_out_from_the_page_of_the_claim(town: Town, maude: Phone) -> None:
    person = await huguette(town)
    browser = await desk(town)
    await browser.open(f"/bureau/personnes/{person.id}")
    assert "Inscrire une demande pour cette personne" in browser.words
    await browser.open(f"/bureau/actes/claims.enter/{person.id}")
    assert "COCO" in browser.words, "meetings are chosen by their names"
    await browser.fill("", meeting="1", words="autobus")
    assert "Je ne comprends pas tout" in browser.words
    await browser.fill("", meeting="1", words="autobus 7,50")
    assert "Vérifier avant de le faire" in browser.words
    await browser.confirm()
    assert "Demande no 1 inscrite pour Huguette" in browser.words
    assert browser.page is not None
    assert browser.page.url.path == "/bureau/demandes/1"
    assert "Inscrite pour la personne par Maude" in browser.words
    await browser.open("/bureau/actes/claims.take_out/1")
    await browser.fill("")
    await browser.confirm()
    assert [claim.state for claim in await claims_of(town)] == [ClaimState.CANCELLED]


async def test_on_the_page_whoever_has_a_phone_reads_it_only_once_it_was_shown(town: Town, maude: Phone) -> None:
    phone = town.sms("+18195550101")
    person = await expert(town, phone, "Rose")
    await meeting(town, TUESDAY, people=(person,))
    browser = await desk(town)
    await browser.open(f"/bureau/actes/claims.enter/{person.id}")
    await browser.fill("", meeting="1", words="autobus 7,50")
    assert "inscrite pour vous" in browser.words
    assert await claims_of(town) == []
    await browser.confirm()
    await town.settle()
    await phone.expect("Demande no 1 inscrite pour vous", "62,50")
