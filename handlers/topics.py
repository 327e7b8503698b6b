"""What a topic gives the router: what it answers to, its questions, its dialogues, its commands, its hours."""

from __future__ import annotations

import difflib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from db.conversations import Question
from handlers.act import Act
from handlers.acting import Acting
from handlers.commands import Command, check_dialogue
from handlers.dialogue import Definition, Given
from handlers.dialogue.due import due_for
from handlers.trials import Trial
from handlers.turn import Heard, QuestionKind, Reply, Turn
from handlers.view import Found, View, Waiting
from messages.keywords import Keyword, fold
from messages.reading import Meaning

NEAR = 0.75  # "anonce" is near "annonce"; "table" is near nothing

OnHeard = Callable[[Turn, Heard], Awaitable[Reply]]
OnAnswer = Callable[[Turn, Question, Given], Awaitable[Reply]]
OnTurn = Callable[[Turn], Awaitable[Reply]]
# Words whose reading hesitates, with all that they may mean; None when the topic does not know them for its own.
OnDoubt = Callable[[Turn, frozenset[Meaning]], Awaitable[Reply]]
# What a topic knows for its own before anything is read: the question that they saw last, what would be acted upon.
OnPlain = Callable[[Turn, Question | None, frozenset[Meaning]], Awaitable[Reply]]
OnEvent = Callable[[Turn, Any], Awaitable[Reply]]
# Called at each tick with a transaction; returns how many things it did. Running it twice does nothing more.
Due = Callable[[Acting], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Topic:
    """`meanings`: what people mean, in a keyword or in their own sentence; the first topic that has an answer takes it.
    `keywords`: words that are asked for as such (TARIFS, SUITE), and mean nothing more general.
    """

    name: str
    meanings: Mapping[Meaning, OnHeard] = field(default_factory=dict)
    keywords: Mapping[Keyword, OnHeard] = field(default_factory=dict)
    answers: Mapping[QuestionKind, OnAnswer] = field(default_factory=dict)
    events: Mapping[type[Any], OnEvent] = field(default_factory=dict)
    plainly: OnPlain | None = None  # whatever the words look like, in what stands open
    knows: OnDoubt | None = None  # before it is asked what they mean, or left to a person
    dialogues: tuple[Definition, ...] = ()
    commands: tuple[Command, ...] = ()
    acts: tuple[Act[Any], ...] = ()  # those without a command: from the shell or a page alone
    due: tuple[Due, ...] = ()
    waiting: tuple[View[[], list[Waiting]], ...] = ()  # what waits there for whoever coordinates
    searched: tuple[View[[str], list[Found]], ...] = ()  # what is found there by a word
    tried: tuple[Trial, ...] = ()  # what is sent to oneself first


@dataclass(frozen=True, slots=True)
class Routes:
    """The one visible list, with what the router does when no topic is concerned."""

    topics: tuple[Topic, ...]
    stranger: OnTurn  # a contact nobody is known behind, or who has not said yes
    who_is_it: OnTurn  # a shared phone: which of them is writing?
    shared_contact: OnTurn
    provider_stop: OnTurn  # Twilio already answered STOP, START or HELP
    in_care: OnTurn  # someone in distress writes on: a person reads it
    asked_in_care: Callable[[Turn, Question], Awaitable[bool]]  # whether a question was asked since, at their word
    media: OnTurn  # a photo, a voice note, a sticker that no question waits for
    own_words: OnTurn  # SANS ACCENTS, LIER, a code: no keywords of the lists, yet understood
    not_understood: OnTurn

    def on_keyword(self, keyword: Keyword) -> OnHeard | None:
        return next((t.keywords[keyword] for t in self.topics if keyword in t.keywords), None)

    def on_meaning(self, meaning: Meaning) -> list[OnHeard]:
        return [t.meanings[meaning] for t in self.topics if meaning in t.meanings]

    def on_doubt(self) -> list[OnDoubt]:
        return [t.knows for t in self.topics if t.knows is not None]

    def on_plain(self) -> list[OnPlain]:
        return [t.plainly for t in self.topics if t.plainly is not None]

    def on_event(self, event: object) -> list[OnEvent]:
        return [t.events[type(event)] for t in self.topics if type(event) in t.events]

    def kinds(self) -> dict[str, QuestionKind]:
        return {kind.name: kind for t in self.topics for kind in t.answers}

    def on_answer(self, kind: str) -> OnAnswer | None:
        return next((take for t in self.topics for known, take in t.answers.items() if known.name == kind), None)

    def command(self, name: str) -> Command | None:
        """By its French or its English name, with or without its accents and its capitals."""
        wanted = fold(name).replace(" ", "-")
        return next((c for c in self.commands() if wanted in (c.name, c.english)), None)

    def nearest(self, name: str, *, everything: bool) -> str | None:
        """The command whose name is nearly this one; `everything`: a coordinator's too."""
        names = [n for c in self.commands() if everything or c.anyone for n in (c.name, c.english)]
        wanted = fold(name).replace(" ", "-")
        first = wanted.partition("-")[0]  # "refuser-demande" is "refuser", and nowhere near "approuver-demande"
        if first in names:
            return first
        return next(iter(difflib.get_close_matches(wanted, names, n=1, cutoff=NEAR)), None)

    def named(self, words: str) -> str | None:
        """Words that begin with a command's name, as it is written with its slash: "a faire" -> "a-faire"."""
        parts = words.split()
        for count in (2, 1):
            name = fold("-".join(parts[:count])).replace(" ", "-")
            if len(parts) >= count and name and self.command(name) is not None:
                return " ".join([name, *parts[count:]])
        return None

    def definitions(self) -> dict[str, Definition]:
        check = check_dialogue(self.command)
        return {d.name: d for d in (check, *(d for t in self.topics for d in t.dialogues))}

    def commands(self) -> list[Command]:
        return [c for t in self.topics for c in t.commands]

    def acts(self) -> dict[str, Act[Any]]:
        """Every act, by its name: those of commands and those without one."""
        found = [a for t in self.topics for a in (*(a for c in t.commands for a in c.acts), *t.acts)]
        return {act.name: act for act in found}

    def due(self) -> list[Due]:
        """What every tick does, the dialogues' own waits first."""
        return [*due_for(self.definitions), *(d for t in self.topics for d in t.due)]
