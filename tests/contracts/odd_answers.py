"""What a provider could answer: values of the types it publishes, then spoiled, then cut, wrapped or mislabelled.

`made(...)` follows Telegram's description or Twilio's; `spoiled(...)` puts in it what no description allows; `Said` is
the whole answer, down to its bytes and headers.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

Json = Any
DEEPEST = 3  # objects within objects that are filled in
DIGITS = ["7", "²", "٣", "-1", "1e9", " 5 ", "0x1F", "inf", "NaN", "9" * 30]
ODD: list[Any] = [
    *(None, True, False, 0, -1, 1, 7, 2**31, 2**63, 10**40, -(10**40), 0.5, 1e308, float("inf"), float("nan")),
    *("", " ", "é", "null", "\x00", "\ud800", "x" * 5000, *DIGITS),
    *([], {}, [None], [[]], {"": {}}, [1, "a", {}], {"message_id": []}, {"retry_after": 10**30}),
]
RETRY_AFTER = [*DIGITS, "", "0", "5", "999999999999", "Fri, 31 Dec 9999 23:59:59 GMT", "yesterday", "5, 5", "\xff"]
CONTENT_TYPES = ["application/json", "text/html", "application/octet-stream", "application/json; charset=klingon", "x"]
STATUSES = [200, 201, 202, 204, 206, 299, 301, 302, 304, 307, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413]
STATUSES += [415, 418, 420, 421, 422, 425, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 507, 520, 522, 530, 599]

SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "Integer": st.integers(-(2**53), 2**53),
    "String": st.text(max_size=20),
    "Boolean": st.booleans(),
    "True": st.just(True),
    "Float": st.floats(allow_nan=False, allow_infinity=False),
}


def telegram(spec: dict[str, Any], types: list[str], depth: int = 0) -> st.SearchStrategy[Json]:
    """A value of one of these types of the Bot API."""
    return st.one_of([_telegram(spec, kind, depth) for kind in types])


def _telegram(spec: dict[str, Any], kind: str, depth: int) -> st.SearchStrategy[Json]:
    if kind.startswith("Array of "):
        inner = st.deferred(lambda: _telegram(spec, kind.removeprefix("Array of "), depth + 1))
        return st.lists(inner, max_size=2 if depth < DEEPEST else 0)
    if kind in SCALARS:
        return SCALARS[kind]
    described = spec["types"].get(kind, {})
    if described.get("subtypes"):
        return st.deferred(lambda: telegram(spec, described["subtypes"], depth))
    return st.deferred(lambda: _telegram_object(spec, described.get("fields", []), depth))


@st.composite
def _telegram_object(draw: st.DrawFn, spec: dict[str, Any], fields: list[dict[str, Any]], depth: int) -> Json:
    optional = [one for one in fields if not one["required"]]
    few = draw(st.lists(st.sampled_from(optional), max_size=3)) if optional and depth < DEEPEST else []
    chosen = {one["name"]: one for one in [*few, *(one for one in fields if one["required"])]}
    return {name: draw(telegram(spec, one["types"], depth + 1)) for name, one in chosen.items()}


def twilio(spec: dict[str, Any], schema: dict[str, Any]) -> st.SearchStrategy[Json]:
    """A value of an OpenAPI schema."""
    if "$ref" in schema:
        schema = spec["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "string": _strings(schema),
        "integer": st.integers(0, 70_000),
        "boolean": st.booleans(),
        "number": st.floats(0, 100),
    }
    if schema["type"] == "array":
        return st.lists(twilio(spec, schema["items"]), max_size=3)
    if schema["type"] == "object":
        properties = schema.get("properties", {})
        return st.fixed_dictionaries({name: _or_null(spec, one) for name, one in properties.items()})
    return kinds[schema["type"]]


def _or_null(spec: dict[str, Any], schema: dict[str, Any]) -> st.SearchStrategy[Json]:
    value = twilio(spec, schema)
    return st.one_of(value, st.none()) if schema.get("nullable") else value


def _strings(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    if "pattern" in schema:
        return st.from_regex(schema["pattern"], fullmatch=True)
    if schema.get("format") == "date-time-rfc-2822":
        return st.sampled_from(["Thu, 10 Feb 2026 18:30:00 +0000", "Mon, 01 Jan 0001 00:00:00 +0000", "soon"])
    return st.text(max_size=20)


@st.composite
def spoiled(draw: st.DrawFn, values: st.SearchStrategy[Json], most: int = 3) -> Json:
    """The value with up to `most` places changed: another type, a field gone, one too many, the whole replaced."""
    value = copy.deepcopy(draw(values))
    for _ in range(draw(st.integers(0, most))):
        holder, key = draw(st.sampled_from([(None, None), *_places(value)]))
        odd = copy.deepcopy(draw(st.sampled_from(ODD)))
        if holder is None:
            value = odd if draw(st.booleans()) else value
        elif isinstance(holder, dict) and draw(st.integers(0, 3)) == 0:
            holder.pop(key, None)
        else:
            holder[key] = odd
    return value


def _places(value: Json) -> list[tuple[Any, Any]]:
    """Every place of a value that can be changed, as (what holds it, its key)."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [place for key in keys for place in ((value, key), *_places(value[key]))]


@dataclass(frozen=True)
class Said:
    """An answer as it travels. `whole` false: the line is cut in the middle of the body."""

    status: int
    body: bytes
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    whole: bool = True


@st.composite
def answers(draw: st.DrawFn, values: st.SearchStrategy[Json], usual: int) -> Said:
    """`values` as an answer: most often as a provider sends it, with the `usual` status; sometimes not at all."""
    body = json.dumps(draw(spoiled(values))).encode()
    wrapped = {
        "as it is": body,
        "cut": body[: len(body) // 2],
        "a mark before": b"\xef\xbb\xbf" + body,
        "another alphabet": body.decode().encode("utf-16"),
        "a page": b"<html><body>Bad Gateway</body></html>",
        "nothing": b"",
        "deep": b'{"ok": true, "result": ' + b"[" * 5000 + b"]" * 5000 + b"}",
        "long digits": b'{"ok": true, "result": {"message_id": ' + b"9" * 5000 + b'}, "sid": 1}',
        "twice": body + body,
    }
    how = draw(st.sampled_from(["as it is"] * 8 + list(wrapped)))
    headers = {"Retry-After": wait} if (wait := draw(st.sampled_from(["-"] * 20 + RETRY_AFTER))) != "-" else {}
    return Said(
        draw(st.sampled_from([usual] * 20 + STATUSES)),
        wrapped[how],
        draw(st.sampled_from(CONTENT_TYPES[:1] * 5 + CONTENT_TYPES)),
        headers,
        draw(st.integers(0, 19)) > 0,
    )
