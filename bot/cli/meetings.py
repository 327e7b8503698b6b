"""`portevoix meeting`: plan, announce, move, cancel, note who came, send the plain minutes."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import typer

from bot.cli.acting import AS, JSON, Acting, run_act
from db.meetings.questions import people_invited
from handlers.access import Done, refuse
from handlers.meetings import acts
from handlers.meetings.commands import read_presences
from handlers.meetings.spec import MeetingSpec, read_point, read_when, read_yaml

app = typer.Typer(help="Meetings: plan, announce, move, cancel, note who came, send the minutes.", no_args_is_help=True)
NUMBER = typer.Argument(..., help="The meeting's number.")


@app.command()
def add(
    file: Path = typer.Option(..., "--file", help="A YAML file such as docs/examples/rencontre.yaml; - reads it here."),
    announce: bool = typer.Option(False, "--announce", help="Announce it at once: its reminders are planned."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Plan a meeting from a file, as a draft."""

    async def act(acting: Acting) -> Done:
        spec = read_yaml(_content(file), acting.house.today(acting.now))
        done = await acts.add_meeting(acting.session, acting.house, acting.actor, spec, now=acting.now)
        if not announce:
            return done
        number = done.data["meeting"]
        return await acts.announce_meeting(acting.session, acting.house, acting.actor, number, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command("list")
def list_(acting_as: str = AS, as_json: bool = JSON) -> None:
    """The meetings to come and those of the last two months, with who comes."""
    _run(lambda a: acts.list_meetings(a.session, a.house, a.actor, now=a.now), acting_as, as_json)


@app.command()
def announce(number: int = NUMBER, acting_as: str = AS, as_json: bool = JSON) -> None:
    """From draft to announced: the reminders are planned."""
    _run(lambda a: acts.announce_meeting(a.session, a.house, a.actor, number, now=a.now), acting_as, as_json)


@app.command()
def move(
    number: int = NUMBER,
    when: str = typer.Option("", "--when", help='The new day and hours: "2026-12-09 13:30-15:30".'),
    place: str = typer.Option("", "--place"),
    dial_in: str = typer.Option("", "--dial-in"),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Change its day, hours or place: those concerned are told what changed, and asked again."""

    async def act(acting: Acting) -> Done:
        day, start, end = read_when(when, acting.house.today(acting.now)) if when else (None, None, None)
        spec = MeetingSpec("", day, start, end, place, dial_in)
        return await acts.move_meeting(acting.session, acting.house, acting.actor, number, spec, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command()
def cancel(
    number: int = NUMBER,
    reason: str = typer.Option(..., "--reason", help="Said to everyone invited."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Cancel it and tell everyone invited, with the reason."""
    _run(lambda a: acts.cancel_meeting(a.session, a.house, a.actor, number, reason, now=a.now), acting_as, as_json)


@app.command()
def point(
    number: int = NUMBER,
    position: int = typer.Argument(..., help="Which point of the agenda."),
    words: str = typer.Argument(..., help='"title | one plain sentence | what it changes for you"'),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Write one agenda point."""
    spec = read_point(words)
    _run(lambda a: acts.write_point(a.session, a.house, a.actor, number, position, spec, now=a.now), acting_as, as_json)


@app.command()
def presence(
    number: int = NUMBER,
    words: str = typer.Argument(..., help='Who came and how: "3, 5 tel, 7 absent", by number or by name.'),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Note who came, and how."""

    async def act(acting: Acting) -> Done:
        meeting = await acts.meeting_of(acting.session, acting.house, number)
        people = await people_invited(acting.session, meeting)
        marks = read_presences(words, {person.id: person.name for person in people})
        return await acts.note_presence(acting.session, acting.house, acting.actor, number, marks, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command()
def minutes(
    number: int = NUMBER,
    text: str = typer.Option("", "--text", help="The plain minutes."),
    file: Path | None = typer.Option(None, "--file", help="A file that holds them."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Send the plain minutes to everyone who was absent."""

    async def act(acting: Acting) -> Done:
        words = _content(file) if file is not None else text
        return await acts.send_minutes(acting.session, acting.house, acting.actor, number, words, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


def _content(file: Path) -> str:
    """The text of a file, or of the standard input for "-"."""
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise refuse("meetings-no-file", file=str(file)) from None


def _run(act: Callable[[Acting], Awaitable[Done]], acting_as: str | None, as_json: bool) -> None:
    run_act(act, acting_as=acting_as, as_json=as_json)
