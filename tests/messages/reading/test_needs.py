"""A need said in a sentence: beside a yes a presence and a need, alone a need; never an absence nor a comment."""

from __future__ import annotations

import pytest

from messages.reading import Action, Context, Meaning, Step, decide, read

M = Meaning

BESIDE_A_YES = [
    "oui mais jai besoin dun lift",
    "ok jva y etre mais jai pas de lift",
    "wi jva y aller mais fauderai kekun vienne me chercher",
    "oui je viens, mais pas de gardienne pour le petit",
    "yes but I need a ride",
    "yes ill be there but who will watch my kids",
    "m ap vini men mwen bezwen yon woulib",
    "si voy pero necesito que alguien me lleve",
]
ALONE = [
    "jai besoin dun lift",
    "jai besoin d'un transport pour mardi",
    "quelqu'un peut venir me chercher?",
    "I need a ride",
    "can someone pick me up",
    "necesito transporte",
    "mwen bezwen transpò",
    "j'ai besoin d'une gardienne",
    "I need a babysitter",
]
NO_NEED = [
    "Marcel ma embarqué jy ai donné 10 pour le gaz",
    "les gens ont pas de transport le soir pour venir aux rencontres, c'est ca qu'il faut dire a la table",
    "jpeux pas venir mardi jai pas de lift",
    "pas capable de venir, no ride",
    "taxi 12$",
    "garde 40",
    "je viens",
    "la garderie a ferme",
]


@pytest.mark.parametrize("words", BESIDE_A_YES)
def test_beside_a_yes_it_is_a_presence_and_a_need_for_a_person(words: str) -> None:
    context = Context.of_code("R")
    decision = decide(read(words, context), context)
    assert decision.reading.meanings == (M.COMING, M.QUESTION)
    assert decision.reading.slots.about in ("transport", "childcare")
    assert decision.action is Action.HUMAN


@pytest.mark.parametrize("code", ["N", "R", "R+", "M", "P"])
@pytest.mark.parametrize("words", ALONE)
def test_alone_it_is_a_need_for_a_person(words: str, code: str) -> None:
    context = Context.of_code(code)
    decision = decide(read(words, context), context)
    assert decision.reading.meanings == (M.QUESTION,)
    assert decision.action is Action.HUMAN


@pytest.mark.parametrize("words", NO_NEED)
def test_what_is_no_need_is_read_as_before(words: str) -> None:
    context = Context.of_code("R")
    assert read(words, context)[0].why != "a need"


def test_a_yes_beside_another_list_is_no_presence() -> None:
    context = Context.of_code(Step.MENU.value)
    assert read("oui mais jai besoin dun lift", context)[0].meanings == (M.QUESTION,)
