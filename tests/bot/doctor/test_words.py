"""What the doctor says of the words: the line of a message that cannot be read, and in which language people read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.doctor.finding import Finding
from bot.doctor.words import languages, lists
from messages import Channel
from messages.catalogue import Catalogue
from tests.support.env import catalogue
from tests.support.sources import ROOT


def said(findings: list[Finding]) -> list[str]:
    return [catalogue().text(one.words, "fr", Channel.TELEGRAM) for one in findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the messages, to be spoiled."""
    for path in (ROOT / "messages").glob("*/*.ftl"):
        (tmp_path / path.parent.name).mkdir(exist_ok=True)
        shutil.copy(path, tmp_path / path.parent.name)
    return tmp_path


def test_a_message_that_cannot_be_read_is_named_with_its_file_its_id_and_its_line(folder: Path) -> None:
    people = folder / "ht" / "people.ftl"
    lines = people.read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines, 1) if line.startswith("people-kind-digest ="))
    lines[place - 1] = "people-kind-digest = bilten { $"
    wrong = next(number for number, line in enumerate(lines, 1) if line.startswith("people-paused ="))
    lines[wrong - 1] = "people-paused = Poz jiska { $dat }"
    people.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = said(lists(Catalogue.open(folder)))
    assert any(f"messages/ht/people.ftl, ligne {place} (people-kind-digest" in line for line in found)
    assert any(f"messages/ht/people.ftl, ligne {wrong} (people-paused has the variables $dat" in one for one in found)
    assert len(found) == 2


def test_a_language_that_is_a_copy_is_no_language(folder: Path) -> None:
    """The people file of Spanish, copied from the French to be translated: complete, and not written."""
    shutil.copy(folder / "fr" / "people.ftl", folder / "es" / "people.ftl")
    spanish = [line for line in said(languages(Catalogue.open(folder))) if line.startswith("En espagnol")]
    assert len(spanish) == 1
    assert "sont écrits dans une autre langue : people-" in spanish[0]


def test_what_lacks_in_a_language_is_said_in_the_language_that_people_read() -> None:
    """What Creole falls back to is French; in an installation of English, Spanish is completed by English."""
    words = Catalogue.open()
    french = {line.split(",")[0]: line for line in said(languages(words))}
    english = {line.split(",")[0]: line for line in said(languages(words.by_default("en")))}
    assert "français (" in french["En espagnol"]
    assert "anglais (" in english["En espagnol"]
    assert "français (" in english["En créole haïtien"]
