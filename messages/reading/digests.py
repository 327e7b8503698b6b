"""Digests of what the weights were made from: when the corpus or the code of the clues changes, they must be made
again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.resources import files

from messages.keywords import data

CODE = ("text.py", "concepts.py", "short_words.py", "findings.py", "features.py", "heads.py")
LISTS = ("reading_spellings.tsv", "reading_concepts.tsv", "reading_signs.txt", "short_words.tsv")


def corpus_digest(rows: Iterable[str]) -> str:
    """One digest of the lines of the corpus, whatever their order."""
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()[:16]


def code_digest() -> str:
    """One digest of the code and of the lists that make the clues."""
    root = files("messages")
    digest = hashlib.sha256()
    for name in CODE:
        digest.update((root / "reading" / name).read_bytes())
    for name in LISTS:
        digest.update("\n".join(data.lines(name)).encode())
    return digest.hexdigest()[:16]
