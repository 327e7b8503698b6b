"""The yearly report: its lines and, once frozen, its tables with their charts, its files; what it is made from."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.report import Form, Said, bytes_of
from bot.report.page import shown_of
from bot.web.console.console import Visit
from bot.web.console.doing import quietly
from bot.web.console.frame import page
from bot.web.console.words import for_page
from db.report.period import FiscalYear
from db.report.runs import versions_of
from handlers.acting import Acting, ActResult
from handlers.report import acts, envelopes, places
from handlers.report.compose import document_of
from messages import text

TYPES = {
    Form.HTML: "text/html; charset=utf-8",
    Form.JSON: "application/json",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


async def report(visit: Visit) -> Response:
    """Of the year asked for, else of the last one that is over."""
    acting, asked = visit.acting, visit.query("annee")
    lines = await acts.show(acting, acts.year_if_written(acting, asked))
    year = acts.year_read(acting, str(lines.text.args["year"]))
    runs = await versions_of(acting.session, acting.organisation_id, year)
    drawn = shown_of(document_of(acting.installation.organisation, runs), _said(visit)) if runs else {"document": None}
    return await page(
        visit,
        "report.html",
        title=visit.said(text("console-report-title", year=str(year))),
        menu="report",
        year=str(year),
        years=[str(FiscalYear(begins)) for begins in (year.begins - 1, year.begins + 1)],
        lines=_said_on_a_page(visit, lines),
        over=acting.today > year.last_day,
        envelopes=_said_on_a_page(visit, await envelopes.list_envelopes(acting, year)),
        tables=_said_on_a_page(visit, await places.tables(acting)),
        territories=_said_on_a_page(visit, await places.territories(acting)),
        **drawn,
    )


async def file(visit: Visit) -> Response:
    """One file of the last frozen version: it leaves by a form, since the journal says that it left."""
    form, asked = visit.given("file"), visit.given("year")
    if form not in list(Form):
        raise HTTPException(404)

    async def leave(acting: Acting) -> ActResult:
        return await acts.export(acting, acts.year_read(acting, asked))

    done = (await quietly(visit, leave)).data
    content = bytes_of(Form(form), done["document"], done["printed"], _said(visit))
    name = f"bilan-{done['year']}-v{done['version']}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=TYPES[Form(form)], headers=headers)


def _said_on_a_page(visit: Visit, result: ActResult) -> str:
    """What a chat would show, without its heading, which the page has, nor the commands that one would write there."""
    return for_page(visit.said(result.text).partition("\n")[2])


def _said(visit: Visit) -> Said:
    return Said(visit.console.catalogue, visit.language)


ROUTES = [("GET", "/bilan", report), ("POST", "/bilan/fichier", file)]
