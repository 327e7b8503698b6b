"""What each outcome means, and writing it: sent, tried again, failed for good, or perhaps arrived."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.contract import Accepted, SendError, Verdict
from bot.faults import where
from bot.outbox.account_queue import AttemptOutcome
from bot.outbox.gate import is_answer, last_moment
from db.deliveries import Status
from db.outbox import fates
from db.outbox.due import Ready
from db.privacy.messages import sealed_number
from messages.channels import spec_of

log = structlog.get_logger(__name__)

FIRST_RETRY = 5.0  # seconds; doubled at each attempt
LONGEST_RETRY = 1800.0
JITTER = 0.3
AGAIN_AFTER = 2.0  # seconds before an unknown reply leaves once more
REFUSED = ("auth", "account")  # nothing is wrong with the message nor the address: they wait for a mended setting
FAULT = "fault"  # the reason of a row on which our own code fails
REFUSED_PAUSE = 60.0  # seconds, at most, before asking again


@dataclass(slots=True)
class Settled:
    """The writes of one batch, and what else follows from it."""

    sent: list[fates.Sent] = field(default_factory=list)
    delivered: list[fates.Sent] = field(default_factory=list)
    ended: list[fates.Ended] = field(default_factory=list)
    again: list[fates.Again] = field(default_factory=list)
    back: list[fates.Back] = field(default_factory=list)
    lost: list[tuple[Ready, SendError]] = field(default_factory=list)  # failed for good: mark, fall back
    moved: list[tuple[Ready, str]] = field(default_factory=list)  # a chat that has a new address
    counted: set[int] = field(default_factory=set)  # whose provider numbers the messages of a conversation
    unsure: list[int] = field(default_factory=list)  # perhaps arrived, and nobody but a coordinator can tell
    faults: list[AttemptOutcome] = field(default_factory=list)  # our code stumbled over what came of them
    refused: dict[str, float] = field(default_factory=dict)  # channels whose account is refused, for how long
    spent: dict[tuple[dt.date, str], tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Books:
    """What a segment of each channel costs (millionths of a dollar), and which local day it is."""

    prices: Mapping[str, int]
    day: Callable[[dt.datetime], dt.date]


def sort_out(outcomes: Iterable[AttemptOutcome], books: Books) -> Settled:
    """Decide what each outcome means. Touches nothing. Rows come in the order of their ids: two writers never cross."""
    settled = Settled()
    for outcome in sorted(outcomes, key=lambda o: o.item.row.id):
        try:
            _sort_one(settled, outcome, books)
        except Exception as error:  # of this row alone: what came of the others is written
            log.error("what came of a message makes no sense", delivery=outcome.item.row.id, error=where(error))
            settled.faults.append(outcome)
            if at_fault(outcome).fate is Status.UNKNOWN and not spec_of(outcome.item.row.channel).traced:
                settled.unsure.append(outcome.item.row.id)
    return settled


def _sort_one(settled: Settled, outcome: AttemptOutcome, books: Books) -> None:
    if outcome.receipt is not None:
        _sent(settled, outcome, outcome.receipt, books)
    elif outcome.error is None:
        _back(settled, outcome)
    else:
        _failed(settled, outcome, outcome.error)


def at_fault(outcome: AttemptOutcome) -> fates.Ended:
    """The fate of a row on which our own code fails: it may have arrived, unless it is sure that it did not leave."""
    error = outcome.error
    arrived = outcome.receipt is not None or (error is not None and error.verdict is Verdict.UNKNOWN)
    fate = Status.UNKNOWN if arrived else Status.FAILED
    return fates.Ended(outcome.item.row.id, outcome.item.attempt, fate, FAULT)


async def write(session: AsyncSession, worker: str, settled: Settled) -> None:
    await fates.write_sent(session, worker, [_numbered(session, settled, one) for one in settled.sent])
    delivered = [_numbered(session, settled, one) for one in settled.delivered]
    await fates.write_sent(session, worker, delivered, delivered=True)
    await fates.write_ended(session, worker, settled.ended + [at_fault(outcome) for outcome in settled.faults])
    await fates.write_again(session, worker, settled.again)
    await fates.write_back(session, worker, settled.back)
    for (day, channel), (segments, cost) in sorted(settled.spent.items()):
        await fates.spend(session, day, channel, segments, cost)


def _numbered(session: AsyncSession, settled: Settled, sent: fates.Sent) -> fates.Sent:
    """In a chat, two of Telegram's numbers would say how many messages are missing between: they are written sealed."""
    sealed = sent.row_id in settled.counted and bool(sent.provider)
    return sent._replace(provider=sealed_number(session, sent.provider)) if sealed else sent


