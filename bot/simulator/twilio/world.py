"""The phones of the simulated Twilio: what people text, and what they receive."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterable
from functools import partial

from bot.simulator.clock import MovableClock
from bot.simulator.faults import Faults
from bot.simulator.inbox import PhoneInbox
from bot.simulator.lanes import Lanes
from bot.simulator.limits import Limits, Rates
from bot.simulator.server import Poster
from bot.simulator.truth import GroundTruth
from bot.simulator.twilio.callbacks import Webhooks, inbound_params, status_params
from bot.simulator.twilio.opt_out import OptOut, OptOutMode
from bot.simulator.twilio.segments import segments
from bot.simulator.twilio.things import LATE_ERRORS, Attachment, MessageResource, TwilioError

ACCOUNT_SID = "AC" + "5" * 32  # identifiers of the right shape; they open nothing
AUTH_TOKEN = "5" * 32
SERVICE_SID = "MG" + "5" * 32
NUMBER = "+18195550100"


class SmsWorld:
    """One Twilio account with its numbers, and every phone it reaches.

    `sms_url` is where inbound messages are posted (the program's /sms/inbound). `lean`: messages are counted, not
    kept. `callbacks` off: StatusCallback is accepted and never called.
    """

    def __init__(
        self,
        *,
        account_sid: str = ACCOUNT_SID,
        auth_token: str = AUTH_TOKEN,
        numbers: Iterable[str] = (NUMBER,),
        service_sid: str = SERVICE_SID,
        sms_url: str = "",
        clock: MovableClock | None = None,
        opt_out: OptOut | OptOutMode = OptOutMode.DEFAULT,
        rates: Rates | None = None,
        faults: Faults | None = None,
        lean: bool = False,
        callbacks: bool = True,
    ) -> None:
        self.account_sid = account_sid
        self.auth_token = auth_token
        self.numbers = tuple(numbers)
        self.service_sid = service_sid
        self.sms_url = sms_url
        self.clock = clock or MovableClock()
        self.opt_out = opt_out if isinstance(opt_out, OptOut) else OptOut(opt_out)
        self.limits = Limits(rates)
        self.faults = faults or Faults()
        self.truth = GroundTruth(bodies=not lean)
        self.inbox: PhoneInbox[MessageResource] = PhoneInbox()
        self.poster = Poster()
        self.webhooks = Webhooks(self.poster, auth_token)
        self.lean = lean
        self.callbacks = callbacks
        self.root = ""  # the server's own address, set when it starts: media links begin with it
        self.leaked = 0  # requests to a signed media link that still carried credentials
        self.ignored: set[str] = set()  # parameters given by the program and unknown to Twilio
        self.messages: dict[str, MessageResource] = {}
        self.fates: dict[str, int] = {}
        self._by_phone: dict[str, list[MessageResource]] = {}
        self._lanes = Lanes(width=100)
        self._ids = itertools.count(1)

    def text(
        self, phone: str, body: str, media: Iterable[tuple[str, bytes]] = (), *, to: str | None = None
    ) -> MessageResource:
        """A person texts the number, with pictures as (MIME type, bytes). Needs the running loop.

        The webhook is posted in the background, in order for one phone; `settled()` waits for it.
        """
        attachments = tuple(Attachment(self.new_media_sid(), mime, content) for mime, content in media)
        sms = self._message("inbound", phone, to or self.numbers[0], body, attachments)
        sms.status = "received"
        if self.opt_out.mode is OptOutMode.ADVANCED:
            sms.service_sid = self.service_sid
        meaning, answer = self.opt_out.hear(phone, body)
        self._keep(phone, sms)
        self.inbox.touch()
        if answer is not None:
            self._deliver(self._message("outbound-reply", sms.to, phone, answer))
        self._lanes.put(phone, partial(self._post_inbound, sms, meaning))
        return sms

    def received(self, phone: str) -> list[MessageResource]:
        """What reached this phone, Twilio's own answers included, oldest first."""
        gone = {"failed", "undelivered"}
        return [sms for sms in self.history(phone) if not sms.inbound and sms.status not in gone]

    def history(self, phone: str) -> list[MessageResource]:
        """Everything between this phone and us, both ways."""
        return list(self._by_phone.get(phone, ()))

    async def expect(self, phone: str, *words: str, timeout: float = 10.0) -> MessageResource:  # noqa: ASYNC109
        """Wait for the next unread message with all these words."""
        return await self.inbox.expect(phone, *words, timeout=timeout)

    def set_fate(self, phone: str, code: int | None) -> None:
        """From now on messages to this phone meet this error: at once (21211, 21614, 21408...) or, for 30003, 30005,
        30006, 30007, 30008..., in the status callback. None mends the phone.
        """
        if code is None:
            self.fates.pop(phone, None)
        else:
            self.fates[phone] = code

    def accept(
        self, sender: str, to: str, body: str, media: tuple[Attachment, ...], callback: str, service_sid: str | None
    ) -> MessageResource:
        """A message that the REST API let in: it reaches the phone at once; its statuses follow."""
        sms = self._message("outbound-api", sender, to, body, media)
        sms.status = "accepted" if service_sid else "queued"
        sms.service_sid, sms.callback = service_sid, callback
        sms.error_code = self._late_failure(sms)
        if sms.error_code:
            self._keep(to, sms)
        else:
            self._deliver(sms)
        return sms

    def move_on(self, sms: MessageResource) -> None:
        """After its first status was told: the last one is known at once, the callbacks leave in the background."""
        failure = sms.error_code
        sms.status = LATE_ERRORS[failure] if failure else "delivered"
        sms.updated = self.clock.now()
        if sms.callback and self.callbacks:
            self._lanes.put(sms.sid, partial(self._call_back, sms))

    def refuse_now(self, to: str) -> None:
        """The errors known at once for this phone."""
        fate = self.fates.get(to)
        if fate and fate not in LATE_ERRORS:
            raise TwilioError(fate, to)
        if to in self.opt_out.stopped and self.opt_out.mode is not OptOutMode.ADVANCED:
            raise TwilioError(21610)

    async def settled(self) -> None:
        """Wait until every webhook and callback was posted."""
        await self._lanes.settled()

    async def close(self) -> None:
        await self._lanes.close()
        await self.poster.close()

    def _message(
        self, direction: str, sender: str, to: str, body: str, media: tuple[Attachment, ...] = ()
    ) -> MessageResource:
        sid = self._sid("MM" if media else "SM")
        return MessageResource(
            sid,
            self.account_sid,
            direction,
            sender,
            to,
            body,
            "delivered",
            self.clock.now(),
            segments(body),
            media=media,
        )

    def new_media_sid(self) -> str:
        return self._sid("ME")

    def _sid(self, prefix: str) -> str:
        return f"{prefix}{next(self._ids):032x}"

    def _late_failure(self, sms: MessageResource) -> int | None:
        if sms.to in self.opt_out.stopped:
            return 21610
        return self.fates.get(sms.to)

    def _deliver(self, sms: MessageResource) -> None:
        self.truth.note(sms.to, sms.body, sms.segments)
        self._keep(sms.to, sms)
        if not self.lean:
            self.inbox.add(sms.to, sms)

    def _keep(self, phone: str, sms: MessageResource) -> None:
        if self.lean:
            return
        self.messages[sms.sid] = sms
        self._by_phone.setdefault(phone, []).append(sms)

    async def _call_back(self, sms: MessageResource) -> None:
        """One callback per status after the first; the seed may repeat them or turn their order."""
        statuses = _later_statuses(sms)
        if self.faults.reorders():
            statuses.reverse()
        for status in statuses:
            if self.faults.plan.callback_delay:
                await asyncio.sleep(self.faults.plan.callback_delay)
            for _ in range(2 if self.faults.repeats() else 1):
                await self.webhooks.post(sms.callback, status_params(sms, status))

    async def _post_inbound(self, sms: MessageResource, meaning: str | None) -> None:
        if not self.sms_url:
            return
        told = meaning if self.opt_out.mode is OptOutMode.ADVANCED else None
        params = inbound_params(sms, self.root, told)
        for _ in range(2 if self.faults.repeats() else 1):
            await self.webhooks.post(self.sms_url, params)


def _later_statuses(sms: MessageResource) -> list[str]:
    if sms.status == "failed":
        return ["failed"]
    return [*(["queued"] if sms.service_sid else []), "sent", sms.status]
