"""The console as an application: its routes, each with who may ask for it."""

from __future__ import annotations

import mimetypes

import structlog
from starlette.applications import Starlette
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Receive, Scope, Send

from bot.web.console.console import ROOT, Console, Page, Visit
from bot.web.console.frame import problem_inside, problem_page
from bot.web.console.http import FOR_EVER, Endpoint, Guard, inside, keep_language, visit_of
from bot.web.console.pages import PAGES
from bot.web.console.pages.entering import Entering
from bot.web.console.templates import STATIC, asset
from bot.web.patience import gone
from handlers.acting import Refused

log = structlog.get_logger(__name__)


class ConsoleRoute(BaseRoute):
    """What the web door mounts: "/bureau" and all that is under it, addresses unchanged."""

    def __init__(self, console: Console) -> None:
        self.app = console_app(console)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        path = scope.get("path", "")
        ours = scope["type"] == "http" and (path == ROOT or path.startswith(f"{ROOT}/"))
        return (Match.FULL if ours else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


def console_app(console: Console) -> Starlette:
    entering = Entering(console)

    async def refused(request: Request, status: int, visit: Visit | None = None) -> Response:
        return await problem_inside(visit, status) if visit is not None else problem_page(console, request, status)

    def route(method: str, path: str, endpoint: Endpoint) -> Route:
        return Route(f"{ROOT}{path}", endpoint, methods=[method])

    routes: list[BaseRoute] = [
        route("GET", "/entrer", entering.show),
        route("POST", "/entrer", entering.begin),
        route("GET", "/entrer/etat", entering.state),
        route("POST", "/entrer/continuer", entering.go_on),
        route("POST", "/entrer/appareil", entering.device),
        route("GET", "/lien/{token}", entering.link),
        route("POST", "/lien/{token}", entering.use_link),
        route("POST", "/sortir", entering.leave),
        route("GET", "/static/{name}", static),
    ]
    for method, path, page in PAGES:
        routes.append(route(method, path, inside(console, _shown(page), entering.expired, refused)))

    async def wrong(request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            return problem_page(console, request, 500)
        async with console.reader.read() as session:
            visit = await visit_of(console, session, request)
            response = await refused(request, error.status_code, visit)
        if visit is not None:
            keep_language(console, request, response, visit.language)
        return response

    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, secure=console.secure), Middleware(GZipMiddleware, minimum_size=1000)],
        exception_handlers={ClientDisconnect: gone, HTTPException: wrong, Exception: wrong},
    )


class _Number(IntegerConvertor):
    """The number of a thing in an address: what no thing can have is no page, as what none has."""

    regex = "[0-9]{1,9}"


register_url_convertor("number", _Number())


# As a number that nobody has: else, one after the other, they would count who and what is in another territory.
ELSEWHERE = ("access-other-territory", "access-none-here")


def _shown(page: Page) -> Page:
    """What a view refuses is a page that says so."""

    async def shown(visit: Visit) -> Response:
        try:
            return await page(visit)
        except Refused as refused:
            status = 403 if refused.reason.id.startswith("access-") and refused.reason.id not in ELSEWHERE else 404
            return await problem_inside(visit, status)

    return shown


async def static(request: Request) -> Response:
    """A file by the name that holds the digest of its content: it never changes."""
    wanted = request.path_params["name"]
    name = next((file.name for file in STATIC.iterdir() if asset(file.name) == wanted), None)
    if name is None:
        raise HTTPException(404)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response((STATIC / name).read_bytes(), media_type=kind, headers={"Cache-Control": FOR_EVER})
