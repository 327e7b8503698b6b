"""Someone named, or a private matter, in a comment. Both are only pointed out: the author or a human decides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import Word
from messages.sentences import signs
from messages.sentences.nearly import nearest, unglued

LIST = "comment_signs.txt"
OWN = frozenset({"mon", "ma", "mes", "notre", "nos", "my", "our", "mi", "mis"})
FURTHEST_STATE = 5
LONGEST_REST = 5


def names_someone(sentences: Sequence[signs.Folded]) -> bool:
    """A role beside a first name ("linterveante julie"), or a title before a name ("M. Tremblay")."""
    shouted = all(sentence.text.upper() == sentence.text for sentence in sentences)
    return any(_names_someone(sentence.text, sentence.words, shouted) for sentence in sentences)


def _names_someone(text: str, words: Sequence[Word], shouted: bool) -> bool:
    for rank, word in enumerate(words):
        if _is_role(word.folded):
            around = [*words[max(rank - 2, 0) : rank], *words[rank + 1 : rank + 4]]
            if any(_is_name(text, near, shouted) for near in around):
                return True
        if rank + 1 < len(words) and _is_title(text, word, words[rank + 1], shouted):
            return True
        if _is_spoken_of([w.folded for w in words[max(rank - 2, 0) : rank]], word.folded, words[rank + 1 : rank + 2]):
            return True
    return False


def _is_spoken_of(before: list[str], word: str, after: Sequence[Word]) -> bool:
    """ "julie a ri de nous", "jai parle a denis", "cest marc qui"; never who signs or is greeted ("c Rejean")."""
    if word not in _first_names() or word in signs.word_set(LIST, "also_a_word"):
        return False
    following = after[0].folded if after else ""
    apart = signs.word_set(LIST, "not_about")
    if following == "qui" or (following in signs.word_set(LIST, "done_by_someone") and not apart.intersection(before)):
        return True
    return before[-1:] != [] and before[-1] in signs.word_set(LIST, "about_someone") and before[0] not in apart


def _is_title(text: str, word: Word, following: Word, shouted: bool) -> bool:
    between = text[word.end : following.start]
    if word.folded not in signs.word_set(LIST, "honorific") or between.strip(" .\u00a0"):
        return False
    # "m" is also a pronoun and the metre: only "M." or "M Tremblay" is a title.
    if word.folded == "m" and "." not in between and not (text[word.start] == "M" and not shouted):
        return False
    if following.folded in signs.word_set(LIST, "not_a_name") or len(following.folded) < 3:
        return False
    return _looks_a_name(text, following, shouted) or data.common_french().get(following.folded, 20_000) > 3_000


def _looks_a_name(text: str, word: Word, shouted: bool) -> bool:
    return word.folded in _names() or (not shouted and text[word.start].isupper())


def _is_name(text: str, word: Word, shouted: bool) -> bool:
    if word.folded in signs.word_set(LIST, "not_a_name") or _is_role(word.folded):
        return False
    if word.folded in _names():
        return True
    # A capital in the middle of a sentence, on a word that is no ordinary one, is a name.
    inside = bool(text[: word.start].strip()) and text[: word.start].rstrip()[-1] not in ".!?:\n"
    rare = data.common_french().get(word.folded, 20_000) > 3_000
    return inside and not shouted and text[word.start].isupper() and len(word.folded) > 2 and rare


@lru_cache(maxsize=4096)
def _is_role(word: str) -> bool:
    roles = signs.word_set(LIST, "role")
    return any(form in roles or (len(form) > 7 and nearest(form, roles) != "") for form in unglued(word))


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """First names and family names: beside a role, either names someone."""
    return _first_names() | {word for line in data.lines("surnames.txt") for word in line.split()}


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    return frozenset(word for line in data.lines("first_names.txt") for word in line.split())


def private_parts(sentences: Sequence[signs.Folded]) -> tuple[str, ...]:
    """The parts about their own or a relative's health or family life, as written, in order."""
    parts: list[str] = []
    for folded in sentences:
        for first, last in _merged(_relatives(folded) + _selves(folded)):
            part = folded.written(first, last)
            # What asks or argues ("my child is sick each time we meet outside") is still theirs to decide.
            if part and part not in parts:
                parts.append(part)
    return tuple(parts)


def _relatives(folded: signs.Folded) -> list[tuple[int, int]]:
    """From "my child" to the end of what is said of their state."""
    words = [w.folded for w in folded.words]
    relatives = signs.word_set(LIST, "relative")
    places = [i for i in range(len(words) - 1) if words[i] in OWN and words[i + 1] in relatives]
    if not places:
        return []
    states = list(signs.spans(LIST, "state", folded))
    found = []
    for place in places:
        state = next((s for s in states if place + 1 < s[0] <= place + 1 + FURTHEST_STATE), None)
        if state and not signs.word_set(LIST, "turns").intersection(words[place + 2 : state[0]]):
            found.append((_with_because(words, place), _rest(words, state[1])))
    return found


def _selves(folded: signs.Folded) -> list[tuple[int, int]]:
    words = [w.folded for w in folded.words]
    return [(_with_because(words, first), _rest(words, last)) for first, last in signs.spans(LIST, "self", folded)]


def _with_because(words: list[str], first: int) -> int:
    """Without the "because" in front, what would be left hangs in the air."""
    because = signs.word_set(LIST, "because")
    if first and words[first - 1] in because:
        return first - 1
    joined = first > 1 and words[first - 2] in because and words[first - 1] in {"que", "qu", "of"}
    return first - 2 if joined else first


def _rest(words: list[str], last: int) -> int:
    """A few more words ("depuis 2 jours", "au foie") as long as nothing else begins; a long rest is another matter."""
    turns = signs.word_set(LIST, "turns")
    end = last
    while end < len(words) and words[end] not in turns:
        end += 1
    return end if end - last <= LONGEST_REST else last


def _merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(places):
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
