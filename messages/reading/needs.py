"""What someone needs to be able to come, said in a sentence: "oui mais jai pas de lift", "who can watch my kids?".

Beside a yes it is a presence and a need; alone, a need. It never makes an absence nor a comment of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from messages.keywords import fold
from messages.reading import outright
from messages.reading.context import Context
from messages.reading.findings import find
from messages.reading.labels import Meaning, Step
from messages.reading.needs_settled import told_of_needs, without_settled
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
        r"|^(?!.*\b(?:les gens|le monde|people|la gente|du monde)\b).*"
        r"\b(?:pas|pu|plus|plu|sans|no|not|rien|sin|pa|afford)\b(?: \w+){0,3}? "
        r"(?:cennes?|sous?|dargent|argent|piasses?|cash|moyens|money|afford|dinero|plata|"
        r"kob|lajan|rien)"
        r"(?: \w+){0,2}? (?:pour|for|para|pou|de|the|a) (?:\w+ ){0,3}?"
        r"l?(?:autobus|bus|taxi|gaz|essence|gas|transport|billets?|tickets?|bis|venir|aller|come)\b"
        r"|\b(?:cant|can t|cannot) afford (?:the |a )?(?:bus|taxi|gas|ride)\b"
        r"|\brien pour l?(?: )?(?:autobus|taxi|bus)\b"
        r"|\bbezwen\b(?: \w+)? (?:transpo\w*|machin|vwati)\b|\b(?:vin|vini) (?:chache|pran) m(?:wen)?\b"
    ),
    CHILDCARE: re.compile(
        r"\b(?:besoin|faut|faudrait|pas|plus|pu|trouve|cherche|sans)\b(?: \w+){0,3} "
        r"(?:gardienne?|garderie|garder mes|garde)\b"
        r"|\bqui (?:va |peut |pourrait )?garder?\b"
        r"|\b(?:avez|aurais|aurait|as tu|ya|y a|aurez|veux|voudrais|demande\w*|aimerais|want|is there|hay)\b"
        r"(?: \w+){0,3} (?:gardiennes?|baby ?sitter|sitter|ninera)\b"
        r"|\b(?:need|no|find|without|watch)\b(?: \w+){0,2} (?:baby ?sitter|sitter|child ?care|day ?care|my kids?)\b"
        r"|\b(?:personne|nobody|no one|nadie|con quien|pa gen (?:pesonn|moun))\b(?: \w+){0,5} "
        r"(?:enfants?|petits?|kids?|children|ninos?|ninas?|hij\w+|timoun|pitit)\b"
        r"|\bquien (?:cuide|me cuide|cuida)\b|\bcuidar a mis? \w+"
        r"|\bmoun pou (?:gade|veye) (?:timoun|pitit)"
    ),
}  # fmt: skip
# Two of them in one breath: "transport et garde svp", "un lift pis une gardienne".
LINKED = r"(?:pis|et|and|y|ak|ek|avec|plus|aussi|with) (?:(?:une?|d|de|la|du|dune|dun|a|some|yon|pour) )*"
RIDE, CARE = (
    r"(?:transports?|lifts?|ride|woulib|transporte)",
    r"(?:gardes?|gardiennes?|baby ?sitter|child ?care|ninera|gadri)",
)
TOGETHER = {
    TRANSPORT: re.compile(rf"\b{LINKED}{RIDE}\b"),
    CHILDCARE: re.compile(rf"\b{LINKED}{CARE}\b"),
}
BOTH = re.compile(rf"\b(?:{RIDE} {LINKED}{CARE}|{CARE} {LINKED}{RIDE})\b")
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
# "ma soeur va garder les petits quand jserai pu la", "jaurai pu besoin de lift ou jmen vas": a cry perhaps.
GOES = re.compile(
    r"\b(?:quand|when|cuando|apres|where|ou|donde)\b.{0,24}\b(?:serai\w*|va[si]?|vais|pars|parti\w*|mort\w*|gone|going|go|voy|"
    r"plus la|pu la)\b|\b(?:pour toujours|for good|para siempre|a jamais|forever)\b"
)
LONGEST = 18  # words: longer ones say more than a need
BY_CHANCE = 0.75  # below, another meaning gives way to the need that is said
SURELY = 0.9  # what an answer beside the need is kept from
BY_WORDS = 0.97


def needs_in(words: str) -> tuple[str, ...]:
    """What is needed: "transport", "childcare"; what they refuse, or found by themselves, is none."""
    folded = fold(without_settled(words))
    if BOTH.search(folded):
        return tuple(WANTED)
    found = [name for name, pattern in WANTED.items() if pattern.search(folded)]
    return tuple(name for name in WANTED if name in found or (found and TOGETHER[name].search(folded)))


def ask_apart(words: str) -> tuple[str, str]:
    """What someone asks for themself beside their words ("jaurais besoin dun lift"), and the words without it."""
    for match in ASKED_FOR_ME.finditer(words):
        if needs_in(match[0]) and ASKS_FOR.search(fold(match[0])):
            return match[0].strip(), f"{words[: match.start()].strip()} {words[match.end() :].strip()}".strip()
    return "", words


def _settled(best: Reading, context: Context) -> Reading | None:
    """ "my sister is driving me", "jai plus besoin du transport": about a need that is none, and no cry nor answer."""
    words = best.slots.words
    weak = best.faint or best.confidence < BY_CHANCE or not ELSE & set(best.meanings)
    if context.step not in OPEN or best.why != "words" or not weak or not context.known:
        return None
    told = told_of_needs(words)
    if (
        not told.over + told.perhaps
        or told.left
        or GOES.search(fold(words))
        or outright.says(outright.MAYBE_A_CRY, words)
    ):
        return None
    slots = replace(best.slots, about=(*told.over, *told.perhaps)[0])
    return replace(
        best, meanings=(M.QUESTION,), slots=slots, confidence=BY_WORDS, sure="sure", doubt="", why=A_NEED, faint=False,
        worry=-1.0,
    )  # fmt: skip


def _comes(words: str) -> bool:
    """Whether it says that they come: "oui mais", "jai pas une cenne pour lautobus mais jva y aller"."""
    found = find(words)
    says = found.has("comes") and not any(found.has(sign) for sign in ("does not come", "perhaps", "comes if"))
    return SAYS_YES.match(fold(words)) is not None or (says and "?" not in found.said)


def with_needs(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings, a need said in plain words put first."""
    best = readings[0]
    words = best.slots.words
    if (settled := _settled(best, context)) is not None:
        return [settled, *(one for one in readings if one.meanings != settled.meanings and not one.faint)]
    needs = needs_in(words) if context.step in OPEN and best.why == "words" else ()
    if not needs or len(words.split()) > LONGEST or (ELSE & set(best.meanings) and best.confidence >= BY_CHANCE):
        return readings
    if context.step is Step.SAID_ABSENT and not ASKS_FOR.search(fold(words)):
        return readings  # it says why they do not come
    if HOW.match(fold(words)):
        return readings
    answers = best.confidence >= SURELY and best.has(M.COMING, M.YES, M.MAYBE)
    yes = answers or (context.step in ABOUT_COMING and _comes(words))
    answer = M.MAYBE if answers and best.has(M.MAYBE) else M.COMING
    meanings = (answer, M.QUESTION) if yes and context.known else (M.QUESTION,)
    slots = replace(best.slots, about=needs[0])
    first = replace(best, meanings=meanings, slots=slots, confidence=BY_WORDS, sure="sure", doubt="", why=A_NEED)
    return [first, *(one for one in readings if one.meanings != meanings)]
