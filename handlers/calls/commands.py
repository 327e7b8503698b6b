"""What coordinators write on Telegram about the call list: see it, take one, answer, say what came of it."""

from __future__ import annotations

import re

from db.conversations import Question
from handlers.access import Act, Actor, actor_of, refuse, require
from handlers.calls import acts, unknowns
from handlers.dialogue import Given
from handlers.turn import Ask, Piece, Said, Turn
from messages import Option, Outgoing, text

AT_ONCE = 5
SENDING = re.compile(r"^\s*(?:envoi|sending)\s+(?:no\.?\s*)?(\d{1,9})\b", re.IGNORECASE)
NUMBERED = re.compile(r"^\s*(\d+)\s*(.*)$", re.DOTALL)


async def calls_command(turn: Turn, rest: str) -> Said:
    """/appels: the list, five cards at a time with their buttons; /appels 12: that one, with what came with it;
    /appels 12 P: what came of it."""
    actor = await _actor(turn)
    match = NUMBERED.match(rest)
    if match and match[2]:
        done = await acts.settle(turn.session, turn.house, actor, int(match[1]), match[2], now=turn.now)
        return done.text
    require(actor, Act.TAKE_CALLS)
    if match:
        card = await acts.card_of(turn.session, turn.house, int(match[1]))
        return [_card(card), *(Outgoing(picture.words, image=picture.name) for picture in card.pictures())]
    found = await acts.cards(turn.session, turn.house)
    if not found:
        return text("calls-none")
    said: list[Piece] = [_card(card) for card in found[:AT_ONCE]]
    if len(found) > AT_ONCE:
        said.append(text("calls-more", count=len(found) - AT_ONCE))
    return said


def _card(card: acts.Card) -> Ask:
    if card.task.kind == unknowns.KIND:
        return Ask(Outgoing(card.text(), unknowns.OPTIONS), "calls.unknown", card.task.id, menu=True)
    options = tuple(Option(letter, text(f"calls-outcome-{letter.lower()}")) for letter in acts.OUTCOMES)
    return Ask(Outgoing(card.text(), options), "calls.outcome", card.task.id, menu=True)


async def told_outcome(turn: Turn, question: Question, given: Given) -> Said:
    actor = await _actor(turn)
    number = int(question.subject_id or 0)
    return (await acts.settle(turn.session, turn.house, actor, number, str(given.value), now=turn.now)).text


async def told_unknown(turn: Turn, question: Question, given: Given) -> Said:
    """The buttons under messages that perhaps arrived."""
    number, again = int(question.subject_id or 0), given.value == unknowns.AGAIN
    actor = await _actor(turn)
    return (await unknowns.settle_card(turn.session, turn.house, actor, number, again, now=turn.now)).text


async def resend_command(turn: Turn, rest: str) -> Said:
    """/renvoyer 12: the messages of card 12; /renvoyer envoi 3: those of a broadcast."""
    return await _settle_unknown(turn, rest, "renvoyer", again=True)


async def leave_command(turn: Turn, rest: str) -> Said:
    """/laisser 12, /laisser envoi 3"""
    return await _settle_unknown(turn, rest, "laisser", again=False)


async def _settle_unknown(turn: Turn, rest: str, command: str, *, again: bool) -> Said:
    sending = SENDING.match(rest)
    number = int(sending[1]) if sending else _numbered(rest, command)[0]
    settle = unknowns.settle_broadcast if sending else unknowns.settle_card
    return (await settle(turn.session, turn.house, await _actor(turn), number, again, now=turn.now)).text


async def took_distress(turn: Turn, question: Question, given: Given) -> Said:
    """The button under an alert."""
    number = int(question.subject_id or 0)
    return (await acts.acknowledge(turn.session, turn.house, await _actor(turn), number, now=turn.now)).text


async def seen_command(turn: Turn, rest: str) -> Said:
    number, _ = _numbered(rest, "vu")
    return (await acts.acknowledge(turn.session, turn.house, await _actor(turn), number, now=turn.now)).text


async def answer_command(turn: Turn, rest: str) -> Said:
    number, words = _numbered(rest, "repondre")
    return (await acts.answer(turn.session, turn.house, await _actor(turn), number, words, now=turn.now)).text


def _numbered(rest: str, command: str) -> tuple[int, str]:
    match = NUMBERED.match(rest)
    if match is None:
        raise refuse(f"example-{command}")
    return int(match[1]), match[2].strip()


async def _actor(turn: Turn) -> Actor:
    if turn.person is None:
        raise refuse("access-not-allowed")
    return await actor_of(turn.session, turn.person, turn.incoming.channel)
