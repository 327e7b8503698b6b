"""What leaves for Twilio, what each of its answers means, and what it knows of a message that was lost sight of."""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.contract import REASONS, Accepted, Blame, ErrorRule, SendError, ToSend, Trace, Verdict
from bot.channels.sms import Sms, receipt_fate, status_callback_url
from bot.channels.sms_errors import CODES, REFUSED, SERVER, STATUSES
from tests.bot.channels.provider import Answer, Provider, closed_port, cuts, hangs, provider, raw, says

SID = "AC" + "a" * 32
NOW = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)
QUEUED = says({"sid": "SM1", "status": "queued", "num_segments": "2"}, 201)
HELLO = ToSend(7, "+18195550123", "Réunion à 9 h & café + thé", status_callback=status_callback_url("http://p", "7"))


@asynccontextmanager
async def account(*answers: Answer, patience: float = 10, **given: Any) -> AsyncIterator[tuple[Sms, Provider]]:
    async with provider(*answers) as server:
        channel = Sms(SID, "secret", server.url, timeout=patience, **(given or {"sender": "+18195550100"}))
        try:
            yield channel, server
        finally:
            await channel.close()


def no(status: int, code: int | None, **headers: str) -> Answer:
    body = {"message": "No", "status": status} | ({"code": code} if code else {})
    return says(body, status, **headers)


async def test_words_leave_with_their_sender_and_the_place_to_report() -> None:
    async with account(QUEUED) as (channel, server):
        assert await channel.send(HELLO) == Accepted("SM1", "sent", 2)
    (asked,) = server.asked
    assert (asked.method, asked.path) == ("POST", f"/2010-04-01/Accounts/{SID}/Messages.json")
    assert asked.headers["Authorization"] == "Basic " + base64.b64encode(f"{SID}:secret".encode()).decode()
    assert asked.form == {
        "To": "+18195550123",
        "StatusCallback": "http://p/sms/status?delivery=7",
        "From": "+18195550100",
        "Body": HELLO.body,
    }


async def test_a_messaging_service_chooses_the_sender_and_counts_later() -> None:
    accepted = says({"sid": "SM2", "status": "accepted", "num_segments": "0"}, 201)
    async with account(accepted, sender="+18195550100", service_sid="MG1") as (channel, server):
        assert await channel.send(ToSend(1, "+18195550123", "Oui")) == Accepted("SM2", "sent", None)
    assert server.asked[0].form == {"To": "+18195550123", "MessagingServiceSid": "MG1", "Body": "Oui"}


@pytest.mark.parametrize(
    ("said", "segments"),
    [("2", 2), (2, 2), ("0", None), ("²", None), (-1, None), ("99999", None), (None, None), ([], None), (True, None)],
)
async def test_segments_that_make_no_sense_are_not_counted(said: Any, segments: int | None) -> None:
    async with account(says({"sid": "SM1", "status": "queued", "num_segments": said}, 201)) as (channel, _):
        assert await channel.send(HELLO) == Accepted("SM1", "sent", segments)


async def test_half_a_letter_does_not_hold_back_the_others() -> None:
    async with account(QUEUED) as (channel, server):
        await channel.send(ToSend(1, "+18195550123", "ab \ud83d cd"))
    assert server.asked[0].form["Body"] == "ab ? cd"


async def test_a_picture_leaves_as_a_link_only() -> None:
    async with account(QUEUED) as (channel, server):
        await channel.send(ToSend(1, "+18195550123", "Carte", image="https://p.example/carte.png"))
        await channel.send(ToSend(1, "+18195550123", "Carte", image=b"bytes"))
    assert [asked.form.get("MediaUrl") for asked in server.asked] == ["https://p.example/carte.png", None]


async def test_the_hand_off_to_the_network_is_told_once_per_request() -> None:
    told: list[int] = []
    async with account(QUEUED) as (channel, server):
        await channel.send(HELLO, lambda: told.append(len(server.asked)))
    assert told == [0]


