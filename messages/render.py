"""From something to say to the exact words of one language and one channel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from messages.catalogue import Catalogue
from messages.channels import spec_of
from messages.types import Channel, Option, Outgoing, Rendered


def render(
    catalogue: Catalogue,
    outgoing: Outgoing,
    language: str | Sequence[str],
    channel: Channel,
    *,
    data: Callable[[int, Option], str] | None = None,
) -> Rendered:
    """Options become buttons (label, data) on Telegram, numbered lines on a basic phone and on paper, plain lines where
    nobody answers.

    `data` gives the callback data of the button at a position (from 0); without it, the option's value.
    """
    body = catalogue.text(outgoing.text, language, channel)
    labels = [catalogue.text(option.label, language, channel) for option in outgoing.options]
    spec = spec_of(channel)
    if spec.buttons:
        values = [data(i, option) if data else option.value for i, option in enumerate(outgoing.options)]
        buttons = tuple(zip(labels, values, strict=True))
        if outgoing.link is not None:
            buttons += ((catalogue.text(outgoing.link.label, language, channel), outgoing.link.value),)
        return Rendered(body, buttons)
    if not spec.answers:
        return Rendered("\n".join([body, *(f"- {label}" for label in labels)]))
    digits = [option.digit or place for place, option in enumerate(outgoing.options, 1)]
    return Rendered("\n".join([body, *(f"{digit} {label}" for digit, label in zip(digits, labels, strict=True))]))
