"""Messages that perhaps arrived: a coordinator chooses between sending again, at the risk of twice, and leaving it."""

from __future__ import annotations

from db.conversations import Task
from db.deliveries import Broadcast
from db.outbox import unknowns
from db.tasks import tasks_alike
from handlers.act import act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.calls.acts import UNKNOWN
from handlers.calls.alerts import whom
from handlers.things import BROADCAST, TASK
from messages import text


@act_on(
    TASK,
    "calls.resend",
    entry="calls.sent_again",
    for_oneself=True,
    final="what was sent again has left",
    twin="call-list --resend",
)
async def resend(acting: Acting, task: Task) -> ActResult:
    """Every message of this card, and of those alike, is sent again; the cards are closed."""
    settled = await _settle(acting, task, again=True)
    name, _phone = await whom(acting.session, task)
    said = text("calls-sent-again", number=task.id, name=name, count=settled)
    return ActResult(said, {"task": task.id, "settled": settled, "again": True}, noted={"count": settled})


@act_on(
    TASK,
    "calls.leave",
    entry="calls.left",
    for_oneself=True,
    final="what was sent again has left",
    twin="call-list --leave",
)
async def leave(acting: Acting, task: Task) -> ActResult:
    """Every message of this card, and of those alike, is left; the cards are closed."""
    settled = await _settle(acting, task, again=False)
    name, _phone = await whom(acting.session, task)
    said = text("calls-left-alone", number=task.id, name=name)
    return ActResult(said, {"task": task.id, "settled": settled, "again": False}, noted={"count": settled})


async def _settle(acting: Acting, task: Task, *, again: bool) -> int:
    """How many had a fate still unknown."""
    if task.kind != UNKNOWN:
        raise refuse("calls-nothing-unknown", number=task.id)
    if task.closed_at is not None:
        raise refuse("calls-closed-already", number=task.id)
    settled = 0
    for one in await tasks_alike(acting.session, task):
        if one.delivery_id is not None and again:
            settled += int(await unknowns.resend(acting.session, one.delivery_id, acting.now))
        elif one.delivery_id is not None:
            settled += int(await unknowns.let_be(acting.session, one.delivery_id))
        one.closed_at, one.outcome = acting.now, "F"
        one.acknowledged_by = one.acknowledged_by or acting.actor.person_id
    return settled


@act_on(
    BROADCAST,
    "calls.resend_broadcast",
    entry="calls.sent_again",
    final="what was sent again has left",
    twin="call-list --resend",
)
async def resend_broadcast(acting: Acting, broadcast: Broadcast) -> ActResult:
    """The messages of one broadcast that perhaps arrived, all sent again."""
    ids = await unknowns.of_broadcast(acting.session, broadcast.id)
    for delivery_id in ids:
        await unknowns.resend(acting.session, delivery_id, acting.now)
    said = text("calls-broadcast-sent-again", number=broadcast.id, count=len(ids))
    data = {"broadcast": broadcast.id, "settled": len(ids), "again": True}
    return ActResult(said, data, noted={"count": len(ids)})


@act_on(
    BROADCAST,
    "calls.leave_broadcast",
    entry="calls.left",
    final="what was sent again has left",
    twin="call-list --leave",
)
async def leave_broadcast(acting: Acting, broadcast: Broadcast) -> ActResult:
    """The messages of one broadcast that perhaps arrived, all left."""
    ids = await unknowns.of_broadcast(acting.session, broadcast.id)
    for delivery_id in ids:
        await unknowns.let_be(acting.session, delivery_id)
    data = {"broadcast": broadcast.id, "settled": len(ids), "again": False}
    return ActResult(text("calls-broadcast-left-alone", number=broadcast.id), data, noted={"count": len(ids)})
