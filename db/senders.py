"""Who writes: somebody known here or not, whether a cry of theirs is still open, how many codes they tried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.contacts import Contact
from db.conversations import WRONG_CODE, IncomingMessage, Question, QuestionState, Task, TaskKind

AT_ONCE = 500  # addresses in one question
_WRONG_CODE: ColumnElement[bool] = literal_column(f"incoming.{WRONG_CODE}")  # as the partial index says it


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
    values = {"channel": channel, "addresses": addresses, "asked": asked}
    rows = await session.execute(_standing_of(), values)
    return {f"{channel}:{address}": Standing(bool(is_known), bool(cried)) for address, is_known, cried in rows}


@cache
def _standing_of() -> Select[str, bool, bool]:
    known = or_(Contact.person_id.is_not(None), Contact.shared)
    looked_after = exists().where(
        Task.contact_id == Contact.id, Task.kind == TaskKind.DISTRESS, Task.closed_at.is_(None)
    )
    waited_for = exists().where(
        Question.contact_id == Contact.id, Question.kind == bindparam("asked"), Question.state == QuestionState.OPEN
    )
    at = Contact.channel == bindparam("channel"), Contact.address.in_(bindparam("addresses", expanding=True))
    return select(Contact.address, known, or_(looked_after, waited_for)).where(*at)


async def wrong_codes_since(session: AsyncSession, since: dt.datetime, sender: str | None = None) -> int:
    """How many codes that nothing waited for were tried since then, by one sender or by all."""
    tried = select(func.count()).select_from(IncomingMessage).where(_WRONG_CODE, IncomingMessage.received_at > since)
    if sender is not None:
        tried = tried.where(IncomingMessage.sender == sender)
    return await session.scalar(tried) or 0
