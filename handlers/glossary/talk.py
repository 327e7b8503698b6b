"""What is said when someone asks what a word means."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from db.conversations import Question, TaskKind
from handlers.dialogue import Given
from handlers.heard import for_a_human
from handlers.turn import Ask, Heard, QuestionKind, Reply, Turn
from messages import Outgoing, text
from messages.keywords import data, fold
from messages.plain_lists import glossary
from messages.reading import Step
from messages.reading.asked import kind_asked
from messages.sentences.comments.read import read_comment

WORD = QuestionKind("glossary.word", Step.MENU, free_text=True)
LONGEST_WORD = 40
ARTICLES = ("le ", "la ", "les ", "l ", "un ", "une ", "des ", "du ", "de ", "d ", "the ", "a ")


async def word_keyword(turn: Turn, heard: Heard) -> Reply:
    """MOT arrimage; MOT alone asks which word."""
    if not heard.payload.strip():
        return Ask(Outgoing(text("glossary-which")), WORD, lasts=turn.installation.dialogue_lasts)
    return await _explain(turn, heard.payload)


async def question_meant(turn: Turn, heard: Heard) -> Reply:
    """They ask what a word means, in a sentence: explained, and a coordinator learns that it got through."""
    if heard.keyword is not None or kind_asked(turn.text) == "agenda":  # "c'est quoi l'ordre du jour?" wants the day's
        return None
    asked = read_comment(turn.text, turn.installation.today(turn.now), tuple(glossary())).question_word
    found = meaning_of(asked) if asked else None
    if found is None or not _is_about(asked, turn.text):
        return None
    await for_a_human(turn, TaskKind.JARGON, note=asked)
    return text("glossary-meaning", word=found[0], meaning=found[1])


def _is_about(word: str, words: str) -> bool:
    """Whether it is this word that they ask about: "avec" stands in any sentence, "c'est quoi AVEC?" ends with it."""
    plain = fold(word)
    return plain not in data.common_french() or fold(words).endswith(plain)


async def word_question(turn: Turn, question: Question, given: Given) -> Reply:
    return await _explain(turn, given.text)


async def _explain(turn: Turn, words: str) -> Reply:
    found = meaning_of(words)
    if found is not None:
        return text("glossary-meaning", word=found[0], meaning=found[1])
    await for_a_human(turn, TaskKind.QUESTION)
    return text("glossary-unknown", word=words.strip()[:LONGEST_WORD], name=turn.installation.contact_name)


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
