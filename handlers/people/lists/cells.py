"""One line of a list, asked by what its columns mean."""

from __future__ import annotations

from db.labels import label
from handlers.people.lists.columns import Columns, ListTable
from handlers.people.lists.sheets import Row
from messages import Text, text

ERRORS = frozenset({
    "#N/A", "#REF!", "#REF", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    "#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!", "#N/D", "#PROPAGATION!", "#ERROR!", "#ERREUR!",
    "Err:502", "Err:503", "Err:504", "Err:508", "Err:509", "Err:511", "Err:519", "Err:522",
})  # fmt: skip
TRUTHS = frozenset({"true", "false", "vrai", "faux"})
LONGEST_TRUTH = 5
MARKED = ("consent", "refusal", "mark", "role_mark", "roles")  # where TRUE is an answer


def _is_truth(words: str) -> bool:
    return len(words) <= LONGEST_TRUTH and words.casefold() in TRUTHS


class Cells:
    """The cells of a line by what they mean, without what cannot be seen."""

    def __init__(self, table: ListTable, row: Row) -> None:
        self.number, self._cells = row
        self._table = table

    def at(self, column: int) -> str:
        return label(self._cells[column]) if column < len(self._cells) else ""

    def all(self, *meanings: str) -> list[str]:
        """What is written in the columns of these meanings, in the order of the list; no errors, no TRUE."""
        return [words for words, _heading in self.headed(*meanings)]

    def headed(self, *meanings: str) -> list[tuple[str, str]]:
        """The same, each with its heading."""
        found = ((self.at(column.at), column) for column in self._table.columns.of(*meanings))
        return [(words, column.heading) for words, column in found if words and not self._empty(column.at, words)]

    def first(self, *meanings: str) -> str:
        """The first cell filled, in the order of the meanings."""
        return next((words for meaning in meanings for words in self.all(meaning)), "")

    def first_whole(self, meaning: str) -> str:
        """The first cell filled, as it is written."""
        cells = (self.whole(column.at).strip() for column in self._table.columns.of(meaning))
        return next((words for words in cells if words), "")

    def marks(self, meaning: str) -> list[str]:
        """The same as `all` where TRUE is an answer."""
        found = [self.at(column.at) for column in self._table.columns.of(meaning)]
        return [words for words in found if words and words not in ERRORS]

    def whole(self, column: int) -> str:
        """As it is written, its lines apart; "" when it holds no words."""
        return "" if self._empty(column, self.at(column)) else self._cells[column]

    @property
    def columns(self) -> Columns:
        return self._table.columns

    def _empty(self, column: int, words: str) -> bool:
        return column >= len(self._cells) or words in ERRORS or _is_truth(words)

    def odd_remarks(self) -> list[Text]:
        """What stands in place of words: "#N/A in « Territoire »"."""
        found = []
        for column in self._table.columns.used:
            words = self.at(column.at)
            kind = self._table.sheet.odd.get((self.number, column.at), "")
            if kind in ("error", "uncomputed") and not words:
                found.append(text(f"people-line-{kind}", heading=column.heading[:30]))
            elif words in ERRORS:
                found.append(text("people-line-error", heading=column.heading[:30]))
            elif _is_truth(words) and column.meaning not in MARKED:
                found.append(text("people-line-truth", heading=column.heading[:30], written=words))
        return found
