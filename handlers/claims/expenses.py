"""What someone spent to be there: the ride, the meal, the childcare, anything else. Each asked once, in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from db.claims import rules
from db.claims.rules import LineKind, RateOf
from handlers.claims import sentence
from handlers.claims.occasions import Occasion
from handlers.dialogue import Given, Talk, Unclear
from messages import Money, Option, Outgoing, text
from messages.sentences import amounts

NONE = Option("0", text("claims-option-none"))
RIDES = ("bus", "car", "taxi")
LONGEST_WORDS = 120
MOST_MEALS = 9


@dataclass(frozen=True, slots=True)
class Ride:
    kilometres: int = 0
    fare: int = 0
    taxi: int = 0
    why: str = ""


async def ride(talk: Talk, rates: Sequence[RateOf], day: dt.date) -> Ride:
    """Nothing, the bus at its price, the car by the kilometre, a taxi with the reason; a sentence may name several."""
    options = [Option("none", text("claims-option-no-ride")), Option("bus", text("claims-option-bus"))]
    if rules.rate_on(rates, LineKind.TRANSPORT_KM, day) is not None:
        options.append(Option("car", text("claims-option-car")))
    options.append(Option("taxi", text("claims-option-taxi")))

    def read(given: Given) -> str:
        """A number, or the whole thing in a sentence: "autobus 7,50 garde 40"."""
        if given.value is not None and all(part in (*RIDES, "none") for part in given.value.split("+")):
            return given.value
        said = sentence.read(given.text, talk.house.today(talk.now), talk.language)
        if "transport" not in said.offered:
            raise Unclear(text("claims-unclear-ride"))
        talk.row.offered = {**talk.row.offered, **said.offered}
        return str(said.offered["transport"])

    prompt = Outgoing(text("claims-which-ride"), tuple(options))
    taken = str(await talk.ask("transport", prompt, read, free_text=True)).split("+")
    fare = await talk.money("fare", text("claims-how-much-bus"), most=rules.MOST_CENTS) if "bus" in taken else 0
    kilometres = await _kilometres(talk) if "car" in taken else 0
    taxi = await talk.money("taxi", text("claims-how-much-taxi"), most=rules.MOST_CENTS) if "taxi" in taken else 0
    why = await talk.words("taxi_why", text("claims-why-taxi"), longest=LONGEST_WORDS) if taxi else ""
    return Ride(kilometres, fare, taxi, why)


async def _kilometres(talk: Talk) -> int:
    def read(given: Given) -> int:
        found = amounts.number(given.text)
        if found is None or not 0 < found <= rules.MOST_KILOMETRES:
            raise Unclear(text("claims-unclear-km", most=rules.MOST_KILOMETRES))
        return rules.whole_kilometres(found)

    return int(await talk.ask("km", Outgoing(text("claims-how-far")), read))


async def meals(talk: Talk, when: Sequence[Occasion], rates: Sequence[RateOf]) -> tuple[int, int | None]:
    """(how many, the price paid for all or None). Not asked when a meal was served; claimed anyway, it is checked."""
    if talk.row.offered.get("meal", "0") != "0":
        talk.keep("meal_said", True)
    if "meal_paid" in talk.row.offered:
        talk.keep("meal_paid", int(talk.row.offered["meal_paid"]))
        talk.row.offered = {k: v for k, v in talk.row.offered.items() if k != "meal_paid"}
    rate = rules.rate_on(rates, LineKind.MEAL, when[0].day)
    unknown = "meal" not in talk.answers and "meal" not in talk.row.offered
    if unknown and (rate is None or all(occasion.meal_served for occasion in when)):
        return 0, None
    cost = Money(rate.cents or rate.max_cents or 0) if rate is not None else Money(0)
    options = (NONE, Option(str(len(when)), text("claims-option-meal", amount=cost)))
    count = await talk.number("meal", text("claims-any-meal"), most=MOST_MEALS, options=options)
    if count and talk.answers.get("meal_said"):
        served = (Option("no", text("claims-option-not-served")), Option("yes", text("claims-option-served")))
        if await talk.choose("served", text("claims-was-meal-served"), served) == "yes":
            return 0, None
    paid = talk.answers.get("meal_paid")
    if count and paid is None and rate is not None and rate.cents is None:
        paid = await talk.money("meal_price", text("claims-how-much-meal"), most=rules.MOST_CENTS)
    return count, paid


async def childcare(talk: Talk) -> int:
    return await talk.money("childcare", text("claims-any-childcare"), most=rules.MOST_CENTS, options=(NONE,))


async def others(talk: Talk) -> tuple[tuple[int, str], ...]:
    """Anything else: what it was and how much, in one line."""

    def read(given: Given) -> list[list[object]]:
        if given.value == NONE.value:
            return []
        found = amounts.money(given.text)
        if len(found) != 1 or found[0].negative or not 0 < found[0].cents <= rules.MOST_CENTS:
            raise Unclear(text("claims-unclear-other"))
        what = " ".join((given.text[: found[0].start] + " " + given.text[found[0].end :]).split())
        return [[found[0].cents, what[:LONGEST_WORDS].strip(" ,.:;-")]]

    if isinstance(talk.row.offered.get("other"), list) and "other" not in talk.answers:
        talk.keep("other", talk.row.offered["other"])
    prompt = Outgoing(text("claims-any-other"), (NONE,))
    kept = await talk.ask("other", prompt, read, free_text=True)
    return tuple((int(cents), str(what)) for cents, what in kept)
