"""kill -9 at every point of a story, and a restart: nothing is lost, no finished step is done again."""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter

import pytest

from tests.outside.test_meeting import announced
from tests.outside.world import CHANNELS, Person, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEED = 20261121
LAST = 180.0  # seconds: what may have arrived is asked about at Twilio after a minute, and only then sent again
# What each of two people writes, and words of the reply that must come, killed or not.
STORY = [
    ("JOINDRE", "langue"),
    ("1", "prenom"),
    ("{name}", "vous ecrire"),
    ("1", "Bienvenue"),
    ("COMMENTAIRE", "comme ca vient"),
    ("Le camp a 8h c'est trop tot", "garde"),
    ("l'autobus passe a 8h20", "garde"),
    ("1", "C'est exact"),
    ("1", "Commentaire no"),
    ("STATUT", "commentaire no"),
    ("RECLAMER", ""),
    ("ANNULER", ""),
    ("ARRET", "plus aucun message"),
]
SEATED_AFTER = 4  # the comment needs a seat at a table whose meeting is to come


@pytest.mark.parametrize("channel", CHANNELS)
async def test_kill_9_at_every_point_of_the_story_loses_nothing_and_repeats_no_step(world: World, channel: str) -> None:
    """The program dies between 0 and 150 ms after each message reached it, or before it could say it had.

    A message that was not acknowledged is sent again, as Twilio and Telegram do. Only a reply in flight at the
    moment of the kill may arrive twice.
    """
    dice = random.Random(SEED)
    person = world.person(channel, "fr")
    kills = 0
    for step, (words, _reply) in enumerate(STORY):
        if step == SEATED_AFTER:
            await announced(world, [person], 2)
        await write_and_kill(world, person, words.format(name=person.name), dice.random() * 0.15)
        kills += 1
        if reply := STORY[step][1]:
            await person.expect(reply, patience=LAST)
        await world.settled(0.3)
    assert kills == len(STORY)
    await nothing_is_lost(world, person)
    await no_step_is_repeated(world, person, kills)


async def write_and_kill(world: World, person: Person, words: str, after: float) -> None:
    if person.channel == "telegram":  # what the program did not confirm, Telegram gives it again
        await person.text("/start" if words == "JOINDRE" else words)
        await asyncio.sleep(after)
        await world.program.kill()
        await world.program.run()
        return
    sid = world.twilio.new_sid()
    sending = asyncio.create_task(world.twilio.inbound(person.address, words, sid=sid))
    await asyncio.sleep(after)
    await world.program.kill()
    acknowledged = await sending == 200
    await world.program.run()
    if not acknowledged:
        assert await world.twilio.inbound(person.address, words, sid=sid) == 200


async def nothing_is_lost(world: World, person: Person) -> None:
    (row,) = [row for row in await world.program.export("people") if row["person"] == person.name]
    assert row["consent"] == "withdrawn", "the last word was ARRET"
    comments = [row for row in await world.program.export("comments") if row["person"] == person.name]
    assert len(comments) == 1
    assert comments[0]["words"].replace("\n", " ") == "Le camp a 8h c'est trop tot l'autobus passe a 8h20"
    acts = Counter(row["act"] for row in await world.program.export("journal") if person.name in row["actor"])
    assert acts["people.joined"] == 1
    assert acts["people.stopped"] == 1


async def no_step_is_repeated(world: World, person: Person, kills: int) -> None:
    """Each reply once; those in flight at a kill at most twice."""
    times = Counter(re.sub(r"\d+", "", said) for said in person.received)
    twice = {said: count for said, count in times.items() if count > 2}
    assert not twice
    assert sum(count - 1 for count in times.values()) <= kills
    rows = [row for row in await world.program.export("deliveries") if row["person"] == person.name]
    assert {row["status"] for row in rows} <= {"sent", "delivered", "unknown", "cancelled"}, "nothing waits for ever"


async def test_kill_9_while_an_announcement_leaves_reaches_everyone_once(world: World) -> None:
    people, maude = [world.person("sms", "fr") for _ in range(12)], world.people["Maude"]
    lines = ["name,phone,roundtables,roles,consent"]
    lines += [f"{p.name},{p.address},Envoi,member,formulaire papier 2025-03-02" for p in people]
    file = world.program.folder / "envoi.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    await world.program.done("people", "import", str(file), "--yes")
    await maude.text("/annonce table Envoi\nLe local est fermé.")
    await maude.expect("nombre de personnes")
    await maude.text("12")
    await people[0].expect("local est ferme")
    await world.program.kill()
    await world.program.run()
    for person in people[1:]:  # the program asks Twilio, after a minute, which of those under way arrived
        await person.expect("local est ferme", patience=LAST)
    await world.settled(1.0)
    assert all(len(person.received) == 1 for person in people), [len(person.received) for person in people]
