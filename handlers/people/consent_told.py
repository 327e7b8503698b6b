"""What is told back of a consent that a coordinator wrote down: a yes or a no, its day, and what stands against it."""

from __future__ import annotations

from db.contacts import contacts_of, people_at
from handlers.acting import Acting
from handlers.people.keeping import KeptPerson
from handlers.people.spec import Checked
from messages import Text, text

LONGEST = 60
YES_SINCE = "people-plan-yes-since"
NO_HOLDS = "people-plan-no-holds"


async def with_consent(acting: Acting, said: Text, kept: KeptPerson, checked: Checked) -> Text:
    """`said`, then what became of the consent, when one was written."""
    if (holds := next((why for why in kept.remarks if why.id == NO_HOLDS), None)) is not None:
        said = text("people-and-no-holds", said=said, no=holds, number=kept.person.id)
    if not checked.consent or (not checked.declined and kept.withdrawn):
        return said  # an older yes under a stop has its own words
    at = checked.consent_at or acting.now
    facts = {"said": said, "words": checked.consent[:LONGEST], "day": acting.installation.local(at).date()}
    if not checked.declined:
        return text("people-and-agreed", **facts)
    contacts = await contacts_of(acting.session, kept.person.id)
    if not contacts:
        return text("people-and-refused-nowhere", **facts, number=kept.person.id)
    if (since := next((why for why in kept.remarks if why.id == YES_SINCE), None)) is not None:
        return text("people-and-yes-since", said=said, since=since.args["day"], number=kept.person.id)
    others = {
        other.name or "?": None
        for contact in contacts
        for other in await people_at(acting.session, contact.id)
        if other.id != kept.person.id
    }
    told = text("people-and-refused", **facts, number=kept.person.id)
    return text("people-and-refused-shared", said=told, names=", ".join(others)) if others else told
