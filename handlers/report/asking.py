"""The survey put to people on their phones: one closed question at a time, each brought by the answer before.

Nothing of an answer is kept with whoever gave it: it is added to the counts, on the day when the survey was sent, and
the message, the question and our own words are forgotten as those of a nameless comment are.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from sqlalchemy import select

from db import message_kinds
from db.conversations import Question, QuestionState
from db.forgotten import forget_questions
from db.people import Person
from db.report.period import FiscalYear
from db.report.questions import happened
from db.report.readings import experts_of
from db.report.survey import QUESTIONS, count_sheet, round_of
from db.report.tables import SurveyRound
from handlers import sending
from handlers.act import Field, Right, Writes, act
from handlers.acting import Acting, ActResult, refuse
from handlers.dialogue import Given
from handlers.heard import forget_message
from handlers.report.acts import A_YEAR, day_read
from handlers.report.survey import SKIPPED, refuse_if_frozen
from handlers.report.taken_back import take_back
from handlers.turn import Ask, QuestionKind, Reply, Turn
from messages import Channel, Option, Outgoing, Text, text
from messages.keywords import fold
from messages.reading import Step

SURVEY = QuestionKind("report.survey", Step.MENU, free_text=True)
USUAL, SHORTEST, LONGEST = (dt.timedelta(days=days) for days in (14, 5, 60))
SKIP, LEAVE = Option("skip", text("survey-skip"), digit=8), Option("leave", text("survey-leave"), digit=9)
NAMES = tuple(QUESTIONS)
SENT = sending.SendOptions(message_kinds.SURVEY)


@act(
    "report.send_survey",
    right=Right.ORGANISATION,
    entry="report.survey_sent",
    writes=Writes.SEVERAL,
    undone_by="report.stop_survey",
    twin="report send-survey",
)
async def send(
    acting: Acting,
    year: Annotated[FiscalYear, A_YEAR],
    until: Annotated[
        dt.date | None, Field("The last day to answer; by default in two weeks.", "--until", read=day_read)
    ] = None,
) -> ActResult:
    """The survey put to those of the year, one question at a time; on paper to those who read no phone."""
    await refuse_if_frozen(acting, year)
    if not await happened(acting.session, acting.organisation_id, year):
        raise refuse("survey-empty-year", year=str(year))
    if (known := await round_of(acting.session, acting.organisation_id, year)) is not None:
        raise refuse("survey-sent-already", year=str(year), until=known.until)
    last = until or acting.today + USUAL
    if not SHORTEST <= last - acting.today <= LONGEST:
        raise refuse("survey-bad-day", date=acting.today + SHORTEST)
    ids = {"organisation_id": acting.organisation_id, "year": year.begins}
    sent = SurveyRound(**ids, begun_at=acting.now, begun_by=acting.actor.person_id, until=last)
    acting.session.add(sent)
    await acting.session.flush()
    people = await experts_of(acting.session, acting.organisation_id, year, acting.installation.zone)
    on_paper = [person for person in people if not await _reached(acting, person, ask_of(acting, sent, NAMES[0]))]
    noted = {"year": str(year), "people": len(people) - len(on_paper)}
    said = text("survey-sent", **noted, until=last)
    names = [person.name or "?" for person in on_paper]
    if names:
        said = text("survey-sent-paper", said=said, names=names)
    return ActResult(said, {**noted, "until": last.isoformat(), "on_paper": names}, noted=noted)


async def _reached(acting: Acting, person: Person, ask: Ask) -> bool:
    if person.channel == Channel.POST:
        sending.note_missed(acting, person)
        return False
    return await sending.ask_person(acting, person, ask, options=SENT) is not None


@act(
    "report.stop_survey",
    right=Right.ORGANISATION,
    entry="report.survey_stopped",
    writes=Writes.SEVERAL,
    undone_by="report.resume_survey",
    twin="report stop-survey",
)
async def stop(acting: Acting, year: Annotated[FiscalYear, A_YEAR]) -> ActResult:
    """The survey stopped: what was answered stays counted; who had a question before their eyes is told."""
    sent = await round_of(acting.session, acting.organisation_id, year)
    if sent is None or sent.stopped_at is not None:
        raise refuse("survey-not-sent", year=str(year))
    sent.stopped_at = acting.now
    reached = await take_back(acting, [SURVEY], sent.id)
    told = list(await acting.session.scalars(select(Person).where(Person.id.in_(reached)).order_by(Person.id)))
    for person in told:
        await sending.tell(acting, person, text("survey-taken-back"))
    noted = {"year": str(year), "people": len(told)}
    return ActResult(text("survey-stopped", **noted), noted, noted=noted)


@act(
    "report.resume_survey",
    right=Right.ORGANISATION,
    entry="report.survey_resumed",
    writes=Writes.SEVERAL,
    undone_by="report.stop_survey",
    twin="report resume-survey",
)
async def resume(acting: Acting, year: Annotated[FiscalYear, A_YEAR]) -> ActResult:
    """A survey that was stopped goes on: each has again the question that they had not answered."""
    await refuse_if_frozen(acting, year)
    sent = await round_of(acting.session, acting.organisation_id, year)
    if sent is None or sent.stopped_at is None:
        raise refuse("survey-not-stopped", year=str(year))
    if acting.today > sent.until:
        raise refuse("survey-past", until=sent.until)
    sent.stopped_at = None
    waiting = (Question.kind == SURVEY.name, Question.subject_id == sent.id, Question.state == QuestionState.DROPPED)
    rows = await acting.session.scalars(select(Question).where(*waiting).order_by(Question.id))
    last = {row.person_id: row.prompt.get("survey", NAMES[0]) for row in rows}
    people = await acting.session.scalars(
        select(Person).where(Person.id.in_([id for id in last if id]), Person.erased_at.is_(None)).order_by(Person.id)
    )
    asked = [one for one in people if await _reached(acting, one, ask_of(acting, sent, last[one.id]))]
    noted = {"year": str(year), "people": len(asked)}
    return ActResult(text("survey-resumed", **noted, until=sent.until), noted, noted=noted)


# -- the person's side -------------------------------------------------------------------------------------------


def ask_of(acting: Acting, sent: SurveyRound, name: str, *, again: bool = False) -> Ask:
    """One question, its answers in order; to skip it and to stop keep their digits from one question to the next."""
    slug = name.replace("_", "-")
    prompt: Text = text(f"survey-ask-{slug}")
    if again:
        prompt = text("survey-digit", question=prompt)
    elif name == NAMES[0]:
        prompt = text("survey-first", count=len(NAMES), question=prompt)
    answers = [Option(str(one), text(f"survey-{slug}-{one}")) for one in range(1, QUESTIONS[name] + 1)]
    lasts = dt.timedelta(days=(sent.until - acting.today).days + 1)
    kept = {"survey": name, "again": again}
    return Ask(Outgoing(prompt, (*answers, SKIP, LEAVE)), SURVEY, sent.id, lasts=lasts, kept=kept)


async def answered_survey(turn: Turn, question: Question, given: Given) -> Reply:
    """Counted, forgotten, and the next; words of their own are asked once for a digit, then passed over."""
    name, again, value = str(question.prompt.get("survey")), bool(question.prompt.get("again")), given.value
    sent = await turn.session.get(SurveyRound, question.subject_id or 0, with_for_update=True)
    if sent is None or name not in QUESTIONS:
        return text("router-stale-button")
    await turn.session.flush()
    await forget_questions(turn.session, [question.id])
    await forget_message(turn)
    if sent.stopped_at is not None or turn.acting.today > sent.until:
        return text("survey-over")
    if value == "leave":
        return text("survey-left")
    if value is None and fold(given.text) not in SKIPPED and not again:
        return ask_of(turn.acting, sent, name, again=True)
    if value is not None and value.isdecimal():
        year, day = FiscalYear(sent.year), turn.installation.local(sent.begun_at).date()
        await count_sheet(turn.session, sent.organisation_id, year, {name: int(value)}, day)
    following = NAMES[NAMES.index(name) + 1 :]
    return ask_of(turn.acting, sent, following[0]) if following else text("survey-done")
