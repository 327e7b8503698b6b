"""A coordinator's own Word document: checked as a file, then name by name, tried, and only then kept and filled."""

from bot.report.template.filled import filled
from bot.report.template.kept import checked, started

__all__ = ["checked", "filled", "started"]
