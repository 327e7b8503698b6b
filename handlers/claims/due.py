"""What the hour brings for claims: the offer of the day after, money that should have come, claims that wait."""

from __future__ import annotations

import datetime as dt

from db.claims.questions import (
    claims_forgotten,
    claims_of_days,
    meetings_to_offer,
    payments_to_ask_about,
    remote_to_offer,
)
from db.journal import write_entry
from db.meetings.questions import attendance_made, people_owed_an_offer, roundtable_of
from db.meetings.tables import Meeting
from db.people import Person, coordinators
from db.session import AsyncSession
from handlers import sending
from handlers.claims.payments import ask_received
from handlers.claims.talk import OFFER
from handlers.turn import Ask, House
from messages import Option, Outgoing, text

OFFER_HOUR = 10
OFFER_FOR = 21  # days after the meeting: presence may be noted late
WAITED = dt.timedelta(days=7)
OPTIONS = (Option("yes", text("claims-option-claim")), Option("no", text("claims-option-no-thanks")))


async def offers(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """The day after, at ten, whoever attended is offered their allowance, once."""
    if house.local(now).hour < OFFER_HOUR:
        return 0
    today = house.today(now)
    done = 0
    since, until = today - dt.timedelta(days=OFFER_FOR), today - dt.timedelta(days=1)
    for meeting in await meetings_to_offer(session, house.organisation_id, since, until):
        owed = [person for person, _ in await people_owed_an_offer(session, meeting)]
        done += await _offer(session, house, meeting, owed, now)
    return done


async def remote_offers(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """The day after the reading, whoever took part from afar. Claims never know which words were theirs."""
    if house.local(now).hour < OFFER_HOUR:
        return 0
    today = house.today(now)
    since, until = today - dt.timedelta(days=OFFER_FOR), today - dt.timedelta(days=1)
    by_meeting: dict[int, tuple[Meeting, list[Person]]] = {}
    for person, meeting in await remote_to_offer(session, house.organisation_id, since, until):
        by_meeting.setdefault(meeting.id, (meeting, []))[1].append(person)
    done = 0
    for meeting, people in by_meeting.values():
        done += await _offer(session, house, meeting, people, now)
    return done


async def _offer(session: AsyncSession, house: House, meeting: Meeting, people: list[Person], now: dt.datetime) -> int:
    roundtable = (await roundtable_of(session, meeting)).name
    asked = 0
    for person in people:
        (await attendance_made(session, meeting.id, person.id)).offered_claim_at = now
        if await claims_of_days(session, person.id, [meeting.local_date]):
            continue  # they claimed by themselves
        prompt = text("claims-offer", roundtable=roundtable, date=meeting.local_date)
        ask = Ask(Outgoing(prompt, OPTIONS), OFFER, subject_id=meeting.id)
        asked += await sending.ask_person(session, house, person, ask, now=now) is not None
    if asked:
        # How many, not who: an offer for taking part from afar would say that someone commented.
        await write_entry(session, "claims.offered", now=now, thing="meeting", thing_id=meeting.id, people=asked)
    return len(people)


async def ask_about_payments(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """On the day of a payment announced ahead, each person is asked whether it came."""
    if house.local(now).hour < OFFER_HOUR:
        return 0
    due = await payments_to_ask_about(session, house.organisation_id, house.today(now))
    for payment in due:
        await ask_received(session, house, payment, now)
    return len(due)


async def waiting_too_long(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Once a week, coordinators are reminded of the claims that have waited more than seven days."""
    if house.local(now).hour < OFFER_HOUR:
        return 0
    today = house.today(now)
    claims = await claims_forgotten(session, house.organisation_id, now - WAITED, today - WAITED)
    if not claims:
        return 0
    for claim in claims:
        claim.nudged_on = today
    oldest = min(house.today(claim.submitted_at) for claim in claims)
    words = text("claims-waiting-too-long", count=len(claims), days=(today - oldest).days)
    for person in await coordinators(session, house.organisation_id):
        await sending.tell(session, house, person, words, now=now)
    return len(claims)
