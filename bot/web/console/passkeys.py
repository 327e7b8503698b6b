"""Passkeys between the browser and us: what it is asked, and whether what it answered is true (Web Authentication).

The package `webauthn` is an extra: without it, or at an address that is no name (127.0.0.1), no page speaks of devices.
Its user must be verified each time (a finger, a face, a code), and the device keeps who it is of: no name is typed.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import json
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request

from bot.web.console.console import Console
from db.console.questions import passkey_of
from db.console.tables import Passkey
from db.people import Person
from db.session import AsyncSession
from handlers.console.passkeys import VerifiedDevice

LONGEST = 20_000  # letters of a browser's answer
SECONDS = 300


class Untrue(Exception):
    """What the browser answered proves nothing."""


def relying_party(console: Console, request: Request) -> str:
    """The name under which devices know this console: its host. "" where no device can be used."""
    if importlib.util.find_spec("webauthn") is None:
        return ""
    address = console.settings.public_url if console.secure else f"http://{request.headers.get('host', '')}"
    host = urlsplit(address).hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host
    return ""


def asked_to_add(party: str, challenge: str, person: Person, organisation: str, known: list[Passkey]) -> str:
    """What `navigator.credentials.create` is given, in JSON. The device is told a name to show, and no other fact."""
    import webauthn
    from webauthn.helpers import structs

    selection = structs.AuthenticatorSelectionCriteria(
        resident_key=structs.ResidentKeyRequirement.REQUIRED,
        user_verification=structs.UserVerificationRequirement.REQUIRED,
    )
    options = webauthn.generate_registration_options(
        rp_id=party,
        rp_name=organisation,
        user_id=person.pseudonym.encode(),
        user_name=person.name,
        challenge=webauthn.base64url_to_bytes(challenge),
        timeout=SECONDS * 1000,
        authenticator_selection=selection,
        exclude_credentials=_named(known),
    )
    return webauthn.options_to_json(options)


def asked_to_prove(party: str, challenge: str, known: list[Passkey]) -> str:
    """What `navigator.credentials.get` is given, in JSON. Nobody known yet: the device says who it is of."""
    import webauthn
    from webauthn.helpers import structs

    options = webauthn.generate_authentication_options(
        rp_id=party,
        challenge=webauthn.base64url_to_bytes(challenge),
        timeout=SECONDS * 1000,
        allow_credentials=_named(known),
        user_verification=structs.UserVerificationRequirement.REQUIRED,
    )
    return webauthn.options_to_json(options)


def _named(known: list[Passkey]) -> list[Any]:
    from webauthn import base64url_to_bytes
    from webauthn.helpers.structs import PublicKeyCredentialDescriptor

    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(row.credential)) for row in known]


def added(console: Console, request: Request, challenge: str, answer: str) -> VerifiedDevice:
    """The device that a browser answers to have made. Raises `Untrue`."""
    import webauthn
    from webauthn.helpers import bytes_to_base64url
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        made = webauthn.verify_registration_response(
            credential=_read(answer),
            expected_challenge=webauthn.base64url_to_bytes(challenge),
            expected_rp_id=relying_party(console, request),
            expected_origin=list(console.origins(request)),
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise Untrue from error
    named, key = bytes_to_base64url(made.credential_id), bytes_to_base64url(made.credential_public_key)
    return VerifiedDevice(named, key, made.sign_count)


async def proved(
    console: Console, session: AsyncSession, request: Request, challenge: str, answer: str
) -> tuple[Passkey, int]:
    """(the device that answered, how often it says that it was used). Raises `Untrue`."""
    import webauthn
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        given = _read(answer)
        row = await passkey_of(session, str(given["id"]))
        if row is None:
            raise Untrue
        # A count that goes back is told to whoever owns the device, and bars nobody: the library would refuse it.
        found = webauthn.verify_authentication_response(
            credential=given,
            expected_challenge=webauthn.base64url_to_bytes(challenge),
            expected_rp_id=relying_party(console, request),
            expected_origin=list(console.origins(request)),
            credential_public_key=webauthn.base64url_to_bytes(row.public_key),
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise Untrue from error
    return row, found.new_sign_count


def _read(answer: str) -> dict[str, Any]:
    """A browser's answer: an object, of a size that a browser gives."""
    if len(answer) > LONGEST:
        raise Untrue
    given = json.loads(answer)
    if not isinstance(given, dict):
        raise Untrue
    return given
