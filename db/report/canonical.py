"""The one writing of a report: the same bytes for the same figures, on any machine; and its fingerprint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(content: Mapping[str, Any]) -> str:
    """JSON with sorted keys, no spaces, whole numbers, dates in ISO form. Raises TypeError for anything else."""
    _expect_plain(content)
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def fingerprint(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical writing, in hexadecimal.

    Of what is printed only: whoever holds the fingerprint of hidden values can try them one by one.
    """
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def _expect_plain(value: object) -> None:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if not isinstance(name, str):
                raise TypeError(f"a name that is not text: {name!r}")
            _expect_plain(inner)
    elif isinstance(value, list):
        for inner in value:
            _expect_plain(inner)
    elif not (value is None or isinstance(value, str | int)):
        raise TypeError(f"neither text nor a whole number: {value!r}")
