"""Importing people: what is kept, what is named, what is never undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select

from db.consent import ConsentEntry, record_consent
from db.contacts import Consent, Contact, ContactPerson, Reach
from db.deliveries import Delivery
from db.organisations import Roundtable
from db.people import Person, PersonRole, PersonRoundtable, Role
from db.session import Database
from handlers.acting import Acting, Actor, ActResult, Refused
from handlers.people.lists.acts import import_list, plan_list
from handlers.people.lists.shown import facts_of
from tests.stories.conftest import MONDAY
from tests.support.lists import read
from tests.support.phones import Town, folded

HEADER = "name,phone,telegram_id,language,roles,roundtables,territory,channel,consent\n"
PAPER = "formulaire papier 2026-01-12"
MAUDE = Actor(None, "Maude", "maude", frozenset({Role.COORDINATOR}), "shell")


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def bring(town: Town, lines: str, header: str = HEADER, answers: dict[str, str] | None = None) -> ActResult:
    async with town.database.write() as session:
        acting = Acting(session, town.installation, MAUDE, town.now)
        return await import_list(acting, await plan_list(acting, read(header + lines), answers, lock=True))


async def count(town: Town, kind: type) -> int:
    async with town.database.read() as session:
        return await session.scalar(select(func.count()).select_from(kind)) or 0


async def contact_at(town: Town, address: str) -> Contact:
    async with town.database.read() as session:
        found = await session.scalar(select(Contact).where(Contact.address == address))
    assert found is not None
    return found


async def test_a_whole_line_is_kept_with_its_seats_its_roles_and_its_consent(town: Town) -> None:
    line = f"Rose Tremblay,819 555-0101,777,anglais,expert;membre,Logement;Transport,Vieux-Moulin,texto,{PAPER}\n"
    done = await bring(town, line)
    assert done.data["added"] == 1
    async with town.database.read() as session:
        person = await session.scalar(select(Person))
        assert person is not None
        assert (person.name, person.language, person.territory, person.channel) == (
            "Rose Tremblay",
            "en",
            "Vieux-Moulin",
            "sms",
        )
        assert set(await session.scalars(select(PersonRole.role))) == {Role.EXPERT, Role.MEMBER}
        assert set(await session.scalars(select(Roundtable.name))) == {"Logement", "Transport"}
        entries = list(await session.scalars(select(ConsentEntry)))
        assert {(e.words, e.source, e.given) for e in entries} == {(PAPER, "import", True)}
        assert {town.installation.local(e.at).date() for e in entries} == {dt.date(2026, 1, 12)}
    phone, telegram = await contact_at(town, "+18195550101"), await contact_at(town, "777")
    assert (phone.consent, phone.reach) == (Consent.GIVEN, Reach.OK)
    assert (telegram.consent, telegram.reach) == (Consent.GIVEN, Reach.NOT_STARTED)
    assert await count(town, Delivery) == 0


TWO_LINES = f"Rose,8195550101,,fr,expert,Logement,,,{PAPER}\nLuc,819-555-0102,,fr,member,,,,\n"


async def test_running_it_twice_changes_nothing(town: Town) -> None:
    kinds = (Person, Contact, ContactPerson, PersonRole, PersonRoundtable, ConsentEntry, Delivery)
    await bring(town, TWO_LINES)
    before = [await count(town, kind) for kind in kinds]
    again = await bring(town, TWO_LINES)
    assert [await count(town, kind) for kind in kinds] == before
    assert (again.data["added"], again.data["changed"], again.data["same"], again.data["invited"]) == (0, 0, 2, 0)


async def test_without_consent_a_person_is_invited_once(town: Town) -> None:
    await bring(town, TWO_LINES)
    luc = town.sms("+18195550102")
    await town.tick()
    await luc.expect("Bonjour Luc. Maude")
    assert (await contact_at(town, "+18195550102")).consent is Consent.INVITED
    await bring(town, TWO_LINES)
    await town.move(days=2)
    await luc.expect_nothing()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",819 555-0103,,,,,,,", "Il manque le nom"),
        ("Max,555-0103,,,,,,,", "indicatif regional"),
        ("Max,819 555-01,,,,,,,", "pas un numero complet"),
        ("Max,819 155-0103,,,,,,,", "ne peut pas exister"),
        ("Max,+33612345678,,,,,,,", "hors du Canada"),
        ("Max,,douze,,,,,,", "pas un numero Telegram"),
        ("Max,,,,,,,,", "Il manque un telephone"),
        ("Max,819 555-0103,,,,,,,formulaire 2027-03-02", "date a venir"),
    ],
)
async def test_a_bad_line_is_named_with_its_reason_and_the_good_ones_are_kept(
    town: Town, line: str, reason: str
) -> None:
    done = await bring(town, TWO_LINES + line + "\n")
    (bad,) = done.data["lines"]
    assert bad["line"] == 4
    assert folded(reason) in folded(bad["reason"])
    assert await count(town, Person) == 2


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("Max,819 555-0103,,klingon,,,,,", "langue « klingon » pas offerte ici"),
        ("Max,819 555-0103,,,coordinator,,,,", "ne se donne pas par une liste"),
        ("Max,819 555-0103,,,,,,pigeon,", "moyen « pigeon » pas offert ici"),
        ("Max,819 555-0103,,,,,,,au telephone", "ne dit pas quel jour"),
        ("Max,819 555-0103,@max,,,,,,", "pas un numero Telegram"),
    ],
)
async def test_what_is_not_understood_of_a_line_is_said_and_the_person_is_kept(
    town: Town, line: str, remark: str
) -> None:
    async with town.database.read() as session:
        file = read(HEADER + TWO_LINES + line + "\n")
        made = await plan_list(Acting(session, town.installation, MAUDE, town.now), file)
    (max_,) = [one for one in facts_of(file, made.table, made.plan, town.installation)["plan"] if one["name"] == "Max"]
    assert folded(remark) in folded(" ".join(max_["reasons"]))
    await bring(town, TWO_LINES + line + "\n")
    assert await count(town, Person) == 3
    async with town.database.read() as session:
        assert Role.COORDINATOR not in set(await session.scalars(select(PersonRole.role)))


async def test_an_unknown_role_is_asked_once_for_the_whole_column(town: Town) -> None:
    lines = TWO_LINES + f"Max,8195550103,,,patron,,,,{PAPER}\nAna,8195550104,,,patronne,,,,{PAPER}\n"
    with pytest.raises(Refused, match="people-list-questions"):
        await bring(town, lines)
    assert await count(town, Person) == 0
    await bring(town, lines, answers={"roles": "expert"})
    async with town.database.read() as session:
        of_max = select(PersonRole.role).join(Person, Person.id == PersonRole.person_id).where(Person.name == "Max")
        assert set(await session.scalars(of_max)) == {Role.EXPERT}


async def test_those_of_an_unknown_role_may_be_left_out_of_the_list(town: Town) -> None:
    lines = TWO_LINES + f"Max,8195550103,,,ancien membre,,,,{PAPER}\n"
    await bring(town, lines, answers={"roles": "skip"})
    async with town.database.read() as session:
        assert "Max" not in set(await session.scalars(select(Person.name)))
    assert await count(town, Person) == 2


async def test_a_file_with_no_good_line_is_refused_whole(town: Town) -> None:
    with pytest.raises(Refused, match="people-list-none-kept"):
        await bring(town, "Max,12,,,,,,,\n")


async def test_a_withdrawal_outlives_the_import_of_an_older_consent(town: Town) -> None:
    await bring(town, TWO_LINES)
    phone = town.sms("+18195550101")
    await phone.text("ARRET")
    other = TWO_LINES.replace(PAPER, "appel du 20 janvier 2026")
    done = await bring(town, other)
    assert done.data["withdrawn"] == 1
    assert (await contact_at(town, "+18195550101")).consent is Consent.WITHDRAWN


async def test_a_consent_signed_after_a_withdrawal_counts(town: Town) -> None:
    await bring(town, TWO_LINES)
    phone = town.sms("+18195550101")
    await phone.text("ARRET")
    town.now += dt.timedelta(days=30)
    await bring(town, TWO_LINES.replace(PAPER, "formulaire papier 2026-02-20"))
    assert (await contact_at(town, "+18195550101")).consent is Consent.GIVEN


async def test_an_import_undoes_no_choice_made_since(town: Town) -> None:
    await bring(town, TWO_LINES)
    phone = town.sms("+18195550101")
    for words in ("ENGLISH", "ARRET RAPPELS"):
        await phone.text(words)
    await bring(town, TWO_LINES.replace(PAPER, "appel du 20 janvier 2026"))
    person = await phone.person()
    assert person is not None
    assert person.language == "en"
    assert (await contact_at(town, "+18195550101")).stopped_kinds == ",reminders,"


async def test_two_people_on_one_phone_share_it(town: Town) -> None:
    await bring(town, f"Rose,8195550101,,,,,,,{PAPER}\nLuc,8195550101,,,,,,,{PAPER}\n")
    contact = await contact_at(town, "+18195550101")
    assert contact.shared
    assert await count(town, Person) == 2
    await town.sms("+18195550101").text("MOINS")
    await town.sms("+18195550101").expect("Qui ecrit?", "1 Rose", "2 Luc")


async def test_someone_on_paper_needs_no_phone(town: Town) -> None:
    line = "Aline,,,,member,,,post,\n"
    await bring(town, line)
    again = await bring(town, line)
    assert again.data["same"] == 1
    assert await count(town, Person) == 1


async def test_a_formula_loses_its_sign(town: Town) -> None:
    await bring(town, f'"=HYPERLINK(""x"")",8195550101,,,,,,,{PAPER}\n')
    async with town.database.read() as session:
        assert (await session.scalar(select(Person.name)) or "").startswith("HYPERLINK")


async def test_a_withdrawal_is_never_edited_only_added_to(town: Town) -> None:
    await bring(town, TWO_LINES)
    async with town.database.write() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == "+18195550101"))
        assert contact is not None
        await record_consent(session, contact, given=False, words="ARRET", source="text", now=town.now)
    async with town.database.read() as session:
        rows = list(await session.scalars(select(ConsentEntry).order_by(ConsentEntry.id)))
    assert [(row.given, row.words) for row in rows] == [(True, PAPER), (False, "ARRET")]


NO = "Nom,Téléphone maison,Cellulaire,OK textos?\nAimé Caron,819 555-0171 (maison),,non\n"
LATER = "Aimé Caron,819 555-0171 (maison),819 555-0172,\n"


async def test_the_no_of_a_landline_holds_when_a_second_list_has_the_same_landline_and_a_phone(town: Town) -> None:
    await bring(town, NO, "")
    done = await bring(town, LATER, "Nom,Téléphone maison,Cellulaire,OK textos?\n")
    assert (done.data["added"], done.data["changed"], done.data["invited"]) == (0, 1, 0)
    await town.tick()
    await town.sms("+18195550172").expect_nothing()
    assert (await contact_at(town, "+18195550172")).consent is Consent.WITHDRAWN


async def test_the_no_of_a_landline_holds_when_a_second_list_has_the_same_name_elsewhere(town: Town) -> None:
    await bring(town, NO, "")
    done = await bring(town, "Aimé Caron,819 555-0172\nLuc,819 555-0102\n", "Nom,Cellulaire\n")
    assert done.data["added"] == 1
    assert "a dit non aux messages" in folded(done.data["lines"][0]["reason"])
