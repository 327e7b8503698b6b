"""Any language: what is lacking falls back, and never stands in the way of what is sent."""

from __future__ import annotations

import pytest

from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town


@pytest.mark.parametrize("language", ["es", "ht", "tlh", "qu-PE", "x", ""])
async def test_an_announcement_reaches_everyone_whatever_they_read(town: Town, language: str) -> None:
    maude, rose, anne = await coordinator(town), town.sms(), town.telegram("1002")
    await settle_in(town, rose, "Rose", language=language)
    await settle_in(town, anne, "Anne", language="fr")
    await maude.text("/annonce tous\nLe local est fermé demain.")
    await maude.expect_any("ecrivez le nombre de personnes : 3")
    await maude.text("3")
    await maude.expect_any("Pour arreter")
    for phone in (rose, anne):
        await phone.expect("Le local est ferme demain.")


@pytest.mark.parametrize("language", ["es", "ht", "tlh", ""])
async def test_a_meeting_is_announced_to_everyone_whatever_they_read(town: Town, language: str) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose", language=language)
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.expect("COCO")
