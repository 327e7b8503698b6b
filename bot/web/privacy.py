"""`GET /confidentialite`: the notice, for anybody, in the language asked for; plain and printable."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from handlers.installation import Installation
from handlers.privacy.notice import PAGE, whole_notice
from handlers.privacy.paper import PrintedPaper

STYLE = """body{font:1.15rem/1.55 system-ui,sans-serif;
max-width:42rem;margin:0 auto;padding:1rem;color:#111;background:#fff}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin:1.6rem 0 .3rem}li{margin:.35rem 0}a{color:#0645ad}
@media print{body{font-size:13pt;max-width:none;padding:0}nav{display:none}h2{break-after:avoid}}"""
WRITTEN_IN = "privacy-page-title"  # a language that has this message has the page
# Nothing of the page comes from elsewhere, and nothing elsewhere may hold it in a frame.
GUARDED = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "max-age=600",
}


def privacy_route(installation: Installation) -> Route:
    """Made once: the words change only with the settings."""
    languages = [name for name in installation.catalogue.languages if installation.catalogue.has(WRITTEN_IN, name)]
    paper = whole_notice(installation)
    links = {name: f"?lang={name}" for name in languages}
    pages = {name: html_of(paper.words(installation, name), links) for name in languages}
    first = installation.default_language if installation.default_language in pages else languages[0]

    async def privacy(request: Request) -> HTMLResponse:
        return HTMLResponse(pages.get(request.query_params.get("lang", ""), pages[first]), headers=GUARDED)

    return Route(PAGE, privacy, methods=["GET"])


def html_of(paper: PrintedPaper, others: dict[str, str]) -> str:
    """One page without a script, a font or a picture from elsewhere. `others`: language -> the link to it."""
    links = " · ".join(f'<a href="{escape(link)}" lang="{name}">{escape(name)}</a>' for name, link in others.items())
    parts = [f"<h1>{escape(paper.title)}</h1>"]
    for heading, lines in paper.parts:
        if heading:
            parts.append(f"<h2>{escape(heading)}</h2>")
        several = len(lines) > 1
        said = "".join(f"<li>{_lines(line)}</li>" if several else f"<p>{_lines(line)}</p>" for line in lines)
        parts.append(f"<ul>{said}</ul>" if several else said)
    return (
        f'<!doctype html><html lang="{paper.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(paper.title)}</title><style>{STYLE}</style></head>"
        f"<body><nav>{links}</nav><main>{''.join(parts)}</main></body></html>"
    )


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")
