"""What is due is read whole, the oldest first, whatever the words and whatever the database."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.deliveries import Delivery, Priority
from db.outbox.due import DueRequest, DueSource, rows_of, take
from tests.support.outbox import NOON, World

ODD_WORDS = [
    'Il a dit "non", puis\nrien \\ du tout',
    "L'été à l'île 😀 \u2028 \u0301 \u00a0",
    "\x01\x1f\x7f [1,2] {} null",
    "",
]
EARLIER = NOON - dt.timedelta(hours=3, microseconds=1)


async def test_a_row_that_is_taken_is_the_row_that_is_kept(world: World) -> None:
    buttons = [["Oui, j'y serai", "m1.yes"], ['"Non"', "m1.no"]]
    for words in ODD_WORDS:
        rose = await world.person()
        await world.queue(rose, words, buttons=buttons, not_after=NOON + dt.timedelta(days=1), queued_at=EARLIER)
    plain = await world.person()
    await world.queue(plain, any_hour=True, expects_answer=True, image="a.png", segments=3, started_at=EARLIER)

    async with world.db.write() as session:
        taken = await take(session, DueSource(Priority.NORMAL), DueRequest("telegram", NOON, 100))
        kept = await rows_of(session, [row.id for row in taken])

    assert len(taken) == len(ODD_WORDS) + 1
    assert sorted(taken, key=lambda row: row.id) == kept
    assert [type(value) for value in taken[0]] == [type(value) for value in kept[0]]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hours=st.lists(st.integers(0, 5), min_size=1, max_size=6))
async def test_the_oldest_is_taken_first(world: World, hours: list[int]) -> None:
    place = Priority.URGENT
    async with world.db.write() as session:
        for row in await take(session, DueSource(place), DueRequest("telegram", NOON, 1000)):
            await session.delete(await session.get_one(Delivery, row.id))
    ids = [
        await world.queue(await world.person(), priority=place, due_at=NOON - dt.timedelta(hours=hour))
        for hour in hours
    ]
    oldest_first = [id_ for _, id_ in sorted(zip([-hour for hour in hours], ids, strict=True))]
    async with world.db.write() as session:
        taken = await take(session, DueSource(place), DueRequest("telegram", NOON, 3))
    assert [row.id for row in taken] == oldest_first[:3]
