"""Whether a due delivery may leave now.

Asked in the transaction that starts it, whatever was true when it was queued.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.settings import Settings
from db.contacts import Reach
from db.deliveries import ANSWERS, Priority, Status
from db.message_kinds import ALERT, Recipient, SendOccasion, kind_named, why_not
from db.outbox.due import Ready
from db.outbox.quiet_hours import quiet_until

PATIENCE = dt.timedelta(days=3)  # how long a message without its own "not after" is tried
HELD = dt.timedelta(minutes=5)  # how long until a held contact is looked at again


@dataclass(frozen=True, slots=True)
class Never:
    """It will not leave: missed (too late), cancelled, or failed (no way to the address), and why."""

    fate: Status
    why: str


@dataclass(frozen=True, slots=True)
class Later:
    """It stays queued until then."""

    at: dt.datetime


class Gate:
    """Opened for one moment; asked for each due row."""

    def __init__(self, now: dt.datetime, settings: Settings) -> None:
        self.now = now
        self.opens = quiet_until(now, settings.quiet, settings.zone)  # None outside the quiet hours

    def verdict(self, row: Ready) -> Never | Later | None:
        """None: it may leave now."""
        if self.now >= last_moment(row):
            gave_up = row.not_after is None and row.attempts > 0
            return Never(Status.FAILED, "gave-up") if gave_up else Never(Status.MISSED, "too-late")
        if why := _barred(row, self.now):
            return Never(Status.CANCELLED, why)
        if why := _unreachable(row):
            return Never(Status.FAILED, why)  # another way may be tried
        if row.hold and row.priority == Priority.BROADCAST and not row.any_consent:
            return Later(self.now + HELD)
        if self.opens is None or row.any_hour or is_answer(row):
            return None
        return Later(self.opens)


def last_moment(row: Ready) -> dt.datetime:
    return row.not_after or row.queued_at + PATIENCE


def is_answer(row: Ready) -> bool:
    """An answer to what the person just wrote: hours and the doubts about an address do not hold it back."""
    return row.priority in ANSWERS and row.kind != ALERT.name


def _barred(row: Ready, now: dt.datetime) -> str:
    """Why this person must not get it; empty when nothing stands against it. Asked again here: a person may have
    stopped, paused or asked for less since it was decided.
    """
    if row.address is None or row.consent is None or row.reach is None:
        return "no-address"
    if row.erased_at is not None:
        return "erased"
    if row.any_consent:
        return ""
    one = Recipient(row.consent, Reach.OK, row.stopped_kinds or "", row.pace, row.paused_until, row.asked_for or "")
    return why_not(one, SendOccasion(kind_named(row.kind), now, urgent=row.priority <= Priority.URGENT))


def _unreachable(row: Ready) -> str:
    if row.reach is Reach.OK:
        return ""
    if is_answer(row) and row.reach is not Reach.BLOCKED:
        return ""  # they have just written from it
    return f"reach-{row.reach}".replace("_", "-")
