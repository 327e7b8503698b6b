"""Who writes, before anyone is awaited: somebody known here or not, and whether a cry of theirs is still open."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.contacts import Contact
from db.conversations import Question, QuestionState, Task, TaskKind

AT_ONCE = 500  # addresses in one question


class Standing(NamedTuple):
    """`known`: a person is behind the address. `cried`: somebody is to look after them, or asked how they are."""

    known: bool
    cried: bool


NOBODY = Standing(known=False, cried=False)


async def standings(session: AsyncSession, senders: Collection[str], asked: str) -> dict[str, Standing]:
    """Sender ("sms:+1819...") -> their standing; those never heard before are left out. `asked`: the kind of the
    question that asks how they are."""
    by_channel: dict[str, list[str]] = {}
    for sender in senders:
        channel, _, address = sender.partition(":")
        by_channel.setdefault(channel, []).append(address)
    found: dict[str, Standing] = {}
    for channel, addresses in by_channel.items():
        for at in range(0, len(addresses), AT_ONCE):
            found |= await _of_channel(session, channel, addresses[at : at + AT_ONCE], asked)
    return found


async def _of_channel(session: AsyncSession, channel: str, addresses: Sequence[str], asked: str) -> dict[str, Standing]:
    known = or_(Contact.person_id.is_not(None), Contact.shared)
    looked_after = exists().where(
        Task.contact_id == Contact.id, Task.kind == TaskKind.DISTRESS, Task.closed_at.is_(None)
    )
    waited_for = exists().where(
        Question.contact_id == Contact.id, Question.kind == asked, Question.state == QuestionState.OPEN
    )
    rows = await session.execute(
        select(Contact.address, known, or_(looked_after, waited_for)).where(
            Contact.channel == channel, Contact.address.in_(addresses)
        )
    )
    return {f"{channel}:{address}": Standing(bool(is_known), bool(cried)) for address, is_known, cried in rows}
