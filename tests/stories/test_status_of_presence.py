"""STATUT says what one answered; so does a question about it."""

from __future__ import annotations

import pytest

from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

ANSWERS = {
    "oui jviens": "vous venez",
    "jpourrai pas y aller": "vous ne venez pas",
    "peut-etre": "peut-etre",
    "": "pas encore repondu",
}


async def rose(town: Town, language: str = "fr") -> Phone:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose", language=language)
    await announced(town, maude)
    await arrive(town, 2, 3, 12)
    return phone


@pytest.mark.parametrize("asks", ["STATUT", "jai tu dit que jvenais", "est-ce que j'ai dit oui?"])
@pytest.mark.parametrize("answer", ANSWERS)
async def test_what_was_answered_is_said(town: Town, answer: str, asks: str) -> None:
    phone = await rose(town)
    if answer:
        await phone.text(answer)
    await phone.forget()
    await phone.text(asks)
    await phone.expect("COCO", ANSWERS[answer])


async def test_in_english(town: Town) -> None:
    phone = await rose(town, "en")
    await phone.text("i cant come")
    await phone.forget()
    await phone.text("did i say i was coming")
    await phone.expect("COCO", "you are not coming")
    await phone.text("STATUS")
    await phone.expect_any("you are not coming")
