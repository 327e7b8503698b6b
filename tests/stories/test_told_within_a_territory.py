"""What the hour tells coordinators stays with those who answer for the territory that it is about."""

from __future__ import annotations

import datetime as dt
import re

from db.report.period import FiscalYear
from tests.stories.test_announcements_scope import two_territories
from tests.support.phones import Town, folded
from tests.support.region import THERE, fill_region


async def test_what_a_territory_spends_is_told_to_those_who_answer_for_it(town: Town) -> None:
    await fill_region(town)
    maude, denis = town.telegram("9001"), town.telegram("9002")  # Denis answers for another territory
    await maude.tell(f"/territoire {THERE}")
    await maude.tell(f"/enveloppe {THERE} {FiscalYear.of(town.installation.today(town.now))} 60")
    await maude.tell("/approuver-demande 15")
    morning = town.installation.local(town.now) + dt.timedelta(days=1)
    await town.move(to=morning.replace(hour=9, minute=5).astimezone(dt.UTC))
    told = [folded(m.text) for m in maude.all if "enveloppe sont depenses" in folded(m.text)]
    assert len(told) == 1
    assert folded(THERE) in told[0]
    assert not [m for m in denis.all if "enveloppe" in folded(m.text)]


async def test_whoever_is_told_of_a_cry_of_elsewhere_takes_it_and_closes_it(town: Town) -> None:
    """Nobody of Luc's territory took it in ten minutes: Paul, of another one, is told, and may do what it asks."""
    maude, paul, phones = await two_territories(town)
    await phones["Luc"].text("je veux en finir, jen peux pu")
    await maude.expect_any("Urgent : Luc")
    await paul.expect_nothing()
    await paul.text("/appels")
    assert "Luc" not in (await paul.expect("")).text
    await town.move(minutes=11)
    number = re.search(r"no (\d+)", folded((await paul.expect_any("Urgent : Luc")).text))
    await paul.forget()
    await paul.text("/appels")
    await paul.expect_any("Luc", "jen peux pu")
    task = number[1] if number else "1"
    await paul.text(f"/vu {task}")
    await paul.expect_any("Vous vous occupez de Luc")
    await maude.expect_any("Paul")
    for phone in (maude, paul):
        await phone.forget()
        await phone.text("/a-faire")
        await phone.expect_any("Detresse : Luc", "Paul s'en occupe")
    await paul.text(f"/appels {task} P")
    await paul.expect_any("Luc")
    await paul.forget()
    await paul.text("/a-faire")
    assert "Luc" not in (await paul.expect("")).text
