"""Who has nameless words waiting is not told apart by what comes after: words for a coordinator alone, a wish about
their name, a code that is texted, a log, a table of digests.
"""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from db.conversations import Dialogue, IncomingMessage, Question
from db.deliveries import Delivery
from tests.stories.test_nameless_kept import START, Table, chat, on_a_shared_phone, table, town, unnamed
from tests.support.comments import comments_of

__all__ = ["START", "chat", "table", "town"]
OTHER = "il faudrait un taxi collectif le soir pour les gens du rang 4"


async def hers(table: Table) -> list[str]:
    """What hangs on her address: her messages, ours, what was asked, what she is in the middle of."""
    contact = await table.contact()
    async with table.town.database.read() as session:
        heard = await session.scalars(select(IncomingMessage.text).where(IncomingMessage.contact_id == contact.id))
        told = await session.execute(
            select(Delivery.body, Delivery.segments)
            .where(Delivery.contact_id == contact.id, Delivery.queued_at > START)
            .order_by(Delivery.id)
        )
        asked = await session.scalars(select(Question.key).where(Question.contact_id == contact.id, Question.key != ""))
        talks = await session.scalars(select(Dialogue.name).where(Dialogue.contact_id == contact.id))
        return [*heard, *(f"{body} {segments}" for body, segments in told), *asked, *talks]


@pytest.mark.parametrize("then", ["5", "cest juste pour maude ca"])
@pytest.mark.parametrize("without_a_name", [True, False])
async def test_words_for_the_coordinator_alone_leave_nothing_of_how_they_were_read_back(
    table: Table, then: str, without_a_name: bool
) -> None:
    if without_a_name:
        await unnamed(table)
    await table.town.move(minutes=5)
    await table.rose.text(OTHER)
    read_back = await table.rose.expect_any("Denis peut lire ceci", "5 pour Maude")
    assert ("sans votre nom" in read_back.text) == without_a_name
    await table.rose.text(then)
    await table.rose.expect_any("Maude")
    await table.town.tick()
    await table.town.tick()
    left = await hers(table)
    assert any(OTHER in one for one in left)  # Maude reads them
    assert not [one for one in left if "votre nom" in one or "read_back" in one or "Denis peut lire" in one]
    assert not [one for one in left if one == "comment"]


@pytest.mark.parametrize("written", ["RETIRER {code}", "retirer le {code}"])
async def test_the_code_is_understood_as_we_write_it_and_does_not_stay(table: Table, written: str) -> None:
    code = await on_a_shared_phone(table)
    await table.town.move(hours=2)
    for wrong in (str(int(code) ^ 1), code):
        await table.rose.text(written.format(code=wrong))
        await table.town.tick()
        await table.town.tick()
        async with table.town.database.read() as session:
            assert not [one for one in await session.scalars(select(IncomingMessage.text)) if wrong in (one or "")]
    await table.rose.expect_any("Enlever votre commentaire sans nom?")
    await table.rose.text("oui")
    assert [one.state.value for one in await comments_of(table.town)] == ["withdrawn"]


async def test_what_keeps_a_message_from_being_heard_again_says_neither_day_nor_order(table: Table) -> None:
    await unnamed(table)
    async with table.town.database.read() as session:
        rows = (await session.execute(text("SELECT * FROM forgotten_messages"))).mappings().all()
        assert rows
        assert {tuple(row) for row in rows} == {("digest",)}
        if table.town.database.sqlite:  # PostgreSQL's are written again in the order of their digests (db/levelling.py)
            digests = [row["digest"] for row in rows]
            assert digests == sorted(digests)


async def read_back(table: Table) -> str:
    """How words that nobody asked for are read back."""
    await table.town.move(minutes=5)
    await table.rose.text(OTHER)
    said = (await table.rose.expect_any("Denis peut lire ceci")).text
    await table.rose.text("4")
    return said


async def test_a_name_given_holds_until_the_next_wish_for_none_and_stays_nowhere(table: Table) -> None:
    await unnamed(table)
    await table.rose.text("vous pouvez mettre mon nom")
    await table.rose.expect_any("avec votre nom")
    await table.town.tick()
    await table.town.tick()
    assert not [one for one in await hers(table) if "mon nom" in one or "votre nom" in one]
    assert "avec votre nom (Rose)" in await read_back(table)
    await table.town.move(minutes=5)
    await unnamed(table, "le camion du midi passe toujours trop tard pour nous autres")
    assert "sans votre nom" in await read_back(table)


async def test_a_consent_waits_for_the_end_of_a_talk_on_the_phone_of_another(table: Table) -> None:
    rose, number = table.rose, table.rose.address.removeprefix("+1")
    await rose.text("COMMENTAIRE")
    await rose.expect_any("Ecrivez")
    await table.maude.text(f"/personne Jo; {number}; rôle: expert")
    await table.town.tick()
    for words in (OTHER, "1", "sans mon nom", "1"):
        await rose.forget()
        await rose.text(words)
        said = " ".join(one.text for one in rose.all)
        assert "Bienvenue" not in said
        assert "On peut vous ecrire" not in said or words == "1"
    [comment] = await comments_of(table.town)
    assert (comment.words, comment.with_name) == (OTHER, False)
    await table.town.tick()
    await rose.expect_any("Bonjour Jo", "1 oui")
    await rose.text("1")
    await rose.expect_any("Bienvenue Jo")
