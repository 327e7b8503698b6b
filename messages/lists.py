"""Every list that the program loads, read at once: what cannot be used is named before anybody writes."""

from __future__ import annotations

from messages.keywords import data
from messages.keywords.vocabulary import vocabulary
from messages.sentences import date_words


def faults() -> list[data.BadLine]:
    """The lines that had to be left out of any list, by file and number."""
    for name in data.SHAPES:
        list(data.rows(name))
    for name in data.PATTERNS:
        for row in data.read(name):
            if not row.text.startswith("["):
                data.is_broken(row.text, row)
    for row, (_, how, words) in data.rows("keywords.tsv"):
        if how in ("said", "maybe", "heard"):
            data.is_broken(words, row)
    vocabulary()  # a word listed for two keywords
    date_words.names()  # a number that is no day
    return data.faults()
