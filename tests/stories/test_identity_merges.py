"""Two cards made one by a coordinator, and two again: everything is where it was."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.tables import Claim
from db.contacts import Contact, ContactPerson
from db.meetings.tables import Attendance
from db.merges import Merge
from db.organisations import roundtable_made
from db.people import Person, PersonRole, PersonRoundtable, Role, seat
from db.privacy.erasing import erase_person, erasures, hash_of_pseudonym
from tests.support.claims import meeting, set_rates
from tests.support.identity import (
    cards,
    code_of,
    journal,
    merged_by_maude,
    names,
    owner,
    paul_of_a_territory,
    rose_with_a_claim,
)
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town


@pytest.fixture
def town(town_on_both: Town) -> Town:
    return town_on_both


async def test_a_coordinator_merges_two_cards_and_both_addresses_are_told(town: Town) -> None:
    maude, phone, chat = await merged_by_maude(town)
    assert await owner(town) == [("Rosie", 1)]
    await phone.expect("Rosie")
    await chat.expect("Rose")
    await maude.text("/appels")
    await maude.expect_any("Personne n'attend")


async def test_the_page_says_what_moves_and_what_does_not_agree_even_when_nobody_would_read_it(town: Town) -> None:
    maude = await coordinator(town)
    rose = await rose_with_a_claim(town, town.sms())
    async with town.database.write() as session:
        rosie = Person(
            organisation_id=1, name="Rosie", language="en", territory="Trois-Ponts", channel="post", created_at=town.now
        )
        session.add(rosie)
        await session.flush()
        (await session.get_one(Person, rose.id)).territory = "Vieux-Moulin"
    await maude.text(f"/reunir {rosie.id} {rose.id}")
    said = await maude.expect_any("entre dans Rosie", "1 demande d'argent", "roles : participe aux rencontres")
    assert "territoire : Trois-Ponts (gardé), Vieux-Moulin" in said.text
    assert "langue : anglais (gardée), français" in said.text
    assert await names(town) == {"Maude", "Rose", "Rosie"}
    await maude.press("envoyer")
    await maude.expect_any("C'est reuni", "Un seul des deux peut lire")
    other = Person(organisation_id=1, name="Lise", language="en", channel="post", created_at=town.now)
    async with town.database.write() as session:
        session.add(other)
    await maude.text(f"/reunir {rosie.id} {other.id}")
    await maude.expect_any("Lise", "entre dans Rosie", "rien : territoire, langue et accord")


async def test_two_cards_made_one_by_mistake_and_taken_apart_offer_nothing(town: Town) -> None:
    """The one who came was only a member; the card that joins theirs is an expert's."""
    maude, phone, chat = await coordinator(town), town.sms(), town.telegram()
    await set_rates(town)
    huguette = await settle_in(town, phone, "Huguette")
    rose = await settle_in(town, chat, "Rose", Role.EXPERT)
    await meeting(town, town.installation.today(town.now) - dt.timedelta(days=2), people=(huguette,))
    await town.move(hours=4)
    await phone.forget()
    await maude.tell(f"/reunir {huguette.id} {rose.id}")
    await maude.tell(f"/separer {huguette.id}")
    await town.move(hours=1)
    assert not [said.text for said in (*phone.all, *chat.all) if "allocation" in said.text]
    await maude.tell(f"/reunir {huguette.id} {rose.id}")
    await town.move(hours=1)
    assert [said.text for said in (*phone.all, *chat.all) if "allocation" in said.text]


async def test_a_merge_is_undone_with_everything_where_it_was(town: Town) -> None:
    async def picture() -> object:
        async with town.database.read() as session:
            found = []
            for column in (
                Claim.person_id,
                Attendance.person_id,
                PersonRoundtable.person_id,
                ContactPerson.person_id,
                Contact.person_id,
            ):
                found.append(sorted(str(one) for one in await session.scalars(select(column))))
            roles = await session.execute(select(PersonRole.person_id, PersonRole.role))
            people = await session.execute(select(Person.id, Person.name, Person.pseudonym, Person.territory))
            return found, sorted(map(str, roles)), sorted(map(str, people))

    maude, phone, chat = await coordinator(town), town.sms(), town.telegram()
    rose = await rose_with_a_claim(town, phone)
    rosie = await settle_in(town, chat, "Rosie")
    async with town.database.write() as session:
        await seat(session, rosie.id, (await roundtable_made(session, 1, "Logement")).id)
        (await session.get_one(Person, rose.id)).territory = "Vieux-Moulin"
    before = await picture()
    await maude.tell(f"/reunir {rosie.id} {rose.id}")
    await maude.expect_any("reuni")
    assert await picture() != before
    await town.move(days=29)
    await maude.forget()
    await maude.tell(f"/separer {rosie.id}")
    await maude.expect_any("separ")
    assert await picture() == before
    assert {"people.merged", "people.unmerged"} <= set(await journal(town))
    await phone.text("STATUT")
    await phone.expect_any("no 1")


async def test_after_thirty_days_a_merge_stays(town: Town) -> None:
    maude, _phone, chat = await merged_by_maude(town)
    rosie = await chat.person()
    assert rosie is not None
    await town.move(days=31)
    await maude.forget()
    await maude.text(f"/separer {rosie.id}")
    await maude.expect("30 jours")
    assert await owner(town) == [("Rosie", 1)]


