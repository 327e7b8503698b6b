"""What is left of a nameless comment's talk, of the questions about it and of its news.

Told as phones see it, then looked for in the tables. The attacker of tests/nameless tries everything together; here
each thing is by itself.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import select, update

from db.comments.questions import own_comments, wrote_without_a_name
from db.comments.tables import Comment, CommentState, Decision, RemoteParticipation
from db.contacts import Contact, ContactPerson, contact_at
from db.conversations import Dialogue, IncomingMessage, Question, QuestionState, Task
from db.deliveries import Delivery, ReturnPath, Spending
from db.exports import EXPORTS, Span
from db.forgotten import ForgottenMessage
from db.journal import Entry
from db.meetings.tables import Meeting
from db.people import Person
from db.privacy.tables import Look, ProviderCopy
from db.session import Database
from handlers.comments import nameless
from handlers.guesses import MOST
from tests.support.claims import expert, set_rates
from tests.support.comments import comments_of, open_meeting, tasks_of, the_comment
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)
WORDS = "la salle est ben trop froide pour ma zirconium"
START = dt.datetime(2026, 2, 5, 20, 0, 7, tzinfo=dt.UTC)
EVE = dt.datetime(2026, 2, 9, 15, tzinfo=dt.UTC)  # of the meeting: what is nameless is seen from then on


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    town = Town(Database(database_url), START)
    yield await town.open()
    await town.close()


class Table:
    """Maude coordinates; Rose and Luc, two experts, sit at the table; Rose wrote something yesterday."""

    def __init__(self, town: Town, maude: Phone, rose: Phone, luc: Phone, person: Person, meeting: Meeting) -> None:
        self.town, self.maude, self.rose, self.luc = town, maude, rose, luc
        self.person, self.meeting = person, meeting

    async def rows(self, model: type[Any], *where: Any) -> list[Any]:
        async with self.town.database.read() as session:
            return list(await session.scalars(select(model).where(*where)))

    async def heard(self) -> list[str]:
        """What stands of Rose's messages."""
        sender = f"{self.rose.channel.value}:{self.rose.address}"
        return [row.text for row in await self.rows(IncomingMessage, IncomingMessage.sender == sender)]

    async def told(self) -> list[Delivery]:
        """What stands of our messages to Rose."""
        return await self.rows(Delivery, Delivery.person_id == self.person.id)

    async def contact(self) -> Contact:
        async with self.town.database.read() as session:
            found = await contact_at(session, self.rose.channel.value, self.rose.address)
        assert found is not None
        return found


async def laid(town: Town, rose: Phone) -> Table:
    maude = await coordinator(town)
    person = await expert(town, rose)
    luc = town.sms("+18195550108")
    other = await expert(town, luc, "Luc")
    await rose.text("TARIFS")
    meeting = await open_meeting(town, TUESDAY, person, other, agenda=("Le local",))
    await town.move(hours=1)
    return Table(town, maude, rose, luc, person, meeting)


@pytest.fixture
async def table(town: Town) -> Table:
    return await laid(town, town.sms("+18195550107"))


@pytest.fixture
async def chat(town: Town) -> Table:
    return await laid(town, town.telegram("2002"))


async def written(table: Table, words: str = WORDS) -> None:
    await table.rose.text(f"COMMENTAIRE {words}")
    await table.rose.text("1")
    await table.rose.expect_any("C'est exact?")


async def unnamed(table: Table, words: str = WORDS) -> Comment:
    """Written without a name, and what had to leave has left."""
    await written(table, words)
    await table.rose.text("SANS MON NOM")
    await table.rose.expect_any("sans votre nom")
    await table.rose.text("oui")
    await table.rose.expect_any("sans votre nom. Denis")
    await table.town.tick()
    return next(c for c in await comments_of(table.town) if not c.with_name)


async def named(table: Table) -> None:
    await written(table)
    await table.rose.text("1")
    await table.rose.expect_any("Commentaire no 1")


