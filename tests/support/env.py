"""The environment of a test's installation, and the catalogue, read once for all."""

from __future__ import annotations

from functools import cache

from messages.catalogue import Catalogue

ENV = {
    "ORGANISATION_NAME": "Alliance de la Vallée-des-Rives",
    "CONTACT_NAME": "Maude",
    "CONTACT_PHONE": "+18195550142",
    "REGION_HELP_LINE": "819 555-0199",
    "EMERGENCY_NAME": "Lise",
    "EMERGENCY_PHONE": "819 555-0143",
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "TWILIO_AUTH_TOKEN": "secret",
    "TWILIO_FROM": "+18195550100",
    "TWILIO_API_BASE_URL": "http://127.0.0.1:9",
    "TELEGRAM_TOKEN": "123:abc",
    "TELEGRAM_API_BASE_URL": "http://127.0.0.1:9",
}


@cache
def catalogue() -> Catalogue:
    return Catalogue.open()  # a line that cannot be read is named by tests/conventions/test_languages.py
