"""A claim that names a meeting which is none of theirs: asked, or seen to by a person; never put on another meeting."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from db.claims.questions import own_meetings_between
from db.conversations import TaskKind
from db.meetings.questions import roundtable_of
from db.meetings.tables import Meeting
from db.session import AsyncSession
from db.tasks import add_task
from handlers.claims import occasions
from handlers.claims.sentence import Claimed
from handlers.dialogue import Talk
from messages import Text, text
from messages.keywords import fold
from messages.sentences.claims.vocabulary import kind_of

UNMATCHED = "unmatched"  # of a claim that began with words for a meeting that was not found
MEETING = r"(?:rencontres?|reunions?|meetings?|comite|table|atelier|reyinyon|rankont|reunion|encuentro)"
OF = r"(?:du|de la|de|des|d|le|la|l|sur|on|of|in|for|the|au|en|del|el|pou|mois|month) "
MONTHS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9,
    "octobre": 10, "novembre": 11, "decembre": 12, "january": 1, "february": 2, "march": 3, "april": 4, "may": 5,
    "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "enero": 1,
    "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9,
    "octubre": 10, "noviembre": 11, "diciembre": 12, "janvye": 1, "fevriye": 2, "me": 5, "jen": 6, "jiye": 7,
    "dawou": 8, "septanm": 9, "oktob": 10, "novanm": 11, "desanm": 12, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
IN_MONTH = re.compile(rf"\b{MEETING} (?:{OF}){{1,3}}(?P<month>{'|'.join(MONTHS)})\b")
NAMED = re.compile(
    rf"\b(?:pour|for|para|pou|a|to) (?:(?:la|ma|le|l|the|une|un|my) )?{MEETING} (?:{OF})*(?P<name>[a-z]{{4,}})\b"
)
BEFORE_IT = re.compile(r"\b(?:for|to|pour) the (?P<name>[a-z]{4,}) (?:meeting|table|committee)\b")
NO_NAME = frozenset(
    [
        "dernier",
        "derniere",
        "derniers",
        "passe",
        "passee",
        "passes",
        "mensuelle",
        "mensuel",
        "generale",
        "general",
        "annuelle",
        "regionale",
        "regional",
        "speciale",
        "grosse",
        "grande",
        "hier",
        "demain",
        "aujourd",
        "matin",
        "soir",
        "midi",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "semaine",
        "mois",
        "annee",
        "last",
        "past",
        "yesterday",
        "today",
        "tomorrow",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "morning",
        "night",
        "week",
        "month",
        "year",
        "merci",
        "please",
        "avec",
        "pour",
        "dans",
        "chez",
        "avant",
        "apres",
        "etait",
        "cest",
        "jetais",
        "ctait",
        "autre",
        "meme",
        "prochaine",
        "prochain",
        "next",
        "same",
        "other",
        "this",
        "that",
        "cette",
        "celle",
        "with",
        "from",
        "monthly",
        "regular",
        "concertation",
        "region",
        "comite",
        "table",
        "experts",
        "vecu",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "sabado",
        "domingo",
        "pasada",
        "pasado",
        "ayer",
        "lendi",
        "madi",
        "mekredi",
        "jedi",
        "vandredi",
        "samdi",
        "dimanch",
        "ye",
    ]
)
WRONG_MEETING = re.compile(
    r"\b(?:pas|not|no es|no era|pa) (?:la |pour la |the |for the |el |pour )?(?:bonne?|right|correcta|meme|bon|same) "
    rf"{MEETING}\b"
    rf"|\b(?:mauvaise|trompee?|tromper?|wrong|equivoque|equivocada|autre)\b(?: \w+){{0,2}} {MEETING}\b"
    rf"|\b(?:c ?est|cest|c|c ?etait|cetait|it was|its) (?:pas |not )(?:pour |for )?(?:cette|celle|this|that|la) "
    rf"(?:{MEETING}|la\b|one\b)"
)


async def named(session: AsyncSession, person_id: int, said: Claimed, meant: Sequence[Meeting], today: dt.date) -> bool:
    """Whether the words name a day, a month or a table, and no meeting of theirs is that one."""
    if meant:
        return False
    if said.dates:
        return True
    known = await own_meetings_between(session, person_id, today - occasions.FAR_BACK, today)
    folded = fold(said.words)
    if (month := IN_MONTH.search(folded)) is not None:
        return MONTHS[month["month"]] != max(known, key=lambda one: one.local_date).local_date.month if known else True
    names = [match["name"] for shape in (NAMED, BEFORE_IT) for match in shape.finditer(folded)]
    names = [name for name in names if name not in NO_NAME | MONTHS.keys() and not _is_paid_for(name)]
    tables = {word for one in known for word in fold((await roundtable_of(session, one)).name).split()}
    return any(name not in tables for name in names)


def _is_paid_for(name: str) -> bool:
    return kind_of(name) not in (None, "", "known", "meeting", "word")


def says_wrong_meeting(words: str) -> bool:
    return WRONG_MEETING.search(fold(words)) is not None


async def for_a_person(talk: Talk) -> Text:
    """What was said of another meeting than the one that is being claimed: not added here, and a person sees to it."""
    await add_task(
        talk.session,
        talk.installation.organisation_id,
        TaskKind.CLAIM_UNCLEAR,
        now=talk.now,
        contact_id=talk.contact.id,
        person_id=talk.row.person_id,
        incoming_id=talk.given.incoming_id if talk.given is not None else None,
    )
    return text("claims-other-meeting", name=talk.installation.contact_name, phone=talk.installation.contact_phone)
