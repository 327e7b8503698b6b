"""What a comment holds besides its words: a wish to stay unnamed, a private matter, days, choices, a question.

    read_comment("dite pas mon nom svp. linterveante julie a parler de nous", today)
    ->  CommentSigns(anonymous=True, third_person=True, ...)

Signs only: the author is asked or a human is told, and the words stay as written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from messages.sentences import signs
from messages.sentences.comments.days import choices_in, days_in
from messages.sentences.comments.people import names_someone, private_parts
from messages.sentences.comments.types import Choice, CommentSigns, DayPart
from messages.sentences.dates import dates
from messages.sentences.nearly import folded_words, nearest, unglued

__all__ = ["Choice", "CommentSigns", "DayPart", "read_comment"]

LIST = "comment_signs.txt"
MOST_DAYS = 8  # beyond, it is a calendar and no answer
LONGEST = 4_000  # more is no text message: what stands further is kept by others, and not searched for signs


def read_comment(text: str, today: dt.date, known_words: Collection[str] = ()) -> CommentSigns:
    """Every sign found in a comment as written. `known_words`: those that can be explained (the glossary's)."""
    text = text[:LONGEST]
    whole = signs.folded(text)
    sentences = [signs.folded(sentence) for sentence in signs.sentences(text)]
    named = dates(text, today)
    choices = choices_in(whole, named)
    leaving = signs.found(LIST, "leaving", whole.joined)
    return CommentSigns(
        anonymous=signs.found(LIST, "nameless", whole.joined),
        third_person=names_someone(sentences),
        private=private_parts(sentences),
        leaving=leaving,
        question_word=_word_asked(whole, known_words),
        is_question=not leaving and _is_question(sentences),
        retraction=signs.found(LIST, "retraction", whole.joined),
        days=() if choices or not 0 < len(named) <= MOST_DAYS else days_in(whole, sentences, today),
        choices=choices,
        english=_is_english(whole),
    )


def _is_question(sentences: list[signs.Folded]) -> bool:
    """The whole message asks: one angry "why?" inside a comment does not make it a question."""
    meant = [s for s in sentences if len(s.words) > 1]
    return bool(meant) and all(s.text.endswith("?") or signs.found(LIST, "question", s.joined) for s in meant)


def _word_asked(whole: signs.Folded, known_words: Collection[str]) -> str:
    """The word of the glossary they ask about ("larimage" -> "arrimage"); "" when they ask about none."""
    if not known_words or not signs.found(LIST, "meaning", whole.joined):
        return ""
    known = folded_words(frozenset(known_words))
    exact = [word for word in known if f" {word} " in f"{whole.joined} "]
    if exact:
        return known[max(exact, key=len)]
    for word in (w.folded for w in whole.words):
        for form in unglued(word):
            target = form if form in known else nearest(form, known)
            if target:
                return known[target]
    return ""


def _is_english(whole: signs.Folded) -> bool:
    """English stands in it, be it in the middle of French: worth offering, never a switch by itself."""
    said = {word.folded for word in whole.words}
    english = said & signs.word_set(LIST, "english")
    french = said & signs.word_set(LIST, "french")
    return len(english) >= 3 or (len(english) == 2 and len(french) <= 4)
