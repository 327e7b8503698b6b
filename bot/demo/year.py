"""A year already lived, so that the report has something to tell: meetings, who was there, words, claims, envelopes.

Nine people of fiction who read on paper, since nobody stands behind their phones; what they did is written as the rows
that it would have left. All follows from the numbers of the meeting and of the person: all demos tell the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from bot.demo.region import DATA
from db.claims.rules import ClaimState, LineKind, Mode
from db.claims.tables import Claim, ClaimLine, Payment
from db.comments.tables import Comment, CommentState, Decision, RemoteParticipation
from db.contributions import Accompaniment, Contribution, Part
from db.deliveries import Status
from db.meetings.questions import note_in_history
from db.meetings.rules import in_utc
from db.meetings.tables import AgendaPoint, Attendance, Meeting, MeetingState, Outcome, Presence, Reminder, WorkStep
from db.message_kinds import LETTER
from db.organisations import Level, PlaceKind, Roundtable, listed_territory, next_number, roundtable_made
from db.outbox.making import add_delivery
from db.people import Person, Role, grant
from db.report.period import FiscalYear
from db.report.runs import write_text
from db.report.survey import QUESTIONS, count_sheet
from db.territories import set_envelope, territory_named
from handlers.acting import Acting
from messages import Channel

YEAR = yaml.safe_load((DATA / "year.yaml").read_text(encoding="utf-8"))
TABLES = (("COCO", "Vallée-des-Rives", Level.REGIONAL), ("Logement", "Trois-Ponts", Level.LOCAL))
EVERY, FIRST = 42, 20  # days: between meetings, from the first of April
LEFT_ALONE = 20  # days before today: the demo begins with nothing to do of the year
BEGINS, ENDS = dt.time(13, 30), dt.time(15, 30)
HALF_DAY, FARE = 5500, 750  # cents
ENVELOPE = 300_000


@dataclass(frozen=True)
class _Lived:
    """One meeting of the year, with its number and the people who sit at its table."""

    number: int
    meeting: Meeting
    people: list[Person]

    def at(self, days: int) -> dt.datetime:
        return self.meeting.ends_at + dt.timedelta(days=days)

    @property
    def there(self) -> Iterator[tuple[Person, Presence]]:
        for place, person in enumerate(self.people):
            turn = (place + self.number) % 5
            yield person, {0: Presence.NONE, 1: Presence.PHONE}.get(turn, Presence.IN_PERSON)

    @property
    def came(self) -> list[tuple[int, Person]]:
        return [(n, person) for n, (person, how) in enumerate(self.there) if how is not Presence.NONE]


async def load_year(acting: Acting) -> None:
    """From the first day of the fiscal year that is over to some weeks ago."""
    session = acting.session
    people = [await _person(acting, name) for name in YEAR["names"]]
    tables = [await _table(acting, *one) for one in TABLES]
    for number, day in enumerate(_days(acting.today)):
        table = tables[number % len(tables)]
        lived = _Lived(number, await _meeting(acting, table, day, number), people[number % 2 :])
        await _presences(acting, lived)
        await _comments(acting, lived)
        await _claims(acting, lived)
        await _letters(acting, lived)
    for person in people[:6]:
        session.add(Accompaniment(person_id=person.id, by=YEAR["accompanied_by"], since=first_day(acting.today)))
    await _of_the_year(acting, people)
    for year in (FiscalYear.of(acting.today), FiscalYear(FiscalYear.of(acting.today).begins - 1)):
        for _, name, _level in TABLES:
            territory = await territory_named(session, acting.organisation_id, name)
            assert territory is not None
            await set_envelope(session, territory, year, ENVELOPE)
    await session.flush()


async def _of_the_year(acting: Acting, people: list[Person]) -> None:
    """A project that met twice, a training that most followed, and what the coordinator wrote of the year."""
    year = FiscalYear(FiscalYear.of(acting.today).begins - 1)
    project = await _table(acting, YEAR["project"], TABLES[1][1], Level.LOCAL)
    project.place_kind = PlaceKind.PROJECT
    for number, month in enumerate((6, 10)):
        day = dt.date(year.begins, month, 12)
        lived = _Lived(
            number, await _meeting(acting, project, day - dt.timedelta(days=max(0, day.weekday() - 4)), 1), people
        )
        await _presences(acting, lived)
        acting.session.add_all(
            Contribution(meeting_id=lived.meeting.id, person_id=person.id, part=Part.LEARNED)
            for _, person in lived.came
        )
    for sheet in YEAR["survey"]:
        answers = dict(zip(QUESTIONS, sheet, strict=True))
        await count_sheet(acting.session, acting.organisation_id, year, answers, year.last_day)
    for name, words in YEAR["texts"].items():
        by = acting.actor.person_id
        await write_text(acting.session, acting.organisation_id, year, name, words, now=acting.now, by=by)


def first_day(today: dt.date) -> dt.date:
    """Of the fiscal year that is over."""
    return FiscalYear(FiscalYear.of(today).begins - 1).first_day


def _days(today: dt.date) -> Iterator[dt.date]:
    """Every six weeks; never a Saturday nor a Sunday."""
    day = first_day(today) + dt.timedelta(days=FIRST)
    while day < today - dt.timedelta(days=LEFT_ALONE):
        yield day - dt.timedelta(days=max(0, day.weekday() - 4))
        day += dt.timedelta(days=EVERY)


async def _person(acting: Acting, name: str) -> Person:
    day = first_day(acting.today)
    person = Person(
        organisation_id=acting.organisation_id,
        name=name,
        language="fr",
        channel="post",
        territory=TABLES[0][1],
        postal_address=YEAR["address"],
        created_at=in_utc(day, BEGINS, str(acting.installation.zone)),
    )
    acting.session.add(person)
    await acting.session.flush()
    await grant(acting.session, person.id, Role.EXPERT, since=day)
    return person


async def _table(acting: Acting, name: str, territory: str, level: Level) -> Roundtable:
    table = await roundtable_made(acting.session, acting.organisation_id, name, territory)
    table.territory = await listed_territory(acting.session, acting.organisation_id, territory)
    table.level = level
    return table


async def _meeting(acting: Acting, table: Roundtable, day: dt.date, number: int) -> Meeting:
    zone = str(acting.installation.zone)
    ends = in_utc(day, ENDS, zone)
    meeting = Meeting(
        organisation_id=acting.organisation_id,
        roundtable_id=table.id,
        state=MeetingState.CLOSED,
        local_date=day,
        local_start=BEGINS,
        local_end=ENDS,
        zone=zone,
        starts_at=in_utc(day, BEGINS, zone),
        ends_at=ends,
        place=YEAR["place"],
        carrier=YEAR["accompanied_by"],
        answer_by=day + dt.timedelta(days=12),
        minutes=YEAR["point"]["changes"],
        minutes_sent_at=ends + dt.timedelta(days=2 + number % 3),
        read_on=day,
        created_at=ends - dt.timedelta(days=30),
        announced_at=ends - dt.timedelta(days=20),
        advice_left=0,
    )
    acting.session.add(meeting)
    await acting.session.flush()
    step, outcome = list(WorkStep)[number % len(WorkStep)], [Outcome.OPINION, Outcome.DECIDED, None][number % 3]
    kept = {**YEAR["point"], "step": step, "outcome": outcome}
    sent = ends - dt.timedelta(days=8 if number % 4 else 3)
    acting.session.add_all(
        [
            AgendaPoint(meeting_id=meeting.id, number=1, **kept),
            Reminder(meeting_id=meeting.id, version=1, days_before=7, due_at=sent, state="sent", done_at=sent),
        ]
    )
    return meeting


async def _presences(acting: Acting, lived: _Lived) -> None:
    session = acting.session
    for person, presence in lived.there:
        row = Attendance(
            meeting_id=lived.meeting.id,
            person_id=person.id,
            as_expert=True,
            needs=",transport," if presence is Presence.IN_PERSON else "",
            offered_claim_at=None if presence is Presence.NONE else lived.at(1),
        )
        session.add(row)
        await session.flush()
        note_in_history(session, row, presence, lived.at(0), acting.actor.person_id)
    for place, person in lived.came:
        if (place + lived.number) % 7 == 3:
            session.add(Contribution(meeting_id=lived.meeting.id, person_id=person.id, part=Part.LED))
    await session.flush()


async def _comments(acting: Acting, lived: _Lived) -> None:
    """Each who could not come had words read."""
    for person, presence in lived.there:
        if presence is not Presence.NONE:
            continue
        released = lived.meeting.local_date + dt.timedelta(days=1)
        acting.session.add(RemoteParticipation(meeting_id=lived.meeting.id, person_id=person.id, released_on=released))
        decision = list(Decision)[lived.number % len(Decision)]
        acting.session.add(
            Comment(
                organisation_id=acting.organisation_id,
                number=await next_number(acting.session, acting.organisation_id, "comment"),
                meeting_id=lived.meeting.id,
                person_id=person.id,
                with_name=True,
                words=YEAR["comment"],
                noted=True,
                state=CommentState.ANSWERED,
                confirmed_on=lived.meeting.local_date - dt.timedelta(days=2),
                read_on=lived.meeting.local_date,
                decision=decision,
                reason=YEAR["answers"][decision.value],
                answered_on=lived.meeting.local_date + dt.timedelta(days=8 + 6 * (lived.number % 4 == 0)),
            )
        )


async def _letters(acting: Acting, lived: _Lived) -> None:
    """The news on paper, some days after: each was informed."""
    on = lived.at(4)
    for person in lived.people:
        await add_delivery(
            acting.session,
            acting.organisation_id,
            LETTER,
            Channel.POST,
            queued_at=on,
            person_id=person.id,
            body="",
            status=Status.SENT,
            sent_at=on,
        )


async def _claims(acting: Acting, lived: _Lived) -> None:
    """The half-day of each who came, and the bus of one in two; paid together, by cheque."""
    session, day = acting.session, lived.meeting.local_date
    paid_on = day + dt.timedelta(days=15)
    payment = Payment(
        organisation_id=acting.organisation_id,
        mode=Mode.CHEQUE,
        paid_on=paid_on,
        made_at=lived.at(15),
        asked_at=lived.at(15),
    )
    session.add(payment)
    await session.flush()
    for place, person in lived.came:
        lines = [(LineKind.PARTICIPATION, HALF_DAY), *([(LineKind.TRANSPORT_FARE, FARE)] if place % 2 else [])]
        claim = Claim(
            organisation_id=acting.organisation_id,
            number=await next_number(session, acting.organisation_id, "claim"),
            person_id=person.id,
            meeting_id=lived.meeting.id,
            activity_date=day,
            state=ClaimState.RECEIVED,
            total_cents=sum(cents for _, cents in lines),
            submitted_at=lived.at(1 + place % 3),
            first_submitted_at=lived.at(1 + place % 3),
            decided_at=lived.at(6),
            decided_by=acting.actor.person_id,
            payment_id=payment.id,
            received_at=lived.at(18),
        )
        session.add(claim)
        await session.flush()
        session.add_all(ClaimLine(claim_id=claim.id, kind=kind, cents=cents) for kind, cents in lines)
