"""A seeded region: forty people, three meetings, and all that happens in it. The attacker knows none of `authors`."""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy import text as sql

from bot.backup import make_backup
from bot.levelling import Leveller
from bot.sealing import note_last
from bot.seals import Seals
from db.comments.tables import Comment
from db.exports import EXPORTS, Span
from db.exports.frame import Value
from db.meetings.tables import Meeting
from db.people import Person, Role
from db.privacy.file import everything_about
from db.session import AsyncSession
from db.tables import metadata
from handlers.journal.export import journal_export
from messages import Kind
from tests.support.claims import set_rates
from tests.support.comments import open_meeting
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town, folded

PEOPLE = 40
ON_TELEGRAM = 12  # of the forty
IN_ENGLISH = 6
NAMELESS, NAMED, TAKEN_BACK, DROPPED, CHATTERS = 8, 5, 2, 2, 22  # per meeting
SUBJECTS = ("salle", "camion", "horaire", "garderie", "boites", "soupe", "autobus", "papier", "chaise", "micro")
CHATTER = ("TARIFS", "AIDE", "STATUT", "OUI", "NON", "merci", "ABSENT")
FIRST_DAY = dt.date(2026, 2, 2)
Rows = list[dict[str, Any]]
Tables = dict[str, Rows]


@dataclass
class Copy:
    """What someone who copied everything at this moment holds, but for `return_paths`."""

    at: dt.datetime
    tables: Tables
    exports: dict[str, tuple[tuple[str, ...], list[tuple[Value, ...]]]]
    beside: Tables  # on PostgreSQL, the rows in their own order, with the transaction that wrote each


@dataclass
class Machine:
    """What the program writes beside its database: the journal's seals after each tick, a backup each meeting."""

    folder: Path
    seals: Seals
    leveller: Leveller | None = None

    async def ticked(self, town: Town) -> None:
        await note_last(town.database, self.seals, town.now)
        if self.leveller is None:
            self.leveller = Leveller(town.database, lambda: town.now)
        await self.leveller.once()

    async def backed_up(self, town: Town) -> None:
        number = len(list(self.folder.glob("*.zip")))
        await make_backup(town.database, self.folder / "media", self.folder / f"copy-{number}.zip", town.now)


@dataclass
class Region:
    town: Town
    dice: random.Random
    phones: dict[int, Phone] = field(default_factory=dict)  # person -> phone
    names: dict[int, str] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)  # words of a nameless comment -> its author
    gone: dict[str, int] = field(default_factory=dict)  # words that were taken back -> whose
    copies: list[Copy] = field(default_factory=list)
    order: list[str] = field(default_factory=list)  # words of nameless comments, in the order of writing
    machine: Machine | None = None  # the files that are written beside the database
    maude: Phone | None = None
    meeting: int = 0
    words: int = 0

    def new_words(self) -> str:
        """Words that nobody else uses: what stands somewhere is then somebody's."""
        self.words += 1
        secret = "".join(self.dice.choices("bcdfglmnprstv", k=9))
        return f"la {self.dice.choice(SUBJECTS)} du fond est trop loin pour le monde qui marche x{secret}"


async def settled(region: Region) -> None:
    region.maude = await coordinator(region.town)
    people = list(range(PEOPLE))
    region.dice.shuffle(people)
    for place in people:
        phone = (
            region.town.telegram(str(700_000 + place))
            if place < ON_TELEGRAM
            else region.town.sms(f"+1819555{100 + place:04}")
        )
        name = f"Personne{place:02}"
        person = await settle_in(region.town, phone, name, Role.EXPERT, language="en" if place % 7 == 3 else "fr")
        region.phones[person.id], region.names[person.id] = phone, name
    await set_rates(region.town)


Act = Callable[[], Awaitable[None]]


async def lived(region: Region) -> None:
    """Three meetings, a fortnight each. Who chats, who writes and when are drawn apart from one another."""
    for number in range(3):
        await one_meeting(region, FIRST_DAY + dt.timedelta(days=14 * number))


