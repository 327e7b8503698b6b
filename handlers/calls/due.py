"""What the hour brings: a cry nobody has taken yet, news for the coordinators, and those whom nothing reaches."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from sqlalchemy import select

from db.conversations import Task
from db.organisations import Organisation
from db.people import coordinators
from db.session import AsyncSession
from db.tasks import add_task, alerts_due, last_told_at, people_failed_twice, people_never_reached, untold_tasks
from handlers import sending
from handlers.calls.acts import kind_words
from handlers.calls.alerts import alert
from handlers.sending import How
from handlers.turn import House
from messages import text

TOGETHER = dt.timedelta(minutes=10)  # coordinators are told at most this often: a storm is one message
LISTED_AT = dt.time(8)
NEWS = How(kind="alert")


async def alert_again(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Distress that nobody acknowledged: every coordinator again, at any hour."""
    tasks = await alerts_due(session, house.organisation_id, now)
    for task in tasks:
        await alert(session, house, task, now=now)
    return len(tasks)


async def tell_coordinators(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """What is new, in one short message; at night it waits for the morning."""
    if _quiet(house, now):
        return 0
    tasks = await untold_tasks(session, house.organisation_id)
    last = await last_told_at(session, house.organisation_id)
    if not tasks or (last is not None and now - last < TOGETHER):
        return 0
    counts = Counter(task.kind for task in tasks)
    kinds = [text("calls-news-line", count=count, kind=kind_words(kind)) for kind, count in counts.most_common(6)]
    for person in await coordinators(session, house.organisation_id):
        await sending.tell(session, house, person, text("calls-news", kinds=kinds), now=now, how=NEWS)
    for task in tasks:
        task.told_at = now
    return len(tasks)


def _quiet(house: House, now: dt.datetime) -> bool:
    start, end, hour = house.quiet_from, house.quiet_to, house.local(now).time()
    if start == end:
        return False
    return start <= hour < end if start < end else hour >= start or hour < end


async def list_unreached(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Once a day: who was never reached, and who failed twice, join the call list."""
    local = house.local(now)
    row = await session.scalar(select(Organisation).where(Organisation.id == house.organisation_id))
    if row is None or local.time() < LISTED_AT or row.preferences.get("calls_listed_on") == local.date().isoformat():
        return 0
    row.preferences = {**row.preferences, "calls_listed_on": local.date().isoformat()}
    found: list[Task | None] = []
    for kind, question in (("never_reached", people_never_reached), ("failed_twice", people_failed_twice)):
        for person in await question(session, house.organisation_id, now):
            found.append(await add_task(session, house.organisation_id, kind, now=now, person_id=person.id, once=True))
    return sum(task is not None for task in found)
