"""From the offer of the day after to the money said to have come: what each phone reads, what coordinators write."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.rules import ClaimState
from db.claims.tables import Rate
from db.comments.tables import RemoteParticipation
from db.contacts import Consent, ContactPerson, add_contact
from db.conversations import Task
from db.journal import Entry
from db.people import Person, PersonRole, Role
from tests.support.claims import claims_of, expert, lines_of, meeting, set_rates
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)


async def rose(town: Town, address: str = "+18195550101", name: str = "Rose", table: str = "COCO") -> Phone:
    """Rose, her phone, and the meeting where she was on Tuesday."""
    phone = town.sms(address)
    person = await expert(town, phone, name)
    await meeting(town, TUESDAY, name=table, people=(person,))
    return phone


async def claimed(town: Town, phone: Phone, words: str = "autobus 7,50") -> None:
    await phone.text(words)
    await phone.expect_any("C'est bon?")
    await phone.forget()
    await phone.text("oui")
    await phone.expect("Recue: demande no")


async def approved(maude: Phone, phone: Phone, number: int) -> None:
    """What is asked for its day from then on is another claim."""
    await maude.tell(f"/approuver-demande {number}")
    await maude.forget()
    await phone.expect_any(f"no {number} est acceptee")


async def acts(town: Town) -> list[str]:
    async with town.database.read() as session:
        return [a for a in await session.scalars(select(Entry.act).order_by(Entry.id)) if a.startswith("claims.")]


@pytest.fixture
async def maude(town: Town) -> Phone:
    await set_rates(town)
    town.now = town.local(2026, 2, 12)
    return await coordinator(town)


async def test_from_the_offer_of_the_day_after_to_the_money_received(town: Town) -> None:
    await set_rates(town)
    town.now = town.local(2026, 2, 10, 16)
    maude = await coordinator(town)
    phone = await rose(town)
    await town.move(to=town.local(2026, 2, 11, 9, 50))
    await phone.expect_nothing()
    await town.move(to=town.local(2026, 2, 11, 10, 30))
    offer = await phone.expect("Pour COCO, le mardi 10 fev.", "votre allocation", "1 oui", "2 non merci")
    assert offer.segments == 1
    await phone.text("1")
    await phone.expect("Pour venir")
    await phone.text("autobus 7,50")
    await phone.expect("repas")
    await phone.text("1")
    await phone.expect("garde")
    await phone.text("60")
    await phone.expect("Autre chose")
    await phone.text("1")
    await phone.expect("Total 122,50 $")
    await phone.text("oui")
    await phone.expect("Recue: demande no 1, 122,50 $")
    await maude.forget()
    await maude.text("/demandes")
    await maude.expect("no 1 Rose, 122,50 $, a decider", "/demande 1")
    await maude.text("/demande 1")
    await maude.expect("COCO, mardi 10 fevrier", "autobus 7,50 $", "Total 122,50 $ (participation 55 $, frais 67,50 $)")
    await maude.text("/approuver-demande 1")
    await maude.expect("Demande no 1 acceptee : 122,50 $", "/payer 1")
    await phone.expect("demande no 1 est acceptee: 122,50 $")
    await maude.text("/payer 1 virement 2026-02-11")
    await maude.expect("A payer par virement", "no 1 Rose 122,50 $", "Total 122,50 $")
    await maude.expect("ecrivez le total")
    await maude.text("122,50")
    await maude.expect("Paye par virement", "122,50 $")
    await phone.expect("Demande no 1: 122,50 $, paye par virement, le mercredi 11 fev.", "1 oui", "2 pas encore")
    await phone.text("STATUT")
    await phone.expect("Demande no 1, 122,50 $: payee le 11 fev.")
    await phone.expect("l'avez-vous recu?")
    await phone.text("oui")
    await phone.expect("Merci")
    [claim] = await claims_of(town)
    assert claim.state is ClaimState.RECEIVED
    assert await acts(town) == [
        "claims.offered",
        "claims.submitted",
        "claims.approved",
        "claims.paid",
        "claims.received",
    ]


async def test_an_offer_is_made_once_and_not_to_someone_who_claimed_already(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    town.now = town.local(2026, 2, 11, 8)
    await claimed(town, phone)
    await town.move(days=3)
    await phone.expect_nothing()


async def test_no_thanks_to_the_offer_is_noted_and_it_is_not_made_again(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    await town.move(minutes=10)
    await phone.expect("Pour COCO", "votre allocation")
    await phone.text("2")
    await phone.expect("Rien ne change pour vous", "RECLAMER")
    await town.move(days=8)
    await phone.expect_nothing()
    assert "claims.declined" in await acts(town)


async def test_the_offer_is_answered_by_the_whole_claim(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    await town.move(minutes=10)
    await phone.expect("Pour COCO", "votre allocation")
    await phone.text("autobus 7,50 garde 40")
    await phone.expect("COCO, mardi 10 fev.", "Total 102,50 $")


async def test_taking_part_from_afar_is_offered_only_after_the_reading(town: Town) -> None:
    await set_rates(town)
    town.now = town.local(2026, 2, 10, 16)
    phone = town.sms()
    person = await expert(town, phone)
    held = await meeting(town, TUESDAY, people=(person,), came=False)
    async with town.database.write() as session:
        session.add(RemoteParticipation(meeting_id=held.id, person_id=person.id))
    await town.move(days=2)
    await phone.expect_nothing()
    async with town.database.write() as session:
        row = await session.scalar(select(RemoteParticipation))
        assert row is not None
        row.released_on = town.now.date()
    await town.move(days=1, hours=3)
    await phone.expect("COCO")
    await phone.text("1")
    await phone.expect("garde")  # from home, neither a journey nor a meal is asked about
    await phone.text("1")
    await phone.expect("Autre chose")
    await phone.text("1")
    await phone.expect("participation a distance 20 $. Total 20 $")
    await phone.text("1")
    await phone.expect("demande no 1")
    [claim] = await claims_of(town)
    assert await lines_of(town, claim) == {"remote": 2000}
    assert {column.name for column in type(claim).__table__.columns if "comment" in column.name} == set()


async def test_a_ride_that_is_said_counts_for_who_took_part_from_afar_too(town: Town) -> None:
    await set_rates(town)
    town.now = town.local(2026, 2, 12, 11)
    phone = town.sms()
    person = await expert(town, phone)
    held = await meeting(town, TUESDAY, people=(person,), came=False)
    async with town.database.write() as session:
        session.add(RemoteParticipation(meeting_id=held.id, person_id=person.id, released_on=dt.date(2026, 2, 11)))
    await phone.text("autobus 7,50 mardi 10 fev")
    await phone.expect("autobus 7,50 $", "C'est bon?")


async def test_a_claim_sent_back_with_a_question_comes_back_with_its_answer(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    await claimed(town, phone)
    await maude.text("/retourner 1 L'autobus, c'était l'aller et le retour?")
    await maude.expect("Question posee a Rose")
    await phone.expect("Demande no 1: L'autobus, c'etait l'aller et le retour? Repondez ici.")
    await phone.text("STATUT")
    await phone.expect("une question vous attend")
    await phone.expect("l'aller et le retour?")
    await phone.text("les deux, 3,75 chaque")
    await phone.expect("ajoutee a la demande no 1")
    await maude.expect("Rose repond : les deux, 3,75 chaque", "/demande 1")
    await maude.text("/demande 1")
    await maude.expect("Reponse : les deux, 3,75 chaque", "a decider")


async def test_a_refusal_always_has_its_reason_and_a_number_to_call(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    await claimed(town, phone)
    await maude.text("/refuser 1")
    await maude.expect("/refuser 12")
    await phone.expect_nothing()
    await maude.text("/refuser 1 Cette rencontre était payée par la MRC.")
    await maude.expect("Demande no 1 : Rose", "$")
    await maude.expect_any("Refuser la demande no 1?")
    await phone.expect_nothing()
    await maude.press("envoyer")
    await maude.expect("Demande no 1 pas acceptee")
    await phone.expect("pas acceptee", "payee par la MRC", "555-0142")
    await maude.tell("/rouvrir-demande 1")
    await maude.expect("remise a decider")
    await phone.expect("regardee de nouveau")


async def test_a_presence_noted_of_the_wrong_person_and_put_right_offers_nothing(town: Town, maude: Phone) -> None:
    phone = town.sms("+18195550101")
    person = await expert(town, phone, "Rose")
    await meeting(town, TUESDAY, people=(person,), came=False)
    await maude.tell("/presence 1 Rose")
    await town.move(minutes=5)
    await maude.tell("/presence 1 Rose absent")
    await town.move(hours=2)
    await phone.expect_nothing()
    await maude.tell("/presence 1 Rose")
    await town.move(minutes=5)
    await phone.expect_nothing()
    await town.move(minutes=10)
    await phone.expect("allocation")


async def test_nobody_decides_their_own_claim(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    await claimed(town, phone)
    [claim] = await claims_of(town)
    async with town.database.write() as session:
        session.add(PersonRole(person_id=claim.person_id, role=Role.COORDINATOR))
    her = town.telegram("555")
    async with town.database.write() as session:
        contact = await add_contact(session, 1, "telegram", "555", town.now)
        contact.person_id, contact.consent = claim.person_id, Consent.GIVEN
        session.add(ContactPerson(contact_id=contact.id, person_id=claim.person_id, proved_at=town.now))
    for command in ("/approuver-demande 1", "/refuser 1 non", "/retourner 1 quoi?"):
        await her.text(command)
        await her.expect("est a vous")
    [claim] = await claims_of(town)
    assert claim.state is ClaimState.SUBMITTED


async def test_an_exception_is_paid_as_asked_or_as_the_table_says(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    await claimed(town, phone, "garde 80 $ mardi")
    await maude.text("/demandes")
    await maude.expect("no 1 Rose, 135 $", "a regarder")
    await maude.text("/demande 1")
    await maude.expect("garde 80 $ (plus que 60 $", "depasse le tarif", "max")
    await maude.text("/approuver-demande 1 max")
    await maude.expect("acceptee : 115 $")
    await phone.expect("acceptee: 115 $")
    await maude.tell("/rouvrir-demande 1")
    await maude.expect("remise")
    await phone.expect("regardee de nouveau")
    await maude.text("/approuver-demande 1")
    await maude.expect("acceptee : 135 $")


async def test_a_second_claim_for_the_same_day_is_flagged_never_blocked(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    await claimed(town, phone)
    await approved(maude, phone, 1)
    await claimed(town, phone, "garde 40 mardi 10 fev")
    await maude.text("/demande 2")
    await maude.expect("autre demande pour le meme jour (no 1)")


async def test_several_claims_are_approved_and_paid_together_and_each_person_is_told_once(
    town: Town, maude: Phone
) -> None:
    one = await rose(town)
    two = await rose(town, "+18195550102", "Luc", "Table du logement")
    await claimed(town, one)
    await approved(maude, one, 1)
    await claimed(town, one, "garde 40 mardi 10 fev")
    await claimed(town, two, "12 km mardi 10 fev")
    await one.forget()
    await maude.text("/approuver-demande 2 3")
    await maude.expect("Demandes no 2 et 3 : 101 $ en tout")
    await one.expect_nothing()  # nothing leaves for two people before it is confirmed
    await maude.press("envoyer")
    await maude.expect_any("2 demandes acceptees (2 et 3)")
    await one.forget()
    await two.forget()
    await maude.text("/payer 1 2 3 chèque 2026-02-20")
    await maude.expect("par cheque", "Total")
    await maude.expect("ecrivez le total")
    [first, second, third] = await claims_of(town)
    total = first.total_cents + second.total_cents + third.total_cents
    await maude.text(f"{total / 100:.2f}")
    await maude.expect("3 demandes")
    await one.expect("Demande no 1 et 2", "sera paye par cheque, le vendredi 20 fev.")
    await one.expect_nothing()
    await two.expect("Demande no 3", "sera paye")
    await town.move(to=town.local(2026, 2, 20, 11))
    await one.expect_any("Demande no 1 et 2", "L'avez-vous recu?")
    await two.expect_any("Demande no 3", "L'avez-vous recu?")
    await two.text("pas encore")
    await two.expect("Maude va verifier")
    await one.text("1")
    await one.expect("Merci")
    states = [c.state for c in await claims_of(town)]
    assert states == [ClaimState.RECEIVED, ClaimState.RECEIVED, ClaimState.PAID]
    async with town.database.read() as session:
        assert "claim_not_received" in list(await session.scalars(select(Task.kind)))


@pytest.mark.parametrize(
    ("typed", "answer"), [("50", "vous avez ecrit 50 $"), ("1", "Rien n'est paye"), ("0", "Rien n'est paye")]
)
async def test_another_total_pays_nothing(town: Town, maude: Phone, typed: str, answer: str) -> None:
    phone = await rose(town)
    await claimed(town, phone)
    await maude.text("/approuver-demande 1")
    await maude.expect("acceptee")
    await maude.text("/payer 1 comptant")
    await maude.expect("comptant, le jeudi 12 fevrier")
    await maude.expect("ecrivez le total")
    if typed == "1":
        await maude.press("ne pas payer")
    else:
        await maude.text(typed)
    await maude.expect(answer)
    [claim] = await claims_of(town)
    assert claim.state is ClaimState.APPROVED


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("/demande", "/demande 12"),
        ("/demande 99", "Il n'y a pas de demande no 99"),
        ("/approuver-demande tout", "/approuver-demande 12 14"),
        ("/approuver-demande 99", "Il n'y a pas de demande no 99"),
        ("/retourner 1", "/retourner 12"),
        ("/refuser", "/refuser 12"),
        ("/payer 1 troc", "virement, cheque, comptant, carte-cadeau"),
        ("/payer virement", "/payer 12 13 virement 2026-12-15"),
        ("/payer 1 virement 2036-12-15", "trop loin"),
        ("/payer 1 virement", "On paie une demande acceptee"),
        ("/tarif coiffeur 12", "Sortes : participation"),
        ("/tarif garde -5", "/tarif garde max 60"),
        ("/tarif km", "/tarif garde max 60"),
        ("/tarif km 5000", "de 0 a 1000 $"),
        ("/tarif km prix payé", "Il faut un montant"),
        ("/refuser 1 " + "a" * 400, "trop long"),
    ],
)
async def test_a_command_badly_used_says_how(town: Town, maude: Phone, command: str, answer: str) -> None:
    phone = await rose(town)
    await claimed(town, phone)
    await maude.text(command)
    await maude.expect(answer)


async def test_the_commands_in_english(town: Town) -> None:
    await set_rates(town)
    town.now = town.local(2026, 2, 12)
    chat = await coordinator(town)
    async with town.database.write() as session:
        (await session.get_one(Person, 1)).language = "en"
    phone = await rose(town)
    await claimed(town, phone)
    await chat.text("/claims")
    await chat.expect("no. 1 Rose, $62.50, to decide")
    await chat.text("/approve-claim 1")
    await chat.expect("Claim no. 1 accepted: $62.50")
    await chat.text("/pay 1 gift-card 2026-02-12")
    await chat.expect("by gift card")
    await chat.expect("write the total")
    await chat.text("62.50")
    await chat.expect("Paid by gift card")


@pytest.mark.parametrize(
    ("command", "kind", "cents", "most", "receipt", "since"),
    [
        ("/tarif garde max 70 reçu 1er avril", "childcare", None, 7000, True, dt.date(2026, 4, 1)),
        ("/tarif participation 60 $", "participation", 6000, None, False, dt.date(2026, 2, 12)),
        ("/rate km 0.55 April 1", "transport_km", 55, None, False, dt.date(2026, 4, 1)),
        ("/tarif repas prix payé", "meal", None, None, False, dt.date(2026, 2, 12)),
    ],
)
async def test_a_rate_is_set_from_a_day_on(
    town: Town,
    maude: Phone,
    command: str,
    kind: str,
    cents: int | None,
    most: int | None,
    receipt: bool,
    since: dt.date,
) -> None:
    await maude.text(command)
    await maude.expect("Tarif note a partir du")
    async with town.database.read() as session:
        row = await session.scalar(select(Rate).where(Rate.kind == kind, Rate.from_date == since))
    assert row is not None
    assert (row.cents, row.max_cents, row.receipt) == (cents, most, receipt)
    assert "claims.rate_set" in await acts(town)


async def test_a_first_table_to_be_changed(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/tarif")
    await maude.expect("/tarif exemple")
    await maude.text("/tarif exemple")
    await maude.expect("participation 55 $", "garde au prix paye, jusqu'a 60 $")
    await maude.text("/tarif exemple")
    await maude.expect("deja fixes")


async def test_a_stale_button_and_a_picture_out_of_place(town: Town, maude: Phone) -> None:
    chat = town.telegram("77")
    person = await expert(town, chat)
    await meeting(town, TUESDAY, people=(person,))
    await chat.text("RECLAMER")
    await chat.expect("Pour venir")
    await chat.press("autobus")
    await chat.expect("Combien pour l'autobus")
    await chat.photo()
    await chat.expect("Photo recue")
    await chat.expect("Combien pour l'autobus")
    await chat.press("taxi")
    await chat.expect("passee")
    assert await claims_of(town) == []


async def test_status_with_much_to_say_still_fits_one_text(town: Town, maude: Phone) -> None:
    phone = await rose(town)
    for number, words in enumerate(("garde 10 mardi 10 fev", "garde 20 mardi 10 fev", "garde 30 mardi 10 fev"), 1):
        await claimed(town, phone, words)
        if number < 3:
            await approved(maude, phone, number)
    await phone.text("STATUT")
    said = await phone.expect("Demande no 3", "Demande no 2")
    assert said.segments == 1
