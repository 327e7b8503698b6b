"""What a language lacks: of what every language says itself, and of the rest, said in what it falls back to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fluent.syntax import ast

from messages.catalogue import FALLBACK, Catalogue
from messages.ftl import nodes
from messages.keywords import data
from messages.languages import LANGUAGES, SpokenLanguage

WORD = re.compile(r"[^\W\d_]{2,}")
A_SENTENCE = 3  # words: shorter ones are the same in several languages ("taxi", "Auto: { $km } km")
FORMATS = "formats.ftl"  # patterns, which languages share


@dataclass(frozen=True, slots=True)
class Coverage:
    """One language: how many messages it has of how many, and what is said otherwise.

    `essential`: ids it lacks of messages/data/essential.txt. `copied`: id -> the language in which it is written, when
    that is another one. `elsewhere`: file -> how many of its messages it lacks. `said_in`: of all that it lacks, how
    many are said in each language, the most first.
    """

    language: SpokenLanguage
    messages: int
    of: int
    essential: tuple[str, ...]
    copied: dict[str, str]
    elsewhere: dict[str, int]
    said_in: dict[str, int]


def coverage(catalogue: Catalogue) -> list[Coverage]:
    """Each language of the list but the one that every other falls back to."""
    return [_of(catalogue, language) for language in LANGUAGES if language.code != FALLBACK]


def _of(catalogue: Catalogue, language: SpokenLanguage) -> Coverage:
    everything, code = catalogue.ids(), language.code
    missing = [id for id in everything if not catalogue.has(id, code)]
    wanted = essential(catalogue)
    lacking = tuple(id for id in missing if id in wanted)
    files = Counter(_file(catalogue, id) for id in missing if id not in wanted)
    said_in = Counter(catalogue.said_in(id, code) for id in missing)
    return Coverage(
        language,
        len(everything) - len(missing),
        len(everything),
        lacking,
        copied(catalogue, code),
        dict(sorted(files.items())),
        dict(said_in.most_common()),
    )


def copied(catalogue: Catalogue, code: str) -> dict[str, str]:
    """The messages of a language whose words are those of one that stands before it in the list: id -> that language.

    A file copied to be translated is complete, and not written. messages/data/same_words.txt has those that are right.
    """
    before = [one.code for one in LANGUAGES[: [one.code for one in LANGUAGES].index(code)]]
    right = {id for row in data.read("same_words.txt") if row.text.split()[0] == code for id in row.text.split()[1:]}
    found: dict[str, str] = {}
    for id in catalogue.ids(code):
        own = set(_sentences(catalogue, id, code)) if id not in right else set()
        for other in before if own else ():
            if catalogue.has(id, other) and own & set(_sentences(catalogue, id, other)):
                found.setdefault(id, other)
    return found


def _sentences(catalogue: Catalogue, id: str, code: str) -> Iterator[str]:
    """The words of the message, and those of its shorter form, when they are enough to be of one language."""
    if catalogue.said_in(id, code) != code or _file(catalogue, id, code) == FORMATS:
        return
    message = catalogue.entry(id, code).message
    patterns = [message.value, *(part.value for part in message.attributes if part.id.name == "sms")]
    for pattern in patterns:
        written = (
            " ".join(node.value for node in nodes(pattern) if isinstance(node, ast.TextElement)) if pattern else ""
        )
        words = WORD.findall(written.casefold())
        if len(words) >= A_SENTENCE:
            yield " ".join(words)


def essential(catalogue: Catalogue) -> set[str]:
    """The ids that every language has; a line of the list that names nothing is left out, and noted."""
    ids, found = set(catalogue.ids()), set[str]()
    of_files: dict[str, set[str]] = {}
    for id in ids:
        of_files.setdefault(_file(catalogue, id), set()).add(id)
    for row in data.read("essential.txt"):
        for name in row.text.split():
            if named := of_files.get(name) or {name} & ids:
                found |= named
            else:
                data.leave_out(row, f"no message nor file {name}")
    return found


def _file(catalogue: Catalogue, id: str, code: str = FALLBACK) -> str:
    return catalogue.file_of(id, code).rpartition("/")[2]
