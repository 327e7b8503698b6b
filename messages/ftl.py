"""Reads the Fluent files of one language, and names what Fluent would silently drop: its file, its line, its id."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from fluent.syntax import FluentParser, ast

log = structlog.get_logger(__name__)

ATTRIBUTES = {"sms", "segments"}
FUNCTIONS_OF_FLUENT = {"NUMBER"}
BEGINS = re.compile(r"(-?[a-zA-Z][\w-]*)\s*=")

Functions = Mapping[str, Callable[..., object]]


class CatalogueError(Exception):
    """A mistake in a catalogue, or in the way it is asked."""


class BadMessage(CatalogueError):
    """A message that cannot be said: its file ("fr/people.ftl"), its line (from 1), its id, why (in English)."""

    def __init__(self, file: str, line: int, id: str, why: str) -> None:
        super().__init__(f"{file}:{line}: {id} {why}")
        self.file, self.line, self.id, self.why = file, line, id, why


@dataclass(frozen=True, slots=True)
class Source:
    """A message or a term as it is written: its file, the line of its name, its own lines."""

    id: str
    file: str
    line: int
    content: str

    def bad(self, why: str, line: int | None = None) -> BadMessage:
        return BadMessage(self.file, line or self.line, self.id, why)


@dataclass
class CatalogueEntry:
    """One message: where it is written, what it asks for, and how many SMS segments it may take."""

    id: str
    file: str
    line: int
    message: ast.Message
    variables: set[str] = field(default_factory=set)
    segments: int = 1
    has_sms: bool = False


class Language:
    """Every message and term of one folder, each parsed when it is first wanted: reading all of them takes a while."""

    def __init__(self, name: str, sources: Mapping[str, Source], faults: Sequence[BadMessage], functions: Functions):
        self.name = name
        self.messages: Mapping[str, CatalogueEntry] = Entries(self)
        self._sources = sources
        self._lost = faults
        self._functions = functions
        self._parsed: dict[str, CatalogueEntry | ast.Term] = {}
        self._bad: dict[str, BadMessage] = {}
        self._under_way: list[str] = []

    @property
    def ids(self) -> Iterator[str]:
        return (id for id in self._sources if not id.startswith("-"))

    def has(self, id: str) -> bool:
        """Ids of messages; a term's has its hyphen."""
        return id in self._sources

    def can_say(self, id: str) -> bool:
        """Whether the message is there and can be read; one that cannot is noted, and said in another language."""
        if id not in self._parsed and id not in self._bad and id in self._sources:
            try:
                self.parsed(id)
            except BadMessage as error:
                self._bad[id] = error
                log.error("a message cannot be read", file=error.file, line=error.line, id=error.id, why=error.why)
        return id in self._parsed

    def check(self) -> None:
        """Parse everything. Raises `BadMessage` for the first that cannot be said."""
        for fault in self.faults():
            raise fault

    def faults(self) -> list[BadMessage]:
        """What cannot be said, by file and line; each once, whatever refers to it."""
        for id in self._sources:
            self.can_say(id)
        found = {str(fault): fault for fault in (*self._lost, *self._bad.values())}
        return sorted(found.values(), key=lambda fault: (fault.file, fault.line))

    def parsed(self, id: str) -> CatalogueEntry | ast.Term:
        """The entry of this id, whose references exist. Raises KeyError for an unknown id."""
        if id not in self._parsed:
            source = self._sources[id]
            if id in self._under_way:
                raise source.bad(f"and {self._under_way[-1]} refer to one another")
            self._under_way.append(id)
            try:
                self._parsed[id] = self._parse(source)
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

    def _parse(self, source: Source) -> CatalogueEntry | ast.Term:
        item = _item(source)
        found = item if isinstance(item, ast.Term) else _entry(item, source)
        _check_references(item, source, self, self._functions)
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
    """Read `<folder>/<only>.ftl` and the formats. What cannot be read is among the `faults` of the language."""
    sources: dict[str, Source] = {}
    faults: list[BadMessage] = []
    for path in sorted({*folder.glob(f"{only}.ftl"), *folder.glob("formats.ftl")}):
        for source in _blocks(path.read_bytes().decode("utf-8", errors="replace"), f"{folder.name}/{path.name}"):
            if not source.id:
                faults.append(source.bad(f"{source.content.strip()[:60]!r} belongs to no message"))
            elif source.id in sources:
                faults.append(source.bad(f"is written twice (also in {sources[source.id].file})"))
            else:
                sources[source.id] = source
    return Language(folder.name, sources, faults, functions)


