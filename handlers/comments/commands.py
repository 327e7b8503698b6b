"""What coordinators write about comments: see them, take them, mark them read, answer each."""

from __future__ import annotations

from handlers.acting import Acting
from handlers.commands import Do, check_of, number_and_words, shown
from handlers.comments import acts, looking
from handlers.turn import Reply


async def see_command(acting: Acting, rest: str) -> Reply:
    """/commentaires: those that wait. /commentaires 12: what was written, then whether to take what nobody took yet."""
    if not rest.strip():
        return await Do(looking.see_open)(acting)
    number, _ = number_and_words(rest, "commentaires")
    found = await acts.see_comments(acting, number)
    if not found.data.get("to_take"):
        return shown(found)
    return [*shown(found), check_of("porter", number)]


async def read_command(acting: Acting, rest: str) -> Do:
    """/lu 12, or /lu 12 mardi 8 décembre"""
    number, words = number_and_words(rest, "lu")
    return Do(acts.mark_read, number, acts.read_on_day(acting, words))


async def answer_command(acting: Acting, rest: str) -> Do:
    """/suite 14 retenu Le camp ouvrira à 8h30."""
    number, words = number_and_words(rest, "suite")
    decision, reason = acts.read_decision(words)
    act = acts.correct_answer if await acts.answered_already(acting, number) else acts.answer
    return Do(act, number, decision, reason)
