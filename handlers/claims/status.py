"""STATUT: where each claim and each comment of the person stands, and their next meeting."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from sqlalchemy import select

from db.claims.questions import own_claims
from db.claims.rules import ClaimState
from db.claims.tables import Claim, Payment
from db.comments.questions import own_comments
from db.conversations import HandledAs, Task, TaskKind, current_dialogue
from db.meetings.questions import attendance_of, roundtable_of, upcoming_answers, upcoming_meetings
from db.meetings.tables import Meeting
from handlers import guesses
from handlers.claims.decisions import question_of
from handlers.claims.payments import RECEIVED, TO_CONFIRM
from handlers.claims.sentence import Claimed
from handlers.heard import for_a_human, forget_message
from handlers.turn import Ask, Piece, Reply, Turn
from messages import Channel, Money, Outgoing, Text, text
from messages.channels import spec_of
from messages.render import render
from messages.sms_text import prepare

MOST_CLAIMS, MOST_COMMENTS, MOST_MEETINGS = 3, 3, 1
CODE_DIGITS = 6  # of a nameless comment, on a phone that several share
LATE = dt.timedelta(days=28)  # a claim older than this, not paid: someone is alerted
NAME = 18
NEEDS = ("transport", "childcare", "meal")  # what somebody can see to; coming late is none


async def status(
    turn: Turn, said: Claimed, *, of_money: bool = False, in_words: bool = False, waits: bool = False
) -> Reply:
    """One text on a basic phone: the latest first, as many as it holds. An open question about a claim comes back.

    `of_money`: they asked where their money is, and nothing else. `in_words`: when it comes, and are told what is known
    of it. `waits`: a claim is not sent yet.
    """
    own = await _words_of_theirs(turn)
    if own is not None or turn.person is None:
        return own
    claims = await own_claims(turn.session, turn.person.id, limit=MOST_CLAIMS)
    if not claims and of_money and not waits:
        return await _no_claim(turn, said)
    lines = await _all_lines(turn, claims)
    if waits and not lines:
        return text("claims-not-sent-yet")
    late = await _alert_when_late(turn, claims, said)
    name, phone = turn.installation.contact_name, turn.installation.contact_phone
    wants_a_person = turn.row.handled_as is HandledAs.FOR_A_PERSON and not late
    if wants_a_person:  # a sum that is not the right one, a transfer that did not work
        await for_a_human(turn, TaskKind.QUESTION)
    if not lines:
        return text("router-for-a-person" if wants_a_person else "claims-status-nothing", name=name, phone=phone)
    answer: list[Piece] = [_fitting(turn, lines)]
    if waits and in_words:
        answer.append(text("claims-not-sent-yet"))
    if late:
        answer.append(text("claims-status-late", name=name, phone=phone))
    elif in_words and claims and claims[0].state in (ClaimState.SUBMITTED, ClaimState.APPROVED):
        approved = claims[0].state is ClaimState.APPROVED
        answer.append(text("claims-next-approved") if approved else text("claims-next-submitted", name=name))
    if wants_a_person:
        answer.append(text("router-for-a-person", name=name, phone=phone))
    return [*answer, *await _still_open(turn, claims)]


async def _words_of_theirs(turn: Turn) -> Reply:
    """STATUT and the number of a comment of theirs, or the code of a shared phone: their own words, to them alone.

    What shows those of a nameless one is forgotten once it left; it passes by no coordinator.
    """
    numbers = re.findall(r"(?<!\d)\d{1,9}(?!\d)", turn.text)
    if not numbers:
        return None
    tries = turn.contact.shared and any(len(number) == CODE_DIGITS for number in numbers)
    if tries and (refusal := await guesses.barred(turn.acting, turn.row)) is not None:
        await forget_message(turn)
        return refusal
    own = await own_comments(turn.session, turn.person.id if turn.person else None, turn.contact.id, turn.text)
    chosen = [c for c in own if str(c.number) in numbers or (tries and not c.with_name)]
    if tries and not any(not comment.with_name for comment in own):
        await guesses.wrong(turn.acting, turn.row, turn.contact)
    if any(not comment.with_name for comment in chosen):
        await forget_message(turn)
    said = [text("comments-your-words", number=c.number, words=c.words) for c in chosen[:MOST_COMMENTS]]
    return [*said] or None


async def _no_claim(turn: Turn, said: Claimed) -> Text:
    """They wait for money that nobody asked for: said so, with how to ask; a human is told when they insist."""
    if said.status or turn.row.handled_as is HandledAs.FOR_A_PERSON:
        await for_a_human(turn, TaskKind.CLAIM_LATE, note="", once=True)
    name, phone = turn.installation.contact_name, turn.installation.contact_phone
    return text("claims-status-no-claim", name=name, phone=phone)


async def _all_lines(turn: Turn, claims: Sequence[Claim]) -> list[Text]:
    assert turn.person is not None
    lines = [await _claim_line(turn, claim) for claim in claims]
    comments = await own_comments(turn.session, turn.person.id, turn.contact.id, turn.text)
    if any(not comment.with_name for comment in comments):
        await forget_message(turn)  # and with it, once it left, the answer that shows the number
    lines = [*await _meetings_lines(turn), *lines]
    lines += [text(f"comments-status-{c.state.value}", number=c.number) for c in comments[:MOST_COMMENTS]]
    return lines + await _words_with_a_person(turn)


async def _words_with_a_person(turn: Turn) -> list[Text]:
    """Words for the table that were never confirmed, and wait for somebody to read them."""
    kept = Task.contact_id == turn.contact.id, Task.kind == TaskKind.UNCLEAR_ANSWER, Task.note != ""
    query = select(Task.created_at).where(*kept, Task.closed_at.is_(None)).order_by(Task.id.desc()).limit(1)
    since = await turn.session.scalar(query)
    if since is None:
        return []
    return [
        text("comments-status-with-a-person", date=turn.installation.today(since), name=turn.installation.contact_name)
    ]


async def _meetings_lines(turn: Turn) -> list[Text]:
    """The next meeting, with what they answered: first, since an answer noted wrong is seen nowhere else."""
    assert turn.person is not None
    answers = {id: answer.value for id, answer, _ in await upcoming_answers(turn.session, turn.person.id, turn.now)}
    lines = []
    for meeting in (await upcoming_meetings(turn.session, turn.person.id, turn.now))[:MOST_MEETINGS]:
        name = (await roundtable_of(turn.session, meeting)).name[:NAME].strip()
        answer = answers.get(meeting.id, "none")
        args = {"name": name, "date": meeting.local_date, "start": meeting.local_start, "answer": answer}
        lines += [text("claims-status-meeting", **args), *await _needs_of(turn, meeting)]
    return lines


async def _needs_of(turn: Turn, meeting: Meeting) -> list[Text]:
    """What they asked for to be able to come, and whether somebody saw to it."""
    row = await attendance_of(turn.session, meeting.id, turn.person.id) if turn.person is not None else None
    needs = [one for one in row.needs.split(",") if one in NEEDS] if row is not None else []
    if row is None or not needs:
        return []
    settled = row.settled.split(",")
    said = [
        text(f"claims-status-need-{'done' if one in settled else 'open'}", need=text(f"meetings-need-name-{one}"))
        for one in needs
    ]
    return [text("claims-status-needs", needs=said)]


async def _claim_line(turn: Turn, claim: Claim) -> Text:
    total = Money(claim.total_cents)
    if claim.state in (ClaimState.PAID, ClaimState.RECEIVED) and claim.payment_id is not None:
        payment = await turn.session.get_one(Payment, claim.payment_id)
        later = payment.paid_on > turn.installation.today(turn.now) and claim.state is ClaimState.PAID
        said = "claims-status-to-be-paid" if later else f"claims-status-{claim.state.value}"
        return text(said, number=claim.number, total=total, date=payment.paid_on)
    since = claim.decided_at if claim.state is not ClaimState.SUBMITTED and claim.decided_at else claim.submitted_at
    date = turn.installation.today(since)
    return text(f"claims-status-{claim.state.value}", number=claim.number, total=total, date=date)


def _fitting(turn: Turn, lines: Sequence[Text]) -> Text:
    for held in range(len(lines), 0, -1):
        words = text("claims-status", lines=list(lines[:held]))
        if not spec_of(turn.contact.channel).segments:
            return words
        body = render(turn.installation.catalogue, Outgoing(words), turn.language, Channel.SMS).body
        if prepare(body).segments == 1:
            return words
    return text("claims-status", lines=[lines[0]])


async def _alert_when_late(turn: Turn, claims: Sequence[Claim], said: Claimed) -> bool:
    """They ask for money that is long in coming: a human is told, and the person is told who."""
    waiting = (ClaimState.SUBMITTED, ClaimState.RETURNED, ClaimState.APPROVED)
    late = [c for c in claims if c.state in waiting and c.submitted_at <= turn.now - LATE]
    unpaid = [c for c in claims if c.state is ClaimState.PAID]
    if not late and not (said.status and (unpaid or not claims)):
        return False
    await for_a_human(turn, TaskKind.CLAIM_LATE, note=", ".join(str(c.number) for c in [*late, *unpaid]), once=True)
    return True


async def _still_open(turn: Turn, claims: Sequence[Claim]) -> list[Ask]:
    """The question a claim was sent back with, or whether the money came: asked again, one only.

    Not in the middle of a dialogue: digits belong to its own question, which comes back.
    """
    if await current_dialogue(turn.session, turn.contact.id) is not None:
        return []
    for claim in claims:
        if claim.state is ClaimState.RETURNED:
            return [question_of(claim)]
    for claim in claims:
        if claim.state is ClaimState.PAID and claim.payment_id is not None:
            payment = await turn.session.get_one(Payment, claim.payment_id)
            if payment.asked_at is not None:
                prompt = text("claims-paid-came-again", number=claim.number, total=Money(claim.total_cents))
                return [Ask(Outgoing(prompt, TO_CONFIRM), RECEIVED, payment.id)]
    return []
