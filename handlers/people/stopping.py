"""Stopping, slowing down, coming back: each kept in the ledger with its words and its time."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from db import message_kinds
from db.consent import KINDS, note_pace, record_consent, stops
from db.contacts import Consent, Reach, contact_for, contacts_of, yeses_awaited
from db.conversations import HandledAs, TaskKind, current_dialogue
from db.journal import write_entry
from db.people import Pace, is_coordinator
from db.privacy.requests import keep_person
from db.tasks import close_tasks
from handlers import sending
from handlers.calls.alerts import is_watched
from handlers.dialogue import state
from handlers.heard import heard_since, hold
from handlers.numbers import abroad
from handlers.turn import Heard, Reply, Start, Turn
from messages import Channel, Kind, Text, text
from messages.channels import UNWRITTEN
from messages.keywords import Keyword, fold, understand
from messages.keywords.vocabulary import RESERVED

UNREACHABLE = sending.SendOptions(message_kinds.ALERT, any_consent=True)
CONFIRMED_ONCE_IN = dt.timedelta(minutes=10)
PAUSE = dt.timedelta(days=30)
# What the reader and the keywords call a kind of message -> the ledger's word.
STOP_KINDS = {
    "digest": "digest",
    "reminder": "reminders",
    "reminders": "reminders",
    "survey": "surveys",
    "surveys": "surveys",
}
LONGEST_PAUSE = 366  # days
UNITS = {"j": 1, "d": 1, "s": 7, "w": 7, "m": 30}
FOR_HOW_LONG = re.compile(r"(\d{1,3}|une?|deux|trois|two|three|one|dos|tres)\s*([a-z])")
NUMBERS = {"un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "dos": 2, "trois": 3, "three": 3, "tres": 3}


async def stop_meant(turn: Turn, heard: Heard) -> Reply:
    """Everything to this contact, at once; the digest, the reminders or the surveys: that kind alone."""
    kind = STOP_KINDS.get(heard.slots.kind)
    if kind is not None and turn.contact.consent is Consent.GIVEN:
        await _record(turn, given=False, kind=kind)
        await note(turn, "people.stopped_kind", kind=kind)
        return text("people-stopped-kind", kind=text(f"people-kind-{kind}"))
    repeated = await _just_stopped(turn)
    await _stop_all(turn)
    if _provider_confirms(turn):
        await _blocked(turn)
        return None
    if abroad(turn) or repeated or await is_watched(turn.session, turn.contact.id):
        return None
    if turn.coordinator:
        return text("people-stopped-coordinator")
    return await _confirmation(turn)


async def _blocked(turn: Turn) -> None:
    """The provider lets nothing through. When it was the last way to a coordinator, the others learn that no alert
    reaches them."""
    turn.contact.reach, turn.contact.reach_reason = Reach.BLOCKED, "stopped-at-provider"
    person = turn.person
    if person is None or not await is_coordinator(turn.session, person.id):
        return
    await turn.session.flush()
    if await contact_for(turn.session, person, any_consent=True) is None:
        words = text("people-coordinator-unreachable", name=person.name)
        await sending.tell_every_coordinator(turn.acting, words, options=UNREACHABLE)


async def _stop_all(turn: Turn, source: str | None = None) -> None:
    if turn.contact.consent is not Consent.WITHDRAWN:
        await _record(turn, given=False, source=source)
        await note(turn, "people.stopped")
    turn.contact.hold = False
    await close_tasks(turn.session, turn.contact.id, [TaskKind.MAYBE_STOP], turn.now)
    await state.drop_all(turn.acting, turn.contact.id)


async def _just_stopped(turn: Turn) -> bool:
    """Stopped already, and told so a moment ago: two machines would otherwise answer each other for ever."""
    if turn.contact.consent is not Consent.WITHDRAWN:
        return False
    return await heard_since(turn, [HandledAs.STOP], turn.now - CONFIRMED_ONCE_IN) > 0


async def _confirmation(turn: Turn) -> Text:
    """Names the other address that goes on, when there is one."""
    others = await contacts_of(turn.session, turn.person.id) if turn.person is not None else []
    going_on = [c for c in others if c.id != turn.contact.id and c.consent is Consent.GIVEN]
    if going_on:
        return text("people-stopped-here", other=text(f"people-channel-{going_on[0].channel}"))
    return text("people-stopped")


def _provider_confirms(turn: Turn) -> bool:
    """Twilio's default opt-out acts on its own words, alone in a message, and has already said so."""
    if turn.incoming.channel is not Channel.SMS or turn.installation.opt_out != "default":
        return False
    return RESERVED.get(fold(turn.text)) is Keyword.ARRET


async def provider_stop(turn: Turn) -> Reply:
    """Twilio's Advanced Opt-Out, or Telegram's block, has acted and answered: we write it down and stay silent."""
    kind = str(turn.incoming.opt_out_type).upper()
    turn.row.handled_as = HandledAs.PROVIDER
    if kind == "STOP":
        await _stop_all(turn, "provider")
        await _blocked(turn)
    elif kind == "START":
        turn.contact.reach, turn.contact.reach_reason = Reach.OK, ""
        if turn.incoming.channel is Channel.SMS and turn.person is not None:
            await _resume(turn, "provider")
    return None


