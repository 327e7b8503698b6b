"""Courtesies and conditions: what looks like a yes, and agrees to nothing.

Words that were read back leave by a plain yes alone. What puts them right or adds to them is read here too.
"""

from __future__ import annotations

import re

from messages.keywords import fold
from messages.reading import second_thoughts as said
from messages.reading.context import Context
from messages.reading.findings import Findings
from messages.reading.labels import Meaning, Step
from messages.reading.types import Reading
from messages.reading.whole import DANGERS, Exact

POLITE, CONDITION = "polite", "a condition"
NO_YES = frozenset({POLITE, CONDITION})
AGREES = re.compile(
    r"\b(?:oui|ouais|ouin|ui|yes|yeah|yep|yup|si|wi|ok|okay|envo\w*|exact\w*|correct\w*|parfait\w*|beau|bon|bonne|good|fine|"
    r"great|right|send|sends|go|lis|lisez|lire|read|accord|accepte\w*|mand\w*|envi\w*|dale|claro|dako|vas y|allez y)\b"
)
THANKS = re.compile(r"(?:un |mille |grand |gros |muchas )*(?:merci|mercie|marci|thank|thx|gracias|mesi)")
OFFERED = frozenset({Step.OFFER_TO_CARRY, Step.CLAIM_OFFERED})
# "merci c'est ben correct", "c'est beau de même": what is offered is not wanted.
WELL_AS_IT_IS = re.compile(
    r"^(?:ah |oh |ben |ok |bon |non |no )*(?:"
    r"(?:merci|mercie|thanks?(?: you)?|thx|gracias|mesi)(?: beaucoup| ben| bien| a lot)?,? "
    r"(?:c ?est |c |ca |sa |im |i ?m |its |it ?s |estoy |mwen |m )?(?:ben |bien |tres |all |va )*"
    r"(?:correct\w*|beau|bon|ok|va|aller|parfait|good|fine|set|bien|byen)(?: aller)?"
    r"(?: (?:de meme|comme ca|la|like this|asi))?"
    r"|(?:c ?est |c |ca |sa |im |i ?m |its |it ?s |estoy )(?:ben |bien |tres |all |va )*"
    r"(?:correct\w*|beau|bon|ok|va|aller|parfait|good|fine|set|bien)"
    r"(?: aller)?,? (?:merci|mercie|thanks?|thank you|thx|gracias|de meme|comme ca|"
    r"like (?:this|that))(?: merci| thanks)?"
    r")$"
)
SETTLED = frozenset({Step.SAID_COMING, Step.SAID_ABSENT, Step.COMMENT_KEPT})


def agrees(reading: Reading) -> bool:
    """Whether a yes to words that leave by it says so: by a rule, or in one of the words of a yes."""
    return reading.why != "words" or AGREES.search(fold(reading.slots.words)) is not None


def courtesies(found: Findings, context: Context) -> Exact | None:
    """ "pas de trouble", "ok si denis est fin"; None where they may be an answer."""
    if "?" in found.said or any(found.has(danger) for danger in DANGERS):
        return None
    if context.step in OFFERED and WELL_AS_IT_IS.match(fold(found.text)):
        return Exact((Meaning.NO,), "well as it is")
    if context.step is Step.READ_BACK:
        return _of_words_read_back(found.text)
    spoken = context.step is Step.REMINDER and context.spoken
    if spoken and found.has("okay alone"):
        return Exact((Meaning.REACTION,), "okay")
    thanks = context.step is Step.REMINDER and THANKS.match(fold(found.text))
    if (spoken or thanks or context.step in SETTLED) and said.only_polite(found.text):
        return Exact((Meaning.THANKS,), POLITE)
    return None


def _of_words_read_back(text: str) -> Exact | None:
    if said.only_polite(text):
        return Exact((Meaning.THANKS,), POLITE)
    if said.on_a_condition(text):
        return Exact((Meaning.UNKNOWN,), CONDITION)
    if said.adds(text):
        return Exact((Meaning.COMMENT,), "more words")
    return Exact((Meaning.CORRECT,), "put right") if said.puts_right(text) else None
