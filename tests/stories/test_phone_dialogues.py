"""In the middle of anything: a keyword answers and the question comes back, another matter waits, ARRET ends all."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.comments.tables import Comment
from db.conversations import Dialogue, DialogueState
from db.people import Person
from tests.support.claims import meeting, set_rates
from tests.support.meetings import announced, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

HOW_CAME = "Pour venir, avez-vous paye quelque chose?"
HELD = dt.date(2026, 1, 27)
WORDS = "8h le matin cest trop tot pour qui prend le bus"


@pytest.fixture
async def rose(town: Town) -> Phone:
    """Someone at a table whose meeting is announced, and who was at another one last week."""
    await set_rates(town)
    maude, phone = await coordinator(town), town.sms()
    person: Person = await seated(town, phone, "Rose")
    await meeting(town, HELD, people=(person,), name="CDS")
    await announced(town, maude)
    await phone.forget()  # an offer to claim for last week waits beside all that follows
    return phone


async def pass_time(phone: Phone, words: str) -> None:
    """Write as people do: some seconds after the answer before."""
    phone.town.now += dt.timedelta(seconds=20)
    await phone.text(words)


async def claiming(rose: Phone) -> None:
    await pass_time(rose, "RECLAMER")
    await rose.expect(HOW_CAME)


async def writing(rose: Phone) -> None:
    """In the middle of a comment: one message is written, more may come."""
    await pass_time(rose, "COMMENTAIRE")
    await rose.expect("Ecrivez vos mots", "Ecrivez")
    await pass_time(rose, WORDS)
    await rose.expect("Ecrivez")


async def dialogues(town: Town) -> dict[str, DialogueState]:
    """Those of people; the coordinator's announcement of the meeting is over."""
    async with town.database.read() as session:
        rows = await session.scalars(
            select(Dialogue).where(Dialogue.name.in_(["claim", "comment"])).order_by(Dialogue.id)
        )
        return {row.name: row.state for row in rows}


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("AIDE", ("ANNULER", "PARLER", "819 555-0142")),
        ("aide svp", ("ANNULER", "PARLER")),
        ("STATUT", ("COCO",)),
        ("statu", ("COCO",)),
        ("TARIFS", ("55 $", "0,50 $/km")),
        ("PARLER", ("Maude vous appelle", "819 555-0142")),
        ("TRANSPORT", ("transport", "COCO")),
        ("ENGLISH", ("English",)),
    ],
)
async def test_a_keyword_in_the_middle_is_answered_and_the_question_comes_back(
    rose: Phone, word: str, answer: tuple[str, ...]
) -> None:
    await claiming(rose)
    await pass_time(rose, word)
    await rose.expect(*answer)
    await rose.expect("1 no" if word == "ENGLISH" else HOW_CAME)
    await rose.expect_nothing()
    await pass_time(rose, "1")
    await rose.expect("1 no" if word == "ENGLISH" else "repas")


async def test_another_matter_parks_this_one_which_comes_back_where_it_was(rose: Phone) -> None:
    await claiming(rose)
    await pass_time(rose, "1")
    await rose.expect("repas")
    await writing(rose)
    assert (await dialogues(rose.town)) == {"claim": DialogueState.PARKED, "comment": DialogueState.ACTIVE}
    await pass_time(rose, "1")
    await rose.expect("C'est exact?")
    await pass_time(rose, "1")
    await rose.expect("Commentaire no 1 note")
    await rose.expect("repas")
    assert (await dialogues(rose.town)) == {"claim": DialogueState.ACTIVE, "comment": DialogueState.DONE}


async def test_what_was_parked_comes_back_when_the_other_matter_is_left(rose: Phone) -> None:
    await claiming(rose)
    await writing(rose)
    await pass_time(rose, "ANNULER")
    await rose.expect("Annuler quoi?", "3 un commentaire")
    await pass_time(rose, "3")
    await rose.expect("vos mots ne seront pas lus")
    await rose.expect(HOW_CAME)


