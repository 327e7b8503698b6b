"""R14 to R18: what was offered, asked, recognised, paid; whether needs were met. Of the organisation, for the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from db.claims.rules import COMPENSATION, ClaimState, LineKind
from db.report.disclosure import Cell, Following, Key, Measure, NestedGroups, SumLine, Within
from db.report.facts import ClaimFact, ClaimLineFact, Slot
from db.report.figures.frame import PAID, Figure, Frame, counted, distinct, median_in_tenths

RECOGNISED = PAID | {ClaimState.APPROVED}
ASKED = frozenset(ClaimState) - {ClaimState.CANCELLED, ClaimState.DRAFT}
WAITING = frozenset({ClaimState.SUBMITTED, ClaimState.RETURNED, ClaimState.APPROVED})
LONG_WAIT = 30  # days
DELAYS = ("R16.to_decided", "R16.decided_to_paid", "R16.to_paid")
SLOTS: dict[LineKind, Slot] = {
    LineKind.TRANSPORT_KM: Slot.TRANSPORT,
    LineKind.TRANSPORT_FARE: Slot.TRANSPORT,
    LineKind.MEAL: Slot.MEAL,
    LineKind.CHILDCARE: Slot.CHILDCARE,
    LineKind.OTHER: Slot.OTHER,
}
NEEDED = (Slot.TRANSPORT, Slot.MEAL, Slot.CHILDCARE)
# Among those who asked: each of these groups is printed before the number of those who asked is.
AMONG_THOSE_WHO_ASKED = ("R15.allowance", "R15.expenses", "R16.claims_paid", "R16.waiting", "R16.refused")


def offered_and_asked(frame: Frame) -> Figure:
    """R14. Distinct people who were offered to claim, and who did (drafts and cancelled claims apart)."""
    known = (one for one in frame.attendances if frame.cut.knows(one.offered_claim_at))
    offered = (one.person for one in known if frame.was_expert(one))  # member organisations are offered something too
    asked = {claim.person for claim, state in frame.claims if state in ASKED and frame.is_of_the_year(claim)}
    groups = tuple(Key(figure) for figure in AMONG_THOSE_WHO_ASKED)
    slots = tuple(Key.of("R15.expenses", slot=slot) for slot in Slot)
    return Figure(
        {Key("R14.offered"): distinct(offered), Key("R14.asked"): distinct(asked)},
        (
            NestedGroups(Key("R14.asked"), groups + slots),
            NestedGroups(Key("R14.offered"), (Key("R14.asked"), *groups, *slots)),
            Within(Key("R4"), (Key("R14.offered"),)),
        ),
    )


def recognised(frame: Frame) -> Figure:
    """R15. Allowance, near and far together; and apart, expenses, by slot. Never their sum."""
    lines = list(frame.lines_of(RECOGNISED))
    total = Key("R15.expenses")
    slots = {slot: Key.of("R15.expenses", slot=slot) for slot in Slot}
    cells: dict[Key, Cell | None] = {
        Key("R15.allowance"): amount((claim, line) for claim, line in lines if line.kind in COMPENSATION),
        total: amount((claim, line) for claim, line in lines if line.kind in SLOTS),
    }
    for slot, key in slots.items():
        cells[key] = amount((claim, line) for claim, line in lines if SLOTS.get(line.kind) is slot)
    return Figure(cells, (SumLine(total, tuple(slots.values())),))


def recognised_to_organisations(frame: Frame) -> Figure:
    """R15, apart: what was recognised to small member organisations: their time, their expenses."""
    lines = list(frame.lines_of(RECOGNISED, organisations=True))
    return Figure(
        {
            Key("R15.organisations"): amount((c, line) for c, line in lines if line.kind in COMPENSATION),
            Key("R15.organisations_expenses"): amount((c, line) for c, line in lines if line.kind in SLOTS),
        }
    )


def amount(lines: Iterable[tuple[ClaimFact, ClaimLineFact]]) -> Cell:
    kept = list(lines)
    return Cell(Measure.CENTS, sum(line.cents for _, line in kept), len({claim.person for claim, _ in kept}))


def paid(frame: Frame) -> Figure:
    """R16. What was paid in the year, by the day of payment; what became of claims.

    Of the year's activities: claims paid, with their delays, and refused. Of all: those that had waited for more than
    30 days at the cut.
    """
    out = [
        (claim, line)
        for claim, state in frame.claims
        if state in PAID and claim.paid_on and claim.paid_on in frame.year
        for line in claim.lines
    ]
    of_the_year = [(claim, state) for claim, state in frame.claims if frame.is_of_the_year(claim)]
    settled = [claim for claim, state in of_the_year if state in PAID]
    waiting = (claim for claim, state in frame.claims if state in WAITING and _waited(frame, claim) > LONG_WAIT)
    cells: dict[Key, Cell | None] = {
        Key("R16.allowance"): amount((claim, line) for claim, line in out if line.kind in COMPENSATION),
        Key("R16.expenses"): amount((claim, line) for claim, line in out if line.kind in SLOTS),
        Key("R16.claims_paid"): counted(claim.person for claim in settled),
        Key("R16.waiting"): counted(claim.person for claim in waiting),
        Key("R16.refused"): counted(claim.person for claim, state in of_the_year if state is ClaimState.REFUSED),
        **_delays(frame, settled),
    }
    settled_people, delays = Key("R16.claims_paid"), tuple(Key(figure) for figure in DELAYS)
    return Figure(
        cells,
        (
            Within(Key("R15.allowance"), (settled_people,)),
            Within(settled_people, delays),
            Following(settled_people, delays),
        ),
    )


def _waited(frame: Frame, claim: ClaimFact) -> int:
    """Days from the claim to the cut."""
    return (frame.cut.day - frame.cut.local_day(claim.submitted_at)).days


def _delays(frame: Frame, settled: list[ClaimFact]) -> dict[Key, Cell | None]:
    """Days from handed in to decided, to paid, and between the two; of the claims paid."""
    day = frame.cut.local_day
    handed = [(claim, day(claim.submitted_at), claim.decided_at and day(claim.decided_at)) for claim in settled]
    medians = (
        days((claim, start, decided) for claim, start, decided in handed),
        days((claim, decided, claim.paid_on) for claim, _, decided in handed),
        days((claim, start, claim.paid_on) for claim, start, _ in handed),
    )
    return {Key(figure): median for figure, median in zip(DELAYS, medians, strict=True)}


def days(spans: Iterable[tuple[ClaimFact, dt.date | None, dt.date | None]]) -> Cell | None:
    """The median number of days, with the people behind; None without any span."""
    known = [(claim, (end - start).days) for claim, start, end in spans if start and end]
    median = median_in_tenths(length for _, length in known)
    return None if median is None else Cell(Measure.DAYS, median, len({claim.person for claim, _ in known}))


def exceptions(frame: Frame) -> Figure:
    """R17. Lines accepted beyond the table of rates. The rates themselves are a list, printed as it stands."""
    lines = (claim.person for claim, line in frame.lines_of(RECOGNISED) if line.exception)
    return Figure({Key("R17"): counted(lines)}, (Within(Key("R15.allowance"), (Key("R17"),)),))


def needs_met(frame: Frame) -> Figure:
    """R18. Times that an expert named a need in order to come; how many of these were seen to.

    What was erased with its time is a number of its meeting, of nobody: the people behind are at least as many as
    named it for one meeting. It is so of what is not erased yet too, so that a figure does not move with the broom.
    `unmet`: those that nobody noted as seen to; 0 `met` when none ever was is not recorded.
    """
    cells: dict[Key, Cell | None] = {}
    tables: list[SumLine] = []
    for slot in NEEDED:
        meetings = frame.needs_named(slot)
        needed, met, unmet = (Key.of(f"R18.{name}", slot=slot) for name in ("needed", "met", "unmet"))
        cells[needed] = _at_meetings(one.times for one in meetings)
        cells[met] = _at_meetings(one.met for one in meetings)
        cells[unmet] = _at_meetings(one.times - one.met for one in meetings)
        tables.append(SumLine(needed, (met, unmet)))
    keys = {Key.of("R18.met", slot=slot) for slot in NEEDED}
    written_down = any(cell.value for key in keys if (cell := cells[key]) is not None)
    return Figure(cells, tuple(tables), frozenset() if written_down else frozenset(keys))


def _at_meetings(times: Iterable[int]) -> Cell:
    """So many times, by at least as many people as at the one meeting where they were the most."""
    counts = list(times)
    return Cell(Measure.COUNT, sum(counts), max(counts, default=0))
