"""The one visible list of topics, in the order in which they are asked, and what is done when none is concerned."""

from __future__ import annotations

from handlers import (
    announcements,
    calls,
    claims,
    comments,
    console,
    digest,
    glossary,
    journal,
    meetings,
    people,
    privacy,
    report,
    todo,
)
from handlers.topics import Routes

# In this order they are asked what a message means: a word explained, a meeting, money, a comment, then people.
TOPICS = (
    glossary.TOPIC,
    meetings.TOPIC,
    claims.TOPIC,
    comments.TOPIC,
    digest.TOPIC,
    calls.TOPIC,
    people.TOPIC,
    announcements.TOPIC,
    report.TOPIC,
    journal.TOPIC,
    privacy.TOPIC,
    console.TOPIC,
)
ROUTES = Routes(
    topics=(*TOPICS, todo.topic_over(TOPICS)),
    stranger=people.stranger,
    who_is_it=people.who_is_it,
    shared_contact=people.shared_contact,
    provider_stop=people.provider_stop,
    in_care=calls.in_care,
    asked_in_care=calls.asked_in_care,
    media=calls.media,
    own_words=people.own_words,
    not_understood=calls.not_understood,
)
