"""A claim cancelled in a sentence: asked once, and the yes to it does it. ANNULER, the word, does it at once."""

from __future__ import annotations

import re

from db.claims.tables import Claim
from db.conversations import DialogueState, Question, QuestionState
from handlers.claims import standing, withdrawing
from handlers.dialogue import Given, state
from handlers.turn import Ask, QuestionKind, Reply, Start, Turn, pieces_of
from messages import Money, Option, Outgoing, text
from messages.keywords import fold
from messages.reading import Meaning, Step

CANCEL = QuestionKind("claims.cancel", Step.MENU, {"yes": Meaning.YES, "no": Meaning.NO}, aside=True)
OPTIONS = (Option("yes", text("claims-option-cancel")), Option("no", text("claims-option-keep")))
LONGEST = 12  # words
FEWEST = 2  # a bare yes or no is read as everywhere
A_CLAIM = (
    r"(?:demande|reclamation|claim|solicitud|remboursement|allocation|demann|request|pedido)"
    r"(?: (?:de |d )?(?:sous|argent|money|cash|allocation|remboursement|frais|dinero|lajan))?"
)
DROPS = (
    r"(?:annule[zr]?|annulle[zr]?|oublie[zr]?|efface[zr]?|enleve[zr]?|retire[zr]?|"
    r"laisse[zr]? (?:faire|tomber)|jette[zr]?|"
    r"cancel|forget(?: about)?|drop|scrap|delete|remove|withdraw|cancela|cancele|olvida|olvide|anule|anula|bliye|"
    r"envoye[zr]? (?:pu|pas|plus)|don ?t send|no (?:mande|envie)|arrete[zr]?|stop)"
)
OWN = r"(?: (?:ca|moi|donc|la|ma|my|the|mi|cette|ste|toute|whole|vot|votre|that|this|a|tout|toute ma)){0,3} "
OF_A_CLAIM = re.compile(
    rf"\b{DROPS}{OWN}{A_CLAIM}\b"
    rf"|\b(?:ma|la|cette|my|the|mi) {A_CLAIM}\b.{{0,20}}\b(?:j ?)?(?:veux|veut|voulais|want|"
    rf"quiero) (?:pu|pas|plus|no more)\b"
    rf"|\bj?(?:e )?(?:veux|voulais|tiens) (?:pu|pas|plus)\b.{{0,16}}\b(?:ma|la|cette|de) {A_CLAIM}\b"
    rf"|\b(?:don ?t|do not|dont) want\b.{{0,16}}\b{A_CLAIM}\b"
    rf"|\bno quiero\b.{{0,16}}\b{A_CLAIM}\b"
)
ALL_OF_IT = re.compile(
    r"(?:(?:non|no|ok|bon|ben|finalement|actually|ah|oh|hey|pis|scusez|desole) )*"
    r"(?:annule[zr]?|oublie[zr]?|efface[zr]?|enleve[zr]?|laisse[zr]?(?: (?:faire|tomber|"
    r"donc faire))?|laissez faire|cancel|"
    r"forget(?: about)?|drop|scrap|never ?mind|olvida|olvide|olvidelo|cancela|cancele|anule|bliye)"
    r"(?: (?:moi|donc))? ?(?:tout|toute|ca|sa|it|it all|all|all of it|all that|everything|the whole thing|"
    r"the whole (?:damn )?thing|toute ca|tout ca|toute l affaire|l affaire|la patente|todo|todo eso|tout bagay)"
    r"(?: (?:la|svp|stp|please|merci|finalement|j ?(?:e )?veux (?:pu|plus) rien|c est trop complique|"
    r"c trop complique|thanks))*"
)
AGREES = re.compile(
    r"(?:oui|ouin|ouais|ouep|yes|yeah|yep|si|ok|okay|wi|exact|c ca|stp|svp)(?: (?:oui|svp|stp|please|"
    r"merci|la|le|les|ca|it|"
    r"annule\w*|cancel\w*|oublie\w*|efface\w*|enleve\w*|laisse\w*|faire|tomber|toute?|tout|all|everything|forget|drop|"
    r"ma|my|the|demande|claim|mi|cancelala|por favor|whole|thing))*"
)

REFUSES = re.compile(
    r"(?:non|no|nan|nope|nonon)(?: (?:non|no|garde\w*|laisse\w*|la|le|ca|it|keep|leave|svp|please|"
    r"merci|thanks|pas|annule\w*|"
    r"dejal[ao]|there|comme|annulez|don t|cancel|je|veux|continue\w*|on|envoye\w*))*"
)


def says(words: str, *, said_of_all: bool) -> bool:
    """Whether they cancel their claim in so many words; `said_of_all`: "forget the whole thing" is of it too."""
    said = fold(words)
    if len(said.split()) > LONGEST or said.startswith("comment "):
        return False
    return OF_A_CLAIM.search(said) is not None or (said_of_all and ALL_OF_IT.fullmatch(said) is not None)


def asks(claim: Claim | None = None) -> Ask:
    """The one question before a claim is cancelled: the one under way, or the one that was sent."""
    if claim is None:
        return Ask(Outgoing(text("claims-cancel-under-way"), OPTIONS), CANCEL)
    about = text("claims-cancel-sent", number=claim.number, total=Money(claim.total_cents))
    return Ask(Outgoing(about, OPTIONS), CANCEL, claim.id)


async def told(turn: Turn, question: Question, given: Given) -> Reply:
    """Yes cancels what was asked about, and nothing else; no leaves it."""
    if given.value != "yes":
        return text("claims-nothing-withdrawn") if question.subject_id is not None else None
    if question.subject_id is not None:
        return await withdrawing.withdraw_one(turn, question.subject_id)
    if (under_way := await standing.standing(turn)) is not None:
        await state.drop(turn.acting, under_way, DialogueState.CANCELLED)
        return text("claims-cancelled")
    return text("router-stale-button")


async def answered_in_words(turn: Turn, question: Question) -> Reply:
    """ "oui annule", "annule la", "non garde la": the answer, and what it is for; anything else is read as usual."""
    said = fold(turn.text)
    agrees = AGREES.fullmatch(said) or says(turn.text, said_of_all=True)
    if len(said.split()) < FEWEST or not (agrees or REFUSES.fullmatch(said)):
        return None
    question.state, question.answered_at = QuestionState.ANSWERED, turn.now
    if agrees:
        return await told(turn, question, Given(turn.text, "yes"))
    waits = await standing.standing(turn)
    kept = await told(turn, question, Given(turn.text, "no"))
    return kept if waits is None else [*pieces_of(kept), Start(standing.NAME, takes_up=waits.id)]
