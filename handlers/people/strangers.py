"""Those nobody knows yet, those who were invited, those who stopped, and numbers that may have changed hands."""

from __future__ import annotations

import datetime as dt

from db.consent import record_consent
from db.contacts import Consent, Reach
from db.conversations import Question
from db.people import Person
from handlers.dialogue import NO, YES, Given
from handlers.heard import hold, may_answer
from handlers.numbers import abroad
from handlers.people import joining, linking, stopping
from handlers.turn import Ask, House, Said, Turn
from messages import Channel, Kind, Outgoing, text
from messages.keywords import Keyword, read_yes_no, understand


async def stranger(turn: Turn) -> Said:
    """A contact nobody is known behind, or who has not said yes, or whose number may have changed hands."""
    if abroad(turn):
        turn.row.fate = "ignored-abroad"
        return None
    if turn.contact.reach is Reach.DOUBTFUL:
        return await _doubtful(turn)
    if turn.contact.reach is Reach.BLOCKED:
        return await stopping.blocked_writes(turn)
    if (linked := await linking.code_given(turn, turn.text)) is not None:
        return linked
    understood = understand(turn.text)
    if understood.keyword is Keyword.ARRET:
        return await stopping.stop_keyword(turn, understood)
    if turn.person is not None and turn.contact.consent in (Consent.INVITED, Consent.NONE):
        return await _invited(turn)
    if turn.contact.consent is Consent.WITHDRAWN:
        return await _stopped_writes(turn)
    return await _unknown(turn)


async def _unknown(turn: Turn) -> Said:
    """ "Who are you?", held with the message for a coordinator; two answers a day at most."""
    await hold(turn, "unknown_number")
    if not await may_answer(turn):
        return None
    house = turn.house
    return text("people-who-are-you", organisation=house.organisation, name=house.contact_name)


async def _stopped_writes(turn: Turn) -> Said:
    await hold(turn, "stopped_wrote")
    if not await may_answer(turn):
        return None
    return text("people-stopped-writes", name=turn.house.contact_name, phone=turn.house.contact_phone)


async def _doubtful(turn: Turn) -> Said:
    """A bounce, or a year of silence, then a message: perhaps someone else's number now."""
    await hold(turn, "reassigned")
    if not await may_answer(turn):
        return None
    return text("people-doubtful", name=turn.house.contact_name, phone=turn.house.contact_phone)


async def _invited(turn: Turn) -> Said:
    """What someone answers to the one request for consent, after its question lapsed or in other words."""
    answer = read_yes_no(turn.text)
    if answer is Keyword.OUI:
        return await consented(turn, turn.text, asked=_asked(turn))
    if answer is Keyword.NON:
        return await declined(turn, turn.text)
    await hold(turn, "unknown_word")
    assert turn.person is not None
    return invitation(turn.house, turn.person) if await may_answer(turn) else None


def invitation(house: House, person: Person) -> Ask:
    """The one request for consent: it names who spoke with them."""
    words = text(
        "people-invitation",
        name=person.name,
        who=person.invited_by or house.contact_name,
        organisation=house.organisation,
        phone=house.contact_phone,
    )
    return Ask(Outgoing(words, (YES, NO)), "people.consent", subject_id=person.id, lasts=dt.timedelta(days=60))


def _asked(turn: Turn) -> str:
    asked = invitation(turn.house, turn.person).outgoing.text if turn.person else ""
    return turn.house.catalogue.text(asked, turn.language, Channel(turn.contact.channel))


async def answered_consent(turn: Turn, question: Question, given: Given) -> Said:
    words = turn.text or str(given.value)
    if given.value == "yes":
        return await consented(turn, words, asked=str(question.prompt.get("text", "")))
    return await declined(turn, words)


async def consented(turn: Turn, words: str, *, asked: str) -> Said:
    """The yes of someone who was invited, or who comes back by JOINDRE, with their words."""
    person, contact = turn.person, turn.contact
    assert person is not None
    source = "button" if turn.incoming.kind is Kind.BUTTON else "text"
    await record_consent(
        turn.session, contact, given=True, words=words, source=source, now=turn.now, asked=asked, person_id=person.id
    )
    await joining.welcomed(turn.session, turn.house, contact, person, turn.now)
    return text("people-welcome", name=person.name, contact=turn.house.contact_name, phone=turn.house.contact_phone)


async def declined(turn: Turn, words: str) -> Said:
    await record_consent(turn.session, turn.contact, given=False, words=words, source="text", now=turn.now)
    await stopping.note(turn, "people.declined")
    return text("people-invitation-declined")
