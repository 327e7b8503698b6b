"""Both simulated providers as a process of their own: for benchmarks, chaos and tests from outside.

The first line on the standard output says where they are, as JSON: telegram, twilio, control, and the settings that
name them. The process stops on SIGINT or SIGTERM.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import signal
import sys

from bot.simulator.clock import MovableClock
from bot.simulator.control import Control
from bot.simulator.faults import FaultPlan, Faults
from bot.simulator.limits import TELEGRAM_RATES, Rates
from bot.simulator.providers import Providers, simulated_providers
from bot.simulator.telegram import TelegramWorld
from bot.simulator.twilio import OptOutMode, SmsWorld


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description=__doc__)
    parser.add_argument("--telegram-port", type=int, default=0, help="0: any free port")
    parser.add_argument("--twilio-port", type=int, default=0)
    parser.add_argument("--control-port", type=int, default=0, help="where /sim/... answers")
    parser.add_argument("--seed", type=int, default=0, help="of the faults")
    parser.add_argument("--faults", default="", help="for instance 429=0.02,500=0.01,cut=0.01,repeat=0.1,latency=0.02")
    parser.add_argument("--sms-url", default="", help="where inbound SMS are posted")
    parser.add_argument("--opt-out", default="default", choices=[mode.value for mode in OptOutMode])
    parser.add_argument("--strict", action="store_true", help="Telegram's rates to the letter: 30/s, 1/s per chat")
    parser.add_argument("--sms-rate", type=int, default=None, help="segments per second before 20429")
    parser.add_argument("--open-doors", action="store_true", help="every Telegram chat id has pressed Start")
    parser.add_argument("--lean", action="store_true", help="count messages without keeping them")
    parser.add_argument("--no-callbacks", action="store_true", help="never call StatusCallback")
    return parser.parse_args()


async def _serve(options: argparse.Namespace) -> None:
    clock = MovableClock()
    telegram = TelegramWorld(
        clock=clock,
        rates=TELEGRAM_RATES if options.strict else None,
        faults=Faults(FaultPlan.parse(options.faults, seed=options.seed)),
        open_doors=options.open_doors,
        lean=options.lean,
    )
    sms = SmsWorld(
        clock=clock,
        sms_url=options.sms_url,
        opt_out=OptOutMode(options.opt_out),
        rates=Rates(overall=options.sms_rate),
        faults=Faults(FaultPlan.parse(options.faults, seed=options.seed + 1)),
        lean=options.lean,
        callbacks=not options.no_callbacks,
    )
    ports = {"telegram_port": options.telegram_port, "twilio_port": options.twilio_port}
    async with simulated_providers(telegram=telegram, sms=sms, clock=clock, **ports) as providers:
        control = await Control(providers).server(options.control_port).start()
        _announce(providers, control.url)
        await _until_told_to_stop()
        await control.stop()


def _announce(providers: Providers, control_url: str) -> None:
    where = {"telegram": providers.telegram_url, "twilio": providers.twilio_url, "control": control_url}
    sys.stdout.write(json.dumps({**where, "settings": providers.settings}) + "\n")
    sys.stdout.flush()


async def _until_told_to_stop() -> None:
    stop = asyncio.Event()
    for told in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(told, stop.set)
    await stop.wait()


if __name__ == "__main__":
    gc.freeze()
    gc.set_threshold(
        50_000, 50, 50
    )  # what is kept here is kept for good: looking for garbage costs a tenth of the rate
    asyncio.run(_serve(_arguments()))
