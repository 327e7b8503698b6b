"""Each kind of payload becomes one Incoming, or nothing."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from bot.channels import sms, telegram
from bot.channels.telegram_incoming import Malformed, filed, provider_id, storable
from messages.types import Channel, Incoming, Kind, Media, SharedContact

PAYLOADS = Path(__file__).parent / "payloads"
NOW = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)
RITA = {"address": "42", "display_name": "Rita Roy", "language_hint": "fr", "received_at": NOW}
GROUP = {"group": True, "delivered_to_group": "-100777"}


def update(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAYLOADS / f"telegram_{name}.json").read_text(encoding="utf-8"))
    return found


def form(name: str) -> dict[str, str]:
    return dict(parse_qsl((PAYLOADS / f"sms_{name}.form").read_text(encoding="utf-8").strip(), keep_blank_values=True))


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("text", 901, {"kind": Kind.TEXT, "text": "Je serai là mardi, merci"}),
        ("start", 902, {"kind": Kind.TEXT, "text": "/start lien-4821"}),
        ("reply", 903, {"kind": Kind.TEXT, "text": "Oui", "reply_to": "299"}),
        (
            "photo",
            904,
            {"kind": Kind.PHOTO, "text": "autobus 7,50", "media": (Media("large", "image/jpeg", 214733),)},
        ),
        ("voice", 905, {"kind": Kind.VOICE, "media": (Media("v1", "audio/ogg", 48211),)}),
        ("sticker", 906, {"kind": Kind.STICKER}),
        ("contact_own", 907, {"kind": Kind.CONTACT, "contact": SharedContact("+18195550123", "42")}),
        ("contact_other", 908, {"kind": Kind.CONTACT, "contact": SharedContact("+14185550199", None)}),
        (
            "document",
            909,
            {"kind": Kind.DOCUMENT, "text": "le reçu", "media": (Media("d1", "application/pdf", 80123, "recu.pdf"),)},
        ),
        ("gif", 910, {"kind": Kind.DOCUMENT, "media": (Media("an1", "video/mp4", 5000),)}),
        ("video", 911, {"kind": Kind.DOCUMENT, "media": (Media("vi1", "video/mp4", 700000),)}),
        ("location", 912, {"kind": Kind.OTHER}),
        ("button", 913, {"kind": Kind.BUTTON, "button": "oui", "callback_id": "cb-1", "message_id": "305"}),
        ("button_old", 914, {"kind": Kind.BUTTON, "button": "oui", "callback_id": "cb-2", "message_id": "12"}),
        ("group_text", 915, {"kind": Kind.TEXT, "text": "/aide les transports", **GROUP}),
        ("group_joined", 916, {"kind": Kind.OTHER, "message_id": None, **GROUP}),
        ("blocked", 918, {"kind": Kind.OTHER, "opt_out_type": "STOP", "message_id": None}),
        ("unblocked", 919, {"kind": Kind.OTHER, "opt_out_type": "START", "message_id": None}),
        (
            "group_button",
            924,
            {"kind": Kind.BUTTON, "button": "1", "callback_id": "cb-3", "message_id": "306", **GROUP},
        ),
    ],
)
def test_an_update_becomes_what_the_person_meant(name: str, number: int, expected: dict[str, Any]) -> None:
    whole = {"channel": Channel.TELEGRAM, "provider_id": str(number), "message_id": "310", **RITA, **expected}
    assert telegram.incoming_from_update(update(name), NOW) == Incoming(**whole)


@pytest.mark.parametrize("name", ["edited", "other_bot", "group_notice", "group_left", "channel_post"])
def test_an_update_where_nobody_speaks_to_the_bot_becomes_nothing(name: str) -> None:
    assert telegram.incoming_from_update(update(name), NOW) is None


@pytest.mark.parametrize(
    "odd", [{"update_id": 1}, {"update_id": 1, "poll": {}}, {"update_id": 1, "message": {"message_id": 2}}]
)
def test_an_update_of_a_shape_nobody_knows_becomes_nothing(odd: dict[str, Any]) -> None:
    assert telegram.incoming_from_update(odd, NOW) is None
    assert telegram.sender_key(odd) == "telegram:0"


MALFORMED: list[Any] = [
    {"message": {"from": 5, "text": "x"}},
    {"message": {"from": {"id": "42", "is_bot": False}, "text": "x"}},
    {"message": {"from": {"id": 42, "is_bot": False}, "text": 5}},
    {"message": {"from": {"id": 42, "is_bot": False}, "text": "x", "chat": []}},
    {"message": {"from": {"id": 42, "is_bot": False}, "text": "x", "chat": {"type": "group"}}},
    {"message": {"from": {"id": 42, "is_bot": False}, "photo": "x", "chat": {}}},
    {"message": {"from": {"id": 42, "is_bot": False}, "photo": [5], "chat": {}}},
    {"message": {"from": {"id": 42, "is_bot": False}, "voice": {"file_id": 5}, "chat": {}}},
    {"message": {"from": {"id": 42, "is_bot": False}, "contact": "Rita", "chat": {}}},
    {"message": []},
    {"message": "x"},
    {"callback_query": {"from": {"id": 42}}},
    {"callback_query": {"id": "1", "from": {"id": True}}},
    {"callback_query": {"id": "1", "data": {}, "from": {"id": 42}}},
    {"my_chat_member": {"from": {"id": 42}, "chat": {"type": "private"}}},
    {"my_chat_member": {"from": {"id": 42}, "chat": {}, "old_chat_member": 5, "new_chat_member": 5}},
    [],
    None,
    "x",
]


@pytest.mark.parametrize("odd", MALFORMED, ids=lambda value: str(value)[:60])
def test_an_update_that_makes_no_sense_is_filed_all_the_same_and_is_malformed(odd: Any) -> None:
    whole = {"update_id": 1, **odd} if isinstance(odd, dict) else odd
    assert telegram.sender_key(whole) in ("telegram:0", "telegram:42")
    assert provider_id(whole) == "1" if isinstance(odd, dict) else provider_id(whole).startswith("odd-")
    with pytest.raises(Malformed):
        telegram.incoming_from_update(filed(whole)[1], NOW)


@pytest.mark.parametrize("spoiled", [{"language_code": 5}, {"first_name": ["x"]}, {"last_name": {}}])
def test_a_name_or_a_language_that_makes_no_sense_does_not_keep_the_words_from_being_heard(
    spoiled: dict[str, Any],
) -> None:
    said = update("text")
    said["message"]["from"] |= spoiled
    heard = telegram.incoming_from_update(said, NOW)
    assert heard is not None
    assert heard.text == "Je serai là mardi, merci"


@pytest.mark.parametrize(
    ("came", "kept"),
    [
        ({"a": "b\x00c"}, {"a": "bc"}),
        ({"a": "\ud83d"}, {"a": "?"}),
        ({"a": float("nan"), "b": float("inf"), "c": 1.5}, {"a": None, "b": None, "c": 1.5}),
    ],
)
def test_what_no_database_keeps_is_left_out(came: Any, kept: Any) -> None:
    assert storable(came) == kept


def test_depths_without_an_end_are_cut() -> None:
    deep: Any = "end"
    for _ in range(400):
        deep = {"reply_to_message": deep}
    assert "end" not in json.dumps(storable(deep))


@pytest.mark.parametrize("name", ["text", "button", "blocked", "group_text"])
def test_an_update_is_filed_under_the_person(name: str) -> None:
    assert telegram.sender_key(update(name)) == "telegram:42"


ACCOUNT = "https://api.twilio.com/2010-04-01/Accounts/AC" + "a" * 32


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("text", {"kind": Kind.TEXT, "text": " Ça me va : à 9 h\nMerci "}),
        (
            "picture",
            {
                "kind": Kind.PHOTO,
                "text": "reçu",
                "media": (
                    Media(f"{ACCOUNT}/Messages/MM1/Media/ME1", "image/jpeg"),
                    Media(f"{ACCOUNT}/Messages/MM1/Media/ME2", "image/png"),
                ),
            },
        ),
        ("voice", {"kind": Kind.VOICE, "media": (Media("https://api.twilio.com/x/ME3", "audio/amr"),)}),
        ("card", {"kind": Kind.DOCUMENT, "media": (Media("https://api.twilio.com/x/ME4", "text/x-vcard"),)}),
        ("stop", {"kind": Kind.TEXT, "text": "STOP", "opt_out_type": "STOP"}),
        ("odd", {"kind": Kind.TEXT}),
    ],
)
def test_a_form_becomes_what_the_person_meant(name: str, expected: dict[str, Any]) -> None:
    whole = {"address": "+18195550123", "to": "+18195550100", "provider_id": "SM" + "1" * 32, "received_at": NOW}
    assert sms.incoming_from_form(form(name), NOW) == Incoming(channel=Channel.SMS, **whole, **expected)
    assert sms.sender_key(form(name)) == "sms:+18195550123"
