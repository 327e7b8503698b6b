"""Numbers that a coordinator of one territory writes down, and that are somebody's of another: they do not learn whose.

The same is said as of a number that nobody has. The card asks whoever answers for the other person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from db.contacts import masked
from db.conversations import TaskKind
from db.people import Person
from db.tasks import add_task
from handlers.acting import Acting
from handlers.numbers import shown
from handlers.people.known import KnownPerson
from handlers.people.plan import PersonChange
from handlers.people.spec import Checked


def held_back(checked: Checked, whose: Callable[[str, str], int | None]) -> tuple[Checked, list[tuple[str, int]]]:
    """`checked` without such addresses, its phones kept to be called; (address, whose) of each."""
    found = [(address, id) for channel, address in checked.addresses if (id := whose(channel, address)) is not None]
    gone = {address for address, _ in found}
    if not gone:
        return checked, []
    phones = (*checked.other_phones, *(shown(one) for one in sorted(gone) if one.startswith("+")))
    return (
        replace(
            checked,
            phone=None if checked.phone in gone else checked.phone,
            telegram_id=None if checked.telegram_id in gone else checked.telegram_id,
            email=None if checked.email in gone else checked.email,
            other_phones=phones,
        ),
        found,
    )


def by_voice(checked: Checked) -> Checked:
    """Without a phone to text: it is one to call."""
    if not checked.phone:
        return checked
    return replace(checked, phone=None, other_phones=(shown(checked.phone), *checked.other_phones))


def add_phones(person: PersonChange, checked: Checked, known: KnownPerson | None) -> None:
    """The numbers to call that their card lacks."""
    has = person.values.get("other_phones", known.other_phones if known else "")
    kept = [phone for phone in has.split("; ") if phone]
    more = [phone for phone in checked.other_phones if phone not in kept]
    if more:
        person.values["other_phones"] = "; ".join([*kept, *more])


async def ask_whose(acting: Acting, change: PersonChange, number: str, other: int) -> None:
    """A card, for whoever answers for the person whose number it is."""
    owner = await acting.session.get_one(Person, other)
    await add_task(
        acting.session,
        acting.organisation_id,
        TaskKind.MERGE_ASKED,
        now=acting.now,
        person_id=owner.id,
        note=f"{owner.name or '?'} ({owner.id}) + {change.name or '?'} ({change.id}), {masked(number)}",
    )
