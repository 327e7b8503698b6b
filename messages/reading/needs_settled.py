"""What people say of what they need to come, besides asking for it: refused, found by themselves, asked about again.

"pas besoin de transport", "jai un lift avec ma soeur", "cest toujours bon pour le lift?": none of them is a need, and
none says whether they come. One clause at a time; the patterns are in `needs.txt`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from messages.keywords import fold
from messages.reading.findings import find
from messages.reading.second_thoughts import with_names
from messages.sentences.signs import sections

LIST = "needs.txt"
KINDS = {"transport": "RIDE", "childcare": "CARE", "meal": "FOOD"}
CLAUSES = re.compile(
    r"([,;.!?\n]+|\s(?:mais|pis|et|puis|but|and|pero|y|men|epi|"
    r"parce que|pcq|car|because|porque|fait que|faque|fak)(?=\s))",
    re.IGNORECASE,
)
OF_CARE = re.compile(r"\b(?:gard|baby ?sit|watch|cuida|gade|veye|kids?|enfants?|petits?|flos?|bebe|ninera|sitter)")
MONEY = re.compile(r"\d\s*(?:\$|piasses?|dollars?|pesos)|\$\s*\d|\d[.,]\d\d\b")
LONGEST = 24  # words
BUT = frozenset({"mais", "but", "pero", "men"})
ASKED = "besoin de"
NEEDS = re.compile(r"\b(?:besoin|need|faut|necesito|bezwen)\b")
LINK = re.compile(r"\s*[^\W\d_]+\s*$")
OF_COMING = ("comes", "does not come", "yes alone", "no alone", "perhaps")
# What opens the refusal of a need, and says nothing of coming: "non", "jai", "je n'ai".
OPENS = re.compile(
    r"(?:^(?:non|no|nan|merci|ah|ben|bon|finalement)\b ?)+$|(?:^| )(?:non|j ?(?:n )?ai|je n ai|je|on a|i|yo|m|mwen)$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """`over`: needs refused or found; `off`: the same, if they had been noted; `perhaps`: they may be found. `left`:
    their words without what says so."""

    over: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    left: str = ""

    @property
    def anything(self) -> bool:
        return bool(self.over or self.off or self.perhaps)


def told_of_needs(text: str) -> Told:
    """What these words say of needs that are none."""
    if len(text.split()) > LONGEST or MONEY.search(text):
        return Told(left=text)
    found: dict[str, list[str]] = {"over": [], "off": [], "perhaps": []}
    left: list[str] = []
    parts = CLAUSES.split(text)  # clauses, and what stands between them
    before = False  # the clause before was about a need that is none
    for place in range(0, len(parts), 2):
        link = fold(parts[place - 1]) if place else ""
        one = _said_in(fold(parts[place]), fold("".join(parts[place + 1 :])))
        if not one.kinds and link in BUT and NEEDS.search(fold("".join(parts[: place - 1]))):
            one = _Clause("over", _kinds(fold(parts[place]))) if _not_that().fullmatch(fold(parts[place])) else one
        if not one.kinds and before and (more := _bare(fold(parts[place]))):
            one = _Clause(left=f"{ASKED} {parts[place].strip()}") if link in BUT else _Clause("over", more)
        before = bool(one.kinds)
        if one.kinds:
            found[one.how] += one.kinds
        said = one.left if one.kinds else one.left or parts[place]
        if said.strip():
            left += [*(parts[place - 1 : place] if left else []), said]
    kept = {how: tuple(dict.fromkeys(kinds)) for how, kinds in found.items()}
    rest = " ".join("".join(f" {part.strip()} " if LINK.match(part) else part for part in left).split())
    return Told(kept["over"], kept["off"], kept["perhaps"], rest + ("?" if "?" in parts[-2:-1] and left else ""))


def without_settled(text: str) -> str:
    """Their words without the needs that are none: what is asked for is in what is left."""
    said = told_of_needs(text)
    return said.left if said.anything else text


def asks_after(text: str) -> bool:
    """ "cest toujours bon pour le lift?": a need spoken of before, and a question about it."""
    return _pattern("asked about").search(fold(text)) is not None


@dataclass(frozen=True, slots=True)
class _Clause:
    """How a clause speaks of needs, of which, and what it says besides of coming."""

    how: str = ""
    kinds: tuple[str, ...] = ()
    left: str = ""


def _said_in(said: str, next_words: str) -> _Clause:
    if (refused := _pattern("not needed").search(said)) is not None:
        return _refused(said, refused)
    if (off := _pattern("called off").search(said)) is not None:
        return _Clause("off", _kinds(off[0]), _of_coming(said, off))
    if (meal := _pattern("of a meal").search(said)) is not None:
        return _Clause("off", ("meal",), _of_coming(said, meal))
    perhaps = _pattern("perhaps").search(said) is not None
    plain = " ".join(_pattern("perhaps").sub(" ", said).split())
    found = _pattern("found").search(plain)
    if found is None or _pattern("not so").search(plain) or _pattern("fell through").search(f"{said} {next_words}"):
        return _Clause()
    kind = "childcare" if OF_CARE.search(said) else "transport"
    return _Clause("perhaps" if perhaps else "over", (kind,), _of_coming(plain, found))


def _refused(said: str, refused: re.Match[str]) -> _Clause:
    """ "pas besoin de transport ni de garde"; beside it something may be needed: "jai besoin de garde"."""
    after = said[refused.end() :]
    if NEEDS.search(after) is None:
        return _Clause("over", _kinds(said[refused.start() :]), _of_coming(said, refused))
    return _Clause("over", _kinds(refused[0]), after.strip()) if _kinds(after) else _Clause()


def _of_coming(said: str, match: re.Match[str]) -> str:
    """What stands before or after it in the clause and says whether they come: "je viens pas"."""
    parts = (OPENS.sub("", said[: match.start()].strip()).strip(), said[match.end() :].strip())
    return " ".join(part for part in parts if part and _says_of_coming(part))


def _says_of_coming(part: str) -> bool:
    """ "oui jviens"; an "ok merci" is none."""
    found = find(part)
    return any(found.has(sign) for sign in OF_COMING) and not found.has("okay alone")


def _kinds(said: str) -> tuple[str, ...]:
    return tuple(kind for kind, name in KINDS.items() if _nouns(name).search(said))


def _bare(said: str) -> tuple[str, ...]:
    """ "ni de garde", after "pas besoin de transport"."""
    return _kinds(said) if _alone().fullmatch(said) else ()


@lru_cache(maxsize=8)
def _pattern(section: str) -> re.Pattern[str]:
    found = sections(LIST)
    return re.compile("|".join(with_names(found[section], found["words"])))


@lru_cache(maxsize=8)
def _nouns(name: str) -> re.Pattern[str]:
    return re.compile(with_names([rf"\b{{{name}}}\b"], sections(LIST)["words"])[0])


@lru_cache(maxsize=1)
def _not_that() -> re.Pattern[str]:
    """ "mais pas de transport", after what is needed."""
    return re.compile(with_names(["(?:pas|pa|not|no) {A}{NEED}"], sections(LIST)["words"])[0])


@lru_cache(maxsize=1)
def _alone() -> re.Pattern[str]:
    lines = ["{A}{NEED}(?: oui| yes| si| svp| non plus| either| tampoco| aussi)*"]
    return re.compile(with_names(lines, sections(LIST)["words"])[0])