# -- the talk ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", ["sms", "telegram"])
async def test_of_the_talk_nothing_stands_and_of_what_came_before_everything(town: Town, channel: str) -> None:
    table = await laid(town, town.sms("+18195550107") if channel == "sms" else town.telegram("2002"))
    before = await table.contact()
    await town.move(minutes=10)
    await table.rose.text("STATUT")
    seen = await table.contact()
    told = [row.id for row in await table.told()]
    await unnamed(table)
    assert await table.heard() == ["TARIFS", "STATUT"]
    assert [row.id for row in await table.told()] == told
    assert await table.rows(Dialogue) == []
    assert await table.rows(Question, Question.dialogue_id.is_not(None)) == []
    after = await table.contact()
    assert (after.first_heard_at, after.last_heard_at) == (before.first_heard_at, seen.last_heard_at)
    assert after.last_heard_at != before.last_heard_at


async def test_before_the_next_tick_already_the_messages_are_nobodys(table: Table) -> None:
    await written(table)
    await table.rose.text("SANS MON NOM")
    await table.rose.text("oui")
    left = await table.rows(IncomingMessage, IncomingMessage.text != "TARIFS")
    assert {(row.text, row.payload, row.sender, row.contact_id, row.person_id) for row in left} == {
        ("", None, "", None, None)
    }
    assert all(row.queued_at < START + dt.timedelta(minutes=1) for row in await table.told())


async def test_whoever_was_never_heard_before_has_not_been_heard(town: Town) -> None:
    table = await laid(town, town.sms("+18195550107"))
    async with town.database.write() as session:
        await session.execute(update(IncomingMessage).values(sender="sms:+18195550199"))
        await session.execute(update(Contact).values(first_heard_at=None, last_heard_at=None))
    await unnamed(table)
    contact = await table.contact()
    assert (contact.first_heard_at, contact.last_heard_at) == (None, None)


async def test_an_answer_about_the_meeting_stays_alone_as_if_they_had_written_no(table: Table) -> None:
    await table.rose.text(f"je peux pas mardi, dites-leur que {WORDS}")
    await table.rose.expect_any("D'accord?")
    await table.rose.text("3")
    await table.rose.text("1")
    await table.town.tick()
    [comment] = await comments_of(table.town)
    assert "froide" in comment.words
    assert await table.heard() == ["TARIFS", "ABSENT"]


async def test_an_offer_that_was_taken_looks_as_if_it_had_not_been_answered(table: Table) -> None:
    async with table.town.database.write() as session:
        kept = await session.get_one(Meeting, table.meeting.id)
        kept.answer_by = TUESDAY + dt.timedelta(days=20)
    await table.rose.text("NON")
    await table.town.move(to=table.town.local(2026, 2, 11, 12))
    offers = await table.rows(Question, Question.kind == "comments.offer", Question.person_id == table.person.id)
    if not offers:
        pytest.skip("nobody is offered anything")
    await table.rose.text("oui")
    await table.rose.text(WORDS)
    await table.rose.text("1")
    await table.rose.expect_any("C'est exact?")
    await table.rose.text("SANS MON NOM")
    await table.rose.text("oui")
    await table.town.tick()
    assert len(await comments_of(table.town)) == 1
    [offer] = await table.rows(Question, Question.id == offers[0].id)
    assert (offer.state, offer.answered_at) == (QuestionState.OPEN, None)
    assert len(await table.heard()) == 2


async def test_what_was_forgotten_is_not_heard_a_second_time(table: Table) -> None:
    await unnamed(table)
    sender = f"sms:{table.rose.address}"
    for number in range(1, next(table.town.ids)):
        await table.town.saver.save("sms", f"in{number}", {"id": f"in{number}"}, sender, table.town.now)
    await table.town.settle()
    assert await table.heard() == ["TARIFS"]
    assert len(await table.rows(ForgottenMessage)) >= 4
    assert {len(row.digest) for row in await table.rows(ForgottenMessage)} == {32}


