"""How a coordinator announces on Telegram: in one message, or step by step, always with the preview first."""

from __future__ import annotations

import datetime as dt

from db.deliveries import Broadcast
from handlers.access import Actor, Refused, actor_of, refuse
from handlers.announcements import acts
from handlers.announcements.acts import Announcement
from handlers.announcements.audiences import read_audience
from handlers.dialogue import Given, Talk, Unclear, dialogue
from handlers.dialogue.talk import digest_of
from handlers.preview import preview_texts
from handlers.turn import Said, Start, Turn
from messages import Option, Outgoing, Text, text
from messages.sentences import dates

NOW = "now"


async def announce_command(turn: Turn, rest: str) -> Said:
    """/annonce, or /annonce <to whom> then the text on the following lines."""
    first, _, words = rest.partition("\n")
    offered: dict[str, str] = {}
    if first.strip():
        offered["audience"] = first.strip()
    if words.strip():
        offered["words"] = acts.check_words(words)
        offered["english"] = "skip"
        offered["when"] = NOW
    return Start("announcement", offered=offered, afresh=True)


@dialogue("announcement")
async def announcement(talk: Talk) -> Said:
    actor = await _actor(talk)
    audience_words = await _audience(talk)
    audience = await read_audience(talk.session, talk.house.organisation_id, audience_words)
    words = await _words(talk, "words", text("announcements-ask-words"))
    skip = Option("skip", text("announcements-no-english"))
    english = await _words(talk, "english", text("announcements-ask-english"), skip)
    send_at = await _when(talk)
    by_language = {talk.house.default_language: words} | ({"en": english} if english != "skip" else {})
    wanted = Announcement(by_language, audience, send_at)
    shown = await acts.preview_announcement(talk.session, talk.house, actor, wanted, now=talk.now)
    for part in preview_texts(talk.house, shown, talk.language):
        await talk.tell_once(digest_of(part), part)
    if not shown.count.total:
        return text("announcements-nobody")
    typed = await _retyped(talk, shown.count.total)
    if typed == "no":
        return text("announcements-dropped")
    done = await acts.announce(talk.session, talk.house, actor, wanted, now=talk.now, approved_count=shown.count.total)
    broadcast = await talk.session.get_one(Broadcast, done.data["broadcast"])
    broadcast.progress_contact_id = talk.contact.id
    return done.text


async def _actor(talk: Talk) -> Actor:
    assert talk.person is not None
    return await actor_of(talk.session, talk.person, talk.contact.channel)


async def _audience(talk: Talk) -> str:
    options = (
        Option("everyone", text("announcements-everyone")),
        Option("members", text("announcements-members")),
        Option("experts", text("announcements-experts")),
    )
    while True:
        words = await talk.words("audience", text("announcements-ask-audience"), options=options)
        try:
            await read_audience(talk.session, talk.house.organisation_id, words)
        except Refused as refused:
            talk.forget("audience")
            talk.said.append(refused.reason)
            continue
        return words


async def _words(talk: Talk, key: str, prompt: Text, *options: Option) -> str:
    """The words, checked at once: too long, or with a variable that nobody fills, they are asked again."""

    def parse(given: Given) -> str:
        if given.value in [option.value for option in options]:
            return str(given.value)
        try:
            return acts.check_words(given.text)
        except Refused as refused:
            raise Unclear(refused.reason) from None

    return str(await talk.ask(key, Outgoing(prompt, options), parse, free_text=True))


async def _when(talk: Talk) -> dt.datetime | None:
    def parse(given: Given) -> str:
        if given.value == NOW:
            return NOW
        found = dates.when(given.text, talk.house.today(talk.now))
        if found is None or found.day is None:
            raise Unclear(text("announcements-unclear-when"))
        local = dt.datetime.combine(found.day, found.start or dt.time(10), talk.house.zone)
        if local <= talk.now:
            raise Unclear(text("announcements-past"))
        return local.astimezone(dt.UTC).isoformat()

    options = (Option(NOW, text("announcements-now")),)
    kept = str(await talk.ask("when", Outgoing(text("announcements-ask-when"), options), parse, free_text=True))
    return None if kept == NOW else dt.datetime.fromisoformat(kept)


async def _retyped(talk: Talk, people: int) -> str:
    """The coordinator retypes the number of people: a gesture that cannot be made without reading it."""

    def parse(given: Given) -> str:
        if given.text.strip() == str(people):
            return str(people)  # for one person, "1" is their number, not the first option
        if given.value == "no":
            return "no"
        raise Unclear(text("announcements-retype-again", people=people))

    options = (Option("no", text("announcements-do-not-send")),)
    prompt = text("announcements-retype", people=people)
    typed = str(await talk.ask("retyped", Outgoing(prompt, options), parse, free_text=True))
    if typed not in ("no", str(people)):
        talk.forget("retyped")
        talk.said.append(text("dialogue-changed"))
        return await _retyped(talk, people)
    return typed


async def stop_command(turn: Turn, rest: str) -> Said:
    number = _number(rest)
    return await _by_command(turn, lambda actor: acts.stop(turn.session, turn.house, actor, number, now=turn.now))


async def pause_command(turn: Turn, rest: str) -> Said:
    return await _numbered(turn, rest, acts.pause, "pause")


async def resume_command(turn: Turn, rest: str) -> Said:
    return await _numbered(turn, rest, acts.resume, "reprendre")


async def approve_command(turn: Turn, rest: str) -> Said:
    return await _numbered(turn, rest, acts.second_approval, "approuver")


async def progress_command(turn: Turn, rest: str) -> Said:
    number = _number(rest)
    if number is None:
        raise refuse("example-envois")
    return await _by_command(turn, lambda actor: acts.progress(turn.session, turn.house, actor, number))


async def _numbered(turn: Turn, rest: str, act: object, command: str) -> Said:
    number = _number(rest)
    if number is None:
        raise refuse(f"example-{command}")
    return await _by_command(
        turn,
        lambda actor: act(turn.session, turn.house, actor, number, now=turn.now),  # type: ignore[operator]
    )


async def _by_command(turn: Turn, act: object) -> Text:
    assert turn.person is not None
    actor = await actor_of(turn.session, turn.person, turn.incoming.channel)
    done = await act(actor)  # type: ignore[operator]
    return done.text  # type: ignore[no-any-return]


def _number(words: str) -> int | None:
    digits = "".join(c for c in words if c.isdigit())
    return int(digits) if digits else None
