"""What people ask of their money that is in no table: what it does to other money, how much they will have."""

from __future__ import annotations

import re

from db.conversations import TaskKind
from handlers.heard import for_a_human
from handlers.turn import Reply, Turn
from messages import text
from messages.keywords import fold

CUTS = r"coup\w*|baiss\w*|perd\w*|affect\w*|chang\w*|touch\w*|dimin\w*|enlev\w*|otent?|otes?|nui\w*|jou\w* sur|compt\w*"
OTHERS = (
    r"bs|aide sociale|bien etre( social)?|solidarite( sociale)?|prestations?|cheque|rente|pension|chomage|csst|saaq|"
    r"logement|allocations?( familiales?)?|welfare|disability|benefits?|ei|asistencia"
)
CUTS_OTHER_MONEY = re.compile(
    rf"\b(?:{CUTS})\b(?: \w+){{0,5}} (?:{OTHERS})\b"
    rf"|\b(?:cut|lose|affect|reduce|lower|touch)\b(?: \w+){{0,4}} (?:{OTHERS})\b"
    rf"|\b(?:{OTHERS})\b(?: \w+){{0,4}} (?:{CUTS}|cut|reduced?|affected?|corta\w*)\b"
)
ASKS = re.compile(r"\?|\b(?:tu|ti|est ce|esque|eske|will|does|do|can|is|si|va|vont|vas|ca|sa|quand|comment)\b")
SO = r"(?:(?:ok|bon|pis|fait que|faque|fak|so|and|et|hey|alors|y|a date|jusqu ici|mais) )*"
FOR_ME = re.compile(
    r"\bcombien\b.*\b(?:avoir|recevoir|en toute?s?|au total|total|revient|reviens|toucher|donner|me donnez|devez|"
    r"va faire)\b"
    r"|\bhow much\b.*\b(?:i get|get|receive|have|total|in all|altogether)\b"
    r"|\bcuanto\b.*\b(?:voy a|recibo|en total|me toca)\b|\bkonbyen\b.*\b(?:jwenn|resevwa|antou)\b"
    rf"|^{SO}(?:what ?s|what is|c ?est quoi|ce quoi|quel est|cual es|ki) (?:the |le |mon |my |el |"
    rf"mi )?(?:grand )?total\b"
    rf"|^{SO}(?:(?:ca|sa|cela|it) )?(?:donne|fait|arrive a|monte a) (?:quoi|combien)(?: (?:ca|sa|la|en tout|toute?))*$"
    rf"|^{SO}(?:j ?(?:e )?)?(?:suis|chu|on est) rendue? (?:a |ou |combien |a combien )+.{{0,12}}$"
    rf"|^{SO}(?:le |the |el |mon |my )?total(?: (?:svp|stp|please|la|now))?$"
)
LONGEST = 14  # words: more is a story


def cuts_other_money(words: str) -> bool:
    """Whether they ask if this money takes from another: "ça va tu couper mon bs"."""
    folded = fold(words)
    few = len(folded.split()) <= LONGEST
    return few and bool(CUTS_OTHER_MONEY.search(folded)) and bool(ASKS.search(folded) or "?" in words)


def how_much_for_me(words: str) -> bool:
    """Whether they ask what they will have, not what the table pays."""
    return bool(FOR_ME.search(fold(words)))


async def who_knows(turn: Turn) -> Reply:
    """No advice: who knows is named, and a coordinator learns that it was asked."""
    await for_a_human(turn, TaskKind.QUESTION)
    return text("claims-benefits", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
