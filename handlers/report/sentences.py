"""The sentences of the report: each has its form for none, for what is hidden and for what nobody recorded.

They say what is printed and nothing else: no total is put together here.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.report.disclosure import Cell, Key, Mark, Shown
from db.report.facts import PlaceKind, Slot
from db.report.yearly import Report
from messages import Text, text
from messages.types import Money

MECHANISM = {"kind": str(PlaceKind.MECHANISM)}


def shown(report: Report, figure: str, **at: str) -> Shown:
    """What is printed of a figure at a place; a place that this report does not have is not recorded."""
    return report.printed.cells.get(Key.of(figure, **at), Mark.NOT_RECORDED)


def number(report: Report, figure: str, **at: str) -> int | None:
    """The value printed; None when it is hidden or not recorded."""
    cell = shown(report, figure, **at)
    return cell.value if isinstance(cell, Cell) else None


def people_behind(report: Report, figure: str, **at: str) -> int:
    cell = shown(report, figure, **at)
    return cell.people if isinstance(cell, Cell) else 0


def five_lines(report: Report, *, short: bool = False) -> list[Text]:
    """The year, for a chat: meetings, people, words, preparation, allowance. `short`: a sentence of each, for phones
    where each text is paid for."""
    told = (meetings(report), people(report), comments(report), preparation(report), money(report))
    return [next(sentences) if short else said_together(sentences) for sentences in told]


def said_together(sentences: Iterator[Text]) -> Text:
    first, *others = sentences
    return text("report-together", first=first, rest=said_together(iter(others))) if others else first


def meetings(report: Report) -> Iterator[Text]:
    """Section 1. Meetings held; those whose presence is known; at how many people concerned were there."""
    held, noted = number(report, "R1", **MECHANISM) or 0, number(report, "R2", **MECHANISM) or 0
    yield text("report-meetings", year=str(report.year), count=held)
    if noted:
        there = number(report, "R3.with", **MECHANISM) or 0
        yield text("report-there", count=there, noted=noted)
        several = number(report, "R3.several", **MECHANISM)
        if several and there:
            yield text("report-several", count=several)
    if held > noted:
        yield text("report-not-noted", count=held - noted)
    for kind in (PlaceKind.PROJECT, PlaceKind.VOLUNTEERING):
        if count := number(report, "R1", kind=str(kind)):
            yield text(f"report-meetings-{kind}", count=count)


def people(report: Report) -> Iterator[Text]:
    """Section 2. Different people who were there, how many times; those whose words were carried."""
    count = number(report, "R4", **MECHANISM)
    times = number(report, "R5", **MECHANISM)
    if shown(report, "R4", **MECHANISM) is Mark.NOT_RECORDED:
        yield text("report-people-unknown")
    elif count is None:
        yield text("report-people-hidden")
    elif not count:
        yield text("report-people-none")
    elif times is None:
        yield text("report-people", above=count)
    else:
        yield text("report-people-times", above=count, times=times)
    yield from _carried(report)


def _carried(report: Report) -> Iterator[Text]:
    carried = number(report, "R7")
    if carried is None:
        yield text("report-carried-hidden")
    else:
        yield text("report-carried", above=carried) if carried else text("report-carried-none")


def comments(report: Report) -> Iterator[Text]:
    """Section 6. What was said and what became of it."""
    total = number(report, "R12") or 0
    if not total:
        yield text("report-comments-none")
        return
    states = {state: number(report, "R12", state=state) or 0 for state in ("kept", "not_kept", "to_follow", "waiting")}
    yield text("report-comments", count=total, **{state: states[state] for state in ("kept", "not_kept", "to_follow")})
    if states["waiting"]:
        yield text("report-comments-waiting", count=states["waiting"])
    if answered := number(report, "R13.answered"):
        yield text("report-answered", count=answered, in_time=number(report, "R13.in_time") or 0)


def preparation(report: Report) -> Iterator[Text]:
    """Section 5. How long before a meeting its summary leaves, and how long after it its minutes do."""
    held, median = number(report, "R1", **MECHANISM), number(report, "R9.median", **MECHANISM)
    if median is None:
        yield text("report-ahead-none")
    else:
        early = number(report, "R9.seven_days", **MECHANISM) or 0
        yield text("report-ahead", days=days(median), early=early, held=held or 0)
    after = number(report, "R11.median", **MECHANISM)
    if after is not None:
        yield text("report-after", days=days(after))


def money(report: Report) -> Iterator[Text]:
    """Section 7. Allowance; and apart, expenses. Never their sum."""
    for figure in ("allowance", "expenses"):
        cents = number(report, f"R15.{figure}")
        if cents is None:
            yield text(f"report-{figure}-hidden")
        elif not cents:
            yield text(f"report-{figure}-none")
        else:
            people = people_behind(report, f"R15.{figure}")
            yield text(f"report-{figure}", amount=Money(cents), above=people)


def envelopes(report: Report) -> Iterator[Text]:
    """Section 7, below money: what was set aside, to be put beside what was recognised; never subtracted from it."""
    cents = number(report, "R19.envelope")
    yield text("report-envelopes-said", amount=Money(cents)) if cents else text("report-envelopes-not-said")


def payments(report: Report) -> Iterator[Text]:
    """Section 8. What was paid in the year, how long it took."""
    cents, delay = number(report, "R16.allowance"), number(report, "R16.to_paid")
    if cents:
        yield text("report-paid", amount=Money(cents), above=people_behind(report, "R16.allowance"))
    elif cents is None:
        yield text("report-paid-hidden")
    else:
        yield text("report-paid-none")
    if delay is not None:
        yield text("report-paid-delay", days=days(delay))


def ladder(report: Report) -> Iterator[Text]:
    """Section 4. Who was informed, apart: it is no involvement."""
    informed = number(report, "R8.informed")
    if informed is None:
        yield text("report-informed-hidden")
    else:
        yield text("report-informed", above=informed) if informed else text("report-informed-none")
    yield text("report-ladder")


def needs(report: Report) -> Iterator[Text]:
    """Section 9."""
    asked = [number(report, "R18.needed", slot=str(slot)) for slot in Slot if slot is not Slot.OTHER]
    yield text("report-needs" if any(one != 0 for one in asked) else "report-needs-none")


def days(tenths: int) -> Text:
    """ "7 jours", "7,5 jours", of a median in tenths of a day."""
    whole, tenth = divmod(abs(tenths), 10)
    if tenths < 0:
        return text("report-days-before", days=days(-tenths))
    return text("report-days-tenths", count=tenths / 10) if tenth else text("report-days", count=whole)