async def test_nobody_is_merged_with_a_coordinator_by_a_command(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await coordinator(town, "Paul", "9002")
    rose = await settle_in(town, phone, "Rose")
    for pair in (f"2 {rose.id}", f"{rose.id} 2", f"1 {rose.id}", f"{rose.id} 1", "1 2", f"{rose.id} {rose.id}"):
        await maude.text(f"/reunir {pair}")
        said = await maude.expect()
        assert "C'est" not in said.text
    assert await names(town) == {"Maude", "Paul", "Rose"}


async def test_a_merge_that_is_disowned_calls_a_human(town: Town) -> None:
    maude, phone, _chat = await merged_by_maude(town)
    await phone.forget()
    await phone.text("PAS MOI")
    await phone.expect("Maude va verifier")
    await maude.text("/appels")
    await maude.expect_any("/separer 3")


async def test_two_people_of_one_phone_made_one_share_it_no_more(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose, rosie = await settle_in(town, phone, "Rose"), await settle_in(town, phone, "Rosie")
    await maude.tell(f"/reunir {rose.id} {rosie.id}")
    await maude.forget()
    await phone.forget()
    await phone.text("MOINS")
    await phone.expect("moins de messages")
    await maude.tell("/separer Rosie")
    await phone.forget()
    await phone.text("MOINS")
    await phone.expect("Qui ecrit")


async def test_the_last_merge_of_several_is_undone_first(town: Town) -> None:
    maude = await coordinator(town)
    people = [await settle_in(town, town.sms(f"+1819555011{n}"), f"Rose{n}") for n in range(3)]
    kept = people[0].id
    await maude.tell(f"/reunir {kept} {people[1].id}")
    town.now += dt.timedelta(hours=1)
    await maude.tell(f"/reunir {kept} {people[2].id}")
    await maude.forget()
    for left in ({"Rose0", "Rose2"}, {"Rose0", "Rose1", "Rose2"}):
        await maude.tell(f"/separer {kept}")
        await maude.expect_any("separe")
        assert await names(town) == left | {"Maude"}
    await maude.text(f"/separer {kept}")
    await maude.expect("Aucune reunion")


async def test_what_was_written_since_a_merge_stays_with_the_one_who_was_kept(town: Town) -> None:
    maude, phone, chat = await merged_by_maude(town)
    await phone.text("MOINS")
    async with town.database.write() as session:
        session.add(
            Claim(
                organisation_id=1,
                number=2,
                person_id=3,
                activity_date=town.now.date(),
                total_cents=100,
                submitted_at=town.now,
            )
        )
    await maude.tell("/separer Rose")
    assert sorted(await owner(town)) == [("Rose", 1), ("Rosie", 2)]
    assert {one.name for phone in (phone, chat) if (one := await phone.person())} == {"Rose", "Rosie"}


async def test_a_coordinator_of_one_territory_merges_and_unmerges_at_home_alone(town: Town) -> None:
    maude, paul = await coordinator(town), await paul_of_a_territory(town)
    rose, rosie = await settle_in(town, town.sms(), "Rose"), await settle_in(town, town.sms("+18195550102"), "Rosie")
    async with town.database.write() as session:
        (await session.get_one(Person, rosie.id)).territory = "Vieux-Moulin"
    for pair in (f"{rose.id} {rosie.id}", f"{rosie.id} {rose.id}"):
        await paul.text(f"/reunir {pair}")
        await paul.expect("dans votre territoire")
    await maude.tell(f"/reunir {rosie.id} {rose.id}")
    await maude.forget()
    await paul.text(f"/separer {rosie.id}")
    await paul.expect("dans votre territoire")


async def test_who_is_erased_after_a_merge_is_erased_from_older_copies_under_both_names(town: Town) -> None:
    maude, _phone, chat = await merged_by_maude(town)
    rosie = await chat.person()
    assert rosie is not None
    async with town.database.write() as session:
        merged = (await session.scalars(select(Merge))).one()
        gone = {hash_of_pseudonym(rosie.pseudonym), hash_of_pseudonym(merged.absorbed_pseudonym)}
        person = await session.get_one(Person, rosie.id)
        await erase_person(session, person, town.now, town.now.date())
    async with town.database.read() as session:
        assert set(await erasures(session)) == gone
        assert await session.scalar(select(Merge.id)) is None
    await maude.forget()


async def test_a_merge_by_a_code_that_is_disowned_is_undone_at_once(town: Town) -> None:
    """Whoever had Rose's code went into her card; she says that it is not her."""
    maude, phone, chat = await coordinator(town), town.sms(), town.telegram("6666")
    await rose_with_a_claim(town, phone)
    mallory = await settle_in(town, chat, "Mallory")
    await chat.text(f"/start {await code_of(phone)}")
    await chat.press("oui")
    await chat.forget()
    await phone.expect("Mallory", "PAS MOI")
    await phone.text("pas moi")
    await phone.expect_any("retire", "Maude")
    person = await chat.person()
    assert person is not None
    assert person.id == mallory.id
    assert await owner(town) == [("Rose", 1)]
    assert "not_me" in await cards(town)
    await maude.text("/appels")
    await maude.expect_any("Rose")
