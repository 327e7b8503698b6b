"""A list of people imported: the file, then its plan line by line as a table with what must be asked, then kept whole.

The file is not kept here: the plan's page carries it, and sends it again with the answers.
"""

from __future__ import annotations

import asyncio
import base64
import binascii

from starlette.datastructures import UploadFile
from starlette.responses import Response

from bot.lists.reading import read_list
from bot.web.console.console import Visit
from bot.web.console.doing import perform
from bot.web.console.frame import NO_PROBLEM, Problem, page, problem_of
from bot.web.console.places import act_at
from handlers.acting import Acting, ActResult, Refused
from handlers.people.lists.acts import ENCODING, confirmed_plan, import_list, plan_list
from handlers.people.lists.sheets import ListFile
from handlers.people.lists.shown import how_read, new_places, shared_phones, what_they_receive
from handlers.people.lists.undoing import imports_shown
from handlers.people.plan import LineFate
from messages import text

MOST_SHOWN = 2_000  # lines of the plan
MOST_COLUMNS = 20  # columns, shared phones
ANSWER = "answer-"


async def choose(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    title = visit.said(text("console-import-title"))
    kept = await imports_shown(visit.acting)
    return await page(visit, "import.html", title=title, menu="people", problem=problem, imports=kept)


async def sent(visit: Visit) -> Response:
    """The file, or its plan answered or confirmed."""
    if visit.given("again"):
        return await choose(visit)
    (data, name), answers = await _content(visit), _answers(visit)
    if not data:
        return await choose(visit, problem_of(visit, text("console-import-no-file"), "file"))
    await visit.acting.session.close()  # nothing is held open while the file is read
    try:
        file = await asyncio.to_thread(read_list, data, answers.get(ENCODING, ""), name)
        if visit.given("confirm"):
            return await _kept(visit, file, data, answers)
        return await _plan(visit, file, data, answers)
    except Refused as refused:
        return await choose(visit, problem_of(visit, refused.reason, "file"))


async def _content(visit: Visit) -> tuple[bytes, str]:
    """What was chosen, or what the page carried; and the name of its file."""
    chosen = visit.form.get("file")
    if isinstance(chosen, UploadFile):
        return await chosen.read(), chosen.filename or ""
    try:
        return base64.urlsafe_b64decode(visit.given("content")), visit.given("name")
    except (binascii.Error, ValueError):
        return b"", ""


def _answers(visit: Visit) -> dict[str, str]:
    found = {name: value for name, value in visit.form.multi_items() if name.startswith(ANSWER)}
    return {name.removeprefix(ANSWER): value for name, value in found.items() if isinstance(value, str) and value}


async def _plan(
    visit: Visit, file: ListFile, data: bytes, answers: dict[str, str], problem: Problem = NO_PROBLEM
) -> Response:
    made = await plan_list(visit.acting, file, answers)
    return await page(
        visit,
        "import_plan.html",
        title=visit.said(text("console-import-plan")),
        menu="people",
        problem=problem,
        plan=made.plan,
        name=made.file.title,
        counts={what.value: made.plan.count(what) for what in LineFate},
        lines=made.plan.lines[:MOST_SHOWN],
        fingerprint=made.fingerprint,
        read_as=how_read(made.file, made.table, most=MOST_COLUMNS),
        told=[
            *new_places(made.plan),
            *shared_phones(made.plan, most=MOST_COLUMNS),
            *what_they_receive(made.plan, most=MOST_COLUMNS),
        ],
        answers=answers,
        content=base64.urlsafe_b64encode(data).decode(),
    )


async def _kept(visit: Visit, file: ListFile, data: bytes, answers: dict[str, str]) -> Response:
    async def done(acting: Acting) -> ActResult:
        return await import_list(acting, await confirmed_plan(acting, file, answers, visit.given("seen")))

    return await perform(
        visit,
        done,
        lambda problem: _plan(visit, file, data, answers, problem),
        place=lambda _result: "/personnes",
        undo=lambda result: act_at("people.undo_import", int(result.data["import"])),
    )


ROUTES = [("GET", "/personnes/importer", choose), ("POST", "/personnes/importer", sent)]
