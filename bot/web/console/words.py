"""Sentences made for a chat, as a page shows them: without the commands that one would write there."""

from __future__ import annotations

import re

from handlers.routes import ROUTES

COMMAND = re.compile(r"(?<![\w/.:])/([a-z]+(?:-[a-z]+)*)\b")
# The end of a sentence: a full stop, a question mark, the end of the line. "14 h 30." and "819 555-0143" hold none.
SENTENCE = re.compile(r"[^\n.?!]*(?:[.?!](?!\s|$)[^\n.?!]*)*(?:[.?!]+|\n|$)[ \t]*")


def for_page(words: str, otherwise: str = "") -> str:
    """`words` without each sentence that names a command; `otherwise` when nothing else was said."""
    kept = [piece for piece in SENTENCE.findall(words) if not names_command(piece)]
    return "".join(kept).strip() or otherwise


def names_command(words: str) -> bool:
    return any(ROUTES.command(name) is not None for name in COMMAND.findall(words))
