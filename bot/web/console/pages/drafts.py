"""One draft of an announcement: seen as phones would show it, changed, sent."""

from __future__ import annotations

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import advice_of, perform
from bot.web.console.frame import NO_PROBLEM, Problem, page
from bot.web.console.pages.broadcasts import announcement_of, written_inputs
from bot.web.console.places import act_at
from db.drafts import Draft
from handlers.acting import Acting, ActResult, Refused
from handlers.announcements.drafts import edit_draft, send_draft
from handlers.announcements.drafts_views import draft_shown
from handlers.own_words import language_of
from messages import text


async def draft(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    shown = await draft_shown(visit.acting, visit.request.path_params["number"])
    return await page(
        visit,
        "draft.html",
        title=visit.said(text("console-draft-title", number=shown.draft.id)),
        menu="write",
        problem=problem,
        d=shown,
        advice=advice_of(shown.check) if shown.check is not None else [],
        **await written_inputs(visit, await _stands(visit, shown.draft)),
    )


async def _stands(visit: Visit, row: Draft) -> dict[str, str]:
    default = await language_of(visit.acting)
    stands = {"to": row.audience, "words": str(row.words.get(default, "")), "urgent": "yes" if row.urgent else ""}
    stands |= {f"words-{code}": str(said) for code, said in row.words.items() if code != default}
    if row.send_at is not None:
        local = visit.installation.local(row.send_at)
        stands |= {"day": local.date().isoformat(), "hour": local.time().isoformat("minutes")}
    return stands


async def changed(visit: Visit) -> Response:
    number = visit.request.path_params["number"]

    async def done(acting: Acting) -> ActResult:
        try:
            whole = await announcement_of(visit, acting)
            return await edit_draft(acting, number, whole=whole, audience=visit.given("to"))
        except Refused as refused:
            raise refused.about(refused.field or "words") from None

    return await perform(
        visit,
        done,
        lambda problem: draft(visit, problem),
        place=lambda _result: f"/brouillons/{number}",
        undo=lambda _result: f"/brouillons/{number}",
    )


async def sent(visit: Visit) -> Response:
    number = visit.request.path_params["number"]

    async def done(acting: Acting) -> ActResult:
        return await send_draft(acting, number)

    return await perform(
        visit,
        done,
        lambda problem: draft(visit, problem),
        place=lambda result: f"/envois/{result.data['broadcast']}",
        undo=lambda result: act_at("announcements.stop", int(result.data["broadcast"])),
        what=visit.said(text("act-announcements-send-draft")),
        menu="write",
    )


ROUTES = [
    ("GET", "/brouillons/{number:number}", draft),
    ("POST", "/brouillons/{number:number}", changed),
    ("POST", "/brouillons/{number:number}/envoyer", sent),
]
