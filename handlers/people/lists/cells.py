"""One line of a list, asked by what its columns mean."""

from __future__ import annotations

from db.labels import label
from handlers.people.lists.columns import Columns, ListColumn, ListTable
from handlers.people.lists.sheets import Row
from messages import Text, text

ERRORS = frozenset({
    "#N/A", "#REF!", "#REF", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    "#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!", "#N/D", "#PROPAGATION!", "#ERROR!", "#ERREUR!",
    "Err:502", "Err:503", "Err:504", "Err:508", "Err:509", "Err:511", "Err:519", "Err:522",
})  # fmt: skip
TRUTHS = frozenset({"true", "false", "vrai", "faux"})
LONGEST_TRUTH = 5
OF_A_GROUP = ("territory", "city", "roundtables", "roles", "language")  # one cell may stand for several people
MERGED = "merged-"  # and the line of the first cell: see bot/lists/rows.py
MARKED = ("standing", "consent", "refusal", "mark", "role_mark", "roles")  # where TRUE is an answer


def _is_truth(words: str) -> bool:
    return len(words) <= LONGEST_TRUTH and words.casefold() in TRUTHS


def _says_nothing(words: str) -> bool:
    return words in ERRORS or _is_truth(words)


class Cells:
    """The cells of a line by what they mean, without what cannot be seen."""

    def __init__(self, table: ListTable, row: Row) -> None:
        self.number, self._cells = row
        self._table = table

    def at(self, column: int) -> str:
        return label(self._cells[column]) if column < len(self._cells) else ""

    def _said(self, column: ListColumn) -> str:
        """What stands in a column; of a place or a role, what the cell it is merged with holds."""
        words = self.at(column.at)
        kind = self._table.sheet.odd.get((self.number, column.at), "")
        if words or column.meaning not in OF_A_GROUP or not kind.startswith(MERGED):
            return words
        first = int(kind.removeprefix(MERGED))
        cells = next((cells for line, cells in self._table.sheet.rows if line == first), ())
        return label(cells[column.at]) if column.at < len(cells) else ""

    def all(self, *meanings: str) -> list[str]:
        """What is written in the columns of these meanings, in the order of the list; no errors, no TRUE."""
        return [words for words, _heading in self.headed(*meanings)]

    def headed(self, *meanings: str) -> list[tuple[str, str]]:
        """The same, each with its heading."""
        found = ((self._said(column), column) for column in self._table.columns.of(*meanings))
        return [(words, column.heading) for words, column in found if words and not _says_nothing(words)]

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
        return column >= len(self._cells) or _says_nothing(words)

    def words(self) -> list[str]:
        """Every cell that holds something, whatever its column."""
        return [words for cell in self._cells if (words := label(cell))]

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
