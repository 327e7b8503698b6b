"""Who takes a message: the order of importance, the answers to open questions, what guards against loops."""

from handlers.router.route import Router

__all__ = ["Router"]
