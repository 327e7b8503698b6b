"""After numbers were given to someone: they spoke of a thing ("jparlais de mes tomates"), they are not in danger."""

from __future__ import annotations

import re

from messages.reading.findings import Findings
from messages.reading.labels import Meaning
from messages.reading.outright import says
from messages.reading.text import plain
from messages.reading.whole import DANGERS, Exact

OF_A_THING = "spoke of a thing"
SAFE, BY_ANOTHER = "not in danger", "somebody played with it"
LONGEST = 14  # words
# Somebody is spoken of, or their own end: a person reads it as a cry.
OF_SOMEBODY = re.compile(
    r"\b(?:frere|soeur|mere|pere|fils|fille|gars|chum|mari|femme|blonde|ami\w*|enfants?|bebe|petite?s?|voisin\w*|patient\w*|"
    r"ex|brother|sister|mother|father|mom|dad|son|daughter|husband|wife|friend|baby|kids?|hij\w+|hermano|hermana|mama|"
    r"papa|esposo|lui|elle|him|her|testament|corde|pilules?|pills|pont|bridge|fusil|gun|couteau|knife|adieu|goodbye)\b"
)
# "y va me tuer si y le trouve": whatever thing is named beside.
SOMEBODY_WILL = re.compile(
    r"\b(?:y|i|il|ils|he|she|they|el|ella|li|yo) (?:va|vont|veut|gonna|will|is going|are going|wants|ap|pral)\b"
)


def said_in_care(found: Findings) -> Exact | None:
    """What they say of the numbers that they were given; None for all the rest, which is weighed."""
    few = len([word for word in found.said if word.isalnum()]) <= LONGEST
    if not few or "?" in found.said:
        return None
    if says(BY_ANOTHER, found.text) and not _in_danger(found):
        return Exact((Meaning.OTHER_PERSON,), BY_ANOTHER)
    if OF_SOMEBODY.search(plain(found.text)):
        return None
    spoken = found.has("past or figure") and not SOMEBODY_WILL.search(plain(found.text))
    if says(OF_A_THING, found.text) and (spoken or not _in_danger(found)):
        return Exact((Meaning.SMALLTALK,), OF_A_THING)
    return Exact((Meaning.SMALLTALK,), SAFE) if says(SAFE, found.text) else None


def _in_danger(found: Findings) -> bool:
    return any(found.has(danger) for danger in DANGERS)
