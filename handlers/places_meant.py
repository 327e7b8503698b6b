"""The roundtable or territory that a command names: a slip is asked about, anything else is a new one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import select

from db.organisations import Roundtable, territory_names
from handlers.acting import Acting, Doubtful
from handlers.dialogue import Talk
from handlers.near_names import key_of, near_misses
from messages import Option, Text, text

ROUNDTABLE, TERRITORY = "roundtable", "territory"
SAID_NEW = re.compile(r"\s*\((?:nouvelle|nouveau|new)\)\s*$", re.IGNORECASE)
NEW = {ROUNDTABLE: " (nouvelle)", TERRITORY: " (nouveau)"}
MOST_DOUBTS = 3
TERRITORY_WORDS = ("territoire ", "territory ", "mrc ")  # what may stand before the name of one


async def roundtable_meant(acting: Acting, written: str) -> str:
    """The name to keep, known or new. Raises `Doubtful` for a name near another.

    "Logis (nouvelle)" is a new one, whatever it looks like.
    """
    mine = Roundtable.organisation_id == acting.organisation_id
    return _meant(acting, ROUNDTABLE, written, await acting.session.scalars(select(Roundtable.name).where(mine)))


async def territory_meant(acting: Acting, written: str) -> str:
    """The same, of a territory; one written under a name that it had is known."""
    names = await territory_names(acting.session, acting.organisation_id)
    return names.get(key_of(written)) or _meant(acting, TERRITORY, written, names.values())


async def is_theirs(acting: Acting, territory: str) -> bool:
    """Whether it is, under any of its names, the one territory that this coordinator answers for."""
    names = await territory_names(acting.session, acting.organisation_id)
    return key_of(names.get(key_of(territory), territory)) == key_of(acting.actor.scope)


def _meant(acting: Acting, kind: str, written: str, known: Iterable[str]) -> str:
    name = SAID_NEW.sub("", written).strip()
    names = {key_of(one): one for one in known if key_of(one)}
    if key_of(name) in names:
        return names[key_of(name)]
    if name != written.strip() or not key_of(name):
        return name
    near = near_misses(name, sorted(names.values()))[:3]
    if not near:
        return name
    make: tuple[Text, str] = (text(f"places-make-{kind}", name=name), name + NEW[kind])
    asked = text(f"places-near-{kind}", name=name, near=near)
    raise Doubtful(asked, written.strip(), [*((text("places-known", name=one), one) for one in near), make])


async def roundtable_asked(talk: Talk, key: str, written: str) -> str:
    """The same in a dialogue: what is in doubt is its next question."""
    for turn in range(MOST_DOUBTS):
        try:
            await roundtable_meant(talk.acting, written)
        except Doubtful as doubt:
            options = [Option(said, label) for label, said in doubt.options]
            written = await talk.words(f"{key}-meant{turn}", doubt.reason, options=options, longest=60)
        else:
            break
    return written
