"""A claim that a coordinator writes down for somebody: told by voice, or on paper, by whoever has no phone.

The same table of rates, the same second looks as a claim that its author sends; who wrote it down is kept with it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

from db.claims import rules
from db.claims.questions import payee_of, rates_of, same_claim, took_part_from_afar
from db.claims.rules import LineKind, LineOf, RateOf
from db.claims.tables import Claim
from db.meetings.questions import CAME, attendance_of
from db.meetings.tables import MeetingState, Presence
from db.people import Person, Role, roles_of
from handlers import sending
from handlers.act import Field, Writes, act_on
from handlers.acting import Acting, ActResult, Doubtful, refuse
from handlers.claims import acts, draft, occasions, sentence, shared
from handlers.claims.decisions import warnings_of
from handlers.claims.draft import ClaimStatement
from handlers.claims.occasions import ClaimOccasion
from handlers.claims.odd_sums import odd
from handlers.own_words import language_of
from handlers.things import CLAIM, MEETING, PERSON
from handlers.when import read_day
from messages import Money, Text, text
from messages.keywords import fold
from messages.sentences.planned import Tense

LONGEST_WORDS = 300
LONGEST_ACTIVITY = 60
EXPENSES_ONLY = ("depenses seulement", "frais seulement", "expenses only")
FROM_AFAR = (Presence.PHONE, Presence.VIDEO, Presence.COMMENT)


@dataclass(frozen=True, slots=True)
class Spent:
    """What the words say: half-days (None: by the meeting's hours), and the expenses as a statement takes them."""

    halves: int | None
    expenses: dict[str, Any]


def _day_read(acting: Acting, words: str) -> dt.date | None:
    unread = refuse("meetings-unreadable-date", words=words[:40])
    return read_day(words, acting.today, Tense.PAST, unread) if words.strip() else None


@act_on(
    PERSON,
    "claims.enter",
    entry="claims.entered",
    writes=Writes.CONCERNED,
    undone_by="claims.take_out",
    twin="claims enter",
)
async def enter(
    acting: Acting,
    person: Person,
    meeting: Annotated[int | None, Field("The meeting that it is for.", "--meeting")] = None,
    words: Annotated[
        str,
        Field(
            'What it cost: "autobus 7,50, garde 20". The time given comes by itself.', "--spent", longest=LONGEST_WORDS
        ),
    ] = "",
    activity: Annotated[
        str, Field("What it is for, when it is no meeting.", "--activity", longest=LONGEST_ACTIVITY)
    ] = "",
    day: Annotated[dt.date | None, Field("The day of that activity.", "--day", read=_day_read)] = None,
) -> ActResult:
    """A claim written down for somebody who told it by voice or on paper; they learn of it where they can."""
    occasion = await _occasion(acting, person, meeting, activity, day)
    facts, lines = await _counted(acting, person, occasion, words)
    if not lines:
        raise refuse("claims-enter-nothing").about("words")
    if (known := await same_claim(acting.session, person.id, facts.days, lines)) is not None:
        raise refuse("claims-enter-known", number=known.number, name=person.name, total=Money(known.total_cents))
    claim = await acts.write_claim(
        acting, person, facts, lines, channel=acting.actor.via, entry="claims.entered", entered=True
    )
    await acts.write_lines(acting.session, claim, lines)
    shown = [draft.shown_line(line) for line in lines]
    told = text(
        "claims-entered-for-you",
        number=claim.number,
        occasion=occasion.label,
        lines=shown,
        total=Money(claim.total_cents),
        name=acting.installation.contact_name,
        phone=acting.installation.contact_phone,
    )
    reached = await sending.tell(acting, person, told) is not None
    return ActResult(
        await _said(acting, claim, person, shown, reached=reached),
        {"person": person.id, "claim": claim.number, "total_cents": claim.total_cents, "told": reached},
        entry="",  # written with the claim's own number
        thing=("claim", claim.number),
        checked=text("claims-check-about", number=claim.number, name=person.name, total=Money(claim.total_cents)),
    )


async def _said(acting: Acting, claim: Claim, person: Person, shown: list[Text], *, reached: bool) -> Text:
    done = text(
        "claims-entered-done",
        number=claim.number,
        name=person.name,
        lines=shown,
        total=Money(claim.total_cents),
        told="yes" if reached else "no",
    )
    return text("claims-shown-whole", parts=[done, *await warnings_of(acting.session, claim)])


async def _occasion(
    acting: Acting, person: Person, number: int | None, activity: str, day: dt.date | None
) -> ClaimOccasion:
    """The meeting, else something else that has a name and a day. Neither is ever in the days to come."""
    if number is not None:
        meeting = await MEETING.find(acting, number)
        if meeting.state in (MeetingState.DRAFT, MeetingState.CANCELLED) or meeting.starts_at > acting.now:
            raise refuse("claims-enter-not-held", number=number).about("meeting")
        return await occasions.of_meeting(acting.session, meeting)
    if not activity.strip():
        raise await _which_meeting(acting, person)
    if day is None or day > acting.today:
        raise refuse("claims-enter-what-day", activity=activity.strip()[:LONGEST_ACTIVITY]).about("day")
    return ClaimOccasion(day, " ".join(activity.split())[:LONGEST_ACTIVITY])


async def _which_meeting(acting: Acting, person: Person) -> Doubtful:
    """Which of their latest meetings it is for, asked."""
    options = [(label, f" ; rencontre {number}") for number, label in await latest_meetings(acting, person.id)]
    return Doubtful(
        text("claims-enter-which", name=person.name), "", options, lambda answer: f" ; rencontre {answer.strip()}"
    )


async def latest_meetings(acting: Acting, person_id: int) -> tuple[tuple[str, Text], ...]:
    """(number, how it is called) of the latest meetings that a person was invited to."""
    found = await occasions.choices(acting, person_id)
    return tuple(
        (one.value, one.label) for one in found if one.value != occasions.OTHER and isinstance(one.label, Text)
    )


async def _counted(
    acting: Acting, person: Person, occasion: ClaimOccasion, words: str
) -> tuple[ClaimStatement, list[LineOf]]:
    rates = await rates_of(acting.session, acting.organisation_id, await payee_of(acting.session, person.id))
    spent = read_spent(words, acting.today, await language_of(acting), rates, occasion.day)
    remote = spent.halves is None and await _from_afar(acting, person, occasion)
    halves = 0 if remote else await _half_days(acting, person, occasion, spent)
    facts = ClaimStatement((occasion,), (halves,), (remote,), **spent.expenses)
    return facts, draft.lines_of(facts, rates)


async def _from_afar(acting: Acting, person: Person, occasion: ClaimOccasion) -> bool:
    if occasion.meeting_id is None:
        return False
    row = await attendance_of(acting.session, occasion.meeting_id, person.id)
    if row is not None and row.presence is Presence.IN_PERSON:
        return False
    noted = row is not None and row.presence in FROM_AFAR
    return noted or await took_part_from_afar(acting.session, person.id, occasion.meeting_id, acting.today)


async def _half_days(acting: Acting, person: Person, occasion: ClaimOccasion, spent: Spent) -> int:
    """As they were said; else by the meeting's hours, for an expert whom nobody noted as absent."""
    if spent.halves is not None:
        return spent.halves
    row = await attendance_of(acting.session, occasion.meeting_id, person.id) if occasion.meeting_id else None
    away = row is not None and row.presence not in CAME and row.presence is not Presence.UNKNOWN
    expert = Role.EXPERT in await roles_of(acting.session, person.id)
    if occasion.half_days is None or away or not expert:
        raise refuse("claims-enter-how-long", name=person.name).about("words")
    return occasion.half_days


def read_spent(words: str, today: dt.date, language: str, rates: list[RateOf], day: dt.date) -> Spent:
    """ "autobus 7,50, garde 20" -> Spent(None, {"fare": 750, "childcare": 2000}). What is half understood is refused,
    with what lacks: nobody is there to be asked.
    """
    words = " ".join(words.split())
    if len(words) > LONGEST_WORDS:
        raise refuse("claims-words-too-long", length=len(words), longest=LONGEST_WORDS).about("words")
    said = sentence.read(words, today, language)
    only = any(one in fold(words) for one in EXPENSES_ONLY)
    offered = said.offered
    if odd(words) or shared.parts_of(words) or said.unclear or said.missing or (words and not offered and not only):
        raise refuse("claims-enter-unclear", words=words[:80]).about("words")
    expenses = _expenses(offered)
    if expenses is None:
        raise refuse("claims-enter-unclear", words=words[:80]).about("words")
    return Spent(0 if only else _halves(offered, rates, day), expenses)


def _halves(offered: Any, rates: list[RateOf], day: dt.date) -> int | None:
    if "halves_said" in offered:
        halves = int(offered["halves_said"])
        return halves if 0 <= halves <= rules.MOST_HALF_DAYS and "halves_unsure" not in offered else None
    rate = rules.rate_on(rates, LineKind.PARTICIPATION, day)
    if "amount_said" not in offered or rate is None or not rate.cents:
        return None
    halves_paid = rules.halves_paid(int(offered["amount_said"]), rate.cents)
    if halves_paid is None:
        raise refuse("claims-enter-unclear", words=str(Money(int(offered["amount_said"])).cents / 100)).about("words")
    return halves_paid


def _expenses(offered: Any) -> dict[str, Any] | None:
    """None when something is named without what it cost."""
    found: dict[str, Any] = {}
    for kind, key, name in (("bus", "fare", "fare"), ("car", "km", "kilometres"), ("taxi", "taxi", "taxi")):
        if kind not in str(offered.get("transport", "")).split("+"):
            continue
        if key not in offered:
            return None
        found[name] = rules.kilometres(offered[key]) if kind == "car" else int(offered[key])
    if found.get("taxi"):
        found["taxi_why"] = str(offered.get("taxi_why", ""))
    if offered.get("meal", "0") != "0":
        found["meals"] = int(offered["meal"])
        found["meal_paid"] = int(offered["meal_paid"]) if "meal_paid" in offered else None
    if "childcare" in offered:
        found["childcare"] = int(offered["childcare"])
    if "other" in offered:
        found["others"] = tuple((int(cents), str(what)) for cents, what in offered["other"])
    return found


@act_on(
    CLAIM,
    "claims.take_out",
    entry="claims.taken_out",
    writes=Writes.CONCERNED,
    undone_by="claims.enter",
    twin="claims take-out",
)
async def take_out(acting: Acting, claim: Claim) -> ActResult:
    """A claim that a coordinator wrote down, withdrawn while nothing of it is decided; its person learns of it."""
    person = await acting.session.get_one(Person, claim.person_id)
    if not claim.entered:
        raise refuse("claims-not-entered", number=claim.number, name=person.name)
    if claim.state not in rules.UNDECIDED:
        raise refuse("claims-cannot", number=claim.number, state=text(f"claims-state-{claim.state.value}"))
    claim.state = rules.ClaimState.CANCELLED
    told = text(
        "claims-taken-out-for-you",
        number=claim.number,
        total=Money(claim.total_cents),
        name=acting.installation.contact_name,
        phone=acting.installation.contact_phone,
    )
    await sending.tell(acting, person, told)
    return ActResult(
        text("claims-taken-out-done", number=claim.number, name=person.name, total=Money(claim.total_cents)),
        {"person": person.id, "taken_out": claim.number},
        checked=text("claims-check-about", number=claim.number, name=person.name, total=Money(claim.total_cents)),
    )
