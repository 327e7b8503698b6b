"""A form that Twilio signed says what Twilio said, and nothing that its signature merely covers."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.sms_form import SHAPES, NotTwilios, read_form
from bot.channels.sms_incoming import incoming_from_form, sender_key
from bot.web.signatures import twilio_signature

REAL = {
    "AccountSid": "AC" + "a" * 32,
    "ApiVersion": "2010-04-01",
    "Body": "ARRET",
    "From": "+18195550123",
    "FromCity": "TROIS-RIVIERES",
    "FromCountry": "CA",
    "FromState": "QC",
    "FromZip": "",
    "MessageSid": "SM" + "0" * 31 + "7",
    "MessagingServiceSid": "MG" + "0" * 32,
    "NumMedia": "0",
    "NumSegments": "1",
    "OptOutType": "STOP",
    "SmsMessageSid": "SM" + "0" * 31 + "7",
    "SmsSid": "SM" + "0" * 31 + "7",
    "SmsStatus": "received",
    "To": "+18195550100",
    "ToCity": "SHERBROOKE",
    "ToCountry": "CA",
    "ToState": "QC",
    "ToZip": "",
}


def moved_borders(form: dict[str, str]) -> list[list[tuple[str, str]]]:
    """Every form that the same signature covers: a border between a name and its value, or two fields, moved."""
    fields = sorted(form.items())
    found = []
    for at, (name, value) in enumerate(fields):
        before, after = fields[:at], fields[at + 1 :]
        found += [[*before, (name + value[:n], value[n:]), *after] for n in range(1, len(value) + 1)]
        found += [[*before, (name[:n], name[n:] + value), *after] for n in range(1, len(name))]
        for many in range(1, 4):
            swallowed = "".join(one + word for one, word in after[:many])
            found += [[*before, (name, value + swallowed), *after[many:]]] if swallowed else []
    return [moved for moved in found if sorted(moved) == moved and len(dict(moved)) == len(moved)]


@pytest.mark.parametrize("short", [False, True], ids=["ids as Twilio makes them", "short ids"])
def test_a_border_moved_within_a_signed_form_never_makes_another_message(short: bool) -> None:
    """Some change nothing that counts; none is heard again, as from another, or without its STOP."""
    real = {name: value.replace("0" * 31, "r") if short else value for name, value in REAL.items()}
    moved = moved_borders(real)
    refused = 0
    for fields in moved:
        assert twilio_signature("token", "https://p.example/", fields) == twilio_signature(
            "token", "https://p.example/", real.items()
        )
        try:
            form = read_form(fields)
        except NotTwilios:
            refused += 1
            continue
        for name in ("MessageSid", "From", "OptOutType", "Body", "NumMedia"):
            assert form.get(name, "") == real[name], fields
    assert (len(moved), refused) > (100, 50)


@pytest.mark.parametrize("form", [REAL, {"MessageSid": "SM1", "From": "72345"}, {"From": "BELL", "Novelty": "x"}])
def test_a_form_of_twilio_s_is_read_as_it_is(form: dict[str, str]) -> None:
    assert read_form(form.items()) == form


@pytest.mark.parametrize("name", ["TokenOfTomorrow", "MediaUrl0", "ChannelMetadata", "FromAgent", "BodyLanguage"])
def test_a_field_that_twilio_will_add_is_no_reason_to_refuse_a_message(name: str) -> None:
    assert read_form([*REAL.items(), (name, "x")])[name] == "x"


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
NAMES = st.one_of(st.sampled_from([*SHAPES, "Body", "MediaUrl0", "MediaContentType0"]), WORDS)
VALUES = st.one_of(WORDS, st.sampled_from(["1", "²", "-1", "99999999", "+18195550123", "SM1", "rcs:", "whatsapp:+1"]))


@given(st.lists(st.tuples(NAMES, VALUES), max_size=12), st.booleans())
def test_any_form_is_read_or_refused_and_what_is_read_becomes_a_message(
    fields: list[tuple[str, str]], whole: bool
) -> None:
    """The first of a name counts; with what every message has, half of the time."""
    given_form = dict(reversed(fields)) | ({"MessageSid": "SM1", "From": "+18195550123"} if whole else {})
    try:
        form = read_form(given_form.items())
    except NotTwilios:
        return
    if form.get("MessageSid") and form.get("From"):
        heard = incoming_from_form(form, dt.datetime(2026, 3, 2, tzinfo=dt.UTC))
        assert sender_key(form) == f"sms:{heard.address}"
        assert heard.address
        assert ":" not in heard.address
