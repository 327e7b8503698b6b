"""Meetings: the list, one meeting whole, who was there."""

from __future__ import annotations

import re

from starlette.responses import Response

from bot.web.console.console import Visit
from bot.web.console.doing import perform
from bot.web.console.frame import NO_PROBLEM, Problem, page
from bot.web.console.words import for_page
from db.meetings.tables import MeetingState, Presence
from handlers.acting import Acting, ActResult
from handlers.meetings.acts import closing
from handlers.meetings.lookups import why_none
from handlers.meetings.views import meeting_rows, meeting_shown
from messages import text

# What may be noted of someone, and the word that `note_presence` reads.
NOTED = {
    Presence.UNKNOWN: "?",
    Presence.IN_PERSON: "ici",
    Presence.PHONE: "tel",
    Presence.VIDEO: "video",
    Presence.NONE: "absent",
}
STEPS = ("draft", "announced", "held", "closed")


def offset_of(visit: Visit) -> int:
    asked = visit.query("apres")
    return int(asked) if asked.isdecimal() and len(asked) < 7 else 0


async def meetings(visit: Visit) -> Response:
    past = visit.query("passees") == "oui"
    rows = await meeting_rows(visit.acting, past=past, offset=offset_of(visit))
    title = visit.said(text("console-menu-meetings"))
    why = "" if rows.rows or rows.offset else for_page(visit.said(await why_none(visit.acting, visit.acting.now)))
    return await page(visit, "meetings.html", title=title, menu="meetings", rows=rows, past=past, why=why)


async def meeting(visit: Visit) -> Response:
    shown = await meeting_shown(visit.acting, visit.request.path_params["number"])
    title = visit.said(text("meetings-name", roundtable=shown.roundtable, date=shown.meeting.local_date))
    return await page(visit, "meeting.html", title=title, menu="meetings", m=shown, steps=STEPS)


async def calendar(visit: Visit) -> Response:
    """The meeting for a calendar (RFC 5545): when, where, and nothing about anyone."""
    shown = await meeting_shown(visit.acting, visit.request.path_params["number"])
    row, stamp = shown.meeting, "%Y%m%dT%H%M%SZ"
    cancelled = row.state is MeetingState.CANCELLED
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Porte-voix//FR",
        "BEGIN:VEVENT",
        f"UID:rencontre-{row.id}@{visit.request.url.hostname}",
        f"SEQUENCE:{row.version}",
        f"DTSTAMP:{visit.now:{stamp}}",
        f"DTSTART:{row.starts_at:{stamp}}",
        f"DTEND:{row.ends_at:{stamp}}",
        f"SUMMARY:{_escaped(shown.roundtable)}",
        f"LOCATION:{_escaped(row.place)}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    headers = {"Content-Disposition": f'attachment; filename="rencontre-{row.id}.ics"'}
    return Response("\r\n".join(lines), media_type="text/calendar", headers=headers)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


async def presence(visit: Visit, problem: Problem = NO_PROBLEM) -> Response:
    shown = await meeting_shown(visit.acting, visit.request.path_params["number"])
    name = text("meetings-name", roundtable=shown.roundtable, date=shown.meeting.local_date)
    return await page(
        visit,
        "presence.html",
        title=visit.said(text("console-presence-title", meeting=name)),
        menu="meetings",
        problem=problem,
        m=shown,
        choices=list(NOTED),
        given={one.number: visit.given(f"p-{one.number}") for one in shown.invited},
    )


async def note_presence(visit: Visit) -> Response:
    """Only what was changed is noted: another coordinator may be noting the others meanwhile."""
    number = visit.request.path_params["number"]
    guest = re.sub(r"[,;\n]+", ", + ", visit.given("guest").strip().strip(",;"))
    words = ", ".join([*_changed(visit), *([f"+ {guest}"] if guest else [])])
    if not words and not visit.given("again"):
        return await presence(visit, Problem((("", visit.said(text("console-presence-nothing"))),)))

    async def note(acting: Acting) -> ActResult:
        return await closing.note_presence(acting, number, words)

    return await perform(
        visit,
        note,
        lambda problem: presence(visit, problem),
        place=lambda _result: f"/rencontres/{number}",
        undo=lambda _result: f"/rencontres/{number}/presence",
    )


def _changed(visit: Visit) -> list[str]:
    """ "3 tel" for each person of whom something else than what stood was chosen."""
    words = {presence.value: word for presence, word in NOTED.items()}
    found = []
    for name, value in visit.form.multi_items():
        person = name.removeprefix("p-")
        if name.startswith("p-") and person.isdecimal() and value in words and value != visit.given(f"was-{person}"):
            found.append(f"{person} {words[str(value)]}")
    return found


ROUTES = [
    ("GET", "/rencontres", meetings),
    ("GET", "/rencontres/{number:number}", meeting),
    ("GET", "/rencontres/{number:number}/calendrier", calendar),
    ("GET", "/rencontres/{number:number}/presence", presence),
    ("POST", "/rencontres/{number:number}/presence", note_presence),
]
