"""What people say without any keyword, and which of it is about a comment, an absence, or a word they do not know."""

from __future__ import annotations

import datetime as dt
import re

from sqlalchemy import func, select

from db.comments.questions import meetings_open_for_comments
from db.conversations import Dialogue, DialogueState, IncomingMessage, Question, QuestionState
from db.meetings.questions import agenda_of
from db.meetings.tables import Meeting
from handlers.comments import days, taking_back
from handlers.heard import for_a_human
from handlers.open_questions import questions_for
from handlers.turn import Said, Start, Turn, pieces_of
from messages import Kind, text
from messages.keywords import Keyword, Understood, fold, understand
from messages.plain_lists import glossary
from messages.sentences import signs
from messages.sentences.claims import claim
from messages.sentences.comments import Choice, CommentSigns, read_comment

OFFER = "comments.offer"
OFFER_STANDS = dt.timedelta(days=3)  # later, words are no answer to it any more
FEWEST_WORDS = 5
LONGEST_ABOUT_A_WORD = 9  # "jcomprend pas le mot arrimage": beyond, the word is only part of what they say
FEWEST_BESIDE_A_QUESTION = 8  # fewer, just after a question, are an answer to it that is not clear
FEWEST_ANSWERING = 4  # words, when they were asked whether they have something to say
CLAUSE = re.compile(r"(?:[^,;\n]|(?<=\d),(?=\d))+")  # between commas; "7,50" is one number
FEWEST_BESIDE = 4  # words beside a claim: "bon meeting" is politeness
# Keywords that a longer sentence may go beyond; the others (COMMENTAIRE, Q, RECLAMER) say what the words are.
GONE_BEYOND = {Keyword.ABSENT, Keyword.OUI, Keyword.NON, Keyword.PEUT_ETRE, Keyword.SANS_MON_NOM, Keyword.RETIRER}


async def sentence(turn: Turn, understood: Understood) -> Said:
    """A message that says more than the keyword in it: heard before the keyword is acted upon."""
    if turn.person is None or turn.coordinator or turn.incoming.kind is not Kind.TEXT:
        return None
    if understood.sure == "sure" and understood.keyword not in GONE_BEYOND:
        return None
    said = read_comment(turn.text, turn.house.today(turn.now), tuple(glossary()))
    by_number = understood.keyword is Keyword.RETIRER and understood.payload.strip().lstrip("no ").isdigit()
    if said.retraction or by_number:  # it is asked again, with its number, before anything is taken back
        return await taking_back.withdraw_keyword(turn, understood)
    if said.question_word and (said.is_question or _count(turn.text) <= LONGEST_ABOUT_A_WORD):
        return await _explained(turn, said.question_word)
    if said.choices:
        return await _chosen(turn, said.choices)
    if said.days:
        return await days.answered(turn, said.days)
    if (mixed := await _claim_and_words(turn, said)) is not None:
        return mixed
    if (said.anonymous or said.third_person or said.leaving) and not said.is_question and _count(turn.text) > 7:
        return await begin(turn, turn.text, said)
    return None


async def words(turn: Turn) -> Said:
    """Free words that nothing else took: with a meeting open, they may be for the table. Their author will say."""
    if turn.person is None or turn.coordinator or turn.incoming.kind is not Kind.TEXT or understand(turn.text).label:
        return None
    offer = await _offer(turn)
    said = read_comment(turn.text, turn.house.today(turn.now))
    fewest = FEWEST_ANSWERING if offer else FEWEST_BESIDE_A_QUESTION if await _just_asked(turn) else FEWEST_WORDS
    if said.is_question or _count(turn.text) < fewest:
        return None
    return await begin(turn, turn.text, said, offer)


async def begin(turn: Turn, first_words: str, said: CommentSigns, offer: Question | None = None) -> Said:
    """Collect their words; None when no meeting takes comments."""
    assert turn.person is not None
    meetings = await _open_meetings(turn)
    offer = offer or await _offer(turn)
    if said.leaving:
        await someone_is_leaving(turn)
    if not meetings:
        return text("comments-leaving", **days.human(turn)) if said.leaving else None
    start: dict[str, object] = {"first": {"id": turn.row.id, "text": first_words}, "heard": True}
    if offer is not None and offer.subject_id in [m.id for m in meetings]:
        offer.state, offer.answered_at = QuestionState.ANSWERED, turn.now
        start |= {"meeting": offer.subject_id}
    called = [text("comments-leaving", **days.human(turn))] if said.leaving else []
    return [*called, Start("comment", start)]


