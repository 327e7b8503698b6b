"""E-mail, against a real SMTP server on this machine: what leaves, and the fate of each answer."""

from __future__ import annotations

import logging
import re
import socket
from collections.abc import AsyncIterator
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.contract import REASONS, Accepted, SendError, ToSend, Verdict
from bot.channels.email import CODES, FOR_GOOD, REASONS_GIVEN, Email, SmtpStage, refused
from bot.channels.providers import open_email
from bot.installation import build_installation
from bot.path_key import path_key
from bot.settings import Settings
from handlers.people.by_email import STOPS
from tests.support.env import ENV, catalogue
from tests.support.mail import SIGNED_IN, MailServer, mail_server
from tests.support.outbox import NOON

WORDS = "Rencontre de la table COCO, mardi 12 à 13 h 30, au camp — c'est où?\n\nOn parle de l'autobus."
KEY = {"RETURN_PATHS_KEY": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as opened:
        yield opened


def account(port: int, **env: str) -> Email:
    given = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(port), "EMAIL_SECURITY": "none"}
    settings = Settings.load({**ENV, **KEY, **given, "EMAIL_FROM": "nouvelles@table.example", **env})
    opened = open_email(settings, build_installation(settings, catalogue()), lambda: NOON)
    assert opened is not None
    return opened


def to_rose(**more: object) -> ToSend:
    return ToSend(12, "rose@example.org", WORDS, **more)  # type: ignore[arg-type]


def words_of(message: EmailMessage) -> str:
    return str(message.get_content()).replace("\r\n", "\n")


async def fate(email: Email, item: ToSend | None = None) -> SendError:
    with pytest.raises(SendError) as caught:
        await email.send(item or to_rose())
    return caught.value


async def test_the_words_leave_as_plain_text_with_how_to_answer_and_how_to_stop(server: MailServer) -> None:
    left: list[int] = []
    receipt = await account(server.port).send(to_rose(), lambda: left.append(1))
    assert (receipt, left) == (Accepted("porte-voix.12"), [1])
    (message,) = server.taken
    assert message.get_content_type() == "text/plain"
    said = words_of(message)
    assert said.startswith(WORDS)
    assert "Ne répondez pas à ce courriel" in said
    assert "Maude, 819 555-0142" in said
    assert message["Subject"] == "Rencontre de la table COCO, mardi 12 à 13 h 30, au camp — c'est où?"
    assert message["From"].addresses[0].addr_spec == "nouvelles@table.example"
    assert message["To"] == "rose@example.org"
    assert message["Message-ID"] == "<porte-voix.12@table.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == NOON


async def test_the_stop_link_is_in_the_words_and_in_the_header_and_shows_nobody_s_address(server: MailServer) -> None:
    email = account(server.port)
    await email.send(to_rose())
    message = server.taken[0]
    link = str(message["List-Unsubscribe"]).strip("<>")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link in words_of(message)
    assert "rose" not in link
    settings = Settings.load({**ENV, **KEY})
    assert path_key(settings).open_text(link.rpartition("/")[2], STOPS) == "rose@example.org"


async def test_the_stop_header_is_one_line_that_every_mail_program_reads(server: MailServer) -> None:
    """On the bytes: Python's own reader puts back together what it cut in encoded-words."""
    await account(server.port).send(to_rose())
    head, _, _ = server.wire[0].partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    [place] = [number for number, line in enumerate(lines) if line.lower().startswith(b"list-unsubscribe:")]
    assert re.fullmatch(rb"List-Unsubscribe: <https?://[\x21-\x3b\x3d\x3f-\x7e]+>", lines[place]), lines[place]
    assert len(lines[place]) > 78
    assert not lines[place + 1].startswith((b" ", b"\t"))
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in lines
    assert all(len(line) <= 78 for number, line in enumerate(lines) if number != place), "the others are folded"


async def test_what_stands_around_is_said_in_the_person_s_language(server: MailServer) -> None:
    await account(server.port).send(to_rose(language="en"))
    assert "Please do not answer this e-mail" in words_of(server.taken[0])


async def test_the_account_s_name_and_password_are_given_to_a_server_that_asks() -> None:
    async with mail_server(sign_in=True) as server:
        name, password = SIGNED_IN
        await account(server.port, EMAIL_USER=name, EMAIL_PASSWORD=password).send(to_rose())
        assert len(server.taken) == 1
        wrong = account(server.port, EMAIL_USER=name, EMAIL_PASSWORD="autre")
        assert (await fate(wrong)).reason == "auth"  # the lane waits for a mended setting, no message is lost
        assert (await fate(account(server.port))).reason == "auth"