async def test_twilio_will_be_asked_to_erase_each_message_in_both_directions(table: Table) -> None:
    await unnamed(table)
    rows = await table.rows(ProviderCopy)
    assert {row.provider_id[:2] for row in rows} == {"in", "ou"}
    assert len({row.provider_id for row in rows}) >= 7
    assert {row.next_at for row in rows} == {START.replace(hour=0, minute=0, second=0)}


async def test_telegrams_copy_is_their_own_and_its_numbers_are_never_kept(chat: Table) -> None:
    await unnamed(chat)
    assert await chat.rows(ProviderCopy) == []
    rows = await chat.rows(IncomingMessage)
    assert rows
    assert not [row for row in rows if row.provider_id.startswith("in")]
    assert {tuple(row.payload or {}) for row in rows} <= {(), ("sealed",)}
    await chat.town.move(hours=2)
    sent = [row.provider_id for row in await chat.rows(Delivery, Delivery.channel == "telegram")]
    assert sent
    assert len({len(number) for number in sent}) == 1, "sealed, all as long"
    assert not [number for number in sent if number.startswith("out")]


async def test_the_number_of_a_message_in_a_chat_that_was_left_in_clear_is_sealed_at_the_next_tick(chat: Table) -> None:
    await chat.rose.text("TARIFS")
    await chat.town.tick()
    last = max(await chat.told(), key=lambda row: row.id)
    assert last.provider_id is not None
    assert f"out{last.id}" not in last.provider_id


async def test_someone_who_leaves_is_called_and_neither_why_nor_when_is_kept(table: Table) -> None:
    await table.rose.text(f"moi je debarque, {WORDS}, personne nous ecoute")
    await table.rose.text("3")
    await table.rose.expect_any("sans votre nom")
    await table.rose.text("1")
    await table.town.tick()
    assert await tasks_of(table.town) == ["call"]
    [task] = await table.rows(Task, Task.kind == "call")
    assert (task.person_id, task.incoming_id, task.note) == (table.person.id, None, "")
    assert (task.created_at.hour, task.created_at.minute, task.created_at.second) == (0, 0, 0)


async def test_words_taken_back_before_the_end_leave_as_little(table: Table) -> None:
    await written(table)
    await table.rose.text("RETIRER")
    await table.rose.expect_any("Rien n'est garde")
    await table.town.tick()
    assert await comments_of(table.town) == []
    assert await table.heard() == ["TARIFS"]
    assert [(row.body or "")[:30] for row in await table.told()][1:] == []


# -- its number, its journal -------------------------------------------------------------------------------------


async def test_its_number_is_drawn_and_never_twice_the_same(table: Table) -> None:
    async with table.town.database.write() as session:
        found = {(await nameless.number_and_id(session, 1)) for _ in range(40)}
    numbers, ids = zip(*found, strict=True)
    assert all(5001 <= number <= 10_000 for number in numbers)
    assert all(-(2**31) < id < 0 for id in ids)
    assert len(set(numbers)) > 30
    assert list(numbers) != sorted(numbers)


async def test_when_nearly_all_are_given_there_are_ten_times_more(table: Table) -> None:
    async with table.town.database.write() as session:
        for number in range(5001, 10_001):
            session.add(
                Comment(
                    id=-number,
                    organisation_id=1,
                    number=number,
                    meeting_id=table.meeting.id,
                    with_name=False,
                    words="",
                    state=CommentState.WITHDRAWN,
                    withdrawn_on=TUESDAY,
                    noted=True,
                )
            )
        await session.flush()
        number, _ = await nameless.number_and_id(session, 1)
    assert 10_000 < number <= 5_000_000


