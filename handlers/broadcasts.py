"""One text to many people: rendered and kept at approval, counted and priced before, fanned out at its hour."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum

from sqlalchemy import delete, func, select

from db.audience import (
    Audience,
    Unreached,
    audience_select,
    count_audience,
    count_often_written,
    ids_of,
    languages_spoken,
    missed_people,
)
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Delivery, Priority
from db.journal import write_entry
from db.meetings.tables import Meeting
from db.message_kinds import DIGEST, REMINDER, MessageKind, SendOccasion, kind_named
from db.organisations import Roundtable
from db.outbox.left_out import keep_left_out, left_out_of
from db.outbox.making import fan_out
from db.people import coordinators
from handlers.acting import SYSTEM, Acting
from handlers.by_voice import call_instead
from handlers.checks import Reached, Shown
from handlers.installation import Installation
from messages import Channel, Outgoing
from messages.channels import SENT, SPECS, preference, spec_of
from messages.languages import fallbacks
from messages.render import render
from messages.sms_text import prepare

MOST_LEFT_OUT = 200  # people named as having received nothing of a broadcast
TO_ANSWER_A_REMINDER = dt.timedelta(hours=1)  # before the newsletter, whose digits are others
LONGEST_NAME = "Marie-Madeleine"  # what a first name may add to a text's length, in the preview

# The words for one language: a language nobody wrote for falls back inside the catalogue.
Words = Callable[[str, Channel], Outgoing]


async def foresee(
    acting: Acting,
    kind: MessageKind,
    audience: Audience,
    words: Words,
    *,
    urgent: bool = False,
    written_in: Collection[str] | None = None,
    later: bool = False,
) -> Reached:
    """Every text that will leave, with the people it is for and those it will miss; noted for the act's check page.

    The usual channels are shown without anyone too. `written_in`: the languages of the coordinator's own words; None:
    the catalogue's, which has them all.
    """
    installation, session = acting.installation, acting.session
    occasion = SendOccasion(kind, acting.now, urgent)
    count = await count_audience(session, acting.organisation_id, audience, occasion)
    missed, _more = await missed_people(session, acting.organisation_id, audience, occasion)
    will, lacking = await ids_of(session, acting.organisation_id, audience, occasion)
    month = dt.datetime.combine(acting.today.replace(day=1), dt.time(), installation.zone)
    often = kind.counted and await count_often_written(session, acting.organisation_id, audience, occasion, month)
    usual = [spec.channel.value for spec in SPECS if spec.foreseen]
    wanted = set(count.by_text) | {(installation.default_language, channel) for channel in usual}
    order = sorted(wanted, key=lambda pair: (pair[0] != installation.default_language, pair[0], preference(pair[1])))
    texts = tuple(
        _shown(installation, words, language, Channel(channel), count.by_text.get((language, channel), 0))
        for language, channel in order
    )
    others: Counter[str] = Counter()
    for (language, _channel), people in count.by_text.items():
        if written_in is not None and language not in written_in:
            others[language] += people
    reached = Reached(
        f"broadcast:{len(acting.reached)}",
        texts,
        tuple(missed),
        will,
        lacking,
        dict(others),
        later=later,
        often=int(often),
    )
    acting.reached.append(reached)
    return reached


def _shown(installation: Installation, words: Words, language: str, channel: Channel, people: int) -> Shown:
    body, buttons = _rendered(installation, words(language, channel), language, channel)
    if not spec_of(channel).segments:
        return Shown(language, channel, people, body, buttons, 0)
    ready = prepare(body.replace("{name}", LONGEST_NAME))
    return Shown(
        language,
        channel,
        people,
        prepare(body).text,
        buttons,
        ready.segments,
        ready.segments_as_written,
        ready.changes,
        ready.warnings,
    )


def _rendered(
    installation: Installation, outgoing: Outgoing, language: str, channel: Channel
) -> tuple[str, tuple[str, ...]]:
    rendered = render(installation.catalogue, outgoing, language, channel)
    return rendered.body, tuple(label for label, _data in rendered.buttons)


async def keep_texts(
    acting: Acting, broadcast: Broadcast, words: Words, read: Sequence[tuple[str, Channel]] | None = None
) -> None:
    """Approval renders and keeps every text: what was approved is what leaves, whatever is edited later.

    In each language that someone reads, too, even one that has no folder any more: it then says what it falls back to.
    `read`: the languages and channels in which it is read, when it has left already.
    """
    await acting.session.execute(delete(BroadcastText).where(BroadcastText.broadcast_id == broadcast.id))
    if read is None:
        spoken = await languages_spoken(acting.session, acting.organisation_id)
        languages = dict.fromkeys((*acting.installation.catalogue.languages, *spoken))
        read = [(language, channel) for language in languages for channel in SENT]
    for language, channel in read:
        outgoing = words(language, channel)
        body, _buttons = _rendered(acting.installation, outgoing, language, channel)
        ready = prepare(body) if spec_of(channel).segments else None
        options = [
            [option.value, acting.installation.catalogue.text(option.label, language, channel)]
            for option in outgoing.options
        ]
        acting.session.add(
            BroadcastText(
                broadcast_id=broadcast.id,
                language=language,
                channel=channel.value,
                body=ready.text if ready else body,
                options=options,
                segments=ready.segments if ready else 0,
            )
        )
    await acting.session.flush()


async def new_broadcast(
    acting: Acting,
    kind: MessageKind,
    audience: Audience,
    words: Words,
    *,
    purpose: str = "",
    title: str = "",
    meeting: Meeting | None = None,
    send_at: dt.datetime | None = None,
    not_after: dt.datetime | None = None,
    priority: Priority | None = None,
    state: BroadcastState = BroadcastState.SCHEDULED,
    written_in: Collection[str] | None = None,
) -> Broadcast:
    """A broadcast with its kept texts, ready to be sent at its hour (`send_due` does it).

    `purpose` and `title` say later what it was: "cancelled", the first words of an announcement.
    """
    people: int | None = None
    if acting.actor.via != SYSTEM:
        urgent = priority is Priority.URGENT
        people = (await foresee(acting, kind, audience, words, urgent=urgent, written_in=written_in)).people
    broadcast = Broadcast(
        organisation_id=acting.organisation_id,
        kind=kind.name,
        purpose=purpose or kind.name,
        title=title,
        meeting_id=meeting.id if meeting else None,
        territory=await _territory_of(acting, audience, meeting),
        state=state,
        audience=audience.to_json(),
        priority=int(kind.priority if priority is None else priority),
        send_at=send_at or acting.now,
        not_after=not_after,
        created_by=acting.actor.person_id,
        approved_count=people,
        created_at=acting.now,
    )
    acting.session.add(broadcast)
    await acting.session.flush()
    await keep_texts(acting, broadcast, words)
    return broadcast


async def _territory_of(acting: Acting, audience: Audience, meeting: Meeting | None) -> str | None:
    """The territory that a broadcast is of; None when it is the whole organisation's."""
    if audience.territory:
        return audience.territory
    roundtable_id = meeting.roundtable_id if meeting else audience.roundtable_id
    if roundtable_id is None:
        return None
    return (await acting.session.get_one(Roundtable, roundtable_id)).territory


