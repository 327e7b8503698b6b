"""From something to say to the exact words of one language and one channel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from messages.catalogue import Catalogue
from messages.types import Channel, Option, Outgoing, Rendered


def render(
    catalogue: Catalogue,
    outgoing: Outgoing,
    language: str | Sequence[str],
    channel: Channel,
    *,
    data: Callable[[int, Option], str] | None = None,
    letter: str = "",
) -> Rendered:
    """Options become numbered lines on a basic phone and on paper, buttons (label, data) on Telegram.

    `data` gives the callback data of the button at a position (from 0); without it, the option's value. `letter` tells
    apart questions open at once: it stands before each number ("B1 oui"), or before a question without options.
    """
    body = catalogue.text(outgoing.text, language, channel)
    labels = [catalogue.text(option.label, language, channel) for option in outgoing.options]
    if letter and not labels:
        body = f"{letter}) {body}"
    if channel is Channel.TELEGRAM:
        values = [data(i, option) if data else option.value for i, option in enumerate(outgoing.options)]
        return Rendered(body, tuple(zip(labels, values, strict=True)))
    return Rendered("\n".join([body, *(f"{letter}{number} {label}" for number, label in enumerate(labels, 1))]))
