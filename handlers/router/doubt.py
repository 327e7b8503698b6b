"""Unsure what a word means: asked, never guessed."""

from __future__ import annotations

from handlers.heard import for_a_human
from handlers.topics import Routes
from handlers.turn import Ask, Said, Turn
from messages import Option, Outgoing, text
from messages.keywords import Keyword, Understood

MEANT = "router.meant"


async def did_you_mean(routes: Routes, turn: Turn, understood: Understood) -> Said:
    """One question with two answers. Broadcasts wait while someone may want to stop."""
    keyword = understood.keyword
    assert keyword is not None
    turn.row.fate = f"ask:{keyword.value}"
    if keyword is Keyword.ANNULER and (handler := routes.on_keyword(keyword)) is not None:
        return await handler(turn, understood)
    options = [Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no"))]
    prompt = text("router-did-you-mean", word=text(f"router-word-{keyword.value.lower().replace(' ', '-')}"))
    if keyword is Keyword.ARRET:
        turn.contact.hold = True
        prompt = text("router-did-you-mean-stop")
        await _may_want_to_stop(turn)
    if keyword is Keyword.RECLAMER and understood.payload:
        prompt = text("router-which-demand")
        options = [Option("yes", text("router-demand-claim")), Option("no", text("router-demand-comment"))]
    stop = keyword is Keyword.ARRET
    return Ask(Outgoing(prompt, tuple(options)), MEANT, subject_id=turn.row.id, important=stop)


async def _may_want_to_stop(turn: Turn) -> None:
    """Should the question stay without an answer, a human sees it."""
    await for_a_human(turn, "maybe_stop", once=True)
