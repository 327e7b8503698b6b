"""A page of the console reads views and does acts: it selects nobody by itself, so it shows nobody by mistake."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.sources import name_of, python_files, tree_of

PAGES = "bot/web/console/pages"
# The files that open and end the browser's own session: they know whose it is, and nobody else.
OF_THE_BROWSER = {f"{PAGES}/{name}.py" for name in ("devices", "entering", "settings")}
# What is neither a view nor an act, and reads all the same -> why it shows nobody of another territory.
ASKED = {
    "handlers.announcements.audiences.languages_read": "names of languages",
    "handlers.announcements.audiences.read_audience": "who would be written to, by their sort; the act checks it",
    "handlers.claims.entering.latest_meetings": "for the form of an act on that person, which checks their territory",
    "handlers.journal.acts.understood": "what is looked for; the act that looks checks who may",
    "handlers.meetings.lookups.why_none": "how many meetings are of other territories, and nothing of them",
    "handlers.own_words.language_of": "the language of whoever acts",
    "handlers.people.lists.acts.confirmed_plan": "checks its right itself: it is made before anything is kept",
    "handlers.people.lists.acts.plan_list": "checks its right itself: it is made before anything is kept",
    "handlers.people.views.addresses_numbered": "of the person whom `person_shown` found in their territory",
    "handlers.report.texts.text_standing": "checks its right itself: the form of an act of the whole organisation",
    "handlers.todo.waiting.what_waits": "the views of every topic, each with its own right",
}
ADVICE = (
    "a page shows what a view gives: write a function under `@view(...)` or `@view_on(THING, ...)` in "
    "handlers/<topic>/views.py, which starts from `THING.seen_by(acting)`, and call it here"
)


def read_by(tree: ast.Module, names: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """(line, what) of everything by which a page would read the database itself. `names`: what its module knows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            of = [one.name for one in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            yield from ((node.lineno, f"imports {one}") for one in of if one.partition(".")[0] == "sqlalchemy")
        elif isinstance(node, ast.Attribute) and _of_a_session(node) and node.attr != "close":
            yield node.lineno, f"asks {ast.unparse(node)}"
        elif isinstance(node, ast.Name | ast.Attribute) and (what := _asks(_value(node, names))):
            yield node.lineno, f"calls {what}"


def _of_a_session(node: ast.Attribute) -> bool:
    """`session.scalars`, `visit.acting.session.execute`: whatever is asked of the database."""
    return ast.unparse(node.value).rpartition(".")[2] == "session"


def _value(node: ast.Name | ast.Attribute, names: Mapping[str, Any]) -> Any:
    if isinstance(node, ast.Name):
        return names.get(node.id)
    module = names.get(node.value.id) if isinstance(node.value, ast.Name) else None
    return getattr(module, node.attr, None) if inspect.ismodule(module) else None


def _asks(value: Any) -> str:
    """The name of a function of db or handlers that reads and is neither a view nor an act; else nothing."""
    of = getattr(value, "__module__", "") or ""
    if of.partition(".")[0] not in ("db", "handlers") or not inspect.iscoroutinefunction(value):
        return ""
    name = f"{of}.{value.__qualname__}"
    return "" if name in ASKED else name


def names_of(path: Path) -> dict[str, Any]:
    module = name_of(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    return vars(importlib.import_module(module))


PATHS = [pytest.param(path, id=path.stem) for path in python_files(PAGES)]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_reads_a_view_or_does_an_act_and_asks_the_database_nothing(path: Path) -> None:
    found = [f"{name_of(path)}:{line} {what}" for line, what in read_by(tree_of(path), names_of(path))]
    if name_of(path) in OF_THE_BROWSER:
        assert found, f"{name_of(path)} asks nothing any more: take it out of OF_THE_BROWSER"
        return
    assert not found, "\n  ".join([ADVICE, *found])


def test_what_is_asked_beside_views_is_still_asked() -> None:
    here = [value for path in python_files(PAGES) for value in names_of(path).values() if callable(value)]
    asked = {f"{value.__module__}.{value.__qualname__}" for value in here if inspect.isfunction(value)}
    assert not ASKED.keys() - asked, "no page asks these any more: take them out of ASKED"


OFFENDER = """
from sqlalchemy import select
from db.people import Person, coordinators

async def urgent(visit):
    rows = await visit.acting.session.scalars(select(Person))
    others = await coordinators(visit.acting.session, 1)
    return await page(visit, "urgent.html", rows=rows, others=others)
"""


def test_a_page_that_selects_people_itself_is_seen() -> None:
    from db.people import Person, coordinators

    found = [what for _line, what in read_by(ast.parse(OFFENDER), {"Person": Person, "coordinators": coordinators})]
    assert found == [
        "imports sqlalchemy",
        "asks visit.acting.session.scalars",
        "calls db.people.coordinators",
    ]
