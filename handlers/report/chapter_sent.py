"""The chapter put to those whom it is about, as a sending like any other: listed, counted, with those it left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select

from db.audience import Audience, Unreached
from db.deliveries import Broadcast, BroadcastState, Delivery
from db.message_kinds import QUESTION
from db.outbox.left_out import note_left_out
from db.people import Person
from db.report.period import FiscalYear
from db.report.runs import texts_of
from handlers import broadcasts, sending
from handlers.acting import Acting
from handlers.checks import Reached
from handlers.own_words import language_of
from handlers.turn import Ask
from messages import Channel
from messages.channels import SENT, UNWRITTEN

CHAPTER, CHAPTER_AGAIN = "chapter", "chapter-again"  # purposes


async def put_to(acting: Acting, year: FiscalYear, people: Iterable[Person], ask: Ask, purpose: str) -> list[Person]:
    """Ask each of them; those whom no message reaches, in the same order."""
    people = list(people)
    before = len(acting.reached)
    broadcast = await _begun(acting, year, people, purpose)
    options = replace(sending.QUESTION, broadcast_id=broadcast.id)
    missed: dict[int, Unreached] = {}
    asked: list[Person] = []
    for person in people:
        if person.channel in UNWRITTEN:
            sending.note_missed(acting, person)
        elif await sending.ask_person(acting, person, ask, options=options) is not None:
            asked.append(person)
            continue
        missed |= {one.person_id: one for one in acting.reached[-1].missed}
    broadcast.written_to = broadcast.approved_count = len(asked)
    await note_left_out(acting.session, broadcast, [missed[one.id] for one in people if one.id in missed])
    await _keep_texts(acting, broadcast, ask)
    await _say_untranslated(acting, year, before)
    here = {person.id for person in asked}
    return [person for person in people if person.id not in here]


async def _begun(acting: Acting, year: FiscalYear, people: list[Person], purpose: str) -> Broadcast:
    """The row of the sending; its messages leave at once."""
    broadcast = Broadcast(
        organisation_id=acting.organisation_id,
        kind=QUESTION.name,
        purpose=purpose,
        title=str(year),
        state=BroadcastState.SENDING,
        audience=Audience(person_ids=tuple(person.id for person in people)).to_json(),
        priority=int(QUESTION.priority),
        created_by=acting.actor.person_id,
        created_at=acting.now,
        send_at=acting.now,
        started_at=acting.now,
    )
    acting.session.add(broadcast)
    await acting.session.flush()
    return broadcast


async def _keep_texts(acting: Acting, broadcast: Broadcast, ask: Ask) -> None:
    """As it was put, in each language and on each channel in which somebody reads it."""
    rows = await acting.session.execute(
        select(Person.language, Delivery.channel)
        .join(Person, Person.id == Delivery.person_id)
        .where(Delivery.broadcast_id == broadcast.id)
        .distinct()
    )
    read = {(language or acting.installation.default_language, channel) for language, channel in rows}
    words = broadcasts.same_words(ask.outgoing)
    order = [channel.value for channel in SENT]
    pairs = sorted(read, key=lambda one: (one[0] != acting.installation.default_language, one[0], order.index(one[1])))
    await broadcasts.keep_texts(acting, broadcast, words, [(language, Channel(channel)) for language, channel in pairs])


async def _say_untranslated(acting: Acting, year: FiscalYear, before: int) -> None:
    """The texts that a coordinator wrote of the year are in their language for all: the check page says for whom."""
    if not any((await texts_of(acting.session, acting.organisation_id, year)).values()):
        return
    own, others = await language_of(acting), dict[str, int]()
    for one in acting.reached[before:]:
        for shown in one.texts:
            if shown.language != own:
                others[shown.language] = others.get(shown.language, 0) + shown.people
    if others:
        acting.reached.append(Reached("report:texts", (), not_translated=others))
