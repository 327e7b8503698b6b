"""For whom some words are: the coordinator alone ("juste pour Maude", "pas a la gang"), or the table ("dites que")."""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import fold

ALONE, ANNOUNCED = "alone", "announced"
FEWEST_SAID = 2  # words beside whom they are for
ROLE = r"(?:la )?(?:coordo\w*|coordination|responsable|coordinator|coordinadora)"
ONLY = r"(?:juste|seulement|rien que|uniquement|strictement|only|just|solo|solamente|jis)"
TABLE = (
    r"(?:a |au |aux |pour |devant |for |to |with |in front of |a la |para |con |ni |toute? )*(?:la |le |les |l |the |los |toute? |la )*"
    r"(?:gang|gagne|table|groupe|autres|group|others|everyone|everybody|rest|comite|committee|mesa|grupo|demas|tab)\b"
)
NOT = r"(?:pas|pa|not|no|ni|sans)"
THIS = r"(?:ca|sa|ceci|this|that|eso|esto)"
SAY = r"(?:dire|parler|ecrire|conter|confier|say|tell|talk|speak|decir|hablar|contar)"
FILLERS = frozenset(
    """pis et mais ca sa c est cest la le les une un de d a au pour j jai je ai jveux veux voudrais aimerais affaire chose
    quelque qqch dire parler ecrire juste seulement only just for to me i want tell say talk something thing this that is it
    s es esto eso solo para algo quiero decir y pero message mot prive perso personnel private svp stp please in""".split()
)
TELLS_TABLE = re.compile(
    r"\b(?:dites?|disez|dis|lisez|tell|digan?)\b(?: \w+){0,2}? (?:a la table|au monde|a la gang|au comite|leur|leu|que|qu|them|the table|la mesa)\b"
    r"|\bj?(?:veux|voudrais|faut|faudrait|faudrai) (?:que |qu )?(?:le monde (?:a|de) (?:la )?table|la table|le comite|tout le monde|ils|y) sach\w*"
    r"|\b(?:a la table|at the table) (?:que|that)\b"
)


def only_for(text: str, coordinator: str) -> str | None:
    """Whether it is for the coordinator and nobody else: `ALONE`, its words beside; `ANNOUNCED`, they are still to come."""
    said = fold(text)
    names = fold(coordinator).split()
    found = _pattern(names[0] if names else "").search(said)
    if found is None:
        return None
    left = [word for word in said.replace(found[0], " ").split() if word not in FILLERS and word not in names]
    return ALONE if len(left) >= FEWEST_SAID else ANNOUNCED


def for_the_table(text: str) -> bool:
    """ "dites a la table que...", "jveux que le monde a table sache ca": said by them to be for the table."""
    return TELLS_TABLE.search(fold(text)) is not None


@lru_cache(maxsize=16)
def _pattern(name: str) -> re.Pattern[str]:
    who = rf"(?:{re.escape(name)}|{ROLE})" if name else ROLE
    return re.compile(
        rf"\b{ONLY} (?:pour|a|avec|for|to|with|para|con|pou) {who}\b"
        rf"|\b(?:pour|a|avec|for|to|with|para|con) {who} (?:{ONLY}|toute seule|en prive|privately|alone|en privado|sola)\b"
        rf"|\bentre (?:moi|nous|vous|toi) (?:pis|et|puis) (?:moi|{who})\b|\bbetween (?:me|us) and {who}\b|\bentre {who} (?:y|pis|et) (?:yo|moi)\b"
        rf"|\b{who}\b(?: \w+){{0,8}}? (?:mais |pis |et |but |pero )?{NOT} {TABLE}"
        rf"|\b{NOT} {TABLE}(?: \w+){{0,3}}? {ONLY}? ?(?:a|pour|avec|for|to|para)? ?{who}\b"
        rf"|\b{THIS} (?:la |c est |cest |c |is |s |es |doit |should |reste |va |ira |goes )*{NOT} (?:aller |go )?(?:pour|a|for|to|para|devant) ?(?:la |toute la |the )?{TABLE}"
        rf"|\b(?:message|mot|note|affaire|{SAY}) (?:prive\w*|perso\w*|en prive|private\w*) (?:pour|a|avec|for|to|para) {who}\b"
    )
