"""The journal for a spreadsheet: each entry with its words."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator, Mapping

from sqlalchemy import select

from db.exports.frame import Export, Row, Span, days_last
from db.journal import DAY_ALONE, Entry
from db.journal.questions import names_of
from db.session import AsyncSession
from handlers.installation import Installation
from handlers.journal.words import actor_name, name_of, pseudonyms_in, what_happened
from messages import Channel, Text

COLUMNS = ("id", "at", "actor", "subject", "act", "words", "thing", "number", "channel", "details")
LOT = 2000


def journal_export(installation: Installation) -> Export:
    """What happens to comments comes after the rest of its day, without number nor hour, whoever wrote them."""

    async def rows(session: AsyncSession, span: Span) -> AsyncIterator[Row]:
        kept_apart = select(Entry).where(Entry.act.in_(DAY_ALONE), span.holds_moment(Entry.at))
        later = list(await session.scalars(kept_apart))
        names = await names_of(session, pseudonyms_in(later))
        by_day = [(span.day(entry.at), _row(installation, entry, names, span.day(entry.at))) for entry in later]
        async for row in days_last(_others(session, installation, span), by_day):
            yield row

    return Export("journal", COLUMNS, rows)


async def _others(session: AsyncSession, installation: Installation, span: Span) -> AsyncIterator[tuple[dt.date, Row]]:
    query = select(Entry).where(Entry.act.not_in(DAY_ALONE), span.holds_moment(Entry.at)).order_by(Entry.id)
    last = 0
    while True:
        lot = list(await session.scalars(query.where(Entry.id > last).limit(LOT)))
        names = await names_of(session, pseudonyms_in(lot))
        for entry in lot:
            yield span.day(entry.at), _row(installation, entry, names)
        if len(lot) < LOT:
            return
        last = lot[-1].id
        session.expunge_all()


def _row(installation: Installation, entry: Entry, names: Mapping[str, str], day: dt.date | None = None) -> Row:
    def said(words: Text | str) -> str:
        return installation.catalogue.text(words, installation.default_language, Channel.TELEGRAM)

    return (
        None if day else entry.id,
        day or entry.at,
        said(actor_name(entry.actor, names)),
        said(name_of(entry.subject, names)) if entry.subject else "",
        entry.act,
        said(what_happened(installation, entry)),
        entry.thing,
        entry.thing_id,
        entry.channel,
        json.dumps(entry.details, ensure_ascii=False, sort_keys=True) if entry.details else "",
    )
