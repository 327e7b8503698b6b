"""Acts: what a person or a coordinator does, each declared once, in its topic, beside the function that does it.

The declaration says who may do it, on what kind of thing, whether it changes something, how many people it writes to
and what undoes it. Running the act checks the role and the territory of the very thing, refuses to decide for oneself,
wants a check page before several people are written to, writes the journal's line, and notes who was looked at.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy import inspect

from db.journal import write_entry
from db.people import Person, Role
from db.session import AsyncSession
from handlers import broadcasts
from handlers.acting import Acting, Actor, ActResult, Refused, refuse
from handlers.checks import CheckPage, Gesture, WantsCheck, gather
from handlers.longest import refuse_too_long
from handlers.looked import note_looked
from handlers.things import Thing

P = ParamSpec("P")
T = TypeVar("T")
Body = Callable[..., Awaitable[ActResult]]


class Right(StrEnum):
    """Who may do an act."""

    KNOWN = "known"  # whoever is known
    COORDINATOR = "coordinator"  # a coordinator, within their territory
    ORGANISATION = "organisation"  # a coordinator of the whole organisation
    SHELL = "shell"  # from the shell alone: a mistake there gives power away
    SHELL_OWN = "shell_own"  # from the shell alone, and for oneself: whatever one's territory


class Writes(StrEnum):
    """How many people an act writes to, colleagues apart."""

    NOBODY = "nobody"
    CONCERNED = "concerned"  # the one person whom each thing is about, who waits for it
    SEVERAL = "several"  # a check page first


@dataclass(frozen=True, slots=True)
class Field:
    """How words give one argument of an act: its option in the shell ("": by its place), its help, how it is read.

    `longest`: the letters that it may hold, 0 when nothing is said of it.
    """

    help: str
    flag: str = ""
    read: Callable[[Acting, str], Any] | None = None
    from_file: bool = False  # the words may lie in a file
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Act(Generic[P]):
    """One act. Calling it with an `Acting` runs it.

    `entry`: its line in the journal ("" for a look). `undone_by` names the act that undoes it, or `final` says why none
    can. `twin`: the shell command that does the same ("meeting cancel"), made from the body's parameters.
    `asks_first`: too grave for a slip, it wants its check page even when nobody is written to. `shown_by`: the look
    that stands for the check page, since what it showed is given back to the act (the total of a payment).
    """

    name: str
    body: Body
    right: Right
    on: Thing[Any] | None
    several: bool  # on several things at once
    entry: str
    writes: Writes
    gesture: Gesture
    makes: Thing[Any] | None
    for_oneself: bool
    undone_by: str
    final: str
    twin: str
    asks_first: bool = False
    shown_by: str = ""

    @property
    def changes(self) -> bool:
        return bool(self.entry)

    @property
    def may_want_check(self) -> bool:
        """Whether a check page may stand before it."""
        at_once = self.several and self.writes is Writes.CONCERNED and not self.shown_by
        return self.writes is Writes.SEVERAL or self.asks_first or at_once

    @property
    def topic(self) -> str:
        return self.name.partition(".")[0]

    async def __call__(self, acting: Acting, /, *args: P.args, **kwargs: P.kwargs) -> ActResult:
        """Run it. Raises `Refused` with the reason, or `WantsCheck` with the check page to confirm first."""
        permit(acting.actor, self.right)
        given, things = await self._found(acting, args)
        if not self.changes:
            result = await self.body(acting, *given, **kwargs)
            await self._look(acting, things, result)
            return result
        before = len(acting.reached)
        try:
            async with acting.session.begin_nested():
                return await self._done(acting, given, things, kwargs)
        except WantsCheck:  # nothing of it stays
            del acting.reached[before:]
            await _reread(acting.session)
            raise

    async def _done(self, acting: Acting, given: list[Any], things: Sequence[Any], kwargs: dict[str, Any]) -> ActResult:
        before = len(acting.reached)
        result = await self.body(acting, *given, **kwargs)
        refuse_too_long(self.body, acting, given, kwargs)  # after its own refusals, whose words are better
        if self.makes is not None and result.made is not None:
            await self.makes.check_scope(acting, result.made)
        await acting.session.flush()
        page = await self._page(acting, things, before, result)
        if page is not None and not page.confirmed_by(acting.approved):
            raise WantsCheck(page)
        await self._note(acting, things, result)
        await self._look(acting, things, result)
        return result

    async def _found(self, acting: Acting, args: tuple[Any, ...]) -> tuple[list[Any], list[Any]]:
        """The arguments of the body, the numbers replaced by what they name; and the things themselves."""
        if self.on is None:
            return list(args), []
        numbers = list(dict.fromkeys(args[0])) if self.several else [args[0]]
        # In the order of their numbers: two acts on the same things wait for each other, never both.
        found = {number: await self.on.find(acting, number, held=self.changes) for number in sorted(numbers)}
        things = [found[number] for number in numbers]
        for thing in things:
            mine = acting.actor.person_id is not None and self.on.person(thing) == acting.actor.person_id
            if mine and self.changes and not self.for_oneself:
                raise refuse("access-not-for-oneself", number=self.on.number_of(thing))
        return [things if self.several else things[0], *args[1:]], things

    async def _page(self, acting: Acting, things: Sequence[Any], before: int, result: ActResult) -> CheckPage | None:
        """The check page, when more than the one person whom it is about is written to (careful: anybody at all)."""
        reached = acting.reached[before:]
        people = {one.who for one in reached if one.people or one.later}
        few = self.writes is not Writes.SEVERAL and (len(people) <= 1 or bool(self.shown_by))
        unasked = not reached if acting.careful else not people or few
        if unasked and not self.asks_first and not result.asks:
            return None
        segments = sum(t.segments * t.people for one in reached for t in one.texts)
        cents = round(segments * acting.installation.sms_price * 100)
        number = sum(one.people for one in reached)
        alone = await broadcasts.approval_for(acting, number) is broadcasts.Approval.RETYPED
        first = self.on.number_of(things[0]) if self.on is not None else None
        return gather(self.name, first, self.gesture, alone, reached, cents, result.checked)

    async def _note(self, acting: Acting, things: Sequence[Any], result: ActResult) -> None:
        """One line of the journal for each thing, or for each person whom the act was about."""
        entry = self.entry if result.entry is None else result.entry
        if not entry:
            return
        kind, things = (self.makes, [result.made]) if result.made is not None else (self.on, things)
        if kind is None:
            await self._line(acting, entry, None, result.noted, result.thing)
            return
        for thing in things:
            named = (kind.name, kind.number_of(thing))
            for person, change in result.about:
                await self._line(acting, entry, person, {**result.noted, **change}, named)
            if result.about:
                continue
            person_id = kind.person(thing)
            whose = await acting.session.get(Person, person_id) if person_id else None
            await self._line(acting, entry, whose, {**kind.facts(thing), **result.noted}, named)

    async def _look(self, acting: Acting, things: Sequence[Any], result: ActResult) -> None:
        """Whose information this showed: theirs whose things they are, and those whom the answer names."""
        theirs = {person for thing in things if self.on is not None and (person := self.on.person(thing))}
        await note_looked(acting, self.name, theirs | set(result.shows))

    async def _line(
        self,
        acting: Acting,
        entry: str,
        person: Person | None,
        details: Mapping[str, Any],
        thing: tuple[str, int | None],
    ) -> None:
        await write_entry(
            acting.session,
            entry,
            now=acting.now,
            actor=acting.actor.signature,
            subject=person.pseudonym if person else None,
            thing=thing[0],
            thing_id=thing[1],
            channel=acting.actor.via,
            **details,
        )


async def _reread(session: AsyncSession) -> None:
    """What the rolled back act had touched is read again now: an attribute cannot be fetched later by itself."""
    for row in list(session):
        if inspect(row).expired:
            await session.refresh(row)


def permit(actor: Actor, right: Right) -> None:
    """Raise `Refused` unless this actor may do acts of this right, wherever they are done."""
    if right in (Right.SHELL, Right.SHELL_OWN) and actor.via != "shell":
        raise refuse("access-shell-only")
    if right is Right.KNOWN and actor.roles:
        return
    if actor.via == "sms":
        raise refuse("access-not-by-sms")
    if Role.COORDINATOR not in actor.roles:
        raise refuse("access-not-proved" if actor.asleep else "access-not-allowed")
    if actor.scope and right in (Right.ORGANISATION, Right.SHELL):
        raise refuse("access-whole-organisation", territory=actor.scope)


def permit_any(actor: Actor, acts: Sequence[Act[Any]]) -> None:
    """Raise `Refused` when this actor may do none of these: nothing is asked of them first."""
    for one in acts:
        try:
            permit(actor, one.right)
        except Refused:
            if one is acts[-1]:
                raise
        else:
            return


def act(
    name: str,
    *,
    right: Right = Right.COORDINATOR,
    entry: str = "",
    makes: Thing[Any] | None = None,
    writes: Writes = Writes.NOBODY,
    gesture: Gesture = Gesture.YES,
    undone_by: str = "",
    final: str = "",
    twin: str = "",
    asks_first: bool = False,
) -> Callable[[Callable[Concatenate[Acting, P], Awaitable[ActResult]]], Act[P]]:
    """An act on nothing in particular: a list, something new."""

    def declare(body: Callable[Concatenate[Acting, P], Awaitable[ActResult]]) -> Act[P]:
        return Act(
            name, body, right, None, False, entry, writes, gesture, makes, True, undone_by, final, twin, asks_first
        )

    return declare


def act_on(
    thing: Thing[T],
    name: str,
    *,
    right: Right = Right.COORDINATOR,
    entry: str = "",
    writes: Writes = Writes.NOBODY,
    gesture: Gesture = Gesture.YES,
    for_oneself: bool = False,
    undone_by: str = "",
    final: str = "",
    twin: str = "",
    asks_first: bool = False,
) -> Callable[[Callable[Concatenate[Acting, T, P], Awaitable[ActResult]]], Act[Concatenate[int, P]]]:
    """An act on one thing: called with its number, done with the thing itself."""

    def declare(body: Callable[Concatenate[Acting, T, P], Awaitable[ActResult]]) -> Act[Concatenate[int, P]]:
        return Act(
            name,
            body,
            right,
            thing,
            False,
            entry,
            writes,
            gesture,
            None,
            for_oneself,
            undone_by,
            final,
            twin,
            asks_first,
        )

    return declare


def act_on_several(
    thing: Thing[T],
    name: str,
    *,
    right: Right = Right.COORDINATOR,
    entry: str = "",
    writes: Writes = Writes.NOBODY,
    gesture: Gesture = Gesture.YES,
    for_oneself: bool = False,
    undone_by: str = "",
    final: str = "",
    twin: str = "",
    shown_by: str = "",
) -> Callable[[Callable[Concatenate[Acting, list[T], P], Awaitable[ActResult]]], Act[Concatenate[Sequence[int], P]]]:
    """An act on several things at once: all of them are looked at before any is touched."""

    def declare(
        body: Callable[Concatenate[Acting, list[T], P], Awaitable[ActResult]],
    ) -> Act[Concatenate[Sequence[int], P]]:
        return Act(
            name,
            body,
            right,
            thing,
            True,
            entry,
            writes,
            gesture,
            None,
            for_oneself,
            undone_by,
            final,
            twin,
            shown_by=shown_by,
        )

    return declare
