"""A digit when two lists of digits stand, that came close together: which one it answers is asked, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.conversations import HandledAs, Question
from db.meetings.tables import Meeting
from db.outbox.lists import APART
from handlers import open_questions as asked
from handlers.dialogue import Given
from handlers.router.handled import Handled
from handlers.turn import Ask, QuestionKind, Reply
from messages import Option, Outgoing, Text, text
from messages.reading import Step
from messages.sentences.letters import digit

if TYPE_CHECKING:
    from handlers.router.exchange import Exchange

WHICH = QuestionKind("router.which_list", Step.MENU)
# What is sent unasked to whoever it concerns, with digits: its name is `router-list-<kind>`, with the day of a meeting.
OF_A_MEETING = frozenset({asked.REMINDER, "meetings.answer", "claims.offer", "comments.offer"})
LISTS = OF_A_MEETING | {asked.DIGEST, "claims.received", "report.read"}


async def between_lists(exchange: Exchange) -> Handled | None:
    """ "1", where "1 oui 2 non" of a reminder and "1 oui 2 non merci" of an offer came within the hour."""
    turn, seen = exchange.turn, await exchange.seen()
    number = digit(turn.text)
    if number is None or seen.dialogue is not None or turn.incoming.button is not None:
        return None
    two = [one for one in seen.questions if one.kind in LISTS and one.answered_at is None][:2]
    values = [asked.by_digit(one, number) for one in two]
    if len(two) < 2 or None in values or seen.last is not two[0]:
        return None
    heard = await asked.last_heard(turn)
    if two[0].asked_at - two[1].asked_at >= APART or (heard is not None and heard.received_at >= two[1].asked_at):
        return None
    options = [Option(str(place), await _label(exchange, one, number)) for place, one in enumerate(two)]
    kept = {"lists": [[one.kind, one.subject_id, value] for one, value in zip(two, values, strict=True)]}
    await exchange.say(Ask(Outgoing(text("router-which-list"), tuple(options)), WHICH, turn.row.id, kept=kept))
    return Handled(HandledAs.ASKED)


async def _label(exchange: Exchange, question: Question, number: int) -> Text:
    """What the list is about, with its day when it has one, and what the digit says there."""
    option = question.options[asked.position_of(question, number) or 0][1]
    dated = await _dated(exchange, question) if question.kind in OF_A_MEETING else {}
    about = text(f"router-list-{question.kind.replace('.', '-').replace('_', '-')}", **dated)
    return text("router-list-option", about=about, option=str(option))


async def _dated(exchange: Exchange, question: Question) -> dict[str, object]:
    meeting_id, turn = question.prompt.get("meeting"), exchange.turn
    meeting = await turn.session.get(Meeting, meeting_id) if meeting_id is not None else None
    day = meeting.local_date if meeting is not None else turn.installation.today(turn.now)
    return {"dated": "yes" if meeting is not None else "no", "date": day}


async def told_which(exchange: Exchange, question: Question, given: Given) -> Reply:
    """The list that was meant takes its answer, when it still stands."""
    lists = question.prompt["lists"]
    if given.value is None or not given.value.isdigit() or int(given.value) >= len(lists):
        return text("router-stale-button")
    kind, subject, value = lists[int(given.value)]
    seen = await exchange.seen()
    meant = next((one for one in seen.questions if (one.kind, one.subject_id) == (kind, subject)), None)
    if meant is None or meant.answered_at is not None:
        return text("router-stale-button")
    return await exchange.answer(meant, exchange.given(value))
