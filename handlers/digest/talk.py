"""How items are proposed, how a digit brings an item's text, how a coordinator approves the month's digest."""

from __future__ import annotations

import re

from db.conversations import Question
from db.digests import DigestItem
from handlers.access import Actor, actor_of, refuse
from handlers.dialogue import Given, Talk, Unclear, dialogue
from handlers.dialogue.talk import digest_of
from handlers.digest import acts
from handlers.preview import preview_texts
from handlers.turn import Said, Start, Turn
from messages import Option, Outgoing, text
from messages.keywords import fold
from messages.sentences import dates

# "nouvelle adresse" is no news for the digest: that word wants its colon.
PROPOSE = re.compile(
    r"^\s*(?:(?:proposer|propose|proposition|suggestion)\b\s*[:,-]?|(?:nouvelle|news)\s*:)\s*", re.IGNORECASE
)
# "/item 3 en ...": its English. "En mars, ..." is a French title.
LANGUAGE = re.compile(r"^(en|fr)\s+(?=\S)|^(en|fr)\s*:\s*", re.DOTALL)


async def propose_command(turn: Turn, rest: str) -> Said:
    if not rest.strip():
        return Start("propose")
    return await _propose(turn, rest)


async def proposed_by_text(turn: Turn) -> Said:
    """ "PROPOSER le frigo est ouvert": the same from a basic phone."""
    match = PROPOSE.match(turn.text)
    if match is None or turn.person is None:
        return None
    words = turn.text[match.end() :].strip()
    return await _propose(turn, words) if words else Start("propose")


async def _propose(turn: Turn, words: str) -> Said:
    if turn.person is None:
        return None
    actor = await actor_of(turn.session, turn.person, turn.incoming.channel)
    title, body = acts.split(words)
    words = f"{acts.shortened(title)}|{body}"
    done = await acts.propose(turn.session, turn.house, actor, words, language=turn.language, now=turn.now)
    return done.text


@dialogue("propose")
async def propose(talk: Talk) -> Said:
    words = await talk.words("words", text("digest-ask-item"), longest=acts.LONGEST_BODY)
    title, body = acts.split(words)
    done = await acts.propose(
        talk.session,
        talk.house,
        await _talker(talk),
        f"{acts.shortened(title)}|{body}",
        language=talk.language,
        now=talk.now,
    )
    return done.text


async def item_asked(turn: Turn, question: Question, given: Given) -> Said:
    """A digit after the short form: that item's text."""
    item = await turn.session.get(DigestItem, int(str(given.value)))
    if item is None:
        return text("router-stale-button")
    return text("digest-item", title=acts.title_in(item, turn.language), body=acts.body_in(item, turn.language))


async def digest_command(turn: Turn, rest: str) -> Said:
    """/infolettre: the month's items. /infolettre jour 28 10:00. /infolettre reprendre."""
    actor = await _actor(turn)
    word, _, more = rest.strip().partition(" ")
    if fold(word) in ("jour", "day"):
        return await _day(turn, actor, more)
    if fold(word) in ("reprendre", "back"):
        return (await acts.take_back(turn.session, turn.house, actor, now=turn.now)).text
    if fold(word) in ("envoyer", "approuver", "send", "approve"):
        return Start("digest", afresh=True)
    return (await acts.list_items(turn.session, turn.house, actor, now=turn.now)).text


async def _day(turn: Turn, actor: Actor, words: str) -> Said:
    match = re.match(r"\s*(\d{1,2})\b(.*)$", words)
    if match is None:
        raise refuse("digest-bad-day")
    at = dates.when(match[2], turn.house.today(turn.now)).start if match[2].strip() else None
    return (await acts.choose_day(turn.session, turn.house, actor, int(match[1]), at, now=turn.now)).text


async def item_command(turn: Turn, rest: str) -> Said:
    """/item 3 titre | texte ; /item 3 en title | text ; /item 3 fr titre | texte ; /item 3 retirer"""
    match = re.match(r"\s*(\d+)\s+(.+)$", rest, re.DOTALL)
    if match is None:
        raise refuse("example-item")
    number, words = int(match[1]), match[2].strip()
    actor = await _actor(turn)
    if fold(words) in ("retirer", "remove", "remettre", "put back"):
        return (await acts.set_aside(turn.session, turn.house, actor, number, now=turn.now)).text
    found = LANGUAGE.match(words)
    language = (found[1] or found[2]) if found else None
    words = words[found.end() :] if found else words
    done = await acts.edit(turn.session, turn.house, actor, number, words, language=language, now=turn.now)
    return done.text


async def order_command(turn: Turn, rest: str) -> Said:
    numbers = [int(n) for n in re.findall(r"\d+", rest)]
    if not numbers:
        raise refuse("example-ordre")
    return (await acts.order(turn.session, turn.house, await _actor(turn), numbers, now=turn.now)).text


async def send_command(turn: Turn, rest: str) -> Said:
    return Start("digest", afresh=True)


@dialogue("digest")
async def digest(talk: Talk) -> Said:
    """The preview, then the number of people retyped: the month's digest is approved."""
    actor = await _talker(talk)
    shown = await acts.preview_digest(talk.session, talk.house, actor, now=talk.now)
    if talk.asked_key == "retyped" and talk.asked_shown not in ("", shown.fingerprint):
        talk.given = None  # they answered an older picture: an item came, or was changed, since
        talk.said.append(text("dialogue-changed"))
    for part in preview_texts(talk.house, shown, talk.language):
        await talk.tell_once(digest_of(part), part)
    people = shown.count.total

    def parse(given: Given) -> str:
        if given.text.strip() == str(people):
            return str(people)  # for one person, "1" is their number, not the first option
        if given.value == "no":
            return "no"
        raise Unclear(text("announcements-retype-again", people=people))

    options = (Option("no", text("announcements-do-not-send")),)
    prompt = Outgoing(text("digest-retype", people=people), options)
    typed = await talk.ask("retyped", prompt, parse, free_text=True, shown=shown.fingerprint)
    if typed == "no":
        return text("digest-not-approved")
    seen = shown.fingerprint
    done = await acts.approve(talk.session, talk.house, actor, approved_count=int(typed), seen=seen, now=talk.now)
    return done.text


async def _talker(talk: Talk) -> Actor:
    if talk.person is None:
        raise refuse("access-not-allowed")
    return await actor_of(talk.session, talk.person, talk.contact.channel)


async def _actor(turn: Turn) -> Actor:
    if turn.person is None:
        raise refuse("access-not-allowed")
    return await actor_of(turn.session, turn.person, turn.incoming.channel)
