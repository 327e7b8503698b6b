"""Twilio's REST API and webhooks as a program sees them over HTTP."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
import pytest
from aiohttp import web
from twilio.request_validator import RequestValidator

from bot.simulator import OptOut, OptOutMode, Providers, Rates, SmsWorld, simulated_providers

ROSE = "+18195550123"
Post = Callable[..., Awaitable[tuple[int, dict[str, Any]]]]


@dataclass
class Program:
    """The program's webhooks: keeps what was posted, verified with Twilio's own library."""

    url: str = ""
    posted: list[dict[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    forged: int = 0

    async def take(self, request: web.BaseRequest) -> web.Response:
        params = dict(parse_qsl((await request.read()).decode(), keep_blank_values=True))
        url = f"{self.url}{request.path_qs}"
        validator = RequestValidator("5" * 32)
        self.forged += not validator.validate(url, params, request.headers["X-Twilio-Signature"])
        self.posted.append(params)
        self.headers.append(dict(request.headers))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.Response(status=status, text="<Response/>", content_type="text/xml")


@pytest.fixture
async def program() -> AsyncIterator[Program]:
    program = Program()
    runner = web.ServerRunner(web.Server(program.take))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    program.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield program
    await runner.cleanup()


def poster(sim: Providers, http: aiohttp.ClientSession) -> Post:
    async def post(**form: Any) -> tuple[int, dict[str, Any]]:
        form = {"To": ROSE, "From": sim.sms.numbers[0], "Body": "Bonjour", **form}
        fields = [(k, v) for k, vs in form.items() if vs is not None for v in (vs if isinstance(vs, list) else [vs])]
        async with http.post(messages_url(sim), data=fields, headers=credentials(sim)) as response:
            return response.status, await response.json()

    return post


def messages_url(sim: Providers) -> str:
    return f"{sim.twilio_url}/2010-04-01/Accounts/{sim.sms.account_sid}/Messages.json"


def credentials(sim: Providers) -> dict[str, str]:
    return basic(sim.sms.account_sid, sim.sms.auth_token)


def basic(name: str, secret: str) -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(f'{name}:{secret}'.encode()).decode()}"}


@pytest.fixture
def post(sim: Providers, http: aiohttp.ClientSession) -> Post:
    return poster(sim, http)


async def test_wrong_credentials_are_20003(sim: Providers, http: aiohttp.ClientSession) -> None:
    async with http.get(messages_url(sim), headers=basic("AC1", "wrong")) as response:
        assert response.status == 401
        assert (await response.json())["code"] == 20003


REFUSALS: list[tuple[dict[str, Any], int, int]] = [
    ({"To": None}, 400, 21604),
    ({"From": None}, 400, 21603),
    ({"Body": None}, 400, 21602),
    ({"Body": "x" * 1601}, 400, 21617),
    ({"To": "8195550123"}, 400, 21211),
    ({"To": "+18195550199"}, 400, 21614),
    ({"From": "+15145550100"}, 400, 21606),
    ({"To": "+18195550100"}, 400, 21266),
    ({"From": None, "MessagingServiceSid": "MG" + "0" * 32}, 400, 21701),
    ({"StatusCallback": "not a link"}, 400, 21609),
    ({"ValidityPeriod": "36001"}, 400, 20422),
    ({"MediaUrl": [f"http://127.0.0.1/{i}.png" for i in range(11)]}, 400, 21623),
    ({"To": "+18195550188"}, 400, 21610),
]


@pytest.mark.parametrize(("form", "status", "code"), REFUSALS)
async def test_what_twilio_refuses_is_refused_with_its_code(
    sim: Providers, post: Post, form: dict[str, Any], status: int, code: int
) -> None:
    sim.sms.set_fate("+18195550199", 21614)
    sim.sms.opt_out.stopped.add("+18195550188")
    answered, error = await post(**form)
    assert (answered, error["status"], error["code"]) == (status, status, code)
    assert error["more_info"].endswith(str(code))
    assert sim.sms.truth.total == 0


async def test_a_message_reaches_the_phone_and_its_callbacks_are_signed(
    sim: Providers, post: Post, program: Program
) -> None:
    status, sms = await post(Body="Rencontre à 18 h 30", StatusCallback=f"{program.url}/sms/status?delivery=7")
    assert (status, sms["status"], sms["num_segments"], sms["direction"]) == (201, "queued", "1", "outbound-api")
    await sim.sms.settled()
    assert [m.body for m in sim.sms.received(ROSE)] == ["Rencontre à 18 h 30"]
    assert [p["MessageStatus"] for p in program.posted] == ["sent", "delivered"]
    assert {p["MessageSid"] for p in program.posted} == {sms["sid"]}
    assert program.forged == 0


async def test_a_service_accepts_first_and_counts_segments_later(sim: Providers, post: Post) -> None:
    _, sms = await post(From=None, MessagingServiceSid=sim.sms.service_sid, Body="ç" * 71)
    assert (sms["status"], sms["num_segments"], sms["from"]) == ("accepted", "0", None)
    assert sim.sms.received(ROSE)[0].segments == 2


@pytest.mark.parametrize(("code", "status"), [(30003, "undelivered"), (30007, "undelivered"), (30036, "failed")])
async def test_a_phone_out_of_reach_is_told_by_callback(
    sim: Providers, post: Post, program: Program, code: int, status: str
) -> None:
    sim.sms.set_fate(ROSE, code)
    answered, sms = await post(StatusCallback=f"{program.url}/sms/status")
    assert (answered, sms["status"], sms["error_code"]) == (201, "queued", None)
    await sim.sms.settled()
    assert (program.posted[-1]["MessageStatus"], program.posted[-1]["ErrorCode"]) == (status, str(code))
    assert sim.sms.received(ROSE) == []
    assert sim.sms.truth.total == 0


async def test_an_inbound_text_carries_twilios_parameters_and_signature(sim: Providers, program: Program) -> None:
    sim.sms.sms_url = f"{program.url}/sms/inbound"
    sim.sms.text(ROSE, "  bonjour  ")
    sim.sms.text(ROSE, "ABSENT")
    await sim.sms.settled()
    first, second = program.posted
    assert (first["From"], first["To"], first["Body"], second["Body"]) == (
        ROSE,
        sim.sms.numbers[0],
        "  bonjour  ",
        "ABSENT",
    )
    assert (first["NumMedia"], first["NumSegments"], first["SmsStatus"], first["FromCountry"]) == (
        "0",
        "1",
        "received",
        "CA",
    )
    assert first["MessageSid"] == first["SmsSid"] == first["SmsMessageSid"]
    assert first["FromCity"] == ""
    assert program.forged == 0


@pytest.mark.parametrize(
    ("fragment", "tries"), [("", 1), ("#rc=2&rp=5xx", 3), ("#rc=2&rp=ct,rt", 1), ("#rc=1&rp=all", 2)]
)
async def test_webhooks_are_retried_as_the_fragment_of_their_link_says(
    sim: Providers, program: Program, fragment: str, tries: int
) -> None:
    program.statuses = [500] * 5
    sim.sms.sms_url = f"{program.url}/sms/inbound{fragment}"
    sim.sms.text(ROSE, "allo")
    await sim.sms.settled()
    assert len(program.posted) == tries
    assert len({h["I-Twilio-Idempotency-Token"] for h in program.headers}) == 1
    assert program.forged == 0
    assert sim.sms.webhooks.log[0][1] == 500


async def test_stop_blocks_and_is_answered_in_english_then_start_opens_again(
    sim: Providers, post: Post, program: Program
) -> None:
    sim.sms.sms_url = program.url
    sim.sms.text(ROSE, "Stop")
    assert (await post())[1]["code"] == 21610
    sim.sms.text(ROSE, "START")
    assert (await post())[0] == 201
    await sim.sms.settled()
    said = [m.body for m in sim.sms.received(ROSE)]
    assert "unsubscribed" in said[0]
    assert "subscribed again" in said[1]
    assert said[2] == "Bonjour"
    assert [p["Body"] for p in program.posted] == ["Stop", "START"]
    assert all("OptOutType" not in p for p in program.posted)


async def test_a_word_within_a_sentence_is_no_opt_out_and_yes_from_a_subscriber_says_nothing(sim: Providers) -> None:
    sim.sms.text(ROSE, "please stop")
    sim.sms.text(ROSE, "YES")
    await sim.sms.settled()
    assert sim.sms.received(ROSE) == []
    assert sim.sms.opt_out.stopped == set()


async def test_advanced_opt_out_knows_french_tells_the_webhook_and_fails_later(
    program: Program, http: aiohttp.ClientSession
) -> None:
    opt_out = OptOut(OptOutMode.ADVANCED, {"STOP": frozenset({"ARRET"})}, {"STOP": "C'est fini."})
    async with simulated_providers(sms=SmsWorld(opt_out=opt_out, sms_url=program.url)) as sim:
        sim.sms.text(ROSE, "arret")
        status, _ = await poster(sim, http)(StatusCallback=f"{program.url}/status")
        await sim.sms.settled()
        assert status == 201
        assert [m.body for m in sim.sms.received(ROSE)] == ["C'est fini."]
        inbound = next(p for p in program.posted if "Body" in p)
        failed = next(p for p in program.posted if "Body" not in p)
        assert inbound["OptOutType"] == "STOP"
        assert (failed["MessageStatus"], failed["ErrorCode"]) == ("failed", "21610")


async def test_a_picture_wants_credentials_then_a_signed_link_that_refuses_them(
    sim: Providers, program: Program, http: aiohttp.ClientSession
) -> None:
    sim.sms.sms_url = program.url
    sim.sms.text(ROSE, "", [("image/png", b"\x89PNG receipt")])
    await sim.sms.settled()
    link = program.posted[0]["MediaUrl0"]
    assert (program.posted[0]["NumMedia"], program.posted[0]["MediaContentType0"]) == ("1", "image/png")
    async with http.get(link) as response:
        assert response.status == 401
    async with http.get(link, headers=credentials(sim), allow_redirects=False) as response:
        assert response.status == 307
        signed = response.headers["Location"]
    async with http.get(signed, headers=credentials(sim)) as response:
        assert response.status == 400
    assert sim.sms.leaked == 1
    async with http.get(signed) as response:
        assert (response.content_type, await response.read()) == ("image/png", b"\x89PNG receipt")
    async with http.get(signed.partition("?")[0]) as response:
        assert response.status == 403


async def test_a_client_that_keeps_its_credentials_on_one_host_loses_them_at_the_store(
    sim: Providers, http: aiohttp.ClientSession
) -> None:
    """As `requests`, curl and aiohttp do when they follow a redirect."""
    picture = sim.sms.text(ROSE, "", [("image/png", b"\x89PNG receipt")])
    link = f"{sim.twilio_url}{picture.uri.removesuffix('.json')}/Media/{picture.media[0].sid}"
    async with aiohttp.ClientSession(headers=credentials(sim)) as client, client.get(link) as response:
        assert (response.status, await response.read()) == (200, b"\x89PNG receipt")
    assert sim.sms.leaked == 0


async def test_a_callback_to_an_address_with_letters_that_are_not_ascii_is_signed_as_it_is_requested(
    sim: Providers, program: Program, http: aiohttp.ClientSession
) -> None:
    await poster(sim, http)(StatusCallback=f"{program.url}/suivi?nom=Éric&où=là bas&pct=%C3%A9#rc=0")
    await sim.sms.settled()
    assert len(program.posted) == 2
    assert program.forged == 0


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ({"PageSize": "abc"}, 400, 20422),
        ({"PageSize": "²"}, 400, 20422),
        ({"PageSize": "-5"}, 400, 20422),
        ({"Page": "x"}, 400, 20422),
        ({"PageSize": "5000"}, 400, 20007),
        ({"PageSize": "0"}, 200, None),
        ({"PageSize": ""}, 200, None),
        ({"DateSent>": "hier"}, 400, 20422),
    ],
)
async def test_a_page_asked_for_in_words_that_make_no_sense_is_a_bad_request(
    sim: Providers, http: aiohttp.ClientSession, query: dict[str, str], status: int, code: int | None
) -> None:
    async with http.get(messages_url(sim), params=query, headers=credentials(sim)) as response:
        assert (response.status, (await response.json()).get("code")) == (status, code)


async def test_segments_per_second_are_limited_with_20429(http: aiohttp.ClientSession) -> None:
    async with simulated_providers(sms=SmsWorld(rates=Rates(overall=3))) as sim:
        post = poster(sim, http)
        assert (await post(Body="x" * 161))[0] == 201
        assert (await post(Body="x" * 161))[1]["code"] == 20429
        assert (await post(Body="x"))[0] == 201
        assert sim.sms.truth.busiest() == 3
