"""What a person is told, at the addresses they had, of one that comes to their name or leaves it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from db import message_kinds
from db.contacts import Consent, Contact, Reach, contacts_of, is_proved
from db.people import Person, is_coordinator
from handlers import sending
from handlers.acting import Acting
from handlers.numbers import shown
from handlers.sending import SendOptions
from messages import Text, text
from messages.channels import spec_of

OF_SAFETY = SendOptions(message_kinds.NOTICE)
OF_A_COORDINATOR = SendOptions(message_kinds.ALERT, any_consent=True)


def address_words(contact: Contact) -> Text:
    """ "un compte Telegram", "le 819 555-0177", "rose@example.org": for whoever has it."""
    if spec_of(contact.channel).alone:
        return text(f"people-address-{contact.channel}")
    return phone_words(contact.address)


def phone_words(address: str) -> Text:
    return text("people-address-email" if "@" in address else "people-address-phone", number=shown(address))


async def told_at(acting: Acting, person: Person, but: Collection[int] = ()) -> list[Contact]:
    """The addresses at which a person can be told: those that work and that they agreed to; a coordinator, whatever
    they stopped, but for an account that they did not prove."""
    coordinates = await is_coordinator(acting.session, person.id)
    found = []
    for contact in await contacts_of(acting.session, person.id):
        if contact.id in but or contact.reach is not Reach.OK:
            continue
        if not coordinates and contact.consent is not Consent.GIVEN:
            continue
        unproved = coordinates and spec_of(contact.channel).proved
        if unproved and not await is_proved(acting.session, contact.id, person.id):
            continue
        found.append(contact)
    return found


async def tell_at(acting: Acting, person: Person, contacts: Sequence[Contact], words: Text) -> None:
    """Write this to a person at each of these addresses. No check page shows it: it announces nothing."""
    before = len(acting.reached)
    options = OF_A_COORDINATOR if await is_coordinator(acting.session, person.id) else OF_SAFETY
    for contact in contacts:
        await sending.write_to(acting, contact, words, options=options, person=person)
    del acting.reached[before:]


async def tell_added(acting: Acting, person: Person, contact: Contact) -> None:
    """Said at every older address: this one is theirs now, and how to say that it is not."""
    here = {contact.id, *([acting.contact.id] if acting.contact is not None else [])}
    words = text(
        "people-address-added",
        name=person.name,
        address=address_words(contact),
        contact=acting.installation.contact_name,
        phone=acting.installation.contact_phone,
    )
    await tell_at(acting, person, await told_at(acting, person, here), words)


async def tell_gone(acting: Acting, person: Person, contact: Contact) -> None:
    """Said at the addresses that stay: this one is not theirs any more."""
    words = text(
        "people-address-gone",
        name=person.name,
        address=address_words(contact),
        contact=acting.installation.contact_name,
        phone=acting.installation.contact_phone,
    )
    await tell_at(acting, person, await told_at(acting, person, {contact.id}), words)


async def tell_left(acting: Acting, contact: Contact) -> None:
    """Said at an address that a coordinator took off a card: nothing more comes here, and whom to call if it is a
    mistake. It may be anybody's: it says nothing of whose it was."""
    before = len(acting.reached)
    installation = acting.installation
    words = text(
        "people-address-left",
        organisation=installation.organisation,
        contact=installation.contact_name,
        phone=installation.contact_phone,
    )
    await sending.write_to(acting, contact, words, options=SendOptions(message_kinds.NOTICE, any_consent=True))
    del acting.reached[before:]
