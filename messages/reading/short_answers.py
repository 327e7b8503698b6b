"""Short answers that say one thing in other words than yes and no: what was read back is right, the messages go on, a
wrong touch put right, a yes without the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from messages.keywords import data
from messages.reading.context import Context
from messages.reading.findings import Findings, find
from messages.reading.labels import Meaning, Step
from messages.reading.outright import says
from messages.reading.second_thoughts import wants_no_name
from messages.reading.text import plain, words
from messages.reading.whole import DANGERS, Exact

LIST = "reading_outright.txt"
M = Meaning
LONGEST = 9  # words
RIGHT, KEPT, BESIDE = "it is right", "keep writing", "beside a short answer"
SHOWN = frozenset({Step.READ_BACK, Step.CLAIM_TOTAL})
AGAIN = "does it again"
OFFERED = frozenset({Step.OFFER_TO_CARRY, Step.READ_BACK})
PRESENCE = frozenset({Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT})
# Words around the one that was meant: "oups mauvais piton c'était le deux que jvoulais".
OF_A_SLIP = frozenset(
    {
        "oups", "oops", "scusez", "scuse", "excusez", "desole", "desolee", "sorry", "pardon", "finalement", "finally",
        "je", "jai", "ai", "i", "me", "suis", "trompe", "tromper", "pese", "peser", "pesee", "pitonne", "appuye", "hit",
        "pressed", "meant", "mean", "voulais", "veux", "vous", "dire", "mettre", "ecrire", "mauvais", "mauvaise",
        "wrong", "piton", "bouton", "button", "chiffre", "touche", "number", "one", "numero", "sur", "su", "le", "la",
        "the", "un", "c", "cest", "cetait", "est", "etait", "it", "its", "was", "que", "de", "svp", "plutot",
        "mon", "doigt", "gros", "to", "say", "in", "fact", "en", "fait", "actually", "ben", "bon",
    }
)  # fmt: skip
IN_WORDS = {"deux": 2, "trois": 3, "two": 2, "three": 3, "dos": 2, "tres": 3}
SLIPPED = frozenset(
    {
        "oups", "oops", "trompe", "tromper", "mauvais", "mauvaise", "wrong", "meant", "finalement", "finally",
        "voulais", "plutot", "actually",
    }
)  # fmt: skip
OF_WORDS = frozenset({Step.COLLECTING, Step.READ_BACK})
A_SLIP = "a slip in their words"
# "oups cest le 41", "non pas le 40 le 41", of words that they wrote: what is right goes with the rest.
PUT_RIGHT = re.compile(
    r"\W*(?:oups|oops|woops|ouin non|erreur)\b[ ,:!.]*(?:(?:non|je voulais dire|jvoulais dire) )?(?P<oups>.+)"
    r"|\W*non[ ,:!.]+(?:c ?.?est )?pas (?:le|la|les|des|du|de|un|une|l.)[ ]?\w+[ ,]+(?P<non>.+)"
)
REMOVES = re.compile(
    r"\b(?:enlev|effac|retir|supprim|oubli|annul|laiss|arret|envo|efface|delete|remove|forget|cancel|recommenc|corrig"
    r"|pas bon|pas ca)"
)
SAYS_YES = re.compile(
    r"^\W*(?:ah |ben |bon )?(?:oui|ouais|ouin|ok|okay|daccord|d.?accord|dako|yes|yep|yeah|sure|wi|si|esta bien|1)\b"
    r"(?: pote pawol la| envo\w+| allez y| vas y| go(?: ahead)?)?[ ,.!]*(?:mais|but|men|pero|et|pis|and)? *",
    re.IGNORECASE,
)


def short_answer(found: Findings, context: Context) -> Exact | None:
    """What such an answer means at this step; None when it is none."""
    if "?" in found.said or any(found.has(danger) for danger in DANGERS):
        return None
    if context.step in PRESENCE and (meant := _slip(found, context)):
        return meant
    if context.step in OF_WORDS and _slips_in_words(found):
        return Exact((M.COMMENT,), A_SLIP)
    if context.step in OFFERED and _yes_without_name(found):
        return Exact((M.YES, M.NAMELESS), "yes without the name")
    if context.step is Step.COMMENT_KEPT and says(AGAIN, found.text):
        return Exact((M.CORRECT,), AGAIN)
    few = len([word for word in found.said if word.isalnum()]) <= LONGEST
    if few and context.step in SHOWN and _whole(RIGHT, found):
        return Exact((M.YES,), "it is right")
    return Exact((M.NO,), "messages kept") if few and context.step is Step.STOP_ASKED and _whole(KEPT, found) else None


def two_answers(found: Findings, context: Context) -> Exact | None:
    """ "1 non", "2 oui": the digit and the word say the contrary of each other."""
    said = [word for word in found.said if word not in ("!", "?", ".", "\n", "que", "certain")]
    if len(said) != 2 or not found.said[0].isdigit():
        return None
    meant = context.options.get(int(found.said[0]))
    against = {"oui": (M.ABSENT, M.NO, M.MAYBE), "non": (M.COMING, M.YES, M.MAYBE)}
    return Exact((M.UNKNOWN,), "two answers") if meant in against.get(said[1], ()) else None


def _slip(found: Findings, context: Context) -> Exact | None:
    """ "1 finalement", "desolee mauvais piton, c 2": one digit of the list, and words that say a slip."""
    said = [word for word in found.said if word.isalnum()]
    digits = [IN_WORDS.get(word) or int(word) for word in said if word.isdigit() or word in IN_WORDS]
    others = {word for word in said if not word.isdigit()} - IN_WORDS.keys()
    if len(digits) != 1 or not others <= OF_A_SLIP or not others & SLIPPED:
        return None
    meaning = context.options.get(digits[0])
    return Exact((meaning,), "a slip put right", (digits[0],)) if meaning is not None else None


def _slips_in_words(found: Findings) -> bool:
    """Whether something that they wrote is put right by the words themselves, and nothing is taken away."""
    said = plain(found.text)
    right = PUT_RIGHT.fullmatch(said)
    if right is None or REMOVES.search(said) or found.digits:
        return False
    left = {word for word in words(right["oups"] or right["non"]) if word.isalnum()}
    return len(left) > 1 and not left <= OF_A_SLIP


def _yes_without_name(found: Findings) -> bool:
    """ "wi, men pa mete non m": a yes, and nothing but the wish to stay unnamed."""
    said = SAYS_YES.match(plain(found.text))
    left = found.text[said.end() :] if said else ""
    return bool(left.strip()) and wants_no_name(left) and not find(left).digits


def _whole(section: str, found: Findings) -> bool:
    said = " " + " ".join(word for word in words(found.text) if word.isalnum())
    return _patterns()[section].fullmatch(said) is not None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """What each section says and nothing else, once or over, with politeness around it."""
    from messages.sentences.signs import sections

    lists = sections(LIST)
    around = _any(lists[BESIDE])
    return {
        name: re.compile(f"(?:{around})*(?:{said})(?:{around}|{said})*")
        for name, said in ((one, _any(lists[one])) for one in (RIGHT, KEPT))
    }


def _any(patterns: Sequence[str]) -> str:
    return f"(?: (?:{'|'.join(map(data.expand, data.readable(patterns)))})(?!\\w))"
