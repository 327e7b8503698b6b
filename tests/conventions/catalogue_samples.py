"""Sample values for the variables of the catalogues: the longest one may expect, so that segments are tested for them.

A value is chosen by the way the message uses the variable (a date in DATE(), a list in LINES(), each branch of a
choice), then by its name. A name that says nothing gets a person's long name.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from fluent.syntax import ast

from messages.types import Money

LONG_NAME = "Marie-Chantal Lavoie"  # 20 characters
MOMENT = dt.datetime(2026, 9, 23, 13, 45, tzinfo=dt.UTC)  # the longest day and month: "mercredi 23 sept."
WORDS = "On parle du camp, de l'autobus du soir et de la place de chacun autour de la table. "

BY_NAME: tuple[tuple[str, object], ...] = (
    (r"first_?name|given", "Marie-Chantal"),
    (r"name|who|person|carrier|coordinator|author|title_of_person", LONG_NAME),
    (r"phone|number_to_call|dial_in", "819 555-0142"),
    (r"date|day|deadline|answer_by|until|due", MOMENT.date()),
    (r"time|start|end|hour|opens|closes", MOMENT.time()),
    (r"when|moment|at", MOMENT),
    (r"month", "septembre 2026"),
    (r"total|amount|cost|price|paid|rate|cap|fare|money|paid_so_far|limit", Money(123450)),
    (r"count|number|people|segments|left|sent|failed|position|step|letters|n|points?|most|least|longest|length", 12),
    (r"kilometres|km|days|hours|minutes_left|age|year|characters|reminders|coming|absent|telegram|sms|paper", 123),
    (r"letter", "B"),
    (r"word|keyword|command|key|option", "COMMENTAIRE"),
    (r"language", "français"),
    (r"place|room|before|where", "salle du CLSC, Grande-Anse"),
    (r"region|organisation|alliance", "Alliance de la Vallée-des-Rives"),
    (r"roundtable|table|committee", "COCO de la Grande-Anse"),
    (r"link|url", "https://exemple.org/p/AB12CD34"),
    (r"code|reference", "AB12CD"),
    (r"reason", "la salle est fermée à cause de la tempête"),
    (r"quote", WORDS[:60]),  # what is shown of a sentence, to recognise it
    (r"summary|words|text|body|comment|question", (WORDS * 2)[:120]),
    (r"minutes|letter_text|digest", (WORDS * 20)[:1200]),
)


def samples(message: ast.Message, variables: set[str]) -> Iterator[dict[str, object]]:
    """Values for every variable; once for each combination of the branches the message chooses between."""
    used = dict(_by_use(message))
    fixed = {name: used.get(name, _by_name(name)) for name in variables}
    choices = _choices(message)
    for combination in itertools.product(*choices.values()):
        yield {**fixed, **dict(zip(choices, combination, strict=True))}


def _by_name(name: str) -> object:
    return next((value for pattern, value in BY_NAME if re.fullmatch(pattern, name)), LONG_NAME)


def _by_use(message: ast.Message) -> Iterator[tuple[str, object]]:
    values: dict[str, object] = {
        "DATE": MOMENT,
        "TIME": MOMENT,
        "NUMBER": 12,
        "LINES": [WORDS[:30]] * 4,
        "ENDED": WORDS,
    }
    for node in _nodes(message):
        if isinstance(node, ast.FunctionReference):
            for argument in node.arguments.positional:
                if isinstance(argument, ast.VariableReference):
                    yield argument.id.name, values[node.id.name]


def _choices(message: ast.Message) -> dict[str, list[object]]:
    """Variable -> the values that lead to each of its branches."""
    found: dict[str, list[object]] = {}
    for node in _nodes(message):
        if isinstance(node, ast.SelectExpression):
            selector = node.selector
            if isinstance(selector, ast.FunctionReference):
                selector = selector.arguments.positional[0]
            if isinstance(selector, ast.VariableReference):
                keys = [_key(variant.key) for variant in node.variants]
                found.setdefault(selector.id.name, []).extend(keys)
    return found


def _key(key: ast.Identifier | ast.NumberLiteral) -> object:
    if isinstance(key, ast.NumberLiteral):
        return int(key.value)
    return {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 1_000_000, "other": 12}.get(key.name, key.name)


def written_words(message: ast.Message) -> Iterator[str]:
    """The words of the catalogue itself, without any value."""
    for node in _nodes(message):
        if isinstance(node, ast.TextElement):
            yield node.value


def _nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from _nodes(child)
