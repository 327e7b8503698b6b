"""Where rules are exact: a digit of the list that is open, a bare yes, a tapback, a stop, a keyword. Nothing is
weighed here."""

from __future__ import annotations

import re

from messages.keywords import beside_age, has_new_phone, own_age
from messages.languages import BY_KEYWORD
from messages.reading.coming_back import comes_back
from messages.reading.context import Context
from messages.reading.courtesies import courtesies
from messages.reading.findings import Findings, find
from messages.reading.in_care import said_in_care
from messages.reading.labels import Meaning, Step
from messages.reading.languages_asked import language_asked
from messages.reading.money import kinds_named
from messages.reading.names_given import hesitates, refuses
from messages.reading.regrets import refuses_a_call
from messages.reading.second_thoughts import (
    asks_if_named,
    asks_own_answer,
    asks_to_stop,
    first_name_alone,
    takes_back,
    wants_no_name,
)
from messages.reading.short_answers import short_answer, two_answers
from messages.reading.stop_words import CHANGES_STOP, NOT_A_NAME, STOPS
from messages.reading.text import plain
from messages.reading.whole import (
    DANGERS,
    DIGESTS,
    OPEN_TO_NEWS,
    Exact,
    all_of_them,
    as_it_is,
    help_with,
    proposed,
    quoted,
    receipt,
    wrong_number,
)

OWN_AGE = "own age"
LONGEST_RIDE = 5  # words
PRESENCE = frozenset({Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT})
YES_NO = frozenset({Step.OFFER_TO_CARRY, Step.CLAIM_OFFERED, Step.STOP_ASKED, Step.JOIN_CONSENT, Step.CLAIM_MEAL})
AMOUNT_ASKED = frozenset({Step.CLAIM_FARE, Step.CLAIM_CHILDCARE, Step.CLAIM_MEAL})
KEYWORDS = {
    "AIDE": Meaning.HELP,
    "ABSENT": Meaning.ABSENT,
    "COMMENTAIRE": Meaning.COMMENT,
    "RECLAMER": Meaning.CLAIM,
    "STATUT": Meaning.MONEY_STATUS,
    "TARIFS": Meaning.QUESTION,
    "COMBIEN": Meaning.QUESTION,
    "PARLER": Meaning.CALL,
    "APPEL": Meaning.CALL,
    "CORRIGE": Meaning.CORRECT,
    "RETIRER": Meaning.WITHDRAW,
    "SANS MON NOM": Meaning.NAMELESS,
    "PAUSE": Meaning.PAUSE,
    "MOINS": Meaning.LESS,
    "REPRENDRE": Meaning.RESUME,
    "JOINDRE": Meaning.QUESTION,
    **dict.fromkeys(BY_KEYWORD, Meaning.LANGUAGE),
    "PEUT-ETRE": Meaning.MAYBE,
}
NUMBERED = frozenset({"RETIRER", "CORRIGE", "STATUT"})  # "RETIRER 1": a comment, by its number
ABOUT = {"TARIFS": "money", "JOINDRE": "how"}
JOINING = frozenset({Step.JOIN_NAME, Step.JOIN_CONSENT})
OPEN_TO_WORDS = (OPEN_TO_NEWS - {Step.CLAIM_OFFERED, Step.DIGEST, Step.OLD_DIGEST}) | {
    Step.COLLECTING, Step.READ_BACK, Step.STOP_ASKED,
}  # fmt: skip
OPENERS = frozenset({"bon", "ben", "bin", "faque", "fak", "euh", "heu", "donc", "alors", "pis"})
AGREES = frozenset({"oui", "yes", "wi", "ouais"})
RIDES = {1: "car", 2: "fare", 3: "walk"}
SUM_ALONE = re.compile(r"\W*\d{1,5}[.,]\d{1,2}\W*")


