"""The inbox: what comes in is written first, handled after, once, in order per person."""

from bot.inbox.handle import Inbox
from bot.inbox.save import Saver

__all__ = ["Inbox", "Saver"]
