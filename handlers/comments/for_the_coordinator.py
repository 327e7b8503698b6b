"""Words that were for the table, and are for the coordinator alone after all: "dites pas ca, juste pour Maude".

What is promised is done: what was being written stops, what was kept is taken back from the table, and a card holds the
words.
"""

from __future__ import annotations

import datetime as dt

from db.comments import rules
from db.comments.questions import own_comments
from db.conversations import DialogueState, TaskKind
from handlers.comments import authors, forgetting, taking_back
from handlers.comments.free_text import being_written_all, human, written_in
from handlers.dialogue import state
from handlers.events import NotForTheTable
from handlers.heard import for_a_human
from handlers.turn import Reply, Turn
from messages import text

JUST_KEPT = dt.timedelta(days=2)  # later, it may be said of something else: they are asked
LONGEST_NOTE = 1000


async def not_for_the_table(turn: Turn, event: NotForTheTable) -> Reply:
    """The words under way; else those kept lately. None when nothing of theirs waits for the table."""
    if turn.person is None:
        return None
    written: list[int] = []
    for row in await being_written_all(turn):
        ids, until = written_in(row), row.updated_at
        written += ids
        await state.drop(turn.acting, row, DialogueState.DONE)  # a talk cancelled is forgotten, words and all
        await forgetting.keep_words_alone(turn.acting, row, turn.contact, ids, until)
    if written:
        for id in written:
            await for_a_human(turn, TaskKind.QUESTION, of=id)
        return text("comments-for-a-human", **human(turn))
    own = await own_comments(turn.session, turn.person.id, turn.contact.id, turn.text)
    waiting = [one for one in own if rules.can_be_withdrawn(one.state.value)]
    if not waiting:
        return None
    one = waiting[0]
    lately = one.confirmed_at is not None and one.confirmed_at > turn.now - JUST_KEPT
    if len(waiting) > 1 or not one.with_name or not lately:
        return await taking_back.withdraw(turn, "")  # which of them, or whether: nothing says whose a nameless one is
    words, number = one.words, one.number
    await authors.withdraw(turn.acting, one)
    await for_a_human(turn, TaskKind.QUESTION, note=words[:LONGEST_NOTE])
    return text("comments-taken-for-a-human", number=number, **human(turn))
