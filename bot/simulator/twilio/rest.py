"""Twilio's REST API 2010-04-01, as far as Porte-voix needs it: one function per operation.

Source: the API's own OpenAPI description (twilio/twilio-oai) and https://www.twilio.com/docs/messaging/api.
"""

from __future__ import annotations

import datetime as dt
import mimetypes
import re
from urllib.parse import urlencode, urlsplit

from bot.simulator.twilio.segments import segments
from bot.simulator.twilio.things import VERSION, Attachment, Json, MessageResource, TwilioError
from bot.simulator.twilio.world import SmsWorld

Form = dict[str, list[str]]

LARGEST_PAGE = 1000
LONGEST_BODY, MOST_MEDIA, LONGEST_VALIDITY = 1600, 10, 36_000
_E164 = re.compile(r"\+[1-9]\d{6,14}\Z")

# What each operation reads; a contract test holds these names against Twilio's description.
CREATE = ("To", "From", "MessagingServiceSid", "Body", "MediaUrl", "StatusCallback", "ValidityPeriod")
ACCEPTED_AND_IGNORED = (
    "SmartEncoded",
    "ProvideFeedback",
    "Attempt",
    "ContentRetention",
    "AddressRetention",
    "RiskCheck",
)
LIST = ("To", "From", "DateSent", "DateSent<", "DateSent>", "PageSize", "Page", "PageToken")
UPDATE = ("Body", "Status")
_KNOWN = frozenset((*CREATE, *ACCEPTED_AND_IGNORED))


def create_message(world: SmsWorld, form: Form) -> Json:
    """POST Messages.json. Errors in the order Twilio finds them."""
    world.ignored |= form.keys() - _KNOWN
    to, body, sender = _one(form, "To"), _one(form, "Body"), _one(form, "From")
    service_sid = _one(form, "MessagingServiceSid") or None
    media = form.get("MediaUrl", [])
    _check_addresses(world, to, sender, service_sid)
    _check_content(body, media, form)
    callback = _one(form, "StatusCallback")
    if callback and not urlsplit(callback).hostname:
        raise TwilioError(21609, callback)
    world.refuse_now(to)
    if world.limits.refusal(sender or service_sid, weight=segments(body)) is not None:
        raise TwilioError(20429)
    attachments = tuple(_linked(world, url) for url in media)
    sms = world.accept(sender or world.numbers[0], to, body, attachments, callback, service_sid)
    answer = sms.as_json()
    world.move_on(sms)
    return answer


def list_messages(world: SmsWorld, query: Form) -> Json:
    """GET Messages.json, newest first, a page at a time."""
    size, page = max(_number(query, "PageSize", 50), 1), _number(query, "Page", 0)
    if size > LARGEST_PAGE:
        raise TwilioError(20007)
    to = _one(query, "To")
    candidates = world.history(to) if to and to not in world.numbers else list(world.messages.values())
    days = tuple(_moment(query, name) for name in ("DateSent", "DateSent<", "DateSent>"))
    found = [sms for sms in reversed(candidates) if sms.sid in world.messages and _matches(sms, query, days)]
    rows = found[page * size : (page + 1) * size]
    root = f"/{VERSION}/Accounts/{world.account_sid}/Messages.json"

    def link(number: int) -> str:
        kept = {name: values[0] for name, values in query.items() if name in LIST and name not in {"Page", "PageToken"}}
        token = {"PageToken": f"PA{rows[-1].sid}"} if number > page and rows else {}
        return f"{root}?{urlencode({**kept, 'PageSize': size, 'Page': number, **token})}"

    return {
        "end": page * size + max(len(rows) - 1, 0),
        "first_page_uri": link(0),
        "messages": [sms.as_json() for sms in rows],
        "next_page_uri": link(page + 1) if (page + 1) * size < len(found) else None,
        "page": page,
        "page_size": size,
        "previous_page_uri": link(page - 1) if page else None,
        "start": page * size,
        "uri": link(page),
    }


def fetch_message(world: SmsWorld, sid: str) -> Json:
    return _message(world, sid).as_json()


def update_message(world: SmsWorld, sid: str, form: Form) -> Json:
    """POST Messages/{sid}.json with an empty Body blanks the text; nothing else can be changed here."""
    sms = _message(world, sid)
    if form.get("Body") != [""]:
        raise TwilioError(20422, "Body")
    sms.body = ""
    return sms.as_json()


def delete_message(world: SmsWorld, sid: str) -> Json | None:
    _message(world, sid)
    del world.messages[sid]
    return None


