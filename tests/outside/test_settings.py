"""`portevoix run` with this or that in the environment: what starts, what is refused, and with which sentence."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from tests.outside.program import Program
from tests.outside.telegram_server import BotApi
from tests.outside.twilio_server import TwilioApi, post, signature
from tests.outside.world import World, close_world, folded, open_world

NO_TELEGRAM = {"TELEGRAM_TOKEN": "", "TELEGRAM_API_BASE_URL": ""}
NO_SMS = {"TWILIO_ACCOUNT_SID": "", "TWILIO_AUTH_TOKEN": "", "TWILIO_FROM": "", "TWILIO_API_BASE_URL": ""}
PUBLIC = "https://portevoix.example.org"
SECRET = "a-secret_of-Telegram"

REFUSED = [
    ({**NO_TELEGRAM, **NO_SMS}, "ni telegram_token ni twilio_account_sid"),
    ({"TELEGRAM_MODE": "webhook"}, "telegram_webhook_secret manque"),
    ({"TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": SECRET, "TELEGRAM_API_BASE_URL": ""}, "public_base_url"),
    ({"TWILIO_API_BASE_URL": ""}, "public_base_url manque"),
    ({"TWILIO_API_BASE_URL": "https://sms.example.org"}, "public_base_url manque"),
    ({"TWILIO_AUTH_TOKEN": ""}, "twilio_auth_token manque"),
    ({"TIMEZONE": "America/Lune"}, "timezone n'est pas bon. corrigez-le dans .env. exemple : timezone=america/toronto"),
    ({"SMS_RATE": "vite", "DEFAULT_LANGUAGE": "en"}, "sms_rate"),
    ({"QUIET_HOURS": "la nuit"}, "exemple : quiet_hours=21:00-09:00"),
    ({"DATABASE_URL": "oracle://x"}, "exemple : database_url=sqlite:///portevoix.sqlite3"),
]


@pytest.mark.parametrize(("env", "said"), REFUSED, ids=[" ".join(env) for env, _ in REFUSED])
async def test_what_cannot_start_says_why_with_an_example(tmp_path: Path, env: dict[str, str], said: str) -> None:
    here = {"TELEGRAM_API_BASE_URL": "http://127.0.0.1:9", "TWILIO_API_BASE_URL": "http://127.0.0.1:9"}
    program = Program(tmp_path, BotApi(), TwilioApi(), **(here | env))
    code, _out, complained = await program.shell("run")
    assert code == 2
    assert said in folded(complained)
    assert "Traceback" not in complained
    assert "outside-tests-only" not in complained, "the tokens stay unsaid"


async def test_telegram_alone(tmp_path: Path) -> None:
    world = await open_world(tmp_path, **NO_SMS)
    try:
        await world.person("telegram", "fr").join()
        url = f"{world.program.url}/sms/inbound"
        params = world.twilio.params("+18195550999", "JOINDRE", world.twilio.new_sid())
        assert await post(url, params, {"X-Twilio-Signature": signature(url, params)}) == 403
    finally:
        await close_world(world)


async def test_sms_alone(tmp_path: Path) -> None:
    world = await open_world(tmp_path, **NO_TELEGRAM)
    try:
        await world.person("sms", "en").join()
    finally:
        await close_world(world)


async def test_behind_a_proxy_what_is_signed_is_the_public_address(tmp_path: Path) -> None:
    env = {"TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": SECRET, "PUBLIC_BASE_URL": f"{PUBLIC}/"}
    world = await open_world(tmp_path, **env)
    try:
        await by_sms(world)
        await by_telegram(world)
    finally:
        await close_world(world)


async def by_sms(world: World) -> None:
    """The proxy's Host, or any other, changes nothing: the setting says what Twilio signs."""
    person = world.person("sms", "fr")
    url = f"{world.program.url}/sms/inbound"
    params = world.twilio.params(person.address, "JOINDRE", world.twilio.new_sid())
    assert await post(url, params, {"X-Twilio-Signature": signature(url, params)}) == 403
    signed = {"X-Twilio-Signature": signature(f"{PUBLIC}/sms/inbound", params), "Host": "elsewhere.example"}
    assert await post(url, params, signed) == 200
    await person.expect("Alliance de la Vallee-des-Rives")
    assert "the signature is missing or wrong" in world.program.said()


async def by_telegram(world: World) -> None:
    asked = world.telegram.webhook
    assert (asked["url"], asked["secret_token"]) == (f"{PUBLIC}/telegram", SECRET)
    person = world.person("telegram", "fr")
    update = {"update_id": 77, "message": {**world.telegram._head(int(person.address)), "text": "/start"}}
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "another"}):
            async with session.post(f"{world.program.url}/telegram", json=update, headers=headers) as answer:
                assert answer.status == 403
        right = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        async with session.post(f"{world.program.url}/telegram", json=update, headers=right) as answer:
            assert answer.status == 200
    await person.expect("Alliance de la Vallee-des-Rives")
    assert "the secret token is missing or wrong" in world.program.said()
