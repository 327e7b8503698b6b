"""What people say in the middle of a claim, or once it was sent, that answers no question of it: a wait, "ok envoye",
how much it makes, a sum put right or taken away. Understood for what it says, whatever else it looks like.
"""

from __future__ import annotations

import re
from typing import Any

from db.claims import rules
from db.claims.questions import own_claims, payee_of, rates_of
from db.claims.rules import LineKind, LineOf, total
from db.claims.tables import Claim
from db.conversations import Dialogue, Question, TaskKind, current_dialogue
from handlers.claims import (
    amending,
    asked,
    cancelling,
    draft,
    elsewhere,
    held,
    like_before,
    money_asked,
    participation,
    second,
    shared,
    standing,
    talk,
)
from handlers.claims.draft import ClaimStatement
from handlers.claims.held import ClaimChange, Held
from handlers.claims.occasions import ClaimOccasion
from handlers.claims.which import occasions_of
from handlers.dialogue import Talk
from handlers.dialogue.talk import AwaitsAnswer
from handlers.heard import for_a_human
from handlers.turn import Piece, Reply, Start, Turn
from messages import Money, Text, text
from messages.keywords import fold
from messages.reading import Meaning, cancelled, said_again

AT_THE_END = ("confirm", "what")
IN_THEIR_WORDS = ("activity", "taxi_why", "meeting")
BEFORE = r"(?:non |no |ok |okay |oui |yes |bon |ben |pis |euh |hey |mais |so |scuse |la )*"
WAITS = re.compile(
    rf"{BEFORE}(?:attend\w*|atten|wait|hold on|espera|espere|un instant|un moment|(?:une|1|2|deux|5|cinq|a|one) "
    r"(?:ti |petite )?(?:minutes?|secondes?|sec|min)|minute|tann|donne[zr]? moi une minute|laisse[zr]? moi (?:voir|"
    r"regarder|une minute)|j(?:e )?(?:cherche|regarde)(?: mon| ma| le)?(?: recu)?|give me a (?:minute|sec)|"
    r"let me (?:see|check))"
    r"(?: (?:la|un peu|minute|une minute|un instant|svp|stp|please|que je (?:regarde|cherche|check)|sec|moi|mwen))*"
)
SENDS = re.compile(
    rf"{BEFORE}(?:envoye[zr]?|envoie[zs]?|envoyer|send|mandal[oa]|envial[oa]|voye|soumet\w*|submit|go|c(?:a)?(?: est)? "
    r"(?:beau|bon|correct|parfait|good|fini|toute?)|cbon|cbeau|ctoute?|c ?est (?:beau|bon|correct|parfait|tout)|"
    r"that s (?:it|all|good)|thats (?:it|all|good)|all good|looks good|es todo|eso es todo|esta bien|se tout)"
    r"(?: (?:la|le|les|ca|it|toute?|ma demande|my claim|svp|stp|please|merci|maintenant|now|envoye[zr]?|envoie|send|"
    r"then|donc|pour moi))*"
)
NOTHING_MORE = re.compile(r"\b(?:toute?|all|it|fini|todo|bon|beau|correct|good)\b")
HOW_FAR = re.compile(
    r"\b(?:combien|konbyen|cuantos|how many|how much)\b.{0,16}\b(?:km|kilo\w*|miles?)\b.{0,24}$"
    r"|\b(?:mis|noter?|marque|put|have|got|down)\b.{0,12}\bcombien\b.{0,10}\b(?:km|kilo\w*)\b"
)
NO_TAXI = re.compile(
    r"\b(?:pas|jamais|not|no|pa) (?:pris |pas |un |de |en |le |a |by |take )?(?:taxi|cab|uber|taksi)\b"
)
NO_REASON = frozenset({"oui", "ok", "yes", "wi", "si", "non", "no", "okay", "ouais", "1"})
RECENT_DAYS = 14
NEVER_MONEY = frozenset({Meaning.DISTRESS, Meaning.STOP, Meaning.OTHER_PERSON})


