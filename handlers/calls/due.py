"""What the hour brings: a cry nobody has taken yet, news for the coordinators, and those whom nothing reaches."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from sqlalchemy import select

from db import message_kinds
from db.conversations import Task, TaskKind
from db.organisations import Organisation
from db.tasks import (
    add_task,
    alerts_due,
    asked_and_unanswered,
    emergencies_due,
    last_told_at,
    people_failed_twice,
    people_never_reached,
    untold_tasks,
)
from handlers import sending
from handlers.acting import Acting
from handlers.calls import emergency
from handlers.calls.acts import kind_words
from handlers.calls.alerts import alert
from handlers.open_questions import DOUBTS
from handlers.sending import SendOptions
from handlers.things import TASK
from messages import text

TOGETHER = dt.timedelta(minutes=10)  # coordinators are told at most this often: a storm is one message
LISTED_AT = dt.time(8)
NEWS = SendOptions(message_kinds.ALERT)
AT_ONCE = 100


async def alert_again(acting: Acting) -> int:
    """Distress that nobody acknowledged: every coordinator again, at any hour."""
    tasks = await alerts_due(acting.session, acting.installation.organisation_id, acting.now)
    alerted = 0
    for task in tasks:
        if task.alert_at is None or task.alert_at <= acting.now:  # several cries of one person are one alert
            await alert(acting, task)
            alerted += 1
    return alerted


async def tell_emergency(acting: Acting) -> int:
    """Distress that no coordinator took within the delay: whoever the settings name is texted, once for each person."""
    someone = acting.installation.emergency
    if someone is None:
        return 0
    told = 0
    for task in await emergencies_due(acting.session, acting.organisation_id, acting.now - someone.after):
        if task.emergency_at is None:  # not told of already with another of theirs
            await emergency.tell(acting, someone, task)
            told += 1
    return told


async def tell_coordinators(acting: Acting) -> int:
    """What is new, in one short message; at night it waits for the morning."""
    if acting.installation.leaves_at(acting.now) > acting.now:
        return 0
    tasks = await untold_tasks(acting.session, acting.installation.organisation_id, acting.now)
    last = await last_told_at(acting.session, acting.installation.organisation_id)
    if not tasks or (last is not None and acting.now - last < TOGETHER):
        return 0
    for person, theirs in await sending.concerned(acting, TASK, tasks):
        counts = Counter(task.kind for task in theirs)
        kinds = [text("calls-news-line", count=count, kind=kind_words(kind)) for kind, count in counts.most_common(6)]
        await sending.tell(acting, person, text("calls-news", kinds=kinds), options=NEWS)
    for task in tasks:
        task.told_at = acting.now
    return len(tasks)


async def unanswered_doubts(acting: Acting) -> int:
    """Words whose meaning was asked, without an answer since: a coordinator reads them, nothing is lost."""
    found = await asked_and_unanswered(acting.session, DOUBTS, acting.now, AT_ONCE)
    for question in found:
        await add_task(
            acting.session,
            acting.organisation_id,
            TaskKind.UNKNOWN_WORD,
            now=acting.now,
            contact_id=question.contact_id,
            person_id=question.person_id,
            incoming_id=question.subject_id,
        )
    return len(found)


async def list_unreached(acting: Acting) -> int:
    """Once a day: who was never reached, and who failed twice, join the call list."""
    local = acting.installation.local(acting.now)
    row = await acting.session.scalar(
        select(Organisation).where(Organisation.id == acting.installation.organisation_id)
    )
    if row is None or local.time() < LISTED_AT or row.preferences.get("calls_listed_on") == local.date().isoformat():
        return 0
    row.preferences = {**row.preferences, "calls_listed_on": local.date().isoformat()}
    found: list[Task | None] = []
    for kind, question in (
        (TaskKind.NEVER_REACHED, people_never_reached),
        (TaskKind.FAILED_TWICE, people_failed_twice),
    ):
        for person in await question(acting.session, acting.installation.organisation_id, acting.now):
            found.append(
                await add_task(
                    acting.session,
                    acting.installation.organisation_id,
                    kind,
                    now=acting.now,
                    person_id=person.id,
                    once=True,
                )
            )
    return sum(task is not None for task in found)
