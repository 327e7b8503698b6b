"""Each act on one thing, done in a region where there are several: it changes that thing, and no other of its kind.

A new act wants a line in `DONE`: what is done before it in the region, and the act itself with what it is given. It is
done for good, its check page confirmed, then taken back, every row of the database compared.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Table, delete, select, update

from db.claims.rules import ClaimState, Mode
from db.claims.tables import Claim, Payment
from db.comments.tables import Decision
from db.contacts import ContactPerson, add_contact
from db.conversations import IncomingMessage, StoredFile, Task
from db.deliveries import Broadcast, BroadcastState, Delivery, Priority, Status
from db.drafts import Draft
from db.imports import Import
from db.meetings.tables import Meeting, Outcome, Reminder, WorkStep
from db.organisations import PlaceKind
from db.people import Role
from db.privacy.tables import DataRequest, Incident, RequestKind
from db.report.period import FiscalYear
from db.session import AsyncSession
from db.tables import metadata
from handlers.act import Act, act_on
from handlers.acting import Acting, Actor, ActResult, Refused
from handlers.calls.correcting import MeantAs
from handlers.meetings.spec import MeetingSpec, PointSpec
from handlers.people.spec import PersonSpec
from handlers.routes import ROUTES
from handlers.things import MEETING
from messages import text
from tests.stories.conftest import MONDAY
from tests.support.acts import confirmed
from tests.support.phones import Town
from tests.support.region import Region, fill_region

HERE = "tests/stories/test_acts_touch_their_thing.py"
ACTS = ROUTES.acts()
# What is done, on what.
MEETING_DAY, WORDS = dt.date(2026, 2, 11), "Le local est froid."
A_MEETING = MeetingSpec("COCO", MEETING_DAY, dt.time(10), dt.time(11))
BEFORE = MeetingSpec("COCO", dt.date(2026, 2, 10), dt.time(13, 30), dt.time(15, 30))
A_POINT = PointSpec("Le camp", "On choisit.", "Le jour aussi.")
PAID: Mapping[str, Any] = {"mode": Mode.CASH, "paid_on": MONDAY.date(), "total_cents": 6250}
PAYMENT, LEAVING, WAITING, UNKNOWN, STRANGERS = 1, 21, 22, 31, 33
YEAR = FiscalYear(2025)


@dataclass(frozen=True)
class Step:
    """One act, on the thing of this number, with what it is given."""

    act: str
    number: int | None
    given: Mapping[str, Any]


def step(act: str, number: int | None = None, **given: Any) -> Step:
    return Step(act, number, given)


Steps = Callable[[Region], list[Step]]
# The act -> what is done in the region, the act itself last.
DONE: Mapping[str, Steps] = {
    "meetings.announce": lambda r: [step("meetings.announce", r.draft)],
    "meetings.move": lambda r: [step("meetings.move", r.coming, spec=A_MEETING)],
    "meetings.cancel": lambda r: [step("meetings.cancel", r.coming, reason="La salle est prise.")],
    "meetings.restore": lambda r: [
        step("meetings.cancel", r.coming, reason="La salle est prise."),
        step("meetings.restore", r.coming),
    ],
    "meetings.point": lambda r: [step("meetings.point", r.draft, point=1, spec=A_POINT)],
    "meetings.drop_point": lambda r: [step("meetings.drop_point", r.draft, point=2)],
    "meetings.step": lambda r: [step("meetings.step", r.held, point=1, step=WorkStep.PLAN)],
    "meetings.outcome": lambda r: [step("meetings.outcome", r.held, point=1, outcome=Outcome.DECIDED)],
    "meetings.presence": lambda r: [step("meetings.presence", r.held, words="+ Lise")],
    "meetings.need": lambda r: [step("meetings.need", r.coming, words="Lise transport réglé")],
    "meetings.parts": lambda r: [step("meetings.parts", r.held, words="Lise animé")],
    "meetings.minutes": lambda r: [step("meetings.minutes", r.held, minutes="On a choisi.")],
    "meetings.correct_minutes": lambda r: [
        step("meetings.minutes", r.held, minutes="On a choisi."),
        step("meetings.correct_minutes", r.held, minutes="On a choisi le camp."),
    ],
    "meetings.try": lambda r: [step("meetings.try", r.coming)],
    "claims.approve": lambda r: [step("claims.approve", 12)],
    "claims.send_back": lambda r: [step("claims.send_back", 12, question="Combien de kilomètres?")],
    "claims.refuse": lambda r: [step("claims.refuse", 12, reason="Déjà payée en janvier.")],
    "claims.reopen": lambda r: [step("claims.reopen", 14)],
    "claims.enter": lambda r: [step("claims.enter", r.omar.id, meeting=r.held, words="autobus 7,50")],
    "claims.take_out": lambda r: [
        step("claims.enter", r.omar.id, meeting=r.held, words="autobus 7,50"),
        step("claims.take_out", 17),
    ],
    "claims.pay": lambda r: [step("claims.pay", 14, **PAID)],
    "claims.treasurer": lambda r: [step("claims.treasurer", PAYMENT)],
    "claims.unpay": lambda r: [step("claims.unpay", PAYMENT, reason="Le chèque est revenu.")],
    "claims.wish": lambda r: [step("claims.wish", r.omar.id, mode=Mode.CHEQUE)],
    "comments.carry": lambda r: [step("comments.carry", r.coming)],
    "comments.read": lambda r: [
        step("comments.unread", r.held, reason="Une erreur."),
        step("comments.read", r.held),
    ],
    "comments.unread": lambda r: [step("comments.unread", r.held, reason="Une erreur.")],
    "comments.answer": lambda r: [step("comments.answer", 2, decision=Decision.KEPT, reason=WORDS)],
    "comments.correct_answer": lambda r: [
        step("comments.answer", 2, decision=Decision.KEPT, reason=WORDS),
        step("comments.correct_answer", 2, decision=Decision.NOT_KEPT, reason=WORDS),
    ],
    "digest.edit": lambda r: [step("digest.edit", 1, words="Vélo | Gratuit, le samedi.")],
    "digest.set_aside": lambda r: [step("digest.set_aside", 1)],
    "digest.put_back": lambda r: [step("digest.set_aside", 1), step("digest.put_back", 1)],
    "calls.settle": lambda r: [step("calls.settle", r.task, letter="P")],
    "calls.correct": lambda r: [step("calls.correct", r.task, meant=MeantAs.COMMENT)],
    "calls.correct_last": lambda r: [
        step("calls.correct", r.task, meant=MeantAs.COMMENT),
        step("calls.correct_last", r.omar.id, meant=MeantAs.ABSENT),
    ],
    "calls.answer": lambda r: [step("calls.answer", r.task, words="Je vous appelle demain.")],
    "calls.right_number": lambda r: [
        step("calls.settle", r.task, letter="N"),
        step("calls.right_number", r.task),
    ],
    "calls.fetch": lambda r: [step("calls.fetch", STRANGERS)],
    "calls.take": lambda r: [step("calls.take", r.cry)],
    "calls.resend": lambda r: [step("calls.resend", UNKNOWN)],
    "calls.leave": lambda r: [step("calls.leave", UNKNOWN)],
    "calls.resend_broadcast": lambda r: [step("calls.resend_broadcast", r.broadcast)],
    "calls.leave_broadcast": lambda r: [step("calls.leave_broadcast", r.broadcast)],
    "people.change": lambda r: [step("people.change", r.omar.id, spec=PersonSpec(territory="Les Rives"))],
    "people.show": lambda r: [step("people.show", r.omar.id)],
    "people.accompany": lambda r: [step("people.accompany", r.omar.id, by="Denis")],
    "people.end_role": lambda r: [step("people.end_role", r.omar.id, role=Role.EXPERT)],
    "people.merge": lambda r: [step("people.merge", r.omar.id, other=r.lise.id)],
    "people.write": lambda r: [step("people.write", r.omar.id, words="Le local est ouvert.")],
    "people.undo_import": lambda r: [step("people.undo_import", PAYMENT)],
    "people.revoke": lambda r: [step("people.revoke", r.denis.id, to="Maude")],
    "announcements.stop": lambda r: [step("announcements.stop", LEAVING)],
    "announcements.pause": lambda r: [step("announcements.pause", LEAVING)],
    "announcements.resume": lambda r: [step("announcements.pause", LEAVING), step("announcements.resume", LEAVING)],
    "announcements.second_approval": lambda r: [step("announcements.second_approval", WAITING)],
    "announcements.edit_draft": lambda r: [step("announcements.edit_draft", 1, words="Le local rouvre.")],
    "announcements.delete_draft": lambda r: [step("announcements.delete_draft", 1)],
    "announcements.send_draft": lambda r: [step("announcements.send_draft", 1)],
    "announcements.try": lambda r: [step("announcements.try", 1)],
    "privacy.settle": lambda r: [step("privacy.settle", 1, note="Donnée en main propre.")],
    "privacy.erase": lambda r: [step("privacy.erase", r.omar.id, reason="Demandé au téléphone.")],
    "privacy.keep": lambda r: [
        step("privacy.erase", r.omar.id, reason="Demandé au téléphone."),
        step("privacy.keep", r.omar.id),
    ],
    "privacy.ask": lambda r: [step("privacy.ask", r.omar.id, kind=RequestKind.ACCESS)],
    "privacy.change_incident": lambda r: [step("privacy.change_incident", 1, what="Un téléphone perdu.")],
    "privacy.file": lambda r: [step("privacy.file", r.omar.id)],
}
# What else of its kind an act changes -> why.
OTHERS_TOO = {"people.merge": "two cards of one person are made one: the other one goes"}

# The act that undoes itself -> what stood before it, when it cannot be empty; the act; the same, that puts it back.
PUT_BACK: Mapping[str, Steps] = {
    "announcements.edit_draft": lambda r: [
        step("announcements.edit_draft", 1, words="Le local rouvre."),
        step("announcements.edit_draft", 1, words=WORDS),
    ],
    "calls.correct": lambda r: [
        step("calls.correct", r.task, meant=MeantAs.ABSENT),
        step("calls.correct", r.task, meant=MeantAs.NOTHING),
    ],
    "calls.correct_last": lambda r: [
        step("calls.correct", r.task, meant=MeantAs.COMMENT),
        step("calls.correct_last", r.omar.id, meant=MeantAs.ABSENT),
        step("calls.correct_last", r.omar.id, meant=MeantAs.COMMENT),
    ],
    "claims.wish": lambda r: [
        step("claims.wish", r.omar.id, mode=Mode.CHEQUE),
        step("claims.wish", r.omar.id, mode=None),
    ],
    "comments.correct_answer": lambda r: [
        step("comments.answer", 2, decision=Decision.KEPT, reason=WORDS),
        step("comments.correct_answer", 2, decision=Decision.NOT_KEPT, reason=WORDS),
        step("comments.correct_answer", 2, decision=Decision.KEPT, reason=WORDS),
    ],
    "digest.choose_day": lambda r: [
        step("digest.choose_day", day=3, at=dt.time(10)),
        step("digest.choose_day", day=5, at=dt.time(10)),
        step("digest.choose_day", day=3, at=dt.time(10)),
    ],
    "digest.edit": lambda r: [
        step("digest.edit", 1, words="Vélo | Gratuit, le dimanche."),
        step("digest.edit", 1, words="Vélo gratuit | Le samedi, au local."),
    ],
    "digest.order": lambda r: [step("digest.order", numbers=[2, 1]), step("digest.order", numbers=[1, 2])],
    "meetings.correct_minutes": lambda r: [
        step("meetings.minutes", r.held, minutes="On a choisi."),
        step("meetings.correct_minutes", r.held, minutes="On a choisi le camp."),
        step("meetings.correct_minutes", r.held, minutes="On a choisi."),
    ],
    "meetings.move": lambda r: [
        step("meetings.move", r.coming, spec=A_MEETING),
        step("meetings.move", r.coming, spec=BEFORE),
    ],
    "meetings.need": lambda r: [
        step("meetings.need", r.coming, words="Lise transport réglé"),
        step("meetings.need", r.coming, words="Lise transport à régler"),
    ],
    "meetings.outcome": lambda r: [
        step("meetings.outcome", r.held, point=1, outcome=Outcome.OPINION),
        step("meetings.outcome", r.held, point=1, outcome=Outcome.DECIDED),
        step("meetings.outcome", r.held, point=1, outcome=Outcome.OPINION),
    ],
    "meetings.parts": lambda r: [
        step("meetings.parts", r.held, words="Lise animé"),
        step("meetings.parts", r.held, words="Lise rien"),
    ],
    "meetings.point": lambda r: [
        step("meetings.point", r.draft, point=1, spec=A_POINT),
        step("meetings.point", r.draft, point=1, spec=PointSpec("Le camp", "On choisit.", "L'heure.")),
    ],
    "meetings.presence": lambda r: [
        step("meetings.presence", r.held, words="+ Lise"),
        step("meetings.presence", r.held, words="Lise absente"),
        step("meetings.presence", r.held, words="+ Lise"),
    ],
    "meetings.step": lambda r: [
        step("meetings.step", r.held, point=1, step=WorkStep.PLAN),
        step("meetings.step", r.held, point=1, step=WorkStep.ACTION),
        step("meetings.step", r.held, point=1, step=WorkStep.PLAN),
    ],
    "people.accompany": lambda r: [
        step("people.accompany", r.omar.id, by="Denis"),
        step("people.accompany", r.omar.id, by="fin"),
    ],
    "people.change": lambda r: [
        step("people.change", r.omar.id, spec=PersonSpec(territory="Les Rives")),
        step("people.change", r.omar.id, spec=PersonSpec(territory="Grande-Anse")),
    ],
    "privacy.change_incident": lambda r: [
        step("privacy.change_incident", 1, what="Un téléphone perdu."),
        step("privacy.change_incident", 1, what=WORDS),
    ],
    "report.envelope": lambda r: [
        step("report.add_territory", name="Les Rives"),
        step("report.envelope", territory="Les Rives", year=YEAR, cents=100_00),
        step("report.envelope", territory="Les Rives", year=YEAR, cents=200_00),
        step("report.envelope", territory="Les Rives", year=YEAR, cents=100_00),
    ],
    "report.put_back": lambda r: [
        step("report.write", year=YEAR, name="learned", words="Le matin est trop tôt."),
        step("report.write", year=YEAR, name="learned", words="Le soir est trop tard."),
        step("report.put_back", year=YEAR, name="learned"),
        step("report.put_back", year=YEAR, name="learned"),
    ],
    "report.rename_table": lambda r: [
        step("report.rename_table", name="COCO", to="COCON"),
        step("report.rename_table", name="COCON", to="COCO"),
    ],
    "report.rename_territory": lambda r: [
        step("report.add_territory", name="Les Rives"),
        step("report.rename_territory", name="Les Rives", to="La Rive"),
        step("report.rename_territory", name="La Rive", to="Les Rives"),
    ],
    "report.table": lambda r: [
        step("report.table", name="COCO", kind=PlaceKind.MECHANISM),
        step("report.table", name="COCO", kind=PlaceKind.PROJECT),
        step("report.table", name="COCO", kind=PlaceKind.MECHANISM),
    ],
}
# What stays of what was done and put back: its line in the journal, what left to people.
STAYS = {"journal", "looks", "deliveries", "questions", "counters"}
# The act, what of its rows is not as it was -> why.
STAYS_CHANGED = {
    ("calls.correct", "incoming ['correction']"): "what was corrected, and back, is kept with the message",
    ("meetings.move", "attendances ['answer', 'answered_at']"): "who had answered for one day is asked for the other",
    ("report.rename_territory", "territories ['other_names']"): "lists that bear the other name are still read",
}
MOMENTS = {"changed_at", "updated_at", "version"}
Rows = dict[Table, dict[Any, Mapping[str, Any]]]


async def fill_more(session: AsyncSession, region: Region, now: dt.datetime) -> None:
    """What the region has none of, or one alone."""
    await _of_each_kind(session, region, now)
    await _broadcasts(session, region, now)
    await _cards(session, region, now)
    await session.execute(delete(Reminder).where(Reminder.meeting_id == region.draft))  # a draft has none yet


async def _of_each_kind(session: AsyncSession, region: Region, now: dt.datetime) -> None:
    """Two of each."""
    lise, maude, today = region.lise.id, region.maude.id, now.date()
    of_lise = {"organisation_id": 1, "person_id": lise}
    for id in (PAYMENT, PAYMENT + 1):
        session.add(Payment(id=id, organisation_id=1, mode=Mode.CASH, paid_on=today, made_by=maude, made_at=now))
        await session.flush()
        paid = {"payment_id": id, "state": ClaimState.PAID, "submitted_at": now, "decided_at": now}
        session.add(Claim(number=30 + id, activity_date=today, total_cents=1000, **paid, **of_lise))
        draft = {"audience": "territoire Grande-Anse", "words": {"fr": WORDS}, "territory": "Grande-Anse"}
        session.add(Draft(id=id, organisation_id=1, written_by=maude, changed_at=now, **draft))
        session.add(DataRequest(id=id, kind=RequestKind.ACCESS, asked_at=now, due_at=now, **of_lise))
        session.add(Incident(id=id, organisation_id=1, what=WORDS, found_on=today, noted_at=now))
        session.add(Import(id=id, organisation_id=1, title="x.csv", at=now, added=0, changed=0, roundtables=[]))
    await session.flush()


async def _broadcasts(session: AsyncSession, region: Region, now: dt.datetime) -> None:
    """One that leaves, one that waits for a second yes, one of which a message perhaps arrived."""
    made = {"organisation_id": 1, "kind": "announcement", "created_at": now, "approved_count": 2, "audience": {}}
    for id, state in ((LEAVING, BroadcastState.SENDING), (WAITING, BroadcastState.APPROVED)):
        started = now if id == LEAVING else None
        session.add(Broadcast(id=id, state=state, created_by=region.denis.id, started_at=started, **made))
    await session.flush()
    for id, broadcast, status in ((5, LEAVING, Status.QUEUED), (6, region.broadcast, Status.UNKNOWN)):
        session.add(_message(id, region.lise.id, now, status, broadcast_id=broadcast))
    await session.flush()


async def _cards(session: AsyncSession, region: Region, now: dt.datetime) -> None:
    """Two messages that perhaps arrived, what Omar wrote, what a stranger sent."""
    for id, person in ((UNKNOWN, region.lise.id), (UNKNOWN + 1, region.omar.id)):
        session.add(_message(id, person, now, Status.UNKNOWN))
        await session.flush()
        asked = {"kind": "delivery_unknown", "person_id": person, "delivery_id": id}
        session.add(Task(id=id, organisation_id=1, created_at=now, **asked))
    omar = await session.scalar(select(ContactPerson.contact_id).where(ContactPerson.person_id == region.omar.id))
    call = await session.get_one(Task, region.task)
    call.contact_id = omar
    (await session.get_one(IncomingMessage, call.incoming_id)).contact_id = omar
    stranger = await add_contact(session, 1, "sms", "+18195550188", now)
    session.add(
        Task(id=STRANGERS, organisation_id=1, kind="media", contact_id=stranger.id, incoming_id=9, created_at=now)
    )
    session.add(StoredFile(incoming_id=9, channel="sms", reference="x", state="held", created_at=now))
    await session.flush()


def _message(id: int, person: int, now: dt.datetime, status: Status, **more: Any) -> Delivery:
    row = {"kind": "notice", "channel": "sms", "body": "mots", "priority": Priority.NORMAL, "segments": 1}
    return Delivery(id=id, person_id=person, status=status, queued_at=now, **row, **more)


async def rows(session: AsyncSession) -> Rows:
    """Every row of every table, by its key."""
    await session.flush()
    found: Rows = {}
    for table in metadata.sorted_tables:
        keys = [column.name for column in table.primary_key.columns]
        lines = (await session.execute(select(table))).mappings()
        found[table] = {tuple(line[key] for key in keys): dict(line) for line in lines}
    return found


def others_changed(thing: Table, id: int, before: Rows, after: Rows) -> Iterator[str]:
    """What changed, came or went of another thing of the same kind, or of what belongs to one."""
    for table in before:
        links = [c.name for c in table.columns if any(key.column.table is thing for key in c.foreign_keys)]
        for key in before[table].keys() | after[table].keys():
            was, now = before[table].get(key), after[table].get(key)
            if was == now:
                continue
            one = was or now or {}
            of = {key[0]} if table is thing and was else {one[link] for link in links} - {None}
            if of and id not in of:
                how = "new" if was is None else "gone" if now is None else [n for n in was if was[n] != now[n]]
                yield f"a row of {table.name} {key}: {how}"


async def wrongs_of(town: Town, region: Region, act: Act[Any], steps: Sequence[Step]) -> list[str]:
    """What is wrong with an act, done after the others and then taken back."""
    found: list[str] = []
    with contextlib.suppress(TakenBack):
        async with town.database.write() as session:
            acting = _maude(town, region, session)
            for one in steps[:-1]:
                await _do(acting, ACTS[one.act], one)
            before = await rows(session)
            try:
                await _do(acting, act, steps[-1])
            except Refused as refused:
                found.append(f"refused ({refused.reason.id}): nothing was tried")
                raise TakenBack from None
            assert act.on is not None
            table = act.on.table.__table__
            things = [row for row in before[table].values() if row[act.on.number.key] == steps[-1].number]
            after = await rows(session)
            if after == before or len(before[table]) < 2:
                found.append("nothing was changed, or the region has no other of its kind: nothing was tried")
            found += others_changed(table, things[0]["id"], before, after)
            raise TakenBack
    return found


async def not_put_back(town: Town, region: Region, steps: Sequence[Step]) -> list[str]:
    """What is not as it was, once the last but one was done and the last put it back; all of it is then taken back."""
    found: list[str] = []
    with contextlib.suppress(TakenBack):
        async with town.database.write() as session:
            acting = _maude(town, region, session)
            for one in steps[:-2]:
                await _do(acting, ACTS[one.act], one)
            before = await rows(session)
            await _do(acting, ACTS[steps[-2].act], steps[-2])
            between = await rows(session)
            await _do(acting, ACTS[steps[-1].act], steps[-1])
            after = await rows(session)
            if before == between:
                found.append("nothing was changed: nothing was tried")
            found += [one for table in before if table.name not in STAYS for one in _unlike(table, before, after)]
            raise TakenBack
    return found


def _unlike(table: Table, before: Rows, after: Rows) -> Iterator[str]:
    """The rows that stood before and are not as they were; those that came are the history of both."""
    for key, was in before[table].items():
        now = after[table].get(key)
        changed = sorted(n for n in was if now is not None and was[n] != now[n] and n not in MOMENTS)
        if changed or now is None:
            yield f"{table.name} {changed or 'gone'}"


def _maude(town: Town, region: Region, session: AsyncSession) -> Acting:
    actor = Actor(region.maude.id, "Maude", region.maude.pseudonym, frozenset({Role.COORDINATOR}), "shell")
    return Acting(session, town.installation, actor, town.now)


async def _do(acting: Acting, act: Act[Any], one: Step) -> None:
    thing = () if act.on is None else ([one.number],) if act.several else (one.number,)
    await confirmed(acting, act, *thing, **one.given)


class TakenBack(Exception):
    """So that nothing of an act stays."""


@pytest.fixture
async def region(town: Town) -> Region:
    region = await fill_region(town)
    async with town.database.write() as session:
        await fill_more(session, region, town.now)
    return region


def test_every_act_on_a_thing_is_done_here() -> None:
    on_things = {name for name, act in ACTS.items() if act.on is not None and act.changes}
    lacking = sorted(on_things - DONE.keys())
    assert not lacking, f"{HERE}: a line of DONE says how it is done: {lacking}"
    assert not DONE.keys() - on_things, "no longer acts on a thing"


async def test_an_act_on_one_thing_changes_no_other_of_its_kind(town: Town, region: Region) -> None:
    wrong = {name: await wrongs_of(town, region, ACTS[name], steps(region)) for name, steps in DONE.items()}
    said = [f"{name}: {one}" for name, found in wrong.items() if name not in OTHERS_TOO for one in found]
    assert not said, "\n  ".join(["an act changes the thing that it is given, or says why in OTHERS_TOO:", *said])
    assert all(wrong[name] for name in OTHERS_TOO), "changes no other any more: take it out of OTHERS_TOO"


async def test_an_act_on_one_meeting_that_changes_all_of_them_is_seen(town: Town, region: Region) -> None:
    @act_on(MEETING, "meetings.everywhere", entry="meetings.everywhere", final="made up")
    async def everywhere(acting: Acting, meeting: Meeting) -> ActResult:
        """A fault."""
        await acting.session.execute(update(Meeting).values(place="partout"))
        return ActResult(text("meetings-no-such", number=meeting.id), {})

    found = await wrongs_of(town, region, everywhere, [step("meetings.everywhere", region.coming)])
    assert found == [
        f"a row of meetings ({number},): ['place']" for number in (region.held, region.draft, region.there)
    ]


def test_every_act_that_undoes_itself_is_put_back_here() -> None:
    itself = {name for name, act in ACTS.items() if act.undone_by == name}
    lacking = sorted(itself - PUT_BACK.keys())
    assert not lacking, f"{HERE}: a line of PUT_BACK shows how it is put back, nothing when nothing stood: {lacking}"
    assert not PUT_BACK.keys() - itself, "no longer undone by themselves"


async def test_what_undoes_itself_puts_back_what_stood_before(town: Town, region: Region) -> None:
    wrong = {name: await not_put_back(town, region, steps(region)) for name, steps in PUT_BACK.items()}
    found = {(name, one) for name, these in wrong.items() for one in these}
    said = [f"{name}: {one}" for name, one in sorted(found - STAYS_CHANGED.keys())]
    assert not STAYS_CHANGED.keys() - found, "it is put back now: take it out of STAYS_CHANGED"
    assert not said, "\n  ".join(["what an act did is put back by the same act:", *said])
