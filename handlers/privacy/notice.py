"""The notice: who answers for personal information, what is kept, why, how long, who receives it, what one may ask."""

from __future__ import annotations

from handlers.installation import Installation
from handlers.privacy.paper import Paper
from messages import Text, text

YEAR = 365
PAGE = "/confidentialite"
WHY = ("contact", "talk", "meetings", "comments", "allowance", "consent", "law")  # purposes that concern people
RIGHTS = ("see", "fix", "erase", "stop", "complain")


def page_address(installation: Installation) -> str:
    """Where the page is read, "" when the program has no address that a phone could open."""
    address = installation.public_url.rstrip("/")
    return f"{address}{PAGE}" if address.startswith("https://") else ""


def short_notice(installation: Installation) -> list[Text]:
    """What a phone reads: one text, and where the whole of it is."""
    said = [text("privacy-short", organisation=installation.organisation, **_whom(installation))]
    if address := page_address(installation):
        said.append(text("privacy-page-address", address=address))
    return said


def _whom(installation: Installation) -> dict[str, object]:
    return {"name": installation.responsible.name, "phone": installation.responsible.phone}


def whole_notice(installation: Installation) -> Paper:
    """The page, and what is sent by post."""
    organisation = installation.organisation
    return Paper(
        text("privacy-page-title", organisation=organisation),
        (
            (None, (text("privacy-page-first", organisation=organisation),)),
            (text("privacy-head-who"), responsible(installation)),
            (text("privacy-head-why"), tuple(text(f"privacy-why-{why}") for why in WHY)),
            (text("privacy-head-receives"), receivers(installation)),
            (text("privacy-head-how-long"), how_long(installation)),
            (text("privacy-head-rights"), tuple(text(f"privacy-right-{right}") for right in RIGHTS)),
        ),
    )


def responsible(installation: Installation) -> tuple[Text, ...]:
    who = installation.responsible
    titled = text("privacy-titled", title=who.title) if who.title else ""
    said = [text("privacy-who", title=titled, **_whom(installation))]
    if who.address:
        said.append(text("privacy-who-address", address=who.address))
    return tuple(said)


def receivers(installation: Installation) -> tuple[Text, ...]:
    """Who else holds a copy: only the companies that carry messages here."""
    said = [text(f"privacy-receives-{channel.value}") for channel in installation.channels]
    return (*said, text("privacy-receives-nobody"))


def how_long(installation: Installation) -> tuple[Text, ...]:
    """One line for each kind of the table of retention, and what stays as long as the person does."""
    lines = [kept_line(kind, days) for kind, days in installation.keep.items()]
    return (text("privacy-kept-person"), *lines, text("privacy-kept-stop"))


def kept_line(kind: str, days: int) -> Text:
    return text("privacy-kept-line", what=text(f"privacy-kept-{kind}"), long=duration(days))


def duration(days: int) -> Text:
    """2555 -> "7 ans", 90 -> "90 jours"."""
    if days >= YEAR and days % YEAR == 0:
        return text("privacy-years", count=days // YEAR)
    return text("privacy-days", count=days)
