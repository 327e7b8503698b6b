"""The words: what is said, and how what people say is understood."""

from messages.types import (
    Channel,
    Incoming,
    Kind,
    LanguageName,
    Media,
    Money,
    Option,
    Outgoing,
    Rendered,
    SharedContact,
    Text,
    text,
)

__all__ = [
    "Channel",
    "Incoming",
    "Kind",
    "LanguageName",
    "Media",
    "Money",
    "Option",
    "Outgoing",
    "Rendered",
    "SharedContact",
    "Text",
    "text",
]
