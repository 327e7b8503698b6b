"""An answer beside words for the table stands when something in the words says it."""

from __future__ import annotations

import pytest

from messages.reading import Context, Meaning, read

ANSWERS = {Meaning.COMING, Meaning.ABSENT, Meaning.MAYBE, Meaning.LATE, Meaning.LEAVES_EARLY}


@pytest.mark.parametrize("code", ["R", "R+", "N"])
@pytest.mark.parametrize(
    "words",
    [
        "la buanderie yé trop chere pi le monde peut pas laver leu linge",
        "ya trop de monde dans la salle on entend rien",
        "le loyer a monte de 200 piasses c est pas humain",
        "the laundromat costs 6 bucks a load and people wash in the tub",
    ],
)
def test_words_that_say_nothing_of_coming_make_no_answer(words: str, code: str) -> None:
    first = read(words, Context.of_code(code))[0]
    assert not (first.has(Meaning.COMMENT) and ANSWERS & set(first.meanings))


@pytest.mark.parametrize(
    "words",
    [
        "jpeux pas y etre mais jveux dire que le frigo devrait etre a leglise",
        "ma fille est malade dites leur que 8h cest trop tot",
        "jy serai pas mardi, dites que lautobus passe pu",
    ],
)
def test_an_absence_that_is_said_beside_them_is_kept(words: str) -> None:
    first = read(words, Context.of_code("R"))[0]
    assert first.has(Meaning.ABSENT)
