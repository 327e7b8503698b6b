"""The story as it is written in `data/story.txt`, one act a line: `read_story` makes a table of steps of it.

== joining                     a part begins
phone Rose sms +18195550111    who there is; the language of the page does not matter here
Rose > JOINDRE                 Rose writes (the next lines that begin with | are of the same message)
Rose > (photo) mon billet      she sends a picture; (contact) shares her number, (start x) opens a bot's link
Rose [oui]                     she presses the button of the latest message that has one beginning so
Rose < Bienvenue + AIDE        the next message she receives that says both; those before it are passed over
Rose ? code = ([A-Z0-9-]{9})   what that message says is kept, for {code} further on
Rose ~                         nothing came
clock > 2027-02-10 10:00       the hour moves there, through all that is due on the way
desk > import people.csv       what is done from the shell
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

ACT = re.compile(r"^(\w+)\s*(>|<|\?|~|\[)\s*(.*)$")
PHONE = re.compile(r"^phone\s+(\w+)\s+(sms|telegram)\s+(\S+)(?:\s+(\S+))?$")
PART = re.compile(r"^==\s*(\w+)$")


class Sort(StrEnum):
    WRITES = ">"
    HEARS = "<"
    KEEPS = "?"
    NOTHING = "~"
    PRESSES = "["


@dataclass(frozen=True, slots=True)
class Caller:
    """Someone of the story. `address`: an E.164 number or a Telegram id; `number`: what they share as a contact."""

    name: str
    kind: Literal["sms", "telegram"]
    address: str
    number: str = ""

    @property
    def is_group(self) -> bool:
        return self.kind == "telegram" and self.address.startswith("-")


@dataclass(frozen=True, slots=True)
class ScriptStep:
    """One act. `who` is a caller's name, "clock" or "desk"; `line` is where it stands in the file."""

    line: int
    who: str
    sort: Sort
    words: str

    @property
    def fragments(self) -> list[str]:
        """What a message heard must say."""
        return [part.strip() for part in self.words.split(" + ") if part.strip()]


@dataclass(frozen=True, slots=True)
class ScriptPart:
    name: str
    steps: list[ScriptStep] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Story:
    callers: dict[str, Caller]
    parts: list[ScriptPart]

    @property
    def steps(self) -> list[ScriptStep]:
        return [step for part in self.parts for step in part.steps]

    @property
    def expected(self) -> int:
        return sum(step.sort is Sort.HEARS for step in self.steps)


class UnreadableScript(Exception):
    """A line of the story means nothing."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(f"line {line}: {words}")


def read_story(content: str) -> Story:
    """Raises `UnreadableScript` naming the line."""
    story = Story({}, [])
    for line, words in _lines(content):
        if match := PHONE.match(words):
            name, kind, address, number = match.groups()
            story.callers[name] = Caller(name, "sms" if kind == "sms" else "telegram", address, number or "")
        elif match := PART.match(words):
            story.parts.append(ScriptPart(match[1]))
        elif words.startswith("|") and story.parts and story.parts[-1].steps:
            last = story.parts[-1].steps[-1]
            story.parts[-1].steps[-1] = replace(last, words=f"{last.words}\n{words[1:].strip()}")
        else:
            story.parts[-1].steps.append(_step(story, line, words))
    return story


def _lines(content: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line.strip()


def _step(story: Story, line: int, words: str) -> ScriptStep:
    match = ACT.match(words)
    if match is None or match[1] not in {*story.callers, "clock", "desk"}:
        raise UnreadableScript(line, words)
    sort, rest = Sort(match[2]), match[3].strip()
    return ScriptStep(line, match[1], sort, rest.removesuffix("]").strip() if sort is Sort.PRESSES else rest)
