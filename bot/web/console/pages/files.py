"""Receipts and voice notes: each time asked for, the right to see what they came with is checked."""

from __future__ import annotations

import asyncio
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.web.console.console import Visit
from handlers.calls.views import call_card
from handlers.claims.views import claim_shown

# What may be shown, by its suffix: nothing that a browser would run.
TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".ogg": "audio/ogg",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
}
ALONE = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"


async def receipt(visit: Visit) -> Response:
    shown = await claim_shown(visit.acting, visit.request.path_params["number"])
    return await _file(visit, [picture.name for picture in shown.pictures])


async def of_call(visit: Visit) -> Response:
    card = await call_card(visit.acting, visit.request.path_params["number"])
    return await _file(visit, list(card.files))


async def _file(visit: Visit, names: list[str]) -> Response:
    place = visit.request.path_params["place"]
    if not 1 <= place <= len(names):
        raise HTTPException(404)
    folder = Path(visit.console.settings.media_folder)
    path = folder / names[place - 1]
    kind = TYPES.get(path.suffix.lower())
    content = await asyncio.to_thread(_content, folder, path) if kind is not None else None
    if content is None:
        raise HTTPException(404)
    headers = {"Content-Disposition": f'inline; filename="piece{path.suffix}"', "Content-Security-Policy": ALONE}
    return Response(content, media_type=kind, headers=headers)


def _content(folder: Path, path: Path) -> bytes | None:
    if not path.resolve().is_relative_to(folder.resolve()):
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None


ROUTES = [
    ("GET", "/demandes/{number:number}/recus/{place:number}", receipt),
    ("GET", "/appels/{number:number}/fichiers/{place:number}", of_call),
]
