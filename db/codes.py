"""One-use codes: the six letters that link a phone and a Telegram account, the sixteen that make a coordinator or say
yes to an e-mail."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
from collections.abc import Collection

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.people import Code

# Without those that are taken for one another on a small screen: 0 O, 1 I L.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTHS = {"link": 6, "coordinator": 16, "email": 16}
WRITTEN = ("link", "coordinator")  # what somebody may write to us; the others are opened as a link
SHAPE = re.compile(r"[A-Z0-9]{6}|[A-Z0-9]{16}")


async def make_code(
    session: AsyncSession, purpose: str, person_id: int, expires_at: dt.datetime, contact_id: int | None = None
) -> str:
    """A new code for this person, asked from this contact; those of the same purpose made before for them are void."""
    await session.execute(
        update(Code)
        .where(Code.person_id == person_id, Code.purpose == purpose, Code.used_at.is_(None))
        .values(expires_at=expires_at - dt.timedelta(days=365))
    )
    code = _draw(LENGTHS[purpose])
    made = {"purpose": purpose, "person_id": person_id, "contact_id": contact_id, "expires_at": expires_at}
    session.add(Code(digest=hash_of_code(code), **made))
    await session.flush()
    return code


async def code_standing(
    session: AsyncSession, words: str, now: dt.datetime, purposes: Collection[str] = WRITTEN
) -> Code | None:
    """The code these words are, if it was made for one of these and neither used nor left to expire."""
    written = normal(words)
    if not SHAPE.fullmatch(written):
        return None
    found = await session.get(Code, hash_of_code(written))
    if found is None or found.purpose not in purposes or found.used_at is not None:
        return None
    return found if found.expires_at > now else None


async def codes_from(session: AsyncSession, contact_id: int, after: dt.datetime) -> list[Code]:
    """The codes asked from this address, or sent to it, that were not used and end after this moment."""
    wanted = select(Code).where(
        Code.contact_id == contact_id, Code.purpose == "link", Code.used_at.is_(None), Code.expires_at > after
    )
    return list(await session.scalars(wanted))


async def use_code(session: AsyncSession, code: Code, now: dt.datetime) -> bool:
    """Once only: the row count names who came first."""
    used = await session.execute(
        update(Code).where(Code.digest == code.digest, Code.used_at.is_(None)).values(used_at=now)
    )
    return int(getattr(used, "rowcount", 0)) == 1


async def void_codes(session: AsyncSession, person_id: int) -> None:
    """None of this person's codes is of any use."""
    unused = Code.person_id == person_id, Code.used_at.is_(None)
    await session.execute(delete(Code).where(*unused), execution_options={"synchronize_session": False})


def looks_like_code(words: str) -> bool:
    """Six or sixteen of our letters, with a figure and a letter among them: no common word is one."""
    written = normal(words)
    return bool(SHAPE.fullmatch(written)) and any(c.isdigit() for c in written) and any(c.isalpha() for c in written)


IN_PLACE = "code"


def without_code(words: str) -> str:
    """These words, to be kept or shown; "code" when they are one: whoever reads it must not be able to use it."""
    written = normal(words.removeprefix("/start"))
    return IN_PLACE if looks_like_code(written) and set(written) <= set(LETTERS) else words


def normal(words: str) -> str:
    return re.sub(r"[\s\-.]", "", words).upper()


def hash_of_code(code: str) -> str:
    return hashlib.sha256(normal(code).encode()).hexdigest()


def _draw(length: int) -> str:
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(length))
        if looks_like_code(code):
            return code
