"""The chapter of the report, read by those whom it is about before it is frozen; then the year in five lines."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from sqlalchemy import delete, func, select

from db.people import Person, PersonRole, Role, RolePeriod
from db.report.tables import ReportReader, ReportReading, ReportRemark, ReportRun
from tests.stories.test_report_of_a_year import at_the_table, rows
from tests.support.meetings import announced, arrive
from tests.support.people import coordinator
from tests.support.phones import Phone, Town, folded

YEAR = "2025-2026"


async def a_year(town: Town) -> tuple[Phone, Phone, Phone]:
    """One meeting, two people; the year is over."""
    maude = await coordinator(town)
    await at_the_table(town, "Rose", "Luc")
    rose, luc = town.sms("+18195551100"), town.sms("+18195551101")
    await announced(town, maude)
    await arrive(town, 2, 11)
    await maude.tell("/presence 1 Rose, Luc absent")
    await arrive(town, 5, 4)
    for phone in (maude, rose, luc):
        phone.unread.clear()
    return maude, rose, luc


async def sent(town: Town, maude: Phone, more: str = "") -> None:
    await maude.tell(f"/bilan-relire {YEAR}{more}")
    await town.settle()


async def test_the_chapter_is_read_answered_and_closed_at_the_freeze(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await maude.tell(f"/bilan-ecrire {YEAR} appris On parle mieux quand on est deux.")
    await maude.text(f"/bilan-relire {YEAR}")
    await maude.expect_any("C'est juste?")  # the check page
    assert rose.unread == []
    await sent(town, maude)
    said = await rose.expect_any("Il y a eu une rencontre", "C'est juste?")
    assert "On parle mieux quand on est deux." in said.text
    assert not any(word in folded(said.text) for word in ("pauvrete", "expert", "$"))
    await rose.tell("1")
    await rose.expect_any("Merci de l'avoir lu")
    await luc.expect_any("C'est juste?")
    await luc.tell("2")
    await luc.expect_any("Ecrivez-le avec vos mots")
    await luc.tell("j'etais la au telephone")
    await luc.expect_any("avec vos mots")
    await maude.expect_any("Une remarque est arrivee")
    await maude.tell(f"/bilan-remarques {YEAR}")
    await maude.expect_any("Luc : j'etais la au telephone", "Disent que c'est juste : 1")
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.expect_any("entre les mains", "18 mai")
    await arrive(town, 5, 19)
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.expect_any("Version 1. Empreinte")
    (remark,) = await rows(town, select(ReportRemark))
    assert remark.words == "j'etais la au telephone"  # type: ignore[attr-defined]


async def test_words_of_their_own_are_a_remark_at_once(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await rose.tell("c'est pas juste on etait cinq")
    await rose.expect_any("avec vos mots")
    (remark,) = await rows(town, select(ReportRemark))
    assert remark.words == "c'est pas juste on etait cinq"  # type: ignore[attr-defined]


async def test_whoever_has_not_answered_is_told_once_more_and_never_after(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await rose.tell("1")
    await rose.expect_any("Merci")
    luc.unread.clear()
    for day in range(5, 21):
        await arrive(town, 5, day, 10)
    told = [said for said in luc.unread if "encore une fois" in said.text]
    assert len(told) == 1
    assert not any("encore une fois" in said.text for said in rose.unread)


async def test_an_answer_after_the_freeze_is_told_who_to_talk_to(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await rose.tell("2")
    await rose.expect_any("Ecrivez-le avec vos mots")
    await arrive(town, 5, 17)
    await arrive(town, 5, 19, 9)
    async with town.database.write() as session:
        reading = (await session.scalars(select(ReportReading))).one()
        reading.closed_at = town.now
    rose.unread.clear()
    await rose.tell("c'est pas juste on etait cinq")
    assert await rows(town, select(ReportRemark)) == []


async def test_who_reads_on_paper_has_a_letter(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    await rose.tell("STOP")
    await sent(town, maude)
    await maude.expect_any("A remettre sur papier : Rose")
    readers = await rows(town, select(ReportReader).order_by(ReportReader.person_id))
    assert [reader.by_post for reader in readers] == [True, False]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ("/bilan-relire 2026-2027", "se termine le"),
        (f"/bilan-relire {YEAR} 2026-05-10", "au moins deux semaines"),
        (f"/bilan-remarques {YEAR}", "n'a pas ete envoye"),
        (f"/bilan-envoyer {YEAR} membres", "n'est pas arrete"),
    ],
)
async def test_what_cannot_be_done(town: Town, written: str, refused: str) -> None:
    maude, _rose, _luc = await a_year(town)
    await maude.tell(written)
    await maude.expect_any(refused)


async def test_the_five_lines_go_to_members_first_then_to_a_table(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    await arrive(town, 5, 20)
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.expect_any("Version 1")
    await maude.tell(f"/bilan-envoyer {YEAR} COCO")
    await maude.expect_any("Les membres d'abord")
    await maude.text(f"/bilan-envoyer {YEAR} membres")
    await maude.expect_any("en cinq lignes")
    page = [said.text for said in maude.all[-4:] if "Texto (" in said.text]
    assert page, "the words of a basic phone are shown"
    assert rose.unread == []
    people = re.search(r"nombre de personnes : (\d+)", folded(maude.all[-1].text))
    assert people is not None, maude.all[-1].text
    await maude.text(people[1])
    await town.settle()
    await town.tick()
    told = await rose.expect_any(f"L'annee {YEAR} en cinq lignes", "une rencontre a eu lieu")
    assert told.segments <= 3, "one sentence of each line, on a phone where each text is paid for"
    (run,) = await rows(town, select(ReportRun))
    assert run.left_at is not None  # type: ignore[attr-defined]
    await maude.tell(f"/bilan-envoyer {YEAR} membres")
    await maude.expect_any("deja parties")
    await maude.tell(f"/bilan-envoyer {YEAR} COCO")
    await maude.expect_any("en cinq lignes")


async def test_only_those_whom_it_is_about_read_the_chapter(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    async with town.database.write() as session:
        roles = await session.scalars(select(PersonRole).where(PersonRole.role == Role.EXPERT))
        never = sorted(roles, key=lambda role: role.person_id)[-1]
        await session.execute(delete(RolePeriod).where(RolePeriod.person_id == never.person_id))
        await session.delete(never)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    assert luc.unread == []


async def test_a_freeze_is_confirmed_and_says_that_nobody_read_the_chapter(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    await maude.text(f"/bilan-arreter {YEAR}")
    await maude.expect_any(f"Le bilan {YEAR} serait arrete", "ne l'ont pas relu", f"/bilan-relire {YEAR}")
    async with town.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(ReportRun)) == 0
    await maude.press("ne rien faire")
    async with town.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(ReportRun)) == 0


async def test_a_year_without_a_meeting_is_sent_to_nobody(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    await rose.forget()
    await maude.tell("/bilan-relire 2019-2020")
    await maude.expect_any("Aucune rencontre n'est notee pour 2019-2020")
    await rose.expect_nothing()


async def test_a_reading_is_stopped_and_only_who_had_not_answered_is_told(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await rose.tell("1")
    await rose.expect_any("Merci de l'avoir lu")
    await luc.expect_any("C'est juste?")
    await maude.tell(f"/bilan-relire {YEAR} arreter")
    await maude.expect_any("est arretee", "ne pas repondre : 1", "reprendre")
    await town.settle()
    await luc.expect_any("n'est pas pret", "pas a repondre")
    await rose.expect_nothing()
    await luc.tell("c'est pas juste on etait cinq")
    assert await rows(town, select(ReportRemark)) == []
    await arrive(town, 5, 14, 10)  # nobody is told once more of what is stopped
    assert not any("encore une fois" in said.text for said in luc.all)
    await maude.tell(f"/bilan {YEAR}")
    await maude.expect_any("ne l'ont pas relu")


async def test_a_stopped_reading_is_taken_up_again_for_those_who_had_not_answered(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await rose.tell("1")
    await rose.expect_any("Merci de l'avoir lu")
    await maude.tell(f"/bilan-relire {YEAR} reprendre")
    await maude.expect_any("n'a pas ete arretee")
    await maude.tell(f"/bilan-relire {YEAR} arreter")
    await maude.expect_any("est arretee")
    await town.settle()
    luc.unread.clear()
    await maude.tell(f"/bilan-relire {YEAR} reprendre")
    await maude.expect_any("reprend, jusqu'au", "de nouveau : 1")
    await town.settle()
    await luc.expect_any("encore une fois", "C'est juste?")
    await rose.expect_nothing()
    await luc.tell("1")
    await luc.expect_any("Merci de l'avoir lu")
    await maude.tell(f"/bilan-remarques {YEAR}")
    await maude.expect_any("Disent que c'est juste : 2")


async def test_a_stopped_reading_holds_no_freeze_and_may_begin_anew(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await rose.tell("1")
    await rose.expect_any("Merci de l'avoir lu")
    await maude.tell(f"/bilan-relire {YEAR} arreter")
    await maude.expect_any("est arretee")
    await town.settle()
    for phone in (rose, luc):
        phone.unread.clear()
    await sent(town, maude)
    await rose.expect_any("Chaque annee", "C'est juste?")  # another chapter: what she said was of the one before
    await maude.tell(f"/bilan-relire {YEAR} arreter")
    await maude.expect_any("est arretee")
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.expect_any("Version 1. Empreinte")
    await maude.tell(f"/bilan-relire {YEAR} reprendre")
    await maude.expect_any("trop tard")


async def test_the_chapter_goes_to_those_of_the_year(town: Town) -> None:
    """Who left the role since is of the year; who came into it after is not."""
    maude, rose, luc = await a_year(town)
    people = await rows(town, select(Person).where(Person.name.in_(["Rose", "Luc"])).order_by(Person.name.desc()))
    await maude.tell(f"/fin-role {people[0].id} expert 2026-04-20")  # type: ignore[attr-defined]
    await maude.expect_any("n'a plus ce role")
    async with town.database.write() as session:
        period = await session.scalar(select(RolePeriod).where(RolePeriod.person_id == people[1].id))  # type: ignore[attr-defined]
        assert period is not None
        period.since = dt.date(2026, 4, 2)
    for phone in (rose, luc):
        phone.unread.clear()
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await luc.expect_nothing()
