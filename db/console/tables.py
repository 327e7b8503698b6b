"""Sessions of the web console, requests to log in, passkeys, and forms already done.

None of these tables holds a secret: cookies, links and codes are kept as digests, passkeys by their public half. They
are of one installation while it runs, and no backup carries them.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.deliveries import BigId


class Door(StrEnum):
    """How someone came in."""

    CODE = "code"  # six letters shown by the computer, confirmed on Telegram
    LINK = "link"  # a link given by Telegram
    PASSKEY = "passkey"  # a device that its owner added
    DEMO = "demo"  # the demo's own page: this machine alone


class LoginKind(StrEnum):
    CODE = "code"
    LINK = "link"
    FRESH = "fresh"  # whoever is in says again that it is them


class WebSession(Base):
    """One browser in which a coordinator is logged in."""

    __tablename__ = "web_sessions"
    __table_args__ = (Index("ix_web_sessions_person_id", "person_id"),)

    digest: Mapped[str] = mapped_column(primary_key=True)  # SHA-256 of the cookie's value
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    door: Mapped[Door] = mapped_column(EnumText(Door))
    browser: Mapped[str] = mapped_column(default="")  # "Firefox, Windows"
    shared: Mapped[bool] = mapped_column(default=True)  # a computer that others use
    created_at: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime]
    idle_minutes: Mapped[int] = mapped_column(SmallInteger)  # without a request for so long, it ends
    ends_at: Mapped[dt.datetime]
    fresh_at: Mapped[dt.datetime | None]  # when they last said again that it is them


class WebLogin(Base):
    """A request to log in, for a few minutes: answered on Telegram, used once.

    `digest`: SHA-256 of what the browser keeps (code, fresh), or of the link's token.
    """

    __tablename__ = "web_logins"
    __table_args__ = (
        Index("ix_web_logins_digest", "digest", unique=True),
        Index("ix_web_logins_code_digest", "code_digest"),
        Index("ix_web_logins_person_id", "person_id"),
        Index("ix_web_logins_created_at", "created_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str]
    kind: Mapped[LoginKind] = mapped_column(EnumText(LoginKind))
    code_digest: Mapped[str | None]  # HMAC of the six letters, under a key that the database does not hold
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    session_digest: Mapped[str | None]  # of the session that a fresh confirmation is for
    browser: Mapped[str] = mapped_column(default="")
    delivery_id: Mapped[int | None] = mapped_column(BigId)  # the message that holds the link, blanked once it left
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    answered_at: Mapped[dt.datetime | None]
    accepted: Mapped[bool] = mapped_column(default=False)
    used_at: Mapped[dt.datetime | None]


class Passkey(Base):
    """A device with which a coordinator comes in (Web Authentication): its name and its public key."""

    __tablename__ = "passkeys"
    __table_args__ = (
        Index("ix_passkeys_credential", "credential", unique=True),
        Index("ix_passkeys_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    credential: Mapped[str]  # its identifier, base64url
    public_key: Mapped[str]  # COSE, base64url
    sign_count: Mapped[int] = mapped_column(BigInteger)  # 0 for ever when the device does not count
    browser: Mapped[str] = mapped_column(default="")  # where it was added: "Firefox, Windows"
    created_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]


class WebPost(Base):
    """A form that was done: the same one sent again (a double click, a reload) shows the same result."""

    __tablename__ = "web_posts"
    __table_args__ = (Index("ix_web_posts_at", "at"),)

    digest: Mapped[str] = mapped_column(primary_key=True)  # SHA-256 of the form's one-use key
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    at: Mapped[dt.datetime]
    said: Mapped[str] = mapped_column(default="")  # what is shown once
    place: Mapped[str] = mapped_column(default="")  # the page that shows it
    undo: Mapped[str] = mapped_column(default="")  # the page that undoes it
