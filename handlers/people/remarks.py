"""What someone who joins says beside an answer: kept in the talk, then on a card for a coordinator."""

from __future__ import annotations

from db.conversations import TaskKind
from db.tasks import add_task
from handlers.dialogue import Given, Talk, Unclear
from messages import text
from messages.reading import outright

LONGEST_REMARK = 300
FOR_A_HUMAN = "for a human"  # what they said beside their name, until a card holds it


def stop_at_else(talk: Talk, given: Given) -> None:
    """Neither a language nor a name: "jai faim", "jaimerais mieux qu'on m'appelle, jlis pas ben". A human learns of it,
    what can be said is said, and the question comes back."""
    name, phone = talk.installation.contact_name, talk.installation.contact_phone
    if outright.says(outright.HUNGRY, given.text):
        keep_for_a_human(talk, TaskKind.QUESTION, given)
        raise Unclear(text("people-join-hungry", name=name))
    if outright.says(outright.CALLS, given.text):
        keep_for_a_human(talk, TaskKind.CALL, given)
        raise Unclear(text("calls-noted", name=name, phone=phone))


def keep_for_a_human(talk: Talk, kind: TaskKind, given: Given) -> None:
    talk.keep_memo(FOR_A_HUMAN, [kind.value, given.incoming_id, given.text[:LONGEST_REMARK]])


async def pass_on(talk: Talk) -> None:
    """What they said besides, once: a card for a coordinator, with their words."""
    kept = talk.row.memo.get(FOR_A_HUMAN)
    if not kept:
        return
    talk.keep_memo(FOR_A_HUMAN, None)
    kind, incoming_id, words = kept
    await add_task(
        talk.session,
        talk.installation.organisation_id,
        TaskKind(kind),
        now=talk.now,
        contact_id=talk.contact.id,
        incoming_id=incoming_id,
        note=words if kind == TaskKind.QUESTION else "",
    )
