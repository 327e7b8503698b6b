"""Coming back, in their own words: "je veux revenir", "I want to come back"."""

from __future__ import annotations

import re
from collections.abc import Sequence

# In the spelling of reading_spellings.tsv, without marks.
BACK = re.compile(
    r"(?:(?:allo|bonjour|salut|hello|hi|hola|ok|oui|yes|si|finalement|excuse|scusez|sorry) )*"
    r"(?:(?:je|i|m|mwen) )?(?:(?:ai change d idee|changed my mind) )?(?:(?:je|i) )?"
    r"(?:(?:veux|voudrais|voulais|aimerais|peux|puis|would like|d like|want|wanna|can|vle|quiero|quisiera|puedo)"
    r"(?: je| i| ca| bien| to)* )"
    r"(?:me )?(?:revenir|reembarquer|recommencer|(?:re)?inscrire|reabonner|come back|be back|get back|join again|"
    r"start again|retounen|regresar|volver|recevoir (?:encore |de nouveau )?(?:vos|les|des) (?:texto|nouvelle))"
    r"(?: (?:encore|avec vous|dans le groupe|sur la liste|svp|sil vous plait|please|por favor|again|with you))*"
)
LONGEST_BACK = 12  # words


def comes_back(said: Sequence[str]) -> bool:
    """Whether these words, in one spelling, say that the messages may resume, and nothing else."""
    words = " ".join(word for word in said if word.isalnum())
    return len(said) <= LONGEST_BACK and BACK.fullmatch(words) is not None
