"""What the signs of comments say surely, letters and words alone hesitate over: numbered parts, choices by number, two
days answered at once, a wish to stay unnamed beside words, words taken back, someone who is leaving.

Acted upon by mistake it costs little: words are read back, days and withdrawals are confirmed, before anything is done.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from messages.reading.asked import kind_asked
from messages.reading.context import Context
from messages.reading.features import clues
from messages.reading.findings import find
from messages.reading.heads import MEANINGS
from messages.reading.labels import Meaning, Step
from messages.reading.text import plain
from messages.reading.types import WORRYING, Reading
from messages.reading.weights import weights
from messages.sentences import signs
from messages.sentences.comments.apart import besides_a_claim
from messages.sentences.comments.read import CommentSigns, read_comment
from messages.sentences.pieces import is_a_part

M = Meaning
# Where words for the table may come out of the blue.
OPEN_TO_WORDS = frozenset(
    {
        Step.NOTHING, Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT, Step.OFFER_TO_CARRY, Step.COMMENT_KEPT,
        Step.CLAIM_OFFERED, Step.DIGEST, Step.OLD_DIGEST,
    }
)  # fmt: skip
# Readings that these signs do not contradict.
KEPT = frozenset({M.DISTRESS, M.STOP, M.STOP_KIND, M.CALL, M.CLAIM, M.CANCEL_CLAIM, M.OTHER_PERSON, M.PROPOSE})
FEW_WORDS = 5
KEEPS_ITS_MEANING = (M.STOP, M.STOP_KIND, M.DISTRESS, M.QUESTION, M.CALL, M.CLAIM, M.CANCEL_CLAIM, M.WITHDRAW)
WEAK = 0.6  # below, another reading gives way
SURE = 0.95
BY_SIGNS = 0.97
NEARLY = -0.2
FEWEST_BESIDE = 6  # words beside the wish to stay unnamed: fewer are about the wish
# Words given before, that the wish is about: "ce que j'ai dit l'autre fois, pas mon nom".
SAID_BEFORE = re.compile(
    r"\b(?:jai|j.?ai|javais|j.?avais|i|he|mwen|m) (?:deja |te |already )?"
    r"(?:dit?s?|ecrit|conte|envoye|marque|said|sent|wrote|told|dicho|di)\b"
    r"|\b(?:lautre|l.?autre|lotre|derniere|last) (?:fois|time)\b"
    r"|\b(?:mon|my|mi) (?:commentaire|comment|comentario|message|texte?)\b"
)
OF_THE_WRITING = re.compile(
    r"\b(?:ecri\w*|wri\w+|lire|lis\w*|lit|lue?s?|read\w*|long|place|mots?|words?|texte\w*|finir|fini|photo\w*|nom|name|fautes?|"
    r"clair|right|correct|corrige\w*|commentaires?|reponse|repond\w*|paye\w*|paid|gratis|free|quand|when|date|temps|"
    r"heure|mardi|lundi|mercredi|jeudi|vendredi|rencontre|reunion|meeting|there|maude|denis|vous|you|show)\b"
)
SOME_DAY = dt.date(2026, 6, 15)  # a Monday; which one does not matter to whether days are named


def with_words(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings, with what the signs of a comment say put first where the others hesitate."""
    best = readings[0]
    if best.meanings == (M.CLAIM,) and context.step in OPEN_TO_WORDS and _speaks_to_the_table(best.slots.words):
        return [replace(best, meanings=(M.CLAIM, M.COMMENT)), *readings[1:]]
    if best.faint and is_a_part(best.slots.words) and context.step in (*OPEN_TO_WORDS, Step.COLLECTING):
        return [replace(best, meanings=(M.COMMENT,), faint=False, worry=0.0), *readings]
    if context.step is Step.COLLECTING and best.meanings == (M.NAMELESS,) and best.worry <= WORRYING:
        meant = _meant(best, context)
        return [replace(best, meanings=meant), *readings[1:]] if meant else readings
    if context.step is Step.COLLECTING and best.meanings == (M.QUESTION,) and _asks_the_table(best.slots.words):
        told = replace(best, meanings=(M.COMMENT,), confidence=best.confidence / 2)
        first = replace(best, doubt="it may be their words")
        return [first, told, *(one for one in readings[1:] if one.meanings != told.meanings)]
    hesitates = best.confidence < SURE or best.doubt
    if best.why != "words" or not hesitates or KEPT & set(best.meanings) or best.worry > WORRYING:
        return readings
    meant = _meant(best, context)
    if not meant:
        return readings
    first = replace(best, meanings=meant, confidence=BY_SIGNS, sure="sure", doubt="", why="signs of a comment")
    return [first, *(one for one in readings if one.meanings != meant)]


