"""Twenty conversations, each from its first text to its end, as a kind person would want them to end."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.tables import Claim, ClaimLine, ClaimState
from db.contacts import Consent, contact_at
from db.conversations import Task, TaskKind
from db.meetings.questions import upcoming_meetings
from db.meetings.tables import Answer
from db.people import Person
from tests.stories.test_digest_digits import digest_sent
from tests.support.claims import claims_of, lines_of, meeting, set_rates
from tests.support.comments import answer_of, comments_of, rose_and_a_meeting, whoever_has
from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Said, Town, folded

NEW = "+18195550177"


async def texts(phone: Phone, *words: str) -> Said:
    """Text these one after the other, a minute apart; the last thing that the phone received."""
    for one in words:
        await phone.text(one)
        phone.town.now += dt.timedelta(minutes=1)
    return phone.all[-1]


async def choose(phone: Phone, *words: str) -> None:
    """Answer the last list by the digit of the option that holds these words."""
    lines = phone.all[-1].text.splitlines()
    line = next(one for one in lines if all(folded(word) in folded(one) for word in words))
    await texts(phone, line.split()[0])


def heard(phone: Phone) -> str:
    return folded(" | ".join(said.text for said in phone.all))


async def reminded(town: Town, *, language: str = "fr") -> tuple[Phone, Phone, Person]:
    """Rose, who was asked three days before a meeting whether she comes."""
    maude, phone = await coordinator(town), town.sms()
    rose = await seated(town, phone, "Rose", language=language)
    await announced(town, maude)
    await arrive(town, 2, 7, 10)
    await phone.forget()
    await maude.forget()
    return maude, phone, rose


async def presence(town: Town, person: Person) -> Answer:
    async with town.database.read() as session:
        [found] = await upcoming_meetings(session, person.id, town.now)
    return await answer_of(town, found, person)


async def after_a_meeting(town: Town) -> Phone:
    """Rose, who came to a meeting last week, where another is to come."""
    await set_rates(town)
    phone, _ = await rose_and_a_meeting(town)
    rose = await whoever_has(phone)
    await meeting(town, dt.date(2026, 1, 27), people=(rose,))
    return phone


async def kinds(town: Town) -> list[TaskKind]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Task.kind).where(Task.closed_at.is_(None)).order_by(Task.id)))


async def sent(town: Town) -> list[Claim]:
    return [claim for claim in await claims_of(town) if claim.state is not ClaimState.CANCELLED]


@pytest.mark.parametrize(
    ("first", "language", "welcome"),
    [
        ("bonjour je voudrais joindre votre groupe", "oui", "Bienvenue Gisèle"),
        ("JOINDRE", "1", "Bienvenue Gisèle"),
        ("Hello I would like to join the table please", "English please", "Welcome Gisèle"),
        ("JOINDRE", "moi c'est Gisèle", "Bienvenue Gisèle"),
        ("JOIN", "espanol", "Gisèle"),
    ],
)
async def test_1_joining(town: Town, first: str, language: str, welcome: str) -> None:
    await coordinator(town)
    phone = town.sms(NEW)
    await texts(phone, first, language)
    if "Gis" not in language:
        await texts(phone, "Gisèle")
    last = await texts(phone, "oui")
    assert folded(welcome) in folded(last.text)
    person = await whoever_has(phone)
    assert person.name == "Gisèle"
    await texts(phone, "merci")
    assert TaskKind.NEW_PERSON in await kinds(town)


@pytest.mark.parametrize("correction", ["non cest Bertrand", "c'est Bertrand", "non, mon nom c'est Bertrand"])
async def test_2_a_wrong_name_is_put_right(town: Town, correction: str) -> None:
    phone = town.sms(NEW)
    await texts(phone, "JOINDRE", "1", "Bertrnad", correction)
    assert "bertrand, on peut" in folded(phone.all[-1].text)
    await texts(phone, "oui")
    assert (await whoever_has(phone)).name == "Bertrand"


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("oui je viens mais en retard", Answer.COMING),
        ("compte su moi pour mardi", Answer.COMING),
        ("jserai pas la", Answer.ABSENT),
        ("chu malade mardi jreste couché", Answer.ABSENT),
        ("3 peut etre", Answer.MAYBE),
        ("p-e", Answer.MAYBE),
        ("wi map vini", Answer.COMING),
        ("I won't be coming", Answer.ABSENT),
    ],
)
async def test_3_a_reminder_answered_in_a_sentence(town: Town, words: str, answer: Answer) -> None:
    _, phone, rose = await reminded(town)
    await texts(phone, words)
    assert await presence(town, rose) is answer
    await texts(phone, "ok merci")
    assert await presence(town, rose) is answer


async def test_4_absent_then_a_comment_in_four_pieces_and_the_last_one_corrected(town: Town) -> None:
    _, phone, rose = await reminded(town)
    await texts(phone, "jpourrai pas y etre mardi", "oui")
    pieces = ("le camp a 8h cest trop tot", "pis lautobus passe a 9h", "faudrait que ca matche", "merci de le dire")
    await texts(phone, *pieces, "CORRIGE", "pis une collation", "cest tout")
    read_back = folded(phone.all[-1].text)
    assert "le camp a 8h" in read_back
    assert "une collation" in read_back
    assert "merci de le dire" not in read_back
    await texts(phone, "1")
    [comment] = await comments_of(town)
    assert "autobus" in comment.words
    assert await presence(town, rose) is Answer.ABSENT
    assert "on vous attend" not in heard(phone)


async def test_5_a_nameless_comment_regretted(town: Town) -> None:
    _, phone, rose = await reminded(town)
    await texts(phone, "COMMENTAIRE", "mon proprio chauffe pas", "cest tout", "3", "1")
    [comment] = await comments_of(town)
    assert comment.person_id is None
    await texts(phone, "finalement jveux pas que ca soit lu")
    if "vous retirez" in heard(phone):
        await choose(phone, "vous retirez")
    assert "enlever votre commentaire sans nom" in folded(phone.all[-1].text)
    await texts(phone, "1")
    assert "ne sera pas lu" in folded(phone.all[-1].text) or "enleve" in folded(phone.all[-1].text)
    assert await presence(town, rose) is Answer.NONE


async def test_6_a_claim_in_one_sentence_with_a_typo_and_a_changed_mind(town: Town) -> None:
    phone = await after_a_meeting(town)
    await texts(phone, "RECLAMER autbus 7,50 grade 40")
    await texts(phone, "attend non la garde cetait 35")
    for _ in range(6):
        if "1 oui, envoyer" in folded(phone.all[-1].text):
            break
        await choose(phone, "non")
    assert "garde 35" in folded(phone.all[-1].text)
    assert "7,50" in phone.all[-1].text
    await texts(phone, "oui")
    [claim] = await sent(town)
    lines = await lines_of(town, claim)
    assert (lines["childcare"], lines["transport_fare"]) == (3500, 750)


async def test_7_kilometres_corrected_at_the_total(town: Town) -> None:
    phone = await after_a_meeting(town)
    await texts(phone, "RECLAMER", "3", "35")
    for _ in range(6):
        if "1 oui, envoyer" in folded(phone.all[-1].text):
            break
        await choose(phone, "non")
    await texts(phone, "finalement c 45 km")
    assert "45 km" in phone.all[-1].text
    assert "35 km" not in phone.all[-1].text
    await texts(phone, "oui")
    [claim] = await sent(town)
    async with town.database.read() as session:
        kilometres = await session.scalars(select(ClaimLine.quantity).where(ClaimLine.claim_id == claim.id))
        assert 45 in [int(one) for one in kilometres]


async def test_8_a_second_claim_for_the_same_meeting_changes_the_first_and_says_so(town: Town) -> None:
    phone = await after_a_meeting(town)
    await texts(phone, "RECLAMER autobus 7,50")
    for _ in range(6):
        if "1 oui, envoyer" in folded(phone.all[-1].text):
            break
        await choose(phone, "non")
    await texts(phone, "1")
    await texts(phone, "RECLAMER autobus 9")
    assert "change dans votre demande no 1: autobus 9 $ (c'etait 7,50 $)" in heard(phone)
    await texts(phone, "1")
    assert "demande no 1, 64 $" in heard(phone)


async def test_9_a_receipt_photographed_first_goes_with_its_claim(town: Town) -> None:
    phone = await after_a_meeting(town)
    await phone.photo()
    await texts(phone, "cest mon recu de bus 7,50")
    assert "photo recue" in heard(phone)
    for _ in range(6):
        if "1 oui, envoyer" in folded(phone.all[-1].text):
            break
        await choose(phone, "non")
    await texts(phone, "1")
    [claim] = await sent(town)
    async with town.database.read() as session:
        receipts = list(await session.scalars(select(ClaimLine.receipt).where(ClaimLine.claim_id == claim.id)))
    assert "photo" in receipts


async def test_10_a_stop_in_the_middle_of_a_comment(town: Town) -> None:
    _, phone, _ = await reminded(town)
    last = await texts(phone, "COMMENTAIRE", "le bus coute trop cher", "ARRET")
    assert "plus aucun message" in folded(last.text)
    assert await comments_of(town) == []
    async with town.database.read() as session:
        contact = await contact_at(session, "sms", phone.address)
        assert contact is not None
        assert contact.consent is Consent.WITHDRAWN


@pytest.mark.parametrize("words", ["je veux revenir", "REPRENDRE", "jaimerais ca revenir svp", "i want to come back"])
async def test_11_coming_back(town: Town, words: str) -> None:
    maude, phone, _ = await reminded(town)
    await texts(phone, "ARRET", words)
    await texts(phone, "oui")
    async with town.database.read() as session:
        contact = await contact_at(session, "sms", phone.address)
        assert contact is not None
        assert contact.consent is Consent.GIVEN
    await maude.expect_nothing()


async def test_12_the_language_changed_half_way_and_the_question_comes_back_in_it(town: Town) -> None:
    phone = await after_a_meeting(town)
    await texts(phone, "RECLAMER")
    asked = await texts(phone, "english please")
    assert "Did you pay something to get there?" in asked.text
    await texts(phone, "2", "7.50")
    assert "Avez-vous" not in phone.all[-1].text


async def test_13_two_people_on_one_phone(town: Town) -> None:
    await coordinator(town)
    phone = town.sms()
    rose = await seated(town, phone, "Rose")
    gilles = await settle_in(town, phone, "Gilles")
    await texts(phone, "ABSENT")
    await choose(phone, "Rose")
    assert "gilles" not in folded(phone.all[-1].text)
    assert {rose.name, gilles.name} == {"Rose", "Gilles"}


@pytest.mark.parametrize("cry", ["jpense a en finir", "mon chum me frappe", "on a nulle part ou dormir a soir"])
async def test_14_someone_in_distress(town: Town, cry: str) -> None:
    maude, phone, rose = await reminded(town)
    await texts(phone, cry)
    await phone.expect("911")
    await maude.expect("Urgent")
    await texts(phone, "non laissez faire", "pu envie de rien", "oui", "1")
    assert await presence(town, rose) is Answer.NONE
    assert "on vous attend" not in heard(phone)
    assert "ce n'est pas grave" not in heard(phone)


async def test_15_someone_angry_at_the_bot(town: Town) -> None:
    _, phone, rose = await reminded(town)
    await texts(phone, "esti de machine plate jcomprends rien", "vous comprenez jamais rien")
    assert await presence(town, rose) is Answer.NONE
    await texts(phone, "jveux parler a quelquun de vrai")
    assert "maude vous appelle" in folded(phone.all[-1].text)
    assert TaskKind.CALL in await kinds(town)
    assert "merci pour ces mots" not in heard(phone)


async def test_16_a_digit_of_a_digest_after_twenty_days(town: Town) -> None:
    _, phone = await digest_sent(town)
    await town.move(days=20)
    await phone.forget()
    await texts(phone, "2")
    await phone.expect("Il part de l'eglise")


@pytest.mark.parametrize("words", ["jdors pas pis je pense a ma facture dhydro", "etes vous la?"])
async def test_17_a_text_at_three_in_the_morning(town: Town, words: str) -> None:
    maude, phone, rose = await reminded(town)
    town.now = town.local(2026, 2, 8, 3)
    await texts(phone, words)
    assert phone.unread, "an answer comes at any hour"
    assert "Ce n'est pas grave" not in phone.unread[-1].text
    assert await presence(town, rose) is Answer.NONE
    await maude.expect_nothing()


async def test_18_no_to_everything(town: Town) -> None:
    _, phone, rose = await reminded(town)
    await texts(phone, "non", "non", "non", "NON", "non")
    assert await presence(town, rose) is Answer.ABSENT
    assert await comments_of(town) == []
    assert "vous voulez dire: un mot" not in heard(phone)
    assert "plus aucun message" not in heard(phone)


async def test_19_a_question_for_a_human(town: Town) -> None:
    maude, phone, rose = await reminded(town)
    await texts(phone, "est ce que je peux amener mon petit fils de 4 ans")
    assert "maude va lire" in heard(phone)
    await town.move(hours=1)
    await maude.expect_any("A voir")
    await maude.text("/appels")
    card = await maude.expect_any("petit fils")
    await maude.text(f"/repondre {card.text.split('.')[0]} Oui, avec plaisir.")
    await phone.expect_any("Maude: Oui, avec plaisir.")
    assert await presence(town, rose) is Answer.NONE


async def test_20_a_new_number(town: Town) -> None:
    maude, old, rose = await reminded(town)
    phone = town.sms(NEW)
    await texts(phone, "allo cest Rose, jai change de numero")
    assert phone.all, "someone new is answered"
    assert "819 555-0101" not in heard(phone), "nothing of hers is said to a number nobody knows"
    await town.move(hours=1)
    await maude.expect_any("A voir")
    assert await presence(town, rose) is Answer.NONE
    assert TaskKind.UNKNOWN_NUMBER in await kinds(town)
    await old.expect_nothing()
