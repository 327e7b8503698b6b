"""What the hour brings, done twice: each `due` function of every topic, found by itself, does nothing more."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections import Counter

from sqlalchemy import text as sql

from bot.scheduler import Scheduler
from handlers.acting import Acting, unattended
from handlers.routes import ROUTES
from handlers.topics import Due
from tests.support.claims import meeting
from tests.support.meetings import announced, seated
from tests.support.phones import Town, folded
from tests.support.region import fill_region

# Days after which the region is looked at again, at ten in the morning: each day, each week, each month, each year.
DAYS = [*range(15), *range(21, 70, 7), *range(100, 400, 60), *range(730, 3700, 365)]

# What is said of the other territory's table and of nothing else.
THERE_ALONE = {"table des rives", "chez nous lautobus ne passe plus"}

# What does some at each tick, so that nothing waits behind it, and then notes that none is left.
IN_PORTIONS = {"privacy.retention.retain"}

# What takes a whole story to fall due -> what it waits for. A new function is never here: `begun` makes it fall due.
ELSEWHERE = {
    "announcements.due.paused_by_errors": "a sending that its provider refuses",
    "calls.due.tell_emergency": "a distress that nobody takes, and an emergency contact in the settings",
    "claims.due.ask_about_payments": "a payment whose day has come",
    "claims.due.remote_offers": "words read at a meeting where their author was not",
    "comments.due.calls_promised": "someone who spoke of leaving",
    "comments.due.note_nameless": "a nameless comment of the day before",
    "comments.helping.help_to_come": "two absences in a row",
    "comments.nameless.forget_traces": "a nameless comment confirmed",
    "console.due.links_forgotten": "a link to log in",
    "console.due.sessions_over": "a browser logged in",
    "dialogue.due.due_for.<locals>.quiet_collections": "words being collected for a meeting that takes some",
    "people.keeping.requests_due": "a person who asked to be kept or not",
    "privacy.asking.remind": "a request about personal information near its day",
    "privacy.erasing.erase_due": "an erasure confirmed by its code",
    "report.envelopes.mostly_spent": "a budget mostly spent",
}


def name_of(due: Due) -> str:
    return f"{due.__module__.removeprefix('handlers.')}.{due.__qualname__}"


def file_of(due: Due) -> str:
    return f"{due.__module__.replace('.', '/')}.py"


class TakenBack(Exception):
    """So that nothing of a transaction stays."""


async def rehearsed(town: Town, due: Due) -> int:
    """What it would do; nothing of it stays in the database, so that it must find the same again."""
    number = 0
    with contextlib.suppress(TakenBack):
        async with town.database.write() as session:
            number = await due(unattended(session, town.installation, town.now))
            raise TakenBack
    return number


async def done(town: Town, due: Due) -> tuple[int, int]:
    """What it says it did, and how many rows it changed."""
    async with town.database.write() as session:
        before = (await session.execute(sql("SELECT total_changes()"))).scalar_one()
        number = await due(unattended(session, town.installation, town.now))
        await session.flush()
        after = (await session.execute(sql("SELECT total_changes()"))).scalar_one()
    return number, after - before


def counted(due: Due, did: Counter[str]) -> Due:
    """The same function, for the ticks that come while people begin; what it did is counted."""

    async def run(acting: Acting) -> int:
        number = await due(acting)
        did[name_of(due)] += number
        return number

    return run


async def begun(town: Town) -> None:
    """What people begin and leave: a meeting announced, a sending at an hour, words, a claim, a request."""
    maude, lise = town.telegram("9001"), town.sms("+18195550143")
    await announced(town, maude)
    for words in ("/annonce tous", "Le local ferme.", "jeudi 5 février 14h"):
        await maude.text(words)
    people = re.search(r"nombre de personnes : (\d+)", folded(maude.all[-1].text))
    assert people is not None
    await maude.text(people[1])
    rose, omar = town.sms("+18195550145"), town.sms("+18195550144")
    await rose.tell("COMMENTAIRE")
    await rose.tell("la salle est froide")
    await omar.tell("RECLAMER")
    for words in ("MES DONNEES", "3"):
        await lise.tell(words)
    nora = town.sms("+18195550146")
    await seated(town, nora, "Nora")
    for words in ("COMMENTAIRE", "1"):  # and no word comes
        await nora.text(words)
    await meeting(town, dt.date(2025, 1, 15), people=())
    await maude.tell("/bilan-relire 2024-2025")


async def test_what_falls_due_is_done_once_whatever_the_hour(town: Town) -> None:
    did = Counter[str]()
    due_and_counted = [counted(due, did) for due in ROUTES.due()]
    town.scheduler = Scheduler(town.database, town.installation, due_and_counted, lambda: town.now)
    await fill_region(town)
    await begun(town)
    began, marked = town.now, set[str]()
    for day in DAYS:
        town.now = began + dt.timedelta(days=day)
        for due in ROUTES.due():
            would = await rehearsed(town, due) if name_of(due) not in marked else 0
            number, changed = await done(town, due)
            if would:
                marked.add(name_of(due))
                assert number == would, f"{file_of(due)}: {name_of(due)} remembers elsewhere than in the database"
            did[name_of(due)] += max(number, changed)
            if name_of(due) in IN_PORTIONS:
                while number and (number := (await done(town, due))[0]):
                    pass
            assert await done(town, due) == (0, 0), (
                f"{file_of(due)}: {name_of(due)} does something more at the same hour, day {day}: "
                "mark what is done, in the same transaction"
            )
        await town.settle()
    theirs = [folded(words.text) for words in town.telegram("9002").all]  # Denis, who answers for one territory alone
    assert theirs
    assert not [words for words in theirs if any(one in words for one in THERE_ALONE)], (
        "what concerns a thing of one territory is told to whoever answers for it (`sending.tell_concerned`, or "
        "`tell_those_of` for a territory); tests/conventions/test_telling.py refuses the rest in whatever words"
    )
    idle = {name_of(due): file_of(due) for due in ROUTES.due() if not did[name_of(due)]}
    never = [f"{file}: {name}" for name, file in sorted(idle.items()) if name not in ELSEWHERE]
    assert not never, (
        "nothing ever fell due for these, so nobody knows whether they mark what they do. Add to `begun` "
        f"(tests/stories/test_every_due.py) what makes them due; a print in the function shows when it is: {never}"
    )
