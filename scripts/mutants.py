"""Small changes of the code that keeps namelessness, identity and permissions: do its tests notice? `make mutants`.

Each line of MUTATED is a file and the tests that must notice. A mutant is the file with one change (a comparison
turned, a number off by one, an `and` for an `or`, a condition reversed, a call that does not happen...). It is put in
a copy of the tree, its tests run there, and it is *noticed* when one fails. Those that are not are listed: each is in
EXPLAINED, with why no test could or should, or is a hole. The seed makes the draw repeatable; --all tries them all.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NEEDED = ("bot", "db", "handlers", "messages", "tests", "pyproject.toml", ".env.example")
SECONDS = 900  # for the tests of one mutant, on a machine that others use too: one that hangs is noticed
ENOUGH = 0.9
NAMELESS = ("tests/stories/test_nameless_kept.py", "tests/stories/test_comments_nameless.py")
IDENTITY = ("tests/stories/test_people_joining.py", "tests/handlers/people/test_merging.py")
RIGHTS = ("tests/handlers/test_actor.py", "tests/handlers/claims/test_scope.py", "tests/handlers/test_every_act.py")
MUTATED: dict[str, tuple[str, ...]] = {
    "handlers/comments/nameless.py": NAMELESS,
    "handlers/comments/forgetting.py": NAMELESS,
    "handlers/comments/beside.py": NAMELESS,
    "handlers/comments/authors.py": NAMELESS,
    "db/forgotten.py": NAMELESS,
    "db/path_key.py": ("tests/db/test_path_key.py",),
    "bot/path_key.py": ("tests/bot/test_path_key.py",),
    "handlers/act.py": RIGHTS,
    "handlers/acting.py": RIGHTS,
    "db/codes.py": IDENTITY,
}
# "file:line text" of the original line -> why nobody notices.
LAYOUT = "CONTACT_DIGITS, PSEUDONYM, LANGUAGE, CODE = 19, 64, 16, 8  # each sealed text is as long"
WIDER = "a sealed text that is longer, as all are, is opened all the same"
EXPLAINED: dict[str, str] = {
    "db/path_key.py: if TYPE_CHECKING: (if reversed)": "imports for the types alone",
    **{f"db/path_key.py: {LAYOUT} ({width} -> {width + 1})": WIDER for width in (19, 64, 16, 8)},
    "db/path_key.py: NONCE_BYTES = 12 (12 -> 13)": "the cipher takes a longer nonce too",
    "db/path_key.py: @dataclass(frozen=True, slots=True) (True -> False)": "nobody changes an address",
}
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


Change = tuple[str, Callable[[Any], object]]


@dataclass(frozen=True, slots=True)
class Mutant:
    """`source` is the whole file with the one change."""

    file: str
    line: int
    what: str
    source: str


def mutants_of(file: str, source: str) -> list[Mutant]:
    """Every change of one file, in its order. Text, annotations, logs and defaults of types are left alone."""
    tree = ast.parse(source)
    found = []
    for place, node in enumerate(ast.walk(tree)):
        for what, change in changes(node):
            changed = copy.deepcopy(tree)
            twin = next(one for at, one in enumerate(ast.walk(changed)) if at == place)
            change(twin)
            found.append(Mutant(file, getattr(node, "lineno", 0), what, ast.unparse(changed)))
    return [one for one in found if one.line]


def changes(node: ast.AST) -> Iterator[Change]:
    """(what is changed, how) of one piece of code."""
    yield from _of_a_choice(node)
    yield from _of_a_value(node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Await | ast.Call) and "log." not in ast.unparse(node):
        yield "call dropped", lambda n: setattr(n, "value", ast.Constant(None))
    elif isinstance(node, ast.Return) and isinstance(node.value, ast.Name | ast.Attribute | ast.Call | ast.Await):
        yield "returns None", lambda n: setattr(n, "value", ast.Constant(None))


def _of_a_choice(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in TURNED:
        turned = TURNED[type(node.ops[0])]
        yield f"{type(node.ops[0]).__name__} -> {turned.__name__}", lambda n: n.ops.__setitem__(0, turned())
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"{type(node.op).__name__} -> {other.__name__}", lambda n: setattr(n, "op", other())
    elif isinstance(node, ast.If | ast.IfExp):
        yield "if reversed", lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not dropped", lambda n: setattr(n, "operand", ast.UnaryOp(ast.Not(), n.operand))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr) and not _types(node):
        swapped = ast.BitOr if isinstance(node.op, ast.BitAnd) else ast.BitAnd
        yield "& <-> |", lambda n: setattr(n, "op", swapped())


def _of_a_value(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        sign = ast.Sub if isinstance(node.op, ast.Add) else ast.Add
        yield "+ <-> -", lambda n: setattr(n, "op", sign())
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield f"{node.value} -> {node.value + 1}", lambda n: setattr(n, "value", n.value + 1)
    elif isinstance(node, ast.Constant) and type(node.value) is bool:
        yield f"{node.value} -> {not node.value}", lambda n: setattr(n, "value", not n.value)


def _types(node: ast.BinOp) -> bool:
    """`int | None` is an annotation."""
    return isinstance(node.right, ast.Constant) and node.right.value is None


def noticed(mutant: Mutant, tree: Path) -> bool:
    """Whether a test fails on it. The tree is put back as it was."""
    file = tree / mutant.file
    original = file.read_text()
    file.write_text(mutant.source)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "-k",
        "not postgresql",
        *MUTATED[mutant.file],
    ]
    try:
        done = subprocess.run(
            command, cwd=tree, capture_output=True, timeout=SECONDS, env={**os.environ, "PYTHONPATH": str(tree)}
        )
        return done.returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_text(original)


def drawn(files: list[str], per_file: int | None, seed: int) -> list[Mutant]:
    chosen = []
    for file in files:
        every = mutants_of(file, (ROOT / file).read_text())
        dice = random.Random(f"{seed} {file}")
        chosen += every if per_file is None else dice.sample(every, min(per_file, len(every)))
    return chosen


def copied(folder: Path) -> Path:
    tree = folder / "tree"
    tree.mkdir()
    for name in NEEDED:
        source = ROOT / name
        copy_one = shutil.copytree if source.is_dir() else shutil.copy2
        copy_one(source, tree / name)
    return tree


def explained(mutant: Mutant) -> str:
    line = (ROOT / mutant.file).read_text().splitlines()[mutant.line - 1].strip()
    return EXPLAINED.get(f"{mutant.file}: {line} ({mutant.what})", "")


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="*", default=list(MUTATED))
    options.add_argument("--all", action="store_true", help="every mutant, not some of each file")
    options.add_argument("--per-file", type=int, default=12)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--list", action="store_true", help="say them, try none")
    given = options.parse_args()
    mutants = drawn(given.files, None if given.all else given.per_file, given.seed)
    if given.list:
        print(*(f"{one.file}:{one.line} {one.what}" for one in mutants), sep="\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        tree = copied(Path(folder))
        kept, left = 0, []
        for mutant in mutants:
            if noticed(mutant, tree):
                kept += 1
            else:
                why = explained(mutant)
                left.append((mutant, why))
                print(
                    f"not noticed: {mutant.file}:{mutant.line} {mutant.what}" + (f" ({why})" if why else ""), flush=True
                )
    unexplained = sum(1 for _, why in left if not why)
    print(f"{kept} of {len(mutants)} noticed, {len(left) - unexplained} explained, {unexplained} holes")
    return 0 if not unexplained and kept >= ENOUGH * len(mutants) else 1


if __name__ == "__main__":
    sys.exit(main())
