"""Reads the Fluent files of one language, and refuses what Fluent would silently drop."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast

ATTRIBUTES = {"sms", "segments"}
FUNCTIONS_OF_FLUENT = {"NUMBER"}
BEGINS = re.compile(r"(-?[a-zA-Z][\w-]*)\s*=")

Functions = Mapping[str, Callable[..., object]]


class CatalogueError(Exception):
    """A mistake in a catalogue, or in the way it is asked."""


@dataclass
class CatalogueEntry:
    """One message: where it is written, what it asks for, and how many SMS segments it may take."""

    id: str
    file: str
    message: ast.Message
    variables: set[str] = field(default_factory=set)
    segments: int = 1
    has_sms: bool = False


class Language:
    """Every message and term of one folder, each parsed when it is first wanted: reading all of them takes a while."""

    def __init__(self, name: str, sources: Mapping[str, tuple[str, str]], functions: Functions) -> None:
        self.name = name
        self.messages: Mapping[str, CatalogueEntry] = Entries(self)
        self._sources = sources
        self._functions = functions
        self._parsed: dict[str, CatalogueEntry | ast.Term] = {}
        self._under_way: list[str] = []

    @property
    def ids(self) -> Iterator[str]:
        return (id for id in self._sources if not id.startswith("-"))

    def has(self, id: str) -> bool:
        """Ids of messages; a term's has its hyphen."""
        return id in self._sources

    def check(self) -> None:
        """Parse everything. Raises `CatalogueError` naming the file and the entry."""
        for id in self._sources:
            self.parsed(id)

    def parsed(self, id: str) -> CatalogueEntry | ast.Term:
        """The entry of this id, whose references exist. Raises KeyError for an unknown id."""
        if id not in self._parsed:
            where, source = self._sources[id]
            if id in self._under_way:
                raise CatalogueError(f"{self.name}: {self._under_way[-1]} and {id} refer to one another")
            self._under_way.append(id)
            try:
                self._parsed[id] = self._parse(where, source)
            finally:
                self._under_way.pop()
        return self._parsed[id]

    def with_what_it_says(self, id: str) -> Iterator[ast.Message | ast.Term]:
        """The message, and the messages and terms it refers to."""
        found = self.parsed(id)
        node = found.message if isinstance(found, CatalogueEntry) else found
        yield node
        for target in _references(node):
            yield from self.with_what_it_says(target)

    def _parse(self, where: str, source: str) -> CatalogueEntry | ast.Term:
        (item,) = parse(where, source)
        found = item if isinstance(item, ast.Term) else _entry(item, where)
        node = found.message if isinstance(found, CatalogueEntry) else found
        _check_references(node, where, self, self._functions)
        if isinstance(found, CatalogueEntry):
            found.variables = set(_variables(found.message, self))
        return found


