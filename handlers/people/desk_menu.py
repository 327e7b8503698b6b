"""AIDE, a greeting, /aide from a coordinator: what is to be done first; the words of members stay near."""

from __future__ import annotations

from db.conversations import Question, current_dialogue
from handlers import slashes
from handlers.dialogue import Given
from handlers.people import menu
from handlers.turn import Ask, Heard, QuestionKind, Reply, Turn
from messages import Option, Outgoing, text
from messages.reading import Step

# What a coordinator opens most, what waits first; then the menu that members have.
FIRST = ("a-faire", "rencontres", "appels", "demandes", "commentaires", "bureau")
OWN = "own"
DESK = QuestionKind("people.desk_menu", Step.MENU, aside=True, standing=True)
ALL = frozenset({"tout", "toutes", "tous", "all", "everything"})


async def help_meant(turn: Turn, heard: Heard | None = None) -> Reply:
    """AIDE: the coordinator's own menu; for everybody else, and in the middle of a dialogue, as it always was."""
    if not turn.coordinator or await current_dialogue(turn.session, turn.contact.id) is not None:
        return await menu.help_meant(turn, heard)
    return first_things(turn)


def first_things(turn: Turn) -> Ask:
    """One message: the commands that are used each day, each a button, and where all the others are."""
    options = tuple(Option(name, text(f"people-desk-{name}")) for name in FIRST)
    asked = text("people-desk-menu")
    return Ask(Outgoing(asked, (*options, Option(OWN, text("people-desk-own")))), DESK)


async def chose(turn: Turn, question: Question, given: Given) -> Reply:
    if given.value in FIRST:
        return await slashes.written(turn, str(given.value))
    return await menu.help_meant(turn)


async def small_talk_meant(turn: Turn, heard: Heard) -> Reply:
    """A greeting gets a coordinator their own menu."""
    if turn.coordinator and menu.greets(turn.text) and turn.person is not None:
        return await help_meant(turn)
    return await menu.small_talk_meant(turn, heard)


async def help_command(turn: Turn, rest: str) -> Reply:
    """/aide: for a coordinator, what is used each day; /aide tout, every command; /aide <command>, an example of it."""
    if turn.coordinator and not rest.strip():
        return first_things(turn)
    everything = rest.strip().casefold() in ALL
    return await menu.help_command(turn, "" if everything else rest)
