"""Words that are corrected before they are confirmed: shown, and kept until others take their place."""

from __future__ import annotations

from typing import Any

from handlers.dialogue import Talk
from handlers.dialogue.state import WRITTEN_BEFORE
from messages import Option, text
from messages.reading.second_thoughts import adds, without_wish
from messages.sentences.pieces import join_pieces

LONGEST_SHOWN = 600
AS_THEY_ARE = Option("end", text("comments-as-they-are"), 1)


def begin_again(talk: Talk, pieces: list[dict[str, Any]]) -> None:
    """Nothing settled of these words holds any more; the words themselves do."""
    for key in ("words", "rest", "private", "read_back", "read_back_nameless"):
        talk.forget(key)
    talk.keep_memo(WRITTEN_BEFORE, pieces)
    talk.row.start = {key: kept for key, kept in talk.start.items() if key not in ("heard", "said", "first")}


async def written_again(talk: Talk, before: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The words to correct, shown: they stay until others take their place, and what only adds to them joins them."""
    words = join_pieces([without_wish(str(piece["text"])) for piece in before]).text
    shown = words if len(words) <= LONGEST_SHOWN else words[:LONGEST_SHOWN] + "..."
    prompt = text("comments-write-these-again", words=shown)
    first, more = text("comments-first"), text("comments-more")
    pieces = await talk.collect("words", prompt, first, more, may_be_empty=True, end=AS_THEY_ARE)
    if not pieces:
        talk.keep("words", before)
        pieces = before
    elif adds(str(pieces[0]["text"])):
        pieces = [*before, *pieces]
        talk.keep("words", pieces)
    talk.keep_memo(WRITTEN_BEFORE, None)
    return pieces
