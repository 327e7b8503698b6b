"""A claim that was sent is taken back by its author while nothing is decided of it, and put back in a word."""

from __future__ import annotations

from db.claims import rules
from db.claims.questions import own_claims
from db.claims.rules import ClaimState
from db.claims.tables import Claim
from db.conversations import Question
from handlers.claims import acts
from handlers.dialogue import Given
from handlers.turn import Ask, QuestionKind, Reply, Turn
from messages import Money, Option, Outgoing, text
from messages.reading import Meaning, Step

WITHDRAWN = QuestionKind("claims.withdrawn", Step.MENU, {"yes": Meaning.YES, "no": Meaning.NO})
WHICH = QuestionKind("claims.withdraw_which", Step.MENU)
AFTER = (Option("yes", text("claims-option-right")), Option("no", text("claims-option-put-back")))
KEEP = "keep"
MOST = 3


async def withdrawn(turn: Turn) -> Reply:
    """The one claim of which nothing is decided is withdrawn; of several, which one is asked. None when there is
    none."""
    if turn.person is None:
        return None
    claims = [c for c in await own_claims(turn.session, turn.person.id) if c.state in rules.UNDECIDED][:MOST]
    if len(claims) == 1:
        return await _withdraw(turn, claims[0])
    if not claims:
        return None
    options = [
        Option(str(c.id), text("claims-option-numbered", number=c.number, total=Money(c.total_cents))) for c in claims
    ]
    options.append(Option(KEEP, text("claims-option-none-of-them")))
    return Ask(Outgoing(text("claims-withdraw-which"), tuple(options)), WHICH)


async def told_which(turn: Turn, question: Question, given: Given) -> Reply:
    if given.value is None or given.value == KEEP:
        return text("claims-nothing-withdrawn")
    return await withdraw_one(turn, int(given.value))


async def withdraw_one(turn: Turn, claim_id: int) -> Reply:
    """The claim that was chosen, or asked about, while nothing is decided of it."""
    claim = await turn.session.get(Claim, claim_id)
    if claim is None or turn.person is None or claim.person_id != turn.person.id:
        return text("router-stale-button")
    if claim.state not in rules.UNDECIDED:
        return text("claims-question-settled", number=claim.number)
    return await _withdraw(turn, claim)


async def _withdraw(turn: Turn, claim: Claim) -> Reply:
    assert turn.person is not None
    await acts.withdraw(turn.acting, claim, turn.person, channel=turn.contact.channel)
    said = text("claims-withdrawn", number=claim.number, total=Money(claim.total_cents))
    return Ask(Outgoing(said, AFTER), WITHDRAWN, claim.id)


async def told(turn: Turn, question: Question, given: Given) -> Reply:
    """Withdrawn for good, or put back as it was."""
    claim = await turn.session.get(Claim, question.subject_id)
    if claim is None or turn.person is None or claim.person_id != turn.person.id:
        return text("router-stale-button")
    if given.value != "no":
        return text("claims-withdrawn-kept", number=claim.number)
    if claim.state is not ClaimState.CANCELLED:
        return text("claims-question-settled", number=claim.number)
    await acts.put_back(turn.acting, claim, turn.person, channel=turn.contact.channel)
    return text("claims-put-back", number=claim.number, total=Money(claim.total_cents))
