"""A form posted: one act, in one transaction, once. Its check page, its refusal, or its result."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.responses import Response

from bot.web.console import fresh
from bot.web.console.console import Console, Visit
from bot.web.console.frame import NO_PROBLEM, Problem, page, problem_of
from bot.web.console.http import DONE, html, see_other, set_cookie
from bot.web.console.words import for_page
from db.console.questions import post_begun, post_done
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, ActResult, Confirmation, Refused, actor_of
from handlers.checks import CheckPage, Gesture, WantsCheck
from messages import Text, text
from messages.plain_french import advise_writer

Act = Callable[[Acting], Awaitable[ActResult]]
Again = Callable[[Problem], Awaitable[Response]]

# What the frame of a form carries, and which is not of the act.
CARRIED = ("form", "seen", "people", "again", "fresh", "key")


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a form: the page to show, with the words said once."""

    place: str
    said: str
    undo: str = ""


async def perform(
    visit: Visit,
    act: Act,
    again: Again,
    *,
    place: Callable[[ActResult], str],
    undo: Callable[[ActResult], str] = lambda _result: "",
    is_fresh: bool = False,
    careful: bool = True,
    what: str = "",
    menu: str = "",
) -> Response:
    """Do the act of a posted form, then lead to `place`, with a link to `undo` it.

    `again` shows the form as it was filled, with what is wrong. `what`: the title of the act, on its check page.
    `is_fresh`: they must have said on Telegram, lately, that it is still them. `careful`: a check page as soon as one
    person is written to; without it, the page that was posted was one.
    """
    if visit.given("again"):
        return await again(NO_PROBLEM)
    if is_fresh and (wait := await fresh.wanted(visit)) is not None:
        return wait
    try:
        done = await visit.console.write(lambda session: _once(visit, session, act, place, undo, careful))
    except WantsCheck as wants:
        return await _check_page(visit, wants.page, what, menu)
    except Refused as refused:
        return await again(problem_of(visit, refused.reason, refused.field))
    response = see_other(visit.console, f"{done.place}#fait" if done.said else done.place)
    set_cookie(visit.console, response, DONE, visit.given("key"), seconds=60)
    return response


async def _once(
    visit: Visit,
    session: AsyncSession,
    act: Act,
    place: Callable[[ActResult], str],
    undo: Callable[[ActResult], str],
    careful: bool,
) -> Done:
    """The same form a second time shows what the first one did. Role and territory are those of this transaction."""
    key, person_id = visit.given("key"), visit.row.person_id
    if not await post_begun(session, key, person_id, visit.now):
        earlier = await post_done(session, key, person_id)
        return Done(earlier.place, earlier.said, earlier.undo) if earlier is not None else Done("", "")
    acting = await writing(visit, session, careful=careful)
    result = await act(acting)
    done = Done(place(result), for_page(visit.said(result.text)), undo(result))
    row = await post_done(session, key, person_id)
    assert row is not None
    row.said, row.place, row.undo = done.said, done.place, done.undo
    return done


async def writing(visit: Visit, session: AsyncSession, *, careful: bool = True) -> Acting:
    """The visitor, in a transaction that writes: a role taken away meanwhile is gone."""
    person = await session.get_one(Person, visit.row.person_id)
    actor = await actor_of(session, person, "web")
    return Acting(session, visit.installation, actor, visit.now, approved=approved_of(visit), careful=careful)


def approved_of(visit: Visit) -> Confirmation | None:
    """The check page that was confirmed, and the number of people retyped."""
    if not (seen := visit.given("seen")):
        return None
    people = visit.given("people").strip()
    return Confirmation(seen, int(people) if people.isdecimal() and len(people) < 9 else -1)


def kept_fields(visit: Visit) -> list[tuple[str, str]]:
    """What was filled in, to be carried by the next form."""
    return [(name, value) for name, value in visit.form.multi_items() if name not in CARRIED and isinstance(value, str)]


async def _check_page(visit: Visit, shown: CheckPage, what: str, menu: str) -> Response:
    """What would leave, exactly; nothing was done. Confirmed from an older picture, it says that it changed."""
    seen = visit.given("seen")
    retype = shown.must_retype or shown.gesture is Gesture.RETYPE
    problem = NO_PROBLEM
    if seen and seen != shown.fingerprint:
        problem = Problem((("", visit.said(text("console-check-changed"))),))
    elif seen and retype:
        problem = Problem((("people", visit.said(text("console-check-other-number", people=shown.people))),))
    return await page(
        visit,
        "check.html",
        title=visit.said(text("console-check-title" if shown.texts else "console-sure-title")),
        menu=menu,
        problem=problem,
        what=what,
        check=shown,
        retype=retype,
        advice=advice_of(shown),
        act_at=visit.console.address(visit.path),
        kept=kept_fields(visit),
    )


def advice_of(shown: CheckPage) -> list[Text]:
    """Hints on the French words, as the chat gives them."""
    french = next((t for t in shown.texts if t.language == "fr"), None)
    return [hint.text for hint in advise_writer(french.body)[:5]] if french is not None else []


async def quietly(visit: Visit, act: Act) -> ActResult:
    """An act that leaves no page behind it: a look that the journal notes."""

    async def done(session: AsyncSession) -> ActResult:
        return await act(await writing(visit, session))

    return await visit.console.write(done)


__all__ = ["Console", "html", "perform", "quietly"]
