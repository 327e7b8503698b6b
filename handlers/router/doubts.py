"""What answers "do you mean this?" in words: a yes, a courtesy, a wish about a name; each for what is on the screen."""

from __future__ import annotations

from db.conversations import Question
from messages.keywords import Keyword, read_yes_no
from messages.reading import Meaning, Step
from messages.reading.second_thoughts import asks_to_stop, gives_name, says_yes_alone, wants_no_name, yes_to_stop
from messages.reading.yes_said import agrees_weakly, says_yes_to_what_is_asked

NONE = "none"  # "something else"
OF_WORDS = frozenset({Step.COLLECTING, Step.READ_BACK})


def meant_by_yes(question: Question, words: str) -> str | None:
    """The reading that a yes or a no in words chooses in a list of them; None when it chooses none.

    A stop that is in it comes first: they asked for it. Else a yes is for a label that begins with yes, or for the only
    reading.
    """
    readings = [list(names) for names in question.prompt.get("readings", [])]
    stop = next((str(place) for place, names in enumerate(readings) if Meaning.STOP in names), None)
    if stop is not None and (yes_to_stop(words) or asks_to_stop(words)):
        return stop
    if read_yes_no(words) is Keyword.NON and len(words.split()) == 1:
        return NONE
    yes = says_yes_alone(words) or (stop is None and _is_a_yes(readings, words))
    if not yes or (stop is not None and not any(map(str.isalpha, words))):
        return None  # a thumb up is no wish to stop everything
    if [Meaning.YES] in readings:
        return str(readings.index([Meaning.YES]))
    if Step(question.prompt["step"]) in OF_WORDS:
        return "0"
    return stop if stop is not None else "0" if len(readings) == 1 else None


def _is_a_yes(readings: list[list[str]], words: str) -> bool:
    """ "oui cest ca"; "ok dabord", to the one thing that was asked, unless it would be a presence or words to read."""
    too_little = readings != readings[:1] or {Meaning.COMING, Meaning.COMMENT} & {*readings[0]}
    return says_yes_to_what_is_asked(words) or (agrees_weakly(words) and not too_little)


def agrees(words: str) -> bool:
    """Whether it is a yes in a few words, whatever it is for: for the question on the screen, or for none."""
    return says_yes_to_what_is_asked(words) or agrees_weakly(words)


def lets_go(question: Question, words: str) -> bool:
    """ "ok merci", to a list of what they may have meant: no choice; they are done. What may stop is asked again."""
    readings = [list(names) for names in question.prompt.get("readings", [])]
    return agrees_weakly(words) and len(readings) > 1 and not any(Meaning.STOP in names for names in readings)


def words_without_a_name(question: Question, words: str, keyword: Keyword | None) -> str | None:
    """ "SANS MON NOM" to "is it part of your words?": yes, and without their name. `keyword`: when it is one, alone.

    The place of their words in the list; None when they said something else.
    """
    if Step(question.prompt["step"]) not in OF_WORDS:
        return None
    if keyword is not Keyword.SANS_MON_NOM and not wants_no_name(words):
        return None
    return _their_words(question)


def words_with_a_name(question: Question, words: str) -> str | None:
    """ "avec mon nom c'est bien correct" to "a word for the table?": yes, and as they said. None, as above."""
    return _their_words(question) if gives_name(words) else None


def _their_words(question: Question) -> str | None:
    readings = [list(names) for names in question.prompt.get("readings", [])]
    return next((str(place) for place, names in enumerate(readings) if Meaning.COMMENT in names), None)
