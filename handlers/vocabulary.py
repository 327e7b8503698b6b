"""The words people use for columns, roles, languages, channels and yeses: `messages/data/lists.tsv`, read once."""

from __future__ import annotations

import re
from functools import lru_cache

from db.people import Role
from messages import Channel
from messages.keywords import data, fold

ROLES = {
    "expert": Role.EXPERT,
    "member": Role.MEMBER,
    "organisation": Role.ORGANISATION,
    "coordinator": Role.COORDINATOR,
}
CHANNELS = {channel.value: channel for channel in Channel}
BY_VOICE = "call"  # a way that is no channel: the person is called
NOTHING = "nothing"  # a word that says nothing of a role ("actif", "x")
APART = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")  # FirstName, Tel2
# "Expert-e", "Participant(e)s", "Membre·s": the word before the sign is enough.
BOTH_WAYS = re.compile(r"(?<=\w)[·.(/-](?:e|es|s|ne|nes|trice|trices|ve|ves|ère)s?\b\)?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """kind -> [(meaning, pattern)] in the order of the list."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for _, (what, words) in data.rows("lists.tsv"):
        kind, _, meaning = what.partition(".")
        patterns = [one.strip() for one in re.split(r",\s+", words)]
        found.setdefault(kind, []).append((meaning, data.any_of(patterns)))
    return found


@lru_cache(maxsize=4096)
def meaning_of(kind: str, words: str) -> str:
    """What words of a kind ("heading", "role", "language", "channel", "consent"...) mean; "" when nobody knows."""
    folded = f" {fold(BOTH_WAYS.sub('', words))}"
    return next((meaning for meaning, pattern in _patterns()[kind] if pattern.search(folded)), "")


def heading_of(words: str) -> str:
    """ "Téléphone 2 (maison)" -> "home"."""
    return meaning_of("heading", re.sub(r"\b\d+\b", " ", APART.sub(" ", words))) if len(words) <= 120 else ""


def role_of(words: str) -> Role | str:
    """The role; `NOTHING` for a word that says nothing of one; "" for one that nobody knows."""
    meaning = meaning_of("role", words)
    return ROLES.get(meaning, meaning)


def language_of(words: str) -> str:
    """ "anglais", "FR-ca", "E" -> "en", "fr", "en"."""
    return meaning_of("language", words)


def channel_of(words: str) -> Channel | None:
    """ "par texto" -> sms; a channel's own name is always one of its words."""
    return CHANNELS.get(meaning_of("channel", words) or fold(words))
