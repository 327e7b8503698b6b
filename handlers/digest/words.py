"""The words of a digest: an item's title and text, what each phone shows, the month and its day."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from db.digests import Digest, DigestItem
from db.labels import comparable
from handlers.broadcasts import Words, nearest_written
from handlers.installation import Installation
from messages import Channel, Option, Outgoing, Text, text
from messages.channels import spec_of

LONGEST_TITLE = 60


def month_of(day: dt.date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def sending_day(month: str, day: int) -> dt.date:
    """The chosen day of a month; 31 means the last one."""
    year, number = int(month[:4]), int(month[5:7])
    return dt.date(year, number, min(day, calendar.monthrange(year, number)[1]))


def split(words: str) -> tuple[str, str]:
    """Title and text: "title | text", or the first line and the rest, or the first sentence of the whole."""
    words = words.strip()
    if "|" in words:
        title, _, body = words.partition("|")
        return title.strip(), body.strip() or title.strip()
    if "\n" in words:
        title, _, body = words.partition("\n")
        return title.strip(), body.strip()
    first = re.split(r"(?<=[.!?])\s", words, maxsplit=1)[0]
    return shortened(first.rstrip(". ")), words


def shortened(title: str) -> str:
    if len(title) <= LONGEST_TITLE:
        return title
    return title[: LONGEST_TITLE - 3].rsplit(" ", 1)[0] + "..."


def words_of(installation: Installation, digest: Digest, items: list[DigestItem]) -> Words:
    """Telegram: every item in full. SMS: the short form, one digit an item; the digit brings the text."""

    def words(language: str, channel: Channel) -> Outgoing:
        month = sending_day(digest.month, 1)
        if spec_of(channel).segments:
            options = tuple(Option(str(item.id), title_in(item, language)) for item in items)
            return Outgoing(text("digest-sms", month=text(f"month-{month.month}")), options)
        parts = [item_text(title_in(item, language), body_in(item, language)) for item in items]
        return Outgoing(text("digest-telegram", month=text(f"month-{month.month}"), items=parts))

    return words


def item_text(title: str, body: str) -> Text:
    """The title, then the text: once, when one sentence is both."""
    if comparable(title) == comparable(body):
        return text("digest-item-alone", words=body)
    return text("digest-item", title=title, body=body)


def title_in(item: DigestItem, language: str) -> str:
    return item.written[nearest_written(language, item.written, item.language)][0]


def body_in(item: DigestItem, language: str) -> str:
    return item.written[nearest_written(language, item.written, item.language)][1]
