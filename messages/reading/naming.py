"""Whose name a message says: the person's own, that of whom they speak of, or a signature."""

from __future__ import annotations

import re

from messages.keywords import fold
from messages.plain_lists import is_first_name
from messages.reading.labels import Step
from messages.reading.text import plain

CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
FULL_NAME = rf"{CAPITAL}(?:[ -](?:{CAPITAL}|de|du|le|la))*"
TITLES = r"(?:Mme|Mr|M\.|Madame|Monsieur|Mrs\.?|Ms\.?|don|doña)"
# A first name, then what is capitalised after it: "Aline comme la chanson" is Aline.
ONE = r"(?P<name>(?:(?i:Mme|Mr|M\.|Madame|Monsieur|Mrs\.?|Ms\.?|don|doña) )?[^\W\d_][\w'’-]+"
AFTER_IT = rf"(?:[ -](?:{CAPITAL}|de la|de|le)(?![\w'’]))*)"
SAID = re.compile(
    r"\b(?i:mon (?:vrai )?nom (?:est|c.?est|c)|je m.?appell?e|j?mappell?e|moi (?:c.?est|c|cest|cé|sé|je m.?appelle)|"
    r"appelle[zs]? moi|appelez-moi|"
    r"my name.?s?(?: is)?|her name is|his name is|me llamo|soy|mwen rele|rele m|ici|this is|it.?s|it is|c.?est|"
    r"cest|ici c.?est|nom c.?est|nom s.?ecrit|nom s.?écrit|dites|mais écrivez|but put|juste)\s+" + ONE + AFTER_IT
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
RELATIVE = (
    r"(?i:fill?es?|fils|gar(?:ç|c)ons?|gars|soeurs?|sœur|fr(?:è|e|é)re|m(?:è|e)re|p(?:è|e)re|ni(?:è|e)ce|neveu|"
    r"cousine?|tante|matante|oncle|mononcle|voisine?|femme|mari|chum|blonde|conjointe?|coloc|amie?|chumme|mom|mother|"
    r"daughter|son|sister|brother|wife|husband|neighbou?r|aunt|uncle|friend|hermana?|hija?|vecin[ao]|mamá|sè|frè|pitit|"
    r"place|remplacez moi par)"
)
OF_OTHERS = re.compile(
    rf"\b{RELATIVE},? (?i:à |a |d['’]|de |of |named |s['’]appelle |qui s['’]appelle )?"
    rf"(?P<name>(?:{TITLES} )?{CAPITAL}(?: {CAPITAL})?)"
)
INTRODUCED = re.compile(
    rf"^\W*(?:(?i:bonjour|allo|all[oô]|salut|hi|hello|hey|hola|bonsoir|bonswa|encore moi|encore moé)\W+)?"
    rf"(?i:moi c.?est|c.?est|cest|ici|this is|it.?s|soy|se) (?P<name>(?:{TITLES} )?{CAPITAL}(?: {CAPITAL})?)"
)
WORD = re.compile(rf"{CAPITAL}(?: {CAPITAL})?")
NOT_NAMES = frozenset(
    [
        "pas", "moi", "une", "un", "le", "la", "les", "mon", "ma", "mes", "ton", "ta", "son", "sa", "ses", "ca", "ça",
        "cela", "trop", "bon", "beau", "correct", "tout", "quoi", "qui", "que", "quand", "ou", "où", "combien",
        "comment", "oui", "non", "ok", "merci", "bonjour", "bonsoir", "allo", "salut", "hello", "hi", "hey", "hola",
        "coco", "clsc", "isle", "stop", "arret", "the", "a", "an", "my", "not", "just", "only", "me", "in", "it",
        "is", "daughter", "wife", "husband", "sister", "brother", "from", "for", "to", "by", "on", "at", "typing",
        "pour", "dans", "avec", "sans", "chez", "sur", "plus", "moins", "tres", "fini", "juste", "encore", "deja",
        "vous", "nous", "tu", "il", "elle", "ils", "elles", "je", "fille", "soeur", "frere", "mere", "pere", "maman",
        "papa", "niece", "tante", "voisine", "voisin", "chum", "mari", "femme", "conjoint", "coloc", "bot", "robot",
        "mardi", "lundi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "janvier", "fevrier", "mars",
        "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre", "noel", "paques",
        "grande-anse", "port-daniel", "l'isle", "zoom", "hydro", "bs", "hlm", "dpj", "cissss", "osti", "tim", "igri",
        "iga", "maxi", "quebec", "rimouski", "montreal", "french", "english", "point", "virgule", "wrong", "number",
        "numero", "normal", "gratuit", "possible", "vrai", "vraiment", "gros", "ben", "bien", "aussi", "donc",
        "comme", "parce", "correcte", "exact", "parfait",
    ]
)  # fmt: skip

AS_ITS_OWN = re.compile(
    r"\b(?:mon (?:vrai )?nom (?:est|c)|je m.?appell?e|j?mappell?e|moi c.?est|my name|me llamo|mwen rele|"
    r"appell?e[zs]?[ -]moi|call me|soy)\b"
)
WHEN_CALLED = frozenset(
    {
        "demain", "tomorrow", "manana", "demen", "aujourd", "today", "hoy", "vite", "asap", "now", "maintenant",
        "later", "tantot", "apres", "avant", "after", "before", "back", "please", "svp", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "lunes", "martes", "matin", "soir", "midi", "tonight",
        "anytime", "quand", "when", "si", "if", "urgent", "stp", "cuando", "a", "ce", "le", "au",
    }
)  # fmt: skip
CALLED = re.compile(
    r"\W*(?:(?:bonjour|allo|salut|ok|finalement|svp|please|hi|hola|mais|but|la)\W+){0,2}"
    r"(?:(?:je |j)?(?:veux|voudrais|prefere|aime(?:rais)? mieux|aimerais) (?:qu ?on|qu.on|que vous) m.?appell?\w+|"
    r"je m.?appell?e|appell?e[zrs]?[ -]moi|nomme[zr]?[ -]moi|(?:just )?call me|llamen?me|rele m)\W+(?:juste |just )?"
    r"(?P<title>(?:madame|monsieur|mme|mr|mrs|ms|miss|senora?|madan|mesye)\W+)?(?P<name>[^\W\d_]{2,})"
    r"(?:\W+(?:svp|s.il vous plait|please|merci|thanks|por favor|tanpri|(?:pas|not|no) \w+|instead|a la place))?\W*$"
)
SIGNED = re.compile(
    rf"(?:^|[.,!?—–-]\s*|\n\s*|(?i:merci|svp|please|thanks|"
    rf"thx),?\s+)(?P<name>(?:{TITLES} )?{FULL_NAME}(?: [A-Z]\.)?)\s*(?:[,.]?\s*\d{{3}}.\d{{3}}.\d{{4}})?\s*$"
)


def names(text: str, step: Step) -> tuple[str, ...]:
    """The person's name as the message says it: "moi c'est Rita", a signature, or the whole answer when a name is
    asked."""
    if step is not Step.JOIN_NAME and (called := asks_to_be_called(text)):
        return (called,)
    text = MISSPELT.sub("mon nom est ", text)
    if (instead := INSTEAD.search(text)) is not None and _clean(instead["name"]):
        return (_clean(instead["name"]),)
    said = [_clean(without_remark(match["name"])) for match in SAID.finditer(text)]
    said = [name for name in said if name]
    if step is Step.JOIN_NAME:
        return tuple(said[-1:]) or _whole(without_remark(text.split(". ")[0]))
    if said:
        return (said[-1],)
    signed = SIGNED.search(text.strip())
    if signed and len(text.split()) > 1 and _clean(signed["name"]) and not text.isupper():
        return (_clean(signed["name"]),)
    return ()


def asks_to_be_called(text: str) -> str:
    """The name of "appelez-moi Rosie", "je veux qu'on m'appelle madame Tremblay": after a title, or a first name that
    is one; "" for "appelez moi demain"."""
    match = CALLED.match(plain(text))
    if match is None or match["name"] in NOT_NAMES | WHEN_CALLED:
        return ""
    written = next((word for word in re.findall(r"[^\W\d_]+", text) if plain(word) == match["name"]), match["name"])
    said = is_first_name(match["name"]) or (written[0].isupper() and not text.isupper())
    if match["title"]:
        return f"{match['title'].strip().capitalize()} {written.capitalize()}"
    return written.capitalize() if said else ""


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


def is_introduced(text: str) -> bool:
    """Whether a name is told as such: "mon nom est", "moi c'est", "je m'appelle"."""
    return bool(AS_ITS_OWN.search(plain(text)))


def names_of_others(text: str) -> tuple[str, ...]:
    """The name of the person whom a message speaks of: "ma voisine Solange", "la fille a Huguette", "Rita demande"."""
    if introduced := re.findall(rf"(?i:moi c.?est|mon nom c.?est|mais c.?est) ({CAPITAL})", text):
        return (introduced[-1],)
    found = [_clean(match["name"]) for match in OF_OTHERS.finditer(text)]
    found += [match[0] for match in WORD.finditer(text) if _is_first_name(match[0])]
    return tuple(name for name in found if name)[:1]


def signed_by(text: str) -> tuple[str, ...]:
    """A first name that signs a message, or opens it: "Bonjour c'est Huguette", "Merci. Sylvio"."""
    opened = INTRODUCED.match(text)
    if opened and _is_first_name(opened["name"]) and "?" not in text[: opened.end() + 1]:
        return (opened["name"],)
    signed = SIGNED.search(text.strip())
    if signed and len(text.split()) > 1 and _is_first_name(signed["name"]) and not text.isupper():
        return (signed["name"],)
    return ()


def _is_first_name(name: str) -> bool:
    first = re.split(r"[ -]", re.sub(rf"^{TITLES} ", "", name))[0]
    return name[:1].isupper() and is_first_name(first) and plain(first) not in NOT_NAMES


def says_first_name(words: str, name: str) -> bool:
    """Whether these words say the first name of whoever is so called; two letters are too few to tell."""
    first = fold(name).split()[:1]
    return bool(first) and len(first[0]) > 2 and first[0] in fold(words).split()
