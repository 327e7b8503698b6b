"""Names and labels as they are kept: nothing in them that cannot be seen, and nothing that a terminal would obey."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, String, TypeDecorator, event
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from db.base import Base

# Controls (ESC, BEL), marks of direction and other invisible signs, halves of letters, what is nobody's.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
ACCENTED = "àâäáãåçéèêëíìîïñóòôöõúùûüýÿ"
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


def label(words: str) -> str:
    """Composed letters, single spaces, no invisible sign: "Sante\u0301\u200b" is kept as "Santé"."""
    if words.isascii() and words.isprintable() and "  " not in words:
        return words.strip()
    spaced = "".join(" " if letter.isspace() else letter for letter in unicodedata.normalize("NFC", words))
    seen = (letter for letter in spaced if unicodedata.category(letter) not in UNSEEN)
    return " ".join("".join(seen).split())


def comparable(words: str) -> str:
    """The same for "Santé" and "sante", composed or not: accents, case, signs and the invisible are nothing."""
    loose = unicodedata.normalize("NFKD", words.casefold().translate(_LIGATURES)).casefold()
    letters = (" " if unicodedata.category(c)[0] in "ZPS" else c for c in loose)
    return " ".join("".join(c for c in letters if c == " " or c.isalnum()).split())


@lru_cache(maxsize=50_000)
def sorting_key(words: str | None) -> str:
    """Where a name stands in a list: Élise between Denis and Fatou, whatever the case."""
    return comparable(words or "")


class by_name(FunctionElement[str]):
    """A name as the alphabet sorts it, for ORDER BY: databases sort bytes, and put Élise behind Zoé.

    SQLite calls `sorting_key`, which each connection knows. PostgreSQL has no function that every server has and that
    ignores accents: letters are changed one by one.
    """

    inherit_cache = True
    type = String()


@compiles(by_name, "sqlite")
def _by_name_in_python(element: by_name, compiler: SQLCompiler, **options: Any) -> str:
    return f"sorting_key({compiler.process(element.clauses, **options)})"


@compiles(by_name, "postgresql")
def _by_name_letter_by_letter(element: by_name, compiler: SQLCompiler, **options: Any) -> str:
    letters = ACCENTED + ACCENTED.upper()  # a server of the C locale lowers no accented letter
    plain = "".join(unicodedata.normalize("NFD", letter)[0] for letter in letters)
    return f"lower(translate({compiler.process(element.clauses, **options)}, '{letters}', '{plain}')) COLLATE \"C\""


class Label(TypeDecorator[str]):
    """A text column that holds a name or a label, clean whichever door it came by: a person's message, a coordinator's
    command, a list, the shell. An attribute of this type is clean as soon as it is set."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else label(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """As it is kept: nothing to do when it is read."""
        return None


@event.listens_for(Base, "attribute_instrument", propagate=True)
def _clean_when_set(_class: type[Base], _key: str, attribute: InstrumentedAttribute[Any]) -> None:
    columns = getattr(attribute.property, "columns", ())
    if columns and isinstance(columns[0].type, Label):
        event.listen(attribute, "set", _cleaned, retval=True)


def _cleaned(_row: Base, value: Any, _before: Any, _initiator: Any) -> Any:
    return label(value) if isinstance(value, str) else value
