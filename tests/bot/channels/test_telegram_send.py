"""What leaves for Telegram, and what each of its answers means."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.channels.contract import REASONS, Accepted, Blame, SendError, ToSend, Verdict
from bot.channels.telegram import Telegram
from bot.channels.telegram_errors import CODES, DESCRIPTIONS
from tests.bot.channels.provider import Answer, Provider, closed_port, cuts, hangs, provider, raw, says

TOKEN = "12345:abc"
MESSAGE = {"message_id": 77, "date": 1, "chat": {"id": 42, "type": "private"}}
SENT = says({"ok": True, "result": MESSAGE})
HELLO = ToSend(1, "42", "Bonjour à tous & à chacune + 1", (("Oui", "oui"), ("Peut-être", "peut-etre")))


@asynccontextmanager
async def bot(*answers: Answer, patience: float = 10) -> AsyncIterator[tuple[Telegram, Provider]]:
    async with provider(*answers) as server:
        channel = Telegram(TOKEN, server.url, timeout=patience)
        try:
            yield channel, server
        finally:
            await channel.close()


def no(code: int, description: str, **parameters: Any) -> Answer:
    extra = {"parameters": parameters} if parameters else {}
    return says({"ok": False, "error_code": code, "description": description, **extra}, status=code)


async def test_words_and_buttons_leave_in_one_message() -> None:
    async with bot(SENT) as (channel, server):
        assert await channel.send(HELLO) == Accepted("77", "sent", None)
    (asked,) = server.asked
    assert (asked.method, asked.path) == ("POST", f"/bot{TOKEN}/sendMessage")
    keyboard = json.loads(asked.form["reply_markup"])["inline_keyboard"]
    assert (asked.form["chat_id"], asked.form["text"]) == ("42", HELLO.body)
    assert [[(key["text"], key["callback_data"]) for key in row] for row in keyboard] == [
        [("Oui", "oui")],
        [("Peut-être", "peut-etre")],
    ]


async def test_the_hand_off_to_the_network_is_told_once_per_request() -> None:
    told: list[int] = []
    async with bot(SENT) as (channel, server):
        await channel.send(HELLO, lambda: told.append(len(server.asked)))
    assert told == [0]


@pytest.mark.parametrize(
    ("answer", "verdict", "reason", "blame", "retry_after"),
    [
        (no(403, "Forbidden: bot was blocked by the user"), "for_good", "blocked", "contact", None),
        (no(403, "Forbidden: user is deactivated"), "for_good", "deactivated", "contact", None),
        (no(403, "Forbidden: bot can't initiate conversation with a user"), "for_good", "not_started", "contact", None),
        (no(403, "Forbidden: bot was kicked from the supergroup chat"), "for_good", "not_allowed", "contact", None),
        (no(403, "Forbidden: bot is not a member of the group chat"), "for_good", "not_allowed", "contact", None),
        (no(403, "Forbidden: something new"), "for_good", "refused", "contact", None),
        (no(400, "Bad Request: chat not found"), "for_good", "not_started", "contact", None),
        (no(400, "Bad Request: message is too long"), "for_good", "too_long", "content", None),
        (no(400, "Bad Request: message text is empty"), "for_good", "empty", "content", None),
        (no(400, "Bad Request: BUTTON_DATA_INVALID"), "for_good", "refused", "content", None),
        (no(401, "Unauthorized"), "later", "auth", "sender", 60),
        (no(404, "Not Found"), "later", "auth", "sender", 60),
        (no(429, "Too Many Requests: retry after 5", retry_after=5), "slow_down", "rate_limited", "provider", 5),
        (no(429, "Too Many Requests"), "slow_down", "rate_limited", "provider", 1),
        (no(500, "Internal Server Error"), "later", "server", "provider", None),
        (raw(b"<html>bad gateway</html>", 502), "later", "server", "provider", None),
        (raw(b"<html>gateway timeout</html>", 504), "unknown", "timeout", "provider", None),
        (raw(b"<html>ok?</html>", 200), "unknown", "unreadable", "provider", None),
        (says({"ok": True, "result": True}), "unknown", "unreadable", "provider", None),
        (says([1]), "unknown", "unreadable", "provider", None),
        (cuts, "unknown", "cut", "provider", None),
    ],
)
async def test_each_refusal_says_what_to_decide(
    answer: Answer, verdict: str, reason: str, blame: str, retry_after: float | None
) -> None:
    async with bot(answer) as (channel, server):
        with pytest.raises(SendError) as refused:
            await channel.send(HELLO)
    error = refused.value
    assert (error.verdict, error.reason, error.blame, error.retry_after) == (verdict, reason, blame, retry_after)
    assert len(server.asked) == 1
    assert TOKEN not in f"{error!r} {error.provider_code}"


# Descriptions seen in the wild: as the server words them, or as Telegram's own code for the same.
SAID = [
    (400, "Bad Request: USER_IS_BLOCKED", "for_good", "blocked", "contact", None),
    (403, "Forbidden: YOU_BLOCKED_USER", "for_good", "blocked", "contact", None),
    (400, "Bad Request: INPUT_USER_DEACTIVATED", "for_good", "deactivated", "contact", None),
    (403, "USER_DEACTIVATED_BAN", "for_good", "deactivated", "contact", None),
    (403, "Forbidden: bot can't send messages to the user", "for_good", "not_started", "contact", None),
    (403, "Forbidden: bot can’t send messages to the user", "for_good", "not_started", "contact", None),
    (400, "Bad Request: private chat not found", "for_good", "not_started", "contact", None),
    (400, "Bad Request: PEER_ID_INVALID", "for_good", "not_started", "contact", None),
    (400, "Bad Request: USER_PRIVACY_RESTRICTED", "for_good", "not_allowed", "contact", None),
    (403, "Forbidden: the group chat was deleted", "for_good", "not_allowed", "contact", None),
    (400, "Bad Request: CHAT_RESTRICTED", "for_good", "not_allowed", "contact", None),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN", "for_good", "not_allowed", "contact", None),
    (400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", "for_good", "not_allowed", "contact", None),
    (400, "Bad Request: CHAT_ADMIN_REQUIRED", "for_good", "not_allowed", "contact", None),
    (400, "Bad Request: need administrator rights in the channel chat", "for_good", "not_allowed", "contact", None),
    (
        400,
        "Bad Request: not enough rights to send text messages to the chat",
        "for_good",
        "not_allowed",
        "contact",
        None,
    ),
    (400, "Bad Request: CHANNEL_PRIVATE", "for_good", "not_allowed", "contact", None),
    (400, "Bad Request: TOPIC_CLOSED", "for_good", "not_allowed", "contact", None),
    (400, "Bad Request: group chat was upgraded to a supergroup chat", "for_good", "not_allowed", "contact", None),
    (400, "Bad Request: MESSAGE_TOO_LONG", "for_good", "too_long", "content", None),
    (400, "Bad Request: MEDIA_CAPTION_TOO_LONG", "for_good", "too_long", "content", None),
    (400, "Bad Request: MESSAGE_EMPTY", "for_good", "empty", "content", None),
    (400, "Bad Request: FROZEN_METHOD_INVALID", "later", "account", "sender", 600),
    (420, "FLOOD_WAIT_7", "slow_down", "rate_limited", "provider", 7),
    (400, "Bad Request: FLOOD_PREMIUM_WAIT_12", "slow_down", "rate_limited", "provider", 12),
    (429, "Too Many Requests: retry after 35", "slow_down", "rate_limited", "provider", 35),
    (429, "Too Many Requests: retry after 86400", "slow_down", "rate_limited", "provider", 3600),
    (400, "Bad Request: SLOWMODE_WAIT_30", "later", "rate_limited", "contact", 30),
]


@pytest.mark.parametrize(("code", "description", "verdict", "reason", "blame", "wait"), SAID)
async def test_what_telegram_says_is_understood_however_it_words_it(
    code: int, description: str, verdict: str, reason: str, blame: str, wait: float | None
) -> None:
    async with bot(no(code, description)) as (channel, _):
        with pytest.raises(SendError) as refused:
            await channel.send(HELLO)
    error = refused.value
    assert (error.verdict, error.reason, error.blame, error.retry_after) == (verdict, reason, blame, wait)


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        (5, 5),
        ("5", 5),
        (0.5, 0.5),
        (10**30, 3600),
        (float("inf"), 3600),
        (float("nan"), 1),
        (0, 1),
        (-7, 1),
        ("-7", 1),
        ("²", 1),
        ("soon", 1),
        (True, 1),
        (None, 1),
        ([5], 1),
        ({}, 1),
    ],
)
async def test_a_pause_is_a_second_when_it_makes_no_sense_and_an_hour_at_most(asked: Any, wait: float) -> None:
    async with bot(no(429, "Too Many", retry_after=asked)) as (channel, _):
        with pytest.raises(SendError) as refused:
            await channel.send(HELLO)
    assert (refused.value.verdict, refused.value.retry_after) == (Verdict.SLOW_DOWN, wait)


async def test_a_header_says_how_long_when_the_answer_does_not() -> None:
    busy = says({"ok": False, "error_code": 429, "description": "Too Many"}, 429, Retry_After="12")
    away = raw(b"<html>", 503, Retry_After="999999999999")
    date = raw(b"", 429, Retry_After="Fri, 06 Nov 2026 10:00:30 GMT", Date="Fri, 06 Nov 2026 10:00:00 GMT")
    errors = []
    for answer in (busy, away, date):
        async with bot(answer) as (channel, _):
            with pytest.raises(SendError) as refused:
                await channel.send(HELLO)
            errors.append((refused.value.verdict, refused.value.retry_after))
    assert errors == [(Verdict.SLOW_DOWN, 12), (Verdict.LATER, 300), (Verdict.SLOW_DOWN, 30)]


@pytest.mark.parametrize("moved", [{"migrate_to_chat_id": value} for value in ("x", 0, None, [-5], 1.5, 10**30, True)])
async def test_a_group_that_moved_nowhere_is_no_address(moved: dict[str, Any]) -> None:
    async with bot(no(400, "Bad Request: group chat was upgraded to a supergroup chat", **moved)) as (channel, _):
        with pytest.raises(SendError) as refused:
            await channel.send(HELLO)
    assert (refused.value.new_address, refused.value.reason) == (None, "not_allowed")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (says({"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}), "blocked"),
        (says({"ok": True, "result": {"message_id": 10**40}}), "unreadable"),
        (says({"ok": True, "result": {"message_id": "7x"}}), "unreadable"),
        (says({"ok": True, "result": MESSAGE}, 202), ""),
        (says({"ok": True}), "unreadable"),
        (says(None), "unreadable"),
        (raw(b'{"ok": true, "result": ' + b"[" * 9000, content_type="application/json"), "unreadable"),
        (raw(b"x" * 1_500_000), "cut"),
        (says({"ok": "no", "description": 5, "parameters": [1]}, 400), "refused"),
    ],
)
async def test_an_answer_of_another_shape_is_still_an_answer(answer: Answer, reason: str) -> None:
    async with bot(answer) as (channel, _):
        if not reason:
            assert await channel.send(HELLO) == Accepted("77")
            return
        with pytest.raises(SendError) as refused:
            await channel.send(HELLO)
    assert refused.value.reason == reason


async def test_a_change_that_telegram_took_without_a_word_more_is_made() -> None:
    async with bot(says({"ok": True})) as (channel, _):
        assert await channel.send(ToSend(1, "42", "12 sur 40", edit_message_id="77")) == Accepted("77")


async def test_a_group_that_moved_says_where() -> None:
    async with bot(no(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1001)) as (channel, _):
        with pytest.raises(SendError) as refused:
            await channel.send(HELLO)
    assert (refused.value.verdict, refused.value.reason) == (Verdict.LATER, "migrated")
    assert (refused.value.new_address, refused.value.retry_after) == ("-1001", 0)


async def test_silence_after_the_request_left_is_unknown() -> None:
    async with bot(hangs, patience=0.3) as (channel, _):
        with pytest.raises(SendError) as refused:
            await channel.send(HELLO)
    assert (refused.value.verdict, refused.value.reason) == (Verdict.UNKNOWN, "timeout")


async def test_a_request_that_never_left_can_leave_later() -> None:
    told: list[bool] = []
    channel = Telegram(TOKEN, await closed_port())
    for item in (HELLO, ToSend(2, "42", "x", image=b"picture"), ToSend(3, "42", "x", edit_message_id="5")):
        with pytest.raises(SendError) as refused:
            await channel.send(item)
        assert (refused.value.verdict, refused.value.reason) == (Verdict.LATER, "unreachable")
    with pytest.raises(SendError):
        await channel.send(HELLO, lambda: told.append(True))
    assert told == []
    await channel.close()


async def test_waiting_for_a_free_connection_is_not_unknown() -> None:
    async with provider(hangs) as server:
        channel = Telegram(TOKEN, server.url, timeout=0.3, connections=1)
        first, second = await asyncio_gather(channel.send(HELLO), channel.send(HELLO))
        await channel.close()
    assert {first.verdict, second.verdict} == {Verdict.UNKNOWN, Verdict.LATER}
    assert len(server.asked) == 1


async def asyncio_gather(*sends: Any) -> list[SendError]:
    found = await asyncio.gather(*sends, return_exceptions=True)
    return [error for error in found if isinstance(error, SendError)]


async def test_a_message_is_changed_in_place_and_the_same_words_again_are_fine() -> None:
    item = ToSend(1, "42", "12 sur 40", edit_message_id="77")
    modified = no(400, "Bad Request: message is not modified: specified new message content is the same")
    async with bot(SENT, modified) as (channel, server):
        assert [await channel.send(item), await channel.send(item)] == [Accepted("77"), Accepted("77")]
    assert server.asked[0].path.endswith("/editMessageText")
    assert server.asked[0].form == {"chat_id": "42", "message_id": "77", "text": "12 sur 40"}


@pytest.mark.parametrize(
    ("answer", "verdict", "reason"),
    [
        (no(400, "Bad Request: message to edit not found"), "for_good", "not_editable"),
        (no(429, "Too Many Requests", retry_after=3), "slow_down", "rate_limited"),
        (no(403, "Forbidden: bot was blocked by the user"), "for_good", "blocked"),
        (raw(b"", 502), "later", "server"),
        (cuts, "later", "cut"),
    ],
)
async def test_a_change_that_broke_can_always_be_made_again(answer: Answer, verdict: str, reason: str) -> None:
    async with bot(answer) as (channel, _):
        with pytest.raises(SendError) as refused:
            await channel.send(ToSend(1, "42", "12 sur 40", edit_message_id="77"))
    assert (refused.value.verdict, refused.value.reason) == (verdict, reason)


async def test_a_picture_carries_its_words(tmp_path: Path) -> None:
    picture = tmp_path / "carte.png"
    picture.write_bytes(b"\x89PNG picture")
    async with bot(SENT) as (channel, server):
        assert await channel.send(ToSend(1, "42", "La salle", (("Oui", "1"),), image=str(picture))) == Accepted("77")
        await channel.send(ToSend(1, "42", "La salle", image="https://example.org/carte.png"))
    uploaded, linked = server.asked
    assert uploaded.path.endswith("/sendPhoto")
    assert uploaded.headers["Content-Type"].startswith("multipart/form-data")
    assert all(part in uploaded.raw for part in (b"\x89PNG picture", b"La salle", b"inline_keyboard"))
    assert linked.form == {"chat_id": "42", "photo": "https://example.org/carte.png", "caption": "La salle"}


@pytest.mark.parametrize(
    ("name", "method", "field"),
    [("a.jpg", "sendPhoto", "photo"), ("a.ogg", "sendVoice", "voice"), ("a.pdf", "sendDocument", "document")],
)
async def test_a_file_of_the_private_folder_leaves_by_its_name_as_what_it_is(
    name: str, method: str, field: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(b"its content")
    async with provider(SENT) as server:
        channel = Telegram(TOKEN, server.url, folder=tmp_path)
        assert await channel.send(ToSend(1, "42", "Le reçu", (("Oui", "1"),), image=name)) == Accepted("77")
        await channel.close()
    (asked,) = server.asked
    assert asked.path.endswith(f"/{method}")
    assert all(part in asked.raw for part in (b"its content", f'name="{field}"'.encode(), b"Le re", b"inline_keyboard"))


async def test_words_too_long_for_a_picture_leave_first_and_alone() -> None:
    long = ToSend(1, "42", "mot " * 300, (("Oui", "1"),), image=b"picture")
    async with bot(SENT, no(400, "Bad Request: IMAGE_PROCESS_FAILED")) as (channel, server):
        assert await channel.send(long) == Accepted("77")
    assert [asked.path.rpartition("/")[2] for asked in server.asked] == ["sendMessage", "sendPhoto"]
    assert server.asked[0].form["text"] == long.body


async def test_a_picture_that_is_gone_does_not_hold_back_the_words(tmp_path: Path) -> None:
    async with bot(SENT) as (channel, server):
        assert await channel.send(ToSend(1, "42", "La salle", image=str(tmp_path / "gone.png"))) == Accepted("77")
    assert server.asked[0].form == {"chat_id": "42", "text": "La salle"}


@pytest.mark.parametrize(("answer", "verdict"), [(cuts, Verdict.UNKNOWN), (raw(b"", 500), Verdict.LATER)])
async def test_a_picture_may_have_arrived_when_the_line_was_cut(answer: Answer, verdict: Verdict) -> None:
    async with bot(answer) as (channel, _):
        with pytest.raises(SendError) as refused:
            await channel.send(ToSend(1, "42", "La salle", image=b"picture"))
    assert refused.value.verdict is verdict


async def test_a_pressed_button_is_acknowledged_and_too_late_does_not_matter() -> None:
    old = no(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    async with bot(says({"ok": True, "result": True}), old) as (channel, server):
        await channel.acknowledge("q1")
        await channel.acknowledge("q2")
    assert [asked.form for asked in server.asked] == [{"callback_query_id": "q1"}, {"callback_query_id": "q2"}]


async def test_the_bot_says_its_name_and_a_refused_token_is_a_send_error() -> None:
    me = says({"ok": True, "result": {"id": 12345, "is_bot": True, "first_name": "P", "username": "porte_bot"}})
    async with bot(me, no(401, "Unauthorized")) as (channel, _):
        assert await channel.me() == ("12345", "porte_bot")
        with pytest.raises(SendError) as refused:
            await channel.me()
    assert (refused.value.reason, refused.value.blame) == ("auth", Blame.SENDER)


async def test_the_webhook_is_set_with_its_secret_and_its_state_is_shown() -> None:
    state = {"url": "https://p.example/telegram", "has_custom_certificate": False, "pending_update_count": 3}
    failed = {"last_error_date": 1_700_000_000, "last_error_message": "Connection refused"}
    async with bot(says({"ok": True, "result": True}), says({"ok": True, "result": state | failed})) as (
        channel,
        server,
    ):
        await channel.listen("https://p.example", "secret_1")
        shown = await channel.webhook()
    asked = server.asked[0].form
    assert (asked["url"], asked["secret_token"]) == ("https://p.example/telegram", "secret_1")
    assert "edited_message" not in asked["allowed_updates"]
    assert (shown.url, shown.waiting, shown.last_error) == ("https://p.example/telegram", 3, "Connection refused")


def test_every_reason_given_is_a_known_one() -> None:
    faults = [fault for _, fault in DESCRIPTIONS] + list(CODES.values())
    assert {fault.reason for fault in faults} <= REASONS
