"""`portevoix understand` on one message and on a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import build_app
from bot.cli.understand import answer
from messages.catalogue import Catalogue
from messages.keywords import Keyword, Understood
from messages.types import Channel


def run(*arguments: str) -> str:
    result = CliRunner().invoke(build_app(["understand"]), ["understand", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_one_message_shows_the_keyword_how_sure_and_the_answer() -> None:
    shown = run("absan mardi")
    assert "ABSENT" in shown
    assert "sure" in shown
    assert "mardi" in shown


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("gardienne", "Vouliez-vous dire GARDE? 1 oui 2 non"),
        ("je veux pu de messages", "arrêter tous les messages? 1 oui 2 non"),
        ("DEMANDE un banc", "1 être remboursé 2 demander"),
        ("annuler", "Que voulez-vous annuler?"),
    ],
)
def test_an_unsure_message_shows_the_question(text: str, question: str) -> None:
    assert question in run(text)


def test_a_sure_keyword_by_itself_is_said_to_be_done_and_not_asked_about_two_lines_below() -> None:
    shown = run("garde")
    assert "Un mot-clé seul et sûr" in shown
    assert "On fait" not in shown
    assert "On fait" in run("garde mardi soir")


def test_the_report_comes_in_the_language_asked_for() -> None:
    assert "Did you mean GARDE? 1 yes 2 no" in run("gardienne", "--language", "en")


def test_a_file_gives_one_json_object_per_message(tmp_path: Path) -> None:
    file = tmp_path / "messages.txt"
    file.write_bytes("\ufeffAbsan\r\n\r\nLa salle\u2028est froide\n  \nje veux pu de messages".encode())
    rows = [json.loads(line) for line in run("--file", str(file)).strip().split("\n")]
    assert rows == [
        {"text": "Absan", "keyword": "ABSENT", "sure": "sure"},
        {"text": "La salle\u2028est froide", "keyword": None, "sure": "none"},
        {"text": "je veux pu de messages", "keyword": "ARRET", "sure": "ask"},
    ]


def test_nothing_given_says_what_to_give() -> None:
    result = CliRunner().invoke(build_app(["understand"]), ["understand"])
    assert result.exit_code == 2
    assert "--file" in result.output


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_every_keyword_has_an_answer_and_a_question(language: str) -> None:
    catalogue = Catalogue.load(only="keywords")
    for keyword in Keyword:
        for found in (Understood(keyword, "sure"), Understood(keyword, "ask", payload="x")):
            assert catalogue.text(answer(found), language, Channel.SMS)
    for kind in ("reminders", "digest", "surveys"):
        for sure in ("sure", "ask"):
            assert catalogue.text(answer(Understood(Keyword.ARRET, sure, stop_kind=kind)), language, Channel.SMS)
