"""What must weigh on the other side: words as they were written, a human within reach, an answer that is owed."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.comments.tables import Comment
from db.journal.tables import Entry
from db.meetings.tables import Attendance, Presence
from tests.support.claims import claims_of, meeting, set_rates
from tests.support.meetings import announced, answers, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

AS_TEXTED = "CA FAIT 3 FOIS quon dit oui a la buandrie pis vous dite non, POURKOI nous demander"


async def later(town: Town, phone: Phone, *messages: str) -> None:
    for words in messages:
        town.now += dt.timedelta(minutes=1)
        await phone.tell(words)


async def commented(town: Town, phone: Phone, name: str, words: str) -> None:
    """From COMMENTAIRE to the author's yes."""
    await seated(town, phone, name)
    await later(town, phone, f"COMMENTAIRE {words}", "1")
    if "C'est à propos" in phone.all[-1].text:
        await later(town, phone, "1")
    await later(town, phone, "1")
    await phone.expect_any("note")


async def test_the_words_are_read_back_and_carried_letter_for_letter(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose")
    await announced(town, maude)
    await later(town, phone, "COMMENTAIRE", AS_TEXTED, "1")
    assert AS_TEXTED in (await phone.expect_any("C'est exact?")).text
    await later(town, phone, "1")
    await maude.tell("/commentaires 1")
    assert AS_TEXTED in (await maude.expect_any("no 1")).text


async def test_a_comment_from_afar_is_never_counted_as_coming(town: Town) -> None:
    """A consultation, not a participation: the lists keep the two apart."""
    maude, phone = await coordinator(town), town.sms()
    await announced(town, maude)
    await commented(town, phone, "Rose", "8h le matin c'est trop tot")
    assert (await answers(town, 1)).get("Rose", "none") in ("none", "absent")
    await maude.forget()
    await maude.text("/rencontres")
    await maude.expect("oui 0")
    async with town.database.read() as session:
        presences = list(await session.scalars(select(Attendance.presence)))
    assert not {Presence.IN_PERSON, Presence.PHONE, Presence.VIDEO} & set(presences)


async def test_words_that_disagree_stand_side_by_side_each_in_full(town: Town) -> None:
    maude = await coordinator(town)
    await announced(town, maude)
    said = ("le camp a 8h c'est parfait", "le camp a 8h c'est trop tot", "le camp a 9h sinon rien")
    for number, words in enumerate(said):
        await commented(town, town.sms(f"+1819555012{number}"), f"Voix{number}", words)
    await maude.tell("/commentaires 1")
    listed = await maude.expect_any("no 1", "no 2", "no 3")
    assert all(words in listed.text for words in said)
    assert "les experts" not in listed.text.casefold()


@pytest.mark.parametrize(
    "before",
    [
        (),
        ("AIDE",),
        ("RECLAMER",),
        ("COMMENTAIRE",),
        ("COMMENTAIRE", "la salle est froide"),
        ("POSTE",),
        ("ANNULER",),
        ("NON",),
        ("TARIFS",),
        ("Q",),
        ("je veux pu de messages",),
    ],
)
async def test_a_human_is_one_word_away_wherever_one_stands(town: Town, before: tuple[str, ...]) -> None:
    await set_rates(town)
    maude, phone = await coordinator(town), town.sms()
    person = await seated(town, phone, "Rose")
    await meeting(town, dt.date(2026, 1, 27), people=(person,), name="CDS")
    await announced(town, maude)
    town.now = town.local(2026, 2, 3, 11)
    await town.tick()
    await later(town, phone, *before)
    await phone.forget()
    await later(town, phone, "PARLER")
    await phone.expect_any("Maude vous appelle", "819 555-0142")


@pytest.mark.parametrize("first", ["PARLER", "AIDE"])
async def test_a_human_is_one_word_away_for_someone_unknown_too(town: Town, first: str) -> None:
    phone = town.sms("+18195550177")
    await phone.text(first)
    await phone.expect("819 555-0142")


async def test_the_promised_answer_that_does_not_come_is_said_to_those_who_owe_it(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await announced(town, maude)
    await commented(town, phone, "Rose", "8h le matin c'est trop tot")
    town.now = town.local(2026, 2, 10, 17)
    await town.tick()
    await maude.tell("/lu 1")
    await maude.forget()
    town.now = town.local(2026, 2, 21, 10)
    await town.tick()
    await maude.expect_any("1", "attend", "/commentaires")


async def test_a_decision_against_says_why_to_its_author(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await announced(town, maude)
    await commented(town, phone, "Rose", "8h le matin c'est trop tot")
    town.now = town.local(2026, 2, 10, 17)
    await town.tick()
    await later(town, maude, "/lu 1", "/suite 1 pas retenu")
    await maude.expect_any("Il faut une raison")
    await later(town, maude, "/suite 1 pas retenu L'autobus commence a 8h20.")
    town.now = town.local(2026, 2, 11, 11)
    await town.tick()
    await phone.expect_any("pas retenu", "L'autobus commence a 8h20", "Q")


@pytest.mark.parametrize(
    ("line", "lacking"),
    [
        ("1. Le camp", "phrase simple"),
        ("1. Le camp | On choisit l'heure du camp.", "ce que ca change pour vous"),
    ],
)
async def test_no_meeting_is_announced_without_its_plain_words_and_what_they_change(
    town: Town, line: str, lacking: str
) -> None:
    maude = await coordinator(town)
    await maude.text(f"/rencontre COCO\ndate: mardi 10 février 13h30 à 15h30\nlieu: CLSC\n{line}\nporteur: Denis")
    await maude.expect_any(lacking, "/point 1.1")


async def test_money_can_be_declined_and_a_person_answers_for_the_budget(town: Town) -> None:
    await set_rates(town)
    phone = town.sms()
    person = await seated(town, phone, "Rose")
    await meeting(town, dt.date(2026, 2, 2), people=(person,), name="CDS")
    town.now = town.local(2026, 2, 3, 15)
    await town.tick()
    await phone.expect_any("Voulez-vous demander", "non merci")
    await later(town, phone, "non merci")
    await phone.expect("C'est note")
    assert await claims_of(town) == []
    await later(town, phone, "est-ce que ca va couper mon cheque")
    said = phone.all[-1].text
    assert "Maude" in said
    assert "200" not in said  # no figure, no advice: a person answers


async def test_the_journal_holds_facts_and_no_word_of_anyone(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await announced(town, maude)
    await commented(town, phone, "Rose", "mon proprio repare jamais le toit")
    async with town.database.read() as session:
        entries = list(await session.scalars(select(Entry)))
        assert await session.scalar(select(Comment.words)) == "mon proprio repare jamais le toit"
    assert entries
    assert not [entry for entry in entries if "proprio" in str(entry.details) or "8195550101" in str(entry.details)]


async def test_the_first_message_says_what_this_line_is_not(town: Town) -> None:
    phone = town.sms("+18195550188")
    await phone.text("JOINDRE")
    await phone.expect("En danger: le 911, pas ici", "819 555-0142")


async def test_a_cry_among_the_words_of_a_comment_reaches_a_human_and_the_words_wait(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose")
    await announced(town, maude)
    await maude.forget()
    await later(town, phone, "COMMENTAIRE", "8h c'est trop tot", "pis moi jveux pu vivre de meme")
    await phone.expect_any("911", "811", "988")
    await maude.expect_any("Urgent", "Rose")
