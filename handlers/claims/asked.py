"""What people ask of their money that is in no table: what it does to other money, how much they will have."""

from __future__ import annotations

import re

from db.conversations import TaskKind
from handlers.heard import for_a_human
from handlers.turn import Reply, Turn
from messages import text
from messages.keywords import fold

CUTS = (
    r"coup\w*|baiss\w*|perd\w*|affect\w*|chang\w*|touch\w*|dimin\w*|enlev\w*|otent?|otes?|nui\w*|jou\w* sur|compt\w*|"
)
CUTS += r"koup\w*|pedi|pedu|afekte|bese|retire|wete|manyen|touche|konte|kite"  # in Creole
OTHERS = (
    r"bs|aide sociale|check|bien etre( social)?|solidarite( sociale)?|prestations?|cheque|"
    r"rente|pension|chomage|csst|saaq|"
    r"logement|allocations?( familiales?)?|welfare|disability|benefits?|ei|asistencia|"
    r"byennet(?: sosyal)?|byen et(?: sosyal)?|bienet(?: sosyal)?|(?:ed|asistans) sosyal|chek(?: byennet)?|benefis"
)
THEM = r"agente? (?:du |de |d )?(?:bs|aide sociale)|agente?|bs|aide sociale|welfare|ayuda social"  # who would be told
CUTS_OTHER_MONEY = re.compile(
    rf"\b(?:{CUTS})\b(?: \w+){{0,5}} (?:{OTHERS})\b"
    rf"|\b(?:cut|lose|affect|reduce|lower|touch|mess(?: up| with)?|hurt|screw(?: up)?|change|count)\b(?: \w+){{0,4}} "
    rf"(?:{OTHERS})\b"
    rf"|\b(?:quitar|cortar|afecta\w*|bajar|perder|reducir)\b(?: \w+){{0,4}} (?:ayuda(?: social)?|{OTHERS})\b"
    rf"|\b(?:compte|compter|counts?|cuenta)\b(?: \w+){{0,3}} (?:revenus?|income|ingresos?)\b"
    rf"|\b(?:{OTHERS})\b(?: \w+){{0,4}} (?:{CUTS}|cut|reduced?|affected?|corta\w*)\b"
)
WHO_LEARNS = re.compile(
    rf"\b(?:faut|dois|doit|devrais|should i|have to|do i|must i|are you|you gonna|allez|vas|va|vont|tengo que|debo)\b"
    rf"(?: \w+){{0,5}} (?:dise?|dire|declar\w+|tell|report|decir(?:le)?|savoir)\b(?: \w+){{0,4}} (?:{THEM})\b"
    rf"|\b(?:{THEM})\b (?:va|vont|will|gonna|peut|can|se va a|van a)\b(?: \w+){{0,3}} (?:savoir|"
    rf"find out|know|enterar)\b"
    rf"|\b(?:will|does|do|can) (?:the |my )?(?:{THEM})\b(?: \w+){{0,2}} (?:find out|know|see)\b"
)
TOLD_TO_THEM = re.compile(r"\b(?:dites?|dis|dire|digan?|tell|say)\b.*\b(?:que|qu|that)\b")
ASKS = re.compile(
    r"\?|\b(?:tu|ti|est ce|esque|eske|will|does|do|can|is|si|va|vont|vas|ca|sa|quand|comment|ap|pral|kob|lajan)\b"
)
SO = r"(?:(?:ok|bon|pis|fait que|faque|fak|so|and|et|hey|alors|y|a date|jusqu ici|mais) )*"
FOR_ME = re.compile(
    r"\bcombien\b.*\b(?:avoir|recevoir|en toute?s?|au total|total|revient|reviens|toucher|donner|me donnez|devez|"
    r"va faire)\b"
    r"|\bhow much\b.*\b(?:i get|get|receive|have|total|in all|altogether|all together|so far)\b"
    r"|\b(?:combien|konbyen)\b.*\b(?:a date|jusqu ?a(?: date| la)?|jusqu ici|rendue?)\b"
    r"|\bcombien (?:que )?(?:ca|sa) (?:donne|fait|me donne|arrive)(?: la| en tout)?$|\barrive[zs]? a combien\b"
    r"|\btotal (?:c ?est|est|ce|is) (?:quoi|combien|how much|what)\b"
    r"|\bcuanto\b.*\b(?:voy a|recibo|en total|me toca)\b|\bkonbyen\b.*\b(?:jwenn|resevwa|antou)\b"
    rf"|^{SO}(?:what ?s|what is|c ?est quoi|ce quoi|quel est|cual es|ki) (?:the |le |mon |my |el |"
    rf"mi )?(?:grand )?total\b"
    rf"|^{SO}(?:(?:ca|sa|cela|it) )?(?:donne|fait|arrive a|monte a) (?:quoi|combien)(?: (?:ca|sa|la|en tout|toute?))*$"
    rf"|^{SO}(?:j ?(?:e )?)?(?:suis|chu|on est) rendue? (?:a |ou |combien |a combien )+.{{0,12}}$"
    rf"|^{SO}(?:le |the |el |mon |my )?total(?: (?:svp|stp|please|la|now))?$"
)
WHEN_PAID = re.compile(
    r"\b(?:quan|quand|kan|when|cuando|kile|ki le)\b.*(?:pay|pey|paid|pag|argent|lajan|money|dinero|"
    r"virement|cheque|sous|kob)"
    r"|\b(?:argent|cheque|virement|sous|remboursement|money|check|dinero|lajan)\b.{0,16}\b(?:quan|quand|kan|when|cuando)\b"
    r"|\b(?:combien de temps|long|longtemps|how long|cuanto tiempo|tarda)\b.{0,20}\b(?:pay\w*|paid|pag\w*|argent|money|"
    r"rembours\w*|dinero)\b"
)
LONGEST = 14  # words: more is a story


def cuts_other_money(words: str) -> bool:
    """Whether they ask if this money takes from another: "ça va tu couper mon bs"."""
    folded = fold(words)
    if TOLD_TO_THEM.search(folded):
        return False  # words for the table
    few = len(folded.split()) <= LONGEST
    learns = few and WHO_LEARNS.search(folded) is not None
    return learns or (few and bool(CUTS_OTHER_MONEY.search(folded)) and bool(ASKS.search(folded) or "?" in words))


def how_much_for_me(words: str) -> bool:
    """Whether they ask what they will have, not what the table pays."""
    return bool(FOR_ME.search(fold(words)))


def when_paid(words: str) -> bool:
    """Whether they ask when the money comes."""
    return bool(WHEN_PAID.search(fold(words)))


async def who_knows(turn: Turn) -> Reply:
    """No advice: who knows is named, and a coordinator learns that it was asked."""
    await for_a_human(turn, TaskKind.QUESTION)
    return text("claims-benefits", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
