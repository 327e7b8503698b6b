"""How a coordinator announces on Telegram: in one message, or step by step, always with the preview first."""

from __future__ import annotations

import datetime as dt
import re

from sqlalchemy import select

from db.labels import by_name
from db.organisations import Roundtable
from handlers.acting import Acting, Doubtful, Refused, refuse
from handlers.announcements import acts, drafts
from handlers.announcements.acts import Announcement
from handlers.announcements.audiences import languages_read, read_audience
from handlers.commands import REMOVE, Do, checked, number_and_words
from handlers.dialogue import Given, Talk, Unclear, dialogue
from handlers.own_words import language_of
from handlers.things import ROUNDTABLE
from handlers.turn import Reply, Start
from handlers.when import read_when
from messages import LanguageName, Option, Outgoing, Text, text
from messages.keywords import fold
from messages.languages import CODES

NOW, SKIP = "now", "skip"
MOST_TABLES = 5


async def announce_command(_acting: Acting, rest: str) -> Reply:
    """/annonce, or /annonce <to whom> then the text on the following lines."""
    first, _, words = rest.partition("\n")
    offered: dict[str, str] = {}
    if first.strip():
        offered["audience"] = first.strip()
    if words.strip():
        offered["words"] = acts.check_words(words)
        offered |= {_asked_in(code): SKIP for code in CODES}
        offered["when"] = NOW
    return Start("announcement", prefill=offered, afresh=True)


@dialogue("announcement", verbatim=True)
async def announcement(talk: Talk) -> Reply:
    """To whom, which words, when; then the check page."""
    audience = await read_audience(talk.acting, await _audience(talk))
    words = await _words(talk, "words", text("announcements-ask-words"))
    own = await language_of(talk.acting)
    by_language = {own: words}
    for code in await languages_read(talk.acting, audience, written=own):
        ask = text("announcements-ask-language", language=LanguageName(code))
        written = await _words(talk, _asked_in(code), ask, Option(SKIP, text("announcements-one-language")))
        by_language |= {code: written} if written != SKIP else {}
    send_at = await _when(talk)
    return await checked(talk, Do(acts.announce, Announcement(by_language, audience, send_at)))


def _asked_in(code: str) -> str:
    """The key of the question for the words in a language; that of English is older than the others."""
    return "english" if code == "en" else f"words-{code}"


async def _audience(talk: Talk) -> str:
    options = (
        Option("everyone", text("announcements-everyone")),
        Option("members", text("announcements-members")),
        Option("experts", text("announcements-experts")),
        *[Option(f"table {name}", name) for name in await _tables(talk.acting)],
    )
    while True:
        words = await talk.words("audience", text("announcements-ask-audience"), options=options)
        try:
            await read_audience(talk.acting, words)
        except Refused as refused:
            talk.forget("audience")
            talk.said.append(refused.reason)
            continue
        return words


async def _tables(acting: Acting) -> list[str]:
    """The roundtables to which this coordinator may announce, some of them when there are many."""
    names = select(Roundtable.name).where(ROUNDTABLE.seen_by(acting)).order_by(by_name(Roundtable.name))
    return list(await acting.session.scalars(names.limit(MOST_TABLES)))


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
        try:
            day, start, _end = read_when(given.text, talk.installation.today(talk.now))
        except Doubtful as doubt:
            raise Unclear(doubt.reason) from None
        except Refused:
            raise Unclear(text("announcements-unclear-when")) from None
        assert day is not None
        local = dt.datetime.combine(day, start or dt.time(10), talk.installation.zone)
        if local <= talk.now:
            raise Unclear(text("announcements-past"))
        return local.astimezone(dt.UTC).isoformat()

    options = (Option(NOW, text("announcements-now")),)
    kept = str(await talk.ask("when", Outgoing(text("announcements-ask-when"), options), parse, free_text=True))
    return None if kept == NOW else dt.datetime.fromisoformat(kept)


async def stop_command(acting: Acting, rest: str) -> Do:
    """/annuler 12, or /annuler alone for the one under way."""
    return Do(acts.stop, number_and_words(rest, "annuler")[0] if rest.strip() else await acts.live_number(acting))


async def sendings_command(_acting: Acting, rest: str) -> Do:
    """/envois: the last ones; /envois 12: that one."""
    return Do(acts.progress, number_and_words(rest, "envois")[0]) if rest.strip() else Do(acts.list_broadcasts)


DRAFT_WORDS = re.compile(r"^\s*(?:no\.?\s*)?(\d{1,9})\b[ \t:,;]*(.*)$", re.DOTALL)
SENT = {"envoyer", "send"}


async def draft_command(acting: Acting, rest: str) -> Do:
    """/brouillon: all of them; /brouillon <to whom> then the words on the following lines: a new one; /brouillon 3: as
    phones would show it; with "effacer", "envoyer", or, after its number, whom it is for and other words: "en Hello".
    """
    if not rest.strip():
        return Do(drafts.list_drafts)
    if (match := DRAFT_WORDS.match(rest)) is None:
        to, _, words = rest.strip().partition("\n")
        if not words.strip():
            raise refuse("example-brouillon")
        return Do(drafts.keep_draft, to, words)
    number, words = int(match[1]), match[2].strip()
    if not words:
        return Do(drafts.see_draft, number)
    if fold(words) in REMOVE | SENT:
        return Do(drafts.delete_draft if fold(words) in REMOVE else drafts.send_draft, number)
    first, newline, after = words.partition("\n")
    code = first.strip().casefold()
    if newline and code in CODES:
        return Do(drafts.edit_draft, number, words=after, language=code)
    return Do(drafts.edit_draft, number, to=first, words=after)
