"""What a few words say outright, whatever they look like to letters and words: a cry, a way of speaking that is none,
that somebody else does not come, that they will not miss it, that a voice is wanted.

The patterns are in `reading_outright.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from messages.keywords import data
from messages.reading.addressed import for_the_table
from messages.reading.context import Context
from messages.reading.findings import Findings, find
from messages.reading.labels import Meaning, Step
from messages.reading.naming import INSTEAD, MISSPELT, asks_to_be_called
from messages.reading.others import COMES_ALONE, NOR_ME, other_absent
from messages.reading.second_thoughts import asks_to_be_left
from messages.reading.text import plain, words
from messages.reading.types import WORRYING, Reading
from messages.reading.whole import DANGERS

LIST = "reading_outright.txt"
M = Meaning
CRY, MAYBE_A_CRY, NO_CRY = "cry", "maybe a cry", "no cry"
WATCHED = "watched"  # someone else reads their phone, or is beside them
DANGER_NOW = "danger now"  # a fire, a child who ran away: a cry, unless it is told of long ago
CRY_OF_VIOLENCE = "cry of violence"
CRIES = (CRY, CRY_OF_VIOLENCE, WATCHED)
VIOLENCE = ("violence", "child in danger")
COLD = "cold at home"
BESIDE_THEM = "beside them"  # read beside a cry of violence alone
SERVICES = "wish for services"
LONG_AGO = re.compile(
    r"\b(?:l ?an (?:passe|dernier)|l ?annee (?:passee|derniere)|last (?:year|month|summer|winter)|(?:ete|hiver) passe|"
    r"(?:y ?a|il y a) \w+ (?:ans?|mois)|(?:years?|months?) ago|el ano pasado|ane pase|(?:en|in) (?:19|20)\d\d)\b"
)
PLAIN_NEWS = "plain news"
POLITENESS = "politeness"  # where a name was asked for
CALLS, HUNGRY, NO_NAME = "calls me", "hungry", "no name of mine"
FORGOT_A_MEAL = "forgot to say"
IN_WRITING = "in writing"  # they want to talk, and not on the telephone
ANNOUNCED = "has a comment"  # the words are to come
ASKS_TO_PAY = "asks what it costs"
OUTRIGHT = 0.96
TELLS = re.compile(
    r"\b(?:dites?(?: leurs?| leu| lui| a)?|dis (?:leur|leu)|tell (?:them|him|her)|diga(?:n|les|nles)|diganles|di yo"
    r"|\w*(?:veux|voudrais|voulais|faut|aimerais|want to|like to) (?:dire|say)(?: que| qu)?)\b"
)
PUT_RIGHT = re.compile(r"^\W*(?:corrig|chang|correct|fix|cambi|korij)\w*\W+(?:\w+\W+)?(?:nom|name|nombre|non)\b")
NAMES_A_MEETING = re.compile(r"\b(?:rencontres?|reunions?|meetings?|comite|committee|reunion|reyinyon)\b")
TRIES = re.compile(r"\b(?:essay\w*|try|trying|tratar\w*|voy a ver|eseye)\b")
FEWEST_TOLD = 3  # words
LONGEST = 14  # words: a longer one says more
# Where a presence may be meant, and where a voice may be asked for beside a name.
PRESENT = frozenset(
    {
        Step.NOTHING, Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT, Step.OFFER_TO_CARRY, Step.COMMENT_KEPT,
        Step.DIGEST, Step.OLD_DIGEST, Step.MENU,
    }
)  # fmt: skip
WISHED = PRESENT | {Step.COLLECTING, Step.CLAIM_OFFERED, Step.STRANGER}
WITH_OTHERS = frozenset({Step.NOTHING, Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT})
OWN_NAME = re.compile(
    r"\b(?:mon|my|mi|m) (?:vrai |real )?(?:nom|prenom|name|nombre)\b|\b(?:m.?appelle|me llamo|mwen rele)\b"
)
OF_A_MEETING = frozenset({Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT})
JOINING = frozenset({Step.JOIN_NAME, Step.JOIN_CONSENT})
OF_MONEY = PRESENT - {Step.REMINDER, Step.OFFER_TO_CARRY} | {Step.CLAIM_OFFERED}
CALLED = PRESENT | JOINING | {Step.STRANGER, Step.CLAIM_OFFERED}
# Meanings that no rule of this module speaks against.
KEPT = frozenset({M.STOP, M.STOP_KIND, M.WITHDRAW})


def says(section: str, text: str) -> bool:
    """Whether these words say what a section of the list says."""
    return found_in(section, tuple(words(text)))


def cries(found: Findings) -> bool:
    in_danger = found_in(DANGER_NOW, found.said) and not LONG_AGO.search(_line(found.said))
    return in_danger or any(found_in(section, found.said) for section in CRIES)


def may_cry(found: Findings) -> bool:
    return found_in(MAYBE_A_CRY, found.said) or found_in(DANGER_NOW, found.said)


def watched(cries_heard: Sequence[str]) -> bool:
    """Whether the other may see this phone: they said so, or, after violence, that the other is there, or to write
    nothing."""
    if any(says(WATCHED, words) for words in cries_heard):
        return True
    beaten = any(_of_violence(words) for words in cries_heard)
    return beaten and any(says(BESIDE_THEM, words) for words in cries_heard)


def _of_violence(words: str) -> bool:
    found = find(words)
    return any(found.has(danger) for danger in VIOLENCE) or found_in(CRY_OF_VIOLENCE, found.said)


def needs_bread_or_heat(text: str) -> bool:
    """Hunger or cold, of somebody: whoever answers 211 finds both."""
    return says(HUNGRY, text) or says(COLD, text) or find(text).has("hunger")


def wishes_for_services(found: Findings) -> bool:
    """ "faut plus de logements", "stop les coupures": words for the table, never a stop of our messages."""
    return found_in(SERVICES, found.said) and not asks_to_be_left(found.text)


def plain_news(found: Findings) -> bool:
    """Few words that tell of a telephone, of days, of ages, of a lift: what letters alone would take for a cry."""
    few = len([word for word in found.said if word.isalnum()]) <= LONGEST
    return few and found_in(PLAIN_NEWS, found.said)


def beside_a_way_of_speaking(found: Findings) -> str | None:
    """What is left of words that look like a cry and are none ("un froid à tuer"); None when they are not that."""
    said = _line(found.said)
    left = _patterns()[NO_CRY].sub(" ", said)
    return None if left == said else left


def with_outright(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, what is said outright put first."""
    best = readings[0]
    cry = best.has(M.DISTRESS) and (not best.faint or may_cry(found))
    if context.step in WISHED and not cry and wishes_for_services(found):
        return _without_a_stop(readings, context)
    if best.why not in ("words", "a need") or KEPT & set(best.meanings):
        return readings
    if best.has(M.DISTRESS) and (not best.faint or context.step is Step.IN_CARE):
        return readings
    meanings, doubt = _meant(found, context, of_comment=best.meanings == (M.COMMENT,) and best.worry <= WORRYING)
    if context.step is Step.IN_CARE and context.known and not meanings:
        meanings = _of_a_meeting_in_care(found)
    if not meanings or (meanings == best.meanings and not best.doubt and best.confidence >= OUTRIGHT):
        return readings
    called = asks_to_be_called(found.text) if M.RENAME in meanings else ""
    slots = replace(best.slots, names=(called,)) if called else best.slots
    first = replace(
        best, meanings=meanings, slots=slots, why="words", confidence=OUTRIGHT, sure="sure", doubt=doubt, faint=False,
        worry=-1.0, for_human=-1.0, unsettled=-1.0,
    )  # fmt: skip
    others = [one for one in readings if one.meanings != meanings]
    return [first] if meanings == (M.CANCEL_CLAIM,) else [first, *others]  # one thing to say yes or no to


