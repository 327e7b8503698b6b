"""What coordinators write about claims: see, approve, send back, refuse, pay, set the table of rates."""

from __future__ import annotations

import datetime as dt
import re

from db.claims.rules import ClaimState, LineKind, Mode, Payee
from handlers.acting import Acting, Refused, refuse
from handlers.claims import decisions, entering, payments, rates
from handlers.commands import REMOVE, Do, number_and_words
from handlers.dialogue import Talk, dialogue
from handlers.person_meant import person_meant
from handlers.turn import Reply, Start
from handlers.when import read_day
from messages import Option, text
from messages.keywords import fold
from messages.reading.answered import unclear
from messages.reading.numbers import quantities
from messages.sentences import dates
from messages.sentences.date_words import weekday_of
from messages.sentences.plain import plain_places
from messages.sentences.planned import Tense

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
EVERYONE = frozenset({"tous", "toutes", "tout", "all", "everyone"})
OF_ORGANISATIONS = frozenset({"organisme", "organismes", "organisation", "organisations", "organization"})
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
PAST = {
    ClaimState.PAID: ("payees", "payee", "paid"),
    ClaimState.REFUSED: ("refusees", "refusee", "refused"),
    ClaimState.CANCELLED: ("annulees", "annulee", "cancelled"),
}
AT_MOST = {"max", "maximum", "tarif", "most"}
RECEIPT = {"recu", "receipt", "photo"}
# "12 rencontre 3...", "Rose; rencontre 3...": whose it is, then the rest.
WHOSE = re.compile(
    r"^\s*(?:(?:no\.?\s*)?(\d{1,9})\b|([^;,:\d]+?)(?=[;,:]|\s+(?:rencontre|meeting)\b|$))[;,:]?(.*)$", re.DOTALL
)
OF_MEETING = re.compile(r"\b(?:rencontre|meeting)\s+(?:no\.?\s*)?(\d{1,9})\b", re.IGNORECASE)
OF_ACTIVITY = re.compile(r"\b(?:activit[ée]|activity)\s*:?\s*([^;]+?)\s+(?:du|le|on|of)\s+([^;]+)", re.IGNORECASE)


async def list_command(_acting: Acting, rest: str) -> Do:
    """/demandes: all that waits; /demandes 12: that one; /demandes payees, refusees or annulees, then those before."""
    word, _, before = rest.strip().partition(" ")
    state = next((state for state, words in PAST.items() if fold(word) in words), None)
    if state is not None:
        offset = int(before) if before.strip().isdecimal() and len(before) < 7 else 0
        return Do(decisions.list_paid, offset=offset, state=state)
    return Do(decisions.show, number_and_words(rest, "demandes")[0]) if rest.strip() else Do(decisions.list_waiting)


async def approve_command(_acting: Acting, rest: str) -> Do:
    """/approuver-demande 12 14 ; "max" at the end pays no further than the table."""
    words = rest.replace(",", " ").split()
    at_most = bool(words) and fold(words[-1]) in AT_MOST
    numbers = read_numbers(words[:-1] if at_most else words, "approuver-demande")
    return Do(decisions.approve, numbers, at_most=at_most)


async def enter_command(acting: Acting, rest: str) -> Do:
    """/inscrire-demande Rose; rencontre 12; autobus 7,50, garde 20: for whoever told it by voice or on paper."""
    match = WHOSE.match(rest)
    if match is None or not match[3].strip(" ;,"):  # a name alone: what was spent is lacking
        raise refuse("example-inscrire-demande")
    person, words = await person_meant(acting, match[1] or match[2]), match[3]
    meeting = OF_MEETING.search(words)
    if meeting is not None:
        spent = _without(words, meeting)
        return Do(entering.enter, person, int(meeting[1]), spent)
    other = OF_ACTIVITY.search(words)
    if other is None:
        return Do(entering.enter, person, None, words.strip(" ;,"))
    day = _day(other[2], acting.today, Tense.PAST, "example-inscrire-demande")
    return Do(entering.enter, person, None, _without(words, other), other[1].strip(), day)


def _without(words: str, match: re.Match[str]) -> str:
    return f"{words[: match.start()].strip(' ;,:')} {words[match.end() :].strip(' ;,:')}".strip()


async def pay_command(acting: Acting, rest: str) -> Reply:
    """/payer 12 13 virement 2026-12-15: shows the total, and pays once it is typed again. /payer tous chèque: all those
    who are paid so."""
    first, _, others = rest.strip().partition(" ")
    if fold(first) in EVERYONE:
        _, mode, day = read_payment(f"0 {others}", acting.today)
        numbers, unsaid = await payments.to_pay_by(acting, mode)
        if not numbers:
            by = text(f"claims-mode-{mode.value.replace('_', '-')}")
            raise refuse("claims-nobody-to-pay-so", mode=by, unsaid=len(unsaid), names=", ".join(unsaid))
    else:
        unsaid = []
        numbers, mode, day = read_payment(rest, acting.today)
    await payments.preview(acting, numbers, mode, day)
    return Start("claims-pay", {"numbers": numbers, "mode": mode.value, "date": day.isoformat(), "unsaid": unsaid})


