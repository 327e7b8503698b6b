"""Words become deliveries, in the transaction that decided them (db/outbox/making.py makes the rows)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import select

from db import message_kinds
from db.audience import Unreached, addresses_of, why_missed
from db.contacts import Contact, contact_for
from db.conversations import Question, QuestionState, open_questions
from db.deliveries import Delivery, Priority
from db.message_kinds import MessageKind, SendOccasion, recipient, why_not
from db.outbox.lists import after_lists
from db.outbox.making import add_delivery
from db.people import Person, coordinators, coordinators_and_scopes
from handlers.acting import SYSTEM, Acting
from handlers.by_voice import say_by_voice
from handlers.checks import Reached, Shown
from handlers.installation import Installation
from handlers.parts import parts_of
from handlers.things import Thing
from handlers.turn import Ask, Turn, spoken
from handlers.worded import for_the_phone, words_for
from messages import Channel, Option, Outgoing, Text, text
from messages.channels import UNWRITTEN, spec_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SendOptions:
    """The manner of a delivery: its kind, and where it departs from what its kind says; until when it is useful."""

    kind: MessageKind
    priority: Priority | None = None
    not_before: dt.datetime | None = None
    not_after: dt.datetime | None = None
    any_hour: bool = False
    any_consent: bool = False  # a stop's own confirmation, a distress answer
    broadcast_id: int | None = None  # the sending that it is one message of


UNKEPT = ("comments-list",)  # other people's words: what shows them is blanked once it left
REPLY = SendOptions(message_kinds.REPLY, any_consent=True)
AT_ONCE = replace(REPLY, priority=Priority.DANGER)
CRY = replace(REPLY, priority=Priority.CRY)
AT_LAST = replace(REPLY, priority=Priority.STRANGER)
NOTICE = SendOptions(message_kinds.NOTICE)
QUESTION = SendOptions(message_kinds.QUESTION)
COLLEAGUES = SendOptions(message_kinds.ALERT)


async def reply(turn: Turn, outgoing: Outgoing | Text, question: Question | None = None) -> Delivery:
    """Answer the person who is writing, on the channel they wrote on, at any hour: someone in danger before all, a
    stranger after all, a stranger in danger after those who are known and in danger."""
    known, stranger = (AT_ONCE, CRY) if turn.danger else (REPLY, AT_LAST)
    options = stranger if turn.stranger else known
    return await write_to(
        turn.acting, turn.contact, outgoing, options=options, person=turn.person, question=question, answers=turn.row.id
    )


async def tell(
    acting: Acting, person: Person, outgoing: Outgoing | Text, *, options: SendOptions = NOTICE
) -> Delivery | None:
    """Write to a person at the address that works and that they agreed to; None when there is none.

    Whoever asked to be called is not written to: a card says what to tell them.
    """
    contact = await contact_for(acting.session, person)
    if contact is None:
        note_missed(acting, person, await _why_nowhere(acting, person, options))
        return None
    if _stands_against(acting, contact, person, options) == Channel.CALL.value:
        note_missed(acting, person)
        await say_by_voice(acting, person, outgoing)
        return None
    return await write_to(acting, contact, outgoing, options=options, person=person)


async def concerned(acting: Acting, thing: Thing[T], things: Sequence[T]) -> list[tuple[Person, list[T]]]:
    """Each coordinator but whoever acts, with those of these things that they answer for, when there are any."""
    found = []
    for person, scope in await coordinators_and_scopes(acting.session, acting.organisation_id):
        if person.id == acting.actor.person_id:
            continue
        theirs = list(things)
        if scope:
            numbers = [thing.number_of(one) for one in things]
            within = select(thing.number).where(thing.number.in_(numbers), thing.within(scope))
            seen = set(await acting.session.scalars(within))
            theirs = [one for one in things if thing.number_of(one) in seen]
        if theirs:
            found.append((person, theirs))
    return found


async def tell_concerned(
    acting: Acting, thing: Thing[T], one: T, words: Text, *, options: SendOptions | None = None
) -> None:
    """Tell every other coordinator who answers for this thing."""
    for person, _ in await concerned(acting, thing, [one]):
        await tell(acting, person, words, options=options or COLLEAGUES)


async def tell_those_of(acting: Acting, territory: str, words: Text, *, options: SendOptions | None = None) -> None:
    """Tell every other coordinator who answers for this territory ("": those of the whole organisation alone)."""
    for person, scope in await coordinators_and_scopes(acting.session, acting.organisation_id):
        if person.id != acting.actor.person_id and (not scope or scope.casefold() == territory.casefold()):
            await tell(acting, person, words, options=options or COLLEAGUES)


async def tell_every_coordinator(acting: Acting, words: Text, *, options: SendOptions | None = None) -> None:
    """Tell every other coordinator what concerns them all, whatever their territory: words that name nothing of one.

    Each place that calls it says why in tests/conventions/test_telling.py.
    """
    for person in await coordinators(acting.session, acting.organisation_id):
        if person.id != acting.actor.person_id:
            await tell(acting, person, words, options=options or COLLEAGUES)


async def ask_person(acting: Acting, person: Person, ask: Ask, *, options: SendOptions = QUESTION) -> Delivery | None:
    """Put a question to a person, where they can answer it when there is such an address.

    Nothing is asked of someone whom it would not reach now (a pause): words that they write later would answer a
    question that they never saw. What the hour asks leaves behind a list that is before them unanswered: a "1" would
    be for either.
    """
    contact = await contact_for(acting.session, person, answering=True)
    if contact is None:
        note_missed(acting, person, await _why_nowhere(acting, person, options))
        return None
    if why := _stands_against(acting, contact, person, options):
        note_missed(acting, person, why)
        return None
    if acting.actor.via == SYSTEM and (later := await after_lists(acting.session, contact, acting.now)) is not None:
        options = replace(options, not_before=max(later, options.not_before or later))
    question = await open_question(acting, contact, person, ask)
    return await write_to(acting, contact, ask.outgoing, options=options, person=person, question=question)


async def write_to(
    acting: Acting,
    contact: Contact,
    outgoing: Outgoing | Text,
    *,
    options: SendOptions = NOTICE,
    person: Person | None = None,
    question: Question | None = None,
    language: str = "",
    number: int | None = None,
    answers: int | None = None,
    nameless: bool = False,
) -> Delivery:
    """One row of the outbox. The words are rendered now, for this person's language and this contact's channel.

    What is too long for one Telegram message goes in several rows; the last one has the buttons and is returned.
    `number`: its id, when it must not take its place among the others. `answers`: the message that it answers.
    `nameless`: the check page of an act must not show to whom it goes, nor how.
    """
    outgoing = outgoing if isinstance(outgoing, Outgoing) else Outgoing(outgoing)
    if _alike(outgoing) in UNKEPT:
        options = replace(options, kind=message_kinds.WORDS)
    language = language or spoken(acting.installation, contact, person)
    body, buttons = words_for(acting.installation, contact, language, outgoing, question)
    if longest := spec_of(contact.channel).longest:
        *before, body = parts_of(body, longest)
        for part in before:
            await write_to(acting, contact, Outgoing(part), options=options, person=person, answers=answers)
    prepared = for_the_phone(body, contact, person)
    delivery = await add_delivery(
        acting.session,
        acting.organisation_id,
        options.kind,
        contact.channel,
        id=number,
        contact_id=contact.id,
        person_id=person.id if person else contact.person_id,
        broadcast_id=options.broadcast_id,
        body=prepared.text if prepared else body,
        buttons=[list(button) for button in buttons] or None,
        image=outgoing.image,
        priority=int(options.kind.priority if options.priority is None else options.priority),
        any_hour=options.any_hour or options.kind.any_hour,
        any_consent=options.any_consent,
        incoming_id=answers,
        expects_answer=question is not None or answers is not None,
        queued_at=acting.now,
        not_before=options.not_before,
        not_after=options.not_after,
        segments=prepared.segments if prepared else 0,
        cost=round(prepared.segments * acting.installation.sms_price * 1_000_000) if prepared else 0,
        question_id=question.id if question else None,
    )
    if nameless:
        _note_nameless(acting, outgoing)
    else:
        _note_reached(acting, delivery, contact, person, language, outgoing, options)
    if question is not None:
        question.delivery_id = delivery.id
    return delivery


def say_instead(
    acting: Acting, delivery: Delivery, contact: Contact, person: Person, outgoing: Outgoing, question: Question
) -> None:
    """A message that left is kept with other words, and counted as they would have been, at the provider's price and by
    as many parts more or less than ours as it counted of the first: its own were forgotten."""
    language = spoken(acting.installation, contact, person)
    body, buttons = words_for(acting.installation, contact, language, outgoing, question)
    prepared, first = for_the_phone(body, contact, person), for_the_phone(delivery.body or body, contact, person)
    delivery.body = prepared.text if prepared else body
    delivery.buttons = [list(button) for button in buttons] or None
    each = delivery.cost / delivery.segments if delivery.segments else acting.installation.sms_price * 1_000_000
    more = delivery.segments - first.segments if first and delivery.segments else 0
    delivery.segments = max(prepared.segments + more, 1) if prepared else 0
    delivery.cost = round(delivery.segments * each)
    delivery.question_id = question.id


def _note_reached(
    acting: Acting,
    delivery: Delivery,
    contact: Contact,
    person: Person | None,
    language: str,
    outgoing: Outgoing,
    options: SendOptions,
) -> None:
    """For the check page of an act. Whoever acts, and colleagues who are told, are not people written to; nor is
    someone who asked for a pause, when the message would not leave during it."""
    mine = person is not None and person.id == acting.actor.person_id
    if acting.actor.via == SYSTEM or mine or delivery.kind == message_kinds.ALERT.name:
        return
    if person is not None and (why := _stands_against(acting, contact, person, options)):
        note_missed(acting, person, why)
        return
    who = f"person:{person.id}" if person else f"contact:{delivery.contact_id}"
    labels = tuple(str(label) for label, _data in delivery.buttons or [])
    shown = Shown(language, Channel(delivery.channel), 1, delivery.body or "", labels, delivery.segments)
    ids = frozenset({person.id}) if person is not None else frozenset()
    acting.reached.append(Reached(who, (shown,), reached_ids=ids, alike=_alike(outgoing)))


async def _why_nowhere(acting: Acting, person: Person, options: SendOptions) -> str:
    """Why no address of theirs will do: the reason of the one nearest to working."""
    addresses = (await addresses_of(acting.session, [person.id])).get(person.id, [])
    return why_missed(person, addresses, SendOccasion(options.kind, acting.now))


def _stands_against(acting: Acting, contact: Contact, person: Person, options: SendOptions) -> str:
    """What the outbox will say of it when it is due: the same rule."""
    if options.any_consent:
        return ""
    at = max(acting.now, options.not_before or acting.now)
    urgent = (options.kind.priority if options.priority is None else options.priority) <= Priority.URGENT
    return why_not(recipient(contact, person), SendOccasion(options.kind, at, urgent))


def _note_nameless(acting: Acting, outgoing: Outgoing) -> None:
    """One more person, and the words as the installation says them: neither a language nor a channel of their own."""
    installation = acting.installation
    body = installation.catalogue.text(outgoing.text, installation.default_language, Channel.TELEGRAM)
    shown = Shown(installation.default_language, Channel.TELEGRAM, 0, body, (), 0)
    acting.reached.append(Reached(f"nameless:{len(acting.reached)}", (shown,), nameless=1, alike=_alike(outgoing)))


def _alike(outgoing: Outgoing) -> str:
    return outgoing.text.id if isinstance(outgoing.text, Text) else ""


def note_missed(acting: Acting, person: Person, why: str = "unreachable") -> None:
    """For the check page of an act: someone meant, whom no message reaches."""
    missed = Unreached(person.id, person.name, person.channel if person.channel in UNWRITTEN else why)
    acting.reached.append(Reached(f"person:{person.id}", (), (missed,), missed_ids=frozenset({person.id})))


async def open_question(
    acting: Acting,
    contact: Contact,
    person: Person | None,
    ask: Ask,
    *,
    dialogue_id: int | None = None,
    key: str = "",
    number: int | None = None,
) -> Question:
    """A new open question. An older open one of the same kind and subject is dropped: it was asked again.

    `number`: its id, when it must take its place among earlier ones.
    """
    same = (ask.kind.name, ask.subject_id, dialogue_id)
    for other in await open_questions(acting.session, contact.id, acting.now):
        if (other.kind, other.subject_id, other.dialogue_id) == same:
            other.state = QuestionState.DROPPED
    language = spoken(acting.installation, contact, person)
    shown = acting.installation.catalogue.text(ask.outgoing.text, language, Channel(contact.channel))
    question = Question(
        id=number,
        contact_id=contact.id,
        person_id=person.id if person else None,
        kind=ask.kind.name,
        subject_id=ask.subject_id,
        dialogue_id=dialogue_id,
        key=key,
        options=options_kept(acting, contact, person, ask.outgoing),
        free_text=ask.kind.free_text,
        prompt={"text": shown, **ask.kept},
        asked_at=acting.now,
        lapses_at=acting.now + (ask.lasts or acting.installation.options_last),
    )
    acting.session.add(question)
    await acting.session.flush()
    return question


def options_kept(acting: Acting, contact: Contact, person: Person | None, outgoing: Outgoing) -> list[list[object]]:
    """The options as a question keeps them, in the language in which they were shown."""
    language = spoken(acting.installation, contact, person)
    return [_option(acting.installation, option, language, contact.channel) for option in outgoing.options]


def _option(installation: Installation, option: Option, language: str, channel: str) -> list[object]:
    label = installation.catalogue.text(option.label, language, Channel(channel))
    return [option.value, label, option.digit] if option.digit else [option.value, label]


def again(question: Question) -> Outgoing:
    """The same question once more, from what was kept of it."""
    options = tuple(Option(value, label, *digit) for value, label, *digit in question.options)
    return Outgoing(str(question.prompt.get("text", "")), options)


def after(before: Text, outgoing: Outgoing) -> Outgoing:
    """A question with what is said first, in one message: who reads with difficulty has one text to read, not two."""
    return replace(outgoing, text=text("dialogue-then-asks", before=before, question=outgoing.text))
