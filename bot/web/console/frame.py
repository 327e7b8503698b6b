"""A page whole: its frame (who is in, where they are, what was just done) around a template's own content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.web.console.console import Console, Visit, form_token, new_key
from bot.web.console.http import (
    DONE,
    LANGUAGE_PARAMETER,
    asked_language,
    cookie_of,
    drop_cookie,
    html,
    keep_language,
)
from bot.web.console.places import GRAVE
from bot.web.console.words import for_page
from db.console.questions import post_done, seen_until
from handlers.act import permit
from handlers.acting import Refused
from handlers.routes import ROUTES
from messages import Text, text

# name -> where it leads. The first ones are always in sight; the others are under "more" on a narrow screen.
MENU = (
    ("today", ""),
    ("meetings", "/rencontres"),
    ("comments", "/reponses"),
    ("claims", "/demandes"),
    ("write", "/envois"),
    ("calls", "/appels"),
    ("digest", "/infolettre"),
    ("people", "/personnes"),
    ("report", "/bilan"),
    ("privacy", "/vie-privee"),
    ("journal", "/journal"),
    ("settings", "/reglages"),
)


# What only some may look at: the others do not see it in the menu.
LOOKED_AT_BY = {"report": "report.show", "journal": "journal.show"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a form: a sentence for each field, "" for the whole of it."""

    sentences: tuple[tuple[str, str], ...]

    def of(self, field: str) -> str:
        return next((words for name, words in self.sentences if name == field), "")

    def __bool__(self) -> bool:
        return bool(self.sentences)


NO_PROBLEM = Problem(())


def problem_of(visit: Visit, reason: Text, field: str = "") -> Problem:
    """A refused act's sentence, without the Telegram commands that it may name."""
    return Problem(((field, for_page(visit.said(reason), visit.said(text("console-refused-other")))),))


async def page(
    visit: Visit,
    template: str,
    *,
    title: str,
    menu: str = "",
    status: int = 200,
    problem: Problem = NO_PROBLEM,
    **context: Any,
) -> HTMLResponse:
    """A page for whoever is in. `title`: what the tab says before the console's own name; `menu`: where it stands."""
    console = visit.console
    done = cookie_of(console, visit.request, DONE)
    post = await post_done(visit.acting.session, done, visit.row.person_id) if done else None
    known: dict[str, Any] = {
        **_frame(console, visit.language),
        "title": title,
        "menu": menu,
        "menus": [one for one in MENU if one[0] not in LOOKED_AT_BY or may(visit, LOOKED_AT_BY[one[0]])],
        "problem": problem,
        "said": post.said if post is not None else "",
        "undo": post.undo if post is not None else "",
        "who": visit.actor.name,
        "scope": visit.actor.scope,
        "form_token": form_token(visit.token),
        "form_key": visit.given("key") or new_key(),
        "path": visit.path,
        "now": visit.now,
        "today": visit.acting.today,
        "ends_in": int((seen_until(visit.row) - visit.now).total_seconds()),
        "inside": True,
        "may": lambda name: may(visit, name),
        "grave_acts": GRAVE,
    }
    response = html(console.templates.render(template, visit.language, _with(known, context)), status)
    if done:
        drop_cookie(console, response, DONE)
    return response


def may(visit: Visit, name: str) -> bool:
    """Whether this visitor may do the act of that name, somewhere: what they may not is not shown."""
    try:
        permit(visit.actor, ROUTES.acts()[name].right)
    except Refused:
        return False
    return True


def outside_page(
    console: Console, request: Request, template: str, *, title: str, status: int = 200, **context: Any
) -> HTMLResponse:
    """A page for someone who is not in."""
    language = asked_language(console, request)
    known = _frame(console, language) | {
        "title": title,
        "menu": "",
        "inside": False,
        "problem": NO_PROBLEM,
        "said": "",
        "undo": "",
        "in_other_language": f"{_again(console, request)}?{LANGUAGE_PARAMETER}={'en' if language == 'fr' else 'fr'}",
    }
    response = html(console.templates.render(template, language, _with(known, context)), status)
    if LANGUAGE_PARAMETER in request.query_params:
        keep_language(console, request, response, language)
    return response


def _again(console: Console, request: Request) -> str:
    """This very page, when it can be asked for again."""
    return "" if request.method == "GET" else console.address("/entrer")


def _with(known: dict[str, Any], context: dict[str, Any]) -> dict[str, Any]:
    """The names of the frame and those of the page, which are others: a page's own would stand in the frame's place."""
    taken = known.keys() & context.keys()
    if taken:
        raise ValueError(f"the frame of every page has these names: {', '.join(sorted(taken))}")
    return known | context


def _frame(console: Console, language: str) -> dict[str, Any]:
    installation = console.installation()
    return {
        "u": console.address,
        "organisation": installation.organisation,
        "help_name": installation.contact_name,
        "help_phone": installation.contact_phone,
        "local": not console.secure,
        "bot": installation.telegram_bot,
        "other_language": "en" if language == "fr" else "fr",
    }


def problem_page(console: Console, request: Request, status: int) -> Response:
    """Something that cannot be shown or taken: which, in a plain sentence, and the way back."""
    name = _named(status)
    title = console.said(Text(f"console-problem-{name}"), asked_language(console, request))
    return outside_page(console, request, "problem.html", title=title, status=status, name=name)


async def problem_inside(visit: Visit, status: int) -> Response:
    """The same for whoever is in: in their language, with the menu."""
    name = _named(status)
    title = visit.said(Text(f"console-problem-{name}"))
    return await page(visit, "problem.html", title=title, status=status, name=name)


def _named(status: int) -> str:
    return str(status) if status in (403, 404, 413) else "500"
