"""A meeting as a coordinator writes it: in one message, or in a YAML file. Lines in, a `MeetingSpec` out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from handlers.acting import refuse
from handlers.when import read_day_after, read_when
from messages.keywords import fold

LONGEST_FILE = 100_000  # letters
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
POINT_KEYS = ("title", "plain", "changes")
FILE_KEYS = (
    "roundtable",
    "date",
    "start",
    "end",
    "place",
    "dial_in",
    "access",
    "meal_served",
    "carrier",
    "answer_by",
    "agenda",
)
SERVED = {"oui", "yes", "true", "on", "fourni", "served", "inclus", "included"}


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
    # The words that gave the day and the hours, for a question about them.
    written: str = field(default="", compare=False)


def read_message(words: str, today: dt.date) -> MeetingSpec:
    """The one-message form. Raises Refused naming the line that could not be read, with an example."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    spec, promised = MeetingSpec(roundtable=""), ""
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
        if name == "answer_by":
            promised = value.strip()
        else:
            spec = _with(spec, name, value.strip(), today)
    return replace(spec, answer_by=read_day_after(promised, spec.day or today)) if promised else spec


def read_point(words: str) -> PointSpec:
    """ "Title | one plain sentence | what it changes for you"."""
    parts = [part.strip() for part in words.split("|")]
    return PointSpec(*[*parts, "", ""][:3])


def _with(spec: MeetingSpec, name: str, value: str, today: dt.date) -> MeetingSpec:
    if name == "date":
        day, start, end = read_when(value, today)
        kept = spec.written or value
        return replace(spec, day=day, start=start or spec.start, end=end or spec.end, written=value if start else kept)
    if name == "hours":
        _day, start, end = read_when(value, today, need_day=False)
        return replace(spec, start=start, end=end, written=value)
    if name == "meal":
        return replace(spec, meal_served=fold(value) in SERVED)
    named: dict[str, Any] = {name: value}
    return replace(spec, **named)


class _PlainLoader(yaml.BaseLoader):
    """Strings, lists and maps, each written where it stands: names that stand for others (`*a`) multiply for ever."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "an alias", self.get_mark())
        return super().compose_node(parent, index)


def read_yaml(content: str, today: dt.date) -> MeetingSpec:
    """The file form: roundtable, date, start, end, place, dial_in, access, meal_served, carrier, answer_by, agenda.

    Every value is read as it is written: YAML itself would make 810 of 13:30, and 08:30 of nothing at all.
    """
    if len(content) > LONGEST_FILE:
        raise refuse("meetings-long-file", longest=LONGEST_FILE)
    try:
        kept = yaml.load(content, Loader=_PlainLoader)  # noqa: S506 (makes nothing but strings, lists and maps)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise refuse("meetings-bad-file", line=mark.line + 1 if mark else 1) from None
    if not isinstance(kept, dict):
        raise refuse("meetings-bad-file", line=1)
    _refuse_unknown(kept, FILE_KEYS)
    agenda = kept.get("agenda") or []
    written = {key: _line(kept, key) for key in FILE_KEYS if key != "agenda"}
    day = _date(written["date"], today)
    return MeetingSpec(
        roundtable=written["roundtable"],
        day=day,
        start=_hour(written["start"], today),
        end=_hour(written["end"], today),
        place=written["place"],
        dial_in=written["dial_in"],
        access=written["access"],
        meal_served=fold(written["meal_served"]) in SERVED,
        carrier=written["carrier"],
        answer_by=read_day_after(written["answer_by"], day or today) if written["answer_by"] else None,
        points=tuple(_point(item) for item in (agenda if isinstance(agenda, list) else [agenda])),
    )


def _refuse_unknown(kept: dict[Any, Any], known: Sequence[str]) -> None:
    unknown = [str(key) for key in kept if key not in known]
    if unknown:
        raise refuse("meetings-unknown-key", key=unknown[0][:40], known=", ".join(known))


def _line(kept: dict[Any, Any], key: str) -> str:
    """One value on one line; a list or a map in its place is refused by name."""
    value = kept.get(key) or ""
    if not isinstance(value, str):
        raise refuse("meetings-unreadable-line", line=f"{key}: {value}"[:60])
    return value.strip()


def _point(item: Any) -> PointSpec:
    """A map with title, plain and changes, or the one line that a message has."""
    if not isinstance(item, dict):
        return read_point(str(item))
    _refuse_unknown(item, POINT_KEYS)
    return PointSpec(*(_line(item, key) for key in POINT_KEYS))


def _date(words: str, today: dt.date) -> dt.date | None:
    return read_when(words, today)[0] if words else None


def _hour(words: str, today: dt.date) -> dt.time | None:
    return read_when(words, today, need_day=False)[1] if words else None
