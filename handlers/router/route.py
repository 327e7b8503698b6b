"""Decides who takes a message. The order below is the order of importance, from stopping to small talk."""

from __future__ import annotations

from dataclasses import replace

from db.contacts import Consent
from db.conversations import Dialogue, IncomingMessage, Question, QuestionState, current_dialogue, parked_dialogue
from db.tasks import close_tasks
from handlers import open_questions as asked
from handlers import sending
from handlers.access import Refused
from handlers.dialogue import Given, Stage, begin, run
from handlers.numbers import abroad
from handlers.router import again, answers, guards
from handlers.router.doubt import MEANT, did_you_mean
from handlers.router.reading import (
    FOR_STRANGERS,
    acts,
    is_payload,
    leaves,
    must_be_heard,
    names_a_price,
    not_reachable,
    read,
    settled,
)
from handlers.topics import Routes
from handlers.turn import Ask, Said, Start, Turn, pieces_of
from messages import Channel, Kind, Outgoing, Text, text
from messages.keywords import Keyword, Understood, is_distress, understand

# Questions put beside a dialogue: once they are answered, the dialogue's own question comes back.
ASIDE = ("people.menu", "people.cancel", "calls.hour", "router.meant")
WHO = "people.who"
YES_NO = {Keyword.OUI, Keyword.NON, Keyword.PEUT_ETRE}
NOT_WORDS = (Kind.VOICE, Kind.STICKER, Kind.OTHER, Kind.DOCUMENT)


