"""The check page: what an act would send, to whom, for how much, and whom it would not reach, before anything leaves.

It is made by doing the act and taking it back: what is shown is what would be done. An act that writes to several
people is done once its page, made in the same state, was confirmed.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from db.audience import Unreached
from handlers.acting import Confirmation
from handlers.installation import Installation
from messages import Channel, LanguageName, Money, Text, text
from messages.channels import SENT, spec_of
from messages.plain_french import advise_writer

LONG_TEXT = 3  # texts that one person receives: past them, shorter words are proposed
MOST_NAMED = 30  # of those who will not be reached
NAME = "{name}"  # filled when the message leaves


class Gesture(StrEnum):
    """What confirms a check page."""

    YES = "yes"
    RETYPE = "retype"  # the number of people, written again: it cannot be made without reading it


@dataclass(frozen=True, slots=True)
class Shown:
    """One text exactly as its phone will show it."""

    language: str
    channel: Channel
    people: int
    body: str
    buttons: tuple[str, ...]
    segments: int  # 0 on Telegram
    segments_as_written: int = 0
    changes: tuple[object, ...] = ()
    warnings: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """What one part of an act sends: its texts, the people they are for, and those meant who will not have them.

    `who`: a key for each person reached, or one for all those of a broadcast. `alike`: what tells one text from
    another when each person has their own ("comments-read": one of them is shown, for all).
    """

    who: str
    texts: tuple[Shown, ...]
    missed: tuple[Unreached, ...] = ()
    reached_ids: frozenset[int] = frozenset()
    missed_ids: frozenset[int] = frozenset()  # those named, and those beyond
    not_translated: Mapping[str, int] = field(default_factory=dict)  # language -> people who read it
    alike: str = ""
    later: bool = False  # planned: to whoever is there when its hour comes
    nameless: int = 0  # people of whom nothing may be shown
    often: int = 0  # people who already have what we promise a month at most

    @property
    def people(self) -> int:
        return self.nameless + sum(text.people for text in self.texts)


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Everything that an act would send. `retyped`: the number of people must be given with the approval."""

    act: str
    number: int | None  # of the thing it is done on
    gesture: Gesture
    must_retype: bool
    texts: tuple[Shown, ...]
    missed: tuple[Unreached, ...]
    missed_more: int
    not_translated: Mapping[str, int]
    nameless: int
    often: int
    cost: Money
    exactly: str  # a digest of each message, those of which one alone is shown too
    about: Text | None = None  # what it is done on, when the act says it
    sharing: int = 0  # people who read it on the phone of somebody else, which gets it once

    @property
    def people(self) -> int:
        return self.nameless + sum(shown.people for shown in self.texts)

    def on(self, channel: Channel) -> int:
        return sum(shown.people for shown in self.texts if shown.channel is channel)

    @property
    def segments(self) -> int:
        return sum(shown.segments * shown.people for shown in self.texts)

    @property
    def fingerprint(self) -> str:
        """A digest of every word and person shown: what is confirmed is what was seen."""
        seen: object = [
            self.act,
            self.number,
            self.exactly,
            [[t.language, t.channel.value, t.people, t.body, *t.buttons] for t in self.texts],
            [[m.person_id, m.why] for m in self.missed],
            self.missed_more,
        ]
        return hashlib.sha256(json.dumps(seen).encode()).hexdigest()

    def confirmed_by(self, approved: Confirmation | None) -> bool:
        if approved is None or approved.fingerprint != self.fingerprint:
            return False
        return not (self.must_retype or self.gesture is Gesture.RETYPE) or approved.people == self.people


class WantsCheck(Exception):
    """The act would write to several people: nothing was done, and this page must be confirmed first."""

    def __init__(self, page: CheckPage) -> None:
        super().__init__(page.act)
        self.page = page


def gather(
    act: str,
    number: int | None,
    gesture: Gesture,
    must_retype: bool,
    reached: Sequence[Reached],
    cents: int,
    about: Text | None = None,
) -> CheckPage:
    """One page of all that an act sends; texts that are alike are shown once, with all their people."""
    texts: dict[object, Shown] = {}
    not_translated: Counter[str] = Counter()
    for one in reached:
        not_translated.update(one.not_translated)
        for shown in one.texts:
            key = (one.alike or shown.body, shown.language, shown.channel, shown.buttons)
            before = texts.get(key)
            texts[key] = shown if before is None else _with_people(before, before.people + shown.people)
    # Whoever has one part of what is sent is reached; whoever has none is missed once.
    lacking = _ids(one.missed_ids for one in reached) - _ids(one.reached_ids for one in reached)
    missed = list({m.person_id: m for one in reached for m in one.missed if m.person_id in lacking}.values())
    return CheckPage(
        act,
        number,
        gesture,
        must_retype,
        tuple(texts.values()),
        tuple(missed[:MOST_NAMED]),
        len(lacking) - len(missed[:MOST_NAMED]),
        dict(not_translated),
        sum(one.nameless for one in reached),
        max((one.often for one in reached), default=0),
        Money(cents),
        _hash_of(reached),
        about,
        sum(max(0, len(one.reached_ids) - one.people) for one in reached if one.texts),
    )


