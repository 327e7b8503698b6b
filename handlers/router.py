"""Decides who takes a message. The order below is the order of importance, from stopping to small talk."""

from __future__ import annotations

import datetime as dt
import re

from sqlalchemy import func, select

from db.contacts import Consent
from db.conversations import Dialogue, IncomingMessage, Question, QuestionState, current_dialogue
from db.deliveries import Broadcast, BroadcastText, Delivery
from handlers import open_questions as asked
from handlers import sending
from handlers.access import Refused
from handlers.dialogue import Given, Stage, begin, run
from handlers.topics import Routes
from handlers.turn import Ask, Piece, Said, Start, Turn, pieces_of
from messages import Kind, Option, Outgoing, Text, text
from messages.keywords import Keyword, Understood, is_distress, understand
from messages.sentences import letters

# A message that is wholly one of these leaves the collection of someone's words; nothing else does.
LEAVE_COLLECTING = {Keyword.ARRET, Keyword.AIDE, Keyword.PARLER, Keyword.ANNULER}
ANSWER_WORDS = frozenset(asked.WORDS_OF)
SORRY_LIMIT = 5
EQUAL_LIMIT = 5
EQUAL_WINDOW = dt.timedelta(minutes=30)
SILENCE = dt.timedelta(minutes=30)
BUTTON = re.compile(r"^([qb])(\d+)\.(\d+)$")


