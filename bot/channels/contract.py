"""What every channel promises to the outbox: one item in; one receipt, or one send error, out.

A send error carries what the sender must decide, never the provider's own words: its `reason` is a stable code that
the catalogues put into plain words, and `provider_code` is what to look up in the provider's pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

from bot.channels.answers import LONGEST_PAUSE, SHORT_PAUSE

OnWire = Callable[[], None]


@dataclass(frozen=True, slots=True)
class ToSend:
    """One message for one address, with its final words.

    `address` is an E.164 number, a Telegram chat id or an e-mail address. `buttons` are (label, data). `image` is a
    path, a link or bytes; SMS takes a link only. With `edit_message_id`, Telegram changes that message instead of
    sending another (no button given: those it had disappear). `status_callback` is where Twilio reports. `language` is
    the person's: what stands around an e-mail is said in it.
    """

    delivery_id: int
    address: str
    body: str
    buttons: tuple[tuple[str, str], ...] = ()
    image: bytes | str | None = None
    status_callback: str | None = None
    edit_message_id: str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The provider took the message. `segments` is None when the provider does not count, or not yet."""

    provider_id: str
    status: Literal["sent", "delivered"] = "sent"
    segments: int | None = None


class Verdict(StrEnum):
    FOR_GOOD = "for_good"  # the same message to the same address will never pass
    LATER = "later"  # nothing was delivered: try again, more and more slowly
    UNKNOWN = "unknown"  # it may have arrived: never send it again blindly
    SLOW_DOWN = "slow_down"  # nothing was delivered: the whole account waits `retry_after`


class Blame(StrEnum):
    CONTACT = "contact"  # the address: mark it
    SENDER = "sender"  # our account or its settings: tell whoever runs the program
    PROVIDER = "provider"
    CONTENT = "content"  # these words


@dataclass(frozen=True, slots=True)
class ErrorRule:
    """One line of a channel's table of errors. `retry_after` is in seconds."""

    verdict: Verdict
    reason: str
    blame: Blame
    retry_after: float | None = None


class SendError(Exception):
    """A message did not leave, was refused, or nobody knows. `retry_after` is an hour at most, whoever asked."""

    def __init__(
        self,
        verdict: Verdict,
        reason: str,
        blame: Blame,
        *,
        retry_after: float | None = None,
        new_address: str | None = None,
        provider_code: str = "",
    ) -> None:
        self.verdict = verdict
        self.reason = reason
        self.blame = blame
        self.retry_after = None if retry_after is None else min(max(0.0, retry_after), LONGEST_PAUSE)
        self.new_address = new_address
        self.provider_code = provider_code
        super().__init__(f"{verdict}: {reason} ({provider_code or blame})")

    @classmethod
    def of(cls, fault: ErrorRule, provider_code: str, retry_after: float | None = None) -> SendError:
        """`retry_after` is what the provider asks for, when it does."""
        most = LONGEST_PAUSE if fault.verdict is Verdict.SLOW_DOWN else SHORT_PAUSE
        wait = fault.retry_after if retry_after is None else min(retry_after, most)
        return cls(fault.verdict, fault.reason, fault.blame, retry_after=wait, provider_code=provider_code)


# Every `reason` a channel may give. The catalogues hold one plain sentence for each, with what to do.
REASONS = frozenset(
    {
        "account",  # our account is suspended, or our sender cannot send this
        "auth",  # the token is refused
        "bad_address",  # no mailbox has this name
        "bad_number",
        "blocked",  # the person blocked the bot, or the carrier blocks for the person
        "carrier",  # the carrier gave no reason
        "congestion",
        "cut",  # the connection ended after the request left
        "deactivated",  # the Telegram account no longer exists
        "empty",
        "expired",  # it waited too long at the provider
        "filtered",  # the carrier took it for an unwanted message
        "landline",
        "loop",  # too many answers to one number in a few seconds
        "migrated",  # a group has a new id: `new_address`
        "not_allowed",  # the bot may not write there
        "not_editable",
        "not_started",  # the person never pressed Start
        "rate_limited",
        "refused",  # none of the above; see `provider_code`
        "region",  # the account may not write to that country
        "server",  # the provider's own failure
        "stopped_at_provider",  # STOP was sent to Twilio
        "timeout",  # no answer in time after the request left
        "too_long",
        "unreachable",  # the phone is off or out of reach; or the provider cannot be joined
        "unreadable",  # the provider said yes, in words that make no sense
        "unregistered",  # our sender is not verified or registered
    }
)


class ChannelAccount(Protocol):
    """One provider account. Opened by its first use inside the running loop, closed once."""

    name: str

    async def send(self, item: ToSend, on_wire: OnWire | None = None) -> Accepted:
        """Send once, never twice. `on_wire` is called when the request is handed to the socket.

        Raises SendError, and nothing else.
        """

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Trace:
    """What the provider knows of a message whose fate is unknown. "unsure": it cannot tell it from another."""

    answer: Literal["yes", "no", "unsure"]
    provider_id: str | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class FileSource:
    """Where a file lies, and the headers that its own host, and no other, may see. The address may hold a token."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
