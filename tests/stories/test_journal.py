"""The journal as a coordinator's phone shows it, while the program lives."""

from __future__ import annotations

from sqlalchemy import select

from db.journal import Entry
from db.journal.chain import verify
from db.people import Role
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town


async def test_what_people_do_is_read_in_the_journal_and_sealed(town: Town) -> None:
    maude = await coordinator(town)
    lise = town.sms()
    await settle_in(town, lise, "Lise", Role.EXPERT)
    await lise.text("ARRET")
    await maude.forget()
    await maude.text("/journal Lise")
    await maude.expect("Lise : a tout arrêté")
    await town.tick()
    async with town.database.read() as session:
        verdict = await verify(session)
        entries = len(list(await session.scalars(select(Entry.id))))
    assert (verdict.checked, verdict.waiting, verdict.why) == (entries, 0, "")


async def test_a_coordinator_who_speaks_english_reads_the_log(town: Town) -> None:
    phone = town.telegram("9002")
    await settle_in(town, phone, "Wapikoni", Role.COORDINATOR, language="en")
    lise = town.sms()
    await settle_in(town, lise, "Lise")
    await lise.text("ARRET")
    await phone.forget()
    await phone.text("/log")
    await phone.expect("Lise: stopped everything")
    await phone.text("/export")
    await phone.expect("portevoix export deliveries --to messages.xlsx")


async def test_a_name_that_nobody_has_is_answered_with_examples(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/journal Zacharie")
    await maude.expect("Zacharie", "/journal rencontre 12")


async def test_others_do_not_read_it_nor_do_coordinators_by_text(town: Town) -> None:
    member = town.telegram("9003")
    await settle_in(town, member, "Nadia")
    await member.text("/journal")
    await member.expect("coordination")
    phone = town.sms("+18195550107")
    await settle_in(town, phone, "Maude", Role.COORDINATOR)
    await phone.text("/journal")
    await phone.expect("texto")
