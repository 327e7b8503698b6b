"""The claim, one question at a time. Whatever one sentence said is offered to the questions, and never asked again."""

from __future__ import annotations

from collections.abc import Sequence

from db.claims.questions import claims_of_days, own_claims, rates_of, same_claim
from db.claims.rules import LineKind, LineOf, RateOf, rate_on, total
from handlers.claims import acts, corrections, draft, participation
from handlers.claims.draft import Facts
from handlers.claims.expenses import childcare, meals, others, ride
from handlers.claims.occasions import Occasion
from handlers.claims.which import occasions_of
from handlers.dialogue import Talk, dialogue
from handlers.turn import Reply
from messages import Money, Option, text
from messages.reading import Step

YES = Option("yes", text("claims-option-send"))
CORRECT = Option("no", text("claims-option-correct"))
NO_RECEIPT = Option("none", text("claims-option-no-receipt"))
RECEIPT_NAMES = {
    LineKind.TRANSPORT_FARE: "claims-receipt-fare",
    LineKind.TRANSPORT_KM: "claims-receipt-km",
    LineKind.MEAL: "claims-receipt-meal",
    LineKind.CHILDCARE: "claims-receipt-childcare",
    LineKind.OTHER: "claims-receipt-other",
}


STEPS = {
    "halves": Step.MENU,
    "transport": Step.CLAIM_RIDE,
    "km": Step.CLAIM_KM,
    "fare": Step.CLAIM_FARE,
    "taxi": Step.CLAIM_FARE,
    "meal": Step.CLAIM_MEAL,
    "served": Step.MENU,
    "meal_price": Step.CLAIM_MEAL,
    "childcare": Step.CLAIM_CHILDCARE,
    "other": Step.CLAIM_CHILDCARE,
    "confirm": Step.CLAIM_TOTAL,
}


@dialogue("claim", steps=STEPS)
async def claim(talk: Talk) -> Reply:
    assert talk.person is not None
    if (left := await corrections.heard(talk)) is not None:
        return left
    when = await occasions_of(talk)
    rates = await rates_of(talk.session, talk.installation.organisation_id)
    facts = await _facts(talk, when, rates)
    lines = draft.lines_of(facts, rates)
    if not lines:
        return text("claims-nothing-due", name=talk.installation.contact_name, phone=talk.installation.contact_phone)
    if (before := await same_claim(talk.session, talk.person.id, facts.days, lines)) is not None:
        return text("claims-already-noted", number=before.number, total=Money(before.total_cents))
    for other in await claims_of_days(talk.session, talk.person.id, facts.days):
        second = text("claims-second", number=other.number, total=Money(other.total_cents))
        await talk.tell_once(f"second-{other.id}", second)
    pictures = await _receipts(talk, lines, rates)
    if not await own_claims(talk.session, talk.person.id, limit=1):
        house = talk.installation
        await talk.tell_once("who-knows", text("claims-who-knows", name=house.contact_name, phone=house.contact_phone))
    if not await _confirmed(talk, facts, lines):
        await corrections.what(talk)
        return await claim.script(talk)
    return await acts.submit(talk, facts, lines, pictures)


async def _facts(talk: Talk, when: Sequence[Occasion], rates: Sequence[RateOf]) -> Facts:
    halves, remote = await participation.half_days(talk, when, rates)
    rides = await ride(talk, rates, when[0].day)
    number, paid = await meals(talk, when, rates)
    return Facts(
        tuple(when),
        halves,
        remote,
        kilometres=rides.kilometres,
        fare=rides.fare,
        taxi=rides.taxi,
        taxi_why=rides.why,
        meals=number,
        meal_paid=paid,
        childcare=await childcare(talk),
        others=await others(talk),
    )


async def _receipts(talk: Talk, lines: Sequence[LineOf], rates: Sequence[RateOf]) -> dict[int, int | None]:
    """Position of a line -> the message that brought its picture, or None for "no receipt".

    Asked only where the region wants one; a picture sent by itself goes to the first line paid at its price.
    """
    found: dict[int, int | None] = {}
    for position, line in enumerate(lines):
        rate = rate_on(rates, line.kind, line.day or talk.installation.today(talk.now))
        if rate is None or not rate.receipt or line.kind not in RECEIPT_NAMES:
            continue
        prompt = text(RECEIPT_NAMES[line.kind], amount=Money(line.cents))
        given = await talk.photo(f"receipt{position}", prompt, options=(NO_RECEIPT,))
        found[position] = given.get("incoming_id")
    loose = talk.answers.get("photo") or talk.start.get("photo")
    if loose is not None:
        kinds = [LineKind.TRANSPORT_FARE, LineKind.CHILDCARE, LineKind.OTHER, LineKind.MEAL]
        fitting = sorted(
            (p for p, line in enumerate(lines) if found.get(p) is None),
            key=lambda p: kinds.index(lines[p].kind) if lines[p].kind in kinds else len(kinds),
        )
        if fitting:
            found[fitting[0]] = int(loose)
    return found


async def _confirmed(talk: Talk, facts: Facts, lines: Sequence[LineOf]) -> bool:
    dated = len(facts.occasions) > 1
    prompt = text(
        "claims-check",
        occasions=draft.shown_occasions(facts.occasions),
        lines=[draft.shown_line(line, dated=dated) for line in lines],
        total=Money(total(lines)),
    )
    shown = draft.facts_shown(facts, lines)
    return await talk.confirm("confirm", prompt, yes=YES, no=CORRECT, shown=shown, free_text=True)
