"""What coordinators see of personal information: what is owed to people."""

from __future__ import annotations

from db.privacy.tables import STANDING, DataRequest, RequestState
from handlers.acting import Acting
from handlers.privacy.asking import SOON, what_of
from handlers.privacy.found import names_of
from handlers.things import REQUEST
from handlers.view import Harm, Waiting, view
from messages import text


@view("privacy.waiting")
async def requests_waiting(acting: Acting) -> list[Waiting]:
    """What people asked about their information, by the day on which it is owed."""
    wanted = REQUEST.visible(acting).where(DataRequest.state.in_(STANDING)).order_by(DataRequest.due_at)
    requests = list(await acting.session.scalars(wanted))
    names = await names_of(acting, {one.person_id for one in requests if one.person_id is not None})
    waits = []
    for request in requests:
        name, when = names.get(request.person_id or 0) or "?", acting.installation.local(request.due_at)
        cools = request.state is RequestState.COOLING
        words = text("privacy-wait-request", name=name, what=what_of(request))
        owed = text("privacy-wait-owed", date=when.date())
        if cools:
            words, owed = text("privacy-wait-erasure", name=name), text("privacy-wait-erased", when=when)
        waits.append(Waiting(words, _harm(acting, request), ("request", request.id), owed))
    return waits


def _harm(acting: Acting, request: DataRequest) -> Harm:
    if request.due_at < acting.now:
        return Harm.LATE
    return Harm.TO_DO if request.due_at < acting.now + SOON else Harm.SOON
