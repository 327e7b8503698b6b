"""Putting right what a summary shows: a sentence ("garde 30"), a picture of a receipt, or a choice among the lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from db.claims.rules import COMPENSATION, LineKind, LineOf
from handlers.claims import acts, draft, elsewhere, occasions, odd_sums, sentence, shared, sums
from handlers.claims.sentence import Claimed
from handlers.dialogue import Given, Talk
from handlers.turn import Reply
from messages import Kind, Money, Option, Text, text
from messages.keywords import Keyword, fold, read_yes_no
from messages.reading import Context, Meaning, Step, outright, read, said_again

GROUPS = {
    "participation": ("halves", "halves_said", "halves_unsure", "amount_said"),
    "transport": ("transport", "fare", "km", "taxi", "taxi_why", "fare_parts", "taxi_parts"),
    "meal": ("meal", "meal_said", "meal_paid", "meal_price", "served", "meal_price_parts"),
    "childcare": ("childcare", "childcare_parts"),
    "other": ("other",),
}
AT_THE_END = ("confirm", "what")
PRICED = ("fare", "taxi", "meal_paid", "childcare")
SAID_LAST = "said_last"  # the prices that the last message gave
IN_THEIR_WORDS = ("meeting", "activity", "taxi_why")
STEPS_OF = {
    "fare": Step.CLAIM_FARE, "taxi": Step.CLAIM_FARE, "km": Step.CLAIM_KM, "meal": Step.CLAIM_MEAL,
    "meal_price": Step.CLAIM_MEAL, "childcare": Step.CLAIM_CHILDCARE, "other": Step.NOTHING,
}  # fmt: skip
SURE = 0.85
SHOWN = "shown"  # the lines of the last total
OTHERS_BEFORE = "others_before"  # what stays while something else is asked for again
ASKED_AGAIN = "asked_again"  # the lines that were said to be wrong, and asked again one by one
RECEIPT = "receipt"  # the questions that wait for a picture themselves


async def heard(talk: Talk) -> Reply:
    """What was written instead of yes or no at the summary. Something to say ends the dialogue; None goes on."""
    given = talk.given
    if given is None:
        return None
    if _is_picture(given) and not (talk.asked_key or "").startswith(RECEIPT):
        talk.given = None
        talk.keep("photo", given.incoming_id)
        talk.said.append(text("claims-photo-kept"))
        return None
    if talk.asked_key not in AT_THE_END:
        return await _beside(talk, given)
    said = named(given.text, talk.installation.today(talk.now), talk.language)
    if said.declined:
        talk.given = None
        await acts.decline(talk.acting, talk.person, meeting_id=_meeting(talk))
        return text("claims-declined")
    if not (said.offered or said.missing or said.dates) and talk.asked_key == "confirm":
        said = replace(_rather(talk, given.text), odd=said.odd)
    # "oui mais la garde c'est 30" puts it right before anything is sent.
    if said.offered or said.missing or said.dates or said.odd:
        talk.given = None
        await take(talk, said)
    elif given.value is None and talk.asked_key == "confirm" and _is_not_right(given.text):
        talk.given = replace(given, value="no", sure=True)  # "non c pas bon": which line, is asked
    return None


def _rather(talk: Talk, words: str) -> Claimed:
    """ "non 45": the one sum that was said last, or the only one that was paid; of no line when there are several."""
    only = said_again.only_sum(words)
    priced = {**talk.row.prefill, **talk.answers}
    paid = [key for key in PRICED if priced.get(key) not in (None, "", "0", [])]
    named = talk.answers.get(SAID_LAST, paid)
    if only is None or only.each or len(named) != 1 or named[0] not in paid:
        return Claimed(words)
    return Claimed(words, offered={named[0]: str(round(only.value * 100))})


def _is_not_right(words: str) -> bool:
    """ "non c pas bon", or a sum alone that is of no line more than of another."""
    if said_again.only_sum(words) is not None:
        return True
    return read_yes_no(next(iter(words.split()), "").strip(",.!")) is Keyword.NON


def named(words: str, today: dt.date, language: str) -> Claimed:
    """What a sentence says of a claim, or else each sum that it names."""
    said = sentence.read(words, today, language)
    summed = sums.corrected(words)
    if not (said.offered or summed.offered) and outright.says(outright.FORGOT_A_MEAL, words):
        return replace(said, offered={"meal": "1"})  # at the price of the table, said back
    said = said if said.offered or summed.doubtful else replace(said, offered=summed.offered)
    return shared.with_parts(odd_sums.without(said))


async def _beside(talk: Talk, given: Given) -> Reply:
    """Sums for other questions than the one that is asked are kept for theirs; laisse faire, in words, drops it all."""
    key = talk.asked_key or ""
    if key in IN_THEIR_WORDS and given.value is None and _gives_up(given.text):
        return text("claims-cancelled")
    if given.value is not None or key in ("activity", "taxi_why"):
        return None
    if key not in sums.ASKED:
        return await _beside_a_choice(talk, given, key)
    said = sums.said(given.text, key, STEPS_OF[key])
    if not said.offered or said.doubtful:
        return None
    offered = shared.offered_with_parts(given.text, said.offered)
    await take(talk, Claimed(given.text, offered=offered), asked=key)
    if said.own is None:
        talk.given = None
        talk.said += noted(said.offered)
    return None


async def _beside_a_choice(talk: Talk, given: Given, key: str) -> Reply:
    """Sums said where a ride, a time, a meeting or a receipt is asked: kept, and the question comes back."""
    if key.startswith(RECEIPT) and given.reading is not None and given.reading.has(Meaning.LOST_RECEIPT, Meaning.NO):
        talk.given = replace(given, value="none", sure=True)
        return None
    said = named(given.text, talk.installation.today(talk.now), talk.language)
    if not said.offered or (key == "transport" and "transport" in said.offered):
        return None
    await take(talk, replace(said, dates=()), asked=key)
    if key != "meeting" or not said.dates:
        talk.given = None
        talk.said += noted(said.offered)
    return None


def noted(offered: Mapping[str, Any]) -> list[Text]:
    """Said of sums that are kept for later in the claim."""
    lines = [_shown(name, offered) for name in _named(offered)]
    return [text("claims-noted-beside", lines=lines)] if lines else []


def _gives_up(words: str) -> bool:
    """Read as it would be at the total; only where the question takes words as they are."""
    best = read(words, Context.of_code(Step.CLAIM_TOTAL))[0]
    return best.has(Meaning.CANCEL_CLAIM) and best.confidence > SURE


def _named(offered: Mapping[str, Any]) -> list[str]:
    return [name for name in ("fare", "taxi", "km", "meal_paid", "childcare", "other") if offered.get(name)]


def _shown(name: str, offered: Mapping[str, Any]) -> Text:
    """A sum as it is written in the summary."""
    if name == "km":
        return text("claims-noted-km", km=draft.plain_number(float(offered["km"])))
    if name == "other":
        cents, what = offered["other"][0]
        return (
            text("claims-line-named", what=what, amount=Money(cents))
            if what
            else text("claims-line-other", amount=Money(cents))
        )
    lines = {"fare": "claims-line-fare", "taxi": "claims-line-taxi", "childcare": "claims-line-childcare"}
    if name == "meal_paid":
        return text("claims-line-meal", count=1, amount=Money(int(offered[name])))
    return text(lines[name], amount=Money(int(offered[name])))


def _is_picture(given: Given) -> bool:
    """A receipt photographed before anyone asked for it: at any question, it goes with the claim."""
    message = given.incoming
    return message is not None and bool(message.media) and message.kind is not Kind.VOICE


async def take(talk: Talk, said: Claimed, *, asked: str = "") -> None:
    """The values named replace those shown; the same ones again were simply noted already."""
    assert talk.person is not None
    offered = dict(said.offered)
    talk.said += odd_sums.told(said)
    meant = await occasions.meetings_meant(
        talk.session, talk.person.id, said.dates, said.words, talk.installation.today(talk.now)
    )
    if await elsewhere.named(talk.session, talk.person.id, said, meant, talk.installation.today(talk.now)):
        talk.said.append(await elsewhere.for_a_person(talk))
        return
    if meant:
        offered["meeting"] = ",".join(str(m.id) for m in meant)
    again = all(_same(talk.answers.get(key), value) for key, value in offered.items())
    if again and not (asked or said.missing or said.odd):
        talk.said.append(text("claims-noted-already"))
        return
    taken = str(talk.answers.get("transport") or talk.row.prefill.get("transport") or "none")
    if "transport" in offered:
        offered["transport"] = _both_rides(taken, str(offered["transport"]))
    if (left := offered.pop(sums.WITHOUT, None)) is not None:
        offered["transport"] = "+".join(ride for ride in taken.split("+") if ride != left) or "none"
    talk.keep(SAID_LAST, [key for key in PRICED if offered.get(key)] if "other" not in offered else ["other"])
    if "other" in offered:
        before = talk.answers.get("other") or talk.row.prefill.get("other") or talk.answers.get(OTHERS_BEFORE) or []
        now = offered["other"]
        offered["other"] = all_others(before, now) if now else _without_those_named(before, said.words)
    changed = (
        set(offered) | said.missing | shared.asked_for(offered) | {"served" if "meal" in offered else "", "confirm"}
    )
    talk.row.answers = {key: value for key, value in talk.row.answers.items() if key not in changed}
    talk.row.prefill = {**shared.settled(talk.row.prefill, offered), **offered}


def all_others(before: list[list[Any]], now: list[list[Any]]) -> list[list[Any]]:
    """What was there stays; the same thing said again takes its new sum."""
    named = {fold(str(what)) for _cents, what in now}
    return [*(line for line in before if fold(str(line[1])) not in named), *now]


def _without_those_named(before: list[list[Any]], words: str) -> list[list[Any]]:
    """ "enlève le parking": the one that is named goes, and so does the only one, whatever it is called."""
    said = fold(words)
    return [line for line in before if len(before) > 1 and fold(str(line[1])) not in said]


def _same(kept: object, offered: object) -> bool:
    return kept == offered or (kept is not None and str(kept) == str(offered))


def _both_rides(before: str, now: str) -> str:
    """ "autobus 9" puts the bus right, and leaves the car that was there."""
    kinds = [kind for kind in dict.fromkeys([*before.split("+"), *now.split("+")]) if kind != "none"]
    return "+".join(kinds) or "none"


async def what(talk: Talk) -> None:
    """Which line is wrong: it is asked again, and nothing else."""
    options = [Option(name, text(f"claims-fix-{name}")) for name in GROUPS]
    chosen = await talk.choose("what", text("claims-what-is-wrong"), options)
    dropped = {*GROUPS[chosen], *AT_THE_END}
    if chosen == "other":
        talk.keep(OTHERS_BEFORE, talk.answers.get("other") or [])
    else:
        talk.keep(ASKED_AGAIN, [*talk.answers.get(ASKED_AGAIN, []), chosen])
    talk.row.answers = {key: value for key, value in talk.row.answers.items() if key not in dropped}
    talk.row.prefill = {key: value for key, value in talk.row.prefill.items() if key not in dropped}
    if chosen == "participation":
        talk.keep("ask_halves", True)


def say_what_went(talk: Talk, lines: Sequence[LineOf]) -> None:
    """A line that was shown at the total before and is not there now is said to be gone; kept for the next total.

    Not what was asked again by itself and answered with a no.
    """
    before = [
        LineOf(LineKind(kind), quantity, cents, note=note)
        for kind, quantity, cents, note in talk.row.memo.get(SHOWN, [])
    ]
    there = {draft.thing(line) for line in lines}
    answered = {*talk.answers.get(ASKED_AGAIN, [])} - {"transport"}
    gone = [
        line
        for line in before
        if line.kind not in COMPENSATION and draft.thing(line) not in there and draft.group_of(line) not in answered
    ]
    if gone:
        talk.said.append(text("claims-taken-away", lines=[draft.shown_line(line) for line in gone]))
    talk.keep_memo(SHOWN, [[line.kind.value, line.quantity, line.cents, line.note] for line in lines])


def _meeting(talk: Talk) -> int | None:
    first = str(talk.answers.get("meeting", "")).split(",")[0]
    return int(first) if first.isdecimal() else None
