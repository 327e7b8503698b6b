"""What people ask of the money itself: how it is paid, in advance, accepted or not, come or not; and a refusal of it.

A question is never an answer: nothing is sent nor changed by it, and what waited is asked again.
"""

from __future__ import annotations

import datetime as dt
import re

from db.claims.questions import own_claims
from db.claims.rules import ClaimState, Mode
from db.conversations import Dialogue, Question, TaskKind
from handlers.claims import asked, cancelling, sentence, standing
from handlers.claims.status import status
from handlers.claims.wishes import mode_words
from handlers.heard import for_a_human
from handlers.turn import Ask, Reply, Start, Turn, pieces_of
from messages import Text, text
from messages.keywords import fold

MEANS = (
    r"(?:cheques?|chek|check|cash|comptant|virement|interac|depot|transfert?|direct deposit|gift card|efectivo|"
    r"lajan kach)"
)
HOW_PAID = re.compile(
    rf"\b(?:comment|how|como|kijan)\b.{{0,40}}\b(?:pay\w*|paie|paid|pag\w*|peye|rembours\w*|argent|"
    rf"money)\b.{{0,30}}\b{MEANS}\b"
    rf"|\b(?:pay\w*|paie|paid|pag\w*|peye|rembours\w*)\b(?: \w+){{0,4}} (?:par |en |by |in |con |pa )?{MEANS} (?:ou|"
    rf"or|o|oswa)\b"
    rf"|^(?:(?:ok|pis|et|and) )?(?:c ?est |ca |it s |is it )?(?:tu |ti )?(?:par |en |by |in |a )?{MEANS} (?:ou|or|"
    rf"o) (?:par |en |by |in |a )?\w+$"
    r"|\b(?:comment|how|como|kijan)\b(?: \w+){0,2} (?:vous|tu|you|je|j|i|on|nou|m|do)\b(?: \w+){0,3} (?:payez|paye|"
    r"payer|pay|paid|"
    r"pagan|peye)$"
)
IN_ADVANCE = re.compile(
    r"\b(?:pay\w*|paie|paid|pag\w*|argent|money|sous|avance\w*|lajan|kob)\b.{0,40}\b(?:a l ?avance|d ?avance|"
    r"davance|in advance|"
    r"upfront|up front|por adelantado|davans|avant la rencontre|before the meeting)\b"
    r"|\bavance\w*\b.{0,14}\b(?:argent|sous|\d+ ?(?:piasse|\$))|\b(?:reclam\w*|claim|"
    r"reembols\w*)\b.{0,16}\b(?:avant|before|antes|"
    r"anvan)\b.{0,14}\b(?:rencontre|reunion|meeting|reyinyon)\b"
)
APPROVED = re.compile(
    r"^(?:(?:ok|pis|et|bon|salut|allo|bonjour|ma demande|mon argent|hi|hello) )*"
    r"(?:(?:c ?est|cest|ca|elle est|y est|a ete|ete|est|is|was|has|esta|es|eske) ?)*(?:tu|ti|it|my claim|li|been|yo)? ?"
    r"(?:approuve\w*|accepte\w*|approved|accepted|ok+ed|aprobad\w|aceptad\w|aksepte(?: li)?)\b.{0,24}$"
)
WHEN_IT_COMES = re.compile(
    r"\b(?:quand|kan|when|cuando|kile|ki le)\b(?: que)?(?: (?:est ce que|does|will|is))? (?:ca|sa|c ?a|l ?argent|"
    r"it|the money|li) "
    r"(?:va |vas )?(?:arriver?|rentrer?|come|coming|vini|llega|be here)\w*\b(?! (?:a|de) (?:la )?(?:rencontre|reunion))"
    r"|\b(?:kile|ki le)\b.{0,12}\b(?:jwenn|resevwa|touche)\b.{0,8}\b(?:kob|lajan)\b"
)
NOT_COME = re.compile(
    r"\b(?:rien|toujours rien|encore rien)\b (?:encore )?(?:recu|eu|rentre)\b|^(?:j ?ai |jai )?(?:encore |"
    r"toujours )?rien recu\b"
    r"|\b(?:pas|jamais|po|pa|toujours pas|pas encore)\b (?:encore |toujours )?(?:recu|eu|touche)\b(?: \w+){0,2} "
    r"(?:argent|cheque|paye|virement|sous|depot)\b"
    r"|\b(?:not|never|haven t|havent|didn t|didnt)\b (?:yet )?(?:received|receive|got|get|gotten) (?:anything|"
    r"my money|the money|paid)\b"
    r"|\bno (?:he )?recib\w+ (?:nada|el dinero|mi dinero)\b|\bpoko (?:resevwa|jwenn)\b"
    r"|\b(?:il |y |me |m )?manque (?:encore )?\d+(?: \d\d)?(?: (?:piasses?|dollars?))?$"
)
CAME = re.compile(
    r"^(?:(?:ah|oh|oui|ok|bon|yes|si|wi|ben|finalement|hey) )*(?:(?:c ?est|cest|c|l ?argent est|mon argent est|y est|"
    r"it s|it|the money)(?: \w+)? )?(?:rentre|arrive|bien recu|recu|came|arrived|llego|vini|antre)\b.{0,16}$"
    r"|\b(?:j ?ai|jai|i) (?:bien )?(?:recu|eu|got|received) (?:mon|l|my|the|le)\b.{0,4}(?:argent|money|cheque|"
    r"virement)\b"
)
REFUSES = re.compile(
    r"\b(?:veux|veut|veu|jveux|jveu|prends?|jprends?|besoin|voulais)\b (?:pas|pus?|plus|rien|po)?(?: ?\w+){0,2}? ?"
    r"(?:d ?argent|dargent|l ?argent|largent|votre argent|de remboursement|d ?allocation|de vos sous)\b"
    r"|\b(?:don t|dont|do not) (?:want|need) (?:any |the |your )?money\b|\bno quiero (?:el |su |nada de )?dinero\b"
    r"|\bm pa (?:vle|bezwen) (?:lajan|kob)\b"
)
NEGATES = re.compile(r"\b(?:pas|pus?|plus|rien|po|don t|dont|not|no|pa)\b")
LONGEST = 16  # words: more of them tell a story
RECENT = dt.timedelta(days=60)
ENDS = ("confirm", "what")


