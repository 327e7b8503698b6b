"""The questions asked of sessions, logins and forms done: one function, one question."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from db.base import Base
from db.console.tables import Door, LoginKind, Passkey, WebLogin, WebPost, WebSession
from db.outbox.sql import insert_or
from db.people import Person, PersonRole, Role

MOST_SESSIONS = 5
QUIETLY = {"synchronize_session": False}
KEPT = dt.timedelta(days=1)  # what is over is still known as over


def digest_of(secret: str) -> str:
    """What is kept of a cookie, of a link or of a form's key: 256 bits drawn at random need no more."""
    return hashlib.sha256(secret.encode()).hexdigest()


# -- sessions -----------------------------------------------------------------------------------------------------


async def session_standing(session: AsyncSession, digest: str, now: dt.datetime) -> WebSession | None:
    """The session of this cookie, unless it ended or was left idle."""
    found = await session.get(WebSession, digest)
    if found is None or found.ends_at <= now or seen_until(found) <= now:
        return None
    return found


def seen_until(row: WebSession) -> dt.datetime:
    """When it ends by itself if no request comes."""
    return min(row.ends_at, row.seen_at + dt.timedelta(minutes=row.idle_minutes))


async def sessions_of(session: AsyncSession, person_id: int) -> list[WebSession]:
    """A person's sessions, the latest first; those that ended by themselves too, until they are purged."""
    rows = await session.scalars(
        select(WebSession).where(WebSession.person_id == person_id).order_by(WebSession.created_at.desc())
    )
    return list(rows)


async def session_opened(session: AsyncSession, row: WebSession) -> None:
    """Keep it; beyond five, the person's oldest ones end."""
    session.add(row)
    await session.flush()
    for old in (await sessions_of(session, row.person_id))[MOST_SESSIONS:]:
        await session.delete(old)
    await session.flush()


async def end_sessions(session: AsyncSession, person_id: int, *, digest: str = "") -> int:
    """End one session of a person, or all of them with the logins they began; how many ended."""
    which = [WebSession.person_id == person_id, *([WebSession.digest == digest] if digest else [])]
    ended = await session.execute(delete(WebSession).where(*which))
    if not digest:
        await session.execute(delete(WebLogin).where(WebLogin.person_id == person_id, WebLogin.used_at.is_(None)))
    return _count(ended)


# -- logins -------------------------------------------------------------------------------------------------------


def waiting(now: dt.datetime) -> list[ColumnElement[bool]]:
    """Neither answered, nor used, nor too old."""
    return [WebLogin.expires_at > now, WebLogin.answered_at.is_(None), WebLogin.used_at.is_(None)]


async def login_coded(session: AsyncSession, code_digest: str, now: dt.datetime) -> WebLogin | None:
    """The login that waits for these six letters."""
    return await session.scalar(select(WebLogin).where(WebLogin.code_digest == code_digest, *waiting(now)))


async def login_standing(session: AsyncSession, digest: str, kind: LoginKind, now: dt.datetime) -> WebLogin | None:
    """The login of this digest, if it was neither used nor left to expire."""
    mine = WebLogin.digest == digest, WebLogin.kind == kind, WebLogin.used_at.is_(None), WebLogin.expires_at > now
    return await session.scalar(select(WebLogin).where(*mine).execution_options(populate_existing=True))


async def void_logins(session: AsyncSession, kind: LoginKind, person_id: int) -> None:
    """A new one makes those before it of no use."""
    mine = WebLogin.kind == kind, WebLogin.person_id == person_id, WebLogin.used_at.is_(None)
    await session.execute(delete(WebLogin).where(*mine))


async def use_login(session: AsyncSession, login: WebLogin, now: dt.datetime) -> bool:
    """Once only: the row count names who came first."""
    first = WebLogin.id == login.id, WebLogin.used_at.is_(None)
    return _count(await session.execute(update(WebLogin).where(*first).values(used_at=now))) == 1


async def links_said(session: AsyncSession) -> Sequence[WebLogin]:
    """Logins whose link stands in a message of the outbox."""
    rows = await session.scalars(select(WebLogin).where(WebLogin.delivery_id.is_not(None)))
    return list(rows)


# -- passkeys ------------------------------------------------------------------------------------------------------


async def passkeys_of(session: AsyncSession, person_id: int) -> list[Passkey]:
    """A person's passkeys, in the order in which they were added."""
    return list(await session.scalars(select(Passkey).where(Passkey.person_id == person_id).order_by(Passkey.id)))


async def passkey_of(session: AsyncSession, credential: str) -> Passkey | None:
    """The passkey of this identifier."""
    return await session.scalar(select(Passkey).where(Passkey.credential == credential))


async def end_passkeys(session: AsyncSession, person_id: int) -> int:
    """Every device of a person lets nobody in any more; how many there were."""
    return _count(await session.execute(delete(Passkey).where(Passkey.person_id == person_id)))


# -- forms --------------------------------------------------------------------------------------------------------


async def post_begun(session: AsyncSession, key: str, person_id: int, now: dt.datetime) -> bool:
    """Take a form's key; False when it was taken: another transaction that holds it is waited for."""
    taken = insert_or(session, WebPost).values(
        digest=digest_of(key), person_id=person_id, at=now, said="", place="", undo=""
    )
    return _count(await session.execute(taken.on_conflict_do_nothing())) == 1


async def post_done(session: AsyncSession, key: str, person_id: int) -> WebPost | None:
    """What this form of this person did."""
    found = await session.get(WebPost, digest_of(key), populate_existing=True)
    return found if found is not None and found.person_id == person_id else None


# -- what is over --------------------------------------------------------------------------------------------------


def _coordinates(person_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    return exists().where(
        PersonRole.person_id == person_id,
        PersonRole.role == Role.COORDINATOR,
        Person.id == person_id,
        Person.erased_at.is_(None),
    )


def _over(now: dt.datetime) -> tuple[tuple[type[Base], ColumnElement[bool]], ...]:
    """(table, its rows that are over): what ended since a day, and what lets in those who coordinate no more."""
    old = now - KEPT
    ended = or_(WebSession.ends_at < old, WebSession.seen_at < old, ~_coordinates(WebSession.person_id))
    return (
        (WebSession, ended),
        (Passkey, ~_coordinates(Passkey.person_id)),
        (WebLogin, WebLogin.created_at < old),
        (WebPost, WebPost.at < old),
    )


async def something_over(session: AsyncSession, now: dt.datetime) -> bool:
    """Whether `purge` has anything to do: asked at each tick, and nothing is written to answer."""
    over = [select(model).where(which).exists() for model, which in _over(now)]
    return bool(await session.scalar(select(or_(*over))))


async def purge(session: AsyncSession, now: dt.datetime) -> int:
    """What ended since a day goes, and what lets in those who coordinate no more; how many rows."""
    done = 0
    for model, over in _over(now):
        done += _count(await session.execute(delete(model).where(over), execution_options=QUIETLY))
    return done


def _count(done: Any) -> int:
    return int(done.rowcount)


__all__ = ["Door", "LoginKind", "Passkey", "WebLogin", "WebPost", "WebSession"]
