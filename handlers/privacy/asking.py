"""What people ask of their information: written down with its thirty days, shown to coordinators, answered, settled."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from db import message_kinds
from db.contacts import Contact
from db.people import Person
from db.privacy.requests import CARD, close_cards, note_request, owed, standing_of
from db.privacy.tables import STANDING, DataRequest, How, RequestKind, RequestState
from db.tasks import add_task
from handlers import sending
from handlers.act import Field, act, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.installation import Installation
from handlers.sending import SendOptions
from handlers.things import PERSON, REQUEST
from messages import Channel, Text, text
from messages.keywords import fold

SOON = dt.timedelta(days=7)  # before it is owed, coordinators are told each morning
TOLD_AT = dt.time(9)
LONGEST = 600
ALERT = SendOptions(message_kinds.ALERT)


async def ask(
    acting: Acting,
    person: Person,
    kind: RequestKind,
    *,
    contact: Contact | None = None,
    how: How | None = None,
    note: str = "",
) -> DataRequest:
    """Write the request down, and put its card on the call list of those who answer for this person."""
    before = await standing_of(acting.session, person.id, kind)
    request = await note_request(
        acting.session, person, kind, now=acting.now, contact_id=contact.id if contact else None, how=how, note=note
    )
    if before is None:  # what was asked before has its card
        await add_task(
            acting.session,
            acting.organisation_id,
            CARD,
            now=acting.now,
            contact_id=contact.id if contact else None,
            person_id=person.id,
            note=_in_words(acting.installation, card_note(acting.installation, request)),
        )
    return request


def card_note(installation: Installation, request: DataRequest) -> Text:
    """What it is, by when; in the words of the installation's language, since a card keeps words."""
    day = installation.local(request.due_at).date()
    return text("privacy-card", number=request.id, what=what_of(request), date=day)


def what_of(request: DataRequest) -> Text:
    if request.kind is RequestKind.ACCESS and request.how is not None:
        return text(f"privacy-asked-access-{request.how.value}")
    return text(f"privacy-asked-{request.kind.value}")


def _in_words(installation: Installation, words: Text) -> str:
    return installation.catalogue.text(words, installation.default_language, Channel.TELEGRAM)


# -- acts ----------------------------------------------------------------------------------------------------------


@act("privacy.requests", twin="privacy requests")
async def list_requests(acting: Acting) -> ActResult:
    """What people asked about their information and is not answered yet, with the day by which it is owed."""
    found = list(
        await acting.session.scalars(
            REQUEST.visible(acting).where(DataRequest.state.in_(STANDING)).order_by(DataRequest.due_at)
        )
    )
    lines = [await _line(acting, request) for request in found]
    data = {"requests": [_facts(acting.installation, request) for request in found]}
    shows = tuple(request.person_id for request in found if request.person_id is not None)
    if not found:
        return ActResult(text("privacy-no-requests"), data)
    return ActResult(text("privacy-requests", count=len(found), lines=lines), data, shows=shows)


async def _line(acting: Acting, request: DataRequest) -> Text:
    person = await acting.session.get(Person, request.person_id) if request.person_id else None
    name = person.name if person else "?"
    if request.state is RequestState.COOLING:
        when = acting.installation.local(request.due_at)
        line = text("privacy-request-erasure", number=request.id, name=name, when=when)
    else:
        day = acting.installation.local(request.due_at).date()
        line = text("privacy-request-line", number=request.id, name=name, what=what_of(request), date=day)
    return text("privacy-request-note", line=line, note=request.note) if request.note else line


def _facts(installation: Installation, request: DataRequest) -> dict[str, object]:
    return {
        "number": request.id,
        "person": request.person_id,
        "kind": request.kind.value,
        "state": request.state.value,
        "how": request.how.value if request.how else None,
        "note": request.note,
        "asked": installation.local(request.asked_at).date().isoformat(),
        "due": installation.local(request.due_at).date().isoformat(),
    }


BY_VOICE = {
    "access": RequestKind.ACCESS,
    "copie": RequestKind.ACCESS,
    "rectification": RequestKind.RECTIFICATION,
    "corriger": RequestKind.RECTIFICATION,
    "notice": RequestKind.NOTICE,
    "papier": RequestKind.NOTICE,
}


def kind_named(_acting: Acting, words: str) -> RequestKind:
    """Raises `Refused` with those there are; to be forgotten is asked for elsewhere."""
    kind = BY_VOICE.get(fold(words))
    if kind is None:
        raise refuse("privacy-which-kind", kinds=", ".join(BY_VOICE))
    return kind


@act_on(
    PERSON,
    "privacy.ask",
    entry="privacy.asked",
    for_oneself=True,
    undone_by="privacy.settle",
    twin="privacy ask",
)
async def note_asked(
    acting: Acting,
    person: Person,
    kind: Annotated[RequestKind, Field("What they ask: access, rectification or notice.", read=kind_named)],
    note: Annotated[str, Field("How they asked, and what, in a few words.", "--note")] = "",
) -> ActResult:
    """What a person asked by voice or by letter about their information: written down, owed within thirty days."""
    request = await ask(acting, person, kind, note=note[:LONGEST])
    day = acting.installation.local(request.due_at).date()
    said = text("privacy-noted", number=request.id, name=person.name, what=what_of(request), date=day)
    return ActResult(said, _facts(acting.installation, request), noted={"kind": kind.value})


@act_on(
    REQUEST,
    "privacy.settle",
    entry="privacy.settled",
    for_oneself=True,
    final="the person has their answer; they may ask again",
    twin="privacy settle",
)
async def settle(
    acting: Acting,
    request: DataRequest,
    note: Annotated[str, Field("What was done: given by hand on the 4th, corrected, refused because...", "--note")],
) -> ActResult:
    """A request answered, with what was done. An erasure is done by the hour, or undone by `people keep`."""
    if request.state is RequestState.COOLING:
        when = acting.installation.local(request.due_at)
        raise refuse("privacy-not-open-cooling", number=request.id, when=when)
    if request.state is not RequestState.OPEN:
        raise refuse("privacy-not-open", number=request.id)
    if not note.strip():
        raise refuse("privacy-settle-how", number=request.id)
    request.state, request.done_at, request.done_by = RequestState.DONE, acting.now, acting.actor.person_id
    request.note = " / ".join(filter(None, (request.note, note.strip())))[: 2 * LONGEST]
    await acting.session.flush()
    if request.person_id is not None:
        await close_cards(acting.session, request.person_id, acting.now)
    late = acting.now > request.due_at
    said = text("privacy-settled-late" if late else "privacy-settled", number=request.id)
    return ActResult(said, _facts(acting.installation, request), noted={"kind": request.kind.value})


# -- the hour ------------------------------------------------------------------------------------------------------


async def remind(acting: Acting) -> int:
    """Each morning of the last week and after: what is owed to people, told to those who answer for them."""
    if acting.installation.local(acting.now).time() < TOLD_AT:
        return 0
    requests = await owed(acting.session, acting.organisation_id, acting.now + SOON, acting.today)
    for person, theirs in await sending.concerned(acting, REQUEST, requests):
        lines = [await _line(acting, request) for request in theirs]
        await sending.tell(acting, person, text("privacy-owed", count=len(lines), lines=lines), options=ALERT)
    for request in requests:
        request.told_on = acting.today
    return len(requests)
