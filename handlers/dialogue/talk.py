"""What a dialogue sees: questions with stable keys, answered from what was kept, or asked.

A dialogue is one linear function. It runs again from the top each time the person answers, with the answers kept so
far, and stops at the first question without one. Nothing of it lives in memory between two messages.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db.contacts import Contact
from db.conversations import Dialogue, TaskKind
from db.people import Person
from db.session import AsyncSession
from db.tasks import add_task
from handlers.acting import Acting
from handlers.installation import Installation
from handlers.turn import spoken
from messages import Incoming, Kind, Option, Outgoing, Text, text
from messages.reading import Meaning, Reading
from messages.reading.answered import amount, unclear
from messages.reading.numbers import quantities

Jsonable = Any


@dataclass(frozen=True, slots=True)
class Given:
    """What the person just gave: their message, and the option it resolved to, if any."""

    text: str
    value: str | None = None  # the value of the option pressed or numbered
    incoming: Incoming | None = None
    incoming_id: int | None = None
    ended: bool = False  # the quiet minutes of a collection are over
    reading: Reading | None = None  # what the words mean, read in what the person saw
    beside: frozenset[Meaning] = frozenset()  # what else the same message says
    sure: bool = True  # False: it could be read otherwise, and must be asked again rather than kept


class Unclear(Exception):
    """The answer does not fit the question; `reason` says why, with an example."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.id)
        self.reason = reason


class AwaitsAnswer(Exception):
    """The dialogue stops here until the person answers `key`."""

    def __init__(
        self, key: str, outgoing: Outgoing, *, free_text: bool, collecting: bool = False, shown: str = ""
    ) -> None:
        super().__init__(key)
        self.key = key
        self.outgoing = outgoing
        self.free_text = free_text
        self.collecting = collecting
        self.shown = shown


class AwaitsMoreWords(Exception):
    """More words are being collected; nothing to say for now."""


Parse = Callable[[Given], Jsonable]

END = Option("end", text("dialogue-end"))
YES = Option("yes", text("dialogue-yes"))
NO = Option("no", text("dialogue-no"))


