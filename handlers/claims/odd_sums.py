"""Sums that no claim has: beyond the ceiling of a line, or with a minus. Said back, and asked; never cut to what fits.

odd("autobus 99999999999")  ->  [9999999999900]
odd("garde -40")  ->  [-4000]
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from db.claims import rules
from handlers.claims.sentence import Claimed
from messages import Money, Text, text
from messages.reading.money import money

# A minus stands against its number, behind nothing that it could join ("20-25", "2026-02-03", "819-555-0101").
MINUS = re.compile(r"(?<![\w.,$)-])[-\u2212\u2013]\$?(?=\d)(?P<sum>\d+(?:[.,]\d{1,2})?)(?![\d-])")
OF_MONEY = ("fare", "taxi", "meal_paid", "childcare", "amount_said")


def odd(words: str) -> list[int]:
    """The cents of each such sum, as they were written."""
    below = [-_cents(match["sum"]) for match in MINUS.finditer(words)]
    beyond = [one.cents for one in money(words).sums if one.cents is not None and one.cents > rules.MOST_CENTS]
    return [*beyond, *below]


def _cents(written: str) -> int:
    return round(float(written.replace(",", ".")) * 100)


def without(said: Claimed) -> Claimed:
    """What was said but for such sums: each is asked for again."""
    found = odd(said.words)
    kept = {key: value for key, value in said.offered.items() if not _is_odd(key, value, found)}
    if not found and kept == said.offered:
        return said
    dropped = said.offered.keys() - kept.keys()
    shown = found or [_value(said.offered[key]) for key in OF_MONEY if key in dropped]
    missing = said.missing | (dropped & {"childcare", "other"})
    return replace(said, offered=kept, missing=frozenset(missing), odd=tuple(shown[:1]))


def _is_odd(key: str, value: Any, found: list[int]) -> bool:
    if key == "other":
        return any(_value(line[0]) > rules.MOST_CENTS or -_value(line[0]) in found for line in value)
    return key in OF_MONEY and (_value(value) > rules.MOST_CENTS or -_value(value) in found)


def _value(written: Any) -> int:
    return int(str(written))


def told(said: Claimed) -> list[Text]:
    """ "999 999 $? Écrivez le montant." """
    return [text("claims-sum-odd", amount=Money(cents)) for cents in said.odd]


def wanted(words: str) -> Text:
    """What is said of an answer that is no sum: which one it was, when it was read."""
    found = odd(words)
    return text("claims-sum-odd", amount=Money(found[0])) if found else text("dialogue-unclear-money")
