"""What each outcome means, and writing it: sent, tried again, failed for good, or perhaps arrived."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.contract import SendError, Verdict
from bot.outbox.gate import is_answer, last_moment
from bot.outbox.lane import Outcome
from db.deliveries import Status
from db.outbox import fates
from db.outbox.due import Ready
from messages.types import Channel

FIRST_RETRY = 5.0  # seconds; doubled at each attempt
LONGEST_RETRY = 1800.0
JITTER = 0.3
AGAIN_AFTER = 2.0  # seconds before an unknown reply leaves once more
REFUSED = ("auth", "account")  # nothing is wrong with the message nor the address: they wait for a mended setting
REFUSED_PAUSE = 60.0  # seconds, at most, before asking again


@dataclass(slots=True)
class Settled:
    """The writes of one batch, and what else follows from it."""

    sent: list[dict[str, Any]] = field(default_factory=list)
    ended: list[dict[str, Any]] = field(default_factory=list)
    again: list[dict[str, Any]] = field(default_factory=list)
    back: list[dict[str, Any]] = field(default_factory=list)
    lost: list[tuple[Ready, SendError]] = field(default_factory=list)  # failed for good: mark, fall back
    moved: list[tuple[Ready, str]] = field(default_factory=list)  # a chat that has a new address
    unsure: list[int] = field(default_factory=list)  # perhaps arrived, and nobody but a coordinator can tell
    refused: dict[str, float] = field(default_factory=dict)  # channels whose account is refused, for how long
    spent: dict[tuple[dt.date, str], tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Books:
    """How to write outcomes: who writes, what a segment costs (millionths of a dollar), which local day it is."""

    worker: str
    price: Callable[[str, int], int]
    day: Callable[[dt.datetime], dt.date]


def sort_out(outcomes: Iterable[Outcome], books: Books) -> Settled:
    """Decide what each outcome means. Touches nothing. Rows come in the order of their ids: two writers never cross."""
    settled = Settled()
    for outcome in sorted(outcomes, key=lambda o: o.item.row.id):
        if outcome.receipt is not None:
            _sent(settled, outcome, books)
        elif outcome.error is None:
            _back(settled, outcome, books)
        else:
            _failed(settled, outcome, outcome.error, books)
    return settled


async def write(session: AsyncSession, settled: Settled) -> None:
    await fates.write_sent(session, settled.sent)
    await fates.write_settled(session, settled.ended)
    await fates.write_again(session, settled.again)
    await fates.write_back(session, settled.back)
    for (day, channel), (segments, cost) in sorted(settled.spent.items()):
        await fates.spend(session, day, channel, segments, cost)


def retry_delay(attempt: int) -> float:
    """Seconds before the next attempt: longer each time, never the same for two messages."""
    growing: float = min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(attempt - 1, 20))
    return growing * random.uniform(1 - JITTER, 1 + JITTER)


def leaves_once_more(row: Ready) -> bool:
    """On Telegram, silence would strand a person who waits for an answer, or who was asked something."""
    return row.channel == Channel.TELEGRAM and not row.sent_again and (is_answer(row) or row.expects_answer)


def _sent(settled: Settled, outcome: Outcome, books: Books) -> None:
    receipt, item = outcome.receipt, outcome.item
    assert receipt is not None
    segments = receipt.segments or item.segments
    cost = books.price(item.row.channel, segments)
    delivered = receipt.status == "delivered"
    settled.sent.append(
        _key(outcome, books)
        | {
            "fate": Status.DELIVERED if delivered else Status.SENT,
            "provider": receipt.provider_id,
            "at": outcome.at,
            "arrived": outcome.at if delivered else None,
            "parts": segments,
            "price": cost,
        }
    )
    if cost:
        key = (books.day(outcome.at), item.row.channel)
        before = settled.spent.get(key, (0, 0))
        settled.spent[key] = (before[0] + segments, before[1] + cost)


def _failed(settled: Settled, outcome: Outcome, error: SendError, books: Books) -> None:
    row = outcome.item.row
    if error.new_address:
        settled.moved.append((row, error.new_address))
        _again(settled, outcome, books, "migrated", 0.0, attempts=row.attempts)
    elif error.verdict is Verdict.SLOW_DOWN:
        _back(settled, outcome, books)
    elif error.verdict is Verdict.LATER and error.reason in REFUSED:
        settled.refused[row.channel] = min(error.retry_after or REFUSED_PAUSE, REFUSED_PAUSE)
        _back(settled, outcome, books)
    elif error.verdict is Verdict.LATER:
        _later(settled, outcome, error, books)
    elif error.verdict is Verdict.UNKNOWN and leaves_once_more(row):
        _again(settled, outcome, books, error.reason, AGAIN_AFTER, once_more=True)
    elif error.verdict is Verdict.UNKNOWN:
        _ended(settled, outcome, books, Status.UNKNOWN, error.reason)
        if row.channel != Channel.SMS:  # Twilio will be asked first
            settled.unsure.append(row.id)
    else:
        _lost(settled, outcome, error, books)


def _later(settled: Settled, outcome: Outcome, error: SendError, books: Books) -> None:
    own = error.provider_code == "own-limit"
    wait = max(error.retry_after or 0.0, 0.0 if own else retry_delay(outcome.item.attempt))
    if outcome.at + dt.timedelta(seconds=wait) >= last_moment(outcome.item.row):
        _out_of_time(settled, outcome, error, books)
    elif own:
        row = outcome.item.row
        _again(settled, outcome, books, "", wait, attempts=row.attempts, fate=row.status)
    else:
        _again(settled, outcome, books, error.reason, wait)


def _out_of_time(settled: Settled, outcome: Outcome, error: SendError, books: Books) -> None:
    """Past its own hour it is of no use by any way; after days of failures another way is worth trying."""
    if outcome.item.row.not_after is not None:
        _ended(settled, outcome, books, Status.MISSED, error.reason)
    else:
        _lost(settled, outcome, error, books)


def _lost(settled: Settled, outcome: Outcome, error: SendError, books: Books) -> None:
    settled.lost.append((outcome.item.row, error))
    _ended(settled, outcome, books, Status.FAILED, error.reason)


def _ended(settled: Settled, outcome: Outcome, books: Books, fate: Status, why: str) -> None:
    settled.ended.append(_key(outcome, books) | {"fate": fate, "why": why})


def _again(
    settled: Settled,
    outcome: Outcome,
    books: Books,
    why: str,
    wait: float,
    *,
    attempts: int | None = None,
    once_more: bool = False,
    fate: Status = Status.RETRYING,
) -> None:
    settled.again.append(
        _key(outcome, books)
        | {
            "fate": fate,
            "why": why,
            "due": outcome.at + dt.timedelta(seconds=wait),
            "attempts_now": outcome.item.attempt if attempts is None else attempts,
            "once_more": once_more or outcome.item.row.sent_again,
        }
    )


def _back(settled: Settled, outcome: Outcome, books: Books) -> None:
    row = outcome.item.row
    settled.back.append(_key(outcome, books) | {"fate": row.status, "attempts_now": row.attempts})


def _key(outcome: Outcome, books: Books) -> dict[str, Any]:
    return {"row_id": outcome.item.row.id, "worker": books.worker, "attempt": outcome.item.attempt}
