"""What comes in that should not: forged, repeated, from a group; and a second program on the same file."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.outside.twilio_server import post, signature
from tests.outside.world import World, folded

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_forged_or_unsigned_webhook_gets_403_and_changes_nothing(world: World) -> None:
    phone = "+18195550901"
    for path in ("/sms/inbound", "/sms/status"):
        url = f"{world.program.url}{path}"
        params = world.twilio.params(phone, "JOINDRE", world.twilio.new_sid()) | {"MessageStatus": "delivered"}
        forged: list[dict[str, str]] = [
            {},
            {"X-Twilio-Signature": "AAAA"},
            {"X-Twilio-Signature": signature(url, params, token="another")},
            {"X-Twilio-Signature": signature(url, {**params, "Body": "ARRET"})},
            {"X-Twilio-Signature": signature(f"{url}?x=1", params)},
        ]
        for headers in forged:
            assert await post(url, params, headers) == 403
    async with aiohttp.ClientSession() as session, session.post(f"{world.program.url}/telegram", json={}) as answer:
        assert answer.status in (403, 404), "nobody writes there while the program asks Telegram itself"
    await world.settled(0.5)
    assert phone not in world.twilio.sent
    assert "signature" in world.program.said(), "a line of the log says so"


async def test_a_message_that_comes_again_is_handled_once(world: World) -> None:
    phone, telegram = world.person("sms", "fr"), world.person("telegram", "fr")
    sid = world.twilio.new_sid()
    answers = await asyncio.gather(*(world.twilio.inbound(phone.address, "JOINDRE", sid=sid) for _ in range(5)))
    assert answers == [200] * 5
    await phone.expect("Alliance")
    update = {"message": {**world.telegram._head(int(telegram.address)), "text": "/start"}}
    number = world.telegram.update(update)
    for _ in range(3):
        world.telegram.update(update, number)
    await telegram.expect("Alliance")
    await world.settled(0.7)
    assert len(phone.received) == len(telegram.received) == 1


async def test_a_button_pressed_twice_counts_once_and_the_second_is_told_so(world: World) -> None:
    person = world.person("telegram", "fr")
    await person.text("/start")
    await person.expect("langue")
    await person.choose(1)
    await person.expect("prenom")
    await person.choose(1)
    await world.settled(0.5)
    assert len([said for said in person.received if "prenom" in folded(said)]) <= 2
    await person.text("Bis")
    await person.expect("Bis")


async def test_a_group_is_refused_once_and_no_word_of_it_stays(world: World) -> None:
    person, group = world.person("telegram", "fr"), -100987654321
    await person.join()
    for words in ("Bonjour la gang, Molybdène", "JOINDRE", "/demandes"):
        world.telegram.write_in_group(int(person.address), group, words)
    await world.settled(1.0)
    assert len(world.telegram.sent.get(group, [])) == 1
    assert "Molybd" not in str(await world.program.export("journal"))


async def test_a_second_run_on_the_same_file_refuses_and_the_first_goes_on(world: World) -> None:
    world.program.env["HTTP_PORT"], port = "0", world.program.env["HTTP_PORT"]
    code, _said, complained = await world.program.shell("run")
    world.program.env["HTTP_PORT"] = port
    assert code == 3
    assert "tourne deja" in folded(complained)
    person = world.person("sms", "en")
    await person.text("JOIN")
    await person.expect("Alliance")


async def test_coordinators_do_nothing_by_text_since_a_number_can_be_imitated(world: World) -> None:
    phone, maude = world.person("sms", "fr"), world.people["Maude"]
    await maude.text("/lier")
    code = (await maude.expect("textez")).split("textez ")[1].split()[0]
    await phone.text(code)
    await phone.expect("Maude")
    await phone.text("/annonce tous\nBonjour")
    await phone.expect("imite")


async def test_run_has_no_simulator_and_no_clock_to_move(world: World) -> None:
    async with aiohttp.ClientSession() as session:
        for method, path in (("GET", "/"), ("GET", "/sim/state"), ("POST", "/sim/clock"), ("POST", "/sim/send")):
            async with session.request(method, f"{world.program.url}{path}", json={"to": "day"}) as answer:
                assert answer.status == 404, path


async def test_ctrl_c_stops_cleanly(world: World) -> None:
    assert await world.program.stop() == 0
    await world.program.run()


async def test_anybody_reads_what_is_kept_of_people_and_who_answers_for_it(world: World) -> None:
    url = f"{world.program.url}/confidentialite"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
        page = await answer.text()
    assert "Vos renseignements personnels" in page
    assert "MES DONNEES" in page
