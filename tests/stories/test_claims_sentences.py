"""One sentence is a whole claim: each as it is texted, and what comes of it. Clock and agenda are fixed."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.rules import ClaimState
from db.conversations import Task
from db.journal import Entry
from tests.support.claims import claims_of, expert, lines_of, meeting, set_rates
from tests.support.meetings import arrive
from tests.support.phones import Phone, Town

EVENING = (dt.time(17), dt.time(20))
MORNING = (dt.time(9), dt.time(12))
WHOLE_DAY = (dt.time(9), dt.time(16))


async def rose(town: Town, *days: tuple[dt.date, tuple[dt.time, dt.time], str]) -> Phone:
    """Rose's phone; she was at these meetings."""
    phone = town.sms()
    person = await expert(town, phone)
    await set_rates(town)
    for day, hours, name in days:
        await meeting(town, day, *hours, name=name, people=(person,))
    return phone


async def tasks(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Task.kind)))


@pytest.mark.parametrize(
    "words",
    [
        "jai ete a la rencontre mardi tout lapresmidi bus 7.50 aller retour",
        "j'etais la mardi apres midi, autobus 7,50$",
        "rencontre de mardi pis 7,50 d'autobus",
        "mardi demi-journee bus 7.50",
    ],
)
async def test_an_afternoon_and_the_bus(town: Town, words: str) -> None:
    phone = await rose(town, (dt.date(2026, 2, 10), (dt.time(13, 30), dt.time(15, 30)), "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text(words)
    await phone.expect("COCO", "participation 55 $", "autobus 7,50 $", "Total 62,50 $", "C'est bon?")
    await phone.text("oui")
    await phone.expect("Recue: demande no 1, 62,50 $")
    [claim] = await claims_of(town)
    assert (claim.total_cents, claim.activity_date, claim.state) == (6250, dt.date(2026, 2, 10), ClaimState.SUBMITTED)


@pytest.mark.parametrize(
    "words", ["RECLAME 10/02 COCO 1/2J AUTO 34KM GARDE 25", "reclamer coco 10 fev demi journee 34 km garde 25$"]
)
async def test_a_claim_written_like_a_form(town: Town, words: str) -> None:
    phone = await rose(town, (dt.date(2026, 2, 10), (dt.time(13, 30), dt.time(15, 30)), "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text(words)
    await phone.expect("participation 55 $", "auto 34 km 17 $", "garde 25 $", "Total 97 $")
    await phone.text("1")
    await phone.expect("demande no 1, 97 $")


async def test_a_taxi_with_its_reason_is_an_exception_that_a_human_decides(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 2, 4), EVENING, "Comite"))
    town.now = town.local(2026, 2, 6)
    await phone.text("jetai la mercredi soir souper fourni. taxi 22 pcq pu dbus a 20h")
    await phone.expect("participation 55 $", "taxi 22 $ (quelqu'un va decider)", "Total 77 $")
    await phone.text("oui")
    await phone.expect("demande no 1, 77 $")
    [claim] = await claims_of(town)
    assert await lines_of(town, claim) == {"participation": 5500, "transport_fare": 2200}


async def test_a_taxi_without_a_reason_asks_for_it(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 2, 4), EVENING, "Comite"))
    town.now = town.local(2026, 2, 6)
    await phone.text("taxi 18 piasses mercredi")
    await phone.expect("Pourquoi un taxi?")
    await phone.text("ma voiture est brisee")
    await phone.expect("taxi 18 $", "Total 73 $")


async def test_two_days_could_be_two_mornings_so_the_hours_are_asked_once(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 5, 12), MORNING, "Formation"), (dt.date(2026, 5, 13), MORNING, "Formation"))
    town.now = town.local(2026, 5, 14)
    await phone.text("2 jour formation 12-13 mai")
    await phone.expect("combien de temps chaque jour?", "1 une demi-journee, 55 $", "2 la journee, 110 $")
    await phone.text("1")
    await phone.expect("12 mai", "13 mai", "Total 110 $", "C'est bon?")
    await phone.text("1")
    await phone.expect("demande no 1, 110 $")


@pytest.mark.parametrize(
    "words", ["pas besoin dargent merci donner le a la gardrie", "non merci pour l'argent", "jai pas besoin de largent"]
)
async def test_no_thank_you_is_noted_and_the_money_goes_nowhere_else(town: Town, words: str) -> None:
    phone = await rose(town, (dt.date(2026, 2, 10), MORNING, "COCO"))
    await arrive(town, 2, 12)
    await phone.expect("Voulez-vous demander votre allocation")
    await phone.text(words)
    await phone.expect("note, merci", "Rien ne change pour vous")
    assert await claims_of(town) == []
    async with town.database.read() as session:
        assert "claims.declined" in list(await session.scalars(select(Entry.act)))