@pytest.mark.parametrize(
    ("stage", "answer", "verdict", "reason", "blame"),
    [
        ("RCPT", "550 5.1.1 no such user", "for_good", "bad_address", "contact"),
        ("RCPT", "550 no such user", "for_good", "bad_address", "contact"),
        ("RCPT", "550 5.4.1 no such domain", "for_good", "bad_address", "contact"),
        ("RCPT", "553 mailbox name not allowed", "for_good", "bad_address", "contact"),
        ("RCPT", "552 5.2.2 mailbox full", "later", "unreachable", "contact"),
        ("RCPT", "554 5.7.1 relay access denied", "for_good", "account", "sender"),
        ("RCPT", "450 4.2.0 greylisted", "later", "unreachable", "provider"),
        ("RCPT", "451 4.3.0 later", "later", "unreachable", "provider"),
        ("RCPT", "452 too many recipients", "later", "congestion", "provider"),
        ("RCPT", "421 closing", "slow_down", "rate_limited", "provider"),
        ("MAIL", "550 5.1.8 sender's domain is unknown", "for_good", "account", "sender"),
        ("MAIL", "530 5.7.0 sign in first", "later", "auth", "sender"),
        ("MAIL", "451 4.7.1 later", "later", "server", "provider"),
        ("DATA", "554 5.7.1 looks like spam", "for_good", "filtered", "content"),
        ("DATA", "550 5.7.26 this sender is not authenticated", "for_good", "account", "sender"),
        ("DATA", "552 5.3.4 too big", "for_good", "too_long", "content"),
        ("DATA", "554 no", "for_good", "filtered", "content"),
        ("DATA", "451 4.3.2 later", "later", "server", "provider"),
    ],
)
async def test_each_answer_of_the_server_is_a_fate(
    server: MailServer, stage: str, answer: str, verdict: str, reason: str, blame: str
) -> None:
    server.says[stage] = answer
    error = await fate(account(server.port))
    assert (error.verdict, error.reason, error.blame) == (verdict, reason, blame)
    assert error.provider_code.startswith(answer[:3])
    assert server.taken == []


async def test_a_connection_cut_after_the_words_leaves_them_unknown_and_before_them_not(server: MailServer) -> None:
    server.cut = True
    error = await fate(account(server.port))
    assert (error.verdict, error.reason) == (Verdict.UNKNOWN, "cut")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        error = await fate(account(closed.getsockname()[1]))
    assert (error.verdict, error.reason) == (Verdict.LATER, "unreachable")


async def test_a_server_that_never_answers_the_words_leaves_them_unknown(server: MailServer) -> None:
    server.silent = True
    error = await fate(account(server.port, PROVIDER_TIMEOUT="0.5"))
    assert (error.verdict, error.reason) == (Verdict.UNKNOWN, "timeout")


async def test_nothing_is_said_in_the_open_to_a_server_without_tls(server: MailServer) -> None:
    error = await fate(account(server.port, EMAIL_SECURITY="starttls", EMAIL_USER="n", EMAIL_PASSWORD="p"))
    assert error.verdict is Verdict.LATER
    assert (server.taken, server.signed_in) == ([], [])


async def test_an_address_that_would_add_a_header_leaves_nothing(server: MailServer) -> None:
    error = await fate(account(server.port), ToSend(1, "rose@example.org\r\nBcc: tous@example.org", "Bonjour"))
    assert error.verdict is Verdict.LATER
    assert server.taken == []


async def test_neither_the_words_nor_the_address_are_in_the_logs(
    server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await account(server.port).send(to_rose())
    server.says["RCPT"] = "550 5.1.1 <rose@example.org> unknown"
    await fate(account(server.port))
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("mail.log")]
    assert not [line for line in ours if "rose@example.org" in line or "autobus" in line]


@given(st.sampled_from(list(SmtpStage)), st.integers(), st.text(max_size=40))
def test_any_answer_at_all_has_a_fate(stage: SmtpStage, code: int, words: str) -> None:
    error = refused(stage, code, words)
    assert error.reason in REASONS
    assert (error.verdict is Verdict.UNKNOWN) <= (stage is SmtpStage.WORDS)


@given(st.sampled_from(list(SmtpStage)), st.integers(400, 599), st.integers(0, 20), st.integers(0, 40))
def test_a_refused_message_never_counts_as_perhaps_arrived(stage: SmtpStage, code: int, of: int, why: int) -> None:
    assert refused(stage, code, f"{code // 100}.{of}.{why} no").verdict is not Verdict.UNKNOWN


def test_the_tables_hold_known_reasons() -> None:
    faults = [*REASONS_GIVEN.values(), *CODES.values(), *FOR_GOOD.values()]
    assert {fault.reason for fault in faults} <= REASONS


async def test_the_account_is_tried_by_the_doctor(server: MailServer) -> None:
    await account(server.port).check()
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(SendError):
            await account(closed.getsockname()[1]).check()
