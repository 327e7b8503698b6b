"""The key of the return paths: what is sealed with it in the database can be read by nobody who has only the database.

Its bytes come from the environment or from a file (`bot/path_key.py`), never from the database.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
CONTACT_DIGITS, PSEUDONYM, LANGUAGE, CODE, NAMED_NEXT = 19, 64, 16, 7, 1  # each sealed text is as long


class CannotOpen(Exception):
    """This was sealed with another key, or for another comment."""


@dataclass(frozen=True, slots=True)
class ReturnAddress:
    """Whose a nameless comment is. `pseudonym` is empty when the person was not known; `code`, given to the author of
    a comment written on a phone that several share, is empty for the others. `named_next`: they said since that what
    they write next may have their name.
    """

    contact_id: int
    pseudonym: str
    language: str
    code: str = ""
    named_next: bool = False


class PathKey:
    """Seals and opens. One secret, a key of its own for each use."""

    def __init__(self, secret: bytes) -> None:
        """Raises ValueError unless it is 32 bytes."""
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a key of {KEY_BYTES} bytes is expected, not {len(secret)}")
        self._sealing = hmac.digest(secret, b"return paths", hashlib.sha256)
        self._naming = hmac.digest(secret, b"digests", hashlib.sha256)
        self._signing = hmac.digest(secret, b"journal seals", hashlib.sha256)

    def __repr__(self) -> str:
        return "PathKey(...)"

    def seal(self, comment_id: int, address: ReturnAddress) -> str:
        """A text that only this key opens, and only beside this comment."""
        plain = (
            f"{address.contact_id:0{CONTACT_DIGITS}}{address.pseudonym:<{PSEUDONYM}}"
            f"{address.language:<{LANGUAGE}}{address.code:<{CODE}}{'n' if address.named_next else ' '}"
        )
        return self.seal_text(plain, _of_comment(comment_id))

    def open(self, comment_id: int, sealed: str) -> ReturnAddress:
        """Raises CannotOpen."""
        plain = self.open_text(sealed, _of_comment(comment_id))
        parts, start = [], CONTACT_DIGITS
        for width in (PSEUDONYM, LANGUAGE, CODE, NAMED_NEXT):
            parts.append(plain[start : start + width].rstrip())
            start += width
        pseudonym, language, code, named_next = parts
        return ReturnAddress(int(plain[:CONTACT_DIGITS]), pseudonym, language, code, bool(named_next))

    def seal_text(self, plain: str, what_for: str) -> str:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return base64.urlsafe_b64encode(
            nonce + self._cipher().encrypt(nonce, plain.encode(), what_for.encode())
        ).decode()

    def open_text(self, sealed: str, what_for: str) -> str:
        """Raises CannotOpen when another key sealed it, or for something else."""
        from cryptography.exceptions import InvalidTag

        try:
            whole = base64.urlsafe_b64decode(sealed)
            return self._cipher().decrypt(whole[:NONCE_BYTES], whole[NONCE_BYTES:], what_for.encode()).decode()
        except (InvalidTag, ValueError):
            raise CannotOpen from None

    def digest(self, *parts: str) -> str:
        """Proves that two values are the same, to whoever has the key alone."""
        return hmac.new(self._naming, "\0".join(parts).encode(), hashlib.sha256).hexdigest()[:32]

    def sign(self, *parts: str) -> str:
        """What whoever lacks the key cannot write beside these words."""
        return hmac.new(self._signing, "\0".join(parts).encode(), hashlib.sha256).hexdigest()

    def _cipher(self) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # slow to import, seldom used

        return AESGCM(self._sealing)


def _of_comment(comment_id: int) -> str:
    return f"comment {comment_id}"


# For whoever opens a database without saying with which key (the tests, the benchmarks): what it seals ends with it.
PASSING = PathKey(secrets.token_bytes(KEY_BYTES))
