"""`python -m bot.simulator`: the providers as a process of their own, driven over HTTP."""

from __future__ import annotations

import asyncio
import base64
import json
import signal
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

ROSE = "+18195550123"


class Remote:
    """A simulator in another process."""

    def __init__(self, where: dict[str, Any], http: aiohttp.ClientSession) -> None:
        self.where, self.http = where, http
        self.settings = where["settings"]

    async def sim(self, path: str, **given: Any) -> Any:
        async with self.http.post(f"{self.where['control']}/sim/{path}", json=given) as response:
            answer = await response.json()
            assert response.status == 200, answer
            return answer["result"]

    async def bot(self, method: str, **params: Any) -> dict[str, Any]:
        url = f"{self.where['telegram']}/bot{self.settings['TELEGRAM_TOKEN']}/{method}"
        async with self.http.post(url, json=params) as response:
            answer: dict[str, Any] = await response.json()
            return answer


@pytest.fixture
async def remote(http: aiohttp.ClientSession) -> AsyncIterator[Remote]:
    command = (sys.executable, "-m", "bot.simulator", "--seed", "3", "--faults", "latency=0.001")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    yield Remote(json.loads(await process.stdout.readline()), http)
    process.send_signal(signal.SIGTERM)
    assert await process.wait() == 0


async def test_people_act_and_are_seen_over_http(remote: Remote) -> None:
    await remote.sim("telegram/press_start", user_id=501, payload="abc")
    photo = base64.b64encode(b"\xff\xd8picture").decode()
    await remote.sim("telegram/send_photo", user_id=501, content=photo)
    updates = (await remote.bot("getUpdates"))["result"]
    assert [u["message"].get("text") for u in updates] == ["/start abc", None]
    markup = {"inline_keyboard": [[{"text": "Oui", "callback_data": "yes"}]]}
    await remote.bot("sendMessage", chat_id=501, text="Venez-vous?", reply_markup=markup)
    seen = await remote.sim("telegram/received", chat_id=501)
    assert (seen[0]["text"], seen[0]["buttons"][0][0]["data"]) == ("Venez-vous?", "yes")
    await remote.sim("telegram/press", user_id=501, message_id=seen[0]["message_id"], button="Oui")
    last = (await remote.bot("getUpdates", offset=-1))["result"][0]
    assert last["callback_query"]["data"] == "yes"
    counters = await remote.sim("counters")
    assert (counters["telegram"]["total"], counters["telegram"]["updates_waiting"]) == (1, 1)
    assert (await remote.sim("truth", channel="telegram"))["501"][0][0] == "Venez-vous?"


async def test_every_act_answers_with_what_it_did(remote: Remote) -> None:
    person = await remote.sim("telegram/person", user_id=501, first_name="Rose")
    assert (person["user_id"], person["first_name"]) == (501, "Rose")
    group = await remote.sim("telegram/add_bot_to_group", user_id=501, chat_id=-77, title="La table")
    assert (group["chat_id"], group["members"]) == (-77, [501])
    upgraded = await remote.sim("telegram/upgrade_group", chat_id=-77, new_chat_id=-1_000_000_000_077)
    assert upgraded["chat_id"] == -1_000_000_000_077
    assert (await remote.sim("telegram/block", user_id=501)) is None
    assert (await remote.sim("telegram/send_voice", user_id=501))["from_bot"] is False
    assert (await remote.sim("sms/set_fate", phone=ROSE, code=30003)) is None


async def test_a_text_a_fault_and_the_clock_over_http(remote: Remote) -> None:
    await remote.sim("sms/setup", sms_url="", opt_out="none")
    sent = await remote.sim("sms/text", phone=ROSE, body="STOP", media=[["image/png", base64.b64encode(b"x").decode()]])
    assert (sent["inbound"], sent["num_media"]) == (True, "1")
    assert await remote.sim("sms/received", phone=ROSE) == []
    assert (await remote.sim("faults", telegram="cut=0.5", seed=9))["telegram"]["cut"] == 0.5
    await remote.sim("faults", telegram="", force="500")
    assert (await remote.bot("sendMessage", chat_id=501, text="x"))["error_code"] == 500
    assert (await remote.sim("counters"))["telegram"]["faults"] == {"500": 1}
    assert (await remote.sim("clock", to="2030-01-01T00:00:00+00:00")).startswith("2030-01-01T00:00:0")
    assert await remote.sim("reset")
    assert (await remote.sim("counters"))["telegram"]["faults"] == {}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("sim/telegram/close", "{}", 400),
        ("sim/telegram/__init__", "{}", 400),
        ("sim/sms/text", '{"phone": 1, "wrong": 2}', 400),
        ("sim/sms/text", "not json", 400),
        ("sim/nothing", "{}", 400),
    ],
)
async def test_what_is_no_act_is_refused(remote: Remote, path: str, body: str, status: int) -> None:
    async with remote.http.post(f"{remote.where['control']}/{path}", data=body) as response:
        assert response.status == status


async def test_a_page_from_elsewhere_cannot_act(remote: Remote) -> None:
    for headers in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}):
        async with remote.http.post(f"{remote.where['control']}/sim/counters", headers=headers) as response:
            assert response.status == 403