def _asks_the_table(words: str) -> bool:
    """ "est-ce que le maire va enfin bouger?": of nothing that is known here, nor of the writing itself."""
    return not kind_asked(words) and OF_THE_WRITING.search(plain(words)) is None


def _speaks_to_the_table(claimed: str) -> bool:
    """Whether what a claim says besides itself reads as words for the table: "merci beaucoup, Verna" does not."""
    left = besides_a_claim(claimed, SOME_DAY, "")
    if not left:
        return False
    found = find(left)
    scores = weights().scores(clues(found.text, Step.NOTHING, found.names))
    best = max(MEANINGS, key=lambda name: scores[name])
    # "bon meeting mais parle trop vite", half small talk: read back, it costs little; dropped, it is lost.
    return best == M.COMMENT or (best == M.SMALLTALK and scores[M.COMMENT] > NEARLY)


def _meant(best: Reading, context: Context) -> tuple[Meaning, ...]:
    words, weak = best.slots.words, best.confidence < WEAK or best.meanings == (M.UNKNOWN,)
    if is_a_part(words) and context.step in (*OPEN_TO_WORDS, Step.COLLECTING):
        return (M.COMMENT,)
    if context.step is Step.COLLECTING and best.meanings == (M.NAMELESS,) and not SAID_BEFORE.search(plain(words)):
        long = _beside_the_wish(words) >= FEWEST_BESIDE and read_comment(words, SOME_DAY).anonymous
        return (M.COMMENT, M.NAMELESS) if long else ()
    if context.step not in OPEN_TO_WORDS:
        return ()
    said = read_comment(words, SOME_DAY)
    if (days := _days(said, best)) or (weak and len(said.choices) > 1):
        return days or (M.COMMENT,)
    if said.retraction and (weak or best.has(M.WITHDRAW)):
        return (M.WITHDRAW,)
    of_words = best.has(M.NAMELESS, M.COMMENT) and context.step is not Step.COMMENT_KEPT  # there, it is of those kept
    if said.anonymous and SAID_BEFORE.search(plain(words)):
        return (M.NAMELESS,)
    if said.anonymous and of_words and _beside_the_wish(words) >= FEWEST_BESIDE:
        return (M.NAMELESS, M.COMMENT)
    absent = best.has(M.ABSENT) and find(words).has("does not come")
    plainly = len(words.split()) <= FEW_WORDS and not best.has(*KEEPS_ITS_MEANING) and not absent
    return (M.COMMENT,) if said.leaving and (weak or plainly or best.has(M.COMMENT)) else ()


def _days(said: CommentSigns, best: Reading) -> tuple[Meaning, ...]:
    """Whether they come, said of two days; or an absence with its day, beside words that were read too."""
    answers = [part for part in said.days if part.says != "comment"]
    words = (M.COMMENT,) if best.has(M.COMMENT) or any(part.says == "comment" for part in said.days) else ()
    if len({(part.day.date, part.day.weekday) for part in answers}) > 1:
        return (M.ABSENT if any(part.says == "absent" for part in answers) else M.COMING, *words)
    if best.has(M.COMMENT) and any(part.says == "absent" and not part.day.past for part in answers):
        return (M.ABSENT, *words)
    return ()


def _beside_the_wish(words: str) -> int:
    folded = signs.folded(words)
    wish = {
        place for first, last in signs.spans("comment_signs.txt", "nameless", folded) for place in range(first, last)
    }
    return len(folded.words) - len(wish)