def _blocks(content: str, where: str) -> Iterator[Source]:
    """Each message and term: from its name at the start of a line to the next name or comment. Words without a name
    have no id."""
    id, first, lines = "", 1, list[str]()
    for number, line in enumerate([*content.splitlines(), "#"], 1):
        begins = BEGINS.match(line)
        if (begins or line.startswith("#")) and "".join(lines).strip():
            yield Source(id, where, first, "\n".join(lines) + "\n")
        if begins or line.startswith("#"):
            id, first, lines = (begins[1] if begins else ""), number + (not begins), []
        if not line.startswith("#"):
            lines.append(line)


def _item(source: Source) -> ast.Message | ast.Term:
    """The one message or term of its lines. Raises `BadMessage` for what is neither."""
    found: list[ast.Message | ast.Term] = []
    for item in FluentParser().parse(source.content).body:
        if isinstance(item, ast.Junk):
            content = (item.content or "").strip()
            start = source.content.find(content) if content else 0
            line = source.line + source.content[:start].count("\n")
            raise source.bad(f"cannot be read near {content.splitlines()[0][:60]!r}: {_first_annotation(item)}", line)
        if isinstance(item, (ast.Message, ast.Term)):
            found.append(item)
    if len(found) != 1:
        raise source.bad("is no message")
    return found[0]


def _entry(message: ast.Message, source: Source) -> CatalogueEntry:
    if message.value is None:
        raise source.bad("has no text")
    attributes = {attribute.id.name: attribute for attribute in message.attributes}
    if len(attributes) < len(message.attributes):
        raise source.bad("has the same attribute twice")
    if unknown := attributes.keys() - ATTRIBUTES:
        raise source.bad(f"has an unknown attribute .{sorted(unknown)[0]}")
    segments = _whole_number(attributes["segments"], source) if "segments" in attributes else 1
    return CatalogueEntry(source.id, source.file, source.line, message, segments=segments, has_sms="sms" in attributes)


def _whole_number(attribute: ast.Attribute, source: Source) -> int:
    words = "".join(part.value for part in attribute.value.elements if isinstance(part, ast.TextElement))
    if not words.isdecimal() or int(words) < 1:
        raise source.bad(f".segments wants a whole number, not {words!r}")
    return int(words)


def nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """A piece of a message and all that it is made of."""
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from nodes(child)


def _variables(message: ast.Message, language: Language) -> Iterator[str]:
    """Names of the variables, through the messages it refers to (a term has its own)."""
    for node in nodes(message):
        if isinstance(node, ast.VariableReference):
            yield node.id.name
        if isinstance(node, ast.MessageReference):
            yield from language.messages[node.id.name].variables


def _references(entry: ast.Message | ast.Term) -> Iterator[str]:
    for node in nodes(entry):
        if isinstance(node, ast.MessageReference):
            yield node.id.name
        if isinstance(node, ast.TermReference):
            yield f"-{node.id.name}"


def _check_references(entry: ast.Message | ast.Term, source: Source, language: Language, functions: Functions) -> None:
    for node in nodes(entry):
        if isinstance(node, ast.FunctionReference) and node.id.name not in FUNCTIONS_OF_FLUENT | functions.keys():
            raise source.bad(f"asks for an unknown function {node.id.name}()")
        if not isinstance(node, (ast.MessageReference, ast.TermReference)):
            continue
        id = node.id.name if isinstance(node, ast.MessageReference) else f"-{node.id.name}"
        target = language.parsed(id) if language.has(id) else None
        attributes = (target.message if isinstance(target, CatalogueEntry) else target).attributes if target else []
        attribute = node.attribute.name if node.attribute else None
        if target is None or (attribute and attribute not in {part.id.name for part in attributes}):
            raise source.bad(f"refers to {node.id.name}, which does not exist")


def _first_annotation(junk: ast.Junk) -> str:
    return str(junk.annotations[0].message) if junk.annotations else "unknown"
