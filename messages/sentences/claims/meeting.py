"""What a claim calls the meeting: "grand rasemblement", "rencontre du comite logement"."""

from __future__ import annotations

from collections.abc import Sequence

from messages.sentences.claims.tokens import Token
from messages.sentences.plain import plain_places

NAMES = frozenset({"known", "word", "filler", "rate", "meeting"})
SIZES = frozenset({"grand", "grande", "gros", "grosse"})
NO_NAME_END = frozenset({"jai", "payer", "sur", "par", "dans", "chez", "via", "by", "from"})
LONGEST = 5  # words


def meeting_words(words: str, tokens: Sequence[Token]) -> str:
    """ "grand rasemblement", "rencontre du comite logement": the words around a meeting, up to what is claimed."""
    plain, places = plain_places(words)
    here = sorted(tokens, key=lambda t: t.start)
    first = next((i for i, t in enumerate(here) if t.kind == "meeting"), None)
    if first is None:
        return ""
    last = first + 1
    while last < len(here) and last - first < LONGEST and here[last].kind in NAMES:
        last += 1
    while here[last - 1].kind in ("filler", "rate") or plain[here[last - 1].start : here[last - 1].end] in NO_NAME_END:
        last -= 1
    while first and plain[here[first - 1].start : here[first - 1].end] in SIZES:
        first -= 1
    return words[places[here[first].start] : places[here[last - 1].end]]
