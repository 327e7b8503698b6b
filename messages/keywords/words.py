"""The names of the keywords, and what understanding a message gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from messages.languages import BY_KEYWORD

Sure = Literal["sure", "ask", "none"]
StopKind = Literal["reminders", "digest", "surveys"]
Label = Literal["distress", "maybe-stop"]


class Keyword(StrEnum):
    """The canonical names, as they are printed, kept and shown in every language."""

    AIDE = "AIDE"
    ARRET = "ARRET"
    OUI = "OUI"
    NON = "NON"
    PEUT_ETRE = "PEUT-ETRE"
    ABSENT = "ABSENT"
    COMMENTAIRE = "COMMENTAIRE"
    RECLAMER = "RECLAMER"
    STATUT = "STATUT"
    TARIFS = "TARIFS"
    COMBIEN = "COMBIEN"
    TRANSPORT = "TRANSPORT"
    GARDE = "GARDE"
    REPAS = "REPAS"
    MOT = "MOT"
    SUITE = "SUITE"
    ANNULER = "ANNULER"
    PARLER = "PARLER"
    APPEL = "APPEL"
    POSTE = "POSTE"
    CORRIGE = "CORRIGE"
    RETIRER = "RETIRER"
    SANS_MON_NOM = "SANS MON NOM"
    Q = "Q"
    PAUSE = "PAUSE"
    MOINS = "MOINS"
    REPRENDRE = "REPRENDRE"
    JOINDRE = "JOINDRE"
    CONFIDENTIALITE = "CONFIDENTIALITE"
    MES_DONNEES = "MES DONNEES"
    EFFACER = "EFFACER"
    # And one for each language: FRANCAIS, ENGLISH... (messages/languages.py).
    _ignore_ = "_languages _name"
    _languages = vars()
    for _name in BY_KEYWORD:
        _languages[_name] = _name


@dataclass(frozen=True, slots=True)
class Understood:
    """What a message was taken for.

    `sure`: "sure" may be acted upon, "ask" only with a question first, "none" is the person's own words.
    `payload`: the words after the keyword, exactly as they were written ("" if none).
    `label`: something a human should see, whatever the keyword: "distress", or "maybe-stop" (the wide net).
    `stop_kind`: which messages to stop, when ARRET names one kind; None is all of them.
    `alone`: the message holds the keyword and polite words, nothing else.
    """

    keyword: Keyword | None = None
    sure: Sure = "none"
    payload: str = ""
    label: Label | None = None
    stop_kind: StopKind | None = None
    alone: bool = False
