"""Every list of words is said in the page of the lists: what it is for, and who writes it."""

from __future__ import annotations

from collections.abc import Iterable

from tests.support.sources import ROOT

PAGE = ROOT / "messages" / "data" / "README.md"
LISTS = sorted(path.name for path in PAGE.parent.iterdir() if path.is_file() and path != PAGE)
OF_EACH_LANGUAGE = sorted(path.name for path in (ROOT / "messages" / "fr").iterdir() if path.suffix in (".tsv", ".txt"))


def unsaid(names: Iterable[str]) -> list[str]:
    page = PAGE.read_text(encoding="utf-8")
    return [
        f"messages/data/README.md: a line for `{name}`: what it is, and who writes it"
        for name in names
        if f"`{name}`" not in page
    ]


def test_every_list_is_said_in_the_page_of_the_lists() -> None:
    assert not (found := unsaid([*LISTS, *OF_EACH_LANGUAGE])), "\n  ".join(["", *found])


def test_a_list_that_the_page_lacks_is_seen() -> None:
    assert len(unsaid(["made_up.txt", LISTS[0]])) == 1