async def plainly(turn: Turn, last: Question | None, done: frozenset[Meaning]) -> Reply:
    """What these words plainly are to the claim that waits, or to the last one sent; None when they are nothing of it.

    `last`: the question that they saw last. `done`: what would be acted upon, surely.
    """
    if turn.person is None or not turn.text.strip() or turn.incoming.button is not None:
        return None
    if last is not None and last.kind == cancelling.CANCEL.name:
        return await cancelling.answered_in_words(turn, last)
    row = await current_dialogue(turn.session, turn.contact.id)
    if row is not None and row.name != standing.NAME:
        return None
    if not done & NEVER_MONEY and (said := await money_asked.answered(turn, row, last)) is not None:
        return said
    if like_before.says(turn.text) and (said := await _like_before(turn, row, last)) is not None:
        return said
    if row is not None:
        mine = last is not None and last.dialogue_id == row.id
        return await _of_what_waits(turn, row, last.key, done) if mine and last is not None else None
    return await _of_what_was_sent(turn, last, done)


async def _like_before(turn: Turn, row: Dialogue | None, last: Question | None) -> Reply:
    """The sums of the last claim: to the offer, or in a claim that asks for its sums."""
    if last is None or (row is None and last.kind != talk.OFFER.name):
        return None
    if row is not None and (last.dialogue_id != row.id or last.key in (*AT_THE_END, *IN_THEIR_WORDS)):
        return None
    said = await like_before.claimed(turn)
    if said is None:
        return None
    if row is not None:
        return await standing.goes_on(turn, row, said)
    return await talk.begin(turn, said, last.subject_id)


async def _of_what_waits(turn: Turn, row: Dialogue, key: str, done: frozenset[Meaning]) -> Reply:
    said = fold(turn.text)
    if Meaning.CANCEL_CLAIM not in done and cancelled.says(turn.text, said_of_all=True):
        return cancelling.asks()
    if key not in IN_THEIR_WORDS and WAITS.fullmatch(said):
        return text("claims-wait")
    if key not in (*AT_THE_END, *IN_THEIR_WORDS) and SENDS.fullmatch(said):
        return await _sent_too_soon(turn, row, key, said)
    if asked.how_much_for_me(turn.text) or HOW_FAR.search(said):
        return [*([] if key == "confirm" else await _so_far(turn, row)), Start(standing.NAME, takes_up=row.id)]
    if elsewhere.says_wrong_meeting(turn.text):
        kept = {k: v for k, v in row.start.items() if k != "meeting"}
        row.start = {**kept, elsewhere.UNMATCHED: True}
        row.answers = {k: v for k, v in row.answers.items() if k not in ("meeting", "activity", *AT_THE_END)}
        row.prefill = {k: v for k, v in row.prefill.items() if k != "meeting"}
        row.memo = {**row.memo, "told:unmatched": True}
        return [Start(standing.NAME, takes_up=row.id)]
    if key == "taxi_why" and NO_TAXI.search(said):
        return _put(row, ClaimChange(gone=frozenset({"taxi"})), key)
    if key == "taxi_why" and said in NO_REASON:
        return [text("claims-not-sent-one-more"), Start(standing.NAME, takes_up=row.id)]
    if key in IN_THEIR_WORDS:
        return None
    sums = held.of_draft(row)
    change = held.changed(turn.text, sums, key.partition(":")[0])
    if change is None:
        return None
    change = await like_before.by_the_hour(turn, row.start, change, sums.prices.get("childcare", 0))
    return _put(row, change, key)


async def _sent_too_soon(turn: Turn, row: Dialogue, key: str, said: str) -> Reply:
    """To "autre chose?", it is that there is nothing more; before, what is still needed is asked."""
    if (key == "other" and NOTHING_MORE.search(said)) or (key == "other" and "nvoy" in said):
        row.answers = {**row.answers, "other": row.answers.get("others_before") or []}
        return [Start(standing.NAME, takes_up=row.id)]
    return [text("claims-not-sent-one-more"), Start(standing.NAME, takes_up=row.id)]


