"""A channel is a record: what is asked of it is asked of the record. Deliveries and tasks each have one maker."""

from __future__ import annotations

import ast
import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax.ast import TextElement

from bot.channels.contract import SendError, ToSend
from bot.channels.providers import PROVIDERS, Provider
from bot.clock import system_clock
from bot.installation import build_installation
from bot.settings import Settings
from handlers.vocabulary import channel_of
from messages import text
from messages.channels import SENT, SPECS
from messages.types import Channel
from tests.support.env import ENV, catalogue
from tests.support.sources import FLOORS, ROOT, imports_of, name_of, nodes_of, python_files

# Where a channel is meant by name, and why: it is about that very provider, or about a telephone.
BY_NAME = {
    "bot/demo/": "the demo's own phones",
    "bot/simulator/": "it plays the two providers",
    "bot/inbox/": "what a provider sends is read by whoever knows it",
    "bot/progress.py": "only a Telegram message can be changed",
    "bot/outbox/failures.py": "a Telegram group that has a new number",
    "db/belongings.py": "said to its owner before two people are made one",
    "db/forgotten.py": "what is asked of that provider to be erased",
    "db/privacy/messages.py": "what is asked of that provider to be erased",
    "handlers/act.py": "a text's sender can be forged",
    "handlers/calls/": "a number to call",
    "handlers/console/logins.py": "the console opens from Telegram",
    "handlers/installation.py": "e-mail is offered only where it is set up",
    "handlers/menus.py": "a menu of commands is a thing of Telegram",
    "handlers/numbers.py": "a number from abroad",
    "handlers/people/acts.py": "what a telephone means, shared or second",
    "handlers/people/disowning.py": "an account and a phone do not prove the same",
    "handlers/people/doors.py": "how each provider lets someone come back",
    "handlers/people/lists/drafts.py": "e-mail is offered only where it is set up",
    "handlers/people/linking.py": "an account and a phone do not prove the same",
    "handlers/people/merging.py": "an account and a phone do not prove the same",
    "handlers/people/stopping.py": "Twilio answers STOP by itself",
    "handlers/privacy/talk.py": "a copy is handed over on Telegram",
    "handlers/router/": "Twilio keeps words for itself",
    "messages/catalogue.py": "`.sms` is the name of an attribute",
    "messages/coverage.py": "`.sms` is the name of an attribute",
    "messages/ftl.py": "`.sms` is the name of an attribute",
}
# The settings of every account, which lead nowhere; an address of each channel whose addresses have their own form.
ALL_SET_UP = ENV | {
    "EMAIL_HOST": "smtp.example.org",
    "EMAIL_FROM": "nouvelles@example.org",
    "PUBLIC_BASE_URL": "https://portevoix.example.org",
}
ADDRESSES = {Channel.SMS: "+18195550101", Channel.EMAIL: "rose@example.org"}
NAMES = {channel.value for channel in SENT}
MAKERS = {"Delivery": "db/outbox/making.py", "Task": "db/tasks.py"}


def _names_one(node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute) and node.attr == "value":
        return _names_one(node.value)
    if isinstance(node, ast.Attribute):
        named = isinstance(node.value, ast.Name) and node.value.id in ("Channel", "ChannelName")
        return named and node.attr.lower() in NAMES
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return any(_names_one(one) for one in node.elts)
    return isinstance(node, ast.Constant) and node.value in NAMES


def _compared(path: Path) -> Iterator[int]:
    for node in nodes_of(path):
        if isinstance(node, ast.Compare) and any(_names_one(one) for one in (node.left, *node.comparators)):
            yield node.lineno


def test_what_a_channel_can_do_is_asked_of_its_record() -> None:
    files = [path for path in python_files(*FLOORS) if "migrations" not in path.parts]
    found = {name_of(path): list(_compared(path)) for path in files}
    elsewhere = [f"{name}:{n}" for name, lines in found.items() for n in lines if not name.startswith(tuple(BY_NAME))]
    assert not elsewhere, f"ask messages/channels.py (or say here why this very channel is meant): {elsewhere}"
    unused = [name for name in BY_NAME if not any(lines for file, lines in found.items() if file.startswith(name))]
    assert not unused, f"nothing there names a channel any more: {unused}"


