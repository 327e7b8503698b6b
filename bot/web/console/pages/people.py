"""People: who answers to some words, one card, its numbers shown whole, someone added or corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import perform, quietly
from bot.web.console.forms import Input
from bot.web.console.frame import NO_PROBLEM, Problem, page
from bot.web.console.pages.meetings import offset_of
from bot.web.console.words import for_page
from db.contacts import masked
from handlers.acting import Acting, ActResult, Doubtful, refuse
from handlers.people.acts import add_person, change_person, show_person
from handlers.people.spec import PersonSpec, spec_from
from handlers.people.views import Address, addresses_numbered, people_rows, person_shown, roundtable_names
from messages import Channel, LanguageName, Text, text
from messages.languages import CODES

ROLES = ("member", "expert")
# How an address that is ticked as not theirs was lost, or is to be told: what the act reads behind the address.
GONE = {"lost": "perdu", "told": "prévenir"}
CHANNELS = ("", *(channel.value for channel in Channel))
LINES = ("name", "phone", "email", "telegram_id", "territory", "consent", "postal_address", "reason")


async def people(visit: Visit) -> Response:
    search = visit.query("q").strip()[:60]
    rows = await people_rows(visit.acting, search=search, offset=offset_of(visit))
    title = visit.said(text("console-menu-people"))
    return await page(visit, "people.html", title=title, menu="people", rows=rows, search=search)


async def person(visit: Visit) -> Response:
    return await _card(visit, {})


async def numbers(visit: Visit) -> Response:
    """The numbers whole, to call or to check: the journal says who saw them."""
    number = visit.request.path_params["number"]

    async def look(acting: Acting) -> ActResult:
        return await show_person(acting, number)

    return await _card(visit, (await quietly(visit, look)).data)


async def _card(visit: Visit, whole: dict[str, Any]) -> Response:
    shown = await person_shown(visit.acting, visit.request.path_params["number"])
    return await page(
        visit,
        "person.html",
        title=shown.person.name or "?",
        menu="people",
        p=shown,
        whole=whole,
        read=for_page(visit.said(shown.read)) if shown.read is not None else "",
    )


# -- added, corrected ----------------------------------------------------------------------------------------------


async def new(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    return await _form(visit, {}, problem, "console-person-new", "/personnes")


async def correct(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    shown = await person_shown(visit.acting, visit.request.path_params["number"])
    row = shown.person
    stands = {
        "name": row.name,
        "territory": row.territory,
        "language": row.language,
        "channel": row.channel,
        "postal_address": row.postal_address,
        "roundtables": "; ".join(shown.roundtables),
        "roles": ";".join(role.value for role in shown.roles),
    }
    back = f"/personnes/{row.id}"
    return await _form(visit, stands, problem, "console-person-correct", back, addresses=shown.addresses)


async def _form(
    visit: Visit,
    stands: dict[str, str],
    problem: Problem,
    title: str,
    back: str,
    *,
    addresses: Sequence[Address] | None = None,
) -> Response:
    """`addresses`: those of the one who is known already."""
    known = addresses is not None

    def value(name: str) -> str:
        return visit.given(name) if visit.form else stands.get(name, "")

    def named(prefix: str, values: tuple[str, ...]) -> tuple[tuple[str, Text | str], ...]:
        return tuple((one, Text(f"{prefix}-{one or 'any'}")) for one in values)

    def line(name: str) -> Input:
        label = Text(f"field-person-{name.replace('_', '-')}")
        return Input(name, label, "line", value(name), required=name == "name" and not known)

    lines = {name: line(name) for name in LINES}
    tables = Input("roundtables", text("field-person-roundtables"), "line", value("roundtables"), required=False)
    return await page(
        visit,
        "person_form.html",
        title=visit.said(text(title)),
        menu="people",
        problem=problem,
        back=back,
        known=known,
        addresses=addresses or (),
        ticked=visit.numbers("wrong"),
        how=_how_it_went(visit),
        lines=lines,
        tables=tables,
        tables_known=await roundtable_names(visit.acting),
        spoken=Input(
            "language",
            text("field-person-language"),
            "select",
            value("language"),
            options=tuple(
                (code, text("language-named", language=LanguageName(code)))
                for code in dict.fromkeys((*CODES, *filter(None, [value("language")])))
            ),
        ),
        channel=Input(
            "channel",
            text("field-person-channel"),
            "select",
            value("channel"),
            options=named("console-channel", CHANNELS),
        ),
        roles=visit.all_given("roles") if visit.form else stands.get("roles", "member" if not known else "").split(";"),
        role_names=ROLES,
    )


def _how_it_went(visit: Visit) -> Input:
    """Of an address taken away: lost, or to be told."""
    options = tuple((one, text(f"people-address-{one}")) for one in GONE)
    label = text("field-person-wrong-how")
    return Input("how", label, "choice", visit.given("how"), required=False, options=options)


def _spec(visit: Visit) -> PersonSpec:
    words = {name: visit.given(name) for name in (*LINES, "language", "channel", "roundtables")}
    return spec_from(words | {"roles": ";".join(role for role in visit.all_given("roles") if role in ROLES)})


async def added(visit: Visit) -> Response:
    async def done(acting: Acting) -> ActResult:
        return await add_person(acting, _spec(visit))

    return await perform(
        visit,
        done,
        lambda problem: new(visit, problem),
        place=lambda result: f"/personnes/{result.data['person']}",
        undo=lambda result: f"/personnes/{result.data['person']}/modifier",
        what=visit.said(text("console-person-new")),
        menu="people",
    )


async def corrected(visit: Visit) -> Response:
    number = visit.request.path_params["number"]
    shown = await person_shown(visit.acting, number)
    spec = _spec(visit)
    left = tuple(name for name in shown.roundtables if name not in spec.roundtables)

    async def done(acting: Acting) -> ActResult:
        wrong = await addresses_numbered(acting, number, visit.numbers("wrong"))
        said = GONE.get(visit.given("how"), "")
        try:
            gone = tuple(f"{a} {said}".strip() for a in wrong)
            reason = visit.given("reason")
            return await change_person(acting, number, spec, leave=left, wrong=gone, reason=reason)
        except Doubtful as asked:
            raise refuse("people-address-which", address=masked(asked.written)).about("how") from None

    return await perform(
        visit,
        done,
        lambda problem: correct(visit, problem),
        place=lambda _result: f"/personnes/{number}",
        undo=lambda _result: f"/personnes/{number}/modifier",
        what=visit.said(text("console-person-correct")),
        menu="people",
    )


ROUTES = [
    ("GET", "/personnes", people),
    ("GET", "/personnes/nouvelle", new),
    ("POST", "/personnes/nouvelle", added),
    ("GET", "/personnes/{number:number}", person),
    ("POST", "/personnes/{number:number}/numeros", numbers),
    ("GET", "/personnes/{number:number}/modifier", correct),
    ("POST", "/personnes/{number:number}/modifier", corrected),
]
