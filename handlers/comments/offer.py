"""The offer to carry the words of someone who cannot come."""

from __future__ import annotations

import datetime as dt

from db.meetings.tables import Meeting
from handlers.turn import Ask, QuestionKind
from messages import Option, Outgoing, text
from messages.reading import Meaning, Step

OFFER = QuestionKind(
    "comments.offer",
    Step.OFFER_TO_CARRY,
    {"yes": Meaning.YES, "no": Meaning.NO},
    absorbs=frozenset({Meaning.COMMENT, Meaning.NAMELESS}),
)

# The same, to someone who asked to stay unnamed before they had said anything.
NAMELESS_OFFER = QuestionKind(
    "comments.offer_nameless",
    Step.OFFER_TO_CARRY,
    {"yes": Meaning.YES, "no": Meaning.NO},
    absorbs=frozenset({Meaning.COMMENT, Meaning.NAMELESS}),
)
LASTS = dt.timedelta(days=2)  # a "oui" that comes later answers something else


def nameless_offer() -> Ask:
    options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
    return Ask(Outgoing(text("comments-offer-nameless"), options), NAMELESS_OFFER, lasts=LASTS)


def offer_of(meeting: Meeting, roundtable: str) -> Ask:
    prompt = text(
        "comments-offer",
        roundtable=roundtable,
        date=meeting.local_date,
        carrier=meeting.carrier,
        answer_by=meeting.answer_by,
    )
    options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
    return Ask(Outgoing(prompt, options), OFFER, meeting.id, kept={"meeting": meeting.id}, lasts=LASTS)
