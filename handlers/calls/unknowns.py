"""Messages that perhaps arrived: a coordinator chooses between sending again, at the risk of twice, and leaving it."""

from __future__ import annotations

import datetime as dt

from db.conversations import Task
from db.deliveries import Broadcast
from db.journal import write_entry
from db.outbox import unknowns
from db.session import AsyncSession
from db.tasks import tasks_alike
from handlers.access import Act, Actor, Done, refuse, require
from handlers.calls import acts
from handlers.calls.alerts import whom
from handlers.turn import House
from messages import Option, text

KIND = "delivery_unknown"
AGAIN, LEAVE = "again", "leave"
OPTIONS = (Option(AGAIN, text("calls-option-again")), Option(LEAVE, text("calls-option-leave")))


async def settle_card(
    session: AsyncSession, house: House, actor: Actor, number: int, again: bool, *, now: dt.datetime
) -> Done:
    """Every message of this card, and of those alike, is sent again or left; the cards are closed."""
    require(actor, Act.SETTLE_UNKNOWN)
    task = await acts.task_of(session, house, number)
    if task.kind != KIND:
        raise refuse("calls-nothing-unknown", number=number)
    if task.closed_at is not None:
        raise refuse("calls-closed-already", number=number)
    settled = 0
    for one in await tasks_alike(session, task):
        settled += await _settle(session, one, again, now)
        one.closed_at, one.outcome = now, "F"
        one.acknowledged_by = one.acknowledged_by or actor.person_id
    await _note(session, actor, again, settled, now, thing="task", thing_id=number)
    name, _phone = await whom(session, task)
    said = text("calls-left-alone", number=number, name=name)
    if again:
        said = text("calls-sent-again", number=number, name=name, count=settled)
    return Done(said, {"task": number, "settled": settled, "again": again})


async def _settle(session: AsyncSession, task: Task, again: bool, now: dt.datetime) -> int:
    """1 when its fate was still unknown."""
    if task.delivery_id is None:
        return 0
    if again:
        return int(await unknowns.resend(session, task.delivery_id, now))
    return int(await unknowns.let_be(session, task.delivery_id))


async def settle_broadcast(
    session: AsyncSession, house: House, actor: Actor, number: int, again: bool, *, now: dt.datetime
) -> Done:
    """The messages of one broadcast that perhaps arrived, all together."""
    require(actor, Act.SETTLE_UNKNOWN)
    broadcast = await session.get(Broadcast, number)
    if broadcast is None or broadcast.organisation_id != house.organisation_id:
        raise refuse("calls-no-such-broadcast", number=number)
    ids = await unknowns.of_broadcast(session, number)
    for delivery_id in ids:
        await (unknowns.resend(session, delivery_id, now) if again else unknowns.let_be(session, delivery_id))
    await _note(session, actor, again, len(ids), now, thing="broadcast", thing_id=number)
    said = text("calls-broadcast-left-alone", number=number)
    if again:
        said = text("calls-broadcast-sent-again", number=number, count=len(ids))
    return Done(said, {"broadcast": number, "settled": len(ids), "again": again})


async def _note(
    session: AsyncSession, actor: Actor, again: bool, count: int, now: dt.datetime, *, thing: str, thing_id: int
) -> None:
    act = "calls.sent_again" if again else "calls.left"
    await write_entry(session, act, now=now, actor=actor.signature, thing=thing, thing_id=thing_id, count=count)
