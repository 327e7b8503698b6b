"""What bad input gets, from outside: a clear sentence in the person's language, with a way on, and nothing lost."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tests.outside.twilio_server import post, signature
from tests.outside.world import FOUR, World, today

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOT_UNDERSTOOD = {"fr": "pas compris", "en": "did not understand"}
# Twilio keeps HELP for itself.
MENU = {("sms", "en"): "AID", ("telegram", "en"): "HELP"}
VOICE = {"fr": ("messages vocaux", "819"), "en": ("voice messages", "819")}
RECEIVED = {"fr": ("Recu",), "en": ("Received",)}
EMPTY = {"fr": ("arrive vide", "encore"), "en": ("came empty", "again")}
UNREADABLE = {"fr": ("ne se lit pas", "encore"), "en": ("cannot be read", "again")}
LONG = "le camp commence bien trop tot pour nous autres " * 105  # 5,000 characters
AMR = b"#!AMR\n" + b"\0" * 60


@pytest.mark.parametrize(("channel", "language"), FOUR)
async def test_what_is_not_understood_is_kept_and_shown_to_a_coordinator(
    world: World, channel: str, language: str
) -> None:
    person = world.person(channel, language)
    await person.join()
    await person.text("kjhg")
    await person.expect(NOT_UNDERSTOOD[language], MENU.get((channel, language), "AIDE"))
    found = await world.program.done("call-list")
    assert ["kjhg"] in [card["words"] for card in found["tasks"] if card["name"] == person.name]


@pytest.mark.parametrize(("channel", "language"), FOUR)
async def test_a_text_of_five_thousand_characters_is_answered_and_kept_whole(
    world: World, channel: str, language: str
) -> None:
    person = world.person(channel, language)
    await person.join()
    before = len(person.received)
    await person.text(f"{LONG}fin")
    await person.expect("")
    assert len(person.received) > before
    assert all(len(said) <= 1600 for said in person.received), "no answer is longer than a text may be"


@pytest.mark.parametrize(("channel", "language"), FOUR)
async def test_a_voice_note_an_empty_photo_and_a_false_one(world: World, channel: str, language: str) -> None:
    person = world.person(channel, language)
    await person.join()
    await person.voice(AMR)
    await person.expect(*VOICE[language])
    await person.photo(b"")
    await person.expect(*RECEIVED[language])
    await person.expect(*EMPTY[language])
    await person.photo(b"this is no picture")
    await person.expect(*UNREADABLE[language])
    code, listed, complained = await world.program.shell("call-list")
    assert code == 0, complained
    assert re.search(rf"{person.name}.*\n.*message vocal", listed)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_sticker_is_received_with_the_way_to_say_more(world: World, language: str) -> None:
    person = world.person("telegram", language)
    await person.join()
    world.telegram.sticker(int(person.address))
    await person.expect(*RECEIVED[language], MENU.get(("telegram", language), "AIDE"))


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_button_of_long_ago_says_so(world: World, language: str) -> None:
    person = world.person("telegram", language)
    await person.join()
    old = next(m for m in world.telegram.sent[int(person.address)] if "reply_markup" in m)
    data = old["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    world.telegram.press(int(person.address), old, data)
    await person.expect(MENU.get(("telegram", language), "AIDE"))
    world.telegram.press(int(person.address), old, "q99999999.1")
    await person.expect(MENU.get(("telegram", language), "AIDE"))


async def test_two_people_on_one_phone_are_told_apart(world: World) -> None:
    first, maude = world.person("sms", "fr"), world.people["Maude"]
    await first.join()
    national = f"{first.address[2:5]} {first.address[5:8]}-{first.address[8:]}"
    await maude.text(f"/personne Gisele; {national}; consentement: formulaire papier 2026-01-12")
    await maude.expect("Gisele")
    await first.text("STATUT")
    said = await first.expect("Gisele")
    assert first.name in said
    rows = [row for row in await world.program.export("people") if row["person"] in ("Gisele", first.name)]
    assert len({row["number"] for row in rows}) == 2


COORDINATOR = [
    ("/personne Luc; 555-0101", "819 555-0101"),
    ("/personne Luc; +33 1 23 45 67 89", "ALLOW_INTERNATIONAL"),
    ("/annonce table Zzz\nBonjour", "Ce qui existe"),
    ("/annonce tous\n", "Exemple"),
    (f"/annonce tous\n{LONG}", "maximum"),
    ("/rencontre COCO\ndate: {past} 13:30-15:30", "c'est passe"),
    ("/rencontre COCO\ndate: {future} 15:30-13:30", "avant le debut"),
    ("/rencontre COCO\ndate: le 32 fevrier 13:30-15:30", "Exemple"),
    ("/tarif repas -20", "Exemple"),
    ("/demande douze", "Exemple"),
    ("/payer 12 bitcoin", "bitcoin"),
    ("/suite 14", "Exemple"),
    ("/zzz", "/aide"),
]


@pytest.mark.parametrize(("words", "said"), COORDINATOR, ids=[re.sub(r"\W+", " ", w)[:30] for w, _ in COORDINATOR])
async def test_a_coordinator_s_mistake_gets_an_example(world: World, words: str, said: str) -> None:
    day = today(world)
    past, future = day - dt.timedelta(days=3), day + dt.timedelta(days=30)
    maude = world.people["Maude"]
    await maude.text(words.replace("{past}", str(past)).replace("{future}", str(future)))
    await maude.expect(said)


async def test_nothing_of_all_this_was_set_aside(world: World) -> None:
    """The last test of the file: no message made the code fail."""
    log = world.program.said()
    assert "set aside" not in log
    assert "Traceback" not in log


SHAPES = [
    {"message": {"message_id": 1, "from": 5, "text": "x"}},
    {"message": 5},
    {"message": {"message_id": 1, "from": {"id": 77, "is_bot": False}, "chat": [], "text": "AIDE"}},
    {"callback_query": {"id": 5, "from": {"id": 77}}},
    {"my_chat_member": None},
    {"message": {"message_id": 1, "from": {"id": 77, "is_bot": False}, "text": {"a": ["b"]}}},
]


async def test_updates_of_another_shape_hold_back_nobody_and_are_shown_by_the_doctor(world: World) -> None:
    for shape in SHAPES:
        world.telegram.update(shape)
    person = world.person("telegram", "fr")
    await person.text("/aide")
    await person.expect("")
    assert world.telegram.all_taken
    _, said, _ = await world.program.shell("doctor")
    assert said.count("Malformed") == len(SHAPES)


async def test_texts_signed_under_a_moved_border_or_from_another_channel(world: World) -> None:
    person = world.person("sms", "fr")
    await person.join()
    before = len(person.received)
    params = world.twilio.params(f"rcs:{person.address}", "ARRET", world.twilio.new_sid())
    url = f"{world.program.url}/sms/inbound"
    stamp = {"X-Twilio-Signature": signature(url, params)}
    assert await post(url, params, stamp) == 200
    await person.expect("plus aucun message")
    moved = {name: value for name, value in params.items() if name != "NumMedia"}
    moved["MessageSid"] += "NumMedia0"
    assert signature(url, moved) == stamp["X-Twilio-Signature"]
    assert await post(url, moved, stamp) == 400
    await world.settled(0.5)
    assert len(person.received) == before + 1
