"""What people ask of their own information, as their phones and the coordinator's see it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import select

from db.claims.rules import ClaimState
from db.claims.tables import Claim
from db.consent import ConsentEntry
from db.contacts import Consent, Contact, ContactPerson
from db.conversations import IncomingMessage, Task
from db.deliveries import Delivery
from db.journal import Entry
from db.people import Pace, Person, Role
from db.privacy.tables import DataRequest, Erasure, Look, RequestKind, RequestState
from db.session import Database
from messages.keywords import Keyword, understand
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

ROSE = "+18195550101"


@pytest.fixture
def town(town_on_both: Town) -> Town:
    return town_on_both


async def all_of(town: Town, table: Any) -> list[Any]:
    async with town.database.read() as session:
        return list(await session.scalars(select(table)))


async def code_asked(phone: Phone) -> str:
    said = await phone.expect_any("pour confirmer")
    found = re.search(r"\b\d{4}\b", said.text)
    assert found is not None
    return found[0]


async def ask_to_be_forgotten(phone: Phone, words: str = "EFFACER") -> None:
    await phone.text(words)
    await phone.text(await code_asked(phone))


# -- the notice ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["CONFIDENTIALITE", "mes infos", "la vie privée svp", "PRIVACY"])
async def test_one_word_says_who_answers_for_information_and_what_one_may_ask(town: Town, words: str) -> None:
    phone = town.sms(ROSE)
    await settle_in(town, phone, "Rose")
    await phone.text(words)
    await phone.expect("votre nom, votre numéro et vos mots", "Maude, 819 555-0142", "1 une copie", "3 tout effacer")


async def test_the_responsible_person_and_the_page_come_from_the_settings(database_url: str) -> None:
    settings = {"PRIVACY_NAME": "Denis", "PRIVACY_PHONE": "+18195550177", "PUBLIC_BASE_URL": "https://voix.example.org"}
    database = Database(database_url)
    town = await Town(database, MONDAY, **settings).open()
    phone = town.sms(ROSE)
    await settle_in(town, phone, "Rose")
    await phone.text("mes infos")
    await phone.expect("https://voix.example.org/confidentialite")
    await phone.expect("Denis, 819 555-0177")
    await database.close()


async def test_who_joins_is_told_what_is_kept_before_saying_yes(town: Town) -> None:
    phone = town.sms(ROSE)
    await phone.text("JOINDRE")
    await phone.text("1")
    await phone.text("Rose")
    said = await phone.expect_any("votre nom, votre numéro et vos mots", "hors du Québec", "MES INFOS")
    assert said.segments <= 2


async def test_the_yes_of_who_joins_is_kept_with_the_question_it_answers(town: Town) -> None:
    phone = town.sms(ROSE)
    for words in ("JOINDRE", "1", "Rose", "oui"):
        await phone.text(words)
    [entry] = await all_of(town, ConsentEntry)
    assert entry.given
    assert "on peut vous écrire" in entry.asked
    assert "Rose" in entry.asked


async def test_a_number_that_nobody_knows_learns_how_long_its_words_are_kept(town: Town) -> None:
    phone = town.sms("+18195550133")
    await phone.text("confidentialite")
    await phone.expect("30 jours", "819 555-0142")
    for words in ("mes données", "effacer", "mes infos"):
        await phone.text(words)
    assert len(phone.all) <= town.installation.unknown_daily_replies, "a machine is not answered for ever"


async def test_the_whole_notice_goes_by_post_once_the_address_is_known(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    await settle_in(town, phone, "Rose")
    await phone.text("mes infos")
    await phone.text("4")
    await phone.expect_any("quelle adresse")
    await phone.text("chez nous")
    await phone.expect("Il manque le numéro")
    await phone.forget()
    await phone.text("12 rue du Pont, Vieux-Moulin")
    await phone.expect("par la poste")
    await maude.forget()
    await maude.text("/vie-privee")
    await maude.expect("Rose", "l'avis au complet, par la poste")


# -- a copy, a correction ------------------------------------------------------------------------------------------


async def test_a_copy_is_asked_once_how_and_owed_within_thirty_days(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    await settle_in(town, phone, "Rose")
    await phone.text("je veux une copie de mes infos")
    await phone.expect("Comment la voulez-vous", "1 par la poste", "2 en main propre")
    await phone.text("2")
    await phone.expect("au plus tard le", "4 mars")
    await phone.text("MES DONNEES")
    await phone.text("2")
    assert len(await all_of(town, DataRequest)) == 1, "the same question twice is one request"
    await maude.forget()
    await maude.text("/appels")
    await maude.expect("Rose", "en main propre", "4 mars 2026")
    await maude.text("/vie-privee 1 remis le 5 février")
    await maude.expect("répondu")
    await maude.text("/vie-privee")
    await maude.expect("Personne n'attend")
    assert [task.closed_at is None for task in await all_of(town, Task)] == [False]


async def test_who_has_telegram_may_have_the_copy_there(town: Town) -> None:
    chat = town.telegram("1001")
    await settle_in(town, chat, "Rose")
    await chat.text("mes données")
    await chat.press("sur Telegram")
    await chat.expect_any("au plus tard")
    assert (await all_of(town, DataRequest))[0].how == "telegram"


async def test_what_is_owed_is_told_each_morning_of_the_last_week_until_it_is_answered(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    await settle_in(town, phone, "Rose")
    await phone.text("mes données")
    await phone.text("2")
    await maude.forget()
    await town.move(days=21)
    assert not [said for said in maude.unread if "réponse due" in said.text]
    await maude.forget()
    for _ in range(3):
        await town.move(days=1)
    assert len([said for said in maude.unread if "réponse due" in said.text]) >= 2
    await maude.text("/vie-privee 1 remis en main propre")
    await maude.forget()
    await town.move(days=2)
    assert not [said for said in maude.unread if "réponse due" in said.text]


async def test_a_correction_is_asked_in_ones_own_words(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    await settle_in(town, phone, "Rose")
    await phone.text("mes infos")
    await phone.text("2")
    await phone.expect_any("une phrase")
    await phone.text("mon nom est Rose Roy")
    await phone.expect("corrige au plus tard")
    await maude.forget()
    await maude.text("/vie-privee")
    await maude.expect("une correction", "mon nom est Rose Roy")


async def test_a_coordinator_writes_down_what_was_asked_by_voice(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    rose = await settle_in(town, phone, "Rose")
    await maude.text(f"/demande-vie-privee {rose.id} copie au téléphone")
    await maude.expect("Rose", "une copie", "4 mars 2026")
    await maude.text(f"/demande-vie-privee {rose.id} tout")
    await maude.expect("Au choix")


async def test_an_answer_without_what_was_done_is_asked_again(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    await settle_in(town, phone, "Rose")
    await phone.text("mes données")
    await phone.text("2")
    await maude.forget()
    await maude.text("/vie-privee 1")
    await maude.expect("Dites ce qui a été fait")
    await maude.text("/vie-privee 99 remis")
    await maude.expect("Il n'y a pas de demande no 99")


# -- to be forgotten -----------------------------------------------------------------------------------------------


async def test_to_be_forgotten_is_explained_confirmed_by_a_code_and_done_two_days_later(town: Town) -> None:
    phone = town.sms(ROSE)
    await settle_in(town, phone, "Rose", Role.EXPERT)
    await phone.text("bonjour c'est Rose")
    await phone.forget()
    await phone.text("oubliez-moi")
    await phone.expect("Vos présences restent, sans votre nom", "7 ans")
    code = await code_asked(phone)
    await phone.text(code)
    await phone.expect("tout sera effacé le", "4 fév", "REPRENDRE", "notre dernier message")
    await town.move(hours=47)
    assert (await phone.person()) is not None, "two days to change one's mind"
    await town.move(hours=2)
    await phone.expect_nothing()
    assert "Rose" not in [person.name for person in await all_of(town, Person)]
    assert {row.text for row in await all_of(town, IncomingMessage)} == {""}
    assert not [row for row in await all_of(town, Delivery) if row.body and "Rose" in row.body]
    contact = (await all_of(town, Contact))[0]
    assert (contact.address, contact.consent, contact.person_id) == (ROSE, Consent.WITHDRAWN, None)
    assert len(await all_of(town, Erasure)) == 1
    request = (await all_of(town, DataRequest))[0]
    assert (request.kind, request.state, request.person_id) == (RequestKind.ERASURE, RequestState.DONE, None)


async def test_who_comes_back_meanwhile_loses_nothing_and_hears_again(town: Town) -> None:
    phone = town.sms(ROSE)
    await settle_in(town, phone, "Rose")
    await ask_to_be_forgotten(phone)
    person = await phone.person()
    assert person is not None
    assert person.pace is Pace.PAUSED, "no news meanwhile"
    await phone.forget()
    await phone.text("REPRENDRE")
    await phone.expect("Rien n'est effacé, Rose")
    await town.move(days=4)
    person = await phone.person()
    assert person is not None
    assert (person.name, person.pace) == ("Rose", Pace.NORMAL)
    assert (await all_of(town, DataRequest))[0].state is RequestState.WITHDRAWN
    assert not [task for task in await all_of(town, Task) if task.closed_at is None]


async def test_a_wrong_code_erases_nothing_and_neither_does_no(town: Town) -> None:
    phone = town.sms(ROSE)
    await settle_in(town, phone, "Rose")
    await phone.text("EFFACER")
    code = await code_asked(phone)
    await phone.text("0000")
    await phone.expect("Écrivez " + code)
    await phone.forget()
    await phone.text("1")
    await phone.expect("rien n'est effacé")
    await phone.text("EFFACER")
    assert await code_asked(phone) != "", "it can be asked again"
    await town.move(days=4)
    assert await phone.person() is not None
    assert not await all_of(town, DataRequest)


async def test_asked_twice_it_is_said_and_the_two_days_do_not_begin_again(town: Town) -> None:
    phone = town.sms(ROSE)
    await settle_in(town, phone, "Rose")
    await ask_to_be_forgotten(phone)
    await phone.forget()
    await town.move(hours=20)
    await phone.text("effacez-moi")
    await phone.expect("déjà demandé", "4 fév")
    await town.move(hours=29)
    assert await phone.person() is None


async def test_who_had_stopped_may_still_ask_to_be_forgotten(town: Town) -> None:
    phone = town.sms(ROSE)
    await settle_in(town, phone, "Rose")
    await phone.text("ARRET")
    await phone.forget()
    await ask_to_be_forgotten(phone)
    await phone.expect_any("tout sera effacé")
    await town.move(hours=49)
    assert await phone.person() is None


async def test_a_shared_phone_goes_on_for_the_others(town: Town) -> None:
    phone, chat = town.sms(ROSE), town.telegram("1001")
    await settle_in(town, phone, "Luce")
    rose = await settle_in(town, chat, "Rose")
    async with town.database.write() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == ROSE))
        assert contact is not None
        session.add(ContactPerson(contact_id=contact.id, person_id=rose.id))
        contact.shared, contact.person_id = True, None
    await ask_to_be_forgotten(chat)
    await town.move(hours=49)
    contacts = {one.address: one for one in await all_of(town, Contact)}
    assert (contacts[ROSE].consent, contacts[ROSE].shared) == (Consent.GIVEN, False)
    assert contacts["1001"].consent is Consent.WITHDRAWN
    assert [p.name for p in await all_of(town, Person) if p.name] == ["Luce"]


async def test_who_was_forgotten_is_left_alone_even_when_a_list_brings_them_back(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    await settle_in(town, phone, "Rose")
    await ask_to_be_forgotten(phone)
    await town.move(hours=49)
    await phone.forget()
    await maude.tell("/personne Rose; 819 555-0101; consentement: papier 2026-01-12")
    await maude.expect_any("un arrêt plus récent")
    await phone.expect_nothing()


async def test_who_was_forgotten_may_join_again_as_anybody(town: Town) -> None:
    phone = town.sms(ROSE)
    await settle_in(town, phone, "Rose")
    await ask_to_be_forgotten(phone)
    await town.move(hours=49)
    for words in ("JOINDRE", "1", "Rosa", "oui"):
        await phone.text(words)
    person = await phone.person()
    assert person is not None
    assert person.name == "Rosa"


async def test_on_telegram_a_button_keeps_everything_and_the_code_still_confirms(town: Town) -> None:
    chat = town.telegram("1001")
    await settle_in(town, chat, "Rose")
    await chat.text("effacez mes données")
    await chat.press("ne rien effacer")
    await chat.expect_any("rien n'est effacé")
    await ask_to_be_forgotten(chat)
    await chat.expect_any("tout sera effacé")


async def test_unpaid_expenses_are_named_before_they_go(town: Town) -> None:
    phone = town.sms(ROSE)
    rose = await settle_in(town, phone, "Rose", Role.EXPERT)
    async with town.database.write() as session:
        made = {
            "activity_date": MONDAY.date(),
            "state": ClaimState.APPROVED,
            "total_cents": 5500,
            "submitted_at": town.now,
        }
        session.add(Claim(organisation_id=1, number=1, person_id=rose.id, **made))
    await phone.text("EFFACER")
    await phone.expect_any("55", "pas encore payés")


async def test_a_coordinator_is_asked_to_hand_over_first(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("EFFACER")
    await maude.expect("Vous coordonnez")


async def test_a_coordinator_forgets_someone_who_asked_by_voice_and_may_undo_it(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    rose = await settle_in(town, phone, "Rose")
    await maude.text(f"/vie-privee oublier {rose.id}")
    await maude.expect("Dites qui l'a demandé")
    await maude.tell(f"/vie-privee oublier {rose.id} au téléphone")
    await maude.expect("sera oublié le", "/vie-privee garder")
    await phone.forget()
    await maude.text(f"/vie-privee garder {rose.id}")
    await maude.expect_any("Rose", "a demandé à être oublié", "cette personne vous l'a dit")
    await phone.expect_nothing()
    await maude.forget()
    await maude.press("envoyer")
    await maude.expect("n'est pas oublié")
    await phone.expect("Rien n'est effacé", "EFFACER", "819 555-0142")
    await town.move(hours=50)
    assert (await phone.person()) is not None
    await maude.tell(f"/vie-privee oublier {rose.id} au téléphone")
    await town.move(hours=50)
    assert await phone.person() is None


async def test_the_journal_stays_whole_and_names_nobody(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    rose = await settle_in(town, phone, "Rose")
    await maude.text(f"/personne {rose.id}")
    await ask_to_be_forgotten(phone)
    await town.move(hours=49)
    lines = [entry.act for entry in await all_of(town, Entry)]
    assert {"people.seen", "privacy.erasure_asked", "privacy.erased"} <= set(lines)
    await maude.forget()
    await maude.text("/journal")
    said = await maude.expect("une personne effacée")
    assert "Rose" not in said.text


# -- who looked ----------------------------------------------------------------------------------------------------


async def test_each_look_at_a_person_is_written_down_and_shown(town: Town) -> None:
    phone, maude = town.sms(ROSE), await coordinator(town)
    rose = await settle_in(town, phone, "Rose")
    await maude.text(f"/personne {rose.id}")
    await maude.text(f"/personne {rose.id}")
    await maude.forget()
    looks = [look for look in await all_of(town, Look) if look.person_id == rose.id]
    assert [(look.act, look.via) for look in looks] == [("people.show", "telegram")], "twice in an hour is one look"
    await maude.text("/qui-a-vu Rose")
    await maude.expect("Maude, la fiche")
    await maude.text("/qui-a-vu Zoe")
    await maude.expect("Personne ne répond")


# -- incidents -----------------------------------------------------------------------------------------------------


async def test_an_incident_is_noted_completed_and_closed_when_nothing_is_missing(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/incident")
    await maude.expect("vide")
    await maude.text("/incident Une liste est partie à la mauvaise adresse")
    await maude.expect("incident 1")
    await maude.text("/incident 1 risque: grave; date: 2026-02-01; infos: noms et numéros")
    await maude.expect("Risque : grave", "combien de personnes", "aviser la Commission")
    await maude.text("/incident 1 ferme: 2026-02-02")
    await maude.expect("Pas encore", "aviser les personnes")
    await maude.text("/incident 1 personnes: 40; decision: liste rappelée; commission: 2026-02-02; avisees: 2026-02-02")
    await maude.forget()
    await maude.text("/incident 1 ferme: 2026-02-02")
    await maude.expect("fermé")
    await maude.text("/incident 1 risque: moyen")
    await maude.expect("faible ou grave")
    await maude.text("/incident 1 avisees: 2027-01-01")
    await maude.expect("pas encore passé")


async def test_others_see_neither_the_register_nor_the_looks(town: Town) -> None:
    member = town.telegram("9003")
    await settle_in(town, member, "Nadia")
    for words in ("/incident", "/qui-a-vu", "/vie-privee", "/incident Un vol"):
        await member.text(words)
        await member.expect("coordination")


def test_erasing_a_comment_or_stopping_is_not_asking_to_be_forgotten() -> None:
    for words in ("effacer mon commentaire", "enlevez mon numero", "remove me from the list", "efface ce que j'ai dit"):
        assert understand(words).keyword is not Keyword.EFFACER, words
