"""One running program per file of tests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.outside.world import World, close_world, open_world


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """Both providers and `portevoix run` between them, with a coordinator, Maude."""
    opened = await open_world(tmp_path_factory.mktemp("outside"))
    try:
        await opened.coordinator()
        yield opened
    finally:
        await close_world(opened)
