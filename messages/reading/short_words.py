"""Words that answer by themselves, or leave a digit alone; what a phone signs with."""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data
from messages.reading.text import words

LIST = "short_words.tsv"
KEYWORDS = "keywords.tsv"
ANSWERS = {"yes": "OUI", "no": "NON"}  # the keyword whose words mean it too
ACTED_UPON = ("main", "exact")
DIGITS = ("1", "2", "3", "4", "5")


@lru_cache(maxsize=16)
def short_words(kind: str) -> frozenset[str]:
    """The words of one kind ("yes", "polite"...) in every language, in the one spelling that a message is read in.

    What keywords.tsv acts upon as OUI or NON answers a yes or no question too, but for what only says that one comes.
    """
    found = {word for _row, (of, content) in data.rows(LIST) if of == kind for word in content.split()}
    if kind not in ANSWERS:
        return frozenset(found)
    for _row, (keyword, how, content) in data.rows(KEYWORDS):
        if keyword == ANSWERS[kind] and how in ACTED_UPON:
            spelled = [words(word) for word in content.split()]
            found |= {one[0] for one in spelled if len(one) == 1} - short_words("presence")
    return frozenset(found)


@lru_cache(maxsize=1)
def digit_words() -> dict[str, int]:
    """ "deux" -> 2"""
    return {word: int(digit) for digit in DIGITS for word in short_words(digit)}


COUNTED = re.compile(
    r"\b(?:\d{1,3}|un|une|deux|trois|two|three|dos|tres) (?:autres? |petits? |petites? |ben |gros )?(?:personnes?|"
    r"gens|monde|enfants?|"
    r"kids?|flos?|filles?|gars|garcons?|fois|jours?|ans?|annees?|semaines?|mois|heures?|h\b|min|minutes?|chaises?|"
    r"places?|"
    r"amis?|soeurs?|freres?|frigos?|camps?|people|times|days|weeks|months|years|hours|companeros|ninos|veces|dias|"
    r"points?|questions?|fautes|repas|messages?|textos?|chars?|autos?|jobs?|rv|piasses?|dollars?|\$|km|milles|"
    r"miles|kilos?)"
)
SIGNATURE = re.compile(
    r"\s*(?:\n|--|—|^)\s*(?:envoye? (?:depuis|de|a partir de) mon|sent from (?:my|outlook|yahoo)|enviado desde mi|"
    r"get outlook for|obtenez outlook)[^\n]*$",
    re.IGNORECASE,
)
