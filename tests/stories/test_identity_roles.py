"""Who coordinates: addresses that others cannot change, a role that acts where it was proved, and that ends."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from sqlalchemy import func, select

from db.console.tables import Door, WebSession
from db.contacts import Contact, ContactPerson, Reach, add_contact, attach
from db.conversations import Task
from db.people import Person, PersonRole, Role
from handlers.acting import Acting, Refused, actor_of
from handlers.people import acts, revoking
from handlers.people.spec import PersonSpec
from messages import Kind
from tests.support.identity import (
    SHELL,
    cards,
    code_of,
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


@pytest.mark.parametrize(
    "command",
    [
        "/personne 1; telegram: 9003",
        "/personne 1; téléphone: 819 555-0177",
        "/personne Maude; 819 555-0150; telegram: 9003",
        "/personne Maude; telegram: 9001; téléphone: 819 555-0177",
        "/personne 1; sans téléphone: 819 555-0150",
        "/personne 3; telegram: 9001",
        "/personne Luc; 819 555-0150",
    ],
)
async def test_the_addresses_of_a_coordinator_are_not_changed_by_another(town: Town, command: str) -> None:
    maude = await coordinator(town)
    paul = await paul_of_a_territory(town)
    rose = await settle_in(town, town.sms(), "Rose")
    assert rose.id == 3
    async with town.database.write() as session:
        phone = await add_contact(session, 1, "sms", "+18195550150", town.now)
        await attach(session, phone, await session.get_one(Person, 1))
    await paul.text(command)
    await paul.forget()
    thief = town.telegram("9003")
    await thief.text("/start")
    await thief.forget()
    await thief.text("/personnes")
    await thief.forget()
    async with town.database.read() as session:
        ties = await session.execute(
            select(Contact.address).join(ContactPerson).where(ContactPerson.person_id == 1).order_by(Contact.address)
        )
        assert [address for (address,) in ties] == ["+18195550150", "9001"]
        shared = await session.scalars(select(Contact.shared).where(Contact.address.in_(["9001", "+18195550150"])))
        assert set(shared) == {False}
    await maude.text("/personnes")
    await maude.expect_any("Rose")


async def test_a_role_acts_only_from_an_address_its_owner_proved(town: Town) -> None:
    maude, second = await coordinator(town), town.telegram("9003")
    async with town.database.write() as session:
        await acts.change_person(Acting(session, town.installation, SHELL, town.now), 1, PersonSpec(telegram_id="9003"))
    await maude.forget()
    await second.text("/start")
    if any(label.startswith("oui") for label, _ in (await second.expect()).buttons):
        await second.press("oui")
    await second.forget()
    await second.text("/personnes")
    await second.expect("lien de coordination")
    async with town.database.write() as session:
        done = await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "Maude")
    await second.text(f"/start {done.data['code']}")
    await second.forget()
    await second.text("/personnes")
    await second.expect_any("Maude")


async def test_a_coordinator_s_own_code_carries_the_role_to_a_new_account_and_the_old_one_is_told(town: Town) -> None:
    maude, phone, new = await coordinator(town), town.sms("+18195550150"), town.telegram("9003")
    await phone.text(await code_of(maude))
    await phone.expect("C'est relie")
    await maude.expect("819 555-0150", "PAS MOI")
    await new.text(f"/start {await code_of(phone)}")
    await new.expect("C'est relie, Maude")
    await maude.expect("Telegram")
    await new.text("/personnes")
    await new.expect_any("Maude")


async def test_a_role_given_to_someone_known_sleeps_until_its_link_is_opened(town: Town) -> None:
    """Mallory had joined as "Maude" before the shell made Maude a coordinator."""
    mallory = town.telegram("6666")
    await settle_in(town, mallory, "Maude")
    async with town.database.write() as session:
        done = await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "Maude")
    await mallory.text("/personnes")
    await mallory.expect("lien de coordination")
    await mallory.text(f"/start {done.data['code']}")
    await mallory.forget()
    await mallory.text("/personnes")
    await mallory.expect_any("Maude")


async def test_a_phone_added_to_someone_is_said_on_their_old_address(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose")
    await maude.tell(f"/personne {rose.id}; téléphone: 819 555-0177; consentement: formulaire papier 2026-01-12")
    await maude.expect_any("Fiche changee")
    await phone.expect("819 555-0177", "PAS MOI")


async def test_a_telegram_account_of_someone_is_not_given_to_another(town: Town) -> None:
    maude, chat = await coordinator(town), town.telegram("6666")
    await settle_in(town, chat, "Mallory")
    rose = await settle_in(town, town.sms(), "Rose")
    await maude.text(f"/personne {rose.id}; telegram: 6666")
    await maude.expect("deja")
    async with town.database.read() as session:
        assert not await session.scalar(select(func.count()).select_from(Contact).where(Contact.shared))


async def test_a_coordinator_s_link_on_a_member_s_account_joins_the_two_after_a_yes(town: Town) -> None:
    chat = town.telegram()
    await rose_with_a_claim(town, chat)
    async with town.database.write() as session:
        done = await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "Maude")
    await chat.text(f"/start {done.data['code']}")
    await chat.expect("Maude", "1 demande")
    await chat.text("/personnes")
    await chat.expect("Seule la coordination")
    assert await names(town) == {"Rose", "Maude"}
    await chat.press("oui")
    await chat.expect("Maude")
    async with town.database.read() as session:
        person = await session.scalar(select(Person))
        assert person is not None
        assert {Role.COORDINATOR, Role.EXPERT} == set(await session.scalars(select(PersonRole.role)))
    assert await owner(town) == [("Maude", 1)]
    await chat.text("/personnes")
    await chat.expect_any("Maude")


async def test_a_coordinator_s_link_is_refused_on_the_account_of_another_coordinator(town: Town) -> None:
    await coordinator(town)
    paul = await paul_of_a_territory(town)
    async with town.database.write() as session:
        done = await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "Maude")
    await paul.text(f"/start {done.data['code']}")
    await paul.expect("ne peut pas servir ici")
    assert await names(town) == {"Maude", "Paul"}


async def test_a_revoked_coordinator_has_neither_session_nor_code_nor_card(town: Town) -> None:
    await coordinator(town)
    paul, phone = await coordinator(town, "Paul", "9002"), town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("PARLER")
    await phone.forget()
    await paul.text("/vu 1")
    await paul.forget()
    async with town.database.write() as session:
        acting = Acting(session, town.installation, SHELL, town.now)
        code = (await acts.make_coordinator(acting, "Paul")).data["code"]
        done = await revoking.revoke(acting, 2, "Maude")
        assert done.data["handed"] == 1
    await paul.expect("vous n'avez plus la coordination")
    await paul.text("/personnes")
    await paul.expect("Seule la coordination")
    other = town.telegram("9003")
    await other.text(f"/start {code}")
    await other.expect("passe")
    async with town.database.read() as session:
        assert await session.scalar(select(Task.acknowledged_by)) == 1


async def test_the_last_one_who_can_be_reached_or_answers_for_everything_is_not_revoked(town: Town) -> None:
    await coordinator(town)
    await paul_of_a_territory(town)
    async with town.database.write() as session:
        acting = Acting(session, town.installation, SHELL, town.now)
        with pytest.raises(Refused, match="people-revoke-last-whole"):
            await revoking.revoke(acting, 1, "Paul")
        await revoking.revoke(acting, 2, "Maude")


async def test_a_browser_of_a_revoked_coordinator_is_closed_at_once(town: Town) -> None:
    await coordinator(town)
    await coordinator(town, "Paul", "9002")
    async with town.database.write() as session:
        session.add(
            WebSession(
                digest="x",
                person_id=2,
                door=Door.LINK,
                created_at=town.now,
                seen_at=town.now,
                idle_minutes=60,
                ends_at=town.now + dt.timedelta(hours=4),
            )
        )
        done = await revoking.revoke(Acting(session, town.installation, SHELL, town.now), 2, "Maude")
        assert done.data["sessions"] == 1
    async with town.database.read() as session:
        assert await session.scalar(select(WebSession.digest)) is None


async def test_the_one_who_could_still_be_reached_is_not_revoked(town: Town) -> None:
    maude, paul = await coordinator(town), await coordinator(town, "Paul", "9002")
    async with town.database.write() as session:
        (await session.scalars(select(Contact).where(Contact.address == maude.address))).one().reach = Reach.BLOCKED
    async with town.database.write() as session:
        with pytest.raises(Refused, match="people-revoke-last-reachable"):
            await revoking.revoke(Acting(session, town.installation, SHELL, town.now), 2, "Maude")
    await maude.text("/start")
    await maude.forget()
    async with town.database.write() as session:
        await revoking.revoke(Acting(session, town.installation, SHELL, town.now), 2, "Maude")
    await paul.forget()
    await paul.text("/personnes")
    await paul.expect("Seule la coordination")


async def test_the_shell_of_a_territory_moves_no_address_of_a_coordinator_and_the_whole_one_does(town: Town) -> None:
    await coordinator(town)
    await paul_of_a_territory(town)
    spec = PersonSpec(telegram_id="9003")
    async with town.database.write() as session:
        paul = await actor_of(session, await session.get_one(Person, 2), "shell")
        with pytest.raises(Refused, match="people-coordinator-address"):
            await acts.change_person(Acting(session, town.installation, paul, town.now), 1, spec)
    async with town.database.write() as session:
        maude = await actor_of(session, await session.get_one(Person, 1), "shell")
        await acts.change_person(Acting(session, town.installation, maude, town.now), 2, spec)
    await town.telegram("9002").expect("Telegram", "PAS MOI")


async def test_alerts_of_distress_go_to_the_account_that_a_coordinator_proved(town: Town) -> None:
    maude, typed, phone = await coordinator(town), town.telegram("9003"), town.sms()
    await settle_in(town, phone, "Rose")
    await maude.tell("/personne 1; telegram: 9003; consentement: formulaire papier 2026-01-12")
    await typed.text("/start")
    await typed.forget()
    await maude.forget()
    await phone.text("jveux mourir")
    await maude.expect_any("Urgent", "Rose")
    await typed.expect_nothing()


async def test_the_others_learn_that_a_coordinator_is_out_of_reach(town: Town) -> None:
    maude, paul = await coordinator(town), await coordinator(town, "Paul", "9002")
    await town.receive(paul, Kind.TEXT, text="", opt_out_type="STOP")
    await maude.expect("Paul", "plus joignable")


async def test_a_stolen_account_of_a_coordinator_does_not_put_out_the_new_one(town: Town) -> None:
    await coordinator(town)
    paul, new = await coordinator(town, "Paul", "9002"), town.telegram("9003")
    async with town.database.write() as session:
        acting = Acting(session, town.installation, SHELL, town.now)
        await revoking.revoke(acting, 2, "Maude")
        code = (await acts.make_coordinator(acting, "Paul")).data["code"]
    await new.text(f"/start {code}")
    await new.expect("Bonjour Paul")
    await paul.forget()
    await paul.text("PAS MOI")
    await paul.expect("va verifier")
    await paul.text("/personnes")
    await paul.expect("lien de coordination")
    await new.text("/personnes")
    await new.expect_any("Maude")


async def test_a_coordinator_of_one_territory_learns_of_no_number_whose_it_is(town: Town) -> None:
    """The same words for a number that nobody has and for one of another territory, for which a card asks."""
    maude, paul = await coordinator(town), await paul_of_a_territory(town)
    rose = await settle_in(town, town.sms("+18195550187"), "Rose")
    async with town.database.write() as session:
        (await session.get_one(Person, rose.id)).territory = "Vieux-Moulin"
    heard = []
    for name, number in (("Luc", "819 555-0188"), ("Zoe", "819 555-0187")):
        await paul.tell(f"/personne {name}; {number}; expert")
        said = (await paul.expect_any("Noté", name)).text
        heard.append(re.sub(rf"{name}|\d+", "-", said))
        await paul.forget()
    assert heard[0] == heard[1]
    async with town.database.read() as session:
        contact = (await session.scalars(select(Contact).where(Contact.address == "+18195550187"))).one()
        assert (contact.person_id, contact.shared) == (rose.id, False)
    assert await cards(town) == ["merge_asked"]
    await maude.text("/appels")
    await maude.expect_any("Rose", "Zoe")


async def test_a_coordinator_of_one_territory_reads_no_address_of_another_coordinator_whole(town: Town) -> None:
    await coordinator(town)
    paul = await paul_of_a_territory(town)
    await paul.tell("/personne 1")
    await paul.expect("Maude", "tg***01")
    assert not [said for said in paul.all if "9001" in said.text]
    await paul.tell("/personne 2")
    await paul.expect_any("9002")


async def test_the_addresses_of_ones_own_card_change_by_a_link_when_one_coordinates(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/personne 1; 819 555-0144")
    await maude.expect_any("/lier")
    async with town.database.read() as session:
        assert list(await session.scalars(select(Contact.address))) == ["9001"]


async def test_the_others_learn_that_somebody_new_coordinates(town: Town) -> None:
    """Made on the computer, where nobody looks: told once, and not to whoever it is."""
    maude = await coordinator(town)
    async with town.database.write() as session:
        await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "Paul", scope="Amos")
    await town.settle()
    await maude.expect("Paul coordonne maintenant avec vous", "territoire Amos", "parlez-en tout de suite")
    async with town.database.write() as session:
        await acts.make_coordinator(Acting(session, town.installation, SHELL, town.now), "Paul")
    await town.settle()
    await maude.expect_nothing()
