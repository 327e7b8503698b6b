"""An error written at the summary is read, or asked with that thing; the same as last time; a taxi that was none."""

from __future__ import annotations

import pytest

from tests.stories.test_claims_never_lost import rose, sent
from tests.support.claims import claims_of, lines_of, meeting
from tests.support.phones import Phone, Town


async def _shown(town: Town, words: str, total: str) -> Phone:
    phone = await rose(town)
    await phone.text(words)
    await phone.expect_any("Total", total)
    return phone


@pytest.mark.parametrize(
    ("claimed", "words", "total"),
    [
        ("autobus 6", "c'est 6,50", "Total 61,50 $"),
        ("garde 40", "non c 48 piasses", "Total 103 $"),
        ("gardienne 3h a 12", "non attend la gardienne c 4 heures", "Total 103 $"),
        ("sitter 3h at 12", "the sitter was 4 hours", "Total 103 $"),
        ("24 km", "c'est 30", "Total 70 $"),
    ],
)
async def test_what_is_written_puts_the_one_sum_right(town: Town, claimed: str, words: str, total: str) -> None:
    phone = await _shown(town, claimed, "$")
    await phone.text(words)
    await phone.expect_any(total)
    assert await claims_of(town) == []


@pytest.mark.parametrize(
    ("claimed", "words", "first", "second", "total"),
    [
        ("autobus 7", "3,25 chaque", "1 6,50 $", "2 3,25 $", "Total 61,50 $"),
        ("autobus 7", "non c'est 2 piasses trois quarts chaque fois", "1 5,50 $", "2 2,75 $", "Total 60,50 $"),
        ("garde 36", "c'est 4 heures pas 3", "1 48 $", "2 36 $", "Total 103 $"),
    ],
)
async def test_what_can_be_read_two_ways_is_asked_with_both(
    town: Town, claimed: str, words: str, first: str, second: str, total: str
) -> None:
    phone = await _shown(town, claimed, "$")
    await phone.text(words)
    await phone.expect_any(first, second)
    await phone.text("1")
    await phone.expect_any(total)


async def test_a_sum_alone_among_several_asks_which(town: Town) -> None:
    phone = await _shown(town, "autobus 6, garde 20", "Total 81 $")
    await phone.text("c'est 6,50")
    await phone.expect_any("Qu'est-ce qui n'est pas bon?")


async def test_after_it_was_sent_a_sum_alone_puts_it_right(town: Town) -> None:
    phone = await sent(town)
    await phone.text("non c'est 7")
    await phone.expect_any("autobus 7 $", "7,50 $", "Total 62 $")


async def test_what_was_just_added_takes_the_sum_that_is_written(town: Town) -> None:
    phone = await sent(town)
    await phone.text("oublié le taxi 22, garde 20")
    await phone.expect_any("Changé", "104,50 $")
    await phone.text("oublié le repas 12")
    await phone.expect_any("repas 12 $")
    await phone.text("non c'est 11")
    await phone.expect_any("repas 11 $", "115,50 $")


async def test_a_taxi_that_was_none_leaves(town: Town) -> None:
    phone = await rose(town)
    await phone.text("taxi 22")
    await phone.expect_any("Pourquoi un taxi")
    await phone.text("ben attendez ma soeur ma donne un lift cetait pas taxi")
    await phone.expect_any("Enlevé: taxi 22 $")
    await phone.expect_any("Total 55 $")


async def test_a_yes_is_no_reason(town: Town) -> None:
    phone = await rose(town)
    await phone.text("taxi 22")
    await phone.expect_any("Pourquoi un taxi")
    await phone.text("oui")
    await phone.expect_any("Pourquoi un taxi")


@pytest.mark.parametrize(
    "words", ["meme chose que la derniere fois", "pareil comme la derniere fois", "same as last time"]
)
@pytest.mark.parametrize("offered", [False, True])
async def test_the_same_as_last_time_is_shown_with_its_sums(town: Town, words: str, offered: bool) -> None:
    phone = await rose(town)
    await phone.text("autobus 7,50, garde 30")
    await phone.expect_any("Total 92,50 $")
    await phone.text("1")
    await phone.expect_any("Recue")
    person = await phone.person()
    assert person is not None
    await meeting(town, town.local(2026, 2, 17).date(), people=(person,))
    town.now = town.local(2026, 2, 18, 10)
    if offered:
        await town.tick()
        await phone.expect_any("demander votre allocation")
    else:
        await phone.text("reclamer")
        await phone.expect_any("C'est pour quelle rencontre?")
        await phone.text("1")
        await phone.expect_any("avez-vous payé quelque chose")
    await phone.text(words)
    await phone.expect_any("17", "autobus 7,50 $", "garde 30 $", "Total 92,50 $")
    await phone.text("1")
    await phone.expect_any("Recue")
    claims = await claims_of(town)
    assert (await lines_of(town, claims[1])) == {"participation": 5500, "transport_fare": 750, "childcare": 3000}
