"""What coordinators write about people and presences, in the words that come to them."""

from __future__ import annotations

import pytest

from db.meetings.tables import Presence
from db.people import Role
from handlers.comments.acts import read_decision
from handlers.meetings.acts.closing import read_presences
from handlers.people.commands import read_fields
from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town

NAMES = ("Zoé Roy", "Éloïse Roy", "Lise Tremblay")
NUMBERS = ("+18195550101", "+18195550102", "+18195550103")
INVITED = {3: "Lise Roy", 5: "Jean Roy", 7: "Rose Tremblay"}


@pytest.mark.parametrize(
    ("words", "noted"),
    [
        ("3 téléphone", {3: Presence.PHONE}),
        ("Lise absent", {3: Presence.NONE}),
        ("Rose Tremblay au téléphone, 5", {7: Presence.PHONE, 5: Presence.IN_PERSON}),
        ("7 (vidéo); 3 sur place", {7: Presence.VIDEO, 3: Presence.IN_PERSON}),
        ("roy lise ?", {3: Presence.UNKNOWN}),
    ],
)
def test_a_presence_is_noted_in_plain_words(words: str, noted: dict[int, Presence]) -> None:
    assert read_presences(words, INVITED) == noted


@pytest.mark.parametrize("words", ["pas retenue Trop cher.", "non retenus : Trop cher.", "not kept Trop cher."])
def test_a_decision_agrees_as_it_likes(words: str) -> None:
    decision, reason = read_decision(words)
    assert (decision.value, reason) == ("not_kept", "Trop cher.")


@pytest.mark.parametrize(
    ("part", "column", "value"),
    [
        ("819 555-0177 p. 22", "phone", "819 555-0177 p. 22"),
        ("819 555-0177 (maison)", "phone", "819 555-0177 (maison)"),
        ("(819) 555-0177 poste 4", "phone", "(819) 555-0177 poste 4"),
        ("territoire Trois-Ponts", "territory", "Trois-Ponts"),
        ("papier 2026-01-15", "consent", "papier 2026-01-15"),
    ],
)
def test_a_part_says_what_it_is(part: str, column: str, value: str) -> None:
    assert read_fields(f"Odette; {part}")[column] == value


async def test_people_are_found_and_sorted_as_one_reads_them(town: Town) -> None:
    maude = await coordinator(town)
    for name, number in zip(NAMES, NUMBERS, strict=True):
        await settle_in(town, town.sms(number), name, Role.EXPERT)
    await maude.text("/personnes roy")
    said = (await maude.expect("Éloïse Roy", "Zoé Roy")).text
    assert said.index("Éloïse") < said.index("Zoé")
    await maude.text("/personnes tremblay lise")
    await maude.expect("Lise Tremblay")
    await maude.text("/personne 4")
    await maude.expect("Lise Tremblay", "Roles : participe aux rencontres")
    await maude.text("/fin-role 4")
    await maude.expect("/fin-role 12 expert")


async def test_nobody_is_said_absent_when_nobody_noted_it_and_who_spoke_is_not_asked_again(town: Town) -> None:
    maude, rose, lise = await coordinator(town), town.sms(), town.telegram()
    await seated(town, rose, "Rose")
    await seated(town, lise, "Lise")
    await announced(town, maude)
    await lise.text("COMMENTAIRE Il fait froid dans la salle.")
    await arrive(town, 2, 10, 16)
    await maude.forget()
    await rose.forget()
    await lise.forget()
    await arrive(town, 2, 11, 12)
    for phone in (rose, lise):
        await town.settle()
        assert not [said for said in phone.unread if "pas a COCO" in said.text or "n'étiez pas" in said.text]
    await maude.tell("/compte-rendu 1 On a choisi 8h30.")
    await maude.expect_any("envoye")
    await town.tick()
    assert not [said for said in [*rose.all, *lise.all] if "n'étiez pas" in said.text]
