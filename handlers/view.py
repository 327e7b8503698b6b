"""Views: what a coordinator looks at, each declared once, in its topic, with its right, like an act.

A view reads and never writes. It gives plain values to whoever shows them: a page, a chat, the shell.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from handlers.act import Right, permit
from handlers.acting import Acting
from handlers.looked import note_looked
from handlers.things import Thing
from messages import Text

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R")

PAGE = 50  # rows shown at once


class Harm(IntEnum):
    """What waiting costs: what waits is shown in this order."""

    DISTRESS = 0
    LATE = 1
    TO_DO = 2
    SOON = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for whoever coordinates. `at`: the kind of page that shows it, with its number."""

    what: Text
    harm: Harm
    at: tuple[str, int | None]
    since: Text | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a search found, in a line. `at`: as for `Waiting`."""

    line: Text
    at: tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """A page of a list; `more` says that another follows."""

    rows: list[T]
    offset: int = 0
    more: bool = False

    @classmethod
    def of(cls, found: Sequence[T], offset: int) -> Rows[T]:
        """From one row more than a page holds."""
        return cls(list(found[:PAGE]), offset, len(found) > PAGE)


@dataclass(frozen=True, slots=True)
class View(Generic[P, R]):
    """One view. Calling it with an `Acting` checks the role, finds the thing in the actor's territory, and reads.

    `shows`: the people that what was read names, beside the one whose thing it is; None: nobody is looked at.
    """

    name: str
    body: Callable[..., Awaitable[R]]
    right: Right
    on: Thing[Any] | None
    shows: Callable[[R], Iterable[int | None]] | None = None

    async def __call__(self, acting: Acting, /, *args: P.args, **kwargs: P.kwargs) -> R:
        """What there is to see. Raises `Refused` with the reason."""
        permit(acting.actor, self.right)
        given: list[Any] = list(args)
        if self.on is not None:
            given[0] = await self.on.find(acting, given[0])
        found = await self.body(acting, *given, **kwargs)
        theirs = {self.on.person(given[0])} - {None} if self.on is not None else set()
        await note_looked(acting, self.name, theirs | set(self.shows(found) if self.shows is not None else ()))
        return found


def view(
    name: str, *, right: Right = Right.COORDINATOR, shows: Callable[[Any], Iterable[int | None]] | None = None
) -> Callable[[Callable[Concatenate[Acting, P], Awaitable[R]]], View[P, R]]:
    """A view of nothing in particular: a list, a day."""

    def declare(body: Callable[Concatenate[Acting, P], Awaitable[R]]) -> View[P, R]:
        return View(name, body, right, None, shows)

    return declare


def view_on(
    thing: Thing[T],
    name: str,
    *,
    right: Right = Right.COORDINATOR,
    shows: Callable[[Any], Iterable[int | None]] | None = None,
) -> Callable[[Callable[Concatenate[Acting, T, P], Awaitable[R]]], View[Concatenate[int, P], R]]:
    """A view of one thing: called with its number, given the thing itself."""

    def declare(body: Callable[Concatenate[Acting, T, P], Awaitable[R]]) -> View[Concatenate[int, P], R]:
        return View(name, body, right, thing, shows)

    return declare
