"""The menu behind the "/" of Telegram: a few words for whoever is known, every command for whoever coordinates."""

from __future__ import annotations

from sqlalchemy import select

from db.contacts import Contact, ContactPerson
from db.people import Person, PersonRole, Role, RolePeriod
from db.session import AsyncSession
from handlers.acting import Actor
from handlers.routes import ROUTES
from messages import Channel, text
from messages.catalogue import Catalogue

# What people write most, in the order of the menu: `menu-word-<name>` is the word, `menu-<name>` what it does.
WORDS = ("help", "status", "comment", "claim", "rates", "talk", "pause", "link", "stop")
# What a coordinator writes most, what waits first.
FIRST = ("aide", "a-faire", "bureau", "rencontres", "appels", "demandes", "commentaires", "annonce", "presence")
LONGEST = 256  # https://core.telegram.org/bots/api#botcommand
MOST = 100  # https://core.telegram.org/bots/api#setmycommands
Menu = tuple[tuple[str, str], ...]  # (command, what it does)


def member_menu(catalogue: Catalogue, language: str) -> Menu:
    """The same for all: each of these is heard as the word without its slash."""
    return tuple(
        (_said(catalogue, f"menu-word-{name}", language), _said(catalogue, f"menu-{name}", language)) for name in WORDS
    )


def coordinator_menu(catalogue: Catalogue, language: str, actor: Actor) -> Menu:
    """Each command that this coordinator may write: what is used each day first, then by topic."""
    mine = [one for one in ROUTES.commands() if one.name == "aide" or (one.acts and one.may_be_written_by(actor))]
    first = sorted((one for one in mine if one.name in FIRST), key=lambda one: FIRST.index(one.name))
    commands = [one for one in mine if one.name not in FIRST]
    return tuple(
        (
            (one.english if language == "en" else one.name).replace("-", "_"),
            _said(catalogue, f"command-{one.name}", language),
        )
        for one in [*first, *commands][:MOST]
    )


def _said(catalogue: Catalogue, id: str, language: str) -> str:
    return catalogue.text(text(id), language, Channel.TELEGRAM)[:LONGEST]


async def coordinators_chats(session: AsyncSession) -> list[tuple[Contact, Person]]:
    """Where coordinators write from: the accounts that they proved."""
    rows = await session.execute(
        select(Contact, Person)
        .join(ContactPerson, ContactPerson.contact_id == Contact.id)
        .join(Person, Person.id == ContactPerson.person_id)
        .join(PersonRole, (PersonRole.person_id == Person.id) & (PersonRole.role == Role.COORDINATOR))
        .where(Contact.channel == Channel.TELEGRAM.value, ContactPerson.proved_at.is_not(None))
        .where(Person.erased_at.is_(None))
        .order_by(Contact.id)
    )
    return [(contact, person) for contact, person in rows]


async def former_chats(session: AsyncSession) -> list[str]:
    """The accounts of those who coordinated once: their menu is everybody's again."""
    ended = select(RolePeriod.person_id).where(RolePeriod.role == Role.COORDINATOR, RolePeriod.until.is_not(None))
    now = select(PersonRole.person_id).where(PersonRole.role == Role.COORDINATOR)
    found = await session.scalars(
        select(Contact.address)
        .join(ContactPerson, ContactPerson.contact_id == Contact.id)
        .where(Contact.channel == Channel.TELEGRAM.value)
        .where(ContactPerson.person_id.in_(ended), ContactPerson.person_id.not_in(now))
    )
    return list(found)
