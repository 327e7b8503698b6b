"""Twilio's inbound messages, translated: one form, one `Incoming`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from bot.channels.answers import whole
from bot.channels.sms_form import MOST_MEDIA, plain_address
from messages.types import Channel, Incoming, Kind, Media


def sender_key(form: Mapping[str, str]) -> str:
    """Who a form comes from: "sms:+18195550100". Order is kept within it."""
    return f"sms:{plain_address(form.get('From', ''))}"


def incoming_from_form(form: Mapping[str, str], now: dt.datetime) -> Incoming:
    """One form -> one `Incoming`. `OptOutType` says that Twilio has already answered START, STOP or HELP.

    MessageSid=SM1&From=%2B18195550100&To=%2B18195550199&Body=OUI&NumMedia=1&MediaUrl0=https://...&MediaContentType0=image/jpeg
    """
    media = _media(form)
    return Incoming(
        channel=Channel.SMS,
        address=plain_address(form["From"]),
        provider_id=form["MessageSid"],
        kind=_kind(media),
        received_at=now,
        text=form.get("Body", ""),
        to=plain_address(form.get("To", "")),
        media=media,
        opt_out_type=form.get("OptOutType") or None,
    )


def _media(form: Mapping[str, str]) -> tuple[Media, ...]:
    indexes = range(min(whole(form.get("NumMedia")) or 0, MOST_MEDIA))
    return tuple(
        Media(form[f"MediaUrl{index}"], form.get(f"MediaContentType{index}", ""))
        for index in indexes
        if form.get(f"MediaUrl{index}")
    )


def _kind(media: tuple[Media, ...]) -> Kind:
    if not media:
        return Kind.TEXT
    families = {"image": Kind.PHOTO, "audio": Kind.VOICE}
    return families.get(media[0].mime.partition("/")[0], Kind.DOCUMENT)