async def someone_is_leaving(turn: Turn) -> None:
    """A human calls within two days, whatever becomes of the words."""
    assert turn.person is not None
    await for_a_human(turn, "comment_leaving", once=True)


async def _explained(turn: Turn, word: str) -> Said:
    """They ask what a word means: explained, and a coordinator learns that it got through."""
    handler = turn.routes.on_keyword(Keyword.MOT)
    if handler is None:
        return None
    assert turn.person is not None
    await for_a_human(turn, "jargon", note=word)
    explained: Said = await handler(turn, Understood(Keyword.MOT, "sure", payload=word))
    return explained


async def _chosen(turn: Turn, choices: tuple[Choice, ...]) -> Said:
    """Yes or no by number: of the one agenda that holds these numbers."""
    wanted = {choice.number for choice in choices}
    fitting = []
    for meeting in await _open_meetings(turn):
        numbers = {point.number for point in await agenda_of(turn.session, meeting.id)}
        if wanted <= numbers:
            fitting.append(meeting)
    if not fitting:
        return None
    start: dict[str, object] = {"said": [{"id": turn.row.id, "text": turn.text}]}
    if len(fitting) == 1:
        start["meeting"] = fitting[0].id
    return Start("comment", start)


async def _claim_and_words(turn: Turn, said: CommentSigns) -> Said:
    """A claim and a comment in one message: the claim begins, the words wait behind it to be read back.

    They go apart from the first moment: what was paid and what was said are never joined.
    """
    left = besides_a_claim(turn.text, turn.house.today(turn.now), turn.language)
    claims = next((t for t in turn.routes.topics if t.name == "claims" and t.words is not None), None)
    if not left or claims is None or not (meetings := await _open_meetings(turn)):
        return None
    begun = pieces_of(await claims.words(turn))
    if not any(isinstance(piece, Start) for piece in begun):
        return None
    assert turn.person is not None
    kept: dict[str, object] = {"said": [{"id": turn.row.id, "text": left}]}
    turn.session.add(
        Dialogue(
            contact_id=turn.contact.id,
            person_id=turn.person.id,
            name="comment",
            state=DialogueState.PARKED,
            start=kept | ({"meeting": meetings[0].id} if len(meetings) == 1 else {}),
            offered={},
            answers={},
            once={},
            started_at=turn.now,
            updated_at=turn.now,
        )
    )
    await turn.session.flush()
    english = said.english and turn.language != "en"
    return [text("comments-kept-behind-english" if english else "comments-kept-behind"), *begun]


def besides_a_claim(written: str, today: dt.date, language: str) -> str:
    """The parts of a claim that claim nothing and explain nothing, when they make words enough; "" otherwise.

    A whole sentence counts from four words on, a clause between commas from five: fewer are a reason, or politeness.
    """
    whole = claim(written, today, language)
    if not whole.is_claim:
        return ""
    left = []
    for sentence in signs.sentences(written):
        parts = [sentence] if not _claims_something(sentence, today, language) else CLAUSE.findall(sentence)
        fewest = FEWEST_BESIDE if len(parts) == 1 else FEWEST_BESIDE + 1
        left += [
            part.strip(" ,;")
            for part in parts
            if _count(part) >= fewest
            and part.strip(" ,;") not in whole.note
            and not _claims_something(part, today, language)
        ]
    return " ".join(left)


def _claims_something(words: str, today: dt.date, language: str) -> bool:
    said = claim(words, today, language)
    return bool(said.lines or said.dates or said.half_days or said.supper_served or said.declined or said.questions)


async def _open_meetings(turn: Turn) -> list[Meeting]:
    assert turn.person is not None
    return await meetings_open_for_comments(turn.session, turn.person.id, turn.house.today(turn.now), turn.now)


async def _offer(turn: Turn) -> Question | None:
    """The offer to carry their words that was made lately and not answered."""
    found = [q for q in await questions_for(turn) if q.topic == OFFER and q.asked_at > turn.now - OFFER_STANDS]
    return found[0] if found else None


async def _just_asked(turn: Turn) -> bool:
    """Something else was asked since they last wrote, and waits for one of its options."""
    before = await turn.session.scalar(
        select(func.max(IncomingMessage.received_at)).where(
            IncomingMessage.sender == turn.row.sender, IncomingMessage.id < turn.row.id
        )
    )
    waiting = [q for q in await questions_for(turn) if q.options and not q.menu and q.topic != OFFER]
    return any(before is None or q.asked_at >= before for q in waiting)


def _count(words: str) -> int:
    return len(fold(words).split())
