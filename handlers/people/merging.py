"""Two people who are one: asked of the one who would be absorbed, or done by a coordinator, told to both, undone.

A code proves an address. It moves nobody: whoever is known at that address reads whose account theirs would join and
what would move, and answers there. A text can be forged, its yes too: it makes a card.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import astuple
from typing import Annotated

from db.belongings import Belongings, belongings_of
from db.codes import void_codes
from db.contacts import Consent, Contact, contacts_of, forget_proofs, prove, settle_contacts
from db.conversations import Question, TaskKind
from db.journal import write_entry
from db.merges import UNDONE_WITHIN, Merge, MergeState, drop_asked, latest_done, merged_names
from db.merging import merge_people, unmerge_people
from db.people import Person, is_coordinator, roles_of
from db.session import AsyncSession
from db.tasks import add_task, close_person_tasks
from handlers import addresses, sending
from handlers.act import Field, Writes, act, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.commands import Do, number_and_words
from handlers.dialogue import Given
from handlers.sending import SendOptions
from handlers.things import PERSON
from handlers.turn import Ask, QuestionKind, Reply, Turn
from handlers.whole import may_be_of_a_thing, whole
from messages import Channel, LanguageName, Option, Outgoing, Text, text
from messages.keywords import fold
from messages.reading import Meaning, Step

MERGE = QuestionKind("people.merge", Step.STOP_ASKED, {"yes": Meaning.YES, "no": Meaning.NO}, deliberate=True)
ASKED_FOR = dt.timedelta(days=1)


# -- asked of whoever would be absorbed ---------------------------------------------------------------------------


async def ask(acting: Acting, contact: Contact, absorbed: Person, kept: Person, *, carries_role: bool) -> Reply:
    """Whose account theirs would join, and what would move: answered on Telegram alone."""
    if contact.channel != Channel.TELEGRAM:
        return await by_voice(acting, contact, absorbed, kept)
    await drop_asked(acting.session, absorbed.id)
    merge = _new(acting, kept, absorbed)
    merge.contact_id, merge.carries_role = contact.id, carries_role
    acting.session.add(merge)
    await acting.session.flush()
    return await _question(acting.session, merge, kept)


async def _question(session: AsyncSession, merge: Merge, kept: Person) -> Ask:
    theirs = await belongings_of(session, merge.absorbed_id)
    words = text("people-merge-ask", name=kept.name or "?", what=moves(theirs))
    options = (Option("yes", text("people-merge-yes")), Option("no", text("people-merge-no")))
    kept_with = {"moves": hash_of_belongings(theirs)}
    return Ask(Outgoing(words, options), MERGE, merge.id, lasts=ASKED_FOR, kept=kept_with)


def moves(theirs: Belongings) -> list[Text]:
    """What would move, a line each."""
    found = []
    if theirs.claims:
        found.append(text("people-moves-claims", count=theirs.claims))
    if theirs.comments:
        found.append(text("people-moves-comments", count=theirs.comments))
    found += [addresses.phone_words(phone) for phone in theirs.phones]
    if theirs.accounts:
        found.append(text("people-moves-telegram"))
    if theirs.roundtables:
        found.append(text("people-moves-roundtables", names=list(theirs.roundtables)))
    return found or [text("people-moves-name")]


async def disagreements(session: AsyncSession, kept: Person, absorbed: Person) -> list[Text]:
    """What the two cards say otherwise: a sign that they may be two people. The kept one's stands."""
    found = []
    if kept.territory and absorbed.territory and kept.territory != absorbed.territory:
        found.append(text("people-differ-territory", kept=kept.territory, other=absorbed.territory))
    if kept.language != absorbed.language:
        names = {"kept": LanguageName(kept.language), "other": LanguageName(absorbed.language)}
        found.append(text("people-differ-language", **names))
    mine, theirs = [await _said_of_messages(session, person) for person in (kept, absorbed)]
    if {mine, theirs} == {Consent.GIVEN, Consent.WITHDRAWN}:
        names_of = (kept.name, absorbed.name) if theirs is Consent.WITHDRAWN else (absorbed.name, kept.name)
        found.append(text("people-differ-consent", yes=names_of[0] or "?", no=names_of[1] or "?"))
    return found or [text("people-differ-nothing")]


async def _said_of_messages(session: AsyncSession, person: Person) -> Consent | None:
    """Yes somewhere, no everywhere, or nothing said."""
    said = {contact.consent for contact in await contacts_of(session, person.id)}
    return next((one for one in (Consent.GIVEN, Consent.WITHDRAWN) if one in said), None)


def hash_of_belongings(theirs: Belongings) -> str:
    return hashlib.sha256(repr(astuple(theirs)).encode()).hexdigest()


