"""The demo's own settings, folder and port."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.demo.folder import HOST, NotThisMachine, demo_folder, demo_settings, free_port, refuse_the_outside
from bot.settings import Settings
from bot.simulator import simulated_providers

LOCAL = {
    "TELEGRAM_TOKEN": "1:a",
    "TELEGRAM_API_BASE_URL": "http://127.0.0.1:1",
    "TWILIO_ACCOUNT_SID": "AC1",
    "TWILIO_AUTH_TOKEN": "t",
    "TWILIO_FROM": "+18195550100",
    "TWILIO_API_BASE_URL": "http://[::1]:1",
}


async def test_the_demo_s_settings_name_nothing_but_this_machine(tmp_path: Path) -> None:
    async with simulated_providers() as providers:
        settings = demo_settings(providers, tmp_path, 8070)
    refuse_the_outside(settings)
    assert settings.http_host == HOST
    assert str(tmp_path) in settings.database_url
    assert tmp_path in settings.media_folder.parents


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("TELEGRAM_API_BASE_URL", ""),  # empty means the real Telegram
        ("TELEGRAM_API_BASE_URL", "https://api.telegram.org"),
        ("TWILIO_API_BASE_URL", "https://api.twilio.com"),
        ("TWILIO_API_BASE_URL", "http://127.0.0.1.elsewhere.example"),
        ("TWILIO_API_BASE_URL", "http://192.168.1.10:8080"),
        ("PUBLIC_BASE_URL", "https://portevoix.example"),
    ],
)
def test_a_provider_that_is_not_on_loopback_is_refused_by_the_name_of_its_setting(key: str, value: str) -> None:
    settings = Settings.load(env=LOCAL | {"PUBLIC_BASE_URL": "http://127.0.0.1:8070"} | {key: value})
    with pytest.raises(NotThisMachine) as refused:
        refuse_the_outside(settings)
    assert refused.value.key == key


def test_a_port_that_is_taken_is_replaced_by_a_free_one() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = free_port(port)
    assert found not in (0, port)
    assert free_port(port) == port


def test_a_demo_s_folder_disappears_unless_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with demo_folder(keep=False) as folder:
        (folder / "demo.sqlite3").touch()
    assert not folder.exists()
    with demo_folder(keep=True) as folder:
        (folder / "demo.sqlite3").touch()
    assert (tmp_path / ".demo" / "demo.sqlite3").exists()
    with demo_folder(keep=True) as folder:
        assert not list(folder.iterdir()), "each demo begins fresh"
