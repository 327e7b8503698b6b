"""Ways that look at the other files of the machine: the journal's seals, and the backups, opened. All but the key."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.nameless.attacks import Found, Held, day, for_each, in_its_days, words_of
from tests.nameless.region import Rows, written

SEALS, COPY, BACKUP, ENVIRONMENT = "journal-seals.txt", "journal-seals-elsewhere.txt", "copy-{}.zip", ".env"
HOUR = dt.timedelta(hours=1)


def files_in(folder: Path) -> dict[str, bytes]:
    """Name -> content of every file, and of every part of a backup: it is opened, as whoever has its key would."""
    found = {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    for name, content in list(found.items()):
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                found |= {f"{name}/{part}": archive.read(part) for part in archive.namelist()}
    return found


def seals(held: Held) -> list[tuple[dt.datetime, int]]:
    """Each line of the file of seals: the hour it says, the last place that was sealed."""
    lines = (line.split() for line in held.files.get(SEALS, b"").decode().splitlines())
    return [(dt.datetime.fromisoformat(line[1]), int(line[2].partition(":")[0])) for line in lines]


def wrote_in(held: Held, hour: dt.datetime) -> set[int | None]:
    """Who wrote in the hour that a seal says, or in the next: what is sealed then was done by then."""
    return {held.whose("incoming", r) for r in held.last["incoming"] if hour <= r["received_at"] < hour + 2 * HOUR}


def hours_of_the_seals(held: Held) -> Found:
    """An entry that says its day alone was sealed at an hour that the file says."""
    noted = seals(held)

    def there(comment: dict[str, Any]) -> Iterator[int | None]:
        for row in held.last["journal"]:
            if row["thing"] == "comment" and row["thing_id"] == comment["number"] and row["place"] is not None:
                hour = next((hour for hour, place in noted if place >= row["place"]), None)
                yield from wrote_in(held, hour) if hour is not None else ()

    return for_each(held, there)


def hours_without_an_entry(held: Held) -> Found:
    """An hour at which the journal grew, and of which no entry of it speaks: what was done then says no minute."""
    told = {row["at"].replace(minute=0, second=0, microsecond=0) for row in held.last["journal"]}
    by_day: dict[dt.date, set[int | None]] = defaultdict(set)
    for hour, _place in seals(held):
        if not {hour, hour - HOUR} & told:
            by_day[day(hour)] |= wrote_in(held, hour)
    return for_each(held, lambda c: in_its_days(by_day, c))


def backups(held: Held) -> Iterator[dict[str, Rows]]:
    """Each backup as tables of rows, by the columns that its manifest says; moments stay as they are written."""
    for name, content in held.files.items():
        if name.endswith(".zip/manifest.json"):
            archive = name.removesuffix("/manifest.json")
            yield {
                one["name"]: [
                    dict(zip(one["columns"], json.loads(line), strict=True))
                    for line in held.files[f"{archive}/tables/{one['name']}.jsonl"].splitlines()
                ]
                for one in json.loads(content)["tables"]
                if one["name"] != "return_paths"
            }


def authors_in_a_backup(held: Held) -> Found:
    """A row of a backup that bears the words of a comment, or its number, knows somebody."""
    found: Found = {row["id"]: set() for row in held.comments}
    for tables in backups(held):
        for name, rows in tables.items():
            for row in rows:
                said = written(row)
                for comment in held.comments:
                    if words_of(comment) in said and not row.get("with_name"):
                        found[comment["id"]] |= {p for p in [held.whose(name, row)] if p in held.people}
    return found


def gone_since_a_backup(held: Held) -> Found:
    """A backup made before the comment knew of a row that is gone since: whose was it?"""
    there = {name: {r["id"] for r in held.last[name]} for name in ("incoming", "deliveries", "questions", "dialogues")}
    found: Found = {row["id"]: set() for row in held.comments}
    for tables in backups(held):
        known = {row["id"] for row in tables["comments"]}
        people = {held.whose(name, r) for name, ids in there.items() for r in tables[name] if r["id"] not in ids}
        for comment in held.comments:
            if comment["id"] not in known:
                found[comment["id"]] |= {p for p in people if p in held.people}
    return found


MACHINE_WAYS = (hours_of_the_seals, hours_without_an_entry, authors_in_a_backup, gone_since_a_backup)
