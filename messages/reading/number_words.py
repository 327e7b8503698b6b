"""The words of numbers in four languages, and what a number may count besides money."""

from __future__ import annotations

import re

UNITS = {
    "zero": 0,
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
    "zewo": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "uno": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
    "once": 11,
    "doce": 12,
    "trece": 13,
    "catorce": 14,
    "quince": 15,
    "dieciseis": 16,
    "diecisiete": 17,
    "dieciocho": 18,
    "diecinueve": 19,
    "veintiuno": 21,
    "veintidos": 22,
    "veintitres": 23,
    "veinticuatro": 24,
    "veinticinco": 25,
    "veintiseis": 26,
    "veintisiete": 27,
    "veintiocho": 28,
    "veintinueve": 29,
    "youn": 1,
    "twa": 3,
    "kat": 4,
    "senk": 5,
    "uit": 8,
    "nef": 9,
    "dis": 10,
    "onz": 11,
    "douz": 12,
    "trez": 13,
    "katoz": 14,
    "kenz": 15,
    "sez": 16,
    "disnef": 19,
    "sis": 6,
    "quatr": 4,
    "katre": 4,
    "cinc": 5,
    "diz": 10,
    "quinz": 15,
    "kinze": 15,
}
TENS = {
    "vingt": 20,
    "vingts": 20,
    "vente": 20,
    "vint": 20,
    "trente": 30,
    "trante": 30,
    "quarante": 40,
    "karante": 40,
    "quarente": 40,
    "cinquante": 50,
    "cinkante": 50,
    "cincante": 50,
    "soixante": 60,
    "soisante": 60,
    "swasante": 60,
    "septante": 70,
    "nonante": 90,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "veinte": 20,
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
    "ven": 20,
    "trant": 30,
    "karant": 40,
    "senkant": 50,
    "swasant": 60,
}
HUNDREDS = {"cent": 100, "hundred": 100, "cien": 100, "ciento": 100, "san": 100}
THOUSANDS = {"mille": 1000, "thousand": 1000, "mil": 1000}
ABOUT_SO_MANY = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
}
COINS = {"toonie": 2, "toonies": 2, "loonie": 1, "loonies": 1, "tenner": 10, "fiver": 5}
# Words that are numbers only beside others: "un peu", "set", "once".
WEAK = frozenset({"un", "une", "one", "uno", "dis", "san", "sis", "once", "ven", "nef", "kat", "youn", "neuf"})
NUMBER_WORDS = {**UNITS, **TENS, **HUNDREDS, **THOUSANDS}
MONEY = r"(?:\$|piass?es?|piastres?|piaces?|dollars?|dolars?|dolares|dollards?|dola|doll?|bucks?|cad\b|pesos)"
CENTS = r"(?:cents?|cennes?|sous|sou|¢|centavos)"
KM = r"(?:k\.?m\.?s?\b|klm\b|kil+o?m\w*|kilos?\b)"
MILES = r"(?:milles\b|miles?\b|millas?\b|mi\b)"
HALVES = (
    (re.compile(r"\s*(?:et|and|y|ak)\s+(?:un\s+|a\s+)?(?:(?:trois|3)[ -]quarts?|(?:three|3) quarters?|\.75)\b"), 0.75),
    (re.compile(r"\s*(?:et|and|y|ak)\s+(?:un\s+|a\s+)?(?:quart|quarter|cuarto|ka)\b"), 0.25),
    (re.compile(r"\s*(?:trois|3)[ -]quarts?\b"), 0.75),
    (re.compile(r"\s*(?:et|and|y|ak)\s+(?:un\s+|une\s+|a\s+)?(?:demie?|d'mi|half|media|medio|dmi|edmi)\b"), 0.5),
)
# What a number counts or names when it is no amount.
COUNTED = (
    ("hours", re.compile(r"\s?(?:h(?:eures?|res?|rs?)?|hours?|hrs?|horas?|edtan)(?![a-z])")),
    ("clock", re.compile(r"\s?(?::\d\d|\s?[ap]\.?m\b)")),
    (
        "ways",
        re.compile(
            r"\s?(?:bords?|cotes?|sens|ways?|directions?|dans (?:mon|le|l|son|un)|autres?|"
            r"a l.?interieur|heads?)\b(?! ?\d)"
        ),
    ),
    ("minutes", re.compile(r"\s?(?:min\b|mins\b|minutes?\b|minutos\b)")),
    (
        "people",
        re.compile(
            r"\s?(?:autres? |petits? |ti |jeunes? )?(?:enfants?|kids?|flos?|flots?|personnes?|gens|"
            r"timoun|ninos?|hijos?|jumeaux|filles?|gars|people|passagers?|tetes?|bebes?|companeros|"
            r"gemelos|amis?)\b"
        ),
    ),
    (
        "times",
        re.compile(
            r"\s?(?:fois\b|fwa\b|times\b|veces\b|passages?\b|passes\b|trips?\b|x\b(?!\s*\d)|(?:bus )?tickets?\b|"
            r"billets?\b|boletos?\b|pasajes?\b|"
            r"tours?\b|rencontres?\b|reunions?\b)"
        ),
    ),
    ("days", re.compile(r"\s?(?:jours?|days?|dias?|semaines?|weeks?|mois\b|months?|ans?\b|annees?|years?|jou\b)")),
    ("rank", re.compile(r"\s?(?:er|ere|e|em|eme|ieme|nd|rd|th|st)\b")),
    ("percent", re.compile(r"\s?%")),
    (
        "things",
        re.compile(
            r"\s?(?:chats?|pots?|sandwichs?|pieces?|pages?|questions?|points?|mots?|livres?|repas\b|"
            r"marches?|places?|chars?|autos?|facons?|moyens?|pots?)\b"
        ),
    ),
    (
        "month",
        re.compile(
            r"\s?(?:janv|fevr|mars\b|avril|mai\b|juin|juil|aout|sept|oct|nov|dec|january|february|"
            r"march\b|april|may\b|june|july|august|de (?:enero|febrero|marzo|abril|mayo|junio|julio|"
            r"agosto|septiembre|octubre|noviembre|diciembre))"
        ),
    ),
)
PHONE = re.compile(r"\(?\b\d{3}\)?[ .-]?\d{3}[ .-]\d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b")
DATED = re.compile(
    r"\b(?:le|du|au|the|el|del|on the|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|rencontre du|dim\.?) $"
)
ADDRESS = re.compile(r"\b(?:rue|route|rang|app|appt?|au|numero|#|no|bloc|du|chambre|ligne) $")
