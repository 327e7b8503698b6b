"""What lies in the repository: the promised folders, nothing of one machine, locks that hold, a Makefile that helps."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from tests.support.sources import ROOT, name_of, tracked_files

PROMISED = ROOT / "docs" / "architecture.md"
RUNTIME_LOCK, DEV_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"

# Folders that exist on one person's machine only, and addresses that a lock or a script must leave to the machine.
OF_ONE_MACHINE = re.compile(r"(?<![\w.~:/<>{}$-])/(home|Users|root|work)/\w")
INDEX = re.compile(
    r"--(extra-)?index[-]url|--find[-]links|--trusted[-]host|pypi\.org/[s]imple|python[h]osted|file:[/]{3}(?!etc/passwd)"
)
GENERATED = re.compile(r"(^|/)(__pycache__|\.venv|build|dist|node_modules)/|\.(pyc|sqlite3|db|egg-info)$|\.egg-info/")


def test_the_top_of_the_repository_is_the_one_promised() -> None:
    folders, files, may_come = promised()
    tops = {name_of(path).split("/")[0] for path in tracked_files()}
    strangers = tops - folders - files - may_come
    missing = (folders | files) - tops
    assert not strangers, (
        f"put these in one of the promised folders, or promise them in docs/architecture.md: {strangers}"
    )
    assert not missing, f"these are promised and not there: {missing}"


def promised() -> list[set[str]]:
    """The folders, the files, and the files that may come, as docs/architecture.md lists them under "At the root"."""
    part = text(PROMISED).partition("## At the root")[2].partition("\n## ")[0]
    lists = [set(re.findall(r"`([^`]+)`", item)) for item in part.split("\n- ")[1:]]
    assert len(lists) == 3, "three lists: folders, files, files that may come"
    return lists


def test_pre_commit_runs_what_ci_runs_before_the_tests() -> None:
    hooks = yaml.safe_load(text(ROOT / ".pre-commit-config.yaml"))["repos"][0]["hooks"]
    prerequisites = re.search(r"^check:(.*?)##", text(ROOT / "Makefile"), re.M)
    assert prerequisites is not None
    assert [hook["entry"] for hook in hooks] == [f"make {name}" for name in prerequisites[1].split() if name != "test"]
    for page in ("CONTRIBUTING.md", ".pre-commit-config.yaml"):
        assert "`make hooks`" in text(ROOT / page), f"{page}: `make hooks` installs them"
    assert re.search(r"^hooks:.*\n.*pre-commit.*\n.*pre-commit install$", text(ROOT / "Makefile"), re.M)


def recipes() -> dict[str, str]:
    """Each recipe of CONTRIBUTING.md, by its name in bold."""
    part = text(ROOT / "CONTRIBUTING.md").partition("## Recipes")[2].partition("\n## ")[0]
    parts = re.split(r"^\*\*([^*]+?)[.,]?\*\*", part, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_recipe_names_tests_to_run_that_exist() -> None:
    found = recipes()
    assert len(found) >= 17
    for name, words in found.items():
        ran = re.search(r"^Run `pytest ([^`]+)`", words, re.M)
        assert ran is not None, f"CONTRIBUTING.md, {name}: end it with the tests to run, Run `pytest tests/...`"
        paths = [*ran[1].split(), *re.findall(r"`(tests/[\w/.]+)`", words)]
        gone = [path for path in paths if not (ROOT / path).exists()]
        assert not gone, f"CONTRIBUTING.md, {name}: these are not there any more: {gone}"


def test_the_forms_of_issues_can_be_read_and_ask_for_no_one_s_name() -> None:
    forms = [path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"]
    assert forms
    for path in forms:
        form = yaml.safe_load(text(path))
        assert {"name", "description", "body"} <= form.keys(), path
        assert all(part["type"] in ("markdown", "textarea", "input") for part in form["body"]), path


def test_no_address_is_invented_for_whoever_reports_a_hole() -> None:
    said = text(ROOT / "SECURITY.md")
    assert not re.search(r"[\w.+-]+@[\w-]+\.\w+|https?://", said), "an address comes from an installation's settings"
    named = set(re.findall(r"\b[A-Z]+_[A-Z_]+\b", said))
    assert named
    assert named <= set(re.findall(r"^([A-Z_]+)=", text(ROOT / ".env.example"), re.M))


def test_every_list_made_from_another_names_its_licence() -> None:
    """A list made by a script stands with its sources in messages/data/README.md, and says its licence at its top."""
    readme = text(ROOT / "messages" / "data" / "README.md")
    made = re.findall(r"^\| (.+?) \| .+ \| `scripts/make_\w+\.py` \|$", readme, re.M)
    names = {name for cell in made for name in re.findall(r"`([^`]+)`", cell)}
    licence = readme.partition("## Licence")[2]
    assert names
    for name in names:
        assert f"`{name}`" in licence, f"say the licence of {name} in messages/data/README.md"
        assert "CC BY-SA 4.0" in text(ROOT / "messages" / "data" / name)[:600], name


def test_nothing_belongs_to_one_machine() -> None:
    found = [f"{where} {line.strip()[:100]}" for where, line in lines_of_text() if OF_ONE_MACHINE.search(line)]
    assert not found, said("a path of one machine does not exist on the next", found)


def test_no_package_index_is_named() -> None:
    # The Makefile's `--no-emit-index-url` is how the locks are kept free of them.
    lines = ((where, re.sub(r"--no-emit-\S+", "", line)) for where, line in lines_of_text())
    found = [f"{where} {line.strip()[:100]}" for where, line in lines if INDEX.search(line)]
    assert not found, said("which index serves the packages is the machine's affair (pip.conf)", found)


def test_nothing_generated_is_kept() -> None:
    found = [name_of(path) for path in tracked_files() if GENERATED.search(name_of(path))]
    assert not found, said("what a command can make again is not kept", found)


@pytest.mark.parametrize("lock", [RUNTIME_LOCK, DEV_LOCK], ids=lambda path: path.name)
def test_each_locked_package_has_its_version_and_hashes(lock: Path) -> None:
    entries = re.findall(
        r"^([A-Za-z0-9][^\s=]*)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text(lock), re.M
    )
    named = re.findall(r"^[A-Za-z0-9].*", text(lock), re.M)
    assert len(entries) == len(named), "each line of a lock is name==version with its hashes: run make lock"


def test_the_locks_hold_every_declared_dependency() -> None:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    missing = wanted(project["dependencies"]) - set(pins(RUNTIME_LOCK))
    missing |= wanted(project["optional-dependencies"]["dev"]) - set(pins(DEV_LOCK))
    assert not missing, f"run make lock: {sorted(missing)}"


def test_what_is_tested_is_what_runs() -> None:
    tested = pins(DEV_LOCK)
    differences = [f"{name} {pin}" for name, pin in pins(RUNTIME_LOCK).items() if tested.get(name) != pin]
    assert not differences, said("both locks give the same versions: run make lock", differences)


def test_make_help_lists_every_target() -> None:
    makefile = text(ROOT / "Makefile")
    declared = {name for line in re.findall(r"^\.PHONY:(.*)$", makefile, re.M) for name in line.split()}
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    listed = set(re.findall(r"^ +make (\S+) +\S", shown, re.M))
    assert listed == declared, "each target has a line `target: ... ## what it does`, and is .PHONY"


@pytest.mark.parametrize("script", [".ci/run", *(name_of(path) for path in sorted((ROOT / "scripts").glob("*.sh")))])
def test_each_shell_script_can_be_read_by_its_shell(script: str) -> None:
    shell = "bash" if "bash" in text(ROOT / script).splitlines()[0] else "sh"
    done = subprocess.run([shell, "-n", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_ci_runs_what_the_readme_promises() -> None:
    prerequisites = re.search(r"^check:(.*?)##", text(ROOT / "Makefile"), re.M)
    assert prerequisites is not None
    assert prerequisites[1].split() == ["lint", "dead", "types", "layers", "test"], "pytest's closing line comes last"
    assert re.search(r"make \S*\s*check$", text(ROOT / ".ci/run"), re.M)


def lines_of_text() -> Iterator[tuple[str, str]]:
    """(place, line) of every text file kept; pictures and other binary files are passed over."""
    for path in tracked_files():
        try:
            content = text(path)
        except UnicodeDecodeError:
            continue
        yield from ((f"{name_of(path)}:{number}", line) for number, line in enumerate(content.splitlines(), 1))


def wanted(requirements: Iterable[str]) -> set[str]:
    return {canonical(re.split(r"[\[<>=!~; ]", requirement)[0]) for requirement in requirements}


def pins(lock: Path) -> dict[str, str]:
    return {
        canonical(name): version for name, version in re.findall(r"^([A-Za-z0-9][\w.-]*)\S*?==(\S+)", text(lock), re.M)
    }


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def said(rule: str, places: Iterable[str]) -> str:
    return "\n  ".join([rule, *places])
