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
    gives_way=frozenset(
        {Meaning.COMING, Meaning.LATE, Meaning.LEAVES_EARLY, Meaning.CLAIM, Meaning.AMOUNT, Meaning.STOP}
    ),
)

LASTS = dt.timedelta(days=2)  # a "oui" that comes later answers something else


def offer_of(meeting: Meeting, roundtable: str) -> Ask:
    prompt = text(
        "comments-offer",
        roundtable=roundtable,
        date=meeting.local_date,
        carrier=meeting.carrier,
    )
    options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
    return Ask(Outgoing(prompt, options), OFFER, meeting.id, kept={"meeting": meeting.id}, lasts=LASTS)
