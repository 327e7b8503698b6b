"""Marked-up text, read as Telegram reads it: the plain words, and what is bold, linked, code... among them.

https://core.telegram.org/bots/api#formatting-options
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from bot.simulator.telegram.things import Json, TelegramError, bad_request

TAGS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline"}
TAGS |= {"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler"}
TAGS |= {"code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote", "span": "spoiler"}
# The longest mark first.
MARKS = {
    "markdown": {"```": "pre", "`": "code", "*": "bold", "_": "italic"},
    "markdownv2": {
        "```": "pre",
        "||": "spoiler",
        "__": "underline",
        "`": "code",
        "*": "bold",
        "_": "italic",
        "~": "strikethrough",
    },
}
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
LINK = re.compile(r"\]\(([^)]*)\)")


def read(text: str, mode: str) -> tuple[str, list[Json]]:
    """(plain words, MessageEntity objects), offsets in UTF-16 units. Raises Telegram's own refusals."""
    kind = mode.lower()
    if not kind:
        return text, []
    if kind == "html":
        return _Html().read(text)
    if kind in MARKS:
        return _Marked(text, kind).read()
    raise bad_request("unsupported parse_mode")


def utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _cannot(why: str) -> TelegramError:
    return bad_request(f"can't parse entities: {why}")


def _entity(kind: str, words: str, start: int, **more: str) -> Json:
    return {"type": kind, "offset": utf16(words[:start]), "length": utf16(words[start:]), **more}


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._words = ""
        self._open: list[tuple[str, int, dict[str, str]]] = []
        self._found: list[Json] = []

    def read(self, text: str) -> tuple[str, list[Json]]:
        self.feed(text)
        self.close()
        if self._open:
            raise _cannot(f"Can't find end tag corresponding to start tag {self._open[-1][0]}")
        return self._words, sorted(self._found, key=lambda one: (one["offset"], -one["length"]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise _cannot(f'Unsupported start tag "{tag}" at byte offset {len(self._words.encode())}')
        self._open.append((tag, len(self._words), {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            raise _cannot(f'Unmatched end tag at byte offset {len(self._words.encode())}, found "</{tag}>"')
        name, start, attributes = self._open.pop()
        more = {"url": attributes["href"]} if name == "a" and attributes.get("href") else {}
        if start < len(self._words) and (name != "a" or more):
            self._found.append(_entity(TAGS[name], self._words, start, **more))

    def handle_data(self, data: str) -> None:
        self._words += data


class _Marked:
    def __init__(self, text: str, kind: str) -> None:
        self._text, self._strict, self._marks = text, kind == "markdownv2", MARKS[kind]
        self._at = 0
        self._words = ""
        self._open: list[tuple[str, int, int]] = []  # the mark, where its words begin, where it stands
        self._found: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self._at < len(self._text):
            self._step()
        if self._open:
            raise _cannot(f"Can't find end of the entity starting at byte offset {self._open[-1][2]}")
        return self._words, sorted(self._found, key=lambda one: (one["offset"], -one["length"]))

    def _step(self) -> None:
        text, at = self._text, self._at
        inside = self._open[-1][0] if self._open else ""
        mark = next((one for one in self._marks if text.startswith(one, at)), "")
        if text[at] == "\\" and at + 1 < len(text):
            self._words += text[at + 1]
            self._at += 2
        elif mark and (mark == inside or not inside.startswith("`")):
            self._turn(mark)
        elif text[at] == "[" and not inside.startswith("`"):
            self._open.append(("[", len(self._words), len(text[:at].encode())))
            self._at += 1
        elif inside == "[" and (link := LINK.match(text, at)):
            _, start, _ = self._open.pop()
            self._found.append(_entity("text_link", self._words, start, url=link[1]))
            self._at = link.end()
        else:
            self._letter(text[at], inside)

    def _turn(self, mark: str) -> None:
        """The mark opens or closes."""
        if any(mark == opened for opened, _, _ in self._open):
            opened, start, _ = self._open.pop()
            if opened != mark:
                raise _cannot(f"Can't find end of the entity starting at byte offset {start}")
            if start < len(self._words):
                self._found.append(_entity(self._marks[mark], self._words, start))
        else:
            self._open.append((mark, len(self._words), len(self._text[: self._at].encode())))
        self._at += len(mark)

    def _letter(self, letter: str, inside: str) -> None:
        if self._strict and letter in RESERVED and not inside.startswith("`") and letter != ">":
            raise _cannot(f"Character '{letter}' is reserved and must be escaped with the preceding '\\'")
        self._words += letter
        self._at += 1
