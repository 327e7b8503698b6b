"""A language is a folder and a line in one list: what it lacks is named here, and a list that cannot be read too."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from messages.catalogue import FALLBACK, FOLDER, Catalogue
from messages.coverage import copied, coverage
from messages.keywords import Keyword, data, understand
from messages.languages import CODES, DESK, LANGUAGES
from messages.lists import faults
from tests.support.env import catalogue
from tests.support.sources import ROOT

CATALOGUE = catalogue()
# What people write in each language: without one of these lists, a word of distress or a stop is not heard.
LISTS = (
    *("keywords.tsv", "distress.txt", "opt_out.txt", "dates.tsv", "own_name.txt", "own_age.txt", "own_address.txt"),
    *("new_phone.txt", "short_words.tsv"),
)
COPIED = 0.5  # the share of a list's lines that are another language's, from which it was copied and not written
# The words that must be heard in each language, whatever else it lacks.
HEARD = (Keyword.AIDE, Keyword.ARRET, Keyword.OUI, Keyword.NON, Keyword.ABSENT, Keyword.COMMENTAIRE, Keyword.RECLAMER)


def test_each_language_is_a_folder_and_a_line_of_the_list() -> None:
    folders = {path.parent.name for path in FOLDER.glob("*/*.ftl")}
    assert folders == set(CODES), "messages/languages.py lists the folders of messages/"
    assert CODES[0] == FALLBACK
    assert {code for language in LANGUAGES for code in language.falls_back_to} <= set(CODES)
    assert all(CATALOGUE.has("people-language-name", code) for code in CODES)


def test_every_language_has_what_joining_answering_distress_and_stopping_say() -> None:
    lacking = [f"messages/{one.language.code}: {id}" for one in coverage(CATALOGUE) for id in one.essential]
    assert not lacking, "\n" + "\n".join(lacking)


@pytest.mark.parametrize("code", CODES)
def test_no_message_of_a_language_is_a_copy_of_another_s(code: str) -> None:
    """A folder copied to be translated is complete, and people are asked for their consent in a language not theirs."""
    found = [f"messages/{code}: {id} is written in {other}" for id, other in copied(CATALOGUE, code).items()]
    assert not found, "translate them, or say in messages/data/same_words.txt that they are right:\n" + "\n".join(found)


def test_a_copy_is_seen_whichever_form_was_left(tmp_path: Path) -> None:
    for code, words in {
        "fr": "a = Voulez-vous recevoir nos messages?\n    .sms = Voulez-vous nos messages?\nb = Taxi: 3 km\n",
        "en": "a = Do you want our messages?\n    .sms = Voulez-vous nos messages?\nb = Taxi: 3 km\n",
        "es": "a = ¿Quiere nuestros mensajes?\n",
    }.items():
        (tmp_path / code).mkdir()
        (tmp_path / code / "topic.ftl").write_text(words, encoding="utf-8")
    catalogue = Catalogue.open(tmp_path)
    assert copied(catalogue, "en") == {"a": "fr"}
    assert copied(catalogue, "es") == {}


def test_what_lacks_is_counted_in_the_language_in_which_it_is_read() -> None:
    for one in coverage(CATALOGUE):
        lacking = CATALOGUE.missing(one.language.code)
        assert sum(one.said_in.values()) == len(lacking) == one.of - one.messages
        for code, count in one.said_in.items():
            assert count == sum(CATALOGUE.entry(id, one.language.code).file.startswith(f"{code}/") for id in lacking)


def test_every_line_of_every_catalogue_can_be_said() -> None:
    found = [str(fault) for fault in CATALOGUE.faults()]
    assert not found, "\n" + "\n".join(f"messages/{one}" for one in found)


@pytest.mark.parametrize("code", DESK)
def test_a_language_of_the_desk_has_every_message(code: str) -> None:
    lacking = [f"messages/{code}: {id}" for id in CATALOGUE.missing(code)]
    assert not lacking, "\n" + "\n".join(lacking)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", LISTS)
def test_every_language_has_its_own_words(code: str, name: str) -> None:
    assert any(row.folder == code for row in data.read(name)), f"write messages/{code}/{name}"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", LISTS)
def test_no_list_of_a_language_is_a_copy_of_another_s(code: str, name: str) -> None:
    """A folder copied to be translated hears no cry and no stop of those who speak the new language."""
    lines = {
        other: {line for line in (FOLDER / other / name).read_text(encoding="utf-8").splitlines() if is_written(line)}
        for other in CODES
    }
    own = lines.pop(code)
    copied_from = [other for other, theirs in lines.items() if len(own & theirs) >= COPIED * len(own)]
    assert not copied_from, f"messages/{code}/{name} holds the words of {copied_from}: write its own"


def is_written(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_keyword_of_a_language_is_heard_as_it_is_and_by_the_language_s_own_name(language: object) -> None:
    spoken = next(one for one in LANGUAGES if one is language)
    own_name = CATALOGUE.entry("people-language-name", spoken.code).message.value
    assert own_name is not None
    for words in (spoken.keyword, own_name.elements[0].value):  # type: ignore[union-attr]
        found = understand(words)
        assert (found.keyword, found.sure, found.alone) == (Keyword(spoken.keyword), "sure", True), words


@pytest.mark.parametrize("code", CODES)
def test_what_matters_most_is_heard_in_every_language(code: str) -> None:
    own = {Keyword(name) for row, (name, *_) in data.rows("keywords.tsv") if row.folder == code}
    assert set(HEARD) <= own, f"messages/{code}/keywords.tsv lacks {sorted(set(HEARD) - own)}"


def test_no_line_of_any_list_is_left_out() -> None:
    found = [f"{fault.file}:{fault.line} {fault.why}" for fault in faults()]
    assert not found, "\n" + "\n".join(found)


def test_each_list_of_columns_says_its_shape() -> None:
    names = {path.name for path in FOLDER.glob("*/*.tsv")}
    assert names == set(data.SHAPES), "messages/keywords/data.py says what stands in each column of a list (SHAPES)"


BAD = "one column\n\tx\ttoo\tmany\tcolumns\tby\tfar\nNOWHERE\tnohow\t((\n"


def test_a_bad_line_of_any_list_is_named_and_what_is_good_goes_on_answering(tmp_path: Path) -> None:
    """A copy of the whole program's words, with bad lines at the end of every list, read by another process."""
    shutil.copytree(ROOT / "messages", tmp_path / "messages", ignore=shutil.ignore_patterns("__pycache__"))
    lists = sorted(path for path in (tmp_path / "messages").glob("*/*.tsv"))
    whole = {path: path.read_text(encoding="utf-8") for path in lists}
    for path, content in whole.items():
        path.write_text(f"{content}{BAD}", encoding="utf-8")
    for name in data.PATTERNS:
        for path in (tmp_path / "messages").glob(f"*/{name}"):
            path.write_text(path.read_text(encoding="utf-8") + "(never closed\n", encoding="utf-8")
    program = (
        "from messages.lists import faults\n"
        "from messages.keywords import is_distress, understand\n"
        "from messages.sentences.dates import when\n"
        "import datetime as dt\n"
        "for fault in faults(): print('fault', fault.file, fault.line)\n"
        "print(understand('ARRET').keyword, understand('aide').keyword, is_distress('je veux mourir'))\n"
        "print(when('mardi 10 mars', dt.date(2026, 1, 5)).day)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    for path, content in whole.items():
        first = len(content.splitlines()) + 1
        where = path.relative_to(tmp_path).as_posix()
        assert f"fault {where} {first}\n" in done.stdout, where
        assert f"fault {where} {first + 1}\n" in done.stdout, where
    assert "ARRET AIDE True" in done.stdout
    assert "2026-03-10" in done.stdout
    assert "fault messages/fr/distress.txt" in done.stdout
    assert "a line of the word lists cannot be read" in done.stdout + done.stderr
