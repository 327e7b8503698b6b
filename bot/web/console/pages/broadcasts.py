"""Broadcasts: the list, one with its progress; writing an announcement, with the two phones while one writes."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import advice_of, perform, writing
from bot.web.console.forms import Input, day_of, hour_of
from bot.web.console.frame import NO_PROBLEM, Problem, page, problem_of
from bot.web.console.http import html
from bot.web.console.pages.meetings import offset_of
from bot.web.console.places import act_at
from db.session import AsyncSession
from handlers.acting import Acting, ActResult, Refused
from handlers.announcements.acts import LONGEST, Announcement, announce
from handlers.announcements.audiences import languages_read, read_audience
from handlers.announcements.drafts import keep_draft
from handlers.announcements.drafts_views import drafts_shown
from handlers.announcements.views import audiences_to_choose, broadcast_fates, broadcast_rows, broadcast_shown
from handlers.checks import WantsCheck
from handlers.own_words import language_of
from messages import LanguageName, Text, text
from messages.languages import CODES

AT_TEN = dt.time(10)


async def broadcasts(visit: Visit) -> Response:
    rows = await broadcast_rows(visit.acting, offset=offset_of(visit))
    title = visit.said(text("console-menu-write"))
    drafts = await drafts_shown(visit.acting)
    return await page(visit, "broadcasts.html", title=title, menu="write", rows=rows, drafts=drafts)


async def broadcast(visit: Visit) -> Response:
    shown = await broadcast_shown(visit.acting, visit.request.path_params["number"])
    title = visit.said(text("console-broadcast-title", number=shown.broadcast.id, title=shown.title))
    return await page(visit, "broadcast.html", title=title, menu="write", b=shown)


async def state(visit: Visit) -> Response:
    """The progress alone, for a page that follows it."""
    fates = await broadcast_fates(visit.acting, visit.request.path_params["number"])
    return html(visit.console.templates.render("fates_alone.html", visit.language, {"fates": fates}))


# -- writing -------------------------------------------------------------------------------------------------------


async def write(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    return await page(
        visit,
        "write.html",
        title=visit.said(text("console-write-title")),
        menu="write",
        problem=problem,
        **await written_inputs(visit, {}),
    )


async def written_inputs(visit: Visit, stands: Mapping[str, str]) -> dict[str, Any]:
    """The inputs of an announcement, as it was posted or as it `stands`."""

    def value(name: str) -> str:
        return visit.given(name) if visit.form else stands.get(name, "")

    own = await language_of(visit.acting)
    written = [name.removeprefix("words-") for name in stands if name.startswith("words-")]
    options: list[tuple[str, Text | str]] = [*await audiences_to_choose(visit.acting)]
    if (to := value("to") or visit.query("a")) and to not in dict(options):
        options.append((to, to))
    words = Input(
        "words",
        text("field-announcement", language=LanguageName(own)),
        "lines",
        value("words"),
        text("hint-announcement"),
        longest=LONGEST,
    )
    others = [
        Input(
            f"words-{code}",
            text("field-announcement-in", language=LanguageName(code)),
            "lines",
            value(f"words-{code}"),
            required=False,
            longest=LONGEST,
        )
        for code in dict.fromkeys((*await languages_read(visit.acting, written=own), *written))
    ]
    return {
        "to": Input("to", text("field-to"), "select", to, options=tuple(options)),
        "words": words,
        "others": others,
        "day": Input("day", text("field-send-day"), "day", value("day"), text("hint-send-day"), required=False),
        "hour": Input("hour", text("field-send-hour"), "hour", value("hour"), required=False),
        "urgent": Input("urgent", text("field-urgent"), "tick", value("urgent"), text("hint-urgent")),
    }


async def announcement_of(visit: Visit, acting: Acting) -> Announcement:
    """Raises `Refused` about what cannot be read."""
    try:
        audience = await read_audience(acting, visit.given("to"))
    except Refused as refused:
        raise refused.about("to") from None
    words = {await language_of(acting): visit.given("words").strip()}
    words |= {code: given for code in CODES if (given := visit.given(f"words-{code}").strip())}
    return Announcement(words, audience, _send_at(visit, acting), bool(visit.given("urgent")))


def _send_at(visit: Visit, acting: Acting) -> dt.datetime | None:
    if not (day := visit.given("day").strip()):
        return None
    try:
        hour = hour_of(visit.given("hour").strip()) if visit.given("hour").strip() else AT_TEN
        return dt.datetime.combine(day_of(day), hour, acting.installation.zone).astimezone(dt.UTC)
    except Refused as refused:
        raise refused.about("day") from None


async def _announced(visit: Visit, acting: Acting) -> ActResult:
    try:
        return await announce(acting, await announcement_of(visit, acting))
    except Refused as refused:
        raise refused.about(refused.field or "words") from None


async def written(visit: Visit) -> Response:
    if visit.given("keep"):
        return await kept(visit)
    return await perform(
        visit,
        lambda acting: _announced(visit, acting),
        lambda problem: write(visit, problem),
        place=lambda result: f"/envois/{result.data['broadcast']}",
        undo=lambda result: act_at("announcements.stop", int(result.data["broadcast"])),
        what=visit.said(text("console-write-title")),
        menu="write",
    )


async def kept(visit: Visit) -> Response:
    """The same form, kept as a draft instead of sent."""

    async def done(acting: Acting) -> ActResult:
        whole = await announcement_of(visit, acting)
        own = await language_of(acting)
        others = {code: words for code, words in whole.words.items() if code != own}
        words = whole.words[own]
        return await keep_draft(
            acting, visit.given("to"), words, others=others, send_at=whole.send_at, urgent=whole.urgent
        )

    return await perform(
        visit,
        done,
        lambda problem: write(visit, problem),
        place=lambda result: f"/brouillons/{result.data['draft']}",
    )


class _Taken(Exception):
    """What was tried for a preview is taken back, always."""


async def preview(visit: Visit) -> Response:
    """The two phones while one writes: the act tried, and taken back."""
    found: dict[str, object] = {"check": None, "advice": [], "wrong": ""}

    async def tried(session: AsyncSession) -> None:
        try:
            await _announced(visit, await writing(visit, session))
        except WantsCheck as wants:
            found["check"], found["advice"] = wants.page, advice_of(wants.page)
        except Refused as refused:
            found["wrong"] = problem_of(visit, refused.reason).of("")
        raise _Taken

    with contextlib.suppress(_Taken):
        await visit.console.write(tried)
    return html(visit.console.templates.render("preview.html", visit.language, found))


ROUTES = [
    ("GET", "/envois", broadcasts),
    ("GET", "/envois/{number:number}", broadcast),
    ("GET", "/envois/{number:number}/etat", state),
    ("GET", "/ecrire", write),
    ("POST", "/ecrire", written),
    ("POST", "/ecrire/apercu", preview),
]
