"""Part 2, the digest, from outside: proposed by anyone, put in order, shown, approved, sent at its hour, read on."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest

from tests.outside.world import Person, World, folded

pytestmark = pytest.mark.asyncio(loop_scope="module")

LAST = 240.0  # seconds: two or three minutes, on a machine that does other things too
PROPOSE = {
    ("sms", "fr"): "PROPOSER ",
    ("sms", "en"): "PROPOSE ",
    ("telegram", "fr"): "/proposer ",
    ("telegram", "en"): "/propose ",
}
PROPOSED = {"fr": "nouvelle", "en": "news"}
# Each person's item as they propose it: title | text. The coordinator writes the English of the French ones.
ITEMS = {
    ("sms", "fr"): ("Le frigo est ouvert", "Tous les jours, de 9 h à 20 h."),
    ("sms", "en"): ("A bus on Fridays", "It leaves from the church at 8."),
    ("telegram", "fr"): ("Une fete au parc", "Samedi, avec un repas pour tout le monde."),
    ("telegram", "en"): ("Tax forms for free", "Bring your papers to the library."),
}
ENGLISH = {("sms", "fr"): ("The fridge is open", "Every day, from 9 to 8."), ("telegram", "fr"): ("A party", "A meal.")}


async def test_a_digest_is_proposed_ordered_shown_approved_and_read_item_by_item(world: World) -> None:
    maude, people = world.people["Maude"], await world.four()
    items = {key: await proposed(world, maude, key, person) for key, person in keyed(people).items()}
    await edited(maude, items)
    await ordered(maude, items)
    await maude.text("/envoyer-infolettre")
    await shown(maude)
    await maude.text("6")
    await maude.expect("exactement 5", "ecrivez le nombre de personnes : 5")
    await maude.choose(1)
    await maude.expect("rien n'est envoye")
    await approved_taken_back_and_approved(world, maude, items)
    for person in people:
        await read_on(person)
    await once_each(world)


def keyed(people: list[Person]) -> dict[tuple[str, str], Person]:
    return {(person.channel, person.language): person for person in people}


async def proposed(world: World, maude: Person, key: tuple[str, str], person: Person) -> str:
    title, body = ITEMS[key]
    await person.text(f"{PROPOSE[key]}{title} | {body}")
    number = re.search(r"no\.? (\d+)", await person.expect(PROPOSED[person.language], "no"))
    assert number is not None
    return number[1]


async def edited(maude: Person, items: dict[tuple[str, str], str]) -> None:
    for key, (title, body) in ENGLISH.items():
        await maude.text(f"/item {items[key]} en {title} | {body}")
        await maude.expect(f"no {items[key]} modifiee")
    await maude.text(f"/item {items['sms', 'en']} Le bus du vendredi | Il part de la place a 8 h.")
    await maude.expect("modifiee")
    await maude.text(f"/item {items['telegram', 'en']} retirer")
    await maude.expect("mise de cote")


async def ordered(maude: Person, items: dict[tuple[str, str], str]) -> None:
    first, second = items["telegram", "fr"], items["sms", "fr"]
    await maude.text(f"/ordre {first} 999")
    await maude.expect("nouvelle no 999 n'est pas dans cette infolettre", first, second)
    await maude.text(f"/ordre {first} {second}")
    await maude.expect("ordre est change")
    await maude.text("/infolettre")
    listed = folded(await maude.expect("envoi prevu"))
    assert listed.index("une fete") < listed.index("le frigo") < listed.index("le bus"), listed
    assert "tax forms for free (mise de cote)" in listed


async def shown(maude: Person) -> None:
    """Four texts as their phones will show them; the people, the segments and the cost add up."""
    telegram = folded(await maude.expect("Telegram (francais)", "personnes : 2"))
    assert telegram.index("samedi, avec un repas") < telegram.index("tous les jours")
    french = await maude.expect("Texto (francais)", "personnes : 1", "1 Une fete", "2 Le frigo", "3 Le bus")
    assert "Tous les jours" not in french
    long_english = await maude.expect("Telegram (anglais)", "personnes : 1", "A party", "Every day")
    english = await maude.expect("Texto (anglais)", "personnes : 1", "1 A party", "2 The fridge")
    for text in (telegram, french, long_english, english):
        assert "tax forms" not in folded(text), "it was put aside"
    segments = [int(found[1]) for one in (french, english) if (found := re.search(r"segments : (\d+)", one))]
    total = await maude.expect("En tout : 5 personnes (Telegram 3, textos 2)", "$")
    assert f"{sum(segments)} textos comptes" in folded(total)
    await maude.expect("ecrivez le nombre de personnes : 5")


async def approved_taken_back_and_approved(world: World, maude: Person, items: dict[tuple[str, str], str]) -> None:
    """What is approved is no longer edited; taken back, it is; the shell approves it again."""
    await at_a_minute_from_now(world, maude)
    await maude.text("/envoyer-infolettre")
    await maude.expect("En tout : 5")
    await maude.text("5")
    await maude.expect("approuvee", "5 personnes")
    await maude.text(f"/item {items['sms', 'fr']} Le frigo est vide | Il est vide.")
    await maude.expect("deja approuvee", "/infolettre reprendre")
    await maude.text("/infolettre reprendre")
    await maude.expect("est reprise")
    await maude.text(f"/item {items['sms', 'fr']} Le frigo est plein | Tous les jours, de 9 h à 21 h.")
    await maude.expect("modifiee")
    done = await world.program.done("digest", "approve", "--yes", "--as", "Maude")
    assert done["people"] == 5


async def at_a_minute_from_now(world: World, maude: Person) -> None:
    at = dt.datetime.now(ZoneInfo(world.program.env["TIMEZONE"])) + dt.timedelta(minutes=2)
    await maude.text(f"/infolettre jour {at.day} {at:%H:%M}")
    await maude.expect("partira", f"{at.hour} h")


async def read_on(person: Person) -> None:
    """Telegram shows the whole; a basic phone shows titles, each brought by its digit, as often as it likes."""
    french = person.language == "fr"
    first, second = ("avec un repas", "a 21 h") if french else ("A meal", "Every day")
    said = await person.expect("Une fete" if french else "A party", patience=LAST)
    if person.channel == "telegram":
        assert folded(first) in folded(said)
        assert folded(second) in folded(said)
        return
    assert folded(first) not in folded(said)
    for digit, words in ((2, second), (1, first), (2, second)):
        await person.choose(digit)
        await person.expect(words)


async def once_each(world: World) -> None:
    await world.settled()
    sent = [row for row in await world.program.export("deliveries") if row["kind"] == "digest"]
    assert len(sent) == 5
    assert len({row["person"] for row in sent}) == 5
    acts = [row["act"] for row in await world.program.export("journal") if row["act"].startswith("digest.")]
    assert {act: acts.count(act) for act in ("digest.proposed", "digest.approved", "digest.taken_back_whole")} == {
        "digest.proposed": 4,
        "digest.approved": 2,
        "digest.taken_back_whole": 1,
    }
