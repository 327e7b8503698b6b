"""The table of rates, the same for everyone: shown by TARIFS, set from a date on by coordinators."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

from db.claims.questions import has_rates, rate_from, rate_used, rates_on
from db.claims.rules import FIRST_RATES, LineKind, Payee, RateOf
from db.claims.tables import Rate
from handlers.act import Field, Right, act
from handlers.acting import Acting, ActResult, refuse
from messages import Money, Text, text

HIGHEST_CENTS = 100_000
BY_UNIT = frozenset({LineKind.PARTICIPATION, LineKind.REMOTE, LineKind.TRANSPORT_KM})  # a price each, never "as paid"
SHOWN_ORDER = tuple(LineKind)
FOR_WHOM = Field(
    "person; or organisation, for the small member organisations, which have a table of their own.", "--for"
)


@act("claims.rates", right=Right.KNOWN, twin="claims rate list")
async def list_rates(acting: Acting) -> ActResult:
    """The table of rates of today."""
    tables = {payee: await rates_on(acting.session, acting.organisation_id, acting.today, payee) for payee in Payee}
    data = [{**_data(rate), "for": payee.value} for payee, rates in tables.items() for rate in rates]
    lines = shown_rates(tables[Payee.PERSON])
    if tables[Payee.ORGANISATION]:
        lines.append(text("claims-rates-of-organisations", lines=shown_rates(tables[Payee.ORGANISATION])))
    words = text("claims-rates-all", lines=lines) if lines else text("claims-rates-none")
    return ActResult(words, {"rates": data})


def _data(rate: RateOf) -> dict[str, object]:
    amounts = {"cents": rate.cents, "max_cents": rate.max_cents, "receipt": rate.receipt}
    return {"kind": rate.kind.value, "from": rate.from_date.isoformat(), **amounts}


def shown_rates(rates: Sequence[RateOf]) -> list[Text]:
    """In the same order whatever was set first, without what pays nothing; what is paid at its price comes last."""
    ordered = sorted((r for r in rates if r.cents != 0), key=lambda r: SHOWN_ORDER.index(r.kind))
    as_paid = [rate for rate in ordered if rate.cents is None and rate.max_cents is None]
    lines = [shown_rate(rate) for rate in ordered if rate not in as_paid]
    if as_paid:
        lines.append(text("claims-rate-as-paid", names=[_name(rate.kind) for rate in as_paid]))
    return lines


def shown_rate(rate: RateOf) -> Text:
    name = rate.kind.value.replace("_", "-")
    if rate.kind is LineKind.PARTICIPATION and rate.cents is not None:
        return text("claims-rate-participation", half=Money(rate.cents), day=Money(rate.cents * 2))
    if rate.cents is not None:
        return text(f"claims-rate-{name}", amount=Money(rate.cents))
    if rate.max_cents is not None:
        return text("claims-rate-up-to", name=_name(rate.kind), amount=Money(rate.max_cents))
    return text("claims-rate-as-paid", names=[_name(rate.kind)])


def _name(kind: LineKind) -> Text:
    return text(f"claims-rate-name-{kind.value.replace('_', '-')}")


def _date(_acting: Acting, words: str) -> dt.date:
    try:
        return dt.date.fromisoformat(words.strip())
    except ValueError:
        raise refuse("example-tarif") from None


@act(
    "claims.set_rate",
    right=Right.ORGANISATION,
    entry="claims.rate_set",
    undone_by="claims.drop_rate",
    twin="claims rate add",
)
async def set_rate(
    acting: Acting,
    kind: Annotated[LineKind, Field("What it pays for.", "--kind")],
    from_date: Annotated[dt.date, Field("From this date on, such as 2026-04-01.", "--from", read=_date)],
    cents: Annotated[int | None, Field("What a unit pays, in cents; without it, the price paid.", "--cents")] = None,
    max_cents: Annotated[
        int | None, Field("The most for a meeting, in cents, when paid at its price.", "--max")
    ] = None,
    receipt: Annotated[bool, Field("A receipt is asked for.", "--receipt")] = False,
    payee: Annotated[Payee, FOR_WHOM] = Payee.PERSON,
) -> ActResult:
    """What a kind pays from that date on. What was confirmed before keeps what was shown."""
    for amount in (cents, max_cents):
        if amount is not None and not 0 <= amount <= HIGHEST_CENTS:
            raise refuse("claims-rate-out-of-bounds", most=Money(HIGHEST_CENTS))
    if kind in BY_UNIT and cents is None:
        raise refuse("claims-rate-wants-amount", name=_name(kind))
    row = await _row(acting, kind, from_date, payee)
    before = {"before": row.cents if row.cents is not None else row.max_cents} if row.id else {}
    row.cents, row.max_cents, row.receipt = cents, None if cents is not None else max_cents, receipt
    await acting.session.flush()
    shown = shown_rate(RateOf(kind, from_date, row.cents, row.max_cents, row.receipt))
    facts = {"kind": kind.value, "payee": payee.value, "cents": row.cents, "max_cents": row.max_cents}
    data = {**facts, "from": from_date.isoformat()}
    said = text(
        "claims-rate-set" if payee is Payee.PERSON else "claims-rate-set-organisations", rate=shown, date=from_date
    )
    return ActResult(said, data, noted={**facts, "date": from_date.isoformat(), **before}, thing=("rate", row.id))


@act(
    "claims.drop_rate",
    right=Right.ORGANISATION,
    entry="claims.rate_dropped",
    undone_by="claims.set_rate",
    twin="claims rate drop",
)
async def drop_rate(
    acting: Acting,
    kind: Annotated[LineKind, Field("What it pays for.", "--kind")],
    from_date: Annotated[dt.date, Field("From which date it stands, such as 2026-04-01.", "--from", read=_date)],
    payee: Annotated[Payee, FOR_WHOM] = Payee.PERSON,
) -> ActResult:
    """A rate set by mistake, taken out of the table; refused once a claim was counted with it."""
    row = await rate_from(acting.session, acting.organisation_id, kind.value, from_date, payee)
    if row is None:
        raise refuse("claims-no-such-rate", name=_name(kind), date=from_date)
    if await rate_used(acting.session, row.id):
        raise refuse("claims-rate-used", name=_name(kind), date=from_date)
    facts = {"kind": kind.value, "cents": row.cents, "max_cents": row.max_cents, "date": from_date.isoformat()}
    thing = ("rate", row.id)
    await acting.session.delete(row)
    return ActResult(text("claims-rate-dropped", name=_name(kind), date=from_date), facts, noted=facts, thing=thing)


@act(
    "claims.first_rates",
    right=Right.ORGANISATION,
    entry="claims.first_rates",
    undone_by="claims.drop_rate",
    twin="claims rate example",
)
async def first_rates(
    acting: Acting,
    from_date: Annotated[dt.date, Field("From this date on, such as 2026-04-01.", "--from", read=_date)],
) -> ActResult:
    """A whole table to begin with, when there is none yet. Its amounts are examples to be changed."""
    if await has_rates(acting.session, acting.installation.organisation_id):
        raise refuse("claims-rates-exist")
    for kind, cents, max_cents, receipt in FIRST_RATES:
        await set_rate(acting, kind, from_date=from_date, cents=cents, max_cents=max_cents, receipt=receipt)
    shown = await list_rates(acting)
    return ActResult(shown.text, shown.data, entry="")


async def _row(acting: Acting, kind: LineKind, day: dt.date, payee: Payee) -> Rate:
    found = await rate_from(acting.session, acting.organisation_id, kind.value, day, payee)
    if found is None:
        found = Rate(organisation_id=acting.organisation_id, payee=payee, kind=kind, from_date=day)
        acting.session.add(found)
    return found
