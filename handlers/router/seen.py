"""What the person has in front of them when they write: the questions open, what they answered, what was just kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from sqlalchemy import Select, bindparam, select

from db.comments import rules
from db.comments.questions import own_comments
from db.contacts import Consent
from db.conversations import Dialogue, DialogueState, HandledAs, Question, current_dialogue
from db.meetings.questions import points_of, upcoming_answers, upcoming_meetings
from db.meetings.tables import Answer, Meeting
from db.tasks import open_distress
from handlers import open_questions as asked
from handlers.dialogue import Definition, state
from handlers.turn import QuestionKind, Turn
from messages.reading import SENDS, Context, Meaning, MeetingSeen, OpenQuestion, Step
from messages.reading.asked import tells_of_parking

PRESENCE = {"coming": Meaning.COMING, "absent": Meaning.ABSENT, "maybe": Meaning.MAYBE}
YES_NO = {"yes": Meaning.YES, "no": Meaning.NO}
OLD = dt.timedelta(days=7)  # a digest that was not received this week
JUST_KEPT = dt.timedelta(days=2)  # how long a comment that was kept is what the person speaks of
SETTLED = {Answer.COMING: Step.SAID_COMING, Answer.ABSENT: Step.SAID_ABSENT}
FEW_WORDS = 3  # "ok", "oui merci", "1"
MOST_MEETINGS = 3  # to come, in what a person has in mind when they write
DAY_ASKED = {1: Meaning.COMING, 2: Meaning.ABSENT, 3: Meaning.MAYBE}


@dataclass(frozen=True, slots=True)
class Seen:
    """The context of one message, with the rows it was made of. `questions`: those open, the latest first."""

    context: Context
    questions: Sequence[Question] = ()
    dialogue: Dialogue | None = None
    waiting: Question | None = None  # what the dialogue waits for
    meetings: Mapping[str, int] = field(default_factory=dict)  # key of a settled answer -> its meeting
    aside: Question | None = None  # asks who they are: these words do not answer it

    @property
    def last(self) -> Question | None:
        """The question that the person saw last, when it is what they answer."""
        last = self.context.last_question
        return next((q for q in self.questions if last is not None and key_of(q) == last.key), None)

    @property
    def meeting_id(self) -> int | None:
        """The meeting that the situation is about."""
        last = self.context.last_question
        if last is None:
            return None
        if last.key in self.meetings:
            return self.meetings[last.key]
        found = self.last
        return found.prompt.get("meeting") if found is not None else None

    def without_lists(self) -> Seen:
        """For a bare yes or no: what a list offers has digits alone, and the question before it is what they answer.

        Never one that sends money, reads words aloud or stops: after ANNULER or a list, a yes is for neither.
        """
        asks = tuple(q for q in self.context.questions if not LISTS_ALONE & {q.step})
        before = replace(self.context, questions=asks)
        skips = before.last_question is not self.context.last_question
        if not asks or (skips and before.step in SENDS):
            return self
        return replace(self, context=before)


LISTS_ALONE = {Step.DIGEST, Step.OLD_DIGEST, Step.COMMENT_KEPT}


def key_of(question: Question) -> str:
    return f"q{question.id}" if question.id is not None else f"b{question.subject_id}"


async def see(turn: Turn, kinds: Mapping[str, QuestionKind], definitions: Mapping[str, Definition]) -> Seen:
    """What this contact sees now."""
    dialogue = await current_dialogue(turn.session, turn.contact.id)
    questions = await asked.questions_for(turn)
    waiting = await state.question_of(turn.session, dialogue) if dialogue is not None else None
    known = turn.person is not None and turn.contact.consent is Consent.GIVEN
    questions, aside = _set_apart(questions, kinds, turn.text)
    opened = [_open(q, kinds, dialogue, definitions, turn.now) for q in _unanswered(questions)]
    stopped = turn.contact.consent is Consent.WITHDRAWN  # nothing waits for who stopped, but what was asked since
    if stopped:
        opened = [one for question, one in zip(_unanswered(questions), opened, strict=True) if question.id is not None]
    answers = await _answers(turn)
    settled, meetings = _settled(answers) if not stopped else ([], {})
    kept = await _just_kept(turn, definitions) if not stopped else []
    context = Context(
        await _standing(turn, known),
        (*[q for q in opened if q is not None], *settled, *kept),
        meetings=await _meetings(turn, answers) if known else (),
        known=known,
        language=turn.language,
        now=turn.now,
    )
    return await _since(turn, Seen(context, questions, dialogue, waiting, meetings, aside))


def _set_apart(
    questions: Sequence[Question], kinds: Mapping[str, QuestionKind], words: str
) -> tuple[list[Question], Question | None]:
    """The questions that these words may answer; the latest of those that ask who somebody is, which they do not: it
    is the last one before them, and one of its options is written out, or nothing is for it."""

    def deliberate(question: Question) -> bool:
        return question.kind in kinds and kinds[question.kind].deliberate

    chosen = questions[0] if questions and asked.by_label(questions[0], words) is not None else None
    apart = next((q for q in _unanswered(questions) if deliberate(q) and q is not chosen), None)
    return [q for q in questions if q is chosen or not deliberate(q)], apart


async def _since(turn: Turn, seen: Seen) -> Seen:
    """With whether they wrote since they were asked if they come, and of something else."""
    if seen.context.step is not Step.REMINDER or seen.last is None:
        return seen
    before = await asked.last_heard(turn)
    spoken = before is not None and before.handled_at is not None and before.handled_at > seen.last.asked_at
    again = before is not None and before.handled_as is HandledAs.UNCLEAR  # the list was put before them again
    elsewhere = spoken and not again and not await asked.read_last(turn, seen.last)
    elsewhere = elsewhere or (not spoken and await _words_wait_nameless(turn))
    return replace(seen, context=replace(seen.context, spoken=spoken, elsewhere=elsewhere))


async def _words_wait_nameless(turn: Turn) -> bool:
    """Whether words of theirs without a name wait: the talk in which they came is gone, and an "ok" may be for it."""
    if len(turn.text.split()) > FEW_WORDS:
        return False
    own = await own_comments(turn.session, turn.person.id if turn.person else None, turn.contact.id, "")
    return any(not one.with_name and rules.can_be_withdrawn(one.state.value) for one in own)


def _unanswered(questions: Sequence[Question]) -> list[Question]:
    return [question for question in questions if question.answered_at is None]


async def _standing(turn: Turn, known: bool) -> Step:
    if await open_distress(turn.session, turn.contact.id) is not None:
        return Step.IN_CARE
    return Step.NOTHING if known else Step.STRANGER


def _open(
    question: Question,
    kinds: Mapping[str, QuestionKind],
    dialogue: Dialogue | None,
    definitions: Mapping[str, Definition],
    now: dt.datetime,
) -> OpenQuestion | None:
    """A question as the reader knows it; None for one that only a button answers."""
    means: Mapping[str, Meaning] = {}
    if question.dialogue_id is not None:
        definition = definitions.get(dialogue.name) if dialogue is not None else None
        if definition is None:
            return None
        step = definition.step_of(question.key)
        means = OF_STEPS.get(step, YES_NO)
    elif question.kind == asked.REMINDER:
        step, means = Step.REMINDER, PRESENCE
    elif question.kind == asked.DIGEST:
        step = Step.OLD_DIGEST if question.asked_at < now - OLD else Step.DIGEST
    elif (kind := kinds.get(question.kind)) is not None:
        step, means = kind.step, kind.means or YES_NO
    else:
        return None
    options = {
        asked.number_of(option, place): means.get(str(option[0]), Meaning.NUMBER)
        for place, option in enumerate(question.options)
    }
    labels = tuple(str(option[1]) for option in question.options)
    return OpenQuestion(key_of(question), step, options, labels, question.asked_at)


READ_BACK = {
    "yes": Meaning.YES,
    "correct": Meaning.CORRECT,
    "nameless": Meaning.NAMELESS,
    "withdraw": Meaning.WITHDRAW,
    "human": Meaning.NUMBER,  # a choice of this list alone: "call me" is another matter
}
# What the options of a dialogue's question say, by the situation it puts the person in.
OF_STEPS: Mapping[Step, Mapping[str, Meaning]] = {
    Step.COLLECTING: {"end": Meaning.END},
    Step.READ_BACK: READ_BACK,
    Step.OFFER_TO_CARRY: {**YES_NO, "keep": Meaning.YES, "drop": Meaning.NO},
    Step.CLAIM_OFFERED: YES_NO,
    Step.CLAIM_TOTAL: {"yes": Meaning.YES, "no": Meaning.CORRECT},
    Step.JOIN_CONSENT: YES_NO,
    Step.STOP_ASKED: YES_NO,
    Step.REMINDER: PRESENCE,
}


Answers = Sequence[tuple[int, Answer, dt.datetime]]


async def _answers(turn: Turn) -> Answers:
    return await upcoming_answers(turn.session, turn.person.id, turn.now) if turn.person is not None else ()


def _settled(answers: Answers) -> tuple[list[OpenQuestion], dict[str, int]]:
    """Coming or absent, said for a meeting to come: a later word about it is read as such."""
    found, meetings = [], {}
    for meeting_id, answer, at in answers:
        if answer in SETTLED:
            key = f"m{meeting_id}"
            meetings[key] = meeting_id
            found.append(OpenQuestion(key, SETTLED[answer], DAY_ASKED, (), at))
    return found, meetings


async def _meetings(turn: Turn, given: Answers) -> tuple[MeetingSeen, ...]:
    """The meetings that they are invited to, the nearest first, with what they answered and what is known of each."""
    if turn.person is None:
        return ()
    found = await upcoming_meetings(turn.session, turn.person.id, turn.now, limit=MOST_MEETINGS)
    points = await points_of(turn.session, [meeting.id for meeting in found])
    answers = {id: PRESENCE.get(answer.value) for id, answer, _ in given}
    return tuple(
        MeetingSeen(
            one.local_date, one.place, tuple(point.title for point in points.get(one.id, ())), answers.get(one.id),
            _known(one),
        )
        for one in found
    )  # fmt: skip


def _known(meeting: Meeting) -> frozenset[str]:
    facts = {"remote": meeting.dial_in, "meal": meeting.meal_served, "access": meeting.access}
    facts["parking"] = meeting.access if tells_of_parking(meeting.access) else ""
    return frozenset(name for name, said in facts.items() if said)


async def _just_kept(turn: Turn, definitions: Mapping[str, Definition]) -> list[OpenQuestion]:
    """The situation that a dialogue ended lately leaves behind it: a comment was kept."""
    leaving = [name for name, one in definitions.items() if one.leaves is not None]
    values = {"contact": turn.contact.id, "leaving": leaving, "since": turn.now - JUST_KEPT}
    row = await turn.session.scalar(_left_since(), values)
    if row is None:
        return []
    step = definitions[row.name].leaves
    return [OpenQuestion(f"d{row.id}", step, {}, (), row.updated_at)] if step is not None else []


@cache
def _left_since() -> Select[Dialogue]:
    ended = Dialogue.contact_id == bindparam("contact"), Dialogue.state == DialogueState.DONE
    leaves = Dialogue.name.in_(bindparam("leaving", expanding=True)), Dialogue.updated_at > bindparam("since")
    return select(Dialogue).where(*ended, *leaves).order_by(Dialogue.updated_at.desc()).limit(1)
