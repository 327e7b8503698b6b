"""What people read of a meeting: the reminder with its plain summary, the practical reminder, what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db.meetings.tables import AgendaPoint, Meeting
from handlers.broadcasts import Words
from handlers.installation import Installation
from messages import Channel, Option, Outgoing, Text, text
from messages.channels import spec_of
from messages.render import render
from messages.sms_text import prepare

COMING = Option("coming", text("meetings-option-coming"))
ABSENT = Option("absent", text("meetings-option-absent"))
MAYBE = Option("maybe", text("meetings-option-maybe"))
ANSWERS = (COMING, ABSENT, MAYBE)
MOST_SEGMENTS = 2


def when_args(meeting: Meeting) -> dict[str, dt.date | dt.time]:
    return {"date": meeting.local_date, "start": meeting.local_start, "end": meeting.local_end}


def reminder_words(
    installation: Installation, meeting: Meeting, roundtable: str, points: Sequence[AgendaPoint]
) -> Words:
    """The request: when, where, the plain summary, will you come? On SMS, as many points as two segments hold."""

    def words(language: str, channel: Channel) -> Outgoing:
        if not spec_of(channel).segments:
            return _request(meeting, roundtable, _full(points), more=False, channel=channel)
        for held in range(len(points), -1, -1):
            outgoing = _request(meeting, roundtable, _short(points[:held]), more=held < len(points), channel=channel)
            body = render(installation.catalogue, outgoing, language, channel).body
            if prepare(body).segments <= MOST_SEGMENTS:
                return outgoing
        return _request(meeting, roundtable, "", more=True, channel=channel)

    return words


def _request(meeting: Meeting, roundtable: str, summary: str, *, more: bool, channel: Channel) -> Outgoing:
    prompt = text(
        "meetings-reminder-more" if more else "meetings-reminder",
        roundtable=roundtable,
        place=meeting.place,
        summary=summary,
        **when_args(meeting),
    )
    return Outgoing(prompt, ANSWERS)


def _full(points: Sequence[AgendaPoint]) -> str:
    lines = [f"{p.number}. {p.plain}\n    → {p.changes}" for p in points]
    return "\n".join(lines)


def _short(points: Sequence[AgendaPoint]) -> str:
    return " ".join(f"{p.number}) {p.plain}" for p in points)


def practical_words(meeting: Meeting, roundtable: str) -> Words:
    """The day before, for who comes or may come: when, where, how to phone in. No question."""

    def words(_language: str, _channel: Channel) -> Outgoing:
        return Outgoing(
            text(
                "meetings-practical-phone" if meeting.dial_in else "meetings-practical",
                roundtable=roundtable,
                place=meeting.place,
                **({"dial_in": meeting.dial_in} if meeting.dial_in else {}),
                **when_args(meeting),
            )
        )

    return words


def moved_words(meeting: Meeting, roundtable: str, changes: Sequence[Text], *, ask: bool = True) -> Words:
    """What changed, and the question again (`ask` False: without its options)."""

    def words(_language: str, _channel: Channel) -> Outgoing:
        prompt = text(
            "meetings-moved" if ask else "meetings-moved-told",
            roundtable=roundtable,
            place=meeting.place,
            changes=list(changes),
            **when_args(meeting),
        )
        return Outgoing(prompt, ANSWERS if ask else ())

    return words


def changed_words(meeting: Meeting, roundtable: str, changes: Sequence[Text]) -> Words:
    """What changed, for those whose answer still holds."""

    def words(_language: str, _channel: Channel) -> Outgoing:
        return Outgoing(
            text(
                "meetings-changed",
                roundtable=roundtable,
                place=meeting.place,
                changes=list(changes),
                **when_args(meeting),
            )
        )

    return words


def cancelled_words(meeting: Meeting, roundtable: str) -> Words:
    def words(_language: str, _channel: Channel) -> Outgoing:
        return Outgoing(
            text("meetings-cancelled", roundtable=roundtable, reason=meeting.cancelled_reason, **when_args(meeting))
        )

    return words


def back_words(meeting: Meeting, roundtable: str, *, ask: bool = True) -> Words:
    """It takes place after all, and the question again (`ask` False: without its options)."""

    def words(_language: str, _channel: Channel) -> Outgoing:
        id = "meetings-back" if ask else "meetings-back-told"
        prompt = text(id, roundtable=roundtable, place=meeting.place, **when_args(meeting))
        return Outgoing(prompt, ANSWERS if ask else ())

    return words


def holds_words(meeting: Meeting, roundtable: str) -> Words:
    """It takes place after all, for those whose answer holds."""

    def words(_language: str, _channel: Channel) -> Outgoing:
        return Outgoing(text("meetings-back-holds", roundtable=roundtable, place=meeting.place, **when_args(meeting)))

    return words


def summary(meeting: Meeting, roundtable: str, points: Sequence[AgendaPoint]) -> Text:
    """SUITE: the whole plain summary, every point with what it changes."""
    return text(
        "meetings-summary", roundtable=roundtable, place=meeting.place, summary=_full(points), **when_args(meeting)
    )


def name_of(meeting: Meeting, roundtable: str) -> Text:
    """A meeting in a list: "COCO, mardi 10 fév."."""
    return text("meetings-name", roundtable=roundtable, date=meeting.local_date)