def test_every_channel_has_a_record_and_an_account_when_it_is_written_to() -> None:
    assert {spec.channel for spec in SPECS} == set(Channel)
    assert {provider.channel for provider in PROVIDERS} == set(SENT)


@pytest.mark.parametrize("channel", SENT)
def test_every_channel_has_its_words_in_both_languages_of_coordinators(channel: Channel) -> None:
    ids = [f"{of}-{channel.value}" for of in ("preview", "console-phone", "console-text-on", "console-channel")]
    ids += [f"journal-value-channel-{channel.value}", f"announcements-to-{channel.value}"]
    ids += [f"{of}-{channel.value}" for of in ("people-channel", "privacy-receives")]
    lacking = [f"{language}: {id}" for id in ids for language in ("fr", "en") if not catalogue().has(id, language)]
    assert not lacking, f"write these words: {lacking}"


@pytest.mark.parametrize("channel", SENT)
def test_every_channel_can_be_asked_for_by_its_name_and_in_french(channel: Channel) -> None:
    """`announce --to`, `people add --channel`, a column of a list read the same words (messages/data/lists.tsv)."""
    assert channel_of(channel.value) is channel
    own = catalogue().entry(f"people-channel-{channel.value}", "fr").message.value
    assert own is not None
    words = "".join(part.value for part in own.elements if isinstance(part, TextElement)).split()[-1]
    assert channel_of(words) is channel, f"messages/data/lists.tsv: a line channel.{channel.value} that reads {words!r}"


@pytest.mark.parametrize("channel", SENT)
def test_the_page_of_privacy_says_who_carries_each_channel(channel: Channel) -> None:
    own = catalogue().text(text(f"people-channel-{channel.value}"), "fr", Channel.TELEGRAM).split()[-1].casefold()
    page = (ROOT / "docs" / "vie-privee.md").read_text(encoding="utf-8").casefold()
    carried = [line for line in page.splitlines() if "| transporte " in line]
    assert any(own in line for line in carried), f"docs/vie-privee.md: who transports {own}, where, what they keep"


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.channel.value)
async def test_a_provider_that_cannot_be_found_is_a_send_error_and_nothing_else(provider: Provider) -> None:
    """No name leads anywhere, and no address answers: what the system raises then never passes the channel."""

    async def nowhere(*_args: object, **_more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "no such host")

    loop: Any = asyncio.get_running_loop()  # this test's own
    loop.getaddrinfo = nowhere
    settings = Settings.load(ALL_SET_UP)
    assert provider.set_up(settings), f"ALL_SET_UP: give the settings of {provider.channel.value}"
    account = provider.open(settings, build_installation(settings, catalogue()), system_clock)
    assert account is not None
    try:
        with pytest.raises(SendError):
            await account.send(ToSend(1, ADDRESSES.get(provider.channel, "1"), "Bonjour"))
    finally:
        await account.close()


@pytest.mark.parametrize("table", MAKERS)
def test_rows_are_made_in_one_place(table: str) -> None:
    """Whoever makes one elsewhere forgets what each must have."""

    def made(path: Path) -> Iterator[int]:
        tables = {name.rpartition(".")[2] for _line, name in imports_of(path)}
        for node in nodes_of(path):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            inserted = called == "insert" and node.args and ast.unparse(node.args[0]) == table
            if (called == table and table in tables) or inserted:
                yield node.lineno

    found = [f"{name_of(path)}:{line}" for path in python_files(*FLOORS) for line in made(path)]
    assert found, f"{MAKERS[table]} makes none: is this test still looking at the right thing?"
    elsewhere = [place for place in found if not place.startswith(MAKERS[table])]
    assert not elsewhere, f"a row of {table} is made by {MAKERS[table]} alone: {elsewhere}"
