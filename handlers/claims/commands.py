"""What coordinators write about claims: see, approve, send back, refuse, pay, set the table of rates."""

from __future__ import annotations

import datetime as dt
import re

from db.claims.rules import LineKind, Mode
from handlers.access import Actor, Refused, actor_of, refuse
from handlers.claims import decisions, payments, rates
from handlers.dialogue import Talk, dialogue
from handlers.turn import Said, Start, Turn
from messages import Option, Outgoing, text
from messages.keywords import fold
from messages.sentences import amounts, dates
from messages.sentences.plain import plain

NUMBER = re.compile(r"^\s*(?:no\s*)?(\d+)\s*(.*)$", re.DOTALL | re.IGNORECASE)
MODES = {
    "virement": Mode.TRANSFER,
    "transfer": Mode.TRANSFER,
    "interac": Mode.TRANSFER,
    "cheque": Mode.CHEQUE,
    "check": Mode.CHEQUE,
    "comptant": Mode.CASH,
    "argent": Mode.CASH,
    "cash": Mode.CASH,
    "carte-cadeau": Mode.GIFT_CARD,
    "carte cadeau": Mode.GIFT_CARD,
    "gift-card": Mode.GIFT_CARD,
    "gift card": Mode.GIFT_CARD,
    "gift_card": Mode.GIFT_CARD,
}
KINDS = {
    "participation": LineKind.PARTICIPATION,
    "distance": LineKind.REMOTE,
    "remote": LineKind.REMOTE,
    "km": LineKind.TRANSPORT_KM,
    "auto": LineKind.TRANSPORT_KM,
    "car": LineKind.TRANSPORT_KM,
    "autobus": LineKind.TRANSPORT_FARE,
    "bus": LineKind.TRANSPORT_FARE,
    "repas": LineKind.MEAL,
    "meal": LineKind.MEAL,
    "garde": LineKind.CHILDCARE,
    "childcare": LineKind.CHILDCARE,
    "autre": LineKind.OTHER,
    "other": LineKind.OTHER,
}
MOST_PAID = 10_000_000  # cents, of one batch
AT_MOST = {"max", "maximum", "tarif", "most"}
RECEIPT = {"recu", "receipt", "photo"}


async def list_command(turn: Turn, rest: str) -> Said:
    """/demandes: all that waits; /demandes 12: that one."""
    if rest.strip():
        return await _shown(turn, _numbered(rest, "demandes")[0])
    return (await decisions.list_waiting(turn.session, turn.house, await _actor(turn), now=turn.now)).text


async def show_command(turn: Turn, rest: str) -> Said:
    """/demande 12: the claim, then the pictures of its receipts."""
    return await _shown(turn, _numbered(rest, "demande")[0])


async def _shown(turn: Turn, number: int) -> Said:
    done = await decisions.show(turn.session, turn.house, await _actor(turn), number, now=turn.now)
    return [done.text, *(Outgoing(picture.words, image=picture.name) for picture in done.pictures)]


async def approve_command(turn: Turn, rest: str) -> Said:
    """/approuver-demande 12 14 ; "max" at the end pays no further than the table."""
    words = rest.replace(",", " ").split()
    at_most = bool(words) and fold(words[-1]) in AT_MOST
    numbers = read_numbers(words[:-1] if at_most else words, "approuver-demande")
    done = await decisions.approve(turn.session, turn.house, await _actor(turn), numbers, at_most=at_most, now=turn.now)
    return done.text


async def return_command(turn: Turn, rest: str) -> Said:
    """/retourner 12 Quel jour était-ce?"""
    number, question = _numbered(rest, "retourner")
    done = await decisions.send_back(turn.session, turn.house, await _actor(turn), number, question, now=turn.now)
    return done.text


async def refuse_command(turn: Turn, rest: str) -> Said:
    """/refuser 12 La rencontre n'a pas eu lieu."""
    number, reason = _numbered(rest, "refuser")
    done = await decisions.refuse_claim(turn.session, turn.house, await _actor(turn), number, reason, now=turn.now)
    return done.text


async def reopen_command(turn: Turn, rest: str) -> Said:
    number, _ = _numbered(rest, "rouvrir-demande")
    return (await decisions.reopen(turn.session, turn.house, await _actor(turn), number, now=turn.now)).text


async def pay_command(turn: Turn, rest: str) -> Said:
    """/payer 12 13 virement 2026-12-15: shows the total, and pays once it is typed again."""
    numbers, mode, day = read_payment(rest, turn.house.today(turn.now))
    await payments.preview(turn.session, turn.house, await _actor(turn), numbers, mode, day, now=turn.now)
    return Start("claims-pay", {"numbers": numbers, "mode": mode.value, "date": day.isoformat()})


