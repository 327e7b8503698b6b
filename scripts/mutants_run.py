"""One file's mutants against its tests, in one process: `scripts/mutants.py` starts it, once for each file.

The tests are run once on the unchanged code, which notes the lines that each reaches. Then, for each mutant, the tests
that reach its line are run in forks of this process, the quickest first, until one fails. A fork puts the changed
function in place of the other, under whatever names it was imported: nothing is imported twice, no file is written.
"""

from __future__ import annotations

import ast
import gc
import importlib
import json
import os
import sys
import time
import types
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from scripts.mutants import Mutant, chosen_of

LONGEST = 300  # seconds for one test of one mutant, on a machine that others use too: one that hangs is noticed
HIT = "__line_reached__"
FAILED, PASSED = 1, 0
Functions = dict[str, types.FunctionType]


class Runner:
    """A plugin of pytest: its loop runs the tests of the unchanged file, then the mutants."""

    def __init__(self, file: str, mutants: list[Mutant]) -> None:
        self.file, self.mutants = file, mutants
        self.said = os.fdopen(os.dup(1), "w")  # pytest keeps what is printed during tests
        self.module = importlib.import_module(file.removesuffix(".py").replace("/", "."))
        self.tree = ast.parse(Path(file).read_text())
        self.reached: dict[str, set[int]] = defaultdict(set)
        self.seconds: dict[str, float] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        nothing_more = SimpleNamespace(listchain=lambda: [session])  # what the whole run shares stays
        functions = functions_of(self.module, self.file)
        self._look(session.items, functions, nothing_more)
        for mutant in self.mutants:
            noticed = self._noticed(mutant, session.items, functions, nothing_more)
            print(json.dumps({"noticed": noticed}), file=self.said, flush=True)
        return True

    def _look(self, items: list[pytest.Item], functions: Functions, nothing_more: Any) -> None:
        """Every test once, on code that says which of its lines are reached."""
        usual = {name: function.__code__ for name, function in functions.items()}
        put(functions, codes(compile(with_hits(self.tree), self.file, "exec")))
        for item in items:
            lines = self.reached[item.nodeid]
            setattr(self.module, HIT, lines.add)
            begun = time.monotonic()
            reports = runtestprotocol(item, log=False, nextitem=nothing_more)
            self.seconds[item.nodeid] = time.monotonic() - begun
            failed = [report for report in reports if report.failed]
            if failed:
                sys.exit(f"{item.nodeid} fails on the unchanged code:\n{failed[0].longreprtext}")
        put(functions, usual)

    def _noticed(self, mutant: Mutant, items: list[pytest.Item], functions: Functions, nothing_more: Any) -> str:
        """The test that fails on it, or ""."""
        lines = {mutant.line} if mutant.function in functions else lines_of(self.tree, mutant.line)
        concerned = [item for item in items if self.reached[item.nodeid] & lines]
        for item in sorted(concerned, key=lambda i: self.seconds[i.nodeid]):
            if in_a_fork(lambda item=item: self._fails(mutant, item, functions, nothing_more)):  # type: ignore[misc]
                return item.nodeid
        return ""

    def _fails(self, mutant: Mutant, item: Any, functions: Functions, nothing_more: Any) -> bool:
        if mutant.function in functions:
            changed = codes(compile(mutant.tree, self.file, "exec"))
            put({mutant.function: functions[mutant.function]}, changed)
        else:
            again(self.module, mutant)
        item._initrequest()
        return any(report.failed for report in runtestprotocol(item, log=False, nextitem=nothing_more))


def functions_of(module: types.ModuleType, file: str) -> Functions:
    """The functions and methods of a file, by their names; those of a function are in its code."""
    gc.unfreeze()  # tests/conftest.py hides what it collected
    found = {
        one.__qualname__: one
        for one in gc.get_objects()
        if isinstance(one, types.FunctionType)
        and one.__module__ == module.__name__
        and one.__code__.co_filename.endswith(file)
        and "<" not in one.__qualname__
    }
    gc.freeze()
    return found


def lines_of(tree: ast.Module, line: int) -> set[int]:
    """Of a constant, the statements that name it; of anything else outside a function, every one."""
    statement = next(one for one in tree.body if one.lineno <= line <= (one.end_lineno or 0))
    targets = statement.targets if isinstance(statement, ast.Assign) else ()
    names = {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
    statements = [one for one in ast.walk(tree) if isinstance(one, ast.stmt)]
    said = {
        one.lineno for one in statements if names & {name.id for name in ast.walk(one) if isinstance(name, ast.Name)}
    }
    everywhere = {one.lineno for one in statements}
    return said if names and said - {statement.lineno} else everywhere


def codes(code: types.CodeType) -> dict[str, types.CodeType]:
    inner = [one for one in code.co_consts if isinstance(one, types.CodeType)]
    return {one.co_qualname: one for one in inner} | {k: v for one in inner for k, v in codes(one).items()}


def put(functions: Functions, new: dict[str, types.CodeType]) -> None:
    for name, function in functions.items():
        function.__code__ = new[name]


def again(module: types.ModuleType, mutant: Mutant) -> None:
    """The changed statement of the module is made anew, and what others took of it by name follows."""
    before = dict(vars(module))
    statement = next(one for one in mutant.tree.body if one.lineno <= mutant.line <= (one.end_lineno or 0))
    exec(compile(ast.Module([statement], []), mutant.file, "exec"), vars(module))
    made = {name for name, value in vars(module).items() if before.get(name) is not value}
    for other in [one for one in sys.modules.values() if isinstance(one, types.ModuleType) and one is not module]:
        for name in made & vars(other).keys() & before.keys():
            if vars(other)[name] is before[name]:
                setattr(other, name, vars(module)[name])


def with_hits(tree: ast.Module) -> ast.Module:
    """The same file, whose functions say each line they come to."""
    marked = ast.parse(ast.unparse(tree))
    for old, new in zip(ast.walk(tree), ast.walk(marked), strict=True):
        ast.copy_location(new, old) if hasattr(new, "lineno") else None
    for function in ast.walk(marked):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            function.body = list(_marked(function.body))
    return ast.fix_missing_locations(marked)


def _marked(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield statement  # a function inside has its turn
            continue
        yield ast.copy_location(ast.parse(f"{HIT}({statement.lineno})").body[0], statement)
        for part in [statement, *getattr(statement, "handlers", ()), *getattr(statement, "cases", ())]:
            for inner in ("body", "orelse", "finalbody"):
                if getattr(part, inner, None):
                    setattr(part, inner, list(_marked(getattr(part, inner))))
        yield statement


def in_a_fork(fails: Callable[[], bool]) -> bool:
    child = os.fork()
    if child == 0:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1), os.dup2(silent, 2)
        try:
            os._exit(FAILED if fails() else PASSED)
        except BaseException:
            os._exit(FAILED)
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status != PASSED
        time.sleep(0.05)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return True


def main(file: str, per_file: int, seed: str, lines: str, what: str, *tests: str) -> int:
    runner = Runner(file, chosen_of(file, per_file or None, seed, lines, what))
    options = ["-q", "-p", "no:cacheprovider", "-k", "not postgresql", *tests]
    return int(pytest.main(options, plugins=[runner]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:]))
