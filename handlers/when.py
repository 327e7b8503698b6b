"""A day and hours in a command: read strictly, and asked when they do not agree, have passed or are of the night."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from handlers.acting import Doubtful, Refused, refuse
from messages import Text, text
from messages.sentences.hours import hours
from messages.sentences.plain import plain
from messages.sentences.planned import OF_THE_MORNING, Doubt, PlannedHours, Tense, planned

IN_THE_MORNING = " du matin"
When = tuple[dt.date | None, dt.time | None, dt.time | None]


def read_when(words: str, today: dt.date, *, need_day: bool = True, tense: Tense = Tense.AHEAD) -> When:
    """Day, start and end from "mardi 8 décembre 13h30 à 15h30" or "2026-12-08 13:30-15:30".

    Raises `Refused` when no day can be read, `Doubtful` with what may be meant.
    """
    return _read(words, today, tense, need_day, refuse("meetings-unreadable-date", words=words[:40]))


def read_day(words: str, today: dt.date, tense: Tense, unread: Refused) -> dt.date:
    """A day alone. Raises `unread` when there is none to read, `Doubtful` with what may be meant."""
    day = _read(words, today, tense, True, unread)[0]
    assert day is not None
    return day


def read_day_after(words: str, first: dt.date) -> dt.date:
    """A day that comes after another one, such as a promised answer. Raises as `read_when`, saying so."""
    found = planned(words, first)
    if found.doubt in (Doubt.PASSED, Doubt.YEAR):
        after = [day for day in found.days if day >= first]
        options = [(text("days-day", date=day), day.isoformat()) for day in after]
        which = _or([label for label, _said in options])
        raise Doubtful(text("days-not-after", words=words[:60], date=first, which=which), words, options)
    day = _read(words, first, Tense.AHEAD, True, refuse("meetings-unreadable-date", words=words[:40]))[0]
    assert day is not None
    return day


def _read(words: str, today: dt.date, tense: Tense, need_day: bool, unread: Refused) -> When:
    found = planned(words, today, tense, need_day=need_day)
    if found.doubt is None:
        return found.day, found.start, found.end
    if found.doubt is Doubt.UNREAD:
        raise unread
    raise _doubtful(words, found)


def _doubtful(words: str, found: PlannedHours) -> Doubtful:
    said = hours_written(found.start, found.end) + (IN_THE_MORNING if OF_THE_MORNING.search(plain(words)) else "")
    options: list[tuple[Text, str]] = [(text("days-day", date=day), f"{day} {said}".strip()) for day in found.days]
    day = f"{found.day} " if found.day else ""
    for position, (start, end) in enumerate(found.hours):
        label = text("days-from", start=start) if end is None else text("days-hours", start=start, end=end)
        if position:  # as it was written, after all
            options.append((text("days-of-the-night", hours=label), day + hours_written(start, end) + IN_THE_MORNING))
        else:
            options.append((label, day + hours_written(start, end)))

    def rewritten(answer: str) -> str:
        """Another day keeps the hours that were given, other hours keep the day."""
        if found.day is not None:
            return day + answer
        return answer if hours(plain(answer))[0] else f"{answer} {said}".strip()

    if found.doubt is Doubt.YET_TO_COME:
        return Doubtful(text("days-yet-to-come", words=words[:60]), words, rewritten=rewritten)
    reason = text(f"days-{found.doubt}", words=words[:60], which=_or([label for label, _said in options]))
    return Doubtful(reason, words, options, rewritten)


def hours_written(start: dt.time | None, end: dt.time | None) -> str:
    """The hours as a command says them."""
    return " à ".join(f"{hour:%Hh%M}" for hour in (start, end) if hour is not None)


def _or(labels: Sequence[Text]) -> Text:
    """ "le mardi 8 ou le vendredi 11?"; without any, another day is asked for."""
    if not labels:
        return text("days-another")
    names = ("first", "second", "third")
    return text(f"days-or-{len(labels)}", **dict(zip(names, labels, strict=False)))
