"""Acts called from a test as from a page: done once their check page is confirmed."""

from __future__ import annotations

from typing import Any

from handlers.act import Act
from handlers.acting import Acting, ActResult, Confirmation
from handlers.checks import WantsCheck


async def confirmed(acting: Acting, act: Act[Any], *args: Any, **kwargs: Any) -> ActResult:
    """Do it, and when it wants its check page confirmed, do it again with that page approved."""
    try:
        return await act(acting, *args, **kwargs)
    except WantsCheck as wants:
        return await act(acting.having(Confirmation(wants.page.fingerprint, wants.page.people)), *args, **kwargs)
