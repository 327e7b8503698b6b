"""What those who read the chapter answer: it is so, or what is not."""

from __future__ import annotations

import datetime as dt

from db.conversations import Question
from handlers.dialogue import Given
from handlers.report import reading
from handlers.turn import Ask, Reply, Turn
from messages import Outgoing, text

ANSWER_WITHIN = dt.timedelta(days=14)


async def answered_chapter(turn: Turn, question: Question, given: Given) -> Reply:
    """Yes; no, and they are asked what; or at once their own words."""
    if turn.person is None or question.subject_id is None:
        return text("router-stale-button")
    if given.value == "yes":
        return await reading.say_right(turn.acting, question.subject_id, turn.person)
    if given.value == "no":
        return Ask(Outgoing(text("report-what-is-wrong")), reading.REMARK, question.subject_id, lasts=ANSWER_WITHIN)
    return await reading.say_wrong(turn.acting, question.subject_id, turn.person, given.text)


async def answered_remark(turn: Turn, question: Question, given: Given) -> Reply:
    if turn.person is None or question.subject_id is None:
        return text("router-stale-button")
    return await reading.say_wrong(turn.acting, question.subject_id, turn.person, given.text)
