"""Lists of messages as people text them: keywords must be recognised, free words never acted upon."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from messages.keywords import Keyword, understand

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
# Labelled messages kept outside the project (text, expected, kind), for who has them.
LABELLED = Path(os.environ.get("PORTEVOIX_LABELLED_MESSAGES", ROOT.parent / "shared" / "domain" / "keywords.tsv"))
RENAMED = {"INFO": "AIDE", "DEMANDE": "RECLAMER"}


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def labelled() -> list[dict[str, str]]:
    if not LABELLED.exists():
        pytest.skip(f"no labelled messages: {LABELLED} is not there (PORTEVOIX_LABELLED_MESSAGES names another place)")
    with LABELLED.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows, delimiter="\t"))


def test_messages_as_people_text_them_are_recognised() -> None:
    rows = [line.split("\t") for line in lines("texted.tsv")]
    missed = [(text, expected) for expected, text in rows if understand(text).keyword != expected]
    assert len(rows) > 400
    assert len(missed) <= len(rows) * 0.02, (
        f"more than two in a hundred are missed: add their words to messages/fr/keywords.tsv (or en/): {missed}"
    )


def test_every_keyword_has_messages_in_the_list() -> None:
    there, known = {line.split("\t")[0] for line in lines("texted.tsv")}, {keyword.value for keyword in Keyword}
    assert not known - there, (
        f"tests/messages/keywords/texted.tsv: write messages of {sorted(known - there)}, as people text them: "
        "the keyword, a tab, the message"
    )
    assert not there - known, f"tests/messages/keywords/texted.tsv: no such keyword: {sorted(there - known)}"


@pytest.mark.parametrize("text", lines("free_words.txt"))
def test_free_words_are_never_acted_upon(text: str) -> None:
    assert understand(text).sure != "sure"


def test_free_words_are_seldom_questioned() -> None:
    texts = lines("free_words.txt")
    questioned = [text for text in texts if understand(text).sure == "ask"]
    assert len(texts) >= 250
    # A hundred of them were chosen because they open with a keyword ("Transport trop cher").
    assert len(questioned) <= len(texts) * 0.16, questioned


def test_labelled_messages_are_recognised() -> None:
    rows = [row for row in labelled() if row["expected"] != "NONE"]
    missed = [
        row["text"] for row in rows if understand(row["text"]).keyword != RENAMED.get(row["expected"], row["expected"])
    ]
    assert len(missed) <= len(rows) * 0.07, missed


def test_labelled_comments_are_never_acted_upon() -> None:
    comments = [row["text"] for row in labelled() if row["expected"] == "NONE"]
    acted = [text for text in comments if understand(text).sure == "sure"]
    assert [text for text in acted if understand(text).keyword is not Keyword.PEUT_ETRE] == []