async def send_now(acting: Acting, broadcast: Broadcast) -> int:
    """Turn the audience into deliveries, in this transaction; one journal entry for the whole broadcast."""
    urgent = broadcast.priority <= Priority.URGENT
    occasion = SendOccasion(kind_named(broadcast.kind), acting.now, urgent)
    people = audience_select(acting.organisation_id, Audience.from_json(broadcast.audience), occasion)
    number = await fan_out(acting.session, broadcast, people, acting.now)
    await call_instead(acting, broadcast)
    broadcast.written_to = number
    await keep_left_out(acting.session, broadcast, occasion)
    await write_entry(
        acting.session,
        "broadcast.started",
        now=acting.now,
        thing="broadcast",
        thing_id=broadcast.id,
        kind=broadcast.kind,
        people=number,
    )
    return number


async def left_out(acting: Acting, broadcast: Broadcast) -> list[Unreached]:
    """Those whom it was meant for and to whom nothing of it was written, and why: as it was when it left.

    Of one that has not left, by what is true now; so of those that left before this was kept (`left_out` is None).
    """
    if broadcast.left_out is not None:
        return await left_out_of(acting.session, broadcast.id, MOST_LEFT_OUT)
    occasion = SendOccasion(kind_named(broadcast.kind), acting.now, broadcast.priority <= Priority.URGENT)
    audience = Audience.from_json(broadcast.audience)
    missed, _more = await missed_people(acting.session, acting.organisation_id, audience, occasion, most=MOST_LEFT_OUT)
    written = select(Delivery.person_id).where(
        Delivery.broadcast_id == broadcast.id, Delivery.person_id.in_([one.person_id for one in missed])
    )
    had = set(await acting.session.scalars(written))
    return [one for one in missed if one.person_id not in had]