def _without_a_stop(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings of a wish for services: words for the table first, no stop among them."""
    best = readings[0]
    first = replace(best, meanings=(M.COMMENT,), why="words", confidence=OUTRIGHT, sure="sure", doubt="", faint=False)
    if not context.known:
        return [replace(first, meanings=(M.UNKNOWN,))]
    return [first, *(one for one in readings if not one.has(M.COMMENT, M.STOP, M.STOP_KIND))]


def _meant(found: Findings, context: Context, *, of_comment: bool) -> tuple[tuple[Meaning, ...], str]:
    """What is said outright at this step, and the doubt that makes it asked about."""
    if context.step in JOINING:
        meant = _while_joining(found, context.step)
        if meant:
            return meant, ""
    few = len([word for word in found.said if word.isalnum()]) <= LONGEST
    meanings = (_of_people(found, context) if few else ()) or _of_anything(found, context, few=few)
    if meanings:
        return meanings, ""
    if context.step in PRESENT and context.known and _absent_before_words(found):
        return (M.ABSENT, M.COMMENT), ""
    if context.step in PRESENT and context.known and _is_to_be_told(found):
        return (M.COMMENT,), ""
    if context.step in PRESENT and context.known and of_comment and for_the_table(found.text):
        return (M.COMMENT,), ""
    meant, doubt = _of_money(found) if few and context.step in OF_MONEY and context.known else ((), "")
    if meant or not few or context.step not in PRESENT:
        return meant, doubt
    return _of_a_presence(found, context)


def _of_anything(found: Findings, context: Context, *, few: bool) -> tuple[Meaning, ...]:
    """A name to be called by, a voice asked for, somebody else who does not come."""
    if context.step in PRESENT and context.known and asks_to_be_called(found.text):
        return (M.RENAME,)
    if few and context.step in CALLED and found_in(IN_WRITING, found.said):
        return (M.QUESTION,)  # nobody calls; a person reads it
    if context.step in PRESENT and other_absent(found.text):
        return (M.OTHER_PERSON,)
    return (M.CALL,) if few and context.step in CALLED and found_in(CALLS, found.said) else ()


def _of_people(found: Findings, context: Context) -> tuple[Meaning, ...]:
    """Their own name put right, people who come along, somebody else who answered."""
    if context.step in PRESENT and context.known and _puts_own_name_right(found.text):
        return (M.RENAME,)
    along = context.step in WITH_OTHERS and found_in("people come along", found.said)
    by_another = context.step in OF_A_MEETING and _by_somebody_else(found)
    return (M.OTHER_PERSON,) if along or by_another else ()


def _puts_own_name_right(text: str) -> bool:
    """ "mon nom cest pas Lise cest Louise": the name is said of oneself, and which one it is not."""
    return OWN_NAME.search(plain(text)) is not None and INSTEAD.search(text) is not None


def _by_somebody_else(found: Findings) -> bool:
    """ "c'est mon chum qui a répondu non, pas moi": a person asks them; what they say of themselves stands beside."""
    says_theirs = found.has("comes") or found.has("comes after all")
    return not says_theirs and "?" not in found.said and found_in("somebody else answered", found.said)


def _of_a_meeting_in_care(found: Findings) -> tuple[Meaning, ...]:
    """Daily life goes on after a cry: "bon la rencontre jva essayer de venir"."""
    few = len([word for word in found.said if word.isalnum()]) <= LONGEST
    names = few and NAMES_A_MEETING.search(plain(found.text)) is not None
    if not names or "?" in found.said or found_in(MAYBE_A_CRY, found.said):
        return ()
    if any(found.has(danger) for danger in DANGERS) or found.has("tu inside"):
        return ()
    if TRIES.search(plain(found.text)) or found.has("perhaps"):
        return (M.MAYBE,)
    if found.has("does not come"):
        return (M.ABSENT,)
    return (M.COMING,) if found.has("comes") else ()


def _while_joining(found: Findings, step: Step) -> tuple[Meaning, ...]:
    if found_in(NO_NAME, found.said):
        return (M.UNKNOWN,)  # the dialogue says what becomes of a name, and asks again
    corrected = INSTEAD.search(found.text) or MISSPELT.search(found.text) or PUT_RIGHT.search(plain(found.text))
    return (M.RENAME,) if step is Step.JOIN_CONSENT and corrected else ()


def _of_money(found: Findings) -> tuple[tuple[Meaning, ...], str]:
    if found_in("cancels all", found.said):
        return (M.CANCEL_CLAIM,), "it is taken back"
    if found_in("claims again", found.said):
        return (M.CLAIM,), ""
    return ((M.CORRECT,), "") if found_in(FORGOT_A_MEAL, found.said) else ((), "")


def _of_a_presence(found: Findings, context: Context) -> tuple[tuple[Meaning, ...], str]:
    if found_in("never said no", found.said):
        return (M.COMING,), "it is taken back" if context.step is Step.SAID_ABSENT else ""
    if found_in("no already", found.said):
        return (M.ABSENT,), ""
    if found_in("yes already", found.said):
        return (M.COMING,), ""
    asks = bool({"?", "si", "if", "comment", "how", "combien", "tu"} & set(found.said))
    by_other_means = context.step in OF_A_MEETING and not asks and found_in("another ride", found.said)
    if by_other_means and not found_in("i do not come", found.said):
        return (M.COMING,), ""
    if found_in("same as before", found.said):
        return (M.SMALLTALK,), ""
    if found_in("comes along", found.said):
        return (M.COMING, M.OTHER_PERSON), ""
    if found_in("not late", found.said) or found_in("will not miss", found.said):
        return (M.COMING,), ""
    return _of_another(found), ""


def _of_another(found: Findings) -> tuple[Meaning, ...]:
    """Somebody else who does not come, alone or beside "mais moi oui"."""
    said = [word for word in found.said if word.isalnum()]
    whole = " ".join(said)
    for mine, meaning in ((COMES_ALONE, M.COMING), (NOR_ME, M.ABSENT)):
        if mine.search(whole) and other_absent(mine.sub("", whole)):
            return (meaning, M.OTHER_PERSON)
    return ()


def _absent_before_words(found: Findings) -> bool:
    """ "non, demain jpeux pas venir pas d'auto. dites que...": the reason goes with the absence, the words to the
    table."""
    parts = TELLS.split(plain(found.text), maxsplit=1)
    if len(parts) < 2 or len(parts[0].split()) > LONGEST or len(parts[1].split()) < FEWEST_TOLD:
        return False
    return found_in("i do not come", tuple(words(parts[0])))


def _is_to_be_told(found: Findings) -> bool:
    """ "peux-tu passer le mot que la rampe est dangereuse": words for the table, unless they say who comes."""
    answers = any(found.has(name) for name in ("comes", "comes after all", "does not come", "perhaps"))
    return not answers and len(found.said) >= FEWEST_TOLD + 3 and found_in("tell them", found.said)


def found_in(section: str, said: tuple[str, ...]) -> bool:
    """Whether words, in the one spelling, say what a section of the list says."""
    return _patterns()[section].search(_line(said)) is not None


def without(section: str, said: tuple[str, ...]) -> str:
    """These words, what a section says taken out."""
    return _patterns()[section].sub(" ", _line(said)).strip()


def _line(said: tuple[str, ...]) -> str:
    return " " + " ".join(word for word in said if word.isalnum())


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    from messages.sentences.signs import sections

    return {name: data.any_of(lines) for name, lines in sections(LIST).items()}
