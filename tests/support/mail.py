"""A real SMTP server on this machine, which is not ours (aiosmtpd), and does as it is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult

SIGNED_IN = ("nouvelles", "un-secret")


@dataclass
class MailServer:
    """`says`: stage ("MAIL", "RCPT", "DATA") -> the answer given instead of yes. `cut`: hang up at the end of the
    words. `silent`: never answer them."""

    port: int = 0
    says: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    silent: bool = False
    taken: list[EmailMessage] = field(default_factory=list)
    wire: list[bytes] = field(default_factory=list)  # the same, as they came
    signed_in: list[str] = field(default_factory=list)

    async def handle_MAIL(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        envelope.mail_from = address
        return self.says.get("MAIL", "250 OK")

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        if "RCPT" not in self.says:
            envelope.rcpt_tos.append(address)
        return self.says.get("RCPT", "250 OK")

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:
        if self.cut:
            server.transport.abort()
        if self.silent:
            await asyncio.sleep(3600)
        if "DATA" not in self.says and not self.cut:
            message = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(message, EmailMessage)
            self.taken.append(message)
            self.wire.append(envelope.content)
        return self.says.get("DATA", "250 OK")


@asynccontextmanager
async def mail_server(*, sign_in: bool = False) -> AsyncIterator[MailServer]:
    """`sign_in`: it takes nothing from whoever did not give the name and the password."""
    server = MailServer()

    def ask(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
        name, password = given.login.decode(), given.password.decode()
        server.signed_in.append(name)
        return AuthResult(success=(name, password) == SIGNED_IN, handled=False)

    def make() -> SMTP:
        return SMTP(server, authenticator=ask, auth_required=sign_in, auth_require_tls=False)

    opened = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
    server.port = opened.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        opened.close()