async def test_the_journal_learns_of_every_comment_and_of_nobody_of_the_nameless_ones_on_the_eve(table: Table) -> None:
    await named(table)
    comment = await unnamed(table)
    written_about = Entry.act.startswith("comments.")
    assert await table.rows(Entry, written_about) == []
    await table.town.move(days=1)
    assert [e.thing_id for e in await table.rows(Entry, written_about)] == [1]
    await table.town.move(to=EVE)
    entries = await table.rows(Entry, written_about)
    assert {(e.act, e.actor, e.subject, e.thing) for e in entries} == {
        ("comments.confirmed", "system", None, "comment")
    }
    assert {e.thing_id for e in entries} == {1, comment.number}
    assert {table.town.installation.local(e.at).time() for e in entries} == {dt.time(12)}


# -- taking back -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("without", [False, True])
async def test_a_comment_that_is_taken_back_is_nobodys(table: Table, without: bool) -> None:
    comment = await unnamed(table) if without else None
    if comment is None:
        await named(table)
    await table.maude.text(f"/commentaires {table.meeting.id}")
    await table.rose.forget()
    await table.rose.text("RETIRER")
    await table.rose.expect("Enlever")
    await table.rose.text("oui")
    await table.rose.expect("est enleve")
    row = await the_comment(table.town)
    kept = (row.state, row.words, row.person_id, row.confirmed_at, row.incoming_ids, row.flags, row.agenda_point_id)
    assert kept == (CommentState.WITHDRAWN, "", None, None, [], "", None)
    assert row.withdrawn_on == (dt.date(2026, 2, 8) if without else table.town.installation.today(table.town.now))
    await table.town.tick()
    assert not [row for row in await table.rows(Delivery) if "zirconium" in (row.body or "")]
    assert not [words for words in await table.heard() if "zirconium" in words]
    assert await table.rows(ReturnPath) == []
    await table.town.move(to=EVE)
    acts = {e.act for e in await table.rows(Entry, Entry.thing_id == row.number)}
    assert acts == {"comments.withdrawn"}


async def test_a_name_taken_back_leaves_a_withdrawn_comment_of_nobody_and_no_news(table: Table) -> None:
    await named(table)
    await table.maude.tell(f"/commentaires {table.meeting.id}")
    await table.rose.expect_any("a votre commentaire no 1")
    await table.town.move(days=1)
    await table.rose.text("SANS MON NOM")
    await table.rose.expect_any("lus sans votre nom")
    await table.town.tick()
    old, new = await comments_of(table.town)
    assert (old.person_id, old.confirmed_at, old.incoming_ids, old.words) == (None, None, [], "")
    assert (old.confirmed_on, old.withdrawn_on) == (dt.date(2026, 2, 5), dt.date(2026, 2, 5))
    assert (new.words, new.person_id, new.with_name, new.confirmed_at) == (WORDS, None, False, None)
    assert new.confirmed_on == dt.date(2026, 2, 8)
    assert await table.heard() == ["TARIFS"]
    assert not [row for row in await table.told() if row.queued_at > START + dt.timedelta(minutes=1)]
    await table.town.move(days=1)
    assert await table.rows(Entry, Entry.act.startswith("comments."), Entry.subject.is_not(None)) == []


async def test_a_question_about_ones_own_comment_goes_after_an_hour(table: Table) -> None:
    await unnamed(table)
    await table.rose.text("RETIRER")
    await table.rose.expect_any("Enlever votre commentaire sans nom?")
    await table.town.move(minutes=50)
    assert len(await table.rows(Question, Question.kind == "comments.withdraw_sure")) == 1
    await table.town.move(minutes=20)
    assert await table.rows(Question, Question.kind == "comments.withdraw_sure") == []
    assert not [row for row in await table.told() if "Enlever" in (row.body or "")]
    assert await table.heard() == ["TARIFS"]


# -- whose it is -------------------------------------------------------------------------------------------------


