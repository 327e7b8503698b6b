"""The accounts after a round: what the program says, what its tables say, what each phone really received."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import func, select

from benchmarks.chaos.town import ASKED, STOP, WORDS, Town
from benchmarks.chaos.watch import Watch
from bot.outbox.account_queue import LEAVE_WITHIN
from db.contacts import Contact
from db.conversations import InboxState, IncomingMessage
from db.deliveries import UNSETTLED, Delivery, Priority, Status
from db.journal import Entry
from db.journal.chain import verify
from db.outbox.due import HOLDS_BACK
from db.session import Database

ARRIVED = (Status.SENT, Status.DELIVERED)
ON_THE_ROAD = 1.0  # seconds, besides, that what had started before a stop may take
HANDLING = 2.0  # seconds, at most, between the hour written on a stop and its commit, where the database answers
TOO_SLOW = 4.0  # seconds: a provider that was kept off the processor so long looks like one that did not answer
Truth = dict[str, list[tuple[str, float, int]]]  # address -> what it received: words, monotonic seconds, weight


class Sent(NamedTuple):
    """A delivery as its row says."""

    id: int
    address: str
    words: str
    status: Status
    reason: str
    priority: int
    sent_again: bool
    broadcast_id: int | None
    started_at: dt.datetime | None
    any_consent: bool
    attempts: int


@dataclass(slots=True)
class Account:
    """Everything that the judgement reads."""

    who: Town
    watch: Watch
    truth: Truth
    rows: list[Sent]
    heard: dict[str, list[Heard]]
    answers: Counter[int]  # incoming id -> how many replies were made
    summary: dict[str, Any]
    stops_noted: int
    journal: str
    allowed_unknown: int
    rate: float
    slowest: float
    hours_mean_something: bool  # the clock was not moved, and the database always answered
    by_words: dict[tuple[str, str], list[Sent]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for row in self.rows:
            self.by_words[(row.address, row.words)].append(row)

    def received(self, address: str, words: str) -> list[float]:
        return [at for said, at, _ in self.truth.get(address, ()) if said == words]


class Heard(NamedTuple):
    id: int
    text: str
    state: InboxState
    handled_at: dt.datetime | None


async def account(database: Database, watch: Watch, truth: Truth, summary: dict[str, Any], **given: Any) -> Account:
    """Read it all, in one picture."""
    async with database.read() as session:
        found = await session.execute(
            select(
                Delivery.id,
                Contact.address,
                func.coalesce(Delivery.body, WORDS),
                *(Delivery.status, Delivery.reason, Delivery.priority, Delivery.sent_again, Delivery.broadcast_id),
                *(Delivery.started_at, Delivery.any_consent, Delivery.attempts),
            )
            .join(Contact, Contact.id == Delivery.contact_id)
            .order_by(Delivery.id)
        )
        rows = [Sent._make(row) for row in found]
        heard: dict[str, list[Heard]] = defaultdict(list)
        incoming = select(
            *(IncomingMessage.sender, IncomingMessage.id, IncomingMessage.text),
            *(IncomingMessage.state, IncomingMessage.handled_at),
        )
        for sender, *rest in await session.execute(incoming.order_by(IncomingMessage.id)):
            heard[sender].append(Heard._make(rest))
        replies = await session.execute(
            select(Delivery.incoming_id, func.count())
            .where(Delivery.incoming_id.is_not(None), Delivery.kind == "reply")
            .group_by(Delivery.incoming_id)
        )
        noted = await session.scalar(select(func.count()).where(Entry.act == "people.stopped"))
        chain = await verify(session)
        answers = Counter({incoming_id or 0: number for incoming_id, number in replies})
    return Account(watch.who, watch, truth, rows, heard, answers, summary, noted or 0, chain.why, **given)


def judge(kept: Account) -> list[str]:
    """One sentence per promise that was not kept."""
    checks = (_nothing_lost, _nothing_twice, _unknowns, _everyone, _consent, _inbox, _order, _books, _rate)
    return [sentence for check in checks for sentence in check(kept)]


def ambiguous(kept: Account) -> int:
    return sum(int(kept.summary[channel]["ambiguous"]) for channel in ("telegram", "sms"))


def unknown(kept: Account) -> int:
    """What is listed as perhaps arrived, or left once more because it was."""
    return sum(1 for row in kept.rows if row.status is Status.UNKNOWN or row.sent_again)


def _nothing_lost(kept: Account) -> Iterator[str]:
    lost = [
        key
        for key, rows in kept.by_words.items()
        if len(kept.received(*key)) < sum(row.status in ARRIVED for row in rows)
    ]
    if lost:
        yield f"{len(lost)} said sent, never arrived: {lost[:3]}"
    waiting = [row.id for row in kept.rows if row.status in UNSETTLED]
    if waiting:
        yield f"{len(waiting)} left behind: {waiting[:5]}"


def _nothing_twice(kept: Account) -> Iterator[str]:
    """As often as it was sent; once more for each unknown, and for each that was unknown and left once more."""
    twice = []
    for address, messages in kept.truth.items():
        for words, times in Counter(words for words, _, _ in messages).items():
            rows = kept.by_words.get((address, words), [])
            may = sum((row.status in (*ARRIVED, Status.UNKNOWN)) + row.sent_again for row in rows)
            if times > may:
                twice.append((address, words[:30], times, may))
    if twice:
        yield f"{len(twice)} arrived more often than said: {twice[:3]}"


def _unknowns(kept: Account) -> Iterator[str]:
    if unknown(kept) > ambiguous(kept) + kept.allowed_unknown and kept.slowest < TOO_SLOW:
        yield f"{unknown(kept)} unknown for {ambiguous(kept)} ambiguous answers and {kept.allowed_unknown} started"


def _everyone(kept: Account) -> Iterator[str]:
    of_broadcast = Counter(row.address for row in kept.rows if row.broadcast_id is not None)
    before = {address: 0 if (channel, address) in kept.who.stopping else 1 for channel, address in kept.who.members}
    without = [address for address, least in before.items() if not least <= of_broadcast[address] <= 1]
    if without:
        yield f"{len(without)} members without their one delivery: {without[:3]}"
    stopping = {address for _, address in kept.who.stopping}
    never = [
        row.id
        for row in kept.rows
        if row.status in (Status.FAILED, Status.MISSED)
        or (row.status is Status.CANCELLED and row.address not in stopping)
    ]
    if never:
        yield f"{len(never)} given up without a reason: {never[:5]}"


def _consent(kept: Account) -> Iterator[str]:
    crossed = [address for _, address in kept.who.stopped if kept.truth.get(address)]
    if crossed:
        yield f"{len(crossed)} had stopped and received something"
    late = []
    for channel, address in kept.who.stopping:
        at = kept.watch.stopped_at.get(f"{channel}:{address}")
        confirmation = {row.words for row in kept.rows if row.address == address and row.any_consent}
        for words, arrived, _ in kept.truth.get(address, ()):
            latest = (at or math.inf) + LEAVE_WITHIN + ON_THE_ROAD + kept.slowest
            if words not in confirmation and arrived > latest:
                late.append(address)
    if kept.hours_mean_something:
        late += [row.address for row in kept.rows if _started_after_stop(kept, row)]
    if late:
        yield f"{len(late)} received something after their stop was handled: {late[:3]}"


def _started_after_stop(kept: Account, row: Sent) -> bool:
    if row.any_consent or row.started_at is None:
        return False
    channel = "sms" if row.address.startswith("+") else "telegram"
    stops = [one for one in kept.heard.get(f"{channel}:{row.address}", ()) if one.text == STOP and one.handled_at]
    latest = row.started_at - dt.timedelta(seconds=HANDLING + kept.slowest)
    return any(one.handled_at is not None and latest > one.handled_at for one in stops)


def _inbox(kept: Account) -> Iterator[str]:
    """Each message heard once, handled, answered once."""
    wrong: dict[str, list[str]] = defaultdict(list)
    for channel, address in (*kept.who.writers, *kept.who.stopping):
        wanted = list(ASKED) if (channel, address) in kept.who.writers else [STOP]
        heard = kept.heard.get(f"{channel}:{address}", [])
        if sorted(one.text for one in heard) != sorted(wanted):
            wrong["were not heard as they wrote"].append(address)
        if any(one.state is not InboxState.HANDLED for one in heard):
            wrong["were heard and not handled"].append(address)
        if any(kept.answers[one.id] != 1 for one in heard):
            wrong["were not answered once"].append(address)
    for sentence, addresses in wrong.items():
        yield f"{len(addresses)} {sentence}: {addresses[:3]}"
    if kept.stops_noted != len(kept.who.stopping):
        yield f"the journal holds {kept.stops_noted} stops"


def _order(kept: Account) -> Iterator[str]:
    """Within one person and one priority, each message first arrived after the one before it.

    What was unknown held nothing back, and may have left again once it was known not to have arrived; nor did what
    failed again and again.
    """
    queues: dict[tuple[str, int], list[Sent]] = defaultdict(list)
    for row in kept.rows:
        doubtful = row.sent_again or row.id in kept.watch.unknown_once or row.attempts > HOLDS_BACK
        if row.status in ARRIVED and not doubtful and len(kept.by_words[(row.address, row.words)]) == 1:
            queues[(row.address, row.priority)].append(row)
    crossed = []
    for (address, priority), rows in queues.items():
        firsts = [min(times) for row in rows if (times := kept.received(address, row.words))]
        if firsts != sorted(firsts):
            crossed.append((address, Priority(priority).name))
    if crossed:
        yield f"{len(crossed)} received things out of order: {crossed[:3]}"


def _books(kept: Account) -> Iterator[str]:
    if kept.watch.sums:
        yield f"counts did not add up: {sorted(kept.watch.sums)[:2]}"
    if kept.journal:
        yield f"the journal does not verify: {kept.journal}"
    yield from kept.watch.disk


def _rate(kept: Account) -> Iterator[str]:
    """What gathered at the door of a provider that was kept off the processor was counted together: it is allowed."""
    most = kept.rate * (1.0 + kept.slowest) + 1
    for channel in ("telegram", "sms"):
        busiest = int(kept.summary[channel]["busiest_second"])
        if busiest > most:
            yield f"{busiest} in a second on {channel}, where {kept.rate:.0f} are allowed (at worst {most:.0f} here)"
