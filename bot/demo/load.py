"""Fills a new demo through the same acts as a coordinator's: people, a meeting next week, items for the digest."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace

from bot.app import App
from bot.demo import region
from bot.demo.clock import DemoClock
from bot.demo.year import first_day, load_year
from bot.lists.reading import read_list
from bot.simulator import Providers
from db.people import Role, coordinators
from db.session import AsyncSession
from handlers.acting import Acting, Actor, Confirmation, actor_of
from handlers.checks import WantsCheck
from handlers.claims.rates import first_rates
from handlers.digest.acts.items import propose
from handlers.installation import Installation
from handlers.meetings.acts.planning import add_meeting, announce_meeting
from handlers.meetings.spec import read_yaml
from handlers.people.acts import make_coordinator
from handlers.people.lists.acts import import_list, plan_list

INSTALLATION = Actor(None, "", "installation", frozenset({Role.COORDINATOR}), "shell")
MEETING_IN = 8  # days: the first reminder leaves tomorrow
ANSWER_IN = 7  # days after the meeting
SATURDAY = 5


async def load(app: App, providers: Providers, clock: DemoClock) -> None:
    """Everything the page starts with. Maude and Karim press Start; what they then receive is on their screens."""
    await open_for_maude(app, providers, clock)
    now = clock.clock.now()
    people = await asyncio.to_thread(read_list, (region.DATA / "people.csv").read_bytes())
    async with app.database.write() as session:
        maude = await acting_maude(session, app.installation)
        acting = Acting(session, app.installation, maude, now)
        await import_list(acting, await plan_list(acting, people, lock=True))
        await load_meeting(session, app.installation, maude, now)
        await load_digest(session, app.installation, maude, now)
        await load_year(acting)
        await first_rates(Acting(session, app.installation, maude, now), first_day(acting.today))
    providers.telegram.person(int(region.KARIM.address), region.KARIM.name)
    providers.telegram.press_start(int(region.KARIM.address))
    await settle_in(clock)


async def open_for_maude(app: App, providers: Providers, clock: DemoClock) -> None:
    """The first coordinator, made as by the shell, follows her one-use link on Telegram."""
    async with app.database.write() as session:
        done = await make_coordinator(
            Acting(session, app.installation, INSTALLATION, clock.clock.now()), region.COORDINATOR
        )
    providers.telegram.person(int(region.MAUDE.address), region.MAUDE.name)
    providers.telegram.press_start(int(region.MAUDE.address), str(done.data["code"]))
    await settle_in(clock)


async def settle_in(clock: DemoClock) -> None:
    """An update is on its way for a moment before it can be seen as waiting."""
    await asyncio.sleep(0.1)
    await clock.let_it_happen()


async def acting_maude(session: AsyncSession, installation: Installation) -> Actor:
    """As on the computer; the installation itself while nobody coordinates."""
    found = await coordinators(session, installation.organisation_id)
    return await actor_of(session, found[0], "shell") if found else INSTALLATION


async def load_meeting(session: AsyncSession, installation: Installation, maude: Actor, now: dt.datetime) -> None:
    today = installation.today(now)
    day = today + dt.timedelta(days=MEETING_IN)
    while day.weekday() >= SATURDAY:
        day += dt.timedelta(days=1)
    spec = read_yaml((region.DATA / "meeting.yaml").read_text(encoding="utf-8"), today)
    spec = replace(spec, day=day, answer_by=day + dt.timedelta(days=ANSWER_IN))
    acting = Acting(session, installation, maude, now)
    number = (await add_meeting(acting, spec)).data["meeting"]
    try:
        await announce_meeting(acting, number)
    except WantsCheck as wants:
        await announce_meeting(acting.having(Confirmation(wants.page.fingerprint, wants.page.people)), number)


async def load_digest(session: AsyncSession, installation: Installation, maude: Actor, now: dt.datetime) -> None:
    for words in (region.DATA / "digest.txt").read_text(encoding="utf-8").splitlines():
        await propose(Acting(session, installation, maude, now), words, language="fr")
