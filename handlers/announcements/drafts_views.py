"""What coordinators see of drafts: the list, and one as phones would show it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.drafts import Draft
from handlers.acting import Acting, Refused
from handlers.announcements.drafts import preview_of, title_of
from handlers.checks import CheckPage
from handlers.things import DRAFT
from handlers.view import PAGE, view, view_on
from messages import Text


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in a list."""

    number: int
    title: str
    to: str
    changed_at: dt.datetime


@dataclass(frozen=True, slots=True)
class DraftShown:
    """One draft, and what it would be; or why it can be nothing now."""

    draft: Draft
    check: CheckPage | None
    wrong: Text | None


@view("announcements.draft_rows")
async def drafts_shown(acting: Acting) -> list[DraftRow]:
    """The latest first."""
    rows = await acting.session.scalars(
        select(Draft).where(DRAFT.seen_by(acting)).order_by(Draft.changed_at.desc()).limit(PAGE)
    )
    return [DraftRow(row.id, title_of(acting, row), row.audience, row.changed_at) for row in rows]


@view_on(DRAFT, "announcements.draft")
async def draft_shown(acting: Acting, draft: Draft) -> DraftShown:
    """As it would leave now; a roundtable that is no more is said."""
    try:
        return DraftShown(draft, await preview_of(acting, draft), None)
    except Refused as refused:
        return DraftShown(draft, None, refused.reason)