async def one_meeting(region: Region, first: dt.date) -> None:
    town, dice = region.town, region.dice
    held = first + dt.timedelta(days=9)
    people = [p for p in [await phone.person() for phone in region.phones.values()] if p is not None]
    meeting = await open_meeting(town, held, *people, agenda=("Le local",))
    region.meeting = meeting.id
    acts: list[tuple[dt.datetime, Act]] = []

    def at(day: int) -> dt.datetime:
        date = first + dt.timedelta(days=day)
        return town.local(date.year, date.month, date.day, dice.randint(9, 19), dice.randint(0, 59)) + dt.timedelta(
            seconds=dice.randint(0, 59)
        )

    who = list(region.phones)
    for person in dice.choices(who, k=CHATTERS):
        acts.append((at(dice.randint(0, 7)), chats(region, person)))
    writers = dice.sample(who, NAMELESS + NAMED + TAKEN_BACK + DROPPED)
    for place, person in enumerate(writers):
        when = at(dice.randint(0, 7))
        if place < NAMELESS:
            acts.append((when, writes_without_a_name(region, person, place)))
        elif place < NAMELESS + NAMED:
            acts.append((when, writes(region, person)))
        elif place < NAMELESS + NAMED + TAKEN_BACK:
            acts.append((when, takes_words_back(region, person, nameless=place % 2 == 0)))
        else:
            acts.append((when, drops(region, person)))
    acts += [(town.local(held.year, held.month, held.day, 9), carried(region, meeting))]
    acts += [(town.local(held.year, held.month, held.day, 17), read(region, meeting))]
    acts += [(town.local(first.year, first.month, first.day, 23) + dt.timedelta(days=5), backed_up(region))]
    for day in range(13):
        date = first + dt.timedelta(days=day)
        acts.append((town.local(date.year, date.month, date.day, 23, 30), copied(region)))
    await played(region, acts)


def backed_up(region: Region) -> Act:
    async def act() -> None:
        if region.machine is not None:
            await region.machine.backed_up(region.town)

    return act


async def ticked(region: Region) -> None:
    await region.town.tick()
    if region.machine is not None:
        await region.machine.ticked(region.town)


async def played(region: Region, acts: list[tuple[dt.datetime, Act]]) -> None:
    for when, act in sorted(acts, key=lambda one: one[0]):
        region.town.now = max(region.town.now, when)
        await ticked(region)
        await act()
        region.town.now += dt.timedelta(seconds=40)
        await ticked(region)
    await ticked(region)


# -- what people do ----------------------------------------------------------------------------------------------


def chats(region: Region, person: int) -> Act:
    async def act() -> None:
        for words in region.dice.choices(CHATTER, k=region.dice.randint(1, 3)):
            await region.phones[person].text(words)
            region.town.now += dt.timedelta(seconds=region.dice.randint(5, 90))

    return act


async def until_read_back(region: Region, phone: Phone, words: str) -> None:
    await phone.forget()
    await said(region, phone, f"COMMENTAIRE {words}")
    await ended(region, phone)


async def ended(region: Region, phone: Phone) -> None:
    """That is all: the words are read back."""
    for _ in range(3):
        if any(sure in folded(phone.all[-1].text) for sure in ("exact?", "is it right?")):
            return
        await said(region, phone, "1")


async def first_choice(region: Region, phone: Phone) -> None:
    """Its button, or 1, with its letter when other questions are open."""
    last = phone.all[-1]
    if last.buttons:
        region.town.now += dt.timedelta(seconds=region.dice.randint(4, 60))
        await region.town.receive(phone, Kind.BUTTON, button=last.buttons[0][1])
        return
    letter = re.search(r"\b([B-Z])1\b", last.text)
    await said(region, phone, f"{letter[1] if letter else ''}1")


async def said(region: Region, phone: Phone, words: str) -> None:
    region.town.now += dt.timedelta(seconds=region.dice.randint(4, 60))
    await phone.text(words)


def writes(region: Region, person: int) -> Act:
    async def act() -> None:
        await until_read_back(region, region.phones[person], region.new_words())
        await first_choice(region, region.phones[person])

    return act


