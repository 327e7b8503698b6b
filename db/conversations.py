"""Conversations: what came in, the questions that are open, the dialogues under way, what waits for a human."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, SmallInteger, UniqueConstraint, bindparam, event, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, object_session

from db.base import Base, EnumText
from db.deliveries import BigId
from db.numbers import next_number

WRONG_CODE = text("handled_as = 'wrong_code'")


class InboxState(StrEnum):
    NEW = "new"
    HANDLED = "handled"
    SET_ASIDE = "set_aside"  # the code failed on it: kept with its error, can be replayed


class HandledAs(StrEnum):
    """What was done with a message. In words of a program: what was understood in it is `reading`."""

    NONE = ""
    GROUP = "group"  # refused: personal words are not for a group
    NOTHING = "nothing"  # a delivery event, an edit: nothing to answer
    PROVIDER = "provider"  # the provider has stopped or started it already
    CONTACT = "contact"
    CODE = "code"
    WRONG_CODE = "wrong_code"  # one that nothing waits for
    LIST = "list"  # its file is a list of people
    STOP = "stop"
    JOINED = "joined"  # the welcome was said
    COMMAND = "command"
    KEYWORD = "keyword"
    ANSWER = "answer"  # to an open question
    MEANT = "meant"  # done as it was read
    ASKED = "asked"  # they were asked what they mean
    UNCLEAR = "unclear"  # the question was put once more
    HANDED_OVER = "handed_over"  # unclear twice: a coordinator reads it
    FOR_A_PERSON = "for_a_person"
    DISTRESS = "distress"
    CARE = "care"  # written after a cry, before anyone closed it
    MEDIA = "media"
    NOISE = "noise"  # wants no answer
    SILENCE = "silence"  # written during the silence of the guard against loops
    WAITING = "waiting"  # two people on a phone: by whom is not known yet
    HELD = "held"  # of an unknown number: kept for a coordinator
    STRANGER = "stranger"  # the same, and it was answered
    ABROAD = "abroad"
    STALE = "stale"  # a button of a question that is over
    REFUSED = "refused"
    UNKNOWN = "unknown"


class TaskKind(StrEnum):
    """Why a human must look at something."""

    DISTRESS = "distress"
    CALL = "call"
    QUESTION = "question"
    NEW_PERSON = "new_person"
    UNKNOWN_NUMBER = "unknown_number"
    UNKNOWN_WORD = "unknown_word"
    UNCLEAR_ANSWER = "unclear_answer"
    MAYBE_STOP = "maybe_stop"
    STOPPED_WROTE = "stopped_wrote"
    START_NEEDED = "start_needed"
    REASSIGNED = "reassigned"
    VOICE = "voice"
    MEDIA = "media"
    STICKER = "sticker"
    NEVER_REACHED = "never_reached"
    FAILED_TWICE = "failed_twice"
    POSTAL_ADDRESS = "postal_address"
    NEED_TRANSPORT = "need_transport"
    NEED_CHILDCARE = "need_childcare"
    NEED_MEAL = "need_meal"
    NEED_HOUR = "need_hour"
    JARGON = "jargon"
    PROXY_CLAIM = "proxy_claim"
    CLAIM_UNCLEAR = "claim_unclear"
    CLAIM_LATE = "claim_late"
    CLAIM_NOT_RECEIVED = "claim_not_received"
    COMMENT_THIRD_PERSON = "comment_third_person"
    COMMENT_LEAVING = "comment_leaving"
    DELIVERY_UNKNOWN = "delivery_unknown"
    PRIVACY_REQUEST = "privacy_request"
    MERGE_ASKED = "merge_asked"  # a text with a code asks that two people be one
    NOT_ME = "not_me"  # somebody says that an address, or a merge, is not their doing
    OTHER = "other"  # kept by an older or a newer program: to be looked at all the same


class IncomingMessage(Base):
    """One raw message, written before anything is made of it."""

    __tablename__ = "incoming"
    __table_args__ = (
        UniqueConstraint("channel", "provider_id"),
        Index(
            "ix_incoming_new",
            "id",
            postgresql_where=text("state = 'new'"),
            sqlite_where=text("state = 'new'"),
        ),
        Index("ix_incoming_sender", "sender", "id"),
        Index(
            "ix_incoming_set_aside",
            "id",
            postgresql_where=text("state = 'set_aside'"),
            sqlite_where=text("state = 'set_aside'"),
        ),
        # How many codes were guessed lately.
        Index("ix_incoming_wrong_code", "received_at", postgresql_where=WRONG_CODE, sqlite_where=WRONG_CODE),
        # What the purge of raw messages looks at: it stays as small as what is still to be purged.
        Index(
            "ix_incoming_raw",
            "received_at",
            postgresql_where=text("payload IS NOT NULL"),
            sqlite_where=text("payload IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, default=next_number, autoincrement=True)
    channel: Mapped[str]
    # MessageSid, or the keyed digest of an update_id (which counts): the key that makes a repeat change nothing
    provider_id: Mapped[str]
    sender: Mapped[str]  # "sms:+1819...", "telegram:42": order holds within it
    payload: Mapped[dict[str, Any] | None]  # as the provider sent it, until it is handled
    text: Mapped[str] = mapped_column(default="")  # blanked when it became a nameless comment
    kind: Mapped[str] = mapped_column(default="")
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id", ondelete="SET NULL"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    state: Mapped[InboxState] = mapped_column(EnumText(InboxState), default=InboxState.NEW)
    handled_as: Mapped[HandledAs] = mapped_column(EnumText(HandledAs), default=HandledAs.NONE)
    reading: Mapped[str] = mapped_column(default="")  # what was understood: "absent + comment"; "" of nothing
    # How it would stand had it said nothing but its answer about a meeting, without its words for the table: how it was
    # handled, what was read, the word ("" for their own part of the sentence). handlers/comments/beside.py
    plain: Mapped[list[Any] | None]
    # What a coordinator said that it means instead, and what taking that back restores (handlers/calls/correcting.py).
    correction: Mapped[dict[str, Any] | None]
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    error: Mapped[str] = mapped_column(default="")
    received_at: Mapped[dt.datetime]
    handled_at: Mapped[dt.datetime | None]


class QuestionState(StrEnum):
    OPEN = "open"
    PARKED = "parked"
    ANSWERED = "answered"
    LAPSED = "lapsed"
    DROPPED = "dropped"


class Question(Base):
    """A question asked to a contact, with its options."""

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_contact_id", "contact_id", "state", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, default=next_number, autoincrement=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    kind: Mapped[str]  # the kind of question, which says who takes its answer; "dialogue" for those of a dialogue
    subject_id: Mapped[int | None] = mapped_column(BigId)  # the meeting, the claim, the message...
    dialogue_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("dialogues.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(default="")  # the dialogue's question key
    # [[value, label], ...] in the order shown; [value, label, digit] when it keeps its own
    options: Mapped[list[Any]] = mapped_column(default=list)
    free_text: Mapped[bool] = mapped_column(default=False)
    state: Mapped[QuestionState] = mapped_column(EnumText(QuestionState), default=QuestionState.OPEN)
    unclear: Mapped[int] = mapped_column(SmallInteger, default=0)  # answers that could not be understood
    prompt: Mapped[dict[str, Any]] = mapped_column(
        default=dict
    )  # to ask it again: {"id":..., "args":...} or {"text":...}
    shown: Mapped[str] = mapped_column(default="")  # digest of what a confirmation showed
    delivery_id: Mapped[int | None] = mapped_column(BigId)
    asked_at: Mapped[dt.datetime]
    lapses_at: Mapped[dt.datetime]
    answered_at: Mapped[dt.datetime | None]


class DialogueState(StrEnum):
    ACTIVE = "active"
    PARKED = "parked"
    DONE = "done"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Dialogue(Base):
    """A dialogue under way: the answers kept so far are replayed from the top at each turn."""

    __tablename__ = "dialogues"
    __table_args__ = (Index("ix_dialogues_contact_id", "contact_id", "state"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, default=next_number, autoincrement=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    name: Mapped[str]
    state: Mapped[DialogueState] = mapped_column(EnumText(DialogueState), default=DialogueState.ACTIVE)
    start: Mapped[dict[str, Any]] = mapped_column(default=dict)  # what it was started with (a meeting id...)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)  # key -> resolved value
    memo: Mapped[dict[str, Any]] = mapped_column(default=dict)  # key -> what an early read or write gave
    prefill: Mapped[dict[str, Any]] = mapped_column(
        default=dict
    )  # values found in a sentence, validated when their key comes
    collecting: Mapped[str] = mapped_column(default="")  # the key whose words are being collected
    collect_due_at: Mapped[dt.datetime | None]  # two quiet minutes end it
    started_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime]


class Task(Base):
    """Something a human must look at: a call to make, an unclear message, a distress signal."""

    __tablename__ = "tasks"
    __table_args__ = (Index("ix_tasks_open", "closed_at", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    kind: Mapped[TaskKind] = mapped_column(EnumText(TaskKind, unknown=TaskKind.OTHER))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"))
    incoming_id: Mapped[int | None] = mapped_column(BigId)
    delivery_id: Mapped[int | None] = mapped_column(BigId)
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[dt.datetime]
    alert_at: Mapped[dt.datetime | None]  # when a human is alerted again
    told_at: Mapped[dt.datetime | None]  # when coordinators learned of it
    acknowledged_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    closed_at: Mapped[dt.datetime | None]
    outcome: Mapped[str] = mapped_column(default="")  # one letter
    emergency_at: Mapped[dt.datetime | None]  # when the emergency contact was texted
    told_all: Mapped[bool] = mapped_column(default=False)  # coordinators of every territory were alerted to it


class StoredFile(Base):
    """A photo or a voice note: first where it is at the provider, then where it lies in the private folder."""

    __tablename__ = "media"
    __table_args__ = (
        Index(
            "ix_media_to_fetch",
            "next_at",
            postgresql_where=text("state = 'to_fetch'"),
            sqlite_where=text("state = 'to_fetch'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    incoming_id: Mapped[int | None] = mapped_column(BigId)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    channel: Mapped[str]
    reference: Mapped[str]
    # held (a stranger's: fetched once a coordinator asks), to_fetch, stored, failed, read (a list: not kept)
    state: Mapped[str] = mapped_column(default="to_fetch")
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    next_at: Mapped[dt.datetime | None]
    mime: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="", server_default="")  # what its sender calls it: "membres.xlsx"
    bytes: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str] = mapped_column(default="")
    path: Mapped[str] = mapped_column(default="")
    error: Mapped[str] = mapped_column(default="")
    created_at: Mapped[dt.datetime]


async def open_questions(session: AsyncSession, contact_id: int, now: dt.datetime) -> list[Question]:
    """The questions this contact may still answer, the latest first."""
    return list(await session.scalars(_open_questions(), {"contact": contact_id, "now": now}))


@cache  # asked of every message, as those below: building the question costs as much as its answer
def _open_questions() -> Select[Question]:
    standing = Question.state == QuestionState.OPEN, Question.lapses_at > bindparam("now")
    return select(Question).where(Question.contact_id == bindparam("contact"), *standing).order_by(Question.id.desc())


async def is_in_dialogue(session: AsyncSession, person_id: int, name: str) -> bool:
    """Whether this person is in the middle of the dialogue of that name, on any of their addresses."""
    found = select(Dialogue.id).where(
        Dialogue.person_id == person_id, Dialogue.name == name, Dialogue.state == DialogueState.ACTIVE
    )
    return await session.scalar(found.limit(1)) is not None


async def current_dialogue(session: AsyncSession, contact_id: int) -> Dialogue | None:
    """The dialogue under way. Every floor of a turn asks: what was found is remembered while nothing changes it."""
    known: dict[int, Dialogue | None] = session.info.setdefault(CURRENT, {})
    if contact_id in known and not any(isinstance(row, Dialogue) for row in session.new):
        found = known[contact_id]
        if found is None or (found in session and found.state is DialogueState.ACTIVE):
            return found
    latest = await session.scalar(_latest_dialogue(), {"contact": contact_id, "state": DialogueState.ACTIVE})
    session.info.setdefault(CURRENT, {})[contact_id] = latest  # anew: asking may have written, and forgotten
    return latest


async def parked_dialogue(session: AsyncSession, contact_id: int) -> Dialogue | None:
    return await session.scalar(_latest_dialogue(), {"contact": contact_id, "state": DialogueState.PARKED})


@cache
def _latest_dialogue() -> Select[Dialogue]:
    mine = Dialogue.contact_id == bindparam("contact"), Dialogue.state == bindparam("state")
    return select(Dialogue).where(*mine).order_by(Dialogue.id.desc()).limit(1)


CURRENT = "current dialogues"  # in a session's `info`: contact -> the dialogue under way


@event.listens_for(Dialogue.state, "set")
def _changes(dialogue: Dialogue, *_: Any) -> None:
    _forget_current(dialogue)


@event.listens_for(Dialogue, "after_insert")
def _begins(_mapper: Any, _connection: Any, dialogue: Dialogue) -> None:
    _forget_current(dialogue)


def _forget_current(dialogue: Dialogue) -> None:
    session = object_session(dialogue)
    if session is not None:
        session.info.pop(CURRENT, None)
