"""Putting right what a summary shows: a sentence ("garde 30"), a picture of a receipt, or a choice among the lines."""

from __future__ import annotations

from handlers.claims import acts, occasions, sentence
from handlers.claims.sentence import Heard
from handlers.dialogue import Given, Talk
from handlers.turn import Said
from messages import Kind, Option, text

GROUPS = {
    "participation": ("halves", "halves_said", "halves_unsure", "amount_said"),
    "transport": ("transport", "fare", "km", "taxi", "taxi_why"),
    "meal": ("meal", "meal_said", "meal_paid", "meal_price", "served"),
    "childcare": ("childcare",),
    "other": ("other",),
}
AT_THE_END = ("confirm", "what")
RECEIPT = "receipt"  # the questions that wait for a picture themselves


async def heard(talk: Talk) -> Said:
    """What was written instead of yes or no at the summary. Something to say ends the dialogue; None goes on."""
    given = talk.given
    if given is None:
        return None
    if _is_picture(given) and not (talk.asked_key or "").startswith(RECEIPT):
        talk.given = None
        talk.keep("photo", given.incoming_id)
        talk.said.append(text("claims-photo-kept"))
        return None
    if talk.asked_key not in AT_THE_END:
        return None
    said = sentence.read(given.text, talk.house.today(talk.now), talk.language)
    if said.declined:
        talk.given = None
        await acts.decline(talk.session, talk.house, talk.person, meeting_id=_meeting(talk), now=talk.now)
        return text("claims-declined")
    if given.value is None and (said.offered or said.missing or said.dates):
        talk.given = None
        await _take(talk, said)
    return None


def _is_picture(given: Given) -> bool:
    """A receipt photographed before anyone asked for it: at any question, it goes with the claim."""
    message = given.incoming
    return message is not None and bool(message.media) and message.kind is not Kind.VOICE


async def _take(talk: Talk, said: Heard) -> None:
    """The values named replace those shown; the same ones again were simply noted already."""
    assert talk.person is not None
    offered = dict(said.offered)
    meant = await occasions.meetings_meant(
        talk.session, talk.person.id, said.dates, said.words, talk.house.today(talk.now)
    )
    if meant:
        offered["meeting"] = ",".join(str(m.id) for m in meant)
    if not said.missing and all(_same(talk.answers.get(key), value) for key, value in offered.items()):
        talk.said.append(text("claims-noted-already"))
        return
    if "transport" in offered:
        offered["transport"] = _both_rides(str(talk.answers.get("transport", "none")), str(offered["transport"]))
    changed = set(offered) | said.missing | {"served" if "meal" in offered else "", "confirm"}
    talk.row.answers = {key: value for key, value in talk.row.answers.items() if key not in changed}
    talk.row.offered = {**talk.row.offered, **offered}


def _same(kept: object, offered: object) -> bool:
    return kept == offered or (kept is not None and str(kept) == str(offered))


def _both_rides(before: str, now: str) -> str:
    """ "autobus 9" puts the bus right, and leaves the car that was there."""
    kinds = [kind for kind in dict.fromkeys([*before.split("+"), *now.split("+")]) if kind != "none"]
    return "+".join(kinds) or "none"


async def what(talk: Talk) -> None:
    """Which line is wrong: it is asked again, and nothing else."""
    options = [Option(name, text(f"claims-fix-{name}")) for name in GROUPS]
    chosen = await talk.choose("what", text("claims-what-is-wrong"), options)
    dropped = {*GROUPS[chosen], *AT_THE_END, *(key for key in talk.answers if key.startswith("receipt"))}
    talk.row.answers = {key: value for key, value in talk.row.answers.items() if key not in dropped}
    talk.row.offered = {key: value for key, value in talk.row.offered.items() if key not in dropped}
    if chosen == "participation":
        talk.keep("ask_halves", True)


def _meeting(talk: Talk) -> int | None:
    first = str(talk.answers.get("meeting", "")).split(",")[0]
    return int(first) if first.isdigit() else None
