"""`portevoix people add | import | change | list`: who is known, and the link that makes a coordinator."""

from __future__ import annotations

import asyncio
from pathlib import Path

import typer

from bot.channels.contract import SendError
from bot.channels.telegram import Telegram
from bot.cli.acting import AS, JSON, Acting, run_act, settings_or_stop
from bot.settings import Settings
from handlers.access import Done
from handlers.people import acts, imports
from handlers.people.spec import PersonSpec

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="People: add, import, change, list.")

COORDINATOR = ("coordinator", "coordination")
NAME = typer.Option("", "--name", help="The name they want to be called by.")
PHONE = typer.Option("", "--phone", help="Their phone, such as 819 555-0101.")
TELEGRAM = typer.Option("", "--telegram-id", help="Their Telegram id; nothing leaves before they press Start.")
LANGUAGE = typer.Option("", "--language", help="fr, en or es.")
ROLE = typer.Option([], "--role", help="member or expert; coordinator alone prints a one-use Telegram link.")
ROUNDTABLE = typer.Option([], "--roundtable", help="A roundtable they sit at; may be given again.")
SCOPE = typer.Option(None, "--scope", help="The one territory a coordinator answers for; --scope '' is all.")
TERRITORY = typer.Option("", "--territory", help="Their MRC or their town.")
CHANNEL = typer.Option("", "--channel", help="sms, telegram or post.")
CONSENT = typer.Option("", "--consent", help="How and when they said yes: 'formulaire papier 2026-03-02'.")
ADDRESS = typer.Option("", "--postal-address", help="Where letters go.")


@app.command()
def add(
    name: str = NAME,
    phone: str = PHONE,
    telegram_id: str = TELEGRAM,
    language: str = LANGUAGE,
    role: list[str] = ROLE,
    roundtable: list[str] = ROUNDTABLE,
    territory: str = TERRITORY,
    channel: str = CHANNEL,
    consent: str = CONSENT,
    postal_address: str = ADDRESS,
    scope: str | None = SCOPE,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Add one person. With --role coordinator, print the one-use Telegram link, valid 24 h, for a coordinator."""
    coordinates = any(word.casefold() in COORDINATOR for word in role)
    roles = tuple(word for word in role if word.casefold() not in COORDINATOR)
    spec = PersonSpec(
        name, phone, telegram_id, language, roles, tuple(roundtable), territory, channel, consent, postal_address
    )
    if coordinates:
        _coordinator(spec, scope, acting_as, as_json)
        return

    async def act(acting: Acting) -> Done:
        return await acts.add_person(acting.session, acting.house, acting.actor, spec, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


def _coordinator(spec: PersonSpec, scope: str | None, acting_as: str, as_json: bool) -> None:
    settings = settings_or_stop()
    bot = asyncio.run(_bot(settings))

    async def act(acting: Acting) -> Done:
        called = spec.name or acting.settings.contact_name or "Coordination"
        given = (acting.session, acting.house, acting.actor)
        done = await acts.make_coordinator(*given, called, scope=scope, bot=bot, now=acting.now)
        if spec != PersonSpec(name=spec.name):  # a phone, a consent: without Telegram they are texted the alerts
            await acts.change_person(*given, done.data["person"], spec, now=acting.now)
        return done

    run_act(act, acting_as=acting_as, as_json=as_json, bootstrap=True)


async def _bot(settings: Settings) -> str:
    """The bot's user name, asked before any transaction is open; "" when Telegram does not answer."""
    if settings.telegram_token is None:
        return ""
    channel = Telegram(settings.telegram_token.get_secret_value(), settings.telegram_url, timeout=5)
    try:
        return (await channel.me())[1]
    except (SendError, OSError, TimeoutError):
        return ""
    finally:
        await channel.close()


@app.command(name="import")
def import_file(
    file: Path = typer.Argument(
        ..., exists=True, dir_okay=False, help="A CSV or Excel file, its columns named on the first line."
    ),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Import people. Bad lines are named with their reason and the good ones kept; running it twice changes nothing."""
    data = file.read_bytes()

    async def act(acting: Acting) -> Done:
        lines = imports.read_people(data)
        return await imports.import_people(acting.session, acting.house, acting.actor, lines, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command()
def change(
    number: int = typer.Argument(..., help="The person's number, as `people list` shows it."),
    name: str = NAME,
    phone: str = PHONE,
    telegram_id: str = TELEGRAM,
    language: str = LANGUAGE,
    role: list[str] = ROLE,
    roundtable: list[str] = ROUNDTABLE,
    leave: list[str] = typer.Option([], "--leave", help="A roundtable they leave; may be given again."),
    territory: str = TERRITORY,
    channel: str = CHANNEL,
    consent: str = CONSENT,
    postal_address: str = ADDRESS,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Change what is given of one person; the rest stays as it was."""
    spec = PersonSpec(
        name, phone, telegram_id, language, tuple(role), tuple(roundtable), territory, channel, consent, postal_address
    )

    async def act(acting: Acting) -> Done:
        return await acts.change_person(
            acting.session, acting.house, acting.actor, number, spec, leave=tuple(leave), now=acting.now
        )

    run_act(act, acting_as=acting_as, as_json=as_json)


@app.command(name="list")
def list_people(
    search: str = typer.Argument("", help="A name, a territory, a number, the end of a phone number."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Who is known, or who answers to these words. Addresses are masked."""

    async def act(acting: Acting) -> Done:
        return await acts.list_people(acting.session, acting.house, acting.actor, search, now=acting.now)

    run_act(act, acting_as=acting_as, as_json=as_json)
