"""What is said of a person when they are added: read from a line, a message or options, and checked whole."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from db.people import Role
from handlers.access import refuse
from handlers.numbers import near, normal
from handlers.turn import House
from messages import Channel
from messages.keywords import fold
from messages.sentences.dates import dates

# The columns of an import, in the order of the guide; a few names people give them.
COLUMNS = (
    "name",
    "phone",
    "telegram_id",
    "language",
    "roles",
    "roundtables",
    "territory",
    "channel",
    "consent",
)
OTHER_NAMES = {
    "nom": "name",
    "prenom": "name",
    "telephone": "phone",
    "tel": "phone",
    "cell": "phone",
    "telegram": "telegram_id",
    "langue": "language",
    "role": "roles",
    "roundtable": "roundtables",
    "table": "roundtables",
    "tables": "roundtables",
    "territoire": "territory",
    "mrc": "territory",
    "canal": "channel",
    "consentement": "consent",
    "adresse": "postal_address",
    "address": "postal_address",
}
ROLES = {
    "member": Role.MEMBER,
    "membre": Role.MEMBER,
    "expert": Role.EXPERT,
    "experte": Role.EXPERT,
    "coordinator": Role.COORDINATOR,
    "coordination": Role.COORDINATOR,
}
LANGUAGES = {"francais": "fr", "french": "fr", "anglais": "en", "english": "en", "espagnol": "es", "spanish": "es"}
CHANNELS = {
    "sms": Channel.SMS,
    "texto": Channel.SMS,
    "text": Channel.SMS,
    "telegram": Channel.TELEGRAM,
    "post": Channel.POST,
    "poste": Channel.POST,
    "papier": Channel.POST,
    "paper": Channel.POST,
}
LONGEST = 60


@dataclass(frozen=True, slots=True)
class PersonSpec:
    """One person as someone wrote them down. `consent`: how and when it was given; empty: to be asked."""

    name: str = ""
    phone: str = ""
    telegram_id: str = ""
    language: str = ""
    roles: tuple[str, ...] = ()
    roundtables: tuple[str, ...] = ()
    territory: str = ""
    channel: str = ""
    consent: str = ""
    postal_address: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """The same, with every value in the form it is kept."""

    name: str
    phone: str | None
    telegram_id: str | None
    language: str
    roles: frozenset[Role]
    roundtables: tuple[str, ...]
    territory: str
    channel: str
    consent: str
    consent_at: dt.datetime | None
    postal_address: str = field(default="")

    @property
    def addresses(self) -> list[tuple[str, str]]:
        pairs = [(Channel.SMS.value, self.phone), (Channel.TELEGRAM.value, self.telegram_id)]
        return [(channel, address) for channel, address in pairs if address]


def spec_from(fields: Mapping[str, str]) -> PersonSpec:
    """From named fields: several roles or roundtables are separated by ";"."""
    known = {column_of(name): _clean(value) for name, value in fields.items()}

    def several(name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in known.get(name, "").split(";") if part.strip())

    return PersonSpec(
        name=known.get("name", ""),
        phone=known.get("phone", ""),
        telegram_id=known.get("telegram_id", ""),
        language=known.get("language", ""),
        roles=several("roles"),
        roundtables=several("roundtables"),
        territory=known.get("territory", ""),
        channel=known.get("channel", ""),
        consent=known.get("consent", ""),
        postal_address=known.get("postal_address", ""),
    )


def column_of(name: str) -> str:
    """ "Téléphone" -> "phone"; a name nobody knows is given back folded."""
    folded = fold(name).replace(" ", "_")
    return OTHER_NAMES.get(folded, folded)


def _clean(value: str) -> str:
    """Spaces tidied; what a spreadsheet would run as a formula loses its sign (a phone number keeps its +)."""
    tidy = " ".join(value.split())
    return tidy if re.fullmatch(r"\+[\d\s().-]+", tidy) else tidy.lstrip("=+-@\t")


def check(spec: PersonSpec, house: House, today: dt.date, *, known: bool = False) -> Checked:
    """The person to keep. Raises `Refused` with what is wrong and a correct example.

    `known`: they have a name and an address already; only what is given is checked.
    """
    channel = _channel(spec.channel)
    phone, telegram_id = _phone(spec.phone, house), _telegram_id(spec.telegram_id)
    if spec.name or not known:
        _named(spec.name)
    if not known and not phone and not telegram_id and channel != Channel.POST:
        raise refuse("people-needs-address")
    return Checked(
        name=spec.name,
        phone=phone,
        telegram_id=telegram_id,
        language=_language(spec.language, house),
        roles=_roles(spec.roles),
        roundtables=tuple(part[:LONGEST] for part in spec.roundtables),
        territory=spec.territory[:LONGEST],
        channel=channel,
        consent=spec.consent,
        consent_at=consent_moment(spec.consent, house, today),
        postal_address=spec.postal_address,
    )


def _named(name: str) -> None:
    if not name or not any(c.isalpha() for c in name):
        raise refuse("people-needs-name")
    if len(name) > LONGEST:
        raise refuse("people-name-too-long", longest=LONGEST)


def _phone(written: str, house: House) -> str | None:
    if not written:
        return None
    number = normal(written)
    if number is None:
        raise refuse("people-bad-phone", phone=written[:30])
    if not near(number) and not house.allow_international:
        raise refuse("people-phone-abroad", phone=number)
    return number


def _telegram_id(written: str) -> str | None:
    if written and not re.fullmatch(r"\d{3,15}", written):
        raise refuse("people-bad-telegram-id", id=written[:30])
    return written or None


def _language(written: str, house: House) -> str:
    if not written:
        return ""
    language = LANGUAGES.get(fold(written), fold(written)[:2] if len(written) < 6 else fold(written))
    if language not in house.catalogue.languages:
        raise refuse("people-bad-language", written=written[:20], known=", ".join(house.catalogue.languages))
    return language


def _roles(written: tuple[str, ...]) -> frozenset[Role]:
    found = set()
    for word in written:
        role = ROLES.get(fold(word)) or ROLES.get(fold(word).removesuffix("s"))
        if role is None:
            raise refuse("people-bad-role", written=word[:30])
        if role is Role.COORDINATOR:
            raise refuse("people-no-coordinator-here")
        found.add(role)
    return frozenset(found)


def _channel(written: str) -> str:
    if not written:
        return ""
    if fold(written) not in CHANNELS:
        raise refuse("people-bad-channel", written=written[:20])
    return CHANNELS[fold(written)].value


def consent_moment(words: str, house: House, today: dt.date) -> dt.datetime | None:
    """When it was given: noon, here, of the day its words name. Without a day it cannot be weighed against a stop."""
    if not words:
        return None
    days = [found.date for found in dates(words, today) if found.date is not None]
    if not days:
        raise refuse("people-consent-without-day", words=words[:40])
    if days[-1] > today:
        raise refuse("people-consent-future", words=words[:40])
    if days[-1] == today:
        return dt.datetime.combine(today, dt.time(), house.zone).astimezone(dt.UTC)
    return dt.datetime.combine(days[-1], dt.time(12), house.zone).astimezone(dt.UTC)
