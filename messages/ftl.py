"""Reads the Fluent files of one language, and refuses what Fluent would silently drop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast

ATTRIBUTES = {"sms", "segments"}
FUNCTIONS_OF_FLUENT = {"NUMBER"}


class CatalogueError(Exception):
    """A mistake in a catalogue, or in the way it is asked."""


@dataclass
class Entry:
    """One message: where it is written, what it asks for, and how many SMS segments it may take."""

    id: str
    file: str
    message: ast.Message
    variables: set[str] = field(default_factory=set)
    segments: int = 1
    has_sms: bool = False


@dataclass
class Language:
    """Every message and term of one folder."""

    name: str
    messages: dict[str, Entry]
    terms: dict[str, ast.Term]


def read_language(folder: Path, only: str, functions: Mapping[str, Callable[..., object]]) -> Language:
    """Read `<folder>/<only>.ftl` and the formats. Raises `CatalogueError` naming the file and the entry."""
    language = Language(folder.name, {}, {})
    for path in sorted({*folder.glob(f"{only}.ftl"), *folder.glob("formats.ftl")}):
        where = f"{folder.name}/{path.name}"
        for item in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            _add(language, where, item)
    for entry in language.messages.values():
        entry.variables = set(_variables(entry.message, language, {entry.id}))
        _check_references(entry.message, entry.file, language, functions)
    for term in language.terms.values():
        _check_references(term, folder.name, language, functions)
    return language


def _add(language: Language, where: str, item: ast.EntryType) -> None:
    if isinstance(item, ast.Junk):
        start = (item.content or "").strip().splitlines()[0][:60]
        raise CatalogueError(f"{where}: cannot be read near {start!r}: {_first_annotation(item)}")
    if isinstance(item, ast.Term):
        if item.id.name in language.terms:
            raise CatalogueError(f"{where}: -{item.id.name} is written twice")
        language.terms[item.id.name] = item
    if isinstance(item, ast.Message):
        if item.id.name in language.messages:
            other = language.messages[item.id.name].file
            raise CatalogueError(f"{where}: {item.id.name} is written twice (also in {other})")
        language.messages[item.id.name] = _entry(item, where)


def _entry(message: ast.Message, where: str) -> Entry:
    id = message.id.name
    if message.value is None:
        raise CatalogueError(f"{where}: {id} has no text")
    attributes = {attribute.id.name: attribute for attribute in message.attributes}
    if len(attributes) < len(message.attributes):
        raise CatalogueError(f"{where}: {id} has the same attribute twice")
    if unknown := attributes.keys() - ATTRIBUTES:
        raise CatalogueError(f"{where}: {id} has an unknown attribute .{sorted(unknown)[0]}")
    segments = _whole_number(attributes["segments"], where, id) if "segments" in attributes else 1
    return Entry(id, where, message, segments=segments, has_sms="sms" in attributes)


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


def _variables(message: ast.Message, language: Language, seen: set[str]) -> Iterator[str]:
    """Names of the variables, through the messages it refers to (a term has its own)."""
    for node in _nodes(message):
        if isinstance(node, ast.VariableReference):
            yield node.id.name
        if isinstance(node, ast.MessageReference) and node.id.name in language.messages:
            if node.id.name in seen:
                raise CatalogueError(f"{language.name}: {message.id.name} and {node.id.name} refer to one another")
            yield from _variables(language.messages[node.id.name].message, language, seen | {node.id.name})


def _check_references(
    entry: ast.Message | ast.Term, where: str, language: Language, functions: Mapping[str, Callable[..., object]]
) -> None:
    for node in _nodes(entry):
        if isinstance(node, ast.MessageReference):
            target: ast.Message | ast.Term | None = None
            if found := language.messages.get(node.id.name):
                target = found.message
        elif isinstance(node, ast.TermReference):
            target = language.terms.get(node.id.name)
        elif isinstance(node, ast.FunctionReference):
            if node.id.name not in FUNCTIONS_OF_FLUENT | functions.keys():
                raise CatalogueError(f"{where}: {entry.id.name} asks for an unknown function {node.id.name}()")
            continue
        else:
            continue
        attribute = node.attribute.name if node.attribute else None
        if target is None or (attribute and attribute not in {part.id.name for part in target.attributes}):
            raise CatalogueError(f"{where}: {entry.id.name} refers to {node.id.name}, which does not exist")


def _first_annotation(junk: ast.Junk) -> str:
    return str(junk.annotations[0].message) if junk.annotations else "unknown"
