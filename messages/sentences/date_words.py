"""The names of days and months, as people write them."""

from __future__ import annotations

from functools import lru_cache

from messages.sentences.nearly import nearest

WEEKDAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
    "lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6, "mardis": 1, "mecredi": 2, "mercerdi": 2,
    "lundis": 0, "mercredis": 2, "jeudis": 3, "vendredis": 4, "samedis": 5, "dimanches": 6, "merdredi": 2, "mercrdi": 2,
    "mercedi": 2, "mardie": 1, "madri": 1, "marid": 1, "lunid": 0, "ludni": 0, "jeudie": 3, "judi": 3, "jeuid": 3,
    "vendrdi": 4, "vendedi": 4, "vendrdedi": 4, "vendredie": 4, "samdi": 5, "dimache": 6, "dimanch": 6, "tusday": 1,
    "teusday": 1, "wensday": 2, "wednsday": 2, "wendsday": 2, "thrusday": 3, "thursdy": 3, "firday": 4,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
}  # fmt: skip
SHORT_DAYS = {"lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mon", "sat", "sun"}
MONTHS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9,
    "octobre": 10, "novembre": 11, "decembre": 12, "janv": 1, "jan": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7,
    "sept": 9, "oct": 10, "nov": 11, "dec": 12, "january": 1, "february": 2, "march": 3, "april": 4, "may": 5,
    "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "feb": 2,
    "apr": 4, "aug": 8, "sep": 9, "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7,
    "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "janvie": 1,
    "fevrie": 2, "fevier": 2, "fevreir": 2, "fevries": 2, "febuary": 2, "feburary": 2, "febuari": 2, "avrile": 4,
    "avrl": 4, "juilet": 7, "juillett": 7, "jullet": 7, "jully": 7, "setembre": 9, "septambre": 9, "septemb": 9,
    "septembe": 9, "ocobre": 10, "octobe": 10, "octob": 10, "oktobre": 10, "novenbre": 11, "novembe": 11, "novemb": 11,
    "decenbre": 12, "decembe": 12, "decemb": 12, "desembre": 12,
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
RELATIVE = {
    "avant-hier": -2, "avant hier": -2, "avanthier": -2, "apres-demain": 2, "apres demain": 2, "hier": -1,
    "yesterday": -1, "ayer": -1, "demain": 1, "tomorrow": 1, "aujourdhui": 0, "aujourd'hui": 0, "aujourd hui": 0,
    "auj": 0, "today": 0, "hoy": 0, "ojd": 0, "ajd": 0, "aujourdui": 0, "aujourd'ui": 0, "aujordhui": 0, "ojourdhui": 0,
    "ojourdui": 0, "hyer": -1, "yesteday": -1, "yesturday": -1, "dmain": 1, "demin": 1, "2main": 1,
    "demains": 1, "2moro": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "tmrw": 1,
}  # fmt: skip
PAST = {
    "passe",
    "passee",
    "dernier",
    "derniere",
    "last",
    "pase",
    "passer",
    "passez",
    "pass",
    "passes",
    "denier",
    "derniers",
}
# Names a slip of the thumb may have changed; "marde" is no Tuesday, and a first name is no Sunday.
LONG_NAMES = frozenset(name for name in WEEKDAYS if len(name) > 4)
NO_DAYS = frozenset(
    {
        "marde",
        "mandy",
        "sandy",
        "marda",
        "hardi",
        "hardie",
        "sunny",
        "viendrai",
        "viendrais",
        "viendra",
        "vendrais",
        "vendrai",
        "madre",
        "marte",
    }
)


@lru_cache(maxsize=4096)
def weekday_of(word: str) -> int | None:
    """The weekday a plain word names (0 is Monday), a typo forgiven; None when it names none, or too shortly."""
    if word in SHORT_DAYS:
        return None
    if word in WEEKDAYS:
        return WEEKDAYS[word]
    meant = "" if len(word) < 5 or word in NO_DAYS else nearest(word, LONG_NAMES)
    return WEEKDAYS[meant] if meant else None
