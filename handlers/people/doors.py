"""The ways in: JOINDRE, Telegram's Start, and a language asked for."""

from __future__ import annotations

import datetime as dt

from db.contacts import Consent, Reach
from db.conversations import Question, current_dialogue
from handlers.dialogue import Given
from handlers.heard import heard_since
from handlers.people import linking, stopping, strangers
from handlers.turn import Ask, Said, Start, Turn
from messages import Channel, Option, Outgoing, text
from messages.keywords import Keyword, Understood, understand

MOST_WELCOMES = 4


async def join_keyword(turn: Turn, understood: Understood) -> Said:
    """JOINDRE: the dialogue, or, for someone already in, says so and asks whether another person comes."""
    if await _joining(turn):
        return []
    if turn.contact.reach is Reach.BLOCKED and turn.incoming.channel is Channel.SMS:
        return await stopping.blocked_writes(turn)
    if turn.contact.consent is Consent.GIVEN and (turn.person is not None or turn.contact.shared):
        return _already_in(turn)
    if turn.person is not None:
        return await strangers.consented(turn, turn.text, asked="")
    return await start_join(turn)


async def start_join(turn: Turn) -> Said:
    """The welcome, a few times a day at most for one number: it is long, and numbers can be forged."""
    begun = await heard_since(turn, [f"keyword:{Keyword.JOINDRE}"], turn.now - dt.timedelta(days=1))
    return Start("join", {"words": turn.text}) if begun < MOST_WELCOMES else None


async def _joining(turn: Turn) -> bool:
    under_way = await current_dialogue(turn.session, turn.contact.id)
    return under_way is not None and under_way.name == "join"


def _already_in(turn: Turn) -> Said:
    name = turn.person.name if turn.person is not None else ""
    if turn.incoming.channel is Channel.TELEGRAM:
        return text("people-already-in", name=name, contact=turn.house.contact_name, phone=turn.house.contact_phone)
    options = (Option("same", text("people-it-is-me")), Option("another", text("people-another-person")))
    return Ask(Outgoing(text("people-already-in-who"), options), "people.another")


async def told_another(turn: Turn, question: Question, given: Given) -> Said:
    """Someone else joins on a phone where one person is in already."""
    if given.value == "another":
        return Start("join", {"words": "JOINDRE", "another": True})
    return text("people-nothing-changed")


async def start_command(turn: Turn, rest: str) -> Said:
    """/start, as Telegram's own button sends it; with a code behind it when it came from a link."""
    if rest and (linked := await linking.code_given(turn, rest)) is not None:
        return linked
    if turn.person is not None and turn.contact.consent in (Consent.INVITED, Consent.NONE):
        return strangers.invitation(turn.house, turn.person)
    if turn.person is not None and turn.contact.consent is Consent.WITHDRAWN:
        return await stopping.come_back(turn, understand(turn.text))
    return await join_keyword(turn, understand(""))


async def language_keyword(turn: Turn, understood: Understood) -> Said:
    """FRANCAIS, ENGLISH, ESPANOL: from now on; for someone unknown, the welcome in that language."""
    language = {Keyword.FRANCAIS: "fr", Keyword.ENGLISH: "en", Keyword.ESPANOL: "es"}[
        understood.keyword or Keyword.FRANCAIS
    ]
    if language not in turn.house.catalogue.languages:
        return text("people-language-unknown", name=turn.house.contact_name, phone=turn.house.contact_phone)
    turn.contact.language = language
    if turn.person is None and not turn.contact.shared:
        return [] if await _joining(turn) else await start_join(turn)
    if turn.person is not None:
        turn.person.language = language
    return text("people-language-set")
