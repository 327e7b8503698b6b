"""Clients that are not the program's own find the simulated providers as they find the real ones: aiogram, grammY,
twilio's synchronous client, requests."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from bot.simulator import Misfortune, Providers
from bot.simulator.telegram import TelegramWorld

ROSE, PHONE = 501, "+18195550123"
GRAMMY = "grammy@1.46.0"
SCRIPT = Path(__file__).parent / "clients" / "grammy_echo.mjs"


async def converse(world: TelegramWorld) -> None:
    """What Rose does with either bot, and what she must see."""
    world.press_start(ROSE, "abc")
    hello = await world.expect(ROSE, "bonjour")
    assert (hello.text, hello.raw["entities"][0]["type"]) == ("Bonjour & bienvenue", "bold")
    world.write(ROSE, "allo")
    asked = await world.expect(ROSE, "vous avez dit: allo", "[oui]")
    world.press(ROSE, asked.message_id, "Oui")
    edited = await world.expect(ROSE, "c'est noté")
    assert (edited.message_id, edited.buttons) == (asked.message_id, [])
    world.write(ROSE, "/carte")
    plan = await world.expect(ROSE, "la salle")
    assert plan.photo is not None
    assert world.files[plan.photo] == b"a picture"
    assert plan.raw["caption_entities"][0]["type"] == "bold"
    world.send_photo(ROSE, b"\xff\xd8" * 50)
    await world.expect(ROSE, "100 octets")
    world.write(ROSE, "/salon")
    await world.expect(ROSE, "private")
    assert [said["text"] for said in world.acknowledged.values()] == ["Noté"]
    assert world.ignored == set()


async def test_a_bot_of_aiogram_converses_by_long_polling(sim: Providers) -> None:
    from tests.bot.simulator.clients import of_aiogram as a_client  # the slowest import of all, for two tests

    dispatcher = a_client.Dispatcher()
    a_client.echo(dispatcher)
    async with a_client.aiogram_bot(sim) as bot:
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5))
        await converse(sim.telegram)
        await dispatcher.stop_polling()
        await polling


async def test_aiogram_reads_every_error(sim: Providers) -> None:
    from tests.bot.simulator.clients import of_aiogram as a_client

    world = sim.telegram
    async with a_client.aiogram_bot(sim) as bot:
        assert (await bot.me()).username == "PorteVoixBot"
        assert await bot.set_my_commands([a_client.BotCommand(command="aide", description="Menu")])
        with pytest.raises(a_client.TelegramBadRequest, match="chat not found"):
            await bot.send_message(999, "x")
        world.press_start(ROSE)
        with pytest.raises(a_client.TelegramBadRequest, match="can't parse entities"):
            await bot.send_message(ROSE, "<b>x")
        world.block(ROSE)
        with pytest.raises(a_client.TelegramForbiddenError, match="blocked"):
            await bot.send_message(ROSE, "x")
        world.add_bot_to_group(ROSE, -5)
        world.upgrade_group(-5, -1_000_000_000_005)
        with pytest.raises(a_client.TelegramMigrateToChat) as moved:
            await bot.send_message(-5, "x")
        assert moved.value.migrate_to_chat_id == -1_000_000_000_005
        world.press_start(ROSE)
        world.faults.force(Misfortune.TOO_MANY, retry_after=5)
        with pytest.raises(a_client.TelegramRetryAfter) as refused:
            await bot.send_message(ROSE, "x")
        assert refused.value.retry_after == 5
    assert world.ignored == set()


def missing(what: str) -> None:
    """Say it where everyone looks: a test that is skipped in silence is a test that nobody runs."""
    warnings.warn(f"NOT CHECKED with grammY: {what}", stacklevel=2)
    pytest.skip(f"NOT CHECKED with grammY: {what}")


@pytest.fixture(scope="module")
def grammy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where node finds grammY, fetched from npm's registry."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            missing(f"{program} is not on this machine")
    folder = tmp_path_factory.mktemp("grammy")
    install = ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", GRAMMY]
    done = subprocess.run(install, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        missing(f"npm could not install {GRAMMY}")
    shutil.copy(SCRIPT, folder)
    return folder


async def test_a_bot_of_grammy_converses_by_long_polling(sim: Providers, grammy: Path) -> None:
    bot = await asyncio.create_subprocess_exec(
        *("node", SCRIPT.name, sim.telegram_url, sim.telegram.token), cwd=grammy, stdout=asyncio.subprocess.PIPE
    )
    assert bot.stdout
    try:
        assert (await asyncio.wait_for(bot.stdout.readline(), 60)).strip() == b"ready"
        await converse(sim.telegram)
    finally:
        bot.terminate()
        said, _ = await asyncio.wait_for(bot.communicate(), 60)
    assert b"went wrong" not in said, said


async def test_twilios_synchronous_client_sends_lists_and_fetches_a_picture(sim: Providers) -> None:
    sim.sms.text(PHONE, "ma photo", [("image/png", b"\x89PNG")])
    assert await asyncio.to_thread(_synchronously, sim) == b"\x89PNG"
    assert sim.sms.leaked == 0
    assert sim.sms.ignored == set()


def _synchronously(sim: Providers) -> bytes:
    client = Client(sim.sms.account_sid, sim.sms.auth_token)
    client.api.base_url = sim.twilio_url
    sent = client.messages.create(to=PHONE, from_=sim.sms.numbers[0], body="Bonjour", smart_encoded=True)
    assert client.messages(sent.sid).fetch().status == "delivered"
    today = sim.clock.now().date()
    assert len(client.messages.list(date_sent_after=today - dt.timedelta(days=1), page_size=1, limit=9)) == 2
    with pytest.raises(TwilioRestException) as refused:
        client.messages.create(to="+18195550123", from_="+18195550199", body="x")
    assert refused.value.code == 21606
    (inbound,) = client.messages.list(from_=PHONE)
    (media,) = client.messages(inbound.sid).media.list()
    link = f"{sim.twilio_url}{media.uri.removesuffix('.json')}"
    answer = requests.get(link, auth=(sim.sms.account_sid, sim.sms.auth_token), timeout=10)
    assert answer.status_code == 200
    return answer.content
