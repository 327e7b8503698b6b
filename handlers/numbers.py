"""Phone numbers as people write them, as they are kept (E.164), and as they are shown."""

from __future__ import annotations

import phonenumbers

from handlers.turn import Turn
from messages import Channel

HOME = "CA"
NEAR = frozenset({"CA", "US"})


def normal(written: str) -> str | None:
    """ "819 555-0142" -> "+18195550142"; None when it is not a whole phone number."""
    try:
        number = phonenumbers.parse(written, HOME)
    except phonenumbers.NumberParseException:
        return None
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible != phonenumbers.ValidationResult.IS_POSSIBLE:  # seven digits: the region code is missing
        return None
    if number.country_code == 1 and len(str(number.national_number)) != 10:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shown(address: str) -> str:
    """ "+18195550142" -> "819 555-0142", as people here write it. Anything else is given back as it is."""
    if address.startswith("+1") and len(address) == 12 and address[1:].isdigit():
        return f"{address[2:5]} {address[5:8]}-{address[8:]}"
    return address


def near(address: str) -> bool:
    """Whether a number is of Canada or the United States. Short codes are."""
    if not address.startswith("+"):
        return True
    try:
        number = phonenumbers.parse(address)
    except phonenumbers.NumberParseException:
        return False
    region = phonenumbers.region_code_for_number(number)
    # A number that no plan lists (those of films and tests) is judged by its country code.
    return region in NEAR if region else number.country_code == 1


def abroad(turn: Turn) -> bool:
    """Someone unknown who writes from a country where answering costs dearly: nothing is answered."""
    far = turn.incoming.channel is Channel.SMS and turn.person is None and not near(turn.incoming.address)
    return far and not turn.house.allow_international
