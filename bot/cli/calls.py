"""`portevoix call-list`: who waits for a voice, and what came of each call in one letter."""

from __future__ import annotations

import typer

from bot.cli.acting import AS, JSON, Acting, run_act
from handlers.access import Done
from handlers.calls import acts, unknowns


def call_list(
    number: int = typer.Argument(0, help="One card of the list."),
    outcome: str = typer.Argument("", help="P spoke, M message left, R call back, N wrong number, F closed."),
    take: bool = typer.Option(False, "--take", help="Say that you take it: the alerts stop."),
    answer: str = typer.Option("", "--answer", help="Write this to the person, in your name."),
    resend: bool = typer.Option(False, "--resend", help="Messages that perhaps arrived: send them again."),
    leave: bool = typer.Option(False, "--leave", help="Messages that perhaps arrived: leave them."),
    broadcast: int = typer.Option(0, "--broadcast", help="With --resend or --leave: those of this broadcast."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Show the call list; with a number, one card; then say what came of it, take it or answer it: call-list 12 P."""

    async def act(acting: Acting) -> Done:
        given = (acting.session, acting.house, acting.actor)
        if (resend or leave) and broadcast:
            return await unknowns.settle_broadcast(*given, broadcast, resend, now=acting.now)
        if resend or leave:
            return await unknowns.settle_card(*given, number, resend, now=acting.now)
        if number and answer:
            return await acts.answer(*given, number, answer, now=acting.now)
        if number and take:
            return await acts.acknowledge(*given, number, now=acting.now)
        if number and not outcome:
            return await acts.show_task(*given, number, now=acting.now)
        if number:
            return await acts.settle(*given, number, outcome, now=acting.now)
        return await acts.list_tasks(*given, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)
