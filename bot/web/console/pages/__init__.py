"""The pages of the console, one file each: what is shown and what is posted there. `PAGES` is the visible list."""

from bot.web.console.console import Page
from bot.web.console.pages import (
    acts,
    broadcasts,
    calls,
    claims,
    comments,
    conversation,
    digest,
    drafts,
    files,
    importing,
    journal,
    meetings,
    paying,
    people,
    planning,
    privacy,
    report,
    search,
    settings,
    today,
)

# (method, address under "/bureau", page): for whoever is in.
PAGES: list[tuple[str, str, Page]] = [
    *today.ROUTES,
    *search.ROUTES,
    *planning.ROUTES,
    *meetings.ROUTES,
    *comments.ROUTES,
    *paying.ROUTES,
    *claims.ROUTES,
    *importing.ROUTES,
    *people.ROUTES,
    *conversation.ROUTES,
    *broadcasts.ROUTES,
    *drafts.ROUTES,
    *calls.ROUTES,
    *digest.ROUTES,
    *report.ROUTES,
    *privacy.ROUTES,
    *journal.ROUTES,
    *settings.ROUTES,
    *files.ROUTES,
    *acts.ROUTES_OF,
]
