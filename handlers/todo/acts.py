"""The acts over what waits: look, put off with a reason, take up again; and search everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any

from db.todo import PutOff, drop_put_off, put_off_still
from handlers.act import Act, Field, act
from handlers.acting import Acting, ActResult, refuse
from handlers.todo.waiting import NAMES, WaitingKind, kind_named, line_of, what_waits
from handlers.view import Found, Harm, View, Waiting
from messages import text
from messages.keywords import fold

DAYS = 7  # put off for, when nothing is said
MOST_DAYS = 180
MOST_LINES = 12  # of a chat, before "and others"
MOST_FOUND = 15
SHORTEST = 2  # letters worth searching


def kind_read(_acting: Acting, words: str) -> WaitingKind:
    kind = kind_named(fold(words.replace("-", " ")))
    if kind is None:
        raise refuse("todo-which-kind", words=words.strip()[:30], kinds=[names[0] for names in NAMES.values()])
    return kind


KIND = Field("What: presence, minutes, meeting, comments, broadcast.", read=kind_read)
NUMBER = Field("Its number.")


Waits = Sequence[View[[], list[Waiting]]]


def showing(waiting: Waits) -> Act[Any]:
    """The act that lists what waits in these views."""

    @act("todo.show", twin="todo list")
    async def show(
        acting: Acting, page: Annotated[int, Field("Which page: 1 is the most harmful.", "--page")] = 1
    ) -> ActResult:
        """All that waits, by the harm that waiting does, and how each is done."""
        found = await what_waits(acting, waiting)
        data = {"waiting": [{"kind": w.at[0], "number": w.at[1], "harm": w.harm.name.lower()} for w in found]}
        if not found:
            return ActResult(text("todo-nothing"), data)
        start = (max(page, 1) - 1) * MOST_LINES
        lines = [line_of(one) for one in found[start : start + MOST_LINES]]
        if not lines:
            raise refuse("todo-no-such-page", page=page)
        more = len(found) - start - len(lines)
        return ActResult(text("todo-list", count=len(found), lines=lines, more=more, next=max(page, 1) + 1), data)

    return show


def putting_off(waiting: Waits) -> tuple[Act[Any], Act[Any]]:
    """The acts that put off what waits in these views, and take it up again."""

    @act("todo.put_off", entry="todo.put_off", undone_by="todo.take_up", twin="todo later")
    async def put_off(
        acting: Acting,
        kind: Annotated[WaitingKind, KIND],
        number: Annotated[int, NUMBER],
        reason: Annotated[str, Field("Why.", "--reason")],
        days: Annotated[int, Field("For how many days; 7 when nothing is said.", "--days")] = DAYS,
    ) -> ActResult:
        """One thing that waits, put off with its reason. It comes back by itself; a cry is never put off."""
        found = await what_waits(acting, waiting)
        if not any(one.at == (kind.value, number) and one.harm is not Harm.DISTRESS for one in found):
            raise refuse("todo-does-not-wait", kind=NAMES[kind][0], number=number)
        if not reason.strip():
            raise refuse("example-plus-tard")
        if not 1 <= days <= MOST_DAYS:
            raise refuse("todo-how-long", most=MOST_DAYS)
        until = acting.today + dt.timedelta(days=days)
        await drop_put_off(acting.session, acting.organisation_id, kind.value, number)
        acting.session.add(
            PutOff(
                organisation_id=acting.organisation_id,
                kind=kind.value,
                number=number,
                until=until,
                reason=reason.strip()[:300],
                by=acting.actor.person_id,
            )
        )
        noted = {"kind": NAMES[kind][0], "number": number, "until": until.isoformat()}
        said = text("todo-put-off", kind=NAMES[kind][0], number=number, date=until)
        return ActResult(said, noted, noted=noted)

    @act("todo.take_up", entry="todo.taken_up", undone_by="todo.put_off", twin="todo again")
    async def take_up(acting: Acting, kind: Annotated[WaitingKind, KIND], number: Annotated[int, NUMBER]) -> ActResult:
        """What was put off waits again from now on."""
        off = await put_off_still(acting.session, acting.organisation_id, acting.today)
        mine = {one.at for view in waiting for one in await view(acting)}
        if (kind.value, number) not in off or (kind.value, number) not in mine:
            raise refuse("todo-not-put-off", kind=NAMES[kind][0], number=number)
        await drop_put_off(acting.session, acting.organisation_id, kind.value, number)
        noted = {"kind": NAMES[kind][0], "number": number}
        return ActResult(text("todo-taken-up", kind=NAMES[kind][0], number=number), noted, noted=noted)

    return put_off, take_up


def searching(searched: Sequence[View[[str], list[Found]]]) -> Act[Any]:
    """The act that searches in these views."""

    @act("todo.search", twin="todo search")
    async def search(
        acting: Acting,
        words: Annotated[str, Field("A name, a word, a date.")],
        page: Annotated[int, Field("Which page of what is found.", "--page")] = 1,
    ) -> ActResult:
        """Where a word is found: people, meetings, comments that may be read, broadcasts, the digest."""
        wanted = fold(words)
        if len(wanted) < SHORTEST:
            raise refuse("example-recherche")
        found = [one for view in searched for one in await view(acting, wanted)]
        data = {"found": [{"kind": one.at[0], "number": one.at[1]} for one in found]}
        if not found:
            return ActResult(text("todo-not-found", words=words.strip()[:40]), data)
        start = (max(page, 1) - 1) * MOST_FOUND
        lines = [one.line for one in found[start : start + MOST_FOUND]]
        if not lines:
            raise refuse("todo-found-no-such-page", page=page, words=words.strip()[:40])
        following = {"more": len(found) - start - len(lines), "words": words.strip()[:40], "next": max(page, 1) + 1}
        return ActResult(text("todo-found", count=len(found), lines=lines, **following), data)

    return search
