"""Small changes of the code that keeps namelessness, identity and permissions: do its tests notice? `make mutants`.

Each line of MUTATED is a file and the tests that must notice. A mutant is the file with one change (a comparison
turned, a number off by one, an `and` for an `or`, a condition reversed or left out, a refusal that does not refuse, a
clause of a SELECT that is missing, a call that does not happen...). It is
*noticed* when a test fails on it (`scripts/mutants_run.py` says how they are tried). Those that are not are listed:
each is in EXPLAINED, with why no test could or should, or is a hole. The seed makes the draw repeatable.
"""

from __future__ import annotations

import argparse
import ast
import copy
import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ENOUGH = 0.9
NAMELESS = ("tests/stories/test_nameless_kept.py", "tests/stories/test_comments_nameless.py")
MERGES = ("tests/handlers/people/test_merging.py", "tests/stories/test_identity_merges.py")
RIGHTS = ("tests/handlers/test_actor.py", "tests/handlers/claims/test_scope.py", "tests/handlers/test_every_act.py")
CHECKS = ("tests/handlers/test_check_pages.py",)
MUTATED: dict[str, tuple[str, ...]] = {
    "handlers/comments/nameless.py": ("tests/handlers/comments/test_nameless_rows.py", *NAMELESS),
    "handlers/comments/forgetting.py": NAMELESS,
    "handlers/comments/beside.py": NAMELESS,
    "handlers/comments/authors.py": NAMELESS,
    "db/forgotten.py": NAMELESS,
    "db/path_key.py": ("tests/db/test_path_key.py",),
    "bot/path_key.py": ("tests/bot/test_path_key.py",),
    "handlers/act.py": ("tests/handlers/test_acts_run.py", *RIGHTS),
    "handlers/acting.py": ("tests/handlers/test_actor.py",),
    "handlers/things.py": ("tests/handlers/test_things.py",),
    "handlers/checks.py": CHECKS,
    "db/scope.py": ("tests/db/test_scope.py",),
    "db/codes.py": ("tests/db/test_codes.py",),
    "db/merging.py": MERGES,
    "db/leaving.py": ("tests/db/test_leaving.py", *MERGES),
    "handlers/people/merging.py": ("tests/handlers/people/test_merge_asked.py", *MERGES),
    "handlers/people/linking.py": (*MERGES, "tests/stories/test_identity.py"),
    "handlers/people/revoking.py": (
        "tests/handlers/people/test_revoking.py",
        "tests/stories/test_identity_roles.py",
    ),
}
# "file: line of code (change)", without its comment -> why nobody notices.
PATHS, NAMELESS_PY = "db/path_key.py", "handlers/comments/nameless.py"
MERGING, PEOPLE_MERGING = "db/merging.py", "handlers/people/merging.py"
GUARDED = "if merge is None or kept is None or turn.person is None or not _stands(turn, merge):"
THEIRS = (
    "theirs = turn.person is not None and turn.person.id == merge.absorbed_id and turn.contact.id == merge.contact_id"
)
SHOWN = "return IN_PLACE if looks_like_code(written) and set(written) <= set(LETTERS) else words"
RIVALS = 'values = await _filled(session, rival, row, shared | {prop.key for prop in _keys(kind)} | {"scope"})'
NO_LACK = "a key, and what two rivals share, are never lacking"
LAYOUT = "CONTACT_DIGITS, PSEUDONYM, LANGUAGE, CODE = 19, 64, 16, 8"
WIDER = "a sealed text that is longer, as all are, is opened all the same"
EXPLAINED: dict[str, str] = {
    **{f"{PATHS}: {LAYOUT} ({width} -> {width + 1})": WIDER for width in (19, 64, 16, 8)},
    f"{PATHS}: NONCE_BYTES = 12 (12 -> 13)": "the cipher takes a longer nonce too",
    **{
        f"handlers/acting.py: class {name}: (True -> False)": "nobody changes one once it is made"
        for name in ("LookedAt", "Picture", "ActResult")
    },
    f"{NAMELESS_PY}: FIRST_NUMBER = 5001 (5001 -> 5002)": "one number fewer to draw from",
    f"{NAMELESS_PY}: tries, number = 0, FIRST_NUMBER + secrets.randbelow(among) (0 -> 1)": "it widens a draw earlier",
    f"{NAMELESS_PY}: tries += 1 (1 -> 2)": "it widens after ten draws",
    f"{NAMELESS_PY}: number = FIRST_NUMBER + secrets.randbelow(among * 10 ** (tries // 20)) (20 -> 21)": (
        "it widens a draw later"
    ),
    f"{NAMELESS_PY}: IDS_BELOW = 2**31 - 2 (+ <-> -)": "four ids more to draw from",
    f"{NAMELESS_PY}: IDS_BELOW = 2**31 - 2 (2 -> 3)": "an id fewer to draw from",
    f"{NAMELESS_PY}: NUMBERS_BELOW = 2**53 (53 -> 54)": "as many again to draw from",
    f"{NAMELESS_PY}: CODES = (100_000, 1_000_000) (100000 -> 100001)": "a code fewer to draw from",
    f"{NAMELESS_PY}: CODES = (100_000, 1_000_000) (1000000 -> 1000001)": "a code more, once in 900,000",
    f"{NAMELESS_PY}: return number, -1 - secrets.randbelow(IDS_BELOW) (1 -> 2)": "an id fewer to draw from",
    f"{NAMELESS_PY}: number = -1 - secrets.randbelow(NUMBERS_BELOW) (1 -> 2)": "a number fewer to draw from",
    f"{NAMELESS_PY}: if await session.scalar(another.limit(1)) is None: (1 -> 2)": "the first is enough",
    f"{NAMELESS_PY}: await acting.session.flush() (call dropped)": "the next question of the same transaction does it",
    f"{NAMELESS_PY}: await session.flush() (call dropped)": "the next question of the same transaction does it",
    f"{NAMELESS_PY}: forgot(session) (call dropped)": "the same transaction said so when it forgot the messages",
    f"{NAMELESS_PY}: if comment.person_id is None or comment.confirmed_at is None: (Or -> And)": (
        "a comment has both, or neither"
    ),
    **{
        f"{MERGING}: {RIVALS} ({part} left out)": NO_LACK
        for part in ("shared | {prop.key for prop in _keys(kind)}", "shared", "{prop.key for prop in _keys(kind)}")
    },
    f"{MERGING}: await session.flush() (call dropped)": "the next question of the same transaction does it",
    f"{PEOPLE_MERGING}: {THEIRS} (turn.person is not None left out)": "it was asked already",
    **{
        f"{PEOPLE_MERGING}: {GUARDED} ({part} is None left out)": "the next of these conditions is true then"
        for part in ("merge", "kept", "turn.person")
    },
    "db/codes.py: await session.flush() (call dropped)": "the next question of the same transaction does it",
    f"db/codes.py: {SHOWN} (LtE -> Lt)": "no code has all of the letters",
    "db/leaving.py: await session.flush() (call dropped)": "the next question of the same transaction does it",
    "handlers/things.py: if held: (if reversed)": "SQLite, on which these run, has one writer at a time",
    f"{NAMELESS_PY}: NUMBERS = 5000 (5000 -> 5001)": "one number more to draw from",
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
    """`tree` is the whole file with the one change; `line` begins its statement; `function` is "" outside of any."""

    file: str
    line: int
    function: str
    what: str
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of code stands: the statement that holds it, the function or method that holds that."""

    line: int = 0
    function: str = ""


def mutants_of(file: str, source: str) -> list[Mutant]:
    """Every change of one file, in its order. Text, annotations, logs and defaults of types are left alone."""
    tree = ast.parse(source)
    places = dict(_places(tree, "", Place()))
    found, silent = [], set(_changes_nothing(tree))
    for at, node in enumerate(ast.walk(tree)):
        for what, change in changes(node) if node not in silent else ():
            changed = copy.deepcopy(tree)
            here = next(one for place, one in enumerate(ast.walk(changed)) if place == at)
            instead = change(here)
            if isinstance(instead, ast.AST):
                _replace(changed, here, ast.copy_location(instead, here))
            place = places[node]
            found.append(Mutant(file, place.line, place.function, what, ast.fix_missing_locations(changed)))
    return [one for one in found if one.line]


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for holder in ast.walk(tree):
        for field, value in ast.iter_fields(holder):
            if value is old:
                setattr(holder, field, new)
            elif isinstance(value, list) and any(one is old for one in value):
                value[:] = [new if one is old else one for one in value]


def _changes_nothing(tree: ast.AST) -> Iterator[ast.AST]:
    """What no test could notice: imports for the types alone, annotations, and whether a record has slots."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield node
        elif isinstance(node, ast.keyword) and node.arg == "slots":
            yield node.value
        for note in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            yield from ast.walk(note) if isinstance(note, ast.AST) else ()


def _places(node: ast.AST, inside: str, place: Place) -> Iterator[tuple[ast.AST, Place]]:
    """Decorators and defaults of a function are said when its file is read, not within it."""
    for field, child in ((f, c) for f, value in ast.iter_fields(node) for c in _listed(value)):
        here = replace(place, line=child.lineno) if isinstance(child, ast.stmt | ast.excepthandler) else place
        within = inside
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not place.function and field == "body":
            here = replace(here, function=inside)
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            within = f"{inside}.{child.name}".lstrip(".")
        yield child, here
        yield from _places(child, within, here)


def _listed(value: object) -> list[ast.AST]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, ast.AST)]


