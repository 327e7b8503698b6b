"""A message as the answer to an open question: by its letter, by a digit, by a word, by a button."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Awaitable, Callable

from sqlalchemy import func, select

from db.conversations import IncomingMessage, Question, QuestionState
from db.deliveries import Broadcast, BroadcastText, Delivery
from handlers import open_questions as asked
from handlers.dialogue import Given
from handlers.turn import Ask, Piece, Said, Turn, pieces_of
from messages import Option, Outgoing, text
from messages.keywords import Keyword, Understood, read_yes_no, understand
from messages.sentences import letters

WHICH = "router.which"
FIRST_LETTERS = 32
LAST_SMALL_WORD = re.compile(r"\W+\w{1,2}$")
BUTTON = re.compile(r"^([qb])(\d+)\.(\d+)$")

OnAnswer = Callable[[Turn, Question, Given], Awaitable[Said]]


async def answered(
    turn: Turn, questions: list[Question], understood: Understood, answer: OnAnswer
) -> tuple[Said] | None:
    """What is said when the message answers an open question; None when it does not."""
    lettered = asked.lettered(questions)
    by_letter = letters.answers(turn.text, list(lettered))
    if by_letter and all(_fits(lettered[letter], words) for letter, words in by_letter):
        return (await _by_letters(turn, lettered, by_letter, answer),)
    latest = questions[0] if questions else None
    if latest is not None and latest.dialogue_id is not None and (value := asked.by_label(latest, turn.text)):
        return (await answer(turn, latest, given(turn, value)),)
    number = letters.digit(turn.text)
    if number is not None:
        fitting = asked.by_digit(questions, number)
        if fitting and not _wants_number(questions, fitting[0]):
            return (await _one_of(turn, fitting, lambda q: str(q.options[number - 1][0]), answer),)
        return None
    keyword = _answer_word(turn, understood)
    if keyword is not None and (fitting := asked.by_keyword(questions, keyword)):
        return (await _one_of(turn, fitting, lambda q: asked.value_for(q, keyword) or "", answer),)
    return None


def _answer_word(turn: Turn, understood: Understood) -> Keyword | None:
    """OUI, NON, CORRIGE...: with a question open that expects them, "ok" or "corriger" are enough."""
    if understood.keyword in asked.WORDS_OF and (understood.sure == "sure" or understood.alone):
        return understood.keyword
    return read_yes_no(turn.text)


def _wants_number(questions: list[Question], fitting: Question) -> bool:
    """The latest question of all waits for a number of its own ("how many kilometres?")."""
    latest = questions[0]
    return latest is not fitting and latest.free_text and latest.dialogue_id is not None


async def _one_of(turn: Turn, fitting: list[Question], value_of: Callable[[Question], str], answer: OnAnswer) -> Said:
    """The latest question takes the answer, unless another one reached the person at the same breath.

    Those that were answered already take another answer only when no question waits.
    """
    fitting = [q for q in fitting if q.answered_at is None] or fitting
    latest = fitting[0]
    others = [] if latest.dialogue_id is not None else fitting[1:]
    rivals = [q for q in others if await _same_breath(turn, latest, q)]
    if rivals:
        return await _which_question(turn, [latest, *rivals])
    return await answer(turn, latest, given(turn, value_of(latest)))


async def _same_breath(turn: Turn, latest: Question, other: Question) -> bool:
    """Both matter, or both were asked since the person last wrote: the answer could be for either."""
    if latest.important and other.important:
        return True
    if other.menu and not latest.menu:
        return False
    before = await last_heard(turn)
    return before is None or other.asked_at > before


async def asked_just_before(turn: Turn, question: Question) -> bool:
    """Nothing was heard since the question. At the same instant, words that were collected came after it."""
    before = await turn.session.scalar(
        select(IncomingMessage)
        .where(IncomingMessage.sender == turn.row.sender, IncomingMessage.id < turn.row.id)
        .order_by(IncomingMessage.id.desc())
        .limit(1)
    )
    if before is None or question.asked_at > before.received_at:
        return True
    return question.asked_at == before.received_at and before.fate not in ("words", "answer")


async def last_heard(turn: Turn) -> dt.datetime | None:
    """When this sender's message before this one came."""
    return await turn.session.scalar(
        select(func.max(IncomingMessage.received_at)).where(
            IncomingMessage.sender == turn.row.sender, IncomingMessage.id < turn.row.id
        )
    )


