"""What people say about their claims: RECLAMER, a sentence of their own, yes or no to an offer, an answer."""

from __future__ import annotations

import re
from typing import Any

from db.claims.questions import own_claims, payee_of, rates_on
from db.claims.rules import Payee
from db.claims.tables import Claim
from db.conversations import DialogueState, Question, QuestionState, TaskKind, current_dialogue
from db.meetings.questions import recent_meetings, upcoming_meetings
from handlers.claims import (
    acts,
    amending,
    asked,
    corrections,
    elsewhere,
    occasions,
    odd_sums,
    rates,
    standing,
    withdrawing,
)
from handlers.claims.sentence import Claimed
from handlers.claims.status import status
from handlers.claims.which import FIRST_SAID
from handlers.dialogue import Given, state
from handlers.heard import for_a_human, picture_before
from handlers.open_questions import questions_for
from handlers.turn import Heard, QuestionKind, Reply, Start, Turn, pieces_of
from messages import text
from messages.keywords import Keyword, fold, understand
from messages.reading import Meaning, Step
from messages.reading.asked import kind_asked

OFFER = QuestionKind(
    "claims.offer",
    Step.CLAIM_OFFERED,
    {"yes": Meaning.YES, "no": Meaning.NO},
    absorbs=frozenset({Meaning.AMOUNT, Meaning.KM, Meaning.CLAIM}),
)
LONGEST_ANSWER = 1000
LONGEST_NOTE = 9  # words: "j'ai 62 km à faire pour venir"
OF_WHAT_WAS = re.compile(
    r"\b(?:j?ai (?:pris|paye|fait|mange|roule|donne|depense|eu)|avons|etais|etait|"
    r"paye|coute|cost|took|paid|was|went|hier|yesterday|ayer|passee?|derniere?|last|pague|tome|te peye|"
    r"formation|activite|atelier|training|workshop|reclam\w*|claim|demande)\b"
)
NAME = standing.NAME
OF_A_CLAIM = frozenset({Meaning.CLAIM, Meaning.AMOUNT, Meaning.KM, Meaning.CORRECT})
NEVER_MONEY = frozenset({Meaning.DISTRESS, Meaning.STOP, Meaning.OTHER_PERSON})
ABOUT_RATES = ("cost", "money", "transport", "childcare")
OF_HELP = ("transport", "childcare")  # what is paid for them, or something else of them
OF_MONEY = re.compile(
    r"\$|combien|pay|paie|rembours|montant|tarif|frais|allou|argent|donne|couvr|cout|cost|cover|money|refund|how much|"
    r"cuanto|pag|reembols|dinero|konbyen|peye|lajan"
)


async def claim_meant(turn: Turn, heard: Heard) -> Reply:
    """RECLAMER, alone or with the whole claim behind it; or a claim in their own words."""
    if turn.person is None:
        return None
    said = _read(turn, heard.payload)
    if (reply := await _heard(turn, said)) is not None:
        return reply
    return await _kept_for_later(turn, said) if heard.keyword is None else await begin(turn, said)


async def amount_meant(turn: Turn, heard: Heard) -> Reply:
    """A sum that no question waits for begins a claim when the words say what it is for; else a person reads it."""
    if turn.person is None:
        return None
    said = _read(turn, heard.payload)
    return await _kept_for_later(turn, said) if said.is_claim else None


async def _kept_for_later(turn: Turn, said: Claimed) -> Reply:
    """The claim begins; a sum without a day, before their first meeting, is for a person to keep until it is held."""
    words = fold(turn.text)
    few = len(words.split()) <= LONGEST_NOTE and not OF_WHAT_WAS.search(words)
    if said.dates or not (said.offered and few and await _only_to_come(turn)):
        return await begin(turn, said)
    await for_a_human(turn, TaskKind.QUESTION)
    return text("claims-before-meeting", name=turn.installation.contact_name)


async def _only_to_come(turn: Turn) -> bool:
    """Whether the only meeting that a sum may be of has not been held: "62 km", the week before the first one."""
    assert turn.person is not None
    if await standing.standing(turn) is not None or await own_claims(turn.session, turn.person.id, limit=1):
        return False
    held = await recent_meetings(turn.session, turn.person.id, turn.now, limit=1)
    return not held and bool(await upcoming_meetings(turn.session, turn.person.id, turn.now, limit=1))


async def other_person_meant(turn: Turn, heard: Heard) -> Reply:
    """The allowance of someone else: a person sees to it. Anything else about others is not for us."""
    said = _read(turn, turn.text)
    return await _heard(turn, said) if said.proxy and turn.person is not None else None


