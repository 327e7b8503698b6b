"""What is past its time: counted on demand, let go each night, and said in the journal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from db.journal import write_entry
from db.organisations import Organisation
from db.privacy.retention import TABLE, counts, let_go
from handlers.act import Right, act
from handlers.acting import Acting, ActResult
from handlers.privacy.notice import duration
from messages import Text, text

AT_NIGHT = dt.time(3)
DONE_ON = "retained_on"  # the last local day whose night's work is over
AT_ONCE = 500  # rows of each kind in one transaction


@act("privacy.count", right=Right.ORGANISATION, twin="privacy retention")
async def count_past(acting: Acting) -> ActResult:
    """How much of each kind is past its time, and would be let go: nothing is touched."""
    found = await counts(acting.session, acting.installation.keep, acting.now)
    data = {"past": found, "days": dict(acting.installation.keep)}
    return ActResult(text("privacy-past", lines=[_line(acting, kind, found[kind]) for kind in found]), data)


def _line(acting: Acting, kind: str, count: int) -> Text:
    then = next(kept.then for kept in TABLE if kept.name == kind)
    return text(
        "privacy-past-line",
        what=text(f"privacy-kept-{kind}"),
        long=duration(acting.installation.keep[kind]),
        then=text(f"privacy-then-{then}"),
        count=count,
    )


@act(
    "privacy.let_go",
    right=Right.ORGANISATION,
    entry="privacy.let_go",
    final="what is past its time is not kept",
    twin="privacy retention",
)
async def let_go_now(acting: Acting) -> ActResult:
    """Everything that is past its time, let go at once: erased, blanked, or nobody's any more."""
    gone: dict[str, int] = {}
    while lot := await _some(acting):
        gone = {kind: gone.get(kind, 0) + lot.get(kind, 0) for kind in {**gone, **lot}}
    total = sum(gone.values())
    said = text("privacy-let-go", count=total)
    return ActResult(said, {"gone": gone}, noted=_noted(gone), entry=None if total else "", thing=("retention", None))


def _noted(gone: Mapping[str, int]) -> dict[str, Any]:
    """{"raw": 12} -> count 12, "raw 12": kinds as the setting KEEP names them."""
    return {"count": sum(gone.values()), "kinds": ", ".join(f"{kind} {number}" for kind, number in gone.items())}


async def _some(acting: Acting) -> dict[str, int]:
    """Kind -> how many rows were let go; kinds of which none was left are not in it."""
    gone = {}
    for kept in TABLE:
        number = await let_go(acting.session, kept, acting.installation.keep, acting.now, AT_ONCE)
        if number:
            gone[kept.name] = number
    return gone


async def retain(acting: Acting) -> int:
    """Each night, some at each tick so that nothing waits behind it, until none is left."""
    local = acting.installation.local(acting.now)
    row = await acting.session.scalar(select(Organisation).where(Organisation.id == acting.organisation_id))
    today = local.date().isoformat()
    if row is None or local.time() < AT_NIGHT or row.preferences.get(DONE_ON) == today:
        return 0
    gone = await _some(acting)
    if not gone:
        row.preferences = {**row.preferences, DONE_ON: today}
        return 0
    await write_entry(acting.session, "privacy.let_go", now=acting.now, actor=acting.actor.signature, **_noted(gone))
    return sum(gone.values())
