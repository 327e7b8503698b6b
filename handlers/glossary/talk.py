"""What is said when someone asks what a word means."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from db.conversations import Question
from handlers.dialogue import Given
from handlers.heard import for_a_human
from handlers.turn import Ask, Said, Turn
from messages import Outgoing, text
from messages.keywords import Understood, fold
from messages.plain_lists import glossary

LONGEST_WORD = 40
ARTICLES = ("le ", "la ", "les ", "l ", "un ", "une ", "des ", "du ", "de ", "d ", "the ", "a ")


async def word_keyword(turn: Turn, understood: Understood) -> Said:
    """MOT arrimage; MOT alone asks which word."""
    if not understood.payload.strip():
        return Ask(Outgoing(text("glossary-which")), "glossary.word", free_text=True, lasts=turn.house.dialogue_lasts)
    return await _explain(turn, understood.payload)


async def word_question(turn: Turn, question: Question, given: Given) -> Said:
    return await _explain(turn, given.text)


async def _explain(turn: Turn, words: str) -> Said:
    found = meaning_of(words)
    if found is not None:
        return text("glossary-meaning", word=found[0], meaning=found[1])
    await for_a_human(turn, "word")
    return text("glossary-unknown", word=words.strip()[:LONGEST_WORD], name=turn.house.contact_name)


def meaning_of(words: str) -> tuple[str, str] | None:
    """(the word as it is written, its meaning), one typo forgiven from five letters."""
    wanted = fold(words)
    for article in ARTICLES:
        wanted = wanted.removeprefix(article)
    wanted = wanted.strip()
    if not wanted:
        return None
    known = {fold(name): (name, meaning) for name, meaning in glossary().items()}
    if wanted in known:
        return known[wanted]
    if len(wanted) < 5:
        return None
    close = [name for name in known if len(name) > 4 and OSA.distance(wanted, name, score_cutoff=1) <= 1]
    return known[close[0]] if len(close) == 1 else None
