"""The exact words that leave: a delivery's own, or a broadcast's with the person's name in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.deliveries import BroadcastText
from db.outbox.due import Ready
from messages.channels import spec_of
from messages.sms_text import prepare

NAME = "{name}"
KEPT_TEXTS = 64  # approved texts never change: the last ones used stay in memory


@dataclass(frozen=True, slots=True)
class ApprovedText:
    """A broadcast's text in one language, for one channel, as it was approved."""

    body: str
    options: tuple[str, ...]
    segments: int


@dataclass(frozen=True, slots=True)
class OutgoingWords:
    """What leaves. `segments` is 0 where there are none to count."""

    body: str
    buttons: tuple[tuple[str, str], ...]
    segments: int


class ApprovedTexts:
    """The broadcast texts in use, read once each."""

    def __init__(self) -> None:
        self._kept: dict[int, ApprovedText] = {}

    async def load(self, session: AsyncSession, rows: Sequence[Ready]) -> None:
        """Read those that these rows need and that are not known yet."""
        missing = {row.broadcast_text_id for row in rows if row.broadcast_text_id is not None} - self._kept.keys()
        if not missing:
            return
        while len(self._kept) + len(missing) > KEPT_TEXTS and self._kept:
            self._kept.pop(next(iter(self._kept)))
        found = await session.execute(
            select(BroadcastText.id, BroadcastText.body, BroadcastText.options, BroadcastText.segments).where(
                BroadcastText.id.in_(missing)
            )
        )
        for text_id, body, options, segments in found:
            self._kept[text_id] = ApprovedText(body, tuple(str(option[1]) for option in options), segments)

    def of(self, row: Ready) -> ApprovedText | None:
        return None if row.broadcast_text_id is None else self._kept.get(row.broadcast_text_id)


def words_of(row: Ready, approved: ApprovedText | None) -> OutgoingWords | None:
    """None when there is nothing to say: its words were erased."""
    if row.body is not None:
        return _own_words(row, row.body)
    return None if approved is None else _approved_words(row, approved)


def _own_words(row: Ready, body: str) -> OutgoingWords | None:
    if not body:
        return None
    segments = row.segments
    if spec_of(row.channel).segments and not segments:
        body, segments = _prepared(row, body)
    return OutgoingWords(body, _buttons(row.buttons), segments)


def _approved_words(row: Ready, approved: ApprovedText) -> OutgoingWords:
    body, segments = named(approved.body, row.name or ""), approved.segments
    if spec_of(row.channel).segments and (not segments or body != approved.body or row.no_accents):
        body, segments = _prepared(row, body)
    options = approved.options if spec_of(row.channel).buttons else ()
    buttons = tuple((label, f"b{row.broadcast_id}.{position}") for position, label in enumerate(options))
    return OutgoingWords(body, buttons or _buttons(row.buttons), segments)


def named(body: str, name: str) -> str:
    """The first name where it was declared; without a name, its place closes up."""
    if NAME not in body:
        return body
    return body.replace(NAME, name) if name else body.replace(f" {NAME}", "").replace(NAME, "").lstrip(" ,")


def _prepared(row: Ready, body: str) -> tuple[str, int]:
    made = prepare(body, no_accents=bool(row.no_accents))
    return made.text, made.segments


def _buttons(kept: list[Any] | None) -> tuple[tuple[str, str], ...]:
    return tuple((str(label), str(data)) for label, data in kept or ())
