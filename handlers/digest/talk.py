"""How items are proposed, how a digit brings an item's text, how a coordinator approves the month's digest."""

from __future__ import annotations

import re

from db.conversations import Question
from db.digests import DigestItem
from handlers.acting import Acting, Doubtful, Refused, refuse
from handlers.commands import REMOVE, Do, number_and_words, shown
from handlers.dialogue import Given, Talk, dialogue
from handlers.digest.acts import approval, items
from handlers.digest.words import body_in, item_text, month_of, shortened, split, title_in
from handlers.open_questions import DIGEST
from handlers.turn import Heard, QuestionKind, Reply, Start, Turn
from handlers.when import read_when
from messages import text
from messages.keywords import fold
from messages.languages import CODES
from messages.reading import Step
from messages.sentences.hours import hours
from messages.sentences.plain import plain

# "nouvelle adresse" is no news for the digest: that word wants its colon.
LIST = QuestionKind(DIGEST, Step.DIGEST, standing=True)
PROPOSE = re.compile(
    r"^\s*(?:(?:proposer|propose|proposition|suggestion)\b\s*[:,-]?|(?:nouvelle|news)\s*:)\s*", re.IGNORECASE
)
# Without that word at its head, what asks to be spread; "à l'ordre du jour" is for a person.
SPREAD = re.compile(
    r"\b(?:nouvelles|infolettre|bulletin|news|newsletter|diffus\w+|annonce[rz]?|announce|relayer|passez le mot)\b"
)
# "/item 3 en ...": its English. "En mars, ..." is a French title.
LANGUAGE = re.compile(rf"^({'|'.join(CODES)})(?:\s+(?=\S)|\s*:\s*)", re.DOTALL)
DAY_OF_MONTH = re.compile(r"(?:le )?(\d{1,2})(?:er|st|nd|rd|th)?\b(?:\s+(?:à|a|at)\b)?\s*(.*)$", re.IGNORECASE)


async def propose_command(turn: Turn, rest: str) -> Reply:
    if not rest.strip():
        return Start("propose")
    return await _propose(turn, rest)


async def propose_meant(turn: Turn, heard: Heard) -> Reply:
    """News for the digest, from a basic phone: "PROPOSER le frigo est ouvert", "SVP diffuser: ..."."""
    if turn.person is None or turn.coordinator:  # who coordinates has a command for it
        return None
    match = PROPOSE.match(turn.text)
    if match is None and not SPREAD.search(fold(turn.text)):
        return None
    words = turn.text[match.end() :].strip() if match else turn.text.strip()
    return await _propose(turn, words) if words else Start("propose")


async def _propose(turn: Turn, words: str) -> Reply:
    if turn.person is None:
        return None
    title, body = split(words)
    words = f"{shortened(title)}|{body}"
    return shown(await items.propose(turn.acting, words, language=turn.language))


@dialogue("propose")
async def propose(talk: Talk) -> Reply:
    words = await talk.words("words", text("digest-ask-item"), longest=items.LONGEST_BODY)
    title, body = split(words)
    return shown(await items.propose(talk.acting, f"{shortened(title)}|{body}", language=talk.language))


async def item_asked(turn: Turn, question: Question, given: Given) -> Reply:
    """A digit after the short form: that item's text."""
    item = await turn.session.get(DigestItem, int(str(given.value)))
    if item is None:
        return text("router-stale-button")
    return item_text(title_in(item, turn.language), body_in(item, turn.language))


async def digest_command(acting: Acting, rest: str) -> Do:
    """/infolettre: the month's items. /infolettre jour 28 10:00. /infolettre reprendre. /infolettre envoyer."""
    word, _, more = rest.strip().partition(" ")
    if fold(word) in ("jour", "day"):
        return _day(acting, more)
    if fold(word) in ("reprendre", "back"):
        return Do(approval.take_back)
    if fold(word) in ("envoyer", "approuver", "send", "approve"):
        return Do(approval.approve)
    if fold(word) in (*REMOVE, "remettre"):  # of an item: as /item writes it
        return await item_command(acting, f"{more} {word}")
    if rest.strip():
        raise refuse("digest-which", words=rest.strip()[:40])
    return Do(items.list_items)


def _day(acting: Acting, words: str) -> Do:
    """ "28 10h": a day of the month; "lundi 28 décembre 9h": that day."""
    match = DAY_OF_MONTH.match(words.strip())
    if match is not None and not hours(plain(match[2]))[1].strip(" ,"):
        at = read_when(match[2], acting.today, need_day=False)[1] if match[2] else None
        return Do(items.choose_day, int(match[1]), at)
    if not words.strip():
        raise refuse("digest-bad-day")
    try:
        day, at, _end = read_when(words.strip(), acting.today)
    except Doubtful:
        raise
    except Refused:
        raise refuse("digest-bad-day") from None
    assert day is not None
    return Do(items.choose_day, day.day, at, month=month_of(day))


async def item_command(_acting: Acting, rest: str) -> Do:
    """/item 3: its text; /item 3 titre | texte ; /item 3 en title | text ; /item 3 retirer ; /item 3 remettre"""
    number, words = number_and_words(rest, "item")
    if not words:
        return Do(items.see_item, number)
    if fold(words) in REMOVE:
        return Do(items.set_aside, number)
    if fold(words) in ("remettre", "put back"):
        return Do(items.put_back, number)
    found = LANGUAGE.match(words)
    language = found[1] if found else ""
    return Do(items.edit, number, words[found.end() :] if found else words, language=language)


async def order_command(_acting: Acting, rest: str) -> Do:
    numbers = [int(n) for n in re.findall(r"\d+", rest)]
    if not numbers:
        raise refuse("example-ordre")
    return Do(items.order, numbers)
