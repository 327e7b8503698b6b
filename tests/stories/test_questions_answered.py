"""Questions in people's own words, answered from what the program knows; what it does not know goes to a person."""

from __future__ import annotations

import pytest

from db.meetings.tables import Meeting
from tests.support.claims import set_rates
from tests.support.comments import confirmed, rose_and_a_meeting, tasks_of
from tests.support.phones import Town

PLACE = "CLSC"
RATES = "Tarifs"
ASKED = {
    PLACE: (
        "c ou la rencontre", "ousque c'est mardi", "l'adresse svp", "je me rends ou", "c quand", "c quel jour deja",
        "a quelle heure ca finit", "dans quel local deja",
    ),
    "1. On choisit": ("on va parler de quoi", "c quoi l'ordre du jour", "cest quoi les sujets mardi"),
    "Denis": ("qui va lire mes mots", "cest qui denis", "jusqu'a quand je peux envoyer mes mots"),
    RATES: (
        "combien ca paye le bus", "vous remboursez tu le taxi", "la gardienne est tu payée", "on a tu droit a un repas",
        "on est payé combien",
    ),
    "pas de demande d'argent": ("quand jvas avoir mon argent", "mon cheque arrive quand"),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "words"), [(answer, words) for answer, listed in ASKED.items() for words in listed])
async def test_what_is_known_is_answered(town: Town, answer: str, words: str) -> None:
    await set_rates(town)
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await phone.expect(answer)
    await phone.expect_nothing()


@pytest.mark.parametrize(
    ("words", "answer"),
    [("where is it", PLACE), ("til when can i answer", "Tue Feb 10"), ("wheres the meeting", PLACE)],
)
async def test_in_english_too(town: Town, words: str, answer: str) -> None:
    phone, _ = await rose_and_a_meeting(town, language="en")
    await phone.text(words)
    await phone.expect(answer)


