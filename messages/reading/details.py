"""Names, days and the kind of message to stop, as a message says them."""

from __future__ import annotations

import re

from messages.reading.labels import Step
from messages.reading.text import plain

CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
FULL_NAME = rf"{CAPITAL}(?:[ -](?:{CAPITAL}|de|du|le|la))*"
TITLES = r"(?:Mme|Mr|M\.|Madame|Monsieur|Mrs\.?|Ms\.?|don|doña)"
SAID = re.compile(
    r"(?:mon nom (?:est|c.?est|c)|je m.?appell?e|mappell?e|moi (?:c.?est|c|cest|cé|sé|je m.?appelle)|"
    r"appelle[zs]? moi|appelez-moi|"
    r"my name.?s?(?: is)?|her name is|his name is|me llamo|soy|mwen rele|rele m|ici|this is|it.?s|it is|c.?est|"
    r"cest|ici c.?est|nom c.?est|dites|mais écrivez|but put|juste)\s+"
    rf"(?P<name>(?:{TITLES} )?[^\W\d_][\w'’-]+(?:[ -](?:{CAPITAL}|de la|de|le))*)",
    re.IGNORECASE,
)
# "mon nom est mal écrit, c'est...", "c'est pas Lachance, c'est Lavance"; "avec deux n" is said to whoever writes it.
MISSPELT = re.compile(
    r"\b(?:mon|my|mi) (?:pr[ée]nom|nom|name|nombre)(?: de famille)? ?(?:est|is|est[aá]|y ?est|c.?est|c)?\s+"
    r"(?:mal|pas bien|wrong\w*|misspel\w+|mis-?spelled)\s*(?:[ée]crit\w*|spelled|spelt|escrito|[ée]pel\w*|wrong)?"
    r"[ ,:;.!-]*(?:(?:c.?est|cest|c|it.?s|its|es|se)\s+)?",
    re.IGNORECASE,
)
INSTEAD = re.compile(
    r"\b(?:pas|not|no)\s+(?P<wrong>[^\W\d_][\w'’-]+)\s*,?\s*(?:mais |but |pero )?"
    r"(?:c.?est|cest|c|it.?s|its|it is|es)\s+(?P<name>[^\W\d_][\w'’-]+)\s*$",
    re.IGNORECASE,
)
REMARK = re.compile(
    r"[\s,]+(?:avec|with|con|ak|sans|without|mais|but|pero|men|plut[oô]t|au lieu|instead|comme dans)\b.*$"
    r"|\s*,\s*(?:pas|not)\b.*$"
    r"|[\s,]+\(.*$",
    re.IGNORECASE | re.DOTALL,
)
NOT_NAMES = frozenset(
    [
        "pas",
        "moi",
        "une",
        "un",
        "le",
        "la",
        "les",
        "mon",
        "ma",
        "mes",
        "ton",
        "ta",
        "son",
        "sa",
        "ses",
        "ca",
        "ça",
        "cela",
        "trop",
        "bon",
        "beau",
        "correct",
        "tout",
        "quoi",
        "qui",
        "que",
        "quand",
        "ou",
        "où",
        "combien",
        "comment",
        "oui",
        "non",
        "ok",
        "merci",
        "bonjour",
        "bonsoir",
        "allo",
        "salut",
        "hello",
        "hi",
        "hey",
        "hola",
        "coco",
        "clsc",
        "isle",
        "stop",
        "arret",
        "the",
        "a",
        "an",
        "my",
        "not",
        "just",
        "only",
        "me",
        "in",
        "it",
        "is",
        "daughter",
        "wife",
        "husband",
        "son",
        "sister",
        "brother",
        "from",
        "for",
        "to",
        "by",
        "on",
        "at",
        "typing",
        "pour",
        "dans",
        "avec",
        "sans",
        "chez",
        "sur",
        "plus",
        "moins",
        "tres",
        "fini",
        "juste",
        "encore",
        "deja",
        "vous",
        "nous",
        "tu",
        "il",
        "elle",
        "on",
        "ils",
        "elles",
        "je",
        "sa",
        "fille",
        "soeur",
        "frere",
        "mere",
        "pere",
        "maman",
        "papa",
        "niece",
        "tante",
        "voisine",
        "voisin",
        "chum",
        "mari",
        "femme",
        "conjoint",
        "coloc",
        "bot",
        "robot",
        "mardi",
        "lundi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
        "noel",
        "paques",
        "grande-anse",
        "port-daniel",
        "l'isle",
        "zoom",
        "hydro",
        "bs",
        "hlm",
        "dpj",
        "cissss",
        "osti",
        "tim",
        "igri",
        "iga",
        "maxi",
        "quebec",
        "rimouski",
        "montreal",
        "french",
        "english",
        "point",
        "virgule",
        "wrong",
        "number",
        "numero",
        "normal",
        "gratuit",
        "possible",
        "vrai",
        "vraiment",
        "gros",
        "ben",
        "bien",
        "aussi",
        "donc",
        "comme",
        "parce",
        "correcte",
        "exact",
        "parfait",
    ]
)
WEEKDAYS = (
    r"lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|monday|tuesday|tues|wednesday|"
    r"thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo|madi|jedi"
)
MONTHS = (
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|nov|dec|sept|"
    r"oct|january|february|march|april|june|july|august|september|october|november|december|enero|febrero|"
    r"marzo|abril|agosto|septiembre|octubre|noviembre|diciembre"
)
WHEN = re.compile(
    rf"\b(?:(?:le |du )?\d{{1,2}} (?:{MONTHS})\b|(?:{WEEKDAYS})(?: pass[ée]e?| prochaine?)?\b|(?:{MONTHS})\b|"
    rf"demain|hier(?: soir)?\b|aujourd.?hui|tomorrow|yesterday|ayer|manana|"
    r"printemps|noel|paques|les fetes|xmas|christmas|spring|ete prochain|l.ete|hiver|(?:un|deux|trois|\d+|"
    r"2) (?:mois|semaines?|weeks?|months?)|fin de semaine|la semaine prochaine)",
)
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


