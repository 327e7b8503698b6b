"""What people mean: a message is read in its context, then one table decides what is done.

    readings = read("jpeux pas, mais dites que le frigo est vide", Context.of_code("R"))
    decide(readings, context).action  ->  Action.CONFIRM

Pure: nothing here asks, sends or remembers. Labels and codes are those of the corpus (docs/understanding.md).
Not to be confused with `messages.keywords`, which knows one word at a time and is one clue among others here.
"""

from messages.reading.context import Context, MeetingSeen, OpenQuestion, SentLately
from messages.reading.decide import SENDS, ReadingDecision, decide
from messages.reading.labels import Action, Meaning, Step
from messages.reading.read import as_meant, may_be_a_cry, read
from messages.reading.stale import BARE_ANSWERS, BETWEEN_WORDS
from messages.reading.types import Reading, Slots

__all__ = [
    "BARE_ANSWERS",
    "BETWEEN_WORDS",
    "SENDS",
    "Action",
    "Context",
    "Meaning",
    "MeetingSeen",
    "OpenQuestion",
    "Reading",
    "ReadingDecision",
    "SentLately",
    "Slots",
    "Step",
    "as_meant",
    "decide",
    "may_be_a_cry",
    "read",
]
