"""What stays of a message that also said something else, once its words for the table are forgotten: that alone.

Someone who writes in one message that they cannot come, and what the table should hear, leaves what they would have
left by writing ABSENT: the answer, what we said of it, the offer to carry their words.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.comments.questions import meetings_open_for_comments
from db.contacts import Consent, Contact
from db.conversations import Dialogue, HandledAs, IncomingMessage, Question, QuestionState
from db.deliveries import UNSETTLED, Delivery
from db.forgotten import erase_at_provider, forget_deliveries
from db.meetings.questions import roundtable_of, upcoming_meetings
from db.meetings.tables import Answer, Attendance, Meeting
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.acting import Acting
from handlers.comments.offer import offer_of
from handlers.open_questions import REMINDER, number_of, questions_for
from handlers.turn import Heard, Turn
from messages import Channel, text
from messages.keywords import Keyword
from messages.reading import Meaning
from messages.sentences.comments.read import read_comment

WORD = {
    Answer.ABSENT: {"fr": Keyword.ABSENT.value, "en": "ABSENT", "es": "AUSENTE"},
    Answer.COMING: {"fr": "JE VIENS", "en": "COMING", "es": "VOY"},
    Answer.MAYBE: {"fr": Keyword.PEUT_ETRE.value, "en": "MAYBE", "es": "TAL VEZ"},
}
MEANS = {Answer.ABSENT: Meaning.ABSENT, Answer.COMING: Meaning.COMING, Answer.MAYBE: Meaning.MAYBE}
OF_WORDS = ("comments-kept-behind", "comments-kept-behind-english")  # said of the words alone
JUST_BEFORE = 1_000_000  # in the numbers of db/numbers.py: what separates a question from the message that asks it


PRESENCE = {"coming": Meaning.COMING, "absent": Meaning.ABSENT, "maybe": Meaning.MAYBE}
OF_PRESENCE = (REMINDER, "meetings.answer")
CLAUSE = re.compile(r"[,;.!?\n]")
OWN = ""  # in place of a word: their own part of the sentence
WHICH = "meetings.which"


@dataclass(frozen=True, slots=True)
class Beside:
    """A message that stays, and the answer about a meeting that was kept of it, or asked about."""

    message: IncomingMessage
    answer: Answer | None = None  # None: it began a claim
    attendance: Attendance | None = None
    which: Question | None = None  # what asked for which meeting it was: the answer came in another message
    as_it_is: bool = False  # it said nothing else: the digit that chose the meeting


# -- when it comes -----------------------------------------------------------------------------------------------


async def note_plain(turn: Turn, heard: Heard) -> None:
    """How this message would stand without its words for the table: known now alone, by what they had before them."""
    meaning = next((one for one in PRESENCE.values() if one in heard.beside), None)
    if turn.person is None or meaning is None:
        return
    answer = next(answer for answer, means in MEANS.items() if means is meaning)
    own = own_part(turn.text, turn.installation.today(turn.now))
    for word in (await _digit(turn, heard, meaning), await _word(turn, answer), OWN):
        said = own if word == OWN else word
        noted = await turn.conversation.as_if(said) if said else None
        if noted is not None and (word != OWN or noted[1] == meaning.value):
            turn.row.plain = [noted[0].value, noted[1], word]
            return


async def _digit(turn: Turn, heard: Heard, meaning: Meaning) -> str | None:
    """Asked whether they come, of one meeting, and nothing else since: the digit is what most people answer."""
    asked = heard.question
    if asked is None or asked.kind not in OF_PRESENCE or _of_a_day(turn):
        return None
    if [q for q in await questions_for(turn) if q.kind in OF_PRESENCE and q.answered_at is None][1:]:
        return None  # of which would be asked
    place = next((n for n, option in enumerate(asked.options) if PRESENCE.get(str(option[0])) is meaning), None)
    return None if place is None else str(number_of(asked.options[place], place))


def _of_a_day(turn: Turn) -> bool:
    """Whether they said which day: it may be another meeting than the one that was asked about."""
    return any(part.says != "comment" for part in read_comment(turn.text, turn.installation.today(turn.now)).days)


async def _word(turn: Turn, answer: Answer) -> str | None:
    """The word alone, when it says for which meeting: there is one to come."""
    assert turn.person is not None
    if len(await upcoming_meetings(turn.session, turn.person.id, turn.now)) != 1:
        return None
    return WORD[answer].get(turn.language, WORD[answer]["fr"])


def own_part(written: str, today: dt.date) -> str:
    """What they wrote of whether they come, without their words for the table; or how they began."""
    parts = [part for part in read_comment(written, today).days if part.says != "comment"]
    return " ".join(dict.fromkeys(part.words for part in parts)).strip(" ,;") or CLAUSE.split(written)[0].strip()


# -- when its words are forgotten ----------------------------------------------------------------------------------


async def said_beside(session: AsyncSession, person: Person, messages: Sequence[int]) -> list[Beside]:
    """Those of these messages that answered about a meeting too, were asked which, or began a claim."""
    answered = await session.execute(
        select(IncomingMessage, Attendance)
        .join(Attendance, Attendance.answered_at == IncomingMessage.handled_at)
        .where(IncomingMessage.id.in_(messages), Attendance.person_id == person.id)
        .order_by(IncomingMessage.id)
    )
    found: dict[int, Beside] = {}
    at_once: dict[int, list[tuple[IncomingMessage, Attendance]]] = {}
    for message, row in answered:
        at_once.setdefault(row.id, []).append((message, row))
    for message, row in map(_likeliest, at_once.values()):
        if row.answer not in MEANS:
            continue
        first, which = await _asked_which(session, message)
        if first is not None and which is not None and first.id in messages:
            found.setdefault(first.id, Beside(first, row.answer, which=which))
        found.setdefault(message.id, Beside(message, row.answer, row, as_it_is=which is not None))
    claims = await session.scalars(
        select(IncomingMessage)
        .join(Dialogue, Dialogue.started_at == IncomingMessage.handled_at)
        .where(IncomingMessage.id.in_(messages), Dialogue.contact_id == IncomingMessage.contact_id)
        .where(Dialogue.name == "claim")
    )
    for message in claims:
        if Meaning.CLAIM in message.reading.split(" + "):
            found.setdefault(message.id, Beside(message))
    return list(found.values())


def _likeliest(among: Sequence[tuple[IncomingMessage, Attendance]]) -> tuple[IncomingMessage, Attendance]:
    """Of messages of one moment, the one that was read as the answer; else it chose in a list."""
    said = [one for one in among if one[1].answer in MEANS and MEANS[one[1].answer] in one[0].reading.split(" + ")]
    return (said or among)[0]


async def _asked_which(
    session: AsyncSession, message: IncomingMessage
) -> tuple[IncomingMessage | None, Question | None]:
    """The message whose absence was asked about ("to which?"), and the question that this message answers."""
    which = await session.scalar(
        select(Question).where(
            Question.contact_id == message.contact_id,
            Question.kind == WHICH,
            Question.answered_at == message.handled_at,
        )
    )
    if which is None or which.delivery_id is None:
        return None, which
    asked = await session.get(Delivery, which.delivery_id)
    first = await session.get(IncomingMessage, asked.incoming_id) if asked is not None and asked.incoming_id else None
    return first, which


async def stand_alone(acting: Acting, person: Person, one: Beside, asked: Sequence[int]) -> None:
    """This message as if it had said nothing else. `asked`: the questions of the talk that is forgotten."""
    session, row = acting.session, one.attendance
    found = await session.scalars(select(Delivery).where(Delivery.incoming_id == one.message.id).order_by(Delivery.id))
    replies = list(found)
    words = _of_words(acting)
    true = [reply for reply in replies if reply.question_id not in asked and reply.body not in words]
    kept = next((reply for reply in true if reply.status not in UNSETTLED), None)
    kept = kept or next((reply for reply in replies if reply.status not in UNSETTLED), None)
    if row is not None and kept is not None and row.answer is Answer.ABSENT and await _is_offered(acting, person, row):
        row.offered_comment_at = row.answered_at
        await _offered_instead(acting, person, row, kept)
        true = [kept]
    gone = [reply.id for reply in replies if reply not in true]
    await forget_deliveries(session, gone, acting.now.date())
    if not one.as_it_is:
        _reworded(one, person, acting.installation.today(acting.now))


def _reworded(one: Beside, person: Person, today: dt.date) -> None:
    message = one.message
    how, reading, word = HandledAs.KEYWORD, Meaning.CLAIM.value, Keyword.RECLAMER.value
    if one.which is not None and one.answer is not None:  # "ABSENT", and they were asked for which meeting
        reading, word = MEANS[one.answer].value, WORD[one.answer].get(person.language, WORD[one.answer]["fr"])
    elif one.answer is not None:
        as_it_was = (message.handled_as, MEANS[one.answer].value, OWN)
        how, reading, word = message.plain or as_it_was
    message.text = word or own_part(message.text, today)
    message.payload, message.kind, message.plain, message.correction = None, "text", None, None
    message.handled_as, message.reading = HandledAs(how), reading


def _of_words(acting: Acting) -> set[str]:
    """What is said of the words alone; of a talk that was confirmed, what was read back is blank already."""
    catalogue = acting.installation.catalogue
    return {
        "",
        *(
            catalogue.text(text(id), language, channel)
            for id in OF_WORDS
            for language in catalogue.languages
            for channel in Channel
        ),
    }


async def _is_offered(acting: Acting, person: Person, row: Attendance) -> bool:
    """Whether an absence from this meeting brings the offer."""
    today = acting.installation.today(acting.now)
    meetings = await meetings_open_for_comments(acting.session, person.id, today, acting.now)
    return row.meeting_id in [meeting.id for meeting in meetings]


async def _offered_instead(acting: Acting, person: Person, row: Attendance, reply: Delivery) -> None:
    """What we said first becomes the offer to carry their words, which an absence alone brings."""
    session = acting.session
    meeting, contact = await session.get_one(Meeting, row.meeting_id), await session.get(Contact, reply.contact_id)
    if contact is None or row.answered_at is None:
        return
    ask = offer_of(meeting, (await roundtable_of(session, meeting)).name)
    number = reply.id - JUST_BEFORE - secrets.randbelow(JUST_BEFORE)
    question = await sending.open_question(acting, contact, person, ask, number=number)
    question.lapses_at = question.lapses_at - (acting.now - row.answered_at)
    question.asked_at, question.delivery_id = row.answered_at, reply.id
    if contact.consent is not Consent.GIVEN:  # a stop came since, and dropped what was asked
        question.state = QuestionState.DROPPED
    if reply.provider_id:
        await erase_at_provider(session, [(reply.channel, reply.provider_id)], acting.now.date())
    sending.say_instead(acting, reply, contact, person, ask.outgoing, question)
    await session.flush()
