"""A claim that was sent, added to or put right in a word while nothing is decided of it; said, and undone in a word."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from db.claims import rules
from db.claims.questions import lines_of, own_claims, rates_of
from db.claims.rules import LineKind, LineOf, RateOf
from db.claims.tables import Claim, ClaimLine
from db.conversations import Question
from handlers.claims import acts, cancelling, draft, elsewhere, occasions, odd_sums, second, shared, sums
from handlers.claims.draft import ClaimStatement
from handlers.claims.held import ClaimChange
from handlers.claims.occasions import ClaimOccasion
from handlers.claims.sentence import TAXI, Claimed
from handlers.dialogue import Given
from handlers.heard import picture_before
from handlers.turn import Ask, QuestionKind, Reply, Turn
from messages import Money, Option, Outgoing, Text, text
from messages.keywords import fold
from messages.reading import Meaning, Step
from messages.reading.numbers import readable

AMENDED = QuestionKind("claims.amended", Step.MENU, {"yes": Meaning.YES, "no": Meaning.NO})
IS_RIGHT = Option("yes", text("claims-option-right"))
# Words that speak of a claim made before.
AFTER_ALL = re.compile(
    r"oubli|rajout|ajout|manqu|tromp|erreur|corrig|change|en plus|aussi|forgot|add|miss|mistake|wrong|correct|also|"
    r"olvid|agreg|equivoq|tambien|bliye|ajoute|twonpe"
)
RATHER = re.compile(
    r"(?:(?:non|no|nope|oups|oops|euh|attend\w*|scuse\w*|sorry)[ ,.!]*){0,2}"
    r"(?:c.?est|cest|c|it.?s|its|it is|es|se)? ?\$?"
    r"(?P<right>\d+(?:[.,]\d{1,2})?) ?(?:\$|piasses?|dollars?|piastres?)?[ ,]*(?:et |and )?"
    r"(?:pas|not|no|pa|au lieu de|instead of) \$?(?P<wrong>\d+(?:[.,]\d{1,2})?) ?(?:\$|piasses?|dollars?|piastres?)?"
)
TIME = ("halves_said", "halves_unsure", "amount_said")
MOST_KEPT = 60


async def amended(turn: Turn, said: Claimed) -> Reply:
    """The last claim with what was said put into it; None when it is not of this claim, or must be asked about."""
    assert turn.person is not None
    claim = await _meant(turn, said)
    if claim is not None and said.odd:
        return odd_sums.told(said)
    if claim is None or said.missing or not said.offered or any(key in said.offered for key in TIME):
        return None
    if shared.in_doubt(said.offered):
        return None  # asked with each way to read it
    rates = await rates_of(turn.session, turn.installation.organisation_id, claim.payee_kind)
    before = await second.lines_kept(turn.session, claim)
    new, gone = _lines(claim, said, rates), _without(said.offered)
    gone &= {draft.thing(line) for line in before}
    if not new and not gone:
        return None
    lines = [line for line in draft.merged(before, new) if draft.thing(line) not in gone]
    if not lines:
        return None
    return await _put_in(turn, claim, before, lines)


async def put(turn: Turn, claim: Claim, change: ClaimChange) -> Reply:
    """A sum put right or taken away in the claim that was sent, said with its new total; undone in a word."""
    before = await second.lines_kept(turn.session, claim)
    rates = await rates_of(turn.session, turn.installation.organisation_id, claim.payee_kind)
    facts = ClaimStatement(
        (ClaimOccasion(claim.activity_date, ""),), (0,), (False,), kilometres=change.km,
        fare=change.prices.get("fare", 0), taxi=change.prices.get("taxi", 0), taxi_why=why_of(before),
        meals=_meals(before) if "meal" in change.prices else 0,
        meal_paid=change.prices.get("meal"), childcare=change.prices.get("childcare", 0), others=change.others or (),
    )  # fmt: skip
    new = draft.lines_of(facts, rates)
    names = {"car": LineKind.TRANSPORT_KM.value, "participation": ""}
    gone = {names.get(kind, kind) for kind in change.gone}
    if "participation" in change.gone:
        gone |= {draft.thing(line) for line in before if line.kind in rules.COMPENSATION}
    if change.others is not None:
        gone |= {draft.thing(line) for line in before if line.kind is LineKind.OTHER}
    gone -= {draft.thing(line) for line in new}
    lines = [line for line in draft.merged(before, new) if draft.thing(line) not in gone]
    if not lines:
        return cancelling.asks(claim)
    return await _put_in(turn, claim, before, lines)


def _meals(before: Sequence[LineOf]) -> int:
    return next((line.quantity for line in before if line.kind is LineKind.MEAL), 1)


def why_of(before: Sequence[LineOf]) -> str:
    """The reason of the taxi that was there."""
    taxi = next((line for line in before if draft.thing(line) == "taxi"), None)
    return taxi.note.partition(":")[2].strip() if taxi is not None else ""


async def put_right(turn: Turn) -> Reply:
    """ "non c 7 pas 6": the one line of that sum in the last claim, while nothing is decided of it."""
    assert turn.person is not None
    found = RATHER.fullmatch(readable(turn.text).strip(" .!"))
    claim = next(iter(await own_claims(turn.session, turn.person.id, limit=1)), None)
    if found is None or claim is None or claim.state not in rules.UNDECIDED:
        return None
    right, wrong = (round(float(found[name].replace(",", ".")) * 100) for name in ("right", "wrong"))
    before = await second.lines_kept(turn.session, claim)
    places = [place for place, line in enumerate(before) if line.cents == wrong and _may_become(line, right)]
    if len(places) != 1 or right == 0:
        return None
    lines = [replace(line, cents=right) if place == places[0] else line for place, line in enumerate(before)]
    return await _put_in(turn, claim, before, lines)


def _may_become(line: LineOf, cents: int) -> bool:
    """A price that was paid, within what the table pays; kilometres and time are counted, not priced."""
    counted = line.kind in rules.COMPENSATION or line.kind is LineKind.TRANSPORT_KM or line.exception
    return not counted and (line.limit_cents is None or cents <= line.limit_cents)


async def _meant(turn: Turn, said: Claimed) -> Claim | None:
    """The last claim sent, when nothing is decided of it and these words can be of no other meeting."""
    assert turn.person is not None
    claim = next(iter(await own_claims(turn.session, turn.person.id, limit=1)), None)
    if claim is None or claim.state not in rules.UNDECIDED:
        return None
    today = turn.installation.today(turn.now)
    meant = await occasions.meetings_meant(turn.session, turn.person.id, said.dates, said.words, today)
    if meant or said.dates:
        return claim if [meeting.id for meeting in meant] == [claim.meeting_id] else None
    if await elsewhere.named(turn.session, turn.person.id, said, meant, today):
        return None
    if AFTER_ALL.search(fold(said.words)):
        return claim
    choices = await occasions.choices(turn.acting, turn.person.id)
    held = {option.value for option in choices} - {occasions.OTHER}
    return claim if held <= {str(claim.meeting_id)} else None


def _lines(claim: Claim, said: Claimed, rates: Sequence[RateOf]) -> list[LineOf]:
    offered = said.offered
    paid = offered.get("meal_paid")
    facts = ClaimStatement(
        (ClaimOccasion(claim.activity_date, ""),),
        (0,),
        (False,),
        kilometres=float(offered.get("km") or 0),
        fare=int(offered.get("fare") or 0),
        taxi=int(offered.get("taxi") or 0),
        taxi_why=str(offered.get("taxi_why") or said.words[:MOST_KEPT]),
        meals=int(offered.get("meal") or 0),
        meal_paid=int(paid) if paid is not None else None,
        childcare=int(offered.get("childcare") or 0),
        others=tuple((int(cents), str(what)) for cents, what in offered.get("other") or []),
    )
    return draft.lines_of(facts, rates)


def _without(offered: Mapping[str, Any]) -> set[str]:
    """What is said to cost nothing after all."""
    rides = {"bus": "fare", TAXI: "taxi", "car": LineKind.TRANSPORT_KM.value}
    gone = {rides[str(offered[sums.WITHOUT])]} if sums.WITHOUT in offered else set()
    for key, thing in (("meal", LineKind.MEAL), ("childcare", LineKind.CHILDCARE)):
        if str(offered.get(key, "")) == "0":
            gone.add(thing.value)
    return gone


async def _put_in(turn: Turn, claim: Claim, before: Sequence[LineOf], lines: Sequence[LineOf]) -> Reply:
    assert turn.person is not None
    changes, only_added = _changes(before, lines)
    if not changes:
        return text("claims-already-noted", number=claim.number, total=Money(claim.total_cents))
    kept = [_written(row) for row in await lines_of(turn.session, claim.id)]
    pictures = await _picture(turn, before, lines)
    await acts.amend(turn.acting, claim, turn.person, lines, pictures, channel=turn.contact.channel)
    after = [_written(row) for row in await lines_of(turn.session, claim.id)]
    undo = Option("no", text("claims-option-take-away" if only_added else "claims-option-as-before"))
    said = text("claims-amended", number=claim.number, lines=changes, total=Money(claim.total_cents))
    return Ask(Outgoing(said, (IS_RIGHT, undo)), AMENDED, claim.id, kept={"before": kept, "after": after})


async def _picture(turn: Turn, before: Sequence[LineOf], lines: Sequence[LineOf]) -> dict[str, int | None]:
    """A receipt photographed a moment ago goes with what was added."""
    there = {draft.thing(line) for line in before}
    added = [draft.thing(line) for line in lines if draft.thing(line) not in there]
    picture = await picture_before(turn) if added else None
    return {added[0]: picture} if picture is not None else {}


def _changes(before: Sequence[LineOf], lines: Sequence[LineOf]) -> tuple[list[Text], bool]:
    """Each line that is new, or not what it was; and whether all of them are new."""
    there = {draft.thing(line): line for line in before}
    found: list[Text] = []
    only_added = True
    for line in lines:
        was = there.pop(draft.thing(line), None)
        if was is None:
            found.append(draft.shown_line(line))
        elif (was.cents, was.quantity) != (line.cents, line.quantity):
            only_added = False
            found.append(text("claims-line-was", line=draft.shown_line(line), before=Money(was.cents)))
    found += [text("claims-line-gone", line=draft.shown_line(line)) for line in there.values()]
    return found, only_added and not there


async def told(turn: Turn, question: Question, given: Given) -> Reply:
    """Right as it is, or as it was before; what was decided or changed since stays."""
    claim = await turn.session.get(Claim, question.subject_id)
    if claim is None or turn.person is None or claim.person_id != turn.person.id:
        return text("router-stale-button")
    if given.value != "no":
        return text("claims-amended-kept", number=claim.number, total=Money(claim.total_cents))
    rows = await lines_of(turn.session, claim.id)
    if claim.state not in rules.UNDECIDED or [_written(row) for row in rows] != question.prompt["after"]:
        return text("claims-question-settled", number=claim.number)
    await acts.restore(turn.acting, claim, turn.person, question.prompt["before"], channel=turn.contact.channel)
    return text("claims-as-before", number=claim.number, total=Money(claim.total_cents))


def _written(row: ClaimLine) -> dict[str, Any]:
    """A line as a question keeps it, to put it back."""
    return {
        "kind": row.kind.value,
        "day": row.day.isoformat() if isinstance(row.day, dt.date) else None,
        "quantity": row.quantity,
        "cents": row.cents,
        "asked_cents": row.asked_cents,
        "limit_cents": row.limit_cents,
        "rate_id": row.rate_id,
        "receipt": row.receipt,
        "media_id": row.media_id,
        "note": row.note,
    }
