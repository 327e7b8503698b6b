"""A role that ended: the person stays, and what they did while they had it stays theirs."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from db.people import Person, Role, began_on, never_had, roles_of, ungrant
from handlers.act import Field, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.commands import Do, number_and_words
from handlers.things import PERSON
from handlers.vocabulary import role_of
from handlers.when import read_day
from messages import text
from messages.sentences.date_words import RELATIVE, WEEKDAYS
from messages.sentences.planned import Tense

# Where the day begins, behind a role: a figure, a weekday, "hier".
DAY = re.compile(
    rf"\b(?:\d|premier\b|(?:{'|'.join(sorted({*WEEKDAYS, *RELATIVE}, key=len, reverse=True))})\b)", re.IGNORECASE
)

MISTAKE = re.compile(r"[\s,(]+(?:(?:par|une)\s+)?(?:erreur|mistake|by mistake)\W*$", re.IGNORECASE)


def role_read(_acting: Acting, words: str) -> Role:
    """A role by its words. Raises `Refused` for no role, and for one that the shell alone takes back."""
    role = role_of(words) if words.strip() else ""
    if role is Role.COORDINATOR:
        raise refuse("people-role-by-shell")
    if not isinstance(role, Role):
        raise refuse("people-which-role", words=words.strip()[:40])
    return role


def day_read(acting: Acting, words: str) -> dt.date:
    """A past day; today for no words. Raises `Refused`."""
    if not words.strip():
        return acting.today
    unread = refuse("people-role-bad-day", words=words.strip()[:20])
    return read_day(words.strip(), acting.today, Tense.PAST, unread)


@act_on(
    PERSON,
    "people.end_role",
    entry="people.role_ended",
    for_oneself=True,
    undone_by="people.change",
    twin="people end-role",
)
async def end_role(
    acting: Acting,
    person: Person,
    role: Annotated[Role, Field("expert or member.", read=role_read)],
    until: Annotated[
        dt.date | None, Field("The last day, such as 2026-10-01; today by default.", "--until", read=day_read)
    ] = None,
    mistake: Annotated[bool, Field("It was given by mistake: they never had it.", "--mistake")] = False,
) -> ActResult:
    """A role that someone no longer has, with its last day: they are counted for the days before. Given by mistake, it
    never was: they are counted nowhere for it, and receive nothing of it."""
    facts = {"name": person.name, "role": text(f"people-role-{role}")}
    if role not in await roles_of(acting.session, person.id):
        raise refuse("people-has-no-role", **facts)
    last, began = until or acting.today, await began_on(acting.session, person.id, role)
    if began is not None and last < began and not mistake:
        raise refuse("people-role-ends-before", **facts, until=last, since=began, number=person.id, which=str(role))
    if mistake:
        await never_had(acting.session, person.id, role)
    else:
        await ungrant(acting.session, person.id, role, last)
    none_left = not await roles_of(acting.session, person.id)
    ended = "people-last-role-ended" if none_left else "people-role-ended"
    what = ("people-role-never-last" if none_left else "people-role-never") if mistake else ended
    more: dict[str, object] = {} if mistake else {"until": last}
    if none_left:
        more["number"] = person.id
    if none_left and not mistake:
        more["which"] = str(role)
    said = text(what, **facts, **more)
    data = {"person": person.id, "role": role, "until": last, "mistake": mistake}
    if mistake:
        return ActResult(said, data, noted={"role": str(role)}, entry="people.role_never")
    return ActResult(said, data, noted={"role": str(role), "until": last.isoformat()})


async def end_role_command(acting: Acting, rest: str) -> Do:
    """/fin-role 12 expert ; /fin-role 12 expert du vécu 1er octobre ; /fin-role 12 expert erreur"""
    number, words = number_and_words(rest, "fin-role")
    if not words:
        raise refuse("example-fin-role")
    if (mistaken := MISTAKE.search(words)) is not None:
        return Do(end_role, number, role_read(acting, words[: mistaken.start()]), None, mistake=True)
    role, day = _role_and_day(words)
    return Do(end_role, number, role_read(acting, role), day_read(acting, day))


def _role_and_day(words: str) -> tuple[str, str]:
    """ "expert du vécu le 1er octobre" gives ("expert du vécu", "1er octobre"): the day begins at a word of dates."""
    found = DAY.search(words)
    if found is None or not found.start():
        return words, ""
    return words[: found.start()].rstrip(" ,:;").removesuffix(" le").removesuffix(" au"), words[found.start() :]
