"""An entry of the journal, in words that people understand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.journal import DAY_ALONE, Entry
from handlers.installation import Installation
from messages import LanguageName, Text, text
from messages.types import Money

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
ISO_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")
LACKING = "-"


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line to show. `minute` is None when only the day may be known; such lines come last in their day."""

    day: dt.date
    minute: dt.datetime | None
    words: Text

    @property
    def rank(self) -> tuple[dt.date, bool, dt.datetime]:
        return (self.day, self.minute is None, self.minute or dt.datetime.max.replace(tzinfo=dt.UTC))

    def text(self, installation: Installation) -> Text:
        if self.minute is None:
            return text("journal-line-day", date=self.day, words=self.words)
        return text("journal-line", when=installation.local(self.minute), words=self.words)


def line_of(installation: Installation, entry: Entry, names: Mapping[str, str]) -> JournalLine:
    minute = None if entry.act in DAY_ALONE else entry.at
    return JournalLine(installation.today(entry.at), minute, told_by(entry, names, what_happened(installation, entry)))


def told_by(entry: Entry, names: Mapping[str, str], what: Text | str) -> Text:
    """Who did it, about whom, what, and about which thing."""
    who = actor_name(entry.actor, names)
    if entry.subject and entry.subject != entry.actor.partition(":")[2]:
        who = text("journal-who-about", who=who, subject=name_of(entry.subject, names))
    return text("journal-who-what", who=who, what=what)


def what_happened(installation: Installation, entry: Entry) -> Text:
    """The catalogue's words for this act, with the variables that they ask for and the thing they are about."""
    id = message_of(entry.act)
    if not installation.catalogue.has(id, "fr"):
        return text("journal-other-act", act=entry.act)
    asked = installation.catalogue.variables(id)
    what = Text(id, {name: value_of(installation, name, entry) for name in asked})
    thing = f"journal-thing-{entry.thing}"
    if "number" in asked or entry.thing_id is None or not installation.catalogue.has(thing, "fr"):
        return what
    return text("journal-what-of", what=what, thing=Text(thing, {"number": entry.thing_id}))


def message_of(act: str) -> str:
    """ "meetings.moved" -> "journal-meetings-moved" """
    return "journal-" + act.replace(".", "-", 1)


def value_of(installation: Installation, name: str, entry: Entry) -> object:
    """A detail as the catalogue writes it: dates as dates, cents as money, known codes by their words."""
    if name == "number" and name not in entry.details:
        return LACKING if entry.thing_id is None else entry.thing_id
    value = entry.details.get(name)
    if value is None or value == "":
        return LACKING
    if isinstance(value, str):
        return _said(installation, name, value)
    if isinstance(value, int) and not isinstance(value, bool) and name.endswith("cents"):
        return Money(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(one) for one in value) or LACKING
    return value if isinstance(value, (bool, int, float)) else str(value)


def _said(installation: Installation, name: str, value: str) -> object:
    if name == "language":
        return LanguageName(value)
    if name == "fields":
        return [_said(installation, "field", one) for one in value.split(", ")]
    id = f"journal-value-{name}-{value}".replace(" ", "_").replace(".", "_")
    if installation.catalogue.has(id, "fr"):
        return Text(id)
    if ISO_DATE.fullmatch(value):
        return dt.date.fromisoformat(value)
    if ISO_MOMENT.fullmatch(value):
        try:
            return installation.local(dt.datetime.fromisoformat(value))
        except ValueError:
            return value
    return value


def actor_name(actor: str, names: Mapping[str, str]) -> Text | str:
    """ "person:<pseudonym>", "shell:<pseudonym>", "system" as people say it."""
    via, _, pseudonym = actor.partition(":")
    if not pseudonym:
        return text("journal-system")
    if pseudonym == "installation":
        return text("journal-installation")
    name = name_of(pseudonym, names)
    return text("journal-by-shell", name=name) if via == "shell" else name


def name_of(pseudonym: str, names: Mapping[str, str]) -> Text | str:
    if pseudonym not in names:
        return text("journal-erased")
    return names[pseudonym] or text("journal-unnamed")


def pseudonyms_in(entries: Iterable[Entry]) -> set[str]:
    """Every pseudonym that the entries name, to ask the memory for the names at once."""
    found: set[str] = set()
    for entry in entries:
        found |= {entry.subject or "", entry.actor.partition(":")[2]}
    return found - {""}
