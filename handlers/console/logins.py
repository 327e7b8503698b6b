"""Logging in to the web console: six letters or a link, answered on Telegram, used once, and what the session is."""

from __future__ import annotations

import datetime as dt
import hmac
import secrets
from dataclasses import dataclass

from db import message_kinds
from db.codes import LETTERS, normal
from db.console.questions import (
    digest_of,
    login_coded,
    login_standing,
    session_opened,
    use_login,
    void_logins,
)
from db.console.tables import Door, LoginKind, WebLogin, WebSession
from db.contacts import Contact, Reach, contacts_of, is_proved
from db.journal import write_entry
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.acting import Acting
from handlers.installation import Installation
from handlers.sending import SendOptions
from handlers.turn import Ask, QuestionKind
from messages import Channel, Option, Outgoing, Text, text
from messages.reading import Meaning, Step

ENTER = QuestionKind("console.enter", Step.STOP_ASKED, {"yes": Meaning.YES, "no": Meaning.NO}, deliberate=True)
NOT_ME = QuestionKind("console.not_me", Step.MENU, standing=True)
LASTS = dt.timedelta(minutes=10)
CODE_LETTERS = 6
FRESH_FOR = dt.timedelta(minutes=15)
# How long a session lasts: idle minutes, and in all. A computer that others use keeps less.
SHARED = (20, dt.timedelta(hours=4))
OWN = (60, dt.timedelta(hours=12))
TO_ONESELF = SendOptions(message_kinds.ALERT, any_hour=True, any_consent=True)
YES_NO = (Option("yes", text("console-it-is-me")), Option("no", text("console-not-me")))


@dataclass(frozen=True, slots=True)
class LoginRequest:
    """A login that waits: `token` is what the browser keeps, `code` the letters that it shows."""

    token: str
    code: str = ""


def code_digest(installation: Installation, code: str) -> str:
    """Six letters are few: without the key, whoever reads the table cannot try them all."""
    return hmac.new(installation.console_key, normal(code).encode(), "sha256").hexdigest()


async def ask_by_code(
    session: AsyncSession, installation: Installation, browser: str, now: dt.datetime
) -> LoginRequest:
    """A login for a browser that nobody is known in yet."""
    code = await _free_code(session, installation, now)
    asked = LoginRequest(secrets.token_urlsafe(32), code)
    session.add(
        WebLogin(
            digest=digest_of(asked.token),
            kind=LoginKind.CODE,
            code_digest=code_digest(installation, code),
            browser=browser,
            created_at=now,
            expires_at=now + LASTS,
        )
    )
    await session.flush()
    return asked


async def _free_code(session: AsyncSession, installation: Installation, now: dt.datetime) -> str:
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LETTERS))
        if await login_coded(session, code_digest(installation, code), now) is None:
            return code


async def make_link(acting: Acting) -> tuple[str, WebLogin]:
    """(the token of a one-use link, its login). Those made before for this person are void."""
    assert acting.actor.person_id is not None
    await void_logins(acting.session, LoginKind.LINK, acting.actor.person_id)
    token = secrets.token_urlsafe(32)
    login = WebLogin(
        digest=digest_of(token),
        kind=LoginKind.LINK,
        person_id=acting.actor.person_id,
        created_at=acting.now,
        expires_at=acting.now + LASTS,
    )
    acting.session.add(login)
    await acting.session.flush()
    return token, login


async def ask_fresh(acting: Acting, session_digest: str, browser: str) -> LoginRequest | None:
    """Whoever is in is asked on Telegram whether it is still them; None when they have no Telegram."""
    assert acting.actor.person_id is not None
    await void_logins(acting.session, LoginKind.FRESH, acting.actor.person_id)
    asked = LoginRequest(secrets.token_urlsafe(32))
    login = WebLogin(
        digest=digest_of(asked.token),
        kind=LoginKind.FRESH,
        person_id=acting.actor.person_id,
        session_digest=session_digest,
        browser=browser,
        created_at=acting.now,
        expires_at=acting.now + LASTS,
    )
    acting.session.add(login)
    await acting.session.flush()
    words = text("console-asked-fresh", browser=browser, when=acting.now)
    return asked if await _ask(acting, Ask(Outgoing(words, YES_NO), ENTER, login.id, lasts=LASTS)) else None


def question_of(login: WebLogin, code: str) -> Ask:
    """What the phone asks before a computer is let in. The letters may have come in a link that a stranger sent: they
    are shown, to be looked for on one's own computer.
    """
    words = text("console-asked", browser=login.browser, when=login.created_at, code=normal(code))
    return Ask(Outgoing(words, YES_NO), ENTER, login.id, lasts=LASTS)


