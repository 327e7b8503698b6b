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
from handlers.claims import occasions
from handlers.claims.sentence import Claimed
from handlers.dialogue import Talk
from messages import Text, text
from messages.keywords import fold
from messages.sentences.claims.vocabulary import kind_of
from messages.sentences.date_words import MONTH, MONTHS, WEEKDAYS

UNMATCHED = "unmatched"  # of a claim that began with words for a meeting that was not found
MEETING = r"(?:rencontres?|reunions?|meetings?|comite|table|atelier|reyinyon|rankont|reunion|encuentro)"
OF = r"(?:du|de la|de|des|d|le|la|l|sur|on|of|in|for|the|au|en|del|el|pou|mois|month) "
IN_MONTH = re.compile(rf"\b{MEETING} (?:{OF}){{1,3}}(?P<month>{MONTH})\b")
NAMED = re.compile(
    rf"\b(?:pour|for|para|pou|a|to) (?:(?:la|ma|le|l|the|une|un|my) )?{MEETING} (?:{OF})*(?P<name>[a-z]{{4,}})\b"
)
BEFORE_IT = re.compile(r"\b(?:for|to|pour) the (?P<name>[a-z]{4,}) (?:meeting|table|committee)\b")
# What stands there and names no roundtable, beside days and months.
NO_NAME = frozenset(
    {
        "dernier", "derniere", "derniers", "passe", "passee", "passes", "mensuelle", "mensuel", "generale",
        "general", "annuelle", "regionale", "regional", "speciale", "grosse", "grande", "hier", "demain", "aujourd",
        "matin", "soir", "midi", "semaine", "mois", "annee", "last", "past", "yesterday", "today", "tomorrow",
        "morning", "night", "week", "month", "year", "merci", "please", "avec", "pour", "dans", "chez", "avant",
        "apres", "etait", "cest", "jetais", "ctait", "autre", "meme", "prochaine", "prochain", "next", "same",
        "other", "this", "that", "cette", "celle", "with", "from", "monthly", "regular", "concertation", "region",
        "comite", "table", "experts", "vecu", "pasada", "pasado", "ayer", "ye",
    }
)  # fmt: skip
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
    names = [name for name in names if name not in NO_NAME | WEEKDAYS.keys() | MONTHS.keys() and not _is_paid_for(name)]
    tables = {word for one in known for word in fold((await roundtable_of(session, one)).name).split()}
    return any(name not in tables for name in names)


def _is_paid_for(name: str) -> bool:
    return kind_of(name) not in (None, "", "known", "meeting", "word")


def says_wrong_meeting(words: str) -> bool:
    return WRONG_MEETING.search(fold(words)) is not None


async def for_a_person(talk: Talk) -> Text:
    """What was said of another meeting than the one that is being claimed: not added here, and a person sees to it."""
    await talk.for_a_human(TaskKind.CLAIM_UNCLEAR, of=talk.given.incoming_id if talk.given is not None else None)
    return text("claims-other-meeting", name=talk.installation.contact_name, phone=talk.installation.contact_phone)
