"""Words for the table, and what is said after: for Maude alone, without a name, a polite "ok", words that wait."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.comments.tables import CommentState
from db.conversations import IncomingMessage, Task, TaskKind
from tests.support.comments import comments_of
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

WORDS = "dites a la table que chu tannee detre la seule pauvre"


@pytest.fixture
async def maude(town: Town) -> Phone:
    return await coordinator(town)


@pytest.fixture
async def rose(town: Town, maude: Phone) -> Phone:
    """Asked whether she comes."""
    rose = town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 3, 12, 5)
    await rose.forget()
    return rose


async def says(rose: Phone, *texts: str) -> None:
    for one in texts:
        await rose.forget()
        await rose.town.move(seconds=40)
        await rose.text(one)
        await rose.town.settle()


async def for_maude(town: Town) -> list[str]:
    """What the cards of questions hold: their note, and the message itself."""
    async with town.database.read() as session:
        rows = await session.execute(
            select(Task.note, IncomingMessage.text)
            .join(IncomingMessage, IncomingMessage.id == Task.incoming_id)
            .where(Task.kind == TaskKind.QUESTION, Task.closed_at.is_(None))
        )
        return [f"{note} {words}" for note, words in rows]


@pytest.mark.parametrize(
    "words",
    [
        "dites pas ca a la table cest juste pour maude",
        "cest juste pour maude ca",
        "lisez pas mon commentaire cest entre moi pis maude",
        "that is just for maude not the table",
        "jveux que ca reste entre maude et moi",
    ],
)
async def test_words_kept_that_are_for_maude_alone_leave_the_table(town: Town, rose: Phone, words: str) -> None:
    await says(rose, WORDS, "1", words)
    await rose.expect_any("ne seront pas lus à la table")
    [comment] = await comments_of(town)
    assert comment.state is CommentState.WITHDRAWN
    assert any("la seule pauvre" in card for card in await for_maude(town))


async def test_before_their_yes_nothing_waits_for_it_any_more(town: Town, rose: Phone) -> None:
    await says(rose, WORDS, "dites pas ca a la table cest juste pour maude")
    assert [said.text for said in rose.unread if "attendent votre" in said.text] == []
    await says(rose, "oui")
    assert await comments_of(town) == []
    assert any("la seule pauvre" in card for card in await for_maude(town))


async def test_a_nameless_one_is_asked_about_and_no_card_says_whose(town: Town, rose: Phone) -> None:
    await says(rose, WORDS, "3", "1", "cest juste pour maude ca")
    await rose.expect_any("Enlever votre commentaire sans nom?")
    assert await for_maude(town) == []


async def test_new_words_for_maude_leave_the_comment_alone(town: Town, rose: Phone) -> None:
    await says(rose, "dites a la table que la bouffe est trop chere", "1", "jai quelque chose a dire juste pour maude")
    [comment] = await comments_of(town)
    assert comment.state is CommentState.CONFIRMED


@pytest.mark.parametrize(
    "wish", ["non pas avec mon nom", "oui mais pas avec mon nom", "ok but not with my name", "jveux pas avec mon nom"]
)
async def test_not_with_my_name_is_a_wish_and_never_a_withdrawal(town: Town, rose: Phone, wish: str) -> None:
    await says(rose, "dites a la table quy fait frette dans nos blocs", wish)
    assert "sans votre nom" in rose.unread[-1].text
    await says(rose, "oui")
    [comment] = await comments_of(town)
    assert (comment.state, comment.with_name) == (CommentState.CONFIRMED, False)


@pytest.mark.parametrize("polite", ["ok", "oui"])
@pytest.mark.parametrize(
    "before",
    [
        ("dites a la table que la bouffe est trop chere", "pas mon nom svp", "oui"),
        ("dites a la table que la bouffe est trop chere", "1", "dites pas que cest moi"),
        ("dites a la table que la bouffe est trop chere", "1"),
    ],
)
async def test_a_polite_word_after_words_are_kept_is_no_presence(
    town: Town, rose: Phone, before: tuple[str, ...], polite: str
) -> None:
    await says(rose, *before, polite)
    assert await answers(town, 1) == {}


@pytest.mark.parametrize("asked", ["y vont tu dire mon nom", "c tu sans mon nom la", "will they say my name"])
async def test_whether_their_name_is_read_is_answered(town: Town, rose: Phone, asked: str) -> None:
    await says(rose, "dites a la table quy fait frette dans nos blocs", "1", asked)
    await rose.expect_any("avec votre nom", "SANS MON NOM")
    await says(rose, "dites pas que cest moi", asked)
    assert any("sans votre nom" in said.text for said in rose.all[-3:])


async def test_words_that_wait_for_a_person_are_not_nothing(town: Town, rose: Phone) -> None:
    await says(rose, "non", "oui", "la bouffe est trop chere")
    await town.move(days=9)
    assert any("vos mots sont gardés" in said.text for said in rose.all)
    await says(rose, "statut")
    said = rose.unread[-1].text
    assert "Rien en attente" not in said
    assert "Maude va les lire" in said


@pytest.mark.parametrize("words", ["jlache le comite", "jlache toute", "i quit the committee"])
async def test_who_is_leaving_is_called(town: Town, rose: Phone, words: str) -> None:
    await says(rose, words)
    await rose.expect_any("Maude va vous appeler")
    async with town.database.read() as session:
        kinds = list(await session.scalars(select(Task.kind).where(Task.closed_at.is_(None))))
    assert TaskKind.COMMENT_LEAVING in kinds
    assert await answers(town, 1) == {}
    assert await comments_of(town) == []


async def test_a_sadder_text_at_once_is_answered_too(rose: Phone) -> None:
    await rose.text("jai pus le gout de rien")
    await rose.forget()
    await rose.text("jme demande ce que jfais encore ici")
    await rose.expect_any("911")


async def test_daily_life_after_a_cry_is_heard(town: Town, rose: Phone) -> None:
    await says(rose, "jai pus le gout de rien", "bon la rencontre jva essayer de venir")
    assert await answers(town, 1) == {"Rose": "maybe"}


@pytest.mark.parametrize("words", ["ca va tu finir avant 3h jai les petits a lecole", "it ends before 4?"])
async def test_the_end_hour_is_known(rose: Phone, words: str) -> None:
    await says(rose, words)
    await rose.expect_any("15h30")
