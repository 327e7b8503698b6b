"""The shapes a claim is written in: km, half-days, hours, children, amounts; all run on plain text (no accents)."""

from __future__ import annotations

import re

from messages.sentences.amounts import AFTER, UNITS

APOSTROPHE = r"[' ]?"
COUNTS = r"(?<![\d/.,])[1-9]|deux|trois|quatre|cinq|two|three|four|five"
VALUES = {
    "un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4, "cinq": 5,
    "five": 5, "six": 6,
}  # fmt: skip
AFTERNOON = (
    rf"(?:(?:l|d){APOSTROPHE})?(?:apr[ea][sz]?[ -]?m?idi|aprem|apres diner)s?"
    r"|(?<![a-z])pm(?![a-z])|\bafternoons?"
)
MORNING = rf"(?:l{APOSTROPHE})?avant[ -]?midis?|mati?n(?:ee)?s?\b|mornings?|(?<!\bi )am\b"
DAY = r"(?:j(?:ou?rs?|ournees?|rs?)?\b|days?\b)"
ONE_HALF = rf"(?:(?P<times>[1-9]) ?[x*] ?)?\b1/2 ?-?{DAY}?"
HALF = rf"(?:\bdemi(?:e?s?)[ -]?{DAY}|\bhalf[ -]?(?:a )?days?\b|\bmedio dia\b)"
WHOLE = (
    r"\b(?:(?:1|une?|one) ?)?(?:toute? la |full |whole |all |grande? |la )?(?:jou?r[nm]ee?s?|jours?|days?|jrs?)\b"
    r"(?: (?:au complet|entiere?|complete?))?"
)
CHILD = (
    r"(?:petits? |jeunes? |young )?(?:en+fan?ts?|enfents?|kids?|child(?:ren)?|petits?|petites?|flos?|jeunes|bebes?|"
    r"ados?|ninos?|garcons?|filles?|gars|boys|girls|tit[- ]?culs?)\b"
)
CLOCK_FROM = r"(?P<from>\d{1,2})(?: ?h ?(?P<from_m>\d\d)?|:(?P<from_m2>\d\d))?"
CLOCK_TO = r"(?P<to>\d{1,2}) ?(?:h ?(?P<to_m>\d\d)?\b|:(?P<to_m2>\d\d))"
KILOMETRES = r"(?:k\.?m\.?s?|klm|kil+o?m[ea]tres?|kil+om[ea]ters?|kilos?|kil?l?omet\w+)\b"
NUMBER = r"\d{1,3} \d{3}(?=[.,]\d\d\b| ?\$)(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2}(?!\d))?"


def _counted(name: str, shape: str) -> str:
    return rf"(?:(?P<{name}>{COUNTS}) ?)?(?:{shape})"


MEAL = r"(?:repas?|soupers?|diners?|lunch(?:es|s)?|bouffe|dejeuners?|meals?|suppers?|dinners?|food|manger)"
WAS = r"(?:(?:etai[st]?|etaient|est|ete|was|were|a ete|deja|non|toute?|bien) )*"
GIVEN = r"(?:fourni\w*|compris\w*|inclus?e?s?|servis?|offer[td]\w*|provided|included|served|sur place|donnes?)\b"
NOT_SERVED = re.compile(
    rf"\b(?P<meal>{MEAL}) {WAS}(?:pas|not|wasn'?t) {WAS}{GIVEN}"
    rf"|\b(?:pas|aucun|no|sans|without) (?:de |d')?{MEAL}(?: {WAS}{GIVEN})?"
    rf"|\b(?:pas|not) {GIVEN}"
)
SERVED = re.compile(rf"\b{MEAL} {WAS}{GIVEN}|\b(?:ont|nous a|etait|ete) (?:nourris?|servi) (?:(?:a|le|un|du) )?{MEAL}?")

# "bonne journee" claims no day, "jai garde mes recus" no sitter.
GREETING = re.compile(
    r"\b(?:bonn?e? (?:fin de )?(?:journee|soiree|apres[- ]midi|matinee|semaine))"
    r"|\b(?:have a )?(?:good|nice|great) (?:day|evening)"
    r"|\b(?:j'? ?ai|i) (?:garde|kept) (?=(?:mes|le|la|mon|les|my|the) (?:recus?|factures?|billets?|papiers?|receipts?))"
)
# "car" is French for because, and English for "auto".
FRENCH_CAR = re.compile(
    r"\bcar(?= (?:plus|pu|pus|pas|aucun|trop|ya|y|il|elle|on|je|jai|jetais|j'|le|la|les|l'|lautobus|mon|ma|mes|c'?est|"
    r"ca|sa)\b)|\bvu(?= qu)"
)

