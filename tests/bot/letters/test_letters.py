"""The page as a person holds it: one page a letter, everything on it, the address in the window."""

from __future__ import annotations

import pytest

from bot.letters import labels_pdf, letters_pdf
from handlers.digest.letters import Letter


def letter(number: int = 1, words: str = "Le frigo du village est ouvert le samedi.") -> Letter:
    return Letter(
        number,
        "Réjean Côté",
        ("12, rue des Cœurs", "Grande-Anse (Québec)  G0X 1A0"),
        "fr",
        "Le lundi 30 novembre 2026",
        "Bonjour Réjean,",
        (
            ("Le frigo", words),
            ("Rencontre : COCO", "mardi 8 décembre, 13 h 30, salle du CLSC.\n1. Le camp."),
        ),
        "Pour nous parler : Maude, 819 555-0142",
        "Alliance de la Vallée-des-Rives",
    )


def pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ")


@pytest.mark.parametrize("many", [1, 3, 12])
def test_a_letter_is_one_page(many: int) -> None:
    assert pages(letters_pdf([letter(n) for n in range(many)])) == many


def test_a_long_month_still_holds_on_one_page() -> None:
    assert pages(letters_pdf([letter(words="Une phrase simple qui dit une chose. " * 90)])) == 1


@pytest.mark.parametrize(("people", "sheets"), [(1, 1), (30, 1), (31, 2)])
def test_labels_go_thirty_to_a_sheet(people: int, sheets: int) -> None:
    assert pages(labels_pdf([letter(n) for n in range(people)])) == sheets
