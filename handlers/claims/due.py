"""What the hour brings for claims: the offer of the day after, money that should have come, claims that wait."""

from __future__ import annotations

import datetime as dt

from db.claims.questions import (
    claims_of_days,
    meetings_to_offer,
    payments_to_ask_about,
    rates_on,
    remote_to_offer,
)
from db.claims.rules import Payee
from db.conversations import is_in_dialogue
from db.journal import write_entry
from db.meetings.questions import attendance_made, people_owed_an_offer, roundtable_of
from db.meetings.tables import Meeting
from db.people import Person, Role
from handlers import sending
from handlers.acting import Acting
from handlers.claims.payments import ask_received
from handlers.claims.talk import OFFER
from handlers.turn import Ask
from messages import Option, Outgoing, text

OFFER_HOUR = 10
OFFER_FOR = 21  # days after the meeting: presence may be noted late
# A presence noted of the wrong person, two cards made one by mistake: put right within this, they offer nothing.
TO_PUT_RIGHT = dt.timedelta(minutes=10)
OPTIONS = (Option("yes", text("claims-option-claim")), Option("no", text("claims-option-no-thanks")))


async def offers(acting: Acting) -> int:
    """The day after, at ten, whoever attended is offered their allowance, once.

    Ten minutes after it was noted that they were there, at the earliest.
    """
    if acting.installation.local(acting.now).hour < OFFER_HOUR:
        return 0
    today = acting.installation.today(acting.now)
    done = 0
    since, until = today - dt.timedelta(days=OFFER_FOR), today - dt.timedelta(days=1)
    for meeting in await meetings_to_offer(acting.session, acting.installation.organisation_id, since, until):
        roles = await _paid_roles(acting, meeting.local_date)
        found = await people_owed_an_offer(acting.session, meeting, roles, settled_by=acting.now - TO_PUT_RIGHT)
        owed = [person for person, _ in found]
        done += await _offer(acting, meeting, owed)
    return done


async def _paid_roles(acting: Acting, day: dt.date) -> tuple[Role, ...]:
    """Member organisations are offered something where the region set rates for them."""
    theirs = await rates_on(acting.session, acting.organisation_id, day, Payee.ORGANISATION)
    return (Role.EXPERT, Role.ORGANISATION) if theirs else (Role.EXPERT,)


async def remote_offers(acting: Acting) -> int:
    """The day after the reading, whoever took part from afar. Claims never know which words were theirs."""
    if acting.installation.local(acting.now).hour < OFFER_HOUR:
        return 0
    today = acting.installation.today(acting.now)
    since, until = today - dt.timedelta(days=OFFER_FOR), today - dt.timedelta(days=1)
    by_meeting: dict[int, tuple[Meeting, list[Person]]] = {}
    settled_by = acting.now - TO_PUT_RIGHT
    for person, meeting in await remote_to_offer(
        acting.session, acting.installation.organisation_id, since, until, settled_by=settled_by
    ):
        by_meeting.setdefault(meeting.id, (meeting, []))[1].append(person)
    done = 0
    for meeting, people in by_meeting.values():
        done += await _offer(acting, meeting, people)
    return done


async def _offer(acting: Acting, meeting: Meeting, people: list[Person]) -> int:
    roundtable = (await roundtable_of(acting.session, meeting)).name
    asked = 0
    for person in people:
        if await is_in_dialogue(acting.session, person.id, "claim"):
            continue  # their own words come first: asked at another tick, if they claimed nothing
        (await attendance_made(acting.session, meeting.id, person.id)).offered_claim_at = acting.now
        if await claims_of_days(acting.session, person.id, [meeting.local_date]):
            continue  # they claimed by themselves
        prompt = text("claims-offer", roundtable=roundtable, date=meeting.local_date)
        ask = Ask(Outgoing(prompt, OPTIONS), OFFER, meeting.id, kept={"meeting": meeting.id})
        asked += await sending.ask_person(acting, person, ask) is not None
    if asked:
        # How many, not who: an offer for taking part from afar would say that someone commented.
        await write_entry(
            acting.session, "claims.offered", now=acting.now, thing="meeting", thing_id=meeting.id, people=asked
        )
    return len(people)


async def ask_about_payments(acting: Acting) -> int:
    """On the day of a payment announced ahead, each person is asked whether it came."""
    if acting.installation.local(acting.now).hour < OFFER_HOUR:
        return 0
    due = await payments_to_ask_about(
        acting.session, acting.installation.organisation_id, acting.installation.today(acting.now)
    )
    for payment in due:
        await ask_received(acting, payment)
    return len(due)
