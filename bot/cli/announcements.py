"""`portevoix announce`: the check page and its cost first; `portevoix broadcast` is made from the acts."""

from __future__ import annotations

import datetime as dt

import typer

from bot.cli.acting import AS, DRY_RUN, JSON, PEOPLE, SEEN, YES, run_act
from bot.cli.generated import add_twins
from handlers.acting import Acting, ActResult, refuse
from handlers.announcements import acts
from handlers.announcements.acts import Announcement
from handlers.announcements.audiences import read_audience
from handlers.when import read_when

app = typer.Typer(help="Broadcasts under way: list, show, pause, resume, cancel, approve.", no_args_is_help=True)
add_twins(app, "broadcast")
drafts = typer.Typer(
    help="Announcements written and not sent: add, list, show, try, edit, send, delete.", no_args_is_help=True
)
add_twins(drafts, "draft")


def announce(
    to: str = typer.Option(..., "--to", help="everyone, members, experts, roundtable NAME, territory NAME, sms..."),
    words: str = typer.Option(..., "--text", help="The words. {name} becomes the first name."),
    others: list[str] = typer.Option([], "--text-in", help='The same words in another language: "es=Hola {name}".'),
    english: str = typer.Option("", "--text-en", help="The same words in English: --text-in en=..."),
    at: str = typer.Option("", "--at", help='When: "2026-12-08 10:00"; empty: now.'),
    urgent: bool = typer.Option(False, "--urgent", help="It cannot wait: it reaches those who asked for less, too."),
    yes: bool = YES,
    people: int | None = PEOPLE,
    seen: str = SEEN,
    dry_run: bool = DRY_RUN,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Announce to an audience, with the exact preview and the cost before anything leaves."""

    async def act(acting: Acting) -> ActResult:
        audience = await read_audience(acting, to)
        by_language = {acting.installation.default_language: words}
        by_language |= dict(_in_language(acting, other) for other in (f"en={english}", *others) if other != "en=")
        return await acts.announce(acting, Announcement(by_language, audience, _send_at(acting, at), urgent))

    run_act(act, acting_as=acting_as, as_json=as_json, yes=yes, people=people, seen=seen, dry_run=dry_run)


def _in_language(acting: Acting, written: str) -> tuple[str, str]:
    """ "es=Hola {name}" as the code of the language and the words."""
    code, sign, words = written.partition("=")
    if not sign or code.strip() not in acting.installation.catalogue.languages:
        known = acting.installation.catalogue.languages
        raise refuse("announcements-bad-language", language=code[:20], known=known)
    return code.strip(), words


def _send_at(acting: Acting, words: str) -> dt.datetime | None:
    if not words:
        return None
    day, start, _end = read_when(words, acting.today)
    assert day is not None
    return dt.datetime.combine(day, start or dt.time(10), acting.installation.zone).astimezone(dt.UTC)