def changes(node: ast.AST) -> Iterator[Change]:
    """(what is changed, how) of one piece of code."""
    yield from _of_a_choice(node)
    yield from _of_what_is_asked(node)
    yield from _of_a_value(node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Await | ast.Call) and "log." not in ast.unparse(node):
        yield "call dropped", lambda n: setattr(n, "value", ast.Constant(None))
    elif isinstance(node, ast.Raise) and node.exc is not None:
        yield "refusal dropped", lambda n: ast.Pass()
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


def _of_what_is_asked(node: ast.AST) -> Iterator[Change]:
    """Each thing that is asked together with others, left out: of a condition, of a SELECT, of what is changed."""
    if isinstance(node, ast.BoolOp):
        for at, part in enumerate(node.values):
            yield f"{_short(part)} left out", partial(_without, at)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr) and not _types(node):
        yield f"{_short(node.left)} left out", lambda n: n.right
        yield f"{_short(node.right)} left out", lambda n: n.left
    elif isinstance(node, ast.Call) and _name(node.func) in ("where", "and_", "or_"):
        for at, part in enumerate(node.args):
            yield f"{_short(part)} left out", partial(_asks_less, at)


def _asks_less(at: int, call: ast.Call) -> None:
    del call.args[at]


def _without(at: int, several: ast.BoolOp) -> ast.expr:
    rest = [*several.values[:at], *several.values[at + 1 :]]
    return ast.BoolOp(several.op, rest) if rest[1:] else rest[0]


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _short(node: ast.AST) -> str:
    return ast.unparse(node)[:60]


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