class Router:
    """Handles one message inside the transaction it is given; every reply is a row of that transaction."""

    def __init__(self, routes: Routes) -> None:
        self.routes = routes
        self.definitions = routes.definitions()

    async def handle(self, turn: Turn) -> None:
        if turn.incoming.group:
            await self._refuse_group(turn)
            return
        if await self._looping(turn):
            turn.row.fate = "silence"
            return
        try:
            said = await self._decide(turn)
        except Refused as refused:
            turn.row.fate = "refused"
            said = refused.reason
        await self._say(turn, said)

    # -- the order of importance ---------------------------------------------------------------------------------

    async def _decide(self, turn: Turn) -> Said:
        if turn.incoming.opt_out_type:
            return await self.routes.provider_stop(turn)
        if turn.incoming.kind is Kind.CONTACT:
            return await self.routes.shared_contact(turn)
        if turn.incoming.button is not None:
            return await self._button(turn, turn.incoming.button)
        understood = understand(turn.text)
        if understood.keyword is Keyword.ARRET and understood.sure == "sure":
            return await self._keyword(turn, understood)
        if turn.text.startswith("/"):
            return await self._command(turn)
        if is_distress(turn.text):
            return await self._distress(turn)
        return await self._known_or_not(turn, understood)

    async def _known_or_not(self, turn: Turn, understood: Understood) -> Said:
        dialogue = await current_dialogue(turn.session, turn.contact.id)
        if dialogue is None and (turn.person is None or turn.contact.consent is not Consent.GIVEN):
            if turn.contact.shared and turn.person is None and turn.contact.consent is Consent.GIVEN:
                return await self.routes.who_is_it(turn)
            return await self._stranger(turn, understood)
        if dialogue is not None and dialogue.collecting and not self._leaves(understood):
            return await self._words_collected(turn, dialogue)
        return await self._in_conversation(turn, dialogue, understood)

    async def _stranger(self, turn: Turn, understood: Understood) -> Said:
        """Someone who has not said yes may join, come back, or ask what this is; the rest waits for a human."""
        questions = await asked.questions_for(turn)
        answered = await self._answered(turn, None, questions, understood)
        if answered is not None:
            return answered[0]
        if understood.keyword in (Keyword.JOINDRE, Keyword.REPRENDRE, Keyword.AIDE) and understood.sure == "sure":
            return await self._keyword(turn, understood)
        return await self.routes.stranger(turn)

    async def _in_conversation(self, turn: Turn, dialogue: Dialogue | None, understood: Understood) -> Said:
        questions = await asked.questions_for(turn)
        waiting = await run.question_of(turn.session, dialogue) if dialogue is not None else None
        if turn.incoming.media or turn.incoming.kind in (Kind.VOICE, Kind.STICKER, Kind.OTHER, Kind.DOCUMENT):
            return await self._media(turn, dialogue, waiting)
        answered = await self._answered(turn, dialogue, questions, understood)
        if answered is not None:
            return answered[0]
        if understood.keyword is not None and understood.sure == "sure" and not self._is_payload(waiting, understood):
            return await self._keyword(turn, understood)
        if dialogue is not None and waiting is not None:
            return await self._play(turn, dialogue, self._given(turn, asked.by_label(waiting, turn.text)))
        if questions and (free := next((q for q in questions if q.free_text and q.dialogue_id is None), None)):
            return await self._answer(turn, free, self._given(turn, None))
        return await self._unasked(turn, questions, understood)

    async def _unasked(self, turn: Turn, questions: list[Question], understood: Understood) -> Said:
        if understood.keyword is not None and understood.sure == "ask":
            return await self._did_you_mean(turn, understood)
        for topic in self.routes.topics:
            if topic.words is not None and (said := await topic.words(turn)) is not None:
                turn.row.fate = turn.row.fate or f"words:{topic.name}"
                return said
        for question in questions:
            if (value := asked.by_label(question, turn.text)) is not None:
                return await self._answer(turn, question, self._given(turn, value))
        return await self._sorry(turn, understood)

    # -- answers -------------------------------------------------------------------------------------------------

    async def _answered(
        self, turn: Turn, dialogue: Dialogue | None, questions: list[Question], understood: Understood
    ) -> tuple[Said] | None:
        """The message as an answer to an open question: "B 2", a bare digit, a bare OUI. None when it is not one."""
        lettered = {q.letter or "A": q for q in reversed(questions) if not q.menu}
        by_letter = letters.answers(turn.text, list(lettered)) if len(lettered) > 1 else []
        if by_letter:
            return (await self._by_letters(turn, lettered, by_letter),)
        digit = letters.digit(turn.text)
        if digit is not None:
            fitting = asked.by_digit(questions, digit)
            if fitting and not self._wants_number(questions, fitting[0]):
                return (await self._one_of(turn, fitting, lambda q: str(q.options[digit - 1][0])),)
            return None
        if understood.keyword in ANSWER_WORDS and understood.sure == "sure":
            keyword = understood.keyword
            assert keyword is not None
            fitting = asked.by_keyword(questions, keyword)
            if fitting:
                return (await self._one_of(turn, fitting, lambda q: asked.value_for(q, keyword) or ""),)
        return None

    def _wants_number(self, questions: list[Question], fitting: Question) -> bool:
        """The latest question of all waits for a number of its own ("how many kilometres?")."""
        latest = questions[0]
        return latest is not fitting and latest.free_text and latest.dialogue_id is not None

    async def _one_of(self, turn: Turn, fitting: list[Question], value_of: object) -> Said:
        """The latest question takes the answer, unless another one reached the person at the same breath."""
        latest = fitting[0]
        rivals = [q for q in fitting[1:] if await self._same_breath(turn, latest, q)]
        if rivals and latest.dialogue_id is None:
            return await self._which_question(turn, [latest, *rivals])
        return await self._answer(turn, latest, self._given(turn, value_of(latest)))  # type: ignore[operator]

    async def _same_breath(self, turn: Turn, latest: Question, other: Question) -> bool:
        """Both were asked since the person last wrote, or both matter: the answer could be for either."""
        if latest.important and other.important:
            return True
        before = await turn.session.scalar(
            select(func.max(IncomingMessage.received_at)).where(
                IncomingMessage.sender == turn.row.sender, IncomingMessage.id < turn.row.id
            )
        )
        return not other.menu and (before is None or other.asked_at > before)

    async def _which_question(self, turn: Turn, questions: list[Question]) -> Said:
        turn.row.fate = "which-question"
        options = []
        for question in questions[:4]:
            label = await self._label_of(turn, question)
            options.append(Option(f"{question.topic}|{question.subject_id}|{question.id or 0}|{turn.text[:40]}", label))
        return Ask(Outgoing(text("router-which-question"), tuple(options)), "router.which")

    async def _label_of(self, turn: Turn, question: Question) -> str:
        """A few words that tell a question from another: its first line."""
        words = str(question.prompt.get("text", ""))
        if not words and question.delivery_id is not None:
            words = (
                await turn.session.scalar(
                    select(BroadcastText.body)
                    .join(Delivery, Delivery.broadcast_text_id == BroadcastText.id)
                    .where(Delivery.id == question.delivery_id)
                )
                or ""
            )
        return words.strip().split("\n")[0][:40]

    async def _by_letters(self, turn: Turn, lettered: dict[str, Question], found: list[tuple[str, str]]) -> list[Piece]:
        said: list[Piece] = []
        for letter, words in found:
            question = lettered[letter]
            value = self._value_in(question, words)
            if value is None and not question.free_text:
                said.append(text("router-unclear-letter", letter=letter))
                continue
            said += pieces_of(await self._answer(turn, question, Given(words, value, turn.incoming, turn.row.id)))
        return said

    def _value_in(self, question: Question, words: str) -> str | None:
        digit = letters.digit(words)
        if digit is not None and 1 <= digit <= len(question.options):
            return str(question.options[digit - 1][0])
        keyword = understand(words).keyword
        if keyword is not None and (value := asked.value_for(question, keyword)) is not None:
            return value
        return asked.by_label(question, words)

    async def _answer(self, turn: Turn, question: Question, given: Given) -> Said:
        turn.row.fate = turn.row.fate or "answer"
        turn.contact.sorry_in_a_row = 0
        if question.topic == "router.which":
            return await self._told_which(turn, question, given)
        if question.topic == "router.meant":
            return await self._meant(turn, question, given)
        if question.dialogue_id is not None:
            row = await turn.session.get_one(Dialogue, question.dialogue_id)
            return await self._play(turn, row, given)
        handler = self.routes.on_answer(question.topic)
        if handler is None:
            return text("router-stale-button")
        if not question.menu and question.id is not None:
            question.state = QuestionState.ANSWERED
            question.answered_at = turn.now
        return await handler(turn, question, given)

    async def _told_which(self, turn: Turn, question: Question, given: Given) -> Said:
        topic, subject, own, words = str(given.value).split("|", 3)
        question.state = QuestionState.ANSWERED
        found = next(
            (
                q
                for q in await asked.questions_for(turn)
                if (q.topic, str(q.subject_id), str(q.id or 0)) == (topic, subject, own)
            ),
            None,
        )
        if found is None:
            return text("router-stale-button")
        return await self._answer(turn, found, Given(words, self._value_in(found, words), turn.incoming, turn.row.id))

    # -- buttons -------------------------------------------------------------------------------------------------

    async def _button(self, turn: Turn, data: str) -> Said:
        """A button names its question and its option. A stale one says so."""
        match = BUTTON.match(data)
        if match is None:
            turn.row.fate = "stale-button"
            return text("router-stale-button")
        which, number, position = match[1], int(match[2]), int(match[3])
        question = await (self._own_question if which == "q" else self._broadcast_question)(turn, number)
        if question is None or position >= len(question.options):
            turn.row.fate = "stale-button"
            return text("router-stale-button")
        return await self._answer(turn, question, self._given(turn, str(question.options[position][0])))

    async def _own_question(self, turn: Turn, number: int) -> Question | None:
        question = await turn.session.get(Question, number)
        if question is None or question.contact_id != turn.contact.id or question.lapses_at <= turn.now:
            return None
        return question if question.state is QuestionState.OPEN else None

    async def _broadcast_question(self, turn: Turn, number: int) -> Question | None:
        row = (
            await turn.session.execute(
                select(Delivery.id, Delivery.sent_at, Delivery.queued_at, Broadcast.kind, BroadcastText.options)
                .join(Broadcast, Broadcast.id == Delivery.broadcast_id)
                .join(BroadcastText, BroadcastText.id == Delivery.broadcast_text_id)
                .where(Delivery.broadcast_id == number, Delivery.contact_id == turn.contact.id)
                .limit(1)
            )
        ).one_or_none()
        if row is None or (row.sent_at or row.queued_at) <= turn.now - turn.house.options_last:
            return None
        return asked.broadcast_question(turn.contact, number, row.kind, row.options, row.sent_at or turn.now, row.id)

    # -- keywords and commands -----------------------------------------------------------------------------------

    async def _keyword(self, turn: Turn, understood: Understood) -> Said:
        keyword = understood.keyword
        assert keyword is not None
        turn.row.fate = f"keyword:{keyword.value}"
        turn.contact.sorry_in_a_row = 0
        dialogue = await current_dialogue(turn.session, turn.contact.id)
        if keyword is Keyword.CORRIGE and dialogue is not None:
            await run.correct(self._stage(turn), dialogue)
            return None
        handler = self.routes.on_keyword(keyword)
        if handler is None:
            return await self._sorry(turn, understood)
        said = pieces_of(await handler(turn, understood))
        if dialogue is not None and not any(isinstance(piece, Start | Ask) for piece in said):
            await self._say(turn, said)
            await turn.session.refresh(dialogue)
            if dialogue.state == "active":
                await run.ask_again(self._stage(turn), dialogue)
            return None
        return said

    async def _command(self, turn: Turn) -> Said:
        word, _, rest = turn.text[1:].partition(" ")
        name = word.split("@")[0].replace("_", "-").split("\n")[0]
        rest = turn.text[1 + len(word) :].strip()
        command = self.routes.command(name)
        if command is None:
            turn.row.fate = "unknown-command"
            return text("router-unknown-command", command=f"/{name}"[:30])
        if command.act is not None and turn.incoming.channel == "sms":
            turn.row.fate = "refused"
            return text("access-not-by-sms")
        turn.row.fate = f"command:{command.name}"
        return await command.run(turn, rest)

    async def _did_you_mean(self, turn: Turn, understood: Understood) -> Said:
        assert understood.keyword is not None
        turn.row.fate = f"ask:{understood.keyword.value}"
        options = (Option(f"yes|{turn.row.id}", text("dialogue-yes")), Option(f"no|{turn.row.id}", text("dialogue-no")))
        prompt = text("router-did-you-mean", word=understood.keyword.value)
        if understood.keyword is Keyword.ARRET:
            turn.contact.hold = True
            prompt = text("router-did-you-mean-stop")
        return Ask(Outgoing(prompt, options), "router.meant", important=understood.keyword is Keyword.ARRET)

    async def _meant(self, turn: Turn, question: Question, given: Given) -> Said:
        answer, _, incoming_id = str(given.value).partition("|")
        question.state = QuestionState.ANSWERED
        before = await turn.session.get(IncomingMessage, int(incoming_id or 0))
        understood = understand(before.text) if before is not None else understand("")
        if understood.keyword is Keyword.ARRET:
            turn.contact.hold = False
        if answer != "yes" or understood.keyword is None:
            return await self.routes.unknown_word(turn)
        return await self._keyword(turn, understood)

    # -- the rest ------------------------------------------------------------------------------------------------

    async def _distress(self, turn: Turn) -> Said:
        turn.row.fate = "distress"
        said = pieces_of(await self.routes.distress(turn))
        dialogue = await current_dialogue(turn.session, turn.contact.id)
        if dialogue is not None and dialogue.collecting:
            await self._say(turn, said)
            return await self._words_collected(turn, dialogue)
        return said

    async def _media(self, turn: Turn, dialogue: Dialogue | None, waiting: Question | None) -> Said:
        if (
            dialogue is not None
            and waiting is not None
            and turn.incoming.media
            and turn.incoming.kind is not Kind.VOICE
        ):
            return await self._play(turn, dialogue, self._given(turn, None))
        turn.row.fate = turn.incoming.kind.value
        return await self.routes.media(turn)

    async def _words_collected(self, turn: Turn, dialogue: Dialogue) -> Said:
        turn.row.fate = "words"
        if turn.incoming.media and not turn.text:
            return await self.routes.media(turn)
        return await self._play(turn, dialogue, self._given(turn, None))

    async def _play(self, turn: Turn, dialogue: Dialogue, given: Given) -> Said:
        turn.row.fate = turn.row.fate or "answer"
        turn.contact.sorry_in_a_row = 0
        await run.play(self._stage(turn), dialogue, given)
        return None

    async def _sorry(self, turn: Turn, understood: Understood) -> Said:
        """Not understood: kept, shown to a coordinator, and said so; after five in a row, silence."""
        turn.row.fate = turn.row.fate or "unknown"
        turn.contact.sorry_in_a_row += 1
        if turn.contact.sorry_in_a_row >= SORRY_LIMIT:
            turn.contact.silent_until = turn.now + SILENCE
            turn.contact.sorry_in_a_row = 0
            await self.routes.unknown_word(turn)
            return text("router-silence", name=turn.house.contact_name, phone=turn.house.contact_phone)
        return await self.routes.unknown_word(turn)

    async def _looping(self, turn: Turn) -> bool:
        """Two machines talking to each other: silence, except for what must always be heard."""
        understood = understand(turn.text)
        if (understood.keyword is Keyword.ARRET and understood.sure == "sure") or is_distress(turn.text):
            return False
        if turn.contact.silent_until is not None and turn.contact.silent_until > turn.now:
            return True
        if not turn.text or turn.incoming.button is not None:
            return False
        equal = await turn.session.scalar(
            select(func.count())
            .select_from(IncomingMessage)
            .where(
                IncomingMessage.sender == turn.row.sender,
                IncomingMessage.text == turn.row.text,
                IncomingMessage.received_at > turn.now - EQUAL_WINDOW,
                IncomingMessage.id <= turn.row.id,
            )
        )
        if (equal or 0) <= EQUAL_LIMIT:
            return False
        turn.contact.silent_until = turn.now + SILENCE
        await self._say(turn, text("router-silence", name=turn.house.contact_name, phone=turn.house.contact_phone))
        return True

    async def _refuse_group(self, turn: Turn) -> None:
        """In a group the bot says once that it speaks in private, and keeps no personal word."""
        turn.row.text, turn.row.payload, turn.row.fate = "", None, "group"
        if turn.contact.silent_until is None:
            turn.contact.silent_until = dt.datetime.max.replace(tzinfo=dt.UTC) - dt.timedelta(days=2)
            await self._say(turn, text("router-not-in-groups"))

    def _leaves(self, understood: Understood) -> bool:
        return understood.keyword in LEAVE_COLLECTING and understood.sure == "sure" and understood.alone

    def _is_payload(self, waiting: Question | None, understood: Understood) -> bool:
        """A free answer that happens to begin with a keyword ("mot de bienvenue") stays an answer."""
        return waiting is not None and waiting.free_text and not understood.alone

    def _given(self, turn: Turn, value: str | None) -> Given:
        return Given(turn.text, value, turn.incoming, turn.row.id)

    def _stage(self, turn: Turn) -> Stage:
        async def say(words: Outgoing | Text, question: Question | None) -> Delivery:
            return await sending.reply(turn, words, question)

        return Stage(turn.session, turn.house, turn.contact, turn.person, turn.now, self.definitions, say)

    async def _say(self, turn: Turn, said: Said) -> None:
        start: Start | None = None
        for piece in pieces_of(said):
            if isinstance(piece, Start):
                start = piece
            elif isinstance(piece, Ask):
                question = await sending.open_question(
                    turn.session, turn.house, turn.contact, turn.person, piece, now=turn.now
                )
                await sending.reply(turn, piece.outgoing, question)
            else:
                await sending.reply(turn, piece)
        if start is not None:
            await begin(self._stage(turn), start, Given(start.first_words, None, turn.incoming, turn.row.id))
