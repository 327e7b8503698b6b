"""The form of any act that words can give, its check page, and what it did."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import kept_fields, perform
from bot.web.console.forms import Input, has_form, inputs_of, read_inputs
from bot.web.console.frame import NO_PROBLEM, Problem, page, problem_of
from bot.web.console.pages.claims import board
from bot.web.console.places import GRAVE, LISTS, MENUS, act_at, place_after, place_of
from handlers.act import Act, permit
from handlers.acting import Acting, ActResult, Refused
from handlers.claims.entering import latest_meetings
from handlers.report.texts import text_standing
from handlers.routes import ROUTES
from handlers.things import COMMENT
from messages import Text, text

# Acts whose form stands on a page of its own.
BY_HAND = frozenset(
    {
        "meetings.presence",
        "meetings.point",
        "digest.order",
        "people.show",
        "people.write",
        "announcements.keep_draft",
        "announcements.edit_draft",
        "announcements.send_draft",
        "console.close",
        "report.export",
        "report.keep_template",
        "claims.treasurer",
        "privacy.file",
    }
)
FORMS = {act.name: act for act in ROUTES.acts().values() if has_form(act) and act.name not in BY_HAND}
# What money or names leave by: asked again on Telegram first.
FRESH = frozenset({"claims.pay", "claims.unpay", "claims.set_rate", "claims.drop_rate", "claims.first_rates"})


def _of_comment(comment: Any) -> dict[str, str]:
    return {"decision": comment.decision.value if comment.decision else "", "reason": comment.reason}


# Where the things of an act are ticked.
LISTED = {"claims.approve": board}


# Inputs whose choices depend on the thing: the act, the input, what gives them.
CHOSEN: Mapping[str, tuple[str, Callable[[Acting, int], Awaitable[tuple[tuple[str, Text], ...]]]]] = {
    "claims.enter": ("meeting", latest_meetings),
}


# What stands in the form of an act that corrects something.
FILLED: Mapping[str, Callable[[Any], dict[str, str]]] = {
    "meetings.correct_minutes": lambda meeting: {"minutes": meeting.minutes},
    "comments.correct_answer": _of_comment,
    "digest.edit": lambda item: {"words": f"{item.title} | {item.body}", "language": item.language},
}
# The same, of an act on nothing in particular: by what the address says.
STANDING: Mapping[str, Callable[[Acting, Mapping[str, str]], Awaitable[dict[str, str]]]] = {
    "report.write": text_standing,
}


def title_of(act: Act[Any]) -> Text:
    return Text(f"act-{act.name.replace('.', '-').replace('_', '-')}")


async def show(visit: Visit) -> Response:
    """The form as it begins."""
    act, numbers = _asked(visit)
    if act.on is not None and not numbers:
        raise HTTPException(404)
    permit(visit.actor, act.right)
    values: dict[str, str] = {}
    for number in numbers:
        assert act.on is not None
        thing = await act.on.find(visit.acting, number)
        values = FILLED[act.name](thing) if act.name in FILLED else {}
    asked = dict(visit.request.query_params)
    if act.name in STANDING:
        values = await STANDING[act.name](visit.acting, asked)
    return await _form(visit, act, numbers, values | asked)


async def do(visit: Visit) -> Response:
    act, numbers = _asked(visit)
    if act.on is not None and not numbers:
        return await LISTED[act.name](visit, problem_of(visit, text("console-choose-some")))

    async def again(problem: Problem) -> Response:
        values = {name: value for name, value in visit.form.items() if isinstance(value, str)}
        return await _form(visit, act, numbers, values, problem)

    try:
        _read(visit, act, visit.acting)
    except Refused as refused:  # before anything else is asked of them
        return await again(problem_of(visit, refused.reason, refused.field))
    asked_twice = act.name in GRAVE and not act.asks_first  # those have a check page of their own
    if asked_twice and (not visit.given("sure") or visit.given("again")):
        return await (again(NO_PROBLEM) if visit.given("again") else _sure(visit, act, numbers))
    return await perform(
        visit,
        _done(visit, act, numbers),
        again,
        place=lambda result: place_after(act, numbers, result),
        undo=lambda result: undo_at(act, numbers, result),
        is_fresh=act.name in FRESH,
        what=_what(visit, act, numbers),
        menu=MENUS[act.topic],
    )


def _done(visit: Visit, act: Act[Any], numbers: list[int]) -> Callable[[Acting], Awaitable[ActResult]]:
    async def done(acting: Acting) -> ActResult:
        thing = () if act.on is None else (numbers,) if act.several else (numbers[0],)
        result: ActResult = await act(acting, *thing, **_read(visit, act, acting))
        return result

    return done


def _read(visit: Visit, act: Act[Any], acting: Acting) -> dict[str, Any]:
    return read_inputs(act, acting, {name: value for name, value in visit.form.items() if isinstance(value, str)})


def undo_at(act: Act[Any], numbers: list[int], result: ActResult) -> str:
    """The form that undoes it, when there is one; the same act again corrects it."""
    other = ROUTES.acts().get(act.undone_by)
    if other is None or other.name not in FORMS:
        return ""
    if other.on is None:
        return act_at(other.name)
    if act.makes is not None and act.makes is other.on and result.made is not None:
        return act_at(other.name, act.makes.number_of(result.made))
    if act.on is other.on and len(numbers) == 1:
        return act_at(other.name, numbers[0])
    number = result.data.get(other.on.name)
    return act_at(other.name, number) if isinstance(number, int) else ""


def _asked(visit: Visit) -> tuple[Act[Any], list[int]]:
    """The act of the address, and the numbers of its things: in the address, or ticked in a list."""
    act = FORMS.get(visit.request.path_params["name"])
    number = visit.request.path_params.get("number")
    if act is None or (act.on is None and number is not None) or (number is None and not _in_a_list(act)):
        raise HTTPException(404)
    return act, [number] if number is not None else visit.numbers("number")


def _in_a_list(act: Act[Any]) -> bool:
    """Whether its things are ticked in a list, or there are none."""
    return act.on is None or act.name in LISTED


def _what(visit: Visit, act: Act[Any], numbers: list[int]) -> str:
    words = visit.said(title_of(act))
    if act.on is None:
        return words
    return visit.said(text("console-act-on", act=words, numbers=[str(n) for n in numbers]))


async def _form(
    visit: Visit,
    act: Act[Any],
    numbers: list[int],
    values: Mapping[str, str],
    problem: Problem = NO_PROBLEM,
) -> Response:
    quoted = await act.on.find(visit.acting, numbers[0]) if act.on is COMMENT else None
    back = place_of(act.on.name, numbers[0]) if act.on is not None and len(numbers) == 1 else LISTS[act.topic]
    return await page(
        visit,
        "act.html",
        title=visit.said(title_of(act)),
        menu=MENUS[act.topic],
        problem=problem,
        heading=_what(visit, act, numbers),
        button=title_of(act),
        grave=act.name in GRAVE,
        about=about(visit, act),
        quoted=quoted.words if quoted is not None else "",
        inputs=await _inputs(visit, act, numbers, values),
        numbers=numbers if visit.request.path_params.get("number") is None else [],
        back=back or LISTS[act.topic],
    )


async def _inputs(visit: Visit, act: Act[Any], numbers: list[int], values: Mapping[str, str]) -> list[Input]:
    inputs = inputs_of(act, values)
    if act.name not in CHOSEN:
        return inputs
    name, choices = CHOSEN[act.name]
    options = await choices(visit.acting, numbers[0])
    return [
        replace(one, kind="choice", options=options) if one.name == name else one
        for one in inputs
        if one.name != name or options
    ]


async def _sure(visit: Visit, act: Act[Any], numbers: list[int]) -> Response:
    """What would be done, and to whom, once more; nothing was done."""
    thing = await act.on.find(visit.acting, numbers[0]) if act.on is not None and numbers else None
    kept = [(name, value) for name, value in kept_fields(visit) if name != "sure"]
    return await page(
        visit,
        "sure.html",
        title=visit.said(text("console-sure-title")),
        menu=MENUS[act.topic],
        what=_what(visit, act, numbers),
        named=getattr(thing, "name", ""),
        about=about(visit, act),
        final=not act.undone_by,
        button=title_of(act),
        act_at=visit.console.address(visit.path),
        kept=kept,
    )


def about(visit: Visit, act: Act[Any]) -> Text | str:
    """A word on what the act does, when its title does not say it all."""
    id = f"about-{act.name.replace('.', '-').replace('_', '-')}"
    return Text(id) if visit.console.catalogue.has(id, "fr") else ""


ROUTES_OF = [
    ("GET", "/actes/{name}", show),
    ("POST", "/actes/{name}", do),
    ("GET", "/actes/{name}/{number:number}", show),
    ("POST", "/actes/{name}/{number:number}", do),
]
