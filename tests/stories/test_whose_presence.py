"""Who comes and who does not: somebody else's absence is not mine, and what looks like an absence is none."""

from __future__ import annotations

import pytest

from tests.support.comments import tasks_of
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


@pytest.fixture
async def maude(town: Town) -> Phone:
    return await coordinator(town)


async def reminded(town: Town, maude: Phone, name: str = "Rose") -> Phone:
    rose = town.sms()
    await seated(town, rose, name)
    await announced(town, maude)
    await arrive(town, 2, 9, 10, 30)
    await rose.expect_any("Venez-vous?")
    await rose.forget()
    return rose


@pytest.mark.parametrize(
    "words",
    [
        "lise vient pas a ma demander de vous le dire",
        "ma mere peut pas venir finalement",
        "ma soeur viendra pas elle",
        "my sister cant come",
        "mi hermana no puede venir",
    ],
)
async def test_somebody_else_s_absence_is_passed_on_and_theirs_is_still_asked(
    town: Town, maude: Phone, words: str
) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    await rose.expect("quelqu'un d'autre", "Et vous, venez-vous?", "1 oui")
    assert await answers(town, 1) == {}
    await rose.text("1")
    await rose.expect("vous venez")
    assert await answers(town, 1) == {"Rose": "coming"}
    await rose.forget()
    await rose.text(words)
    said = await rose.expect("quelqu'un d'autre", "vous venez")
    assert "1 oui" not in said.text
    assert await answers(town, 1) == {"Rose": "coming"}


async def test_who_signs_with_their_own_name_speaks_of_themselves(town: Town, maude: Phone) -> None:
    lise = await reminded(town, maude, "Lise")
    await lise.text("lise viendra pas")
    await lise.expect_any("ne venez pas")
    assert await answers(town, 1) == {"Lise": "absent"}


async def test_mine_beside_somebody_else_s(town: Town, maude: Phone) -> None:
    rose = await reminded(town, maude)
    await rose.text("mon chum y peut pas mais moi oui")
    await rose.expect_any("vous venez")
    assert await answers(town, 1) == {"Rose": "coming"}


@pytest.mark.parametrize(
    "words",
    [
        "jpeux pas manquer ca",
        "je serai pas en retard inquietez vous pas",
        "jmanquerais pas ca pour rien au monde",
        "jviendrai pas toute seule jviens avec ma fille",
    ],
)
async def test_what_looks_like_an_absence_is_a_yes(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    await rose.expect_any("vous venez")
    assert await answers(town, 1) == {"Rose": "coming"}


@pytest.mark.parametrize("words", ["jmanquerai pas", "jmanquerais pas ca pour rien au monde"])
async def test_they_will_not_miss_it_after_all(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text("2")
    await rose.forget()
    await rose.text(words)
    await rose.expect_any("vous venez")
    assert await answers(town, 1) == {"Rose": "coming"}


@pytest.mark.parametrize("words", ["bon", "faque", "ben"])
async def test_what_opens_a_sentence_is_no_answer(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    await rose.expect_nothing()
    assert await answers(town, 1) == {}
    await rose.text("jpourrai pas")
    await rose.expect_any("ne venez pas")
    assert await answers(town, 1) == {"Rose": "absent"}


async def test_a_yes_beside_a_stop_is_a_stop(town: Town, maude: Phone) -> None:
    rose = await reminded(town, maude)
    await rose.text("arretez de mecrire")
    await rose.forget()
    await rose.text("oui arretez toute")
    await rose.expect("plus aucun message")
    assert await answers(town, 1) == {}


@pytest.mark.parametrize("words", ["non non jai pas dit que je venais pas", "jai jamais dit que je venais pas"])
async def test_a_correction_never_asks_whether_it_changes_to_the_same(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text("jviens pas")
    await rose.forget()
    await rose.text(words)
    said = await rose.expect("vous venez")
    if "1 oui" in said.text:
        await rose.text("1")
        await rose.expect_any("vous venez")
    assert await answers(town, 1) == {"Rose": "coming"}


async def test_words_that_answer_twice_offer_both(town: Town, maude: Phone) -> None:
    rose = await reminded(town, maude)
    await rose.text("jviens pas")
    await rose.forget()
    await rose.text("non oublie mon non jviens pas finalement")
    await town.settle()
    assert not [said.text for said in rose.unread if said.text.count("vous ne venez pas") > 1]


@pytest.mark.parametrize("after_news", [False, True])
async def test_an_absence_its_reason_and_words_in_one_text_are_all_kept(
    town: Town, maude: Phone, after_news: bool
) -> None:
    rose = await reminded(town, maude)
    if after_news:  # a list of another kind stands last
        await rose.text("AIDE")
        await rose.forget()
    await rose.text("non, demain jpeux pas venir pas d'auto. dites que 8h cest trop tot")
    await rose.expect_any("8h cest trop tot")
    assert await answers(town, 1) == {"Rose": "absent"}
    assert "need_transport" in await tasks_of(town)
