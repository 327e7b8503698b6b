"""A coordinator announces: to whom, what each phone will show, the number retyped, the hour, the stop."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from db.contacts import Contact
from db.deliveries import Broadcast, BroadcastState, Delivery, Status
from db.people import Role
from db.session import Database
from tests.stories.conftest import MONDAY
from tests.support.digests import left
from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town, folded

WORDS = "Bonjour {name}, le local est fermé demain."


@pytest.fixture
async def both(database_url: str) -> AsyncIterator[Town]:
    """A town on SQLite, then on PostgreSQL."""
    database = Database(database_url)
    town = await Town(database, MONDAY).open()
    yield town
    await town.scheduler.stop()
    await database.close()


async def crowd(town: Town) -> tuple[Phone, dict[str, Phone]]:
    """Maude; Rose and Luc at COCO, of whom Rose answered; Anne in Grande-Anse, in English."""
    maude = await coordinator(town)
    phones = {"Rose": town.sms(), "Luc": town.telegram(), "Anne": town.sms("+18195550103")}
    await seated(town, phones["Rose"], "Rose")
    await seated(town, phones["Luc"], "Luc")
    anne = await settle_in(town, phones["Anne"], "Anne", Role.MEMBER, language="en")
    async with town.database.write() as session:
        (await session.merge(anne)).territory = "Grande-Anse"
    return maude, phones


async def sent(maude: Phone, to: str, words: str = WORDS, *, people: int) -> int:
    await maude.text(f"/annonce {to}\n{words}")
    await maude.expect_any(f"ecrivez le nombre de personnes : {people}")
    await maude.text(str(people))
    found = re.search(r"Envoi no (\d+)", (await maude.expect_any("Pour arreter")).text)
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize(
    ("to", "who"),
    [
        ("tous", {"Maude", "Rose", "Luc", "Anne"}),
        ("table COCO", {"Rose", "Luc"}),
        ("coco", {"Rose", "Luc"}),
        ("territoire Grande-Anse", {"Anne"}),
        ("grande anse", {"Anne"}),
        ("experts", {"Rose", "Luc"}),
        ("membres", {"Anne"}),
        ("sms", {"Rose", "Anne"}),
        ("telegram", {"Maude", "Luc"}),
        ("sans-réponse 1", {"Luc"}),
        ("unanswered 1", {"Luc"}),
    ],
)
async def test_each_audience_is_reached_and_nobody_else(both: Town, to: str, who: set[str]) -> None:
    maude, phones = await crowd(both)
    await announced(both, maude)
    await arrive(both, 2, 3, 11)
    await phones["Rose"].text("OUI")
    for phone in (maude, *phones.values()):
        await phone.forget()
    await sent(maude, to, people=len(who))
    for name, phone in {"Maude": maude, **phones}.items():
        got = [said.text for said in phone.unread if said.kind == "announcement"]
        assert got == ([f"Bonjour {name}, le local est fermé demain."] if name in who else [])


@pytest.mark.parametrize(
    ("to", "shown"),
    [
        ("table COCCO", ("table COCCO", "tous, membres, experts, sms, telegram", "COCO", "Grande-Anse")),
        ("tout le onde", ("tout le onde", "COCO")),
        ("sans-reponse 9", ("pas de rencontre no 9", "Exemple")),
        ("sans-reponse", ("sans-reponse", "COCO")),
    ],
)
async def test_a_typo_shows_what_exists_and_asks_again(town: Town, to: str, shown: tuple[str, ...]) -> None:
    maude, phones = await crowd(town)
    await maude.text(f"/annonce {to}\n{WORDS}")
    await maude.expect(*shown)
    await maude.expect("A qui?")
    await maude.text("table COCO")
    await maude.expect_any("nombre de personnes : 2")
    await phones["Rose"].expect_nothing()


async def test_the_preview_is_what_leaves_with_people_segments_and_cost(town: Town) -> None:
    maude, phones = await crowd(town)
    await maude.text("/annonce")
    await maude.expect("A qui?", "Exemples")
    await maude.press("tous")
    await maude.expect("Quel texte?", "{name}")
    await maude.text(WORDS)
    await maude.expect("Et en anglais?")
    await maude.text("Hello {name}, the room is closed tomorrow.")
    await maude.expect("Quand?", "Exemple")
    await maude.press("maintenant")
    await maude.expect("Telegram (francais), personnes : 2", "Bonjour Rose (exemple), le local est ferme demain.")
    await maude.expect(
        "Texto (francais), personnes : 1, segments : 1", "Bonjour Rose (exemple), le local est ferme demain."
    )
    await maude.expect(
        "Texto (anglais), personnes : 1, segments : 1", "Hello Rose (exemple), the room is closed tomorrow."
    )
    await maude.expect("En tout : 4 personnes (Telegram 2, textos 2), 2 textos comptes, environ 0,03 $")
    await maude.expect("ecrivez le nombre de personnes : 4")
    await maude.text("4")
    await maude.expect("Envoi no 1 : 4 personnes", "/annuler 1")
    await maude.expect("Bonjour Maude, le local est ferme demain.")
    await phones["Luc"].expect("Bonjour Luc, le local est ferme demain.")
    await phones["Rose"].expect("Bonjour Rose, le local est ferme demain.")
    await phones["Anne"].expect("Hello Anne, the room is closed tomorrow.")


async def test_its_progress_is_shown_where_it_was_announced(town: Town) -> None:
    maude, _ = await crowd(town)
    number = await sent(maude, "table COCO", people=2)
    async with town.database.read() as session:
        shown_at = select(Contact.address).join(Broadcast, Broadcast.progress_contact_id == Contact.id)
        assert await session.scalar(shown_at.where(Broadcast.id == number)) == maude.address


@pytest.mark.parametrize("wrong", ["3", "5", "quatre", "d'accord", "44"])
async def test_a_wrong_number_sends_nothing(town: Town, wrong: str) -> None:
    maude, phones = await crowd(town)
    await maude.text(f"/annonce tous\n{WORDS}")
    await maude.expect_any("nombre de personnes : 4")
    await maude.text(wrong)
    await maude.expect("exactement 4", "nombre de personnes : 4")
    await town.tick()
    assert await left(town, "announcement") == 0
    await maude.press("ne pas envoyer")
    await maude.expect("rien n'est envoye")
    await phones["Rose"].expect_nothing()


async def test_the_number_of_one_person_is_no_option(town: Town) -> None:
    maude, phones = await crowd(town)
    await sent(maude, "territoire Grande-Anse", people=1)
    await phones["Anne"].expect("Bonjour Anne")


async def test_when_the_number_changed_meanwhile_it_is_asked_again(town: Town) -> None:
    maude, phones = await crowd(town)
    await maude.text(f"/annonce tous\n{WORDS}")
    await maude.expect_any("nombre de personnes : 4")
    await phones["Anne"].text("ARRET")
    await maude.text("4")
    await maude.expect_any("nombre de personnes : 3")
    assert await left(town, "announcement") == 0
    await maude.text("3")
    await maude.expect_any("Envoi no 1 : 3 personnes")


async def test_an_audience_that_nobody_of_can_be_reached_says_so(town: Town) -> None:
    maude, phones = await crowd(town)
    await phones["Anne"].text("ARRET")
    await maude.text(f"/annonce territoire Grande-Anse\n{WORDS}")
    await maude.expect_any("Personne ne peut recevoir")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Bonjour {prenom}, le local est fermé.", ("{prenom}", "{name}", "Exemple")),
        ("Bonjour {name}, {}.", ("{}",)),
        ("a" * 1601, ("1601", "1600")),
    ],
)
async def test_words_that_cannot_leave_are_refused_at_once(town: Town, words: str, why: tuple[str, ...]) -> None:
    maude, _phones = await crowd(town)
    await maude.text(f"/annonce tous\n{words}")
    await maude.expect(*why)
    await maude.text("/annonce")
    await maude.press("tous")
    await maude.expect_any("Quel texte?")
    await maude.text(words)
    await maude.expect(*why, "Quel texte?")
    await maude.text(WORDS)
    await maude.expect("Et en anglais?")


async def test_an_announcement_begun_anew_leaves_nothing_of_the_first(town: Town) -> None:
    maude, phones = await crowd(town)
    await maude.text(f"/annonce tous\n{WORDS}")
    await maude.expect_any("nombre de personnes : 4")
    await sent(maude, "table COCO", "La rencontre est au CLSC.", people=2)
    await maude.expect_nothing()
    await phones["Rose"].expect("au CLSC")
    await phones["Anne"].expect_nothing()
    assert await left(town, "announcement") == 2


async def at_an_hour(maude: Phone) -> None:
    await maude.text("/annonce tous")
    await maude.expect_any("Quel texte?")
    await maude.text(WORDS)
    await maude.press("ce n'est pas nécessaire")
    await maude.expect_any("Quand?")


async def test_it_leaves_at_its_hour_and_once(town: Town) -> None:
    maude, phones = await crowd(town)
    await at_an_hour(maude)
    for words, why in (("hier 10h", "pas"), ("2026-01-05 10h", "c'est passe"), ("un jour", "pas compris")):
        await maude.text(words)
        await maude.expect_any(why, "Quand?")
        await maude.text("/annuler")
        await maude.forget()
        await at_an_hour(maude)
    await maude.text("jeudi 5 février 14h")
    await maude.expect_any("nombre de personnes : 4")
    await maude.text("4")
    await maude.expect("Envoi no 1 : 4 personnes, jeudi 5 fevrier a 14 h", "/annuler 1")
    await arrive(town, 2, 5, 13, 59)
    await phones["Rose"].expect_nothing()
    await arrive(town, 2, 5, 14)
    await town.tick()
    await phones["Rose"].expect("Bonjour Rose")
    await phones["Rose"].expect_nothing()
    assert await left(town, "announcement") == 4


async def test_who_is_only_called_is_named_as_such(town: Town) -> None:
    maude, _phones = await crowd(town)
    await maude.tell("/personne Lise Roy; 819 555-0155 poste 12; membre")
    await maude.forget()
    await maude.text(f"/annonce tous\n{WORDS}")
    await maude.expect_any("Lise Roy : se joint par un appel seulement")


async def test_at_night_it_says_when_it_will_leave(town: Town) -> None:
    maude, _phones = await crowd(town)
    town.now = town.local(2026, 2, 9, 23, 30)
    await maude.text(f"/annonce table COCO\n{WORDS}")
    await maude.expect_any("Depart : mardi 10 fevrier a 9 h")
    await maude.text("2")
    await maude.expect_any("Rien ne part entre 21 h et 9 h", "mardi 10 fevrier a 9 h", "/annuler")


async def test_what_is_not_yet_under_way_is_stopped_and_not_paused(town: Town) -> None:
    maude, _phones = await crowd(town)
    await at_an_hour(maude)
    await maude.text("jeudi 5 février 14h")
    await maude.text("4")
    said = await maude.expect_any("Pour arreter")
    number = said.text.partition("/annuler ")[2]
    await maude.tell(f"/pause {number}")
    await maude.expect("n'est pas encore parti", f"/annuler {number}")


async def test_what_has_not_left_is_stopped(town: Town) -> None:
    maude, phones = await crowd(town)
    await at_an_hour(maude)
    await maude.text("jeudi 5 février 14h")
    await maude.expect_any("nombre de personnes : 4")
    await maude.text("4")
    await maude.expect_any("Envoi no 1")
    await maude.text("/annuler 1")
    await maude.expect("Envoi no 1 arrete", "Deja partis : 0", "Ne partiront pas : 4")
    await arrive(town, 2, 6)
    await phones["Rose"].expect_nothing()
    await maude.text("/annuler 1")
    await maude.expect("plus rien a arreter")
    await maude.text("/annuler 9")
    await maude.expect("pas d'envoi no 9")


async def test_half_gone_the_other_half_is_stopped_paused_and_let_go(town: Town) -> None:
    maude, phones = await crowd(town)
    number = await half_gone(town, maude)
    await maude.text(f"/envois {number}")
    await maude.expect("4 messages", "en attente 2", "partis 2")
    await maude.text(f"/pause {number}")
    await maude.expect("en pause", f"/reprendre {number}")
    await maude.text(f"/pause {number}")
    await maude.expect("deja en pause", f"/reprendre {number}")
    await maude.text(f"/reprendre {number}")
    await maude.expect("repris")
    await maude.text(f"/reprendre {number}")
    await maude.expect("n'est pas en pause")
    await maude.text("/annuler")  # one is under way: no need to say which
    await maude.expect(f"Envoi no {number} arrete", "Deja partis : 2", "Ne partiront pas : 2")
    await phones["Anne"].expect_nothing()
    async with town.database.read() as session:
        states = list(await session.scalars(select(Delivery.status).where(Delivery.kind == "announcement")))
    assert sorted(states) == [Status.CANCELLED, Status.CANCELLED, Status.SENT, Status.SENT]


async def half_gone(town: Town, maude: Phone) -> int:
    """Two of four have left; the others wait (for the night's end, or for a slot)."""
    number = await sent(maude, "tous", people=4)
    async with town.database.write() as session:
        rows = list(await session.scalars(select(Delivery).where(Delivery.kind == "announcement")))
        for row in rows[2:]:
            row.status, row.not_before = Status.QUEUED, town.local(2026, 2, 20)
        for phone in town.phones.values():
            phone.unread.clear()
    return number


async def test_two_under_way_it_asks_which_to_stop(town: Town) -> None:
    maude, _phones = await crowd(town)
    for _ in range(2):
        await at_an_hour(maude)
        await maude.text("jeudi 5 février 14h")
        await maude.expect_any("nombre de personnes : 4")
        await maude.text("4")
        await maude.expect_any("Envoi no")
    await maude.text("/annuler")
    await maude.expect("Quel envoi?", "2, 1", "/annuler 12")
    for command in ("/pause", "/reprendre", "/approuver"):
        await maude.text(command)
        await maude.expect("Exemple", f"{command} 12")
    await maude.text("/envois")
    await maude.expect("2 · annonce : Bonjour {name}", "prevu", "sur 4")


async def test_what_pauses_by_itself_is_told_once_with_what_to_write(town: Town) -> None:
    maude, _phones = await crowd(town)
    number = await half_gone(town, maude)
    async with town.database.write() as session:
        broadcast = await session.get_one(Broadcast, number)
        broadcast.state, broadcast.pause_reason = BroadcastState.PAUSED, "errors"
        rows = list(await session.scalars(select(Delivery).where(Delivery.kind == "announcement")))
        rows[0].status = Status.FAILED
    await town.tick()
    await maude.expect("s'est mis en pause", "sur 4", f"/reprendre {number}", f"/annuler {number}")
    await town.tick()
    await maude.expect_nothing()


@pytest.fixture
async def above_two(sqlite_url: str) -> AsyncIterator[Town]:
    """More than two people want a second coordinator."""
    database = Database(sqlite_url)
    yield await Town(database, MONDAY, APPROVAL_ABOVE="2").open()
    await database.close()


async def test_above_the_number_another_coordinator_approves_having_read_it(above_two: Town) -> None:
    town = above_two
    maude, phones = await crowd(town)
    paul = await coordinator(town, "Paul", "9002")
    await maude.text(f"/annonce tous\n{WORDS}")
    await maude.expect_any("nombre de personnes : 5")
    await maude.text("5")
    await maude.expect("no 1 attend une deuxieme personne", "/approuver 1")
    await paul.expect(
        "Maude demande votre accord", "no 1", "Personnes : 5", "le local est ferme demain", "/approuver 1"
    )
    await town.tick()
    await phones["Rose"].expect_nothing()
    await maude.text("/approuver 1")
    await maude.expect("Une autre personne doit approuver")
    await town.tick()
    await phones["Rose"].expect_nothing()
    await paul.text("/approuver 1")
    await paul.expect("est approuve")
    await town.tick()
    await phones["Rose"].expect("Bonjour Rose")
    await paul.forget()
    await paul.text("/approuver 1")
    await paul.expect("n'attend pas d'approbation")
    async with town.database.read() as session:
        broadcast = await session.get_one(Broadcast, 1)
        assert broadcast.created_by != broadcast.approved_by
    assert await left(town, "announcement") == 5


async def test_at_the_number_or_below_nobody_else_is_asked(above_two: Town) -> None:
    maude, phones = await crowd(above_two)
    paul = await coordinator(above_two, "Paul", "9002")
    await sent(maude, "table COCO", people=2)
    await phones["Rose"].expect("Bonjour Rose")
    await paul.expect_nothing()


async def test_a_coordinator_alone_retypes_the_number_whatever_the_size(above_two: Town) -> None:
    maude, phones = await crowd(above_two)
    await sent(maude, "tous", people=4)
    await phones["Rose"].expect("Bonjour Rose")


async def test_a_digest_above_the_number_waits_for_a_second_one_too(above_two: Town) -> None:
    maude, phones = await crowd(above_two)
    paul = await coordinator(above_two, "Paul", "9002")
    await maude.text("/proposer Le frigo | Ouvert le samedi.")
    await maude.text("/envoyer-infolettre")
    await maude.expect_any("nombre de personnes : 5")
    await maude.text("5")
    await maude.expect("attend une deuxieme personne", "/approuver 1")
    await paul.expect("Maude demande votre accord pour l'infolettre", "/approuver 1")
    await paul.text("/approuver 1")
    await paul.expect("est approuve")
    await arrive(above_two, 2, 28, 10)
    await phones["Rose"].expect("Nouvelles de fevrier")


async def test_nobody_announces_by_text_nor_without_the_role(town: Town) -> None:
    luc, desk = town.telegram(), town.sms("+18195550150")
    await settle_in(town, luc, "Luc")
    await settle_in(town, desk, "Anne", Role.COORDINATOR)
    for command in ("/annonce tous\nBonjour", "/annuler 1", "/approuver 1", "/pause 1", "/envois 1"):
        await luc.text(command)
        await luc.expect("Seule la coordination")
        await desk.text(command)
        await desk.expect("ne se fait pas par texto")


async def test_the_same_in_english(town: Town) -> None:
    _maude, phones = await crowd(town)
    anne = town.telegram("9002")
    await settle_in(town, anne, "Jane", Role.COORDINATOR, language="en")
    await anne.text("/announce roundtable COCCO\nThe room is closed tomorrow.")
    await anne.expect("What exists", "COCO")
    await anne.text("roundtable COCO")
    await anne.expect_any("Text message (French), people: 1")
    await anne.expect_any("write the number of people: 2")
    await anne.text("2")
    await anne.expect("Sending 1: 2 people", "/cancel 1")
    await phones["Rose"].expect("The room is closed tomorrow.")


async def test_the_check_page_says_who_already_has_what_was_promised_for_the_month(town: Town) -> None:
    maude, _phones = await crowd(town)
    for number in range(4):
        await sent(maude, "territoire Grande-Anse", f"Le local est fermé le {number + 2}.", people=1)
        await town.move(minutes=5)
    await maude.text(f"/annonce tous\n{WORDS}")
    await maude.expect_any("1 personne a deja eu 4 messages ou plus ce mois-ci")
    await maude.forget()
    await town.move(days=31)
    await maude.text(f"/annonce tous\n{WORDS}")
    await maude.expect_any("ecrivez le nombre de personnes")
    assert not [said for said in maude.all[-4:] if "deja eu 4 messages" in folded(said.text)], "another month"


async def test_the_list_of_broadcasts_says_what_each_was_by_title_and_date(town: Town) -> None:
    maude = await coordinator(town)
    rose = town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.text("OUI")  # who heard nothing of it would have nothing to unlearn
    await maude.text("/deplacer 1 jeudi 12 février 13h30 à 15h30")
    await maude.press("envoyer")
    await sent(maude, "tous", people=2)
    async with town.database.write() as session:
        session.add(Broadcast(organisation_id=1, kind="quick-poll", created_at=town.now))
    await maude.forget()
    await maude.text("/envois")
    shown = (await maude.expect("rencontre deplacee : COCO, rencontre du jeudi 12 fevrier")).text
    assert f"annonce : {WORDS[:20]}" in shown
    assert "· message : message ·" in shown  # of a kind that only another version knows
