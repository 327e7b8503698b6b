"""The one visible list of topics, in the order in which they are asked, and what is done when none is concerned."""

from __future__ import annotations

from handlers import announcements, calls, claims, comments, digest, glossary, journal, meetings, people
from handlers.topics import Routes

ROUTES = Routes(
    topics=(
        people.TOPIC,
        calls.TOPIC,
        digest.TOPIC,  # before those who listen to any words: it wants PROPOSER in front
        claims.TOPIC,
        comments.TOPIC,
        meetings.TOPIC,
        announcements.TOPIC,
        glossary.TOPIC,
        journal.TOPIC,
    ),
    stranger=people.stranger,
    who_is_it=people.who_is_it,
    shared_contact=people.shared_contact,
    provider_stop=people.provider_stop,
    distress=calls.distress,
    media=calls.media,
    unknown_word=calls.unknown_word,
)
