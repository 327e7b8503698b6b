"""Words too long for one message leave in several, none lost, the buttons under the last."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.session import Database
from handlers import sending
from handlers.acting import unattended
from handlers.parts import parts_of
from messages import Channel, Option, Outgoing, text
from messages.channels import spec_of
from tests.stories.conftest import MONDAY
from tests.support.env import catalogue
from tests.support.people import coordinator
from tests.support.phones import Town

LONGEST = spec_of(Channel.TELEGRAM).longest or 0
LINE = "12. Rose Tremblay, 819 555-0101, message pas compris « le camp à huit heures »"


def units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


@given(st.text(alphabet=st.sampled_from("aé😀 \n"), max_size=400), st.integers(min_value=4, max_value=60))
def test_no_part_is_too_long_and_nothing_but_spaces_is_lost(words: str, longest: int) -> None:
    parts = parts_of(words, longest)
    assert all(units(part) <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(words.split())


def test_a_list_is_cut_between_its_lines() -> None:
    parts = parts_of("\n".join([LINE] * 100), LONGEST)
    assert len(parts) == 2
    assert all(line == LINE for part in parts for line in part.split("\n"))


def test_the_catalogue_says_a_list_of_any_length() -> None:
    words = text("calls-list", count=500, lines=[LINE] * 500)
    assert catalogue().text(words, "fr", Channel.TELEGRAM).count(LINE) == 500


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def test_on_telegram_they_leave_in_order_with_the_buttons_last(town: Town) -> None:
    maude = await coordinator(town)
    person = await maude.person()
    assert person is not None
    async with town.database.write() as session:
        outgoing = Outgoing("\n".join([LINE] * 120), (Option("1", "oui"),))
        await sending.tell(unattended(session, town.installation, town.now), person, outgoing)
    first, second, third = [await maude.expect("12. Rose") for _ in range(3)]
    assert [bool(said.buttons) for said in (first, second, third)] == [False, False, True]
    assert max(units(said.text) for said in (first, second, third)) <= LONGEST
