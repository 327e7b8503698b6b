"""Decides who takes a message. The order below is the order of importance, from stopping to small talk."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from sqlalchemy import func, select

from db.contacts import Consent, Reach, add_contact, contact_at
from db.conversations import Dialogue, IncomingMessage, Question, QuestionState, current_dialogue
from db.deliveries import Broadcast, BroadcastText, Delivery
from db.tasks import add_task, close_tasks
from handlers import open_questions as asked
from handlers import sending
from handlers.access import Refused
from handlers.dialogue import Given, Stage, begin, run
from handlers.numbers import abroad
from handlers.topics import Routes
from handlers.turn import Ask, Piece, Said, Start, Turn, pieces_of
from messages import Kind, Option, Outgoing, Text, text
from messages.keywords import Keyword, Understood, is_distress, understand
from messages.sentences import letters

# A message that is wholly one of these leaves the collection of someone's words; nothing else does.
LEAVE_COLLECTING = {Keyword.ARRET, Keyword.AIDE, Keyword.PARLER, Keyword.ANNULER}
# What someone who has not said yes may ask for; the rest waits for a human.
FOR_STRANGERS = {
    Keyword.JOINDRE,
    Keyword.REPRENDRE,
    Keyword.AIDE,
    Keyword.PARLER,
    Keyword.APPEL,
    Keyword.FRANCAIS,
    Keyword.ENGLISH,
    Keyword.ESPANOL,
}
# Questions put beside a dialogue: once they are answered, the dialogue's own question comes back.
ASIDE = ("people.menu", "people.cancel", "calls.hour", "router.meant")
WHO = "people.who"
ANSWER_WORDS = frozenset(asked.WORDS_OF)
SORRY_LIMIT = 5
EQUAL_LIMIT = 5
EQUAL_WINDOW = dt.timedelta(minutes=30)
SILENCE = dt.timedelta(minutes=30)
FOR_EVER = dt.datetime(9990, 1, 1, tzinfo=dt.UTC)
BUTTON = re.compile(r"^([qb])(\d+)\.(\d+)$")


class Router:
    """Handles one message inside the transaction it is given; every reply is a row of that transaction."""

    def __init__(self, routes: Routes) -> None:
        self.routes = routes
        self.definitions = routes.definitions()

    async def handle(self, turn: Turn) -> None:
        turn.routes, turn.take_up = self.routes, self._take_up
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
        if dialogue is None and turn.contact.reach is Reach.DOUBTFUL:
            return await self.routes.stranger(turn)
        if dialogue is None and not _settled(turn):
            if turn.contact.shared and turn.person is None and turn.contact.consent is Consent.GIVEN:
                return await self._shared(turn, understood)
            return await self._stranger(turn, understood)
        if dialogue is not None and dialogue.collecting and not self._leaves(understood):
            aside = await self._aside(turn, understood)
            return aside[0] if aside is not None else await self._words_collected(turn, dialogue)
        return await self._in_conversation(turn, dialogue, understood)

    async def _shared(self, turn: Turn, understood: Understood) -> Said:
        """A phone of two people, and it is not known which: they say who, then what they wrote is taken up."""
        if understood.keyword in FOR_STRANGERS and understood.sure == "sure":
            return await self._keyword(turn, understood)
        asked_who = [q for q in await asked.questions_for(turn) if q.topic == WHO]
        answered = await self._answered(turn, None, asked_who, understood)
        if answered is not None:
            return answered[0]
        for question in asked_who:
            if (value := asked.by_label(question, turn.text)) is not None:
                return await self._answer(turn, question, self._given(turn, value))
        return await self.routes.who_is_it(turn)

    async def _take_up(self, turn: Turn, row: IncomingMessage) -> None:
        """Handle a message that was held, as if its author had written it just now."""
        turn.row = row
        turn.incoming = replace(turn.incoming, kind=Kind.TEXT, text=row.text, button=None, media=())
        await self._say(turn, await self._known_or_not(turn, understand(row.text)))

    async def _aside(self, turn: Turn, understood: Understood) -> tuple[Said] | None:
        """The answer to what was asked beside a collection of words ("ANNULER: of what?"), just before."""
        beside = [q for q in await asked.questions_for(turn) if q.topic in ASIDE]
        if not beside or not await self._asked_just_before(turn, beside[0]):
            return None
        return await self._answered(turn, None, beside[:1], understood)

    async def _stranger(self, turn: Turn, understood: Understood) -> Said:
        """Someone who has not said yes may join, come back, or ask what this is; the rest waits for a human."""
        questions = await asked.questions_for(turn)
        answered = await self._answered(turn, None, questions, understood)
        if answered is not None:
            return answered[0]
        if understood.keyword in FOR_STRANGERS and understood.sure == "sure" and not abroad(turn):
            return await self._keyword(turn, understood)
        return await self.routes.stranger(turn)

    async def _in_conversation(self, turn: Turn, dialogue: Dialogue | None, understood: Understood) -> Said:
        questions = await asked.questions_for(turn)
        waiting = await run.question_of(turn.session, dialogue) if dialogue is not None else None
        if turn.incoming.media or turn.incoming.kind in (Kind.VOICE, Kind.STICKER, Kind.OTHER, Kind.DOCUMENT):
            return await self._media(turn, dialogue, waiting)
        if understood.keyword is Keyword.ARRET and understood.sure == "ask":
            return await self._did_you_mean(turn, understood)
        answered = await self._answered(turn, dialogue, questions, understood)
        if answered is not None:
            return answered[0]
        if dialogue is not None and waiting is not None and (value := asked.by_label(waiting, turn.text)) is not None:
            return await self._play(turn, dialogue, self._given(turn, value))
        if self._acts(turn, understood) and not self._is_payload(waiting, understood):
            return await self._keyword(turn, understood)
        if dialogue is not None and waiting is not None:
            return await self._play(turn, dialogue, self._given(turn, None))
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
        before = await self._last_heard(turn)
        return not other.menu and (before is None or other.asked_at > before)

    async def _which_question(self, turn: Turn, questions: list[Question]) -> Said:
        turn.row.fate = "which-question"
        options = []
        for question in questions[:4]:
            label = await self._label_of(turn, question)
            options.append(Option(f"{question.topic}|{question.subject_id}|{question.id or 0}|{turn.text[:40]}", label))
        return Ask(Outgoing(text("router-which-question"), tuple(options)), "router.which")

    async def _asked_just_before(self, turn: Turn, question: Question) -> bool:
        before = await self._last_heard(turn)
        return before is None or question.asked_at >= before

    async def _last_heard(self, turn: Turn) -> dt.datetime | None:
        """When this sender's message before this one came."""
        return await turn.session.scalar(
            select(func.max(IncomingMessage.received_at)).where(
                IncomingMessage.sender == turn.row.sender, IncomingMessage.id < turn.row.id
            )
        )

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
        said = await handler(turn, question, given)
        return await self._then_back(turn, said) if question.topic in ASIDE else said

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
        return await self._then_back(turn, await handler(turn, understood))

    async def _then_back(self, turn: Turn, answer: Said) -> Said:
        """What was asked is answered, and the dialogue's question comes back."""
        said = pieces_of(answer)
        dialogue = await current_dialogue(turn.session, turn.contact.id)
        if dialogue is None or any(isinstance(piece, Start | Ask) for piece in said):
            return said
        await self._say(turn, said)
        await run.ask_again(self._stage(turn), dialogue)
        return []

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
        options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
        prompt = text("router-did-you-mean", word=understood.keyword.value)
        if understood.keyword is Keyword.ARRET:
            turn.contact.hold = True
            prompt = text("router-did-you-mean-stop")
            await self._for_a_human(turn, "maybe_stop")
        stop = understood.keyword is Keyword.ARRET
        return Ask(Outgoing(prompt, options), "router.meant", subject_id=turn.row.id, important=stop)

    async def _meant(self, turn: Turn, question: Question, given: Given) -> Said:
        question.state, question.answered_at = QuestionState.ANSWERED, turn.now
        before = await turn.session.get(IncomingMessage, question.subject_id)
        understood = understand(before.text) if before is not None else understand("")
        if understood.keyword is Keyword.ARRET:
            turn.contact.hold = False
            await close_tasks(turn.session, turn.contact.id, ["maybe_stop"], turn.now)
        if before is not None:  # what counts is what was written first, and the yes to it
            yes = f" / {turn.text}" if understood.keyword is Keyword.ARRET and turn.text else ""
            turn.incoming = replace(turn.incoming, text=before.text + yes, button=None)
            turn.row = before
        if given.value == "yes" and understood.keyword is not None:
            return await self._keyword(turn, understood)
        if understood.keyword is Keyword.ARRET:
            return await self._then_back(turn, text("router-not-stopped"))
        return await self._sorry(turn, understood)

    async def _for_a_human(self, turn: Turn, kind: str) -> None:
        await add_task(
            turn.session,
            turn.house.organisation_id,
            kind,
            now=turn.now,
            contact_id=turn.contact.id,
            person_id=turn.person.id if turn.person else None,
            incoming_id=turn.row.id,
            once=True,
        )

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
        address = turn.incoming.delivered_to_group or turn.incoming.address
        channel = turn.incoming.channel.value
        group = await contact_at(turn.session, channel, address)
        if group is None:
            group = await add_contact(turn.session, turn.house.organisation_id, channel, address, turn.now)
        if group.silent_until is None:
            group.silent_until = FOR_EVER
            words = text("router-not-in-groups")
            await sending.write_to(turn.session, turn.house, group, words, now=turn.now, how=sending.REPLY)

    def _acts(self, turn: Turn, understood: Understood) -> bool:
        """A keyword one may act upon. ANNULER always may: it only asks of what. Strangers have a few words only."""
        if understood.keyword is None or not (_settled(turn) or understood.keyword in FOR_STRANGERS):
            return False
        return understood.sure == "sure" or (understood.keyword is Keyword.ANNULER and understood.alone)

    def _leaves(self, understood: Understood) -> bool:
        known = understood.keyword in LEAVE_COLLECTING and understood.alone
        return known and (understood.sure == "sure" or understood.keyword is Keyword.ANNULER)

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


def _settled(turn: Turn) -> bool:
    """It is known who writes, and they agreed to be written to."""
    return turn.person is not None and turn.contact.consent is Consent.GIVEN
