"""What may leave is decided when it leaves, whatever was true when it was queued."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db.comments.tables import Comment
from db.contacts import Consent, Contact, Reach
from db.deliveries import Delivery, Priority, ReturnPath, Status
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from db.path_key import ReturnAddress
from db.people import Pace, Person
from tests.support.outbox import NOON, World

EVENING = dt.datetime(2026, 3, 11, 2, 0, tzinfo=dt.UTC)  # 22:00 in Montreal
MORNING = dt.datetime(2026, 3, 11, 13, 0, tzinfo=dt.UTC)  # 9:00

REPLY: dict[str, Any] = {"kind": "reply", "priority": Priority.REPLY}
DIGEST: dict[str, Any] = {"kind": "digest", "priority": Priority.BROADCAST}

BARRED = [
    ("a consent withdrawn", {"consent": Consent.WITHDRAWN}, {}, "consent-withdrawn"),
    ("a consent withdrawn, even an answer", {"consent": Consent.WITHDRAWN}, REPLY, "consent-withdrawn"),
    ("an invited person", {"consent": Consent.INVITED}, {}, "no-consent"),
    ("an unknown number", {"consent": Consent.NONE}, {}, "no-consent"),
    ("a kind stopped alone", {"stopped_kinds": ",digest,"}, DIGEST, "kind-stopped"),
    ("a blocked bot", {"reach": Reach.BLOCKED}, {}, "reach-blocked"),
    ("a blocked bot, even an answer", {"reach": Reach.BLOCKED}, REPLY, "reach-blocked"),
    ("a bad number", {"reach": Reach.INVALID}, {}, "reach-invalid"),
    ("a person who did not press Start", {"reach": Reach.NOT_STARTED}, {}, "reach-not-started"),
    ("an address that may be another's", {"reach": Reach.DOUBTFUL}, {}, "reach-doubtful"),
]

ALLOWED = [
    ("the request for consent itself", {"consent": Consent.INVITED}, {"kind": "consent"}),
    ("the confirmation of a stop", {"consent": Consent.WITHDRAWN}, {**REPLY, "any_consent": True}),
    ("an answer to an unknown number", {"consent": Consent.NONE}, REPLY),
    ("an answer to a doubtful address", {"reach": Reach.DOUBTFUL}, REPLY),
    ("another kind than the one stopped", {"stopped_kinds": ",digest,"}, {"kind": "reminder"}),
    ("news that are no broadcast, on hold", {"hold": True}, {}),
]


@pytest.mark.parametrize(("contact", "message", "why"), [case[1:] for case in BARRED], ids=[c[0] for c in BARRED])
async def test_nothing_leaves_for(
    sqlite_world: World, contact: dict[str, Any], message: dict[str, Any], why: str
) -> None:
    delivery_id = await sqlite_world.queue(await sqlite_world.person(**contact), **message)

    await sqlite_world.send()

    kept = await sqlite_world.delivery(delivery_id)
    fate = Status.FAILED if why.startswith("reach") else Status.CANCELLED
    assert (kept.status, kept.reason, sqlite_world.telegram.left) == (fate, why, [])


@pytest.mark.parametrize(("contact", "message"), [case[1:] for case in ALLOWED], ids=[case[0] for case in ALLOWED])
async def test_it_leaves_all_the_same(sqlite_world: World, contact: dict[str, Any], message: dict[str, Any]) -> None:
    delivery_id = await sqlite_world.queue(await sqlite_world.person(**contact), **message)

    await sqlite_world.send()

    assert (await sqlite_world.delivery(delivery_id)).status is Status.SENT


async def test_a_consent_withdrawn_after_the_fan_out_stops_the_message(world: World) -> None:
    rose, jean = await world.person(), await world.person()
    await world.broadcast(rose, jean)
    contact = await world.contact(rose)
    await world.set(Contact, contact.id, consent=Consent.WITHDRAWN)

    await world.send()

    assert world.telegram.addresses == [(await world.contact(jean)).address]


async def test_a_broadcast_waits_while_a_person_is_asked_whether_they_meant_to_stop(world: World) -> None:
    rose = await world.person(hold=True)
    await world.broadcast(rose, body="nouvelles")
    await world.send()
    assert world.telegram.bodies == []

    await world.set(Contact, (await world.contact(rose)).id, hold=False)
    world.later(minutes=6)
    await world.send()

    assert world.telegram.bodies == ["nouvelles"]


async def test_a_kind_that_only_another_version_knows_is_held_to_consent_alone(world: World) -> None:
    """A worker of yesterday sends what a scheduler of today queued, and the other way round."""
    rose, jean = await world.person(), await world.person()
    yes = await world.queue(rose, kind="quick-poll")
    no = await world.queue(jean, kind="quick-poll")
    await world.set(Contact, (await world.contact(jean)).id, consent=Consent.INVITED)

    await world.send()

    assert (await world.delivery(yes)).status is Status.SENT
    assert (await world.delivery(no)).reason == "no-consent"


@pytest.mark.parametrize(
    ("pace", "kind", "leaves"),
    [
        (Pace.PAUSED, "digest", False),
        (Pace.PAUSED, "question", False),
        (Pace.PAUSED, "notice", True),
        (Pace.LESS, "announcement", False),
        (Pace.LESS, "digest", True),
        (Pace.NORMAL, "announcement", True),
    ],
)
async def test_the_pace_a_person_asked_for_holds_for_what_was_already_decided(
    world: World, pace: Pace, kind: str, leaves: bool
) -> None:
    rose = await world.person()
    await world.broadcast(rose, kind=kind)
    await world.set(Person, rose.id, pace=pace)

    await world.send()

    assert bool(world.telegram.left) is leaves


async def test_an_erased_person_gets_nothing(world: World) -> None:
    rose = await world.person()
    delivery_id = await world.queue(rose)
    await world.set(Person, rose.id, erased_at=NOON)

    await world.send()

    assert (await world.delivery(delivery_id)).reason == "erased"


async def test_words_that_were_erased_do_not_leave(world: World) -> None:
    delivery_id = await world.queue(await world.person(), "")

    await world.send()

    assert (await world.delivery(delivery_id)).reason == "no-words"


async def test_what_was_queued_in_the_day_waits_for_the_morning(world: World) -> None:
    delivery_id = await world.queue(await world.person())
    world.now = EVENING
    await world.send()
    waiting = await world.delivery(delivery_id)
    assert (waiting.status, waiting.due_at) == (Status.QUEUED, MORNING)

    world.now = MORNING
    await world.send()

    assert (await world.delivery(delivery_id)).status is Status.SENT


@pytest.mark.parametrize("message", [REPLY, {"any_hour": True}], ids=["an answer", "a distress answer"])
async def test_the_night_does_not_hold_back(world: World, message: dict[str, Any]) -> None:
    world.now = EVENING
    delivery_id = await world.queue(await world.person(), **message)

    await world.send()

    assert (await world.delivery(delivery_id)).status is Status.SENT


async def test_a_whole_broadcast_waits_for_the_morning_and_answers_go_past_it(world: World) -> None:
    world.now = EVENING
    people = [await world.person() for _ in range(120)]
    await world.broadcast(*people, body="nouvelles")
    await world.queue(people[0], "une réponse", **REPLY)

    await world.send()
    at_night = list(world.telegram.bodies)
    world.now = MORNING
    await world.send()

    assert at_night == ["une réponse"]
    assert len(world.telegram.bodies) == 121


async def test_nothing_leaves_before_its_hour(world: World) -> None:
    await world.queue(await world.person(), "demain", not_before=NOON + dt.timedelta(hours=1))
    await world.send()
    assert world.telegram.bodies == []

    world.later(hours=1)
    await world.send()

    assert world.telegram.bodies == ["demain"]


async def test_what_is_too_late_is_missed_and_says_so(world: World) -> None:
    delivery_id = await world.queue(await world.person(), not_after=NOON + dt.timedelta(hours=1))
    world.later(hours=2)

    await world.send()

    kept = await world.delivery(delivery_id)
    assert (kept.status, kept.reason, world.telegram.left) == (Status.MISSED, "too-late", [])


async def test_a_reminder_whose_hour_passes_during_the_night_is_missed_in_the_morning(world: World) -> None:
    world.now = EVENING
    delivery_id = await world.queue(await world.person(), not_after=EVENING + dt.timedelta(hours=3))
    await world.send()
    world.now = MORNING

    await world.send()

    assert (await world.delivery(delivery_id)).status is Status.MISSED


async def test_what_waits_for_its_hour_holds_nothing_back(world: World) -> None:
    rose = await world.person()
    await world.queue(rose, "plus tard", not_before=NOON + dt.timedelta(hours=1))
    await world.queue(rose, "maintenant")

    await world.send()

    assert world.telegram.bodies == ["maintenant"]


async def test_news_of_a_nameless_comment_leave_by_its_return_path(world: World) -> None:
    rose = await world.person("sms")
    contact = await world.contact(rose, "sms")
    async with world.db.write() as session:
        session.add(Roundtable(id=1, organisation_id=1, name="Logement"))
        await session.flush()
        meeting = Meeting(
            organisation_id=1,
            roundtable_id=1,
            local_date=NOON.date(),
            local_start=dt.time(18),
            local_end=dt.time(20),
            zone="America/Toronto",
            starts_at=NOON,
            ends_at=NOON,
            created_at=NOON,
        )
        session.add(meeting)
        await session.flush()
        comment = Comment(organisation_id=1, number=1, meeting_id=meeting.id, words="...", with_name=False)
        session.add(comment)
        await session.flush()
        sealed = world.db.key.seal(comment.id, ReturnAddress(contact.id, "", "fr"))
        path = ReturnPath(comment_id=comment.id, sealed=sealed)
        session.add(path)
        await session.flush()
        delivery = Delivery(
            kind="notice", channel="sms", return_path_id=path.id, body="Lu à la table", queued_at=world.now
        )
        session.add(delivery)

    await world.send()

    assert world.sms.addresses == [contact.address]
