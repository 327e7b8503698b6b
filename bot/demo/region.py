"""The fictional region of the demo: who stands behind each phone, and the files of `data/` that fill it."""

from __future__ import annotations

from pathlib import Path

from bot.simulator import Phone

DATA = Path(__file__).parent / "data"
STORY = DATA / "story.txt"

ORGANISATION = (DATA / "organisation.txt").read_text(encoding="utf-8").strip()
COORDINATOR = "Maude"
COORDINATOR_PHONE = "+18195550142"
HELP_LINE = "819 555-0199"

ROSE = Phone("rose", "sms", "Rose", "expert", "+18195550111")
WALTER = Phone("walter", "sms", "Walter", "member", "+18195550112")
KARIM = Phone("karim", "telegram", "Karim", "member", "5550113", number="+18195550113")
MAUDE = Phone("maude", "telegram", COORDINATOR, "coordinator", "5550142", number=COORDINATOR_PHONE)

PHONES = (ROSE, WALTER, KARIM, MAUDE)
