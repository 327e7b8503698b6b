"""One thing said in other words than yes and no, and what is no answer though it looks like one."""

from __future__ import annotations

import pytest

from messages.reading import Action, Context, Meaning, decide, read
from messages.reading.types import Reading

M, A = Meaning, Action


def likeliest(code: str, words: str) -> tuple[Reading, Action]:
    context = Context.of_code(code)
    decision = decide(read(words, context), context)
    return decision.reading, decision.action


@pytest.mark.parametrize("code", ["V", "K:total"])
@pytest.mark.parametrize(
    "words",
    [
        "c'est conforme, veuillez procéder",
        "looks right",
        "Send 'er",
        "en plein ça",
        "parfait merci Maude",
        "wi se sa menm",
    ],
)
def test_what_is_shown_is_said_to_be_right(code: str, words: str) -> None:
    reading, action = likeliest(code, words)
    assert reading.meanings == (M.YES,)
    assert action is A.ACT


@pytest.mark.parametrize("code", ["V", "K:total"])
@pytest.mark.parametrize(
    "words", ["c'est parfait?", "c'est pas ça", "parfait sauf le prix", "non c'est bon pour la poubelle"]
)
def test_what_is_not_plainly_right_sends_nothing(code: str, words: str) -> None:
    reading, action = likeliest(code, words)
    assert not (M.YES in reading.meanings and action in (A.ACT, A.CONFIRM))


@pytest.mark.parametrize(
    "words", ["keep em coming", "je maintiens mon abonnement", "voyons donc jamais", "oups erreur désolée"]
)
def test_messages_that_are_wanted_go_on(words: str) -> None:
    reading, action = likeliest("S", words)
    assert (reading.meanings, action) == ((M.NO,), A.ACT)


@pytest.mark.parametrize(
    ("code", "words"),
    [("O", "Wi, men pa mete non m"), ("V", "oui mais pas mon nom"), ("O", "yes but keep my name out of it")],
)
def test_a_yes_without_the_name_is_both(code: str, words: str) -> None:
    reading, action = likeliest(code, words)
    assert set(reading.meanings) == {M.YES, M.NAMELESS}
    assert action in (A.ACT, A.CONFIRM)


@pytest.mark.parametrize(
    ("code", "words", "meaning"),
    [
        ("R-", "1 finalement", M.COMING),
        ("R-", "désolé mauvais piton, c 1", M.COMING),
        ("R+", "oups c'était le deux que jvoulais", M.ABSENT),
        ("R", "2 finalement", M.ABSENT),
    ],
)
def test_a_slip_is_put_right_by_a_digit(code: str, words: str, meaning: Meaning) -> None:
    reading, action = likeliest(code, words)
    assert reading.meanings == (meaning,)
    assert action in (A.ACT, A.CONFIRM)


@pytest.mark.parametrize("code", ["O", "R", "S"])
def test_two_digits_are_no_answer(code: str) -> None:
    assert likeliest(code, "1 et 2")[1] is A.ASK


@pytest.mark.parametrize(
    "words",
    ["bin non jparlais de mon char!!", "haha c'est une façon de parler", "lol i meant the hockey game killed me"],
)
def test_after_the_numbers_a_thing_is_no_cry(words: str) -> None:
    reading, action = likeliest("D", words)
    assert (reading.meanings, action) == ((M.SMALLTALK,), A.ANSWER)


@pytest.mark.parametrize(
    "words", ["jparlais de mon frère", "jparlais de mes pilules", "c'est mon cell, y va me tuer si y le trouve"]
)
def test_after_the_numbers_somebody_or_a_danger_is_for_a_person(words: str) -> None:
    assert likeliest("D", words)[1] is A.HUMAN


@pytest.mark.parametrize(
    ("code", "words", "meanings"),
    [
        ("C", 'ya crié "va chier maudite BS" devant tout le monde', {M.COMMENT}),
        ("N", "mon nom cest pas Lise cest Louise", {M.RENAME}),
        ("P", "finalement je veux la refaire", {M.CORRECT}),
        ("R", "3 enfants aussi", {M.OTHER_PERSON}),
        ("R-", "cest mon chum qui a répondu non pas moi", {M.OTHER_PERSON}),
        ("R-", "peux-tu passer le mot que la rampe est dangereuse", {M.COMMENT}),
        ("N", "vous mavez tu mis absente mardi", {M.QUESTION}),
        ("R", "1 mais jva arriver vers 2h", {M.COMING, M.LATE}),
        ("O", "oui: la machine à laver est brisée depuis septembre", {M.YES, M.COMMENT}),
        ("R", "wi m ap vini si Bondye vle", {M.COMING}),
        ("R-", "p-t que jva pouvoir passer après ma job", {M.MAYBE}),
    ],
)
def test_what_a_sentence_says_is_read(code: str, words: str, meanings: set[Meaning]) -> None:
    reading, _action = likeliest(code, words)
    assert set(reading.meanings) == meanings


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("N", "ça fait 5 semaines que j'attends mon 55"),
        ("N", "j'ai eu 20 au lieu de 55"),
        ("E", "est-ce que c'est imposable"),
        ("E", "je peux tu le prendre en cartes d'épicerie"),
        ("R", "à quelle heure passe l'autobus pour s'y rendre"),
    ],
)
def test_what_only_a_person_knows_is_left_to_a_person(code: str, words: str) -> None:
    assert likeliest(code, words)[1] is A.HUMAN
