"""Each keyword, texted by somebody who has nothing open: something is answered, and not that nobody understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from db.conversations import HandledAs, IncomingMessage
from db.people import Role
from handlers.router import Router
from handlers.routes import ROUTES
from handlers.turn import Heard, Turn
from messages.keywords import Keyword, data
from messages.languages import BY_KEYWORD
from tests.support.people import settle_in
from tests.support.phones import Phone, Town

# The first word of each keyword that is acted upon, in French and in English.
WORDS: Mapping[str, Mapping[Keyword, str]] = {
    "fr": {keyword: keyword.value for keyword in Keyword},
    "en": {
        Keyword(columns[0]): columns[2].split()[0]
        for row, columns in reversed(list(data.rows("keywords.tsv")))
        if row.folder == "en" and columns[1] in ("main", "exact") and columns[0] not in BY_KEYWORD
    },
}
DONE = (HandledAs.KEYWORD, HandledAs.MEANT, HandledAs.STOP)
TO_A_QUESTION = {Keyword.OUI, Keyword.NON, Keyword.PEUT_ETRE}  # with nothing open, they are asked what they mean


async def wrong_with(town: Town, phone: Phone, words: str) -> str:
    """ "" when it was answered as a keyword."""
    await phone.text(words)
    await town.settle()
    async with town.database.read() as session:
        sender = f"{phone.channel.value}:{phone.address}"
        handled = await session.scalar(select(IncomingMessage.handled_as).where(IncomingMessage.sender == sender))
    if handled in DONE and phone.all:
        return ""
    said = phone.all[-1].text[:60] if phone.all else "nothing"
    return (
        f"{words}: its function, under `keywords` of its topic, gives None; {handled.value if handled else ''}: {said}"
    )


async def test_every_keyword_is_answered_in_french_and_in_english(town: Town) -> None:
    found, number = [], 0
    for language, words in WORDS.items():
        for keyword, word in words.items():
            if keyword in TO_A_QUESTION:
                continue
            number += 1
            phone = town.sms(f"+1819555{number:04}")
            await settle_in(town, phone, f"Rose{number}", Role.EXPERT, language=language)
            found.append((keyword, await wrong_with(town, phone, word)))
    wrong = [f"{keyword.value}: {one}" for keyword, one in found if one]
    assert not wrong, "\n  ".join(["a keyword that nobody answers:", *wrong])


async def test_a_keyword_answered_by_nothing_is_seen(town: Town) -> None:
    async def nothing(_turn: Turn, _heard: Heard) -> None:
        return None

    topics = [replace(topic, keywords=dict.fromkeys(topic.keywords, nothing)) for topic in ROUTES.topics]
    town.inbox = town.heard_by(Router(replace(ROUTES, topics=tuple(topics))))
    rose = town.sms("+18195550101")
    await settle_in(town, rose, "Rose", Role.EXPERT)
    assert "gives None" in await wrong_with(town, rose, Keyword.POSTE.value)
