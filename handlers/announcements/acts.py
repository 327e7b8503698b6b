"""What coordinators do with announcements: prepare, approve, see, stop, let go on."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from dataclasses import dataclass, replace
from typing import Any

from db import message_kinds
from db.audience import Audience, Unreached, count_meant
from db.deliveries import Broadcast, BroadcastState, Priority
from db.outbox import broadcasts as outbox
from handlers import broadcasts, sending
from handlers.act import Writes, act, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.announcements.naming import purpose_words, titles_of, to_whom
from handlers.announcements.reached import not_reached, why_words
from handlers.broadcasts import Approval
from handlers.checks import Gesture
from handlers.installation import Installation
from handlers.places_meant import is_theirs
from handlers.things import BROADCAST, ROUNDTABLE
from messages import Text, text

LONGEST = 1600
LONGEST_TITLE = 40
VARIABLE = re.compile(r"\{[^{}]*\}")
NAME = "{name}"  # the only variable: a first name, filled when the message leaves
NOT_PAUSED = {
    BroadcastState.APPROVED: "announcements-not-begun",
    BroadcastState.SCHEDULED: "announcements-not-begun",
    BroadcastState.PAUSED: "announcements-already-paused",
}
LIVE = (BroadcastState.APPROVED, BroadcastState.SCHEDULED, BroadcastState.SENDING, BroadcastState.PAUSED)
READ_BY_ASKING = ("chapter", "chapter-again")  # its questions are taken back too: handlers/report/stopping.py
MOST_NAMED = 20  # people named in a chat
LISTED = 20


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is to be announced: words per language, to whom, when (None: now), and whether it cannot wait."""

    words: dict[str, str]
    audience: Audience
    send_at: dt.datetime | None = None
    urgent: bool = False


def check_words(words: str) -> str:
    words = words.strip()
    if not words:
        raise refuse("announcements-empty")
    if len(words) > LONGEST:
        raise refuse("announcements-too-long", length=len(words), longest=LONGEST)
    for variable in VARIABLE.findall(words):
        if variable != NAME:
            raise refuse("announcements-unknown-variable", variable=variable[:30])
    return words


@act(
    "announcements.announce",
    entry="announcements.approved",
    makes=BROADCAST,
    writes=Writes.SEVERAL,
    gesture=Gesture.RETYPE,
    undone_by="announcements.stop",
    twin="announce",
)
async def announce(acting: Acting, announcement: Announcement) -> ActResult:
    """An announcement approved: it leaves now or at its hour, or waits for a second coordinator."""
    _check(announcement, acting.now)
    audience = await in_scope(acting, announcement.audience)
    first = _first_language(acting.installation, announcement)
    broadcast = await broadcasts.new_broadcast(
        acting,
        message_kinds.ANNOUNCEMENT,
        audience,
        broadcasts.written_words(announcement.words, first),
        title=textwrap.shorten(announcement.words[first], LONGEST_TITLE, placeholder="..."),
        send_at=announcement.send_at or acting.now,
        priority=Priority.URGENT if announcement.urgent else Priority.BROADCAST,
        written_in=announcement.words,
    )
    people = broadcast.approved_count or 0
    if not people:
        raise refuse("announcements-nobody")
    if acting.contact is not None:
        broadcast.progress_contact_id = acting.contact.id
    said = await _let_go(acting, broadcast, announcement, people)
    facts = broadcasts.counted(acting, people)
    data = {"broadcast": broadcast.id, "state": broadcast.state.value, **facts, "cost": f"{facts['cents'] / 100:.2f}"}
    return ActResult(said, data, made=broadcast, noted=facts, checked=await _checked(acting, announcement, audience))


async def _let_go(acting: Acting, broadcast: Broadcast, announcement: Announcement, people: int) -> Text:
    """It waits for a second coordinator, leaves, or waits for its hour."""
    if await broadcasts.approval_for(acting, people) is Approval.SECOND:
        broadcast.state = BroadcastState.APPROVED
        await _ask_the_others(acting, broadcast, announcement)
        return text("announcements-waits-second", number=broadcast.id)
    planned = max(announcement.send_at or acting.now, acting.now)
    if planned == acting.now:
        await broadcasts.send_now(acting, broadcast)
    leaves = acting.installation.leaves_at(planned)
    facts: dict[str, Any] = {"number": broadcast.id, "people": people, "when": acting.installation.local(leaves)}
    if leaves > planned:
        house = acting.installation
        return text("announcements-held", **facts, quiet_from=house.quiet_from, quiet_to=house.quiet_to)
    if planned == acting.now:
        return text("announcements-sending", number=broadcast.id, people=people)
    return text("announcements-scheduled", **facts)


