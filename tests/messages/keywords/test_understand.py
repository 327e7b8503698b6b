"""What one message means: the keyword, how sure, the words that follow."""

from __future__ import annotations

import pytest

from messages.keywords import Keyword, Sure, Understood, fold, read_yes_no, understand
from messages.keywords.vocabulary import vocabulary


@pytest.mark.parametrize(
    "text",
    [
        "ABSENT",
        "absent",
        " Absent. ",
        "Absent!!!",
        "absent svp",
        "Bonjour, absent merci",
        "ABSENT 🙏",
        "Absent s'il vous plaît",
    ],
)
def test_case_accents_marks_and_politeness_do_not_count(text: str) -> None:
    assert understand(text) == Understood(Keyword.ABSENT, "sure", alone=True)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Arrêtez, SVP!", "arretez svp"),
        ("ARRE\u0302T", "arret"),
        ("ａｒｒｅｔ", "arret"),
        ("cœur", "coeur"),
        ("l'été", "l ete"),
        ("ar\u200bret", "arret"),
        ("𝐒𝐓𝐎𝐏", "stop"),
        ("\x00\x07", ""),
        ("👍", ""),
    ],
)
def test_folding_keeps_letters_and_digits_only(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("keyword", Keyword)
def test_every_canonical_name_is_understood(keyword: Keyword) -> None:
    expected: Sure = "ask" if keyword is Keyword.ANNULER else "sure"
    for text in (keyword.value, keyword.value.lower(), f"{keyword.value} svp"):
        found = understand(text)
        assert (found.keyword, found.sure, found.alone) == (keyword, expected, True)


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("OK", "OUI"), ("COMING", "OUI"), ("YES", "OUI"), ("NO", "NON"), ("MAYBE", "PEUT-ETRE"), ("ABSENT", "ABSENT"),
        ("COMMENT", "COMMENTAIRE"), ("CLAIM", "RECLAMER"), ("STATUS", "STATUT"), ("RATES", "TARIFS"),
        ("RIDE", "TRANSPORT"), ("LIFT", "TRANSPORT"), ("CHILDCARE", "GARDE"), ("MEAL", "REPAS"), ("WORD", "MOT"),
        ("MORE", "SUITE"), ("NEXT", "SUITE"), ("CALL", "APPEL"), ("TALK", "PARLER"), ("LESS", "MOINS"),
        ("RESUME", "REPRENDRE"), ("START", "REPRENDRE"), ("UNSTOP", "REPRENDRE"), ("JOIN", "JOINDRE"),
        ("HELP", "AIDE"), ("INFO", "AIDE"), ("WITHDRAW", "RETIRER"), ("WITHOUT MY NAME", "SANS MON NOM"),
        ("BY MAIL", "POSTE"), ("FRENCH", "FRANCAIS"), ("SPANISH", "ESPANOL"), ("AYUDA", "AIDE"), ("PAUSA", "PAUSE"),
    ],
)  # fmt: skip
def test_every_keyword_has_its_words_in_other_languages(text: str, keyword: str) -> None:
    assert understand(text).keyword == keyword


@pytest.mark.parametrize(
    ("text", "keyword", "sure", "payload"),
    [
        ("COMMENTAIRE la salle est froide", "COMMENTAIRE", "sure", "la salle est froide"),
        ("Commentaire : Trop de bruit !", "COMMENTAIRE", "sure", "Trop de bruit !"),
        ("bonjour, comantaire: l'été c'est long", "COMMENTAIRE", "sure", "l'été c'est long"),
        ("comment: the hall is cold", "COMMENTAIRE", "sure", "the hall is cold"),
        ("Q à quelle heure?", "Q", "sure", "à quelle heure?"),
        ("Q", "Q", "sure", ""),
        ("MOT arrimage", "MOT", "sure", "arrimage"),
        ("DEMANDE un banc", "RECLAMER", "ask", "un banc"),
        ("Demande: une rampe", "RECLAMER", "ask", "une rampe"),
        ("demande", "RECLAMER", "sure", ""),
        ("RECLAMER 10/02 auto 34 km", "RECLAMER", "sure", "10/02 auto 34 km"),
        ("absente mardi", "ABSENT", "sure", "mardi"),
        ("mardi absente", "ABSENT", "sure", "mardi"),
        ("Garde 2 enfants", "GARDE", "sure", "2 enfants"),
        ("oui mardi", "OUI", "sure", "mardi"),
        ("STATUT 12", "STATUT", "sure", "12"),
        ("JOINDRE VALLEE", "JOINDRE", "sure", "VALLEE"),
        ("peut-être mardi", "PEUT-ETRE", "sure", "mardi"),
    ],
)
def test_the_words_after_a_keyword_are_kept_as_written(text: str, keyword: str, sure: Sure, payload: str) -> None:
    found = understand(text)
    assert (found.keyword, found.sure, found.payload) == (keyword, sure, payload)


@pytest.mark.parametrize(
    ("text", "keyword", "sure"),
    [
        ("oui je viens", "OUI", "sure"),
        ("Oui je serai la", "OUI", "sure"),
        ("non merci", "NON", "sure"),
        ("non je peux pas", "NON", "sure"),
        ("yes i'm coming", "OUI", "sure"),
        ("no thanks", "NON", "ask"),
        ("Oui mais qui va payer", None, "none"),
        ("oui?", "OUI", "sure"),
        ("oui c'est à quelle heure?", None, "none"),
        ("Non c'est trop loin", "NON", "ask"),
        ("no parking near the hall", None, "none"),
        ("Comment on fait pour venir", None, "none"),
    ],
)
def test_an_answer_is_sure_only_when_nothing_else_is_said(text: str, keyword: str | None, sure: Sure) -> None:
    found = understand(text)
    assert (found.keyword, found.sure) == (keyword, sure)


@pytest.mark.parametrize("text", ["edé aide", "stop stop", "oui oui", "absan absent"])
def test_a_keyword_written_twice_is_one_keyword(text: str) -> None:
    assert understand(text).sure == "sure"


@pytest.mark.parametrize("text", ["sans mon nom", "san mon nom", "SANS MOM NOM", "sansmonnom", "pas mon nom svp"])
def test_sans_mon_nom_is_a_phrase(text: str) -> None:
    assert understand(text).keyword is Keyword.SANS_MON_NOM


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ok", Keyword.OUI), ("D'accord", Keyword.OUI), ("👍", Keyword.OUI), ("o", Keyword.OUI), ("yes", Keyword.OUI),
        ("oui je viens", Keyword.OUI), ("n", Keyword.NON), ("👎", Keyword.NON), ("nan", Keyword.NON),
        ("ptet", Keyword.PEUT_ETRE), ("Oui c'est trop loin", None), ("la salle est froide", None), ("", None),
    ],
)  # fmt: skip
def test_an_open_question_takes_more_words_as_an_answer(text: str, answer: Keyword | None) -> None:
    assert read_yes_no(text) is answer


@pytest.mark.parametrize("text", ["", " ", "...", "svp", "Merci", "bonjour", "4", "🙏", "819 555 0142", "\u202e"])
def test_a_message_without_words_of_its_own_means_nothing(text: str) -> None:
    assert understand(text) == Understood()


def test_a_word_is_listed_for_one_keyword_only() -> None:
    known = vocabulary()
    with pytest.raises(ValueError, match="'absent' is listed for ABSENT and for GARDE"):
        known.add_word(Keyword.GARDE, "main", "absent")
