"""What Twilio does by itself with STOP, START and HELP, before the program sees anything.

Source: Twilio's pages on opt-out keywords and on Advanced Opt-Out. The answers are our own wording.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

_STOP = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
_START = frozenset({"START", "YES", "UNSTOP"})
_HELP = frozenset({"HELP", "INFO"})

_ENGLISH = {
    "STOP": "You are unsubscribed and will get no more messages from this number. Reply START to resubscribe.",
    "START": "You are subscribed again to messages from this number. Reply HELP for help, STOP to unsubscribe.",
    "HELP": "Reply STOP to unsubscribe. Msg & data rates may apply.",
}


class OptOutMode(StrEnum):
    """Who answers STOP: Twilio in English, Twilio as configured (and the webhook says so), or the program alone."""

    DEFAULT = "default"
    ADVANCED = "advanced"
    NONE = "none"


@dataclass
class OptOut:
    """The opt-out of one sender: its words, its answers, and the numbers that it may no longer write to.

    In `ADVANCED` mode the extra words and answers are those of the messaging service (French, for instance).
    """

    mode: OptOutMode = OptOutMode.DEFAULT
    extra_words: dict[str, frozenset[str]] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)

    def meaning(self, body: str) -> str | None:
        """START, STOP or HELP when the body is exactly one of the words, whatever its case."""
        if self.mode is OptOutMode.NONE:
            return None
        word = body.strip().upper()
        for meaning, words in (("STOP", _STOP), ("START", _START), ("HELP", _HELP)):
            if word in words or (self.mode is OptOutMode.ADVANCED and word in self.extra_words.get(meaning, ())):
                return meaning
        return None

    def hear(self, phone: str, body: str) -> tuple[str | None, str | None]:
        """(meaning, Twilio's own answer). START says nothing to a phone that had not stopped."""
        meaning = self.meaning(body)
        if meaning is None or (meaning == "START" and phone not in self.stopped):
            return meaning, None
        if meaning == "STOP":
            self.stopped.add(phone)
        elif meaning == "START":
            self.stopped.discard(phone)
        return meaning, self.answers.get(meaning, _ENGLISH[meaning])
