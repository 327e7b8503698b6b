"""To be forgotten: asked for, cooled for two days, undone by a word meanwhile, then done by the hour."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from sqlalchemy import func, select

from db.claims.rules import ClaimState
from db.claims.tables import Claim
from db.contacts import Contact
from db.journal import write_entry
from db.people import Person, Role, roles_of
from db.privacy.erasing import erase_person
from db.privacy.requests import COOLING, cool, cooling, keep_person
from db.privacy.tables import DataRequest, RequestKind
from db.session import AsyncSession
from handlers import sending
from handlers.act import Field, Right, Writes, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.privacy.asking import LONGEST, ask
from handlers.things import PERSON
from messages import Money, text

UNPAID = (ClaimState.SUBMITTED, ClaimState.RETURNED, ClaimState.APPROVED)


async def unpaid_cents(session: AsyncSession, person: Person) -> int:
    """What was claimed and is not paid: it goes with the person, who is told."""
    total = select(func.sum(Claim.total_cents)).where(Claim.person_id == person.id, Claim.state.in_(UNPAID))
    return int(await session.scalar(total) or 0)


async def begin_erasing(
    acting: Acting, person: Person, *, contact: Contact | None = None, note: str = "", after: dt.timedelta = COOLING
) -> DataRequest:
    """The request, its card, and silence until it is done."""
    request = await ask(acting, person, RequestKind.ERASURE, contact=contact, note=note)
    await cool(acting.session, request, person, acting.now + after)
    return request


@act_on(
    PERSON,
    "privacy.erase",
    right=Right.ORGANISATION,
    entry="privacy.erasure_asked",
    for_oneself=True,
    undone_by="privacy.keep",
    twin="people erase",
    asks_first=True,
)
async def erase(
    acting: Acting,
    person: Person,
    reason: Annotated[str, Field("Who asked, and how: 'asked by phone on the 4th'.", "--reason")],
    *,
    after: dt.timedelta = COOLING,
) -> ActResult:
    """A person to be forgotten: erased 48 hours from now, unless they come back or `people keep` undoes it."""
    if Role.COORDINATOR in await roles_of(acting.session, person.id):
        raise refuse("privacy-erase-revoke-first", name=person.name)
    if not reason.strip():
        raise refuse("privacy-erase-why", number=person.id)
    request = await begin_erasing(acting, person, note=reason.strip()[:LONGEST], after=after)
    unpaid = await unpaid_cents(acting.session, person)
    data = {"person": person.id, "request": request.id, "on": request.due_at.isoformat(), "unpaid_cents": unpaid}
    when = acting.installation.local(request.due_at)
    about = text("privacy-erase-about", name=person.name, number=person.id, when=when)
    if unpaid:
        about = text("privacy-erase-about-unpaid", about=about, amount=Money(unpaid))
    said = text("privacy-erase-cooling", name=person.name, number=person.id, when=when)
    return ActResult(said, data, checked=about)


@act_on(
    PERSON,
    "privacy.keep",
    right=Right.ORGANISATION,
    entry="privacy.kept",
    for_oneself=True,
    writes=Writes.CONCERNED,
    undone_by="privacy.erase",
    twin="people keep",
    asks_first=True,
)
async def keep(acting: Acting, person: Person) -> ActResult:
    """A person who was to be erased and is not: everything goes on as before, and they are told who decided it."""
    if not await keep_person(acting.session, person, acting.now):
        raise refuse("privacy-nothing-to-keep", name=person.name)
    house = acting.installation
    told = text("privacy-erase-kept-by-us", name=house.contact_name, phone=house.contact_phone)
    await sending.tell(acting, person, told)
    about = text("privacy-keep-about", name=person.name, number=person.id)
    return ActResult(text("privacy-erase-kept-desk", name=person.name), {"person": person.id}, checked=about)


async def erase_due(acting: Acting) -> int:
    """Whoever asked to be forgotten two days ago and did not come back."""
    done = 0
    for request in await cooling(acting.session, acting.organisation_id):
        if request.due_at > acting.now or request.person_id is None:
            continue
        person = await acting.session.get_one(Person, request.person_id)
        erased = await erase_person(acting.session, person, acting.now, acting.today)
        await write_entry(
            acting.session,
            "privacy.erased",
            now=acting.now,
            actor=acting.actor.signature,
            messages=erased.messages,
            files=erased.files,
            comments=erased.comments,
            claims=erased.claims_kept + erased.claims_gone,
        )
        done += 1
    return done
