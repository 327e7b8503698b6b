"""What waits comes back: one list, put off with a reason, told once a week; everything is found by a word."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from sqlalchemy import select

from db.journal import Entry
from db.journal.chain import Seal, verify
from db.organisations import Roundtable
from db.people import Person, Role, grant
from tests.support.claims import expert, meeting, set_rates
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)
NEAR, FAR = "Grande-Anse", "Les Rives"


@pytest.fixture
async def maude(town: Town) -> Phone:
    """Rose was at COCO on Tuesday 10 and claimed her bus; the minutes are not written."""
    await set_rates(town)
    town.now = town.local(2026, 2, 2)
    phone = await coordinator(town)
    await town.tick()
    town.now = town.local(2026, 2, 12)
    rose = town.sms("+18195550101")
    await meeting(town, TUESDAY, name="COCO", people=(await expert(town, rose, "Rose"),))
    async with town.database.write() as session:
        (await session.scalars(select(Roundtable))).one().territory = NEAR
        person = await session.scalar(select(Person).where(Person.name == "Rose"))
        assert person is not None
        person.territory = NEAR
    await rose.text("autobus 7,50")
    await rose.expect("C'est bon?")
    await rose.text("oui")
    await rose.expect("Recue: demande no")
    await phone.forget()
    return phone


async def limited(town: Town) -> Phone:
    """Denis answers for another territory alone."""
    phone = await coordinator(town, "Denis", "9002")
    async with town.database.write() as session:
        denis = await session.scalar(select(Person).where(Person.name == "Denis"))
        assert denis is not None
        await grant(session, denis.id, Role.COORDINATOR, FAR)
    await phone.forget()
    return phone


async def test_all_that_waits_is_one_list_with_what_to_write(town: Town, maude: Phone) -> None:
    await maude.text("/a-faire")
    await maude.expect("Decider 1 demande", "/demandes", "Ecrire le resume : COCO", "/compte-rendu 1")
    await maude.text("/to-do")
    await maude.expect("Decider 1 demande")


async def test_who_answers_for_another_territory_sees_none_of_it(town: Town, maude: Phone) -> None:
    denis = await limited(town)
    await denis.text("/a-faire")
    await denis.expect("Rien ne vous attend")
    await denis.text("/plus-tard compte-rendu 1 pas le temps")
    await denis.expect("Rien de tel n'attend")
    await denis.text("/recherche rose")
    await denis.expect("Rien ne contient")


async def test_one_thing_is_put_off_with_its_reason_and_comes_back(town: Town, maude: Phone) -> None:
    await maude.text("/plus-tard compte rendu 1 2 semaines la salle etait fermee")
    await maude.expect("Remis a plus tard : compte-rendu 1, jusqu'au 26 fevrier 2026")
    await maude.text("/a-faire")
    listed = await maude.expect("Decider 1 demande")
    assert "COCO" not in listed.text
    await maude.text("/plus-tard compte-rendu 1 reprendre")
    await maude.expect("C'est de retour")
    await maude.text("/a-faire")
    await maude.expect("Ecrire le resume : COCO")
    await maude.text("/plus-tard compte-rendu 1 la salle etait fermee")
    await maude.expect("jusqu'au 19 fevrier 2026")
    town.now = town.local(2026, 2, 19)
    await maude.text("/a-faire")
    await maude.expect("Ecrire le resume : COCO")
    async with town.database.read() as session:
        noted = [e.details for e in await session.scalars(select(Entry).where(Entry.act == "todo.put_off"))]
    assert len(noted) == 2
    assert "fermee" not in str(noted), "a reason may name someone: the journal has none of it"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("/plus-tard", "/plus-tard presence 12 la salle etait fermee"),
        ("/plus-tard compte-rendu", "/plus-tard presence 12"),
        ("/plus-tard compte-rendu 1", "/plus-tard presence 12"),
        ("/plus-tard demandes 1 apres les fetes", "ne se remet pas a plus tard"),
        ("/plus-tard compte-rendu 99 apres les fetes", "Rien de tel n'attend"),
        ("/plus-tard compte-rendu 1 900 jours apres les fetes", "De 1 a 180 jours"),
        ("/plus-tard compte-rendu 1 reprendre", "n'est pas remise a plus tard"),
        ("/recherche", "/recherche frigo"),
        ("/recherche zzzz", "Rien ne contient"),
    ],
)
async def test_what_cannot_be_put_off_or_found_is_said_with_an_example(
    town: Town, maude: Phone, written: str, said: str
) -> None:
    await maude.text(written)
    await maude.expect(said)


async def test_each_monday_morning_what_waits_comes_in_one_message(town: Town, maude: Phone) -> None:
    denis = await limited(town)
    await town.move(to=town.local(2026, 2, 16, 8, 50))
    await maude.forget()
    await town.move(to=town.local(2026, 2, 16, 9, 10))
    told = await maude.expect("voici ce qui attend cette semaine", "Decider 1 demande", "Ecrire le resume : COCO")
    seal = re.search(r"Sceau du journal, ce matin : (\d+:[0-9a-f]{8})$", told.text)
    assert seal is not None
    async with town.database.read() as session:
        place, letters = seal[1].split(":")
        assert (await verify(session, Seal(int(place), letters))).why == ""
        assert (await verify(session, Seal(int(place), "00000000"))).why == "noted"
    await town.move(to=town.local(2026, 2, 17, 9, 10))
    await town.move(to=town.local(2026, 2, 20, 9, 10))
    await maude.expect_nothing()
    await denis.expect_nothing()
    await town.move(to=town.local(2026, 2, 23, 9, 10))
    await maude.expect("voici ce qui attend cette semaine")


async def test_when_nothing_waits_nothing_is_said(town: Town) -> None:
    maude = await coordinator(town)
    await town.tick()
    await maude.forget()
    await town.move(to=town.local(2026, 2, 16, 9, 10))
    await maude.expect_nothing()


async def test_a_word_is_found_wherever_it_is(town: Town, maude: Phone) -> None:
    await maude.text("/recherche ROSE")
    await maude.expect("Rose", "/personne")
    await maude.text("/search coco")
    await maude.expect("COCO, 10 fevrier 2026 : /rencontre 1")


async def test_one_meeting_is_looked_at_whole(town: Town, maude: Phone) -> None:
    await maude.text("/rencontre 1")
    await maude.expect(
        "Rencontre no 1 : COCO",
        "Personne ne porte les commentaires",
        "Rose",
        "La presence est notee : 1 la",
        "/compte-rendu 1",
    )
    await maude.text("/rencontres passees")
    await maude.expect("Rencontres passees", "1 · COCO")
    await maude.text("/commentaires")
    await maude.expect("Aucun commentaire n'attend")
    await maude.text("/demandes payees")
    await maude.expect("Aucune demande n'est payee")


async def test_what_a_search_found_beyond_the_first_lines_is_seen_too(town: Town, maude: Phone) -> None:
    async with town.database.write() as session:
        for number in range(16):
            session.add(Person(organisation_id=1, name=f"Zora {number:02}", created_at=town.now))
    await maude.text("/recherche zora")
    said = await maude.expect("Trouve 16 fois", "Et une autre fois : /recherche zora suite 2")
    assert "Zora 15" not in said.text
    await maude.text("/recherche zora suite")
    await maude.expect("Zora 15")
    await maude.text("/recherche zora suite 3")
    await maude.expect("pas de page 3", "/recherche zora")
