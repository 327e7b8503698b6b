"""How long someone took part. The standard amount comes by itself; only what does not agree is asked."""

from __future__ import annotations

from collections.abc import Sequence

from db.claims import rules
from db.claims.questions import took_part_from_afar
from db.claims.rules import LineKind, RateOf
from db.comments.questions import wrote_without_a_name
from db.meetings.questions import CAME, attendance_of
from db.meetings.tables import Answer, Presence
from db.people import Role, roles_of
from handlers.claims.occasions import ClaimOccasion
from handlers.dialogue import Talk
from messages import Money, Option, text

Halves = tuple[tuple[int, ...], tuple[bool, ...]]


async def half_days(talk: Talk, when: Sequence[ClaimOccasion], rates: Sequence[RateOf]) -> Halves:
    """(half-days, from afar) for each occasion."""
    remote = tuple([await _from_afar(talk, occasion) for occasion in when])
    rate = rules.rate_on(rates, LineKind.PARTICIPATION, when[0].day)
    if rate is None or not rate.cents or all(remote):
        return (0,) * len(when), remote
    said = await _said(talk, rate.cents)
    scheduled = [occasion.half_days for occasion in when]
    if not await _must_ask(talk, when, said):
        known = [halves if halves is not None else said or 0 for halves in scheduled]
        return tuple(known), remote
    return (await _ask(talk, when, rate.cents),) * len(when), remote


async def _said(talk: Talk, cents: int) -> int | None:
    """What a sentence said for each occasion: half-days, or the amount they come to."""
    for key in ("halves_said", "halves_unsure", "amount_said"):
        if key in talk.row.prefill:
            talk.keep(key, int(talk.row.prefill[key]))
            talk.row.prefill = {k: v for k, v in talk.row.prefill.items() if k != key}
    if "halves_said" in talk.answers:
        return int(talk.answers["halves_said"])
    if "amount_said" in talk.answers:
        # An amount that the table does not make is nothing to build on: it is asked.
        return rules.halves_paid(int(talk.answers["amount_said"]), cents) or -1
    return None


async def _must_ask(talk: Talk, when: Sequence[ClaimOccasion], said: int | None) -> bool:
    assert talk.person is not None
    if "halves" in talk.answers or talk.answers.get("ask_halves"):
        return True
    scheduled = [occasion.half_days for occasion in when]
    if said is not None:
        unsure = said < 0 or "halves_unsure" in talk.answers
        return any(halves != said for halves in scheduled) if any(scheduled) else unsure
    if any(halves is None for halves in scheduled) or Role.EXPERT not in await roles_of(talk.session, talk.person.id):
        return True
    return any([await _was_away(talk, occasion) for occasion in when])


async def _was_away(talk: Talk, occasion: ClaimOccasion) -> bool:
    """Said they could not come, or were noted as absent."""
    assert talk.person is not None
    if occasion.meeting_id is None:
        return False
    row = await attendance_of(talk.session, occasion.meeting_id, talk.person.id)
    if row is None or row.presence in CAME:
        return False
    return row.presence is not Presence.UNKNOWN or row.answer is Answer.ABSENT


async def _from_afar(talk: Talk, occasion: ClaimOccasion) -> bool:
    assert talk.person is not None
    if occasion.meeting_id is None:
        return False
    today = talk.installation.today(talk.now)
    took_part = await took_part_from_afar(
        talk.session, talk.person.id, occasion.meeting_id, today
    ) or await wrote_without_a_name(talk.session, talk.person.id, talk.contact.id, occasion.meeting_id, today)
    row = await attendance_of(talk.session, occasion.meeting_id, talk.person.id)
    return took_part and (row is None or row.presence not in CAME)


async def _ask(talk: Talk, when: Sequence[ClaimOccasion], cents: int) -> int:
    options = (
        Option("1", text("claims-option-half", amount=Money(cents))),
        Option("2", text("claims-option-day", amount=Money(cents * 2))),
        Option("0", text("claims-option-expenses-only")),
    )
    first = when[0]
    prompt = text("claims-how-long", name=first.name[:18].strip(), date=first.day)
    if len(when) > 1:
        prompt = text("claims-how-long-each", date=first.day)
    return int(await talk.choose("halves", prompt, options))