def _put(row: Dialogue, change: ClaimChange, key: str) -> list[Piece]:
    """The change in the claim under way; its question comes back, or its total."""
    before = held.of_draft(row)
    values = held.offered(change)
    rides = str(row.answers.get("transport") or row.prefill.get("transport") or "none").split("+")
    left = [ride for ride in rides if RIDE_KEYS.get(ride) not in change.gone]
    if left != rides:
        values["transport"] = "+".join(left) or "none"
    for kind in change.gone & {"meal", "childcare"}:
        values[kind] = "0"
    answers: dict[str, Any] = {}
    if "participation" in change.gone:
        values["halves"], answers["ask_halves"] = "0", True
    if change.others is not None:
        answers["other"] = [[cents, what] for cents, what in change.others]
    if change.parts[0]:
        question = shared.QUESTION_OF.get(MEAL_PAID.get(change.parts[0], ""), change.parts[0])
        values[f"{question}{shared.PARTS}"] = list(change.parts[1])
        gone_with = {question, "meal_paid"} if change.parts[0] == "meal" else {question}
        row.answers = {k: v for k, v in row.answers.items() if k not in gone_with}
        row.prefill = {k: v for k, v in row.prefill.items() if k not in gone_with}
    dropped = {*values, *answers, *change.again, *AT_THE_END, *(DROPPED_WITH.get(kind, "") for kind in change.gone)}
    dropped |= {"meal_price"} if "meal_paid" in values else set()
    row.answers = {k: v for k, v in row.answers.items() if k not in dropped} | answers
    row.prefill = {k: v for k, v in row.prefill.items() if k not in dropped} | values
    said = _told(change, before, held.of_draft(row)) if key not in AT_THE_END or change.told or change.again else []
    if "participation" in change.gone:  # what else left is told with the new total
        said.append(text("claims-taken-away", lines=[text("claims-rate-name-participation")]))
    return [*said, Start(standing.NAME, takes_up=row.id)]


MEAL_PAID = {"meal": "meal_paid"}
RIDE_KEYS = {"bus": "fare", "taxi": "taxi", "car": "car"}
DROPPED_WITH = {"fare": "fare", "taxi": "taxi", "car": "km", "meal": "meal_paid"}


def _told(change: ClaimChange, before: Held, now: Held) -> list[Piece]:
    """What left, and what was put right or only said again."""
    gone = [line for key in sorted(change.gone | change.again) if (line := _shown(key, before)) is not None]
    gone += [_named(*one) for one in before.others if change.others is not None and one not in now.others]
    new = [line for key in (*change.prices, *(["car"] if change.km else [])) if (line := _shown(key, now)) is not None]
    new += [_named(*one) for one in now.others if change.others is not None and one not in before.others]
    if change.told and (line := _shown(change.told, now)) is not None:
        new.append(line)
    if len(new) == 1 and len(gone) == 1:
        gone = []  # one in the place of the other
    return [
        *([text("claims-taken-away", lines=gone)] if gone else []),
        *([text("claims-noted-beside", lines=new)] if new else []),
    ]


def _shown(key: str, sums: Held) -> Text | None:
    if key == "car":
        return text("claims-noted-km", km=draft.plain_number(sums.km)) if sums.km else None
    if key not in sums.prices:
        return None
    kinds = {"meal": LineKind.MEAL, "childcare": LineKind.CHILDCARE}
    note = "taxi" if key == "taxi" else ""
    if key == "meal" and not sums.prices[key]:
        return text("claims-rate-name-meal")
    return draft.shown_line(LineOf(kinds.get(key, LineKind.TRANSPORT_FARE), 1, sums.prices[key], note=note))


def _named(cents: int, what: str) -> Text:
    return text("claims-line-named", what=what, amount=Money(cents))


# -- how much it makes -----------------------------------------------------------------------------------------------


async def _so_far(turn: Turn, row: Dialogue) -> list[Piece]:
    """The lines that are known, and what they make."""
    lines = await _lines_so_far(turn, row)
    if not lines:
        return [text("claims-total-before")]
    return [text("claims-so-far", lines=[draft.shown_line(line) for line in lines], total=Money(total(lines)))]


