"""The four texts of a year: learned, hard, changed, next. What one replaces is kept, and may be put back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from db.report.period import FiscalYear
from db.report.runs import TEXTS, put_text_back, texts_of, write_text
from handlers.act import Field, Right, act, permit
from handlers.acting import Acting, ActResult, refuse
from handlers.report.acts import A_YEAR, year_read
from messages import Text, text
from messages.keywords import fold

LONGEST_TEXT = 1500
# The names of the four texts, as they may be written.
NAMES = {"appris": "learned", "difficile": "hard", "change": "changed", "suite": "next"} | {n: n for n in TEXTS}
WHICH = Field("Which one: learned, hard, changed, next.", "--name")


def _named(name: str) -> str:
    if (kept := NAMES.get(fold(name))) is None:
        raise refuse("report-no-such-text", name=name[:20])
    return kept


async def text_standing(acting: Acting, given: Mapping[str, str]) -> dict[str, str]:
    """What a form to write one of them begins with: the words that stand there."""
    permit(acting.actor, Right.ORGANISATION)
    name = NAMES.get(fold(given.get("name", "")))
    if name is None:
        return {}
    kept = await texts_of(acting.session, acting.organisation_id, year_read(acting, given.get("year", "")))
    return {"words": kept.get(name, "")}


@act("report.texts", right=Right.ORGANISATION, twin="report texts")
async def show(acting: Acting, year: Annotated[FiscalYear, A_YEAR]) -> ActResult:
    """The four texts of a year as they stand."""
    kept = await texts_of(acting.session, acting.organisation_id, year)
    lines = [_line(name, kept.get(name, "")) for name in TEXTS]
    return ActResult(text("report-texts", year=str(year), lines=lines), {"year": str(year), "texts": kept})


def _line(name: str, words: str) -> Text:
    return text("report-text", name=text(f"report-text-{name}"), words=words or text("report-text-not-written"))


@act("report.write", right=Right.ORGANISATION, entry="report.written", undone_by="report.put_back", twin="report write")
async def write(
    acting: Acting,
    year: Annotated[FiscalYear, A_YEAR],
    name: Annotated[str, WHICH],
    words: Annotated[str, Field("The words; none: as if nothing had been written.", "--text", from_file=True)],
) -> ActResult:
    """One of the four texts of a year; the one that it replaces is said, and kept."""
    kept, words = _named(name), words.strip()
    if len(words) > LONGEST_TEXT:
        raise refuse("report-text-too-long", length=len(words), longest=LONGEST_TEXT)
    by = acting.actor.person_id
    before = await write_text(acting.session, acting.organisation_id, year, kept, words, now=acting.now, by=by)
    return _written(year, kept, before, words)


def _written(year: FiscalYear, kept: str, before: str, words: str) -> ActResult:
    said = text("report-written", year=str(year), name=text(f"report-text-{kept}"))
    if before and before != words:
        said = text("report-written-over", said=said, year=str(year), before=before, name=kept)
    noted = {"year": str(year), "name": kept}
    return ActResult(said, {**noted, "before": before}, noted=noted)


@act(
    "report.put_back",
    right=Right.ORGANISATION,
    entry="report.put_back",
    undone_by="report.put_back",
    twin="report put-back",
)
async def put_back(acting: Acting, year: Annotated[FiscalYear, A_YEAR], name: Annotated[str, WHICH]) -> ActResult:
    """The text that was there before the last one; the last one is kept in its turn."""
    kept = _named(name)
    by = acting.actor.person_id
    found = await put_text_back(acting.session, acting.organisation_id, year, kept, now=acting.now, by=by)
    if found is None:
        raise refuse("report-nothing-to-put-back", year=str(year), name=text(f"report-text-{kept}"))
    said = text("report-put-back", year=str(year), name=text(f"report-text-{kept}"), words=found)
    noted = {"year": str(year), "name": kept}
    return ActResult(said, {**noted, "words": found}, noted=noted)