def exactly(found: Findings, context: Context) -> Exact | None:
    """What exact rules read in a message; None when they have nothing to say, and words must be weighed."""
    step = context.step
    if not found.said:
        why = "signature alone" if found.has("signature alone") else "nothing written"
        return Exact((Meaning.UNKNOWN,), why)
    if found.has("spam") and step in (Step.STRANGER, Step.NOTHING):
        return Exact((Meaning.UNKNOWN,), "spam")
    if found.has("automatic reply") and not found.has("distress words"):
        return Exact((Meaning.AUTO_REPLY,), "automatic reply")
    if found.has("tapback liked") or found.has("tapback other"):
        return Exact((Meaning.REACTION,), "tapback")
    return (
        _digits(found, context)
        or _ride_and_digit(found, context)
        or two_answers(found, context)
        or _opener(found)
        or (said_in_care(found) if step is Step.IN_CARE else None)
        or _language_asked(found, step)
        or _stop(found)
        or quoted(found, step)
        or courtesies(found, context)
        or short_answer(found, context)
        or _second_thoughts(found, step)
        or _back(found, step)
        or _new_phone(found, step)
        or _own_age(found, context)
        or _no_name_given(found, step)
        or _no_call(found, step)
        or wrong_number(found, step)
        or all_of_them(found, context)
        or as_it_is(found, step)
        or help_with(found, step)
        or receipt(found, step)
        or _short(found, context)
        or _keyword(found, step)
        or proposed(found, step)
    )


def _digits(found: Findings, context: Context) -> Exact | None:
    """Digits belong to the last list the person saw, and to nothing else."""
    if not found.digits or (Meaning.YES not in context.options.values() and _is_sum(found)):
        return None
    step, digits = context.step, found.digits
    if SUM_ALONE.fullmatch(found.text) and step in (Step.CLAIM_KM, *AMOUNT_ASKED):
        return Exact((Meaning.KM if step is Step.CLAIM_KM else Meaning.AMOUNT,), "number asked for")
    if len(digits) == 1:
        meaning = context.options.get(digits[0])
        if meaning is not None:
            return Exact((meaning,), "digit of the list", digits)
        if step is Step.CLAIM_KM:
            return Exact((Meaning.KM,), "number asked for")
        if step in AMOUNT_ASKED and not (step is Step.CLAIM_MEAL and digits[0] < 5):
            return Exact((Meaning.AMOUNT,), "number asked for")
        return Exact((Meaning.NUMBER,), "digit of no list", digits)
    if step in DIGESTS or step is Step.MENU or not context.options:
        return Exact((Meaning.NUMBER,), "digits", digits)
    offered = {Meaning.YES, Meaning.COMING} & set(context.options.values())
    return Exact((Meaning.UNKNOWN,), "two answers") if offered and len(set(digits)) > 1 else None


def _ride_and_digit(found: Findings, context: Context) -> Exact | None:
    """ "2 - autobus", "1 auto": the digit of a way of coming, and its name."""
    if context.step is not Step.CLAIM_RIDE or len(found.said) > LONGEST_RIDE:
        return None
    digits = [int(word) for word in found.said if word.isdigit()]
    named = {kind for _, _, kind in kinds_named(plain(found.text))}
    if len(digits) != 1 or named != {RIDES.get(digits[0], "")}:
        return None
    return Exact((Meaning.NUMBER,), "digit of the list", tuple(digits))


def _is_sum(found: Findings) -> bool:
    return found.has("has money") or found.has("has km")


def _language_asked(found: Findings, step: Step) -> Exact | None:
    """ "en français finalement", "no hablo francés"; "wi, an kreyòl tanpri" answers too."""
    language = language_asked(found.text) if step not in (Step.COLLECTING, Step.READ_BACK) else ""
    if not language:
        return None
    yes = _yes(found, step) if found.has("yes first") and (step in YES_NO or step in PRESENCE) else None
    meanings = (*(yes.meanings if yes else ()), Meaning.LANGUAGE)
    return Exact(meanings, "language asked", language=language)


def _opener(found: Findings) -> Exact | None:
    """ "bon", "faque": what comes before a sentence, sent alone; the rest follows, and it is no answer."""
    words = [word for word in found.said if word.isalnum()]
    if words[-1:] == ["la"]:  # "bin la"
        words = words[:-1]
    return Exact((Meaning.REACTION,), "opener") if words and set(words) <= OPENERS and "?" not in found.said else None


