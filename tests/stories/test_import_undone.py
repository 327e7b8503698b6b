"""A list that was kept is taken back: shown first; what was said or changed since stays, and is named."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.consent import ConsentEntry
from db.contacts import Contact
from db.deliveries import Delivery, Status
from db.imports import ImportChange
from db.journal.tables import Entry
from db.organisations import Roundtable
from db.people import Person, PersonRole, Role, RolePeriod
from handlers.acting import Acting, Actor, ActResult, unattended
from handlers.people.keeping import requests_due
from handlers.people.lists.acts import import_list, plan_list
from tests.support.lists import read
from tests.support.people import coordinator
from tests.support.phones import Phone, Town, folded

MAUDE = Actor(None, "Maude", "maude", frozenset({Role.COORDINATOR}), "shell")
HEADINGS = "Nom;Cell;Rôle;Table;Territoire;Consentement\n"
PAPER = "papier 2026-01-12"


async def keep(town: Town, lines: str, title: str = "membres.xlsx") -> ActResult:
    async with town.database.write() as session:
        acting = Acting(session, town.installation, MAUDE, town.now)
        file = read(HEADINGS + lines, title=title)
        return await import_list(acting, await plan_list(acting, file, {"roles": "member"}, lock=True))


async def names(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Person.name).order_by(Person.name)))


async def undo(maude: Phone, rest: str = "") -> str:
    """The check page, then yes: both, folded."""
    await maude.forget()
    await maude.text(f"/annuler import {rest}")
    await maude.town.settle()
    page = "\n".join(said.text for said in maude.unread)
    await maude.press("oui, le faire")
    await maude.town.settle()
    return folded(page + "\n----\n" + maude.all[-1].text)


async def test_who_was_added_goes_with_what_was_about_to_be_written_to_them(town: Town) -> None:
    maude = await coordinator(town)
    done = await keep(town, f"Rose Roy;819 555-0101;expert;Logement;Amos;{PAPER}\nLuc Cyr;819 555-0102;;;;\n")
    assert "membres.xlsx" in repr(done.text)
    said = await undo(maude)
    page, _, answer = said.partition("----")
    for words in (page, answer):
        assert "2 personnes ajoutees sont retirees" in words
        assert "rose roy (2) et luc cyr (3)" in words
    assert "membres.xlsx" in page
    assert "maude" in page
    assert await names(town) == ["Maude"]
    async with town.database.read() as session:
        assert list(await session.scalars(select(ConsentEntry))) == []
        assert list(await session.scalars(select(Contact.address))) == ["9001"]
        assert list(await session.scalars(select(Roundtable.name))) == []
        assert list(await session.scalars(select(ImportChange.id))) == []
    await town.tick()
    await town.sms("+18195550102").expect_nothing()
    await maude.text("/annuler import 1")
    await maude.expect_any("deja defait")


async def test_nothing_is_undone_before_the_yes(town: Town) -> None:
    maude = await coordinator(town)
    await keep(town, "Rose Roy;819 555-0101;;;;\n")
    await maude.text("/annuler import")
    await maude.expect_any("Defaire l'import", "membres.xlsx")
    await maude.press("ne rien faire")
    assert await names(town) == ["Maude", "Rose Roy"]


async def test_who_answered_stays_and_a_message_already_sent_is_said(town: Town) -> None:
    maude = await coordinator(town)
    await keep(town, "Rose Roy;819 555-0101;;;;\nLuc Cyr;819 555-0102;;;;\n")
    await town.tick()
    await town.sms("+18195550101").expect("Bonjour Rose Roy")
    await town.sms("+18195550101").text("oui")
    await town.sms("+18195550102").expect("Bonjour Luc Cyr")
    said = await undo(maude)
    assert "restent : rose roy (2, a repondu ou ecrit depuis)" in said
    assert "un message leur est deja parti, qu'on ne peut pas reprendre : luc cyr" in said
    assert await names(town) == ["Maude", "Rose Roy"]
    await keep(town, "Luc Cyr;819 555-0102;;;;\n")  # the same number again: it was asked once
    await town.tick()
    await town.sms("+18195550102").expect_nothing()


@pytest.mark.parametrize("change", ["territoire: Amos", "table: Logement", "téléphone: 819 555-0109", "rôle: expert"])
async def test_whose_card_changed_since_stays(town: Town, change: str) -> None:
    maude = await coordinator(town)
    await keep(town, f"Rose Roy;819 555-0101;;Logement;;{PAPER}\nLuc Cyr;819 555-0102;;;;{PAPER}\n")
    await maude.tell(f"/personne 3; {change}")
    await maude.town.settle()
    if maude.all[-1].buttons:
        await maude.press(maude.all[-1].buttons[-1][0])
    said = await undo(maude)
    assert "restent : luc cyr (3, sa fiche a change depuis)" in said
    assert await names(town) == ["Luc Cyr", "Maude"]


async def test_what_was_completed_is_as_it_was_and_what_changed_since_is_named(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/personne Rose; 819 555-0101; membre")
    await town.settle()
    await keep(town, f"Rose;819 555-0101;expert;Logement;Amos;{PAPER}\n")
    await maude.text("/personne 2; territoire: Val-d'Or")
    await town.settle()
    if maude.all[-1].buttons:
        await maude.press(maude.all[-1].buttons[-1][0])
    said = await undo(maude)
    assert "1 fiche completee est remise comme avant" in said
    assert "rose (2) : change depuis, laisse tel quel : le territoire" in said
    async with town.database.read() as session:
        person = await session.get_one(Person, 2)
        roles = set(await session.scalars(select(PersonRole.role).where(PersonRole.person_id == 2)))
        assert (person.name, person.territory, roles) == ("Rose", "Val-d'Or", {Role.MEMBER})
        periods = select(RolePeriod.role).where(RolePeriod.person_id == 2)
        assert list(await session.scalars(periods)) == [Role.MEMBER]
        consent = await session.scalar(select(Contact.consent).where(Contact.address == "+18195550101"))
        assert consent == "invited"
        entry = (await session.scalars(select(Entry).where(Entry.act == "people.changed"))).all()[-1]
        assert {"roles", "roundtables", "consent"} <= set(entry.details["fields"].split(", "))
        assert set(entry.details["before"]) == set(entry.details["after"])


async def test_after_thirty_days_it_is_too_late(town: Town) -> None:
    maude = await coordinator(town)
    await keep(town, "Rose Roy;819 555-0101;;;;\n")
    town.now += dt.timedelta(days=31)
    await maude.text("/annuler import")
    await maude.expect("Aucun import")
    await maude.text("/annuler import 1")
    await maude.expect("plus de 30 jours")


async def test_the_journal_says_which_list_by_its_title(town: Town) -> None:
    maude = await coordinator(town)
    await keep(town, "Rose Roy;819 555-0101;;;;\n", "liste de la banque alimentaire.csv")
    await undo(maude)
    await maude.forget()
    await maude.text("/journal")
    said = await maude.expect("import de « liste de la banque alimentaire.csv »")
    assert "import defait" in folded(said.text)


async def test_a_queued_request_is_cancelled(town: Town) -> None:
    maude = await coordinator(town)
    await keep(town, "Rose Roy;819 555-0101;;;;\n")
    async with town.database.write() as session:
        assert await requests_due(unattended(session, town.installation, town.now)) == 1
        row = (await session.scalars(select(Delivery).where(Delivery.kind == "consent"))).one()
        row.not_before = town.now + dt.timedelta(hours=1)
    await undo(maude)
    async with town.database.read() as session:
        row = (await session.scalars(select(Delivery).where(Delivery.kind == "consent"))).one()
        assert (row.status, row.body) == (Status.CANCELLED, "")


async def test_who_was_asked_because_of_the_list_is_named_even_when_they_stay(town: Town) -> None:
    """Rose answered and stays, Ana was on a card already: a request left to each of them, as to Luc who goes."""
    maude = await coordinator(town)
    await maude.text("/personne Ana; membre; adresse: 4 rue des Pins, Amos")
    await town.settle()
    await keep(town, "Rose Roy;819 555-0101;;;;\nLuc Cyr;819 555-0102;;;;\nAna;819 555-0103;;;;\n")
    await town.tick()
    await town.sms("+18195550101").expect("Bonjour Rose Roy")
    await town.sms("+18195550101").text("oui")
    await town.sms("+18195550103").expect("Bonjour Ana")
    said = await undo(maude)
    told = said.partition("un message leur est deja parti")[2].splitlines()[0]
    assert all(name in told for name in ("luc cyr", "rose roy", "ana")), said
