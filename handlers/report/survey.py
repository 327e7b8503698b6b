"""The yearly survey: eight closed questions on a page or by phone; its answers are typed as digits, and name nobody."""

from __future__ import annotations

from typing import Annotated

from db.report.period import FiscalYear
from db.report.runs import versions_of
from db.report.survey import QUESTIONS, Sheet, count_sheet
from handlers.act import Field, Right, act
from handlers.acting import Acting, ActResult, BadlyWritten, refuse
from handlers.report.acts import A_YEAR
from messages import Text, text
from messages.keywords import fold

SKIPPED = frozenset({"-", "0", "x", "suite", "skip"})
MOST_SHEETS = 40  # in one message


def sheets_read(_acting: Acting, words: str) -> list[Sheet]:
    """ "4 3 3 2 - 3 4 4": one line a sheet, one digit a question, in order. Raises `BadlyWritten`, which says which."""
    lines = [line for line in words.replace(";", "\n").splitlines() if line.strip()]
    if not lines or len(lines) > MOST_SHEETS:
        raise BadlyWritten(text("report-survey-how", count=len(QUESTIONS)))
    return [_sheet(line) for line in lines]


def _sheet(line: str) -> Sheet:
    given = line.replace(",", " ").split()
    if len(given) == 1 and len(line.strip()) == len(QUESTIONS):
        given = list(line.strip())  # "4332-344"
    if len(given) != len(QUESTIONS):
        raise BadlyWritten(
            text("report-survey-length", words=line.strip()[:30], found=len(given), count=len(QUESTIONS))
        )
    sheet: dict[str, int] = {}
    for number, ((question, answers), word) in enumerate(zip(QUESTIONS.items(), given, strict=True), 1):
        if fold(word) in SKIPPED or word in SKIPPED:
            continue
        if not (word.isdecimal() and 1 <= int(word) <= answers):
            raise BadlyWritten(text("report-survey-answer", words=word[:10], number=number, most=answers))
        sheet[question] = int(word)
    if not sheet:
        raise BadlyWritten(text("report-survey-empty", words=line.strip()[:30]))
    return sheet


SHEETS = Field("One line a sheet, one digit a question, - for one skipped: 4 3 3 2 - 3 4 4", read=sheets_read)


@act("report.survey", right=Right.ORGANISATION, twin="report survey")
async def questions(acting: Acting) -> ActResult:
    """The eight questions, to be printed or read aloud, and how their answers are noted."""
    lines = [text("report-survey-line", number=n, question=asked(name)) for n, name in enumerate(QUESTIONS, 1)]
    return ActResult(text("report-survey-page", lines=lines), {"questions": list(QUESTIONS)})


def asked(question: str) -> Text:
    return text(f"report-survey-{question.replace('_', '-')}")


@act(
    "report.note_survey",
    right=Right.ORGANISATION,
    entry="report.survey_noted",
    undone_by="report.drop_survey",
    twin="report note-survey",
)
async def note_sheets(
    acting: Acting, year: Annotated[FiscalYear, A_YEAR], sheets: Annotated[list[Sheet], SHEETS]
) -> ActResult:
    """Sheets of the survey of a year, counted question by question: nobody's answers stay together."""
    await refuse_if_frozen(acting, year)
    for sheet in sheets:
        await count_sheet(acting.session, acting.organisation_id, year, sheet, acting.today)
    noted = {"year": str(year), "sheets": len(sheets)}
    return ActResult(text("report-survey-noted", **noted), noted, noted=noted)


@act(
    "report.drop_survey",
    right=Right.ORGANISATION,
    entry="report.survey_dropped",
    undone_by="report.note_survey",
    twin="report drop-survey",
)
async def drop_sheets(
    acting: Acting, year: Annotated[FiscalYear, A_YEAR], sheets: Annotated[list[Sheet], SHEETS]
) -> ActResult:
    """Sheets noted by mistake, as they were typed, taken out of the counts."""
    await refuse_if_frozen(acting, year)
    for sheet in sheets:
        if not await count_sheet(acting.session, acting.organisation_id, year, sheet, acting.today, by=-1):
            raise refuse("report-survey-not-there")
    noted = {"year": str(year), "sheets": len(sheets)}
    return ActResult(text("report-survey-dropped", **noted), noted, noted=noted)


async def refuse_if_frozen(acting: Acting, year: FiscalYear) -> None:
    """Results are read once the year is frozen; what comes then would be of one sheet."""
    runs = await versions_of(acting.session, acting.organisation_id, year)
    if runs:
        raise refuse("report-survey-closed", year=str(year))
