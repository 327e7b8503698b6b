"""What coordinators write: /plus-tard presence 12 14 jours la raison; /recherche frigo; /essai rencontre 12."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from handlers.act import Act
from handlers.acting import Acting, refuse
from handlers.commands import Do, Read
from handlers.todo.acts import DAYS, kind_read
from handlers.trials import Trial
from messages.keywords import fold

WRITTEN = re.compile(
    r"^\s*(?P<kind>[^\W\d]+(?:[ -][^\W\d]+)??)\s+(?:no\.?\s*)?(?P<number>\d{1,9})\b[,:]?\s*"
    r"(?:(?P<count>\d{1,3})\s*(?P<unit>jours?|j|days?|semaines?|weeks?|mois|months?)\b[,:]?\s*)?(?P<why>.*)$",
    re.IGNORECASE | re.DOTALL,
)
UNITS = {"j": 1, "d": 1, "s": 7, "w": 7, "m": 30}
TRIED = re.compile(r"^\s*(?P<kind>[^\W\d]*)\s*(?:no\.?\s*)?(?P<number>\d{0,9})\s*$", re.IGNORECASE)
FOLLOWING = re.compile(r"^\s*(?P<words>.*\S)[\s,]+(?:suite|more|next)\s*(?P<page>\d{0,3})\s*$", re.IGNORECASE)
AGAIN = {"reprendre", "again", "encore"}


def show(act: Act[Any]) -> Read:
    """/a-faire; /a-faire 2: what comes after."""

    async def read(_acting: Acting, words: str) -> Do:
        page = words.strip()
        return Do(act, page=int(page)) if page.isdecimal() and len(page) < 4 else Do(act)

    return read


def put_off(put: Act[Any], take_up: Act[Any]) -> Read:
    """/plus-tard presence 12 14 jours la raison; /plus-tard presence 12 reprendre."""

    async def read(acting: Acting, words: str) -> Do:
        match = WRITTEN.match(words)
        if match is None:
            raise refuse("example-plus-tard")
        kind, number, why = kind_read(acting, match["kind"]), int(match["number"]), match["why"].strip()
        if why.casefold() in AGAIN:
            return Do(take_up, kind, number)
        days = int(match["count"]) * UNITS[match["unit"][0].casefold()] if match["count"] else DAYS
        return Do(put, kind, number, why, days=days)

    return read


def search(act: Act[Any]) -> Read:
    """/recherche frigo; /recherche frigo suite; /recherche frigo suite 3."""

    async def read(_acting: Acting, words: str) -> Do:
        following = FOLLOWING.match(words)
        return Do(act, following["words"], page=int(following["page"] or 2)) if following else Do(act, words)

    return read


def trial(trials: Sequence[Trial]) -> Read:
    """/essai 3: the draft of that number; /essai rencontre 12, /essai infolettre."""

    async def read(_acting: Acting, words: str) -> Do:
        match = TRIED.match(words)
        wanted = next((one for one in trials if match is not None and fold(match["kind"]) in one.named), None)
        if match is None or wanted is None or bool(match["number"]) != (wanted.act.on is not None):
            raise refuse("example-essai")
        return Do(wanted.act, int(match["number"])) if match["number"] else Do(wanted.act)

    return read
