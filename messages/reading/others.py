"""Somebody else who does not come, said in a sentence: "ma fille est malade a viendra pas", "lise vient pas".

Who writes is never made absent by it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data
from messages.reading.text import words

LONGEST = 18  # words: a longer one says more
RELATIVE = (
    r"(?:(?:ma|mon|mes|my|mi|mis|notre|nos|la|le|les|ta) "
    r"(?:belle |beau |ex |grand |grande |ti |tite |tit |petite? |plus |big |little )*"
    r"(?:mere|maman|moman|pere|papa|popa|soeur|frere|fille|filles|fils|gars|garcons?|chum|blonde|mari|femme|conjointe?|"
    r"voisine?|amie?|coloc|tante|oncle|niece|neveu|cousine?|flos?|enfants?|kids?|bebe|ado|petite?s?|petits|jeune|vieux|"
    r"vieille|mom|mother|dad|father|sister|brother|daughter|son|husband|wife|boyfriend|girlfriend|baby|children|"
    r"friend|neighbou?r|roommate|mama|madre|hermana|hermano|hija|hijo|hijos|ninos?|nina|esposo|esposa|amiga|amigo|vecina))"
)
WHO = rf"(?P<who>{RELATIVE}|(?P<name>[a-z]{{3,}}))"
HE = r"(?:il|elle|ils|elles|y|a|al|she|he|they|ella|el|li)"
NOT = r"(?:pas|plus|pu|jamais)"
GO = r"(?:venir|viens|aller|etre la|etre|pouvoir venir|se rendre)"
MISS = r"(?:manquer|rater|miss) (?:ca|la rencontre|cette rencontre|la reunion|that|it|this)"
NOT_COMING = (
    rf"(?:{HE} )?(?:y )?"
    rf"(?:(?:viens|vient|viendra|viendrait|viendront|viennent|sera|seront|ira|iront) {NOT}(?: la| venir)?"
    rf"|(?:peut|peux|peuvent|pourra|pourront|va|pouvait|veut|veux|veulent) {NOT} (?:y )?{GO}"
    rf"|(?:peut|peux|peuvent|pourra|pourront) {NOT}$|(?:va|vont|is going to) {MISS}"
    r"|(?:cant|can not|cannot|wont|will not|isnt|is not|not|arent) (?:be )?(?:able to )?"
    r"(?:come|coming|make it|be there|there|going)"
    r"|no (?:puede|pueden|viene|vienen|va|podra|vendra)(?: a)?(?: (?:venir|viens|ir|asistir))?"
    r"|(?:pap|pa) (?:ka |kapab )?vini)"
)
# After what is said of them: their own pronoun or their own verb, never one that may be of who writes.
THEN_NOT = (
    rf"(?:{HE} {NOT_COMING}|(?:il|elle|a|al|she|he) serai {NOT} la"
    rf"|{HE} (?:va |vont |pourra |devra |is going to |will )?(?:manquer|manquera|rater|miss) "
    r"(?:ca|la rencontre|cette rencontre|la reunion|lundi|mardi|mercredi|jeudi|vendredi|that|it|this)"
    r"|(?:viendra|viendrait|viendront|sera|ira|pourra) (?:pas|plus)(?: la| venir)?"
    r"|(?:va|vont|will|is going to|va a) (?:manquer|rater|miss|faltar)(?: (?:ca|la|that|it|this|a eso))?"
    r"|(?:wont|cant|will not|can not|is not|isnt) (?:be )?(?:come|coming|make it|be there|there)"
    r"|no (?:puede|va a) (?:ir|venir|viens))"
)
OPENING = r"^(?:(?:non|oui|allo|bonjour|pis|mais|salut|hi|hola|finalement|bon|ben|ok|scusez|juste|hey) )*"
OTHER_ABSENT = re.compile(rf"{OPENING}{WHO} {NOT_COMING}(?: |$)")
OTHER_WITH_A_REASON = re.compile(rf"{OPENING}{WHO} (?P<of>(?:\S+ ){{1,9}}?){THEN_NOT}(?: |$)")
COMES_ALONE = re.compile(
    r" (?:mais|pis|but|pero|men) (?:moi |me |i |yo )?"
    r"(?:oui|yes|si|(?:je )?(?:y )?(?:viens|vais|irai|serai la|viendrai)|am|will|voy)(?: .{0,12})?$"
)
NOR_ME = re.compile(r" (?:pis |et |ni |and |y |ak )?(?:moi|me|i|yo|mwen) (?:non plus|neither|either|tampoco|pas|not)$")
MYSELF = frozenset({"je", "moi", "i", "im", "yo", "nous", "on", "we", "mwen"})
OF_ME = MYSELF | {"me"}


def other_absent(text: str) -> bool:
    """Whether somebody else does not come, and nothing is said of who writes: "lise vient pas"."""
    said = [word for word in words(text) if word.isalnum()]
    line = " ".join(said)
    match = OTHER_ABSENT.search(line) or OTHER_WITH_A_REASON.search(line)
    if match is None or len(said) > LONGEST:
        return False
    if match["name"] is not None and match["name"] not in _first_names():
        return False
    of = match.groupdict().get("of") or ""
    if OF_ME & {*match["who"].split()} or MYSELF & {*of.split()}:
        return False
    return not OF_ME & {*line[match.end() :].split()}


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    return frozenset(name for line in data.lines("first_names.txt") for name in line.split())
