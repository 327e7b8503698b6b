"""Where each kind of thing is shown."""

from __future__ import annotations

from typing import Any

from handlers.act import Act
from handlers.acting import ActResult

# Kind of thing -> its page. A comment is shown among those of its meeting.
PAGES = {
    "meeting": "/rencontres/{}",
    "claim": "/demandes/{}",
    "payment": "/demandes/paiements/{}",
    "comment": "/reponses/{}",
    "task": "/appels/{}",
    "person": "/personnes/{}",
    "broadcast": "/envois/{}",
    "draft": "/brouillons/{}",
    "item": "/infolettre",
    "request": "/vie-privee",
    "incident": "/vie-privee",
    "import": "/personnes/importer",
}
# The list of a topic, when there is no one thing.
LISTS = {
    "announcements": "/envois",
    "calls": "/appels",
    "claims": "/demandes",
    "comments": "/reponses",
    "console": "/reglages",
    "digest": "/infolettre",
    "journal": "/journal",
    "meetings": "/rencontres",
    "people": "/personnes",
    "privacy": "/vie-privee",
    "report": "/bilan",
    "todo": "",
}
MENUS = {
    "announcements": "write",
    "calls": "calls",
    "claims": "claims",
    "comments": "comments",
    "console": "settings",
    "digest": "digest",
    "journal": "journal",
    "meetings": "meetings",
    "people": "people",
    "privacy": "privacy",
    "report": "report",
    "todo": "today",
}
# What cannot be brought back, or stops many: marked as such, and looked at once more before it is done.
GRAVE = frozenset(
    {
        "announcements.delete_draft",
        "announcements.stop",
        "meetings.cancel",
        "people.end_role",
        "privacy.erase",
        "privacy.let_go",
        "report.merge_territories",
        "report.unmerge_territories",
    }
)
# Acts after which the list says more than the thing.
TO_THE_LIST = frozenset({"announcements.delete_draft", "calls.settle", "calls.answer", "calls.leave", "calls.resend"})
# Acts on one thing that make another, whose page is shown.
SHOWS_WHAT_IT_MADE = frozenset({"claims.enter"})


def place_of(kind: str, number: int | None) -> str:
    """ "meeting", 12 -> "/rencontres/12"."""
    return PAGES[kind].format(number) if kind in PAGES and number is not None else ""


def place_after(act: Act[Any], numbers: list[int], result: ActResult) -> str:
    """The page that shows what an act did."""
    if act.name in SHOWS_WHAT_IT_MADE:
        return place_of(*result.thing) or LISTS[act.topic]
    if act.makes is not None and result.made is not None:
        return place_of(act.makes.name, act.makes.number_of(result.made)) or LISTS[act.topic]
    if act.on is None or len(numbers) != 1 or act.name in TO_THE_LIST:
        return LISTS[act.topic]
    return place_of(act.on.name, numbers[0]) or LISTS[act.topic]


def act_at(name: str, number: int | None = None) -> str:
    """The form of an act."""
    return f"/actes/{name}" if number is None else f"/actes/{name}/{number}"
