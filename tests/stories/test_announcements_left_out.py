"""Who got nothing of a broadcast stays as it was when it left, whatever becomes of their card since."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select, update

from db.deliveries import Broadcast
from db.exports import EXPORTS, Span
from db.outbox.left_out import LeftOut
from db.people import Person, Role
from handlers.announcements.views import broadcast_rows, broadcast_shown
from tests.stories.test_announcements_phones import both as both
from tests.stories.test_announcements_phones import sent
from tests.support.meetings import seated
from tests.support.people import announce, coordinator, settle_in
from tests.support.phones import Phone, Town, folded
from tests.support.reports import maude as as_maude


async def two_and_two(town: Town) -> tuple[Phone, dict[str, Phone]]:
    """Rose and Luc are reached; Hélène has not said yes, Gaétan stopped everything."""
    maude = await coordinator(town)
    names = ("Rose", "Luc", "Hélène", "Gaétan")
    phones = {name: town.sms(f"+1819555011{place}") for place, name in enumerate(names)}
    for name, phone in phones.items():
        await seated(town, phone, name)
    await phones["Gaétan"].text("STOP")
    await phones["Hélène"].text("STOP")
    for phone in phones.values():
        await phone.forget()
    return maude, phones


async def test_who_got_nothing_stays_so_after_they_say_yes(both: Town) -> None:
    maude, phones = await two_and_two(both)
    await maude.text("/annonce table COCO\nLe local est fermé.")
    await maude.expect_any("2 personnes ne recevront rien", "Gaetan : a tout arrete", "Helene : a tout arrete")
    await maude.text("2")
    number = int(re.findall(r"Envoi no (\d+)", (await maude.expect_any("Pour arreter")).text)[0])
    await phones["Hélène"].text("REPRENDRE")
    await phones["Hélène"].text("OUI")
    await both.settle()
    await maude.forget()
    await maude.text(f"/envois {number}")
    said = await maude.expect_any("2 messages", "Rien n'a ete ecrit a 2 personnes", "Gaetan : a tout arrete")
    assert "lène : a tout arr" in said.text
    await maude.text("/envois")
    await maude.expect_any("2 sur 2 (et 2 sans rien)")


async def test_the_desk_counts_both_and_the_export_has_a_line_for_each(both: Town) -> None:
    maude, phones = await two_and_two(both)
    number = await sent(maude, "table COCO", people=2)
    await phones["Hélène"].text("REPRENDRE")
    await both.settle()
    person = await maude.person()
    assert person is not None
    async with both.database.read() as session:
        acting = as_maude(session, both.installation, person, both.now)
        row = (await broadcast_rows(acting)).rows[0]
        assert (row.people, row.left_out) == (2, 2)
        shown = await broadcast_shown(acting, number)
        assert {one.name for one in shown.left_out} == {"Hélène", "Gaétan"}
        assert not shown.as_of_today
        export = EXPORTS["deliveries"]
        rows = [row async for row in export.rows(session, Span(ZoneInfo("America/Toronto")))]
    of_it = [dict(zip(export.columns, row, strict=True)) for row in rows if row[13] == number]
    assert len(of_it) == 4
    unwritten = {one["person"]: (one["status"], one["reason"]) for one in of_it if one["id"] is None}
    assert unwritten == {"Hélène": ("left_out", "consent-withdrawn"), "Gaétan": ("left_out", "consent-withdrawn")}


async def test_somebody_erased_is_counted_without_a_name(town: Town) -> None:
    maude, phones = await two_and_two(town)
    number = await sent(maude, "table COCO", people=2)
    gaetan = await phones["Gaétan"].person()
    assert gaetan is not None
    async with town.database.write() as session:
        await session.execute(delete(Person).where(Person.id == gaetan.id))
    await maude.text(f"/envois {number}")
    await maude.expect_any("Rien n'a ete ecrit a 2 personnes", "une personne oubliee : a tout arrete")


async def test_of_one_sent_before_this_was_kept_it_is_said_that_cards_of_today_speak(town: Town) -> None:
    maude, _phones = await two_and_two(town)
    number = await sent(maude, "table COCO", people=2)
    async with town.database.write() as session:
        await session.execute(update(Broadcast).values(left_out=None, written_to=None))
        await session.execute(delete(LeftOut))
    await maude.text(f"/envois {number}")
    await maude.expect_any("d'apres les fiches d'aujourd'hui", "Gaetan : a tout arrete")


async def test_a_reminder_keeps_it_too_and_counts_its_people(town: Town) -> None:
    from tests.support.meetings import announced, arrive

    maude, phones = await two_and_two(town)
    await settle_in(town, town.sms("+18195550119"), "Anne", Role.MEMBER)
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    async with town.database.read() as session:
        (row,) = list(await session.scalars(select(Broadcast).where(Broadcast.kind == "reminder")))
        assert (row.written_to, row.left_out) == (2, 2)
    await phones["Rose"].forget()


async def test_the_list_and_one_sending_say_to_whom(town: Town) -> None:
    maude = await coordinator(town)
    await settle_in(town, town.sms("+18195550171"), "Zoe")
    await announce(maude)
    await maude.forget()
    await maude.text("/envois")
    listed = await maude.expect("Le local ouvre lundi")
    assert "tout le monde" in folded(next(line for line in listed.text.splitlines() if "Le local" in line))
    await maude.text("/envois 1")
    await maude.expect("A qui : tout le monde")
