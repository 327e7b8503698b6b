"""Who a broadcast reaches: one SELECT, on both databases, for the count as for the fan-out."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import delete, select, update

from db.audience import Audience, audience_select, count_audience, missed_people
from db.contacts import Consent, Contact, ContactPerson, Reach, add_contact
from db.meetings.tables import Answer, Attendance, Meeting
from db.message_kinds import (
    ANNOUNCEMENT,
    DIGEST,
    KINDS,
    NOTICE,
    REMINDER,
    MessageKind,
    Recipient,
    SendOccasion,
    kind_named,
    may_write,
    why_not,
)
from db.organisations import Organisation, Roundtable
from db.people import Pace, Person, PersonRole, PersonRoundtable, Role
from db.session import AsyncSession, Database

NOON = dt.datetime(2026, 2, 9, 17, 0, tzinfo=dt.UTC)
PONT, COCO = 1, 2  # roundtables: one of a territory, one of everywhere
# name: language, channel, role, territory, roundtables, answer to the meeting
PEOPLE: dict[str, tuple[str, str, Role, str, tuple[int, ...], Answer | None]] = {
    "Rose": ("fr", "sms", Role.EXPERT, "Grande-Anse", (COCO,), Answer.COMING),
    "Luc": ("fr", "telegram", Role.MEMBER, "", (PONT, COCO), Answer.NONE),
    "Anne": ("en", "sms", Role.MEMBER, "Vallée", (COCO,), Answer.ABSENT),
    "Nell": ("en", "telegram", Role.EXPERT, "grande-anse", (), None),
    "Maude": ("fr", "telegram", Role.COORDINATOR, "", (), None),
    "Théo": ("fr", "sms", Role.EXPERT, "", (COCO,), None),
}
EVERYONE = set(PEOPLE)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    async with opened.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        session.add_all([Roundtable(id=PONT, organisation_id=1, name="Pont", territory="Grande-Anse")])
        session.add_all([Roundtable(id=COCO, organisation_id=1, name="COCO")])
        await session.flush()
        session.add(_meeting())
        await session.flush()
        for number, name in enumerate(PEOPLE, 1):
            await _person(session, number, name)
    yield opened
    await opened.close()


def _meeting() -> Meeting:
    hours = {"local_start": dt.time(13), "local_end": dt.time(15), "zone": "America/Toronto"}
    return Meeting(
        id=1,
        organisation_id=1,
        roundtable_id=COCO,
        local_date=dt.date(2026, 2, 20),
        starts_at=NOON,
        ends_at=NOON,
        created_at=NOON,
        **hours,
    )


async def _person(session: AsyncSession, number: int, name: str) -> None:
    language, channel, role, territory, tables, answer = PEOPLE[name]
    person = Person(id=number, organisation_id=1, name=name, language=language, territory=territory, created_at=NOON)
    session.add(person)
    await session.flush()
    session.add(PersonRole(person_id=number, role=role))
    session.add_all([PersonRoundtable(person_id=number, roundtable_id=table) for table in tables])
    contact = await add_contact(session, 1, channel, f"+1819555010{number}", NOON)
    contact.person_id, contact.consent = number, Consent.GIVEN
    session.add(ContactPerson(contact_id=contact.id, person_id=number))
    if answer is not None:
        session.add(Attendance(meeting_id=1, person_id=number, answer=answer))
    await session.flush()


async def reached(
    database: Database, audience: Audience, kind: MessageKind = ANNOUNCEMENT, urgent: bool = False
) -> set[str]:
    occasion = SendOccasion(kind, NOON, urgent)
    names = dict(enumerate(PEOPLE, 1))
    async with database.read() as session:
        rows = (await session.execute(audience_select(1, audience, occasion))).all()
        count = await count_audience(session, 1, audience, occasion)
    assert len({row.person_id for row in rows}) == len(rows) == count.total, "one row a person, as many as counted"
    return {names[row.person_id] for row in rows}


@pytest.mark.parametrize(
    ("audience", "who"),
    [
        (Audience(), EVERYONE),
        (Audience(territory="Grande-Anse"), {"Rose", "Nell", "Luc"}),  # Luc sits at a table of that territory
        (Audience(territory="GRANDE-ANSE"), {"Rose", "Nell", "Luc"}),
        (Audience(territory="Ailleurs"), set()),
        (Audience(roundtable_id=COCO), {"Rose", "Luc", "Anne", "Théo"}),
        (Audience(role="expert"), {"Rose", "Nell", "Théo"}),
        (Audience(role="coordinator"), {"Maude"}),
        (Audience(channel="sms"), {"Rose", "Anne", "Théo"}),
        (Audience(channel="telegram"), {"Luc", "Nell", "Maude"}),
        (Audience(roundtable_id=COCO, unanswered_meeting_id=1), {"Luc", "Théo"}),
        (Audience(meeting_id=1, answers=("coming", "absent")), {"Rose", "Anne"}),
        (Audience(person_ids=(1, 3)), {"Rose", "Anne"}),
        (Audience(roles_left_out=("coordinator", "member")), {"Rose", "Nell", "Théo"}),
        (Audience(roundtable_id=COCO, role="expert", channel="sms"), {"Rose", "Théo"}),
        (Audience(roundtable_id=COCO, territory="Grande-Anse"), {"Rose", "Luc"}),
    ],
)
async def test_each_audience_reaches_those_meant_and_nobody_else(
    database: Database, audience: Audience, who: set[str]
) -> None:
    assert await reached(database, audience) == who
    assert Audience.from_json(audience.to_json()) == audience


@pytest.mark.parametrize(
    ("change", "announcement", "reminder", "urgent"),
    [
        ({"consent": Consent.WITHDRAWN}, False, False, False),
        ({"consent": Consent.NONE}, False, False, False),
        ({"reach": Reach.INVALID}, False, False, False),
        ({"stopped_kinds": ",reminders,"}, True, False, True),
        ({"stopped_kinds": ",reminders,digest,"}, True, False, True),
        ({"pace": Pace.LESS}, False, True, True),
        ({"pace": Pace.PAUSED}, False, False, False),
        ({"pace": Pace.PAUSED, "paused_until": NOON + dt.timedelta(days=1)}, False, False, False),
        ({"pace": Pace.PAUSED, "paused_until": NOON}, True, True, True),
        ({"erased_at": NOON}, False, False, False),
        ({"channel": "post"}, False, False, False),
    ],
)
async def test_what_a_person_asked_for_holds(
    database: Database, change: dict[str, object], announcement: bool, reminder: bool, urgent: bool
) -> None:
    async with database.write() as session:
        of_person = {key: value for key, value in change.items() if hasattr(Person, key) and key != "reach"}
        of_contact = {key: value for key, value in change.items() if key not in of_person}
        if of_person:
            await session.execute(update(Person).where(Person.id == 1).values(**of_person))
        if of_contact:
            await session.execute(update(Contact).where(Contact.person_id == 1).values(**of_contact))
    assert ("Rose" in await reached(database, Audience())) is announcement
    assert ("Rose" in await reached(database, Audience(), REMINDER)) is reminder
    assert ("Rose" in await reached(database, Audience(), urgent=True)) is urgent


async def test_those_who_asked_for_less_are_spared_when_it_is_asked(database: Database) -> None:
    async with database.write() as session:
        await session.execute(update(Person).where(Person.id == 1).values(pace=Pace.LESS))
    assert await reached(database, Audience(roundtable_id=COCO), REMINDER) == {"Rose", "Luc", "Anne", "Théo"}
    spared = Audience(roundtable_id=COCO, spare_less=True)
    assert await reached(database, spared, REMINDER) == {"Luc", "Anne", "Théo"}


async def test_those_who_stopped_a_kind_are_found_for_another(database: Database) -> None:
    async with database.write() as session:
        await session.execute(update(Contact).where(Contact.person_id == 1).values(stopped_kinds=",reminders,"))
    silent = Audience(roundtable_id=COCO, stopped="reminders")
    assert await reached(database, silent, NOTICE) == {"Rose"}
    assert await reached(database, silent, REMINDER) == set()


@pytest.mark.parametrize(("preferred", "expected"), [("", "telegram"), ("sms", "sms"), ("telegram", "telegram")])
async def test_two_addresses_get_one_message_where_the_person_prefers(
    database: Database, preferred: str, expected: str
) -> None:
    async with database.write() as session:
        other = await add_contact(session, 1, "telegram", "7001", NOON)
        other.person_id, other.consent = 1, Consent.GIVEN
        session.add(ContactPerson(contact_id=other.id, person_id=1))
        await session.execute(update(Person).where(Person.id == 1).values(channel=preferred))
    async with database.read() as session:
        rows = (await session.execute(audience_select(1, Audience(person_ids=(1,)), SendOccasion(DIGEST, NOON)))).all()
    assert [(row.person_id, row.channel) for row in rows] == [(1, expected)]


async def test_the_count_tells_languages_channels_paper_and_who_cannot_be_reached(database: Database) -> None:
    async with database.write() as session:
        await session.execute(update(Person).where(Person.id == 6).values(channel="post"))
        await session.execute(update(Contact).where(Contact.person_id == 3).values(consent=Consent.WITHDRAWN))
    async with database.read() as session:
        count = await count_audience(session, 1, Audience(), SendOccasion(DIGEST, NOON))
    assert count.by_text == {("fr", "sms"): 1, ("fr", "telegram"): 2, ("en", "telegram"): 1}
    assert (count.total, count.on("sms"), count.on("telegram"), count.on_paper, count.unreachable) == (4, 1, 3, 1, 1)


PACES = [
    (pace, until)
    for pace in Pace
    for until in (None, NOON - dt.timedelta(days=1), NOON, NOON + dt.timedelta(days=1))
    if pace is Pace.PAUSED or until is None
]
STOPS = ("", ",digest,", ",reminders,", ",surveys,digest,", ",digest,reminders,surveys,")


async def test_the_rule_of_who_may_be_written_to_says_the_same_in_sql_and_in_python(database: Database) -> None:
    states = list(itertools.product(Consent, Reach, STOPS, PACES, ("", "sms", "post", "call")))
    async with database.write() as session:
        session.add_all(
            Person(id=n, organisation_id=1, name=f"P{n}", pace=pace, paused_until=until, channel=way, created_at=NOON)
            for n, (_, _, _, (pace, until), way) in enumerate(states, 100)
        )
        await session.flush()
        session.add_all(
            Contact(
                organisation_id=1,
                channel="sms",
                address=f"+1819666{n:04}",
                person_id=n,
                consent=consent,
                reach=reach,
                stopped_kinds=stops,
                created_at=NOON,
            )
            for n, (consent, reach, stops, _, _) in enumerate(states, 100)
        )
    occasions = [SendOccasion(kind, NOON, urgent) for kind in KINDS.values() for urgent in (False, True)]
    async with database.read() as session:
        for occasion in occasions:
            joined = select(Person.id).join(Contact, Contact.person_id == Person.id)
            found = await session.scalars(joined.where(Person.id >= 100, may_write(occasion)))
            expected = {
                n
                for n, (consent, reach, stops, (pace, until), way) in enumerate(states, 100)
                if not why_not(Recipient(consent, reach, stops, pace, until, way), occasion)
            }
            assert set(found) == expected, occasion
            assert expected, "someone can be written to"


@pytest.mark.parametrize(
    ("kind", "less", "paused", "stopped_reminders", "invited"),
    [
        ("reply", True, True, True, True),
        ("consent", True, True, True, True),
        ("notice", True, True, True, False),
        ("question", True, False, True, False),
        ("reminder", True, False, False, False),
        ("digest", True, False, True, False),
        ("announcement", False, False, True, False),
        ("minutes", True, False, True, False),
        ("alert", True, True, True, False),
        ("of a newer program", True, True, True, False),
    ],
)
def test_each_kind_spares_those_it_should(
    kind: str, less: bool, paused: bool, stopped_reminders: bool, invited: bool
) -> None:
    occasion = SendOccasion(kind_named(kind), NOON)

    def may(**changes: object) -> bool:
        one = Recipient(Consent.GIVEN, Reach.OK, "", Pace.NORMAL, None)
        return not why_not(dataclasses.replace(one, **changes), occasion)

    assert may()
    assert may(pace=Pace.LESS) is less
    assert may(pace=Pace.PAUSED) is paused
    assert may(stopped_kinds=",reminders,") is stopped_reminders
    assert may(consent=Consent.INVITED) is invited
    assert not may(consent=Consent.WITHDRAWN)


async def test_a_phone_that_three_people_share_counts_once_but_for_what_is_asked_of_each(database: Database) -> None:
    async with database.write() as session:
        rose = await session.scalar(select(Contact).where(Contact.person_id == 1))
        assert rose is not None
        for number in (3, 6):  # Anne and Théo text from Rose's phone, and have none of their own
            await session.execute(delete(ContactPerson).where(ContactPerson.person_id == number))
            session.add(ContactPerson(contact_id=rose.id, person_id=number))
        rose.shared = True
    among = Audience(person_ids=(1, 3, 6))
    async with database.read() as session:
        for kind, people in (("digest", [1]), ("announcement", [1]), ("reminder", [1, 3, 6])):
            occasion = SendOccasion(KINDS[kind], NOON)
            rows = (await session.execute(audience_select(1, among, occasion))).all()
            assert sorted(row.person_id for row in rows) == people
            count = await count_audience(session, 1, among, occasion)
            assert (count.total, count.unreachable) == (len(people), 0)
            assert await missed_people(session, 1, among, occasion) == ([], 0)
