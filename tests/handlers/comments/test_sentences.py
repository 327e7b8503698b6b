"""Which of someone's own words are for the table: chosen among them, never changed."""

from __future__ import annotations

import datetime as dt

import pytest

from db.comments import rules
from db.comments.tables import CommentState, Decision
from handlers.acting import Refused
from handlers.comments.acts import read_decision
from messages.sentences.comments.apart import besides_a_claim, besides_an_answer

TODAY = dt.date(2026, 2, 9)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("demain jpeux pas venir mon petit est malade", ""),
        ("jpeux pas venir demain. mon petit est malade.", ""),
        ("absent mardi. Pour le camp, 8h cest trop tot pour nous", "Pour le camp, 8h cest trop tot pour nous"),
        ("mardi jpeux pas, dites que la rampe est brisee", "dites que la rampe est brisee"),
        (
            "ABSEN mardi et pour le logement jeudi OUI je vien. mardi vous direz que le 9 logement cest pas accesible",
            "mardi vous direz que le 9 logement cest pas accesible",
        ),
        (
            "mardi jpeux pas mais moi jpense que le camp a 8h cest ben trop tot pour nous autres",
            "mardi jpeux pas mais moi jpense que le camp a 8h cest ben trop tot pour nous autres",
        ),
        ("jeudi oui mardi non", ""),
    ],
)
def test_words_besides_an_answer_are_kept_as_written(written: str, kept: str) -> None:
    said = besides_an_answer(written, TODAY)
    assert said == kept
    assert said in written


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (
            "i was there lundi. bon meeting mais parle trop vite. 2 bus tickets 7.50 et gardienne 25",
            "bon meeting mais parle trop vite.",
        ),
        ("autobus 7,50 garde 25 pour lundi, la salle etait ben trop froide", "la salle etait ben trop froide"),
        ("jetai la mercredi soir souper fourni. taxi 22 pcq pu dbus a 20h", ""),
        ("RECLAME 10/02 COCO 1/2J AUTO 34KM GARDE 25", ""),
        ("garde 4 enfant 80$ + repas 3 x 12 + 62 km + journee au grand rasemblement 19 nov", ""),
        ("jai ete a la rencontre mardi tout lapresmidi bus 7.50 aller retour", ""),
        ("rencontre de mardi, tout l'apres-midi, bus 7,50, merci beaucoup", ""),
        ("taxi 22 mercredi, ma voiture est brisee", ""),
        ("le camp a 8h cest trop tot", ""),  # no claim
    ],
)
def test_words_beside_a_claim_are_kept_without_what_they_claim(written: str, kept: str) -> None:
    said = besides_a_claim(written, TODAY, "fr")
    assert said == kept
    assert said in written


@pytest.mark.parametrize(
    ("words", "decision", "reason"),
    [
        ("retenu Le camp ouvrira à 8h30.", Decision.KEPT, "Le camp ouvrira à 8h30."),
        ("Pas retenu: trop cher", Decision.NOT_KEPT, "trop cher"),
        ("non retenu trop cher", Decision.NOT_KEPT, "trop cher"),
        ("À SUIVRE - en mars", Decision.TO_FOLLOW, "en mars"),
        ("not kept No room.", Decision.NOT_KEPT, "No room."),
        ("to follow in March", Decision.TO_FOLLOW, "in March"),
        ("retenu", Decision.KEPT, ""),
    ],
)
def test_a_decision_and_its_reason_are_read_apart(words: str, decision: Decision, reason: str) -> None:
    assert read_decision(words) == (decision, reason)


@pytest.mark.parametrize("words", ["", "peut-être", "oui on le garde", "suivre"])
def test_a_decision_that_is_not_clear_is_refused_with_an_example(words: str) -> None:
    with pytest.raises(Refused):
        read_decision(words)


@pytest.mark.parametrize("state", list(CommentState))
def test_words_can_be_withdrawn_until_the_table_heard_them(state: CommentState) -> None:
    heard = {CommentState.READ, CommentState.ANSWERED, CommentState.WITHDRAWN}
    assert rules.can_be_withdrawn(state.value) is (state not in heard)


def test_choices_stand_among_the_flags() -> None:
    assert rules.choices_in(",third_person,choice:3:yes,choice:12:no,") == [(3, "yes"), (12, "no")]
    assert rules.choices_in("") == []


@pytest.mark.parametrize(
    ("state", "flags", "first"),
    [("confirmed", ",third_person,", True), ("carried", ",third_person,", False), ("confirmed", ",leaving,", False)],
)
def test_whoever_carries_sees_first_what_names_someone(state: str, flags: str, first: bool) -> None:
    assert rules.human_first(state, flags) is first
