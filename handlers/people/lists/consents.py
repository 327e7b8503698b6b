"""The consent of each line: a yes with its day, a no, nothing yet, or what the whole column is asked about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handlers.acting import Refused
from handlers.people.consent_days import Day, Order, Undecided, day_in, order_in
from handlers.people.consent_words import Said, said_in, without_day
from handlers.people.lists.cells import Cells
from handlers.people.lists.columns import SIGNS, UNMARKED
from handlers.people.plan import PlanQuestion
from messages import Option, Text, text
from messages.keywords import fold

DAYS, CONSENT = "days", "consent"
MOST_ASKED = 4  # marks asked about one by one; past that, all together, and a yes to all is not offered
TOGETHER = "*"
LONGEST = 30
ANSWERS = {"yes": Said.YES, "no": Said.NO, "ask": Said.PENDING}


@dataclass(slots=True)
class Notes:
    """What is said of a line besides what is kept of it. `waits`: what must be answered before it is kept at all."""

    remarks: list[Text]
    waits: list[Text] = field(default_factory=list)


@dataclass(slots=True)
class Consents:
    """Reads the consents of a list. `answers`: to the questions of an earlier reading, by their keys."""

    today: dt.date
    answers: Mapping[str, str]
    orders: set[Order] = field(default_factory=set)
    _undecided: list[Undecided] = field(default_factory=list)
    _unclear: dict[str, int] = field(default_factory=dict)  # what is written -> on how many lines
    _many: bool = False

    def look_at(self, lines: Sequence[Cells]) -> None:
        """In which order its days are written, and how many marks nobody knows: the column as a whole says."""
        said = self.answers.get(DAYS, "")
        days = (words for line in lines for words in _days(line))
        self.orders = {Order(said)} if said in set(Order) else order_in(days, self.today)
        unclear = {_key(line) for line in lines if _meaning(line) is Said.UNCLEAR}
        self._many = len(unclear) > MOST_ASKED

    def of(self, line: Cells, notes: Notes) -> tuple[Day | None, str, bool]:
        """(day, words, whether it is a no). Without a day it is no proof: the person is asked for their yes."""
        if any(map(_is_refusal, line.marks("refusal"))):
            notes.remarks.append(text("people-line-declined"))
            return None, " ".join(c.heading for c in line.columns.of("refusal"))[:60], True
        dated = " ".join(filter(None, line.marks("consent") + line.all("consent_day") + line.all("consent_how")))
        if not dated:
            return None, "", False
        meaning = _meaning(line)
        answer = ""
        if meaning is Said.UNCLEAR:
            answer = self.answers.get(f"{CONSENT}:{TOGETHER if self._many else _key(line)}", "")
            meaning = ANSWERS.get(answer, meaning)
        if meaning is Said.PENDING:
            return None, "", False
        day = self._day(dated, notes)
        if day is None and meaning is not Said.NO and (sent := line.first("timestamp")):
            dated = f"{dated} {sent}"
            day = self._day(dated, notes)
        if day is not None and day.day > self.today:
            raise Refused(text("people-consent-future", words=dated[:40]))
        if meaning is Said.NO:
            notes.remarks.append(text("people-line-declined"))
            return day, dated, True
        if day is None:
            notes.remarks.append(text("people-line-no-day", words=dated[:40]))
            return None, "", False
        if meaning is Said.UNCLEAR:
            self._wait(line, notes)
        return day, dated, False

    def _wait(self, line: Cells, notes: Notes) -> None:
        written = _key(line)
        self._unclear[written] = self._unclear.get(written, 0) + 1
        notes.waits.append(text("people-line-consent", written=written))

    def _day(self, words: str, notes: Notes) -> Day | None:
        try:
            return day_in(words, self.today, self.orders)
        except Undecided as undecided:
            if not self.orders:
                raise Refused(text("people-line-days-mixed", words=undecided.words[:40])) from None
            self._undecided.append(undecided)
            notes.waits.append(text("people-line-days", words=undecided.words[:40]))
            return None

    def questions(self) -> Iterator[PlanQuestion]:
        if self._undecided:
            first = self._undecided[0]
            days = {order: day for order, day in first.readings.items() if order is not Order.YEAR_MONTH}
            options = tuple(Option(order.value, text("people-which-day", day=day)) for order, day in days.items())
            yield PlanQuestion(DAYS, text("people-which-days", words=first.words[:40]), options, len(self._undecided))
        if self._many and self._unclear:
            written = ", ".join(list(self._unclear)[:8])
            yield _question(TOGETHER, written, ("ask", "no"), sum(self._unclear.values()))
        elif self._unclear:
            yield from (_question(key, key, tuple(ANSWERS), lines) for key, lines in self._unclear.items())


def _question(key: str, written: str, values: Sequence[str], lines: int) -> PlanQuestion:
    options = tuple(Option(value, text(f"people-which-consent-{value}")) for value in values)
    return PlanQuestion(f"{CONSENT}:{key}", text("people-which-consent", written=written), options, lines)


def _meaning(line: Cells) -> Said:
    """What the columns of a line say together: any no is one; a yes, or a day alone, is one when nothing is against."""
    said, day, how = (" ".join(line.marks(name)) for name in ("consent", "consent_day", "consent_how"))
    read = [said_in(words) for words in (said, day, how) if words]
    if Said.NO in read:
        return Said.NO
    if said:
        read = read[:1] + [one for one in read[1:] if one is Said.PENDING]  # how it was given is told in any words
    elif day:
        read = [said_in(day)]
    if Said.UNCLEAR in read or not read:
        return Said.UNCLEAR
    return Said.PENDING if Said.PENDING in read else Said.YES


def _is_refusal(words: str) -> bool:
    """What stands under "Ne veut pas de textos": a cross, a yes, a day, words; "non" there is no refusal."""
    return bool(fold(words) or SIGNS.fullmatch(words.strip())) and fold(words) not in UNMARKED


def _key(line: Cells) -> str:
    """What is written of a consent without its day, as an answer names it."""
    words = " ".join(line.marks("consent") or line.marks("consent_day") or line.marks("consent_how"))
    return (without_day(words) or words).casefold()[:LONGEST]


def _days(line: Cells) -> Iterator[str]:
    """The words in which a day may stand."""
    said = line.marks("consent") + line.all("consent_day") + line.all("consent_how")
    if said:
        yield " ".join(said)
    yield from line.all("timestamp")
