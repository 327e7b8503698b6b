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
NO_CALL = re.compile(
    r"\b(?:(?:(?:r?app?el(?:ez|l?er?|les?)|rapel\w*|telephone[rz]?)[ -]?(?:moi|me|nous) (?:surtout )?|"
    r"(?:r?app?elez|telephonez) |"
    r"(?:me|m.?) ?(?:r?app?ell?e[rz]|telephone[rz]) (?:surtout )?)(?:pas|plus|pus?|jamais|po)\b|"
    r"(?:veux|voudrais|jveux|prefere|jprefere|aime) (?:mieux )?(?:pas|plus|pus?) (?:d.? ?|de |un |que |qu.? ?)?"
    r"(?:vous |on |tu )?(?:m.? ?|me )?app?el\w*|"
    r"(?:don.?t|do not|never|please no|stop) (?:call|phon)(?:e|ing)?(?: me)?\b|"
    r"no (?:more )?(?:phone )?calls?\b|(?:ya )?no me (?:llam\w+|telefone\w+)|no quiero (?:que me llam\w+|llamadas?)|"
    r"\b(?:pa|p ap) (?:rele|telefone)(?: m\b| mwen| nou)?|(?:pas|pu|plus) d.?appels?)"
)
# A moment that does not suit, somebody else to call, what to call them: "appelez moi pas avant 4h", "pas la police".
OF_A_MOMENT = re.compile(
    r"\W*(?:tard|tot|vite|souvent|avant|apres|before|after|antes|despues|anvan|apre|le (?:matin|soir)|ce soir|"
    r"demain|aujourd|trop (?:tot|tard)|too (?:early|late)|in the|tonight|today|tomorrow|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"lundi|mardi|mercredi|jeudi|vendredi|la nuit|at night|por la|madame|monsieur|mme|mrs?\b|ms\b|miss|comme|"
    r"par (?:mon|le nom)|"
    r"(?:la |the |a la )?(?:police|polis|cops|911|ambulance|dpj)|(?:mon|ma|mes|my|mi) (?!cell|tel)|"
    r"tout de suite|right now|hoy)"
)
LONGEST_REFUSAL = 18  # words
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


def refuses_a_call(text: str) -> bool:
    """ "jai pu de minutes appelez moi pas", "don't call me, text me": no voice is wanted, at any hour."""
    said = plain(text)
    match = NO_CALL.search(said)
    if match is None or "?" in said or len(said.split()) > LONGEST_REFUSAL:
        return False
    return OF_A_MOMENT.match(said[match.end() :]) is None


def is_wrong_number(text: str) -> bool:
    """ "mauvais numéro", and nothing else."""
    return WRONG_NUMBER.fullmatch(plain(text)) is not None


def wants_to_join(text: str) -> bool:
    """ "I want to join", "join": a wish, and no name."""
    return TO_JOIN.fullmatch(plain(text)) is not None
