"""What only the hour brings, from outside and on the machine's own clock: it waits for real minutes to pass.

Part 2, the digest on its day and hour; and the end of part 4, the plain minutes after a meeting.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest

from tests.outside.world import Person, World, folded, today

pytestmark = pytest.mark.asyncio(loop_scope="module")

MEETING = """/rencontre Minutes
date: {date} {start:%H:%M}-{end:%H:%M}
lieu: salle du CLSC
1. Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.
porteur: Denis
reponse: {answer_by}"""
LAST = 240.0  # seconds: two or three minutes, on a machine that does other things too
TITLE = {"fr": "Le frigo est ouvert", "en": "The fridge is open"}
BODY = {"fr": "tous les jours, de 9 h", "en": "every day, from 9"}


def now(world: World) -> dt.datetime:
    return dt.datetime.now(ZoneInfo(world.program.env["TIMEZONE"]))


async def test_the_digest_leaves_at_its_hour_and_the_absent_get_the_minutes_once_it_is_over(world: World) -> None:
    people = await world.four()
    await world.seat(people, "Minutes")
    number, over = await soon_over(world, people)
    await digest_approved(world, people)
    for person in people:
        said = await person.expect(TITLE[person.language], patience=LAST)
        if person.channel == "sms":  # the short form, then the item that its digit asks for
            assert BODY[person.language] not in folded(said)
            await person.choose(1)
            said = await person.expect(BODY[person.language])
        assert BODY[person.language] in folded(said)
    await world.people["Maude"].expect("Qui etait la", patience=LAST)
    assert now(world) >= over
    await minutes_sent(world, people, number)


async def soon_over(world: World, people: list[Person]) -> tuple[str, dt.datetime]:
    """A meeting of one minute that begins with the next one."""
    maude = world.people["Maude"]
    if now(world).second > 45:
        await asyncio.sleep(61 - now(world).second)
    start = now(world).replace(second=0, microsecond=0) + dt.timedelta(minutes=1)
    end = start + dt.timedelta(minutes=1)
    answer_by = today(world) + dt.timedelta(days=7)
    await maude.text(MEETING.format(date=today(world), start=start, end=end, answer_by=answer_by))
    found = re.search(r"no (\d+)", await maude.expect("brouillon"))
    assert found is not None
    await maude.expect("Annoncer la rencontre")
    await maude.choose(1)
    await maude.expect("annoncee")
    for person in people:
        await person.expect("Minutes")
    return found[1], end


async def digest_approved(world: World, people: list[Person]) -> None:
    """Proposed by a member, put into English, ordered, planned, previewed, approved."""
    maude = world.people["Maude"]
    await people[0].text("PROPOSER Le frigo est ouvert tous les jours, de 9 h à 20 h.")
    item = re.search(r"no (\d+)", await people[0].expect("no"))
    assert item is not None
    await maude.text(f"/item {item[1]} Le frigo est ouvert | Tous les jours, de 9 h à 20 h.")
    await maude.expect("modifiee")
    await maude.text(f"/item {item[1]} en The fridge is open | Every day, from 9 to 8.")
    await maude.expect("modifiee")
    at = now(world) + dt.timedelta(minutes=2)
    await maude.text(f"/infolettre jour {at.day} {at:%H:%M}")
    await maude.expect("partira")
    await maude.text("/envoyer-infolettre")
    for language in ("francais", "anglais"):
        await maude.expect(f"Texto ({language})", "segments")
    count = re.search(r"En tout : (\d+)", await maude.expect("En tout", "$"))
    assert count is not None
    await maude.expect("nombre de personnes")
    await maude.text(count[1])
    await maude.expect("approuvee")


async def minutes_sent(world: World, people: list[Person], number: str) -> None:
    there, *absent = people
    maude = world.people["Maude"]
    await maude.text(f"/presence {number} {there.name}")
    await maude.expect("presence notee")
    await maude.text(f"/compte-rendu {number} Le camp ouvrira a 8h30.")
    await maude.confirm(f"le resume de la rencontre no {number}", "3 personnes")
    await maude.expect("envoye", "3")
    for person in absent:
        await person.expect("8h30")
    await world.settled(0.5)
    assert not [said for said in there.received if "8h30" in said]