class Entries(Mapping[str, CatalogueEntry]):
    """The messages of a language by their ids."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __getitem__(self, id: str) -> CatalogueEntry:
        found = self._language.parsed(id)
        if not isinstance(found, CatalogueEntry):
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        return self._language.ids

    def __len__(self) -> int:
        return sum(1 for _ in self._language.ids)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and not id.startswith("-") and self._language.has(id)


def read_language(folder: Path, only: str, functions: Functions) -> Language:
    """Read `<folder>/<only>.ftl` and the formats. Raises `CatalogueError` naming the file and the entry."""
    sources: dict[str, tuple[str, str]] = {}
    for path in sorted({*folder.glob(f"{only}.ftl"), *folder.glob("formats.ftl")}):
        where = f"{folder.name}/{path.name}"
        for id, source in _blocks(path.read_text(encoding="utf-8"), where):
            if id in sources:
                raise CatalogueError(f"{where}: {id} is written twice (also in {sources[id][0]})")
            sources[id] = (where, source)
    return Language(folder.name, sources, functions)


def _blocks(content: str, where: str) -> Iterator[tuple[str, str]]:
    """(id, source) of each message and term: from its name at the start of a line to the next name or comment."""
    id, lines = "", list[str]()
    for line in [*content.splitlines(), "#"]:
        begins = BEGINS.match(line)
        if (begins or line.startswith("#")) and "".join(lines).strip():
            if not id:
                parse(where, "\n".join(lines))  # says what is wrong
                raise CatalogueError(f"{where}: words that belong to no message")
            yield id, "\n".join(lines) + "\n"
        if begins or line.startswith("#"):
            id, lines = (begins[1] if begins else ""), []
        if not line.startswith("#"):
            lines.append(line)


def parse(where: str, source: str) -> list[ast.Message | ast.Term]:
    """The messages and terms of a piece of a file. Raises `CatalogueError` for what is neither."""
    found: list[ast.Message | ast.Term] = []
    for item in FluentParser().parse(source).body:
        if isinstance(item, ast.Junk):
            start = (item.content or "").strip().splitlines()[0][:60]
            raise CatalogueError(f"{where}: cannot be read near {start!r}: {_first_annotation(item)}")
        if isinstance(item, (ast.Message, ast.Term)):
            found.append(item)
    return found


def _entry(message: ast.Message, where: str) -> CatalogueEntry:
    id = message.id.name
    if message.value is None:
        raise CatalogueError(f"{where}: {id} has no text")
    attributes = {attribute.id.name: attribute for attribute in message.attributes}
    if len(attributes) < len(message.attributes):
        raise CatalogueError(f"{where}: {id} has the same attribute twice")
    if unknown := attributes.keys() - ATTRIBUTES:
        raise CatalogueError(f"{where}: {id} has an unknown attribute .{sorted(unknown)[0]}")
    segments = _whole_number(attributes["segments"], where, id) if "segments" in attributes else 1
    return CatalogueEntry(id, where, message, segments=segments, has_sms="sms" in attributes)


def _whole_number(attribute: ast.Attribute, where: str, id: str) -> int:
    words = "".join(part.value for part in attribute.value.elements if isinstance(part, ast.TextElement))
    if not words.isdecimal() or int(words) < 1:
        raise CatalogueError(f"{where}: {id}.segments wants a whole number, not {words!r}")
    return int(words)


def _nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from _nodes(child)


def _variables(message: ast.Message, language: Language) -> Iterator[str]:
    """Names of the variables, through the messages it refers to (a term has its own)."""
    for node in _nodes(message):
        if isinstance(node, ast.VariableReference):
            yield node.id.name
        if isinstance(node, ast.MessageReference):
            yield from language.messages[node.id.name].variables


def _references(entry: ast.Message | ast.Term) -> Iterator[str]:
    for node in _nodes(entry):
        if isinstance(node, ast.MessageReference):
            yield node.id.name
        if isinstance(node, ast.TermReference):
            yield f"-{node.id.name}"


def _check_references(entry: ast.Message | ast.Term, where: str, language: Language, functions: Functions) -> None:
    for node in _nodes(entry):
        if isinstance(node, ast.FunctionReference) and node.id.name not in FUNCTIONS_OF_FLUENT | functions.keys():
            raise CatalogueError(f"{where}: {entry.id.name} asks for an unknown function {node.id.name}()")
        if not isinstance(node, (ast.MessageReference, ast.TermReference)):
            continue
        id = node.id.name if isinstance(node, ast.MessageReference) else f"-{node.id.name}"
        target = language.parsed(id) if language.has(id) else None
        attributes = (target.message if isinstance(target, CatalogueEntry) else target).attributes if target else []
        attribute = node.attribute.name if node.attribute else None
        if target is None or (attribute and attribute not in {part.id.name for part in attributes}):
            raise CatalogueError(f"{where}: {entry.id.name} refers to {node.id.name}, which does not exist")


def _first_annotation(junk: ast.Junk) -> str:
    return str(junk.annotations[0].message) if junk.annotations else "unknown"
