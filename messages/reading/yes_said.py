"""A yes that is more than its word ("oui cest ca", "oui envoye", "ok dabord"), and says nothing else: it is for the
question that stands before them, and for no older one."""

from __future__ import annotations

import re

from messages.keywords import fold

YES = r"(?:oui|ouais|ouin|ouep|ui|yes|yep|yeah|wi|si|exact|exactement|certain)"
TAIL = (
    r"(?:cest|c|s|se|its|thats) (?:bien |ben |en plein )?(?:ca|sa|cela|it|exact|right)(?: menm)?|sa menm|exact|"
    r"exactement|"
    r"envo[iy]\w*(?: (?:ca|le|la|les|donc))?|en plein ca|vas y|allez y|go|absolument|certain|svp|merci|monsieur|madame"
)
OKAY = (
    r"(?:ok|okay|okey|dac|daccord|bon|beau)(?: (?:d ?abord|donc|daccord|dac|la|merci|bon|beau|thanks|mesi))+|"
    r"(?:ok |bon |ben |oui |merci )*(?:c|cest|ses) (?:ben )?(?:bon|beau|correct)(?: (?:la|merci|dabord|d abord))*|"
    r"bon dabord|d ?abord ok"
)
_SURE = re.compile(rf"(?:(?:ah|ben|bon|mais) )*(?:{YES}(?: |$))+(?:(?:{TAIL})(?: |$))+|(?:(?:c|cest) (?:en plein )?ca)")
_WEAK = re.compile(OKAY)


def says_yes_to_what_is_asked(text: str) -> bool:
    """ "oui cest ca", "ouais envoye": a yes in a few words."""
    return "?" not in text and _SURE.fullmatch(_words(text)) is not None


def agrees_weakly(text: str) -> bool:
    """ "ok dabord", "ok merci", "c bon": a word of courtesy, or a yes; too little for what was never asked plainly."""
    return "?" not in text and _WEAK.fullmatch(_words(text)) is not None


def _words(text: str) -> str:
    return re.sub(r"[^\w]+", " ", fold(text)).strip().replace("c est", "cest").replace("s il vous plait", "svp")
