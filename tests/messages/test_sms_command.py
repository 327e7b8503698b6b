"""`portevoix sms`, as a coordinator reads it and as a program reads it."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.sms import sms, texts_in

APP = typer.Typer()
APP.command()(sms)


def run(*arguments: str, **environment: str) -> str:
    result = CliRunner().invoke(APP, list(arguments), env={"SMS_PRICE": "", **environment})
    assert result.exit_code == 0, result.output
    return result.output


def test_a_text_is_reported_in_plain_words() -> None:
    output = run("L’équipe est sûre: ça commence mardi… " + "x" * 40)
    assert "L'équipe est sure: ca commence mardi... xxx" in output
    assert "GSM-7" in output
    assert "Textos: 1 (comme c'était écrit: 2)" in output
    assert "0,0147 $" in output
    assert "Apostrophes rendues droites: 1" in output
    assert "« sûre » se lit « sure »" in output


def test_the_report_can_be_in_english_at_another_price() -> None:
    assert "Price per person: $0.02" in run("hello", "--language", "en", SMS_PRICE="0.02")


def test_a_file_gives_one_json_object_for_each_text(tmp_path: Path) -> None:
    file = tmp_path / "texts.txt"
    file.write_text("Déjà noté\nà mardi\n\n \nl’été, ç" + "x" * 64 + "\n", encoding="utf-8")
    first, second = (json.loads(line) for line in run("--file", str(file)).splitlines())
    assert first == {
        "text": "Déjà noté\nà mardi",
        "encoding": "GSM-7",
        "characters": 17,
        "segments": 1,
        "segments_as_written": 1,
        "cost": 0.0147,
        "changes": [],
        "warnings": [],
    }
    assert second["text"] == "l'été, c" + "x" * 64
    assert (second["segments"], second["segments_as_written"]) == (1, 2)
    assert second["changes"] == [
        "Apostrophes rendues droites: 1",
        "Lettres écrites sans accent pour envoyer moins de textos: 1 (ç = c)",
    ]


@pytest.mark.parametrize(
    ("content", "texts"),
    [("a\n\nb", ["a", "b"]), ("a\r\n\r\nb\r\n", ["a", "b"]), ("\n\na\nb\n\n\n\nc\n", ["a\nb", "c"]), ("", [])],
)
def test_texts_are_separated_by_blank_lines(content: str, texts: list[str]) -> None:
    assert texts_in(content) == texts


@pytest.mark.parametrize(("arguments", "price"), [([], ""), (["texte"], "cher")])
def test_a_wrong_call_is_explained_without_a_trace(arguments: list[str], price: str) -> None:
    result = CliRunner().invoke(APP, arguments, env={"SMS_PRICE": price})
    assert result.exit_code == 2
    assert "Traceback" not in result.output
