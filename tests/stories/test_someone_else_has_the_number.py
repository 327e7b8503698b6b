"""A number that somebody else has now: they say so, and nothing of the person before reaches them any more."""

from __future__ import annotations

import pytest

from db.contacts import Reach, contact_at
from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

SAID = [
    "c'est pas Rose, c'est Jocelyn j'ai acheté ce numéro",
    "c'est plus le numéro de rose",
    "c'est plus Rose qui a ce téléphone",
    "enlevez rose",
    "cest rendu mon numero asteure",
    "this is not Rose's number anymore",
    "i just got this number",
    "ya no es el numero de Rose",
    "nimewo sa a pa pou Rose anko",
]


async def rose(town: Town) -> tuple[Phone, Phone]:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose Tremblay")
    await announced(town, maude)
    await town.settle()
    await phone.forget()
    return maude, phone


@pytest.mark.parametrize("words", SAID)
async def test_her_messages_stop_there_at_once_and_a_person_is_told(town: Town, words: str) -> None:
    maude, phone = await rose(town)
    await phone.text(words)
    await phone.expect("Merci de l'avoir dit", "Maude va lire vos mots")
    await arrive(town, 2, 3, 12)  # the hour of her reminder
    await phone.expect_nothing()
    await maude.text("/appels")
    await maude.expect_any("Rose Tremblay")


@pytest.mark.parametrize("words", ["STATUT", "c'est quand la prochaine rencontre", "TARIFS", "1"])
async def test_nothing_of_hers_is_shown_to_them_afterwards(town: Town, words: str) -> None:
    _, phone = await rose(town)
    await phone.text("c'est plus le numéro de rose")
    await phone.forget()
    await phone.text(words)
    await town.settle()
    assert not any(word in said.text for said in phone.all[-1:] for word in ("Rose", "COCO", "10 fév"))


async def test_they_may_still_stop_everything(town: Town) -> None:
    _, phone = await rose(town)
    await phone.text("j'ai eu ce numéro la semaine passée")
    await phone.expect("Merci de l'avoir dit")
    await phone.text("arrêtez de m'écrire")
    await phone.expect("plus aucun message")


@pytest.mark.parametrize(
    "words",
    ["c'est pas Rose c'est Rosie", "rose a plus d'argent pour le bus", "enlevez le taxi", "j'ai un nouveau cell"],
)
async def test_what_only_looks_like_it_leaves_her_where_she_is(town: Town, words: str) -> None:
    _, phone = await rose(town)
    await phone.text(words)
    await town.settle()
    async with town.database.read() as session:
        contact = await contact_at(session, phone.channel.value, phone.address)
    assert contact is not None
    assert contact.reach is Reach.OK
