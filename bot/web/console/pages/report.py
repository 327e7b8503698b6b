"""The yearly report: its lines and, once frozen, its tables with their charts, its files; what it is made from."""

from __future__ import annotations

import asyncio

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.report import Form, ReportWords, bytes_of
from bot.report.page import shown_of
from bot.web.console.console import Visit
from bot.web.console.doing import perform, quietly
from bot.web.console.frame import NO_PROBLEM, Problem, page, problem_of
from bot.web.console.words import for_page
from db.report.behind import Behind
from db.report.period import FiscalYear
from handlers.acting import Acting, ActResult, Refused
from handlers.report import acts, envelopes, places, templates
from handlers.report.compose import document_of
from handlers.report.lacking import Lack
from handlers.report.rows import rows_behind
from handlers.report.views import report_template, year_shown
from messages import text

TYPES = {
    Form.HTML: "text/html; charset=utf-8",
    Form.JSON: "application/json",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


# Where what lacks before the freeze is done; `{}` is its number, or the year.
AT_LACK = {
    "presence": "/rencontres/{number}/presence",
    "late": "/actes/report.freeze?year={year}",
    "answers": "/reponses",
    "claims": "/demandes",
    "unpaid": "/demandes/payer",
    "steps": "/rencontres/{number}",
    "levels": "/actes/report.table",
    "envelope": "/actes/report.envelope?year={year}",
    "texts": "/actes/report.write?year={year}",
    "reading": "/actes/report.begin_reading?year={year}",
    "open": "/bilan?annee={year}#chapitre",
    "remarks": "/bilan?annee={year}#chapitre",
}


async def report(visit: Visit) -> Response:
    """Of the year asked for, else of the last one that is over."""
    acting, asked = visit.acting, visit.query("annee")
    shown = await year_shown(acting, acts.year_if_written(acting, asked))
    year, runs = shown.year, shown.runs
    drawn = shown_of(document_of(acting.installation.organisation, runs), _said(visit)) if runs else {"document": None}
    lacks = [(for_page(visit.said(one.said)), _at_lack(one, str(year))) for one in shown.lacks]
    return await page(
        visit,
        "report.html",
        title=visit.said(text("console-report-title", year=str(year))),
        menu="report",
        year=str(year),
        years=[str(FiscalYear(begins)) for begins in (year.begins - 1, year.begins + 1)],
        shown=shown,
        lacks=lacks,
        behind=list(Behind),
        over=acting.today > year.last_day,
        envelopes=_said_on_a_page(visit, await envelopes.list_envelopes(acting, year)),
        tables=_said_on_a_page(visit, await places.tables(acting)),
        territories=_said_on_a_page(visit, await places.territories(acting)),
        **drawn,
    )


def _at_lack(one: Lack, year: str) -> str:
    return AT_LACK[one.kind].format(number=one.number, year=year)


async def rows(visit: Visit) -> Response:
    """The rows that figures of a year are made of."""
    name, acting = visit.request.path_params["what"], visit.acting
    if name not in list(Behind):
        raise HTTPException(404)
    year = acts.year_read(acting, visit.query("annee"))
    shown = await rows_behind(acting, year, Behind(name))
    what = text(f"report-behind-{name}")
    title = visit.said(text("report-behind-title", what=what, year=str(year), count=len(shown.rows)))
    places_of = [AT_ROW[row.at[0]].format(row.at[1]) if row.at else "" for row in shown.rows]
    return await page(visit, "report_rows.html", title=title, menu="report", shown=shown, places=places_of)


AT_ROW = {
    "meeting": "/rencontres/{}",
    "presence": "/rencontres/{}/presence",
    "comment": "/reponses/{}",
    "claim": "/demandes/{}",
}


async def file(visit: Visit) -> Response:
    """One file of the last frozen version: it leaves by a form, since the journal says that it left."""
    form, asked = visit.given("file"), visit.given("year")
    if form not in list(Form):
        raise HTTPException(404)

    async def leave(acting: Acting) -> ActResult:
        return await acts.export(acting, acts.year_read(acting, asked))

    done = (await quietly(visit, leave)).data
    content = bytes_of(Form(form), done["document"], done["printed"], _said(visit), done["template"])
    name = f"bilan-{done['year']}-v{done['version']}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=TYPES[Form(form)], headers=headers)


async def template(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    """The coordinators' own document: chosen here, checked, tried; the one before stays until it passes."""
    kept = await report_template(visit.acting)
    title = visit.said(text("console-template-title"))
    return await page(visit, "template.html", title=title, menu="report", problem=problem, kept=kept)


async def template_sent(visit: Visit) -> Response:
    """What was chosen is kept, or its trial shown, or the house's to begin with."""
    from bot.report.template import checked, started  # a word processor's library is slow to import

    if visit.given("start"):
        return _docx(started(_said(visit)), "modele-bilan.docx")
    chosen = visit.form.get("file")
    content = await chosen.read() if isinstance(chosen, UploadFile) else b""
    if not isinstance(chosen, UploadFile) or not content:
        return await template(visit, problem_of(visit, text("console-import-no-file"), "file"))
    name = chosen.filename or "modele.docx"
    await visit.acting.session.close()  # nothing is held open while the file is read
    try:
        tried = await asyncio.to_thread(checked, content, _said(visit))
    except Refused as refused:
        return await template(visit, problem_of(visit, refused.reason, "file"))
    if visit.given("try"):
        return _docx(tried, "essai-bilan.docx")

    async def done(acting: Acting) -> ActResult:
        return await templates.keep_template(acting, name, content)

    return await perform(visit, done, lambda problem: template(visit, problem), place=lambda _done: "/bilan/modele")


def _docx(content: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=TYPES[Form.DOCX], headers=headers)


def _said_on_a_page(visit: Visit, result: ActResult) -> str:
    """What a chat would show, without its heading, which the page has, nor the commands that one would write there."""
    return for_page(visit.said(result.text).partition("\n")[2])


def _said(visit: Visit) -> ReportWords:
    return ReportWords(visit.console.catalogue, visit.language)


ROUTES = [
    ("GET", "/bilan", report),
    ("GET", "/bilan/lignes/{what}", rows),
    ("POST", "/bilan/fichier", file),
    ("GET", "/bilan/modele", template),
    ("POST", "/bilan/modele", template_sent),
]
