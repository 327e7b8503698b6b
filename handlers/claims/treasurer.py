"""What leaves for whoever pays: names, amounts, mode, and nothing else; and how fairly the tables are paid."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from sqlalchemy import func, select

from db.claims.questions import wished_modes
from db.claims.rules import COMPENSATION, ClaimState, Mode, Payee
from db.claims.tables import Claim, ClaimLine, Payment
from db.labels import by_name
from db.meetings.tables import Attendance, Meeting, Presence
from db.organisations import Roundtable
from db.people import Person
from db.report.period import FiscalYear
from handlers.act import Field, Right, act, act_on
from handlers.acting import Acting, ActResult, BadlyWritten, refuse
from handlers.claims.wishes import mode_words
from handlers.commands import Do
from handlers.things import PAYMENT
from messages import Money, Text, text

CAME = (Presence.IN_PERSON, Presence.PHONE, Presence.VIDEO)
PAID = (ClaimState.PAID, ClaimState.RECEIVED)


@act_on(PAYMENT, "claims.treasurer", entry="claims.list_made", final="a file was made", twin="claims treasurer")
async def treasurer_list(acting: Acting, payment: Payment) -> ActResult:
    """The list of a payment for the treasurer: one line a person; `data["rows"]`: name, cents, mode."""
    if payment.cancelled_at is not None:
        raise refuse(
            "claims-payment-is-cancelled", number=payment.id, date=acting.installation.today(payment.cancelled_at)
        )
    rows = await acting.session.execute(
        select(Claim.person_id, Claim.payee, Person.name, func.sum(Claim.total_cents))
        .join(Person, Person.id == Claim.person_id)
        .where(Claim.payment_id == payment.id)
        .group_by(Claim.person_id, Claim.payee, Person.name)
        .order_by(by_name(Person.name), Claim.payee)
    )
    found = [(person, payee or name, int(cents)) for person, payee, name, cents in rows]
    wished = await wished_modes(acting.session, [person for person, _, _ in found])
    lines = [(name, cents, wished.get(person, payment.mode)) for person, name, cents in found]
    mode = text(f"claims-mode-{payment.mode.value.replace('_', '-')}")
    said = text(
        "claims-treasurer",
        number=payment.id,
        date=payment.paid_on,
        mode=mode,
        lines=[_treasurer_line(name, cents, wish, payment) for name, cents, wish in lines],
        total=Money(sum(cents for _, cents, _ in lines)),
    )
    data = {"payment": payment.id, "rows": [(name, cents, wish.value) for name, cents, wish in lines]}
    return ActResult(said, data, shows=tuple(person for person, _, _ in found), noted={"people": len(lines)})


def _treasurer_line(name: str, cents: int, wish: Mode, payment: Payment) -> Text:
    """Whoever would rather be paid in another way than the batch is said so."""
    line = text("claims-treasurer-line", name=name, amount=Money(cents))
    return line if wish is payment.mode else text("claims-pay-line-wished", line=line, mode=mode_words(wish))


def year_read(acting: Acting, words: str) -> FiscalYear:
    """The year written, else the one that has begun."""
    if not words.strip():
        return FiscalYear.of(acting.today)
    try:
        return FiscalYear.read(words)
    except ValueError:
        raise BadlyWritten(text("report-bad-year", words=words.strip()[:20])) from None


@act("claims.fairness", right=Right.ORGANISATION, twin="claims fairness")
async def fairness(
    acting: Acting, year: Annotated[FiscalYear, Field("The year, such as 2026-2027.", "--year", read=year_read)]
) -> ActResult:
    """Of a year: what was refused or cut, by slot; of each table, who came, who was paid, and how much each time."""
    refused = await _refused(acting, year)
    tables = await _by_table(acting, year)
    slots = [text("claims-refused-slot", name=_slot(kind), count=count) for kind, count in sorted(refused.items())]
    lines = [*(slots or [text("claims-refused-none")]), *tables[0]]
    said = text("claims-fairness", year=str(year), lines=lines)
    return ActResult(said, {"refused": dict(refused), "tables": tables[1]})


def _slot(kind: str) -> Text:
    return text(f"claims-rate-name-{kind.replace('_', '-')}")


async def _refused(acting: Acting, year: FiscalYear) -> Counter[str]:
    """Lines of claims refused, and lines paid less than was asked, by what they were for."""
    day = func.coalesce(ClaimLine.day, Claim.activity_date)
    cut = (ClaimLine.asked_cents.is_not(None)) & (ClaimLine.asked_cents > ClaimLine.cents)
    rows = await acting.session.execute(
        select(ClaimLine.kind, func.count())
        .join(Claim, Claim.id == ClaimLine.claim_id)
        .where(Claim.organisation_id == acting.organisation_id, day.between(year.first_day, year.last_day))
        .where(Claim.payee_kind == Payee.PERSON)
        .where((Claim.state == ClaimState.REFUSED) | (Claim.state.in_((ClaimState.APPROVED, *PAID)) & cut))
        .group_by(ClaimLine.kind)
    )
    return Counter({("participation" if kind in COMPENSATION else kind.value): count for kind, count in rows})


async def _by_table(acting: Acting, year: FiscalYear) -> tuple[list[Text], list[dict[str, object]]]:
    dated = Meeting.local_date.between(year.first_day, year.last_day)
    came = await acting.session.execute(
        select(Roundtable.name, func.count())
        .select_from(Attendance)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(Meeting.organisation_id == acting.organisation_id, dated, Attendance.as_expert.is_(True))
        .where(Attendance.presence.in_(CAME))
        .group_by(Roundtable.name)
        .order_by(by_name(Roundtable.name))
    )
    paid = await acting.session.execute(
        select(Roundtable.name, func.count(func.distinct(Claim.id)), func.sum(ClaimLine.cents))
        .select_from(ClaimLine)
        .join(Claim, Claim.id == ClaimLine.claim_id)
        .join(Meeting, Meeting.id == Claim.meeting_id)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(Meeting.organisation_id == acting.organisation_id, dated)
        .where(Claim.state.in_(PAID), ClaimLine.kind.in_(list(COMPENSATION)), Claim.payee_kind == Payee.PERSON)
        .group_by(Roundtable.name)
    )
    sums = {name: (number, int(cents)) for name, number, cents in paid}
    lines: list[Text] = []
    data: list[dict[str, object]] = []
    for name, times in came:
        number, cents = sums.get(name, (0, 0))
        each = Money((2 * cents + number) // (2 * number)) if number else Money(0)  # to the nearest cent
        lines.append(text("claims-fairness-table", name=name, times=times, paid=number, each=each))
        data.append({"table": name, "came": times, "paid": number, "cents": cents})
    return lines, data


async def fairness_command(acting: Acting, rest: str) -> Do:
    """/indemnites ; /indemnites 2026-2027"""
    return Do(fairness, year_read(acting, rest))
