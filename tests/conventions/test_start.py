"""What is slow to import, and seldom used, is not imported when the program starts."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.sources import ROOT

SELDOM = ("alembic", "openpyxl", "reportlab", "python_calamine", "PIL", "docx")


@pytest.mark.parametrize("start", ["bot.app", "bot.cli.acting", "bot.cli.privacy", "bot.web.console.mount"])
def test_what_is_seldom_used_is_not_imported_at_start(start: str) -> None:
    words = f"import sys, {start}; print(*(name for name in {SELDOM!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
