"""Everything that is kept about one person, table by table: what they are given when they ask for it.

Which rows are theirs and which columns are shown is read from columns.tsv: a new table is in the file once it is
classed. A file passes by a coordinator's hands, so nothing in it leads to a nameless comment: neither the comment, nor
the talk in which one is being written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.claims.tables import Claim, ClaimLine
from db.contacts import Contact, ContactPerson, contacts_of, people_at
from db.conversations import Dialogue, DialogueState, IncomingMessage, StoredFile
from db.deliveries import BroadcastText
from db.people import Person
from db.privacy.columns import columns_of
from db.tables import metadata

Rows = list[dict[str, Any]]
UNDER_WAY = (DialogueState.ACTIVE, DialogueState.PARKED)
COMMENT = "comment"  # the dialogue in which one is written
# Their own questions and answers stand in the messages themselves.
NOT_SHOWN = frozenset({"questions", "dialogues", "contact_people"})


async def everything_about(session: AsyncSession, person: Person) -> dict[str, Rows]:
    """Table -> its rows about this person, each with the columns that are shown; tables without any are left out."""
    contacts = await contacts_of(session, person.id)
    own = [contact.id for contact in contacts if len(await people_at(session, contact.id)) == 1]
    before = await _before_comments(session, [contact.id for contact in contacts])
    found: dict[str, Rows] = {}
    for table in metadata.sorted_tables:
        whose = _whose(table, person.id, own)
        if whose is None or table.name in NOT_SHOWN:
            continue
        query = select(table).where(whose).order_by(*table.primary_key.columns)
        rows = [dict(row) for row in (await session.execute(query)).mappings()]
        kept = [_shown(table, row) for row in rows if _may_be_shown(table.name, row, before)]
        if kept:
            found[table.name] = kept
    return await _with_words_of_broadcasts(session, person, found)


def _whose(table: Table, person_id: int, own: Sequence[int]) -> ColumnElement[bool] | None:
    """The rows of this table that are theirs; None when it holds nobody's."""
    if table.name == Contact.__tablename__:
        mine = select(ContactPerson.contact_id).where(ContactPerson.person_id == person_id)
        return table.c.id.in_(mine)
    if table.name == ClaimLine.__tablename__:
        return table.c.claim_id.in_(select(Claim.id).where(Claim.person_id == person_id))
    if table.name == StoredFile.__tablename__:
        return _files_of(table, person_id)
    named = [table.c[column.name] for column in columns_of(table.name) if column.file == "whose"]
    clauses = [_refers(column, person_id, own) for column in named]
    return or_(*clauses) if clauses else None


def _files_of(table: Table, person_id: int) -> ColumnElement[bool]:
    """What they sent, and the receipts of their claims."""
    sent = select(IncomingMessage.id).where(IncomingMessage.person_id == person_id)
    claims = select(Claim.id).where(Claim.person_id == person_id)
    receipts = select(ClaimLine.media_id).where(ClaimLine.claim_id.in_(claims))
    return or_(table.c.person_id == person_id, table.c.incoming_id.in_(sent), table.c.id.in_(receipts))


def _refers(column: Column[Any], person_id: int, own: Sequence[int]) -> ColumnElement[bool]:
    to_contact = any(key.column.table.name == Contact.__tablename__ for key in column.foreign_keys)
    return column.in_(own) if to_contact else column == person_id


async def _before_comments(session: AsyncSession, contacts: Sequence[int]) -> dt.datetime | None:
    """When the comment that they are writing now was begun: what was said since may become nameless."""
    return await session.scalar(
        select(Dialogue.started_at)
        .where(Dialogue.contact_id.in_(contacts), Dialogue.name == COMMENT, Dialogue.state.in_(UNDER_WAY))
        .order_by(Dialogue.started_at)
        .limit(1)
    )


def _may_be_shown(table: str, row: dict[str, Any], before: dt.datetime | None) -> bool:
    """Words that were forgotten leave no line, and neither does what is being said to the table."""
    if table == "incoming":
        return bool(row["text"]) and (before is None or row["received_at"] < before)
    if table == "deliveries":
        return row["body"] != "" and (before is None or row["queued_at"] < before)
    return True


def _shown(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    shown = {column.name: row[column.name] for column in columns_of(table.name) if column.file == "yes"}
    if table.name == "deliveries" and row["broadcast_text_id"] is not None:
        shown["broadcast_text_id"] = row["broadcast_text_id"]
    return shown


async def _with_words_of_broadcasts(session: AsyncSession, person: Person, found: dict[str, Rows]) -> dict[str, Rows]:
    """What was sent to many, as this person read it."""
    rows = found.get("deliveries", [])
    wanted = {row["broadcast_text_id"] for row in rows if row.get("broadcast_text_id") is not None}
    texts = await session.execute(select(BroadcastText.id, BroadcastText.body).where(BroadcastText.id.in_(wanted)))
    bodies = {id: body for id, body in texts}  # noqa: C416 (rows are no pairs to mypy)
    for row in rows:
        kept = row.pop("broadcast_text_id", None)
        if row["body"] is None and kept is not None:
            row["body"] = bodies.get(kept, "").replace("{name}", person.name)
    return found