async def let_in(acting: Acting, login: WebLogin, *, shared: bool, door: Door | None = None) -> str | None:
    """The value of the new session's cookie. None when this login was used meanwhile."""
    if not await use_login(acting.session, login, acting.now):
        return None
    door = door or (Door.LINK if login.kind is LoginKind.LINK else Door.CODE)
    return await open_session(acting, door, login.browser, shared=shared)


async def open_session(acting: Acting, door: Door, browser: str, *, shared: bool) -> str:
    """The value of its cookie. The person is told on Telegram, with a button that ends everything."""
    assert acting.actor.person_id is not None
    idle, lasts = SHARED if shared else OWN
    token = secrets.token_urlsafe(32)
    row = WebSession(
        digest=digest_of(token),
        person_id=acting.actor.person_id,
        door=door,
        browser=browser,
        shared=shared,
        created_at=acting.now,
        seen_at=acting.now,
        idle_minutes=idle,
        ends_at=acting.now + lasts,
    )
    await session_opened(acting.session, row)
    await _note_entered(acting, door, browser)
    await tell_with_a_way_out(acting, text("console-told", browser=browser, when=acting.now))
    return token


async def tell_with_a_way_out(acting: Acting, words: Text) -> None:
    """Told on Telegram, with the button of whoever did not do it: it closes everything."""
    assert acting.actor.person_id is not None
    end = Option("end", text("console-end-all"))
    await _ask(acting, Ask(Outgoing(words, (end,)), NOT_ME, acting.actor.person_id, lasts=dt.timedelta(days=1)))


async def _note_entered(acting: Acting, door: Door, browser: str) -> None:
    await write_entry(
        acting.session,
        "console.entered",
        now=acting.now,
        actor=acting.actor.signature,
        channel=acting.actor.via,
        door=door.value,
        browser=browser,
    )


async def renew(acting: Acting, row: WebSession, *, fresh: bool = False) -> str:
    """The same session under a new cookie, whose value is returned; `fresh`: they just said again that it is them."""
    token = secrets.token_urlsafe(32)
    kept = {name: getattr(row, name) for name in ("person_id", "door", "browser", "shared", "created_at", "ends_at")}
    await acting.session.delete(row)
    await acting.session.flush()
    acting.session.add(
        WebSession(
            digest=digest_of(token),
            seen_at=acting.now,
            idle_minutes=row.idle_minutes,
            fresh_at=acting.now if fresh else row.fresh_at,
            **kept,
        )
    )
    await acting.session.flush()
    return token


async def confirmed_fresh(acting: Acting, row: WebSession, token: str) -> str | None:
    """The session's new cookie once they said yes on Telegram; None while they have not."""
    login = await login_standing(acting.session, digest_of(token), LoginKind.FRESH, acting.now)
    if login is None or not login.accepted or login.session_digest != row.digest:
        return None
    if not await use_login(acting.session, login, acting.now):
        return None
    await write_entry(
        acting.session, "console.fresh", now=acting.now, actor=acting.actor.signature, channel=acting.actor.via
    )
    return await renew(acting, row, fresh=True)


async def _ask(acting: Acting, ask: Ask) -> bool:
    """On Telegram alone: a text can be forged, and so can its answer. False when they have none."""
    person = await acting.session.get_one(Person, acting.actor.person_id)
    contact = await telegram_of(acting.session, person.id)
    if contact is None:
        return False
    question = await sending.open_question(acting, contact, person, ask)
    await sending.write_to(acting, contact, ask.outgoing, options=TO_ONESELF, person=person, question=question)
    return True


async def telegram_of(session: AsyncSession, person_id: int) -> Contact | None:
    """The account that they proved: what is asked there lets somebody in."""
    for contact in await contacts_of(session, person_id):
        here = contact.channel == Channel.TELEGRAM and contact.reach is Reach.OK
        if here and await is_proved(session, contact.id, person_id):
            return contact
    return None


def link_words(installation: Installation, token: str) -> Outgoing:
    """The link under a button, which no preview follows. Telegram takes no button to an address of this machine."""
    address = f"{installation.console_url}/lien/{token}"
    minutes = int(LASTS.total_seconds() // 60)
    if not address.startswith("https://"):
        return Outgoing(text("console-link-here", link=address, minutes=minutes))
    return Outgoing(text("console-link", minutes=minutes), link=Option(address, text("console-link-button")))
