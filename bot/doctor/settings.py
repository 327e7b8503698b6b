"""What the settings lack or have wrong."""

from __future__ import annotations

from bot.doctor.finding import Finding, bad, good
from bot.settings import Settings, SettingsError

# A correct value of each setting that can be refused.
EXAMPLES = {
    "DATABASE_URL": "sqlite:///portevoix.sqlite3",
    "TELEGRAM_TOKEN": "123456:ABC-def",
    "TELEGRAM_MODE": "polling",
    "TELEGRAM_WEBHOOK_SECRET": "a1B2c3D4e5F6",
    "TWILIO_ACCOUNT_SID": "AC0123456789abcdef0123456789abcdef",
    "TWILIO_FROM": "+18195550100",
    "TWILIO_MESSAGING_SERVICE_SID": "MG0123456789abcdef0123456789abcdef",
    "TWILIO_OPT_OUT": "default",
    "PUBLIC_BASE_URL": "https://portevoix.example.org",
    "HTTP_PORT": "8080",
    "TIMEZONE": "America/Toronto",
    "DEFAULT_LANGUAGE": "fr",
    "QUIET_HOURS": "21:00-09:00",
    "REMINDER_DAYS": "7,3,1",
    "DIGEST_DAY": "31",
    "DIGEST_HOUR": "10:00",
    "SMS_PRICE": "0.0147",
    "SMS_DAILY_BUDGET": "20",
}
MISSING = "needed"  # how the reason of a key that lacks begins


def refused(error: SettingsError) -> list[Finding]:
    """One finding per key. The value itself is never shown: it may be a secret."""
    found = []
    for key, reason in error.problems:
        id = "setting-missing" if reason.startswith(MISSING) else "setting"
        found.append(bad(id, {"key": key, "example": EXAMPLES.get(key, "...")}, key=key))
    return found


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
    return found or [good("people-read", contact=settings.contact_name)]


def channels(settings: Settings) -> list[Finding]:
    return [] if settings.has_telegram or settings.has_sms else [bad("no-channel")]
