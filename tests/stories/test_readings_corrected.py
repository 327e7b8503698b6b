"""A coordinator corrects in one word what was understood; it takes effect, and the person is told how to undo it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.conversations import Task, TaskKind
from db.journal import Entry
from db.meetings.questions import attendance_of
from db.meetings.tables import Answer, Meeting
from db.people import Person, Role, grant
from db.tasks import is_first_read
from handlers.calls.acts import understood_words
from tests.support.comments import answer_of, comments_of, rose_and_a_meeting, whoever_has
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

UNCLEAR = "ah ben la mardi vous savez ben comment chu moi"


async def waiting(town: Town) -> tuple[Phone, Phone, Meeting, Person]:
    """Maude, and Rose whose words wait on a card of the call list."""
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await phone.text(UNCLEAR)
    await phone.text("non")
    await phone.forget()
    await maude.forget()
    return maude, phone, meeting, await whoever_has(phone)


async def card(town: Town) -> int:
    async with town.database.read() as session:
        return (await session.scalars(select(Task.id).where(Task.closed_at.is_(None)).order_by(Task.id))).first() or 0


async def acts_noted(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(
            await session.scalars(select(Entry.act).where(Entry.act.like("calls.%correct%")).order_by(Entry.id))
        )


@pytest.mark.parametrize(
    ("word", "answer", "told"),
    [
        ("ne vient pas", Answer.ABSENT, "vous ne venez pas le mardi 10"),
        ("absente", Answer.ABSENT, "vous ne venez pas le mardi 10"),
        ("vient", Answer.COMING, "vous venez le mardi 10"),
    ],
)
async def test_one_word_corrects_a_presence_and_the_person_is_told(
    town: Town, word: str, answer: Answer, told: str
) -> None:
    maude, phone, meeting, rose = await waiting(town)
    await maude.text(f"/veut-dire {await card(town)} {word}")
    await maude.expect("Rose", "On lui ecrit", told)
    said = await phone.expect("Maude a lu vos mots", told, "C'est bien ca", "1 oui", "2 non")
    assert said.segments == 1
    assert await answer_of(town, meeting, rose) is answer
    await phone.text("oui")
    await phone.expect("C'est note")
    assert await answer_of(town, meeting, rose) is answer
    assert await acts_noted(town) == ["calls.corrected"]


@pytest.mark.parametrize("no", ["2", "non", "NON"])
async def test_the_person_undoes_it_in_one_word_and_their_words_are_read_again(town: Town, no: str) -> None:
    maude, phone, meeting, rose = await waiting(town)
    await maude.text(f"/veut-dire {await card(town)} vient")
    await phone.forget()
    await phone.text(no)
    await phone.expect("C'est enleve", "Maude va relire")
    assert await answer_of(town, meeting, rose) is Answer.NONE
    await maude.forget()
    await maude.text("/appels")
    await maude.expect_any(UNCLEAR)
    assert await acts_noted(town) == ["calls.corrected", "calls.uncorrected"]


async def test_a_button_of_the_card_opens_the_menu_of_what_they_may_mean(town: Town) -> None:
    maude, phone, meeting, rose = await waiting(town)
    await maude.text("/appels")
    await maude.press("c'est mal lu")
    await maude.expect_any("ces mots voulaient dire quoi")
    await maude.press("ne vient pas")
    await phone.expect("vous ne venez pas le mardi 10")
    assert await answer_of(town, meeting, rose) is Answer.ABSENT


async def test_a_ride_is_listed_and_undone(town: Town) -> None:
    maude, phone, meeting, rose = await waiting(town)
    number = await card(town)
    await maude.text(f"/veut-dire {number} transport")
    await phone.expect("il vous faut un transport le mardi 10")
    async with town.database.read() as session:
        seat = await attendance_of(session, meeting.id, rose.id)
        assert seat is not None
        assert "transport" in seat.needs
        assert await session.scalar(select(Task.id).where(Task.kind == TaskKind.NEED_TRANSPORT))
    await maude.text(f"/veut-dire {number} rien")
    await phone.expect("c'est enleve")
    async with town.database.read() as session:
        seat = await attendance_of(session, meeting.id, rose.id)
        assert seat is not None
        assert seat.needs == ""
        open_ones = select(Task.id).where(Task.kind == TaskKind.NEED_TRANSPORT, Task.closed_at.is_(None))
        assert await session.scalar(open_ones) is None


async def test_words_become_a_comment_only_when_their_author_says_so(town: Town) -> None:
    maude, phone, _, _ = await waiting(town)
    number = await card(town)
    await maude.text(f"/veut-dire {number} mot")
    await phone.expect("C'est un mot pour la table?")
    assert await comments_of(town) == []
    await phone.text("oui")
    await phone.expect_any(UNCLEAR)
    await phone.text("1")
    [comment] = await comments_of(town)
    assert comment.words == UNCLEAR


async def test_a_distress_that_was_none_is_closed_and_their_answers_are_heard_again(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    rose = await whoever_has(phone)
    await phone.text("jveux mourir")
    await phone.text("scusez cest mon gars qui a pris mon telephone")
    await maude.text(f"/veut-dire {await card(town)} rien")
    await phone.expect_any("Vous n'avez rien a faire")
    await maude.forget()
    await town.move(hours=1)
    await maude.expect_nothing()
    await phone.text("ABSENT")
    await phone.expect("ne venez pas")
    assert await answer_of(town, meeting, rose) is Answer.ABSENT


async def test_what_was_wrongly_done_is_taken_back_from_the_persons_card(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    rose = await whoever_has(phone)
    await phone.text("je serai pas la mardi")
    await phone.forget()
    assert await answer_of(town, meeting, rose) is Answer.ABSENT
    await maude.forget()
    await maude.text(f"/personne {rose.id}")
    await maude.expect("je serai pas la mardi", "On y lit : vous ne venez pas", f"/veut-dire personne {rose.id}")
    await maude.text(f"/veut-dire personne {rose.id} rien")
    await maude.expect("rien a faire")
    await phone.expect("On avait mal compris", "OUI ou ABSENT")
    assert await answer_of(town, meeting, rose) is Answer.NONE
    await maude.text(f"/veut-dire personne {rose.id} ne vient pas")
    await phone.expect("vous ne venez pas")
    assert await answer_of(town, meeting, rose) is Answer.ABSENT


async def test_what_they_answered_since_is_not_turned_around_by_an_undo(town: Town) -> None:
    maude, phone, meeting, rose = await waiting(town)
    number = await card(town)
    await maude.text(f"/veut-dire {number} vient")
    await phone.text("ABSENT")
    await maude.text(f"/veut-dire {number} rien")
    assert await answer_of(town, meeting, rose) is Answer.ABSENT


async def test_a_persons_card_never_shows_words_that_may_become_a_nameless_comment(town: Town) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    rose = await whoever_has(phone)
    await phone.text("COMMENTAIRE")
    await phone.text("le camp a 8h cest trop tot")
    await maude.forget()
    await maude.text(f"/personne {rose.id}")
    said = await maude.expect("Rose")
    assert "camp" not in said.text
    assert "On y lit" not in said.text


async def test_another_territory_corrects_nothing(town: Town) -> None:
    _, phone, meeting, rose = await waiting(town)
    number = await card(town)
    async with town.database.write() as session:
        (await session.get_one(Person, rose.id)).territory = "Grande-Anse"
    paul = town.telegram("9002")
    person = await settle_in(town, paul, "Paul")
    async with town.database.write() as session:
        await grant(session, person.id, Role.COORDINATOR, scope="Trois-Ponts")
    await paul.text(f"/veut-dire {number} vient")
    await paul.expect("Trois-Ponts")
    await paul.text(f"/veut-dire personne {rose.id} vient")
    await paul.expect("Trois-Ponts")
    assert await answer_of(town, meeting, rose) is Answer.NONE
    await phone.expect_nothing()


@pytest.mark.parametrize("words", ["", "12", "12 bleu", "personne", "vient"])
async def test_words_that_say_no_meaning_show_the_example(town: Town, words: str) -> None:
    maude = await coordinator(town)
    await maude.text(f"/veut-dire {words}")
    await maude.expect("/veut-dire 12 ne vient pas")


async def test_a_card_of_several_messages_says_which_one_was_read_so(town: Town) -> None:
    """Of a cry, the words that alerted, which /veut-dire corrects; of another card, the last."""
    maude = await coordinator(town)
    phone, _meeting = await rose_and_a_meeting(town)
    await phone.text("je veux en finir avec toute")
    await phone.text("jserai pas la mardi")
    await maude.forget()
    await maude.text("/appels")
    said = await maude.expect("en finir avec toute", "On lit dans le premier message : ")
    assert "ne venez pas" not in said.text.partition("On lit")[2]
    async with town.database.read() as session:
        tasks = list(await session.scalars(select(Task).order_by(Task.id)))
    assert is_first_read([task for task in tasks if task.kind is TaskKind.DISTRESS])
    assert understood_words(TaskKind.UNKNOWN_WORD, 2, []).id == "calls-understood-last"
    assert understood_words(TaskKind.UNKNOWN_WORD, 1, []).id == "calls-understood"
