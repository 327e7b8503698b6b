"""The slots of a reading: digits, sums, days, names, a language, what is asked about, what the danger is.

Only those that its meanings call for: a day named in words for the table is one of their words, not an appointment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from messages.reading.context import Context
from messages.reading.details import days, kind_to_stop
from messages.reading.findings import Findings
from messages.reading.heads import ABOUT, RISKS
from messages.reading.labels import Meaning, Step
from messages.reading.money import MoneySaid, Sum, kinds_named
from messages.reading.money_words import REMOVED
from messages.reading.naming import names, names_of_others, signed_by
from messages.reading.numbers import readable
from messages.reading.text import plain
from messages.reading.types import Slots
from messages.reading.whole import Exact

M = Meaning
RISKY = -0.35
OF_MONEY = frozenset({M.CLAIM, M.AMOUNT, M.KM, M.CORRECT, M.MONEY_STATUS, M.LOST_RECEIPT})
ANSWERED = frozenset({M.YES, M.NO, M.NUMBER, M.UNKNOWN, M.QUESTION})
OF_WORDS = frozenset({Step.COLLECTING, Step.READ_BACK, Step.OFFER_TO_CARRY, Step.COMMENT_KEPT})
DATED = frozenset(
    {
        M.COMING, M.ABSENT, M.MAYBE, M.LATE, M.CLAIM, M.AMOUNT, M.CANCEL_CLAIM, M.MONEY_STATUS, M.OTHER_PERSON, M.PAUSE,
        M.PROPOSE, M.WITHDRAW, M.CORRECT, M.LESS,
    }
)  # fmt: skip
NAMED = frozenset({M.NAME, M.RENAME, M.OTHER_PERSON, M.STOP})
# What each digit of a claim's list says was paid: by car, by bus or taxi, on foot; a meal or none; no childcare.
BY_DIGIT: Mapping[Step, Mapping[int, Sum]] = {
    Step.CLAIM_RIDE: {1: Sum("car"), 2: Sum("fare"), 3: Sum("walk")},
    Step.CLAIM_MEAL: {1: Sum("meal", 0), 2: Sum("meal", 2000)},
    Step.CLAIM_CHILDCARE: {1: Sum("childcare", 0)},
}
BY_YES_OR_NO: Mapping[tuple[Step, Meaning], Sum] = {
    (Step.CLAIM_MEAL, M.YES): Sum("meal", 2000),
    (Step.CLAIM_MEAL, M.NO): Sum("meal", 0),
    (Step.CLAIM_CHILDCARE, M.NO): Sum("childcare", 0),
}
A_MEAL = 2000  # cents
NOT_EATEN = re.compile(r"\b(?:rien mange|pas mange|mange rien|did ?n.?t eat|ate nothing|no comi)\b")
BEFORE_DIGIT = frozenset({"le", "la", "l", "numero", "no", "#", "the", "number", "el", "nouvelle", "choix", "option"})
DIGESTS = frozenset({Step.DIGEST, Step.OLD_DIGEST})
RIDES = frozenset({"car", "fare", "walk", "bike", "other"})
NOT_READ = re.compile(r"\b(?:no|not|pas|pa|pap|dont|don't|cant|can't|mal|poco|understand|entien\w+|konprann)\b")
NOT_SPOKEN = re.compile(
    r"\b(?:parle|comprends|lis|sais|connais|speak|understand|read)\b (?:\w+ ){0,2}?(?:pas|plus|mal)\b"
    r"|\b(?:not|dont|don't|cant|can't|no|pa|ne) (?:\w+ )?"
    r"(?:parle|speak|read|understand|hablo|entiendo|leo|pale|konprann)\b"
)
LANGUAGES = (
    ("ht", ("kreyol", "creole")),
    ("es", ("espanol", "espagnol")),
    ("en", ("english", "anglais", "inglish")),
    ("fr", ("francais", "fransais", "french", "frances", "franse")),
)


def slots_of(
    meanings: tuple[Meaning, ...],
    found: Findings,
    scores: Mapping[str, float],
    context: Context,
    said: MoneySaid,
    exact: Exact | None,
) -> Slots:
    """What these meanings of a message carry. `exact`: the rule that read them, when one did."""
    about = exact.about if exact else ""
    if M.QUESTION in meanings and not about:
        about = max(ABOUT, key=lambda name: scores["about " + name])
    digits = exact.digits if exact else _leading_digit(meanings, found, context)
    sums = _sums(meanings, digits, said, found, context.step, bool(exact))
    return Slots(
        digits=digits,
        sums=sums,
        when=days(found.text, pausing=M.PAUSE in meanings) if not exact and DATED & set(meanings) else (),
        names=_names(meanings, found, context),
        language=(exact.language if exact else "") or (_language(found) if M.LANGUAGE in meanings else ""),
        about=about,
        risks=tuple(risk for risk in RISKS if M.DISTRESS in meanings and scores["risk " + risk] > RISKY),
        kind=kind_to_stop(found.text) if M.STOP_KIND in meanings else "",
        words=found.text.strip(),
        doubtful=said.doubtful and _pays(meanings, context.step),
    )


def _pays(meanings: tuple[Meaning, ...], step: Step) -> bool:
    """Whether a sum of the message is one that somebody paid, or was paid."""
    if step in OF_WORDS:
        return bool(set(meanings) & (OF_MONEY - {M.CORRECT}))
    asked = step.startswith("K") and step is not Step.CLAIM_TOTAL and bool(ANSWERED & set(meanings))
    return asked or bool(OF_MONEY & set(meanings))


def _sums(
    meanings: tuple[Meaning, ...],
    digits: tuple[int, ...],
    said: MoneySaid,
    found: Findings,
    step: Step,
    by_rule: bool,
) -> tuple[Sum, ...]:
    """The sums, completed by what the question open takes for granted: a meal is 20 $, no childcare is nothing."""
    if digits and by_rule:
        return tuple(BY_DIGIT.get(step, {})[digit] for digit in digits if digit in BY_DIGIT.get(step, {}))
    if not _pays(meanings, step):
        return ()
    sums = list(said.sums)
    if not sums:
        sums = [one for (at, meaning), one in BY_YES_OR_NO.items() if at is step and meaning in meanings]
    low = readable(found.text)
    if M.CLAIM in meanings or step is Step.CLAIM_RIDE:
        sums += _meals_taken(low, sums)
        if step is Step.CLAIM_RIDE or not sums:
            rides = [kind for _, _, kind in kinds_named(low) if kind in RIDES]
            sums += [Sum(kind) for kind in dict.fromkeys(rides) if not any(one.kind == kind for one in sums)]
    if M.KM in meanings and not sums:
        sums = [Sum("car")]
    return tuple(sums)


def _meals_taken(low: str, sums: list[Sum]) -> list[Sum]:
    """The meal that a claim names without its sum: what a meal is paid; nothing when they ate none."""
    if any(one.kind == "meal" for one in sums):
        return []
    named = [(start, end) for start, end, kind in kinds_named(low) if kind == "meal"]
    if not named:
        return [Sum("meal", 0)] if NOT_EATEN.search(low) else []
    return (
        [Sum("meal", A_MEAL)] if any(not REMOVED.search(low[max(start - 30, 0) : start]) for start, _ in named) else []
    )


def _leading_digit(meanings: tuple[Meaning, ...], found: Findings, context: Context) -> tuple[int, ...]:
    """ "1 mais jarrive a 2h": the digit that opens a message when it says the same as the words; the one thing of a
    digest that is named."""
    if M.NUMBER in meanings and context.step in DIGESTS and M.QUESTION not in meanings:
        return _labelled(found, context)
    if not found.has("leading number") or found.has("has money"):
        return ()
    first = int(found.said[0])
    meant = context.options.get(first)
    if meant is None or (len(found.said) > 1 and found.said[1] in ("x", "km", "h", "fois", "$")):
        return ()
    return (first,) if meant in meanings or M.NUMBER in meanings else ()


def _labelled(found: Findings, context: Context) -> tuple[int, ...]:
    """The digit of the one label that these words name, or that they say in a few words; none when several are."""
    places = [place for place, word in enumerate(found.said) if word.isdigit() and int(word) in context.options]
    digits = [int(found.said[at]) for at in places if at == 0 or found.said[at - 1] in BEFORE_DIGIT]
    said = {word.rstrip("s") for word in found.said} | {word[:-1] for word in found.said if word.endswith("s")}
    named = [place for place, label in enumerate(context.labels, 1) if plain(label).rstrip("s") in said]
    return tuple(digits[:1] or (named if len(named) == 1 else []))


def _names(meanings: tuple[Meaning, ...], found: Findings, context: Context) -> tuple[str, ...]:
    """Whose name is said: the person's, that of whom they speak of, or who signs."""
    if context.step is Step.JOIN_NAME and not set(meanings) & {M.NAME, M.RENAME, M.OTHER_PERSON}:
        return ()
    if M.OTHER_PERSON in meanings and (theirs := names_of_others(found.text)):
        return theirs
    if context.step is Step.JOIN_NAME or NAMED & set(meanings):
        return names(found.text, context.step) or (names_of_others(found.text) if M.RENAME in meanings else ())
    return signed_by(found.text)


def _language(found: Findings) -> str:
    """The language asked for; the one that is written, when it is another one that they do not read."""
    written = next((name[3:] for name in found.names if name.startswith("in ")), "fr")
    said = " ".join(found.said)
    named = next((name for name, marks in LANGUAGES if any(mark in said for mark in marks)), "")
    if named and (written in (named, "mix") or not NOT_READ.search(said)):
        return "" if named == written and NOT_SPOKEN.search(said) else named  # "je parle pas francais", in French
    return written if written != "mix" else named