async def _lines_so_far(turn: Turn, row: Dialogue) -> list[LineOf]:
    assert turn.person is not None
    talk = Talk(turn.acting, turn.contact, turn.person, row)
    rates = await rates_of(
        turn.session, turn.installation.organisation_id, await payee_of(turn.session, turn.person.id)
    )
    when = [ClaimOccasion(turn.installation.today(turn.now), "")]
    halves: tuple[int, ...] = (0,)
    remote: tuple[bool, ...] = (False,)
    try:
        when = await occasions_of(talk)
        halves, remote = (0,) * len(when), (False,) * len(when)
        halves, remote = await participation.half_days(talk, when, rates)
    except AwaitsAnswer:
        pass  # the meeting, or the time spent there, is still to be said
    sums = held.of_draft(row)
    facts = ClaimStatement(
        tuple(when), halves, remote, kilometres=sums.km, fare=sums.prices.get("fare", 0),
        taxi=sums.prices.get("taxi", 0), meals=int("meal" in sums.prices), meal_paid=sums.prices.get("meal") or None,
        childcare=sums.prices.get("childcare", 0), others=sums.others,
    )  # fmt: skip
    return draft.lines_of(facts, rates)


# -- once it was sent ------------------------------------------------------------------------------------------------


async def _of_what_was_sent(turn: Turn, last: Question | None, done: frozenset[Meaning]) -> Reply:
    claim = await _undecided(turn, last)
    if claim is None:
        return None
    said = fold(turn.text)
    whole = last is None or last.kind.startswith("claims.")
    if Meaning.CANCEL_CLAIM not in done and cancelled.says(turn.text, said_of_all=whole and _is_fresh(turn, claim)):
        return cancelling.asks(claim)
    if elsewhere.says_wrong_meeting(turn.text):
        await for_a_human(turn, TaskKind.CLAIM_UNCLEAR)
        name, phone = turn.installation.contact_name, turn.installation.contact_phone
        return text("claims-wrong-meeting", number=claim.number, name=name, phone=phone)
    lines = await second.lines_kept(turn.session, claim)
    if (whole and asked.how_much_for_me(turn.text)) or HOW_FAR.search(said):
        shown = [draft.shown_line(line) for line in lines]
        return text("claims-holds", number=claim.number, lines=shown, total=Money(claim.total_cents))
    change = _of_what_was_changed(turn, last) or held.changed(turn.text, held.of_lines(lines), "sent")
    if change is None or not change.moves or change.again or change.parts[0]:
        return None
    return await amending.put(turn, claim, change)


def _of_what_was_changed(turn: Turn, last: Question | None) -> ClaimChange | None:
    """ "non c'est 11", to "changé: taxi 22 $": of that one line."""
    said = said_again.only_sum(turn.text)
    if said is None or said.each or said.value <= 0 or last is None or last.kind != amending.AMENDED.name:
        return None
    known = {(one["kind"], one["note"], one["cents"]) for one in last.prompt["before"]}
    new = [one for one in last.prompt["after"] if (one["kind"], one["note"], one["cents"]) not in known]
    if len(new) != 1:
        return None
    line = LineOf(LineKind(new[0]["kind"]), 1, 0, note=new[0]["note"])
    thing = draft.thing(line)
    return ClaimChange({thing: round(said.value * 100)}) if thing in held.PRICES else None


async def _undecided(turn: Turn, last: Question | None) -> Claim | None:
    """The last claim, when nothing is decided of it and it may be what is spoken of."""
    assert turn.person is not None
    claim = next(iter(await own_claims(turn.session, turn.person.id, limit=1)), None)
    if claim is None or claim.state not in rules.UNDECIDED:
        return None
    near = last is None or last.kind.startswith("claims.") or (turn.now - claim.submitted_at).days < RECENT_DAYS
    return claim if near else None


def _is_fresh(turn: Turn, claim: Claim) -> bool:
    """Sent today: "forget the whole thing" is of it."""
    return (turn.now - claim.submitted_at).total_seconds() < 24 * 3600
