"""What one text costs, in questions to the database: each takes a tenth of a millisecond."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from benchmarks.cost import ENV, Place
from bot.installation import build_installation, ensure_organisation
from bot.settings import Settings
from db.session import Database
from messages.catalogue import Catalogue

LOOK = "incoming.state = ? AND incoming.id >"  # at what came in: the longer the work, the more of them
JOINS = ("JOINDRE", "oui", "1", "Rose", "oui")


async def statements_of(url: str, before: tuple[str, ...], words: str) -> list[str]:
    database, asked = Database(url), []
    place = Place(database, build_installation(Settings.load(ENV), Catalogue.open()))
    await ensure_organisation(database, place.installation.organisation)
    for number, said in enumerate(before):
        await place.text(number * 50, said)
    event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    await place.text(1000, words)
    await place.scheduler.stop()
    await database.close()
    return [one for one in asked if not one.startswith("BEGIN") and LOOK not in one]


@pytest.mark.parametrize(
    ("before", "words", "most"), [((), "AIDE", 20), (JOINS, "AIDE", 22), (JOINS, "merci beaucoup", 20)]
)
async def test_a_text_asks_so_much_and_no_more(sqlite_url: str, before: tuple[str, ...], words: str, most: int) -> None:
    asked = await statements_of(sqlite_url, before, words)
    assert len(asked) <= most, "\n".join(asked)


async def test_who_writes_alone_is_not_looked_up_in_the_line(sqlite_url: str) -> None:
    asked = await statements_of(sqlite_url, JOINS, "AIDE")
    assert not [one for one in asked if "contacts.shared = 1 AS" in one]
