"""A meeting as a coordinator writes it: in one message, or in a YAML file. Lines in, a `MeetingSpec` out."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from handlers.access import refuse
from messages.keywords import fold
from messages.sentences import dates

POINT = re.compile(r"^\s*(\d{1,2})\s*[.)]\s*(.+)$")
# What a line may begin with, in French and in English, folded.
KEYS = {
    "roundtable": {"table", "roundtable", "comite", "rencontre", "meeting"},
    "date": {"date", "quand", "when", "jour", "day"},
    "hours": {"heure", "heures", "hours", "time"},
    "place": {"lieu", "endroit", "place", "where", "ou"},
    "dial_in": {"telephone", "tel", "dial in", "dial-in", "dialin", "phone", "appel"},
    "access": {"acces", "access"},
    "meal": {"repas", "meal"},
    "carrier": {"porteur", "porteuse", "carrier", "commentaires portes par", "lu par", "read by"},
    "answer_by": {"reponse", "reponse avant", "answer by", "answer"},
}


@dataclass(frozen=True, slots=True)
class PointSpec:
    title: str
    plain: str = ""
    changes: str = ""


@dataclass(frozen=True, slots=True)
class MeetingSpec:
    """Local date and hours, as people plan."""

    roundtable: str
    day: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    dial_in: str = ""
    access: str = ""
    meal_served: bool = False
    carrier: str = ""
    answer_by: dt.date | None = None
    points: tuple[PointSpec, ...] = field(default=())


def read_message(words: str, today: dt.date) -> MeetingSpec:
    """The one-message form. Raises Refused naming the line that could not be read, with an example."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    spec = MeetingSpec(roundtable="")
    for position, line in enumerate(lines):
        point = POINT.match(line)
        if point is not None:
            spec = replace(spec, points=(*spec.points, read_point(point[2])))
            continue
        key, _, value = line.partition(":")
        name = next((name for name, words in KEYS.items() if fold(key) in words), None)
        if name is None or not value.strip():
            if position == 0:
                spec = replace(spec, roundtable=line)
                continue
            raise refuse("meetings-unreadable-line", line=line[:60])
        spec = _with(spec, name, value.strip(), today)
    return spec


def read_point(words: str) -> PointSpec:
    """ "Title | one plain sentence | what it changes for you"."""
    parts = [part.strip() for part in words.split("|")]
    return PointSpec(*[*parts, "", ""][:3])


def _with(spec: MeetingSpec, name: str, value: str, today: dt.date) -> MeetingSpec:
    if name == "date":
        day, start, end = read_when(value, today)
        return replace(spec, day=day, start=start or spec.start, end=end or spec.end)
    if name == "hours":
        _day, start, end = read_when(value, today, need_day=False)
        return replace(spec, start=start, end=end)
    if name == "answer_by":
        return replace(spec, answer_by=read_when(value, today)[0])
    if name == "meal":
        return replace(spec, meal_served=fold(value) in {"oui", "yes", "fourni", "served", "inclus", "included"})
    named: dict[str, Any] = {name: value}
    return replace(spec, **named)


def read_when(
    words: str, today: dt.date, *, need_day: bool = True
) -> tuple[dt.date | None, dt.time | None, dt.time | None]:
    """Date, start and end from "mardi 8 décembre 13h30 à 15h30" or "2026-12-08 13:30-15:30"."""
    found = dates.when(words, today)
    if need_day and found.day is None:
        raise refuse("meetings-unreadable-date", words=words[:40])
    return found.day, found.start, found.end


def read_yaml(content: str, today: dt.date) -> MeetingSpec:
    """The file form: roundtable, date, start, end, place, dial_in, access, meal_served, carrier, answer_by, agenda."""
    try:
        kept = yaml.safe_load(content)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise refuse("meetings-bad-file", line=mark.line + 1 if mark else 1) from None
    if not isinstance(kept, dict):
        raise refuse("meetings-bad-file", line=1)
    known = {"roundtable", "date", "start", "end", "place", "dial_in", "access", "meal_served", "carrier", "answer_by"}
    unknown = sorted(set(map(str, kept)) - known - {"agenda"})
    if unknown:
        raise refuse("meetings-unknown-key", key=unknown[0], known=", ".join(sorted(known | {"agenda"})))
    return MeetingSpec(
        roundtable=str(kept.get("roundtable") or ""),
        day=_date(kept.get("date"), today),
        start=_hour(kept.get("start")),
        end=_hour(kept.get("end")),
        place=str(kept.get("place") or ""),
        dial_in=str(kept.get("dial_in") or ""),
        access=str(kept.get("access") or ""),
        meal_served=bool(kept.get("meal_served")),
        carrier=str(kept.get("carrier") or ""),
        answer_by=_date(kept.get("answer_by"), today),
        points=tuple(_point(item) for item in kept.get("agenda") or []),
    )


def _point(item: Any) -> PointSpec:
    if isinstance(item, str):
        return read_point(item)
    return PointSpec(str(item.get("title") or ""), str(item.get("plain") or ""), str(item.get("changes") or ""))


def _date(value: Any, today: dt.date) -> dt.date | None:
    if value is None or isinstance(value, dt.datetime):
        return value.date() if value is not None else None
    if isinstance(value, dt.date):
        return value
    return read_when(str(value), today)[0]


def _hour(value: Any) -> dt.time | None:
    if value is None:
        return None
    if isinstance(value, int):  # YAML reads 13:30 as a number of minutes in base sixty
        return dt.time(value // 60, value % 60)
    return read_when(str(value), dt.date.min, need_day=False)[1]
