"""A number and its noun agree: "1 personne", "2 personnes"; in French nothing is singular too."""

from __future__ import annotations

import pytest

from messages import Money, text
from messages.types import Channel
from tests.support.env import catalogue


@pytest.mark.parametrize(
    ("language", "people", "expected"),
    [
        ("fr", 0, "Envoi no 3 : 0 personne."),
        ("fr", 1, "Envoi no 3 : 1 personne."),
        ("fr", 2, "Envoi no 3 : 2 personnes."),
        ("en", 0, "Sending 3: 0 people."),
        ("en", 1, "Sending 3: 1 person."),
        ("en", 2, "Sending 3: 2 people."),
    ],
)
def test_people_are_counted_as_the_language_counts(language: str, people: int, expected: str) -> None:
    said = catalogue().text(text("announcements-sending", number=3, people=people), language, Channel.TELEGRAM)
    assert said.startswith(expected)


def test_two_numbers_of_one_message_each_agree() -> None:
    counted = {"people": 1, "segments": 2, "telegram": 0, "sms": 1, "paper": 0, "unreachable": 0}
    said = catalogue().text(text("preview-total", cost=Money(3), **counted), "fr", Channel.TELEGRAM)
    assert "1 personne (" in said
    assert "2 segments" in said
    turned = counted | {"people": 2, "segments": 1}
    said = catalogue().text(text("preview-total", cost=Money(1), **turned), "fr", Channel.TELEGRAM)
    assert "2 personnes (" in said
    assert "1 segment," in said
