"""E-mail by SMTP: plain text, one message for one address, and what a server's answer means.

Nobody reads what is answered to it: each one says how to answer, and how to stop (a link, RFC 8058 besides).
What comes back later to the sender's address (bounces) is not read: docs/operations.md says what to do of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime, formataddr
from enum import StrEnum
from typing import Final

import aiosmtplib

from bot.channels.answers import name
from bot.channels.contract import Accepted, Blame, ErrorRule, OnWire, SendError, ToSend, Verdict
from bot.channels.pool import nothing_but_send_errors
from bot.clock import Clock
from bot.settings import Settings
from db.path_key import PathKey
from handlers.installation import Installation
from handlers.people.by_email import stop_link
from messages import Channel, text

GOOD, LATER, SLOW = Verdict.FOR_GOOD, Verdict.LATER, Verdict.SLOW_DOWN
LONGEST_SUBJECT: Final = 70
GOODBYE_SECONDS: Final = 1.0
ENHANCED: Final = re.compile(r"\s*[245]\.(\d{1,3})\.(\d{1,3})\b")


class _LinksWhole(EmailPolicy):
    """A word longer than a line is cut in encoded-words, which nobody may write nor reads in this header (RFC 2047, 5;
    RFC 2369): its link stays whole, on a line of its own length.
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() == "list-unsubscribe":
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


AS_SENT: Final = _LinksWhole() + SMTP


class SmtpStage(StrEnum):
    """How far the talk with the server had come. Nothing can have arrived before the words."""

    OPEN = "open"  # greeting, TLS, name and password
    SENDER = "sender"
    RECIPIENT = "recipient"
    WORDS = "words"


# What a server says of the reason, when it does, of a refusal for good. https://www.rfc-editor.org/rfc/rfc3463
NO_SUCH: Final = ErrorRule(GOOD, "bad_address", Blame.CONTACT)
OURS: Final = ErrorRule(GOOD, "account", Blame.SENDER)
FILTERED: Final = ErrorRule(GOOD, "filtered", Blame.CONTENT)
TOO_LONG: Final = ErrorRule(GOOD, "too_long", Blame.CONTENT)
FULL: Final = ErrorRule(LATER, "unreachable", Blame.CONTACT, 3600)
SIGN_IN: Final = ErrorRule(LATER, "auth", Blame.SENDER, 60)
REASONS_GIVEN: Final[dict[tuple[int, int], ErrorRule]] = {
    (1, 1): NO_SUCH, (1, 2): NO_SUCH, (1, 3): NO_SUCH, (1, 6): NO_SUCH, (1, 10): NO_SUCH,
    (1, 7): OURS, (1, 8): OURS,
    (2, 1): NO_SUCH, (2, 2): FULL, (2, 3): TOO_LONG,
    (3, 4): TOO_LONG,
    (4, 1): NO_SUCH, (4, 4): NO_SUCH,  # no server takes mail there
    (7, 8): SIGN_IN, (7, 9): SIGN_IN, (7, 14): SIGN_IN,
    (7, 20): OURS, (7, 21): OURS, (7, 22): OURS, (7, 23): OURS, (7, 24): OURS, (7, 25): OURS, (7, 26): OURS,
}  # fmt: skip
# Without a reason, the code and the moment tell. https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3
CODES: Final[dict[tuple[SmtpStage, int], ErrorRule]] = {
    (SmtpStage.OPEN, 421): ErrorRule(SLOW, "rate_limited", Blame.PROVIDER, 60),
    (SmtpStage.SENDER, 421): ErrorRule(SLOW, "rate_limited", Blame.PROVIDER, 60),
    (SmtpStage.RECIPIENT, 421): ErrorRule(SLOW, "rate_limited", Blame.PROVIDER, 60),
    (SmtpStage.RECIPIENT, 450): ErrorRule(
        LATER, "unreachable", Blame.PROVIDER, 300
    ),  # a stranger is asked to come back
    (SmtpStage.RECIPIENT, 451): ErrorRule(LATER, "unreachable", Blame.PROVIDER, 300),
    (SmtpStage.RECIPIENT, 452): ErrorRule(LATER, "congestion", Blame.PROVIDER, 300),
    (SmtpStage.RECIPIENT, 501): NO_SUCH,
    (SmtpStage.RECIPIENT, 550): NO_SUCH,
    (SmtpStage.RECIPIENT, 551): NO_SUCH,
    (SmtpStage.RECIPIENT, 552): FULL,
    (SmtpStage.RECIPIENT, 553): NO_SUCH,
    (SmtpStage.RECIPIENT, 556): NO_SUCH,
    (SmtpStage.WORDS, 552): TOO_LONG,
}
# What is not above.
FOR_GOOD: Final[dict[SmtpStage, ErrorRule]] = {
    SmtpStage.OPEN: ErrorRule(LATER, "account", Blame.SENDER, 600),
    SmtpStage.SENDER: OURS,
    SmtpStage.RECIPIENT: OURS,  # "relay access denied": of everybody, so the address is not to blame
    SmtpStage.WORDS: FILTERED,
}
BUSY: Final = ErrorRule(LATER, "server", Blame.PROVIDER)
UNREADABLE: Final = ErrorRule(Verdict.UNKNOWN, "unreadable", Blame.PROVIDER)
SIGN_IN_CODES: Final = (530, 534, 535, 538)


