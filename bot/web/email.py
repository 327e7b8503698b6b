"""`/courriel/...`: the pages that the links of an e-mail open. A page asks; its button, and nothing else, does it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import BaseRoute, Route

from bot.clock import Clock
from bot.web.main_loop import MainLoop
from bot.web.privacy import GUARDED, STYLE
from db.session import AsyncSession
from handlers.acting import Acting, unattended
from handlers.installation import Installation
from handlers.people import by_email
from handlers.people.by_email import PAGE, Reader
from messages import Channel, text

# Nothing of these pages is kept by whoever carries them: they are of one person.
HEADERS = GUARDED | {
    "Content-Security-Policy": GUARDED["Content-Security-Policy"] + "; form-action 'self'",
    "Cache-Control": "no-store",
}
Done = Callable[[Acting, str], Awaitable[Reader | None]]


def email_routes(installation: Callable[[], Installation], write: MainLoop, clock: Clock) -> list[BaseRoute]:
    """A mail program that stops by itself (RFC 8058) posts to the same address as the button."""
    pages = _Pages(installation, write, clock)
    return [
        Route(f"{PAGE}/oui/{{words}}", pages.of("yes", by_email.invited, by_email.agree), methods=["GET", "POST"]),
        Route(f"{PAGE}/arret/{{words}}", pages.of("stop", by_email.stopping, by_email.stop), methods=["GET", "POST"]),
    ]


class _Pages:
    def __init__(self, installation: Callable[[], Installation], write: MainLoop, clock: Clock) -> None:
        self._installation, self._write, self._clock = installation, write, clock

    def of(self, name: str, look: Done, do: Done) -> Callable[[Request], Awaitable[HTMLResponse]]:
        async def page(request: Request) -> HTMLResponse:
            posted = request.method == "POST"
            words = request.path_params["words"]

            async def work(session: AsyncSession) -> str | None:
                acting = unattended(session, self._installation(), self._clock())
                reader = await (do if posted else look)(acting, words)
                return None if reader is None else self._html(name, reader, posted=posted)

            html = await self._write(work)
            if html is None:
                return HTMLResponse(self._unknown(), status_code=404, headers=HEADERS)
            return HTMLResponse(html, headers=HEADERS)

        return page

    def _html(self, name: str, reader: Reader, *, posted: bool) -> str:
        button = "" if posted else f"email-page-{name}-button"
        words = f"email-page-{name}-done" if posted else f"email-page-{name}"
        return self._page(f"email-page-{name}-title", words, button, reader.language, reader.contact.address)

    def _unknown(self) -> str:
        return self._page("email-page-unknown-title", "email-page-unknown", "", self._installation().default_language)

    def _page(self, title: str, words: str, button: str, language: str, address: str = "") -> str:
        installation = self._installation()
        facts = {
            "organisation": installation.organisation,
            "contact": installation.contact_name,
            "phone": installation.contact_phone,
            "address": address,
        }

        def say(id: str) -> str:
            asked = {name: facts[name] for name in installation.catalogue.variables(id)}
            return escape(installation.catalogue.text(text(id, **asked), language, Channel.EMAIL))

        form = f'<form method="post"><button>{say(button)}</button></form>' if button else ""
        return (
            f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            f"<title>{say(title)}</title><style>{STYLE}button{{font:inherit;padding:.6rem 1rem}}</style></head>"
            f"<body><main><h1>{say(title)}</h1><p>{say(words)}</p>{form}</main></body></html>"
        )
