"""What a reading carries: days of an appointment, names, sums that were paid, digits of a list."""

from __future__ import annotations

import pytest

from messages.reading import Context, decide, read
from tests.messages.reading.corpus import corpus
from tests.messages.reading.judging import has_its_slots

SAME = 0.72  # of the lines of the reference, with weights trained on them: two careful people differ on the rest


def test_most_lines_of_the_reference_have_their_slots() -> None:
    lines = [line for line in corpus() if line.hand == "dev"]
    right = 0
    for line in lines:
        context = Context.of_code(line.context, line.language)
        right += has_its_slots(line, decide(read(line.text, context), context))
    assert right >= SAME * len(lines)


@pytest.mark.parametrize(
    ("code", "text", "slots"),
    [
        ("R", "bonjour je serai présent à la rencontre de mardi le huit décembre", "when=mardi"),
        ("C", "Aidez nous avec le chauffage cest 380 par mois chez nous l'hiver", ""),
        ("K:ride", "3", "digit=3;kind=walk"),
        ("K:ride", "2 - autobus", "digit=2;kind=fare"),
        ("K:ride", "en char", "kind=car"),
        ("K:childcare", "1", "digit=1;kind=childcare;amount=0"),
        ("K:total", "2", "digit=2"),
        ("E", "ouais svp 44 km aller retour en char + le diner", "kind=car;km=44;kind=meal;amount=20"),
        ("R", "cest la fille a Huguette, ma mère est rentrée a lhopital, comptez pas dessus", "name=Huguette"),
        ("R+", "ma voisine Solange veut venir aussi, elle a pas de cell", "name=Solange"),
        ("J:name", "bonjour mon nom est Aline comme la chanson virgule et je reste au village", "name=Aline"),
        ("L0", "toute", "digit=1;digit=2;digit=3"),
        ("L20", "NUMERO UN S.V.P.", "digit=1"),
        ("S", "mettez ça sur la glace jusqu'en février", "when=février"),
    ],
)
def test_a_slot_is_what_the_words_say(code: str, text: str, slots: str) -> None:
    context = Context.of_code(code)
    assert decide(read(text, context), context).reading.slots.written() == slots
