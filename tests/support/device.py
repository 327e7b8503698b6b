"""A device that signs for its owner, as a browser and a phone's chip do together (Web Authentication level 2).

Nothing of the package that checks it is used: what both would have wrong shows.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def raw(words: str) -> bytes:
    return base64.urlsafe_b64decode(words + "=" * (-len(words) % 4))


def _text(words: str) -> bytes:
    return bytes([0x60 + len(words)]) + words.encode()


def _bytes(value: bytes) -> bytes:
    return (bytes([0x58, len(value)]) if len(value) < 256 else b"\x59" + len(value).to_bytes(2, "big")) + value


@dataclass
class Device:
    """One key. `origin`: the page that asks, as the browser sees it; `verified`: its owner gave a finger or a code."""

    origin: str
    verified: bool = True
    count: int = 0
    counts: bool = True
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def make(self, options: dict[str, Any]) -> str:
        """What `navigator.credentials.create(options)` answers, in JSON."""
        numbers = self.key.public_key().public_numbers()
        cose = b"\xa5\x01\x02\x03\x26\x20\x01\x21" + _bytes(numbers.x.to_bytes(32, "big"))
        cose += b"\x22" + _bytes(numbers.y.to_bytes(32, "big"))
        attested = bytes(16) + len(self.credential).to_bytes(2, "big") + self.credential + cose
        data = self._data(options["rp"]["id"], WITH_KEY) + attested
        made = b"\xa3" + _text("fmt") + _text("none") + _text("attStmt") + b"\xa0" + _text("authData") + _bytes(data)
        client = self._client("webauthn.create", options["challenge"])
        return self._answer({"clientDataJSON": b64(client), "attestationObject": b64(made)})

    def prove(self, options: dict[str, Any]) -> str:
        """What `navigator.credentials.get(options)` answers, in JSON."""
        data, client = self._data(options["rpId"]), self._client("webauthn.get", options["challenge"])
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(
            {"clientDataJSON": b64(client), "authenticatorData": b64(data), "signature": b64(signature)}
        )

    def _data(self, party: str, more: int = 0) -> bytes:
        self.count += self.counts
        flags = PRESENT | more | (VERIFIED if self.verified else 0)
        return hashlib.sha256(party.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}).encode()

    def _answer(self, response: dict[str, str]) -> str:
        named = b64(self.credential)
        return json.dumps({"id": named, "rawId": named, "type": "public-key", "response": response})
