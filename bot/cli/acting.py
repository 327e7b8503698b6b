"""How a shell command acts: settings, database, who acts, one transaction, one line that says what was done."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import sys
import unicodedata
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NoReturn

import structlog
import typer
from dotenv import dotenv_values
from sqlalchemy import select

from bot.cli.hints import for_shell
from bot.clock import moved_clock, system_clock
from bot.installation import build_installation, organisation_row
from bot.log import configure
from bot.path_key import existing_key, path_key
from bot.sealing import seal_now
from bot.seals import seals_of
from bot.settings import Settings, SettingsError
from db.labels import UNSEEN
from db.people import Person, PersonRole, Role
from db.schema import SchemaBehind, check_schema, lay, upgrade
from db.session import AsyncSession, Database
from handlers.acting import Acting, Actor, ActResult, Confirmation, Refused, actor_of
from handlers.checks import CheckPage, WantsCheck, as_data, page_texts
from messages import Channel, Text, text
from messages.catalogue import Catalogue
from messages.keywords import fold

log = structlog.get_logger(__name__)

AS = typer.Option(None, "--as", help="The coordinator who acts (name or number), when there are several.")
JSON = typer.Option(False, "--json", help="Say what was done as JSON, for programs.")
YES = typer.Option(False, "--yes", help="Do it without asking to confirm.")
PEOPLE = typer.Option(
    None, "--people", help="The number of people, retyped: for a large one, alone, --yes is not enough."
)
DRY_RUN = typer.Option(False, "--dry-run", help="Show what would be sent, and to whom; do nothing.")
YESES = ("oui", "yes")
SEEN = typer.Option(
    "", "--seen", help="The fingerprint of a check page (--json gives it): done only if it still holds."
)


class Stop(Exception):
    """The command ends with this sentence and this exit code."""

    def __init__(self, reason: Text | str, code: int = 1) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.code = code


def settings_or_stop() -> Settings:
    try:
        settings = Settings.load()
        existing_key(settings)
    except SettingsError as error:
        _say_refused(error)
        raise SystemExit(2) from None
    configure(settings)
    return settings


def _say_refused(error: SettingsError) -> None:
    """Each setting that is wrong or missing, with a correct example, in the language of the installation."""
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
    act: Callable[[Acting], Awaitable[ActResult]],
    *,
    acting_as: str | None = None,
    as_json: bool = False,
    bootstrap: bool = False,
    yes: bool = False,
    people: int | None = None,
    seen: str = "",
    dry_run: bool = False,
    quiet: bool = False,
) -> ActResult:
    """Run one act in one transaction and print what it did; end with a clear sentence and a non-zero code if it cannot.

    An act that wants its check page shows it, and is done once it is confirmed: by `yes`, by the number of `people`
    retyped, by the fingerprint `seen`, or at the terminal, while no transaction is open; with `dry_run` it is only
    shown. `quiet`: the caller says what was done. `bootstrap`: with no
    coordinator at all, the shell itself acts (it makes the first one).
    """
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone).in_year(system_clock().year)
    approved: Confirmation | None = None
    while True:
        try:
            done = asyncio.run(_act(settings, catalogue, act, acting_as, bootstrap, approved))
        except WantsCheck as wants:
            show(settings, catalogue, wants.page, as_json=as_json)
            if dry_run:
                return _shown_only(wants.page, as_json)
            approved = _confirmed(settings, catalogue, wants.page, as_json, yes, people, seen)
        except Refused as refused:
            stop(catalogue, settings, refused.reason, as_json=as_json)
        except Stop as error:
            stop(catalogue, settings, error.reason, error.code, as_json=as_json)
        except SchemaBehind:
            stop(catalogue, settings, text("shell-schema-behind"), as_json=as_json)
        else:
            break
    if not quiet:
        say(catalogue, settings, done, as_json)
    return done


def show(settings: Settings, catalogue: Catalogue, page: CheckPage, *, as_json: bool) -> None:
    """The check page; it goes to the error stream when a program reads the other one."""
    installation = build_installation(settings, catalogue)
    for part in page_texts(installation, page, settings.default_language):
        print(_spoken(catalogue, settings, part), end="\n\n", file=sys.stderr if as_json else sys.stdout)


def _shown_only(page: CheckPage, as_json: bool) -> ActResult:
    if as_json:
        print(json.dumps({"ok": True, **as_data(page)}, ensure_ascii=False))
    return ActResult(text("check-nothing-sent"), as_data(page))


def _confirmed(
    settings: Settings,
    catalogue: Catalogue,
    page: CheckPage,
    as_json: bool,
    yes: bool,
    people: int | None,
    seen: str,
) -> Confirmation:
    """What confirms the page. Whoever retypes another number, or sits at no terminal, confirms nothing."""
    approved = Confirmation(page.fingerprint, page.people)
    if seen or people is not None:
        if seen in ("", page.fingerprint) and people in (None, page.people):
            return approved
    elif (yes and not page.must_retype) or _at_the_terminal(catalogue, settings, page):
        return approved
    reason = text("check-not-retyped" if page.must_retype else "check-not-confirmed", people=page.people)
    words = _spoken(catalogue, settings, reason)
    if as_json:
        print(json.dumps({"ok": False, "text": words, "check": as_data(page)}, ensure_ascii=False))
    print(words, file=sys.stderr)
    raise SystemExit(1)


def _at_the_terminal(catalogue: Catalogue, settings: Settings, page: CheckPage) -> bool:
    if not sys.stdin.isatty():
        return False
    if not page.texts:
        asked = _spoken(catalogue, settings, text("check-write-yes"))
        return fold(input(f"{asked} ")) in YESES
    asked = _spoken(catalogue, settings, text("announcements-retype", people=page.people))
    return input(f"{asked} ").strip() == str(page.people)


def say(catalogue: Catalogue, settings: Settings, done: ActResult, as_json: bool) -> None:
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
    return printable(for_shell(catalogue.text(words, language, Channel.TELEGRAM), catalogue, language))


def printable(words: str) -> str:
    """What a terminal shows and does not obey: no ESC, no BEL, no mark that turns the line around."""
    return "".join(c for c in words if c in "\n\t" or c.isprintable() or unicodedata.category(c) not in UNSEEN)


async def _act(
    settings: Settings,
    catalogue: Catalogue,
    act: Callable[[Acting], Awaitable[ActResult]],
    acting_as: str | None,
    bootstrap: bool,
    approved: Confirmation | None,
) -> ActResult:
    await ready(settings)
    database = Database(settings.database_url, key=path_key(settings))
    try:
        installation = build_installation(settings, catalogue)
        async with database.write() as session:
            await organisation_row(session, installation.organisation)
            actor = await who_acts(session, acting_as, bootstrap)
            clock = moved_clock(sqlite_path(settings.database_url))
            done = await act(Acting(session, installation, actor, clock(), approved=approved))
        await seal_now(database, seals_of(settings, database.key), clock())
        return done
    finally:
        await database.close()


async def ready(settings: Settings) -> None:
    """A SQLite file that does not exist yet is made, in a folder that does; a database that holds nothing at all gets
    its schema. An older schema is refused."""
    path = sqlite_path(settings.database_url)
    if path is not None and not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    if path is not None and not path.exists():
        await upgrade(settings.database_url, key=path_key(settings))
    try:
        await check_schema(settings.database_url)
    except SchemaBehind:
        # Nothing yet, or half of it while another command makes it: who waits for its lock finds it whole.
        await lay(settings.database_url, path_key(settings))
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


__all__ = [
    "AS",
    "DRY_RUN",
    "JSON",
    "PEOPLE",
    "SEEN",
    "YES",
    "Stop",
    "confirmed",
    "ready",
    "run_act",
    "settings_or_stop",
]
