"""Telegram's menu of commands, as the roles and the languages are: at the start, then within seconds of a change."""

from __future__ import annotations

import asyncio

import structlog

from bot.channels.contract import SendError, Verdict
from bot.channels.telegram import Telegram
from db.session import Database
from handlers.acting import actor_of
from handlers.installation import Installation
from handlers.menus import Menu, coordinator_menu, coordinators_chats, former_chats, member_menu
from messages.languages import DESK

log = structlog.get_logger(__name__)

EVERY_SECONDS = 15.0
Place = tuple[str, str]  # (chat, language): ("", "") is whoever's language has no menu of its own


class Menus:
    """A courtesy: what Telegram does not take now is tried again a little later, and nothing waits for it."""

    def __init__(self, database: Database, installation: Installation, telegram: Telegram) -> None:
        self._database = database
        self._installation = installation
        self._telegram = telegram
        self._shown: dict[Place, Menu] = {}
        self._version: int | None = None  # of the database, when all that it wants was shown

    async def run(self) -> None:
        while True:
            try:
                await self.once()
            except Exception as error:
                log.warning("the menu of commands could not be shown", error=type(error).__name__)
            await asyncio.sleep(EVERY_SECONDS)

    async def once(self) -> int:
        """Show what changed since; how many menus."""
        version = self._database.version()
        if version is not None and version == self._version:
            return 0
        wanted = await self._wanted()
        changed = {place: menu for place, menu in wanted.items() if self._shown.get(place) != menu}
        changed |= {place: () for place in self._shown if place not in wanted and self._shown[place]}
        for number, (place, menu) in enumerate(changed.items()):
            if not await self._show(place, menu):
                return number
            self._shown[place] = menu
        self._version = version
        return len(changed)

    async def _wanted(self) -> dict[Place, Menu]:
        catalogue, default = self._installation.catalogue, self._installation.default_language
        wanted = {("", code): member_menu(catalogue, code) for code in DESK}
        wanted["", ""] = member_menu(catalogue, default)
        async with self._database.read() as session:
            wanted |= {(chat, ""): () for chat in await former_chats(session)}
            for contact, person in await coordinators_chats(session):
                actor = await actor_of(session, person, "telegram", contact)
                wanted[contact.address, ""] = coordinator_menu(catalogue, person.language, actor)
        return wanted

    async def _show(self, place: Place, menu: Menu) -> bool:
        """False when Telegram asks to wait. An account that it refuses for good is not asked about again."""
        chat, language = place
        try:
            await self._telegram.show_commands(menu, chat=chat, language=language)
        except SendError as error:
            log.info("Telegram did not take a menu", reason=error.reason)
            return error.verdict is Verdict.FOR_GOOD
        return True
