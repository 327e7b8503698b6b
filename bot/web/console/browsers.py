"""A browser and its system, as people name them: enough to know one's own, too little to follow anyone."""

from __future__ import annotations

# In this order: most of them say that they are also another one.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)
UNKNOWN = "?"


def browser_of(user_agent: str) -> str:
    """ "Firefox, Windows"; "?" for a part that nobody knows."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), UNKNOWN)
    system = next((name for sign, name in SYSTEMS if sign in user_agent), UNKNOWN)
    return f"{browser}, {system}" if (browser, system) != (UNKNOWN, UNKNOWN) else UNKNOWN


def inside_telegram(user_agent: str) -> bool:
    """Telegram's own browser has cookies of its own: what is opened there is lost when it closes."""
    return "Telegram" in user_agent
