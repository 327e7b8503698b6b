"""A picture, a voice note, a paper: the answer of a dialogue that waits for it, or kept beside the words with it."""

from __future__ import annotations

from db.conversations import HandledAs
from handlers.router.exchange import Exchange
from handlers.router.handled import Handled
from handlers.router.words import at_the_desk, in_their_words, keyword, what_they_mean
from messages import Kind

NOT_WORDS = (Kind.VOICE, Kind.STICKER, Kind.OTHER, Kind.DOCUMENT)


async def picture(exchange: Exchange) -> Handled | None:
    """A picture that a dialogue waits for is its answer; with words beside it, the words are read and it is kept."""
    turn, seen = exchange.turn, await exchange.seen()
    if not turn.incoming.media and turn.incoming.kind not in NOT_WORDS:
        return None
    is_picture = bool(turn.incoming.media) and turn.incoming.kind is not Kind.VOICE
    if is_picture and seen.dialogue is not None and seen.waiting is not None and not seen.dialogue.collecting:
        return Handled(HandledAs.ANSWER, await exchange.play(seen.dialogue, exchange.given(None)))
    kept = await exchange.routes.media(turn)
    if not turn.text.strip():
        return Handled(HandledAs.MEDIA, kept)
    words = await _in_words(exchange)
    return Handled(words.how, words.reply if words.reply is not None or words.how is not HandledAs.UNKNOWN else kept)


async def _in_words(exchange: Exchange) -> Handled:
    for recogniser in (at_the_desk, keyword, in_their_words, what_they_mean):
        if (handled := await recogniser(exchange)) is not None:
            return handled
    return Handled(HandledAs.UNKNOWN)
