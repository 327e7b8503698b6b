"""`portevoix digest`: the month's items, their order, the day, the preview, the approval."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import typer

from bot.cli.acting import AS, JSON, YES, Acting, Stop, run_act
from bot.cli.announcements import PEOPLE, confirmed_count, show, to_retype
from handlers.access import Done
from handlers.digest import acts
from handlers.meetings.spec import read_when
from messages import text

app = typer.Typer(help="The monthly digest.", no_args_is_help=True)
ITEM = typer.Argument(..., help="The item's number.")


@app.command("list")
def list_(acting_as: str = AS, as_json: bool = JSON) -> None:
    """The month's items, and when they leave."""
    _run(lambda a: acts.list_items(a.session, a.house, a.actor, now=a.now), acting_as, as_json)


@app.command()
def propose(
    words: str = typer.Argument(..., help='"title | text", or a sentence.'),
    language: str = typer.Option("fr", "--language"),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Suggest an item."""
    title, body = acts.split(words)
    kept = f"{acts.shortened(title)}|{body}"
    _run(lambda a: acts.propose(a.session, a.house, a.actor, kept, language=language, now=a.now), acting_as, as_json)


@app.command()
def edit(
    number: int = ITEM,
    words: str = typer.Argument(..., help='"title | text"'),
    language: str = typer.Option("", "--language", help="en: its English."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Rewrite an item, or give its English."""

    async def act(acting: Acting) -> Done:
        return await acts.edit(
            acting.session, acting.house, acting.actor, number, words, language=language or None, now=acting.now
        )

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("set-aside")
def set_aside(number: int = ITEM, acting_as: str = AS, as_json: bool = JSON) -> None:
    """Leave an item out, or take it back in."""
    _run(lambda a: acts.set_aside(a.session, a.house, a.actor, number, now=a.now), acting_as, as_json)


@app.command()
def order(
    numbers: list[int] = typer.Argument(..., help="Items, in the order wanted."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Put items first, in this order."""
    _run(lambda a: acts.order(a.session, a.house, a.actor, numbers, now=a.now), acting_as, as_json)


@app.command()
def day(
    number: int = typer.Argument(..., help="The day of the month; 31 is the last one."),
    at: str = typer.Option("", "--at", help="The hour, such as 10:00."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Choose the day and hour it leaves."""

    async def act(acting: Acting) -> Done:
        hour = read_when(at, acting.house.today(acting.now), need_day=False)[1] if at else None
        if at and hour is None:
            raise Stop(text("shell-bad-hour", hour=at[:20]), 2)
        return await acts.choose_day(acting.session, acting.house, acting.actor, number, hour, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command()
def preview(acting_as: str = AS, as_json: bool = JSON) -> None:
    """Exactly what each phone will show, with people, segments and cost. Nothing is approved."""

    async def act(acting: Acting) -> Done:
        shown = await acts.preview_digest(acting.session, acting.house, acting.actor, now=acting.now)
        show(acting, shown, quiet=as_json)
        people = shown.count.total
        data = {"people": people, "segments": shown.segments, "cost": f"{shown.cost.cents / 100:.2f}"}
        return Done(text("digest-previewed", people=people), data)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command()
def approve(yes: bool = YES, retype: int | None = PEOPLE, acting_as: str = AS, as_json: bool = JSON) -> None:
    """Approve the month's digest after its preview: it leaves by itself on its day."""

    seen: list[str] = []

    async def look(acting: Acting) -> Done:
        shown = await acts.preview_digest(acting.session, acting.house, acting.actor, now=acting.now)
        show(acting, shown, quiet=as_json)
        seen.append(shown.fingerprint)
        return await to_retype(acting, shown.count.total)

    people = confirmed_count(look, yes, retype, acting_as, as_json)

    async def act(acting: Acting) -> Done:
        given = (acting.session, acting.house, acting.actor)
        return await acts.approve(*given, approved_count=people, seen=seen[0], now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command()
def back(acting_as: str = AS, as_json: bool = JSON) -> None:
    """Take back an approved digest that has not left."""
    _run(lambda a: acts.take_back(a.session, a.house, a.actor, now=a.now), acting_as, as_json)


def _run(act: Callable[[Acting], Awaitable[Done]], acting_as: str | None, as_json: bool) -> None:
    run_act(act, acting_as=acting_as, as_json=as_json)
