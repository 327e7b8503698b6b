""" "Do not call me": no call is booked, the one that was is called off, and a person reads why."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.conversations import Task, TaskKind
from tests.support.comments import rose_and_a_meeting
from tests.support.phones import Town


async def open_tasks(town: Town) -> list[TaskKind]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Task.kind).where(Task.closed_at.is_(None))))


SAID = [
    ("fr", "jai pu de minutes appelez moi pas"),
    ("fr", "appelez moi pas svp textez moi"),
    ("fr", "rappelez-moi pas"),
    ("en", "dont call me text me instead"),
    ("es", "no me llamen por favor, no tengo minutos"),
    ("ht", "pa rele m tanpri"),
]


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize(("language", "words"), SAID)
async def test_no_call_is_booked_and_a_person_is_told(town: Town, language: str, words: str, asked: bool) -> None:
    phone, _ = await rose_and_a_meeting(town, language=language)
    if asked:
        await phone.text("APPEL")
    await phone.text(words)
    await town.settle()
    assert await open_tasks(town) == [TaskKind.QUESTION], [said.text for said in phone.all]


@pytest.mark.parametrize("words", ["appelez moi pas avant 4h", "appelez moi plus tard", "appelez-moi"])
async def test_a_moment_that_does_not_suit_is_a_call(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await town.settle()
    assert await open_tasks(town) == [TaskKind.CALL], [said.text for said in phone.all]


@pytest.mark.parametrize("words", ["quand jvas etre payée", "mèsi", "ki lè m ap jwenn kòb la"])
async def test_what_is_no_moment_is_not_noted_as_the_best_one(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("APPEL")
    await phone.forget()
    await phone.text(words)
    await town.settle()
    assert not any(said.text.startswith(f"C'est noté: {words}") for said in phone.all), phone.all[-1].text
