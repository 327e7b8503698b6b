"""Drafts of announcements: kept, seen as phones would show them, tried on one's own phone, changed, deleted, sent."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from sqlalchemy import select

from db import message_kinds
from db.drafts import Draft
from handlers import broadcasts
from handlers.act import Field, Writes, act, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.announcements.acts import LONGEST, LONGEST_TITLE, Announcement, announce, check_words, in_scope
from handlers.announcements.audiences import read_audience
from handlers.checks import CheckPage, Gesture, gather, page_texts
from handlers.own_words import language_of
from handlers.things import DRAFT
from handlers.trials import sent_to_oneself
from messages import text

TO = Field("For whom: everyone, members, table COCO, territoire Grande-Anse...", "--to")
WORDS = Field("The words. {name} becomes the first name.", "--text", longest=LONGEST)
LANGUAGE = Field("The language of these words; your own when nothing is said.", "--language")


@act(
    "announcements.keep_draft",
    entry="announcements.draft_kept",
    makes=DRAFT,
    undone_by="announcements.delete_draft",
    twin="draft add",
)
async def keep_draft(
    acting: Acting,
    to: Annotated[str, TO],
    words: Annotated[str, WORDS],
    language: Annotated[str, LANGUAGE] = "",
    *,
    others: Mapping[str, str] | None = None,
    send_at: dt.datetime | None = None,
    urgent: bool = False,
) -> ActResult:
    """An announcement kept for later: nothing of it leaves. `others`: the same words in other languages."""
    written = {language or await language_of(acting): check_words(words)}
    written |= {code: check_words(said) for code, said in (others or {}).items()}
    await _readable(acting, to)
    draft = Draft(
        organisation_id=acting.organisation_id,
        territory=acting.actor.scope or None,
        audience=to.strip(),
        words=written,
        send_at=send_at,
        urgent=urgent,
        written_by=acting.actor.person_id,
        changed_at=acting.now,
    )
    acting.session.add(draft)
    await acting.session.flush()
    return ActResult(text("announcements-draft-kept", number=draft.id), {"draft": draft.id}, made=draft)


async def _readable(acting: Acting, to: str) -> None:
    """Raises `Refused` when nobody is named so, or when they are another territory's."""
    await in_scope(acting, await read_audience(acting, to))


@act_on(
    DRAFT,
    "announcements.edit_draft",
    entry="announcements.draft_changed",
    undone_by="announcements.edit_draft",
    twin="draft edit",
)
async def edit_draft(
    acting: Acting,
    draft: Draft,
    to: Annotated[str, TO] = "",
    words: Annotated[str, WORDS] = "",
    language: Annotated[str, LANGUAGE] = "",
    *,
    whole: Announcement | None = None,
    audience: str = "",
) -> ActResult:
    """For whom a draft is, or its words in one language; what is empty stays. `whole`: all at once, for `audience`."""
    if whole is not None:
        for said in whole.words.values():
            check_words(said)
        draft.words, draft.send_at, draft.urgent = dict(whole.words), whole.send_at, whole.urgent
        to = audience
    if to.strip():
        await _readable(acting, to)
        draft.audience = to.strip()
    if words.strip():
        code = language.strip() or await language_of(acting)
        if code not in acting.installation.catalogue.languages:
            known = acting.installation.catalogue.languages
            raise refuse("announcements-bad-language", language=code[:20], known=known)
        draft.words = {**draft.words, code: check_words(words)}
    draft.changed_at = acting.now
    return ActResult(text("announcements-draft-changed", number=draft.id), {"draft": draft.id})


@act_on(
    DRAFT,
    "announcements.delete_draft",
    entry="announcements.draft_deleted",
    final="nothing of it had left; it is written anew",
    twin="draft delete",
)
async def delete_draft(acting: Acting, draft: Draft) -> ActResult:
    """A draft thrown away."""
    number = draft.id
    await acting.session.delete(draft)
    return ActResult(text("announcements-draft-deleted", number=number), {"draft": number})


@act("announcements.drafts", twin="draft list")
async def list_drafts(acting: Acting) -> ActResult:
    """The announcements that are written and not sent, the latest first."""
    rows = list(await acting.session.scalars(select(Draft).where(DRAFT.seen_by(acting)).order_by(Draft.id.desc())))
    if not rows:
        return ActResult(text("announcements-no-drafts"), {"drafts": []})
    lines = [
        text("announcements-draft-line", number=row.id, to=row.audience, title=title_of(acting, row)) for row in rows
    ]
    data = [{"number": row.id, "to": row.audience, "words": row.words} for row in rows]
    return ActResult(text("announcements-drafts", lines=lines), {"drafts": data})


@act_on(DRAFT, "announcements.see_draft", twin="draft show")
async def see_draft(acting: Acting, draft: Draft) -> ActResult:
    """A draft as each phone would show it, with how many people, for how much; nothing leaves."""
    page = await preview_of(acting, draft)
    title = text("announcements-draft-shown", number=draft.id, to=draft.audience)
    texts = page_texts(acting.installation, page, acting.installation.default_language)
    data = {"draft": draft.id, "to": draft.audience, "words": draft.words, "people": page.people}
    return ActResult(text("announcements-draft-whole", lines=[title, *texts]), data, chat=(title, *texts))


async def preview_of(acting: Acting, draft: Draft) -> CheckPage:
    """The check page that sending it now would show."""
    announcement = await announcement_of(acting, draft)
    audience = await in_scope(acting, announcement.audience)
    before = len(acting.reached)
    words = broadcasts.written_words(announcement.words, _first(acting, draft))
    reached = await broadcasts.foresee(
        acting, message_kinds.ANNOUNCEMENT, audience, words, urgent=draft.urgent, written_in=announcement.words
    )
    del acting.reached[before:]
    cents = round(sum(t.segments * t.people for t in reached.texts) * acting.installation.sms_price * 100)
    return gather("announcements.announce", None, Gesture.RETYPE, False, [reached], cents)


async def announcement_of(acting: Acting, draft: Draft) -> Announcement:
    """Raises `Refused` when nobody is named so any more."""
    return Announcement(dict(draft.words), await read_audience(acting, draft.audience), draft.send_at, draft.urgent)


def title_of(acting: Acting, draft: Draft) -> str:
    """Its first words."""
    return textwrap.shorten(str(draft.words[_first(acting, draft)]), LONGEST_TITLE, placeholder="...")


def _first(acting: Acting, draft: Draft) -> str:
    default = acting.installation.default_language
    return default if default in draft.words else next(iter(draft.words))


@act_on(
    DRAFT,
    "announcements.try",
    entry="announcements.tried",
    final="it went to oneself alone",
    twin="draft try",
)
async def try_draft(acting: Acting, draft: Draft) -> ActResult:
    """A draft sent to oneself alone, as people would receive it."""
    return await sent_to_oneself(acting, broadcasts.written_words(draft.words, _first(acting, draft)), draft.words)


@act_on(
    DRAFT,
    "announcements.send_draft",
    entry="announcements.approved",
    writes=Writes.SEVERAL,
    gesture=Gesture.RETYPE,
    undone_by="announcements.stop",
    twin="draft send",
)
async def send_draft(acting: Acting, draft: Draft) -> ActResult:
    """A draft announced, once its check page is confirmed; it is no draft any more."""
    result = await announce.body(acting, await announcement_of(acting, draft))
    await acting.session.delete(draft)
    return replace(result, made=None, thing=("broadcast", int(result.data["broadcast"])))


ACTS: tuple[Any, ...] = (keep_draft, edit_draft, delete_draft, list_drafts, see_draft, send_draft)
