"""What leaves for a spreadsheet: one SELECT per subject, read in lots, with columns that stay in the same order.

A nameless comment stays nameless here too: rows about it show neither the person, the address nor the minute, and come
after the others of their day, so that their place among them says nothing.
"""

from db.exports.claims import CLAIMS
from db.exports.comments import COMMENTS
from db.exports.consents import CONSENTS
from db.exports.deliveries import DELIVERIES
from db.exports.frame import Export, Row, Span, Value
from db.exports.meetings import MEETINGS
from db.exports.people import PEOPLE

EXPORTS: dict[str, Export] = {
    export.name: export for export in (DELIVERIES, PEOPLE, COMMENTS, CLAIMS, MEETINGS, CONSENTS)
}

__all__ = ["EXPORTS", "Export", "Row", "Span", "Value"]
