"""Writes docs/rights.md, the table of acts and rights, from the acts themselves: `make rights`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handlers.act import Act, Right, Writes
from handlers.routes import ROUTES

TO = Path(__file__).parents[1] / "docs" / "rights.md"
HEAD = """# Who may do what

Made from the acts by `make rights`: each is declared once, in its topic, and checks all of this whenever it is done,
on Telegram, in the shell or on a page. *In their territory*: a coordinator limited to one territory does it there
alone, and elsewhere sees nothing of it. *People written to*: several want a check page, confirmed in the same state,
before anything leaves. Nobody decides, pays or approves for themself.

| act | who | on | people written to | undone by | Telegram | shell |
|---|---|---|---|---|---|---|
"""
WHO = {
    Right.KNOWN: "whoever is known",
    Right.COORDINATOR: "a coordinator, in their territory",
    Right.ORGANISATION: "a coordinator of the whole organisation",
    Right.SHELL: "from the shell alone",
    Right.SHELL_OWN: "a coordinator, from the shell alone, for themself",
}
WRITES = {Writes.NOBODY: "", Writes.CONCERNED: "the one concerned", Writes.SEVERAL: "several"}


def rights_table() -> str:
    return HEAD + "".join(_line(act) for act in sorted(ROUTES.acts().values(), key=lambda act: act.name))


def _line(act: Act[Any]) -> str:
    commands = ", ".join(f"`/{c.name}`" for c in ROUTES.commands() if act in c.acts)
    undone = act.undone_by or (f"nothing: {act.final}" if act.final else "")
    twin = f"`{act.twin}`" if act.twin else ""
    kind = act.on.name if act.on is not None else ""
    return f"| {act.name} | {WHO[act.right]} | {kind} | {WRITES[act.writes]} | {undone} | {commands} | {twin} |\n"


if __name__ == "__main__":
    TO.write_text(rights_table(), encoding="utf-8")