async def test_when_the_answer_to_a_comment_comes(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await phone.text("quand jvas avoir une reponse a mon commentaire")
    await phone.expect("Denis", "24 fév")


async def test_a_telephone_a_meal_and_the_way_in_are_told_when_they_are_known(town: Town) -> None:
    phone, meeting = await rose_and_a_meeting(town)
    async with town.database.write() as session:
        row = await session.get_one(Meeting, meeting.id)
        row.dial_in, row.access, row.meal_served = "819 555-0177", "une rampe à gauche", True
    for words, answer in (
        ("jpeux tu assister par tel", "819 555-0177"),
        ("y a tu une rampe", "une rampe"),
        ("y a tu un lunch", "Oui, un repas est servi"),
    ):
        await phone.text(words)
        await phone.expect(answer)


@pytest.mark.parametrize("words", ["y a tu une rampe", "jpeux tu assister par tel", "y a tu un zoom"])
async def test_what_is_not_known_goes_to_a_person(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await phone.expect("Maude va lire votre message")
    assert "question" in await tasks_of(town)


@pytest.mark.parametrize("words", ["chu mort de fatigue", "dead tired"])
async def test_tired_is_not_absent(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await town.settle()
    assert "ne venez pas" not in phone.all[-1].text


@pytest.mark.parametrize(
    "words",
    [
        "M. le maire vient tu", "denis va tu etre la", "y va tu avoir du monde de la ville", "qui va etre la",
        "c tu payer meme si jviens pas", "ca tient tu encore avec la tempete", "combien de temps la pause",
        "cest tu au deuxieme etage", "jveux parler a maude mais pas au telephone",
    ],
)  # fmt: skip
async def test_who_else_comes_and_what_a_storm_does_are_for_a_person(town: Town, words: str) -> None:
    await set_rates(town)
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await phone.expect("Maude va lire votre message")
    await phone.expect_nothing()
    assert "question" in await tasks_of(town)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("cest qui ca", "Ici Alliance"),
        ("c'est qui qui mène dans votre comité", "Ici Alliance"),
        ("y vont tu savoir que cest moi", "sans votre oui"),
        ("qui voit ce que jecris ici", "SANS MON NOM"),
        ("cest quoi ke vous allez faire avec mon numero", "MES INFOS"),
        ("ki arrive avec ma photo", "MES INFOS"),
        ("pis mon message y est rendu ou", "pas de commentaire en attente"),
        ("quesse qui ont repondu", "pas de commentaire en attente"),
    ],
)
async def test_what_becomes_of_what_they_write_is_answered_for_what_it_asks(
    town: Town, words: str, answer: str
) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    said = await phone.expect(answer)
    assert "Denis" not in said.text
    await phone.expect_nothing()


@pytest.mark.parametrize(
    ("language", "words", "answer"),
    [("en", "who sees what i write", "NO NAME"), ("es", "que hacen con mi numero", "PRIVACIDAD")],
)
async def test_in_their_language(town: Town, language: str, words: str, answer: str) -> None:
    phone, _ = await rose_and_a_meeting(town, language=language)
    await phone.text(words)
    await phone.expect(answer)


OF_US = {
    "Une machine envoie": ("cest tu une vraie personne qui me repond", "t'es tu un robot", "je parle tu à une machine"),
    "Maude s'occupe": ("c qui Maude", "qui est maude", "cest qui ça maude"),
    "depuis le": ("pourquoi vous m'ecrivez", "ou vous avez pris mon numero", "comment vous avez eu mon nom"),
    "ne coute rien": ("c gratis tu", "ca me coute tu des textes", "faut tu payer pour venir"),
    "rien ne vous oblige": ("chu tu obligé d'y aller", "je suis tu forcée de parler", "cest tu obligatoire"),
    "ce n'était pas clair": ("jcomprends rien de votre message", "jcomprends rien pantoute", "écrivez plus simple svp"),
    "ce qui s'est décidé": ("vous pouvez tu me dire ce qui s'est dit apres", "on va tu recevoir un résumé"),
    "La table répond": ("vous faites quoi avec nos mots", "a quoi ca sert nos mots"),
    "1. On choisit": ("cest quoi le but de la rencontre",),
    PLACE: ("cb de temps sa dure", "pouvez vous me le redire", "oui mais c a quelle heure"),
    "Denis": ("c qui Denis",),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "words"), [(answer, words) for answer, listed in OF_US.items() for words in listed])
async def test_who_we_are_what_it_costs_and_what_becomes_of_words_are_answered(
    town: Town, answer: str, words: str
) -> None:
    await set_rates(town)
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await phone.expect(answer)
    await phone.expect_nothing()


async def test_a_message_that_was_too_hard_is_seen_by_a_person(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("jcomprends rien de votre message")
    await phone.expect("Maude peut vous l'expliquer", "PARLER")
    assert await tasks_of(town) == ["question"]


async def test_a_name_that_is_nobodys_here_goes_to_a_person(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("c qui Ginette")
    await phone.expect("Maude va lire")


async def test_parking_is_told_when_the_way_in_says_it_and_left_to_a_person_else(town: Town) -> None:
    phone, meeting = await rose_and_a_meeting(town)
    for access, answer in (("une rampe à gauche", "Maude va lire"), ("stationnement derrière", "derriere")):
        async with town.database.write() as session:
            (await session.get_one(Meeting, meeting.id)).access = access
        await phone.text("y a tu du stationnement")
        await phone.expect(answer)


async def test_only_an_hour_or_a_day_is_the_best_hour_for_a_call(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("PARLER")
    await phone.expect("Le meilleur moment?")
    await phone.text("c ou la rencontre")
    await phone.expect(PLACE)
    await phone.text("apres 4h")
    await phone.expect("apres 4h")


async def test_thanks_that_leave_things_as_they_are_offer_no_words(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("jpourrai pas y etre mardi")
    await phone.expect("Voulez-vous dire quelque chose")
    await phone.text("merci cest ben correct")
    await phone.expect("D'accord")
