"""What someone needs to be able to come, said in a sentence: "oui mais jai pas de lift", "who can watch my kids?".

Beside a yes it is a presence and a need; alone, a need. It never makes an absence nor a comment of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from messages.keywords import fold
from messages.reading.context import Context
from messages.reading.labels import Meaning, Step
from messages.reading.types import Reading

M = Meaning
A_NEED = "a need"
TRANSPORT, CHILDCARE = "transport", "childcare"
WANTED = {
    TRANSPORT: re.compile(
        r"\blifts?\b|\bwoulib\b|\bembarqu\w*[- ](?:moi|me|m)\b|\bm ?embarqu\w+"
        r"|\b(?:pas|plus|pu|sans|besoin|faut|faudrait|manque)\b(?: \w+){0,2} (?:transport|char|auto|machine)\b"
        r"|\b(?:vien\w*|passe\w*|venir|passer|pourrai\w*|peut|puisse)(?: \w+)? (?:me|m) (?:chercher|prendre|ramasser)\b"
        r"|\b(?:need|want|get|find|give me|without|no)\b(?: (?:a|any|some|me))? (?:ride|lift|car|transport\w*)\b"
        r"|\b(?:pick|picks|picking|drive|drives|driving) me\b|\bhave no (?:ride|car)\b"
        r"|\b(?:mon|ma|my|mi) (?:lift|ride|transport|chauffeur|aventon)\b(?: \w+){0,3} "
        r"(?:lach\w+|laisse\w*|flush\w*|bailed|"
        r"cancel\w*|annul\w+|tomb\w+|fell|quedo\w*)"
        r"|\b(?:me|nos) (?:lleve\w*|recoja\w*|busque\w*)\b|\b(?:necesito|sin|no tengo|no hay)\b(?: \w+)? "
        r"(?:transporte|carro|coche|aventon)\b"
        r"|\bbezwen\b(?: \w+)? (?:transpo\w*|machin|vwati)\b|\b(?:vin|vini) (?:chache|pran) m(?:wen)?\b"
    ),
    CHILDCARE: re.compile(
        r"\b(?:besoin|faut|faudrait|pas|plus|pu|trouve|cherche|sans)\b(?: \w+){0,3} "
        r"(?:gardienne?|garderie|garder mes|garde)\b"
        r"|\bqui (?:va |peut |pourrait )?garder?\b"
        r"|\b(?:need|no|find|without|watch)\b(?: \w+){0,2} (?:baby ?sitter|sitter|child ?care|day ?care|my kids?)\b"
        r"|\b(?:personne|nobody|no one|nadie|con quien|pa gen (?:pesonn|moun))\b(?: \w+){0,5} "
        r"(?:enfants?|petits?|kids?|children|ninos?|ninas?|hij\w+|timoun|pitit)\b"
        r"|\bquien (?:cuide|me cuide|cuida)\b|\bcuidar a mis? \w+"
        r"|\bmoun pou (?:gade|veye) (?:timoun|pitit)"
    ),
}  # fmt: skip
SAYS_YES = re.compile(r"^(?:oui|ouais|wi|ok|yes|yeah|yep|si|sure|mwen ap vini|m ap vini)\b")
# Where a yes at the head of the sentence is about coming; beside another list it may answer that one.
ABOUT_COMING = frozenset(
    {Step.NOTHING, Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT, Step.DIGEST, Step.OLD_DIGEST}
)
OPEN = ABOUT_COMING | {Step.MENU, Step.COMMENT_KEPT}
# What these words are no need beside: an absence, money, words for the table, somebody else's need, a cry.
ELSE = frozenset(
    {
        M.ABSENT, M.COMMENT, M.CLAIM, M.AMOUNT, M.KM, M.OTHER_PERSON, M.DISTRESS, M.STOP, M.STOP_KIND, M.CANCEL_CLAIM,
        M.MONEY_STATUS, M.LOST_RECEIPT, M.RECEIPT_PHOTO, M.PROPOSE, M.WITHDRAW, M.CORRECT,
    }
)  # fmt: skip
ASKS_FOR = re.compile(
    r"\?|\b(?:besoin|need|necesito|bezwen|quelqu\w*|qqn|kkun|anyone|anybody|alguien|yon moun|can|could|peu[xt]|pouvez|"
    r"qui|who|quien|kiyes|faut|faudrait|cherche|looking)\b"
)
ASKED_FOR_ME = re.compile(
    r"(?:(?<=^)|(?<=[\s,;.!?]))(?:(?:pis|et|mais|aussi|and|but|y|also|moi)\s+)*"
    r"(?:j['’ ]?\s?(?:aurais|aurai|ai|vas? avoir|vais avoir)|je (?:vais|va) avoir"
    r"|(?:il |y )?me (?:faut|faudrait|faudra)"
    r"|i['’ ]?(?:ll|d|m)?\s?(?:would |will )?(?:need|looking for)|necesito|(?:mwen|m) (?:ta )?bezwen"
    r"|faudrait (?:que |qu['’ ]?)?quelqu['’ ]?un|(?:y a|ya) ?tu quelqu['’ ]?un|can (?:someone|anyone)"
    r"|quelqu['’ ]?un (?:peut|pourrait)|pouvez[ -]vous|alguien puede)\b"
    r"(?:(?!\s(?:pis|et|mais|and|but)\s)[^,;.!?\n])*",
    re.IGNORECASE,
)
HOW = re.compile(r"\W*(?:como|comment|how|kijan)\b")
LONGEST = 18  # words: longer ones say more than a need
BY_CHANCE = 0.75  # below, another meaning gives way to the need that is said
SURELY = 0.9  # what an answer beside the need is kept from
BY_WORDS = 0.97


def needs_in(words: str) -> tuple[str, ...]:
    """What is needed: "transport", "childcare"."""
    folded = fold(words)
    return tuple(name for name, pattern in WANTED.items() if pattern.search(folded))


def ask_apart(words: str) -> tuple[str, str]:
    """What someone asks for themself beside their words ("jaurais besoin dun lift"), and the words without it."""
    for match in ASKED_FOR_ME.finditer(words):
        if needs_in(match[0]) and ASKS_FOR.search(fold(match[0])):
            return match[0].strip(), f"{words[: match.start()].strip()} {words[match.end() :].strip()}".strip()
    return "", words


def with_needs(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings, a need said in plain words put first."""
    best = readings[0]
    words = best.slots.words
    needs = needs_in(words) if context.step in OPEN and best.why == "words" else ()
    if not needs or len(words.split()) > LONGEST or (ELSE & set(best.meanings) and best.confidence >= BY_CHANCE):
        return readings
    if context.step is Step.SAID_ABSENT and not ASKS_FOR.search(fold(words)):
        return readings  # it says why they do not come
    if HOW.match(fold(words)):
        return readings
    answers = best.confidence >= SURELY and best.has(M.COMING, M.YES, M.MAYBE)
    yes = answers or (context.step in ABOUT_COMING and SAYS_YES.match(fold(words)))
    answer = M.MAYBE if answers and best.has(M.MAYBE) else M.COMING
    meanings = (answer, M.QUESTION) if yes and context.known else (M.QUESTION,)
    slots = replace(best.slots, about=needs[0])
    first = replace(best, meanings=meanings, slots=slots, confidence=BY_WORDS, sure="sure", doubt="", why=A_NEED)
    return [first, *(one for one in readings if one.meanings != meanings)]
