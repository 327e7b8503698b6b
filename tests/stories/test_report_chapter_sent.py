"""The chapter that is read before the freeze is a sending like any other, and what it says of days stays true."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, update

from db.deliveries import Broadcast
from db.people import Person, Role, RolePeriod
from db.report.tables import ReportReader
from db.session import Database
from handlers.announcements.views import broadcast_rows, broadcast_shown
from handlers.report import reading
from handlers.report.acts import year_read
from tests.stories.test_report_of_a_year import rows
from tests.stories.test_report_read import YEAR, a_year, sent
from tests.support.people import settle_in
from tests.support.phones import Town
from tests.support.reports import maude as as_maude


async def test_it_is_listed_with_its_fates_and_those_whom_no_message_reached(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await rose.tell("STOP")
    rose.unread.clear()
    await maude.text(f"/bilan-relire {YEAR}")
    await maude.expect_any("A remettre sur papier : 1 personne")
    await maude.expect_any("Rose : a tout arrete")
    await maude.press("envoyer")
    await town.settle()
    await luc.expect_any("C'est juste?")
    await maude.forget()
    await maude.text("/envois")
    await maude.expect_any(f"chapitre a relire : {YEAR}", "1 sur 1 (et 1 sans rien)")
    (broadcast,) = await rows(town, select(Broadcast).where(Broadcast.purpose == "chapter"))
    await maude.text(f"/envois {broadcast.id}")  # type: ignore[attr-defined]
    await maude.expect_any("Rien n'a ete ecrit a 1 personne", "Rose : a tout arrete")
    person = await maude.person()
    assert person is not None
    async with town.database.read() as session:
        acting = as_maude(session, town.installation, person, town.now)
        shown = await broadcast_shown(acting, broadcast.id)  # type: ignore[attr-defined]
        assert (shown.fates.total, len(shown.left_out)) == (1, 1)
        assert [(text.language, text.channel) for text in shown.texts] == [("fr", "sms")]
        assert "C'est juste?" in shown.texts[0].body
        assert (await broadcast_rows(acting)).rows[0].people == 1


async def test_who_reads_by_post_is_named_before(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    async with town.database.write() as session:
        await session.execute(update(Person).where(Person.name == "Rose").values(channel="post"))
    await maude.text(f"/bilan-relire {YEAR}")
    await maude.expect_any("1 personne ne recevra rien", "Rose : recoit par la poste")
    await rose.expect_nothing()


async def test_it_is_not_stopped_as_an_announcement(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    await maude.text(f"/bilan-relire {YEAR}")
    await maude.press("envoyer")
    (broadcast,) = await rows(town, select(Broadcast).where(Broadcast.purpose == "chapter"))
    await maude.tell(f"/annuler {broadcast.id}")  # type: ignore[attr-defined]
    await maude.expect_any(f"/bilan-relire {YEAR} arreter")


async def test_words_of_the_coordinator_are_said_not_to_be_translated(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    async with town.database.write() as session:
        await session.execute(update(Person).where(Person.name == "Luc").values(language="en"))
    await maude.tell(f"/bilan-ecrire {YEAR} appris On parle mieux quand on est deux.")
    await maude.text(f"/bilan-relire {YEAR}")
    said = "\n".join([(await maude.expect("")).text for _ in range(len(maude.unread) or 1)])
    assert "pas traduits" in said, said


async def test_whoever_came_after_the_year_does_not_read_of_it(town: Town) -> None:
    """Added in May from a list, without the day of their role: they were not there."""
    maude, rose, _luc = await a_year(town)
    alice = town.sms("+18195551177")
    person = await settle_in(town, alice, "Alice", Role.EXPERT)
    async with town.database.write() as session:
        (await session.merge(person)).created_at = town.now
        await session.execute(update(RolePeriod).where(RolePeriod.person_id == person.id).values(since=None))
    alice.unread.clear()
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await alice.expect_nothing()


async def test_a_later_day_gives_more_time_and_writes_to_nobody(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await luc.expect_any("C'est juste?")
    await maude.tell(f"/bilan-relire {YEAR} 2026-06-10")
    await maude.expect_any("jusqu'au 10 juin 2026", "Personne n'est prevenu")
    await town.settle()
    assert not any("C'est juste?" in said.text for said in rose.unread)
    await town.move(to=dt.datetime(2026, 6, 3, 15, tzinfo=dt.UTC))
    rose.unread.clear()
    await rose.tell("1")
    await rose.expect_any("Merci de l'avoir lu")


@pytest.mark.parametrize("contact", [True, False])
async def test_a_letter_is_made_only_with_days_to_come_and_somebody_to_call(town: Town, contact: bool) -> None:
    maude, rose, _luc = await a_year(town)
    await rose.tell("STOP")
    await sent(town, maude)
    if not contact:
        object.__setattr__(town.installation, "contact_phone", "")
    person = await maude.person()
    assert person is not None
    made = await letters(town.database, town, person)
    assert made == ("1" if contact else "report-letters-no-contact")
    await town.move(to=dt.datetime(2026, 12, 31, 15, tzinfo=dt.UTC))
    assert await letters(town.database, town, person) == "report-letters-late"
    assert len(await rows(town, select(ReportReader))) == 2


async def letters(database: Database, town: Town, person: Person) -> str:
    from handlers.acting import Refused

    async with database.write() as session:
        acting = as_maude(session, town.installation, person, town.now)
        try:
            return str(len((await reading.letters(acting, year_read(acting, YEAR))).data["letters"]))
        except Refused as refused:
            return refused.reason.id
