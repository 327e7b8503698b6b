"""A claim that names another meeting, day or table never goes on the last one: asked, or a person sees to it."""

from __future__ import annotations

import pytest

from tests.stories.test_claims_never_lost import rose, sent
from tests.support.claims import claims_of, lines_of
from tests.support.comments import tasks_of
from tests.support.phones import Town


@pytest.mark.parametrize(
    "words",
    [
        "autobus 7 pour la rencontre du 19 octobre",
        "garde 20 pour la rencontre de septembre",
        "autobus 6 pour la rencontre logement",
        "taxi 15 pour la rencontre du 19 octobre",
        "bus 7 for the meeting of october 19",
        "bus 7 for the housing meeting",
    ],
)
async def test_another_meeting_is_asked(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text(words)
    await phone.expect_any("Cette rencontre n'est pas dans vos rencontres")
    await phone.expect_any("C'est pour quelle rencontre?", "COCO", "autre chose")
    assert not [said.text for said in phone.unread if "Total" in said.text]


async def test_the_meeting_that_is_chosen_then_has_the_sum(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7 pour la rencontre de septembre")
    await phone.expect_any("C'est pour quelle rencontre?")
    await phone.text("1")
    await phone.expect_any("COCO", "autobus 7 $", "Total 62 $")


async def test_something_else_has_its_own_day(town: Town) -> None:
    phone = await rose(town)
    await phone.text("autobus 7 pour la rencontre logement")
    await phone.expect_any("C'est pour quelle rencontre?")
    await phone.text("2")
    await phone.expect_any("Quelle activité, et quel jour?")
    await phone.text("logement, 19 octobre")
    await phone.expect_any("19 oct")
    assert await claims_of(town) == []


@pytest.mark.parametrize(
    "words",
    ["autobus 7 pour la rencontre de mardi", "autobus 7 pour la rencontre COCO", "autobus 7 pour la rencontre du 10",
     "autobus 7 pour la rencontre de fevrier", "autobus 7 pour la derniere rencontre", "bus 7 pour la table coco"],
)  # fmt: skip
async def test_the_meeting_that_there_was_is_not_asked(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text(words)
    await phone.expect_any("COCO", "autobus 7 $", "Total 62 $")


async def test_another_meeting_at_the_total_goes_to_a_person(town: Town) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50")
    await phone.expect_any("Total 62,50 $")
    await phone.text("garde 20 pour la rencontre de septembre")
    await phone.expect_any("Pour l'autre rencontre, Maude")
    await phone.expect_any("Total 62,50 $")
    assert "claim_unclear" in await tasks_of(town)


async def test_another_meeting_after_it_was_sent_leaves_that_claim(town: Town) -> None:
    phone = await sent(town)
    await phone.text("garde 20 pour la rencontre de septembre")
    await phone.expect_any("C'est pour quelle rencontre?")
    [claim] = await claims_of(town)
    assert (await lines_of(town, claim)) == {"participation": 5500, "transport_fare": 750}


async def test_it_was_not_the_right_meeting(town: Town) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50")
    await phone.expect_any("Total 62,50 $")
    await phone.text("oups c'etait pas la bonne rencontre")
    await phone.expect_any("C'est pour quelle rencontre?", "1", "2 autre chose")


async def test_it_was_not_the_right_meeting_once_sent(town: Town) -> None:
    phone = await sent(town)
    await phone.text("oups c'etait pas la bonne rencontre")
    await phone.expect_any("Maude va regarder")
    assert "claim_unclear" in await tasks_of(town)
