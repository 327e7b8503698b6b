"""A meeting as a coordinator writes it, in one message or in a file, and what a line that cannot be read gets."""

from __future__ import annotations

import datetime as dt

import pytest

from handlers.acting import Refused
from handlers.meetings.spec import MeetingSpec, PointSpec, read_message, read_yaml
from tests.support.sources import ROOT

TODAY = dt.date(2026, 2, 2)
POINT = PointSpec("Le camp", "On choisit l'heure.", "L'autobus passera.")
WHOLE = MeetingSpec(
    "COCO",
    dt.date(2026, 2, 10),
    dt.time(13, 30),
    dt.time(15, 30),
    "salle du CLSC",
    "819 555-0100",
    "ascenseur",
    meal_served=True,
    carrier="Denis",
    answer_by=dt.date(2026, 2, 20),
    points=(POINT, PointSpec("Le frigo")),
)
FRENCH = """COCO
date: mardi 10 février 13h30 à 15h30
lieu: salle du CLSC
téléphone: 819 555-0100
accès: ascenseur
repas: oui
1. Le camp | On choisit l'heure. | L'autobus passera.
2) Le frigo
porteur: Denis
réponse: 20 février"""
ENGLISH = """roundtable: COCO
day: Tuesday February 10
hours: 1:30 pm to 3:30 pm
place: salle du CLSC
phone: 819 555-0100
access: ascenseur
meal: served
1. Le camp | On choisit l'heure. | L'autobus passera.
2. Le frigo
read by: Denis
answer by: February 20"""
YAML = """
roundtable: COCO
date: 2026-02-10
start: 13:30
end: "15:30"
place: salle du CLSC
dial_in: 819 555-0100
access: ascenseur
meal_served: true
carrier: Denis
answer_by: 20 février
agenda:
  - title: Le camp
    plain: On choisit l'heure.
    changes: L'autobus passera.
  - Le frigo
"""


@pytest.mark.parametrize("words", [FRENCH, ENGLISH])
def test_a_meeting_is_read_from_one_message(words: str) -> None:
    assert read_message(words, TODAY) == WHOLE


def test_a_meeting_is_read_from_a_file() -> None:
    assert read_yaml(YAML, TODAY) == WHOLE


def test_the_example_file_can_be_read_and_announced() -> None:
    spec = read_yaml((ROOT / "docs/examples/rencontre.yaml").read_text(encoding="utf-8"), TODAY)
    assert (spec.start, spec.end) == (dt.time(13, 30), dt.time(15, 30))
    assert spec.meal_served is False
    assert all(point.plain and point.changes for point in spec.points)


@pytest.mark.parametrize(
    ("written", "hour"),
    [("9:00", dt.time(9)), ("08:30", dt.time(8, 30)), ("13h", dt.time(13)), ("9 h 15", dt.time(9, 15))],
)
def test_an_hour_in_a_file_is_the_hour_that_is_written(written: str, hour: dt.time) -> None:
    assert read_yaml(f"roundtable: COCO\nstart: {written}", TODAY).start == hour


@pytest.mark.parametrize(
    ("words", "reason", "named"),
    [
        ("COCO\nn'importe quoi", "meetings-unreadable-line", "n'importe quoi"),
        ("COCO\nlieu:", "meetings-unreadable-line", "lieu:"),
        ("COCO\ndate: bientôt", "meetings-unreadable-date", "bientôt"),
        ("COCO\nréponse: un jour", "meetings-unreadable-date", "un jour"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(words: str, reason: str, named: str) -> None:
    with pytest.raises(Refused) as refused:
        read_message(words, TODAY)
    assert refused.value.reason.id == reason
    assert named in refused.value.reason.args.values()


# A list of ten lists of ten lists...: a few lines that stand for a hundred thousand million words.
ALIASES = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("roundtable: [COCO", "meetings-bad-file"),
        ("- COCO", "meetings-bad-file"),
        ("", "meetings-bad-file"),
        (ALIASES, "meetings-bad-file"),
        ("place: " + "[" * 40_000, "meetings-bad-file"),
        ("place: " + "x" * 200_000, "meetings-long-file"),
        ("roundtable: COCO\nplce: ici", "meetings-unknown-key"),
        ("roundtable: COCO\nagenda:\n  - titre: Le camp", "meetings-unknown-key"),
        ("roundtable: COCO\nplace:\n  - ici\n  - là", "meetings-unreadable-line"),
        ("roundtable: COCO\ndate: bientôt", "meetings-unreadable-date"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(content: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_yaml(content, TODAY)
    assert refused.value.reason.id == reason


@pytest.mark.parametrize(
    "agenda", ["agenda: Le camp | On choisit. | Oui.", "agenda:\n  - Le camp | On choisit. | Oui."]
)
def test_one_point_may_be_written_on_its_line(agenda: str) -> None:
    assert read_yaml(f"roundtable: COCO\n{agenda}", TODAY).points == (PointSpec("Le camp", "On choisit.", "Oui."),)
