"""Exact rules over a whole message: a wrong number, "all of them", "leave it as it is", help asked with a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from messages.reading.context import Context
from messages.reading.findings import Findings
from messages.reading.labels import Meaning, Step
from messages.reading.text import plain

DIGESTS = frozenset({Step.DIGEST, Step.OLD_DIGEST})
OPEN_TO_NEWS = frozenset(
    {
        Step.NOTHING, Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT, Step.OFFER_TO_CARRY, Step.COMMENT_KEPT,
        Step.CLAIM_OFFERED, Step.DIGEST, Step.OLD_DIGEST,
    }
)  # fmt: skip
DANGERS = ("self harm", "violence", "child in danger", "nowhere tonight", "medical danger", "hunger", "distress words")
# Said and nothing else, whatever was asked: whoever answers is not the person written to.
WRONG_NUMBER = re.compile(
    r"\W*(?:(?:non|no|sorry|scusez|desole|vous avez|vous etes|t.?as|cest|c.?est|you have|you got|tienen?|es|u|a|un|el|"
    r"le|au|the|its?|it.?s)\W+){0,4}"
    r"(?:wrong (?:number|person|#)|mauvais (?:numero|num|no)|pas le bon (?:numero|num)|"
    r"pas la bonne personne|numero equivocado|persona equivocada|move nimewo|se tromp\w+ de (?:numero|personne))"
    r"(?: (?:svp|sorry|desole|merci|monsieur|madame|bro|dude|man))?\W*"
)
# "change rien", once their words were read back: they are right.
AS_IT_IS = re.compile(
    r"\W*(?:non,? )?(?:(?:change|touche|corrige|modifie|bouge)\w* (?:y |le |la |les |a )?(?:rien|pas|plus)(?: \w+){0,3}"
    r"|(?:dont|don.t|do not) (?:change|touch)(?: \w+){0,3}|leave it(?: as(?: it)? is)?|no cambi\w+ nada|pa chanje anyen"
    r"|laissez? (?:ca |le |la )?(?:comme ca|de meme|tel quel|comme c.?est))\W*"
)
TOLD_WORD_FOR_WORD = re.compile(
    r"\b(?:dit|dis|di|disait|disent|cri\w*|repond\w*|lance|traite\w*|ecrit|said|says|say|told|yell\w*|answer\w*|call\w*|"
    r"dijo|dice|grito|reponn|rele)\b[^\n\"«“”]{0,24}[\"«“][^\"»”]{2,}[\"»”]"
)
# "aidez-moi avec ma demande": help with a thing, not a cry.
HELP_WITH = re.compile(
    r"(?:help|aid\w*|ayud\w*|ede)\b(?: \w+){0,3}? (?:with|avec|pour|con|fill|remplir|ranpli|a|of)\b[^?!\n]{0,24}?\b"
    r"(?:forms?|formulaires?|claims?|demande|reclamation|papiers?|papye|papeles|formularios?|(?:bus )?money|allocation|"
    r"telephone|phone|textos?|comprendre|understand|ecrire|write|repondre|answer)\b"
)
LONGEST_HELP = 14  # words
# "PROPOSER le frigo est ouvert", "nouvelle: ..."; "nouvelle adresse" is no news, and wants its colon.
PROPOSES = re.compile(r"\W*(?:proposer?\b(?! (?:que|qu|de|to|that)\b)|(?:proposition|suggestion|nouvelle|news) ?:)")
IS_A_RECEIPT = re.compile(
    r"\W*(?:voici|voila|c.?est|ca c.?est|here.?s?(?: is)?|this is|it.?s|es|aqui esta|se|men) "
    r"(?:mon|le|ma|la|my|the|mi|el|resi) ?(?:recu|facture|receipt|recibo|factura|m\b|mwen\b)(?: [\w,.$]+){0,6}\W*$"
)
ALL_OF_THEM = frozenset(
    {"tout", "toute", "tous", "toutes", "all", "everything", "todo", "todas", "todos", "les", "la", "of", "them"}
)


@dataclass(frozen=True, slots=True)
class Exact:
    """The meanings that a rule reads, the slots it knows, and its name."""

    meanings: tuple[Meaning, ...]
    why: str
    digits: tuple[int, ...] = ()
    about: str = ""
    language: str = ""


def all_of_them(found: Findings, context: Context) -> Exact | None:
    """ "toute", to the list of a digest."""
    if context.step not in DIGESTS or not set(found.said) <= ALL_OF_THEM or not context.options:
        return None
    return Exact((Meaning.NUMBER,), "digits", tuple(sorted(context.options)))


def wrong_number(found: Findings, step: Step) -> Exact | None:
    said = step is not Step.COLLECTING and WRONG_NUMBER.fullmatch(plain(found.text))
    return Exact((Meaning.WRONG_NUMBER,), "wrong number") if said else None


def as_it_is(found: Findings, step: Step) -> Exact | None:
    right = step is Step.READ_BACK and AS_IT_IS.fullmatch(plain(found.text))
    return Exact((Meaning.YES,), "as it is") if right else None


def quoted(found: Findings, step: Step) -> Exact | None:
    """What somebody said, told word for word while words are written: 'ya crié "allez vous en"' is theirs to tell."""
    told = step is Step.COLLECTING and TOLD_WORD_FOR_WORD.search(plain(found.text))
    if not told or any(found.has(danger) for danger in DANGERS):
        return None
    return Exact((Meaning.COMMENT,), "told word for word")


def help_with(found: Findings, step: Step) -> Exact | None:
    if step not in (*OPEN_TO_NEWS, Step.STRANGER) or any(found.has(danger) for danger in DANGERS):
        return None
    said = len(found.said) <= LONGEST_HELP and HELP_WITH.search(plain(found.text))
    return Exact((Meaning.HELP,), "help with something") if said else None


def proposed(found: Findings, step: Step) -> Exact | None:
    """News for the digest, opened by the word that the guide gives."""
    if step not in OPEN_TO_NEWS or any(found.has(danger) for danger in DANGERS):
        return None
    return Exact((Meaning.PROPOSE,), "proposed") if PROPOSES.match(plain(found.text)) else None


def receipt(found: Findings, step: Step) -> Exact | None:
    """ "cest mon recu de bus": what a picture sent before it is."""
    if step not in OPEN_TO_NEWS or "?" in found.said or not IS_A_RECEIPT.match(plain(found.text)):
        return None
    return Exact((Meaning.RECEIPT_PHOTO,), "receipt named")
