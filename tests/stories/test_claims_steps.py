"""A claim one question at a time: by text, by buttons, corrected, with a picture, changed meanwhile."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.rules import LineKind
from db.claims.tables import ClaimLine, Rate
from db.meetings.questions import attendance_made
from db.meetings.tables import Meeting, MeetingState, Presence
from db.people import Role
from tests.support.claims import claims_of, expert, lines_of, meeting, set_rates
from tests.support.people import settle_in
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)


async def rose(town: Town, *, language: str = "fr", phone: Phone | None = None, meal_served: bool = False) -> Phone:
    phone = phone or town.sms()
    person = await expert(town, phone, language=language)
    await set_rates(town)
    await meeting(town, TUESDAY, people=(person,), meal_served=meal_served)
    town.now = town.local(2026, 2, 12)
    return phone


async def test_a_claim_one_question_at_a_time_by_text(town: Town) -> None:
    phone = await rose(town)
    await phone.text("RECLAMER")
    ride = await phone.expect("Pour venir", "1 non", "2 autobus", "3 auto", "4 taxi")
    assert ride.segments == 1
    await phone.text("3")
    await phone.expect("Combien de kilometres", "aller et retour")
    await phone.text("34 km")
    await phone.expect("repas", "1 non", "2 oui, 20 $")
    await phone.text("2")
    await phone.expect("frais de garde", "1 non")
    await phone.text("40")
    await phone.expect("Autre chose")
    await phone.text("stationnement 6 $")
    await phone.expect("photo du recu", "1 pas de recu")
    await phone.text("1")
    await phone.expect(
        "COCO, mardi 10 fev.", "auto 34 km 17 $", "repas 20 $", "garde 40 $", "stationnement 6 $", "138 $"
    )
    await phone.text("1")
    await phone.expect("Recue: demande no 1, 138 $", "STATUT")
    [claim] = await claims_of(town)
    assert await lines_of(town, claim) == {
        "participation": 5500,
        "transport_km": 1700,
        "meal": 2000,
        "childcare": 4000,
        "other": 600,
    }


async def test_a_claim_by_buttons_in_english(town: Town) -> None:
    chat = await rose(town, language="en", phone=town.telegram())
    await chat.text("CLAIM")
    await chat.expect("Did you pay something to get there?")
    await chat.press("bus")
    await chat.expect("How much for the bus")
    await chat.text("$7.50")
    await chat.expect("meal")
    await chat.press("no")
    await chat.expect("childcare")
    await chat.press("no")
    await chat.expect("Anything else")
    await chat.press("no")
    await chat.expect("COCO, Tuesday, February 10", "participation $55", "bus $7.50", "Total $62.50")
    await chat.press("OK")
    await chat.expect("Received: claim no. 1, $62.50")


async def test_a_meal_that_was_served_is_not_asked_about(town: Town) -> None:
    phone = await rose(town, meal_served=True)
    await phone.text("RECLAMER")
    await phone.expect("Pour venir")
    await phone.text("1")
    await phone.expect("frais de garde")


async def test_the_first_question_takes_the_whole_claim_in_a_sentence(town: Town) -> None:
    phone = await rose(town, meal_served=True)
    await phone.text("RECLAMER")
    await phone.expect("Pour venir")
    await phone.text("autobus 7,50 garde 40")
    await phone.expect("Autre chose")
    await phone.text("1")
    await phone.expect("autobus 7,50 $", "garde 40 $", "Total 102,50 $")


@pytest.mark.parametrize(
    ("wrong", "example"),
    [
        ("douze ou treize", "Exemple: 34"),
        ("-5", "Exemple: 34"),
        ("90000", "de 1 a 1500"),
        ("a" * 5000, "Exemple: 34"),
    ],
)
async def test_an_answer_that_does_not_fit_gets_an_example_and_the_question_again(
    town: Town, wrong: str, example: str
) -> None:
    phone = await rose(town)
    await phone.text("RECLAMER")
    await phone.expect("Pour venir")
    await phone.text("auto")
    await phone.expect("Combien de kilometres")
    await phone.text(wrong)
    await phone.expect(example, "Combien de kilometres")


@pytest.mark.parametrize("wrong", ["-7,50", "je sais pas", "999999"])
async def test_an_amount_that_is_none_gets_an_example(town: Town, wrong: str) -> None:
    phone = await rose(town)
    await phone.text("RECLAMER")
    await phone.expect("Pour venir")
    await phone.text("2")
    await phone.expect("Combien pour l'autobus")
    await phone.text(wrong)
    await phone.expect("Exemple: 7,50", "Combien pour l'autobus")
    assert await claims_of(town) == []


async def test_words_at_the_summary_put_it_right(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50 garde 40")
    await phone.expect("Total 102,50 $")
    await phone.text("garde 30")
    await phone.expect("garde 30 $", "Total 92,50 $")
    await phone.text("non c'etait 9,25 d'autobus")
    await phone.expect("autobus 9,25 $", "garde 30 $", "Total 94,25 $")
    await phone.text("oui")
    await phone.expect("demande no 1, 94,25 $")


async def test_one_line_is_asked_again_and_nothing_else(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50 garde 40")
    await phone.expect("Total 102,50 $")
    await phone.text("2")
    await phone.expect("Qu'est-ce qui n'est pas bon?", "1 ma participation", "4 la garde")
    await phone.text("4")
    await phone.expect("frais de garde")
    await phone.text("1")
    await phone.expect("autobus 7,50 $", "Total 62,50 $")
    await phone.text("1")
    await phone.expect("demande no 1, 62,50 $")


async def test_someone_may_want_their_expenses_only(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50")
    await phone.expect("Total 62,50 $")
    await phone.text("2")
    await phone.expect("Qu'est-ce qui")
    await phone.text("1")
    await phone.expect("combien de temps", "3 seulement mes frais")
    await phone.text("3")
    await phone.expect("autobus 7,50 $. Total 7,50 $")


async def test_non_merci_at_the_summary_declines(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50")
    await phone.expect("Total 62,50 $")
    await phone.text("non merci")
    await phone.expect("Rien ne change pour vous")
    assert await claims_of(town) == []


async def test_a_rate_that_changed_since_the_summary_is_shown_again(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50")
    await phone.expect("Total 62,50 $")
    async with town.database.write() as session:
        rate = await session.scalar(select(Rate).where(Rate.kind == LineKind.PARTICIPATION))
        assert rate is not None
        rate.cents = 6000
    await phone.text("oui")
    await phone.expect("Quelque chose a change")
    await phone.expect("participation 60 $", "Total 67,50 $")
    await phone.text("oui")
    await phone.expect("demande no 1, 67,50 $")


async def test_a_meeting_that_moved_since_the_summary_is_shown_again(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50")
    await phone.expect("mardi 10 fev.")
    async with town.database.write() as session:
        row = await session.get_one(Meeting, 1)
        row.local_date = dt.date(2026, 2, 11)
    await phone.text("1")
    await phone.expect("Quelque chose a change")
    await phone.expect("mercredi 11 fev.")
    assert await claims_of(town) == []


async def test_a_meeting_cancelled_since_is_said(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50")
    await phone.expect("mardi 10 fev.")
    async with town.database.write() as session:
        (await session.get_one(Meeting, 1)).state = MeetingState.CANCELLED
    await phone.text("1")
    await phone.expect("n'a plus lieu")
    await phone.expect("Quelle activite, et quel jour?")


async def test_a_picture_at_the_summary_goes_with_the_claim(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50 garde 40")
    await phone.expect("Total 102,50 $")
    await phone.photo()
    await phone.expect("Photo recue")
    await phone.expect("Total 102,50 $")
    await phone.text("oui")
    await phone.expect("demande no 1")
    async with town.database.read() as session:
        rows = {r.kind: r for r in await session.scalars(select(ClaimLine))}
    assert rows[LineKind.TRANSPORT_FARE].receipt == "photo"
    assert rows[LineKind.TRANSPORT_FARE].media_id is not None
    assert rows[LineKind.CHILDCARE].receipt == ""


async def test_a_receipt_is_asked_for_where_the_region_wants_one(town: Town) -> None:
    phone = await rose(town)
    async with town.database.write() as session:
        rate = await session.scalar(select(Rate).where(Rate.kind == LineKind.CHILDCARE))
        assert rate is not None
        rate.receipt = True
    await phone.text("autobus 7,50 garde 40")
    await phone.expect("Garde, 40 $: envoyez une photo")
    await phone.photo()
    await phone.expect("Total 102,50 $")
    await phone.text("oui")
    await phone.expect("demande no 1")
    async with town.database.read() as session:
        line = await session.scalar(select(ClaimLine).where(ClaimLine.kind == LineKind.CHILDCARE))
        assert line is not None
        assert (line.receipt, line.media_id is not None) == ("photo", True)


async def test_rates_and_status_answer_in_the_middle_and_the_question_comes_back(town: Town) -> None:
    phone = await rose(town)
    await phone.text("RECLAMER")
    await phone.expect("Pour venir")
    await phone.text("TARIFS")
    table = await phone.expect(
        "participation 55 $", "auto 0,50 $/km", "garde max. 60 $", "autobus et autre au prix paye"
    )
    assert table.segments == 1
    await phone.expect("Pour venir")
    await phone.text("STATUT")
    await phone.expect("pas encore envoyee")
    await phone.expect("Pour venir")


async def test_an_activity_outside_the_meetings(town: Town) -> None:
    phone = town.sms()
    await expert(town, phone)
    await set_rates(town)
    town.now = town.local(2026, 5, 14)
    await phone.text("RECLAMER")
    await phone.expect("Quelle activite, et quel jour?")
    await phone.text("formation")
    await phone.expect("pas compris le jour", "Exemple: formation, 12 mai", "Quelle activite")
    await phone.text("formation le 12 mai")
    await phone.expect("combien de temps")
    await phone.text("1")
    await phone.expect("Pour venir")
    await phone.text("1")
    await phone.expect("repas")
    await phone.text("1")
    await phone.expect("garde")
    await phone.text("1")
    await phone.expect("Autre chose")
    await phone.text("1")
    await phone.expect("formation le 12 mai", "participation 55 $", "Total 55 $")


async def test_a_day_to_come_is_not_claimed_yet(town: Town) -> None:
    phone = town.sms()
    await expert(town, phone)
    await set_rates(town)
    town.now = town.local(2026, 5, 10)
    await phone.text("RECLAMER")
    await phone.expect("Quelle activite")
    await phone.text("formation le 12 mai")
    await phone.expect("mardi 12 mai n'est pas encore passe")


async def test_someone_who_is_not_paid_for_their_time_is_asked(town: Town) -> None:
    phone = town.sms()
    person = await settle_in(town, phone, "Luc", Role.MEMBER)
    await set_rates(town)
    await meeting(town, TUESDAY, people=(person,))
    town.now = town.local(2026, 2, 12)
    await phone.text("RECLAMER")
    await phone.expect("combien de temps", "3 seulement mes frais")


async def test_someone_noted_as_absent_is_asked_rather_than_paid(town: Town) -> None:
    phone = town.sms()
    person = await expert(town, phone)
    await set_rates(town)
    held = await meeting(town, TUESDAY, people=(person,), came=False)
    async with town.database.write() as session:
        (await attendance_made(session, held.id, person.id)).presence = Presence.NONE
    town.now = town.local(2026, 2, 12)
    await phone.text("RECLAMER")
    await phone.expect("combien de temps")


async def test_without_any_rate_the_prices_paid_are_still_taken(town: Town) -> None:
    phone = town.sms()
    person = await expert(town, phone)
    await meeting(town, TUESDAY, people=(person,))
    town.now = town.local(2026, 2, 12)
    await phone.text("TARIFS")
    await phone.expect("pas encore fixes", "Maude")
    await phone.text("autobus 7,50")
    await phone.expect("autobus 7,50 $. Total 7,50 $")


async def test_a_draft_left_alone_expires_and_the_person_is_told(town: Town) -> None:
    phone = await rose(town)
    await phone.text("RECLAMER")
    await phone.expect("Pour venir")
    await town.move(days=4)
    assert await claims_of(town) == []


async def test_a_keyword_that_could_be_another_is_settled_by_the_sum_behind_it(town: Town) -> None:
    phone = await rose(town)
    await phone.text("demande autobus 7,50")
    await phone.expect("autobus 7,50 $", "Total 62,50 $")


async def test_the_table_is_the_same_for_everyone_with_the_right_to_say_no(town: Town) -> None:
    phone = await rose(town)
    await phone.text("TARIFS")
    table = await phone.expect("Tarifs: participation 55 $")
    assert table.segments == 1
    chat = town.telegram("31")
    await settle_in(town, chat, "Luc", Role.MEMBER)
    await chat.text("TARIFS")
    await chat.expect("Les memes montants pour tout le monde", "participation 55 $")


async def test_noting_presence_does_not_take_the_place_of_a_claim_under_way(town: Town) -> None:
    """The offer of the day after waits until the claim that they write is over."""
    await set_rates(town)
    town.now = town.local(2026, 2, 11, 16)
    phone = town.sms("+18195550101")
    person = await expert(town, phone, "Rose")
    await phone.text("autobus 7,50")
    await phone.expect("Quelle activite")
    await meeting(town, dt.date(2026, 2, 10), name="COCO", people=(person,))
    await town.move(minutes=10)
    assert not any("votre allocation et vos frais" in said.text for said in phone.unread)
