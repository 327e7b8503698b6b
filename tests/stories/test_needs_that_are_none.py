"""What people need to come, as they text it: refused, found by themselves, two at once, asked about again.

None of it says whether they come, and nobody is sent for a need that is none.
"""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.conversations import Task, TaskKind
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

CARDS = (TaskKind.NEED_TRANSPORT, TaskKind.NEED_CHILDCARE, TaskKind.NEED_MEAL)


@pytest.fixture
async def maude(town: Town) -> Phone:
    return await coordinator(town)


async def reminded(town: Town, maude: Phone, language: str = "fr") -> Phone:
    """Rose, asked whether she comes."""
    rose = town.sms()
    await seated(town, rose, "Rose", language=language)
    await announced(town, maude)
    await arrive(town, 2, 3, 12, 5)
    await rose.forget()
    return rose


async def cards(town: Town) -> list[str]:
    """What of their needs waits for Maude."""
    async with town.database.read() as session:
        rows = await session.scalars(select(Task.kind).where(Task.closed_at.is_(None), Task.kind.in_(CARDS)))
        return sorted(kind.value for kind in rows)


async def needs(maude: Phone) -> str:
    await maude.forget()
    await maude.text("/rencontre 1")
    shown = (await maude.expect_any("no 1")).text
    return next((line for line in shown.splitlines() if "a besoin de" in line), "")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "pas besoin de transport"),
        ("fr", "jai un lift avec ma soeur"),
        ("fr", "jai deja un lift"),
        ("fr", "ma fille me donne un lift"),
        ("fr", "pas besoin de gardienne"),
        ("fr", "jai pas besoin de garde"),
        ("fr", "jai plu besoin du lift non plu"),
        ("fr", "mon chum vient me chercher"),
        ("fr", "finalement ma mere va garder"),
        ("fr", "transport non merci"),
        ("fr", "Ma soeur va peut etre me donner un lift"),
        ("en", "i dont need a ride"),
        ("en", "my sister is driving me"),
        ("es", "no necesito transporte"),
        ("es", "mi hermana me lleva"),
        ("ht", "m pa bezwen transpò"),
    ],
)
async def test_a_need_that_is_none_is_neither_a_need_nor_an_answer(
    town: Town, maude: Phone, language: str, words: str
) -> None:
    rose = await reminded(town, maude, language)
    await rose.text(words)
    assert await cards(town) == []
    assert await answers(town, 1) == {}
    await rose.text("1")  # whether they come was asked with it
    assert await answers(town, 1) == {"Rose": "coming"}


@pytest.mark.parametrize(
    "words",
    [
        "jai plus besoin du transport finalement",
        "jai pu besoin du lift ma voisine mamene",
        "jai un lift avec ma soeur",
        "annulez mon lift svp",
        "laissez faire le transport jva marcher",
        "oui je viens, pas besoin de transport",
    ],
)
async def test_a_need_that_was_noted_is_undone(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text("oui jai besoin dun lift")
    assert await cards(town) == ["need_transport"]
    await rose.text(words)
    assert await cards(town) == []
    assert await needs(maude) == ""
    assert await answers(town, 1) == {"Rose": "coming"}


async def test_whoever_had_arranged_it_reads_that_it_is_not_needed(town: Town, maude: Phone) -> None:
    rose = await reminded(town, maude)
    await rose.text("oui jai besoin dun lift")
    await maude.tell("/besoin 1 Rose transport réglé")
    await rose.text("jai pu besoin du lift ma voisine mamene")
    async with town.database.read() as session:
        assert TaskKind.QUESTION in list(await session.scalars(select(Task.kind).where(Task.closed_at.is_(None))))


@pytest.mark.parametrize(
    "words",
    [
        "oui jviens mais jai besoin dun lift pis une gardienne",
        "oui mais y me faut un lift pis une gardienne",
        "oui jva etre la avez vous une gardienne ak un lift",
        "jviens, transport et garde svp",
        "yes but i need a ride and a babysitter",
    ],
)
async def test_two_needs_in_one_text_are_both_kept(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    assert await cards(town) == ["need_childcare", "need_transport"]
    assert await answers(town, 1) == {"Rose": "coming"}
    said = await needs(maude)
    assert "transport (à régler)" in said
    assert "garde d'enfants (à régler)" in said


async def test_one_is_refused_and_the_other_asked_for(town: Town, maude: Phone) -> None:
    rose = await reminded(town, maude)
    await rose.text("oui je viens")
    await rose.text("jai pas besoin de lift mais dune gardienne oui")
    assert await cards(town) == ["need_childcare"]


@pytest.mark.parametrize(
    "words",
    [
        "ok jva y aller mais jai pas une cenne pour lautobus",
        "jai pas une cenne pour lautobus mais jva y aller",
        "oui mais jai pas dargent pour le taxi",
        "yes but i cant afford the bus",
    ],
)
async def test_not_a_cent_for_the_bus_is_told_to_maude(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    assert await cards(town) == ["need_transport"]
    assert await answers(town, 1) == {"Rose": "coming"}


@pytest.mark.parametrize("words", ["cest toujours bon pour le lift?", "a quelle heure le monde va passer me prendre"])
async def test_a_question_about_a_noted_need_is_a_question(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text("oui jai besoin dun lift")
    await rose.forget()
    await rose.text(words)
    await rose.expect_any("toujours note: transport")
    assert await cards(town) == ["need_transport"]


async def test_statut_says_what_is_noted_and_what_is_settled(town: Town, maude: Phone) -> None:
    rose = await reminded(town, maude)
    await rose.text("oui mais y me faut un lift pis une gardienne")
    await maude.tell("/besoin 1 Rose transport réglé")
    await rose.forget()
    await rose.text("statut")
    said = await rose.expect_any("Rencontre COCO")
    assert "garde (noté)" in said.text
    assert "transport (réglé)" in said.text


@pytest.mark.parametrize(
    ("words", "answer"),
    [("non jai pas de lift", "absent"), ("je viens pas jai pas besoin de transport", "absent")],
)
async def test_an_absence_stays_one(town: Town, maude: Phone, words: str, answer: str) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    assert await answers(town, 1) == {"Rose": answer}


async def test_words_for_the_table_about_rides_stay_words(town: Town, maude: Phone) -> None:
    rose = await reminded(town, maude)
    await rose.text("dites a la table quon a pas besoin de transport mais de logements")
    await rose.expect_any("Denis peut lire ceci")
    assert await cards(town) == []
