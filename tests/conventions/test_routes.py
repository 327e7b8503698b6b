"""Every web route is signed, or on this short public list."""

from __future__ import annotations

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.web.webhooks import create_web
from tests.bot.web.doors import ENV, NOW, KeptInbox

PUBLIC = {"/health"}
WEB = create_web(Settings.load(env=ENV), KeptInbox(), lambda: NOW)


def paths() -> list[str]:
    assert all(isinstance(route, Route) for route in WEB.routes)
    return [route.path for route in WEB.routes if isinstance(route, Route)]


def test_the_public_list_names_real_routes_only() -> None:
    assert set(paths()) >= PUBLIC


@pytest.mark.parametrize("path", sorted(set(paths()) - PUBLIC))
def test_a_knock_without_signature_is_refused(path: str) -> None:
    route = next(route for route in WEB.routes if isinstance(route, Route) and route.path == path)
    method = "POST" if "POST" in (route.methods or ()) else "GET"
    assert TestClient(WEB).request(method, path, content=b"{}").status_code == 403
