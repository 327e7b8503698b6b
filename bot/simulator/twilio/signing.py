"""Signatures that Twilio puts on what it sends. Written from its documentation, without its library: the program
verifies with that library, so that each checks the other.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping


def signature(auth_token: str, url: str, params: Mapping[str, str]) -> str:
    """X-Twilio-Signature: HMAC-SHA1 of the URL (without its fragment) and of the parameters sorted by name."""
    signed = url.partition("#")[0] + "".join(name + params[name] for name in sorted(params))
    return base64.b64encode(hmac.digest(auth_token.encode(), signed.encode(), hashlib.sha1)).decode()


def media_ticket(auth_token: str, sid: str) -> str:
    """What makes a media link of the content network valid without credentials."""
    return hmac.new(auth_token.encode(), f"media {sid}".encode(), hashlib.sha256).hexdigest()[:40]
