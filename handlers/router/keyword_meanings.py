"""What a keyword asked for as such means to the topics, with the words behind it."""

from __future__ import annotations

from handlers.turn import Heard
from messages.keywords import Understood
from messages.keywords.words import Keyword
from messages.languages import BY_KEYWORD
from messages.reading import Meaning, Slots

MEANT_BY = {
    Keyword.AIDE: Meaning.HELP,
    Keyword.ARRET: Meaning.STOP,
    Keyword.OUI: Meaning.COMING,
    Keyword.NON: Meaning.ABSENT,
    Keyword.PEUT_ETRE: Meaning.MAYBE,
    Keyword.ABSENT: Meaning.ABSENT,
    Keyword.COMMENTAIRE: Meaning.COMMENT,
    Keyword.RECLAMER: Meaning.CLAIM,
    Keyword.STATUT: Meaning.MONEY_STATUS,
    Keyword.PARLER: Meaning.CALL,
    Keyword.APPEL: Meaning.CALL,
    Keyword.CORRIGE: Meaning.CORRECT,
    Keyword.RETIRER: Meaning.WITHDRAW,
    Keyword.SANS_MON_NOM: Meaning.NAMELESS,
    Keyword.PAUSE: Meaning.PAUSE,
    Keyword.MOINS: Meaning.LESS,
    Keyword.REPRENDRE: Meaning.RESUME,
    **dict.fromkeys(map(Keyword, BY_KEYWORD), Meaning.LANGUAGE),
}


def heard_in(keyword: Keyword, understood: Understood) -> Heard:
    """What a keyword means, with the words behind it."""
    meaning = MEANT_BY.get(keyword, Meaning.UNKNOWN)
    if keyword is Keyword.ARRET and understood.stop_kind is not None:
        meaning = Meaning.STOP_KIND
    slots = Slots(language=BY_KEYWORD.get(keyword, ""), kind=understood.stop_kind or "")
    return Heard(meaning, understood.payload or "", slots, keyword=keyword, alone=understood.alone)
