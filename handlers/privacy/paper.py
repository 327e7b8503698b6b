"""A paper: a page or a letter about privacy, as headings with their paragraphs; the machine prints it or shows it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.installation import Installation
from messages import Channel, Text


@dataclass(frozen=True, slots=True)
class Paper:
    """`parts`: (heading or None, paragraphs), each in the words of the catalogue."""

    title: Text
    parts: tuple[tuple[Text | None, tuple[Text, ...]], ...]

    def words(self, installation: Installation, language: str) -> PrintedPaper:
        """The same in one language, ready to print."""

        def said(words: Text) -> str:
            return installation.catalogue.text(words, language, Channel.POST)

        parts = [
            ("" if heading is None else said(heading), tuple(said(one) for one in lines))
            for heading, lines in self.parts
        ]
        return PrintedPaper(said(self.title), tuple(parts), language)


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A paper in the words of one language."""

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    language: str
