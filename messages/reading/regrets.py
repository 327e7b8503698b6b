"""What is said against the question that was asked, in plain words: no call after all, a wrong number, a wish to join.

For questions whose answer is taken as it is written (an hour, a name), where nothing else is read.
"""

from __future__ import annotations

import re

from messages.reading.text import plain
from messages.reading.whole import WRONG_NUMBER

REGRETS = re.compile(
    r"\b(?:regrett?e\w*|laissez? (?:donc )?(?:faire|tomber)|oubliez? (?:ca|cela|l.?appel|moi|donc)|annul\w+|cancel\w*|"
    r"never ?mind|forget it|changed my mind|change d.? ?(?:idee|avis)|(?:pas|plus|pu) besoin|non,? finalement|"
    r"finalement,? non|no need|don.?t (?:call|phone)|(?:appelez|rappelez)(?: moi|-moi)? (?:pas|plus)|pa rele|kite sa|"
    r"m pa bezwen|olvid\w+|no me llam\w+|ya no (?:quiero|hace falta|necesito))\b"
)
TO_JOIN = re.compile(
    r"\W*(?:(?:ok|oui|yes|si|wi|bonjour|allo|salut|hi|hello|hola|bonjou|bonswa|bon|ben|la|svp|please)\W+){0,3}"
    r"(?:(?:i|je|j|jveux|jaimerais|j.aimerais|quiero|mwen|m|me|would|d|veux|voudrais|aimerais|want|like|wanna|vle|"
    r"gustaria|to|que|ta|renmen)\W+){0,5}"
    r"(?:join|sign (?:me )?up|joindre|(?:m.)?inscrire|embarquer|participar|unirme|inscribirme|antre|enskri|rejoindre|"
    r"j.?(?:m.?)?embarque|inscri(?:s|vez|vais)\W+moi|(?:ajoute[rz]?|mette[rz])\W+moi|count me in|add me|faire partie|"
    r"participer|inscribame|apuntame|enskri m)"
    r"(?:\W+(?:me|please|svp|s.il vous plait|por favor|tanpri|the|your|votre|le|la|nan|gwoup|group|groupe|table|mesa|"
    r"tab|list|liste|lista|en|in|on|to|a|de|du|su|sur|dans|you|vous|nou|moi))*\W*"
)


def regrets(text: str) -> bool:
    """ "je regrette d'avoir demandé", "laissez faire", "never mind": what was asked for is no longer wanted."""
    return REGRETS.search(plain(text)) is not None


def is_wrong_number(text: str) -> bool:
    """ "mauvais numéro", and nothing else."""
    return WRONG_NUMBER.fullmatch(plain(text)) is not None


def wants_to_join(text: str) -> bool:
    """ "I want to join", "join": a wish, and no name."""
    return TO_JOIN.fullmatch(plain(text)) is not None
