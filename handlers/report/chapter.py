"""The chapter as those whom it is about read it: things that happened, and the coordinator's four texts, in few words.

No number of people and no amount: what is read before the freeze has left the house, and the figures about people may
still be corrected.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.report.runs import TEXTS
from db.report.yearly import Report
from handlers.report.sentences import MECHANISM, number
from messages import Text, text


def chapter(report: Report) -> list[Text]:
    return [*_meetings(report), *_words(report), *_texts(report)]


def _meetings(report: Report) -> Iterator[Text]:
    held, noted = number(report, "R1", **MECHANISM) or 0, number(report, "R2", **MECHANISM) or 0
    yield text("report-chapter-meetings", count=held)
    if noted:
        yield text("report-chapter-there", count=number(report, "R3.with", **MECHANISM) or 0, noted=noted)
    early = number(report, "R9.seven_days", **MECHANISM)
    if held and early is not None:
        yield text("report-chapter-early", early=early, held=held)


def _words(report: Report) -> Iterator[Text]:
    total = number(report, "R12") or 0
    yield text("report-chapter-comments", count=total)
    if total:
        for state in ("kept", "not_kept", "to_follow", "waiting"):
            if count := number(report, "R12", state=state):
                yield text(f"report-chapter-{state.replace('_', '-')}", count=count)


def _texts(report: Report) -> Iterator[Text]:
    for name in TEXTS:
        if words := report.texts.get(name):
            yield text("report-text", name=text(f"report-text-{name}"), words=words)
