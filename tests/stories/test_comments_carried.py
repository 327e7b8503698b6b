"""The coordination carries comments, marks them read, answers each with a reason; their authors are told."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.comments.tables import Comment, CommentState, Decision, RemoteParticipation
from db.journal import Entry
from db.meetings.tables import Answer, Meeting, MeetingState
from db.people import seat
from tests.support.comments import (
    AGENDA,
    TUESDAY,
    answer_of,
    comments_of,
    confirmed,
    rose_and_a_meeting,
    the_comment,
)
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town


# -- the coordination ----------------------------------------------------------------------------------------------
async def test_the_coordination_gets_them_per_agenda_point_and_each_author_is_told(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town, agenda=AGENDA)
    other = town.telegram("1002")
    luc = await settle_in(town, other, "Luc")
    async with town.database.write() as session:
        await seat(session, luc.id, meeting.roundtable_id)
    await confirmed(phone, "la buanderie devrait etre ouverte le samedi")
    await confirmed(other, "le camp a 8h cest trop tot")
    await maude.text(f"/commentaires {meeting.id}")
    listed = await maude.expect("Commentaires pour COCO", "Point 1. Le camp de jour", "no 2 (Luc)")
    await phone.expect_nothing()
    await maude.expect_any("Prendre les commentaires", "2 personnes le liront")
    await maude.press("envoyer")
    await maude.expect("2 commentaires pris", f"/lu {meeting.id}")
    order = [listed.text.index(words) for words in ("Point 1", "trop tot", "Point 2", "samedi", f"/lu {meeting.id}")]
    assert order == sorted(order)
    await phone.expect("Denis a votre commentaire no 1", "10 fev.")
    await other.expect("Denis a votre commentaire no 2")
    await maude.tell(f"/commentaires {meeting.id}")
    await phone.expect_nothing()


async def test_the_day_before_the_coordination_learns_how_many_wait_once(town: Town) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await maude.forget()
    await town.move(to=town.local(2026, 2, 10, 9))
    await maude.expect_any("1 commentaire a lire a la table", "/commentaires")
    assert sum("lire" in said.text for said in maude.all) == 1


async def test_a_comment_of_the_last_hours_is_announced_at_a_fixed_hour_not_when_it_comes(town: Town) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await town.move(to=town.local(2026, 2, 10, 8))
    await maude.forget()
    await confirmed(phone)
    await town.move(minutes=40)
    await maude.expect_nothing()
    await town.move(to=town.local(2026, 2, 10, 10, 50))
    await maude.expect_any("1 commentaire a lire a la table")


@pytest.mark.parametrize(("written", "date"), [("", TUESDAY), (" mardi 10 février", TUESDAY), (" 2026-02-10", TUESDAY)])
async def test_marked_read_at_the_table_on_a_date(town: Town, written: str, date: dt.date) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = town.local(2026, 2, 10, 17)
    await maude.tell(f"/lu {meeting.id}{written}")
    await maude.expect("1 commentaire lu", "10 fevrier", "/suite")
    await phone.expect_any("Commentaire no 1: lu a la table (mardi 10 fev.)", "24 fev.")
    comment = await the_comment(town)
    assert (comment.state, comment.read_on) == (CommentState.READ, date)


@pytest.mark.parametrize(
    ("decision", "kept", "told"),
    [
        ("retenu Le camp ouvrira à 8h30.", Decision.KEPT, "retenu. Le camp ouvrira a 8h30."),
        ("pas retenu Il n'y a pas de local.", Decision.NOT_KEPT, "pas retenu. Pourquoi: Il n'y a pas de local"),
        ("à suivre On attend la ville.", Decision.TO_FOLLOW, "a suivre. On attend la ville"),
    ],
)
async def test_each_is_answered_with_a_reason_and_its_author_is_told(
    town: Town, decision: str, kept: Decision, told: str
) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = town.local(2026, 2, 10, 17)
    await maude.tell(f"/lu {meeting.id}")
    await phone.forget()
    await maude.tell(f"/suite 1 {decision}")
    await maude.expect_any("Commentaire no 1 (Rose) :", "prevenue", "/suite 1")
    await phone.expect("Commentaire no 1", told)
    comment = await the_comment(town)
    assert (comment.state, comment.decision) == (CommentState.ANSWERED, kept)
    async with town.database.read() as session:
        acts = list(
            await session.scalars(select(Entry.act).where(Entry.act.startswith("comments.")).order_by(Entry.id))
        )
    assert acts == ["comments.read", "comments.answered"]  # that it was written is known tomorrow, and of nobody


async def test_to_follow_may_become_kept(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = town.local(2026, 2, 10, 17)
    for command in (
        f"/lu {meeting.id}",
        "/suite 1 à suivre On attend la ville.",
        "/suite 1 retenu La ville a dit oui.",
    ):
        await maude.tell(command)
    await phone.expect_any("retenu", "La ville a dit oui")


async def test_an_answer_said_otherwise_is_asked_about_and_keeps_its_reason(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = town.local(2026, 2, 10, 17)
    await maude.tell(f"/lu {meeting.id}")
    await maude.forget()
    await maude.text("/suite 1 refusé trop cher cette année")
    said = await maude.expect("Quelle est la reponse de la table", "refuse trop cher")
    assert [label for label, _data in said.buttons] == ["retenu", "pas retenu", "à suivre"]
    await maude.press("pas retenu")
    await maude.press("envoyer")
    await phone.expect_any("pas retenu", "trop cher cette annee")
    assert all("refusé" not in one.text for one in phone.all)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/suite 1 retenu", "Il faut une raison"),
        ("/suite 1 peut-être bien", "/suite 14"),
        ("/suite 9 retenu Oui.", "pas de commentaire no 9"),
        ("/suite", "/suite 14"),
        ("/lu", "/lu 12"),
        ("/lu 99", "pas de rencontre no 99"),
        ("/lu 1 mardi 24 février", "pas encore passé"),
        ("/commentaires", "1 à prendre"),
        ("/commentaires 99", "pas de rencontre no 99"),
    ],
)
async def test_a_command_badly_used_says_how(town: Town, command: str, said: str) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = town.local(2026, 2, 10, 17)
    if command.startswith("/suite"):
        await maude.tell(f"/lu {meeting.id}")
    await maude.forget()
    await maude.text(command)
    await maude.expect(said)


async def test_an_answer_before_the_reading_is_refused(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    await maude.text("/suite 1 retenu Oui.")
    await maude.expect("n'a pas encore ete lu", f"/lu {meeting.id}")


async def test_an_overdue_answer_reminds_the_coordination_each_day_until_it_is_given(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    town.now = town.local(2026, 2, 10, 17)
    await maude.tell(f"/lu {meeting.id}")
    town.now = town.local(2026, 2, 24, 12)
    await town.tick()
    await maude.forget()
    for day in (25, 26):
        town.now = town.local(2026, 2, day, 10)
        await town.tick()
        await town.tick()
        await maude.expect_any("attend encore sa reponse", "/commentaires")
        await maude.expect_nothing()
    await maude.tell("/suite 1 retenu Le camp ouvrira à 8h30.")
    await maude.forget()
    town.now = town.local(2026, 2, 27, 10)
    await town.tick()
    assert not [said for said in maude.unread if "attendent encore" in said.text]


@pytest.mark.parametrize("step", ["words", "read_back"])
async def test_a_talk_that_expires_keeps_the_words_for_a_human(town: Town, step: str) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("COMMENTAIRE le camp a 8h cest trop tot")
    if step == "read_back":
        await phone.text("1")
    await phone.forget()
    await town.move(days=4)
    await phone.expect_any("vos mots sont gardes", "COMMENTAIRE")
    assert await comments_of(town) == []
    await maude.text("/appels")
    await maude.expect_any("Rose", "le camp a 8h cest trop tot")


async def test_arret_in_the_middle_of_the_words_stops_everything(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("COMMENTAIRE le camp a 8h cest trop tot")
    await phone.forget()
    await phone.text("ARRET")
    await phone.expect("plus aucun message")
    await town.move(minutes=5)
    await phone.expect_nothing()
    assert await comments_of(town) == []


async def test_status_says_where_it_stands(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await phone.text("STATUT")
    await phone.expect("commentaire no 1 : note")


async def test_taking_part_from_afar_is_written_at_the_reading(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    assert await days_from_afar(town) == []
    town.now = town.local(2026, 2, 10, 17)
    await maude.tell(f"/lu {meeting.id}")
    assert await days_from_afar(town) == [TUESDAY]


async def days_from_afar(town: Town) -> list[dt.date | None]:
    async with town.database.read() as session:
        return list(await session.scalars(select(RemoteParticipation.released_on)))


async def test_only_a_coordinator_carries_and_answers(town: Town) -> None:
    phone, meeting = await rose_and_a_meeting(town, "telegram")
    await confirmed(phone)
    for command in (f"/commentaires {meeting.id}", f"/lu {meeting.id}", "/suite 1 retenu Oui."):
        await phone.text(command)
        await phone.expect("Seule la coordination")
    async with town.database.read() as session:
        assert (await session.scalars(select(Comment.state))).one() is CommentState.CONFIRMED


# -- after the meeting ---------------------------------------------------------------------------------------------
async def test_whoever_was_noted_absent_without_having_answered_is_offered_to_have_their_words_carried(
    town: Town,
) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    town.now = town.local(2026, 2, 10, 16)
    await town.tick()
    await maude.text(f"/presence {meeting.id} 2 absent")
    await phone.forget()
    await town.move(to=town.local(2026, 2, 11, 12))
    await phone.expect("Denis peut lire vos mots", "24 fev.", "Voulez-vous dire quelque chose?", "1 oui", "2 non")
    await phone.text("le camp a 8h cest trop tot pour nous")
    await phone.expect("Ecrivez")
    await phone.text("1")
    await phone.expect("C'est exact?")
    await phone.text("1")
    await phone.expect("no 1")
    assert (await the_comment(town)).meeting_id == meeting.id


async def test_no_thanks_ends_it_and_nothing_is_asked_again(town: Town) -> None:
    phone, meeting = await rose_and_a_meeting(town)
    await phone.text("ABSENT")
    await phone.expect("Voulez-vous dire quelque chose", "Denis peut lire vos mots", "1 oui", "2 non")
    await phone.text("non")
    await phone.expect("D'accord", "COMMENTAIRE")
    await town.move(to=town.local(2026, 2, 11, 12))
    assert not [said for said in phone.unread if "peut lire vos mots" in said.text]
    person = await phone.person()
    assert person is not None
    assert await answer_of(town, meeting, person) is Answer.ABSENT
    async with town.database.read() as session:
        assert (await session.scalars(select(Meeting.state))).one() is MeetingState.HELD
