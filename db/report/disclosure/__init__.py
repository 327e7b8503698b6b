"""Small numbers: what of a report may be printed without telling of one person, or of a few.

A package of its own: it imports nothing of the rest. In: cells by key, and the tables that relate them. Out: `Printed`.
The rules and their reasons are in `docs/report.md`.
"""

from db.report.disclosure.cells import THRESHOLD, WIDTH, Cell, Key, Mark, Measure, Shown
from db.report.disclosure.decide import decide
from db.report.disclosure.printed import Change, Printed, changes
from db.report.disclosure.tables import (
    Crowded,
    Following,
    Grid,
    NestedGroups,
    PartOfMeetings,
    SumLine,
    Table,
    Union,
    Within,
)

__all__ = [
    "THRESHOLD",
    "WIDTH",
    "Cell",
    "Change",
    "Crowded",
    "Following",
    "Grid",
    "Key",
    "Mark",
    "Measure",
    "NestedGroups",
    "PartOfMeetings",
    "Printed",
    "Shown",
    "SumLine",
    "Table",
    "Union",
    "Within",
    "changes",
    "decide",
]
