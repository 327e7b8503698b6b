"""One place reads: what a message means in its context, ranked, with its slots and how sure.

    read("jpeux pas mardi, dites que le frigo serait mieux à l'école", Context.of_code("R"))[0].written()  ->
    "absent + comment"

Exact rules first; where they have nothing to say, the classifier weighs letters, words, concepts and findings.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from messages.reading import outright
from messages.reading.agreed import with_digit, with_plain_wishes, with_stop_beside
from messages.reading.asked import with_missing, with_questions
from messages.reading.claimed import with_claims
from messages.reading.confidence import confidence
from messages.reading.context import Context
from messages.reading.doubts import doubt
from messages.reading.evidence import (
    with_absence,
    with_agreement,
    with_evidence,
    with_perhaps,
    with_what_is_said,
    with_yes,
)
from messages.reading.exact import OWN_AGE, exactly
from messages.reading.features import Clues, clues
from messages.reading.findings import Findings, find
from messages.reading.heads import MEANINGS
from messages.reading.in_care import BY_ANOTHER, OF_A_THING, SAFE
from messages.reading.labels import Meaning, Step
from messages.reading.money import money
from messages.reading.needs import with_needs
from messages.reading.not_a_presence import with_no_presence
from messages.reading.second_thoughts import asks_to_be_left
from messages.reading.slots import slots_of
from messages.reading.together import together
from messages.reading.types import Reading
from messages.reading.weights import weights
from messages.reading.whole import DANGERS
from messages.reading.worded import with_words

RULE = 0.97  # what an exact rule is worth
SURE = 0.8
# Above, a message is read as distress whatever else it says: sooner when its words name a danger, later when they joke.
IN_DANGER = -0.45
NAMED_DANGER = -0.5
FIGURE = 0.05
ALREADY_HEARD = -0.1  # someone in care speaks of other things too, and a person reads all of it
# From here on a distress alerts at once; below, it is asked about kindly. Sooner when its words name a danger.
PLAIN = 0.2
PLAIN_NAMED = -0.1
PLAIN_FIGURE = 0.5
CLEARLY = 0.75  # another meaning above a faint distress that no word names
CLEARLY_WORDS = 1.2  # the same while words are written: what happens to someone is told in them
THIN = 2  # words
CRY = 3
FEWEST_LETTERS = 3
LOOKED_AT = 600  # letters, by a quick look
# "jpeux pu", of coming or of living: they are asked.
MAY_BE_AN_ABSENCE = re.compile(
    r"(?:la |ben |non |finalement |scusez |desole )?(?:je |on )?peux (?:plus|pas)(?: la| finalement| !)?"
)
OF_SOMEBODY = frozenset(
    {
        "je", "jai", "moi", "me", "ma", "mon", "mes", "on", "nous", "nos", "notre", "elle", "il", "ils", "elles",
        "enfants", "enfant", "flos", "petits", "petite", "petit", "bebe", "famille", "gars", "fille", "mere", "pere",
        "i", "my", "we", "our", "us", "he", "she", "they", "kids", "children", "baby", "yo", "mi", "mis", "hijos",
        "ninos", "mwen", "m", "nou", "timoun", "pitit", "li", "quelqu", "personne", "voisine", "voisin", "madame",
    }
)  # fmt: skip
COUNTED = 3  # readings given back
STRANGE = 0.4  # share of words met in training: below, nothing is done on words alone


def clues_of(text: str, step: Step) -> Clues:
    """The clues of a message, as they are made in training."""
    found = find(text)
    return clues(found.text, step, found.names)


def read(message: str, context: Context) -> list[Reading]:
    """The readings of a message, the likeliest first; never empty. Pure, never raises."""
    found = find(message)
    noticed = clues(found.text, context.step, found.names)
    readings = ranked(found, weights().scores(noticed), context)
    if weights().share_met(noticed) < STRANGE and not readings[0].has(Meaning.NAME):
        readings = [replace(one, doubt="words never met") if one.why == "words" else one for one in readings]
    return completed(readings, found, context)


def completed(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, with what the signs of claims, of comments, of needs and of questions say surely."""
    readings = with_perhaps(with_evidence(readings, found), found, context)
    readings = with_agreement(readings, found, context)
    readings = with_plain_wishes(with_digit(readings, found, context), found, context)
    readings = with_what_is_said(with_absence(readings, found, context), found, context)
    readings = with_yes(with_words(with_claims(readings, context), context), found, context)
    readings = with_needs(with_missing(with_questions(readings, context)), context)
    readings = with_no_presence(outright.with_outright(readings, found, context), found, context)
    return with_stop_beside(readings, found, context)


