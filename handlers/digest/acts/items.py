"""The items of a month's digest: proposed by anyone, edited, set aside, ordered; and the day on which it leaves."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from db.digests import DigestItem, ItemState
from db.people import Person
from handlers.act import Field, Right, act, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.digest.lookups import MOST_ITEMS, digest_of_item, hour_of, items_of, open_digest, send_at
from handlers.digest.words import LONGEST_TITLE, body_in, item_text, sending_day, split, title_in
from handlers.things import ITEM
from messages import text
from messages.sentences import dates

LONGEST_BODY = 900
THE_WORDS = Field('"title | text"')


@act(
    "digest.propose",
    right=Right.KNOWN,
    entry="digest.proposed",
    makes=ITEM,
    undone_by="digest.set_aside",
    twin="digest propose",
)
async def propose(acting: Acting, words: Annotated[str, THE_WORDS], *, language: str = "") -> ActResult:
    """An item proposed; coordinators choose and order."""
    title, body = split(words)
    _check(title, body)
    digest = await open_digest(acting)
    position = len(await items_of(acting.session, digest)) + 1
    item = DigestItem(
        digest_id=digest.id,
        position=position,
        state=ItemState.PROPOSED,
        language=language or acting.installation.default_language,
        title=title,
        body=body,
        proposed_by=acting.actor.person_id,
        proposed_at=acting.now,
    )
    acting.session.add(item)
    await acting.session.flush()
    day = sending_day(digest.month, digest.send_day)
    data = {"item": item.id, "month": digest.month}
    return ActResult(text("digest-proposed", number=item.id, date=day), data, made=item)


def _check(title: str, body: str) -> None:
    if not title.strip() or not body.strip():
        raise refuse("digest-empty")
    if len(title) > LONGEST_TITLE:
        raise refuse("digest-title-too-long", length=len(title), longest=LONGEST_TITLE)
    if len(body) > LONGEST_BODY:
        raise refuse("digest-too-long", length=len(body), longest=LONGEST_BODY)


@act_on(ITEM, "digest.see_item", twin="digest show")
async def see_item(acting: Acting, item: DigestItem) -> ActResult:
    """One item: its text in each language, who proposed it, what is planned for it."""
    author = await acting.session.get(Person, item.proposed_by) if item.proposed_by else None
    parts = [item_text(title, body) for title, body in item.written.values()]
    said = text(
        "digest-item-shown",
        number=item.id,
        state=text(f"digest-item-{item.state.value.replace('_', '-')}"),
        author=(author.name if author else "") or "?",
        date=acting.installation.today(item.proposed_at),
        parts=parts,
    )
    data = {"item": item.id, "title": item.title, "text": item.body, "state": item.state.value}
    return ActResult(said, data)


@act_on(ITEM, "digest.edit", entry="digest.edited", undone_by="digest.edit", twin="digest edit")
async def edit(
    acting: Acting,
    item: DigestItem,
    words: Annotated[str, THE_WORDS],
    language: Annotated[str, Field("The language of these words: fr, en, es...", "--language")] = "",
) -> ActResult:
    """An item rewritten, or written in one more language; without `language`, the words are in the installation's."""
    await _still_open(acting, item)
    title, body = split(words)
    _check(title, body)
    if language and language not in acting.installation.catalogue.languages:
        raise refuse("digest-bad-language", language=language[:20], known=acting.installation.catalogue.languages)
    item.write(language or acting.installation.default_language, title, body)
    return ActResult(text("digest-edited", number=item.id), {"item": item.id})


@act_on(ITEM, "digest.set_aside", entry="digest.set_aside", undone_by="digest.put_back", twin="digest set-aside")
async def set_aside(acting: Acting, item: DigestItem) -> ActResult:
    """Left out of this digest."""
    await _still_open(acting, item)
    done = item.state is ItemState.SET_ASIDE
    item.state = ItemState.SET_ASIDE
    return ActResult(text("digest-set-aside", number=item.id), {"item": item.id}, entry="" if done else None)


@act_on(ITEM, "digest.put_back", entry="digest.taken_back", undone_by="digest.set_aside", twin="digest put-back")
async def put_back(acting: Acting, item: DigestItem) -> ActResult:
    """Taken back in, after it was set aside."""
    await _still_open(acting, item)
    done = item.state is not ItemState.SET_ASIDE
    item.state = ItemState.CHOSEN
    return ActResult(text("digest-taken-back", number=item.id), {"item": item.id}, entry="" if done else None)


