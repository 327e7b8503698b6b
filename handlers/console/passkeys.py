"""Passkeys: a coordinator's own device, added once, which then lets her in and says that it is still her.

What the browser answered was verified by whoever calls (the web console); here is what it gives right to. A device is
never the only way in: it lets in nobody whose Telegram is not linked, where each login is told.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.console.questions import passkey_of, passkeys_of
from db.console.tables import Passkey, WebLogin
from db.journal import write_entry
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, ActResult, refuse
from handlers.console.logins import telegram_of, tell_with_a_way_out
from messages import text

MOST = 5  # devices of one person


@dataclass(frozen=True, slots=True)
class VerifiedDevice:
    """A device that has just been added: `credential` and `public_key` in base64url."""

    credential: str
    public_key: str
    sign_count: int


async def add(acting: Acting, device: VerifiedDevice, browser: str) -> ActResult:
    """Keep a coordinator's device. Refused beyond five, and for one that is known already."""
    person = await acting.session.get_one(Person, acting.actor.person_id)
    if len(await passkeys_of(acting.session, person.id)) >= MOST:
        raise refuse("console-device-most", most=MOST)
    if await passkey_of(acting.session, device.credential) is not None:
        raise refuse("console-device-known")
    acting.session.add(
        Passkey(
            person_id=person.id,
            credential=device.credential,
            public_key=device.public_key,
            sign_count=device.sign_count,
            browser=browser,
            created_at=acting.now,
        )
    )
    await _note(acting, "console.passkey_added", browser)
    await tell_with_a_way_out(acting, text("console-device-told", browser=browser, when=acting.now))
    return ActResult(text("console-device-added"))


async def remove(acting: Acting, number: int) -> ActResult:
    """A device of one's own lets nobody in any more; that of another is nowhere."""
    row = await acting.session.get(Passkey, number)
    if row is None or row.person_id != acting.actor.person_id:
        raise refuse("console-device-none")
    await acting.session.delete(row)
    await _note(acting, "console.passkey_removed", row.browser)
    return ActResult(text("console-device-removed"))


async def who(session: AsyncSession, row: Passkey) -> Person | None:
    """Whose device it is; None while their Telegram is not linked, or once they are gone."""
    person = await session.get(Person, row.person_id)
    if person is None or person.erased_at is not None or await telegram_of(session, person.id) is None:
        return None
    return person


async def used(acting: Acting, row: Passkey, sign_count: int) -> None:
    """A device was used. One that counted further before may be a copy: its owner is told, and nothing is barred."""
    if 0 < sign_count <= row.sign_count:
        await tell_with_a_way_out(acting, text("console-device-copied", browser=row.browser))
    row.sign_count, row.used_at = max(sign_count, row.sign_count), acting.now


def answers(acting: Acting, login: WebLogin) -> None:
    """The device says yes in the place of Telegram."""
    login.answered_at, login.accepted, login.person_id = acting.now, True, acting.actor.person_id


async def _note(acting: Acting, entry: str, browser: str) -> None:
    actor = acting.actor
    await write_entry(acting.session, entry, now=acting.now, actor=actor.signature, channel=actor.via, browser=browser)
