"""The consent ledger, line by line, as proof: what was asked, what was answered, when, at which address, each stop."""

from __future__ import annotations

from collections.abc import AsyncIterator

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.codes import without_code
from db.consent import ConsentEntry
from db.contacts import Contact, masked
from db.exports.frame import Export, Row, Span, lots
from db.people import Person

COLUMNS = (
    "id",
    "person",
    "channel",
    "contact",
    "address",
    "kind",
    "given",
    "asked",
    "words",
    "source",
    "at",
    "entered_at",
)


async def rows(session: AsyncSession, span: Span) -> AsyncIterator[Row]:
    """`contact` tells two addresses apart that look the same once masked."""
    query = (
        select(
            ConsentEntry.id,
            func.coalesce(Person.name, "").label("person"),
            Contact.channel,
            Contact.id.label("contact"),
            Contact.address,
            ConsentEntry.kind,
            ConsentEntry.given,
            ConsentEntry.asked,
            ConsentEntry.words,
            ConsentEntry.source,
            ConsentEntry.at,
            ConsentEntry.entered_at,
        )
        .join(Contact, Contact.id == ConsentEntry.contact_id)
        .outerjoin(Person, Person.id == ConsentEntry.person_id)
        .where(span.holds_moment(ConsentEntry.entered_at))
    )
    async for lot in lots(session, query, ConsentEntry.id):
        for one in lot:
            words = without_code(one.words)
            yield (*one[:4], masked(one.address), *one[5:8], words, *one[9:])


CONSENTS = Export("consents", COLUMNS, rows)
