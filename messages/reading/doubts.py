"""What in the words speaks against acting upon a reading that words alone suggest: it is then asked about."""

from __future__ import annotations

import re

from messages.reading.context import Context
from messages.reading.findings import Findings
from messages.reading.labels import Meaning, Step
from messages.reading.naming import is_introduced
from messages.reading.text import plain
from messages.reading.types import Slots

ANSWERS = frozenset({Meaning.COMING, Meaning.ABSENT, Meaning.YES, Meaning.NO})
SUMS = frozenset({Meaning.AMOUNT, Meaning.KM})
# Words: a yes longer than this says something else too, and at the total it sends money.
LONGEST_YES = {Step.OFFER_TO_CARRY: 8, Step.CLAIM_OFFERED: 9, Step.CLAIM_TOTAL: 5}
LONG_NAME = 7
SOON = 6  # words
YES = frozenset({"oui", "yes", "yeah", "yep", "ouais", "wi", "sure", "1"})
NO = frozenset({"non", "no", "nope", "nah", "nan", "2"})
TURNS = frozenset(
    {
        "attend", "attends", "attendez", "wait", "finalement", "oups", "oops", "pas", "not", "mais", "but", "pero",
        "men",
    }
)  # fmt: skip
SHORT_NO = 4
NO_IS_1 = frozenset({Step.CLAIM_MEAL, Step.CLAIM_CHILDCARE})
# Something of a claim that was sent already: "jai deja envoye une demande mais cetait 44 km pas 22".
SENT_BEFORE = re.compile(
    r"\b(?:deja|already|ya) (?:\w+ ){0,2}(?:envoy\w+|demand\w+|reclam\w+|sent|claimed|envie|mand\w+)\b"
    r"|\b(?:jai|j.?ai|javais|j.?avais) (?:mis|ecrit|dit|marque|envoye) \d[^\n]{0,40}"
    r"\b(?:c|cest|c.?est|cetait|c.?etait) \d"
)
# "est-ce que ca compte?": a sum is told, and it is asked whether it is paid.
WHETHER_PAID = re.compile(
    r"\b(?:est.?ce que|eske|esque|ca|sa|does|do|is|tu|c.?est|cest) (?:\w+ ){0,4}"
    r"(?:compte\w*|counts?|accept\w+|rembours\w+|couvert\w*|covered|admissible|allowed)\b"
)
# "non au déménagement", "no more meetings at 8": a no that is said to the table, not to the offer.
NO_TO = re.compile(
    r"\W*(?:non|no|pa|nan)(?:,? non)* "
    r"(?:au|aux|a la|a l.|more|mas|to|pou|de|plus de|mais (?!merci)|faut|les|on) ?\w"
)
GO_ON = re.compile(
    r"\b(?:non|no|nope|pas|pa|not|don.?t|gard\w+|keep|continu\w+|laiss\w+|leave|sig\w+|kite|kontinye|tromp\w+|erreur|"
    r"mistake|oups|oops|error|veux|want|quiero|vle|aime|reste\w*|stay)\b"
)
# "am I down for tuesday or no", "j'viens tu mardi ou pas": it is asked, not told.
WHETHER = re.compile(r"\b(?:or (?:no|not|nah)|ou (?:pas|non|bedon)|o no|oswa (?:non|pa))\W*$")
NOT_ABSENT = re.compile(r"\b(?:pas|plus|pu|not|pa) absente?\b|\b(?:regrette|oubliez?|effacez?) (?:mon|le) non\b")
WHOSE = re.compile(
    r"\b(?:elle|lui|eux|him|her|them) (?:ou|or) (?:moi|me)\b|\b(?:moi|me) (?:ou|or) (?:elle|lui|eux|him|her|them)\b"
)
AS_YOU_LIKE = re.compile(
    r"\bcomme (?:tu|vous|t|u) (?:veu\w*|voul\w*|aime\w*)\b|\b(?:whatever|como) (?:you|u|quieras)\b"
)
OR_SUMS = re.compile(r"\b\d+ ?\$? (?:ou|or|o) \d+\b")
# The signs that speak against some meanings, and the doubt that they leave.
AGAINST = (
    ("two answers", ANSWERS, "it answers twice"),
    ("yes says something else", ANSWERS, "it answers twice"),
    ("takes it back", ANSWERS | SUMS, "it is taken back"),
    ("does not withdraw", {Meaning.WITHDRAW}, "it says not to"),
    ("refuses", {Meaning.YES}, "it refuses"),
    ("more or no more", {Meaning.STOP}, "more, or no more"),
    ("comes if", {Meaning.COMING, Meaning.ABSENT}, "it depends"),
    ("perhaps", {Meaning.ABSENT}, "it depends"),
)