def may_be_a_cry(message: str) -> bool:
    """A quick look at words out of their context, for who is heard first: whether they would be read as a distress."""
    if len(message) > LOOKED_AT:
        message = f"{message[: LOOKED_AT // 2]} {message[-LOOKED_AT // 2 :]}"
    found = find(message)
    scores = weights().scores(clues(found.text, Step.NOTHING, found.names))
    return _cries(found) or scores["distress"] > _alarm(found, Context(Step.NOTHING))


def ranked(
    found: Findings, scores: Mapping[str, float], context: Context, fitted: Mapping[str, Sequence[float]] | None = None
) -> list[Reading]:
    """The readings that the rules and the scores of a message make, the likeliest first. `fitted`: another
    calibration."""
    fitted = fitted or weights().header["confidence"]
    exact = exactly(found, context)
    said = money(found.text, context.step)
    endangered = _cries(found) or (
        scores["distress"] > _alarm(found, context) and not (exact and exact.why != "keyword")
    )
    if exact is not None and exact.why in (OF_A_THING, SAFE, BY_ANOTHER):
        endangered = scores["distress"] > PLAIN_FIGURE
    faint = _is_faint(found, scores, context)
    hungry_to_join = not context.known and outright.says(outright.HUNGRY, found.text)  # answered there by 211
    may_cry = outright.may_cry(found) and not hungry_to_join
    endangered = endangered or may_cry
    if _is_spoken(found) or (exact is not None and exact.why == OWN_AGE):
        endangered = False
    if faint and max(MEANINGS, key=lambda name: scores[name]) == Meaning.CALL:
        endangered = False  # "j'aimerais parler à quelqu'un de vrai": a person calls
    unnamed = not may_cry and not any(found.has(danger) for danger in DANGERS)
    if faint and unnamed and (_says_else(scores, context) or outright.plain_news(found)):
        endangered = False  # "oui jvien pis jai besoin dun lift": no danger is named, and it says another thing
    choices = together(scores, found, context, said, endangered)
    endangered = endangered and sum(len(word) for word in found.said if word.isalnum()) >= FEWEST_LETTERS
    unheard = context.step is not Step.IN_CARE and not any(found.has(danger) for danger in DANGERS)
    # The likeliest of unlikely things is no cry.
    if not endangered and (_is_thin(found, context) or _is_spoken(found) or unheard):
        choices = _without_distress(choices)
    if exact is not None and not endangered:
        choices = [exact.meanings, *(choice for choice in choices if choice[0] not in exact.meanings)]
    readings = []
    left = 1.0
    for place, meanings in enumerate(choices[:COUNTED]):
        by_rule = place == 0 and exact is not None and not endangered
        sure = RULE if by_rule else _chance(meanings, scores, context.step, place, left, fitted)
        left -= sure if place == 0 else 0
        slots = slots_of(meanings, found, scores, context, said, exact if by_rule else None)
        readings.append(
            Reading(
                meanings,
                slots,
                round(sure, 4),
                "sure" if sure >= SURE else "ask",
                exact.why if by_rule and exact else "words",
                for_human=round(scores["do human"], 4),
                unsettled=round(scores["do ask"], 4),
                unanswered=round(scores["do silent"], 4),
                worry=round(scores["distress"], 4) if not _is_spoken(found) else -1.0,
                doubt="" if by_rule else doubt(meanings, slots, found, context),
                faint=faint and Meaning.DISTRESS in meanings,
            )
        )
    return readings