def list_media(world: SmsWorld, sid: str) -> Json:
    sms = _message(world, sid)
    uri = sms.uri.replace(".json", "/Media.json?PageSize=50&Page=0")
    return {
        "end": max(len(sms.media) - 1, 0),
        "first_page_uri": uri,
        "media_list": [sms.media_json(media) for media in sms.media],
        "next_page_uri": None,
        "page": 0,
        "page_size": 50,
        "previous_page_uri": None,
        "start": 0,
        "uri": uri,
    }


def fetch_media(world: SmsWorld, sid: str, media_sid: str) -> Json:
    sms = _message(world, sid)
    return sms.media_json(_media(sms, media_sid))


def delete_media(world: SmsWorld, sid: str, media_sid: str) -> Json | None:
    sms = _message(world, sid)
    gone = _media(sms, media_sid)
    sms.media = tuple(media for media in sms.media if media is not gone)
    return None


def fetch_account(world: SmsWorld) -> Json:
    root = f"/{VERSION}/Accounts/{world.account_sid}"
    return {
        "auth_token": world.auth_token,
        "date_created": "Mon, 05 Jan 2026 14:00:00 +0000",
        "date_updated": "Mon, 05 Jan 2026 14:00:00 +0000",
        "friendly_name": "Porte-voix (simulated)",
        "owner_account_sid": world.account_sid,
        "sid": world.account_sid,
        "status": "active",
        "subresource_uris": {"messages": f"{root}/Messages.json"},
        "type": "Full",
        "uri": f"{root}.json",
    }


def find_media(world: SmsWorld, media_sid: str) -> Attachment | None:
    """The attachment with this sid, in whatever message."""
    every = (media for sms in world.messages.values() for media in sms.media)
    return next((media for media in every if media.sid == media_sid), None)


def _number(form: Form, name: str, otherwise: int) -> int:
    given = _one(form, name)
    if given and not (given.isascii() and given.isdigit()):
        raise TwilioError(20422, name)
    return int(given or otherwise)


def _one(form: Form, name: str) -> str:
    return form.get(name, [""])[-1]


def _check_addresses(world: SmsWorld, to: str, sender: str, service_sid: str | None) -> None:
    if not to:
        raise TwilioError(21604)
    if not sender and not service_sid:
        raise TwilioError(21603)
    if service_sid and service_sid != world.service_sid:
        raise TwilioError(21701, service_sid)
    if sender and sender not in world.numbers:
        raise TwilioError(21606, sender)
    if not _E164.match(to):
        raise TwilioError(21211, to)
    if to == sender:
        raise TwilioError(21266, to)


def _check_content(body: str, media: list[str], form: Form) -> None:
    if not body and not media:
        raise TwilioError(21602)
    if len(body) > LONGEST_BODY:
        raise TwilioError(21617)
    if len(media) > MOST_MEDIA:
        raise TwilioError(21623)
    validity = _one(form, "ValidityPeriod")
    if validity and not 1 <= _number(form, "ValidityPeriod", 0) <= LONGEST_VALIDITY:
        raise TwilioError(20422, "ValidityPeriod")


def _linked(world: SmsWorld, url: str) -> Attachment:
    """A picture sent by link. It stays a link: nothing here fetches from anywhere."""
    mime = mimetypes.guess_type(urlsplit(url).path)[0] or "image/jpeg"
    return Attachment(world.new_media_sid(), mime, url=url)


def _message(world: SmsWorld, sid: str) -> MessageResource:
    sms = world.messages.get(sid)
    if sms is None:
        raise TwilioError(20404, f"/{VERSION}/Accounts/{world.account_sid}/Messages/{sid}.json")
    return sms


def _media(sms: MessageResource, media_sid: str) -> Attachment:
    found = next((media for media in sms.media if media.sid == media_sid), None)
    if found is None:
        raise TwilioError(20404, sms.uri.replace(".json", f"/Media/{media_sid}.json"))
    return found


def _matches(sms: MessageResource, query: Form, days: tuple[dt.datetime | None, ...]) -> bool:
    if _one(query, "To") not in {"", sms.to} or _one(query, "From") not in {"", sms.sender}:
        return False
    sent = (sms.updated or sms.created).replace(microsecond=0)
    day, latest, earliest = days
    if day and day.date() != sent.date():
        return False
    return not (latest and sent > latest) and not (earliest and sent < earliest)


def _moment(query: Form, name: str) -> dt.datetime | None:
    """A day (UTC) or a moment; "on or before a day" reaches its last second."""
    asked = _one(query, name)
    if not asked:
        return None
    try:
        moment = dt.datetime.fromisoformat(asked)
    except ValueError:
        raise TwilioError(20422, name) from None
    if "T" not in asked and name == "DateSent<":
        moment = moment.replace(hour=23, minute=59, second=59)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
