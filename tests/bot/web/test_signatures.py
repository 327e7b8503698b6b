"""Our signature is the one Twilio's own library computes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator

from bot.web.signatures import telegram_secret_matches, twilio_signature, twilio_signature_matches

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
URL = "https://porte.example.org/sms/inbound"


@given(token=WORDS, fields=st.dictionaries(WORDS, WORDS, max_size=8))
def test_any_form_is_signed_as_the_library_signs_it(token: str, fields: dict[str, str]) -> None:
    assert twilio_signature(token, URL, fields.items()) == RequestValidator(token).compute_signature(URL, fields)


@pytest.mark.parametrize(
    ("ours", "signed_by_twilio"),
    [
        (URL, "https://porte.example.org:443/sms/inbound"),
        ("https://porte.example.org:8443/sms", "https://porte.example.org/sms"),
        ("http://127.0.0.1:8080/sms?delivery=1", "http://127.0.0.1:8080/sms?delivery=1"),
        ("http://porte.example.org/sms", "http://porte.example.org:80/sms"),
    ],
)
def test_a_signature_is_accepted_with_and_without_the_port_as_the_library_does(
    ours: str, signed_by_twilio: str
) -> None:
    fields = {"From": "+18195550123", "Body": ""}
    library = RequestValidator("token")
    signature = library.compute_signature(signed_by_twilio, fields)
    assert library.validate(ours, fields, signature)
    assert twilio_signature_matches("token", ours, fields.items(), signature)


@pytest.mark.parametrize("signature", [None, "", "é", "AAAA"])
@pytest.mark.parametrize("token", ["token", "", None])
def test_no_signature_and_no_token_never_match(signature: str | None, token: str | None) -> None:
    assert not twilio_signature_matches(token, URL, [], signature)


@pytest.mark.parametrize(
    ("given_secret", "expected", "matches"),
    [("abc", "abc", True), ("abd", "abc", False), ("", "", False), (None, None, False), ("é", "abc", False)],
)
def test_a_secret_matches_itself_only(given_secret: str | None, expected: str | None, matches: bool) -> None:
    assert telegram_secret_matches(given_secret, expected) is matches
