"""Answers by letter, by a bare digit, and "that is all"."""

from __future__ import annotations

import pytest

from messages.sentences.letters import answers, digit, ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A oui", [("A", "oui")]),
        ("a oui", [("A", "oui")]),
        ("A OUI", [("A", "OUI")]),
        ("a1", [("A", "1")]),
        ("A 1", [("A", "1")]),
        ("a) 2", [("A", "2")]),
        ("(A) oui", [("A", "oui")]),
        ("A-1", [("A", "1")]),
        ("A=1", [("A", "1")]),
        ("AOUI", [("A", "OUI")]),
        ("B 2", [("B", "2")]),
        ("A1 B2", [("A", "1"), ("B", "2")]),
        ("a1b2", [("A", "1"), ("B", "2")]),
        ("A1,B2", [("A", "1"), ("B", "2")]),
        ("A2. B1.", [("A", "2"), ("B", "1")]),
        ("A: non, B oui", [("A", "non"), ("B", "oui")]),
        ("A oui B non", [("A", "oui"), ("B", "non")]),
        ("B non A oui", [("B", "non"), ("A", "oui")]),
        ("A oui et B non", [("A", "oui"), ("B", "non")]),
        ("A-oui / B-non", [("A", "oui"), ("B", "non")]),
        ("A oui\nB non", [("A", "oui"), ("B", "non")]),
        ("A oui b peut etre", [("A", "oui"), ("B", "peut etre")]),
        ("A oui, B 7,50", [("A", "oui"), ("B", "7,50")]),
        ("A: autobus 7,50", [("A", "autobus 7,50")]),
        ("A: mon nom est œuf", [("A", "mon nom est œuf")]),
        ("a oui merci", [("A", "oui merci")]),
        ("A non je peux pas", [("A", "non je peux pas")]),
        ("B l'autobus de 7h", [("B", "l'autobus de 7h")]),
        ("b pas d'accord", [("B", "pas d'accord")]),
        ("bonjour A oui", [("A", "oui")]),
        ("réponse A: oui", [("A", "oui")]),
        ("oui A", [("A", "oui")]),
        ("1A 2B", [("A", "1"), ("B", "2")]),
        ("oui pour A, non pour B", [("A", "oui"), ("B", "non")]),
    ],
)
def test_each_answer_goes_to_its_letter_as_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text, "AB") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "A B",
        "oui",
        "1",
        "a mardi",
        "A mardi!",
        "a la rencontre jai ete",
        "a 20h ya pu de bus",
        "a 8:20",
        "c tout",
        "c oui",
        "C 3",
        "d oui",
        "A oui C non",
        "A oui A non",
        "la salle A oui",
        "les 2",
        "oui a non b",
        "LE 2 B",
        "A: " + "mot " * 20,
        "mon opinion: A oui",
        "\U0001f600",
    ],
)
def test_a_word_or_a_letter_that_is_not_open_is_no_answer(text: str) -> None:
    assert answers(text, "AB") == []


def test_without_open_letters_nothing_is_an_answer() -> None:
    assert answers("A oui", []) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", 1),
        ("1.", 1),
        ("1)", 1),
        (" 1 ", 1),
        ("(1)", 1),
        ("#1", 1),
        ("le 1", 1),
        ("no 1", 1),
        ("n° 2", 2),
        ("numéro 2", 2),
        ("choix 2", 2),
        ("option 3", 3),
        ("the 2", 2),
        ("c'est 2", 2),
        ("je prends le 2", 2),
        ("1er", 1),
        ("2!", 2),
        ("la 2 svp", 2),
        ("1 merci", 1),
        ("12", 12),
        ("\u0661", 1),
        ("\uff11", 1),
        ("1\ufe0f\u20e3", 1),
    ],
)
def test_a_bare_digit_is_read_with_what_surrounds_it(text: str, expected: int) -> None:
    assert digit(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "un",
        "deux",
        "oui",
        "1 et 2",
        "1 oui",
        "100",
        "-1",
        "1,5",
        "1.5",
        "1/2",
        "\u00bd",
        "1\u00b2",
        "1$",
        "1h",
        "13h30",
        "1 enfant",
        "bus 7",
        "le 3 oui le 5 non",
        "a1",
    ],
)
def test_anything_longer_is_no_digit(text: str) -> None:
    assert digit(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "1.",
        "c'est tout",
        "C TOUT!",
        "cest tout",
        "c toute",
        "voilà c'est tout",
        "ok cest tout merci",
        "voila",
        "fini",
        "j'ai fini",
        "terminé.",
        "fini merci",
        "that's all",
        "That\u2019s all.",
        "thats it",
        "done",
        "done thanks",
        "es todo",
    ],
)
def test_the_words_are_complete(text: str) -> None:
    assert ends(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2",
        "oui",
        "non",
        "ok",
        "merci",
        "tout est beau",
        "c'est tout croche",
        "jai pas fini",
        "cest pas fini",
        "fini la gardienne",
        "c'est tout ce que je voulais pas",
        "1 enfant malade",
        "done with the bus",
    ],
)
def test_words_that_go_on_are_not_complete(text: str) -> None:
    assert not ends(text)
