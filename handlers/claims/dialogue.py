"""The claim, one question at a time. Whatever one sentence said is offered to the questions, and never asked again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db.claims.questions import claims_of_days, own_claims, payee_of, rates_of, same_claim
from db.claims.rules import LineKind, LineOf, RateOf, rate_on, total
from handlers.claims import acts, corrections, draft, participation, second, standing
from handlers.claims.draft import ClaimStatement
from handlers.claims.expenses import Ride, childcare, meals, others, ride
from handlers.claims.occasions import ClaimOccasion
from handlers.claims.which import names_a_day, occasions_of
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

OF_A_RIDE = ("transport", "km", "fare", "taxi")
OF_A_MEAL = ("meal", "meal_price", "served")
PICTURED = (LineKind.TRANSPORT_FARE, LineKind.CHILDCARE, LineKind.OTHER, LineKind.MEAL)
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
    "what": Step.MENU,
    "receipt": Step.CLAIM_FARE,
    "confirm": Step.CLAIM_TOTAL,
}


@dialogue("claim", steps=STEPS, fits=names_a_day)
async def claim(talk: Talk) -> Reply:
    assert talk.person is not None
    if (left := await corrections.heard(talk)) is not None:
        return left
    when = await occasions_of(talk)
    payee = await payee_of(talk.session, talk.person.id)
    rates = await rates_of(talk.session, talk.installation.organisation_id, payee)
    facts = await _facts(talk, when, rates)
    lines = draft.lines_of(facts, rates)
    noted = await same_claim(talk.session, talk.person.id, facts.days, lines)
    others = await claims_of_days(talk.session, talk.person.id, facts.days) if noted is None else []
    open_one = await second.open_claim(talk.session, others, facts.days)
    new = await second.without_time_said_before(talk, others, open_one, lines)
    lines = await second.with_the_rest(talk, open_one, new)
    if noted is None and open_one is not None and await second.says_nothing_new(talk.session, open_one, lines):
        noted = open_one
    if not lines and not others:
        return text("claims-nothing-due", name=talk.installation.contact_name, phone=talk.installation.contact_phone)
    if noted is None and not lines:
        noted = others[-1]
    if noted is not None:
        return text("claims-already-noted", number=noted.number, total=Money(noted.total_cents))
    await second.told(talk, others, open_one)
    pictures = await _receipts(talk, new, rates)
    if not await _confirmed(talk, facts, lines):
        await corrections.what(talk)
        return await claim.script(talk)
    await standing.leave_doubles(talk, facts.days)
    if open_one is not None:
        return await acts.add_to(talk, open_one, lines, pictures)
    return await acts.submit(talk, facts, lines, pictures)


async def _facts(talk: Talk, when: Sequence[ClaimOccasion], rates: Sequence[RateOf]) -> ClaimStatement:
    halves, remote = await participation.half_days(talk, when, rates)
    afar = all(remote)  # nobody travels nor eats out to take part from home: what they said of it counts all the same
    rides = Ride() if afar and not _spoken_of(talk, *OF_A_RIDE) else await ride(talk, rates, when[0].day)
    number, paid = (0, None) if afar and not _spoken_of(talk, *OF_A_MEAL) else await meals(talk, when, rates)
    return ClaimStatement(
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


def _spoken_of(talk: Talk, *keys: str) -> bool:
    return any(key in talk.answers or key in talk.row.prefill for key in keys)


async def _receipts(talk: Talk, lines: Sequence[LineOf], rates: Sequence[RateOf]) -> dict[str, int | None]:
    """What a line pays for -> the message that brought its picture, or None for "no receipt".

    Asked only where the region wants one; a picture sent by itself goes to the first line paid at its price.
    """
    found: dict[str, int | None] = {}
    for line in lines:
        rate = rate_on(rates, line.kind, line.day or talk.installation.today(talk.now))
        if rate is None or not rate.receipt or line.kind not in RECEIPT_NAMES:
            continue
        prompt = text(RECEIPT_NAMES[line.kind], amount=Money(line.cents))
        given = await talk.photo(f"receipt:{draft.thing(line)}", prompt, options=(NO_RECEIPT,))
        found[draft.thing(line)] = given.get("incoming_id")
    loose = talk.answers.get("photo") or talk.start.get("photo")
    if loose is not None:
        fitting = [line for line in lines if found.get(draft.thing(line)) is None]
        if fitting:
            best = min(fitting, key=lambda line: PICTURED.index(line.kind) if line.kind in PICTURED else len(PICTURED))
            found[draft.thing(best)] = int(loose)
    return found


def _shown_of(facts: ClaimStatement, lines: Sequence[LineOf], *, dated: bool) -> dict[str, Any]:
    """What a claim's total is shown with."""
    shown = [draft.shown_line(line, dated=dated) for line in lines]
    return {"occasions": draft.shown_occasions(facts.occasions), "lines": shown, "total": Money(total(lines))}


async def _confirmed(talk: Talk, facts: ClaimStatement, lines: Sequence[LineOf]) -> bool:
    dated = len(facts.occasions) > 1
    prompt = text("claims-check", **_shown_of(facts, lines, dated=dated))
    assert talk.person is not None
    if not await own_claims(talk.session, talk.person.id, limit=1):  # who knows what it changes, with the first total
        house = talk.installation
        notice = text("claims-who-knows", name=house.contact_name, phone=house.contact_phone)
        prompt = text("claims-check-first", **_shown_of(facts, lines, dated=dated), notice=notice)
    corrections.say_what_went(talk, lines)
    shown = draft.facts_shown(facts, lines)
    return await talk.confirm("confirm", prompt, yes=YES, no=CORRECT, shown=shown, free_text=True)