async def no_meant(turn: Turn, heard: Heard) -> Reply:
    """ "j'ai pas besoin d'argent", out of the blue: noted, as a no to the offer would be."""
    said = _read(turn, turn.text)
    return await _heard(turn, said) if said.declined and turn.person is not None else None


def _read(turn: Turn, written: str) -> Claimed:
    return corrections.named(written, turn.installation.today(turn.now), turn.language)


async def _heard(turn: Turn, said: Claimed) -> Reply:
    """What is no claim to fill in: for someone else, on a basis the table does not know, declined, "where is it?"."""
    installation = turn.installation
    if said.proxy:
        await for_a_human(turn, TaskKind.PROXY_CLAIM)
        return text("claims-for-someone-else", name=installation.contact_name, phone=installation.contact_phone)
    if said.status:
        return await status(turn, said)
    if said.declined:
        await acts.decline(turn.acting, turn.person, meeting_id=await _offered_meeting(turn))
        return text("claims-declined")
    if said.unclear:
        await for_a_human(turn, TaskKind.CLAIM_UNCLEAR)
        return text("claims-for-a-human", name=installation.contact_name, phone=installation.contact_phone)
    return None


async def begin(turn: Turn, said: Claimed, meeting_id: int | None = None) -> Reply:
    """The claim that stands or the one that was just sent takes these words; else one begins with them."""
    assert turn.person is not None
    if meeting_id is None and (reply := await _into_what_is_there(turn, said)) is not None:
        return reply
    start: dict[str, Any] = {FIRST_SAID: turn.row.id}
    if (picture := await picture_before(turn)) is not None:
        start["photo"] = picture
    offered = said.whole
    today = turn.installation.today(turn.now)
    meant = await occasions.meetings_meant(turn.session, turn.person.id, said.dates, said.words, today)
    if await elsewhere.named(turn.session, turn.person.id, said, meant, today):
        start[elsewhere.UNMATCHED] = True
    elif meant:
        offered["meeting"] = ",".join(str(meeting.id) for meeting in meant)
    elif not said.dates and (meeting_id := meeting_id or await _offered_meeting(turn)) is not None:
        start["meeting"] = meeting_id
    concerned = {meeting.id for meeting in meant} | {start.get("meeting")}
    for question in await questions_for(turn):
        if question.kind == OFFER.name and question.subject_id in concerned:
            question.state, question.answered_at = QuestionState.ANSWERED, turn.now
    return [*odd_sums.told(said), Start("claim", start, offered)]


async def _into_what_is_there(turn: Turn, said: Claimed) -> Reply:
    assert turn.person is not None
    today = turn.installation.today(turn.now)
    row = await standing.standing(turn)
    if row is not None:
        meant = await occasions.meetings_meant(turn.session, turn.person.id, said.dates, said.words, today)
        return await standing.goes_on(turn, row, said) if standing.is_for(row, {m.id for m in meant}) else None
    return await amending.amended(turn, said)


async def known(turn: Turn, may_mean: frozenset[Meaning]) -> Reply:
    """A sum of a claim that stands, or that was just sent, is no riddle: whatever else the words look like."""
    if turn.person is not None and not may_mean & NEVER_MONEY and asked.cuts_other_money(turn.text):
        return await asked.who_knows(turn)
    if turn.person is None or turn.text.strip().endswith("?") or may_mean & NEVER_MONEY:
        return None
    current = await current_dialogue(turn.session, turn.contact.id)
    if current is not None and current.name != NAME:
        return None  # words for the table, or a form
    if current is None and (reply := await amending.put_right(turn)) is not None:
        return reply
    said = _read(turn, turn.text)
    if Meaning.MONEY_STATUS in may_mean and asked.when_paid(turn.text):
        return await status_meant(turn, Heard(Meaning.MONEY_STATUS, turn.text))
    if not said.offered or said.proxy or said.unclear or said.status:
        return None
    if current is not None:
        return await standing.goes_on(turn, current, said)
    if not may_mean & OF_A_CLAIM:
        return None
    if (reply := await amending.amended(turn, said)) is not None:
        return reply
    of_before = amending.AFTER_ALL.search(fold(turn.text)) and await own_claims(turn.session, turn.person.id, limit=1)
    return await begin(turn, said) if of_before else None


async def correct_meant(turn: Turn, heard: Heard) -> Reply:
    """ "vous corrigez quelque chose", with a sum: of the claim, which is put right or begun."""
    if turn.person is None:
        return None
    said = _read(turn, turn.text)
    return await begin(turn, said) if said.offered else None


