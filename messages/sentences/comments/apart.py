"""Which of someone's own words are for the table, beside whether they come or what they paid: chosen, never changed."""

from __future__ import annotations

import datetime as dt
import re

from messages.keywords import fold
from messages.sentences import signs
from messages.sentences.claims.read import claim
from messages.sentences.comments.people import private_parts
from messages.sentences.comments.read import read_comment

LONGEST_ANSWER = 10  # words: beyond, an absence also says something else
FEWEST_WORDS = 3
LONGEST_BARE = 5  # words: what is longer, and cannot be told apart, is kept whole
FEWEST_BESIDE = 4  # words beside a claim: "bon meeting" is politeness
CLAUSE = re.compile(r"(?:[^,;\n]|(?<=\d),(?=\d))+")  # between commas; "7,50" is one number


def besides_an_answer(written: str, today: dt.date) -> str:
    """Their words without those that only say whether they come; "" when they say nothing else.

    What would be nothing but a private matter ("my child is ill") is not for the table: it was the reason.
    """
    parts = [part for part in read_comment(written, today).days if part.says != "comment"]
    kept: list[str] = []
    for sentence in signs.sentences(written):
        inside = [part for part in parts if part.words in sentence]
        left = sentence
        for part in inside:
            if count(part.words) <= LONGEST_ANSWER:
                left = left.replace(part.words, "", 1).strip(" ,;")
        if count(left) >= FEWEST_WORDS or (not inside and count(left)):
            kept.append(left)
    words = _as_written(written, kept)
    if count(words) >= FEWEST_WORDS:
        return words
    return written if count(written) > LONGEST_BARE else ""


def _as_written(written: str, kept: list[str]) -> str:
    """Parts that follow each other keep what stands between them."""
    whole = " ".join(kept)
    start, end = (written.find(kept[0]), written.find(kept[-1])) if kept else (0, 0)
    between = written[start : end + len(kept[-1])] if kept else ""
    return between if fold(between) == fold(whole) else whole


def besides_a_claim(written: str, today: dt.date, language: str) -> str:
    """The parts of a claim that claim nothing and explain nothing, when they make words enough; "" otherwise.

    A whole sentence counts from four words on, a clause between commas from five: fewer are a reason, or politeness.
    """
    whole = claim(written, today, language)
    if not whole.is_claim:
        return ""
    left = []
    for sentence in signs.sentences(written):
        parts = [sentence] if not _claims_something(sentence, today, language) else CLAUSE.findall(sentence)
        fewest = FEWEST_BESIDE if len(parts) == 1 else FEWEST_BESIDE + 1
        left += [
            part.strip(" ,;")
            for part in parts
            if count(part) >= fewest
            and part.strip(" ,;") not in whole.note
            and not _claims_something(part, today, language)
        ]
    return " ".join(left)


def _claims_something(words: str, today: dt.date, language: str) -> bool:
    said = claim(words, today, language)
    return bool(said.lines or said.dates or said.half_days or said.supper_served or said.declined or said.questions)


def count(words: str) -> int:
    """How many words are not about their own life: a reason ("my child is ill") is none of the table's business."""
    for private in private_parts([signs.folded(words)]):
        words = words.replace(private, "")
    return len(fold(words).split())