async def _which_question(turn: Turn, questions: list[Question]) -> Said:
    turn.row.fate = "which-question"
    options = []
    for question in questions[:4]:
        kept = f"{question.topic}|{question.subject_id}|{question.id or 0}|{turn.text[:40]}"
        options.append(Option(kept, await _first_words(turn, question)))
    return Ask(Outgoing(text("router-which-question"), tuple(options)), WHICH, lettered=False)


async def _first_words(turn: Turn, question: Question) -> str:
    """A few words that tell a question from another: the beginning of its first line."""
    words = str(question.prompt.get("text", ""))
    if not words and question.delivery_id is not None:
        words = (
            await turn.session.scalar(
                select(BroadcastText.body)
                .join(Delivery, Delivery.broadcast_text_id == BroadcastText.id)
                .where(Delivery.id == question.delivery_id)
            )
            or ""
        )
    whole_words = textwrap.shorten(words.strip().split("\n")[0], FIRST_LETTERS, placeholder="")
    return LAST_SMALL_WORD.sub("", whole_words)


async def told_which(turn: Turn, question: Question, chosen: Given, answer: OnAnswer) -> Said:
    """Which of two questions was meant: the first answer is now given to it."""
    topic, subject, own, words = str(chosen.value).split("|", 3)
    question.state = QuestionState.ANSWERED
    for found in await asked.questions_for(turn):
        if (found.topic, str(found.subject_id), str(found.id or 0)) == (topic, subject, own):
            return await answer(turn, found, Given(words, value_in(found, words), turn.incoming, turn.row.id))
    return text("router-stale-button")


async def _by_letters(
    turn: Turn, lettered: dict[str, Question], found: list[tuple[str, str]], answer: OnAnswer
) -> list[Piece]:
    said: list[Piece] = []
    for letter, words in found:
        question = lettered[letter]
        taken = Given(words, value_in(question, words), turn.incoming, turn.row.id)
        said += pieces_of(await answer(turn, question, taken))
    return said


def _fits(question: Question, words: str) -> bool:
    return question.free_text or value_in(question, words) is not None


def value_in(question: Question, words: str) -> str | None:
    """The option that these words choose: its digit, a word that means it, or its label."""
    number = letters.digit(words)
    if number is not None and 1 <= number <= len(question.options):
        return str(question.options[number - 1][0])
    keyword = read_yes_no(words) or understand(words).keyword
    if keyword is not None and (value := asked.value_for(question, keyword)) is not None:
        return value
    return asked.by_label(question, words)


def given(turn: Turn, value: str | None) -> Given:
    return Given(turn.text, value, turn.incoming, turn.row.id)


async def by_button(turn: Turn, data: str, answer: OnAnswer) -> Said:
    """A button names its question and its option. A stale one says so."""
    match = BUTTON.match(data)
    found = await (_own if match[1] == "q" else _broadcast)(turn, int(match[2])) if match else None
    position = int(match[3]) if match else 0
    if found is None or position >= len(found.options):
        turn.row.fate = "stale-button"
        return text("router-stale-button")
    return await answer(turn, found, given(turn, str(found.options[position][0])))


async def _own(turn: Turn, number: int) -> Question | None:
    question = await turn.session.get(Question, number)
    if question is None or question.contact_id != turn.contact.id or question.lapses_at <= turn.now:
        return None
    return question if question.state is QuestionState.OPEN else None


async def _broadcast(turn: Turn, number: int) -> Question | None:
    row = (
        await turn.session.execute(
            select(Delivery.id, Delivery.sent_at, Delivery.queued_at, Broadcast.kind, BroadcastText.options)
            .join(Broadcast, Broadcast.id == Delivery.broadcast_id)
            .join(BroadcastText, BroadcastText.id == Delivery.broadcast_text_id)
            .where(Delivery.broadcast_id == number, Delivery.contact_id == turn.contact.id)
            .limit(1)
        )
    ).one_or_none()
    if row is None or (row.sent_at or row.queued_at) <= turn.now - turn.house.options_last:
        return None
    return asked.broadcast_question(turn.contact, number, row.kind, row.options, row.sent_at or turn.now, row.id)
