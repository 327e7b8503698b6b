"""Plays the story through the simulated providers, over HTTP, and tells whether each expected message arrived."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.demo.desk import Desk
from bot.demo.picture import bus_ticket
from bot.demo.script import Caller, ScriptPart, ScriptStep, Sort, Story
from bot.demo.serve import Demo
from bot.simulator import TelegramWorld
from bot.simulator.inbox import PhoneInbox
from bot.simulator.telegram import TelegramMessage
from bot.simulator.twilio import MessageResource

PATIENCE_SECONDS = 5.0
ACTION = re.compile(r"^\((\w+)(?:\s+([^)]*))?\)\s*(.*)$", re.DOTALL)

Eyes = PhoneInbox[MessageResource] | PhoneInbox[TelegramMessage]


class Missing(Exception):
    """An expected message did not arrive; `instead` is what did."""

    def __init__(self, step: ScriptStep, words: str, instead: list[str]) -> None:
        super().__init__(f"line {step.line}: {step.who} expected {words!r}")
        self.step, self.words, self.instead = step, words, instead


@dataclass
class Player:
    """One telling of the story."""

    demo: Demo
    story: Story
    desk: Desk
    kept: dict[str, str] = field(default_factory=dict)
    heard: dict[str, str] = field(default_factory=dict)  # what each caller read last
    arrived: int = 0

    def __post_init__(self) -> None:
        for caller in self.story.callers.values():
            if caller.kind == "telegram" and not caller.is_group:
                self.demo.providers.telegram.person(int(caller.address), caller.name)

    async def play(self, part: ScriptPart, tell: Callable[[ScriptStep], None]) -> None:
        """Every step of a part; `tell` is called before each. Raises `Missing`."""
        for step in part.steps:
            tell(step)
            await self._act(step)

    async def _act(self, step: ScriptStep) -> None:
        words = self._filled(step)
        if step.who == "clock":
            await self._move(words)
        elif step.who == "desk":
            self.kept |= await self.desk.does(words)
            await self._settle()
        else:
            await self._phone_act(step, self.story.callers[step.who], words)

    async def _phone_act(self, step: ScriptStep, caller: Caller, words: str) -> None:
        if step.sort is Sort.WRITES:
            self._write(caller, words)
            await self._settle()
        elif step.sort is Sort.PRESSES:
            self._press(step, caller, words)
            await self._settle()
        elif step.sort is Sort.HEARS:
            self.heard[caller.name] = await self._hear(step, caller)
            self.arrived += 1
        elif step.sort is Sort.KEEPS:
            self._keep(step, caller, words)
        elif unread := self._unread(caller):
            raise Missing(step, "-", unread)

    def _filled(self, step: ScriptStep) -> str:
        """`{code}` becomes what was kept under that name; other braces stay as they are."""
        return re.sub(r"\{(\w+)\}", lambda found: self.kept.get(found[1], found[0]), step.words)

    # -- thumbs ------------------------------------------------------------------------------------------------------

    def _write(self, caller: Caller, words: str) -> None:
        telegram, sms = self.demo.providers.telegram, self.demo.providers.sms
        action = ACTION.match(words)
        if action is None:
            if caller.kind == "sms":
                sms.text(caller.address, words)
            else:
                telegram.write(int(caller.address), words)
        elif action[1] == "photo" and caller.kind == "sms":
            sms.text(caller.address, action[3], [("image/jpeg", bus_ticket())])
        else:
            self._telegram_action(telegram, caller, action)

    def _telegram_action(self, telegram: TelegramWorld, caller: Caller, action: re.Match[str]) -> None:
        user = int(caller.address)
        match action[1]:
            case "photo":
                telegram.send_photo(user, bus_ticket(), action[3])
            case "start":
                telegram.press_start(user, action[2] or "")
            case "contact":
                telegram.share_contact(user, caller.number)
            case "group":
                telegram.group(-int(action[2]), "", user)
                telegram.write_in_group(user, -int(action[2]), action[3])
            case _:
                raise ValueError(action[0])

    def _press(self, step: ScriptStep, caller: Caller, label: str) -> None:
        telegram = self.demo.providers.telegram
        for message in reversed(telegram.received(int(caller.address))):
            for button in message.buttons:
                if button.text.casefold().startswith(label.casefold()):
                    telegram.press(int(caller.address), message.message_id, button.text)
                    return
        raise Missing(step, f"[{label}]", [m.shown for m in telegram.received(int(caller.address))[-3:]])

    # -- eyes --------------------------------------------------------------------------------------------------------

    async def _hear(self, step: ScriptStep, caller: Caller) -> str:
        fragments = [re.sub(r"\{(\w+)\}", lambda f: self.kept.get(f[1], f[0]), part) for part in step.fragments]
        inbox = self._world(caller)
        try:
            found = await inbox.expect(caller.address, *fragments, timeout=PATIENCE_SECONDS)
        except AssertionError:
            raise Missing(step, " + ".join(fragments), self._unread(caller)) from None
        return found.shown

    def _unread(self, caller: Caller) -> list[str]:
        return [message.shown for message in self._world(caller).unread(caller.address)]

    def _world(self, caller: Caller) -> Eyes:
        providers = self.demo.providers
        return providers.sms.inbox if caller.kind == "sms" else providers.telegram.inbox

    def _keep(self, step: ScriptStep, caller: Caller, words: str) -> None:
        name, _, pattern = words.partition("=")
        found = re.search(pattern.strip(), self.heard.get(caller.name, ""))
        if found is None:
            raise Missing(step, pattern.strip(), [self.heard.get(caller.name, "")])
        self.kept[name.strip()] = found[1] if found.groups() else found[0]

    # -- the hour ----------------------------------------------------------------------------------------------------

    async def _move(self, words: str) -> None:
        """To a local moment ("2027-02-10 10:00"), or further by so many minutes ("+3")."""
        clock = self.demo.clock
        if words.startswith("+"):
            when = clock.clock.now() + dt.timedelta(minutes=int(words[1:]))
        else:
            when = dt.datetime.fromisoformat(words).replace(tzinfo=clock.zone).astimezone(dt.UTC)
        await clock.walk_to(when)

    async def _settle(self) -> None:
        """What was written reached the program, and what it answers reached the phones."""
        providers = self.demo.providers
        await providers.sms.settled()
        while providers.telegram.updates.waiting:  # noqa: ASYNC110 - the simulated Telegram has no bell for it
            await asyncio.sleep(0.002)
        await self.demo.clock.settled()
        await providers.sms.settled()
