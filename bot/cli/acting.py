"""How a shell command acts: settings, database, who acts, one transaction, one line that says what was done."""

from __future__ import annotations

import asyncio
import datetime as dt
import errno
import json
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import structlog
import typer
from dotenv import dotenv_values
from sqlalchemy import select

from bot.cli.hints import for_shell
from bot.clock import system_clock
from bot.house import build_house, organisation_row
from bot.log import configure
from bot.settings import Settings, SettingsError
from db.people import Person, PersonRole, Role
from db.schema import SchemaBehind, check_schema, upgrade
from db.session import AsyncSession, Database
from handlers.access import Actor, Done, Refused, actor_of
from handlers.turn import House
from messages import Channel, Text, text
from messages.catalogue import Catalogue

log = structlog.get_logger(__name__)

AS = typer.Option(None, "--as", help="The coordinator who acts (name or number), when there are several.")
JSON = typer.Option(False, "--json", help="Say what was done as JSON, for programs.")
YES = typer.Option(False, "--yes", help="Do it without asking to confirm.")


@dataclass(slots=True)
class Acting:
    """What an act needs, opened for one command."""

    session: AsyncSession
    house: House
    actor: Actor
    now: dt.datetime
    settings: Settings


class Stop(Exception):
    """The command ends with this sentence and this exit code."""

    def __init__(self, reason: Text | str, code: int = 1) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.code = code


def settings_or_stop() -> Settings:
    try:
        settings = Settings.load()
    except SettingsError as error:
        _say_refused(error)
        raise SystemExit(2) from None
    configure(settings)
    return settings


def _say_refused(error: SettingsError) -> None:
    """Each setting that is wrong or missing, with a correct example, in the language of the house."""
    from bot.doctor.settings import refused as refused_settings  # only then: the doctor knows every provider

    catalogue = Catalogue.open(only="doctor")
    language = language_of_the_house(catalogue)
    for finding in refused_settings(error):
        for words in filter(None, (finding.words, finding.mend)):
            print(catalogue.text(words, language, Channel.TELEGRAM), file=sys.stderr)


def language_of_the_house(catalogue: Catalogue) -> str:
    """With settings that cannot be read as a whole, this one may still be good."""
    wanted = os.environ.get("DEFAULT_LANGUAGE") or dotenv_values(".env").get("DEFAULT_LANGUAGE") or ""
    return wanted if wanted in catalogue.languages else catalogue.languages[0]


def run_act(
    act: Callable[[Acting], Awaitable[Done]],
    *,
    acting_as: str | None = None,
    as_json: bool = False,
    bootstrap: bool = False,
    preview: bool = False,
) -> Done:
    """Run one act in one transaction and print what it did; end with a clear sentence and a non-zero code if it cannot.

    `bootstrap`: with no coordinator at all, the shell itself acts (it makes the first one). `preview`: roll back at the
    end and say nothing, so that what would be done can be shown first: nobody is asked while a transaction is open.
    """
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    try:
        done = asyncio.run(_act(settings, catalogue, act, acting_as, bootstrap, preview))
    except Refused as refused:
        stop(catalogue, settings, refused.reason, as_json=as_json)
    except Stop as error:
        stop(catalogue, settings, error.reason, error.code, as_json=as_json)
    except SchemaBehind:
        stop(catalogue, settings, text("shell-schema-behind"), as_json=as_json)
    if not preview:
        say(catalogue, settings, done, as_json)
    return done


def say(catalogue: Catalogue, settings: Settings, done: Done, as_json: bool) -> None:
    line = _spoken(catalogue, settings, done.text)
    if as_json:
        files = {"pictures": [str(settings.media_folder / p.name) for p in done.pictures]} if done.pictures else {}
        print(json.dumps({"ok": True, "text": line, **done.data, **files}, ensure_ascii=False, default=str))
    else:
        print(line)
        for picture in done.pictures:
            words = catalogue.text(picture.words, settings.default_language, Channel.TELEGRAM)
            print(f"{words}: {settings.media_folder / picture.name}")


def stop(
    catalogue: Catalogue, settings: Settings, reason: Text | str, code: int = 1, *, as_json: bool = False
) -> NoReturn:
    """The sentence on the error stream, and for programs on the other one too."""
    words = _spoken(catalogue, settings, reason)
    if as_json:
        print(json.dumps({"ok": False, "text": words}, ensure_ascii=False))
    print(words, file=sys.stderr)
    raise SystemExit(code)


def _spoken(catalogue: Catalogue, settings: Settings, words: Text | str) -> str:
    language = settings.default_language
    return for_shell(catalogue.text(words, language, Channel.TELEGRAM), catalogue, language)


async def _act(
    settings: Settings,
    catalogue: Catalogue,
    act: Callable[[Acting], Awaitable[Done]],
    acting_as: str | None,
    bootstrap: bool,
    preview: bool,
) -> Done:
    await ready(settings)
    database = Database(settings.database_url)
    try:
        house = build_house(settings, catalogue)
        try:
            async with database.write() as session:
                await organisation_row(session, house.organisation)
                actor = await who_acts(session, acting_as, bootstrap)
                done = await act(Acting(session, house, actor, system_clock(), settings))
                if preview:
                    raise _RollBack(done)
        except _RollBack as back:
            return back.done
        return done
    finally:
        await database.close()


class _RollBack(Exception):
    def __init__(self, done: Done) -> None:
        super().__init__("preview")
        self.done = done


async def ready(settings: Settings) -> None:
    """A SQLite file that does not exist yet is made, in a folder that does; an older schema is refused."""
    path = sqlite_path(settings.database_url)
    if path is not None and not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    if path is not None and not path.exists():
        await upgrade(settings.database_url)
    await check_schema(settings.database_url)


def sqlite_path(url: str) -> Path | None:
    head, found, rest = url.partition(":///")
    return Path(rest) if found and head.startswith("sqlite") else None


async def who_acts(session: AsyncSession, acting_as: str | None, bootstrap: bool) -> Actor:
    rows = await session.scalars(
        select(Person)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(PersonRole.role == Role.COORDINATOR, Person.erased_at.is_(None))
        .order_by(Person.id)
    )
    people = list(rows)
    if not people and bootstrap:
        return Actor(None, "", "installation", frozenset({Role.COORDINATOR}), "shell")
    if acting_as is not None:
        wanted = acting_as.strip().casefold()
        people = [p for p in people if wanted in (p.name.casefold(), str(p.id))]
        if not people:
            raise Stop(text("shell-no-such-coordinator", name=acting_as))
    if not people:
        raise Stop(text("shell-no-coordinator"))
    if len(people) > 1:
        names = ", ".join(f"{p.name} ({p.id})" for p in people)
        raise Stop(text("shell-which-coordinator", names=names))
    return await actor_of(session, people[0], "shell")


def confirmed(question: str, yes: bool) -> bool:
    """Ask before something that cannot be undone; without a terminal, only --yes confirms."""
    if yes:
        return True
    if not sys.stdin.isatty():
        return False
    return typer.confirm(question)


__all__ = ["AS", "JSON", "YES", "Acting", "Stop", "confirmed", "ready", "run_act", "settings_or_stop"]
