"""What someone spent to be there: the ride, the meal, the childcare, anything else. Each asked once, in plain words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from db.claims import rules
from db.claims.rules import LineKind, RateOf
from handlers.claims import corrections, sentence, shared, sums
from handlers.claims.occasions import ClaimOccasion
from handlers.claims.odd_sums import odd, wanted
from handlers.dialogue import Given, Talk, Unclear
from messages import Money, Option, Outgoing, Text, text
from messages.keywords import fold
from messages.reading import Meaning, Step
from messages.reading.said_again import STARTS_WITH_NO
from messages.sentences.claims.vocabulary import kind_of

NONE = Option("0", text("claims-option-none"))
TAKE_AWAY = Option("drop", text("claims-option-take-away"))
RIDES = ("bus", "car", "taxi")
LONGEST_WORDS = 120
MOST_MEALS = 9
WITHOUT_NOUN = "sum_without_noun"  # cents said of something that was not named yet
COUNT = re.compile(r"\W*(\d) ([a-z]+)\W*$")  # "2 repas"


@dataclass(frozen=True, slots=True)
class Ride:
    kilometres: float = 0
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
        said = sentence.read(given.text, talk.installation.today(talk.now), talk.language)
        if "transport" not in said.offered:
            raise Unclear(text("claims-unclear-ride"))
        talk.row.prefill = {**talk.row.prefill, **shared.with_parts(said).offered}
        return str(said.offered["transport"])

    prompt = Outgoing(text("claims-which-ride"), tuple(options))
    taken = str(await talk.ask("transport", prompt, read, free_text=True)).split("+")
    fare = await _paid(talk, "fare", text("claims-how-much-bus"), Step.CLAIM_FARE) if "bus" in taken else 0
    kilometres = await _kilometres(talk) if "car" in taken else 0
    taxi = await _paid(talk, "taxi", text("claims-how-much-taxi"), Step.CLAIM_FARE) if "taxi" in taken else 0
    why = await talk.words("taxi_why", text("claims-why-taxi"), longest=LONGEST_WORDS) if taxi else ""
    return Ride(kilometres, fare, taxi, why)


async def _kilometres(talk: Talk) -> float:
    def read(given: Given) -> float:
        said = sums.said(given.text, "km", Step.CLAIM_KM)
        if said.own is None or said.doubtful or not 0 < (said.own.km or 0) <= rules.MOST_KILOMETRES:
            raise Unclear(text("claims-unclear-km", most=rules.MOST_KILOMETRES))
        return rules.kilometres(said.own.km or 0)

    return float(await talk.ask("km", Outgoing(text("claims-how-far")), read))


async def _paid(talk: Talk, key: str, prompt: Text, step: Step, options: Sequence[Option] = ()) -> int:
    """What was paid, in cents. A digit alone where a list is shown is no sum: the list does not have it.

    A sum that can be read two ways is asked with both of them.
    """
    shared.heard(talk, key)
    ways = shared.options(talk, key)
    if ways:
        prompt, options = text("claims-which-part"), ways

    def read(given: Given) -> int:
        if given.value is not None:
            return int(given.value)
        said = sums.said(given.text, key, step)
        cents = said.own.cents if said.own is not None else None
        stray = (
            bool(options)
            and str(cents) not in {way.value for way in ways}
            and given.text.strip().isdecimal()
            and len(given.text.strip()) == 1
        )
        if cents is None and given.reading is not None and given.reading.meanings == (Meaning.NO,) and given.sure:
            cents = 0
        if cents is None or stray or said.doubtful or not 0 <= cents <= rules.MOST_CENTS or odd(given.text):
            raise Unclear(wanted(given.text))
        return cents

    return int(await talk.ask(key, Outgoing(prompt, tuple(options)), read, free_text=True))


async def meals(talk: Talk, when: Sequence[ClaimOccasion], rates: Sequence[RateOf]) -> tuple[int, int | None]:
    """(how many, the price paid for all or None). Not asked when a meal was served; claimed anyway, it is checked."""
    if talk.row.prefill.get("meal", "0") != "0":
        talk.keep("meal_said", True)
    if "meal_paid" in talk.row.prefill:
        talk.keep("meal_paid", int(talk.row.prefill["meal_paid"]))
        talk.row.prefill = {k: v for k, v in talk.row.prefill.items() if k != "meal_paid"}
    rate = rules.rate_on(rates, LineKind.MEAL, when[0].day)
    unknown = "meal" not in talk.answers and "meal" not in talk.row.prefill
    if unknown and (rate is None or all(occasion.meal_served for occasion in when)):
        return 0, None
    cost = Money(rate.cents or rate.max_cents or 0) if rate is not None else Money(0)
    options = (NONE, Option(str(len(when)), text("claims-option-meal", amount=cost)))
    count = int(
        await talk.ask("meal", Outgoing(text("claims-any-meal"), options), _how_many(talk, len(when)), free_text=True)
    )
    if count and talk.answers.get("meal_said"):
        served = (Option("no", text("claims-option-not-served")), Option("yes", text("claims-option-served")))
        if await talk.choose("served", text("claims-was-meal-served"), served) == "yes":
            return 0, None
    paid = talk.answers.get("meal_paid")
    doubtful = bool(shared.options(talk, "meal_price"))
    if count and paid is None and rate is not None and (rate.cents is None or doubtful):
        paid = await _paid(talk, "meal_price", text("claims-how-much-meal"), Step.CLAIM_MEAL)
    return count, paid


def _is_a_count(words: str) -> bool:
    """A bare small number may be how many meals; "20" is what they cost."""
    bare = words.strip()
    return bare.isdecimal() and int(bare) <= MOST_MEALS


def _how_many(talk: Talk, meetings: int) -> Callable[[Given], int]:
    """How many meals: yes and no, a count ("2 repas"), or what they cost."""

    def read(given: Given) -> int:
        if given.value is not None:
            return int(given.value)
        said = sentence.read(given.text, talk.installation.today(talk.now), talk.language).offered
        said = shared.offered_with_parts(given.text, said)
        counted = COUNT.match(fold(given.text))
        found = sums.said(given.text, "meal", Step.CLAIM_MEAL)
        own = None if found.doubtful else found.own
        answer = given.reading if given.sure else None
        if "meal" in said:
            count, paid = int(said["meal"]), said.get("meal_paid")
            talk.row.prefill = {**talk.row.prefill, **{k: v for k, v in said.items() if k.endswith(shared.PARTS)}}
        elif counted is not None and kind_of(counted[2]) == "meal":
            count, paid = int(counted[1]), None
        elif own is not None and not _is_a_count(given.text):
            count, paid = (meetings if own.cents else 0), own.cents
        elif answer is not None and answer.has(Meaning.YES, Meaning.NO):
            count, paid = (meetings if answer.has(Meaning.YES) else 0), None
        else:
            raise Unclear(text("dialogue-unclear-choice"))
        if not 0 <= count <= MOST_MEALS:
            raise Unclear(text("dialogue-unclear-choice"))
        if count and paid is not None:
            talk.keep("meal_paid", int(paid))
        return count

    return read


def _wants_its_noun(given: Given, what: str) -> bool:
    """A sum, and not what it was for. A digit alone, where a list is shown, is no sum; "non c'est 40" is of another."""
    stray = given.text.strip().isdecimal() and len(given.text.strip()) == 1
    return not what and not stray and not STARTS_WITH_NO.search(fold(given.text))


async def childcare(talk: Talk) -> int:
    return await _paid(talk, "childcare", text("claims-any-childcare"), Step.CLAIM_CHILDCARE, (NONE,))


async def others(talk: Talk) -> tuple[tuple[int, str], ...]:
    """Anything else: what it was and how much, in one line."""

    def read(given: Given) -> list[list[object]]:
        if given.value == TAKE_AWAY.value:
            return []
        if given.value == NONE.value or (given.sure and given.reading is not None and given.reading.has(Meaning.NO)):
            return before
        said = sums.said(given.text, "other", Step.NOTHING)
        cents = said.own.cents if said.own is not None else None
        what = sums.what(given.text, said.own.kind if said.own is not None else "")
        waiting = talk.row.memo.get(WITHOUT_NOUN)
        if waiting and cents is None and what and not said.doubtful:  # what the sum said just before is for
            cents, what = int(waiting), sums.FOR.sub("", what)
        elif cents is not None and 0 < cents <= rules.MOST_CENTS and not said.doubtful and _wants_its_noun(given, what):
            talk.keep_memo(WITHOUT_NOUN, cents)
            raise Unclear(text("claims-what-for", amount=Money(cents)))
        if cents is None or said.doubtful or not what or not 0 < cents <= rules.MOST_CENTS or odd(given.text):
            raise Unclear(text("claims-unclear-other"))
        return corrections.all_others(before, [[cents, what[:LONGEST_WORDS]]])

    before: list[list[object]] = list(talk.answers.get(corrections.OTHERS_BEFORE) or [])
    if isinstance(talk.row.prefill.get("other"), list) and "other" not in talk.answers:
        talk.keep("other", talk.row.prefill["other"])
    prompt = Outgoing(text("claims-any-other"), (NONE,))
    if before:
        shown = [text("claims-line-named", what=what, amount=Money(int(str(cents)))) for cents, what in before]
        prompt = Outgoing(
            text("claims-any-other-more", lines=shown), (Option("0", text("claims-option-all")), TAKE_AWAY)
        )
    kept = await talk.ask("other", prompt, read, free_text=True)
    return tuple((int(cents), str(what)) for cents, what in kept)
