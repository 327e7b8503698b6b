"""The conversation of a person, both ways, as coordinators may see it; and a coordinator's own words to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from sqlalchemy import select

from db import message_kinds
from db.conversations import Task
from db.exchanged import Exchanged, exchanged_with
from db.people import Person
from handlers import sending
from handlers.act import Field, Writes, act_on
from handlers.acting import Acting, ActResult, BadlyWritten, refuse
from handlers.commands import Do, number_and_words
from handlers.own_words import as_written
from handlers.sending import SendOptions
from handlers.things import PERSON
from handlers.view import PAGE, Rows, view_on
from messages import Channel, Text, text

LONGEST = 600
IN_A_CHAT = 6  # messages of an answer in a chat
CUT_AT = 160  # letters of a message there
WRITTEN = SendOptions(message_kinds.WRITTEN)


@dataclass(frozen=True, slots=True)
class ConversationShown:
    """`rows`: the latest first. `cards`: what waits on the call list for this person."""

    person: Person
    rows: Rows[Exchanged]
    cards: Sequence[int]


@view_on(PERSON, "people.conversation")
async def conversation_shown(acting: Acting, person: Person, *, offset: int = 0) -> ConversationShown:
    """What was said, both ways, a page at a time."""
    found = await exchanged_with(acting.session, person)
    open_cards = select(Task.id).where(Task.person_id == person.id, Task.closed_at.is_(None)).order_by(Task.id)
    cards = list(await acting.session.scalars(open_cards))
    return ConversationShown(person, Rows.of(found[offset : offset + PAGE + 1], offset), cards)


@act_on(PERSON, "people.conversation", for_oneself=True, twin="people conversation")
async def show_conversation(
    acting: Acting,
    person: Person,
    page: Annotated[int, Field("Which page: 1 is the latest.", "--page")] = 1,
) -> ActResult:
    """What was said with this person, both ways, the latest last. Neither words for the table nor claims."""
    found = await exchanged_with(acting.session, person)
    start = (max(page, 1) - 1) * IN_A_CHAT
    shown = found[start : start + IN_A_CHAT]
    data: dict[str, Any] = {"person": person.id, "page": max(page, 1), "messages": [_facts(one) for one in shown]}
    if not shown:
        return ActResult(text("people-conversation-none", name=person.name or "?"), data)
    lines = [line_of(acting, person, one) for one in reversed(shown)]
    more = len(found) > start + IN_A_CHAT
    said = text(
        "people-conversation",
        name=person.name or "?",
        number=person.id,
        lines=lines,
        next=max(page, 1) + 1 if more else 0,
    )
    return ActResult(said, data)


def line_of(acting: Acting, person: Person, one: Exchanged) -> Text:
    """One message in a line or two."""
    when = acting.installation.local(one.at)
    if one.theirs:
        return text("people-conversation-theirs", name=person.name or "?", when=when, words=said_by(one))
    return text("people-conversation-ours", when=when, words=_cut(one.words), status=status_of(one))


def said_by(one: Exchanged) -> Text | str:
    """Their words; of an answer about a meeting, what it says."""
    return text(f"people-conversation-{one.answer}") if one.answer is not None else _cut(one.words)


def status_of(one: Exchanged) -> Text:
    """What came of a message of ours."""
    return text(f"journal-value-status-{one.status}")


def _cut(words: str) -> str:
    return words if len(words) <= CUT_AT else words[: CUT_AT - 1].rstrip() + "…"


def _facts(one: Exchanged) -> dict[str, Any]:
    return {
        "at": one.at.isoformat(timespec="minutes"),
        "channel": one.channel,
        "from": "person" if one.theirs else "us",
        "words": one.words,
        "answer": one.answer.value if one.answer is not None else "",
        "status": one.status.value if one.status is not None else "",
    }


@act_on(
    PERSON,
    "people.write",
    entry="people.written",
    writes=Writes.CONCERNED,
    for_oneself=True,  # refused below, in words of its own
    final="the person has read it",
    twin="people write",
)
async def write(
    acting: Acting, person: Person, words: Annotated[str, Field("What to write.", longest=LONGEST)]
) -> ActResult:
    """Words to one person, in the coordinator's name, where they agreed to be written to."""
    if person.id == acting.actor.person_id:
        raise refuse("people-write-oneself")
    if not words.strip():
        raise refuse("people-write-what").about("words")
    if len(words) > LONGEST:
        raise refuse("people-write-too-long", longest=LONGEST, length=len(words)).about("words")
    said = text("calls-answer", who=acting.actor.name or acting.installation.contact_name, words=words.strip())
    if person.channel == Channel.CALL:
        raise refuse("people-write-by-voice", name=person.name or "?", number=person.id)
    delivery = await sending.tell(acting, person, said, options=WRITTEN)
    if delivery is None:
        raise refuse("people-cannot-write", name=person.name or "?")
    said = await as_written(acting, person, text("people-written", name=person.name or "?"))
    return ActResult(said, {"person": person.id, "delivery": delivery.id})


async def conversation_command(_acting: Acting, rest: str) -> Do:
    """/conversation 8: the latest; /conversation 8 2: those before."""
    number, more = number_and_words(rest, "conversation")
    if more and not more.isdecimal():
        raise BadlyWritten(text("example-conversation"))
    return Do(show_conversation, number, page=int(more) if more else 1)