@pytest.mark.parametrize(
    "words", ["jai pas eu mon 110 de fevrier sa fait 5 semaine", "toujours pas recu mon argent du 10"]
)
async def test_asking_where_the_money_is_shows_where_the_claim_stands_and_alerts_someone(
    town: Town, words: str
) -> None:
    phone = await rose(town, (dt.date(2026, 2, 10), WHOLE_DAY, "COCO"))
    town.now = town.local(2026, 2, 11)
    await phone.text("journee de participation mardi")
    await phone.expect("Total 110 $")
    await phone.text("oui")
    await phone.expect("no 1")
    town.now = town.local(2026, 3, 18)
    await phone.text(words)
    await phone.expect("Demande no 1, 110 $: recue le 11 fev.")
    await phone.expect("Maude est au courant", "555-0142")
    assert "claim_late" in await tasks(town)
    assert len(await claims_of(town)) == 1


async def test_the_same_text_three_minutes_later_is_noted_once(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 2, 10), MORNING, "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text("rencontre 10 fev bus 7,50")
    await phone.expect("Total 62,50 $")
    town.now += dt.timedelta(minutes=3)
    await phone.text("rencontre 10 fev bus 7,50")
    await phone.expect("Deja note")
    await phone.expect("Total 62,50 $")
    await phone.text("oui")
    await phone.expect("demande no 1")
    town.now += dt.timedelta(minutes=3)
    await phone.text("rencontre 10 fev bus 7,50")
    await phone.expect("Deja note: demande no 1, 62,50 $")
    assert len(await claims_of(town)) == 1


@pytest.mark.parametrize(
    ("words", "kind", "answer"),
    [
        ("soixante piasse pour les 2 dernieres semaine come dhab", "claim_unclear", "ne suit pas nos tarifs"),
        ("60$ pour le mois passe", "claim_unclear", "ne suit pas nos tarifs"),
        (
            "ma soeur est venu a ma place peut tu avoir lallocation elle a pas de cell",
            "proxy_claim",
            "N'envoyez pas son nom",
        ),
    ],
)
async def test_what_needs_judgement_goes_to_a_human(town: Town, words: str, kind: str, answer: str) -> None:
    phone = await rose(town, (dt.date(2026, 2, 10), MORNING, "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text(words)
    await phone.expect(answer, "Maude")
    assert await tasks(town) == [kind]
    assert await claims_of(town) == []


async def test_more_than_the_most_is_an_exception_and_a_meal_is_checked(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 11, 19), WHOLE_DAY, "Grand rassemblement"))
    town.now = town.local(2026, 11, 20)
    await phone.text("garde 4 enfant 80$ + repas 3 x 12 + 62 km + journee au grand rasemblement 19 nov")
    await phone.expect("repas", "servi", "1 non, je l'ai paye", "2 oui, servi")
    await phone.text("1")
    await phone.expect(
        "participation 110 $",
        "62 km 31 $",
        "3 repas 36 $",
        "garde 80 $ (plus que 60 $: quelqu'un va decider)",
        "Total 257 $",
    )
    await phone.text("oui")
    await phone.expect("demande no 1, 257 $")


async def test_an_amount_alone_is_the_participation_it_comes_to(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 2, 10), WHOLE_DAY, "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text("110 pis 12 km")
    await phone.expect("participation 110 $ (journee)", "auto 12 km 6 $", "Total 116 $")


async def test_an_amount_that_the_hours_do_not_make_is_asked(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 2, 10), MORNING, "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text("110 pis 12 km")
    await phone.expect("vous avez participe combien de temps?")
    await phone.text("1")
    await phone.expect("participation 55 $", "Total 61 $")


async def test_which_meeting_is_asked_when_the_sentence_does_not_say(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 2, 3), MORNING, "COCO"), (dt.date(2026, 2, 10), MORNING, "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text("autobus 7,50 garde 40")
    await phone.expect("quelle rencontre?", "1 10 fev., COCO", "2 3 fev., COCO", "3 autre chose")
    await phone.text("mardi passe le 3 fevrier")
    await phone.expect("3 fev.", "Total 102,50 $")


async def test_a_weekday_is_the_last_one_with_a_meeting(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 2, 3), MORNING, "COCO"), (dt.date(2026, 2, 10), MORNING, "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text("autobus 7,50 garde 40 pour mardi")
    await phone.expect("mardi 10 fev.", "autobus 7,50 $", "garde 40 $", "Total 102,50 $")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("RECLAMER autobus 99999999999", "99 999 999 999 $?"),
        ("RECLAMER taxi 21474836.48", "21 474 836,48 $?"),
        ("RECLAMER garde -40", "40 $?"),
        ("RECLAMER autobus -7,50", "7,50 $?"),
    ],
)
async def test_a_sum_that_no_claim_has_is_said_back_and_asked(town: Town, words: str, said: str) -> None:
    """Cut to what fits, or read without its minus, it would be paid as it was never said."""
    phone = await rose(town, (dt.date(2026, 2, 10), (dt.time(13, 30), dt.time(15, 30)), "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text(words)
    await phone.expect(said, "Ecrivez le montant")
    assert not [one for one in phone.all if "Total" in one.text]


async def test_an_answer_beyond_the_ceiling_is_said_back(town: Town) -> None:
    phone = await rose(town, (dt.date(2026, 2, 10), (dt.time(13, 30), dt.time(15, 30)), "COCO"))
    town.now = town.local(2026, 2, 12)
    await phone.text("RECLAMER taxi 99999999")
    await phone.expect("Ecrivez le montant")
    assert await claims_of(town) == []
