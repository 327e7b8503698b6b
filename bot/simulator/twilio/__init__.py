"""Twilio's SMS service, played by us: the REST API 2010-04-01 over HTTP, and the phones on the other side of it."""

from bot.simulator.twilio.api import TwilioServer
from bot.simulator.twilio.opt_out import OptOut, OptOutMode
from bot.simulator.twilio.things import Attachment, MessageResource, TwilioError
from bot.simulator.twilio.world import SmsWorld

__all__ = ["Attachment", "MessageResource", "OptOut", "OptOutMode", "SmsWorld", "TwilioError", "TwilioServer"]