def doubt(meanings: tuple[Meaning, ...], slots: Slots, found: Findings, context: Context) -> str:
    """In a few words; "" when nothing speaks against it."""
    return (
        _by_signs(meanings, found, context)
        or _at_the_step(meanings, found, context)
        or _of_slots(meanings, slots, found)
    )


def _by_signs(meanings: tuple[Meaning, ...], found: Findings, context: Context) -> str:
    for sign, against, why in AGAINST:
        again = Meaning.NAMELESS in meanings or _says_it_again(found) or _says_its_digit(found, context)
        if sign == "two answers" and again:
            continue
        if found.has(sign) and set(against) & set(meanings):
            return why
    if {Meaning.COMING, Meaning.ABSENT} & set(meanings) and WHETHER.search(plain(found.text)):
        return "it is asked"
    if _says_the_contrary(meanings, found):
        return "the words say the contrary"
    return _of_money(meanings, found)


def _at_the_step(meanings: tuple[Meaning, ...], found: Findings, context: Context) -> str:
    """What speaks against a yes or a no, by what it would do here."""
    longest = LONGEST_YES.get(context.step)
    if meanings == (Meaning.YES,) and longest is not None and len(found.said) > longest:
        return "it says more than yes"
    if meanings != (Meaning.NO,):
        return ""
    if context.step is Step.OFFER_TO_CARRY and NO_TO.match(plain(found.text)):
        return "it may be their words"
    if context.step is Step.STOP_ASKED and not _says_to_go_on(found):
        return "it does not say no"
    offered = context.step in (Step.OFFER_TO_CARRY, Step.CLAIM_OFFERED)
    return "it does not say no" if offered and not found.has("no first") and len(found.said) > SHORT_NO else ""


def _of_slots(meanings: tuple[Meaning, ...], slots: Slots, found: Findings) -> str:
    if SUMS & set(meanings) and not any(one.cents is not None or one.km is not None for one in slots.sums):
        return "no sum is said"
    if Meaning.NAME in meanings and AS_YOU_LIKE.search(plain(found.text)):
        return "no name is plain"
    if Meaning.NAME in meanings and (
        not slots.names or (len(found.said) > LONG_NAME and not is_introduced(found.text))
    ):
        return "no name is plain"
    return ""


def _says_it_again(found: Findings) -> bool:
    """ "oui oui", "no no my thumb slipped", "ya no voy": one answer, said twice or over."""
    said = found.said[:SOON]
    both = bool(YES & set(said)) and bool(NO & set(said))
    return said[:2] == ("ya", "no") or not (both or TURNS & set(found.said))


def _says_its_digit(found: Findings, context: Context) -> bool:
    """ "1 non" where the list shows 1 for no."""
    return context.step in NO_IS_1 and found.said[:1] == ("1",) and bool(NO & set(found.said))


def _says_to_go_on(found: Findings) -> bool:
    """Whether "arrêter vos messages?" is answered: no, keep, go on, a mistake."""
    return found.has("no first") or bool(GO_ON.search(plain(found.text)))


def _of_money(meanings: tuple[Meaning, ...], found: Findings) -> str:
    """What speaks against taking a sum as a new claim, or as paid."""
    said = plain(found.text)
    if Meaning.CLAIM in meanings and SENT_BEFORE.search(said):
        return "it may correct one that was sent"
    if Meaning.CLAIM in meanings and (WHOSE.search(said) or OR_SUMS.search(said)):
        return "it asks whether it is paid"
    asks = Meaning.QUESTION in meanings and {Meaning.CLAIM, *SUMS} & set(meanings)
    return "it asks whether it is paid" if asks and (WHETHER_PAID.search(said) or OR_SUMS.search(said)) else ""


def _says_the_contrary(meanings: tuple[Meaning, ...], found: Findings) -> bool:
    """Whether the signs of coming are found without those of staying, under an absence; or the reverse."""
    comes, stays = found.has("comes") or found.has("comes after all"), found.has("does not come")
    if Meaning.ABSENT in meanings and NOT_ABSENT.search(plain(found.text)):
        return True
    if Meaning.ABSENT in meanings:
        return comes and not stays
    return Meaning.COMING in meanings and stays and not comes
