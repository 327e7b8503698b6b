""" "la même chose que la dernière fois": the sums of their last claim, offered to this one and shown with its total."""

from __future__ import annotations

import re
from typing import Any

from db.claims.questions import own_claims
from db.claims.rules import LineKind
from db.conversations import IncomingMessage
from handlers.claims import amending, held, second
from handlers.claims.held import ClaimChange
from handlers.claims.sentence import NOTHING, TAXI, Claimed
from handlers.claims.which import FIRST_SAID
from handlers.turn import Turn
from messages.keywords import fold
from messages.reading.numbers import quantities

SAME = re.compile(
    r"\b(?:meme|pareil\w*|same|mismo|igual|menm)\b(?: \w+){0,3} (?:derniere?|autre|avant|last|before|ultima|pasada|"
    r"anvan|denye)\b|\b(?:comme|like|como|menm jan) (?:la derniere fois|l autre fois|last time|la ultima vez|avant|"
    r"dhabitude|d habitude|the last time|denye fwa)\b"
)
LONGEST = 12  # words
RIDES = {"fare": "bus", "taxi": TAXI, "car": "car"}


def says(words: str) -> bool:
    said = fold(words)
    return len(said.split()) <= LONGEST and not any(map(str.isdigit, said)) and SAME.search(said) is not None


async def claimed(turn: Turn) -> Claimed | None:
    """What the last claim held, but for the time, which goes with each meeting."""
    assert turn.person is not None
    last = next(iter(await own_claims(turn.session, turn.person.id, limit=1)), None)
    if last is None:
        return None
    lines = await second.lines_kept(turn.session, last)
    sums = held.of_lines(lines)
    offered: dict[str, Any] = {**NOTHING, "transport": "+".join(RIDES[ride] for ride in sums.rides) or "none"}
    offered |= {key: str(cents) for key, cents in sums.prices.items() if key != "meal"}
    offered |= {"km": f"{sums.km:g}"} if sums.km else {}
    offered |= {"taxi_why": why} if (why := amending.why_of(lines)) else {}
    offered |= {"other": [[cents, what] for cents, what in sums.others]} if sums.others else {}
    meal = next((line for line in lines if line.kind is LineKind.MEAL), None)
    if meal is not None:
        offered |= {"meal": f"{meal.quantity:g}", "meal_paid": str(meal.cents)}
    return Claimed(turn.text, offered=offered)


async def by_the_hour(turn: Turn, start: Any, change: ClaimChange, cents: int) -> ClaimChange:
    """ "la gardienne c 4 heures", when 3 hours at 12 $ were said before: 48 $."""
    first = await turn.session.get(IncomingMessage, start.get(FIRST_SAID, 0))
    if change.again != {"childcare"} or first is None or not cents:
        return change
    said = quantities(first.text or "")
    before = [one.value for one in said if one.unit == "hours"]
    now = [one.value for one in quantities(turn.text) if one.unit == "hours"]
    if len(before) != 1 or len(now) != 1 or not before[0]:
        return change
    rate = cents / before[0]
    known = any(one.unit in ("", "money") and round(one.value * 100) == round(rate) for one in said)
    return ClaimChange({"childcare": round(rate * now[0])}) if known else change