@dataclass(slots=True)
class Talk:
    """One run of a dialogue. `session` is for reading; what changes something goes through `memo` or the end."""

    acting: Acting
    contact: Contact
    person: Person | None
    row: Dialogue
    given: Given | None = None
    asked_key: str = ""  # the key whose question is open
    asked_shown: str = ""  # what that question showed
    said: list[Outgoing | Text] = field(default_factory=list)

    @property
    def session(self) -> AsyncSession:
        return self.acting.session

    @property
    def installation(self) -> Installation:
        return self.acting.installation

    @property
    def now(self) -> dt.datetime:
        return self.acting.now

    @property
    def start(self) -> Mapping[str, Any]:
        return self.row.start

    @property
    def language(self) -> str:
        return spoken(self.installation, self.contact, self.person)

    @property
    def answers(self) -> Mapping[str, Any]:
        return self.row.answers

    async def for_a_human(self, kind: TaskKind, *, of: int | None = None) -> None:
        """A card about the person with whom this dialogue is. `of`: the message that it is about."""
        await add_task(
            self.session,
            self.installation.organisation_id,
            kind,
            now=self.now,
            contact_id=self.contact.id,
            person_id=self.row.person_id,
            incoming_id=of,
        )

    # -- questions -----------------------------------------------------------------------------------------------

    async def choose(self, key: str, prompt: Text, options: Sequence[Option], *, parse: Parse | None = None) -> str:
        """One of the options; its value is kept. `parse` may understand words too (a date for a meeting)."""

        def understood(given: Given) -> Jsonable:
            if given.value is not None and given.value in [o.value for o in options]:
                return given.value
            if parse is not None:
                return parse(given)
            raise Unclear(text("dialogue-unclear-choice"))

        return str(await self.ask(key, Outgoing(prompt, tuple(options)), understood))

    async def words(self, key: str, prompt: Text, *, longest: int = 300, options: Sequence[Option] = ()) -> str:
        """A line of the person's own words. An option's value is kept as such (to skip, for instance)."""

        def understood(given: Given) -> Jsonable:
            if given.value is not None:
                return given.value
            line = given.text.strip()
            if not line:
                raise Unclear(text("dialogue-unclear-words"))
            if len(line) > longest:
                raise Unclear(text("dialogue-too-long", longest=longest, length=len(line)))
            return line

        return str(await self.ask(key, Outgoing(prompt, tuple(options)), understood, free_text=True))

    async def number(
        self, key: str, prompt: Text, *, least: int = 0, most: int = 10_000, options: Sequence[Option] = ()
    ) -> int:
        """A whole number in bounds; an option's value must itself be a number."""

        def understood(given: Given) -> Jsonable:
            found = [one.value for one in quantities(given.text)] if not unclear(given.text) else []
            value = float(given.value) if given.value is not None else found[0] if len(found) == 1 else None
            if value is None or not least <= value <= most:
                raise Unclear(text("dialogue-unclear-number", least=least, most=most))
            return round(value)

        return int(await self.ask(key, Outgoing(prompt, tuple(options)), understood, free_text=True))

    async def money(self, key: str, prompt: Text, *, most: int = 100_000, options: Sequence[Option] = ()) -> int:
        """An amount in cents, from "7,50", "7.50 $", "sept piasses"; an option's value is an amount in cents."""

        def understood(given: Given) -> Jsonable:
            if given.value is not None:
                return int(given.value)
            cents = amount(given.text)
            if cents is None or not 0 <= cents <= most:
                raise Unclear(text("dialogue-unclear-money"))
            return cents

        return int(await self.ask(key, Outgoing(prompt, tuple(options)), understood, free_text=True))

    async def confirm(
        self,
        key: str,
        prompt: Text,
        *,
        yes: Option = YES,
        no: Option = NO,
        shown: object = None,
        free_text: bool = False,
    ) -> bool:
        """Yes or no to what was shown. Should what is shown have changed meanwhile, it is asked again.

        `free_text`: words that begin like a keyword ("garde 30") are an answer too, for the dialogue to read.
        """

        def understood(given: Given) -> Jsonable:
            if given.value not in (yes.value, no.value):
                plain = (yes, no) == (YES, NO)  # elsewhere the digits say something else than yes and no
                raise Unclear(text("dialogue-unclear-yes-no" if plain else "dialogue-unclear-choice"))
            return given.value

        facts = hash_of_shown(shown if shown is not None else prompt)
        kept = self.answers.get(key)
        if isinstance(kept, dict) and kept.get("shown") != facts:
            self.forget(key)
            self.said.append(text("dialogue-changed"))
        elif isinstance(kept, dict):
            return bool(kept["value"] == yes.value)
        if self.asked_key == key and self.given is not None and self.asked_shown and self.asked_shown != facts:
            self.given = None  # they answered an older picture
            self.said.append(text("dialogue-changed"))
        outgoing = Outgoing(prompt, (yes, no))
        value = await self.ask(key, outgoing, understood, free_text=free_text, shown=facts, keep=False)
        self.keep(key, {"value": value, "shown": facts})
        return bool(value == yes.value)

    async def photo(self, key: str, prompt: Text, *, options: Sequence[Option] = ()) -> dict[str, Any]:
        """A picture ({"incoming_id": ...}) or one of the options ({"value": ...})."""

        def understood(given: Given) -> Jsonable:
            if given.value is not None:
                return {"value": given.value}
            if given.incoming is not None and given.incoming.media and given.incoming.kind is not Kind.VOICE:
                return {"incoming_id": given.incoming_id}
            raise Unclear(text("dialogue-unclear-photo"))

        return dict(await self.ask(key, Outgoing(prompt, tuple(options)), understood, free_text=True))

    async def collect(
        self, key: str, prompt: Text, first: Text, more: Text, *, may_be_empty: bool = False, end: Option = END
    ) -> list[dict[str, Any]]:
        """A person's words, in as many messages as they like; "1", or the quiet minutes, end it.

        `first` is said of the first piece, `more` of the others: each is acknowledged. They are kept as they come:
        [{"id": incoming row, "text": words}, ...]. `may_be_empty`: "1" alone is an answer too, they have nothing to
        write, which `end` says. Empty too when they end it by themselves with nothing written.
        """
        if key in self.answers:
            return list(self.answers[key])
        pieces = list(self.row.memo.get(f"{key}:pieces", []))
        if self.given is not None and self.asked_key == key:
            given, self.given = self.given, None
            ended = given.ended or given.value == END.value
            if given.reading is not None and given.reading.has(Meaning.END) and not given.ended and given.value is None:
                ended = True  # "... c'est ça que j'avais à dire": the last piece, and the end
                if given.reading.has(Meaning.COMMENT):
                    pieces = self._piece(key, pieces, given)
            if ended and (pieces or may_be_empty or not given.ended):
                self.row.collecting = ""
                self.row.collect_due_at = None
                self.keep(key, pieces)
                return pieces
            if given.text.strip() and not ended:
                pieces = self._piece(key, pieces, given)
                self.row.collect_due_at = self.now + self.installation.pieces
                said = first if len(pieces) == 1 else more
                raise AwaitsAnswer(key, Outgoing(said, (END,)), free_text=True, collecting=True)
            raise AwaitsMoreWords
        options = (END if pieces else end,) if pieces or may_be_empty else ()
        if pieces and self.row.collect_due_at is None:
            self.row.collect_due_at = self.now + self.installation.pieces  # it began with words
        said = prompt if not pieces else first if len(pieces) == 1 else more
        raise AwaitsAnswer(key, Outgoing(said, options), free_text=True, collecting=True)

    def _piece(self, key: str, pieces: list[dict[str, Any]], given: Given) -> list[dict[str, Any]]:
        kept = [*pieces, {"id": given.incoming_id, "text": given.text}]
        self.keep_memo(f"{key}:pieces", kept)
        return kept

    async def ask(
        self,
        key: str,
        outgoing: Outgoing,
        parse: Parse,
        *,
        free_text: bool = False,
        shown: str = "",
        keep: bool = True,
    ) -> Jsonable:
        """The answer kept under `key`; else the one just given; else the one offered; else stop and ask."""
        if keep and key in self.answers:
            return self.answers[key]
        if self.given is not None and self.asked_key == key:
            given, self.given = self.given, None
            # What could be read otherwise chooses nothing: its words alone are looked at.
            value = parse(given if given.sure else replace(given, value=None))  # Unclear goes up: asked once more
            if keep:
                self.keep(key, value)
            return value
        if key in self.row.prefill:
            offered = self.row.prefill[key]
            self.row.prefill = {k: v for k, v in self.row.prefill.items() if k != key}
            try:
                value = parse(Given(text=str(offered), value=offered if isinstance(offered, str) else None))
            except Unclear:
                pass  # found in a sentence but not fit for this question: ask it plainly
            else:
                if keep:
                    self.keep(key, value)
                return value
        raise AwaitsAnswer(key, outgoing, free_text=free_text or not outgoing.options, shown=shown)

    # -- what is kept --------------------------------------------------------------------------------------------

    async def memo(self, key: str, work: Callable[[], Awaitable[Jsonable]]) -> Jsonable:
        """Run `work` in this message's transaction and record what it gave: it is not run again on later turns."""
        if key not in self.row.memo:
            self.keep_memo(key, await work())
        return self.row.memo[key]

    async def tell_once(self, key: str, words: Text) -> None:
        """Say something on the way, only the first time."""
        if f"told:{key}" not in self.row.memo:
            self.keep_memo(f"told:{key}", True)
            self.said.append(words)

    def keep(self, key: str, value: Jsonable) -> None:
        self.row.answers = {**self.row.answers, key: value}

    def keep_memo(self, key: str, value: Jsonable) -> None:
        self.row.memo = {**self.row.memo, key: value}

    def forget(self, key: str) -> None:
        """Drop an answer and those given after it (CORRIGE)."""
        kept = list(self.row.answers)
        position = kept.index(key) if key in kept else len(kept)
        dropped = kept[position:]
        self.row.answers = {k: v for k, v in self.row.answers.items() if k not in dropped}
        self.row.memo = {k: v for k, v in self.row.memo.items() if k.split(":")[0] not in dropped}


def hash_of_shown(shown: object) -> str:
    return hashlib.sha256(json.dumps(_plain(shown), sort_keys=True, default=str).encode()).hexdigest()[:32]


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return [value.id, {k: _plain(v) for k, v in value.args.items()}]
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value
