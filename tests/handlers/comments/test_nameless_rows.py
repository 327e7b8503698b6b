"""What each step of a comment without a name leaves in the tables, and what it must not touch."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import func, select

from db import message_kinds
from db.comments.tables import Comment, CommentState
from db.contacts import Consent, Contact, ContactPerson, add_contact
from db.conversations import IncomingMessage, Task, TaskKind
from db.deliveries import Delivery, ReturnPath, Status, opened_path
from db.people import Person
from db.privacy.tables import Look
from db.session import AsyncSession, Database
from handlers.acting import Acting, unattended
from handlers.comments import nameless
from messages import Channel, text
from tests.support.claims import meeting
from tests.support.phones import Town

NOW = dt.datetime(2026, 2, 5, 20, 7, 9, tzinfo=dt.UTC)
BEFORE, AFTER = NOW - dt.timedelta(minutes=1), NOW + dt.timedelta(minutes=1)
TODAY, HELD = dt.date(2026, 2, 5), dt.date(2026, 2, 20)
WORDS = "la salle est trop froide, 100% des fois"


class Rows:
    """Rose, at her phone, with a named comment no 3 of a minute ago; Luc beside; a meeting in a fortnight."""

    def __init__(self, session: AsyncSession, town: Town, rose: Person, contact: Contact, meeting: int) -> None:
        self.session, self.town = session, town
        self.rose, self.contact, self.meeting = rose, contact, meeting

    @property
    def acting(self) -> Acting:
        return unattended(self.session, self.town.installation, NOW)

    async def add(self, row: Any) -> Any:
        self.session.add(row)
        await self.session.flush()
        return row

    async def comment(self, number: int = 3, **values: Any) -> Comment:
        given = {
            "person_id": self.rose.id,
            "with_name": True,
            "words": WORDS,
            "flags": ",leaving,private,",
            "state": CommentState.CONFIRMED,
            "confirmed_on": TODAY,
            "confirmed_at": NOW,
            "incoming_ids": [],
            "noted": True,
        }
        row = Comment(organisation_id=1, number=number, meeting_id=self.meeting, **(given | values))
        return await self.add(row)  # type: ignore[no-any-return]

    async def sent(self, body: str, *, kind: str = "notice", status: Status = Status.SENT, **values: Any) -> Delivery:
        given: dict[str, Any] = {"person_id": self.rose.id, "contact_id": self.contact.id, "queued_at": NOW}
        row = Delivery(
            organisation_id=1, channel="sms", kind=kind, body=body, status=status, due_at=NOW, **(given | values)
        )
        return await self.add(row)  # type: ignore[no-any-return]

    async def task(self, kind: TaskKind, **values: Any) -> Task:
        given = {"person_id": self.rose.id, "contact_id": self.contact.id, "created_at": NOW, "note": ""}
        return await self.add(Task(organisation_id=1, kind=kind, **(given | values)))  # type: ignore[no-any-return]

    async def bodies(self) -> list[str]:
        found = await self.session.scalars(select(Delivery.body).order_by(Delivery.queued_at, Delivery.body))
        return [body or "" for body in found]


@pytest.fixture
async def rows(sqlite_url: str) -> AsyncIterator[Rows]:
    database = Database(sqlite_url)
    town = await Town(database, NOW).open()
    held = await meeting(town, HELD, dt.time(13), dt.time(15), name="COCO", people=(), came=False)
    async with database.write() as session:
        rose = Person(organisation_id=1, name="Rose", language="en", created_at=NOW)
        session.add(rose)
        await session.flush()
        contact = await add_contact(session, 1, "sms", "+18195550107", NOW)
        contact.person_id, contact.consent = rose.id, Consent.GIVEN
        session.add(ContactPerson(contact_id=contact.id, person_id=rose.id, proved_at=NOW))
        await session.flush()
        yield Rows(session, town, rose, contact, held.id)
    await town.close()


# -- its number, its way back ----------------------------------------------------------------------------------------


async def test_numbers_and_ids_are_drawn_apart_from_the_others(rows: Rows) -> None:
    drawn = [await nameless.number_and_id(rows.session, 1) for _ in range(40)]
    numbers, ids = [number for number, _ in drawn], [id for _, id in drawn]
    assert all(nameless.FIRST_NUMBER <= n < nameless.FIRST_NUMBER + nameless.NUMBERS for n in numbers)
    assert all(-(2**31) < id < 0 for id in ids)
    assert numbers != sorted(numbers)
    assert ids != sorted(ids)


async def test_a_number_that_is_taken_is_not_given_again_and_there_are_more_once_they_are_all_given(
    rows: Rows,
) -> None:
    await rows.comment(nameless.FIRST_NUMBER)
    for _ in range(20):
        assert (await nameless.number_and_id(rows.session, 1, 2))[0] == nameless.FIRST_NUMBER + 1
    await rows.comment(nameless.FIRST_NUMBER + 1)
    beyond = {(await nameless.number_and_id(rows.session, 1, 2))[0] - nameless.FIRST_NUMBER for _ in range(30)}
    assert beyond <= set(range(2, 20))
    assert len(beyond) > 3


@pytest.mark.parametrize("shared", [False, True])
async def test_the_way_back_is_sealed_and_a_shared_phone_gets_a_code_of_six_digits(rows: Rows, shared: bool) -> None:
    rows.contact.shared = shared
    comment = await rows.comment(person_id=None, with_name=False)
    codes = {await nameless.give_path(rows.session, comment, rows.contact, rows.rose) for _ in range(1)}
    paths = list(await rows.session.scalars(select(ReturnPath)))
    assert [path.comment_id for path in paths] == [comment.id]
    address = opened_path(rows.session, comment.id, paths[0].sealed)
    assert address is not None
    [code] = codes
    assert (address.contact_id, address.pseudonym, address.language) == (rows.contact.id, rows.rose.pseudonym, "en")
    assert address.code == code
    assert (len(code) == 6 and code.isdigit() and code[0] != "0") if shared else code == ""


@pytest.mark.parametrize(("days", "kept"), [(15, dt.date(2026, 2, 18)), (2, TODAY), (1, TODAY)])
async def test_the_day_that_is_kept_is_two_days_before_the_meeting_or_today(
    rows: Rows, days: int, kept: dt.date
) -> None:
    from db.meetings.tables import Meeting

    held = await rows.session.get_one(Meeting, rows.meeting)
    held.starts_at = held.starts_at - dt.timedelta(days=15 - days)
    held.local_date = HELD - dt.timedelta(days=15 - days)
    assert await nameless.listed_on(rows.acting, rows.meeting) == kept


# -- the name taken back ---------------------------------------------------------------------------------------------


async def test_the_words_become_nobodys_and_the_named_comment_keeps_nothing(rows: Rows) -> None:
    named = await rows.comment(agenda_point_id=None, incoming_ids=[])
    rows.contact.shared = True
    code = await nameless.take_name_back(rows.acting, named, rows.contact, rows.rose)
    assert len(code) == 6
    [unnamed] = await rows.session.scalars(select(Comment).where(Comment.id != named.id))
    assert (unnamed.words, unnamed.with_name, unnamed.person_id, unnamed.meeting_id) == (
        WORDS,
        False,
        None,
        rows.meeting,
    )
    assert (unnamed.flags, unnamed.state, unnamed.noted) == (",private,", CommentState.CONFIRMED, False)
    assert (unnamed.confirmed_on, unnamed.confirmed_at) == (dt.date(2026, 2, 18), None)
    assert unnamed.id < 0
    assert unnamed.number >= nameless.FIRST_NUMBER
    assert (named.words, named.flags, named.person_id, named.confirmed_at, named.incoming_ids) == (
        "",
        "",
        None,
        None,
        [],
    )
    assert (named.state, named.withdrawn_on, named.noted) == (CommentState.WITHDRAWN, TODAY, False)
    assert await rows.session.scalar(select(func.count()).select_from(ReturnPath)) == 1


async def test_the_talk_the_lists_the_looks_and_the_call_follow(rows: Rows) -> None:
    come = {"channel": "sms", "sender": "sms:+18195550107", "received_at": NOW, "state": "handled"}
    said = await rows.add(
        IncomingMessage(
            provider_id="SM1", kind="text", text=WORDS, person_id=rows.rose.id, contact_id=rows.contact.id, **come
        )
    )
    named = await rows.comment(incoming_ids=[said.id])
    await rows.sent(f"À lire : {WORDS}", person_id=None, contact_id=None, queued_at=AFTER)
    await look(rows, "comments.list", AFTER)
    call = await rows.task(TaskKind.COMMENT_LEAVING, note="3", incoming_id=said.id)
    await nameless.take_name_back(rows.acting, named, rows.contact, rows.rose)
    await rows.session.flush()
    await rows.session.refresh(call)
    assert WORDS not in [row.text for row in await rows.session.scalars(select(IncomingMessage))]
    assert [body for body in await rows.bodies() if body] == []
    assert await looks(rows) == []
    assert call.kind is TaskKind.CALL


async def test_a_named_comment_of_another_day_is_taken_back_on_the_day_it_was_written(rows: Rows) -> None:
    named = await rows.comment(confirmed_on=dt.date(2026, 2, 3))
    await nameless.take_name_back(rows.acting, named, rows.contact, rows.rose)
    assert named.withdrawn_on == dt.date(2026, 2, 3)


async def test_what_they_were_told_of_its_number_since_goes_and_nothing_else(rows: Rows) -> None:
    named = await rows.comment()
    luc = await rows.add(Person(organisation_id=1, name="Luc", created_at=NOW))
    await rows.sent("Commentaire no 3 : remis", queued_at=AFTER)
    await rows.sent("Commentaire no 3 : reçu")  # at the very moment
    await rows.sent("Commentaire no 30 : remis", queued_at=AFTER)
    await rows.sent("Rencontre no 3, avant", queued_at=BEFORE)
    await rows.sent("Réponse no 3", kind="reply", queued_at=AFTER)
    await rows.sent("Commentaire no 3, de Luc", person_id=luc.id, queued_at=AFTER)
    await nameless.take_name_back(rows.acting, named, rows.contact, rows.rose)
    stands = sorted(body for body in await rows.bodies() if body)
    assert stands == ["Commentaire no 3, de Luc", "Commentaire no 30 : remis", "Rencontre no 3, avant", "Réponse no 3"]


async def test_the_card_of_somebody_named_in_it_closes_and_says_nothing_and_others_stay(rows: Rows) -> None:
    named = await rows.comment()
    theirs = await rows.task(TaskKind.COMMENT_THIRD_PERSON, note="3", incoming_id=12)
    another = await rows.task(TaskKind.COMMENT_THIRD_PERSON, note="4", incoming_id=13)
    call = await rows.task(TaskKind.CALL, note="3", incoming_id=14)
    await nameless.take_name_back(rows.acting, named, rows.contact, rows.rose)
    for task in (theirs, another, call):
        await rows.session.refresh(task)
    assert (theirs.person_id, theirs.contact_id, theirs.incoming_id, theirs.note) == (None, None, None, "")
    assert theirs.closed_at == NOW
    assert (another.note, another.closed_at, call.note, call.closed_at) == ("4", None, "3", None)


async def test_who_said_that_they_are_leaving_is_called_without_the_minute_nor_the_reason(rows: Rows) -> None:
    leaving = await rows.task(TaskKind.COMMENT_LEAVING, note="3", incoming_id=12)
    done = await rows.task(TaskKind.COMMENT_LEAVING, note="2", incoming_id=11, closed_at=NOW)
    other = await rows.task(TaskKind.QUESTION, note="q", incoming_id=10)
    luc = await rows.add(Person(organisation_id=1, name="Luc", created_at=NOW))
    his = await rows.task(TaskKind.COMMENT_LEAVING, note="5", person_id=luc.id, contact_id=None)
    await nameless.call_instead(rows.session, rows.rose)
    assert (leaving.kind, leaving.incoming_id, leaving.note) == (TaskKind.CALL, None, "")
    assert leaving.created_at == NOW.replace(hour=0, minute=0, second=0, microsecond=0)
    assert (done.kind, done.note, other.kind, other.created_at) == (
        TaskKind.COMMENT_LEAVING,
        "2",
        TaskKind.QUESTION,
        NOW,
    )
    assert (his.kind, his.note) == (TaskKind.COMMENT_LEAVING, "5")


# -- what was shown --------------------------------------------------------------------------------------------------


async def look(rows: Rows, act: str, at: dt.datetime, person: int | None = None) -> None:
    await rows.add(Look(at=at, actor_id=None, via="telegram", act=act, person_id=person or rows.rose.id))


async def looks(rows: Rows) -> list[tuple[str, dt.datetime]]:
    found = await rows.session.scalars(select(Look).order_by(Look.at, Look.act))
    return [(one.act, one.at) for one in found]


async def test_whoever_read_the_comments_has_not_seen_theirs(rows: Rows) -> None:
    named = await rows.comment()
    await look(rows, "comments.list", BEFORE)
    await look(rows, "comments.list", AFTER)
    await look(rows, "people.show", AFTER)
    await nameless.unlook(rows.session, named)
    assert await looks(rows) == [("comments.list", BEFORE), ("people.show", AFTER)]


@pytest.mark.parametrize(
    ("other", "goes"),
    [({}, False), ({"state": CommentState.WITHDRAWN}, True), ({"person_id": None, "with_name": False}, True)],
)
async def test_unless_another_of_theirs_was_there_to_be_seen(rows: Rows, other: dict[str, Any], goes: bool) -> None:
    named = await rows.comment()
    await rows.comment(4, **other)
    await look(rows, "comments.list", AFTER)
    await nameless.unlook(rows.session, named)
    assert await looks(rows) == ([] if goes else [("comments.list", AFTER)])


async def test_of_a_comment_of_nobody_no_look_is_changed(rows: Rows) -> None:
    await look(rows, "comments.list", AFTER)
    await nameless.unlook(rows.session, await rows.comment(person_id=None, with_name=False, confirmed_at=None))
    assert len(await looks(rows)) == 1


async def test_words_go_from_wherever_they_were_shown_and_had_left(rows: Rows) -> None:
    await rows.sent(f"Rencontre : {WORDS}", queued_at=BEFORE)
    await rows.sent("autre chose", queued_at=NOW)
    await rows.sent(WORDS.replace("100%", "100 et des"), queued_at=AFTER)
    await rows.sent(f"part bientôt : {WORDS}", status=Status.QUEUED, queued_at=AFTER)
    await nameless.unsay(rows.session, WORDS)
    assert await rows.bodies() == [
        "",
        "autre chose",
        WORDS.replace("100%", "100 et des"),
        f"part bientôt : {WORDS}",
    ]


async def test_no_words_blank_nothing(rows: Rows) -> None:
    await rows.sent("autre chose")
    await nameless.unsay(rows.session, "")
    assert await rows.bodies() == ["autre chose"]


# -- what leaves by the way back -------------------------------------------------------------------------------------


async def test_news_leave_by_the_way_back_in_the_author_s_language_and_name_nobody(rows: Rows) -> None:
    comment = await rows.comment(5100, person_id=None, with_name=False, confirmed_at=None)
    await nameless.give_path(rows.session, comment, rows.contact, rows.rose)
    rows.contact.language = "fr"
    acting = rows.acting
    await nameless.tell_by_path(acting, comment, text("comments-status-read", number=5100))
    assert [(one.who, one.nameless) for one in acting.reached] == [("nameless:0", 1)], "no check page shows to whom"
    [sent] = await rows.session.scalars(select(Delivery))
    path = await rows.session.scalar(select(ReturnPath.id))
    assert (sent.person_id, sent.contact_id, sent.return_path_id) == (None, None, path)
    assert sent.id < 0
    assert "read to the table" in (sent.body or "")
    assert sent.kind == message_kinds.NOTICE.name
    assert sent.channel == Channel.SMS.value


async def test_an_answer_by_the_way_back_leaves_though_they_stopped_and_news_do_not(rows: Rows) -> None:
    comment = await rows.comment(5100, person_id=None, with_name=False, confirmed_at=None)
    await nameless.give_path(rows.session, comment, rows.contact, rows.rose)
    for options in (nameless.REPLY_BY_PATH, nameless.sending.NOTICE):
        await nameless.tell_by_path(rows.acting, comment, text("comments-withdrawn", number=5100), options)
    found = list(await rows.session.scalars(select(Delivery).order_by(Delivery.kind)))
    assert {(one.kind, one.any_consent) for one in found} == {("reply", True), ("notice", False)}


async def test_without_a_way_back_or_without_the_address_nothing_is_written(rows: Rows) -> None:
    comment = await rows.comment(5100, person_id=None, with_name=False, confirmed_at=None)
    await nameless.tell_by_path(rows.acting, comment, text("comments-status-read", number=5100))
    await rows.add(ReturnPath(comment_id=comment.id, sealed="sealed by another key"))
    await nameless.tell_by_path(rows.acting, comment, text("comments-status-read", number=5100))
    assert await rows.bodies() == []
