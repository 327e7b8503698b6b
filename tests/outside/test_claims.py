"""Part 5, from outside: a claim, from its first word to the money that came."""

from __future__ import annotations

import asyncio
import io
import re

import pytest
from PIL import Image

from tests.outside.world import FOUR, PATIENCE, Person, World, folded, today

pytestmark = pytest.mark.asyncio(loop_scope="module")

ACTIVITY = {"fr": "formation, {:%Y-%m-%d}", "en": "training, {:%Y-%m-%d}"}
# What is asked (in its words) -> what is answered; whatever else is asked gets a no.
RIDE = {"fr": ("pour venir", "autobus 7,50"), "en": ("get there", "bus 7.50")}
TIME = {"fr": "combien de temps", "en": "how long"}
RATES = ("participation 55", "autobus prix payé", "repas 20", "garde max 60", "km 0,50")
OTHER = {"fr": "non", "en": "no"}


def receipt() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (60, 80), (240, 240, 230)).save(written, "JPEG")
    return written.getvalue()


@pytest.mark.parametrize(("channel", "language"), FOUR)
async def test_a_claim_is_made_decided_paid_and_received(world: World, channel: str, language: str) -> None:
    person, maude = world.person(channel, language), world.people["Maude"]
    await set_rates(maude)
    await person.join()
    await world.seat([person], "COCO")
    await person.text(person.say("claim"))
    await person.expect("?")
    await person.text(ACTIVITY[language].format(today(world)))
    number = await sent(person)
    await maude.text("/demandes")
    await maude.expect(f"no {number} {person.name}")
    await sees_the_receipt(maude, person, number)
    await maude.text(f"/approuver-demande {number}")
    await maude.expect("acceptee")
    await person.expect(number)
    await maude.text(f"/payer {number} virement")
    await maude.expect("ecrivez le total")
    await maude.text("62,50")
    await maude.expect("Paye")
    await person.expect(number, "62")
    await person.choose(1)
    await world.settled(0.3)
    row = next(row for row in await world.program.export("claims") if row["number"] == number)
    assert (row["person"], row["state"], row["total"], row["payment_mode"]) == (
        person.name,
        "received",
        "62.50",
        "transfer",
    )
    assert (row["participation"], row["transport_fare"]) == ("55.00", "7.50")


async def sees_the_receipt(maude: Person, person: Person, number: str) -> None:
    """The picture itself, once it was fetched from where the person's provider keeps it."""
    pictures = maude.world.telegram.pictures.setdefault(int(maude.address), [])
    before = len(pictures)
    async with asyncio.timeout(PATIENCE):
        while len(pictures) == before:
            await maude.text(f"/demandes {number}")
            await maude.expect(f"no {number}, {person.name}", "Autobus")
            await maude.world.settled(0.5)
    with Image.open(io.BytesIO(pictures[-1])) as shown:
        assert shown.size == (60, 80)


async def set_rates(maude: Person) -> None:
    for rate in RATES:
        await maude.text(f"/tarif {rate}")
        await maude.expect("Tarif note")


async def sent(person: Person) -> str:
    """Answers what is asked, adds the picture of a receipt, and sends the claim; its number."""
    asked, answer = RIDE[person.language]
    for _ in range(8):
        said = folded(await person.expect(""))
        if "total" in said:
            await person.photo(receipt())
            await person.expect("Total", "62")
            await person.choose(1)
            found = re.search(r"no\.? (\d+)", await person.expect("62"))
            assert found is not None
            return found[1]
        if TIME[person.language] in said:
            await person.choose(1)
        else:
            await person.text(answer if asked in said else OTHER[person.language])
    raise AssertionError(person.received)
