"""What a slip of a coordinator would do is shown first; what was done is said by name, and can be put right."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from db.comments.tables import CommentState
from db.contacts import Consent, Contact
from db.meetings.tables import MeetingState
from tests.support.comments import confirmed, rose_and_a_meeting, the_comment
from tests.support.meetings import announced, arrive, meeting_row, planned, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town


async def test_an_answer_that_nobody_can_be_sent_still_has_its_page_and_says_so(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = meeting.ends_at
    await maude.tell(f"/lu {meeting.id}")
    async with town.database.write() as session:
        await session.execute(update(Contact).where(Contact.address == phone.address).values(consent=Consent.WITHDRAWN))
    await maude.forget()
    await maude.text("/suite 1 retenu Le camp ouvrira à 8h30.")
    await maude.expect_any("Repondre ceci au commentaire no 1", "ne recevra pas de message")
    assert (await the_comment(town)).state is CommentState.READ
    await maude.press("oui, le faire")
    await maude.expect_any("no 1", "retenu", "Aucun message ne part")


async def test_the_first_answer_to_a_comment_is_seen_before_it_leaves(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = town.local(2026, 2, 10, 17)
    await maude.tell(f"/lu {meeting.id}")
    await maude.expect_any("commentaire lu", "/suite 1 retenu")
    await phone.forget()
    await maude.text("/suite 1 pas retenu on garde 8h.")
    await maude.expect_any("pas retenu. Pourquoi: on garde 8h")
    await maude.expect_any("Repondre ceci au commentaire no 1? 1 personne le lira")
    await phone.expect_nothing()
    assert (await the_comment(town)).state is CommentState.READ
    await maude.press("envoyer")
    await phone.expect("Commentaire no 1", "on garde 8h")


async def test_an_erasure_is_confirmed_before_it_begins(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose")
    await maude.text(f"/vie-privee oublier {rose.id} au téléphone")
    await maude.expect("Rose", "partiraient pour toujours")
    await maude.expect("Oublier la personne no 2? Aucun message ne part")
    await maude.press("ne rien faire")
    await maude.expect("rien n'est change")
    await maude.text("/vie-privee")
    await maude.expect("Personne n'attend")
    await maude.tell(f"/vie-privee oublier {rose.id} au téléphone")
    await maude.expect("sera oublie le")


async def test_an_erasure_is_stopped_with_the_number_that_the_list_shows_or_the_person_s(town: Town) -> None:
    """Request 1 is Noël's, person 3; nobody is asked for a number that the list hides."""
    maude = await coordinator(town)
    await settle_in(town, town.sms(), "Ginette")
    noel = await settle_in(town, town.sms(), "Noël")
    for word in ("1", str(noel.id), "Noël"):
        await maude.tell(f"/vie-privee oublier {noel.id} au téléphone")
        await maude.forget()
        await maude.text("/vie-privee")
        said = await maude.expect("Noel", "etre oublie, le", "/vie-privee garder")
        number = said.text.partition("garder ")[2].split()[0]
        await maude.text(f"/vie-privee {number} répondu")
        await maude.expect("se fait toute seule", f"/vie-privee garder {number}")
        await maude.tell(f"/vie-privee garder {number if word == '1' else word}")
        await maude.expect("Noel n'est pas oublie")


async def test_a_number_that_is_two_people_s_stops_neither_erasure_and_names_both(town: Town) -> None:
    maude = await coordinator(town)
    ginette = await settle_in(town, town.sms(), "Ginette")
    noel = await settle_in(town, town.sms(), "Noël")
    await settle_in(town, town.sms(), "Lise")
    await maude.tell("/vie-privee oublier 4 au téléphone")  # request 1
    await maude.tell(f"/vie-privee oublier {noel.id} au téléphone")  # request 2, which is Ginette's number too
    await maude.tell(f"/vie-privee oublier {ginette.id} au téléphone")
    await maude.forget()
    await maude.text("/vie-privee garder 2")
    await maude.expect("Ginette (personne no 2)", "Noel (personne no 3)", "Ecrivez le nom")
    await maude.tell("/vie-privee garder Noël")
    await maude.expect("Noel n'est pas oublie")


async def test_the_list_of_what_waits_says_who_asks_to_be_forgotten_and_when(town: Town) -> None:
    maude = await coordinator(town)
    rose = await settle_in(town, town.sms(), "Rose")
    await maude.tell(f"/vie-privee oublier {rose.id} au téléphone")
    await maude.forget()
    await maude.text("/a-faire")
    await maude.expect_any("Rose demande a etre oublie")


async def test_minutes_already_sent_are_corrected_by_the_same_command_after_its_page(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 12)
    await maude.tell("/compte-rendu 1 Le camp ouvrira à 8h30.")
    await town.tick()
    await rose.forget()
    await maude.forget()
    await maude.text("/compte-rendu 1 Le camp ouvrira à 8h15.")
    await maude.expect_any("Corriger le resume de la rencontre no 1?")
    await maude.press("envoyer")
    await town.tick()
    await rose.expect("8h15")


