"""The plain types that travel between the floors: what came in, what goes out.

They know neither a provider nor a database. A channel translates a provider's payload into one `Incoming`;
a handler answers with `Outgoing`s; the catalogue renders an `Outgoing` for a language and a channel.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Channel(StrEnum):
    SMS = "sms"
    TELEGRAM = "telegram"
    EMAIL = "email"
    POST = "post"
    CALL = "call"


class Kind(StrEnum):
    """What a person sent."""

    TEXT = "text"
    BUTTON = "button"
    PHOTO = "photo"
    VOICE = "voice"
    STICKER = "sticker"
    CONTACT = "contact"
    DOCUMENT = "document"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Media:
    """A file at the provider, not fetched yet. `reference` is a URL (Twilio) or a file_id (Telegram)."""

    reference: str
    mime: str = ""
    size: int | None = None
    title: str = ""  # what its sender calls it: "membres.xlsx"


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A contact shared on Telegram. It proves a number only when `user_id` is the sender's own."""

    phone: str
    user_id: str | None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message from one person, whatever the channel.

    `address` is an E.164 number or a Telegram chat id; `provider_id` is unique per channel (MessageSid, update_id).
    `button` is the data of the button pressed, `reply_to` the provider's id of the message answered, if any.
    """

    channel: Channel
    address: str
    provider_id: str
    kind: Kind
    received_at: dt.datetime
    text: str = ""
    to: str = ""
    button: str | None = None
    reply_to: str | None = None
    media: tuple[Media, ...] = ()
    contact: SharedContact | None = None
    group: bool = False
    opt_out_type: str | None = None  # START, STOP or HELP: Twilio's Advanced Opt-Out has already replied
    display_name: str = ""
    language_hint: str = ""
    callback_id: str | None = None  # Telegram wants each pressed button acknowledged
    message_id: str | None = None  # the provider's id of the message itself, to edit or answer it
    delivered_to_group: str | None = None  # the group's chat id when `group`
    forwarded: bool = False  # the words are somebody else's, or a machine's: neither an answer nor a command


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in integer cents of Canadian dollars."""

    cents: int


@dataclass(frozen=True, slots=True)
class Text:
    """A message of the catalogue with its variables; a variable may itself be a `Text`."""

    id: str
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language by its code, written by its name in the reader's own: "espagnol", "Spanish".

    A code that nobody knows is written as it is: someone's language never stands in the way of a message.
    """

    code: str


def text(id: str, /, **args: object) -> Text:
    """Shorthand: ``text("claims-received", number=12, total=Money(13750))``."""
    return Text(id, args)


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: the value that is kept, and the words that are shown.

    `digit`: the number it keeps whatever stands before it in the list; 0: its place.
    """

    value: str
    label: Text | str
    digit: int = 0


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Something to say, before it is rendered for a language and a channel.

    `text` is a catalogue message, or words already written by a person (a coordinator's announcement, a comment read
    back). `options` become numbered lines on a basic phone and buttons on Telegram.
    """

    text: Text | str
    options: Sequence[Option] = ()
    image: str | None = None  # path of a picture to show on Telegram, its link on SMS
    link: Option | None = None  # a button that opens an address (its value): on Telegram alone


@dataclass(frozen=True, slots=True)
class Rendered:
    """An `Outgoing` for one language and one channel: the exact words, and the buttons (label, data)."""

    body: str
    buttons: tuple[tuple[str, str], ...] = ()
