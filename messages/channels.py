"""The channels, one record each: what the words, the memory and the outbox ask of a channel instead of its name.

How its account is opened, limited and priced stands beside its code: `bot/channels/providers.py`. The memory may read
this file, which knows nothing: the order of preference is the same in an audience and for one person.
"""

from __future__ import annotations

from dataclasses import dataclass

from messages.types import Channel


@dataclass(frozen=True, slots=True)
class ChannelSpec:
    """One way for words to travel."""

    channel: Channel
    sent: bool = True  # the program sends there by itself
    foreseen: bool = True  # a check page shows what it would say even when nobody is written to there
    buttons: bool = False  # options are buttons; else lines
    answers: bool = True  # people answer where they read: options have numbers; a question goes there first
    segments: bool = False  # a basic phone: the short words, counted and billed by the segment
    longest: int | None = None  # UTF-16 units of one message; what is longer goes in several
    opened: bool = False  # nothing leaves before its owner has opened it from their side
    alone: bool = False  # an address is one person's, never shared by two
    proved: bool = False  # what coordinators are told of people goes there only once its owner proved it
    traced: bool = False  # its provider can be asked what became of a message
    counted: bool = False  # its provider numbers the messages of a conversation one after the other
    repeats: bool = False  # an answer of which nobody knows whether it arrived leaves once more
    instead: Channel | None = None  # the way that is tried when an address there fails for good


# The first that works is preferred, unless the person asked for another.
SPECS = (
    ChannelSpec(
        Channel.TELEGRAM,
        buttons=True,
        longest=4096,  # https://core.telegram.org/bots/api#sendmessage
        opened=True,
        alone=True,
        proved=True,
        repeats=True,
        counted=True,
        instead=Channel.SMS,
    ),
    ChannelSpec(Channel.SMS, segments=True, traced=True),
    ChannelSpec(Channel.EMAIL, foreseen=False, answers=False, proved=True, instead=Channel.SMS),
    ChannelSpec(Channel.POST, sent=False, foreseen=False),
    ChannelSpec(Channel.CALL, sent=False, foreseen=False),  # someone calls them: nothing is written to them
)
_BY_NAME = {spec.channel.value: spec for spec in SPECS}
_UNKNOWN = ChannelSpec(Channel.POST, sent=False, foreseen=False)
UNWRITTEN = tuple(spec.channel.value for spec in SPECS if not spec.sent)  # who chose them reads nothing from us
SENT = tuple(spec.channel for spec in SPECS if spec.sent)
TRACED = tuple(spec.channel.value for spec in SPECS if spec.traced)
REPEATING = tuple(spec.channel.value for spec in SPECS if spec.repeats)


def spec_of(channel: str) -> ChannelSpec:
    """The record of a channel; what an older or a newer program wrote is sent nowhere."""
    return _BY_NAME.get(channel, _UNKNOWN)


def preference(channel: str) -> int:
    """The place of a channel when nobody asked for one, from 0; unknown ones come last."""
    return next((place for place, spec in enumerate(SPECS) if spec.channel == channel), len(SPECS))
