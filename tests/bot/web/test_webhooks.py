"""What each knock at the web door gets, and what is kept of it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from structlog.testing import capture_logs

from bot.web.signatures import twilio_signature
from tests.bot.web.doors import AUTH_TOKEN, ENV, PUBLIC, SECRET, KeptInbox, door, form_of, post_sms, signed

UPDATE = {"update_id": 7, "message": {"message_id": 3, "from": {"id": 42}, "chat": {"id": 42}, "text": "AIDE"}}
RIGHT = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


def test_a_telegram_update_is_kept_as_it_came_before_the_answer() -> None:
    inbox = KeptInbox()
    answer = door(inbox).post("/telegram", json=UPDATE, headers=RIGHT)
    assert answer.status_code == 200
    assert inbox.messages == {("telegram", "7"): (UPDATE, "telegram:42")}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Telegram-Bot-Api-Secret-Token": ""},
        {"X-Telegram-Bot-Api-Secret-Token": SECRET + "x"},
        {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]},
        {"X-Telegram-Bot-Api-Secret-Token": SECRET.upper()},
    ],
)
def test_a_forged_update_gets_403_one_line_in_the_log_and_leaves_nothing(headers: dict[str, str]) -> None:
    inbox = KeptInbox()
    with capture_logs() as lines:
        answer = door(inbox).post("/telegram", json=UPDATE, headers=headers)
    assert (answer.status_code, inbox.messages) == (403, {})
    assert [line["path"] for line in lines] == ["/telegram"]


def test_nobody_enters_by_telegram_when_it_is_polled() -> None:
    polled = {key: value for key, value in ENV.items() if key != "TELEGRAM_MODE"}
    assert door(KeptInbox(), polled).post("/telegram", json=UPDATE, headers=RIGHT).status_code == 403


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"null", b"{}", b'{"update_id": "7"}', b"[" * 100_000])
def test_a_malformed_update_with_the_right_secret_gets_400(body: bytes) -> None:
    inbox = KeptInbox()
    assert door(inbox).post("/telegram", content=body, headers=RIGHT).status_code == 400
    assert inbox.messages == {}


def test_an_update_of_a_kind_nobody_knows_is_kept_and_answered() -> None:
    inbox = KeptInbox()
    assert door(inbox).post("/telegram", json={"update_id": 8, "novelty": {}}, headers=RIGHT).status_code == 200
    assert inbox.messages == {("telegram", "8"): ({"update_id": 8, "novelty": {}}, "telegram:0")}


def test_letters_that_no_database_keeps_are_taken_out() -> None:
    inbox = KeptInbox()
    body = b'{"update_id": 9, "message": {"from": {"id": 1}, "text": "a\\u0000b\\ud83dc \\ud83d\\ude00"}}'
    assert door(inbox).post("/telegram", content=body, headers=RIGHT).status_code == 200
    payload, _ = inbox.messages["telegram", "9"]
    assert payload["message"]["text"] == "ab?c 😀"


def test_a_text_message_is_kept_and_gets_an_empty_answer_in_twiml() -> None:
    inbox, form = KeptInbox(), form_of(Body="Ça va à 9 h + 1 & plus?", NumMedia="0", Blank="")
    answer = post_sms(door(inbox), form)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/xml")
    assert answer.text.endswith("<Response/>")
    assert inbox.messages == {("sms", "SM1"): (form, "sms:+18195550123")}


def test_a_repeated_message_changes_nothing() -> None:
    inbox = KeptInbox()
    client = door(inbox)
    assert [post_sms(client, form_of()).status_code for _ in range(2)] == [200, 200]
    assert len(inbox.messages) == 1


def other(**changed: str) -> dict[str, Any]:
    return {"sent": form_of(Body="OUI") | changed, "signed": form_of(Body="OUI")}


@pytest.mark.parametrize("path", ["/sms/inbound", "/sms/status"])
@pytest.mark.parametrize(
    ("case", "headers"),
    [
        (other(), {"X-Twilio-Signature": ""}),
        (other(), {"X-Twilio-Signature": "bm90IGEgc2lnbmF0dXJl"}),
        (other(), {"X-Twilio-Signature": "é"}),
        (other(Body="NON"), {}),
        (other(Extra=""), {}),
    ],
)
def test_a_forged_form_gets_403_and_leaves_nothing(path: str, case: dict[str, Any], headers: dict[str, str]) -> None:
    inbox = KeptInbox()
    given = {key: value.encode() for key, value in (signed(path, case["signed"]) | headers).items()}
    answer = door(inbox).post(path, content=urlencode(case["sent"]), headers=given)
    assert (answer.status_code, inbox.messages, inbox.receipts) == (403, {}, [])


def test_a_form_signed_for_another_address_or_with_another_token_gets_403() -> None:
    client, form = door(KeptInbox()), form_of()
    elsewhere = signed("/sms/status", form)
    assert client.post("/sms/inbound", content=urlencode(form), headers=elsewhere).status_code == 403
    stranger = signed("/sms/inbound", form, token="another")
    assert client.post("/sms/inbound", content=urlencode(form), headers=stranger).status_code == 403


def test_a_form_well_signed_for_another_account_gets_403() -> None:
    inbox = KeptInbox()
    assert post_sms(door(inbox), form_of(AccountSid="AC" + "b" * 32)).status_code == 403
    assert inbox.messages == {}


def test_nobody_enters_by_sms_when_there_is_no_account() -> None:
    telegram_only = {key: value for key, value in ENV.items() if not key.startswith("TWILIO")}
    assert post_sms(door(KeptInbox(), telegram_only), form_of()).status_code == 403


@pytest.mark.parametrize(
    "fields",
    [
        [("MessageSid", "SM2"), ("MessageSid", "SM1")],
        [("From", "+18195550199")],
        [("NumMedia", "0"), ("NumMedia", "0")],
        [("NumMedia", "many")],
        [("NumMedia", "²")],
        [("NumMedia", "1")],
        [("SmsStatus", "received\x00")],
        [("OptOutType", "STOP STOP")],
        [("ErrorCode", "²")],
        [("SmsSid", "x" * 5000)],
        [("Whatever", "1OptOutTypeSTOP")],
    ],
)
def test_a_well_signed_form_of_another_shape_gets_400_and_leaves_nothing(fields: list[tuple[str, str]]) -> None:
    inbox, whole = KeptInbox(), [*form_of().items(), *fields]
    url = PUBLIC + "/sms/inbound"
    headers = {"X-Twilio-Signature": twilio_signature(AUTH_TOKEN, url, whole)}
    answer = door(inbox).post("/sms/inbound", content=urlencode(whole), headers=headers)
    assert (answer.status_code, inbox.messages) == (400, {})


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("rcs:+18195550123", "+18195550123"),
        ("whatsapp:+18195550123", "+18195550123"),
        ("RCS: +18195550123", "+18195550123"),
        ("nouveau-canal_2:rcs:+18195550123", "+18195550123"),
        ("+18195550123", "+18195550123"),
        ("72345", "72345"),
        ("BELL", "BELL"),
    ],
)
def test_who_writes_is_the_same_by_whatever_channel(given: str, address: str) -> None:
    inbox = KeptInbox()
    assert post_sms(door(inbox), form_of(From=given, To="rcs:agent_9")).status_code == 200
    ((payload, sender),) = inbox.messages.values()
    assert (payload["From"], payload["To"], sender) == (address, "agent_9", f"sms:{address}")


@pytest.mark.parametrize("address", ["x" * 100, "+1819555012\u0663", "a;b", "rcs:"])
def test_an_address_that_is_none_gets_400(address: str) -> None:
    assert post_sms(door(KeptInbox()), form_of(From=address)).status_code == 400


ODD_UPDATES = [
    b'{"update_id": 9, "message": {"from": 5, "text": "x"}}',
    b'{"update_id": 9, "message": 5}',
    b'{"update_id": 9, "callback_query": []}',
    b'{"update_id": 9, "message": {"from": {"id": NaN}, "text": 1e999}}',
    b'{"update_id": 9, "message": ' + b'{"reply_to_message": ' * 300 + b"1" + b"}" * 301,
]


@pytest.mark.parametrize("body", ODD_UPDATES, ids=lambda body: body.decode()[:40])
def test_an_update_of_another_shape_is_kept_once_and_not_asked_for_again(body: bytes) -> None:
    inbox = KeptInbox()
    client = door(inbox)
    assert [client.post("/telegram", content=body, headers=RIGHT).status_code for _ in range(2)] == [200, 200]
    ((payload, sender),) = inbox.messages.values()
    assert isinstance(payload, dict)
    assert json.dumps(payload, allow_nan=False)
    assert sender in ("telegram:0", "telegram:42")


def test_a_well_signed_form_without_its_number_gets_400() -> None:
    assert post_sms(door(KeptInbox()), form_of(MessageSid="")).status_code == 400
    assert post_sms(door(KeptInbox()), form_of(MessageStatus=""), "/sms/status").status_code == 400


@pytest.mark.parametrize(
    ("query", "delivery"),
    [
        ("?delivery=12", "12"),
        ("", ""),
        ("?delivery=a-_=", "a-_="),
        ("?delivery=", ""),
        ("?delivery=%00", ""),
        ("?delivery=" + "9" * 101, ""),
        ("?delivery=1%202", ""),
    ],
)
def test_a_status_is_kept_with_what_says_of_which_delivery_it_speaks(query: str, delivery: str) -> None:
    inbox = KeptInbox()
    form = form_of(MessageStatus="undelivered", ErrorCode="30003")
    assert post_sms(door(inbox), form, f"/sms/status{query}").status_code == 204
    assert inbox.receipts == [("SM1", "undelivered", "30003", delivery)]


def test_a_signature_covers_the_query_too() -> None:
    form = form_of(MessageStatus="delivered")
    headers = signed("/sms/status?delivery=12", form)
    answer = door(KeptInbox()).post("/sms/status?delivery=13", content=urlencode(form), headers=headers)
    assert answer.status_code == 403


def test_a_database_briefly_locked_is_waited_for() -> None:
    inbox = KeptInbox(away=2)
    assert post_sms(door(inbox), form_of()).status_code == 200
    assert len(inbox.messages) == 1


def test_a_database_that_stays_away_gets_503_so_that_the_provider_tries_again() -> None:
    answers = [
        post_sms(door(KeptInbox(away=9)), form_of()),
        post_sms(door(KeptInbox(away=9)), form_of(MessageStatus="sent"), "/sms/status"),
        door(KeptInbox(away=9)).post("/telegram", json=UPDATE, headers=RIGHT),
    ]
    assert [(answer.status_code, answer.headers["Retry-After"]) for answer in answers] == [(503, "5")] * 3


def test_what_is_too_large_is_not_read_to_its_end() -> None:
    inbox = KeptInbox()
    update = json.dumps(UPDATE | {"padding": "x" * 1_000_000})
    assert door(inbox).post("/telegram", content=update, headers=RIGHT).status_code == 413
    assert post_sms(door(inbox), form_of(Body="x" * 70_000)).status_code == 413
    assert inbox.messages == {}


@pytest.mark.parametrize("path", ["/telegram", "/sms/inbound", "/sms/status"])
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD"])
def test_only_post_is_understood(path: str, method: str) -> None:
    assert door(KeptInbox()).request(method, path).status_code == 405
