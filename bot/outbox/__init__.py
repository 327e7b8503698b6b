"""The outbox: from a row of `deliveries` to a person's phone."""

from bot.outbox.hooks import Hooks
from bot.outbox.worker import Outbox

__all__ = ["Hooks", "Outbox"]
