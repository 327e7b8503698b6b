"""Part 6, from outside: an announcement on its way is followed in its own message, and stopped half-way."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from tests.outside.world import PATIENCE, Person, World, close_world, folded, open_world

pytestmark = pytest.mark.asyncio(loop_scope="module")

PEOPLE = 12
COUNTS = re.compile(r"en attente (\d+), en route (\d+), partis (\d+).*autres (\d+)")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def slow(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """One text a second leaves, as with an ordinary number."""
    opened = await open_world(tmp_path_factory.mktemp("slow"), SMS_RATE="1")
    try:
        await opened.coordinator()
        yield opened
    finally:
        await close_world(opened)


async def test_the_message_that_announced_it_tells_where_it_stands_and_what_was_stopped(slow: World) -> None:
    maude, people = slow.people["Maude"], await imported(slow)
    await maude.text("/annonce table Progres\nLe local est fermé, {name}.")
    await maude.expect(f"nombre de personnes : {PEOPLE}")
    await maude.text(str(PEOPLE))
    number = re.search(r"Envoi no (\d+)", await maude.expect("Pour arreter"))
    assert number is not None
    position = maude.read - 1  # the very message that is edited from now on
    waiting, _started, sent, _other = await shown(maude, position, lambda counts: counts[2] >= 2)
    assert waiting > 0
    assert sent < PEOPLE
    await maude.text(f"/annuler {number[1]}")
    said = re.search(r"deja partis : (\d+). ne partiront pas : (\d+)", folded(await maude.expect("arrete")))
    assert said is not None
    assert int(said[2]) > 0
    waiting, started, sent, other = await shown(maude, position, lambda counts: counts[3] == int(said[2]))
    assert waiting == started == 0
    assert sent + other == PEOPLE
    await slow.settled(2.5)
    assert sum(len(person.received) for person in people) == sent
    assert all(folded(f"Le local est ferme, {p.name}.") in folded(p.received[0]) for p in people if p.received)


async def imported(world: World) -> list[Person]:
    people = [world.person("sms", "fr") for _ in range(PEOPLE)]
    lines = [f"{p.name},{p.address},fr,expert,Progres,formulaire papier 2026-03-02" for p in people]
    file = Path(world.program.folder) / "people.csv"
    file.write_text("\n".join(["name,phone,language,roles,roundtables,consent", *lines]), encoding="utf-8")
    await world.program.done("people", "import", str(file), "--yes")
    return people


async def shown(maude: Person, position: int, enough: Callable[[tuple[int, ...]], bool]) -> tuple[int, ...]:
    """The counts in that message, once they are enough."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = COUNTS.search(maude.received[position])
            if found is not None and enough(counts := tuple(map(int, found.groups()))):
                return counts
            await asyncio.sleep(0.05)
