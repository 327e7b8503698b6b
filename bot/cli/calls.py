"""`portevoix call-list`: who waits for a voice, and what came of each call in one letter."""

from __future__ import annotations

import typer

from bot.cli.acting import AS, JSON, run_act
from handlers.acting import Acting, ActResult
from handlers.calls import acts, correcting, files, unknowns
from handlers.calls.correcting import MeantAs


def call_list(
    number: int = typer.Argument(0, help="One card of the list."),
    outcome: str = typer.Argument("", help="P spoke, M message left, R call back, N wrong number, F closed."),
    take: bool = typer.Option(False, "--take", help="Say that you take it: the alerts stop."),
    answer: str = typer.Option("", "--answer", help="Write this to the person, in your name."),
    resend: bool = typer.Option(False, "--resend", help="Messages that perhaps arrived: send them again."),
    leave: bool = typer.Option(False, "--leave", help="Messages that perhaps arrived: leave them."),
    right_number: bool = typer.Option(False, "--right-number", help="It was said to be wrong by mistake."),
    fetch: bool = typer.Option(False, "--fetch", help="Fetch what somebody unknown sent: a photo, a voice note."),
    broadcast: int = typer.Option(0, "--broadcast", help="With --resend or --leave: those of this broadcast."),
    meant: MeantAs | None = typer.Option(None, "--meant", help="What their words mean: they are told. nothing undoes."),
    person: int = typer.Option(0, "--person", help="With --meant: the last message of this person."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Show the call list; with a number, one card; then say what came of it, take it or answer it: call-list 12 P."""

    async def act(acting: Acting) -> ActResult:
        if (resend or leave) and broadcast:
            return await (unknowns.resend_broadcast if resend else unknowns.leave_broadcast)(acting, broadcast)
        if resend or leave:
            return await (unknowns.resend if resend else unknowns.leave)(acting, number)
        if meant is not None and (person or number):
            return await (
                correcting.correct_last(acting, person, meant)
                if person
                else correcting.correct_card(acting, number, meant)
            )
        if number and answer:
            return await acts.answer(acting, number, answer)
        if number:
            return await _of_card(acting, number, outcome, right_number=right_number, fetch=fetch, take=take)
        return await acts.list_tasks(acting)

    run_act(act, acting_as=acting_as, as_json=as_json)


async def _of_card(
    acting: Acting, number: int, outcome: str, *, right_number: bool, fetch: bool, take: bool
) -> ActResult:
    for asked, act in ((right_number, acts.right_number), (fetch, files.fetch_files), (take, acts.acknowledge)):
        if asked:
            return await act(acting, number)
    return await (acts.settle(acting, number, outcome) if outcome else acts.show_task(acting, number))
