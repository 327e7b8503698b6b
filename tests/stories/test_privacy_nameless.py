"""A person's file passes by a coordinator's hands: nothing in it says that they wrote without their name."""

from __future__ import annotations

import json

import pytest

from db.people import Person
from db.privacy.file import everything_about
from tests.stories.test_comments_nameless import (
    SECRET,
    Talking,
    by_a_choice,
    by_a_keyword,
    in_their_own_words,
    rose_and_others,
    town,
)
from tests.support.comments import the_comment
from tests.support.phones import Phone, Town, folded

__all__ = ["town"]  # the fixture


async def file_of(town: Town, phone: Phone) -> str:
    person = await phone.person()
    assert person is not None
    async with town.database.read() as session:
        found = await everything_about(session, await session.get_one(Person, person.id))
    return folded(json.dumps(found, default=str, ensure_ascii=False))


@pytest.mark.parametrize("say", [by_a_choice, by_a_keyword, in_their_own_words])
async def test_the_file_of_who_wrote_without_a_name_says_nothing_of_it(town: Town, say: Talking) -> None:
    maude, phone, meeting = await rose_and_others(town)
    await say(phone)
    comment = await the_comment(town)
    assert comment.person_id is None
    await maude.tell(f"/porter {meeting.id}")
    await town.move(days=1)
    said = await file_of(town, phone)
    for words in (SECRET, "sans votre nom", "sans mon nom", str(comment.number), "c'est exact", "porte a la table"):
        assert folded(words) not in said, words


async def test_what_is_being_said_and_may_become_nameless_is_not_in_the_file(town: Town) -> None:
    _maude, phone, _meeting = await rose_and_others(town)
    await phone.text(f"COMMENTAIRE {SECRET}")
    await phone.expect_any("")
    assert SECRET not in await file_of(town, phone)