async def test_a_meeting_is_cancelled_after_a_yes_even_when_nobody_was_told(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await maude.forget()
    await maude.text("/annuler-rencontre 1 tempête")
    await maude.expect_any("Annuler la rencontre no 1? Personne ne recevra de message")
    assert (await meeting_row(town, 1)).state is MeetingState.ANNOUNCED
    await maude.press("envoyer")
    await maude.expect_any("annulee")


@pytest.mark.parametrize("written", ["/presence 1 Rose", "/compte-rendu 1 bla", "/lu 1"])
async def test_a_cancelled_meeting_has_neither_presence_nor_minutes_nor_reading(town: Town, written: str) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await maude.tell("/annuler-rencontre 1 tempête")
    await arrive(town, 2, 12)
    await maude.forget()
    await maude.text(written)
    await maude.expect("est annulee")


@pytest.mark.parametrize("word", ["pas noté", "?", "pas notée"])
async def test_presences_are_said_by_name_and_go_back_to_not_noted(town: Town, word: str) -> None:
    maude, rose, luc = await coordinator(town), town.sms(), town.sms()
    number = (await seated(town, rose, "Rose")).id
    await seated(town, luc, "Luc")
    await announced(town, maude)
    await arrive(town, 2, 12)
    await maude.tell("/presence 1 Rose, Luc tel")
    await maude.expect_any("2 personnes : Rose (sur place)", "Luc (au telephone)")
    await maude.tell(f"/presence 1 {number} {word}")
    await maude.expect_any("Rose (pas note)")


async def test_the_page_of_an_announcement_says_when_it_will_be_read(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await planned(town, maude)
    await maude.press("envoyer")
    await maude.expect_any("annoncee", "avant le premier rappel", "3 fevrier")
    await rose.expect_nothing()


async def test_what_nobody_heard_of_is_no_change_when_it_moves(town: Town) -> None:
    """Moved before any reminder left: the first word is the reminder of the new date, with its agenda."""
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await maude.tell("/deplacer 1 jeudi 12 février 18h à 20h")
    await maude.expect_any("Personnes prevenues : 0")
    await rose.expect_nothing()
    await arrive(town, 2, 5, 11)
    said = await rose.expect("Rencontre jeudi 12 fev.", "On choisit l'heure du camp", "Venez-vous?")
    assert "Changement" not in said.text


async def test_moved_nearer_than_the_first_reminder_it_is_told_whole_at_once(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await maude.tell("/deplacer 1 jeudi 5 février 18h à 20h")
    await maude.expect_any("Personnes prevenues : 1")
    await town.tick()
    said = await rose.expect("jeudi 5 fev.", "On choisit l'heure du camp", "Venez-vous?")
    assert "Changement" not in said.text


async def test_the_old_day_and_hour_are_said_once(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.forget()
    await maude.tell("/deplacer 1 jeudi 12 février 18h à 20h")
    await town.tick()
    said = await rose.expect("Changement", "avant, c'etait le mardi 10 fev., de 13h30 a 15h30")
    assert said.text.count("avant") == 1


@pytest.mark.parametrize(("chosen", "told"), [("perdu ou volé", False), ("non", True)])
async def test_a_phone_taken_off_is_told_only_when_it_is_not_lost(town: Town, chosen: str, told: bool) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose")
    await maude.tell(f"/personne {rose.id}; sans téléphone: 819 555-0101")
    await maude.expect("819 555-0101 marche encore", "perdu ou vole?")
    await phone.expect_nothing()
    await maude.press(chosen)
    await maude.expect_any("Fiche changee")
    if told:
        await phone.expect("l'adresse a ete retiree")
    else:
        await phone.expect_nothing()


async def test_a_phone_said_lost_at_once_is_not_asked_about_nor_written_to(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose")
    await maude.tell(f"/personne {rose.id}; sans téléphone: 819 555-0101 perdu")
    await maude.expect("Fiche changee")
    await phone.expect_nothing()


async def test_a_number_put_back_keeps_the_yes_that_was_given_there(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await maude.tell("/personne Rose; 819 555-0101; consentement: formulaire papier 2026-01-12")
    await maude.tell("/personne 2; sans téléphone: 819 555-0101 perdu")
    await maude.forget()
    await phone.forget()
    await maude.tell("/personne 2; téléphone: 819-555-0101")
    said = await maude.expect("Fiche changee")
    assert "oui est demande" not in said.text.casefold()
    await phone.expect_nothing()
    await maude.text("/personne 2")
    await maude.expect_any("0101 (oui)")


async def test_a_number_that_said_no_is_not_agreed_again_when_it_is_put_back(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await maude.tell("/personne Rose; 819 555-0101; consentement: formulaire papier 2026-01-12")
    await phone.text("ARRET")
    await maude.tell("/personne 2; sans téléphone: 819 555-0101")
    await maude.tell("/personne 2; téléphone: 819-555-0101")
    await maude.forget()
    await maude.text("/personne 2")
    said = await maude.expect_any("0101")
    assert "(oui)" not in said.text