async def test_only_its_author_finds_it_on_a_phone_that_changed_hands(table: Table) -> None:
    comment = await unnamed(table)
    contact = await table.contact()
    other = await settle_in(table.town, table.town.sms("+18195550110"), "Nadia")
    async with table.town.database.read() as session:
        assert [c.id for c in await own_comments(session, table.person.id, contact.id)] == [comment.id]
        assert await own_comments(session, other.id, contact.id) == []
        assert await own_comments(session, None, contact.id) == []
        assert await own_comments(session, table.person.id, contact.id + 1) == []


async def shared_with_luc(table: Table) -> None:
    async with table.town.database.write() as session:
        contact = await contact_at(session, "sms", table.rose.address)
        assert contact is not None
        luc = await session.scalar(select(Person).where(Person.name == "Luc"))
        session.add(ContactPerson(contact_id=contact.id, person_id=luc.id))
        contact.shared, contact.person_until = True, START + dt.timedelta(days=30)


async def on_a_shared_phone(table: Table) -> str:
    """Rose's phone is Luc's too; she writes without a name; the code that she is given."""
    await shared_with_luc(table)
    await written(table)
    await table.rose.text("SANS MON NOM")
    await table.rose.text("oui")
    said = await table.rose.expect_any("Le code de ce commentaire")
    [code] = set(re.findall(r"\d{6}", said.text))
    return str(code)


async def test_on_a_phone_that_several_share_it_is_found_by_its_code_alone(table: Table) -> None:
    code = await on_a_shared_phone(table)
    await table.rose.text("RETIRER")
    await table.rose.expect_any("pas de commentaire")
    await table.rose.text(f"RETIRER {int(code) ^ 1}")
    await table.rose.expect_any("pas de commentaire")
    await table.rose.text("STATUT")
    await table.rose.expect_any("")
    assert "commentaire no" not in table.rose.all[-1].text
    await table.town.tick()
    assert not [row for row in await table.rows(Delivery) if code in (row.body or "")]
    heard = await table.heard()
    await table.rose.text(f"RETIRER {code}")
    await table.rose.expect_any("Enlever votre commentaire sans nom?")
    await table.rose.text("oui")
    await table.rose.expect_any("est enleve")
    assert [c.state for c in await comments_of(table.town)] == [CommentState.WITHDRAWN]
    await table.town.tick()
    assert await table.heard() == heard
    assert not [q for q in await table.rows(Question) if code in str(q.prompt)]


async def test_another_key_leads_nowhere_and_breaks_nothing(table: Table) -> None:
    await unnamed(table)
    elsewhere = Database(table.town.database.url, key=type(table.town.database.key)(b"z" * 32))
    contact = await table.contact()
    async with elsewhere.read() as session:
        assert await own_comments(session, table.person.id, contact.id) == []
    await elsewhere.close()


async def test_whoever_wrote_without_a_name_may_claim_once_it_was_read_and_no_list_says_so(table: Table) -> None:
    await set_rates(table.town)
    await unnamed(table)
    contact, meeting = await table.contact(), table.meeting.id
    table.town.now = table.town.local(2026, 2, 10, 17)
    await table.maude.tell(f"/lu {meeting}")
    assert await table.rows(RemoteParticipation) == []
    async with table.town.database.read() as session:
        assert await wrote_without_a_name(session, table.person.id, contact.id, meeting, TUESDAY + dt.timedelta(days=1))
        assert not await wrote_without_a_name(session, table.person.id, contact.id, meeting, TUESDAY)
        assert not await wrote_without_a_name(
            session, table.person.id, contact.id, meeting + 1, TUESDAY + dt.timedelta(days=1)
        )


# -- its news ----------------------------------------------------------------------------------------------------


async def answered(table: Table, decision: str) -> Comment:
    comment = await unnamed(table)
    table.town.now = table.town.local(2026, 2, 10, 17)
    await table.maude.tell(f"/lu {table.meeting.id}")
    await table.maude.tell(f"/suite {comment.number} {decision}")
    await table.rose.expect_any(f"no {comment.number}", "Pourquoi" if "pas" in decision else "On")
    return comment


