"""The simulated providers driven over HTTP, when they run as a process of their own (`python -m bot.simulator`).

Every answer is JSON. `POST /sim/telegram/<act>` and `POST /sim/sms/<act>` take the arguments of the act by name, bytes
as base64; the acts are listed in `TELEGRAM_ACTS` and `SMS_ACTS`. `GET /sim/counters`, `GET /sim/truth?channel=sms`,
`POST /sim/faults`, `POST /sim/clock`, `POST /sim/reset`.
"""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.simulator.faults import FaultPlan, Faults, Misfortune
from bot.simulator.local import is_from_here
from bot.simulator.providers import Providers
from bot.simulator.server import LoopbackServer, as_json
from bot.simulator.telegram import Group, TelegramAccount, TelegramMessage
from bot.simulator.truth import GroundTruth
from bot.simulator.twilio import MessageResource, OptOutMode

TELEGRAM_ACTS = frozenset(
    {
        *("person", "press_start", "write", "write_in_group", "press", "press_stale", "send_photo", "send_voice"),
        *("send_sticker", "send_document", "share_contact", "block", "deactivate", "add_bot_to_group"),
        *("upgrade_group", "received", "history"),
    }
)
SMS_ACTS = frozenset({"text", "received", "history", "set_fate", "setup"})


class BadAct(Exception):
    """What was asked for does not exist, or not with these arguments."""


@dataclass(frozen=True, slots=True)
class Control:
    """Serves `/sim/...` for a pair of providers, to this machine only."""

    providers: Providers

    def server(self, port: int = 0) -> LoopbackServer:
        return LoopbackServer(self._handle, port=port)

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if not is_from_here({name.lower(): value for name, value in request.headers.items()}):
            return _answer(403, {"error": "asked from elsewhere"})
        try:
            body = await request.read()
            given = dict(request.query) | (json.loads(body) if body else {})
            return _answer(200, {"result": await self._act(request.path.strip("/").split("/"), given)})
        except (BadAct, LookupError, TypeError, ValueError) as error:
            return _answer(400, {"error": f"{type(error).__name__}: {error}"})

    async def _act(self, path: list[str], given: dict[str, Any]) -> Any:
        match path:
            case ["sim", "telegram", act] if act in TELEGRAM_ACTS:
                return _plain(getattr(self.providers.telegram, act)(**_with_bytes(given)))
            case ["sim", "sms", "setup"]:
                return self._set_up_sms(**given)
            case ["sim", "sms", act] if act in SMS_ACTS:
                return _plain(getattr(self.providers.sms, act)(**_with_bytes(given)))
            case ["sim", shared] if shared in _SHARED:
                return await _SHARED[shared](self.providers, given)
        raise BadAct(f"nothing at /{'/'.join(path)}")

    def _set_up_sms(self, sms_url: str | None = None, opt_out: str | None = None) -> dict[str, str]:
        """Where inbound messages go, and who answers STOP."""
        sms = self.providers.sms
        sms.sms_url = sms.sms_url if sms_url is None else sms_url
        sms.opt_out.mode = OptOutMode(opt_out or sms.opt_out.mode)
        return {"sms_url": sms.sms_url, "opt_out": sms.opt_out.mode.value}


async def _counters(providers: Providers, given: dict[str, Any]) -> dict[str, Any]:
    """``{"telegram": {"total", "people", "busiest_second", "answers", "faults", "ambiguous"...}, "sms": ...}``"""
    telegram, sms = providers.telegram, providers.sms
    return {
        "telegram": _summary(telegram.truth, telegram.faults) | {"updates_waiting": telegram.updates.waiting},
        "sms": _summary(sms.truth, sms.faults) | {"credentials_leaked": sms.leaked},
    }


def _summary(truth: GroundTruth, faults: Faults) -> dict[str, Any]:
    return {
        "total": truth.total,
        "people": len(truth.counts),
        "busiest_second": truth.busiest(),
        "answers": truth.answers,
        "faults": faults.dealt,
        "ambiguous": faults.ambiguous,
    }


async def _truth(providers: Providers, given: dict[str, Any]) -> dict[str, Any]:
    """Address -> what it received as ``[body, monotonic seconds, weight]``; with `address`, that one alone."""
    truth = (providers.telegram if given.get("channel") == "telegram" else providers.sms).truth
    wanted = [given["address"]] if "address" in given else truth.addresses()
    return {address: [dataclasses.astuple(receipt) for receipt in truth.of(address)] for address in wanted}


async def _faults(providers: Providers, given: dict[str, Any]) -> dict[str, Any]:
    """``{"telegram": "429=0.1,cut=0.01", "sms": "", "seed": 7}``, or ``{"force": "429", "times": 1, ...}``."""
    worlds = {"telegram": providers.telegram.faults, "sms": providers.sms.faults}
    chosen = {name: faults for name, faults in worlds.items() if name in given}
    for name, faults in chosen.items():
        if "force" in given:
            fault = Misfortune(given["force"])
            faults.force(fault, times=int(given.get("times", 1)), retry_after=int(given.get("retry_after", 1)))
        else:
            faults.plan = FaultPlan.parse(given[name], seed=int(given.get("seed", 0)))
    return {name: dataclasses.asdict(faults.plan) for name, faults in worlds.items()}


async def _clock(providers: Providers, given: dict[str, Any]) -> str:
    """``{"to": "2026-02-10T18:30:00+00:00"}``; without it, only tells the hour."""
    if "to" in given:
        await providers.clock.move_to(dt.datetime.fromisoformat(given["to"]))
    return providers.clock.now().isoformat()


async def _reset(providers: Providers, given: dict[str, Any]) -> bool:
    """Forget what was counted, to measure again."""
    for world in (providers.telegram, providers.sms):
        world.truth.clear()
        world.faults.dealt.clear()
    return True


_SHARED: dict[str, Callable[[Providers, dict[str, Any]], Awaitable[Any]]] = {
    "counters": _counters,
    "truth": _truth,
    "faults": _faults,
    "clock": _clock,
    "reset": _reset,
}


def _with_bytes(given: dict[str, Any]) -> dict[str, Any]:
    """`content` and each pair of `media` carry base64; ids given in a query are numbers."""
    kept: dict[str, Any] = {
        name: int(value) if name in {"user_id", "chat_id"} else value for name, value in given.items()
    }
    if "content" in kept:
        kept["content"] = base64.b64decode(kept["content"])
    if "media" in kept:
        kept["media"] = [(mime, base64.b64decode(content)) for mime, content in kept["media"]]
    return kept


def _plain(result: Any) -> Any:
    if isinstance(result, list):
        return [_plain(one) for one in result]
    if isinstance(result, TelegramMessage):
        return result.as_json()
    if isinstance(result, MessageResource):
        return {"inbound": result.inbound, **result.as_json()}
    if isinstance(result, TelegramAccount | Group):
        return {k: sorted(v) if isinstance(v, set) else v for k, v in dataclasses.asdict(result).items()}
    return result


def _answer(status: int, payload: dict[str, Any]) -> web.Response:
    return web.Response(status=status, body=as_json(payload), content_type="application/json")