def _ids(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*sets)


def _with_people(shown: Shown, people: int) -> Shown:
    return Shown(
        shown.language,
        shown.channel,
        people,
        shown.body,
        shown.buttons,
        shown.segments,
        shown.segments_as_written,
        shown.changes,
        shown.warnings,
    )


def _hash_of(reached: Iterable[Reached]) -> str:
    lines = sorted(json.dumps([one.who, [[t.body, *t.buttons] for t in one.texts]]) for one in reached)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


# -- in words -----------------------------------------------------------------------------------------------------


def page_texts(installation: Installation, page: CheckPage, language: str) -> list[Text]:
    """One message per text that will leave, then the totals, who will not be reached, and advice on hard words."""
    parts = [page.about] if page.about is not None else []
    example = installation.catalogue.text(text("preview-example-name"), language, Channel.TELEGRAM)
    parts += [_one(shown, example) for shown in page.texts if shown.people or len(page.texts) <= 2]
    total = text(
        "check-total",
        people=page.people,
        telegram=page.on(Channel.TELEGRAM),
        sms=page.on(Channel.SMS),
        emails=page.on(Channel.EMAIL),
        segments=page.segments,
        cost=page.cost,
    )
    if page.texts or page.missed or page.nameless:
        parts.append(total)
    if longest := max((one.segments for one in page.texts if one.people), default=0) if page.segments else 0:
        parts += [text("check-long", segments=longest)] if longest > LONG_TEXT else []
    if page.nameless:
        parts.append(text("check-nameless", count=page.nameless))
    if page.sharing:
        parts.append(text("check-shared", count=page.sharing))
    if page.missed:
        parts.append(_missed(page))
    if page.often:
        parts.append(text("check-often", count=page.often))
    parts += [
        text("preview-not-translated", language=LanguageName(name), people=people)
        for name, people in page.not_translated.items()
    ]
    return [*parts, *_advice(page)]


def _missed(page: CheckPage) -> Text:
    names = [text("check-missed-one", name=m.name or "?", why=text(f"check-why-{m.why}")) for m in page.missed]
    return text("check-missed", count=len(page.missed) + page.missed_more, names=names, more=page.missed_more)


def _one(shown: Shown, example: str) -> Text:
    """As somebody will read it: each has their own name where `example` stands."""
    body = "\n".join([shown.body.replace(NAME, example), *(f"[{label}]" for label in shown.buttons)])
    name = LanguageName(shown.language)
    if not spec_of(shown.channel).segments:
        return text(f"preview-{shown.channel}", language=name, people=shown.people, body=body)
    return text(
        f"preview-{shown.channel}",
        language=name,
        people=shown.people,
        segments=shown.segments,
        body=body,
        notes=[*shown.changes, *shown.warnings],
        has_notes="yes" if shown.changes or shown.warnings else "no",
    )


def _advice(page: CheckPage) -> list[Text]:
    """Plain-language hints on the French text: a tool gives hints, never a certificate."""
    french = next((t for t in page.texts if t.language == "fr"), None)
    found = advise_writer(french.body) if french is not None else []
    return [text("preview-advice", hints=[hint.text for hint in found[:5]])] if found else []


def confirm_prompt(page: CheckPage) -> Text:
    """What asks for the gesture."""
    if page.gesture is Gesture.RETYPE or page.must_retype:
        return text("announcements-retype", people=page.people)
    if page.number is None:
        return text("check-confirm", people=page.people)
    return text(f"check-{page.act.replace('.', '-').replace('_', '-')}", number=page.number, people=page.people)


def as_data(page: CheckPage) -> dict[str, object]:
    """The page for a program; `fingerprint` confirms it."""
    return {
        "act": page.act,
        "people": page.people,
        **{channel.value: page.on(channel) for channel in SENT},
        "segments": page.segments,
        "cost": f"{page.cost.cents / 100:.2f}",
        "texts": [
            {"language": t.language, "channel": t.channel.value, "people": t.people, "text": t.body} for t in page.texts
        ],
        "often_written": page.often,
        "not_reached": [{"name": m.name, "why": m.why} for m in page.missed],
        "not_reached_more": page.missed_more,
        "fingerprint": page.fingerprint,
        "retype": page.must_retype,
    }
