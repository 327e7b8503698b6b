"""Who asked to be called, never texted: no request, no news, no question; a card says what to tell them."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot.outbox.gate import Gate, Never
from bot.settings import Settings
from db.conversations import Task
from db.outbox.due import rows_of
from db.people import Person
from handlers.acting import unattended
from handlers.sending import NOTICE, tell
from messages import text
from tests.support.meetings import announced, arrive
from tests.support.people import announce, coordinator
from tests.support.phones import ENV, Phone, Town

PAPER = "consentement: papier 2026-01-12"
ROSE = "+18195550101"


async def rose(town: Town, way: str) -> tuple[Phone, Phone]:
    """Maude's account and Rose's phone, which was written to before she asked for another way."""
    maude = await coordinator(town)
    await maude.text(f"/personne Rose Roy; 819 555-0101; membre; table COCO; {PAPER}")
    await town.settle()
    if "Nouvelle" in maude.all[-1].text or maude.all[-1].buttons:
        await maude.press(maude.all[-1].buttons[0][0])
    await town.sms(ROSE).forget()
    await maude.forget()
    await maude.text(f"/personne 2; {way}")
    await maude.expect("Fiche changee")
    return maude, town.sms(ROSE)


@pytest.mark.parametrize("way", ["canal: téléphone", "canal: à appeler", "à appeler", "canal: appel", "canal: call"])
async def test_news_are_not_texted_and_the_check_page_says_why_by_name(town: Town, way: str) -> None:
    maude, phone = await rose(town, way)
    await maude.text("/personne 2")
    await maude.expect("Rose Roy", "819 555-0101", "a appeler seulement")
    assert "rose roy : a appeler, jamais de texto" in await announce(maude)
    await phone.expect_nothing()
    await maude.forget()
    await maude.text("/appels")
    await maude.expect("Rose Roy", "819 555-0101", "a lui dire", "Le local ouvre lundi")


async def test_a_new_person_to_be_called_is_not_asked_by_text(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/personne Bob Cyr; 819 555-0102; membre; téléphone")
    await maude.expect("C'est ajoute")
    await town.tick()
    await town.sms("+18195550102").expect_nothing()
    await maude.text("/personne 2")
    await maude.expect("Bob Cyr", "a appeler seulement", "819 555-0102")


async def test_who_chose_post_is_not_asked_for_a_yes_at_a_new_number(town: Town) -> None:
    maude, _phone = await rose(town, "canal: poste")
    await maude.tell("/personne 2; téléphone: 819 555-0103")
    await maude.forget()
    await town.tick()
    await town.sms("+18195550103").expect_nothing()


async def test_news_of_ones_own_are_said_on_a_card_and_words_to_her_are_refused(town: Town) -> None:
    maude, phone = await rose(town, "canal: téléphone")
    await maude.text("/ecrire 2 Bonjour Rose")
    await maude.expect("veut qu'on l'appelle", "/personne 2")
    async with town.database.write() as session:
        acting, person = unattended(session, town.installation, town.now), await session.get_one(Person, 2)
        assert await tell(acting, person, text("people-small-talk"), options=NOTICE) is None
    await town.tick()
    await phone.expect_nothing()
    async with town.database.read() as session:
        assert [note.startswith("à lui dire") for note in await session.scalars(select(Task.note))] == [True]


async def test_what_was_queued_before_she_asked_does_not_leave(town: Town) -> None:
    await rose(town, "canal: texto")
    async with town.database.write() as session:
        acting = unattended(session, town.installation, town.now)
        queued = await tell(acting, await session.get_one(Person, 2), text("people-small-talk"), options=NOTICE)
        assert queued is not None
        await session.execute(update(Person).where(Person.id == 2).values(channel="call"))
    async with town.database.read() as session:
        (row,) = await rows_of(session, [queued.id])
    verdict = Gate(town.now, Settings.load(ENV)).verdict(row)
    assert isinstance(verdict, Never)
    assert verdict.why == "call"


async def test_she_is_answered_where_she_writes_and_comes_back_by_a_word(town: Town) -> None:
    _maude, phone = await rose(town, "canal: téléphone")
    await phone.text("AIDE")
    await phone.expect("Maude")
    await phone.text("REPRENDRE")
    await phone.forget()
    async with town.database.read() as session:
        assert (await session.get_one(Person, 2)).channel == ""


async def test_the_card_of_a_meeting_says_its_new_day_once_it_moved(town: Town) -> None:
    """One call for one meeting, with the last that is true of it, even beside another call that waits."""
    maude, phone = await rose(town, "canal: téléphone")
    await phone.text("jaimerais que maude m'appelle pour autre chose")
    await maude.forget()
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    (card,) = await cards_of_meetings(town)
    assert "mardi 10" in card
    await maude.tell("/deplacer 1 mardi 24 février 13h30 à 15h30\nreponse: 15 mars")
    (card,) = await cards_of_meetings(town)
    assert "mardi 24" in card
    await arrive(town, 2, 17, 11)
    (card,) = await cards_of_meetings(town)
    assert "mardi 24" in card
    await maude.tell("/annuler-rencontre 1 la salle est inondée")
    (card,) = await cards_of_meetings(town)
    assert "annul" in card
    assert not any("COCO" in said.text for said in phone.all)


async def cards_of_meetings(town: Town) -> list[str]:
    async with town.database.read() as session:
        said = select(Task.note).where(Task.closed_at.is_(None), Task.note.contains("COCO"))
        return list(await session.scalars(said))