async def test_news_keep_their_day_and_lose_all_the_rest(table: Table) -> None:
    await answered(table, "retenu On le fera.")
    await table.town.move(days=1)
    news = await table.rows(Delivery, Delivery.return_path_id.is_not(None))
    assert len(news) == 2
    for row in news:
        assert (row.body, row.channel, row.provider_id, row.claimed_by) == ("", "", None, None)
        assert (row.segments, row.cost) == (0, 0)
        assert (row.person_id, row.contact_id, row.incoming_id, row.question_id) == (None, None, None, None)
        moments = {at for at in (row.queued_at, row.due_at, row.sent_at, row.started_at) if at is not None}
        assert {table.town.installation.local(at) for at in moments} == {
            dt.datetime(2026, 2, 10, 12, tzinfo=table.town.installation.zone)
        }


async def test_a_text_that_may_still_be_refused_keeps_its_address_until_tomorrow(table: Table) -> None:
    await answered(table, "retenu On le fera.")
    await table.town.tick()
    news = await table.rows(Delivery, Delivery.return_path_id.is_not(None))
    assert [bool(row.provider_id) for row in news] == [True, True]
    await table.town.move(to=table.town.local(2026, 2, 11, 0, 30))
    assert [row.provider_id for row in await table.rows(Delivery, Delivery.return_path_id.is_not(None))] == [None, None]


@pytest.mark.parametrize(
    ("decision", "days", "stands"),
    [
        ("retenu On le fera.", 89, True),
        ("retenu On le fera.", 92, False),
        ("à suivre On attend.", 92, True),
    ],
)
async def test_the_way_back_goes_once_nothing_more_will_be_said(
    table: Table, decision: str, days: int, stands: bool
) -> None:
    await answered(table, decision)
    await table.town.tick()
    table.town.now += dt.timedelta(days=days)
    await table.town.scheduler.tick()
    assert bool(await table.rows(ReturnPath)) is stands
    assert (await table.rows(Comment))[0].decision in (Decision.KEPT, Decision.TO_FOLLOW)


async def test_what_is_nameless_is_seen_with_all_the_others_from_the_eve_on(table: Table) -> None:
    """Two lists, or two exports, would tell between which two messages of the day it was written."""
    await named(table)
    await unnamed(table, "les chaises font mal au dos zirconium")
    for when, lines in ((None, 1), (table.town.local(2026, 2, 8, 23), 1), (EVE, 2)):
        if when is not None:
            await table.town.move(to=when)
        await table.maude.forget()
        await table.maude.text(f"/commentaires {table.meeting.id}")
        shown = await table.maude.expect("zirconium")
        assert ("chaises" in shown.text) is (lines == 2)
        async with table.town.database.read() as session:
            span = Span(table.town.installation.zone)
            exported = [row async for row in EXPORTS["comments"].rows(session, span)]
            meetings = [row async for row in EXPORTS["meetings"].rows(session, span)]
        assert len(exported) == lines
        assert meetings[0][EXPORTS["meetings"].columns.index("comments")] == lines


async def test_the_access_log_forgets_that_the_author_was_looked_at(table: Table) -> None:
    await named(table)
    await table.town.move(minutes=5)
    await table.maude.tell(f"/commentaires {table.meeting.id}")
    assert len(await table.rows(Look, Look.person_id == table.person.id, Look.act == "comments.see")) == 1
    await table.rose.text("SANS MON NOM")
    await table.rose.expect_any("lus sans votre nom")
    assert await table.rows(Look, Look.person_id == table.person.id, Look.act.startswith("comments.")) == []


async def test_the_access_log_still_knows_of_another_comment_of_theirs(table: Table) -> None:
    await named(table)
    await written(table, "les chaises font mal au dos zirconium")
    await table.rose.text("1")
    await table.town.move(minutes=5)
    await table.maude.tell(f"/commentaires {table.meeting.id}")
    await table.rose.text("RETIRER 2")
    await table.rose.expect_any("Enlever")
    await table.rose.text("oui")
    assert len(await table.rows(Look, Look.person_id == table.person.id, Look.act == "comments.see")) == 1