def chosen_of(file: str, per_file: int | None, seed: str, lines: str = "", what: str = "") -> list[Mutant]:
    """`lines`: "12,40", those alone; "" for all. `what`: those whose change matches this expression."""
    every = [one for one in mutants_of(file, (ROOT / file).read_text()) if re.search(what, one.what)]
    if lines:
        return [one for one in every if one.line in map(int, lines.split(","))]
    dice = random.Random(f"{seed} {file}")
    return every if per_file is None else dice.sample(every, min(per_file, len(every)))


def tried(
    file: str, per_file: int | None, seed: str, only: tuple[str, str], tests: Sequence[str]
) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant of a file as it is known, and whether a test noticed it."""
    command = [
        sys.executable,
        "-m",
        "scripts.mutants_run",
        file,
        str(per_file or 0),
        seed,
        *only,
        *(tests or MUTATED[file]),
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        lines = (line for line in running.stdout or () if line.startswith('{"noticed"'))
        for mutant in chosen_of(file, per_file, seed, *only):
            said = next(lines, None)
            if said is None:
                raise SystemExit(f"{file}: its tests do not run")
            yield mutant, bool(json.loads(said)["noticed"])
        for _ in lines:  # it says how long it took, and ends
            pass


def explained(mutant: Mutant) -> str:
    line = (ROOT / mutant.file).read_text().splitlines()[mutant.line - 1].partition("  #")[0].strip()
    return EXPLAINED.get(f"{mutant.file}: {line} ({mutant.what})", "")


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="*", default=list(MUTATED))
    options.add_argument("--all", action="store_true", help="every mutant, not some of each file")
    options.add_argument("--per-file", type=int, default=12)
    options.add_argument("--seed", default="1")
    options.add_argument("--lines", default="", help="those of these lines alone: 12,40")
    options.add_argument("--what", default="", help="those alone whose change matches: 'left out|refusal dropped'")
    options.add_argument("--tests", nargs="*", default=(), help="these in place of the file's own")
    options.add_argument("--list", action="store_true", help="say them, try none")
    given = options.parse_args()
    per_file = None if given.all else given.per_file
    only = (given.lines, given.what)
    if given.list:
        listed = (one for file in given.files for one in chosen_of(file, per_file, given.seed, *only))
        print(*(f"{one.file}:{one.line} {one.what}" for one in listed), sep="\n")
        return 0
    return max(_judged(file, per_file, given.seed, only, given.tests) for file in given.files)


def _judged(file: str, per_file: int | None, seed: str, only: tuple[str, str], tests: Sequence[str]) -> int:
    """0 when enough was noticed and the rest is explained."""
    kept, whys = 0, []
    for mutant, noticed in tried(file, per_file, seed, only, tests):
        kept += noticed
        if not noticed:
            whys.append(explained(mutant))
            why = f" ({whys[-1]})" if whys[-1] else ""
            print(f"not noticed: {mutant.file}:{mutant.line} {mutant.what}{why}", flush=True)
    holes = whys.count("")
    print(f"{file}: {kept} of {kept + len(whys)} noticed, {len(whys) - holes} explained, {holes} holes", flush=True)
    return 0 if not holes and kept >= ENOUGH * (kept + len(whys) - (len(whys) - holes)) else 1


if __name__ == "__main__":
    sys.exit(main())
