"""A command whose slash was forgotten: proposed with a button that does it, whatever else is asked at that moment."""

from __future__ import annotations

from db.conversations import Question
from handlers.commands import Command, perform
from handlers.dialogue import Given
from handlers.turn import Ask, QuestionKind, Reply, Turn
from messages import Option, Outgoing, text
from messages.reading import Step

COMMAND = QuestionKind("desk.command", Step.MENU, aside=True)
MOST_SHOWN = 60


def proposed(named: str) -> Ask:
    """ "Vous voulez dire /a-faire?" `named`: the command and the words behind it, without the slash."""
    asked = text("router-without-slash", command=f"/{named}"[:MOST_SHOWN])
    options = (Option("yes", text("people-slash-yes")), Option("no", text("people-slash-no")))
    return Ask(Outgoing(asked, options), COMMAND, kept={"command": named})


async def told_command(turn: Turn, question: Question, given: Given) -> Reply:
    """Done as if it had been written with its slash; else nothing is."""
    if given.value != "yes":
        return text("people-slash-left")
    name, _, words = str(question.prompt["command"]).partition(" ")
    return await written(turn, name, words.strip())


async def written(turn: Turn, name: str, words: str = "") -> Reply:
    """What a command answers, by its name."""
    found = turn.conversation.commands(name)
    command: Command | None = found[0][1][0] if found else None
    if command is None:
        return text("router-unknown-command", command=f"/{name}"[:30])
    return await perform(turn, command, words)
