"""What waits for one coordinator: the views of every topic together, without what was put off."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from db.todo import put_off_still
from handlers.acting import Acting
from handlers.view import Harm, View, Waiting
from messages import Text, text


class WaitingKind(StrEnum):
    """What can be put off, as `Waiting.at` names it."""

    PRESENCE = "presence"
    MINUTES = "minutes"
    MEETING = "meeting"
    READING = "reading"
    BROADCAST = "broadcast"


# The words by which a command names it, the first one being the one that is shown.
NAMES = {
    WaitingKind.PRESENCE: ("presence", "presences", "attendance"),
    WaitingKind.MINUTES: ("compte-rendu", "compte rendu", "resume", "minutes"),
    WaitingKind.MEETING: ("rencontre", "meeting"),
    WaitingKind.READING: ("commentaires", "commentaire", "comments"),
    WaitingKind.BROADCAST: ("envoi", "annonce", "broadcast"),
}
UNNUMBERED = {"task", "request"}  # their command shows them all


async def what_waits(acting: Acting, views: Sequence[View[[], list[Waiting]]]) -> list[Waiting]:
    """By the harm that waiting does."""
    off = await put_off_still(acting.session, acting.organisation_id, acting.today)
    found = [one for view in views for one in await view(acting)]
    kept = [one for one in found if one.harm is Harm.DISTRESS or (one.at[0], one.at[1] or 0) not in off]
    return sorted(kept, key=lambda one: one.harm)


def line_of(one: Waiting) -> Text:
    """What waits, and the command that does it."""
    kind, number = one.at
    do = text(f"todo-do-{kind}", **({} if number is None or kind in UNNUMBERED else {"number": number}))
    if one.since is None:
        return text("todo-line", what=one.what, do=do)
    return text("todo-line-since", what=one.what, since=one.since, do=do)


def kind_named(words: str) -> WaitingKind | None:
    return next((kind for kind, names in NAMES.items() if words in names), None)
