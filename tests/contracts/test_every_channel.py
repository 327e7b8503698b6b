"""Every account that the program opens, whatever its provider answers: a receipt for a yes, a send error for the rest.

The providers are those of `bot/channels/providers.py`, found by themselves; what each may answer is in `played.py`.
"""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.channels.answers import LONGEST_PAUSE
from bot.channels.contract import REASONS, Accepted, ChannelAccount, OnWire, SendError, ToSend
from bot.channels.providers import PROVIDERS, Provider
from bot.clock import system_clock
from bot.installation import build_installation
from bot.settings import Settings
from tests.contracts.played import AGAIN, PLAYED, Http, Said
from tests.conventions.test_channels import ADDRESSES, ALL_SET_UP
from tests.support.env import catalogue

KEY = {"RETURN_PATHS_KEY": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}
OF_EACH = [pytest.param(one, id=one.channel.value) for one in PROVIDERS]


def opened(provider: Provider, port: int) -> ChannelAccount:
    """An account whose settings lead to this port; its patience is short."""
    led = PLAYED[provider.channel].settings(port)
    settings = Settings.load({**ALL_SET_UP, **KEY, **led, "PROVIDER_TIMEOUT": "0.4"})
    account = provider.open(settings, build_installation(settings, catalogue()), system_clock)
    assert account is not None
    return account


def a_message(provider: Provider) -> ToSend:
    return ToSend(12, ADDRESSES.get(provider.channel, "1"), "Bonjour")


async def faults_of(account: ChannelAccount, item: ToSend, said: Said) -> list[str]:
    """What is wrong with how this account took what its provider said."""
    left: list[int] = []
    found: list[str] = []
    outcome: Any
    try:
        outcome = await account.send(item, lambda: left.append(1))
    except Exception as error:
        outcome = error
    if said.reached and not left:
        found.append("on_wire was not called: a message cut off would be sent twice")
    if len(left) > 1:
        found.append(f"on_wire was called {len(left)} times")
    if isinstance(outcome, Accepted):
        if said.verdicts:
            found.append("taken for a yes")
        elif not 0 < len(outcome.provider_id) <= 64 or not outcome.provider_id.isascii():
            found.append("a yes without the number of the message")
    elif not isinstance(outcome, SendError):
        found.append(f"{type(outcome).__name__} passes through: only SendError may")
    elif outcome.verdict not in said.verdicts:
        right = ", ".join(sorted(said.verdicts)) or "a receipt"
        found.append(f"{outcome.verdict} ({outcome.reason}), where it is {right}")
    elif outcome.reason not in REASONS or not 0 <= (outcome.retry_after or 0) <= LONGEST_PAUSE:
        found.append(f"{outcome.reason} is no reason of the contract, or it waits too long")
    return [f"{said.name}: {one}" for one in found]


def test_every_provider_is_played() -> None:
    lacking = {one.channel for one in PROVIDERS} - PLAYED.keys()
    assert not lacking, (
        f'tests/contracts/played.py: a line of PLAYED for {lacking}, `Http("THE_SETTING_OF_ITS_ADDRESS", its yes)` '
        "when messages are posted to it by HTTP, else what it may answer (see Smtp)"
    )


@pytest.mark.parametrize("provider", OF_EACH)
async def test_whatever_a_provider_says_is_a_receipt_or_a_send_error(provider: Provider) -> None:
    played = PLAYED[provider.channel]
    found: list[str] = []
    for said in played.says():
        async with played.serve(said.how) as port:
            account = opened(provider, port)
            try:
                async with asyncio.timeout(30):
                    found += await faults_of(account, a_message(provider), said)
            finally:
                await account.close()
    name = provider.channel.value
    assert not found, "\n  ".join([f"bot/channels/: the table of answers of {name}, for what it says:", *found])


@pytest.mark.parametrize("provider", OF_EACH)
async def test_nothing_left_when_nobody_listens(provider: Provider) -> None:
    server = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    account = opened(provider, port)
    try:
        found = await faults_of(account, a_message(provider), Said("nobody listens", None, AGAIN, reached=False))
    finally:
        await account.close()
    assert not found, found


@pytest.mark.parametrize("provider", OF_EACH)
def test_an_account_has_a_rate_a_name_without_a_secret_and_honest_limits(provider: Provider) -> None:
    settings = Settings.load({**ALL_SET_UP, **KEY})
    assert provider.rate(settings) > 0, "bot/channels/providers.py: how many leave in a second"
    account = provider.account(settings)
    secrets = [settings.telegram_token, settings.twilio_auth_token, settings.email_password]
    assert account
    assert not [one for one in secrets if one is not None and one.get_secret_value() in account]
    assert all(seconds >= 0 for seconds in provider.apart(settings))


class Pager:
    """An account that calls any answer a yes, as a stranger wrote one."""

    name = "pager"

    def __init__(self, url: str) -> None:
        self.url = url

    async def send(self, item: ToSend, on_wire: OnWire | None = None) -> Accepted:
        patience = aiohttp.ClientTimeout(total=0.3)
        async with aiohttp.ClientSession(timeout=patience) as session, session.post(self.url, data=item.body):
            return Accepted("1")

    async def close(self) -> None: ...


async def test_a_channel_that_calls_any_answer_a_yes_is_seen() -> None:
    played = Http("PAGER_URL", {"id": "1"})
    found: dict[str, list[str]] = {}
    for said in played.says():
        async with played.serve(said.how) as port:
            found[said.name] = await faults_of(Pager(f"http://127.0.0.1:{port}"), ToSend(1, "1", "Bonjour"), said)
    unheard = "on_wire was not called: a message cut off would be sent twice"
    assert found["yes"] == [f"yes: {unheard}"]
    assert found["500 b''"] == [f"500 b'': {unheard}", "500 b'': taken for a yes"]
    assert found["silence"] == [f"silence: {unheard}", "silence: TimeoutError passes through: only SendError may"]
