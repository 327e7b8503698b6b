"""The page /confidentialite: for anybody, plain, in the languages that have it, true to the settings."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.installation import build_installation
from bot.settings import Settings
from bot.web.privacy import privacy_route
from tests.support.env import ENV, catalogue

WHO = {
    "PRIVACY_NAME": "Denis <Roy>",
    "PRIVACY_TITLE": "direction",
    "PRIVACY_PHONE": "+18195550177",
    "PRIVACY_ADDRESS": "12 rue du Pont",
}


def page(path: str = "/confidentialite", **env: str) -> str:
    installation = build_installation(Settings.load({**ENV, **env}), catalogue())
    answer = TestClient(Starlette(routes=[privacy_route(installation)])).get(path)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    return answer.text


def test_it_says_who_answers_why_how_long_who_receives_and_what_one_may_ask() -> None:
    said = page(**WHO)
    for words in (
        "Denis &lt;Roy&gt;, direction, 819 555-0177",
        "12 rue du Pont",
        "Twilio",
        "hors du Québec",
        "7 ans",
        "MES DONNEES",
        "EFFACER",
        "Commission d&#x27;accès à l&#x27;information",
    ):
        assert words in said, words
    assert "<Roy>" not in said


def test_it_is_read_in_english_too_and_an_unknown_language_gets_the_installation_s() -> None:
    assert 'lang="en"' in page("/confidentialite?lang=en")
    assert "What you may ask" in page("/confidentialite?lang=en")
    assert "Ce que vous pouvez demander" in page("/confidentialite?lang=xx")


def test_it_names_only_the_companies_that_carry_messages_here() -> None:
    without_sms = {"TWILIO_ACCOUNT_SID": "", "TWILIO_AUTH_TOKEN": "", "TWILIO_FROM": ""}
    said = page(**without_sms)
    assert "Twilio" not in said
    assert "Telegram transporte" in said


def test_how_long_is_what_the_settings_say() -> None:
    said = page(KEEP="words 45, claims 10y")
    assert "ce que vous écrivez : 45 jours" in said
    assert "10 ans" in said


@pytest.mark.parametrize("foreign", ["<script", "http-equiv", "@import", "src=", "https://fonts"])
def test_nothing_comes_from_elsewhere(foreign: str) -> None:
    assert foreign not in page()


def test_every_language_with_the_page_has_the_whole_of_it() -> None:
    words = catalogue()
    with_page = [name for name in words.languages if words.has("privacy-page-title", name)]
    assert set(with_page) == {"fr", "en"}
    ids = [id for id in words.ids() if id.startswith(("privacy-why", "privacy-right", "privacy-kept", "privacy-head"))]
    assert not [id for id in ids for name in with_page if not words.has(id, name)]
