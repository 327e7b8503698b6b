"""Strangers who cry together. Each is answered; coordinators are told of a few one by one, then of all in one message.

A number is easily forged: a thousand alerts in an hour would hide the one of somebody who is known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from db.contacts import contact_for
from db.conversations import Task
from db.cries import cries_of_strangers
from db.organisations import Organisation
from db.people import coordinators
from handlers import sending
from handlers.acting import Acting
from handlers.calls import alerts
from messages import Text, text

ALONE = 5  # told one by one within the time after which an alert is told again
ALERTED, EMERGENCY = "cries_alerted_at", "cries_emergency_at"  # when they were last told together


async def are_many(acting: Acting, more: int) -> bool:
    """Whether so many more than those who were told lately are too many to be told one by one."""
    since = acting.now - alerts.AGAIN
    told = [one for one in await cries_of_strangers(acting.session, acting.organisation_id) if told_since(one, since)]
    return len(told) + more > ALONE


def told_since(task: Task, since: dt.datetime) -> bool:
    return task.told_at is not None and task.told_at > since


async def alert(acting: Acting, task: Task) -> None:
    """A cry just heard: told at once, or with the others at the next tick when too many cry."""
    if task.person_id is None and await are_many(acting, 1):
        task.alert_at = acting.now
        return
    await alerts.alert(acting, task)


async def alert_together(acting: Acting, due: Sequence[Task]) -> int:
    """One message to each coordinator, at most every ten minutes; how many cries it was about."""
    if not await may_tell(acting, ALERTED):
        return 0
    words = text("calls-alert-many", count=await count(acting))
    for person in await coordinators(acting.session, acting.organisation_id):
        contact = await contact_for(acting.session, person, any_consent=True, answering=True)
        if contact is not None:
            await sending.write_to(acting, contact, words, options=alerts.STRANGERS, person=person)
    for task in due:
        task.alert_at, task.told_at = acting.now + alerts.AGAIN, acting.now
    return len(due)


def emergency_words(acting: Acting, number: int) -> Text:
    return text("calls-emergency-many", count=number, organisation=acting.installation.organisation)


async def count(acting: Acting) -> int:
    return len(await cries_of_strangers(acting.session, acting.organisation_id))


async def may_tell(acting: Acting, what: str) -> bool:
    """Whether they were not told together within ten minutes; they are then, now."""
    row = await acting.session.scalar(
        select(Organisation).where(Organisation.id == acting.organisation_id).with_for_update()
    )
    if row is None:
        return False
    last = row.preferences.get(what)
    if last is not None and dt.timedelta(0) <= acting.now - dt.datetime.fromisoformat(last) < alerts.AGAIN:
        return False
    row.preferences = {**row.preferences, what: acting.now.isoformat()}
    return True
