"""What is said of a person when they are added: read from a line, a message or options, and checked whole."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.labels import label
from db.people import Role
from handlers.acting import refuse
from handlers.installation import Installation
from handlers.numbers import BadNumber, Number, near, read_number
from handlers.people.consent_days import Day, Order, Undecided, day_in
from handlers.people.consent_words import Said, said_in
from handlers.vocabulary import channel_of, heading_of, language_of, role_of
from messages import Channel
from messages.channels import UNWRITTEN
from messages.keywords import fold

# What a card holds, in the words of the shell and of programs; people's own words are in messages/data/lists.tsv.
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
    "postal_address",
    "email",
)
# What a heading of a list means -> the part of one person's card.
OF_ONE = {
    "nom": "name",
    "given": "name",
    "name": "name",
    "cell": "phone",
    "home": "phone",
    "work": "phone",
    "perhaps_roles": "roles",
    "city": "territory",
    "street": "postal_address",
    "consent_day": "consent",
}
LONGEST = 60
LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
EMAIL = re.compile(rf"[a-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{LABEL}(?:\.{LABEL})+")
LONGEST_EMAIL = 254


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
    email: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """The same, with every value in the form it is kept.

    `consent_oldest`: the oldest moment that the day of the consent could be, when it could be several. `declined`: what
    was written down is a no. `other_phones`: numbers to call, never texted. `called`: they are reached by voice or by
    post, so that a phone that nobody texts yet is one to call.
    """

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
    postal_address: str = ""
    consent_oldest: dt.datetime | None = None
    declined: bool = False
    called: bool = False
    other_phones: tuple[str, ...] = ()
    email: str | None = None

    @property
    def addresses(self) -> list[tuple[str, str]]:
        pairs = [
            (Channel.SMS.value, self.phone),
            (Channel.TELEGRAM.value, self.telegram_id),
            (Channel.EMAIL.value, self.email),
        ]
        return [(channel, address) for channel, address in pairs if address]


def spec_from(fields: Mapping[str, str]) -> PersonSpec:
    """From named fields: several roles or roundtables are separated by ";"."""
    known = {column_of(name): clean(value) for name, value in fields.items()}

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
        email=known.get("email", ""),
    )


def column_of(name: str) -> str:
    """ "Téléphone" -> "phone"; a name nobody knows is given back folded."""
    folded = fold(name).replace(" ", "_")
    meaning = folded if folded in COLUMNS else heading_of(name)
    return OF_ONE.get(meaning, meaning if meaning in COLUMNS else folded)


def clean(value: str) -> str:
    """Nothing that cannot be seen; what a spreadsheet would run as a formula loses its sign (a phone keeps its +)."""
    tidy = label(value)
    return tidy if re.match(r"\+[\d\s().-]{6}", tidy) else tidy.lstrip("=+-@\t")


def check(spec: PersonSpec, installation: Installation, today: dt.date, *, known: bool = False) -> Checked:
    """The person to keep. Raises `Refused` with what is wrong and a correct example.

    `known`: they have a name and an address already; only what is given is checked.
    """
    channel = _channel(spec.channel)
    phone, others = phones_of([spec.phone], installation)
    telegram_id = telegram_id_of(spec.telegram_id)
    email = email_of(spec.email, installation)
    if spec.name or not known:
        check_name(spec.name)
    if not (known or phone or others or telegram_id or email or channel == Channel.POST):
        raise refuse("people-needs-address")
    moment = consent_moment(spec.consent, installation, today)
    declined = said_in(spec.consent) is Said.NO
    return Checked(
        name=label(spec.name),
        phone=phone,
        telegram_id=telegram_id,
        language=_language(spec.language, installation),
        roles=_roles(spec.roles),
        roundtables=tuple(label(part)[:LONGEST] for part in spec.roundtables),
        territory=label(spec.territory)[:LONGEST],
        channel=channel,
        consent=spec.consent,
        consent_at=moment[0] if moment else None,
        consent_oldest=moment[1] if moment else None,
        postal_address=label(spec.postal_address),
        declined=declined,
        called=channel in UNWRITTEN,
        other_phones=others,
        email=email,
    )


def check_name(name: str) -> None:
    """Raises `Refused` when it is no name."""
    if not any(c.isalpha() for c in label(name)):
        raise refuse("people-needs-name")
    if len(name) > LONGEST:
        raise refuse("people-name-too-long", longest=LONGEST)


def phones_of(written: Iterable[str], installation: Installation) -> tuple[str | None, tuple[str, ...]]:
    """The number to text, and those to call: it is the first that may be texted. Raises `Refused` for a bad one."""
    texted, others = None, []
    for words in written:
        if not words:
            continue
        number = phone_of(words, installation)
        if number.textable and texted in (None, number.e164):
            texted = number.e164
        else:
            others.append(number.to_call)
    return texted, tuple(dict.fromkeys(others))


def phone_of(written: str, installation: Installation) -> Number:
    """Raises `Refused` when it is no whole number of a country that the installation writes to."""
    try:
        number = read_number(written)
    except BadNumber as bad:
        raise refuse(f"people-phone-{bad.fault}", phone=label(written)[:30]) from None
    if not near(number.e164) and not installation.allow_international:
        raise refuse("people-phone-abroad", phone=number.e164)
    return number


def telegram_id_of(written: str) -> str | None:
    if written and not re.fullmatch(r"[1-9]\d{2,14}", written):
        raise refuse("people-bad-telegram-id", id=label(written)[:30])
    return written or None


def email_of(written: str, installation: Installation) -> str | None:
    """In small letters: nobody has two mailboxes that capitals alone tell apart. Raises `Refused` when it is no
    address, and where no e-mail is sent."""
    if not written:
        return None
    if not installation.email_here:
        raise refuse("people-no-email-here")
    address = written.strip().removeprefix("mailto:").casefold()
    if len(address) > LONGEST_EMAIL or not EMAIL.fullmatch(address):
        raise refuse("people-bad-email", email=label(written)[:40])
    return address


def _language(written: str, installation: Installation) -> str:
    if not written:
        return ""
    language = language_of(written) or fold(written)
    if language not in installation.catalogue.languages:
        raise refuse(
            "people-bad-language", written=label(written)[:20], known=", ".join(installation.catalogue.languages)
        )
    return language


def _roles(written: tuple[str, ...]) -> frozenset[Role]:
    found = set()
    for word in written:
        role = role_of(word)
        if not isinstance(role, Role):
            raise refuse("people-bad-role", written=label(word)[:30])
        if role is Role.COORDINATOR:
            raise refuse("people-no-coordinator-here")
        found.add(role)
    return frozenset(found)


def _channel(written: str) -> str:
    channel = channel_of(written) if written else None
    if written and channel is None:
        raise refuse("people-bad-channel", written=label(written)[:20])
    return channel.value if channel else ""


def consent_moment(words: str, installation: Installation, today: dt.date) -> tuple[dt.datetime, dt.datetime] | None:
    """When it was given or refused, and the earliest that it could have been: "10/11/2026" is two days, the habit here
    being that the day comes first. None for a refusal of today, or without a day: it is of this moment.

    Without a day a yes cannot be weighed against a stop, and words that say neither yes nor no are none: raises
    `Refused`."""
    if not words:
        return None
    said = said_in(words)
    if said in (Said.UNCLEAR, Said.PENDING):
        raise refuse("people-consent-unclear", words=label(words)[:40])
    try:
        found = day_in(words, today, {Order.DAY_MONTH, Order.MONTH_DAY})
    except Undecided as undecided:
        readings = undecided.readings
        found = Day(readings.get(Order.DAY_MONTH) or min(readings.values()), min(readings.values()))
    if found is None and said is not Said.NO:
        raise refuse("people-consent-without-day", words=label(words)[:40])
    if found is not None and found.day > today:
        raise refuse("people-consent-future", words=label(words)[:40])
    if found is None or (said is Said.NO and found.day == today):
        return None
    return moment_of(found.day, installation, today), start_of(found.oldest, installation)


def start_of(day: dt.date, installation: Installation) -> dt.datetime:
    """The earliest that something said of this day can have been: a stop of the same day may well be later."""
    return dt.datetime.combine(day, dt.time(), installation.zone).astimezone(dt.UTC)


def moment_of(day: dt.date, installation: Installation, today: dt.date) -> dt.datetime:
    """Noon, here, of that day; the day's beginning when it is today, so that a stop of today stands."""
    hour = dt.time() if day == today else dt.time(12)
    return dt.datetime.combine(day, hour, installation.zone).astimezone(dt.UTC)