@dialogue("claims-pay", verbatim=True)
async def pay(talk: Talk) -> Reply:
    """The batch as it would be paid; the total typed again pays it. Money does not come back."""
    assert talk.person is not None
    numbers, mode = [int(n) for n in talk.start["numbers"]], Mode(talk.start["mode"])
    day = dt.date.fromisoformat(talk.start["date"])
    try:
        shown = await payments.preview(talk.acting, numbers, mode, day)
        await talk.tell_once("preview", shown.text)
        if unsaid := talk.start.get("unsaid"):
            await talk.tell_once("unsaid", text("claims-pay-unsaid", names=", ".join(map(str, unsaid))))
        none = (Option("0", text("claims-option-do-not-pay")),)
        typed = await talk.money("total", text("claims-retype-total"), most=MOST_PAID, options=none)
        if not typed:
            return text("claims-not-paid")
        done = await payments.pay(talk.acting, numbers, mode, day, total_cents=typed)
    except Refused as refused:  # decided or paid by someone else meanwhile: nothing more to ask
        return refused.reason
    return done.text


async def rate_command(acting: Acting, rest: str) -> Do:
    """/tarif garde max 60 reçu 1er avril: what a kind pays, from a day on (today, when none is said);
    /tarif retirer garde 1er avril: a rate set by mistake."""
    if not rest.strip():
        return Do(rates.list_rates)
    if fold(rest) in ("exemple", "example"):
        return Do(rates.first_rates, acting.today)
    first, _, others = rest.strip().partition(" ")
    dropped = fold(first) in REMOVE
    payee, others = _payee(others if dropped else rest)
    if dropped:
        kind, _, day = others.strip().partition(" ")
        return Do(
            rates.drop_rate,
            _kind(kind),
            _day(day, acting.today, Tense.FROM, "example-tarif") if day.strip() else acting.today,
            payee,
        )
    kind_of, cents, most, receipt, day_of = read_rate(others, acting.today)
    return Do(rates.set_rate, kind_of, from_date=day_of, cents=cents, max_cents=most, receipt=receipt, payee=payee)


def _payee(rest: str) -> tuple[Payee, str]:
    """ "organisme participation 40" is of the table of member organisations."""
    first, _, others = rest.strip().partition(" ")
    return (Payee.ORGANISATION, others) if fold(first) in OF_ORGANISATIONS else (Payee.PERSON, rest)


def _kind(word: str) -> LineKind:
    kind = KINDS.get(fold(word))
    if kind is None:
        raise refuse("claims-unknown-kind", word=word[:20])
    return kind


def read_numbers(words: list[str], command: str) -> list[int]:
    numbers = [int(word) for word in words if word.isdecimal()]
    if not numbers or len(numbers) != len([word for word in words if fold(word) != "no"]):
        raise refuse(f"example-{command}")
    return numbers


def read_payment(rest: str, today: dt.date) -> tuple[list[int], Mode, dt.date]:
    """ "12 13 virement 2026-12-15" gives ([12, 13], TRANSFER, that day). Raises Refused with an example."""
    match = re.match(r"^\s*((?:\d+[\s,]+)+)([^\W\d].*)$", rest.strip(), re.DOTALL)
    if match is None:
        raise refuse("example-payer")
    numbers = [int(number) for number in re.findall(r"\d+", match[1])]
    mode, words = _mode(match[2])
    return numbers, mode, _day(words, today, Tense.AROUND, "example-payer") if words else today


def _mode(words: str) -> tuple[Mode, str]:
    """ "carte cadeau le 3 mai" gives (GIFT_CARD, "3 mai")."""
    for count in (2, 1):
        parts = words.split(maxsplit=count)
        name = fold(" ".join(parts[:count]))
        mode = MODES.get(name) or MODES.get(name.replace(" ", "-"))
        if mode is not None:
            return mode, re.sub(r"^(?:le|on)\s+", "", parts[count]) if len(parts) > count else ""
    raise refuse("claims-unknown-mode", mode=words.strip()[:20])


def _day(words: str, today: dt.date, tense: Tense, example: str) -> dt.date:
    return read_day(words.strip(), today, tense, refuse(example))


def read_rate(rest: str, today: dt.date) -> tuple[LineKind, int | None, int | None, bool, dt.date]:
    """(kind, cents each, most, receipt wanted, from when). "prix payé" is neither an amount nor a most."""
    first, _, others = rest.strip().partition(" ")
    kind = _kind(first)
    folded, places = plain_places(others)
    start, end = _day_in(folded, today)
    written = others[places[start] : places[end]]
    day = _day(written, today, Tense.FROM, "example-tarif") if written.strip() else today
    rest_of = folded[:start] + " " * (end - start) + folded[end:]
    found_sums = [one for one in quantities(rest_of) if one.unit in ("", "money")]
    if len(found_sums) > 1 or unclear(rest_of) or (not found_sums and "pri" not in folded):
        raise refuse("example-tarif")
    receipt = bool(set(fold(others).split()) & RECEIPT)
    cents = round(found_sums[0].value * 100) if found_sums else None
    if "max" in folded:
        return kind, None, cents, receipt, day
    return kind, cents, None, receipt, day


def _day_in(folded: str, today: dt.date) -> tuple[int, int]:
    """Where the day stands in the words, with the weekday before it; nowhere when none is named."""
    found = dates.dates(folded, today, ahead=True)
    if not found:
        return 0, 0
    before = re.search(r"([a-z]+)\.?,?\s+(?:le )?$", folded[: found[0].start])
    start = before.start() if before and weekday_of(before[1]) is not None else found[0].start
    return start, found[0].end
