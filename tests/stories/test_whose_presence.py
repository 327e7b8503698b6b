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


# -- who writes is never made absent by somebody else, nor by an answer to something else -----------------------------


@pytest.mark.parametrize(
    "words",
    [
        "ma fille est malade a viendra pas",
        "la petite fait de la fievre a va manquer ca",
        "mon gars file pas y viendra pas",
        "ginette ma dit a vient pas",
        "les enfants viendront pas finalement",
        "my son is sick he wont be there",
        "mi hija esta enferma no puede venir",
    ],
)
@pytest.mark.parametrize("said_yes", [False, True])
async def test_a_relative_who_cannot_come_is_not_me(town: Town, maude: Phone, words: str, said_yes: bool) -> None:
    rose = await reminded(town, maude)
    if said_yes:
        await rose.text("oui")
        await rose.forget()
    await rose.text(words)
    said = await rose.expect("quelqu'un d'autre")
    assert ("Et vous" in said.text) is not said_yes
    assert await answers(town, 1) == ({"Rose": "coming"} if said_yes else {})


@pytest.mark.parametrize(
    "words", ["ma fille est malade jpeux pas venir", "mon gars file pas jviendrai pas", "my kid is sick i cant come"]
)
async def test_a_relative_is_why_i_do_not_come(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    await rose.expect_any("ne venez pas")


@pytest.mark.parametrize("polite", ["pas de trouble", "pas de probleme", "merci bien", "no worries", "de nada", "ok"])
async def test_a_courtesy_to_an_answer_is_no_presence(town: Town, maude: Phone, polite: str) -> None:
    rose = await reminded(town, maude)
    await town.move(minutes=5)
    await rose.text("est ce que ma soeur peut venir avec moi")
    await town.move(minutes=5)
    await rose.text(polite)
    await town.settle()
    assert await answers(town, 1) == {}


@pytest.mark.parametrize("polite", ["pas de trouble", "merci bien", "no problem", "de rien", "thanks", "gracias"])
async def test_a_courtesy_turns_no_absence(town: Town, maude: Phone, polite: str) -> None:
    rose = await reminded(town, maude)
    await rose.text("2")
    await town.move(minutes=5)
    await rose.text(polite)
    await town.settle()
    assert await answers(town, 1) == {"Rose": "absent"}


@pytest.mark.parametrize("stray", ["1", "oui", "non", "2", "yes", "3"])
async def test_a_short_answer_after_something_else_is_asked_about(town: Town, maude: Phone, stray: str) -> None:
    rose = await reminded(town, maude)
    await town.move(minutes=5)
    await rose.text("jai pu envie d'etre icitte sur terre")
    await rose.expect_any("911")
    await town.move(minutes=5)
    await rose.text("oui")
    await rose.forget()
    await town.move(minutes=5)
    await rose.text(stray)
    await town.settle()
    assert await answers(town, 1) == {}


@pytest.mark.parametrize("mood", ["😡", "❤️", "😂"])
async def test_a_picture_leaves_the_list_and_its_digits_as_they_are(town: Town, maude: Phone, mood: str) -> None:
    rose = await reminded(town, maude)
    await rose.text("oui jva la")
    await town.move(hours=20)
    await rose.text("2")
    await rose.expect_any("C'est changé: vous ne venez pas?", "1 oui")
    await rose.text(mood)
    await rose.text("1")
    await rose.expect_any("ne venez pas")
    assert await answers(town, 1) == {"Rose": "absent"}


async def test_who_cannot_and_has_words_keeps_both(town: Town, maude: Phone) -> None:
    rose = await reminded(town, maude)
    await rose.text("non jpeux pas dite leur que la garderie ferme a 5h")
    await rose.expect_any("la garderie ferme")
    assert await answers(town, 1) == {"Rose": "absent"}
    await rose.text("pas de trouble")
    await town.settle()
    assert await answers(town, 1) == {"Rose": "absent"}
