"""One message being handled: what was read in it, what is done with what it means, and what is said back."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from db.conversations import (
    Dialogue,
    DialogueState,
    HandledAs,
    IncomingMessage,
    Question,
    QuestionState,
    current_dialogue,
    parked_dialogue,
)
from handlers import open_questions as asked
from handlers import sending
from handlers.commands import Command
from handlers.dialogue import Definition, Given, Stage, begin, run, state
from handlers.router import aside, asking, doubts, plain, two_lists
from handlers.router.keyword_meanings import heard_in
from handlers.router.seen import Seen, see
from handlers.router.taken import BESIDE_A_DRAFT, FEWEST_OF_WORDS, POLITE, TAKEN, WAIT_BEHIND
from handlers.topics import Routes
from handlers.turn import Ask, Heard, Piece, QuestionKind, Reply, Start, Turn, pieces_of
from messages import Channel, Kind, Outgoing, Text, text
from messages.keywords import Understood, fold, read_yes_no, understand
from messages.keywords.words import Keyword
from messages.reading import Meaning, Reading, ReadingDecision, Step, decide, read
from messages.reading.findings import find


@dataclass(slots=True)
class Exchange:
    """`turn` with what the router knows of it. What is read is read once, in what the person saw when they wrote."""

    routes: Routes
    turn: Turn
    recognise: Callable[[Exchange], Awaitable[None]]  # the list of recognisers, from its top
    _seen: Seen | None = None
    _understood: Understood | None = None
    _decision: ReadingDecision | None = None
    doubted: set[str] = field(default_factory=set)  # the readings of a doubt that was not answered: they wrote on
    kinds: Mapping[str, QuestionKind] = field(init=False)
    definitions: Mapping[str, Definition] = field(init=False)

    def __post_init__(self) -> None:
        self.definitions = self.routes.definitions()
        self.kinds = {
            **self.routes.kinds(),
            **{kind.name: kind for kind in (*asking.KINDS, aside.TO_COORDINATOR, two_lists.WHICH)},
        }
        self.turn.conversation = self

    # -- what is read --------------------------------------------------------------------------------------------

    @property
    def understood(self) -> Understood:
        """The keyword in it. On Telegram nobody has acted on CANCEL or END before us: there they mean what they say."""
        if self._understood is None:
            turn = self.turn
            found = understand(turn.text, reserved=turn.incoming.channel is Channel.SMS)
            if found.keyword is Keyword.COMMENTAIRE and turn.language == "en" and fold(turn.text).startswith("comment"):
                found = replace(found, sure="sure")  # to someone who writes French, "comment" is "how"
            self._understood = found
        return self._understood

    async def seen(self) -> Seen:
        if self._seen is None:
            found = await self._first_look()
            while found.last is not None and found.last.kind in asked.DOUBTS and not self._chooses_in(found.last):
                found.last.state = QuestionState.DROPPED  # they wrote on: it is read in what stood before the doubt
                self.doubted |= {name for names in found.last.prompt.get("readings", []) for name in names}
                found = await see(self.turn, self.kinds, self.definitions)
            self._seen = found.without_lists() if read_yes_no(self.turn.text) is not None else found
        return self._seen

    async def _first_look(self) -> Seen:
        """While nothing was done yet, what was heard is not written before this look, but after, with what is read."""
        session = self.turn.session
        done = session.new or session.deleted or set(session.dirty) - {self.turn.row, self.turn.contact}
        with contextlib.nullcontext() if done else session.no_autoflush:
            return await see(self.turn, self.kinds, self.definitions)

    def _chooses_in(self, doubt: Question) -> bool:
        """Whether this message answers a doubt about their words: by a digit, a label, yes or no, and nothing else."""
        turn, words = self.turn, self.turn.text
        if turn.incoming.button is not None or not words.strip() or read_yes_no(words) is not None:
            return True
        if find(words).has("pictures alone"):
            return True  # a mood, and no new subject: the list stands
        chosen = asked.by_label(doubt, words) is not None or bool(find(words).digits)
        if chosen or doubt.kind == asked.CARE:
            return chosen
        of_a_name = doubts.words_without_a_name(doubt, words, self.alone) or doubts.words_with_a_name(doubt, words)
        return of_a_name is not None or doubts.agrees(words) or doubts.meant_by_yes(doubt, words) is not None

    @property
    def alone(self) -> Keyword | None:
        """The keyword that the whole message is."""
        return self.understood.keyword if self.understood.alone else None

    async def decision(self) -> ReadingDecision:
        """What is to be done with what they mean."""
        if self._decision is None:
            context = (await self.seen()).context
            self._decision = decide(read(self.turn.text, context), context)
            self.turn.row.reading = self._decision.reading.written()
        return self._decision

    def goes_on_with(self, row: IncomingMessage, yes: str = "") -> None:
        """An earlier message is taken up, read in what stands now. `yes`: what was answered when it was asked about."""
        turn = self.turn
        turn.taken_up_by = (*turn.taken_up_by, turn.row.id)
        turn.row = row
        turn.incoming = replace(turn.incoming, kind=Kind.TEXT, text=row.text + yes, button=None, media=())
        self._seen = self._understood = self._decision = None

    def rests(self, words: str) -> None:
        """What is left of this message, once a part of it was heard: read anew."""
        self.turn.incoming = replace(self.turn.incoming, text=words)
        self._seen = self._understood = self._decision = None

    # -- what is done with it ------------------------------------------------------------------------------------

    async def perform(self, reading: Reading, *, sure: bool = True) -> Reply:
        """Everything that the message means: each topic its part, then the dialogue or the question that waits."""
        seen = await self.seen()
        step, last = seen.context.step, seen.last
        in_dialogue = last is not None and last.dialogue_id is not None
        taken = TAKEN.get(step, frozenset()) | {Meaning.UNKNOWN} if in_dialogue else frozenset()
        for_question = [m for m in reading.meanings if m in taken or self._value(seen, m, reading) is not None]
        kind = self.kinds.get(last.kind) if last is not None else None
        if kind is not None and kind.gives_way & set(reading.meanings):
            for_question = []
            reading = replace(reading, meanings=tuple(m for m in reading.meanings if m is not Meaning.YES))
        if in_dialogue and last is not None and not sure:  # the dialogue asks again, and nothing else is done
            return await self.answer(last, self.given(None, reading=reading, sure=False))
        if for_question and last is not None:
            absorbed = taken if in_dialogue else kind.absorbs if kind is not None else frozenset()
            absorbed |= POLITE  # "non merci": a "you are welcome" would be one text too many
            others = [m for m in reading.meanings if m not in for_question and m not in absorbed]
        else:
            others = list(reading.meanings)
        if set(others) - BESIDE_A_DRAFT:
            await self.leave_empty_draft()
        replies = [await self.hear(self.turn, self._heard(seen, meaning, reading)) for meaning in others]
        said = [piece for reply in replies for piece in pieces_of(reply)]
        if not for_question or last is None:
            return await self.then_back(said) if any(reply is not None for reply in replies) else None
        if said and in_dialogue:
            await self.say(said)
        # "oui sans mon nom": the yes with their name is never the one that is taken.
        first = sorted(for_question, key=lambda meaning: meaning is not Meaning.NAMELESS)
        chosen = next((m for m in first if self._value(seen, m, reading) is not None), None)
        if chosen is Meaning.NAMELESS and reading.has(Meaning.COMMENT):
            chosen = None  # "sans mon nom: le frigo est vide": the words are kept, and read for the wish
        value = self._value(seen, chosen, reading) if chosen is not None else None
        beside = frozenset(reading.meanings) - {chosen}
        answered = await self.answer(last, self.given(value, reading=reading, beside=beside, sure=sure))
        return answered if in_dialogue or not said else [*pieces_of(answered), *said]  # words wait behind a question

    async def leave_empty_draft(self) -> None:
        """Words that nobody wrote yet give way to what they say instead, and are not asked for again."""
        row = await current_dialogue(self.turn.session, self.turn.contact.id)
        if row is not None and row.name in WAIT_BEHIND and state.nothing_written(row):
            await state.drop(self.turn.acting, row, DialogueState.CANCELLED)

    async def is_answered(self) -> bool:
        """Whether it is a yes, a no or a digit, where a dialogue waits for one, or an option of the last list."""
        decision, seen = await self.decision(), await self.seen()
        said, waiting = decision.reading, seen.waiting
        okay = waiting is not None and waiting.free_text and said.why == "okay"
        waits = okay or (waiting is not None and said.has(Meaning.YES, Meaning.NO, Meaning.NUMBER))
        return waits or self.chooses(seen, said)

    def chooses(self, seen: Seen, reading: Reading) -> bool:
        """Whether it is one of the options of the last question."""
        return any(self._value(seen, meaning, reading) is not None for meaning in reading.meanings)

    def _value(self, seen: Seen, meaning: Meaning, reading: Reading) -> str | None:
        """The option of the last question that this means."""
        last, opened = seen.last, seen.context.last_question
        if last is None or opened is None:
            return None
        if meaning is Meaning.NUMBER:
            return asked.by_digit(last, reading.slots.digits[0]) if reading.slots.digits else None
        digit = next((digit for digit, means in opened.options.items() if means is meaning), None)
        return None if digit is None else asked.by_digit(last, digit)

    def _heard(self, seen: Seen, meaning: Meaning, reading: Reading) -> Heard:
        return Heard(
            meaning,
            self.turn.text,
            reading.slots,
            beside=frozenset(reading.meanings) - {meaning},
            question=seen.last,
            meeting_id=seen.meeting_id,
            step=seen.context.step,
        )

    async def perform_one(self, meaning: Meaning) -> Reply:
        """One of the meanings alone, for the topic that knows how a person takes it up."""
        seen, decision = await self.seen(), await self.decision()
        return await self.hear(self.turn, self._heard(seen, meaning, decision.reading))

    def verbatim(self, dialogue: Dialogue) -> bool:
        definition = self.definitions.get(dialogue.name)
        return definition is not None and definition.verbatim

    def is_for_dialogue(self, seen: Seen, reading: Reading) -> bool:
        """Whether the dialogue asks by itself: all that was read is about its question."""
        last, step = seen.last, seen.context.step
        if last is None or last.dialogue_id is None or step is Step.COLLECTING:
            return False
        if step is Step.READ_BACK and len(fold(self.turn.text).split()) >= FEWEST_OF_WORDS:
            return False  # it may be more of their words: that is asked
        taken = TAKEN.get(step, frozenset()) | {Meaning.UNKNOWN}
        if step.value.startswith("K:"):
            return reading.first in taken  # "douze ou treize" half sounds like a question
        return set(reading.meanings) <= taken

    async def hear(self, turn: Turn, heard: Heard) -> Reply:
        """The first topic that has an answer takes it; None when none has."""
        for handler in self.routes.on_meaning(heard.meaning):
            if (said := await handler(turn, heard)) is not None:
                return said
        return None

    async def tell(self, turn: Turn, event: object) -> list[Piece]:
        return [piece for handler in self.routes.on_event(event) for piece in pieces_of(await handler(turn, event))]

    async def keyword(self, keyword: Keyword, understood: Understood) -> Reply:
        """A word of the lists, asked for as such."""
        heard = heard_in(keyword, understood)
        handler = self.routes.on_keyword(keyword)
        return await handler(self.turn, heard) if handler is not None else await self.hear(self.turn, heard)

    async def answer(self, question: Question, given: Given) -> Reply:
        """What is said to the answer of an open question."""
        turn = self.turn
        turn.row.handled_as = turn.row.handled_as or HandledAs.ANSWER
        turn.contact.sorry_in_a_row = 0
        if question.dialogue_id is not None:
            return await self.play(await turn.session.get_one(Dialogue, question.dialogue_id), given)
        if question.kind in asked.DOUBTS:
            return await asking.told_meant(self, question, given)
        if question.kind == two_lists.WHICH.name:
            question.state, question.answered_at = QuestionState.ANSWERED, turn.now
            return await two_lists.told_which(self, question, given)
        handler, kind = self.routes.on_answer(question.kind), self.kinds.get(question.kind)
        if handler is None:
            return text("router-stale-button")
        if question.id is not None and (kind is None or not kind.standing):
            question.state, question.answered_at = QuestionState.ANSWERED, turn.now
        said = await handler(turn, question, given)
        back = (kind is not None and kind.aside) or await self._one_waits()
        return await self.then_back(pieces_of(said)) if back else said

    async def _one_waits(self) -> bool:
        """Words that came beside a question wait behind it."""
        session, contact = self.turn.session, self.turn.contact.id
        return await current_dialogue(session, contact) is None and await parked_dialogue(session, contact) is not None

    async def play(self, dialogue: Dialogue, given: Given) -> Reply:
        self.turn.row.handled_as = self.turn.row.handled_as or HandledAs.ANSWER
        self.turn.contact.sorry_in_a_row = 0
        await run.play(self.stage(), dialogue, given)
        return None

    async def correct(self, dialogue: Dialogue) -> Reply:
        await run.correct(self.stage(), dialogue)
        return None

    def given(
        self,
        value: str | None,
        *,
        reading: Reading | None = None,
        beside: frozenset[Meaning] = frozenset(),
        sure: bool = True,
    ) -> Given:
        turn = self.turn
        return Given(turn.text, value, turn.incoming, turn.row.id, reading=reading, beside=beside, sure=sure)

    async def then_back(self, said: Sequence[Piece]) -> Reply:
        """What was asked is answered, and the dialogue's question comes back."""
        turn = self.turn
        dialogue = await current_dialogue(turn.session, turn.contact.id)
        if dialogue is None and await parked_dialogue(turn.session, turn.contact.id) is not None:
            if any(isinstance(piece, Start | Ask) for piece in said):
                return said
            await self.say(said)
            await run.resume_parked(self.stage())
            return []
        if dialogue is None or any(isinstance(piece, Start | Ask) for piece in said):
            return said
        await self.say(said)
        if not (dialogue.name in WAIT_BEHIND and state.nothing_written(dialogue)):  # they know that they may write
            await run.ask_again(self.stage(), dialogue)
        return []

    async def take_up(self, turn: Turn, row: IncomingMessage) -> None:
        self.goes_on_with(row)
        await self.recognise(self)

    async def as_if(self, words: str) -> tuple[HandledAs, str] | None:
        return await plain.as_if(self, words)

    def commands(self, name: str = "") -> Sequence[tuple[str, Sequence[Command]]]:
        if name:
            found = self.routes.command(name)
            return [("", [found])] if found is not None else []
        return [(topic.name, topic.commands) for topic in self.routes.topics]

    # -- what is said --------------------------------------------------------------------------------------------
    def stage(self) -> Stage:
        turn = self.turn

        async def say(words: Outgoing | Text, question: Question | None) -> object:
            return await sending.reply(turn, words, question)

        return Stage(turn.acting, turn.contact, turn.person, self.definitions, say)

    async def say(self, reply: Reply) -> None:
        """Send the words, then one question at most: two lists of 1-2-3 never stand before a person at once.

        Of two questions the last is put; cards that stay open (a call list's) are all shown, one message each. A
        dialogue that would begin beside a question, or beside another dialogue, waits behind it.
        """
        turn, pieces = self.turn, pieces_of(reply)
        cards = [piece for piece in pieces if isinstance(piece, Ask) and piece.kind.standing]
        asks = [piece for piece in pieces if isinstance(piece, Ask) and not piece.kind.standing]
        starts = sorted((p for p in pieces if isinstance(p, Start)), key=lambda start: start.dialogue in WAIT_BEHIND)
        for start in starts if asks else starts[1:]:
            await run.begin_parked(self.stage(), start)
        for piece in pieces:
            if not isinstance(piece, Start | Ask):
                await sending.reply(turn, piece)
        for ask in (*cards, *asks[-1:]):
            question = await sending.open_question(turn.acting, turn.contact, turn.person, ask)
            await sending.reply(turn, ask.outgoing, question)
        if asks:
            return
        if starts:
            words = starts[0].first_words
            await begin(self.stage(), starts[0], Given(words, None, turn.incoming, turn.row.id))