@pytest.mark.parametrize(
    ("answer", "verdict", "reason", "blame", "retry_after"),
    [
        (no(400, 21610), "for_good", "stopped_at_provider", "contact", None),
        (no(400, 21211), "for_good", "bad_number", "contact", None),
        (no(400, 21614), "for_good", "landline", "contact", None),
        (no(400, 21408), "for_good", "region", "sender", None),
        (no(400, 21606), "for_good", "account", "sender", None),
        (no(400, 21617), "for_good", "too_long", "content", None),
        (no(400, 21602), "for_good", "empty", "content", None),
        (no(400, 99999), "for_good", "refused", "content", None),
        (no(400, None), "for_good", "refused", "content", None),
        (no(401, 20003), "later", "auth", "sender", 60),
        (no(401, None), "later", "auth", "sender", 60),
        (no(403, 20005), "later", "account", "sender", 600),
        (no(404, 20404), "later", "account", "sender", 600),
        (no(429, 20429), "slow_down", "rate_limited", "provider", 1),
        (no(429, 20429, Retry_After="7"), "slow_down", "rate_limited", "provider", 7),
        (no(429, 21611), "later", "congestion", "provider", 600),
        (no(500, 20500), "later", "server", "provider", None),
        (no(503, 20503), "later", "server", "provider", None),
        (raw(b"<html>", 502), "later", "server", "provider", None),
        (raw(b"<html>", 503, Retry_After="999999999999"), "later", "server", "provider", 300),
        (raw(b"<html>", 503, Retry_After="²"), "later", "server", "provider", None),
        (no(429, 20429, Retry_After="86400"), "slow_down", "rate_limited", "provider", 3600),
        (no(429, 20429, Retry_After="-5"), "slow_down", "rate_limited", "provider", 1),
        (no(429, 20429, Retry_After="nan"), "slow_down", "rate_limited", "provider", 1),
        (raw(b"<html>", 405), "later", "server", "provider", None),
        (raw(b"<html>", 408), "later", "server", "provider", None),
        (no(402, None), "later", "account", "sender", 600),
        (no(400, 21608), "for_good", "account", "sender", None),
        (
            says({"code": 21610, "message": "No", "status": 400}, 200),
            "for_good",
            "stopped_at_provider",
            "contact",
            None,
        ),
        (says({"code": "21610", "message": "No"}, 400), "for_good", "stopped_at_provider", "contact", None),
        (says({"code": [21610]}, 400), "for_good", "refused", "content", None),
        (says({"sid": ["SM1"], "status": "queued"}, 201), "unknown", "unreadable", "provider", None),
        (says({"sid": "x" * 500, "status": "queued"}, 201), "unknown", "unreadable", "provider", None),
        (says({"sid": "SM1", "status": "failed", "error_code": "²"}, 201), "later", "carrier", "provider", None),
        (raw(b"<html>", 504), "unknown", "timeout", "provider", None),
        (raw(b"<html>", 201), "unknown", "unreadable", "provider", None),
        (says({"status": "queued"}, 201), "unknown", "unreadable", "provider", None),
        (
            says({"sid": "SM1", "status": "failed", "error_code": 21610}, 201),
            "for_good",
            "stopped_at_provider",
            "contact",
            None,
        ),
        (cuts, "unknown", "cut", "provider", None),
    ],
)
async def test_each_refusal_says_what_to_decide(
    answer: Answer, verdict: str, reason: str, blame: str, retry_after: float | None
) -> None:
    async with account(answer) as (channel, server):
        with pytest.raises(SendError) as refused:
            await channel.send(HELLO)
    error = refused.value
    assert (error.verdict, error.reason, error.blame, error.retry_after) == (verdict, reason, blame, retry_after)
    assert len(server.asked) == 1


async def test_silence_after_the_request_left_is_unknown_and_does_not_last() -> None:
    async with account(hangs, patience=0.3) as (channel, _):
        with pytest.raises(SendError) as refused:
            await channel.send(HELLO)
    assert (refused.value.verdict, refused.value.reason) == (Verdict.UNKNOWN, "timeout")


async def test_a_request_that_never_left_can_leave_later() -> None:
    channel = Sms(SID, "secret", await closed_port(), sender="+18195550100")
    with pytest.raises(SendError) as refused:
        await channel.send(HELLO)
    await channel.close()
    assert (refused.value.verdict, refused.value.reason) == (Verdict.LATER, "unreachable")


async def test_nothing_of_a_message_is_logged() -> None:
    with capture_logs() as lines:
        async with account(QUEUED) as (channel, _):
            await channel.send(HELLO)
    assert lines == []


@pytest.mark.parametrize(
    ("status", "code", "fate"),
    [
        ("queued", "", None),
        ("sending", "", None),
        ("sent", "", "sent"),
        ("delivered", "", "delivered"),
        ("read", "", "delivered"),
        ("novelty", "", None),
    ],
)
def test_a_status_says_how_far_a_message_went(status: str, code: str, fate: str | None) -> None:
    assert receipt_fate(status, code) == fate


