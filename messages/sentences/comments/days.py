"""Two days in one message ("ABSEN mardi, jeudi OUI je vien"), and yes or no to numbered lines ("le 3 oui le 5 non")."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from messages.keywords import Keyword, data
from messages.keywords.spelling import guess
from messages.sentences import signs
from messages.sentences.comments.types import Choice, DayPart
from messages.sentences.dates import FoundDate, dates
from messages.sentences.plain import plain_places

LIST = "comment_signs.txt"
YES = (
    "oui|ouais|ouin|yes|yep|yeah|ok|okay|daccord|d accord|correct|bon|bonne idee|super|good|fine|chu pour|je suis pour"
)
NO = "non|nan|nope|no|nop|against|pas daccord|pas d accord|pas bon|not good|contre|chu contre|je suis contre"
TOO = r"(?:trop|too) \w+"  # a reason, and an answer beside others that say yes or no
NUMBER = r"\d{1,2}(?! ?(?:h|km|ans|fois|jours?|piasses?)\b)"
NUMBERS = rf"{NUMBER}(?:(?: et| pis| pi| puis| and| ou)?(?: le| la| the| au| aux| a| to)? {NUMBER})*"
ARTICLE = r"(?:(?:le|la|les|no|num|numero|number|projet|choix|point|idee|the|#) )*"
IS = r"(?: (?:c|ces|cest|c est|ca|sa|je dis|jdis|moi|is|its|it s))*"
NUMBER_FIRST = re.compile(rf"(?<= ){ARTICLE}(?P<numbers>{NUMBERS}){IS} (?P<answer>{YES}|{NO}|{TOO})(?= |$)")
ANSWER_FIRST = re.compile(
    rf"(?<= )(?P<answer>{YES}|{NO}|pour|for) (?:(?:a|au|aux|pour|to|for|avec|sur|del) )*{ARTICLE}"
    rf"(?P<numbers>{NUMBERS})(?= |$)"
)
TOO_ONLY = re.compile(rf"{TOO}$")
SIDES = re.compile(r"^(?: moi| je suis| chu)* (?:pour|contre|for|against) .* (?:pour|contre|for|against) ")
NO_ONLY = re.compile(rf"(?:{NO}|{TOO})$")
BREAK = re.compile(r"\s+(?:et|pis|puis|and|but|mais|,)\s+|\s*[,]\s*", re.IGNORECASE)
ARTICLES = re.compile(r"(?:\b(?:le|the|pour|pour le|ce|el) )+$")
FEWEST_WORDS = 3
SHORT = 9  # beyond, "oui" is part of a sentence


def choices_in(whole: signs.Folded, named: Sequence[FoundDate]) -> tuple[Choice, ...]:
    """Yes or no by number, with the reason that follows; () when no number has its answer, or it is a date."""
    if not re.search(r" \d", whole.joined) or any(day.weekday is not None for day in named):
        return ()
    matches = _answers(whole.joined)
    if all(TOO_ONLY.match(match["answer"]) for match in matches):
        return ()
    found: dict[int, Choice] = {}
    for position, match in enumerate(matches):
        stop = matches[position + 1].start() if position + 1 < len(matches) else len(whole.joined)
        answer: Literal["yes", "no"] = "no" if NO_ONLY.match(match["answer"]) else "yes"
        reason = _reason(whole, match.start("answer") if TOO_ONLY.match(match["answer"]) else match.end(), stop)
        for number in re.findall(r"\d+", match["numbers"]):
            found.setdefault(int(number), Choice(int(number), answer, reason))
    return tuple(found.values())


def _answers(joined: str) -> list[re.Match[str]]:
    """ "le 3 oui le 5 non" or "oui au 3 non au 5": whichever way the message begins."""
    ahead, behind = NUMBER_FIRST.search(joined), ANSWER_FIRST.search(joined)
    if SIDES.match(joined) or (behind and (ahead is None or behind.start() < ahead.start())):
        matches = list(ANSWER_FIRST.finditer(joined))
        # "pour le 3" alone is what they talk about; beside a yes, a no or "contre" it takes a side.
        return matches if any(m["answer"] not in ("pour", "for") for m in matches) else []
    return list(NUMBER_FIRST.finditer(joined))


def _reason(whole: signs.Folded, start: int, stop: int) -> str:
    """The words between two answers, as written, without what only links them."""
    first, last = whole.word_at(start), whole.word_at(stop)
    links = signs.word_set(LIST, "links")
    while first < last and whole.words[first].folded in links:
        first += 1
    while first < last and whole.words[last - 1].folded in links:
        last -= 1
    return whole.written(first, last)


def days_in(whole: signs.Folded, sentences: Sequence[signs.Folded], today: dt.date) -> tuple[DayPart, ...]:
    """What is said of each day named, in order; () unless they say of one that they come, do not, or want it said."""
    parts: list[DayPart] = []
    for sentence in sentences:
        clauses = _clauses(sentence.text, today)
        for clause in clauses:
            day = _placed(dates(clause, today)[0], whole.text, clause)
            parts += [DayPart(day, says, part) for part in _told(clause) if part and (says := _says(part, parts))]
        if not clauses and parts and signs.found(LIST, "say", sentence.joined):
            parts.append(DayPart(parts[-1].day, "comment", sentence.text))
    meant = any(part.says != "comment" for part in parts) or signs.found(LIST, "say", whole.joined)
    return tuple(parts) if meant else ()


def _placed(day: FoundDate, text: str, clause: str) -> FoundDate:
    shift = max(text.find(clause), 0)
    return FoundDate(day.date, day.weekday, day.start + shift, day.end + shift, day.past, day.ambiguous)


def _clauses(sentence: str, today: dt.date) -> list[str]:
    """The parts of a sentence that name a day: cut at the links, then where a second day is named without one."""
    if not dates(sentence, today):
        return []
    parts: list[str] = []
    start = 0
    for match in BREAK.finditer(sentence):
        before, after = sentence[start : match.start()], sentence[match.end() :]
        if dates(before, today) and dates(after, today):
            parts.append(before)
            start = match.end()
    cut = [piece for part in (*parts, sentence[start:]) for piece in _cut_at_days(part, today)]
    return [piece for piece in cut if dates(piece, today)]


def _cut_at_days(clause: str, today: dt.date) -> list[str]:
    """ "jeudi oui mardi non" begins with its days, "oui jeudi non mardi" ends with them."""
    plain, places = plain_places(clause)
    named = dates(plain, today)
    if len({(day.date, day.weekday) for day in named}) < 2:
        return [clause.strip()]
    if not ARTICLES.sub("", plain[: named[0].start]).strip(" ,"):
        before = [ARTICLES.sub("", plain[: day.start]) for day in named[1:]]
        cuts = [0, *(places[len(words)] for words in before), len(clause)]
    elif not plain[named[-1].end :].strip(" ,.!"):
        cuts = [0, *(places[day.end] for day in named[:-1]), len(clause)]
    else:
        return [clause.strip()]
    return [clause[first:last].strip(" ,") for first, last in pairwise(cuts)]


def _told(clause: str) -> tuple[str, str]:
    """An absence, then what they want said ("mardi jpeux pas, dites que..."): two parts of one clause."""
    folded = signs.folded(clause)
    for first, _ in signs.spans(LIST, "say", folded):
        before = folded.written(0, first)
        if before and _says(before) in ("absent", "coming"):
            return before, folded.written(first, len(folded.words))
    return clause, ""


def _says(clause: str, parts: Sequence[DayPart] = ()) -> Literal["absent", "coming", "comment"] | None:
    """None for a day about which nothing is said; a day alone ("oui mardi et jeudi") goes with the one before."""
    folded = signs.folded(clause)
    if signs.found(LIST, "say", folded.joined):
        return "comment"
    if signs.found(LIST, "absent", folded.joined) or any(_means_absent(w.folded) for w in folded.words):
        return "absent"
    short = len(folded.words) <= SHORT and signs.found(LIST, "coming_short", folded.joined)
    if short or signs.found(LIST, "coming", folded.joined):
        return "coming"
    if len(folded.words) == 1 and parts:
        return parts[-1].says
    return "comment" if len(folded.words) > FEWEST_WORDS else None


def _means_absent(word: str) -> bool:
    if word in data.common_french():
        return False
    meant = guess(word)
    return meant is not None and meant.keyword is Keyword.ABSENT
