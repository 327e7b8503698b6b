"""The language that somebody who joins chooses: by a digit, by its name, or by writing in it; a name is not lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.conversations import TaskKind
from handlers.dialogue import Given, Talk, Unclear
from handlers.dialogue.talk import Parse
from handlers.people.remarks import keep_for_a_human, stop_at_else
from messages import Option, text
from messages.keywords import fold, has_new_phone, language_named, only_polite, read_yes_no
from messages.keywords.data import common_french
from messages.plain_lists import is_first_name
from messages.reading import Step, outright
from messages.reading.findings import find, language_written
from messages.reading.languages_asked import language_asked
from messages.reading.languages_written import language_told
from messages.reading.names_given import hesitates, name_given, refuses
from messages.reading.naming import is_introduced, names
from messages.reading.regrets import is_wrong_number

LONGEST_NAME = 30
FEW_WORDS = 6
MOST_NAMES = 3  # in what is taken for a name before it is asked for: "Gaetane Roy"
DEFAULT_READ = "fr"  # what is read of words that tell no language
NOT_THEM = "wrong number"  # what is kept when the words were for someone else
KNOWN_ELSEWHERE = "new phone"  # what is kept when they say that they have another number


def language_for(talk: Talk, options: Sequence[Option]) -> Parse:
    """A digit, a language; or a few words ("oui bonjour", "moi c'est Gisèle"), which say it by being written in one.

    The name that they give is kept.
    """
    known = [option.value for option in options]

    def parse(given: Given) -> str:
        if given.value in known:
            return str(given.value)
        stop_at_else(talk, given)
        if has_new_phone(given.text):
            return KNOWN_ELSEWHERE
        if is_wrong_number(given.text):
            talk.contact.language = _in_use(talk, known, given.text)
            return NOT_THEM
        if only_polite(given.text) or read_yes_no(given.text) is not None:  # "yes", "ok": in the language they wrote in
            return _in_use(talk, known, given.text)
        return _told_in_words(talk, given, known)

    return parse


def _told_in_words(talk: Talk, given: Given, known: Sequence[str | None]) -> str:
    """What they ask is answered, and chooses no language."""
    if refuses(given.text):
        raise Unclear(text("people-join-name-is-yours"))
    if hesitates(given.text):
        raise Unclear(text("people-join-when-ready"))
    if outright.says(outright.ASKS_TO_PAY, given.text):
        raise Unclear(text("people-free"))
    written = language_asked(given.text) or language_named(given.text) or _written(talk, given.text)
    language = written if written in known else talk.installation.default_language
    if (name := _introduced(talk, given)) is not None:
        talk.keep("name", name)
        return language
    said = given.text.split()
    asks = "?" in given.text or find(given.text).has("tu inside")
    if asks or not 0 < len(said) <= FEW_WORDS or not any(map(str.isalpha, given.text)):
        raise Unclear(text("dialogue-unclear-choice"))
    if (name := _name_said(given.text)) is not None:
        talk.keep("name", name)
        if len(said) == 1 and talk.contact.language in known:  # ENGLISH, then a name: a name is of no language
            return talk.contact.language
    return language


def _introduced(talk: Talk, given: Given) -> str | None:
    """ "jmappelle gaetane mais cest le cell a ma fille": the name, and what is said besides is for a human."""
    named = names(given.text, Step.JOIN_NAME) if is_introduced(given.text) and "?" not in given.text else ()
    if not named or len(given.text.split()) <= FEW_WORDS:
        return None
    keep_for_a_human(talk, TaskKind.QUESTION, given)
    return named[0][:LONGEST_NAME]


def _in_use(talk: Talk, known: Sequence[str | None], words: str) -> str:
    """The language that they have been answered in; the one of these words when there is none yet."""
    written = language_written(words)
    if talk.contact.language in known:
        return talk.contact.language
    return written if written in known else talk.installation.default_language


def _written(talk: Talk, words: str) -> str:
    """The language of these words, when they tell it; else the one in which they have been answered."""
    told = language_told(words)
    return told or (talk.contact.language if language_written(words) == DEFAULT_READ else "") or language_written(words)


def _name_said(words: str) -> str | None:
    """ "moi c'est Gisèle", "Gisèle", "rejan": a name given before it was asked for; "oui", "allo" are none."""
    parts = words.strip(" .,!").split()
    name = name_given(words)
    if not name or language_named(words) is not None or len(parts) > FEW_WORDS:
        return None
    named = len(parts) > len(name.split()) or is_first_name(re.split(r"[ -]", name)[0])
    capital = all(part.isalpha() and part[:1].isupper() and not only_polite(part) for part in parts)
    alone = capital and len(parts) <= MOST_NAMES and read_yes_no(words) is None
    strange = len(parts) == 1 and len(name) > 2 and name.isalpha() and fold(name) not in common_french()
    return as_kept(name) if alone or named or (strange and read_yes_no(words) is None) else None


def as_kept(name: str) -> str:
    return name[0].upper() + name[1:LONGEST_NAME]