# Looked for before dates, since "1/2 j" is no date.
BEFORE_DATES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(shape))
    for name, shape in (
        (
            "round_trip",
            r"\ball?l?e?[rsz]?[ \-/]*(?:et |and )?re+to?u+r(?:ne)?s?\b|\ba/?r\b|\bround[ -]?trips?\b|\bboth ways\b"
            r"|\bida y vuelta\b",
        ),
        ("both_ways", r"\b(?:each|per) way\b|\b(?:chaque|par) (?:way|bord|sens|direction|cote)\b"),
        ("day_and_half", r"\b(?:(?:1|une?|one) )?(?:jour(?:nee)?|day) (?:et|and)(?: a)? (?:demie?|half)\b"),
        ("one_half", ONE_HALF),
        ("whole", r"(?<![\d/.,])(?P<days>[1-9]) ?j(?:rs?)?\b(?! ?(?:ai|etai|'))"),
        ("half", _counted("halves", HALF)),
        ("whole", _counted("days", WHOLE)),
    )
)
AFTER_DATES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(shape))
    for name, shape in (
        (
            "range",
            rf"(?<![\d/.,])(?:de |from )?{CLOCK_FROM} ?(?:a|-|to|au|jusqu'?a|until) ?{CLOCK_TO}",
        ),
        (
            "duration",
            r"(?<![\d/.,])(?P<hours>\d{1,2}(?:[.,]\d{1,2})?) ?(?:heures?|hres?|hrs?|hours?|horas?)\b"
            r"(?: (?:et|and) (?P<half_hour>demie?|half))?",
        ),
        ("clock", rf"(?<![\d/.,])\d{{1,2}} ?(?:h(?: ?\d\d(?! ?{UNITS}))?\b|:\d\d| ?[ap]\.?m\b\.?)"),
        ("both", rf"(?:{MORNING}) (?:et|and|pis|plus|\+) (?:l{APOSTROPHE}|le |the )?(?:{AFTERNOON})"),
        (
            "part",
            _counted("parts", rf"(?:toute? )?(?:l{APOSTROPHE}|le |la |the |all )?(?:{AFTERNOON}|\b(?:{MORNING}))"),
        ),
        ("evening", r"\b(?:soirs?|soirees?|evenings?)\b|(?<!one )(?<!1 )(?<!per )(?<!a )(?<!at )\bnight\b"),
        (
            "children",
            rf"(?P<children>\b(?:\d|{'|'.join(VALUES)})) ?{CHILD}|\b(?:enfants?|kids) ?:? ?(?P<after>\d)(?![\d.,$/])",
        ),
    )
)
DISTANCE = re.compile(
    rf"(?:(?P<times>\d{{1,2}}) ?[x*] ?)?(?P<km>\d{{1,4}}(?:[.,]\d{{1,2}})?) ?{KILOMETRES}(?: ?[x*] ?(?P<twice>\d)\b)?"
    r"|\b(?:k\.?m\.?s?|klm|kilometres?|kilometrage|mileage) ?[:=]? ?(?P<km_after>\d{1,4}(?:[.,]\d{1,2})?)(?![\d/]| ?\$)"
)
# "7,50", "7$50", "$7", "1 200 $", "40 piasses".
MONEY = re.compile(
    rf"(?<!\d)(?P<before>\$ ?)?(?P<number>\d{{1,4}}(?= ?\$ ?\d\d\b)|{NUMBER})(?: ?(?P<unit>{UNITS})(?![a-z]))?"
    rf"(?(unit)(?:(?P<after>{AFTER})(?![\d.,$/])| (?P<half>et demie?)\b)?)"
)
TENS = (
    "dix|vingts?|trente|quarante|cinquante|soixante|cent|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred"
)
ONES = (
    "deux|trois|quatre|cinq|six|sept|huit|neuf|onze|douze|treize|quatorze|quinze|seize|two|three|four|five|seven|eight|"
    "nine|eleven|twelve|fifteen"
)
SPELLED = re.compile(rf"\b(?:{TENS}|{ONES})(?:[ -](?:et |and )?(?:{TENS}|{ONES}|une?|one|cents))*\b")
TIMES = re.compile(r" ?[x*] ?")
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*|[^\W\d_]+")
SEPARATOR = re.compile(r"[,;+&/\n]")
DASH = re.compile(r"(?<= )-(?= [^\d])")
FEW_CENTS = re.compile(
    r"(?<![\d.,/])(?<!entre )(?P<dollars>\d{1,2}) et (?P<cents>[1-9][05])(?= *(?:$|[,;.!]))"
)  # "7 et 50"
ZERO = re.compile(r"(?<=\d)o(?=o?\b)")  # "4o": the letter beside the zero