class Router:
    """Handles one message inside the transaction it is given; every reply is a row of that transaction."""

    def __init__(self, routes: Routes) -> None:
        self.routes = routes
        self.definitions = routes.definitions()

    async def handle(self, turn: Turn) -> None:
        turn.routes, turn.take_up = self.routes, self._take_up
        if turn.incoming.group:
            await guards.refuse_group(turn)
            return
        understood = read(turn)
        if not must_be_heard(turn, understood):
            if await guards.is_silenced(turn) and not await guards.wants_a_voice(turn, understood):
                turn.row.fate = "silence"
                return
            if await guards.repeats_itself(turn):
                turn.row.fate = "silence"
                await self._say(turn, guards.silence(turn))
                return
        try:
            said = await self._decide(turn, understood)
        except Refused as refused:
            turn.row.fate = "refused"
            said = refused.reason
        await self._say(turn, said)

    # -- the order of importance ---------------------------------------------------------------------------------

    async def _decide(self, turn: Turn, understood: Understood) -> Said:
        if turn.incoming.opt_out_type:
            return await self.routes.provider_stop(turn)
        if turn.incoming.kind is Kind.CONTACT:
            return await self.routes.shared_contact(turn)
        if turn.incoming.button is not None:
            return await answers.by_button(turn, turn.incoming.button, self._answer)
        if understood.keyword is Keyword.ARRET and understood.sure == "sure":
            return await self._keyword(turn, understood)
        if turn.text.startswith("/"):
            return await self._command(turn)
        if is_distress(turn.text):
            return await self._distress(turn)
        return await self._known_or_not(turn, understood)

    async def _known_or_not(self, turn: Turn, understood: Understood) -> Said:
        dialogue = await current_dialogue(turn.session, turn.contact.id)
        if dialogue is None and not_reachable(turn):
            return await self.routes.stranger(turn)
        if dialogue is None and not settled(turn):
            if turn.contact.shared and turn.person is None and turn.contact.consent is Consent.GIVEN:
                return await self._shared_phone(turn, understood)
            return await self._stranger(turn, understood)
        if dialogue is not None and dialogue.collecting and not leaves(understood):
            aside = await self._aside(turn, understood)
            return aside[0] if aside is not None else await self._words_collected(turn, dialogue)
        return await self._in_conversation(turn, dialogue, understood)

    async def _shared_phone(self, turn: Turn, understood: Understood) -> Said:
        """A phone of two people, and it is not known which: they say who, then what they wrote is taken up."""
        if understood.keyword in FOR_STRANGERS and understood.sure == "sure":
            return await self._keyword(turn, understood)
        who = [q for q in await asked.questions_for(turn) if q.topic == WHO]
        if (found := await answers.answered(turn, who, understood, self._answer)) is not None:
            return found[0]
        for question in who:
            if (value := asked.by_label(question, turn.text)) is not None:
                return await self._answer(turn, question, answers.given(turn, value))
        return await self.routes.who_is_it(turn)

    async def _take_up(self, turn: Turn, row: IncomingMessage) -> None:
        """Handle a message that was held, as if its author had written it just now."""
        turn.row = row
        turn.incoming = replace(turn.incoming, kind=Kind.TEXT, text=row.text, button=None, media=())
        await self._say(turn, await self._known_or_not(turn, read(turn)))

    async def _aside(self, turn: Turn, understood: Understood) -> tuple[Said] | None:
        """The answer to what was asked beside a collection of words ("ANNULER: of what?"), just before."""
        beside = [q for q in await asked.questions_for(turn) if q.topic in ASIDE]
        if not beside or not await answers.asked_just_before(turn, beside[0]):
            return None
        return await answers.answered(turn, beside[:1], understood, self._answer)

    async def _stranger(self, turn: Turn, understood: Understood) -> Said:
        """Someone who has not said yes may join, come back, or ask what this is; the rest waits for a human."""
        questions = await asked.questions_for(turn)
        if (found := await answers.answered(turn, questions, understood, self._answer)) is not None:
            return found[0]
        if understood.keyword in FOR_STRANGERS and understood.sure == "sure" and not abroad(turn):
            return await self._keyword(turn, understood)
        return await self.routes.stranger(turn)

    async def _in_conversation(self, turn: Turn, dialogue: Dialogue | None, understood: Understood) -> Said:
        questions = await asked.questions_for(turn)
        waiting = await run.question_of(turn.session, dialogue) if dialogue is not None else None
        if turn.incoming.media or turn.incoming.kind in NOT_WORDS:
            return await self._media(turn, dialogue, waiting)
        if understood.keyword is Keyword.ARRET and understood.sure == "ask":
            return await did_you_mean(self.routes, turn, understood)
        if (found := await answers.answered(turn, questions, understood, self._answer)) is not None:
            return found[0]
        if waiting is not None and dialogue is not None and (value := asked.by_label(waiting, turn.text)) is not None:
            return await self._play(turn, dialogue, answers.given(turn, value))
        if dialogue is None and not understood.alone and (said := await self._sentence(turn, understood)) is not None:
            return said
        if acts(turn, understood) and not is_payload(waiting, understood):
            if names_a_price(understood) and (said := await self._heard_by_topics(turn)) is not None:
                return said  # "garde 40 $": money spent, not a need for the next meeting
            return await self._keyword(turn, understood)
        if dialogue is not None and waiting is not None:
            return await self._play(turn, dialogue, answers.given(turn, None))
        free = next((q for q in questions if q.free_text and q.dialogue_id is None), None)
        if free is not None and understood.sure != "ask":
            return await self._answer(turn, free, answers.given(turn, None))
        return await self._unasked(turn, questions, understood)

    async def _unasked(self, turn: Turn, questions: list[Question], understood: Understood) -> Said:
        """No question waits for these words: a keyword half understood, a topic's own ear, a label, or sorry."""
        if understood.keyword is Keyword.STATUT and (said := await self._heard_by_topics(turn)) is not None:
            return said  # "pas eu mon 110": plain enough to show at once where it stands
        if understood.sure == "ask" and understood.keyword not in YES_NO:
            return await did_you_mean(self.routes, turn, understood)
        return await self._own_words(turn, questions)

    async def _sentence(self, turn: Turn, understood: Understood) -> Said:
        for topic in self.routes.topics:
            if topic.sentences is not None and (said := await topic.sentences(turn, understood)) is not None:
                turn.row.fate = turn.row.fate or f"words:{topic.name}"
                turn.contact.sorry_in_a_row = 0
                return said
        return None

    async def _heard_by_topics(self, turn: Turn) -> Said:
        for topic in self.routes.topics:
            if topic.words is not None and (said := await topic.words(turn)) is not None:
                turn.row.fate = turn.row.fate or f"words:{topic.name}"
                turn.contact.sorry_in_a_row = 0
                return said
        return None

    async def _own_words(self, turn: Turn, questions: list[Question]) -> Said:
        if (said := await self._heard_by_topics(turn)) is not None:
            return said
        for question in questions:
            if (value := asked.by_label(question, turn.text)) is not None:
                return await self._answer(turn, question, answers.given(turn, value))
        return await self._sorry(turn, questions)

    # -- what is done with it ------------------------------------------------------------------------------------

    async def _answer(self, turn: Turn, question: Question, given: Given) -> Said:
        turn.row.fate = turn.row.fate or "answer"
        turn.contact.sorry_in_a_row = 0
        if question.topic == answers.WHICH:
            return await answers.told_which(turn, question, given, self._answer)
        if question.topic == MEANT:
            return await self._meant(turn, question, given)
        if question.dialogue_id is not None:
            return await self._play(turn, await turn.session.get_one(Dialogue, question.dialogue_id), given)
        handler = self.routes.on_answer(question.topic)
        if handler is None:
            return text("router-stale-button")
        if not question.menu and question.id is not None:
            question.state, question.answered_at = QuestionState.ANSWERED, turn.now
        said = await handler(turn, question, given)
        return await self._then_back(turn, said) if question.topic in ASIDE else said

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
            return await self._sorry(turn)
        return await self._then_back(turn, await handler(turn, understood))

    async def _then_back(self, turn: Turn, answer: Said) -> Said:
        """What was asked is answered, and the dialogue's question comes back."""
        said = pieces_of(answer)
        dialogue = await current_dialogue(turn.session, turn.contact.id)
        if dialogue is None and await parked_dialogue(turn.session, turn.contact.id) is not None:
            await self._say(turn, said)
            await run.resume_parked(self._stage(turn))
            return []
        if dialogue is None or any(isinstance(piece, Start | Ask) for piece in said):
            return said
        await self._say(turn, said)
        await run.ask_again(self._stage(turn), dialogue)
        return []

    async def _command(self, turn: Turn) -> Said:
        word = turn.text[1:].split(maxsplit=1)[0] if turn.text[1:].strip() else ""
        name = word.split("@")[0].replace("_", "-")
        command = self.routes.command(name)
        if command is None:
            turn.row.fate = "unknown-command"
            if near := self.routes.nearest(name, everything=turn.coordinator):
                return text("router-near-command", command=f"/{name}"[:30], near=f"/{near}")
            return text("router-unknown-command", command=f"/{name}"[:30])
        if command.act is not None and turn.incoming.channel is Channel.SMS:
            turn.row.fate = "refused"
            return text("access-not-by-sms")
        if command.act is not None and not turn.coordinator:
            turn.row.fate = "refused"
            return text("access-not-allowed")
        turn.row.fate = f"command:{command.name}"
        return await command.run(turn, turn.text[1 + len(word) :].strip())

    async def _meant(self, turn: Turn, question: Question, given: Given) -> Said:
        """Yes: the keyword is done. No: the words are the person's own, and are kept as such."""
        question.state, question.answered_at = QuestionState.ANSWERED, turn.now
        before = await turn.session.get(IncomingMessage, question.subject_id)
        if before is None:
            return text("router-stale-button")
        understood = understand(before.text, reserved=turn.incoming.channel is Channel.SMS)
        stop = understood.keyword is Keyword.ARRET
        if stop:
            turn.contact.hold = False
            await close_tasks(turn.session, turn.contact.id, ["maybe_stop"], turn.now)
        # What counts is what was written first, and the yes to it.
        yes = f" / {turn.text}" if stop and turn.text else ""
        turn.incoming = replace(turn.incoming, kind=Kind.TEXT, text=before.text + yes, button=None)
        turn.row = before
        if given.value == "yes" and understood.keyword is not None:
            return await self._keyword(turn, understood)
        if stop:
            return await self._then_back(turn, text("router-not-stopped"))
        if understood.keyword is Keyword.RECLAMER and understood.payload:
            comment = self.routes.on_keyword(Keyword.COMMENTAIRE)
            return await comment(turn, replace(understood, keyword=Keyword.COMMENTAIRE)) if comment else None
        return await self._own_words(turn, [])

    async def _distress(self, turn: Turn) -> Said:
        turn.row.fate = "distress"
        said = pieces_of(await self.routes.distress(turn))
        dialogue = await current_dialogue(turn.session, turn.contact.id)
        if dialogue is not None and dialogue.collecting:
            await self._say(turn, said)
            return await self._words_collected(turn, dialogue)
        return said

    async def _media(self, turn: Turn, dialogue: Dialogue | None, waiting: Question | None) -> Said:
        picture = bool(turn.incoming.media) and turn.incoming.kind is not Kind.VOICE
        if picture and dialogue is not None and waiting is not None:
            return await self._play(turn, dialogue, answers.given(turn, None))
        turn.row.fate = turn.incoming.kind.value
        return await self.routes.media(turn)

    async def _words_collected(self, turn: Turn, dialogue: Dialogue) -> Said:
        if not turn.text.strip():
            turn.row.fate = turn.incoming.kind.value
            return await self.routes.media(turn)
        turn.row.fate = turn.row.fate or "words"
        return await self._play(turn, dialogue, answers.given(turn, None))

    async def _play(self, turn: Turn, dialogue: Dialogue, given: Given) -> Said:
        turn.row.fate = turn.row.fate or "answer"
        turn.contact.sorry_in_a_row = 0
        await run.play(self._stage(turn), dialogue, given)
        return None

    async def _sorry(self, turn: Turn, questions: list[Question] | None = None) -> Said:
        """Not understood: kept, shown to a coordinator, and said so; after five in a row, silence."""
        turn.row.fate = turn.row.fate or "unknown"
        unclear = await again.unclear(turn, questions or [])
        said = unclear[0] if unclear is not None else await self.routes.unknown_word(turn)
        return guards.silence(turn) if guards.too_many_sorry(turn) else said

    def _stage(self, turn: Turn) -> Stage:
        async def say(words: Outgoing | Text, question: Question | None) -> object:
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
