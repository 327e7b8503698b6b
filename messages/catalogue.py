"""The catalogue of everything the program says: one folder of Fluent files per language, read strictly.

Fluent itself hides mistakes (a missing message shows its id, a missing variable its name); here each of them raises a
`CatalogueError` naming the language and the message.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, resolver
from fluent.syntax import ast

from messages.channels import spec_of
from messages.formats import FUNCTIONS, Formats, write
from messages.ftl import BadMessage, CatalogueEntry, CatalogueError, Language, read_language
from messages.languages import fallbacks
from messages.types import Channel, Text

__all__ = ["FALLBACK", "Catalogue", "CatalogueError"]

FALLBACK = "fr"
FOLDER = Path(__file__).parent
# "le 15 déc." at the end of a sentence: one dot is enough. Three are an ellipsis, and stay.
TWO_DOTS = re.compile(r"(?<!\.)\.\.(?!\.)")
# Fluent refuses a variable of more than 2,500 characters, in case a stranger wrote the catalogue. Ours are our own, and
# a call list or a journal is longer.
resolver.MAX_PART_LENGTH = 1_000_000
IDENTIFIERS = ("number", "first")  # of a claim, a card, a sending: copied into a command, so written in one piece
ELIDED = re.compile("\\b([Dd]|[Qq]u)e (?=\u2068(?:[aeiouàâéèêëîïôûAEIOUÀÂÉÈÊËÎÏÔÛ]|[Hh](?:é|enri)))")
MARKS = re.compile("[\u2068\u2069]")  # FIRST STRONG ISOLATE and its end, of Fluent
NO_BREAK_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


class Catalogue:
    """Every message in every language. `languages` lists the folders found, French first."""

    def __init__(self, languages: Mapping[str, Language], zone: ZoneInfo) -> None:
        self._languages = languages
        self._bundles = {  # French marks where a value stands, to write "d'avril" and "qu'Omar"
            name: FluentBundle([name], functions=FUNCTIONS, use_isolating=name == FALLBACK) for name in languages
        }
        self._zone = zone
        self._default = FALLBACK
        self._formats: dict[tuple[str, Channel], Formats] = {}
        self._year: int | None = None
        self._years: dict[int, Catalogue] = {}
        self.languages: tuple[str, ...] = tuple(sorted(languages, key=lambda name: (name != FALLBACK, name)))

    @classmethod
    def load(cls, folder: Path = FOLDER, *, zone: str = "America/Toronto", only: str = "*") -> Catalogue:
        """Read and check every `<folder>/<language>/*.ftl`; `only="sms"` reads the files of that name alone.

        `zone` is the region's clock, in which a time given in UTC is written.
        """
        catalogue = cls.open(folder, zone=zone, only=only)
        for language in catalogue._languages.values():
            language.check()
        return catalogue

    @classmethod
    def open(cls, folder: Path = FOLDER, *, zone: str = "America/Toronto", only: str = "*") -> Catalogue:
        """The same, each message read when it is first said: the program starts a half second sooner. One that cannot
        be read, or asks for what the French is not given, is said in another language; `faults` names them.
        """
        folders = sorted({path.parent for path in folder.glob("*/*.ftl")})
        if FALLBACK not in {path.name for path in folders}:
            raise CatalogueError(f"{folder}: no folder '{FALLBACK}', the language that every other falls back to")
        return cls({path.name: read_language(path, only, FUNCTIONS) for path in folders}, ZoneInfo(zone))

    def text(self, message: Text | str, language: str | Sequence[str], channel: Channel) -> str:
        """The words of a message. Several languages may be given, the preferred one first; then come those that they
        fall back to (messages/languages.py), the installation's own, and French.

        A `str` is given back as it is. Raises `CatalogueError` for an unknown id, and for a variable that is missing
        or that the message does not ask for.
        """
        if isinstance(message, str):
            return message
        found = self._language_with(message.id, language)
        self._check_variables(message)
        formats = self._formats_of(found, channel)
        args = {name: self._written(_one_piece(name, value), language, formats) for name, value in message.args.items()}
        words = self._say(message.id, found, channel, args)
        words = TWO_DOTS.sub(".", words)
        return words.translate(NO_BREAK_SPACES) if spec_of(channel).segments else words

    def by_default(self, language: str) -> Catalogue:
        """The same catalogue for an organisation whose language this is: what lacks in a person's is said in it."""
        own = copy.copy(self)
        own._default, own._formats, own._years = language, {}, {}
        return own

    def in_year(self, year: int) -> Catalogue:
        """The same catalogue for words said in this year: a date of another one is written with its own."""
        if year not in self._years:
            this = copy.copy(self)
            this._year, this._formats = year, {}
            self._years[year] = this
        return self._years[year]

    def has(self, id: str, language: str) -> bool:
        return language in self._languages and id in self._languages[language].messages

    def faults(self) -> list[BadMessage]:
        """What cannot be said as it is written: lines that cannot be read, variables that the French has not."""
        found = [fault for name in self.languages for fault in self._languages[name].faults()]
        french = self._languages[FALLBACK]
        for name in self.languages:
            messages = self._languages[name].messages
            for id in (id for id in messages if self._languages[name].can_say(id) and french.can_say(id)):
                if messages[id].variables != french.messages[id].variables:
                    found.append(_variables_fault(messages[id], french.messages[id]))
        return found

    def said_in(self, id: str, language: str) -> str:
        """The language in which someone who chose this one reads the message."""
        return self._language_with(id, language)

    def ids(self, language: str = FALLBACK) -> list[str]:
        return sorted(self._languages[language].messages)

    def missing(self, language: str) -> list[str]:
        """Ids that French has and this language has not: who chose it reads them in the next language."""
        return [id for id in self.ids() if not self.has(id, language)]

    def variables(self, id: str, language: str = FALLBACK) -> set[str]:
        """Names asked for by the message, its `.sms` form and the messages it refers to."""
        return set(self.entry(id, language).variables)

    def segments(self, id: str, language: str = FALLBACK) -> int:
        """How many SMS segments the message may take at most: its `.segments` attribute, 1 when it has none."""
        return self.entry(id, language).segments

    def file_of(self, id: str, language: str = FALLBACK) -> str:
        return self.entry(id, language).file

    def entry(self, id: str, language: str | Sequence[str] = FALLBACK) -> CatalogueEntry:
        """The message as it is written in the first of these languages that has it, French last."""
        return self._languages[self._language_with(id, language)].messages[id]

    def _language_with(self, id: str, language: str | Sequence[str]) -> str:
        wanted = [language] if isinstance(language, str) else list(language)
        nearest = [other for name in wanted for other in fallbacks(name)]
        for name in [*wanted, *nearest, self._default, FALLBACK]:
            if self._can_say(id, name):
                return name
        # A message that French lacks is a mistake; one that only another language has can still be said.
        for name in self.languages:
            if self._can_say(id, name):
                return name
        raise CatalogueError(f"no language has a message {id}")

    def _can_say(self, id: str, name: str) -> bool:
        """Whether this language has the message, readable, with no variable that the French is not given."""
        if not self.has(id, name) or not self._languages[name].can_say(id):
            return False
        french = self._languages[FALLBACK]
        if name == FALLBACK or not french.can_say(id):
            return True
        return self._languages[name].messages[id].variables <= french.messages[id].variables

    def _check_variables(self, message: Text) -> None:
        asked = self.variables(message.id)
        if lacking := asked - message.args.keys():
            raise CatalogueError(f"{message.id} wants {sorted(lacking)}, which was not given")
        if unexpected := message.args.keys() - asked:
            raise CatalogueError(f"{message.id} was given {sorted(unexpected)}, which it does not ask for")

    def _written(self, value: object, language: str | Sequence[str], formats: Formats) -> object:
        if isinstance(value, Text):
            return write(self.text(value, language, formats.channel), formats)
        if isinstance(value, (list, tuple)):
            return formats.joined([self._item(item, language, formats) for item in value])
        try:
            return write(value, formats)
        except TypeError as error:
            raise CatalogueError(str(error)) from error

    def _item(self, value: object, language: str | Sequence[str], formats: Formats) -> str:
        written = self._written(value, language, formats)
        return written if isinstance(written, str) else str(written.format(formats.locale))  # type: ignore[attr-defined]

    def _formats_of(self, language: str, channel: Channel) -> Formats:
        key = (language, channel)
        if key not in self._formats:

            def say(id: str, args: Mapping[str, str]) -> str:
                return self._say(id, self._language_with(id, language), channel, args)

            has = lambda id: self.has(id, language)  # noqa: E731
            self._formats[key] = Formats(say, has, channel, self._zone, self._year)
        return self._formats[key]

    def _say(self, id: str, language: str, channel: Channel, args: Mapping[str, object]) -> str:
        bundle = self._bundles[language]
        if not bundle.has_message(id):
            bundle.add_resource(ast.Resource(list(self._languages[language].with_what_it_says(id))))
        message = bundle.get_message(id)
        shorter = spec_of(channel).segments and "sms" in message.attributes
        pattern = message.attributes["sms"] if shorter else message.value
        if pattern is None:
            raise CatalogueError(f"{language}: {id} has no text")
        words, errors = bundle.format_pattern(pattern, dict(args))
        if errors:
            raise CatalogueError(f"{language}: {id} cannot be said: {errors[0]}")
        return _elided(str(words)) if language == FALLBACK else str(words)


def _elided(words: str) -> str:
    """ "de ⁨avril⁩", "que ⁨Omar⁩" as French says them, and without the marks around what was put in."""
    return MARKS.sub("", ELIDED.sub(r"\1'", words))


def _variables_fault(entry: CatalogueEntry, french: CatalogueEntry) -> BadMessage:
    own, wanted = (", ".join(f"${name}" for name in sorted(one.variables)) or "none" for one in (entry, french))
    return BadMessage(entry.file, entry.line, entry.id, f"has the variables {own}; {french.file} has {wanted}")


def _one_piece(name: str, value: object) -> object:
    return str(value) if name in IDENTIFIERS and type(value) is int else value