async def told_merge(turn: Turn, question: Question, given: Given) -> Reply:
    """Their answer, from the address where they were asked."""
    merge = await turn.session.get(Merge, question.subject_id)
    kept = await turn.session.get(Person, merge.kept_id) if merge is not None else None
    if merge is None or kept is None or turn.person is None or not _stands(turn, merge):
        return text("people-merge-over")
    if given.value != "yes":
        merge.state = MergeState.REFUSED
        return text("people-merge-refused", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
    if await is_coordinator(turn.session, turn.person.id):
        return text("people-merge-over")
    if question.prompt.get("moves") != hash_of_belongings(await belongings_of(turn.session, merge.absorbed_id)):
        return await _question(turn.session, merge, kept)
    name = turn.person.name
    await _merge(turn.acting, merge, kept, turn.person)
    if merge.carries_role:
        await prove(turn.session, turn.contact.id, kept.id, turn.now)
    await turn.becomes(kept)
    await _note_own(turn.acting, merge, kept)
    return text("people-merged", name=kept.name, other=name)


def _stands(turn: Turn, merge: Merge) -> bool:
    """Whether it is still asked, of who is writing, where they are writing."""
    theirs = turn.person is not None and turn.person.id == merge.absorbed_id and turn.contact.id == merge.contact_id
    return theirs and merge.state is MergeState.ASKED and turn.contact.channel == Channel.TELEGRAM


async def by_voice(acting: Acting, contact: Contact, absorbed: Person | None, kept: Person) -> Text:
    """A card: a coordinator calls whoever would be absorbed, at the number on their card."""
    other = f"{absorbed.name or '?'} ({absorbed.id})" if absorbed is not None else f"Telegram {contact.address}"
    await add_task(
        acting.session,
        acting.organisation_id,
        TaskKind.MERGE_ASKED,
        now=acting.now,
        contact_id=contact.id,
        person_id=absorbed.id if absorbed is not None else kept.id,
        note=f"{kept.name or '?'} ({kept.id}) + {other}",
    )
    return text("people-merge-by-voice", name=acting.installation.contact_name, phone=acting.installation.contact_phone)


# -- done and undone ----------------------------------------------------------------------------------------------


def _new(acting: Acting, kept: Person, absorbed: Person) -> Merge:
    return Merge(
        organisation_id=acting.organisation_id,
        kept_id=kept.id,
        absorbed_id=absorbed.id,
        absorbed_pseudonym=absorbed.pseudonym,
        asked_at=acting.now,
    )


async def _merge(acting: Acting, merge: Merge, kept: Person, absorbed: Person) -> int:
    """Do it, and tell the addresses that each had before; of how many of the two somebody was told."""
    session = acting.session
    here = {acting.contact.id} if acting.contact is not None else set()
    of_kept = await addresses.told_at(acting, kept, here)
    of_absorbed = await addresses.told_at(acting, absorbed, here)
    names = absorbed.name, kept.name
    await void_codes(session, absorbed.id)
    if await is_coordinator(session, kept.id):
        await forget_proofs(session, absorbed.id)  # the role acts from none of theirs that was not proved again
    merge.record = await merge_people(session, kept, absorbed)
    merge.state, merge.done_at = MergeState.DONE, acting.now
    await session.flush()
    for row in list(session):
        await session.refresh(row)
    await settle_contacts(session, kept.id)
    await close_person_tasks(session, kept.id, [TaskKind.MERGE_ASKED], acting.now)
    for contacts, (other, mine) in ((of_kept, names), (of_absorbed, (names[1], names[0]))):
        for contact in contacts:
            await _tell_merged(acting, kept, contact, mine, other)
    return bool(of_kept) + bool(of_absorbed)


async def _tell_merged(acting: Acting, kept: Person, contact: Contact, mine: str, other: str) -> None:
    words = text(
        "people-merge-told",
        name=mine or "?",
        other=other or "?",
        contact=acting.installation.contact_name,
        phone=acting.installation.contact_phone,
    )
    options = addresses.OF_SAFETY
    if contact.consent is not Consent.GIVEN:
        options = SendOptions(options.kind, any_consent=True)
    await sending.write_to(acting, contact, words, options=options, person=kept)


async def _note_own(acting: Acting, merge: Merge, kept: Person) -> None:
    await write_entry(
        acting.session,
        "people.merged",
        now=acting.now,
        actor=f"person:{merge.absorbed_pseudonym}",
        subject=kept.pseudonym,
        thing="person",
        thing_id=kept.id,
        channel=acting.actor.via,
        before=merge.absorbed_pseudonym,
    )


async def _not_of_a_coordinator(acting: Acting, *people: Person) -> None:
    """Power moves by no command of this kind: a coordinator's link, opened on the other account, asks its owner."""
    for person in people:
        if await is_coordinator(acting.session, person.id):
            raise refuse("people-merge-coordinator", name=person.name)


@act_on(
    PERSON,
    "people.merge",
    entry="people.merged",
    writes=Writes.SEVERAL,
    for_oneself=True,
    undone_by="people.unmerge",
    twin="people merge",
    asks_first=True,
)
async def merge(
    acting: Acting,
    person: Person,
    other: Annotated[int, Field("The number of the card that goes into it.")],
) -> ActResult:
    """Two cards that are one person, once they have said so to you themselves: the second goes into the first."""
    absorbed = await PERSON.find(acting, other)
    if absorbed.id == person.id:
        raise refuse("people-merge-itself", number=other)
    await _not_of_a_coordinator(acting, person, absorbed)
    theirs = moves(await belongings_of(acting.session, absorbed.id))
    if roles := sorted(role.value for role in await roles_of(acting.session, absorbed.id)):
        theirs.append(text("people-moves-roles", names=[text(f"people-role-{role}") for role in roles]))
    about = text(
        "people-merge-about",
        name=f"{person.name or '?'} (no {person.id})",
        other=f"{absorbed.name or '?'} (no {absorbed.id})",
        what=theirs,
        differ=await disagreements(acting.session, person, absorbed),
    )
    row = _new(acting, person, absorbed)
    acting.session.add(row)
    name = absorbed.name
    told = await _merge(acting, row, person, absorbed)
    said = text(
        "people-merged-desk",
        name=person.name,
        number=person.id,
        other=name,
        what=theirs,
        told=("none", "single", "both")[told],
    )
    data = {"person": person.id, "absorbed": other, "undone_until": (acting.now + UNDONE_WITHIN).isoformat()}
    return ActResult(said, data, noted={"before": row.absorbed_pseudonym}, checked=about)


@act(
    "people.unmerge",
    entry="people.unmerged",
    makes=PERSON,
    undone_by="people.merge",
    twin="people unmerge",
)
async def unmerge(
    acting: Acting, who: Annotated[str, Field("The number or the name of either of the two.")]
) -> ActResult:
    """Two people who had been made one, two again: what was each one's is theirs again. Within thirty days."""
    row = await _merge_of(acting, who)
    kept = await PERSON.find(acting, row.kept_id)
    if row.record is None or row.done_at is None or acting.now - row.done_at > UNDONE_WITHIN:
        raise refuse("people-unmerge-too-late")
    if await is_coordinator(acting.session, kept.id) and not acting.actor.vouches:
        raise refuse("people-merge-coordinator", name=kept.name)
    absorbed = await undo(acting, row, kept)
    said = text("people-unmerged", name=kept.name, number=kept.id, other=absorbed.name, again=absorbed.id)
    data = {"person": kept.id, "again": absorbed.id}
    return ActResult(said, data, noted={"before": absorbed.pseudonym}, made=kept)


async def undo(acting: Acting, row: Merge, kept: Person) -> Person:
    """The absorbed person again; each side is told."""
    assert row.record is not None
    record, row.record = row.record, None
    row.state, row.undone_at = MergeState.UNDONE, acting.now
    absorbed = await acting.session.get_one(Person, await unmerge_people(acting.session, kept, record))
    for person in (kept, absorbed):
        await settle_contacts(acting.session, person.id)
        await _tell_apart(acting, person)
    return absorbed


async def _merge_of(acting: Acting, who: str) -> Merge:
    """The last merge of whoever has, or had, this number or this name."""
    words = who.strip()
    number = whole(words)
    if number is not None:
        known = may_be_of_a_thing(number)
        found = await latest_done(acting.session, acting.organisation_id, number) if known else None
    else:
        found = None
        for row in await merged_names(acting.session, acting.organisation_id):
            kept = await acting.session.get_one(Person, row.kept_id)
            if fold(words) in (fold(kept.name), fold(str((row.record or {})["absorbed"]["name"]))):
                found = row
                break
    if found is None:
        raise refuse("people-unmerge-none", who=words[:40] or "-")
    return found


async def _tell_apart(acting: Acting, person: Person) -> None:
    words = text(
        "people-unmerge-told",
        name=person.name or "?",
        contact=acting.installation.contact_name,
        phone=acting.installation.contact_phone,
    )
    await addresses.tell_at(acting, person, await addresses.told_at(acting, person), words)


# -- as they are written ------------------------------------------------------------------------------------------


async def merge_command(acting: Acting, rest: str) -> Do:
    """/reunir 7 3 : the card no. 3 goes into the card no. 7."""
    number, words = number_and_words(rest, "reunir")
    other, _ = number_and_words(words, "reunir")
    return Do(merge, number, other)


async def unmerge_command(acting: Acting, rest: str) -> Do:
    """/separer 7"""
    if not rest.strip():
        raise refuse("example-separer")
    return Do(unmerge, rest.strip())