def names(text: str, step: Step) -> tuple[str, ...]:
    """The person's name as the message says it: "moi c'est Rita", a signature, or the whole answer when a name is
    asked."""
    text = MISSPELT.sub("mon nom est ", text)
    if (instead := INSTEAD.search(text)) is not None and _clean(instead["name"]):
        return (_clean(instead["name"]),)
    said = [_clean(without_remark(match["name"])) for match in SAID.finditer(text)]
    said = [name for name in said if name]
    if step is Step.JOIN_NAME:
        return tuple(said[-1:]) or _whole(without_remark(text))
    if said:
        return (said[-1],)
    signed = re.search(
        rf"(?:^|[.,!?—–-]\s*|\n\s*|(?i:merci|svp|please|thanks|"
        rf"thx),?\s+)(?P<name>(?:{TITLES} )?{FULL_NAME}(?: [A-Z]\.)?)\s*(?:[,.]?\s*\d{{3}}.\d{{3}}.\d{{4}})?\s*$",
        text.strip(),
    )
    if signed and len(text.split()) > 1 and _clean(signed["name"]) and not text.isupper():
        return (_clean(signed["name"]),)
    return ()


def without_remark(text: str) -> str:
    """A name without what is said of it: "Gaétanne avec 2 n" is Gaétanne, and the rest is for whoever writes it."""
    return REMARK.sub("", text)


def corrected(text: str, known: str) -> str:
    """The name that a correction makes of the one that was known: "c'est pas Lachance, c'est Lavance"; "" for none."""
    match = INSTEAD.search(text)
    if match is None or not _clean(match["name"]):
        return ""
    parts = known.split()
    place = next((place for place, part in enumerate(parts) if plain(part) == plain(match["wrong"])), None)
    right = _clean(match["name"])
    return right if place is None else " ".join([*parts[:place], right, *parts[place + 1 :]])


def _clean(name: str) -> str:
    first = plain(name).split(" ")[0].split("'")[-1]
    if first in NOT_NAMES or plain(name) in NOT_NAMES or not any(c.isalpha() for c in name) or len(first) < 2:
        return ""
    return " ".join(part if not part.islower() else part[0].upper() + part[1:] for part in re.split(r" ", name))


def _whole(text: str) -> tuple[str, ...]:
    """The answer to "what is your first name?": the words left once greetings are set aside."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", text) if plain(word).strip(".") not in NOT_NAMES]
    if not words or len(words) > 4:
        return ()
    return (" ".join("-".join(part[:1].upper() + part[1:] for part in word.split("-")) for word in words),)


def days(text: str) -> tuple[str, ...]:
    """The days, months and spells that a message names, as written (weekdays in French)."""
    low = plain(text)
    found = [next(group for group in match.groups() if group) for match in ON_THE.finditer(low)]
    found += [SAME_DAY.get(match[0], match[0]) for match in WHEN.finditer(low)]
    return tuple(dict.fromkeys(found))


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
