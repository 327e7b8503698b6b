"""The words of a document in one language."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.report.document import Value
from messages import Channel, Text, text
from messages.catalogue import Catalogue
from messages.types import Money


@dataclass(frozen=True, slots=True)
class ReportWords:
    catalogue: Catalogue
    language: str

    def words(self, message: Text | str) -> str:
        return self.catalogue.text(message, self.language, Channel.POST)

    def value(self, value: Value) -> str:
        """A number or an amount as the language writes it; the words of a mark."""
        if isinstance(value, Money):
            return self.words(text("report-number", number=value))
        return self.words(text("report-number", number=value) if isinstance(value, int) else value)