# -- coming back -------------------------------------------------------------------------------------------------


async def resume_meant(turn: Turn, heard: Heard) -> Reply:
    """REPRENDRE: from a stop, a pause, a slower pace, paper, or the stop of one kind."""
    if turn.contact.reach is Reach.BLOCKED and turn.incoming.channel is Channel.SMS:
        return await blocked_writes(turn)
    return await come_back(turn)


async def come_back(turn: Turn) -> Reply:
    if turn.person is None and not turn.contact.shared:
        under_way = await current_dialogue(turn.session, turn.contact.id)
        joins = under_way is not None and under_way.name == "join"
        return [] if joins else Start("join", {"words": turn.text})  # its question comes back
    kept = await _resume(turn, None)
    if turn.person is None:
        return text("people-resumed-all")
    return text("privacy-erase-undone" if kept else "people-resumed", name=turn.person.name)


async def blocked_writes(turn: Turn) -> Reply:
    """Stopped on Twilio's side: only START, texted by the person, opens the way again. Nothing else can leave."""
    if RESERVED.get(fold(turn.text)) in (Keyword.REPRENDRE, Keyword.OUI) and turn.installation.opt_out != "none":
        turn.contact.reach, turn.contact.reach_reason = Reach.OK, ""
        return await come_back(turn)
    if fold(turn.text) and _means_resume(turn):
        await _resume(turn, None)
        await hold(turn, TaskKind.START_NEEDED)
        return None
    await hold(turn, TaskKind.STOPPED_WROTE)
    return None


def _means_resume(turn: Turn) -> bool:
    found = understand(turn.text)
    return found.keyword in (Keyword.REPRENDRE, Keyword.JOINDRE) and found.sure == "sure"


async def _resume(turn: Turn, source: str | None) -> bool:
    """Everything as before; True when the person was about to be erased, and is not any more."""
    person, contact = turn.person, turn.contact
    kept = person is not None and await keep_person(turn.session, person, turn.now)
    awaited = person is not None and contact.id in await yeses_awaited(turn.session, person.id)
    if awaited or contact.consent is not Consent.GIVEN:
        await _record(turn, given=True, source=source)
    for kind in KINDS[1:]:
        if stops(contact, kind):
            await _record(turn, given=True, kind=kind, source=source)
    if person is not None and (person.pace is not Pace.NORMAL or person.channel in UNWRITTEN):
        await note_pace(turn.session, contact, "resume", words=turn.text, now=turn.now, person_id=person.id)
        person.pace, person.paused_until = Pace.NORMAL, None
        person.channel = "" if person.channel in UNWRITTEN else person.channel
    await note(turn, "privacy.kept" if kept else "people.resumed")
    return kept


# -- slowing down ------------------------------------------------------------------------------------------------


async def pause_meant(turn: Turn, heard: Heard) -> Reply:
    """PAUSE, or PAUSE 2 SEMAINES: nothing but answers until then."""
    if turn.person is None:
        return text("people-pause-who")
    turn.person.pace, turn.person.paused_until = Pace.PAUSED, turn.now + _how_long(heard.payload)
    await note_pace(turn.session, turn.contact, "pause", words=turn.text, now=turn.now, person_id=turn.person.id)
    await note(turn, "people.paused")
    return text("people-paused", date=turn.installation.local(turn.person.paused_until).date())


def _how_long(words: str) -> dt.timedelta:
    found = FOR_HOW_LONG.search(fold(words))
    if found is None or found[2] not in UNITS:
        return PAUSE
    number = NUMBERS.get(found[1]) or int(found[1])
    return dt.timedelta(days=max(1, min(number * UNITS[found[2]], LONGEST_PAUSE)))


async def less_meant(turn: Turn, heard: Heard) -> Reply:
    """MOINS: one reminder a meeting, and only the announcements that cannot wait."""
    if turn.person is None:
        return text("people-pause-who")
    turn.person.pace, turn.person.paused_until = Pace.LESS, None
    await note_pace(turn.session, turn.contact, "less", words=turn.text, now=turn.now, person_id=turn.person.id)
    await note(turn, "people.less")
    return text("people-less")


# -- the ledger and the journal ------------------------------------------------------------------------------------


async def _record(turn: Turn, *, given: bool, kind: str = "all", source: str | None = None) -> None:
    button = turn.incoming.kind is Kind.BUTTON
    await record_consent(
        turn.session,
        turn.contact,
        given=given,
        words=turn.text or str(turn.incoming.opt_out_type or ""),
        source=source or ("button" if button else "text"),
        now=turn.now,
        kind=kind,
        person_id=turn.person.id if turn.person else None,
    )


async def note(turn: Turn, act: str, **details: Any) -> None:
    """A line of the journal about the person who writes; about the contact alone when nobody is known behind it."""
    pseudonym = turn.person.pseudonym if turn.person is not None else None
    await write_entry(
        turn.session,
        act,
        now=turn.now,
        actor=f"person:{pseudonym}" if pseudonym else "system",
        subject=pseudonym,
        thing="contact",
        thing_id=turn.contact.id,
        channel=turn.contact.channel,
        **details,
    )
