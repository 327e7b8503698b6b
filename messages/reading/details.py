"""Days and the kind of message to stop, as a message says them."""

from __future__ import annotations

import re

from messages.keywords import fold
from messages.reading.text import plain

WEEKDAYS = (
    r"lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|monday|tuesday|tues|wednesday|"
    r"thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo|madi|jedi"
)
MONTHS = (
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    r"january|february|march|april|june|july|august|september|october|november|december|enero|febrero|"
    r"marzo|abril|agosto|septiembre|octubre|noviembre|diciembre"
)
WHEN = re.compile(
    rf"(?<![\w-])(?:(?P<day>(?:{WEEKDAYS}))(?: pass[ée]e?)?(?: (?:le )?[\w-]{{1,15}}(?: (?:{MONTHS}))\b)?(?!\w)|"
    rf"(?:le |du )?\d{{1,2}} (?:{MONTHS})\b|(?:{MONTHS})\b|"
    r"demain|hier\b|aujourd.?hui|tomorrow|yesterday|ayer|manana|"
    r"printemps|noel|paques|les fetes|xmas|christmas|spring|"
    r"(?P<spell>ete prochain|l.ete|hiver|(?:un|deux|trois|\d+) (?:mois|semaines?|weeks?|months?)|fin de semaine)|"
    r"la semaine prochaine)",
)
ACCENTED = {
    "fevrier": "février", "aout": "août", "decembre": "décembre", "noel": "Noël", "paques": "Pâques",
    "les fetes": "fêtes",
}  # fmt: skip
ON_THE = re.compile(
    r"\b(?:rencontre|reunion|meeting|celle|rankont)s? (?:du|of the|"
    r"de) (?:le )?(\d{1,2})(?: et du (\d{1,2}))?(?!\d| ?\$| ?km)|\bimpossible le (\d{1,2})\b"
)
SAME_DAY = {
    "monday": "lundi",
    "lunes": "lundi",
    "tuesday": "mardi",
    "tues": "mardi",
    "martes": "mardi",
    "madi": "mardi",
    "wednesday": "mercredi",
    "miercoles": "mercredi",
    "thursday": "jeudi",
    "jueves": "jeudi",
    "jedi": "jeudi",
    "friday": "vendredi",
    "viernes": "vendredi",
    "saturday": "samedi",
    "sabado": "samedi",
    "sunday": "dimanche",
    "domingo": "dimanche",
    "tomorrow": "demain",
    "yesterday": "hier",
    "ayer": "hier",
    "manana": "demain",
    "xmas": "noel",
    "christmas": "noel",
    "spring": "printemps",
}
KINDS = (
    (
        "digest",
        re.compile(
            r"\b(?:nouvelles?|journal|bulletins?|infolettres?|news|newsletter|noticias|nouvel|"
            r"circulaires?)\b"
        ),
    ),
    ("reminder", re.compile(r"\b(?:rappels?|reminders?|recordatorios?|rencontres?|reunions?|meetings?)\b")),
    ("survey", re.compile(r"\b(?:sondages?|questionnaires?|surveys?|encuestas?)\b")),
)


def days(text: str, pausing: bool = False) -> tuple[str, ...]:
    """The days and months that a message names, as it writes them (weekdays in French, in the singular).

    Seasons and spells ("2 mois") are those of a pause, whose last one is its end."""
    low = plain(text)
    found = [(match.start(), next(group for group in match.groups() if group)) for match in ON_THE.finditer(low)]
    for match in WHEN.finditer(low):
        if match["spell"] and not pausing:
            continue
        day = match["day"]
        said = SAME_DAY.get(day.rstrip("s"), SAME_DAY.get(day, day.rstrip("s"))) if day else match[0].strip()
        found.append((match.start(), ACCENTED.get(said, said)))
    said_days = tuple(dict.fromkeys(day for _, day in sorted(found)))
    return said_days[-1:] if pausing else said_days


def kind_to_stop(text: str) -> str:
    """The kind of message that someone no longer wants: the news most often, when they keep the meetings."""
    low = plain(text)
    named = [kind for kind, shape in KINDS if shape.search(low)]
    if "digest" in named or not named:
        return "digest" if named else ""
    keeps = re.search(r"\b(?:juste|seulement|rien que|yinque|gardez|garder|keep|just|only|nomas|solo)\b", low)
    if named == ["reminder"] and keeps:
        return "digest"
    return named[0]


# Words of an hour or a day that suits, in four languages, in the spelling of `fold`.
TIME = re.compile(
    r"\d|\b(?:matins?|matinee|midi|apres|aprem|avant|soirs?|soiree|nuits?|tot|tard|jour(?:s|nee)?|semaine|weekend|"
    r"fin de semaine|demain|aujourd|maintenant|quand|"
    rf"{WEEKDAYS}|"
    r"heures?|diner|souper|dejeuner|toujours|importe|moments?|plus vite|urgent|"
    r"morning|noon|afternoon|evening|night|early|late|lunch|supper|dinner|day|week|tomorrow|today|now|any ?time|"
    r"whenever|when|hour|asap|soon|after|before|"
    r"manana|mediodia|tarde|noche|dia|semana|hoy|ahora|cuando|hora|"
    r"maten|midi|apremidi|aswe|jodi|demen|kounye|kile|lendi|mekredi|vandredi|samdi|dimanch)\b"
)


OF_MONEY = re.compile(
    r"\b(?:pay\w+|paie\w*|paid|argent|cheque|money|kob|lajan|dinero|pag[ao]n?|pagar\w*|rembours\w+)\b"
)


def says_a_time(text: str) -> bool:
    """Whether these words say an hour, a day or a part of one: "apres 4h", "le soir", "nimporte quand"."""
    said = fold(text)
    return TIME.search(said) is not None and OF_MONEY.search(said) is None
