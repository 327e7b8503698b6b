"""What words written down about a consent say: a yes needs words of one, and none of a refusal."""

from __future__ import annotations

import pytest

from handlers.people.consent_words import Said, said_in

SAYS = {
    Said.NO: (
        "refuse 2026-12-09",
        "elle ne veut pas 2026-12-09",
        "non, au téléphone 2026-12-09",
        "refus au téléphone 2026-12-30",
        "non",
        "no 2026-01-02",
        "no thanks 2026-01-02",
        "declined 2026-01-02",
        "she does not want texts 2026-01-02",
        "pas 2026-01-02",
        "jamais 2026-01-02",
        "pas signé 2026-01-02",
        "pas d'accord 2026-01-02",
        "n'a pas signé le formulaire 2026-01-02",
        "retiré le 2 janvier",
        "oui puis non 2026-01-02",
        "formulaire papier 2026-03-02, pas de courriel",
        "0 2026-01-15",
    ),
    Said.YES: (
        "formulaire papier 2026-03-02",
        "au téléphone le 2 mars",
        "papier 2026-01-12",
        "oui, sans problème 2026-01-02",
        "pas de problème, 2026-01-02",
        "x 2026-01-02",
        "✓ 2026-01-02",
        "signé le 3 mars 2026",
        "d'accord, 2026-01-02",
        "formulaire no 12, 2026-01-02",
        "verbal 15/03/2026",
        "J'accepte de recevoir des textos",
        "agreed on the phone, March 2 2026",
        "1",
    ),
    Said.PENDING: (
        "à demander",
        "à demander le 2026-03-02",
        "pas encore signé 2026-02-01",
        "formulaire envoyé 2026-01-02",
        "à confirmer avec elle 2026-01-02",
        "n/a",
    ),
    Said.DAY: ("2026-01-15", "3 janvier 2026", "2026-01-15 12:00:00", "lundi 3 mars 2026 à 10 h"),
    Said.UNCLEAR: (
        "✗ 2026-01-15",
        "? 2026-01-15",
        "oui? 2026-01-15",
        "vu 2026-01-15",
        "oui mais pas le soir 2026-03-02",
        "décédé 2026-03-02",
        "-",
    ),
}


@pytest.mark.parametrize(("said", "words"), [(said, words) for said, every in SAYS.items() for words in every])
def test_words_of_a_consent_say_what_they_say(said: Said, words: str) -> None:
    assert said_in(words) is said
