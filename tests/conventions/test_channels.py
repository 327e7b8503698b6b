"""A channel is a record: what is asked of it is asked of the record. Deliveries and tasks each have one maker."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.providers import PROVIDERS
from messages.channels import SENT, SPECS
from messages.types import Channel
from tests.support.env import catalogue
from tests.support.sources import FLOORS, imports_of, name_of, python_files, tree_of

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
    "messages/ftl.py": "`.sms` is the name of an attribute",
}
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
    for node in ast.walk(tree_of(path)):
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
    ids += [f"journal-value-channel-{channel.value}", f"announcements-to-{channel.value}", f"people-channel-{channel}"]
    lacking = [f"{language}: {id}" for id in ids for language in ("fr", "en") if not catalogue().has(id, language)]
    assert not lacking, f"write these words: {lacking}"


@pytest.mark.parametrize("table", MAKERS)
def test_rows_are_made_in_one_place(table: str) -> None:
    """Whoever makes one elsewhere forgets what each must have."""

    def made(path: Path) -> Iterator[int]:
        tables = {name.rpartition(".")[2] for _line, name in imports_of(path)}
        for node in ast.walk(tree_of(path)):
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
