"""PAS MOI: someone says, from an address they had before, that a newer one or a merge is not their doing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db.codes import codes_from
from db.contacts import Contact, attached_at, is_proved, newer_contacts
from db.conversations import TaskKind
from db.journal import write_entry
from db.journal.questions import acts_since
from db.leaving import leaves
from db.merges import Merge, merged_since
from db.people import Person, is_coordinator
from handlers.heard import for_a_human
from handlers.people import merging
from handlers.turn import Reply, Turn
from messages import Channel, Text, text

HEARD_FOR = dt.timedelta(days=7)
OF_ADDRESSES = ("people.linked", "people.merged", "people.disowned")
TOUCHED = ("meetings", "comments", "claims", "privacy")  # by the topic of the act; the rest is said together


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
        return await _code_voided(turn)
    note = f"/separer {merge.kept_id}" if merge is not None else ""
    done, touched = False, await _touched(turn, newer)
    if await _is_believed(turn):
        done = await _taken_off(turn, newer) or await _undone(turn, merge)
    notes = [note] if note and not done else []
    notes += [_written(turn, touched)] if touched is not None else []
    await for_a_human(turn, TaskKind.NOT_ME, note=" ".join(notes))
    said = _said(turn, "people-not-me" if done else "people-not-me-noted")
    return [said, touched] if touched is not None else said


def _said(turn: Turn, name: str) -> Text:
    return text(name, name=turn.installation.contact_name, phone=turn.installation.contact_phone)


async def _code_voided(turn: Turn) -> Reply:
    """Nothing came yet, but a code stands that was asked from this phone, or sent to it: it is of no use any more."""
    codes = await codes_from(turn.session, turn.contact.id, turn.now)
    if not codes:
        return None
    for code in codes:
        code.expires_at = turn.now
    await for_a_human(turn, TaskKind.NOT_ME, once=True)
    return _said(turn, "people-not-me-code")


async def _touched(turn: Turn, newer: Sequence[Contact]) -> Text | None:
    """What was done in their name since, where these addresses are; None: nothing. What it changed stays as it is
    until a coordinator has asked them."""
    assert turn.person is not None
    found: set[str] = set()
    for contact in newer:
        since = await attached_at(turn.session, contact.id, turn.person.id)
        acts = await acts_since(turn.session, turn.person.pseudonym, contact.channel, since or turn.now)
        found |= {act.partition(".")[0] for act in acts if act not in OF_ADDRESSES}
    topics = [topic for topic in TOUCHED if topic in found]
    if found - set(TOUCHED):
        topics.append("others")
    return text("people-not-me-touched", what=[text(f"people-touched-{one}") for one in topics]) if topics else None


def _written(turn: Turn, words: Text) -> str:
    """For the card, whose readers are coordinators."""
    installation = turn.installation
    return installation.catalogue.text(words, installation.default_language, Channel.TELEGRAM)


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
