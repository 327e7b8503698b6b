"""Notes of a list that say not to write as to the others: someone who died, who hears nothing, who asked for nothing.

The notes are not kept. A line of which they say so waits for an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handlers.acting import Refused
from handlers.people.lists.cells import Cells
from handlers.people.lists.columns import is_mark, is_marked
from handlers.people.lists.consents import MOST_ASKED, TOGETHER, Notes
from handlers.people.plan import PlanQuestion
from handlers.vocabulary import meaning_of
from messages import Option, text
from messages.keywords import fold

NOTE = "note"
SKIP, CALL, KEEP = "skip", "call", "keep"
LONGEST = 60
MOST_NAMED = 8


@dataclass(slots=True)
class Remarked:
    """`answers`: to the questions of an earlier reading, by their keys."""

    answers: Mapping[str, str]
    _asked: dict[str, list[str]] = field(default_factory=dict)  # what is noted -> of whom, a name for each line
    _many: bool = False

    def look_at(self, lines: Sequence[Cells]) -> None:
        self._many = len({note for line in lines if (note := _note(line))}) > MOST_ASKED

    def of(self, line: Cells, name: str, notes: Notes, *, declined: bool) -> bool:
        """Whether they are reached by voice alone. Raises `Refused` for those who are left out.

        `declined`: they are not written to already."""
        note = _note(line)
        if not note or declined:
            return False
        answer = self.answers.get(f"{NOTE}:{TOGETHER if self._many else note}", "")
        if answer == SKIP:
            raise Refused(text("people-line-not-added", written=note))
        if answer not in (CALL, KEEP):
            self._asked.setdefault(note, []).append(name or "?")
            notes.waits.append(text("people-line-note", written=note))
        return answer == CALL

    def questions(self) -> Iterator[PlanQuestion]:
        if self._many and self._asked:
            names = [name for there in self._asked.values() for name in there]
            yield _question(TOGETHER, ", ".join(list(self._asked)[:8]), names)
        elif self._asked:
            yield from (_question(note, note, names) for note, names in self._asked.items())


def _question(key: str, written: str, names: Sequence[str]) -> PlanQuestion:
    options = tuple(Option(value, text(f"people-which-note-{value}")) for value in (SKIP, CALL, KEEP))
    shown = ", ".join(names[:MOST_NAMED])
    more = max(0, len(names) - MOST_NAMED)
    words = text("people-which-note", written=written, names=shown, more=more)
    return PlanQuestion(f"{NOTE}:{key}", words, options, len(names))


def _note(line: Cells) -> str:
    """The note of this line when it says so; "" otherwise."""
    said = next((words for words in line.all("note") if meaning_of("note", words)), "") or _ended(line)
    return said.casefold()[:LONGEST]


def _ended(line: Cells) -> str:
    """What says that they are no longer of this list ("Statut : Inactif", "Actif : non"); "" otherwise."""
    for column in line.columns.of("standing"):
        words = line.at(column.at)
        if words and fold(column.heading).startswith("inacti"):
            ended = is_marked(words) or bool(meaning_of("standing", words))
        else:
            ended = bool(words) and (bool(meaning_of("standing", words)) or (is_mark(words) and not is_marked(words)))
        if ended:
            return f"{column.heading} : {words}"
    return ""
