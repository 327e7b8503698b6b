"""A cost that was shared, a card of several rides, so many times the same fare: never a sum that was not paid."""

from __future__ import annotations

import pytest

from tests.stories.test_claims_never_lost import rose, sent
from tests.support.claims import claims_of, lines_of
from tests.support.phones import Town


@pytest.mark.parametrize(
    ("words", "share", "total"),
    [
        ("le taxi du retour jai payé la moitié de 22", "taxi 11 $", "Total 66 $"),
        ("taxi 20$ partagé avec ma soeur, moi jai payé 10", "taxi 10 $", "Total 65 $"),
        ("on a payé le taxi 26 a deux, 13 chaque", "taxi 13 $", "Total 68 $"),
        ("jai payé la moitié du taxi, 12,50", "taxi 12,50 $", "Total 67,50 $"),
    ],
)
async def test_the_share_that_was_said_is_what_is_claimed(town: Town, words: str, share: str, total: str) -> None:
    phone = await rose(town)
    await phone.text(words)
    await phone.expect_any("Pourquoi un taxi")
    await phone.text("plus d'autobus")
    await phone.expect_any(share, total)


@pytest.mark.parametrize(
    ("words", "part", "whole"),
    [
        ("taxi 18$ separé a deux avec ginette", "9 $", "18 $"),
        ("i split a 18 dollar cab with ginette", "9 $", "18 $"),
        ("taxi 30$ on a splitté moitié moitié", "15 $", "30 $"),
        ("taxi 24 a 3 avec les voisines", "8 $", "24 $"),
        ("une carte de 10 passages 32,50 mais jen ai pris 2", "6,50 $", "32,50 $"),
        ("taxi entre 15 et 20", "15 $", "20 $"),
    ],
)
async def test_a_share_that_was_not_said_is_asked_with_both(town: Town, words: str, part: str, whole: str) -> None:
    phone = await rose(town)
    await phone.text(words)
    await phone.expect_any(f"1 {part}", f"2 {whole}")
    assert await claims_of(town) == []
    await phone.text("1")
    if "axi" in words or "cab" in words:
        await phone.expect_any("Pourquoi un taxi")
        await phone.text("plus d'autobus")
    await phone.expect_any("Total", part)
    await phone.text("1")
    await phone.expect_any("Recue")
    [claim] = await claims_of(town)
    assert (await lines_of(town, claim))["transport_fare"] == round(float(part[:-2].replace(",", ".")) * 100)


async def test_a_share_said_where_the_taxi_is_asked_is_asked_with_both(town: Town) -> None:
    phone = await rose(town)
    await phone.text("reclamer")
    await phone.expect_any("avez-vous payé quelque chose", "taxi")
    await phone.text("taxi")
    await phone.expect_any("Combien pour le taxi")
    await phone.text("18 separé a deux avec ginette")
    await phone.expect_any("1 9 $", "2 18 $")
    await phone.text("9")
    await phone.expect_any("Pourquoi un taxi")


async def test_a_shared_taxi_after_it_was_sent_is_its_half(town: Town) -> None:
    phone = await sent(town)
    await phone.text("oublié la moitié du taxi de 22")
    await phone.expect_any("taxi 11 $", "73,50 $")
    assert not [said.text for said in phone.unread if "22 $" in said.text]


async def test_a_taxi_said_at_a_receipt_s_question_leaves_the_bus(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 3.25 x2, photocopies 1,10")
    await phone.expect_any("photo du recu")
    await phone.text("le taxi du retour jai payé la moitié de 22")
    await phone.expect_any("taxi 11 $")
    assert not [said.text for said in phone.unread if "autobus 22" in said.text or "autobus 11" in said.text]


@pytest.mark.parametrize(
    ("words", "line", "total"),
    [
        ("jai fait 24 km aller pis 24 retour", "auto 48 km 24 $", "Total 79 $"),
        ("oui auto 24 km aller pis 24 retour", "auto 48 km 24 $", "Total 79 $"),
        ("18 km allé pis 18 pour revenir", "auto 36 km 18 $", "Total 73 $"),
        ("10km pour aller 10 retour", "auto 20 km 10 $", "Total 65 $"),
        ("24 km there and 24 back", "auto 48 km 24 $", "Total 79 $"),
        ("lautobus 4 fois 3,25", "autobus 13 $", "Total 68 $"),
        ("autobus 2 fois 3,75", "autobus 7,50 $", "Total 62,50 $"),
        ("bus 4 times 3.25", "autobus 13 $", "Total 68 $"),
        ("autobus 4 veces 3,25", "autobus 13 $", "Total 68 $"),
        ("bus 3,25 kat fwa", "autobus 13 $", "Total 68 $"),
        ("autobus 3 et demi deux fois", "autobus 7 $", "Total 62 $"),
        ("autobus 3 piasses et quart, deux passages", "autobus 6,50 $", "Total 61,50 $"),
        ("lautobus 4 fois a 3,25", "autobus 13 $", "Total 68 $"),
        ("deux bus a trois et demie", "autobus 7 $", "Total 62 $"),
    ],
)
async def test_so_many_times_and_both_ways_are_all_of_them(town: Town, words: str, line: str, total: str) -> None:
    phone = await rose(town)
    await phone.text(words)
    await phone.expect_any(line, total)


async def test_parking_and_bus_so_many_times(town: Town) -> None:
    phone = await rose(town)
    await phone.text("bus 3,50 deux fois pis stationnement 2 fois 4")
    await phone.expect_any("8 $", "photo")
    await phone.text("1")
    await phone.expect_any("autobus 7 $", "stationnement 8 $", "Total 70 $")


@pytest.mark.parametrize("asked", [True, False])
async def test_a_price_each_for_children_is_all_of_them(town: Town, asked: bool) -> None:
    phone = await rose(town)
    if asked:
        await phone.text("reclamer")
        await phone.expect_any("avez-vous payé quelque chose")
        await phone.text("non")
        await phone.expect_any("payé un repas")
    await phone.text("jai payé a diner a mes 2 enfants 8,25 chaque")
    if not asked:
        await phone.expect_any("repas")
        await phone.text("1")
    else:
        await phone.expect_any("garde")
        await phone.text("non")
        await phone.expect_any("Autre chose")
        await phone.text("non")
    await phone.expect_any("16,50 $", "Total 71,50 $")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("taxi 24 a 3 personnes jai payé ma part 8, autobus pour revenir 3,50", "Total 66,50 $"),
        ("on a payé le taxi 26 a deux, 13 chaque", "Total 68 $"),
        ("taxi 30$ on a splitté moitié moitié", "1 15 $"),
    ],
)
async def test_a_share_said_to_the_offer_is_not_lost(town: Town, words: str, told: str) -> None:
    phone = await rose(town)
    await town.tick()
    await phone.expect_any("demander votre allocation")
    await phone.text(words)
    if "Total" in told:
        await phone.expect_any("Pourquoi un taxi")
        await phone.text("plus d'autobus")
    await phone.expect_any(told)
