"""What looks like a presence or an absence and says neither, and the future of missing, which is an absence."""

from __future__ import annotations

import pytest

from messages.reading import Action, Context, Meaning, decide, read
from messages.reading.yes_said import agrees_weakly, says_yes_to_what_is_asked

M, A = Meaning, Action
PRESENCE = {M.COMING, M.ABSENT, M.MAYBE}


def done(code: str, words: str) -> tuple[set[Meaning], Action]:
    context = Context.of_code(code)
    decision = decide(read(words, context), context)
    return set(decision.reading.meanings), decision.action


@pytest.mark.parametrize("code", ["R", "R+", "R-"])
@pytest.mark.parametrize(
    "words",
    [
        "jviens de lire", "jviens de souper", "jviens de finir de lire", "je viens d'arriver", "bin la",
        "jviens de me casser la jambe", "mon frigo marche pu", "mon tel marche pu ben", "ma laveuse marche pas",
        "mon char marche pus", "yen faut plus dautobus", "mon chien est mort", "chu mort de rire",
        "chu tu dedans", "elle est allergique aux arachides",
    ],
)  # fmt: skip
def test_no_presence_is_written(code: str, words: str) -> None:
    meanings, action = done(code, words)
    assert not (PRESENCE & meanings and action in (A.ACT, A.CONFIRM))


@pytest.mark.parametrize("words", ["jmanquerai", "jva manquer", "jva manquer la prochaine", "je vais manquer ca"])
def test_one_who_will_miss_it_is_absent(words: str) -> None:
    assert done("R", words) == ({M.ABSENT}, A.ACT)


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("je manquerai pas ca", M.COMING),
        ("jviens demain", M.COMING),
        ("je viens souper avec vous", M.COMING),
        ("jviens de voir ton message oui jserai la", M.COMING),
        ("jviens de lire jpeux pas venir", M.ABSENT),
        ("mon chien est mort je viendrai pas", M.ABSENT),
    ],
)
def test_a_presence_that_is_said_stands(words: str, meaning: Meaning) -> None:
    assert done("R", words) == ({meaning}, A.ACT)


@pytest.mark.parametrize(
    "words", ["mon chien est mort", "jai honte", "je lai eu deux fois", "ca fait 3 semaines", "mon frigo marche pu"]
)
def test_a_person_reads_it(words: str) -> None:
    assert done("N", words)[1] is A.HUMAN


@pytest.mark.parametrize("words", ["faut plus de logements", "y devrait avoir plus de places pour les enfants"])
def test_more_of_something_is_a_word_for_the_table(words: str) -> None:
    assert done("R", words) == ({M.COMMENT}, A.CONFIRM)


@pytest.mark.parametrize("words", ["faut plus mecrire", "faut plus de messages"])
def test_no_more_messages_is_no_word_for_the_table(words: str) -> None:
    assert M.COMMENT not in done("R", words)[0]


def test_one_who_said_absent_is_put_back_on_the_list() -> None:
    assert done("R-", "finalement remets moi") == ({M.COMING}, A.ACT)


def test_a_blessing_is_a_thank_you() -> None:
    assert done("N", "Que Dieu vous benisse")[0] == {M.THANKS}


@pytest.mark.parametrize("code", ["C", "V"])
@pytest.mark.parametrize("words", ["oups cest le 41", "non pas le 40 le 41", "oups pas des bancs des toilettes"])
def test_words_put_right_are_words(code: str, words: str) -> None:
    assert done(code, words) == ({M.COMMENT}, A.ACT)


@pytest.mark.parametrize("words", ["oups", "oups enleve ca", "oups efface le dernier", "oups mauvais piton"])
def test_words_taken_away_are_none(words: str) -> None:
    assert M.COMMENT not in done("C", words)[0]


@pytest.mark.parametrize(
    "words", ["oui cest ca", "oui c'est ça", "ouais envoye", "oui s'il vous plait monsieur", "wi se sa"]
)
def test_a_yes_in_a_few_words(words: str) -> None:
    assert says_yes_to_what_is_asked(words)


@pytest.mark.parametrize("words", ["ok dabord", "ok merci", "c bon", "c'est beau"])
def test_a_courtesy_is_less_than_a_yes(words: str) -> None:
    assert agrees_weakly(words)
    assert not says_yes_to_what_is_asked(words)


@pytest.mark.parametrize("words", ["c bon la chu tu dedans", "oui mais pas lundi", "ok?", "non", "oui cest le 41"])
def test_what_says_more_is_no_yes_alone(words: str) -> None:
    assert not says_yes_to_what_is_asked(words)
    assert not agrees_weakly(words)
