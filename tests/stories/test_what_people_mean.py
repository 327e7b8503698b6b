"""Whole conversations as people text them: what each of them must end in, and what must never be said on the way."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.tables import ClaimState
from db.contacts import Consent, Contact
from db.conversations import Task, TaskKind
from db.meetings.tables import Answer
from tests.support.claims import claims_of, meeting, set_rates
from tests.support.comments import answer_of, comments_of, rose_and_a_meeting
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town, folded


async def texts(phone: Phone, *words: str) -> None:
    for one in words:
        await phone.text(one)
        phone.town.now += dt.timedelta(minutes=1)


def said(phone: Phone) -> str:
    return folded(" | ".join(message.text for message in phone.all))


async def rose_after_a_meeting(town: Town) -> Phone:
    await set_rates(town)
    phone, _ = await rose_and_a_meeting(town)
    person = await phone.person()
    assert person is not None
    await meeting(town, dt.date(2026, 1, 27), people=(person,))
    return phone


# -- presence is never turned around -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "conversation",
    [
        ("pas capable d'aller a la reunion ma fille est malade", "1", "oui"),
        ("pas capable d'aller a la reunion ma fille est malade", "1", "non"),
        ("ABSENT", "oui", "non", "1"),
        ("ABSENT", "non", "oui"),
        ("ABSENT", "2", "1"),
        ("jpourrai pas y etre mardi chu malade", "1", "ok", "1"),
    ],
)
async def test_who_said_that_they_cannot_come_stays_absent(town: Town, conversation: tuple[str, ...]) -> None:
    phone, row = await rose_and_a_meeting(town)
    await texts(phone, *conversation)
    person = await phone.person()
    assert person is not None
    assert await answer_of(town, row, person) is Answer.ABSENT
    assert "on vous attend" not in said(phone)
    assert "vous venez mardi" not in said(phone)


async def test_a_presence_that_is_contradicted_is_asked_about_and_then_changed(town: Town) -> None:
    phone, row = await rose_and_a_meeting(town)
    person = await phone.person()
    assert person is not None
    await texts(phone, "compte su moi pour mardi")
    await phone.expect("vous venez mardi 10", "ABSENT")
    await texts(phone, "ah non finalement jpourrai pas")
    await phone.expect("Vous voulez dire", "1 vous ne venez pas")
    assert await answer_of(town, row, person) is Answer.COMING
    await texts(phone, "1")
    await phone.expect("vous ne venez pas mardi 10")
    assert await answer_of(town, row, person) is Answer.ABSENT


@pytest.mark.parametrize("before", [(), ("AIDE",)])
@pytest.mark.parametrize(
    ("words", "table"),
    [
        ("jpeux pas y etre mais jveux dire que le frigo devrait etre a leglise", "le frigo devrait etre a leglise"),
        ("pas capable de venir, dites leur que le bus passe trop tard", "le bus passe trop tard"),
        ("je serai pas la mais faut dire que la garde coute trop cher", "la garde coute trop cher"),
    ],
)
async def test_an_absence_before_words_is_kept_with_them_when_nothing_was_asked(
    town: Town, words: str, table: str, before: tuple[str, ...]
) -> None:
    phone, row = await rose_and_a_meeting(town)
    await texts(phone, *before, words)
    person = await phone.person()
    assert person is not None
    assert await answer_of(town, row, person) is Answer.ABSENT
    assert "vous ne venez pas mardi 10" in said(phone)
    assert table in said(phone)
    assert "d'accord?" in said(phone), "the words are offered back, and nothing is kept without a yes"
    assert not await comments_of(town)


async def test_a_no_to_what_was_asked_goes_to_a_person_and_is_never_silence(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, "compte su moi pour mardi", "ah non finalement jpourrai pas")
    await phone.forget()
    await texts(phone, "non")
    await phone.expect("Maude va lire")


# -- money -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leaving", ["ANNULER", "jveux annuler ma demande", "annule"])
async def test_a_claim_that_is_cancelled_is_not_sent_by_a_later_yes(town: Town, leaving: str) -> None:
    phone = await rose_after_a_meeting(town)
    await texts(phone, "RECLAMER", "1", "1", "1", "1")
    await phone.expect_any("Total 55 $")
    await texts(phone, leaving, "oui", "1", "ok")
    assert [claim for claim in await claims_of(town) if claim.state is not ClaimState.CANCELLED] == []


async def test_every_sum_said_is_placed_or_shown(town: Town) -> None:
    phone = await rose_after_a_meeting(town)
    await texts(phone, "RECLAMER", "2", "le stationnement 6 piasses")
    await phone.expect_any("stationnement 6 $")
    await phone.expect("Combien pour l'autobus")


# -- words for the table -----------------------------------------------------------------------------------------


async def test_a_wish_to_stop_is_no_word_for_the_table(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, "COMMENTAIRE", "le camp est trop tot", "arete de mecrire")
    await phone.expect_any("arreter tous les messages?", "1 oui, arretez tout", "2 non, gardez ces mots")
    await texts(phone, "1")
    await phone.expect_any("plus aucun message")
    assert await comments_of(town) == []


async def test_three_means_without_my_name_and_never_take_back(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, "COMMENTAIRE", "le camp est trop tot", "1")
    await phone.expect_any("3 sans mon nom", "4 retirer")
    await texts(phone, "3")
    shown = await phone.expect("sans votre nom", "4 retirer")
    assert "3 " not in shown.text
    await texts(phone, "3")
    assert "retire" not in folded(phone.all[-1].text.splitlines()[0])
    await texts(phone, "1")
    [comment] = await comments_of(town)
    assert comment.person_id is None


async def test_what_was_kept_is_taken_back_in_a_sentence(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, "COMMENTAIRE", "le camp ouvre trop tot le matin", "1", "1")
    await phone.forget()
    await texts(phone, "finalement jveux pas que ca soit lu")
    await phone.expect("Enlever le commentaire no 1?")
    await texts(phone, "1")
    await phone.expect("ne sera pas lu")


async def test_nothing_to_say_after_all_is_an_answer(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, "ABSENT", "oui")
    await phone.forget()
    await texts(phone, "non")
    await phone.expect("COMMENTAIRE")
    assert await comments_of(town) == []


# -- danger ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cry",
    [
        "je veux en finir",
        "mon pere touche ma fille",
        "jfile pas ben pantoute jai peur de faire une betise",
        "mwen anvi touye tèt mwen",
        "sos",
        "i want to die",
    ],
)
@pytest.mark.parametrize("before", [(), ("COMMENTAIRE", "le camp est trop tot"), ("RECLAMER",)])
async def test_a_cry_is_heard_wherever_one_stands_and_what_follows_goes_to_a_person(
    town: Town, cry: str, before: tuple[str, ...]
) -> None:
    maude = await coordinator(town)
    phone = await rose_after_a_meeting(town)
    await texts(phone, *before)
    await phone.forget()
    await texts(phone, cry)
    await phone.expect("911")
    await maude.expect_any("Urgent")
    await texts(phone, "non laissez faire", "oui", "1")
    assert "on vous attend" not in said(phone)
    assert await comments_of(town) == []
    assert await claims_of(town) == []


@pytest.mark.parametrize("words", ["SANS ACCENTS", "la salle", "mardi matin", "vert pomme"])
async def test_two_words_that_name_no_danger_alert_nobody(town: Town, words: str) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await maude.forget()
    await texts(phone, words)
    assert "911" not in said(phone)
    await maude.expect_nothing()


FAINT = "ca va pas pantoute"


async def test_what_may_be_a_way_of_speaking_is_asked_about_with_the_numbers_and_nobody_is_woken(town: Town) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, FAINT)
    asked = await phone.expect("Ca va?", "911", "988", "1 oui", "2 non")
    assert asked.segments == 1
    await texts(phone, "1")
    await phone.expect("Tant mieux", "PARLER")
    await town.move(hours=1)
    told = await maude.expect_any("/appels")  # "Maude lira vos mots": among the things to see of the day
    assert not any("Urgent" in said.text for said in (told, *maude.unread))


@pytest.mark.parametrize("answer", ["2", "non", "jveux mourir"])
async def test_who_says_that_they_are_not_well_is_heard_like_any_cry(town: Town, answer: str) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, FAINT)
    await phone.expect("Ca va?")
    await texts(phone, answer)
    await phone.expect("911", "On previent Maude")
    await maude.expect("Urgent")


async def test_who_does_not_say_how_they_are_is_seen_by_a_coordinator_the_same_day(town: Town) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, FAINT)
    await town.move(minutes=30)
    await maude.expect_any("A voir")
    await maude.text("/appels")
    await maude.expect_any("ca va pas pantoute", "vous n'allez pas bien")


async def test_a_coordinator_who_stopped_everything_is_alerted_all_the_same(town: Town) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await maude.text("ARRET")
    await maude.expect_any("alerte de detresse")
    await texts(phone, "je veux en finir")
    await maude.expect_any("Urgent")


# -- joining and coming back ---------------------------------------------------------------------------------------


async def test_a_name_that_was_misread_is_put_right_before_anyone_is_enrolled(town: Town) -> None:
    phone = town.sms("+18195550177")
    await texts(phone, "JOINDRE", "1", "Bertrnad", "non cest Bertrand")
    await phone.expect_any("Bertrand, on peut vous ecrire")
    await texts(phone, "oui")
    await phone.expect("Bienvenue Bertrand")


@pytest.mark.parametrize(
    ("words", "welcome"),
    [
        ("je voudrais joindre votre groupe", "On texte les nouvelles"),
        ("Hello I would like to join the poverty table please", "We text news"),
        ("JOIN", "We text news"),
    ],
)
async def test_joining_is_asked_in_ones_own_words_and_answered_in_ones_language(
    town: Town, words: str, welcome: str
) -> None:
    phone = town.sms("+18195550177")
    await texts(phone, words)
    await phone.expect(welcome)


async def test_a_question_about_the_invitation_is_no_consent(town: Town) -> None:
    phone = town.sms("+18195550177")
    await settle_in(town, phone, "Rose")
    async with town.database.write() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == phone.address))
        assert contact is not None
        contact.consent = Consent.INVITED
    await texts(phone, "c'est pour quoi au juste cette affaire la")
    async with town.database.read() as session:
        assert await session.scalar(select(Contact.consent).where(Contact.address == phone.address)) is Consent.INVITED


# -- nothing is lost -----------------------------------------------------------------------------------------------


async def test_words_whose_meaning_was_asked_are_read_by_someone_when_no_answer_comes(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, "ah ben la vous me direz ca")
    await town.move(days=1, hours=2)
    async with town.database.read() as session:
        kinds = set(await session.scalars(select(Task.kind).where(Task.incoming_id.is_not(None))))
    assert kinds & {TaskKind.UNKNOWN_WORD, TaskKind.QUESTION, TaskKind.MAYBE_STOP}


async def test_who_coordinates_is_told_again_each_day_while_someone_waits(town: Town) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, "PARLER")
    await town.move(hours=1)
    await maude.expect_any("A voir")
    await town.move(days=1, hours=2)
    await maude.expect_any("A voir")


async def test_where_when_and_how_much_are_answered(town: Town) -> None:
    phone = await rose_after_a_meeting(town)
    await texts(phone, "cest ou la reunion")
    await phone.expect("mardi 10", "CLSC")
    await texts(phone, "combien vous payez pour la garde")
    await phone.expect("garde max. 60 $")


async def test_who_coordinates_sees_what_was_understood(town: Town) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, "esti que jaimerais ca parler a quelquun de vrai")
    await maude.forget()
    await maude.text("/appels")
    await maude.expect("parler a quelquun de vrai", "On y lit : parler a une personne")


@pytest.mark.parametrize("doubtful", ["oui", "??"])
async def test_whoever_writes_on_instead_of_answering_a_doubt_goes_on_with_the_same_comment(
    town: Town, doubtful: str
) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await texts(phone, "ABSENT", "1", doubtful, "le camp a 8h cest trop tot")
    await phone.expect_any("C'est garde", "1 c'est tout")
    await texts(phone, "1")
    await phone.expect('"le camp a 8h cest trop tot"', "C'est exact?")
    await texts(phone, "1")
    await phone.expect("Commentaire no 1")
    await phone.expect_nothing()
    [comment] = await comments_of(town)
    assert comment.words == "le camp a 8h cest trop tot"


# -- a need beside an answer ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("oui mais jai besoin dun lift", "transport"),
        ("ok jva y etre mais jai pas de lift", "transport"),
        ("yes but I need a ride", "transport"),
        ("oui je viens mais jai pas de gardienne", "childcare"),
    ],
)
async def test_a_presence_and_a_need_are_both_kept_and_a_person_sees_the_need(
    town: Town, words: str, need: str
) -> None:
    phone, row = await rose_and_a_meeting(town)
    await texts(phone, words)
    person = await phone.person()
    assert person is not None
    assert await answer_of(town, row, person) is Answer.COMING
    async with town.database.read() as session:
        kinds = list(await session.scalars(select(Task.kind)))
    assert kinds == [TaskKind(f"need_{need}")]
    assert "vous venez mardi 10" in said(phone)
