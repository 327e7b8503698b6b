"""What a person means by a short message: a keyword, how sure that is, and the words that follow it.

    understand("absan mardi")  ->  Understood(keyword=ABSENT, sure="sure", payload="mardi")

Nothing here asks, answers or remembers: that is the conversation's work. The words themselves are data files
(`messages/data/`), so that a table can add the way its own people write without touching this package.
"""

from messages.keywords.distress import is_distress
from messages.keywords.fold import fold
from messages.keywords.new_phone import has_new_phone
from messages.keywords.own_address import own_address
from messages.keywords.own_age import beside_age, own_age
from messages.keywords.understand import language_named, only_polite, polite_words, read_yes_no, understand
from messages.keywords.words import Keyword, Label, StopKind, Sure, Understood

__all__ = [
    "Keyword",
    "Label",
    "StopKind",
    "Sure",
    "Understood",
    "beside_age",
    "fold",
    "has_new_phone",
    "is_distress",
    "language_named",
    "only_polite",
    "own_address",
    "own_age",
    "polite_words",
    "read_yes_no",
    "understand",
]
