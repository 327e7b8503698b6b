"""What the settings lack or have wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.bounds import bounds_of
from bot.channels.providers import set_up
from bot.doctor.finding import Finding, bad, good
from bot.settings import Settings, SettingsError

MISSING = "needed"  # how the reason of a key that lacks begins


def refused(error: SettingsError) -> list[Finding]:
    """One finding per key. The value itself is never shown: it may be a secret."""
    found = []
    for key, reason in error.problems:
        mend: dict[str, object] = {"key": key, "example": Settings.example(key)}
        field = Settings.model_fields.get(key.lower())
        if reason.startswith(MISSING):
            found.append(bad("setting-missing", mend, key=key))
        elif field is not None and (bounds := bounds_of(field)) is not None:
            found.append(bad("setting-number", mend, key=key, low=str(bounds.low), high=str(bounds.high)))
        else:
            found.append(bad("setting", mend, key=key))
    return found


def no_file(folder: Path, environment: Mapping[str, str]) -> list[Finding]:
    """That there is no `.env`, when nothing else says a setting either: what follows then says what to write in it."""
    told = {name.upper() for name in Settings.model_fields} & environment.keys()
    if told or (folder / ".env").exists():
        return []
    return [bad("no-env", folder=str(folder))]


def said_to_people(settings: Settings) -> list[Finding]:
    """What people read: who speaks, whom to call, who helps in distress."""
    found = []
    if not settings.organisation_name:
        found.append(bad("organisation"))
    if not settings.contact_name:
        found.append(bad("contact-name"))
    if not settings.contact_phone:
        found.append(bad("contact-phone"))
    if not settings.region_help_line:
        found.append(bad("help-line"))
    if not settings.emergency_phone:
        found.append(bad("emergency"))
    elif not settings.has_sms:
        found.append(bad("emergency-no-sms"))
    return found or [good("people-read", contact=settings.contact_name)]


def channels(settings: Settings) -> list[Finding]:
    return [] if set_up(settings) else [bad("no-channel")]
