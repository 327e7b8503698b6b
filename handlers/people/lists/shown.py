"""A plan as people read it, line by line, and as programs do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from itertools import islice
from typing import Any

from db.labels import label
from handlers.installation import Installation
from handlers.numbers import shown as number_shown
from handlers.people.lists.columns import ListColumn, ListTable
from handlers.people.lists.sheets import ListFile
from handlers.people.plan import LineFate, Plan, PlannedLine, PlanQuestion
from messages import Channel, Text, text

SAMPLES = 3
SEPARATORS = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar"}
FORMS = ("csv", "tsv", "xlsx", "xlsb", "xls", "ods", "html", "vcf")
LONGEST_SAMPLE = 40
ORDER = (LineFate.ASK, LineFate.REFUSE, LineFate.ADD, LineFate.CHANGE, LineFate.SAME)


def shown(file: ListFile, table: ListTable, plan: Plan, *, most: int, days: str = "") -> Text:
    """Everything to look at before saying yes. `most`: lines shown of each kind; `days`: how "10/11/2026" is read."""
    parts = [*how_read(file, table, most=most, days=days), *new_places(plan), *shared_phones(plan, most=most)]
    for what in ORDER:
        parts += _lines([one for one in plan.lines if one.what is what], what, most)
    parts += [_counts(plan), *what_they_receive(plan, most=most)]
    return text("people-plan", lines=parts)


def what_they_receive(plan: Plan, *, most: int) -> list[Text]:
    """Who is asked for their yes, and the very words that their phone shows."""
    if not plan.asked:
        return []
    names = [one.name or "?" for one in plan.asked[:most]]
    return [
        text("people-plan-asked-who", names=names, more=len(plan.asked) - len(names)),
        text("people-plan-request", name=names[0], words=plan.request),
    ]


def how_read(file: ListFile, table: ListTable, *, most: int, days: str = "") -> list[Text]:
    """The file, its columns (those left out too), its first lines as they were read."""
    parts = [_file(file, table), *_columns(table, most), *_samples(table)]
    return [*parts, text(f"people-plan-days-{days}")] if days else parts


def shared_phones(plan: Plan, *, most: int) -> list[Text]:
    return [*(_shared(one) for one in plan.shared[:most]), *_more(len(plan.shared), most)]


def _file(file: ListFile, table: ListTable) -> Text:
    if file.separator:
        sign = SEPARATORS.get(file.separator)
        separator = text(f"people-plan-separator-{sign}") if sign else file.separator
        words = text("people-plan-text", encoding=file.encoding, separator=separator, count=len(table.rows))
        return text("people-plan-mended", file=words) if file.mended else words
    if file.form == "vcf":
        return text("people-plan-cards", count=len(table.rows))
    return text("people-plan-sheet", form=file.form, sheet=table.sheet.name or "-", count=len(table.rows))


def _columns(table: ListTable, most: int) -> list[Text]:
    used = [_column(column) for column in table.columns.used[: most * 2]]
    unused = [c.heading[:LONGEST_SAMPLE] for c in table.columns.all if c.heading and c not in table.columns.used]
    found = [text("people-plan-columns", line=table.columns.line, columns=used)]
    if not table.columns.line:
        found = [text("people-plan-no-headings", columns=used)]
    if unused:
        found.append(text("people-plan-unused", columns=", ".join(unused[:most])))
    return found


def _column(column: ListColumn) -> Text:
    meaning = column.meaning.replace("_", "-")
    return text("people-plan-column", heading=column.heading[:LONGEST_SAMPLE], meaning=text(f"people-column-{meaning}"))


def _samples(table: ListTable) -> list[Text]:
    """The first lines as they were read, under the columns that count."""
    at = [column.at for column in table.columns.used]
    found = []
    for number, cells in islice(table.rows, SAMPLES):
        words = " | ".join(_sample(cells, column) for column in at)
        found.append(text("people-plan-sample", line=number, words=words))
    return found


def _sample(cells: Sequence[str], column: int) -> str:
    return label(cells[column])[:LONGEST_SAMPLE] if column < len(cells) else ""


def new_places(plan: Plan) -> list[Text]:
    found = []
    if plan.roundtables:
        names = ", ".join(name for name, _territory in islice(plan.roundtables.values(), 20))
        found.append(text("people-plan-new-roundtables", count=len(plan.roundtables), names=names))
    if plan.territories:
        names = ", ".join(islice(plan.territories.values(), 20))
        found.append(text("people-plan-new-territories", count=len(plan.territories), names=names))
    territory, lines = plan.placed
    if lines:
        found.append(text("people-plan-placed", territory=territory, count=lines))
    return found


def _shared(one: Any) -> Text:
    return text("people-plan-shared", phone=number_shown(one.address), names=list(one.names))


def _lines(lines: Sequence[PlannedLine], what: LineFate, most: int) -> list[Text]:
    if not lines:
        return []
    title = text(f"people-plan-to-{what.value}", count=len(lines))
    return [title, *(_line(one) for one in lines[:most]), *_more(len(lines), most)]


def _line(one: PlannedLine) -> Text:
    words = {"line": one.line, "name": one.name or "?"}
    if not one.why:
        return text("people-plan-line", **words)
    return text("people-plan-line-why", **words, why=_together(one.why))


def _together(reasons: Sequence[Text]) -> Text:
    first, *others = reasons
    return reduce(lambda before, reason: text("people-plan-whys", before=before, why=reason), others, first)


def refused_lines(plan: Plan, *, most: int) -> list[Text]:
    refused = [one for one in plan.lines if one.what is LineFate.REFUSE]
    return [*(_line(one) for one in refused[:most]), *_more(len(refused), most)]


def _more(count: int, most: int) -> list[Text]:
    return [text("people-bad-lines-more", count=count - most)] if count > most else []


def _counts(plan: Plan) -> Text:
    return text(
        "people-plan-counts",
        added=plan.count(LineFate.ADD),
        changed=plan.count(LineFate.CHANGE),
        same=plan.count(LineFate.SAME),
        refused=plan.count(LineFate.REFUSE),
        asked=plan.count(LineFate.ASK),
        invited=plan.invited,
    )


# -- for programs ------------------------------------------------------------------------------------------------------


def facts_of(file: ListFile, table: ListTable, plan: Plan, installation: Installation) -> dict[str, Any]:
    """The same, whole. `lines`: those refused; `plan`: every line, what would come of it and why."""

    said = _sayer(installation)
    lines = [
        {"line": one.line, "name": one.name, "what": one.what.value, "reasons": [said(why) for why in one.why]}
        for one in plan.lines
    ]
    return {
        **counts_of(plan),
        "lines": refused_facts(plan, installation),
        "plan": lines,
        "form": file.form,
        "encoding": file.encoding,
        "separator": file.separator,
        "sheet": table.sheet.name,
        "headings": table.columns.line,
        "columns": [{"heading": c.heading, "meaning": c.meaning} for c in table.columns.all if c.heading],
        "samples": [{"line": number, "cells": list(cells)} for number, cells in islice(table.rows, SAMPLES)],
        "new_roundtables": [name for name, _territory in plan.roundtables.values()],
        "new_territories": list(plan.territories.values()),
        "shared_phones": [
            {"phone": one.address, "names": list(one.names), "lines": list(one.lines)} for one in plan.shared
        ],
        "questions": [_question(asked, said) for asked in plan.questions],
    }


def counts_of(plan: Plan) -> dict[str, int]:
    return {
        "added": plan.count(LineFate.ADD),
        "changed": plan.count(LineFate.CHANGE),
        "same": plan.count(LineFate.SAME),
        "invited": plan.invited,
        "withdrawn": plan.withdrawn,
        "bad": plan.count(LineFate.REFUSE),
        "asked": plan.count(LineFate.ASK),
    }


def refused_facts(plan: Plan, installation: Installation) -> list[dict[str, Any]]:
    said = _sayer(installation)
    refused = (one for one in plan.lines if one.what is LineFate.REFUSE)
    return [{"line": one.line, "name": one.name, "reason": " ".join(map(said, one.why))} for one in refused]


def _sayer(installation: Installation) -> Callable[[Text], str]:
    def said(words: Text) -> str:
        return installation.catalogue.text(words, installation.default_language, Channel.TELEGRAM)

    return said


def _question(asked: PlanQuestion, said: Any) -> dict[str, Any]:
    options = [
        {"value": o.value, "label": o.label if isinstance(o.label, str) else said(o.label)} for o in asked.options
    ]
    return {"key": asked.key, "question": said(asked.words), "options": options, "lines": asked.lines}