@pytest.mark.parametrize("under_way", ["a claim", "a comment", "both"])
async def test_arret_ends_everything_at_once(rose: Phone, under_way: str) -> None:
    if under_way != "a comment":
        await claiming(rose)
    if under_way != "a claim":
        await writing(rose)
    await pass_time(rose, "ARRET")
    await rose.expect("plus aucun message", "REPRENDRE")
    assert set((await dialogues(rose.town)).values()) == {DialogueState.CANCELLED}
    await rose.town.move(days=4)
    await rose.expect_nothing()


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("AIDE", "ANNULER pour la laisser"),
        ("parler svp", "Maude vous appelle"),
        ("annuler", "Annuler quoi?"),
        ("STATUT", "Rencontre COCO"),
        ("TARIFS", "Tarifs"),
    ],
)
async def test_while_words_are_collected_a_whole_word_is_heard_and_the_collection_goes_on(
    rose: Phone, word: str, said: str
) -> None:
    await writing(rose)
    await pass_time(rose, word)
    await rose.expect(said)
    if word == "annuler":
        await pass_time(rose, "5")
        await rose.expect("rien n'est change")
    await rose.expect("Ecrivez")
    await pass_time(rose, "1")
    await rose.expect(f'"{WORDS}"', "C'est exact?")


@pytest.mark.parametrize(
    "piece",
    [
        "transport",
        "garde",
        "SUITE",
        "aide nous donc a avoir un autobus",
        "arret d'autobus devant l'ecole",
        "parler plus lentement svp tout le monde",
        "annuler pas la collecte du jeudi",
    ],
)
async def test_while_words_are_collected_everything_else_is_the_person_s_words(rose: Phone, piece: str) -> None:
    await writing(rose)
    await pass_time(rose, piece)
    if "Cela fait partie" in rose.unread[0].text:  # it could be something else: they say so themselves
        lines = rose.unread[0].text.splitlines()
        kept = next((line for line in lines if "gardez ces mots" in line), "1")
        await rose.forget()
        await pass_time(rose, kept[0])
    await rose.expect("Garde aussi")
    await pass_time(rose, "c'est tout")
    read_back = await rose.expect("C'est exact?")
    assert piece in read_back.text.replace("\n", " ")
    await pass_time(rose, "oui")
    await rose.expect("Commentaire no 1")
    async with rose.town.database.read() as session:
        kept = await session.scalar(select(Comment.words))
    assert kept is not None
    assert piece in kept.replace("\n", " ")


async def test_an_unclear_answer_is_asked_once_more_with_an_example_then_a_human_takes_over(rose: Phone) -> None:
    maude = rose.town.telegram("9001")
    await maude.forget()
    await claiming(rose)
    await pass_time(rose, "ben ca depend")
    await rose.expect("Ce n'est pas clair", "Exemple", HOW_CAME)
    await pass_time(rose, "comme dhabitude la")
    await rose.expect("Maude va regarder", "819 555-0142", HOW_CAME)
    await rose.expect_nothing()
    await pass_time(rose, "1")
    await rose.expect("repas")
    await rose.town.move(hours=1)
    await maude.text("/appels")
    await maude.expect_any("Rose", "reponse pas claire")


async def test_a_digit_that_a_reminder_does_not_offer_is_asked_about_and_nothing_is_noted(rose: Phone) -> None:
    await rose.town.move(to=rose.town.local(2026, 2, 3, 11))
    await rose.expect_any("Venez-vous?")
    await pass_time(rose, "7")
    await rose.expect("Vous voulez dire", "vous venez", "vous ne venez pas")
    await pass_time(rose, "bof")
    await rose.forget()
    await pass_time(rose, "ABSENT")
    await rose.expect("vous ne venez pas", "mardi 10")


async def test_corrige_takes_the_last_answer_back(rose: Phone) -> None:
    await claiming(rose)
    await pass_time(rose, "1")
    await rose.expect("repas")
    await pass_time(rose, "CORRIGE")
    await rose.expect(HOW_CAME)


async def test_a_dialogue_left_alone_for_three_days_says_so_and_keeps_the_words(rose: Phone) -> None:
    await claiming(rose)
    await rose.town.move(to=rose.town.local(2026, 2, 5, 11))
    said = [message.text for message in rose.unread]
    assert [words for words in said if "arrete ici" in words.replace("ê", "e")]


async def test_in_english_comment_is_the_keyword(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Nell", language="en")
    await announced(town, maude)
    await phone.text("COMMENT the hall is too cold")
    await phone.expect("that is all")
    await pass_time(phone, "that's all")
    await phone.expect("the hall is too cold", "Is it right?", "1 OK")
