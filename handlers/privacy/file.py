"""The file of a person: a letter in their language that says what is kept, and every line of it for a program."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.people import Person, role_and_scope
from db.privacy.columns import columns_of
from db.privacy.file import Rows, everything_about
from db.privacy.looks import looks_at
from handlers.act import Right, act_on
from handlers.acting import Acting, ActResult
from handlers.numbers import shown
from handlers.privacy import notice
from handlers.privacy.looking import look_words
from handlers.privacy.paper import Paper
from handlers.things import PERSON
from messages import LanguageName, Money, Text, text

MOST_LOOKS = 200
SAID = {"people", "person_roles", "contacts", "consents", "claims", "comments", "looks"}  # line by line
COUNTED = ("incoming", "deliveries", "attendances", "media", "tasks", "data_requests")


@dataclass(frozen=True, slots=True)
class PersonFile:
    """What the machine writes down: `tables` is everything, by table; `files` the names of their photos and voices."""

    number: int
    name: str
    language: str
    letter: Paper
    tables: Mapping[str, Rows]
    files: tuple[str, ...]


@act_on(
    PERSON,
    "privacy.file",
    right=Right.ORGANISATION,
    entry="privacy.file_made",
    for_oneself=True,
    final="a file was made",
    twin="people file",
)
async def make_file(acting: Acting, person: Person) -> ActResult:
    """Everything that is kept about one person, to give them; the machine writes it in a folder."""
    tables = await everything_about(acting.session, person)
    letter = await _letter(acting, person, tables)
    files = tuple(str(row["path"]) for row in tables.get("media", []) if row.get("path"))
    made = PersonFile(person.id, person.name, person.language, letter, tables, files)
    rows = sum(len(lines) for lines in tables.values())
    data = {"file": made, "person": person.id, "rows": rows}
    return ActResult(text("privacy-file-how", name=person.name, number=person.id), data, noted={"rows": rows})


async def _letter(acting: Acting, person: Person, tables: Mapping[str, Rows]) -> Paper:
    installation = acting.installation
    parts = (
        (text("privacy-letter-head-you"), await _you(acting, person)),
        (text("privacy-letter-head-addresses"), tuple(_address(row) for row in tables.get("contacts", []))),
        (text("privacy-letter-head-consents"), tuple(_consent(acting, row) for row in tables.get("consents", []))),
        (text("privacy-letter-head-money"), tuple(_claim(row) for row in tables.get("claims", []))),
        (text("privacy-letter-head-comments"), _comments(tables.get("comments", []))),
        (text("privacy-letter-head-counts"), tuple(_counts(tables))),
        (text("privacy-letter-head-looks"), await _looks(acting, person)),
        (text("privacy-head-receives"), notice.receivers(installation)),
        (text("privacy-head-how-long"), notice.how_long(installation)),
        (text("privacy-head-rights"), tuple(text(f"privacy-right-{right}") for right in notice.RIGHTS)),
        (text("privacy-head-who"), notice.responsible(installation)),
    )
    first = text("privacy-letter-first", name=person.name, organisation=installation.organisation, date=acting.today)
    filled = tuple((heading, lines or (text("privacy-letter-nothing"),)) for heading, lines in parts)
    return Paper(text("privacy-letter-title", name=person.name), ((None, (first,)), *filled))


async def _you(acting: Acting, person: Person) -> tuple[Text, ...]:
    """Each column of their own row that columns.tsv says is shown to them, then their roles."""
    roles, _scope = await role_and_scope(acting.session, person.id)
    shown_to_them = [column.name for column in columns_of(Person.__tablename__) if column.file == "yes"]
    lines = [
        text(f"privacy-letter-{name.replace('_', '-')}", value=_own(acting, name, getattr(person, name)))
        for name in shown_to_them
        if getattr(person, name) or name == "name"
    ]
    return (*lines, *(text(f"privacy-letter-role-{role.value}") for role in sorted(roles)))


def _own(acting: Acting, name: str, value: Any) -> Any:
    """A value as they read it: days, yes or no, and states in words."""
    if isinstance(value, dt.datetime):
        return acting.installation.local(value).date()
    if isinstance(value, bool):
        return text("privacy-letter-yes" if value else "privacy-letter-no")
    if isinstance(value, StrEnum):
        return text(f"privacy-letter-{name}-{value.value}")
    if name == "language":
        return LanguageName(value)
    return text(f"console-channel-{value}") if name == "channel" else value or "-"


def _address(row: Mapping[str, Any]) -> Text:
    state = text(f"people-consent-{row['consent'].value}")
    return text("privacy-letter-address", address=shown(str(row["address"])), state=state)


def _consent(acting: Acting, row: Mapping[str, Any]) -> Text:
    given = text("privacy-letter-yes" if row["given"] else "privacy-letter-no")
    when = acting.installation.local(row["at"])
    return text("privacy-letter-consent", when=when, given=given, kind=row["kind"], words=row["words"] or "-")


def _claim(row: Mapping[str, Any]) -> Text:
    total = Money(int(row["total_cents"] or 0))
    return text("privacy-letter-claim", number=row["number"], date=row["activity_date"], total=total)


def _comments(rows: Rows) -> tuple[Text, ...]:
    """The signed ones; the same sentence to everybody says how the author of another reads it."""
    return (*(_comment(row) for row in rows), text("privacy-letter-nameless"))


def _comment(row: Mapping[str, Any]) -> Text:
    return text("privacy-letter-comment", words=row["words"] or "-")


def _counts(tables: Mapping[str, Rows]) -> Iterable[Text]:
    """How many messages, meetings, photos, cards, then of all the rest: the lines themselves are in the other files."""
    number = Counter({name: len(rows) for name, rows in tables.items()})
    for table in COUNTED:
        if number[table]:
            yield text(f"privacy-letter-{table.replace('_', '-')}", count=number[table])
    if others := sum(number[table] for table in number.keys() - SAID - set(COUNTED)):
        yield text("privacy-letter-others", count=others)


async def _looks(acting: Acting, person: Person) -> tuple[Text, ...]:
    found = await looks_at(acting.session, person.id, MOST_LOOKS)
    return tuple(look_words(acting.installation, look, actor) for look, actor in found)


def plain(value: Any, zone: dt.tzinfo) -> Any:
    """A value as JSON holds it: moments local with their offset, states by their word."""
    if isinstance(value, dt.datetime):
        return value.astimezone(zone).isoformat(timespec="seconds")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return getattr(value, "value", value)
