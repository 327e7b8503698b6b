"""PAS MOI: someone says, from an address they had before, that a newer one or a merge is not their doing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db.contacts import Contact, is_proved, newer_contacts
from db.conversations import TaskKind
from db.journal import write_entry
from db.leaving import leaves
from db.merges import Merge, merged_since
from db.people import Person, is_coordinator
from handlers.heard import for_a_human
from handlers.people import merging
from handlers.turn import Reply, Turn
from messages import Channel, text

HEARD_FOR = dt.timedelta(days=7)


async def not_me(turn: Turn) -> Reply:
    """What came to their name since is taken off, a merge by a code is undone, and a coordinator calls; None when
    nothing came.

    Whoever came last cannot put out whoever was there before. Of a coordinator, who may be imitated by text, and of
    what a coordinator merged, a human decides.
    """
    assert turn.person is not None
    since = turn.now - HEARD_FOR
    newer = await newer_contacts(turn.session, turn.contact.id, turn.person.id, since)
    merge = await merged_since(turn.session, turn.person.id, since)
    if not newer and merge is None:
        return None
    note = f"/separer {merge.kept_id}" if merge is not None else ""
    done = False
    if await _is_believed(turn):
        done = await _taken_off(turn, newer) or await _undone(turn, merge)
    await for_a_human(turn, TaskKind.NOT_ME, note=note if not done else "")
    said = "people-not-me" if done else "people-not-me-noted"
    return text(said, name=turn.installation.contact_name, phone=turn.installation.contact_phone)


async def _is_believed(turn: Turn) -> bool:
    """A coordinator, on the account that they proved alone: an older one may have been stolen."""
    assert turn.person is not None
    if not await is_coordinator(turn.session, turn.person.id):
        return True
    on_telegram = turn.contact.channel == Channel.TELEGRAM
    return on_telegram and await is_proved(turn.session, turn.contact.id, turn.person.id)


async def _taken_off(turn: Turn, newer: Sequence[Contact]) -> bool:
    assert turn.person is not None
    for contact in newer:
        await leaves(turn.session, contact, turn.person, turn.now)
        await _note(turn, contact)
    return bool(newer)


async def _undone(turn: Turn, merge: Merge | None) -> bool:
    """A merge that somebody asked for with a code: two people again, whichever of the two says so."""
    if merge is None or merge.contact_id is None or merge.record is None:
        return False
    kept = await turn.session.get_one(Person, merge.kept_id)
    absorbed = await merging.undo(turn.acting, merge, kept)
    if turn.contact.person_id == absorbed.id:
        await turn.becomes(absorbed)
    await write_entry(
        turn.session,
        "people.unmerged",
        now=turn.now,
        actor=turn.acting.actor.signature,
        subject=kept.pseudonym,
        thing="person",
        thing_id=kept.id,
        channel=turn.contact.channel,
        before=absorbed.pseudonym,
    )
    return True


async def _note(turn: Turn, contact: Contact) -> None:
    assert turn.person is not None
    await write_entry(
        turn.session,
        "people.disowned",
        now=turn.now,
        actor=f"person:{turn.person.pseudonym}",
        subject=turn.person.pseudonym,
        thing="contact",
        thing_id=contact.id,
        channel=turn.contact.channel,
    )