def _stop(found: Findings) -> Exact | None:
    """STOP, alone or signed: a name, initials, a number after it on the same line or the next; "oui arretez toute"."""
    words = [word for word in found.said if word not in ("\n", "!", "?", "...", "picture", "cross")]
    with_a_yes = len(words) > 1 and words[0] in AGREES and words[1] in STOPS
    if with_a_yes and all(word in STOPS or word in CHANGES_STOP for word in words[1:]):
        return Exact((Meaning.STOP,), "stop word")
    first = words[0] if words else ""
    if first not in STOPS or "?" in found.said or found.has("tu inside"):
        return None
    rest = [word for word in words[1:] if word not in STOPS and word not in CHANGES_STOP]
    if not rest:
        return Exact((Meaning.STOP,), "stop word")
    opening = re.match(r"\W*\w+", found.text)
    after = found.text[opening.end() :] if opening else ""
    named = re.findall(r"[^\W\d_]+", after)
    signed = bool(named) and all(word[0].isupper() or len(word) <= 2 or word.lower() in CHANGES_STOP for word in named)
    loud = after.isupper() and len(named) > 2
    numbered = not named and re.search(r"\d{3}.?\d{4}", after)
    own_line = "\n" in after.strip(" ") and len(named) <= 4
    few = len(rest) <= 4 and not any(len(word) > 1 and word in NOT_A_NAME for word in rest)
    if (
        few
        and not loud
        and (
            signed or numbered or own_line or (len(rest) <= 2 and found.text.strip()[-1:].isalpha() and _initials(rest))
        )
    ):
        return Exact((Meaning.STOP,), "stop word signed")
    return None


def _second_thoughts(found: Findings, step: Step) -> Exact | None:
    """A sentence that says nothing but "stop writing to me", "take my words back", "leave my name out"."""
    if any(found.has(danger) for danger in DANGERS):
        return None
    if step in OPEN_TO_NEWS | {Step.STOP_ASKED, Step.MENU} and asks_own_answer(found.text):
        return Exact((Meaning.QUESTION,), "own answer", about="who")
    if step in OPEN_TO_WORDS - {Step.STOP_ASKED} and asks_if_named(found.text):
        return Exact((Meaning.QUESTION,), "own name", about="who")
    if "?" in found.said:
        return None
    if asks_to_stop(found.text):
        return Exact((Meaning.STOP,), "stop asked")
    if step not in OPEN_TO_WORDS:
        return None
    if takes_back(found.text):
        return Exact((Meaning.WITHDRAW,), "taken back")
    if wants_no_name(found.text) or (step is not Step.READ_BACK and first_name_alone(found.text)):
        return Exact((Meaning.NAMELESS,), "no name")
    return None


def _back(found: Findings, step: Step) -> Exact | None:
    back = step in (Step.STRANGER, Step.NOTHING) and comes_back(found.said)
    return Exact((Meaning.RESUME,), "coming back") if back else None


def _new_phone(found: Findings, step: Step) -> Exact | None:
    said = step in OPEN_TO_NEWS and has_new_phone(found.text)
    return Exact((Meaning.CORRECT,), "new phone") if said else None


def _own_age(found: Findings, context: Context) -> Exact | None:
    """Said while joining, it is told to whoever asks the name: under fourteen, one joins with a parent."""
    joins = context.step in (*JOINING, Step.STRANGER) or (context.step is Step.MENU and not context.known)
    if not joins or own_age(found.text) is None:
        return None
    beside = find(beside_age(found.text))  # a child's age by itself is no danger to someone who joins
    return None if any(beside.has(danger) for danger in DANGERS) else Exact((Meaning.NAME,), OWN_AGE)


def _no_call(found: Findings, step: Step) -> Exact | None:
    """ "appelez moi pas svp textez moi": of a call too, and none is booked."""
    if step in (Step.COLLECTING, Step.READ_BACK) or any(found.has(danger) for danger in DANGERS):
        return None
    return Exact((Meaning.CALL,), "no call") if refuses_a_call(found.text) else None


def _no_name_given(found: Findings, step: Step) -> Exact | None:
    """ "plus tard", "i'd rather not say", where a name is asked for: whoever asks it answers."""
    given_none = step is Step.JOIN_NAME and (hesitates(found.text) or refuses(found.text))
    return Exact((Meaning.UNKNOWN,), "no name given") if given_none else None