def _leaves(acting: Acting, announcement: Announcement) -> Text | None:
    """When it would leave, if not at once."""
    leaves = acting.installation.leaves_at(max(announcement.send_at or acting.now, acting.now))
    return text("announcements-leaves", when=acting.installation.local(leaves)) if leaves > acting.now else None


async def _checked(acting: Acting, announcement: Announcement, audience: Audience) -> Text | None:
    """What the check page says first: to whom of those meant, for whoever answers for one territory; when it leaves."""
    leaves, scope = _leaves(acting, announcement), acting.actor.scope
    if not scope:
        return leaves
    meant = await count_meant(acting.session, acting.organisation_id, announcement.audience)
    here = await count_meant(acting.session, acting.organisation_id, audience)
    said = text("announcements-of-territory", territory=scope, people=here, others=meant - here)
    return said if leaves is None else text("announcements-noted", progress=said, note=leaves)


async def in_scope(acting: Acting, audience: Audience) -> Audience:
    """Whoever answers for one territory writes to the people of that territory alone."""
    scope = acting.actor.scope
    if not scope:
        return audience
    if audience.territory and not await is_theirs(acting, audience.territory):
        raise refuse("access-other-territory", territory=scope)
    if audience.roundtable_id is not None:
        await ROUNDTABLE.find(acting, audience.roundtable_id)
    return replace(audience, territory=scope)


async def _ask_the_others(acting: Acting, broadcast: Broadcast, announcement: Announcement) -> None:
    """The other coordinators see the words they are to approve, and what to write."""
    asked = text(
        "announcements-second-asked",
        number=broadcast.id,
        name=acting.actor.name,
        people=broadcast.approved_count or 0,
        words=announcement.words[_first_language(acting.installation, announcement)],
    )
    await sending.tell_concerned(acting, BROADCAST, broadcast, asked)


@act_on(
    BROADCAST,
    "announcements.second_approval",
    entry="announcements.second_approval",
    undone_by="announcements.stop",
    twin="broadcast approve",
)
async def second_approval(acting: Acting, broadcast: Broadcast) -> ActResult:
    """A second coordinator lets a large broadcast go; never the one who wrote it."""
    if broadcast.state is not BroadcastState.APPROVED:
        raise refuse("announcements-not-waiting", number=broadcast.id)
    if acting.actor.person_id == broadcast.created_by:
        raise refuse("announcements-not-own", number=broadcast.id)
    broadcast.state, broadcast.approved_by = BroadcastState.SCHEDULED, acting.actor.person_id
    return ActResult(text("announcements-approved-second", number=broadcast.id), {"broadcast": broadcast.id})


@act_on(
    BROADCAST,
    "announcements.stop",
    entry="announcements.stopped",
    final="what has not left is written anew",
    twin="broadcast cancel",
)
async def stop(acting: Acting, broadcast: Broadcast) -> ActResult:
    """What has not left of a broadcast is stopped."""
    if broadcast.state not in LIVE:
        raise refuse("announcements-already-over", number=broadcast.id)
    if broadcast.purpose in READ_BY_ASKING:
        raise refuse("announcements-stop-chapter", year=broadcast.title)
    planned = broadcast.approved_count or 0 if broadcast.started_at is None else 0  # no row of it is in the outbox yet
    left = await outbox.cancel(acting.session, broadcast.id, acting.now) or planned
    counts = await outbox.counts(acting.session, broadcast.id)
    return ActResult(
        text("announcements-stopped", number=broadcast.id, stopped=left, sent=counts["sent"]),
        {"broadcast": broadcast.id, "stopped": left, **counts},
        noted={"stopped": left, "sent": counts["sent"]},
    )


@act_on(
    BROADCAST,
    "announcements.pause",
    entry="announcements.paused",
    undone_by="announcements.resume",
    twin="broadcast pause",
)
async def pause(acting: Acting, broadcast: Broadcast) -> ActResult:
    """Nothing more of it leaves until it is resumed."""
    if not await outbox.pause(acting.session, broadcast.id, "asked"):
        raise refuse(NOT_PAUSED.get(broadcast.state, "announcements-already-over"), number=broadcast.id)
    return ActResult(text("announcements-paused", number=broadcast.id), {"broadcast": broadcast.id})


@act_on(
    BROADCAST,
    "announcements.resume",
    entry="announcements.resumed",
    undone_by="announcements.pause",
    twin="broadcast resume",
)
async def resume(acting: Acting, broadcast: Broadcast) -> ActResult:
    """It goes on."""
    if not await outbox.resume(acting.session, broadcast.id):
        raise refuse("announcements-not-paused", number=broadcast.id)
    return ActResult(text("announcements-resumed", number=broadcast.id), {"broadcast": broadcast.id})


