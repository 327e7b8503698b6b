"""What nothing uses goes. What only seems unused stands in scripts/unused_on_purpose.py, with its reason."""

from __future__ import annotations

import re

from vulture.config import make_config
from vulture.core import Vulture

from tests.support.sources import ROOT

LIST = ROOT / "scripts" / "unused_on_purpose.py"


def test_what_is_said_to_be_unused_on_purpose_is_what_seems_unused() -> None:
    """`make dead` refuses what lacks in the list; here, what the list holds and nobody needs to excuse any more."""
    config = make_config(["--config", str(ROOT / "pyproject.toml")])
    found = Vulture(ignore_decorators=config["ignore_decorators"])
    found.scavenge([ROOT / path for path in config["paths"]], exclude=["*/migrations/versions/*", str(LIST)])
    seems = {item.name for item in found.get_unused_code(min_confidence=config["min_confidence"])}
    listed = set(re.findall(r"^_\.(\w+)$", LIST.read_text(encoding="utf-8"), re.MULTILINE))
    assert listed - seems == set(), "used again, or gone: take these off scripts/unused_on_purpose.py"
    assert seems - listed == set(), "nothing uses these: remove them, or say in scripts/unused_on_purpose.py who does"
