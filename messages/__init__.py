"""The words: what is said, and how what people say is understood."""

from messages.types import Channel, Incoming, Kind, Media, Money, Option, Outgoing, Rendered, SharedContact, Text, text

__all__ = [
    "Channel",
    "Incoming",
    "Kind",
    "Media",
    "Money",
    "Option",
    "Outgoing",
    "Rendered",
    "SharedContact",
    "Text",
    "text",
]
