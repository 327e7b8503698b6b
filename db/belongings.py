"""What a person has here: what somebody else would have of theirs if the two were merged."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.claims.tables import Claim
from db.comments.tables import Comment, CommentState
from db.contacts import contacts_of
from db.labels import by_name
from db.organisations import Roundtable
from db.people import PersonRoundtable


@dataclass(frozen=True, slots=True)
class Belongings:
    """`comments`: those with a name. The others belong to nobody; their news goes where the address goes."""

    claims: int
    comments: int
    phones: tuple[str, ...]  # and e-mail addresses
    accounts: int  # on Telegram
    roundtables: tuple[str, ...]


async def belongings_of(session: AsyncSession, person_id: int) -> Belongings:
    claims = select(func.count()).select_from(Claim).where(Claim.person_id == person_id)
    own = Comment.person_id == person_id, Comment.state != CommentState.WITHDRAWN
    comments = select(func.count()).select_from(Comment).where(*own)
    seats = select(Roundtable.name).join(PersonRoundtable, PersonRoundtable.roundtable_id == Roundtable.id)
    names = await session.scalars(
        seats.where(PersonRoundtable.person_id == person_id).order_by(by_name(Roundtable.name))
    )
    contacts = await contacts_of(session, person_id)
    return Belongings(
        int(await session.scalar(claims) or 0),
        int(await session.scalar(comments) or 0),
        tuple(contact.address for contact in contacts if contact.channel in ("sms", "email")),
        sum(contact.channel == "telegram" for contact in contacts),
        tuple(names),
    )
