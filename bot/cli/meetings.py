"""`portevoix meeting`: plan from a file, move; the rest is made from the acts."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.cli.acting import AS, DRY_RUN, JSON, PEOPLE, SEEN, YES, run_act
from bot.cli.generated import add_twins, content_of
from handlers.acting import Acting, ActResult
from handlers.meetings.acts import changing, planning
from handlers.meetings.spec import MeetingSpec, read_yaml
from handlers.when import read_when

app = typer.Typer(help="Meetings: plan, announce, move, cancel, note who came, send the minutes.", no_args_is_help=True)


@app.command()
def add(
    file: Path = typer.Option(..., "--file", help="A YAML file such as docs/examples/rencontre.yaml; - reads it here."),
    announce: bool = typer.Option(False, "--announce", help="Then announce it: its reminders are planned."),
    yes: bool = YES,
    people: int | None = PEOPLE,
    seen: str = SEEN,
    dry_run: bool = DRY_RUN,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Plan a meeting from a file, as a draft."""

    async def plan(acting: Acting) -> ActResult:
        return await planning.add_meeting(acting, read_yaml(content_of(file), acting.today))

    planned = run_act(plan, acting_as=acting_as, as_json=as_json and not announce)
    if announce:

        async def tell(acting: Acting) -> ActResult:
            return await planning.announce_meeting(acting, planned.data["meeting"])

        run_act(tell, acting_as=acting_as, as_json=as_json, yes=yes, people=people, seen=seen, dry_run=dry_run)


@app.command()
def move(
    number: int = typer.Argument(..., help="The number of the meeting."),
    when: str = typer.Option("", "--when", help='The new day and hours: "2026-12-09 13:30-15:30".'),
    place: str = typer.Option("", "--place"),
    dial_in: str = typer.Option("", "--dial-in"),
    carrier: str = typer.Option("", "--carrier", help="Who carries the comments to the table."),
    answer_by: str = typer.Option("", "--answer-by", help='By when the table answers: "2026-12-15".'),
    yes: bool = YES,
    people: int | None = PEOPLE,
    seen: str = SEEN,
    dry_run: bool = DRY_RUN,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Change its day, hours or place: those concerned are told what changed, and asked again."""

    async def act(acting: Acting) -> ActResult:
        day, start, end = read_when(when, acting.today) if when else (None, None, None)
        answered = read_when(answer_by, acting.today)[0] if answer_by else None
        spec = MeetingSpec("", day, start, end, place, dial_in, carrier=carrier, answer_by=answered)
        return await changing.move_meeting(acting, number, spec)

    run_act(act, acting_as=acting_as, as_json=as_json, yes=yes, people=people, seen=seen, dry_run=dry_run)


add_twins(app, "meeting")
