"""A dialogue is replayed from the top at each answer: what it keeps, what it asks again, how it waits its turn."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from db.conversations import Dialogue, DialogueState, Task
from db.organisations import Roundtable
from db.session import Database
from handlers.dialogue import Talk, dialogue
from handlers.topics import Topic
from handlers.turn import Heard, Reply, Start, Turn
from messages import Option, Outgoing, text
from messages.keywords import Keyword
from messages.reading import Step
from tests.support.small import Chat

# Real messages of the catalogue stand in for prompts: which words they hold does not matter here.
WHERE = text("meetings-ask-place")
HOW_MANY = text("meetings-ask-when")
SURE = text("meetings-nothing-changed")
DONE = text("comments-kept-as-is")
RATE = [5000]


@dialogue("trip")
async def trip(talk: Talk) -> Reply:
    names = list(await talk.session.scalars(select(Roundtable.name).order_by(Roundtable.name)))
    options = [Option(name, name) for name in names]
    await talk.choose("table", text("meetings-ask-roundtable"), options)
    await talk.number("km", HOW_MANY, least=1, most=500)
    if not await talk.confirm("sure", SURE, shown=RATE[0]):
        return text("comments-offer-declined")
    return DONE


@dialogue("note", steps={"words": Step.COLLECTING})
async def note(talk: Talk) -> Reply:
    pieces = await talk.collect("words", WHERE, text("comments-first"), text("comments-more"))
    return Outgoing(" / ".join(piece["text"] for piece in pieces))


async def start_trip(turn: Turn, heard: Heard) -> Reply:
    return Start("trip")


async def start_note(turn: Turn, heard: Heard) -> Reply:
    return Start("note", first_words=heard.payload)


async def answer_only(turn: Turn, heard: Heard) -> Reply:
    return Outgoing("les tarifs")


TOPIC = Topic(
    "test",
    keywords={
        Keyword.RECLAMER: start_trip,
        Keyword.COMMENTAIRE: start_note,
        Keyword.TARIFS: answer_only,
        Keyword.AIDE: answer_only,
    },
    dialogues=(trip, note),
)


@pytest.fixture
async def chat(sqlite_url: str) -> Any:
    database = Database(sqlite_url)
    opened = await Chat.open(database, TOPIC)
    async with database.write() as session:
        session.add_all([Roundtable(organisation_id=1, name="COCO"), Roundtable(organisation_id=1, name="Vision")])
    RATE[0] = 5000
    yield opened
    await database.close()


async def state(chat: Chat, name: str) -> Dialogue:
    async with chat.database.read() as session:
        row = await session.scalar(select(Dialogue).where(Dialogue.name == name).order_by(Dialogue.id.desc()))
        assert row is not None
        return row


async def test_each_answer_brings_the_next_question_and_the_last_ends_it(chat: Chat) -> None:
    assert "1 COCO\n2 Vision" in (await chat.say("RECLAMER"))[0]
    assert len(await chat.say("2")) == 1
    assert "1 oui" in (await chat.say("34 km"))[0]
    await chat.say("oui")
    row = await state(chat, "trip")
    assert (row.state, row.answers["table"], row.answers["km"]) == (DialogueState.DONE, "Vision", 34)


async def test_what_is_kept_is_the_answer_and_not_its_place_in_the_list(chat: Chat) -> None:
    await chat.say("RECLAMER")
    await chat.say("2")
    async with chat.database.write() as session:  # the list changes under the dialogue
        session.add(Roundtable(organisation_id=1, name="Assemblée"))
    await chat.say("34")
    await chat.say("oui")
    assert (await state(chat, "trip")).answers["table"] == "Vision"


async def test_a_confirmation_asks_again_when_what_it_showed_has_changed(chat: Chat) -> None:
    await chat.say("RECLAMER")
    await chat.say("1")
    await chat.say("34")
    RATE[0] = 6000
    assert any("1 oui" in words for words in await chat.say("oui"))
    assert (await state(chat, "trip")).state is DialogueState.ACTIVE
    await chat.say("oui")
    assert (await state(chat, "trip")).state is DialogueState.DONE


async def test_a_keyword_that_only_answers_brings_the_question_back(chat: Chat) -> None:
    await chat.say("RECLAMER")
    answered, again = await chat.say("TARIFS")
    assert answered == "les tarifs"
    assert "1 COCO" in again


async def test_another_dialogue_parks_this_one_which_comes_back_at_its_end(chat: Chat) -> None:
    await chat.say("RECLAMER")
    await chat.say("COMMENTAIRE la salle est froide")
    assert (await state(chat, "trip")).state is DialogueState.PARKED
    said, again = await chat.say("1")
    assert said == "la salle est froide"
    assert "1 COCO" in again
    assert (await state(chat, "trip")).state is DialogueState.ACTIVE


async def test_corrige_drops_the_last_answer_and_asks_its_question_again(chat: Chat) -> None:
    await chat.say("RECLAMER")
    await chat.say("2")
    assert "1 COCO" in (await chat.say("CORRIGE"))[0]
    assert (await state(chat, "trip")).answers == {}


async def test_an_unclear_answer_is_asked_once_more_then_handed_to_a_human(chat: Chat) -> None:
    await chat.say("RECLAMER")
    await chat.say("1")
    first = await chat.say("bof je sais pas trop")
    assert len(first) == 1, "what was not clear and the question, in one text"
    await chat.say("vraiment aucune idee la")
    async with chat.database.read() as session:
        kinds = list(await session.scalars(select(Task.kind)))
    assert kinds == ["unclear_answer"]


async def test_while_words_are_collected_a_keyword_inside_a_sentence_stays_words(chat: Chat) -> None:
    await chat.say("COMMENTAIRE")
    await chat.say("le transport est toujours en retard")
    await chat.say("pis la garde coute cher")
    assert (await chat.say("c'est tout"))[0] == "le transport est toujours en retard / pis la garde coute cher"


async def test_only_a_whole_word_leaves_the_collection(chat: Chat) -> None:
    await chat.say("COMMENTAIRE")
    await chat.say("il fait froid")
    assert "les tarifs" in await chat.say("AIDE")
    assert (await state(chat, "note")).state is DialogueState.ACTIVE


async def test_every_dialogue_replays_to_the_same_question_after_the_database_changed(chat: Chat) -> None:
    prompts = [(await chat.say(words))[-1] for words in ("RECLAMER", "1", "34")]
    async with chat.database.write() as session:
        session.add(Roundtable(organisation_id=1, name="Zone"))
    again = (await chat.say("TARIFS"))[-1]
    assert again == prompts[-1]
    assert (await state(chat, "trip")).answers == {"table": "COCO", "km": 34}
