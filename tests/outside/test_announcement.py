"""Parts 6, 7 and 8, from outside: announcements, stopping, and what the journal and the exports say of it all."""

from __future__ import annotations

import csv
import re

import pytest

from tests.outside.world import FOUR, World, folded

pytestmark = pytest.mark.asyncio(loop_scope="module")

HELP = {"fr": "AIDE", "en": "AID"}
CALL = {"fr": "PARLER", "en": "TALK"}
STOPPED = {"fr": "plus aucun message", "en": "no more messages"}
DELIVERY = [
    "id",
    "kind",
    "person",
    "channel",
    "address",
    "status",
    "reason",
    "attempts",
    "segments",
    "cost",
    "queued_at",
    "sent_at",
    "delivered_at",
]


async def test_an_announcement_is_previewed_confirmed_and_reaches_each_in_their_language(world: World) -> None:
    people, maude = await world.four(), world.people["Maude"]
    await world.seat(people, "Annonces")
    await maude.text("/annonce table Anonces\nBonjour {name}, le local est fermé.")
    await maude.expect("Ce qui existe", "Annonces")
    await maude.text("table Annonces")
    await maude.expect("Telegram (francais)", "le local est ferme")
    await maude.expect("Texto (francais)", "segments")
    await maude.expect("En tout : 4 personnes")
    await maude.expect("ecrivez le nombre de personnes")
    await maude.text("5")
    await maude.expect("exactement 4")
    await maude.text("4")
    await maude.expect("Envoi no")
    for person in people:
        await person.expect(f"Bonjour {person.name}, le local est ferme")
        assert len([said for said in person.received if "le local est" in said]) == 1


async def test_the_shell_announces_too_and_what_has_not_left_is_stopped(world: World) -> None:
    people, maude = await world.four(), world.people["Maude"]
    await world.seat(people, "Coquille")
    words = ("--to", "roundtable Coquille", "--text", "Bonjour {name}.", "--text-en", "Hello {name}.")
    code, _said, complained = await world.program.shell("announce", *words)
    assert code != 0, "nothing leaves without --yes when nobody sits there"
    assert "4" in complained
    done = await world.program.done("announce", *words, "--yes")
    assert done["people"] == 4
    for person in people:
        await person.expect(f"{'Bonjour' if person.language == 'fr' else 'Hello'} {person.name}.")
    await maude.text("/annonce")
    await maude.expect("A qui")
    await maude.text("table Coquille")
    await maude.expect("Quel texte")
    await maude.text("Trop tard.")
    await maude.expect("anglais")
    await maude.choose(1)
    await maude.expect("Quand")
    await maude.text("31 décembre 11h")
    await maude.expect("nombre de personnes")
    await maude.text("4")
    number = re.search(r"Envoi no (\d+)", await maude.expect("Pour arreter"))
    assert number is not None
    await maude.text(f"/annuler {number[1]}")
    await maude.expect("arrete")
    await maude.text(f"/annuler {number[1]}")
    await maude.expect("plus rien a arreter")


@pytest.mark.parametrize(("channel", "language"), FOUR)
async def test_stopping_is_said_once_and_holds(world: World, channel: str, language: str) -> None:
    person, maude = world.person(channel, language), world.people["Maude"]
    await person.join()
    table = f"Arret {channel} {language}"
    await world.seat([person], table)
    await person.text(HELP[language])
    await person.expect("819 555-0142")
    await person.text(CALL[language])
    await person.expect("Maude")
    calls = await world.program.done("call-list")
    assert person.name in str([call for call in calls["tasks"] if call["kind"] == "call"])
    await person.text("ARRET")
    await person.expect(STOPPED[language])
    await maude.text(f"/annonce table {table}\nEncore là?")
    await maude.expect("Personne ne peut recevoir")
    await world.settled(0.5)
    assert folded(STOPPED[language]) in folded(person.received[-1])
    rows = [row for row in await world.program.export("people") if row["person"] == person.name]
    assert [row["consent"] for row in rows] == ["withdrawn"]
    await person.text("REPRENDRE")
    await person.expect(person.name)


async def test_twilio_s_own_answer_to_stop_is_not_repeated(world: World) -> None:
    person = world.person("sms", "en")
    await person.join()
    before = len(person.received)
    await person.text("STOP")
    await world.settled(0.7)
    assert len(person.received) == before
    rows = [row for row in await world.program.export("people") if row["person"] == person.name]
    assert [row["consent"] for row in rows] == ["withdrawn"]


async def test_the_journal_tells_who_did_what_and_every_export_can_be_read(world: World) -> None:
    person, maude = world.person("sms", "fr"), world.people["Maude"]
    await person.join()
    await maude.text(f"/journal {person.name}")
    await maude.expect(person.name, "a joint la liste")
    journal = await world.program.export("journal")
    assert {"people.joined", "people.made_coordinator"} <= {row["act"] for row in journal}
    await world.settled()  # the provider says that a text arrived a moment after it took it
    deliveries = await world.program.export("deliveries")
    assert set(DELIVERY) <= set(deliveries[0])
    mine = [row for row in deliveries if row["person"] == person.name]
    assert {row["status"] for row in mine} == {"delivered"}
    assert all(person.address not in str(row) for row in deliveries), "addresses are masked"
    assert all(int(row["segments"]) >= 1 and float(row["cost"]) > 0 for row in mine)
    for kind in ("people", "comments", "claims", "meetings"):
        await world.program.export(kind)
    code, said, _ = await world.program.shell("export", "people")
    assert code == 0
    assert person.name in [row["person"] for row in csv.DictReader(said.splitlines())]
    book = world.program.folder / "people.xlsx"
    code, _said, complained = await world.program.shell("export", "people", "--to", str(book))
    assert code == 0, complained
    assert book.read_bytes()[:2] == b"PK"
    assert (await world.program.done("journal", "verify"))["ok"]