async def test_a_list_of_comments_is_blanked_once_it_was_shown(table: Table) -> None:
    await unnamed(table)
    await table.town.move(to=EVE)
    await table.maude.forget()
    await table.maude.text(f"/commentaires {table.meeting.id}")
    shown = await table.maude.expect("zirconium")
    [row] = await table.rows(Delivery, Delivery.id == shown.delivery_id)
    assert "zirconium" in row.body
    await table.town.tick()
    assert not [row for row in await table.rows(Delivery) if "zirconium" in (row.body or "")]
    assert len(await table.rows(Delivery, Delivery.id == shown.delivery_id)) == 1


async def test_the_accounts_of_past_days_go_and_todays_stays(table: Table) -> None:
    today = table.town.installation.today(table.town.now)
    async with table.town.database.write() as session:
        for day in (today - dt.timedelta(days=1), today):
            session.add(Spending(day=day, channel="sms", segments=3, cost=4))
    await table.town.tick()
    assert [row.day for row in await table.rows(Spending)] == [today]


# -- the author's own words ----------------------------------------------------------------------------------------


async def test_the_author_reads_their_words_again_from_their_own_address_and_nothing_of_it_stays(table: Table) -> None:
    comment = await unnamed(table)
    heard, told = await table.heard(), [row.id for row in await table.told()]
    await table.rose.forget()
    await table.rose.text(f"STATUT {comment.number}")
    await table.rose.expect(f"no {comment.number}", WORDS)
    await table.town.tick()
    assert await table.heard() == heard
    assert [row.id for row in await table.told()] == told
    assert not [row for row in await table.rows(Delivery) if WORDS in (row.body or "")]
    await table.luc.text(f"STATUT {comment.number}")
    await table.town.settle()
    assert not any(WORDS in said.text for said in table.luc.all)


async def test_on_a_shared_phone_the_code_alone_shows_the_words_and_codes_are_not_tried_one_after_the_other(
    table: Table,
) -> None:
    code = await on_a_shared_phone(table)
    [comment] = await comments_of(table.town)
    for number in (comment.number, "000000"):
        await table.rose.forget()
        await table.rose.text(f"STATUT {number}")
        await table.town.settle()
        assert not any(WORDS in said.text for said in table.rose.unread)
    await table.rose.text(f"STATUT {code}")
    await table.rose.expect_any(WORDS)
    for number in range(MOST):
        await table.rose.text(f"STATUT {100_001 + number}")
    await table.rose.forget()
    await table.rose.text(f"STATUT {code}")
    said = await table.rose.expect_any("Trop de codes essayes")
    assert WORDS not in said.text


async def test_who_takes_their_name_back_on_a_shared_phone_is_given_the_code_that_finds_the_words(table: Table) -> None:
    await shared_with_luc(table)
    await named(table)
    await table.rose.text("SANS MON NOM")
    said = await table.rose.expect_any("Le code de ce commentaire")
    [code] = set(re.findall(r"\d{6}", said.text))
    await table.rose.text(f"STATUT {code}")
    await table.rose.expect_any(WORDS)


async def test_who_stopped_everything_still_takes_their_nameless_words_back_and_is_answered(table: Table) -> None:
    await unnamed(table)
    await table.rose.text("ARRET")
    await table.rose.forget()
    await table.rose.text("RETIRER")
    await table.rose.text("oui")
    await table.rose.expect_any("est enleve")
    assert [c.state for c in await comments_of(table.town)] == [CommentState.WITHDRAWN]


async def test_who_stopped_everything_still_takes_their_name_back(table: Table) -> None:
    await named(table)
    await table.rose.text("ARRET")
    await table.rose.forget()
    await table.rose.text("SANS MON NOM")
    await table.rose.expect("sans votre nom")
    assert sorted(c.with_name for c in await comments_of(table.town) if c.words) == [False]
