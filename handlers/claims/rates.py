"""The table of rates, the same for everyone: shown by TARIFS, set from a date on by coordinators."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db.claims.questions import has_rates, rate_from, rates_on
from db.claims.rules import FIRST_RATES, LineKind, RateOf
from db.claims.tables import Rate
from db.journal import write_entry
from db.session import AsyncSession
from handlers.access import Act, Actor, Done, refuse, require
from handlers.turn import House
from messages import Money, Text, text

HIGHEST_CENTS = 100_000
BY_UNIT = frozenset({LineKind.PARTICIPATION, LineKind.REMOTE, LineKind.TRANSPORT_KM})  # a price each, never "as paid"
SHOWN_ORDER = tuple(LineKind)


async def list_rates(session: AsyncSession, house: House, actor: Actor, *, now: dt.datetime) -> Done:
    today = house.today(now)
    rates = await rates_on(session, house.organisation_id, today)
    data = [
        {
            "kind": rate.kind.value,
            "from": rate.from_date.isoformat(),
            "cents": rate.cents,
            "max_cents": rate.max_cents,
            "receipt": rate.receipt,
        }
        for rate in rates
    ]
    words = text("claims-rates-all", lines=shown_rates(rates)) if rates else text("claims-rates-none")
    return Done(words, {"rates": data})


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


async def set_rate(
    session: AsyncSession,
    house: House,
    actor: Actor,
    kind: LineKind,
    *,
    from_date: dt.date,
    cents: int | None,
    max_cents: int | None,
    receipt: bool = False,
    now: dt.datetime,
) -> Done:
    """From that date on, a kind pays this. What was confirmed before keeps what was shown."""
    require(actor, Act.SET_RATES)
    for amount in (cents, max_cents):
        if amount is not None and not 0 <= amount <= HIGHEST_CENTS:
            raise refuse("claims-rate-out-of-bounds", most=Money(HIGHEST_CENTS))
    if kind in BY_UNIT and cents is None:
        raise refuse("claims-rate-wants-amount", name=_name(kind))
    row = await _row(session, house, kind, from_date)
    row.cents, row.max_cents, row.receipt = cents, None if cents is not None else max_cents, receipt
    await session.flush()
    await write_entry(
        session,
        "claims.rate_set",
        now=now,
        actor=actor.signature,
        thing="rate",
        thing_id=row.id,
        channel=actor.via,
        kind=kind.value,
        cents=row.cents,
        max_cents=row.max_cents,
        date=from_date.isoformat(),
    )
    shown = shown_rate(RateOf(kind, from_date, row.cents, row.max_cents, row.receipt))
    data = {"kind": kind.value, "from": from_date.isoformat(), "cents": row.cents, "max_cents": row.max_cents}
    return Done(text("claims-rate-set", rate=shown, date=from_date), data)


async def first_rates(
    session: AsyncSession, house: House, actor: Actor, from_date: dt.date, *, now: dt.datetime
) -> Done:
    """A whole table to begin with, when there is none yet. Its amounts are examples to be changed."""
    require(actor, Act.SET_RATES)
    if await has_rates(session, house.organisation_id):
        raise refuse("claims-rates-exist")
    for kind, cents, max_cents, receipt in FIRST_RATES:
        await set_rate(
            session,
            house,
            actor,
            kind,
            from_date=from_date,
            cents=cents,
            max_cents=max_cents,
            receipt=receipt,
            now=now,
        )
    return await list_rates(session, house, actor, now=now)


async def _row(session: AsyncSession, house: House, kind: LineKind, day: dt.date) -> Rate:
    found = await rate_from(session, house.organisation_id, kind.value, day)
    if found is None:
        found = Rate(organisation_id=house.organisation_id, kind=kind, from_date=day)
        session.add(found)
    return found
