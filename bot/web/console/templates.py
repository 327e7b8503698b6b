"""The templates of the console: strict, escaped, without a sentence of their own."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import bot.report
from bot.web.console.narrow import named_cells
from messages import Channel, LanguageName, Money, Text
from messages.catalogue import Catalogue

HERE = Path(__file__).parent
REPORT = Path(bot.report.__file__).parent  # the tables and charts of a report are drawn the same everywhere
STATIC = HERE / "static"

Say = Callable[..., str]


class Templates:
    """Renders a page in a language. Everything it is given is escaped; an unknown name is an error."""

    def __init__(self, catalogue: Callable[[], Catalogue]) -> None:
        self._catalogue = catalogue
        self._environment = Environment(
            loader=FileSystemLoader((HERE / "templates", REPORT)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters["tel"] = tel

    def render(self, name: str, language: str, context: dict[str, Any]) -> str:
        words = PageWords(self._catalogue(), language)
        known = {"t": words.of, "w": words.said, "has": words.has, "lang": language, "asset": asset}
        known |= {"text": Text, "channels": Channel, "language": LanguageName}
        return named_cells(self._environment.get_template(name).render(**known, **context))


class PageWords:
    """The catalogue's words for a page of one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self._catalogue = catalogue
        self._language = language

    def of(self, id: str, /, **args: object) -> str:
        """A message of the catalogue: `t("console-today", count=3)`."""
        return self._catalogue.text(Text(id, args), self._language, Channel.TELEGRAM)

    def has(self, id: str) -> bool:
        return self._catalogue.has(id, "fr")

    def said(self, value: object, form: str = "") -> str:
        """Words, a date, an hour, a moment or an amount, as this language writes them."""
        if isinstance(value, (str, Text)):
            return self._catalogue.text(value, self._language, Channel.TELEGRAM)
        if isinstance(value, LanguageName):
            return self.of("language-named", language=value)
        if isinstance(value, dt.datetime):
            return self.of("console-moment", when=value)
        if isinstance(value, dt.date):
            return self.of(f"console-date-{form}" if form else "console-date", date=value)
        if isinstance(value, dt.time):
            return self.of("console-hour", hour=value)
        if isinstance(value, Money):
            return self.of("console-money", amount=value)
        return str(value)


@cache
def asset(name: str) -> str:
    """The name under which a static file is served: its content is in it, so that it never changes."""
    content = (STATIC / name).read_bytes()
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{dot}{suffix}"


def tel(number: str) -> Markup:
    """ "819 555-0143" as a link to call it."""
    return Markup("; ").join(_tel(one) for one in number.split("; "))


def _tel(number: str) -> Markup:
    """An extension or a note stand behind the number: they are shown, and not dialled."""
    dialled = re.match(r"[+\d\s().-]*", number)
    digits = "".join(c for c in dialled[0] if c.isdigit()) if dialled else ""
    if len(digits) < 7:
        return Markup("{}").format(number)
    plus = "+" if len(digits) > 10 or number.startswith("+") else "+1"
    return Markup('<a href="tel:{}{}" class="tel">{}</a>').format(plus, digits, number)