@pytest.mark.parametrize(
    ("status", "code", "verdict", "reason", "blame"),
    [
        ("undelivered", "30003", "later", "unreachable", "contact"),
        ("undelivered", "30005", "for_good", "bad_number", "contact"),
        ("undelivered", "30006", "for_good", "landline", "contact"),
        ("undelivered", "30007", "for_good", "filtered", "content"),
        ("undelivered", "30008", "later", "carrier", "provider"),
        ("undelivered", "", "later", "carrier", "provider"),
        ("failed", "30032", "for_good", "unregistered", "sender"),
        ("failed", "30036", "later", "expired", "provider"),
        ("failed", "30410", "unknown", "timeout", "provider"),
        ("failed", "21610", "for_good", "stopped_at_provider", "contact"),
        ("canceled", "", "later", "carrier", "provider"),
    ],
)
def test_a_status_that_failed_says_what_to_decide(
    status: str, code: str, verdict: str, reason: str, blame: str
) -> None:
    error = receipt_fate(status, code)
    assert isinstance(error, SendError)
    assert (error.verdict, error.reason, error.blame, error.provider_code) == (verdict, reason, blame, code or status)


def known(sid: str, minutes: float, body: str = HELLO.body, direction: str = "outbound-api") -> dict[str, Any]:
    when = (NOW + dt.timedelta(minutes=minutes)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    return {"sid": sid, "body": body, "direction": direction, "date_created": when, "date_sent": None, "status": "sent"}


def listed(*messages: dict[str, Any]) -> Answer:
    return says({"messages": list(messages), "next_page_uri": None, "page": 0, "page_size": 50})


@pytest.mark.parametrize(
    ("messages", "theirs", "trace"),
    [
        ([known("SM1", 0.1)], (), Trace("yes", "SM1", "sent")),
        ([], (), Trace("no")),
        ([known("SM1", -30)], (), Trace("unsure")),
        ([known("SM1", -30)], ("SM1",), Trace("no")),
        ([known("SM1", -30), known("SM2", 0.1)], (), Trace("yes", "SM2", "sent")),
        ([known("SM1", -60 * 26)], (), Trace("no")),
        ([known("SM1", 0.1, "d'autres mots")], (), Trace("no")),
        ([known("SM1", 0.1, direction="inbound")], (), Trace("no")),
        ([known("SM1", 0.1), known("SM2", 0.2)], (), Trace("unsure")),
        ([known("SM1", 0.1), known("SM2", 0.2)], ("SM1",), Trace("yes", "SM2", "sent")),
        ([known("SM1", 0.1)], ("SM1",), Trace("no")),
        ([known(f"SM{n}", 1, "autre") for n in range(50)], (), Trace("unsure")),
        ([known(f"SM{n}", -60, "autre") for n in range(50)], (), Trace("no")),
    ],
)
async def test_twilio_is_asked_whether_a_message_is_there(
    messages: list[dict[str, Any]], theirs: tuple[str, ...], trace: Trace
) -> None:
    async with account(listed(*messages)) as (channel, server):
        assert await channel.was_sent(HELLO, NOW, theirs) == trace
    assert (server.asked[0].method, server.asked[0].query["To"]) == ("GET", HELLO.address)


@pytest.mark.parametrize("trouble", [no(500, 20500), no(401, 20003), cuts, raw(b"<html>", 200)])
async def test_when_twilio_cannot_tell_it_is_not_a_no(trouble: Answer) -> None:
    async with account(trouble) as (channel, _):
        with pytest.raises(SendError) as refused:
            await channel.was_sent(HELLO, NOW)
    assert refused.value.verdict is Verdict.LATER


@pytest.mark.parametrize(
    "odd",
    [
        {"date_created": "soon", "date_sent": "later"},
        {"date_created": None},
        {"body": 5},
        {"direction": None},
        {"sid": None},
        {"status": []},
    ],
)
async def test_a_listed_message_of_another_shape_is_never_a_wrong_yes(odd: dict[str, Any]) -> None:
    async with account(listed(known("SM1", 0.1) | odd)) as (channel, _):
        trace = await channel.was_sent(HELLO, NOW)
    assert trace.answer in ("yes", "no", "unsure")
    assert trace.answer != "yes" or trace.provider_id == "SM1"


async def test_the_account_says_whether_it_is_open() -> None:
    async with account(says({"sid": SID, "status": "active"}), no(401, 20003)) as (channel, server):
        assert await channel.check() == "active"
        with pytest.raises(SendError) as refused:
            await channel.check()
    assert server.asked[0].path == f"/2010-04-01/Accounts/{SID}.json"
    assert (refused.value.reason, refused.value.blame) == ("auth", Blame.SENDER)


async def test_many_leave_at_once_over_the_same_connections() -> None:
    async with account(QUEUED) as (channel, server):
        await asyncio.gather(*(channel.send(ToSend(n, "+18195550123", f"n {n}")) for n in range(50)))
    assert sorted(asked.form["Body"] for asked in server.asked) == sorted(f"n {n}" for n in range(50))


def test_every_reason_given_is_a_known_one() -> None:
    faults: list[ErrorRule] = [*CODES.values(), *STATUSES.values(), REFUSED, SERVER]
    assert {fault.reason for fault in faults} <= REASONS
