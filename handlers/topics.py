"""What a topic gives the router: the words it answers to, its questions, its dialogues, its commands, its hours."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from db.conversations import Question
from db.session import AsyncSession
from handlers.access import Act
from handlers.dialogue import Definition, Given
from handlers.dialogue.due import due_for
from handlers.turn import House, Said, Turn
from messages.keywords import Keyword, Understood

NEAR = 0.75  # "anonce" is near "annonce"; "table" is near nothing

OnKeyword = Callable[[Turn, Understood], Awaitable[Said]]
OnAnswer = Callable[[Turn, Question, Given], Awaitable[Said]]
OnWords = Callable[[Turn], Awaitable[Said]]
OnCommand = Callable[[Turn, str], Awaitable[Said]]
# Called at each tick with a transaction; returns how many things it did. Running it twice does nothing more.
Due = Callable[[AsyncSession, House, dt.datetime], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command. `name` is French; its help line is `command-<name>` and its example `example-<name>`."""

    name: str
    english: str
    run: OnCommand
    act: Act | None = None  # None: anyone may


@dataclass(frozen=True, slots=True)
class Topic:
    name: str
    keywords: Mapping[Keyword, OnKeyword] = field(default_factory=dict)
    answers: Mapping[str, OnAnswer] = field(default_factory=dict)  # by Question.topic; broadcasts: "broadcast.<kind>"
    dialogues: tuple[Definition, ...] = ()
    commands: tuple[Command, ...] = ()
    due: tuple[Due, ...] = ()
    # Free words that no question waits for: the first topic that returns something takes them.
    words: OnWords | None = None
    # A sentence that says more than the keyword in it ("absent mardi, dites que..."): heard before the keyword is.
    sentences: OnKeyword | None = None


@dataclass(frozen=True, slots=True)
class Routes:
    """The one visible list, with what the router does when no topic is concerned."""

    topics: tuple[Topic, ...]
    stranger: OnWords  # a contact nobody is known behind, or who has not said yes
    who_is_it: OnWords  # a shared phone: which of them is writing?
    shared_contact: OnWords
    provider_stop: OnWords  # Twilio already answered STOP, START or HELP
    distress: OnWords
    media: OnWords  # a photo, a voice note, a sticker that no question waits for
    unknown_word: OnWords

    def on_keyword(self, keyword: Keyword) -> OnKeyword | None:
        return next((t.keywords[keyword] for t in self.topics if keyword in t.keywords), None)

    def on_answer(self, topic: str) -> OnAnswer | None:
        return next((t.answers[topic] for t in self.topics if topic in t.answers), None)

    def command(self, name: str) -> Command | None:
        wanted = name.casefold()
        return next((c for t in self.topics for c in t.commands if wanted in (c.name, c.english)), None)

    def nearest(self, name: str, *, everything: bool) -> str | None:
        """The command whose name is nearly this one; `everything`: a coordinator's too."""
        names = [n for c in self.commands() if everything or c.act is None for n in (c.name, c.english)]
        return next(iter(difflib.get_close_matches(name.casefold(), names, n=1, cutoff=NEAR)), None)

    def definitions(self) -> dict[str, Definition]:
        return {d.name: d for t in self.topics for d in t.dialogues}

    def commands(self) -> list[Command]:
        return [c for t in self.topics for c in t.commands]

    def due(self) -> list[Due]:
        """What every tick does, the dialogues' own waits first."""
        return [*due_for(self.definitions), *(d for t in self.topics for d in t.due)]
