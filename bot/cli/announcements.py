"""`portevoix announce` and `portevoix broadcast`: the preview and its cost first, then the number retyped, or --yes."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Awaitable, Callable

import typer
from sqlalchemy import select

from bot.cli.acting import AS, JSON, YES, Acting, run_act
from db.deliveries import Broadcast
from handlers.access import Done, refuse
from handlers.announcements import acts
from handlers.announcements.acts import Announcement
from handlers.announcements.audiences import read_audience
from handlers.broadcasts import Approval, Preview, approval_for
from handlers.meetings.spec import read_when
from handlers.preview import preview_texts
from messages import Channel, text

app = typer.Typer(help="Broadcasts under way: list, show, pause, resume, cancel, approve.", no_args_is_help=True)
PEOPLE = typer.Option(
    None, "--people", help="The number of people, retyped: for a large one, alone, --yes is not enough."
)
NUMBER = typer.Argument(..., help="The broadcast's number.")


def announce(
    to: str = typer.Option(..., "--to", help="everyone, members, experts, roundtable NAME, territory NAME, sms..."),
    words: str = typer.Option(..., "--text", help="The words. {name} becomes the first name."),
    english: str = typer.Option("", "--text-en", help="The same words in English."),
    at: str = typer.Option("", "--at", help='When: "2026-12-08 10:00"; empty: now.'),
    urgent: bool = typer.Option(False, "--urgent", help="It cannot wait: it reaches those who asked for less, too."),
    yes: bool = YES,
    retype: int | None = PEOPLE,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Announce to an audience, with the exact preview and the cost before anything leaves."""

    async def wanted(acting: Acting) -> Announcement:
        audience = await read_audience(acting.session, acting.house.organisation_id, to)
        by_language = {acting.house.default_language: words} | ({"en": english} if english else {})
        return Announcement(by_language, audience, send_at(acting, at), urgent)

    async def look(acting: Acting) -> Done:
        announcement = await wanted(acting)
        shown = await acts.preview_announcement(
            acting.session, acting.house, acting.actor, announcement, now=acting.now
        )
        show(acting, shown, quiet=as_json)
        if not shown.count.total:
            raise refuse("announcements-nobody")
        return await to_retype(acting, shown.count.total)

    people = confirmed_count(look, yes, retype, acting_as, as_json)

    async def act(acting: Acting) -> Done:
        announcement = await wanted(acting)
        return await acts.announce(
            acting.session, acting.house, acting.actor, announcement, now=acting.now, approved_count=people
        )

    run_act(act, acting_as=acting_as, as_json=as_json)


async def to_retype(acting: Acting, people: int) -> Done:
    """What a preview leads to: the number of people, the words that ask to retype it, whether --yes is enough."""
    words = text("announcements-retype", people=people)
    asked = acting.house.catalogue.text(words, acting.house.default_language, Channel.TELEGRAM)
    enough = await approval_for(acting.session, acting.house, people) is not Approval.RETYPED
    return Done(words, {"people": people, "asked": asked, "yes_is_enough": enough})


def confirmed_count(
    look: Callable[[Acting], Awaitable[Done]], yes: bool, retype: int | None, acting_as: str | None, as_json: bool
) -> int:
    """Show the preview, then ask for the number of people while no transaction is open: the program goes on meanwhile.

    Whoever retypes another number, or sits at no terminal, confirms nothing.
    """
    shown = run_act(look, acting_as=acting_as, as_json=as_json, preview=True)
    people: int = shown.data["people"]
    confirmed = retype == people if retype is not None else yes and shown.data["yes_is_enough"]
    if not confirmed and not (sys.stdin.isatty() and input(f"{shown.data['asked']} ").strip() == str(people)):
        id = "announcements-not-confirmed" if shown.data["yes_is_enough"] else "announcements-not-retyped"
        _refuse_unconfirmed(id, people, acting_as, as_json)
    return people


def _refuse_unconfirmed(id: str, people: int, acting_as: str | None, as_json: bool) -> None:
    async def unconfirmed(acting: Acting) -> Done:
        raise refuse(id, people=people)

    run_act(unconfirmed, acting_as=acting_as, as_json=as_json)


def send_at(acting: Acting, words: str) -> dt.datetime | None:
    if not words:
        return None
    day, start, _end = read_when(words, acting.house.today(acting.now))
    assert day is not None
    return dt.datetime.combine(day, start or dt.time(10), acting.house.zone).astimezone(dt.UTC)


def show(acting: Acting, shown: Preview, *, quiet: bool) -> None:
    """The preview goes to the error stream when a program reads the other one."""
    for part in preview_texts(acting.house, shown, acting.house.default_language):
        words = acting.house.catalogue.text(part, acting.house.default_language, Channel.TELEGRAM)
        print(words, end="\n\n", file=sys.stderr if quiet else sys.stdout)


@app.command("list")
def list_(acting_as: str = AS, as_json: bool = JSON) -> None:
    """The last twenty, with where each stands."""

    async def act(acting: Acting) -> Done:
        rows = await acting.session.scalars(select(Broadcast).order_by(Broadcast.id.desc()).limit(20))
        lines, data = [], []
        for row in rows:
            done = await acts.progress(acting.session, acting.house, acting.actor, row.id)
            lines.append(done.text)
            data.append(done.data | {"kind": row.kind})
        if not lines:
            return Done(text("announcements-none"), {"broadcasts": []})
        return Done(text("announcements-list", lines=lines), {"broadcasts": data})

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("show")
def show_(number: int = NUMBER, acting_as: str = AS, as_json: bool = JSON) -> None:
    """Where it stands; the counts add up to the total."""
    _run(lambda a: acts.progress(a.session, a.house, a.actor, number), acting_as, as_json)


@app.command()
def pause(number: int = NUMBER, acting_as: str = AS, as_json: bool = JSON) -> None:
    """Nothing more of it leaves until it is resumed."""
    _run(lambda a: acts.pause(a.session, a.house, a.actor, number, now=a.now), acting_as, as_json)


@app.command()
def resume(number: int = NUMBER, acting_as: str = AS, as_json: bool = JSON) -> None:
    """Let it go on."""
    _run(lambda a: acts.resume(a.session, a.house, a.actor, number, now=a.now), acting_as, as_json)


@app.command()
def cancel(number: int = NUMBER, acting_as: str = AS, as_json: bool = JSON) -> None:
    """Stop what has not left."""
    _run(lambda a: acts.stop(a.session, a.house, a.actor, number, now=a.now), acting_as, as_json)


@app.command()
def approve(number: int = NUMBER, acting_as: str = AS, as_json: bool = JSON) -> None:
    """The second approval of a large one."""
    _run(lambda a: acts.second_approval(a.session, a.house, a.actor, number, now=a.now), acting_as, as_json)


def _run(act: Callable[[Acting], Awaitable[Done]], acting_as: str | None, as_json: bool) -> None:
    run_act(act, acting_as=acting_as, as_json=as_json)
