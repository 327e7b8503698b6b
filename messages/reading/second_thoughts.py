"""Sentences that say one thing and nothing else, whatever is open: take my words back, leave my name out, stop.

Words may stand before and after ("non attend", "svp finalement"); another idea beside them is left to be weighed. All
is exact, on folded words, in four languages (`messages/data/second_thoughts.txt`). Looser words are weighed, and asked
about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from messages.keywords import fold, stopping
from messages.reading.findings import find
from messages.reading.stop_words import CHANGES_STOP, STOPS
from messages.sentences.signs import sections

LIST = "second_thoughts.txt"
CLAUSES = re.compile(r"[:,;.!\n]|\b(?:mais|but|pero|men)\b")
LONGEST_EXPRESSION = 4  # words: a line of more lists single ones
LONGEST_ABSENCE = 8  # words
LONGEST_PRESENCE = 6  # words: a longer one has a reason, which they are asked about
FEWEST_LEFT = 3
LINK = re.compile(r"^(?:et|pis|mais|and|but|pero) ", re.IGNORECASE)
OF_TAKING_BACK = re.compile(
    r"\b(?:enlev|effac|retir|supprim|ot[ez]|jet|li[ts]|lu|read|delet|remov|tak|back|eras|borr|quit|oubli|forget|annul|cancel|"
    r"pas|pus?|plus|not|don|no|regret|chang|efase|wete|pa|retrac|withdr|laiss|fini|send|envo|garde|keep|peur|afraid|miedo)"
)
JOINTS = re.compile(r"[,;:.!\n]|\s(?:et|pis|mais|and|but|pero)(?=\s)", re.IGNORECASE)
TOLD = re.compile(r"\b(?:dites?|dis|lisez|tell|digan?|diganles)\b", re.IGNORECASE)
NAMED = re.compile(r"\{([A-Z_]+)\}")


def takes_back(text: str) -> bool:
    """ "non attend envoye pas ca", "enlevez mon commentaire jai peur du proprio"."""
    return _pattern("take back").fullmatch(fold(text)) is not None


def speaks_of_taking_back(text: str) -> bool:
    """Whether a word of it may take words back; "lescalier est dangereux" has none."""
    return OF_TAKING_BACK.search(fold(text)) is not None


def wants_no_name(text: str) -> bool:
    """ "mettez pas mon nom la dessus", "jveux pas que denis sache que cest moi"."""
    return ":" not in text and _pattern("no name").fullmatch(fold(text)) is not None


def gives_name(text: str) -> bool:
    """ "vous pouvez mettre mon nom", "avec mon nom": the wish for no name is over."""
    return _says("with a name", text) and not wants_no_name(text)


def first_name_alone(text: str) -> bool:
    """ "rose mais pas mon nom de famille": a first name may be read."""
    return _says("first name alone", text)


def only_polite(text: str) -> bool:
    """ "pas de trouble", "merci bien": courtesy, that agrees to nothing."""
    return _says("only polite", text) and not _words("yes") & set(fold(text).split())


def on_a_condition(text: str) -> bool:
    """ "ok si denis est fin": a yes that is none yet."""
    return _says("on a condition", text) and not wants_no_name(text)


def takes_back_all(text: str) -> bool:
    """ "enlevez tout ce que jai dit": what is being written, and all that was kept."""
    return _says("all of it", text)


def puts_right(text: str) -> bool:
    """ "ya une faute c la pharmacie pis le clsc", "enleve le bout du proprio", of words that stand before them."""
    return _says("puts right", text) and not takes_back(text) and not wants_no_name(text)


def adds(text: str) -> bool:
    """ "jai oublié de dire que...": more of the same words."""
    return _says("adds", text)


def _says(section: str, text: str) -> bool:
    return _pattern(section).fullmatch(fold(text)) is not None


def asks_to_stop(text: str) -> bool:
    """ "arretez de mecrire", "i said stop", "no me escriban mas"."""
    words = fold(text)
    return any(_pattern(section).fullmatch(words) for section in ("stop", "said stop"))


def asks_to_be_left(text: str) -> bool:
    """Whether a sentence asks that nothing more be written, among what else it says."""
    return asks_to_stop(text) or stopping.asks_to_stop(fold(text))


def stops_beside(text: str) -> bool:
    """ "jpeux pu venir a vos affaires, lachez moi": one clause of several asks to stop."""
    clauses = [clause.strip() for clause in JOINTS.split(text)]
    return len(clauses) > 1 and any(asks_to_stop(clause) for clause in clauses if clause)


def asks_if_gone(text: str) -> bool:
    """ "cest tu enlever la"."""
    return _pattern("if gone").fullmatch(fold(text)) is not None


def asks_if_named(text: str) -> bool:
    """ "y vont tu dire mon nom", "c tu sans mon nom la"."""
    return _pattern("if named").fullmatch(fold(text)) is not None


def asks_own_answer(text: str) -> bool:
    """ "jai tu dit que jvenais", "did i say i was coming"."""
    return _pattern("own answer").fullmatch(fold(text)) is not None


def says_yes_alone(text: str) -> bool:
    """ "oui", "si", "oui svp": a yes and nothing else."""
    return find(text).has("yes alone")


def yes_to_stop(text: str) -> bool:
    """ "oui arretez toute", "yes please stop": a yes that says what it is for."""
    first, *others = fold(text).split() or [""]
    return first in _words("yes") and bool(others) and all(word in _of_a_stop() for word in others)


def without_wish(words: str) -> str:
    """Words for the table without the clause that asks for no name: it is no part of them."""
    cuts = [0, *(mark.end() for mark in CLAUSES.finditer(words)), len(words)]
    clauses = [words[start:end] for start, end in pairwise(cuts)]
    kept = [clause for clause in clauses if not wants_no_name(CLAUSES.sub("", clause))]
    left = "".join(kept).strip()
    if len(kept) == len(clauses) or len(left.split()) < FEWEST_LEFT:
        return words
    return left.rstrip(",;:") if wants_no_name(CLAUSES.sub("", clauses[-1])) else left


def without_presence(words: str) -> str:
    """Words for the table without what says that they come or not, at their head: "jirai pas, dites que..."."""
    told = TOLD.search(words)
    cuts = [(mark.start(), mark.end()) for mark in JOINTS.finditer(words)]
    cuts += [(told.start(), told.start())] if told else []
    for end, start in sorted(cuts):
        first, rest = words[:end].strip(), words[start:].strip()
        if not first or len(first.split()) > LONGEST_PRESENCE or len(rest.split()) < FEWEST_LEFT:
            continue
        found = find(first)
        if any(found.has(sign) for sign in ("comes", "does not come", "yes alone", "no alone")):
            return without_presence(LINK.sub("", rest))
    return words


def without_absence(words: str) -> str:
    """Words for the table without the absence that opens them ("non je serai pas là, et..."); as they are without."""
    mark = CLAUSES.search(words)
    first, rest = (words[: mark.start()], words[mark.end() :]) if mark else ("", "")
    if not first or len(first.split()) > LONGEST_ABSENCE or len(rest.split()) < FEWEST_LEFT:
        return words
    found = find(first)
    stays_away = found.has("does not come") and not any(found.has(sign) for sign in ("perhaps", "comes if"))
    return LINK.sub("", rest.strip()) if stays_away else words


@lru_cache(maxsize=16)
def _pattern(section: str) -> re.Pattern[str]:
    found = sections(LIST)
    lines = with_names(found[section], found["words"])
    before = "" if section == "said stop" else f"(?:(?:{_beside('before')}) )*"
    return re.compile(f"{before}(?:{'|'.join(lines)})(?: (?:{_beside('after')}))*")


def with_names(lines: Sequence[str], names: Sequence[str]) -> list[str]:
    """The lines with the patterns that they name ("{MINE}"), which may name others ("MINE = ...")."""
    named = dict(one.split(" = ", 1) for one in names)
    written = []
    for line in lines:
        while NAMED.search(line):
            line = NAMED.sub(lambda match: named[match[1]], line)
        written.append(line)
    return written


def _beside(section: str) -> str:
    """Words one by one; a line of a few is an expression."""
    lines = sections(LIST)[section]
    return "|".join(sorted({word for line in lines for word in _listed(line)}, key=len, reverse=True))


def _listed(line: str) -> list[str]:
    return line.split() if len(line.split()) > LONGEST_EXPRESSION else [line]


@lru_cache(maxsize=4)
def _words(section: str) -> frozenset[str]:
    return frozenset(word for line in sections(LIST)[section] for word in line.split())


def _of_a_stop() -> frozenset[str]:
    return STOPS | CHANGES_STOP | _words("of a stop")
