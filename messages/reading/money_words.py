"""How people say what they paid: kinds, ways there and back, corrections, what was free. All on plain text."""

from __future__ import annotations

import re

# Words of what is paid, in the plain text. The first that stands nearest gives an amount its kind.
KINDS = (
    ("parking", re.compile(r"\b(?:stationn?ements?|parking|parko\w*|parcometres?|estacionamiento|to park|parked)\b")),
    (
        "childcare",
        re.compile(
            r"\b(?:gard(?:e|er|es|ait|ienne?s?|iennage|ee|euse|erie)\b(?! (?:mes|mon|le recu|"
            r"les recus))|gardé|grade\b|gadre\b|baby-?sitt?(?:er|ing)s?|baby ?siter|sitter|bbsitter|childcare|"
            r"day ?care|garderies?|ninera|nanny|nounou|cuid\w+|kenbe ti|gade (?:ti|timoun|yo)|"
            r"gadri|watch(?:ing)? the kids|mind(?:ing)? the kids|service de garde|guarderia|"
            r"fe garder|faire garder)"
        ),
    ),
    (
        "meal",
        re.compile(
            r"\b(?:repas?|diners?|dine\b|soupers?|dejeuners?|lunch(?:es|s)?|bouffe|resto|restaurant|"
            r"meals?|dinners?|suppers?|sandwi\w+|mcdo|poutine|soupe?s?|soup|almuerzo|comida|comi|"
            r"manje|casse-croute|cantine|cafe|muffin|burger|chowder|comedor|nourriture|food|plat)\b"
        ),
    ),
    (
        "participation",
        re.compile(
            r"\b(?:participation|presence|allocation|demi[ -]?journee|journee|"
            r"journee complete|1/2 journee|half day|full day)\b"
        ),
    ),
    (
        "remote",
        re.compile(
            r"\b(?:zoom|visio\w*|videollamada|par telephone|au telephone|by phone|on the phone|"
            r"phone line|teams|en ligne|sur mon ordi|en virtuel|a distance)\b"
        ),
    ),
    (
        "fare",
        re.compile(
            r"\b(?:(?:l|d|')?(?:autobuss?|auto ?bus|otobus|otobis|autbus|bus|buss|bis|taxis?|taxy|"
            r"taksi|cab|uber|navette|traversier|covoit\w*|lift|colectivo|billets? d.autobus|"
            r"transport(?: adapte)?|train|passages?|tickets?|fares?|metro))\b"
        ),
    ),
    (
        "car",
        re.compile(
            r"\b(?:char|auto|voiture|truck|pick-?up|van|bazou|gaz|gas|gasoline|gasolina|essence|carro|"
            r"machin|drove|drive|conduit|roule|kilometrage|oto)\b|\bkm\b"
        ),
    ),
    ("walk", re.compile(r"\b(?:a pied|apye|a pattes?|marche|walked|walk|a patte|a pata|camin\w+)\b")),
    ("bike", re.compile(r"\b(?:velo|bicyk|bicyc\w*|bike|biked|bisiklet|bici\w*)\b")),
    ("other", re.compile(r"\b(?:ski-?doo|motoneige|4 roues|quatre roues|vtt|sur le pouce|mon pouce|hitch\w*)\b")),
)
BOTH_WAYS = re.compile(
    r"\b(?:chaque (?:bord|cote|sens|direction|way|chemin)|chq bord|par (?:bord|cote|sens|chemin|trajet)|"
    r"de chaque (?:bord|cote)|each way|per way|one way so double|"
    r"(?:faites|fais|fait) (?:le )?double|pareil (?:pour|au|a|en) (?:re\w+|l.aller|revenir)|(?:vuelta|retour|back|"
    r"tounen) (?:igual|pareil|same|menm)|x ?2 bords|aller et pareil)\b"
)
# "14,5 km aller pis autant pour revenir": the same again for the way back.
AS_MUCH_BACK = re.compile(
    r"(?: ?,)?(?: ?\b(?:pis|et|puis|and|y|ak|plus))? ?\b(?:(?:la |le |the |lo |un )?"
    r"(?:autant|meme(?: chose| affaire)?|pareil|same|mismo|menm(?: bagay)?))\b(?: \w+){0,2} "
    r"(?:re?tou?r\w*|r.?venir|rentrer|revenir|back|vuelta|volver|tounen|l.autre (?:bord|sens))\b"
)
TOGETHER = re.compile(
    r"\b(?:aller[ -]*(?:et |and |-|/)?[ -]?re?tou?r\w*|a/r\b|round[ -]?trips?|both ways|there and back|"
    r"ida y vuelta|ale (?:re)?tou\w*|ale vini|en tout|au total|total|tout compris|les (?:2|deux) bords|"
    r"2 bords|deux bords|return(?! igual)|retour compris|pour les (?:2|deux))\b"
)
ONE_WAY = re.compile(
    r"\b(?:aller(?: simple| seulement)?|un bord(?: seulement)?|(?:d.|en )un (?:bord|sens)|dans un sens|"
    r"one[ -]?way|l.aller|de ida|yon bo|1 bord|d.1 bord|jusque la|pour (?:y aller|s.y rendre|venir|m.y rendre|"
    r"monter|descendre))\b"
)
THERE = (
    r"(?:aller?|all[eé]|monter|descendre|pour (?:y aller|m.?y rendre|venir|aller)|venir|there|ida|ale|"
    r"en allant|le matin|the way there|to get there|down)"
)
BACK = (
    r"(?:re+tou?r\w*|revenir|ervenir|r.?venir|rentrer|back|vuelta|tounen|en revenant|r.?descendre|redescendre|"
    r"remonter|r.?monter|repartir|m.en retourner|le soir|pour rentrer|au retour)"
)
WAYS = re.compile(rf"\b(?:{THERE})\b.*\b(?:{BACK})\b|\b(?:{BACK})\b.*\b(?:{THERE})\b")
BACK_PAID = re.compile(rf"\b(?:{BACK})\b")
EACH = re.compile(
    r"\b(?:chaque|chacune?|each|cada(?: uno)?|par (?:enfants?|flos?|tete|personne|kid)|la tete|per kid|chak)\b"
)
# "2 billets de bus a 3,75": what stands between how many and how much.
EACH_AT = re.compile(
    r"\s*(?:(?:de |d.|of |for |pour )?(?:the |l.|le |la )?(?:autobus|bus|bis|metro|train|navette|traversier)\s*)?"
    r"(?:x\s*|(?:a|at|for|pou|pour)\s+|,\s*|de\s+)?\$?"
)
AN_HOUR = re.compile(
    r"(?:(?:de |par |/|a )?l.heure|de lheure|an hour|per hour|/ ?h(?:eure|r)?\b|\$ ?/ ?h|la hora|por hora|pa le|"
    r"pa e|1 hour|une? heure(?! et))"
)
FREE = re.compile(
    r"\b(?:gratuit\w*|gratis|gratos|pour rien|for nothing|for free|free|rien charge|m.a rien charge|"
    r"ma rien charge|me chargea? rien|pou gremesi|gremesi|pour mes beaux yeux|jai ma passe|ai ma passe|"
    r"no pague nada|nothing|fourni\w*|rien coute|coute rien)\b"
)
RANGE = re.compile(
    r"(?:\bentre (\d+)(?:[.,]\d+)? et (\d+))|\b(\d{1,3}) ?(?:-|a|ou|or|to|o) ?(\d{1,3})\b(?! ?(?:h\b|km chaque|"
    r":))|\bbetween (\d+) and (\d+)"
)
NOT_PAID_YET = re.compile(
    r"\b(?:pas (?:encore )?pay\w+(?: encore)?|pas payee encore|poko peye|not paid yet|haven.?t paid|(?:vais|vas|"
    r"va) (?:la )?payer|jy donne son|dois encore|todavia no)\b"
)
CORRECTED = (
    re.compile(
        r"(?P<right>\d[\d.,]*+)(?: ?(?:\$|km|piasses?|dollars?))?(?: (?:for|pour) (?:the |le |la |"
        r"l.)?\w+)? ?,?(?:et |,)? ?\b(?:pas|not|et non|et pas|no|au lieu de|instead of|"
        r"pa)\s+(?P<wrong>\d[\d.,]*+)"
    ),
    re.compile(
        r"\b(?:pas|not|no)\s+(?P<wrong>\d[\d.,]*+)(?: ?(?:\$|km|piasses?|dollars?|heures?))? ?,? ?(?:mais|"
        r"c.?est|c|ce|its|it.s|but|plutot|se|,)\s*(?:c.?est |c'?etait |cetait )?(?P<right>\d[\d.,]*+)"
    ),
    re.compile(
        r"(?P<wrong>\d[\d.,]*+)[^\d]{0,12}\b(?:euh non|non|no wait|wait no|no,|no perdon|perdon|"
        r"je veux dire|i mean|oups|attends?|eskize m)\b[^\d]{0,18}(?P<right>\d[\d.,]*+)"
    ),
    re.compile(
        r"(?:dit|mis|marque|said|put|ecrit|dire) (?P<wrong>\d[\d.,]*+)[^\d]{0,40}\b(?:mais |but |pis |"
        r"pero )?(?:c|c.?est|cetait|c.?etait|it was|its|era|fueron|fak)\s*(?P<right>\d[\d.,]*+)"
    ),
)
CLAUSE = re.compile(r"[,;+\n]|\.(?!\d)|\b(?:pis|puis|et|plus|and|y|ak|aussi|mais|but)\b")
# A number that is a ceiling, a share already counted, a count of people: never an amount.
CORRECTION_OF_KM = re.compile(r"\b(?:pas|not) \d|revenue? (?:avec|a pied|en lift)|lift (?:pour|back|home)|c.?est tout")
IF_ONE_WAY = re.compile(r"\b(?:mais|but|pero) (?P<wrong>\d[\d.,]*+) (?:si|if)\b")
GIVEN = re.compile(r"\b(?:donn\w+|gave|le di|bay|refile|pitche)\b[^\d]{0,24}$")
CAPPED = re.compile(
    r"(?:\bmax\w*|maximum|arret\w+ a|go(?:es)? (?:up )?to|plafon\w+(?: a)?|limite(?: a)?|jusqu'?a|up to|"
    r"cap(?:ped)? at|dont|including|incluant|au lieu de|instead of|sais que c.?est) \$?$"
)
CAPPED_AFTER = re.compile(r"\s*\$? ?(?:max\w*|maximum|le max)\b")
SHARED_BY = re.compile(
    r"(?:\b(?:on etait|etions|we were|separe\w*[^;,.]{0,18} en|split\w* [^;,.]{0,10}|entre|pour les|for the|les|"
    r"nous|j.?en ai|jen ai|y en a|ai|nous sommes|de nous|pa) )$"
)
LAST_WORD = re.compile(r"\b(?:mettons|disons|faque|fak|donc|alors|total|en tout|au total|ca fait|so|say)\b[^\d]{0,10}$")
SUBTRACTED = re.compile(r"(?:\b(?:otez|enlevez|enleve|moins|minus|remove|quite|retirez)(?: en| le| les| l.)?\s+\$?)$")
REMOVED = re.compile(
    r"\b(?:enlev\w+|otez|ote|(?<!ai )(?<!ais )(?<!avons )(?<!a )oublie[zr]?|quiten?|remove|annul\w+|"
    r"sauter|faites sauter|rien (?:pour|de)|"
    r"laissez? faire|sans|moins|retir\w+|drop|take off|take out|mettez rien pour|pas (?:venu\w* )?(?:en|de|d)|pas mon|"
    r"stop|wete|retire|no|pa)\s+(?:pour |ca |sa |le |la |les |l.|the |mon |ma |du |de la |en |d.|moi |cout du |fee )*$"
)
NOT_MINE = re.compile(
    r"^\s*(?:ye?|il|c|c.?est|cest|was|is|se)? ?(?:c |c.?est |cest )?(?:pas a moi|pas moi|pas mon|pa ladan|"
    r"not mine|c.?est \w+ qui|pas a mes frais)"
)