def _initials(rest: list[str]) -> bool:
    return all(len(word) <= 2 for word in rest)


def _short(found: Findings, context: Context) -> Exact | None:
    """A bare yes, no or okay, in words or in a picture."""
    step = context.step
    if found.digits:
        return None
    if step is Step.MENU and found.has("yes alone") and Meaning.YES in context.options.values():
        return Exact((Meaning.YES,), "yes alone")
    if found.has("yes alone") or found.has("okay alone"):
        return _yes(found, step)
    if found.has("no alone"):
        return _no(step)
    if found.has("maybe alone") and step in PRESENCE:
        return Exact((Meaning.MAYBE,), "maybe alone")
    if found.has("pictures alone"):
        return _picture(found, step)
    return None


def _yes(found: Findings, step: Step) -> Exact | None:
    picture = found.has("pictures alone")
    weak = picture or found.has("okay alone")
    if step is Step.STOP_ASKED and weak:
        return Exact((Meaning.UNKNOWN,), "okay to a stop")
    if step is Step.SAID_COMING and picture:
        return Exact((Meaning.REACTION,), "picture")
    if step is Step.SAID_ABSENT and weak:
        return Exact((Meaning.REACTION,), "okay")
    if step in PRESENCE:
        return Exact((Meaning.COMING,), "yes alone")
    if step in YES_NO or step in (Step.READ_BACK, Step.CLAIM_TOTAL, Step.CLAIM_CHILDCARE, Step.JOIN_NAME):
        return Exact((Meaning.YES,), "yes alone")
    if step is Step.COLLECTING:
        return Exact((Meaning.REACTION if picture else Meaning.UNKNOWN,), "yes to nothing")
    if weak:
        return Exact((Meaning.REACTION,), "okay")
    if step in (Step.CLAIM_FARE, Step.CLAIM_KM, Step.CLAIM_RIDE):
        return None
    return Exact((Meaning.UNKNOWN,), "yes to nothing")


def _no(step: Step) -> Exact | None:
    if step in PRESENCE:
        return Exact((Meaning.ABSENT,), "no alone")
    if step in YES_NO or step in (Step.CLAIM_CHILDCARE, Step.JOIN_NAME, Step.MENU):
        return Exact((Meaning.NO,), "no alone")
    if step in (Step.READ_BACK, Step.CLAIM_TOTAL):
        return Exact((Meaning.CORRECT,), "no to what was read back")
    if step is Step.COLLECTING:
        return Exact((Meaning.END,), "nothing more")
    if step in (Step.CLAIM_FARE, Step.CLAIM_KM, Step.CLAIM_RIDE):
        return None
    return Exact((Meaning.UNKNOWN,), "no to nothing")


def _picture(found: Findings, step: Step) -> Exact:
    if step in PRESENCE and found.has("picture shrug"):
        return Exact((Meaning.MAYBE,), "picture")
    if step in PRESENCE and (found.has("picture thanking") or found.has("picture sad")):
        return Exact((Meaning.UNKNOWN,), "picture")
    return Exact((Meaning.REACTION,), "picture")


def _one_word_and_a_number(found: Findings, name: str) -> bool:
    return re.fullmatch(rf"\W*{name.lower()}\W+\d{{1,4}}\W*", plain(found.text)) is not None


def _keyword(found: Findings, step: Step) -> Exact | None:
    """A keyword alone, letter for letter or nearly: the same everywhere, but where a name is asked for."""
    if step is Step.JOIN_NAME or len(found.said) > 4:
        return None
    for name, meaning in KEYWORDS.items():
        alone = found.has(f"keyword {name} alone") and found.has(f"keyword {name} sure")
        if alone or (name in NUMBERED and _one_word_and_a_number(found, name)):
            if meaning is Meaning.MAYBE and step not in PRESENCE:
                return None
            if meaning is Meaning.NAMELESS and step is Step.JOIN_CONSENT:
                return None
            if meaning is Meaning.ABSENT and step not in (*PRESENCE, Step.NOTHING, Step.COMMENT_KEPT):
                return None
            return Exact((meaning,), "keyword", about=ABOUT.get(name, ""), language=BY_KEYWORD.get(name, ""))
    return None
