"""What Twilio posts to the program: inbound messages and status callbacks, signed, retried as the URL asks."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, urlencode

from yarl import URL

from bot.simulator.local import is_loopback
from bot.simulator.server import Poster
from bot.simulator.twilio.signing import signature
from bot.simulator.twilio.things import VERSION, MessageResource

Params = dict[str, str]


def status_params(sms: MessageResource, status: str) -> Params:
    """``MessageSid=SM...&MessageStatus=delivered&To=...&From=...&AccountSid=AC...&ApiVersion=2010-04-01``"""
    params = {
        "AccountSid": sms.account_sid,
        "ApiVersion": VERSION,
        "From": sms.sender,
        "MessageSid": sms.sid,
        "MessageStatus": status,
        "SmsSid": sms.sid,
        "SmsStatus": status,
        "To": sms.to,
    }
    if sms.service_sid:
        params["MessagingServiceSid"] = sms.service_sid
    if sms.error_code and status in {"failed", "undelivered"}:
        params["ErrorCode"] = str(sms.error_code)
    return params


def inbound_params(sms: MessageResource, media_root: str, opt_out_type: str | None) -> Params:
    """An inbound message, with the parameters of Twilio's webhook; those about places are those of the numbers."""
    params = {
        "AccountSid": sms.account_sid,
        "ApiVersion": VERSION,
        "Body": sms.body,
        "From": sms.sender,
        "FromCity": "",
        "FromCountry": "CA",
        "FromState": "QC",
        "FromZip": "",
        "MessageSid": sms.sid,
        "NumMedia": str(len(sms.media)),
        "NumSegments": str(sms.segments),
        "SmsMessageSid": sms.sid,
        "SmsSid": sms.sid,
        "SmsStatus": "received",
        "To": sms.to,
        "ToCity": "",
        "ToCountry": "CA",
        "ToState": "QC",
        "ToZip": "",
    }
    for i, media in enumerate(sms.media):
        params[f"MediaContentType{i}"] = media.mime
        params[f"MediaUrl{i}"] = f"{media_root}{sms.uri.removesuffix('.json')}/Media/{media.sid}"
    if sms.service_sid:
        params["MessagingServiceSid"] = sms.service_sid
    if opt_out_type:
        params["OptOutType"] = opt_out_type
    return params


class Webhooks:
    """Posts to the program. Retries follow the connection overrides of the URL's fragment (``#rc=3&rp=ct,rt,5xx``);
    without any, one more try and only when no connection was made.
    """

    def __init__(self, poster: Poster, auth_token: str, *, pause: float = 0.2) -> None:
        self._poster = poster
        self._pause = pause  # seconds before the first retry, doubled before each other
        self._auth_token = auth_token
        self.log: list[
            tuple[str, int | None, str]
        ] = []  # (path's URL, status, answer or "ct" or "rt"): what went wrong

    async def post(self, url: str, params: Params) -> int | None:
        """The last status, None when no answer came."""
        asked, _, fragment = url.partition("#")
        target = str(URL(asked))  # as it will be requested: letters that are not ASCII travel encoded
        overrides = parse_qs(fragment)
        tries = 1 + min(int(overrides.get("rc", ["1"])[0]), 5)
        policy = set(overrides.get("rp", ["ct"])[0].split(","))
        status: int | None = None
        for attempt in range(tries):
            status, answer = await self._post_once(target, params, attempt)
            if status is not None and status < 400:
                break
            self.log.append((target, status, answer))
            if attempt == tries - 1 or not _retries(status, answer, policy):
                break
            await asyncio.sleep(self._pause * 2**attempt)
        return status

    async def _post_once(self, url: str, params: Params, attempt: int) -> tuple[int | None, str]:
        if not is_loopback(url):
            return None, "the simulated server posts to this machine only"
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "TwilioProxy/1.1",
            "X-Twilio-Signature": signature(self._auth_token, url, params),
            "I-Twilio-Idempotency-Token": f"{params['MessageSid']}-{params.get('MessageStatus', 'inbound')}",
        }
        if attempt:
            headers["X-Twilio-Retry-Count"] = str(attempt)
        return await self._poster.post(url, urlencode(params).encode(), headers)


def _retries(status: int | None, answer: str, policy: set[str]) -> bool:
    if "all" in policy:
        return True
    if status is None:
        return answer in policy
    return f"{status // 100}xx" in policy
