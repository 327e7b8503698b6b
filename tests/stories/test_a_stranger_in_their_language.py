"""Somebody nobody knows is answered in the language they write in, whatever they ask."""

from __future__ import annotations

import pytest

from tests.support.phones import Town

SAID = [
    ("who is this", "This is Alliance"), ("hi what is this", "This is Alliance"),
    ("you have the wrong number", "This is Alliance"), ("stop texting me", "Done: no more messages"),
    ("hola quien es", "Aqui Alliance"), ("numero equivocado", "Aqui Alliance"),
    ("de donde sacaron mi numero", "Aqui Alliance"), ("no me escriban", "Hecho"),
    ("ki moun sa ye", "Se Alliance"), ("ou pa gen bon nimewo a", "Se Alliance"), ("pa ekri m ankò", "Sa fèt"),
    ("bonswa mwen se Jislene, mwen ta renmen patisipe nan reyinyon yo", "Se Alliance"),
    ("qui est-ce", "Ici Alliance"), ("j'ai pas le bon numero", "Ici Alliance"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "answer"), SAID)
async def test_they_are_answered_in_the_language_they_write(town: Town, words: str, answer: str) -> None:
    phone = town.sms("+18195550999")
    await phone.text(words)
    await phone.expect(answer)


async def test_who_chose_a_language_while_joining_keeps_it_whatever_they_write(town: Town) -> None:
    phone = town.sms("+18195550999")
    for words in ("joindre", "3", "what is my name for"):
        await phone.text(words)
    await town.settle()
    assert "nombre" in phone.all[-1].text, phone.all[-1].text
