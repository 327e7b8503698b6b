"""Hints on the words of a text: what is pointed out, what is left alone, and what is refused."""

from pathlib import Path

import pytest

from messages.plain_french import Light, RemarkKind, advise, advise_writer, forbidden, light, lix, sentences, words

TYPED = Path(__file__).parent / "typed"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(advice.kind.value, advice.words) for advice in advise(text) if advice.kind is not RemarkKind.LENGTH]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le FQIS paie.", [("acronym", "FQIS")]),
        ("Le Fonds du quartier nord (FQN) paie. Le FQN revient.", []),
        ("Le FQIS (argent du gouvernement) paie.", []),
        ("Le FQIS paie. Le FQIS revient.", [("acronym", "FQIS")]),
        ("Répondez OUI, NON ou ABSENT. Besoin d'un lift? LIFT. Pour AIDE, TARIFS.", []),
        ("ON SE VOIT MARDI AU LOCAL DU FRIGO", []),
        ("Le point XIV et le point II.", []),
        ("On fait l'arrimage des bilans.", [("office", "arrimage"), ("office", "bilans")]),
        ("La mise en œuvre commence mardi.", [("office", "mise en œuvre")]),
        ("Le covoiturage et l'autobus sont gratuits pour le bénévole de la municipalité.", []),
        ("On a vu Sylvie à l'aréna.", []),
        ("Les comptes ont été vérifiés.", [("passive", "été vérifiés")]),
        ("Vous êtes invitée. On est arrivés. Elle s'est trompée. C'est fermé.", []),
    ],
)
def test_what_is_pointed_out(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


def test_a_long_sentence_is_pointed_out_with_its_beginning() -> None:
    [advice] = [advice for advice in advise("On va " + "voir " * 20 + "ça.") if advice.kind is RemarkKind.LENGTH]
    assert advice.text.args == {"count": 23, "start": "On va voir voir"}
    assert advise("On va " + "voir " * 17 + "ça.") == []


def test_three_abstract_nouns_in_one_sentence_are_pointed_out() -> None:
    text = "La mutualisation, la pérennité et la coordination."
    assert RemarkKind.ABSTRACT in [advice.kind for advice in advise(text)]
    assert RemarkKind.ABSTRACT not in [advice.kind for advice in advise(text.replace(" et ", ". Et "))]


def test_an_office_word_comes_with_a_suggestion_when_there_is_one() -> None:
    [known] = advise("On fait un arrimage.")
    assert (known.text.id, known.text.args["instead"]) == ("plain-office", "lien")
    [unknown] = advise("La plénière est longue.")
    assert unknown.text.id == "plain-office-alone"


def test_a_short_text_has_no_traffic_light() -> None:
    assert light("Rencontre mardi. " * 10) is None


def test_the_traffic_light_tells_plain_from_administrative() -> None:
    plain = "On se voit mardi au local. On mange à midi. Il y a du café. Le bus est payé. "
    assert light(plain * 4) is Light.GREEN
    for paragraph in (TYPED / "administrative.txt").read_text(encoding="utf-8").split("\n\n"):
        assert light(paragraph) is Light.RED
        assert advise(paragraph)[-1].text.id == "plain-light-red"


def test_lix_is_words_per_sentence_plus_the_share_of_long_words() -> None:
    assert lix("Un deux trois quatre. Bonjour madame.") == 3 + 100 / 6


def test_sentences_and_words_are_cut_as_a_reader_does() -> None:
    assert sentences("Le 10 fév. à 9 h. On mange!\n- Un point\nMerci… « Oui. » Non") == [
        "Le 10 fév. à 9 h.",
        "On mange!",
        "- Un point",
        "Merci…",
        "« Oui.",
        "Non",
    ]
    assert words("L'arc-en-ciel qu'on voit à 13 h") == ["arc-en-ciel", "on", "voit", "à", "h"]


@pytest.mark.parametrize(
    "text",
    [
        "les PSPES",
        "les PESPES du comité",
        "La clientèle",
        "nos pauvres",
        "les personnes vulnérables",
        "les BS",
        "the poor",
    ],
)
def test_a_label_is_refused(text: str) -> None:
    assert [advice.kind for advice in forbidden(text)] == [RemarkKind.LABEL]


@pytest.mark.parametrize(
    "text",
    ["Lutter contre la pauvreté", "Vous êtes bienvenue", "Les personnes du comité", "Pauvre lui!", "Un client du café"],
)
def test_ordinary_words_are_not_refused(text: str) -> None:
    assert forbidden(text) == []


def test_whoever_writes_is_told_of_their_own_words_alone() -> None:
    ours = "Commentaire no 1: sera lu à la table. "
    assert [hint.words for hint in advise_writer(ours + "Les modalités seront adoptées.")] == [
        "modalités",
        "seront adoptées",
    ]


def test_a_first_name_is_no_office_word_wherever_it_stands() -> None:
    assert not advise("Sylvie apporte le café. On demande à Sylvie de venir.")