def refused(stage: SmtpStage, code: int, words: str) -> SendError:
    """The fate of a message that a server did not take: some fate for any answer at all."""
    given = ENHANCED.match(words)
    reason = (int(given[1]), int(given[2])) if given else (0, 0)
    return SendError.of(_fault(stage, code, reason), f"{code}" if not given else f"{code}:{given[0].strip()}")


def _fault(stage: SmtpStage, code: int, reason: tuple[int, int]) -> ErrorRule:
    if code in SIGN_IN_CODES and stage is not SmtpStage.RECIPIENT:
        return SIGN_IN
    if 500 <= code < 600:
        known = REASONS_GIVEN.get(reason)
        if known is None and reason[0] == 7:  # a policy: of our account before the words, of the words after
            known = FOR_GOOD[stage]
        return known or CODES.get((stage, code)) or FOR_GOOD[stage]
    if 400 <= code < 500:
        return CODES.get((stage, code), BUSY)
    return UNREADABLE if stage is SmtpStage.WORDS else BUSY


@dataclass(slots=True)
class _Talk:
    stage: SmtpStage = SmtpStage.OPEN


class Email:
    """One account at one server. A connection for each message: servers drop those that wait."""

    name = "email"

    def __init__(self, settings: Settings, installation: Installation, key: PathKey, clock: Clock) -> None:
        self._settings, self._installation, self._key, self._clock = settings, installation, key, clock

    async def send(self, item: ToSend, on_wire: OnWire | None = None) -> Accepted:
        talk = _Talk()
        with nothing_but_send_errors(lambda: talk.stage is SmtpStage.WORDS):
            message = self.message(item)
            async with self._server(talk) as server:
                talk.stage = SmtpStage.SENDER
                await server.mail(self._settings.email_from)
                talk.stage = SmtpStage.RECIPIENT
                await server.rcpt(item.address)
                talk.stage = SmtpStage.WORDS
                if on_wire is not None:
                    on_wire()
                await server.data(message.as_bytes(policy=AS_SENT))
            return Accepted(name(str(message["Message-ID"]).strip("<>").partition("@")[0]))

    async def check(self) -> None:
        """Opens the account, as for a message. Raises SendError."""
        with nothing_but_send_errors(lambda: False):
            async with self._server(_Talk()) as server:
                await server.noop()

    async def close(self) -> None: ...

    @asynccontextmanager
    async def _server(self, talk: _Talk) -> AsyncIterator[aiosmtplib.SMTP]:
        """An open account. What goes wrong inside is a SendError; what goes wrong in saying goodbye is nothing."""
        settings = self._settings
        server = aiosmtplib.SMTP(
            hostname=settings.email_host,
            port=settings.email_port,
            use_tls=settings.email_security == "tls",
            start_tls=settings.email_security == "starttls",
            username=settings.email_user or None,
            password=settings.email_password.get_secret_value() if settings.email_password else None,
            local_hostname=settings.email_from.partition("@")[2],
            timeout=settings.provider_timeout,
        )
        try:
            async with asyncio.timeout(settings.provider_timeout):
                await server.connect()
                yield server
        except aiosmtplib.SMTPResponseException as error:
            raise refused(talk.stage, error.code, error.message) from error
        except (aiosmtplib.SMTPException, OSError) as error:  # a time-out and TLS are of these
            raise _broken(error, talk.stage) from error
        finally:
            with contextlib.suppress(aiosmtplib.SMTPException, OSError):
                await server.quit(timeout=GOODBYE_SECONDS)
            server.close()

    def message(self, item: ToSend) -> EmailMessage:
        """The words, then how to answer and how to stop. The same delivery sent again has the same number."""
        link = stop_link(self._installation, self._key, item.address)
        domain = self._settings.email_from.partition("@")[2]
        made = EmailMessage(policy=AS_SENT)
        made["From"] = formataddr((self._installation.organisation, self._settings.email_from))
        made["To"] = item.address
        made["Subject"] = _first_words(item.body) or self._installation.organisation
        made["Date"] = format_datetime(self._clock())
        made["Message-ID"] = f"<porte-voix.{item.delivery_id}@{domain}>"
        made["Auto-Submitted"] = "auto-generated"
        made["List-Unsubscribe"] = f"<{link}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        foot = text(
            "email-foot",
            organisation=self._installation.organisation,
            contact=self._installation.contact_name,
            phone=self._installation.contact_phone,
            link=link,
        )
        language = item.language or self._installation.default_language
        said = self._installation.catalogue.text(foot, language, Channel.EMAIL)
        made.set_content(f"{item.body}\n\n-- \n{said}\n", charset="utf-8")
        return made


def _first_words(body: str) -> str:
    """The first line, cut at a word."""
    line = next((" ".join(line.split()) for line in body.splitlines() if line.strip()), "")
    return line if len(line) <= LONGEST_SUBJECT else line[: LONGEST_SUBJECT - 1].rsplit(" ", 1)[0] + "…"


def _broken(error: Exception, stage: SmtpStage) -> SendError:
    """A talk that ended by itself: never left, or nobody knows."""
    code = type(error).__name__
    if stage is not SmtpStage.WORDS:
        return SendError(LATER, "unreachable", Blame.PROVIDER, provider_code=code)
    reason = "timeout" if isinstance(error, TimeoutError) else "cut"
    return SendError(Verdict.UNKNOWN, reason, Blame.PROVIDER, provider_code=code)