@dialogue("claims-pay")
async def pay(talk: Talk) -> Said:
    """The batch as it would be paid; the total typed again pays it. Money does not come back."""
    assert talk.person is not None
    actor = await actor_of(talk.session, talk.person, talk.contact.channel)
    numbers, mode = [int(n) for n in talk.start["numbers"]], Mode(talk.start["mode"])
    day = dt.date.fromisoformat(talk.start["date"])
    try:
        shown = await payments.preview(talk.session, talk.house, actor, numbers, mode, day, now=talk.now)
        await talk.tell_once("preview", shown.text)
        none = (Option("0", text("claims-option-do-not-pay")),)
        typed = await talk.money("total", text("claims-retype-total"), most=MOST_PAID, options=none)
        if not typed:
            return text("claims-not-paid")
        done = await payments.pay(talk.session, talk.house, actor, numbers, mode, day, total_cents=typed, now=talk.now)
    except Refused as refused:  # decided or paid by someone else meanwhile: nothing more to ask
        return refused.reason
    return done.text


async def rate_command(turn: Turn, rest: str) -> Said:
    """/tarif garde max 60 reçu 1er avril: what a kind pays, from a day on (today, when none is said)."""
    if not rest.strip():
        return (await rates.list_rates(turn.session, turn.house, await _actor(turn), now=turn.now)).text
    today = turn.house.today(turn.now)
    if fold(rest) in ("exemple", "example"):
        return (await rates.first_rates(turn.session, turn.house, await _actor(turn), today, now=turn.now)).text
    kind, cents, most, receipt, day = read_rate(rest, today)
    done = await rates.set_rate(
        turn.session,
        turn.house,
        await _actor(turn),
        kind,
        from_date=day,
        cents=cents,
        max_cents=most,
        receipt=receipt,
        now=turn.now,
    )
    return done.text


def read_numbers(words: list[str], command: str) -> list[int]:
    numbers = [int(word) for word in words if word.isdigit()]
    if not numbers or len(numbers) != len([word for word in words if fold(word) != "no"]):
        raise refuse(f"example-{command}")
    return numbers


def read_payment(rest: str, today: dt.date) -> tuple[list[int], Mode, dt.date]:
    """ "12 13 virement 2026-12-15" gives ([12, 13], TRANSFER, that day). Raises Refused with an example."""
    match = re.match(r"^\s*((?:\d+[\s,]+)+)(\D+?)\s*(\d.*)?$", rest.strip() + " ")
    if match is None:
        raise refuse("example-payer")
    numbers = [int(number) for number in re.findall(r"\d+", match[1])]
    words = fold(match[2]).replace(" le", "").strip()
    mode = MODES.get(words) or MODES.get(words.replace(" ", "-"))
    if mode is None:
        raise refuse("claims-unknown-mode", mode=match[2].strip()[:20])
    day = _day(match[3], today) if match[3] else today
    return numbers, mode, day


def _day(words: str, today: dt.date) -> dt.date:
    found = [date.date for date in dates.dates(words, today) if date.date is not None]
    if len(found) != 1:
        raise refuse("example-payer")
    return found[0]


def read_rate(rest: str, today: dt.date) -> tuple[LineKind, int | None, int | None, bool, dt.date]:
    """(kind, cents each, most, receipt wanted, from when). "prix payé" is neither an amount nor a most."""
    first, _, others = rest.strip().partition(" ")
    kind = KINDS.get(fold(first))
    if kind is None:
        raise refuse("claims-unknown-kind", word=first[:20])
    folded = plain(others)
    found = dates.dates(others, today, ahead=True)
    day = found[0].date if found and found[0].date is not None else today
    rest_of = (
        folded[: found[0].start] + " " * (found[0].end - found[0].start) + folded[found[0].end :] if found else folded
    )
    money = amounts.money(rest_of)
    if len(money) > 1 or any(amount.negative for amount in money) or (not money and "pri" not in folded):
        raise refuse("example-tarif")
    receipt = bool(set(fold(others).split()) & RECEIPT)
    cents = money[0].cents if money else None
    if "max" in folded:
        return kind, None, cents, receipt, day
    return kind, cents, None, receipt, day


def _numbered(rest: str, command: str) -> tuple[int, str]:
    match = NUMBER.match(rest)
    if match is None:
        raise refuse(f"example-{command}")
    return int(match[1]), match[2].strip()


async def _actor(turn: Turn) -> Actor:
    if turn.person is None:
        raise refuse("access-not-allowed")
    return await actor_of(turn.session, turn.person, turn.incoming.channel)