def retry_delay(attempt: int) -> float:
    """Seconds before the next attempt: longer each time, never the same for two messages."""
    growing: float = min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(attempt - 1, 20))
    return growing * random.uniform(1 - JITTER, 1 + JITTER)


def leaves_once_more(row: Ready) -> bool:
    """On Telegram, silence would strand a person who waits for an answer, or who was asked something."""
    return spec_of(row.channel).repeats and not row.sent_again and (is_answer(row) or row.expects_answer)


def _sent(settled: Settled, outcome: AttemptOutcome, receipt: Accepted, books: Books) -> None:
    item = outcome.item
    row, segments = item.row, receipt.segments or item.segments
    cost = segments * books.prices.get(row.channel, 0)
    made = fates.Sent(row.id, item.attempt, receipt.provider_id, outcome.at, segments, cost)
    if spec_of(row.channel).counted:
        settled.counted.add(row.id)
    (settled.delivered if receipt.status == "delivered" else settled.sent).append(made)
    if cost:
        key = (books.day(outcome.at), row.channel)
        before = settled.spent.get(key, (0, 0))
        settled.spent[key] = (before[0] + segments, before[1] + cost)


def _failed(settled: Settled, outcome: AttemptOutcome, error: SendError) -> None:
    row = outcome.item.row
    if error.new_address:
        settled.moved.append((row, error.new_address))
        # At once, then more and more slowly: two groups that name each other would go round for ever.
        _again(settled, outcome, "migrated", 0.0 if row.attempts == 0 else retry_delay(outcome.item.attempt))
    elif error.verdict is Verdict.SLOW_DOWN:
        _back(settled, outcome)
    elif error.verdict is Verdict.LATER and error.reason in REFUSED:
        settled.refused[row.channel] = min(error.retry_after or REFUSED_PAUSE, REFUSED_PAUSE)
        _back(settled, outcome)
    elif error.verdict is Verdict.LATER:
        _later(settled, outcome, error)
    elif error.verdict is Verdict.UNKNOWN and leaves_once_more(row):
        _again(settled, outcome, error.reason, AGAIN_AFTER, once_more=True)
    elif error.verdict is Verdict.UNKNOWN:
        _ended(settled, outcome, Status.UNKNOWN, error.reason)
        if not spec_of(row.channel).traced:  # else its provider is asked first
            settled.unsure.append(row.id)
    else:
        _lost(settled, outcome, error)


def _later(settled: Settled, outcome: AttemptOutcome, error: SendError) -> None:
    own = error.provider_code == "own-limit"
    wait = max(error.retry_after or 0.0, 0.0 if own else retry_delay(outcome.item.attempt))
    if outcome.at + dt.timedelta(seconds=wait) >= last_moment(outcome.item.row):
        _out_of_time(settled, outcome, error)
    elif own:
        row = outcome.item.row
        _again(settled, outcome, "", wait, attempts=row.attempts, fate=row.status)
    else:
        _again(settled, outcome, error.reason, wait)


def _out_of_time(settled: Settled, outcome: AttemptOutcome, error: SendError) -> None:
    """Past its own hour it is of no use by any way; after days of failures another way is worth trying."""
    if outcome.item.row.not_after is not None:
        _ended(settled, outcome, Status.MISSED, error.reason)
    else:
        _lost(settled, outcome, error)


def _lost(settled: Settled, outcome: AttemptOutcome, error: SendError) -> None:
    settled.lost.append((outcome.item.row, error))
    _ended(settled, outcome, Status.FAILED, error.reason)


def _ended(settled: Settled, outcome: AttemptOutcome, fate: Status, why: str) -> None:
    settled.ended.append(fates.Ended(outcome.item.row.id, outcome.item.attempt, fate, why))


def _again(
    settled: Settled,
    outcome: AttemptOutcome,
    why: str,
    wait: float,
    *,
    attempts: int | None = None,
    once_more: bool = False,
    fate: Status = Status.RETRYING,
) -> None:
    item, row = outcome.item, outcome.item.row
    due = outcome.at + dt.timedelta(seconds=wait)
    made = item.attempt if attempts is None else attempts
    settled.again.append(fates.Again(row.id, item.attempt, fate, why, due, made, once_more or row.sent_again))


def _back(settled: Settled, outcome: AttemptOutcome) -> None:
    row = outcome.item.row
    settled.back.append(fates.Back(row.id, outcome.item.attempt, row.status, row.attempts))