def writes_without_a_name(region: Region, person: int, way: int) -> Act:
    async def act() -> None:
        words, phone = region.new_words(), region.phones[person]
        if way == 6:  # all in one message
            words = f"dites-leur que {words}"
            await said(region, phone, f"je peux pas mercredi, {words}")
            if any(doubt in folded(phone.all[-1].text) for doubt in ("vous voulez dire quoi", "what do you mean")):
                await said(region, phone, "2")
            await said(region, phone, "3")
            await first_choice(region, phone)
            region.authors[words] = person
            region.order.append(words)
            return
        region.authors[words] = person
        region.order.append(words)
        if way == 7:  # a minute after
            await said(region, phone, "ABSENT")
        if way == 0:
            await said(region, phone, "COMMENTAIRE")
            await said(region, phone, words)
            await ended(region, phone)
        elif way == 2:
            await until_read_back(region, phone, "un brouillon qui sera corrige tantot")
            await said(region, phone, "CORRIGE")
            await said(region, phone, words)
            await ended(region, phone)
        else:
            await until_read_back(region, phone, words)
        if way in (3, 4):  # the name first, then not
            await first_choice(region, phone)
            await said(region, phone, "SANS MON NOM")
            return
        await said(region, phone, "SANS MON NOM")
        await first_choice(region, phone)
        if way == 5:
            await said(region, phone, "STATUT")

    return act


def takes_words_back(region: Region, person: int, *, nameless: bool) -> Act:
    async def act() -> None:
        words, phone = region.new_words(), region.phones[person]
        region.gone[words] = person
        await until_read_back(region, phone, words)
        if nameless:
            await said(region, phone, "SANS MON NOM")
        await first_choice(region, phone)
        assert region.maude is not None
        await region.maude.text(f"/commentaires {region.meeting}")
        await said(region, phone, "RETIRER")
        await said(region, phone, "OUI")

    return act


def drops(region: Region, person: int) -> Act:
    async def act() -> None:
        words, phone = region.new_words(), region.phones[person]
        region.gone[words] = person
        await until_read_back(region, phone, words)
        await said(region, phone, "RETIRER")
        await said(region, phone, "OUI")

    return act


def carried(region: Region, meeting: Meeting) -> Act:
    async def act() -> None:
        assert region.maude is not None
        await region.maude.tell(f"/commentaires {meeting.id}")

    return act


def read(region: Region, meeting: Meeting) -> Act:
    async def act() -> None:
        assert region.maude is not None
        await region.maude.tell(f"/lu {meeting.id}")
        async with region.town.database.read() as session:
            numbers = list(await session.scalars(select(Comment.number).where(Comment.read_on.is_not(None))))
        for number in numbers[-4:]:
            await region.maude.tell(f"/suite {number} retenu On le fera.")

    return act


# -- what is copied ----------------------------------------------------------------------------------------------


def copied(region: Region) -> Act:
    async def act() -> None:
        region.copies.append(await copy_of(region.town))

    return act


async def copy_of(town: Town) -> Copy:
    """Every row in the order in which the table gives it, each export, the journal."""
    async with town.database.read() as session:
        tables = {
            table.name: [dict(row) for row in (await session.execute(select(table))).mappings()]
            for table in known_tables()
        }
        span = Span(town.installation.zone)
        exports = {name: (one.columns, [row async for row in one.rows(session, span)]) for name, one in EXPORTS.items()}
        journal = journal_export(town.installation)
        exports["journal"] = (journal.columns, [row async for row in journal.rows(session, span)])
        beside = {} if town.database.sqlite else await kept_beside(session)
    return Copy(town.now, tables, exports, beside)


async def kept_beside(session: AsyncSession) -> Tables:
    """Table -> its rows in the order of their places, with how many transactions ago each was written."""
    wanted = {table.name: select(table, sql("age(xmin) AS written")).order_by(sql("ctid")) for table in known_tables()}
    return {name: [dict(row) for row in (await session.execute(one)).mappings()] for name, one in wanted.items()}


def known_tables() -> list[Table]:
    return [table for table in metadata.sorted_tables if table.name != "return_paths"]


async def sealed_rows(town: Town) -> Rows:
    async with town.database.read() as session:
        return [dict(row) for row in (await session.execute(sql("SELECT * FROM return_paths"))).mappings()]


async def person_files(town: Town, region: Region) -> dict[int, str]:
    async with town.database.read() as session:
        return {
            number: written(await everything_about(session, await session.get_one(Person, number)))
            for number in region.phones
        }


def written(row: object) -> str:
    return folded(json.dumps(row, default=str, ensure_ascii=False))
