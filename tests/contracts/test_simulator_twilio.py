"""The simulated REST API says nothing that Twilio's own description does not say."""

from __future__ import annotations

import base64
import csv
import re
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.simulator import Providers, simulated_providers
from bot.simulator.twilio import rest
from bot.simulator.twilio.api import OPERATIONS
from bot.simulator.twilio.segments import segments
from bot.simulator.twilio.things import LATE_ERRORS
from tests.contracts.simulator_specs import SEGMENTS, TWILIO, load, schema_faults, spec_path

PHONE = "+18195550123"


@pytest.fixture(scope="module")
def spec() -> dict[str, Any] | None:
    return load(TWILIO)


@pytest.fixture
async def sim() -> AsyncIterator[Providers]:
    async with simulated_providers() as providers:
        yield providers


def described(spec: dict[str, Any], method: str, shape: str) -> dict[str, Any]:
    """The operation in Twilio's description, whatever it calls the parts of its path."""
    wanted = "/2010-04-01/Accounts/*" + (f"/{shape}" if shape else "") + ".json"
    paths = {re.sub(r"\{\w+\}", "*", path): operations for path, operations in spec["paths"].items()}
    operation: dict[str, Any] = paths[wanted][method.lower()]
    return operation


def posted_names(operation: dict[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = operation["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    return schema


def test_every_parameter_is_twilios(spec: dict[str, Any] | None) -> None:
    if spec is None:
        return
    create = posted_names(described(spec, "POST", "Messages"))
    assert {*rest.CREATE, *rest.ACCEPTED_AND_IGNORED} <= create["properties"].keys()
    assert create["required"] == ["To"]
    assert set(rest.UPDATE) <= posted_names(described(spec, "POST", "Messages/*"))["properties"].keys()
    listed = {p["name"] for p in described(spec, "GET", "Messages")["parameters"] if p["in"] == "query"}
    assert set(rest.LIST) == listed


@pytest.mark.parametrize(("method", "shape"), OPERATIONS, ids=[f"{m} {s}" for m, s in OPERATIONS])
async def test_every_answer_has_the_status_and_the_shape_that_twilio_describes(
    spec: dict[str, Any] | None, sim: Providers, method: str, shape: str
) -> None:
    sim.sms.text(PHONE, "reçu", [("image/png", b"\x89PNG")])
    inbound = sim.sms.history(PHONE)[0]
    sids = iter([inbound.sid, inbound.media[0].sid])
    path = re.sub(r"\*", lambda _: next(sids), shape)
    form = {"Messages": {"To": PHONE, "From": sim.sms.numbers[0], "Body": "Bonjour"}, "Messages/*": {"Body": ""}}
    status, body = await ask(sim, method, path, form.get(shape, {}) if method == "POST" else {})
    if spec is None:
        assert status < 300
        return
    (expected, answer), *_ = described(spec, method, shape)["responses"].items()
    assert status == int(expected)
    if status != 204:
        assert schema_faults(spec, body, answer["content"]["application/json"]["schema"]) == []


async def ask(sim: Providers, method: str, path: str, form: dict[str, str]) -> tuple[int, Any]:
    url = f"{sim.twilio_url}/2010-04-01/Accounts/{sim.sms.account_sid}{f'/{path}' if path else ''}.json"
    pair = base64.b64encode(f"{sim.sms.account_sid}:{sim.sms.auth_token}".encode()).decode()
    headers = {"Authorization": f"Basic {pair}"}
    async with (
        aiohttp.ClientSession() as http,
        http.request(method, url, data=form or None, headers=headers) as response,
    ):
        return response.status, None if response.status == 204 else await response.json()


@pytest.mark.parametrize("case", ["number", "service", "failed", "reply"])
async def test_every_kind_of_message_is_a_message_of_twilios(
    spec: dict[str, Any] | None, sim: Providers, case: str
) -> None:
    if case == "failed":
        sim.sms.set_fate(PHONE, 30003)
    if case == "reply":
        sim.sms.text(PHONE, "STOP")
        row = sim.sms.received(PHONE)[0].as_json()
    else:
        sender = {"MessagingServiceSid": sim.sms.service_sid} if case == "service" else {"From": sim.sms.numbers[0]}
        _, first = await ask(sim, "POST", "Messages", {"To": PHONE, "Body": "Bonjour", **sender})
        assert first["status"] == ("accepted" if case == "service" else "queued")
        _, row = await ask(sim, "GET", f"Messages/{first['sid']}", {})
    assert row["status"] == ("undelivered" if case == "failed" else "delivered")
    assert row["error_code"] == (30003 if case == "failed" else None)
    if spec is not None:
        assert schema_faults(spec, row, {"$ref": "#/components/schemas/api.v2010.account.message"}) == []


def test_every_status_is_one_of_twilios(spec: dict[str, Any] | None) -> None:
    statuses = {*LATE_ERRORS.values(), "queued", "accepted", "sent", "delivered", "received"}
    assert len(statuses) == 7
    if spec is not None:
        assert statuses <= set(spec["components"]["schemas"]["message_enum_status"]["enum"])


async def test_parameters_unknown_to_twilio_are_remembered(sim: Providers) -> None:
    message = {"To": PHONE, "From": sim.sms.numbers[0], "Body": "x", "SmartEncoded": "true"}
    await ask(sim, "POST", "Messages", {**message, "Boddy": "y"})
    assert sim.sms.ignored == {"Boddy"}


def test_segments_agree_with_another_providers_cases() -> None:
    """Cases with a character of two units are left out (two of them count it as one), and templates not filled in."""
    path = spec_path(SEGMENTS)
    if path is None:
        return
    with path.open(newline="") as file:
        cases = [(row["sms_content"], int(row["expected_fragments"])) for row in csv.DictReader(file)]
    plain = [(body, count) for body, count in cases if "((" not in body and max(body) <= "\uffff"]
    assert len(plain) > 10
    assert [(body, segments(body)) for body, _ in plain] == plain
