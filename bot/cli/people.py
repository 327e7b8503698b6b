"""`portevoix people add | import | change | list`: who is known, and the link that makes a coordinator."""

from __future__ import annotations

import asyncio

import typer

from bot.channels.contract import SendError
from bot.channels.telegram import Telegram
from bot.cli.acting import AS, JSON, run_act, settings_or_stop
from bot.cli.generated import add_twins
from bot.cli.people_import import import_file
from bot.cli.privacy import erase, keep, person_file
from bot.settings import Settings
from handlers.acting import Acting, ActResult
from handlers.people import acts
from handlers.people.spec import PersonSpec
from messages import Channel

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="People: add, import, change, list.")
app.command(name="import")(import_file)
app.command()(erase)
app.command()(keep)
app.command(name="file")(person_file)

COORDINATOR = ("coordinator", "coordination")
NAME = typer.Option("", "--name", help="The name they want to be called by.")
PHONE = typer.Option("", "--phone", help="Their phone, such as 819 555-0101.")
TELEGRAM = typer.Option("", "--telegram-id", help="Their Telegram id; nothing leaves before they press Start.")
LANGUAGE = typer.Option("", "--language", help="fr, en or es.")
ROLE = typer.Option(
    [],
    "--role",
    help="member, expert or organisation (a small member one); coordinator alone prints a one-use Telegram link.",
)
ROUNDTABLE = typer.Option([], "--roundtable", help="A roundtable they sit at; may be given again.")
SCOPE = typer.Option(None, "--scope", help="The one territory a coordinator answers for; --scope '' is all.")
TERRITORY = typer.Option("", "--territory", help="Their MRC or their town.")
CHANNEL = typer.Option("", "--channel", help=f"{', '.join(channel.value for channel in Channel)}.")
CONSENT = typer.Option(
    "", "--consent", help="How and when they said yes, or no: 'formulaire papier 2026-03-02', 'refuse 2026-03-02'."
)
ADDRESS = typer.Option("", "--postal-address", help="Where letters go.")
EMAIL = typer.Option("", "--email", help="Their e-mail address; they are asked for their yes there.")


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
    email: str = EMAIL,
    scope: str | None = SCOPE,
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Add one person. With --role coordinator, print the one-use Telegram link, valid 24 h, for a coordinator."""
    coordinates = any(word.casefold() in COORDINATOR for word in role)
    roles = tuple(word for word in role if word.casefold() not in COORDINATOR)
    spec = PersonSpec(
        name, phone, telegram_id, language, roles, tuple(roundtable), territory, channel, consent, postal_address, email
    )
    if coordinates:
        _coordinator(spec, scope, acting_as, as_json)
        return

    async def act(acting: Acting) -> ActResult:
        return await acts.add_person(acting, spec)

    run_act(act, acting_as=acting_as, as_json=as_json)


def _coordinator(spec: PersonSpec, scope: str | None, acting_as: str, as_json: bool) -> None:
    settings = settings_or_stop()
    bot = asyncio.run(_bot(settings))

    async def act(acting: Acting) -> ActResult:
        called = spec.name or settings.contact_name or "Coordination"
        done = await acts.make_coordinator(acting, called, scope=scope, bot=bot)
        if spec != PersonSpec(name=spec.name):  # a phone, a consent: without Telegram they are texted the alerts
            await acts.change_person(acting, done.data["person"], spec)
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
    wrong: list[str] = typer.Option([], "--not-phone", help="A phone that is not theirs; may be given again."),
    territory: str = TERRITORY,
    channel: str = CHANNEL,
    consent: str = CONSENT,
    postal_address: str = ADDRESS,
    email: str = EMAIL,
    reason: str = typer.Option("", "--reason", help="Why it is corrected: kept in the register of requests."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Change what is given of one person; the rest stays as it was."""
    spec = PersonSpec(
        name,
        phone,
        telegram_id,
        language,
        tuple(role),
        tuple(roundtable),
        territory,
        channel,
        consent,
        postal_address,
        email,
    )

    async def act(acting: Acting) -> ActResult:
        return await acts.change_person(acting, number, spec, leave=tuple(leave), wrong=tuple(wrong), reason=reason)

    run_act(act, acting_as=acting_as, as_json=as_json)


add_twins(app, "people")
