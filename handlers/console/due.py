"""What the hour brings for the web console: links leave the outbox once they were sent, what is over goes."""

from __future__ import annotations

from db.console.questions import links_said, purge, something_over
from db.deliveries import UNSETTLED, Delivery
from handlers.acting import Acting


async def links_forgotten(acting: Acting) -> int:
    """The message that held a link keeps neither its words nor its button, in the outbox and in every backup of it."""
    done = 0
    for login in await links_said(acting.session):
        delivery = await acting.session.get(Delivery, login.delivery_id)
        if delivery is not None and delivery.status in UNSETTLED and login.expires_at > acting.now:
            continue
        if delivery is not None:
            delivery.body, delivery.buttons = "", None
        login.delivery_id = None
        done += 1
    return done


async def sessions_over(acting: Acting) -> int:
    """Sessions, logins and forms that ended since a day."""
    return await purge(acting.session, acting.now) if await something_over(acting.session, acting.now) else 0