async def _still_open(acting: Acting, item: DigestItem) -> None:
    """Raises `Refused` once it is approved; and for an item of another, to whoever answers for one territory: it is
    read everywhere."""
    if acting.actor.scope and item.proposed_by != acting.actor.person_id:
        raise refuse("access-whole-organisation", territory=acting.actor.scope)
    if (await digest_of_item(acting, item)).broadcast_id is not None:
        raise refuse("digest-already-approved", number=item.id)


@act("digest.order", right=Right.ORGANISATION, entry="digest.ordered", undone_by="digest.order", twin="digest order")
async def order(acting: Acting, numbers: Annotated[list[int], Field("The items, the first one first.")]) -> ActResult:
    """The items named come first, in this order; the others keep theirs after."""
    digest = await open_digest(acting)
    items = await items_of(acting.session, digest)
    known = {item.id for item in items}
    for number in numbers:
        if number not in known:
            raise refuse("digest-not-this-month", number=number, known=", ".join(map(str, sorted(known))) or "-")
    rank = {number: position for position, number in enumerate(numbers)}
    for position, item in enumerate(sorted(items, key=lambda i: (rank.get(i.id, len(rank)), i.position)), 1):
        item.position = position
    await acting.session.flush()
    ordered = [i.id for i in await items_of(acting.session, digest)]
    return ActResult(text("digest-ordered"), {"items": ordered}, thing=("digest", digest.id))


def _hour(acting: Acting, words: str) -> dt.time | None:
    if not words:
        return None
    found = dates.when(words, acting.today)
    if found is None or found.start is None:
        raise refuse("digest-bad-hour")
    return found.start


@act(
    "digest.choose_day",
    right=Right.ORGANISATION,
    entry="digest.day_chosen",
    undone_by="digest.choose_day",
    twin="digest day",
)
async def choose_day(
    acting: Acting,
    day: Annotated[int, Field("The day of the month; 31 is the last one.")],
    at: Annotated[dt.time | None, Field('The hour: "10:00".', "--at", read=_hour)] = None,
    *,
    month: Annotated[
        str, Field("The month that was said, such as 2026-12; refused when it is another one.", "--month")
    ] = "",
) -> ActResult:
    """The day of the month, and the hour, on which it leaves."""
    if not 1 <= day <= 31:
        raise refuse("digest-bad-day")
    digest = await open_digest(acting)
    if month not in ("", digest.month):
        raise refuse("digest-other-month", first=sending_day(digest.month, 1), last=sending_day(digest.month, 31))
    hour = at or digest.send_time
    when = hour_of(acting.installation, digest.month, day, hour)
    if when <= acting.now:
        raise refuse("digest-day-past", date=sending_day(digest.month, day))
    digest.send_day, digest.send_time = day, hour
    local = acting.installation.local(when)
    said = text("digest-day-chosen", when=local)
    return ActResult(said, {"send_at": local.isoformat()}, thing=("digest", digest.id))


@act("digest.list", twin="digest list")
async def list_items(acting: Acting) -> ActResult:
    """Every item of the month, with what becomes of it: the first ones leave, the others wait or are set aside."""
    digest = await open_digest(acting)
    items = await items_of(acting.session, digest, all_of_them=True)
    when = acting.installation.local(send_at(acting.installation, digest))
    leaving = {item.id for item in await items_of(acting.session, digest, chosen_only=True)}
    ours = acting.installation.default_language
    data = {
        "month": digest.month,
        "send_at": when.isoformat(),
        "items": [
            {
                "item": i.id,
                "title": title_in(i, ours),
                "text": body_in(i, ours),
                "state": i.state.value,
                "leaves": i.id in leaving,
            }
            for i in items
        ],
    }
    if not items:
        return ActResult(text("digest-no-items", when=when), data)
    lines = [
        text(f"digest-line{_becomes(item, leaving)}", number=item.id, title=title_in(item, ours)) for item in items
    ]
    waiting = [item for item in items if item.id not in leaving and item.state is not ItemState.SET_ASIDE]
    if waiting:
        lines.append(text("digest-most-items", most=MOST_ITEMS, left=len(waiting)))
    return ActResult(text("digest-list", when=when, lines=lines), data)


def _becomes(item: DigestItem, leaving: set[int]) -> str:
    if item.state is ItemState.SET_ASIDE:
        return "-aside"
    return "" if item.id in leaving else "-later"