async def send_due(acting: Acting) -> int:
    """The broadcasts whose hour has come. Those whose usefulness has passed are missed, visibly."""
    due = await acting.session.scalars(
        select(Broadcast)
        .where(Broadcast.state == BroadcastState.SCHEDULED, Broadcast.send_at <= acting.now)
        .order_by(Broadcast.id)
        .limit(20)
        .with_for_update(skip_locked=True)  # two ticks at once: each takes its own
    )
    done = 0
    for broadcast in due:
        if broadcast.not_after is not None and broadcast.not_after <= acting.now:
            broadcast.state, broadcast.finished_at = BroadcastState.CANCELLED, acting.now
            broadcast.pause_reason = "too-late"
            await write_entry(
                acting.session,
                "broadcast.missed",
                now=acting.now,
                thing="broadcast",
                thing_id=broadcast.id,
                kind=broadcast.kind,
            )
        elif (later := await _behind_a_reminder(acting, broadcast)) is not None:
            broadcast.send_at = later
        else:
            await send_now(acting, broadcast)
        done += 1
    return done


async def _behind_a_reminder(acting: Acting, broadcast: Broadcast) -> dt.datetime | None:
    """When the newsletter leaves that would come right behind a reminder: both have numbered lists, and a "1" would be
    taken for the one that came last."""
    if broadcast.kind != DIGEST.name:
        return None
    reminded = await acting.session.scalar(
        select(func.max(Broadcast.started_at))
        .join(Meeting, Meeting.id == Broadcast.meeting_id)
        .where(
            Broadcast.organisation_id == broadcast.organisation_id,
            Broadcast.kind == REMINDER.name,
            Broadcast.started_at > acting.now - TO_ANSWER_A_REMINDER,
            Meeting.starts_at > acting.now,  # once it has begun, nobody answers any more
        )
    )
    later = reminded + TO_ANSWER_A_REMINDER if reminded is not None else None
    useful = later is not None and (broadcast.not_after is None or later < broadcast.not_after)
    return later if useful else None


class Approval(StrEnum):
    """What lets a broadcast of this size go."""

    SHOWN = "shown"  # its preview, and a yes
    RETYPED = "retyped"  # the number of people, retyped by the one coordinator there is
    SECOND = "second"  # another coordinator


async def approval_for(acting: Acting, people: int) -> Approval:
    """Above the set number of people a second coordinator approves; a coordinator alone retypes the number."""
    if not acting.installation.approval_above or people <= acting.installation.approval_above:
        return Approval.SHOWN
    alone = len(await coordinators(acting.session, acting.installation.organisation_id)) < 2
    return Approval.RETYPED if alone else Approval.SECOND


def counted(acting: Acting, people: int) -> dict[str, int]:
    """What the journal keeps of an approval: people, segments, cents."""
    segments = sum(t.segments * t.people for one in acting.reached for t in one.texts)
    return {"people": people, "segments": segments, "cents": round(segments * acting.installation.sms_price * 100)}


def same_words(outgoing: Outgoing) -> Words:
    """The same message in every language and channel (the catalogue translates it)."""
    return lambda _language, _channel: outgoing


def written_words(by_language: Mapping[str, str], fallback: str) -> Words:
    """Words a coordinator wrote, per language; a language without its own falls back to those its readers know best."""

    def words(language: str, _channel: Channel) -> Outgoing:
        return Outgoing(by_language[nearest_written(language, by_language, fallback)])

    return words


def nearest_written(language: str, written: Collection[str], otherwise: str) -> str:
    """The language in which a reader of `language` has the words: theirs, the first it falls back to, `otherwise`."""
    return next((code for code in (language, *fallbacks(language)) if code in written), otherwise)