async def _offered_meeting(turn: Turn) -> int | None:
    """The meeting of the offer that still stands open."""
    return next((q.subject_id for q in await questions_for(turn) if q.kind == OFFER.name), None)


async def answered_offer(turn: Turn, question: Question, given: Given) -> Reply:
    """Yes begins the claim, with the sums said beside it; no is noted, and nothing is lost by it."""
    if given.value == "no":
        await acts.decline(turn.acting, turn.person, meeting_id=question.subject_id)
        return text("claims-declined")
    beside = given.beside & OFFER.absorbs
    return await begin(turn, _read(turn, given.text) if beside else Claimed(), question.subject_id)


async def answered_question(turn: Turn, question: Question, given: Given) -> Reply:
    claim = await turn.session.get(Claim, question.subject_id)
    if claim is None or turn.person is None or claim.person_id != turn.person.id:
        return text("router-stale-button")
    words = given.text.strip()[:LONGEST_ANSWER]
    return await acts.answer_question(turn.acting, claim, turn.person, words, channel=turn.contact.channel)


async def answered_received(turn: Turn, question: Question, given: Given) -> Reply:
    if turn.person is None or question.subject_id is None:
        return text("router-stale-button")
    return await acts.say_received(
        turn.acting, question.subject_id, turn.person, turn.contact, came=given.value == "yes"
    )


async def rates_keyword(turn: Turn, heard: Heard) -> Reply:
    """TARIFS: the same table for everyone, and the right to say no thank you."""
    today = turn.installation.today(turn.now)
    payee = await payee_of(turn.session, turn.person.id) if turn.person is not None else Payee.PERSON
    table = await rates_on(turn.session, turn.installation.organisation_id, today, payee)
    if not table:
        return text("claims-no-table", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
    return text("claims-table", lines=rates.shown_rates(table))


async def question_meant(turn: Turn, heard: Heard) -> Reply:
    """What is paid for coming: the table answers, at the rates of today."""
    if heard.keyword is None and turn.person is not None and asked.cuts_other_money(turn.text):
        return await asked.who_knows(turn)
    if heard.keyword is not None or heard.slots.about not in ABOUT_RATES or turn.person is None:
        return None
    if kind_asked(turn.text) == "free":
        return None  # what it costs them, not what it pays
    if asked.when_paid(turn.text):
        return await status_meant(turn, heard)
    if asked.how_much_for_me(turn.text):
        if await standing.standing(turn) is not None:
            return text("claims-total-before")
        if await own_claims(turn.session, turn.person.id, limit=1):
            return await status(turn, _read(turn, turn.text), of_money=True)
    if heard.slots.about in OF_HELP and not OF_MONEY.search(fold(turn.text)):
        return None  # "je peux amener mon petit-fils?": a person answers
    return await rates_keyword(turn, heard)


async def status_meant(turn: Turn, heard: Heard) -> Reply:
    """Where the money is; "non merci pour l'argent" speaks of it too, and says no."""
    if heard.keyword is None and turn.person is not None and asked.cuts_other_money(turn.text):
        return await asked.who_knows(turn)
    said = _read(turn, turn.text)
    if said.declined:
        return await _heard(turn, said)
    word = understand(turn.text)
    of_money = not (word.keyword is Keyword.STATUT and word.alone)
    waits = await standing.standing(turn) is not None
    return await status(turn, said, of_money=of_money, in_words=heard.keyword is None, waits=waits)


async def cancel_meant(turn: Turn, heard: Heard) -> Reply:
    """The claim under way is dropped, and nothing is sent; one already sent is withdrawn while nothing is decided."""
    if (under_way := await standing.standing(turn)) is not None:
        await state.drop(turn.acting, under_way, DialogueState.CANCELLED)
        return text("claims-cancelled")
    if (said := await withdrawing.withdrawn(turn)) is not None:
        return said
    await for_a_human(turn, TaskKind.CLAIM_UNCLEAR)
    return text("claims-cancel-asked", name=turn.installation.contact_name, phone=turn.installation.contact_phone)


async def receipt_meant(turn: Turn, heard: Heard) -> Reply:
    """A receipt photographed a moment ago begins its claim; lost, or yet to come, a person sees to it."""
    if turn.person is not None and await picture_before(turn) is not None:
        begun = await begin(turn, _read(turn, turn.text))
        return [text("claims-photo-kept"), *pieces_of(begun)]
    await for_a_human(turn, TaskKind.CLAIM_UNCLEAR)
    id = "claims-lost-receipt" if heard.meaning is Meaning.LOST_RECEIPT else "claims-receipt-seen"
    return text(id, name=turn.installation.contact_name, phone=turn.installation.contact_phone)
