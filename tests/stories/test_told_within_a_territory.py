"""What the hour tells coordinators stays with those who answer for the territory that it is about."""

from __future__ import annotations

import datetime as dt

from db.report.period import FiscalYear
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
