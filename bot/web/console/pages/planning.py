"""Planning a meeting, moving it, writing a point of its agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import perform
from bot.web.console.forms import Input, day_of, hour_of
from bot.web.console.frame import NO_PROBLEM, Problem, page
from bot.web.console.places import act_at
from handlers.acting import Acting, ActResult, Refused
from handlers.meetings.acts import changing, planning
from handlers.meetings.spec import MeetingSpec, PointSpec
from handlers.meetings.views import MeetingShown, meeting_shown
from handlers.people.views import roundtable_names
from messages import Text, text

T = TypeVar("T", dt.date, dt.time)
MOST_POINTS = 5  # on the page that plans a meeting; more are added after
MEETING = ("day", "start", "end", "place", "dial_in", "access", "meal_served", "carrier", "answer_by")
MOVED = ("day", "start", "end", "place", "dial_in", "carrier", "answer_by")
KINDS = {"day": "day", "answer_by": "day", "start": "hour", "end": "hour", "meal_served": "tick"}
WANTED = ("roundtable", "day", "start", "end")


def _input(name: str, value: str) -> Input:
    hint = text(f"hint-meeting-{name.replace('_', '-')}") if name in ("carrier", "answer_by", "dial_in") else ""
    label = text(f"field-meeting-{name.replace('_', '-')}")
    return Input(name, label, KINDS.get(name, "line"), value, hint, required=name in WANTED)


# -- a new one -----------------------------------------------------------------------------------------------------


async def plan(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    names = await roundtable_names(visit.acting)
    return await page(
        visit,
        "plan.html",
        title=visit.said(text("console-plan-title")),
        menu="meetings",
        problem=problem,
        names=names,
        roundtable=visit.given("roundtable"),
        inputs=[_input(name, visit.given(name)) for name in MEETING],
        points=[_point_given(visit, number) for number in range(1, MOST_POINTS + 1)],
    )


def _point_given(visit: Visit, number: int) -> tuple[str, str, str]:
    return visit.given(f"title-{number}"), visit.given(f"plain-{number}"), visit.given(f"changes-{number}")


async def planned(visit: Visit) -> Response:
    async def done(acting: Acting) -> ActResult:
        points = [PointSpec(*(part.strip() for part in _point_given(visit, n))) for n in range(1, MOST_POINTS + 1)]
        return await planning.add_meeting(acting, _spec(visit, tuple(p for p in points if p.title)))

    return await perform(
        visit,
        done,
        lambda problem: plan(visit, problem),
        place=lambda result: f"/rencontres/{result.data['meeting']}",
        undo=lambda result: act_at("meetings.cancel", int(result.data["meeting"])),
    )


def _spec(visit: Visit, points: tuple[PointSpec, ...] = ()) -> MeetingSpec:
    """What was filled in. Raises `Refused` about the input that cannot be read."""
    words = {name: visit.given(name).strip() for name in MEETING}
    return MeetingSpec(
        visit.given("roundtable").strip(),
        _read("day", words["day"], day_of),
        _read("start", words["start"], hour_of),
        _read("end", words["end"], hour_of),
        words["place"],
        words["dial_in"],
        words["access"],
        bool(words["meal_served"]),
        words["carrier"],
        _read("answer_by", words["answer_by"], day_of),
        points,
    )


def _read(name: str, words: str, read: Callable[[str], T]) -> T | None:
    try:
        return read(words) if words else None
    except Refused as refused:
        raise refused.about(name) from None


# -- moved ---------------------------------------------------------------------------------------------------------


async def move(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    shown = await meeting_shown(visit.acting, visit.request.path_params["number"])
    stands = _stands(shown)
    values = {name: visit.given(name) if visit.form else stands[name] for name in MOVED}
    return await page(
        visit,
        "move.html",
        title=visit.said(_heading("console-move-title", shown)),
        menu="meetings",
        problem=problem,
        m=shown,
        inputs=[_input(name, values[name]) for name in MOVED],
    )


def _stands(shown: MeetingShown) -> dict[str, str]:
    meeting = shown.meeting
    return {
        "day": meeting.local_date.isoformat(),
        "start": meeting.local_start.isoformat("minutes"),
        "end": meeting.local_end.isoformat("minutes"),
        "place": meeting.place,
        "dial_in": meeting.dial_in,
        "carrier": meeting.carrier,
        "answer_by": meeting.answer_by.isoformat() if meeting.answer_by else "",
    }


def _heading(id: str, shown: MeetingShown) -> Text:
    return text(id, meeting=text("meetings-name", roundtable=shown.roundtable, date=shown.meeting.local_date))


async def moved(visit: Visit) -> Response:
    number = visit.request.path_params["number"]

    async def done(acting: Acting) -> ActResult:
        return await changing.move_meeting(acting, number, _spec(visit))

    return await perform(
        visit,
        done,
        lambda problem: move(visit, problem),
        place=lambda _result: f"/rencontres/{number}",
        undo=lambda _result: f"/rencontres/{number}/deplacer",
        what=visit.said(text("act-meetings-move")),
        menu="meetings",
    )


# -- a point of the agenda -----------------------------------------------------------------------------------------


async def point(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    shown = await meeting_shown(visit.acting, visit.request.path_params["number"])
    number = visit.request.path_params["point"]
    row = next((one for one in shown.points if one.number == number), None)
    stands = {"title": row.title, "plain": row.plain, "changes": row.changes} if row is not None else {}
    values = {name: visit.given(name, stands.get(name, "")) for name in ("title", "plain", "changes")}
    labels = {name: text(f"field-point-{name}") for name in values}
    return await page(
        visit,
        "point.html",
        title=visit.said(text("console-point-title", number=number)),
        menu="meetings",
        problem=problem,
        m=shown,
        point=number,
        inputs=[Input(name, labels[name], "line", values[name], longest=300) for name in values],
    )


async def point_written(visit: Visit) -> Response:
    number, which = visit.request.path_params["number"], visit.request.path_params["point"]

    async def done(acting: Acting) -> ActResult:
        spec = PointSpec(*(visit.given(name).strip() for name in ("title", "plain", "changes")))
        return await planning.write_point(acting, number, which, spec)

    return await perform(
        visit,
        done,
        lambda problem: point(visit, problem),
        place=lambda _result: f"/rencontres/{number}",
        undo=lambda _result: f"/rencontres/{number}/points/{which}",
    )


ROUTES = [
    ("GET", "/rencontres/nouvelle", plan),
    ("POST", "/rencontres/nouvelle", planned),
    ("GET", "/rencontres/{number:number}/deplacer", move),
    ("POST", "/rencontres/{number:number}/deplacer", moved),
    ("GET", "/rencontres/{number:number}/points/{point:number}", point),
    ("POST", "/rencontres/{number:number}/points/{point:number}", point_written),
]
