"""Where a figure comes from, row by row: the very facts that it was made of, with the page of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.people import Person
from db.report import behind
from db.report.behind import Behind, ClaimBehind
from db.report.facts import MeetingFact
from db.report.figures.frame import Frame
from db.report.period import Cut, FiscalYear
from db.report.questions import facts_of
from db.report.runs import report_of, versions_of
from handlers.act import Right
from handlers.acting import Acting
from handlers.report.acts import draft_cut
from handlers.view import view
from messages import Text, text
from messages.types import Money

Value = Text | str | int | Money
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `at`: the kind of page that shows it, with its number; None when it has none."""

    first: Text | str
    values: tuple[Value, ...]
    at: tuple[str, int] | None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsShown:
    """The rows behind some figures. `cut`: they are as they stood then; `sums`: the columns added up."""

    year: FiscalYear
    what: Behind
    cut: Cut
    frozen: bool
    columns: tuple[Text, ...]
    rows: list[Row]
    sums: tuple[Value, ...]
    different: int | None  # people, where people are counted once


def _whom(shown: RowsShown) -> list[int | None]:
    return [int(person.partition(" ")[0]) for row in shown.rows for person in row.people]


@view("report.rows", right=Right.ORGANISATION, shows=_whom)
async def rows_behind(acting: Acting, year: FiscalYear, what: Behind) -> RowsShown:
    """Those of the last frozen version, as they stood at its cut; else of the draft."""
    runs = await versions_of(acting.session, acting.organisation_id, year)
    cut = report_of(runs[-1]).cut if runs else draft_cut(acting, year)
    frame = Frame(await facts_of(acting.session, acting.organisation_id, year, cut), year, cut)
    names = await _names(acting, frame) if what in NAMED else {}
    rows = MADE[what](frame, names)
    columns = tuple(text(f"report-behind-column-{name}") for name in COLUMNS[what])
    people = {person for row in rows for person in row.people}
    different = len(people) if what is Behind.PRESENCES else None
    return RowsShown(year, what, cut, bool(runs), columns, rows, _sums(rows), different)


NAMED = frozenset({Behind.PRESENCES, Behind.CLAIMS, Behind.PAYMENTS, Behind.NEEDS})
COLUMNS: Mapping[Behind, tuple[str, ...]] = {
    Behind.MEETINGS: ("meeting", "kind", "noted", "there"),
    Behind.PRESENCES: ("meeting", "person", "how"),
    Behind.COMMENTS: ("comment", "meeting", "decision"),
    Behind.CLAIMS: ("claim", "day", "state", "allowance", "expenses"),
    Behind.PAYMENTS: ("claim", "paid-on", "allowance", "expenses"),
    Behind.NEEDS: ("meeting", "person", "needs"),
}


async def _names(acting: Acting, frame: Frame) -> Names:
    """Person's key -> name; of those who were erased, whose key is no number or whose card is gone, none."""
    rows = await acting.session.execute(
        select(Person.id, Person.name).where(
            Person.organisation_id == acting.organisation_id, Person.erased_at.is_(None)
        )
    )
    return {str(number): name for number, name in rows}


def _person(names: Names, person: str) -> Text | str:
    return names.get(person) or text("announcements-somebody-erased")


def _meeting(meeting: MeetingFact) -> Text:
    return text("meetings-name", roundtable=meeting.roundtable, date=meeting.day)


def _meetings(frame: Frame, _names: Names) -> list[Row]:
    return [
        Row(
            _meeting(one.meeting),
            (
                text(f"report-kind-{one.meeting.place_kind}"),
                text("report-behind-yes" if one.noted else "report-behind-no"),
                one.there,
            ),
            ("meeting", int(one.meeting.id)),
        )
        for one in behind.meetings_behind(frame)
    ]


def _presences(frame: Frame, names: Names) -> list[Row]:
    return [
        Row(
            _meeting(one.meeting),
            (_person(names, one.person), text(f"meetings-presence-{one.presence.value.replace('_', '-')}")),
            ("presence", int(one.meeting.id)),
            (one.person,),
        )
        for one in behind.presences_behind(frame)
    ]


def _comments(frame: Frame, _names: Names) -> list[Row]:
    found = []
    for comment, meeting in behind.comments_behind(frame):
        answered = comment.decision is not None and frame.cut.knows(comment.answered_on)
        said = f"comments-decision-{str(comment.decision).replace('_', '-')}" if answered else "report-behind-waiting"
        number = text("report-behind-number", number=comment.number)
        found.append(Row(number, (_meeting(meeting), text(said)), ("comment", comment.number)))
    return found


def _claim(one: ClaimBehind, names: Names, *values: Value) -> Row:
    first = text("report-behind-claim", number=one.claim.number, name=_person(names, one.claim.person))
    money = (Money(one.allowance), Money(one.expenses))
    return Row(first, (*values, *money), ("claim", one.claim.number), (one.claim.person,))


def _claims(frame: Frame, names: Names) -> list[Row]:
    return [
        _claim(one, names, text("report-behind-day", date=one.claim.day), text(f"claims-state-{one.state.value}"))
        for one in behind.claims_behind(frame)
    ]


def _payments(frame: Frame, names: Names) -> list[Row]:
    return [
        _claim(one, names, text("report-behind-day", date=one.claim.paid_on)) for one in behind.payments_behind(frame)
    ]


def _needs(frame: Frame, names: Names) -> list[Row]:
    return [
        Row(
            _meeting(one.meeting),
            (
                _person(names, one.person) if one.person else text("report-behind-of-nobody"),
                text("report-behind-list", names=[text(f"report-slot-{s}") for s in one.slots]),
            ),
            ("presence", int(one.meeting.id)),
            (one.person,) if one.person else (),
        )
        for one in behind.needs_behind(frame)
    ]


MADE: Mapping[Behind, Callable[[Frame, Names], list[Row]]] = {
    Behind.MEETINGS: _meetings,
    Behind.PRESENCES: _presences,
    Behind.COMMENTS: _comments,
    Behind.CLAIMS: _claims,
    Behind.PAYMENTS: _payments,
    Behind.NEEDS: _needs,
}


def _sums(rows: Sequence[Row]) -> tuple[Value, ...]:
    """Each column that holds numbers or amounts, added up; "" under the others."""
    return tuple(_sum(column) for column in zip(*(row.values for row in rows), strict=True))


def _sum(values: Iterable[Value]) -> Value:
    kept = list(values)
    if all(isinstance(one, Money) for one in kept):
        return Money(sum(one.cents for one in kept if isinstance(one, Money)))
    if all(isinstance(one, int) for one in kept):
        return sum(one for one in kept if isinstance(one, int))
    return ""
