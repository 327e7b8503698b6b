"""Two weeks in which those whom the chapter is about read it and say what is wrong, before the figures are frozen."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from db.people import Person
from db.report.period import FiscalYear
from db.report.questions import happened
from db.report.readings import (
    any_reading_of,
    experts_of,
    keep_answer,
    keep_open,
    open_readings,
    readers_of,
    reading_of,
)
from db.report.runs import draft, versions_of
from db.report.tables import ReportReader, ReportReading
from handlers import sending
from handlers.act import Field, Right, Writes, act
from handlers.acting import Acting, ActResult, refuse
from handlers.report.acts import A_YEAR, day_read, draft_cut
from handlers.report.chapter import chapter
from handlers.report.chapter_sent import CHAPTER, CHAPTER_AGAIN, put_to
from handlers.turn import Ask, QuestionKind
from messages import Channel, Option, Outgoing, Text, text
from messages.reading import Meaning, Step

WEEKS = dt.timedelta(days=14)
LONGEST = dt.timedelta(days=60)
TOLD_AGAIN = dt.timedelta(days=5)  # before the last day
TOLD_HOUR = 10  # local
LONGEST_REMARK = 1500
READ = QuestionKind("report.read", Step.MENU, {"yes": Meaning.YES, "no": Meaning.NO}, free_text=True)
REMARK = QuestionKind("report.remark", Step.MENU, free_text=True)
IS_IT_SO = (Option("yes", text("report-option-right")), Option("no", text("report-option-wrong")))


@act(
    "report.begin_reading",
    right=Right.ORGANISATION,
    entry="report.reading_begun",
    writes=Writes.SEVERAL,
    undone_by="report.stop_reading",
    twin="report read",
)
async def begin(
    acting: Acting,
    year: Annotated[FiscalYear, A_YEAR],
    until: Annotated[
        dt.date | None, Field("The last day to answer; by default in two weeks.", "--until", read=day_read)
    ] = None,
) -> ActResult:
    """The chapter of a year that is over, sent to the people whom it is about; on paper to those who read no phone.

    While it is read, a later last day gives them more time.
    """
    if (standing := await _standing(acting, year, until)) is not None:
        return await _more_time(acting, standing, until or standing.until)
    last = await _last_day(acting, year, until)
    reading = await _begun(acting, year, last)
    people = await experts_of(acting.session, acting.organisation_id, year, acting.installation.zone)
    on_paper = await put_to(acting, year, people, await asking(acting, reading, "report-chapter"), CHAPTER)
    for person in people:
        await acting.session.merge(
            ReportReader(
                reading_id=reading.id, person_id=person.id, by_post=person in on_paper, right=None, answered_at=None
            )
        )
    await acting.session.flush()
    names = [person.name or "?" for person in on_paper]
    said = text("report-reading-begun", year=str(year), people=len(people) - len(names), until=last)
    about = text("report-reading-about", year=str(year), until=last, again=last - TOLD_AGAIN, paper=len(names))
    if names:
        said = text("report-reading-and-paper", said=said, names=names, year=str(year))
    noted = {"year": str(year), "people": len(people)}
    data = {**noted, "until": last.isoformat(), "on_paper": names}
    return ActResult(said, data, noted=noted, checked=about)


async def _standing(acting: Acting, year: FiscalYear, until: dt.date | None) -> ReportReading | None:
    """A reading that is open, of which a later last day was written."""
    reading = await reading_of(acting.session, acting.organisation_id, year)
    if reading is None or reading.closed_at is not None or until is None or until <= reading.until:
        return None
    return reading


async def _more_time(acting: Acting, reading: ReportReading, until: dt.date) -> ActResult:
    """What was asked stays open as long; nobody is written to."""
    year = FiscalYear(reading.year)
    if not acting.today < until <= acting.today + LONGEST:
        raise refuse("report-reading-too-late", date=acting.today + LONGEST)
    reading.until = until
    lasts = dt.datetime.combine(until + dt.timedelta(days=1), dt.time(), acting.installation.zone)
    await keep_open(acting.session, (READ.name, REMARK.name), reading.id, lasts.astimezone(dt.UTC))
    noted = {"year": str(year), "people": 0}
    return ActResult(text("report-reading-longer", year=str(year), until=until), noted, noted=noted)


async def _begun(acting: Acting, year: FiscalYear, last: dt.date) -> ReportReading:
    """A reading; one that was stopped begins anew: what was said of the chapter before stays among its remarks."""
    reading = await any_reading_of(acting.session, acting.organisation_id, year)
    if reading is None:
        reading = ReportReading(organisation_id=acting.organisation_id, year=year.begins)
        acting.session.add(reading)
    reading.begun_at, reading.begun_by, reading.until = acting.now, acting.actor.person_id, last
    reading.stopped_at, reading.reminded_at = None, None
    await acting.session.flush()
    return reading


async def _last_day(acting: Acting, year: FiscalYear, until: dt.date | None) -> dt.date:
    if acting.today <= year.last_day:
        raise refuse("report-not-over", year=str(year), date=year.last_day)
    if await versions_of(acting.session, acting.organisation_id, year):
        raise refuse("report-reading-frozen", year=str(year))
    if not await happened(acting.session, acting.organisation_id, year):
        raise refuse("report-reading-empty", year=str(year))
    if (known := await reading_of(acting.session, acting.organisation_id, year)) is not None:
        raise refuse("report-reading-already", year=str(year), until=known.until)
    last = until or acting.today + WEEKS
    if not WEEKS <= last - acting.today <= LONGEST:
        raise refuse("report-reading-too-short", date=acting.today + WEEKS)
    return last


async def asking(acting: Acting, reading: ReportReading, id: str) -> Ask:
    """The chapter as it stands today, and whether it is so."""
    lines = await lines_of(acting, FiscalYear(reading.year))
    prompt = text(id, lines=lines, until=reading.until)
    lasts = dt.timedelta(days=(reading.until - acting.today).days + 1)
    return Ask(Outgoing(prompt, IS_IT_SO), READ, reading.id, lasts=lasts)


async def lines_of(acting: Acting, year: FiscalYear) -> list[Text]:
    report = await draft(acting.session, acting.organisation_id, year, draft_cut(acting, year))
    return chapter(report)


@act("report.letters", right=Right.ORGANISATION, twin="report letters")
async def letters(acting: Acting, year: Annotated[FiscalYear, A_YEAR]) -> ActResult:
    """The chapter on paper, for those who read it so: `data["letters"]`, which the machine prints."""
    reading = await reading_of(acting.session, acting.organisation_id, year)
    if reading is None:
        raise refuse("report-reading-none", year=str(year))
    if reading.closed_at is not None:
        raise refuse("report-reading-frozen", year=str(year))
    if reading.until <= acting.today:
        raise refuse(
            "report-letters-late", year=str(year), until=reading.until, later=(acting.today + WEEKS).isoformat()
        )
    if not (acting.installation.contact_name and acting.installation.contact_phone):
        raise refuse("report-letters-no-contact")
    people = [person for reader, person in await readers_of(acting.session, reading.id) if reader.by_post]
    if not people:
        raise refuse("report-letters-nobody")
    lines = await lines_of(acting, year)
    words = [(person, _letter(acting, person, reading, lines)) for person in people]
    return ActResult(
        text("report-letters-ready", people=len(people)),
        {"letters": words},
        shows=tuple(person.id for person in people),
    )


def _letter(acting: Acting, person: Person, reading: ReportReading, lines: list[Text]) -> dict[str, str]:
    """The words of one page, in the language of whoever reads it."""
    house = acting.installation

    def say(words: Text) -> str:
        return house.catalogue.text(words, person.language or house.default_language, Channel.POST)

    return {
        "date": say(text("letters-date", date=acting.today)),
        "greeting": say(text("letters-greeting", name=person.name)),
        "heading": say(text("report-letter-heading", year=str(FiscalYear(reading.year)))),
        "words": "\n".join(map(say, lines)),
        "ask": say(text("report-letter-ask", until=reading.until, name=house.contact_name, phone=house.contact_phone)),
        "closing": say(text("letters-closing", name=house.contact_name, phone=house.contact_phone)),
    }


async def say_right(acting: Acting, reading_id: int, person: Person) -> Text:
    return await _kept(acting, reading_id, person, "")


async def say_wrong(acting: Acting, reading_id: int, person: Person, words: str) -> Text:
    return await _kept(acting, reading_id, person, words.strip()[:LONGEST_REMARK])


async def _kept(acting: Acting, reading_id: int, person: Person, words: str) -> Text:
    """Their answer, while the reading is open; afterwards, who to talk to."""
    reading = await acting.session.get_one(ReportReading, reading_id)
    house = acting.installation
    if reading.closed_at is not None or reading.stopped_at is not None:
        return text("report-reading-over", name=house.contact_name, phone=house.contact_phone)
    await keep_answer(acting.session, reading_id, person.id, acting.now, words=words)
    if not words:
        return text("report-right-kept")
    year = FiscalYear(reading.year)
    await sending.tell_those_of(acting, "", text("report-remark-came", year=str(year)))
    return text("report-remark-kept", name=house.contact_name)


async def remind(acting: Acting) -> int:
    """Those who have not answered are told once more, some days before the last."""
    if acting.installation.local(acting.now).hour != TOLD_HOUR:
        return 0
    due = [
        reading
        for reading in await open_readings(acting.session, acting.organisation_id)
        if reading.reminded_at is None and reading.until - TOLD_AGAIN <= acting.today <= reading.until
    ]
    for reading in due:
        reading.reminded_at = acting.now
        ask = await asking(acting, reading, "report-chapter-again")
        rows = await readers_of(acting.session, reading.id)
        still = await experts_of(
            acting.session, acting.organisation_id, FiscalYear(reading.year), acting.installation.zone
        )
        theirs = {person.id for person in still}  # a role given by mistake was taken back since
        people = [
            person
            for reader, person in rows
            if reader.answered_at is None and not reader.by_post and person.id in theirs
        ]
        if people:
            await put_to(acting, FiscalYear(reading.year), people, ask, CHAPTER_AGAIN)
    return len(due)
