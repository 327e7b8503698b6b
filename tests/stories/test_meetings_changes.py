"""A meeting moved, changed, cancelled: who learns what, and what becomes of reminders, answers and old buttons."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, update

from db.contacts import Contact, Reach
from db.deliveries import Broadcast, BroadcastState, Delivery, Status
from db.meetings.questions import attendance_made
from db.meetings.tables import Answer, Meeting, MeetingState
from handlers.acting import Acting, actor_of
from handlers.meetings.acts import changing
from handlers.meetings.spec import MeetingSpec
from messages import Kind
from tests.support.acts import confirmed
from tests.support.meetings import announced, answers, arrive, meeting_row, planned, reminders, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


async def test_moving_tells_what_changed_asks_again_and_rebuilds_the_reminders(town: Town) -> None:
    maude, rose, luc = await coordinator(town), town.sms(), town.telegram()
    await seated(town, rose, "Rose")
    await seated(town, luc, "Luc", language="en")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    for phone in (rose, luc):
        await phone.forget()
    await rose.text("OUI")
    await rose.expect("vous venez")
    await maude.tell("/deplacer 1 jeudi 12 février 18h à 20h")
    await maude.expect("no 1 deplacee au jeudi 12 fevrier, 18 h", "Personnes prevenues : 2")
    await town.tick()
    said = await rose.expect(
        "Changement", "jeudi 12 fev.", "18h a 20h", "avant, c'etait le mardi 10 fev.", "Venez-vous?"
    )
    assert said.segments <= 2
    await luc.expect("Thursday, February 12", "before, it was on Tuesday, February 10", "Are you coming?")
    assert await answers(town, 1) == {}
    assert await reminders(town, 1) == [
        (1, 7, "sent"),
        (1, 3, "cancelled"),
        (1, 1, "cancelled"),
        (2, 7, "planned"),
        (2, 3, "planned"),
        (2, 1, "planned"),
    ]
    await rose.text("OUI")
    await rose.expect("vous venez jeudi 12 fev. 18h")
    await arrive(town, 2, 10, 9)
    await rose.expect_nothing()
    await arrive(town, 2, 11, 11)
    await rose.expect("Rappel: jeudi 12 fev. 18h a 20h")
    row = await meeting_row(town, 1)
    assert row.starts_at == town.local(2026, 2, 12, 18)


async def test_who_wants_no_reminder_still_learns_that_it_moved(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await rose.text("ARRET RAPPELS")
    await rose.forget()
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.expect_nothing()
    await maude.tell("/deplacer 1 jeudi 12 février 18h à 20h")
    await maude.expect_any("Personnes prevenues : 1")
    await town.tick()
    said = await rose.expect("Changement", "jeudi 12 fev.", "avant, c'etait le mardi 10 fev.")
    assert "Venez-vous" not in said.text
    await arrive(town, 2, 11, 11)
    await rose.expect_nothing()


async def test_an_old_button_says_that_it_moved_and_asks_again(town: Town) -> None:
    maude, luc = await coordinator(town), town.telegram()
    await seated(town, luc, "Luc")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    old = (await luc.expect("Venez-vous?")).buttons[0][1]
    await maude.tell("/deplacer 1 jeudi 12 février 18h à 20h")
    await town.tick()
    await luc.expect("Changement")
    await town.receive(luc, Kind.BUTTON, button=old)
    await luc.expect("a change : c'est maintenant le jeudi 12 fevrier, de 18 h a 20 h", "Venez-vous?")
    assert await answers(town, 1) == {}
    await luc.press("oui, je viens")
    await luc.expect("jeudi 12 fevrier", "ABSENT")
    assert await answers(town, 1) == {"Luc": "coming"}


async def test_a_word_that_answers_the_day_before_the_move_is_asked_again(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.expect("Venez-vous?")
    async with town.database.write() as session:
        (await session.get_one(Meeting, 1)).version += 1  # moved; the message that says so has not left yet
    await rose.text("OUI")
    await rose.expect("COCO a change", "Venez-vous?", "1 oui")
    await rose.text("1")
    await rose.expect("vous venez")
    assert await answers(town, 1) == {"Rose": "coming"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("\nlieu: école du Pont", "ce n'est plus ici: CLSC"),
        ("\ntelephone: 819 555-0133", "le numero de telephone est nouveau"),
        (" 13h30 à 16h", "avant, c'etait de 13h30 a 15h30"),
    ],
)
async def test_another_place_or_end_is_told_and_the_answers_hold(town: Town, change: str, said: str) -> None:
    maude, rose, luc = await coordinator(town), town.sms(), town.sms("+18195550102")
    await seated(town, rose, "Rose")
    await seated(town, luc, "Luc")
    await announced(town, maude, more="telephone: 819 555-0120")
    await arrive(town, 2, 3, 11)
    for phone in (rose, luc):
        await phone.expect("Venez-vous?")
    await rose.text("OUI")
    await rose.expect("vous venez")
    await maude.tell(f"/deplacer 1{change}")
    await maude.expect_any("Personnes prevenues : 2")
    await town.tick()
    told = await rose.expect("Changement", said, "Votre reponse reste notee")
    assert "Venez-vous" not in told.text
    assert told.segments <= 2
    await luc.expect("Changement", said, "Venez-vous?")
    await luc.text("1")
    await luc.expect("vous venez")
    assert await answers(town, 1) == {"Rose": "coming", "Luc": "coming"}
    assert [state for _v, _d, state in await reminders(town, 1)] == ["sent", "planned", "planned"]
    await arrive(town, 2, 9, 11)
    practical = await rose.expect("Rappel")
    for new in ("école du Pont", "819 555-0133", "16h"):
        if new in change:
            assert new in practical.text


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("1 2026-01-20 13h30 à 15h30", ("c'est passe", "20 janvier 2027")),
        ("1 vendredi 10 février 13h30 à 15h30", ("le mardi 10 fevrier ou le vendredi 13 fevrier",)),
        ("1 mardi 12 13h30 à 15h30", ("le jeudi 12 fevrier",)),
        ("1 jeudi 12 février 18h à 17h", ("La fin (17 h)", "Exemple")),
        ("1 mardi 10 février 13h30 à 15h30", ("Rien ne change", "/deplacer 1")),
        ("1 bientôt", ("bientot", "Exemple")),
        ("9 jeudi 12 février", ("pas de rencontre no 9", "/rencontres")),
        ("", ("/deplacer 12",)),
    ],
)
async def test_a_move_that_cannot_be_says_why_and_changes_nothing(town: Town, words: str, why: tuple[str, ...]) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    before = (await meeting_row(town, 1)).starts_at
    await maude.tell(f"/deplacer {words}")
    await maude.expect(*why)
    await town.tick()
    await rose.expect_nothing()
    row = await meeting_row(town, 1)
    assert (row.starts_at, row.version) == (before, 1)


async def test_moving_only_the_start_keeps_the_length(town: Town) -> None:
    maude = await coordinator(town)
    await announced(town, maude)
    await maude.tell("/deplacer 1 jeudi 12 février 18h")
    await maude.expect("deplacee au jeudi 12 fevrier, 18 h")
    row = await meeting_row(town, 1)
    assert (row.starts_at, row.ends_at) == (town.local(2026, 2, 12, 18), town.local(2026, 2, 12, 20))


async def test_moved_across_the_night_of_the_clock_the_local_hour_holds(town: Town) -> None:
    town.now = town.local(2026, 10, 20)
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude, when="samedi 31 octobre 13h30 à 15h30")
    await maude.tell("/deplacer 1 dimanche 1er novembre 13h30 à 15h30")
    await maude.expect("deplacee", "13 h 30")
    row = await meeting_row(town, 1)
    assert (row.starts_at, row.local_start.hour) == (town.local(2026, 11, 1, 13, 30), 13)
    assert row.starts_at.hour == 18


async def test_cancelling_tells_everyone_why_and_nothing_more_leaves(town: Town) -> None:
    maude, rose, luc = await coordinator(town), town.sms(), town.telegram()
    await seated(town, rose, "Rose")
    await seated(town, luc, "Luc", language="en")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    old = (await luc.expect("Are you coming?")).buttons[0][1]
    await rose.forget()
    await rose.text("NON")
    await rose.forget()
    await maude.tell("/annuler-rencontre 1")
    await maude.expect("Dites pourquoi", "/annuler-rencontre 1 tempete de neige")
    await maude.tell("/annuler-rencontre 1 tempête de neige")
    await maude.expect("no 1 annulee", "Personnes prevenues : 2")
    await town.tick()
    said = await rose.expect("Annule", "mardi 10 fev.", "13h30", "tempete de neige")
    assert said.segments <= 2
    await luc.expect("is off", "tempete de neige")
    await town.receive(luc, Kind.BUTTON, button=old)
    await luc.expect("is off", "Nothing to do")
    await arrive(town, 2, 12)
    await rose.expect_nothing()
    await luc.expect_nothing()
    assert await reminders(town, 1) == [(1, 7, "sent"), (1, 3, "cancelled"), (1, 1, "cancelled")]
    for words in ("/deplacer 1 jeudi 12 mars 18h à 20h", "/annuler-rencontre 1 encore"):
        await maude.text(words)
        await maude.expect_any("passee ou annulee")
    await maude.text("/rencontre-annoncer 1")
    await maude.press("envoyer")
    await maude.expect_any("deja annoncee, ou elle n'a plus lieu")


async def test_a_draft_is_changed_and_cancelled_without_a_word_to_anyone(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await planned(town, maude)
    await maude.press("ne pas envoyer")
    await maude.expect("rien n'est envoye")
    await maude.tell("/deplacer 1 jeudi 12 février 18h à 20h")
    await maude.expect("Personnes prevenues : 0")
    await maude.tell("/annuler-rencontre 1 erreur")
    await maude.expect("Personnes prevenues : 0")
    await arrive(town, 2, 13)
    await rose.expect_nothing()


async def test_a_meeting_called_off_by_mistake_comes_back_with_its_answers_and_its_reminders(town: Town) -> None:
    maude, rose, luc = await coordinator(town), town.sms(), town.telegram()
    await seated(town, rose, "Rose")
    await seated(town, luc, "Luc", language="en")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.forget()
    await rose.text("OUI")
    await maude.tell("/annuler-rencontre 1 erreur de ma part")
    await maude.expect("no 1 annulee", "/remettre-rencontre 1")
    await town.tick()
    await rose.forget()
    await luc.forget()
    await maude.text("/remettre-rencontre 1")
    await maude.expect_any("Pas annule: COCO a bien lieu", "Votre reponse reste notee")
    assert (await meeting_row(town, 1)).state is MeetingState.CANCELLED, "shown first"
    await maude.press("envoyer")
    await maude.expect_any("no 1 du", "remise. Personnes prevenues : 2")
    await town.tick()
    said = await rose.expect("Pas annule: COCO a bien lieu", "mardi 10 fev. 13h30", "Votre reponse reste notee")
    assert said.segments <= 2
    await luc.expect("does take place", "Are you coming?")
    await luc.press("yes")
    await luc.expect("Noted, see you on Tuesday")
    assert await answers(town, 1) == {"Rose": "coming", "Luc": "coming"}
    assert await reminders(town, 1) == [(1, 7, "sent"), (1, 3, "planned"), (1, 1, "planned")]
    await arrive(town, 2, 9, 11)
    await rose.expect("Rappel: mardi 10 fev.")
    await maude.text("/remettre-rencontre 1")
    await maude.expect_any("n'est pas annulee")


async def test_brought_back_before_the_bad_news_left_it_does_not_leave(town: Town) -> None:
    """In the quiet hours, or with the outbox behind: what is no longer true is stopped."""
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.forget()
    await maude.tell("/annuler-rencontre 1 erreur")
    async with town.database.write() as session:
        await session.execute(
            update(Delivery).where(Delivery.kind == "notice").values(status=Status.QUEUED, sent_at=None)
        )
        await session.execute(
            update(Broadcast).where(Broadcast.purpose == "cancelled").values(state=BroadcastState.SENDING)
        )
    await maude.tell("/remettre-rencontre 1")
    async with town.database.read() as session:
        cancelled = select(Broadcast.state).where(Broadcast.purpose == "cancelled")
        assert await session.scalar(cancelled) is BroadcastState.CANCELLED


async def test_a_meeting_that_is_past_or_a_draft_comes_back_without_a_word(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await planned(town, maude)
    await maude.press("ne pas envoyer")
    await maude.tell("/annuler-rencontre 1 erreur")
    await maude.tell("/remettre-rencontre 1")
    await maude.expect_any("remise. Personnes prevenues : 0")
    assert (await meeting_row(town, 1)).state is MeetingState.DRAFT
    await maude.tell("/rencontre-annoncer 1")
    await maude.tell("/annuler-rencontre 1 erreur")
    await arrive(town, 2, 12)
    await rose.forget()
    await maude.forget()
    await maude.tell("/remettre-rencontre 1")
    await maude.expect_any("remise. Personnes prevenues : 0")
    await arrive(town, 2, 12, 15)
    assert all("a bien lieu" not in said.text for said in rose.all)
    assert (await meeting_row(town, 1)).state is MeetingState.HELD
    await maude.tell("/presence 1 Rose")
    await maude.expect_any("presence notee")


async def test_an_answer_after_it_began_says_what_may_still_be_done(town: Town) -> None:
    maude, luc = await coordinator(town), town.telegram()
    await seated(town, luc, "Luc")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    old = (await luc.expect("Venez-vous?")).buttons[0][1]
    await arrive(town, 2, 10, 14)
    await luc.forget()
    await town.receive(luc, Kind.BUTTON, button=old)
    await luc.expect("est passee", "COMMENTAIRE", "RECLAMER")
    assert await answers(town, 1) == {}


async def test_what_waits_in_the_outbox_of_the_old_day_does_not_leave(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    town.now = town.local(2026, 2, 3, 11)
    await town.scheduler.tick()  # the request is in the outbox, and has not left
    async with town.database.write() as session:
        person = await maude.person()
        assert person is not None
        actor = await actor_of(session, person, "telegram")
        spec = MeetingSpec("", place="école du Pont")
        await confirmed(Acting(session, town.installation, actor, town.now), changing.move_meeting, 1, spec)
        rows = list(await session.scalars(select(Delivery).where(Delivery.kind == "reminder").order_by(Delivery.id)))
        assert [(row.status, row.reason) for row in rows] == [(Status.CANCELLED, "moved"), (Status.QUEUED, "")]
    said = await rose.expect("ecole du Pont", "On choisit l'heure du camp", "Venez-vous")
    assert "Changement" not in said.text, "nothing was heard before"


async def moved(town: Town, maude: Phone, spec: MeetingSpec) -> None:
    """The meeting changed by the coordinator, while nothing leaves the outbox."""
    async with town.database.write() as session:
        person = await maude.person()
        assert person is not None
        actor = await actor_of(session, person, "telegram")
        await confirmed(Acting(session, town.installation, actor, town.now), changing.move_meeting, 1, spec)


async def test_news_of_a_change_that_still_waits_is_replaced_by_the_next(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.text("OUI")
    await rose.forget()
    await moved(town, maude, MeetingSpec("", place="école du Pont"))
    async with town.database.write() as session:
        person = await maude.person()
        assert person is not None
        acting = Acting(session, town.installation, await actor_of(session, person, "telegram"), town.now)
        await confirmed(acting, changing.cancel_meeting, 1, "tempête")
    await rose.expect("Annule", "tempete")
    await rose.expect_nothing()


async def test_an_answer_alone_is_enough_to_know_of_a_meeting_moved_twice(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    async with town.database.write() as session:
        person = await rose.person()
        assert person is not None
        row = await attendance_made(session, 1, person.id)
        row.answer, row.answer_version, row.answered_at = Answer.COMING, 1, town.now
    await moved(town, maude, MeetingSpec("", day=dt.date(2026, 2, 17)))
    await moved(town, maude, MeetingSpec("", day=dt.date(2026, 2, 18)))
    await rose.expect("Changement", "mercredi 18 fev.")
    await rose.expect_nothing()


async def test_an_invitation_made_by_mistake_is_taken_back_and_may_be_put_back(town: Town) -> None:
    """Jeanne read the reminder: she is told, asked nothing more, counted nowhere; Rose knows nothing of it."""
    maude, rose, jeanne = await coordinator(town), town.sms(), town.sms("+18195550107")
    await seated(town, rose, "Rose")
    await seated(town, jeanne, "Jeanne")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await jeanne.text("oui")
    for phone in (maude, rose, jeanne):
        await phone.forget()
    await maude.text("/invitation 1 Jeanne")
    await maude.expect("l'invitation de Jeanne est retiree", "/invitation 1 Jeanne remettre")
    await jeanne.expect("on vous a ecrit par erreur")
    await maude.text("/rencontre 1")
    said = await maude.expect("Invitation retiree : Jeanne", "Sans reponse (1) : Rose")
    assert "Viennent" not in said.text
    await jeanne.text("1")
    await arrive(town, 2, 9, 11)
    assert not any("Rencontre" in one.text for one in jeanne.unread)
    await rose.expect("Venez-vous?")
    await maude.forget()
    await maude.text("/invitation 1 Jeanne")
    await maude.expect("c'est deja ainsi pour Jeanne")
    await maude.text("/invitation 1 Jeanne remettre")
    await maude.expect("Jeanne est invitee de nouveau")
    await maude.text("/rencontre 1")
    await maude.expect("Viennent (1) : Jeanne")
    await arrive(town, 2, 10, 16)
    await maude.forget()
    await maude.text("/invitation 1 Jeanne")
    await maude.expect("est retiree")
    await maude.text("/presence 1")
    assert "Jeanne" not in (await maude.expect("Qui etait la?")).text


async def test_whom_nobody_can_ask_is_not_counted_as_silent(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await seated(town, town.sms("+18195550107"), "Ana Roy")
    async with town.database.write() as session:
        gone = update(Contact).where(Contact.address == "+18195550107").values(reach=Reach.INVALID)
        await session.execute(gone)
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await maude.forget()
    await maude.text("/rencontre 1")
    await maude.expect("Sans reponse (1) : Rose", "A qui on ne peut pas ecrire (1) : Ana Roy")