async def answered(turn: Turn, row: Dialogue | None, last: Question | None) -> Reply:
    """The answer to a question about the money, whatever waits. `row`: the claim under way, if any."""
    said = fold(turn.text)
    if len(said.split()) > LONGEST:
        return None
    found = await _asked(turn, said, waits=row is not None)
    if found is None and row is not None:
        found = await _of_what_waits(turn, row, said, last)
    if found is None:
        return None
    asks = any(isinstance(piece, Ask) for piece in pieces_of(found))
    return found if row is None or asks else [*pieces_of(found), Start(standing.NAME, takes_up=row.id)]


async def _asked(turn: Turn, said: str, *, waits: bool) -> Reply:
    if asked.cuts_other_money(turn.text):
        return await asked.who_knows(turn)
    if IN_ADVANCE.search(said):
        return await _by_a_person(turn, "claims-in-advance")
    if HOW_PAID.search(said):
        return await _how_paid(turn)
    comes = WHEN_IT_COMES.search(said)
    if waits and (comes or asked.when_paid(turn.text)):
        return text("claims-paid-after", name=turn.installation.contact_name)
    if not (comes or APPROVED.search(said)) or not (waits or await _sent_lately(turn)):
        return None
    words = sentence.read(turn.text, turn.installation.today(turn.now), turn.language)
    return await status(turn, words, of_money=True, in_words=True, waits=waits)


async def _sent_lately(turn: Turn) -> bool:
    claims = await own_claims(turn.session, turn.person.id, limit=1) if turn.person is not None else []
    return any(turn.now - one.submitted_at < RECENT or one.state is not ClaimState.RECEIVED for one in claims)


async def _of_what_waits(turn: Turn, row: Dialogue, said: str, last: Question | None) -> Reply:
    """Words of an earlier payment, or a refusal of the money, in the middle of a claim."""
    if NOT_COME.search(said):
        words = sentence.read(turn.text, turn.installation.today(turn.now), turn.language)
        return await status(turn, words, of_money=True, in_words=True, waits=True)
    if CAME.search(said) and last is not None and last.key in ENDS:
        return text("claims-came-not-sent")
    if REFUSES.search(said) and NEGATES.search(said) and not any(one.isdigit() for one in said):
        return cancelling.asks()
    return None


async def _how_paid(turn: Turn) -> Text:
    """The ways there are, or the one that they had asked for."""
    said = await _by_a_person(turn, "claims-how-paid")
    wished = turn.person.paid_by if turn.person is not None else ""
    return text("claims-how-paid-wished", mode=mode_words(Mode(wished)), **said.args) if wished else said


async def _by_a_person(turn: Turn, id: str) -> Text:
    await for_a_human(turn, TaskKind.QUESTION)
    return text(id, name=turn.installation.contact_name, phone=turn.installation.contact_phone)
