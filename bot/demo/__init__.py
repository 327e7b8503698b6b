"""`portevoix demo`: a fictional region on this machine alone, phones on a page, a clock to move, a story that plays."""

from bot.demo.serve import Demo, open_demo

__all__ = ["Demo", "open_demo"]
