"""Commands: what the words after a slash ask for, and how a chat does it, after its check page when it has one."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from handlers.act import Act, Right, permit_any
from handlers.acting import Acting, Actor, ActResult, BadlyWritten, Confirmation, Doubtful, Refused, refuse
from handlers.checks import CheckPage, Gesture, WantsCheck, confirm_prompt, page_texts
from handlers.dialogue import Definition, Given, Talk, Unclear, dialogue
from handlers.turn import Piece, Reply, Start, Turn
from messages import Option, Outgoing, text

CHECK = "check"
REMOVE = frozenset({"effacer", "enlever", "retirer", "supprimer", "delete", "remove"})  # written after a number
MOST_DOUBTS = 8  # asked about one command
NUMBERED = re.compile(r"^\s*(?:no\.?\s*)?(\d{1,9})\b[.:,;]?\s*(.*)$", re.DOTALL | re.IGNORECASE)


class Do:
    """An act, with what it is to be done on: `Do(cancel_meeting, 12, "tempête")`; and what a chat begins after it."""

    def __init__(
        self, act: Act[Any], *args: Any, then: Callable[[ActResult], Start] | None = None, **kwargs: Any
    ) -> None:
        self.act, self.args, self.kwargs, self.then = act, args, kwargs, then

    async def __call__(self, acting: Acting) -> list[Piece]:
        """What a chat shows of the result. Raises what the act raises."""
        result = await self.act(acting, *self.args, **self.kwargs)
        return [*shown(result), *([self.then(result)] if self.then is not None else [])]


Read = Callable[[Acting, str], Awaitable[Do | Reply]]


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command. `name` is French, without accents: its help line is `command-<name>`, and an example
    `example-<name>`.

    `read` makes of the words after it what is to be done, or a dialogue to begin; `acts`: what it may lead to. A
    command that does no act ("/aide") says something: `say`. `careful`: a slip in its number would harm somebody, so
    that what it would do is shown first, even when one person alone is written to.
    """

    name: str
    english: str
    read: Read | None = None
    acts: tuple[Act[Any], ...] = ()
    say: Callable[[Turn, str], Awaitable[Reply]] | None = None
    careful: bool = False

    @property
    def anyone(self) -> bool:
        """Whether people who coordinate nothing may write it."""
        return not self.acts or any(act.right is Right.KNOWN for act in self.acts)

    def may_be_written_by(self, actor: Actor) -> bool:
        """Whether this actor may do one of its acts, somewhere."""
        try:
            permit_any(actor, self.acts)
        except Refused:
            return False
        return True


def shown(result: ActResult) -> list[Piece]:
    """What a chat shows of a result: its sentence or its cards, then its pictures."""
    pictures = [Outgoing(picture.words, image=picture.name) for picture in result.pictures]
    return [*(result.chat or (result.text,)), *pictures]


def check_of(command: str, words: object) -> Start:
    """The check page of a command, as if it had just been written."""
    return Start(CHECK, {"command": command, "words": str(words)}, afresh=True)


async def perform(turn: Turn, command: Command, words: str) -> Reply:
    """Do what was written, or begin what it begins; an act that wants its page checked shows it first."""
    if command.say is not None:
        return await command.say(turn, words)
    assert command.read is not None
    permit_any(turn.acting.actor, command.acts)
    try:
        acting = replace(turn.acting, careful=True) if command.careful else turn.acting
        wanted = await command.read(acting, words)
        return await wanted(acting) if isinstance(wanted, Do) else wanted
    except (WantsCheck, Doubtful):
        return check_of(command.name, words)
    except BadlyWritten as wrong:
        return text("access-badly-written", why=wrong.reason, example=text(f"example-{command.name}"))


def check_dialogue(command_named: Callable[[str], Command | None]) -> Definition:
    """The dialogue of check pages, over the commands of a list of topics; what is in doubt is asked first."""

    @dialogue(CHECK, verbatim=True)
    async def check(talk: Talk) -> Reply:
        command = command_named(str(talk.start["command"]))
        assert command is not None
        assert command.read is not None
        words = str(talk.start["words"])
        for turn in range(MOST_DOUBTS):
            try:
                wanted = await command.read(talk.acting, words)
                return await checked(talk, wanted, careful=command.careful) if isinstance(wanted, Do) else wanted
            except Doubtful as doubt:
                words = await _settled(talk, doubt, words, f"doubt{turn}")
        return text("access-example", example=text(f"example-{command.name}"))

    return check


async def _settled(talk: Talk, doubt: Doubtful, words: str, key: str) -> str:
    """What they meant, by its button or in their words, in the place of what was in doubt."""
    options = [Option(said, label) for label, said in doubt.options]
    return doubt.settled(words, await talk.words(key, doubt.reason, options=options, longest=120))


async def checked(talk: Talk, wanted: Do, *, careful: bool = False) -> Reply:
    """Do it; when it writes to several people, once what it sends was shown and confirmed in the same state."""
    acting = replace(talk.acting, careful=True) if careful else talk.acting
    try:
        return await wanted(acting)
    except WantsCheck as wants:
        page = wants.page
    if talk.asked_key == CHECK and talk.asked_shown not in ("", page.fingerprint):
        if talk.given is not None and talk.given.value == "no":
            return text("check-nothing-sent")
        talk.given = None  # they answered an older picture
        talk.said.append(text("dialogue-changed"))
    for number, part in enumerate(page_texts(talk.installation, page, talk.language)):
        await talk.tell_once(f"{page.fingerprint[:16]}-{number}", part)
    retype = page.gesture is Gesture.RETYPE or page.must_retype
    sends = bool(page.texts or page.nameless)
    no = Option("no", text("check-do-not-send" if sends else "check-do-nothing"))
    options = (no,) if retype else (Option("yes", text("check-send" if sends else "check-do-it")), no)
    asked = Outgoing(confirm_prompt(page), options)
    parse = _retyped(page) if retype else _chosen
    answer = await talk.ask(CHECK, asked, parse, free_text=retype, shown=page.fingerprint, keep=False)
    if answer == "no":
        return text("check-nothing-sent")
    return await wanted(acting.having(Confirmation(page.fingerprint, page.people)))


def _chosen(given: Given) -> str:
    if given.value not in ("yes", "no"):
        raise Unclear(text("dialogue-unclear-choice"))
    return given.value


def _retyped(page: CheckPage) -> Callable[[Given], str]:
    def parse(given: Given) -> str:
        if given.text.strip() == str(page.people):
            return "yes"  # for one person, "1" is their number, not the first option
        if given.value == "no":
            return "no"
        raise Unclear(text("announcements-retype-again", people=page.people))

    return parse


def no_words(act: Act[Any]) -> Read:
    """`/rencontres`: the act, whatever is written after it."""

    async def read(_acting: Acting, _words: str) -> Do:
        return Do(act)

    return read


def numbered(act: Act[Any], command: str, *, words: bool = False) -> Read:
    """`/reprendre 12`, or with `words` `/annuler-rencontre 12 tempête`: the act on that number."""

    async def read(_acting: Acting, rest: str) -> Do:
        number, more = number_and_words(rest, command)
        return Do(act, number, more) if words else Do(act, number)

    return read


def number_and_words(rest: str, command: str) -> tuple[int, str]:
    """ "12 tempête" -> (12, "tempête"). Raises `Refused` with the command's example when there is no number."""
    match = NUMBERED.match(rest)
    if match is None:
        raise refuse(f"example-{command}")
    return int(match[1]), match[2].strip()
