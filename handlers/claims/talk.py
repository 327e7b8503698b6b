"""What people say about their claims: RECLAMER, a free sentence, yes or no to an offer, the answer to a question."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.claims.questions import rates_on
from db.claims.tables import Claim
from db.conversations import Question, QuestionState, current_dialogue
from handlers.claims import acts, occasions, rates, sentence
from handlers.claims.sentence import Heard
from handlers.claims.status import status
from handlers.dialogue import Given
from handlers.heard import for_a_human
from handlers.open_questions import questions_for
from handlers.turn import Ask, Said, Start, Turn
from messages import Kind, Option, Outgoing, text
from messages.keywords import Understood

OFFER = "claims.offer"
LONGEST_ANSWER = 1000
TABLE_LASTS = dt.timedelta(hours=1)  # after that, a bare "no" is about something else


async def claim_keyword(turn: Turn, understood: Understood) -> Said:
    """RECLAMER, alone or with the whole claim behind it."""
    if turn.person is None:
        return None
    said = _read(turn, understood.payload or "")
    return await _heard(turn, said) or await _begin(turn, said)


async def words(turn: Turn) -> Said:
    """Free words that no question waits for: taken when they are about a claim, left alone otherwise."""
    if turn.person is None or turn.incoming.kind is not Kind.TEXT:
        return None
    said = _read(turn, turn.text)
    heard = await _heard(turn, said)
    if heard is not None:
        return heard
    return await _begin(turn, said) if said.is_claim else None


def _read(turn: Turn, written: str) -> Heard:
    return sentence.read(written, turn.house.today(turn.now), turn.language)


async def _heard(turn: Turn, said: Heard) -> Said:
    """What is no claim to fill in: for someone else, on a basis the table does not know, declined, "where is it?"."""
    house = turn.house
    if said.proxy:
        await for_a_human(turn, "proxy_claim")
        return text("claims-for-someone-else", name=house.contact_name, phone=house.contact_phone)
    if said.status:
        return await status(turn, said)
    if said.declined:
        await acts.decline(turn.session, house, turn.person, meeting_id=await _offered_meeting(turn), now=turn.now)
        return text("claims-declined")
    if said.unclear:
        await for_a_human(turn, "claim_unclear")
        return text("claims-for-a-human", name=house.contact_name, phone=house.contact_phone)
    return None


async def _begin(turn: Turn, said: Heard, meeting_id: int | None = None) -> Said:
    assert turn.person is not None
    start: dict[str, Any] = {}
    offered = said.whole
    today = turn.house.today(turn.now)
    meant = await occasions.meetings_meant(turn.session, turn.person.id, said.dates, said.words, today)
    if meant:
        offered["meeting"] = ",".join(str(meeting.id) for meeting in meant)
    elif not said.dates and (meeting_id := meeting_id or await _offered_meeting(turn)) is not None:
        start["meeting"] = meeting_id
    concerned = {meeting.id for meeting in meant} | {start.get("meeting")}
    for question in await questions_for(turn):
        if question.topic == OFFER and question.subject_id in concerned:
            question.state, question.answered_at = QuestionState.ANSWERED, turn.now
    return Start("claim", start, offered)


async def _offered_meeting(turn: Turn) -> int | None:
    """The meeting of the offer that still stands open."""
    return next((q.subject_id for q in await questions_for(turn) if q.topic == OFFER), None)


async def answered_offer(turn: Turn, question: Question, given: Given) -> Said:
    """Yes begins the claim; no is noted, and nothing is lost by it."""
    if given.value == "no":
        await acts.decline(turn.session, turn.house, turn.person, meeting_id=question.subject_id, now=turn.now)
        return text("claims-declined")
    return await _begin(turn, Heard(), question.subject_id)


async def answered_question(turn: Turn, question: Question, given: Given) -> Said:
    claim = await turn.session.get(Claim, question.subject_id)
    if claim is None or turn.person is None or claim.person_id != turn.person.id:
        return text("router-stale-button")
    words = given.text.strip()[:LONGEST_ANSWER]
    return await acts.answer_question(
        turn.session, turn.house, claim, turn.person, words, now=turn.now, channel=turn.contact.channel
    )


async def answered_received(turn: Turn, question: Question, given: Given) -> Said:
    if turn.person is None or question.subject_id is None:
        return text("router-stale-button")
    return await acts.say_received(
        turn.session,
        turn.house,
        question.subject_id,
        turn.person,
        turn.contact,
        came=given.value == "yes",
        now=turn.now,
    )


async def rates_keyword(turn: Turn, understood: Understood) -> Said:
    """TARIFS: the same table for everyone, and the right to say no thank you."""
    today = turn.house.today(turn.now)
    table = await rates_on(turn.session, turn.house.organisation_id, today)
    if not table:
        return text("claims-no-table", name=turn.house.contact_name, phone=turn.house.contact_phone)
    shown = text("claims-table", lines=rates.shown_rates(table))
    if await current_dialogue(turn.session, turn.contact.id) is not None:
        return shown  # its question comes back: digits belong to it
    options = (Option("no", text("claims-option-no-thanks")),)
    return Ask(Outgoing(shown, options), "claims.table", lasts=TABLE_LASTS)


async def declined_table(turn: Turn, question: Question, given: Given) -> Said:
    await acts.decline(turn.session, turn.house, turn.person, meeting_id=None, now=turn.now)
    return text("claims-declined")


async def status_keyword(turn: Turn, understood: Understood) -> Said:
    return await status(turn, _read(turn, turn.text))
