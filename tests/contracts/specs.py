"""The providers' machine-readable references, when they are there.

They are not part of the project: `PORTEVOIX_SPECS` names their folder, else `../shared/specs` beside the checkout is
looked at. A test that needs one says so when it is absent.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

BESIDE = Path(__file__).parents[2].parent / "shared" / "specs"


def spec_file(name: str) -> Path:
    """Where the reference is, or would be."""
    return Path(os.environ.get("PORTEVOIX_SPECS") or BESIDE) / name


def spec(name: str) -> dict[str, Any]:
    path = spec_file(name)
    if not path.is_file():
        pytest.skip(f"the reference {name} is not here: set PORTEVOIX_SPECS to the folder that holds it")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def telegram_spec() -> dict[str, Any]:
    """Bot API: `methods` and `types` by name, each with `fields` (name, types, required)."""
    return spec("telegram_bot_api.min.json")


def twilio_spec() -> dict[str, Any]:
    """OpenAPI 3 of the 2010-04-01 API."""
    return spec("twilio_api_v2010.json")