async def _counted(acting: Acting, broadcast: Broadcast) -> ActResult:
    """Where a broadcast stands; the counts always add up to the total."""
    counts = await outbox.counts(acting.session, broadcast.id)
    shown = {name: counts[name] for name in ("total", "queued", "started", "sent", "failed", "unknown")}
    shown["other"] = counts["missed"] + counts["cancelled"]
    said = text("announcements-progress", number=broadcast.id, **shown)
    data = {"broadcast": broadcast.id, "title": broadcast.title, "purpose": broadcast.purpose}
    return ActResult(said, {**data, "state": broadcast.state.value, "kind": broadcast.kind, **counts})


@act_on(BROADCAST, "announcements.progress", twin="broadcast show")
async def progress(acting: Acting, broadcast: Broadcast) -> ActResult:
    """Where a broadcast stands, by name: whom it failed to reach, and those to whom nothing was written, with why."""
    whole = await _counted(acting, broadcast)
    failed, left_out = await not_reached(acting.session, broadcast), await broadcasts.left_out(acting, broadcast)
    lines = [
        *(text("announcements-failed-one", name=one.name, why=why_words(one.why)) for one in failed),
        *(_left_out_line(one) for one in left_out),
    ]
    data = {
        "failed": [{"person": one.number, "name": one.name, "why": one.why} for one in failed],
        "left_out": [{"person": one.person_id, "name": one.name, "why": one.why} for one in left_out],
    }
    to = text("announcements-meant-for", to=(await to_whom(acting, [broadcast]))[broadcast.id])
    said = text("announcements-noted", progress=whole.text, note=to)
    if broadcast.left_out is None and left_out and broadcast.started_at is not None:
        said = text("announcements-noted", progress=said, note=text("announcements-left-out-today"))
    elif broadcast.left_out:
        said = text(
            "announcements-noted", progress=said, note=text("announcements-left-out-count", people=broadcast.left_out)
        )
    if lines:
        shown = lines[:MOST_NAMED]
        said = text("announcements-shown", progress=said, lines=shown, more=len(lines) - len(shown))
    people = (*(one.number for one in failed if one.number), *(one.person_id for one in left_out if one.person_id))
    return ActResult(said, {**whole.data, **data}, shows=people)


def _left_out_line(one: Unreached) -> Text:
    name = one.name or "?" if one.person_id else text("announcements-somebody-erased")
    return text("check-missed-one", name=name, why=text(f"check-why-{one.why}"))


@act("announcements.list", twin="broadcast list")
async def list_broadcasts(acting: Acting) -> ActResult:
    """The last broadcasts, with what each was and where it stands."""
    rows = await acting.session.scalars(
        BROADCAST.visible(acting).where(outbox.said_something()).order_by(Broadcast.id.desc()).limit(LISTED)
    )
    lines, data = [], []
    found = list(rows)
    titles, to = await titles_of(acting, found), await to_whom(acting, found)
    for row in found:
        shown = await _counted(acting, row)
        lines.append(_line(acting, row, titles[row.id], to[row.id], shown))
        data.append(shown.data)
    if not lines:
        return ActResult(text("announcements-none"), {"broadcasts": []})
    return ActResult(text("announcements-list", lines=lines), {"broadcasts": data})


def _line(acting: Acting, row: Broadcast, title: Text | str, to: Text, shown: ActResult) -> Text:
    sent, total = shown.data["sent"], shown.data["total"]
    return text(
        "announcements-line",
        number=row.id,
        purpose=purpose_words(acting, row),
        title=title,
        date=acting.installation.today(row.started_at or row.send_at or row.created_at),
        state=text(f"announcements-state-{row.state.value}"),
        sent=sent,
        total=total or row.approved_count or 0,
        left_out=row.left_out or 0,
        to=to,
    )


async def live_number(acting: Acting) -> int:
    """The one announcement or digest under way. Raises `Refused` when there are none or several."""
    live = list(
        await acting.session.scalars(
            BROADCAST.visible(acting)
            .where(Broadcast.state.in_(LIVE), Broadcast.kind.in_(["announcement", "digest"]))
            .order_by(Broadcast.id.desc())
        )
    )
    if not live:
        raise refuse("announcements-none-under-way")
    if len(live) != 1:
        raise refuse("announcements-which-broadcast", numbers=", ".join(str(b.id) for b in live))
    return live[0].id


def _check(announcement: Announcement, now: dt.datetime) -> None:
    for words in announcement.words.values():
        check_words(words)
    if announcement.send_at is not None and announcement.send_at < now - dt.timedelta(minutes=5):
        raise refuse("announcements-past")


def _first_language(installation: Installation, announcement: Announcement) -> str:
    if installation.default_language in announcement.words:
        return installation.default_language
    return next(iter(announcement.words))