def _says_else(scores: Mapping[str, float], context: Context) -> bool:
    above = max(scores[name] for name in MEANINGS if name != Meaning.DISTRESS) - scores["distress"]
    return above > (CLEARLY_WORDS if context.step is Step.COLLECTING else CLEARLY)


def _is_thin(found: Findings, context: Context) -> bool:
    """Two words that name no danger ("mardi matin", "la salle"): too little to take for a cry, out of the blue."""
    few = len([word for word in found.said if word.isalnum()]) <= THIN
    return few and context.step is not Step.IN_CARE and not any(found.has(danger) for danger in DANGERS)


def _without_distress(choices: Sequence[tuple[Meaning, ...]]) -> list[tuple[Meaning, ...]]:
    left = [tuple(meaning for meaning in choice if meaning is not Meaning.DISTRESS) for choice in choices]
    return [choice for choice in dict.fromkeys(left) if choice] or [(Meaning.UNKNOWN,)]


def _cries(found: Findings) -> bool:
    """A few words that are a cry by themselves ("sos", "à l'aide"), whatever is asked."""
    few = len([word for word in found.said if word.isalnum()]) <= CRY
    return (few and found.has("distress words")) or outright.cries(found)


def _is_spoken(found: Findings) -> bool:
    """Whether these words are a way of speaking, and no danger is named beside."""
    left = outright.beside_a_way_of_speaking(found)
    return left is not None and not _cries(found) and not any(find(left).has(danger) for danger in DANGERS)


def _alarm(found: Findings, context: Context) -> float:
    if context.step is Step.IN_CARE:
        return ALREADY_HEARD
    if found.has("past or figure") or found.has("people in general"):
        return FIGURE
    return NAMED_DANGER if any(found.has(danger) for danger in DANGERS) else IN_DANGER


def _is_faint(found: Findings, scores: Mapping[str, float], context: Context) -> bool:
    """Whether a distress is too little to alert anybody at once: it scores little, or it is told of long ago, in jest,
    of people in general. Never once someone is in care."""
    if context.step is Step.IN_CARE or _cries(found):
        return False
    if MAY_BE_AN_ABSENCE.fullmatch(" ".join(found.said)) or _of_things_only(found):
        return True
    if asks_to_be_left(found.text) and not any(found.has(danger) for danger in DANGERS):
        return True  # "leave me alone i dont want this anymore": they are asked, and a stop is offered beside
    spoken = found.has("past or figure") or found.has("people in general")
    if spoken:
        return scores["distress"] < PLAIN_FIGURE
    return scores["distress"] < (PLAIN_NAMED if any(found.has(danger) for danger in DANGERS) else PLAIN)


def _of_things_only(found: Findings) -> bool:
    """ "le frigo est vide depuis une semaine": hunger, and nobody is said to be hungry."""
    dangers = [danger for danger in DANGERS if found.has(danger)]
    return dangers == ["hunger"] and not OF_SOMEBODY & set(found.said)


def _chance(
    meanings: tuple[Meaning, ...],
    scores: Mapping[str, float],
    step: Step,
    place: int,
    left: float,
    fitted: Mapping[str, Sequence[float]],
) -> float:
    if place == 0:
        return confidence(scores, step, fitted)
    return max(left, 0.0) / (1 + math.exp(-4 * scores[meanings[0]]))


def as_meant(message: str, meanings: tuple[Meaning, ...], step: Step) -> Reading:
    """The reading of a message whose meanings the person has chosen themself: its slots, and no doubt."""
    found = find(message)
    scores = weights().scores(clues(found.text, step, found.names))
    context = Context.of_code(step.value)
    slots = slots_of(meanings, found, scores, context, money(found.text, step), None)
    return Reading(meanings, slots, 1.0, "sure", "chosen")
