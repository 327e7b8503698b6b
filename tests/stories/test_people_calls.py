"""What a human must hear: calls, questions, cries, voice notes, words nobody understood; and the menu."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from db.contacts import Contact, Reach
from db.conversations import HandledAs, IncomingMessage, StoredFile, Task, TaskKind
from db.deliveries import Delivery, Priority, Status
from db.people import Person, Role
from db.tasks import add_task
from messages import Kind, Media
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town


async def open_kinds(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Task.kind).where(Task.closed_at.is_(None)).order_by(Task.id)))


async def test_a_call_is_asked_with_its_best_hour_and_settled_in_one_letter(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("PARLER")
    await phone.expect("Maude vous appelle", "819 555-0142", "1 le matin", "2 l'apres-midi", "3 le soir")
    await phone.text("2")
    await phone.expect("C'est note: l'apres-midi")
    await town.tick()
    await maude.expect("A voir", "appel demande (1)")
    await maude.text("/appels")
    await maude.expect("Rose, 819 555-0101", "appel demande", "l'apres-midi")
    await maude.press("message laisse")
    await maude.expect("message laisse")
    await maude.text("/appels")
    await maude.expect("Rose", "message laisse")
    await maude.press("parle")
    await maude.expect("Rose : parle")
    await maude.text("/appels")
    await maude.expect("Personne n'attend")
    person = await phone.person()
    assert person is not None
    assert person.best_hour == "afternoon"


async def test_a_card_closed_by_mistake_says_what_became_of_it_and_comes_back(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    person = await settle_in(town, rose, "Rose")
    async with town.database.write() as session:  # a person with numbers to call, none to text
        await add_task(session, 1, TaskKind.CALL, now=town.now, person_id=person.id)
    await maude.text("/appels 1 N")
    await maude.expect("mauvais numero", "C'est ferme", "/appels 1 rouvrir")
    await maude.text("/appels 1")
    await maude.expect("Le no 1 (Rose) est ferme : mauvais numero", "/appels 1 rouvrir")
    await maude.text("/appels 1 rouvrir")
    await maude.expect("de nouveau dans la liste")
    await maude.text("/appels 1 rouvrir")
    await maude.expect("n'est pas ferme")
    await maude.text("/appels")
    await maude.expect_any("Rose")


async def test_a_wrong_number_said_by_mistake_is_theirs_again_and_the_card_is_back(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await rose.text("PARLER")
    await rose.forget()
    await maude.forget()
    await maude.text("/appels 1 N")
    await maude.expect("/appels 1 rouvrir")
    await maude.text("/bon-numero 1")
    await maude.expect("est bien le numero de Rose", "de nouveau dans la liste")
    async with town.database.read() as session:
        assert await session.scalar(select(Contact.reach).where(Contact.channel == "sms")) is Reach.OK


async def test_a_call_asked_twice_is_one_call(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("APPEL demain matin")
    await phone.expect("Maude vous appelle")
    await phone.text("appel")
    await phone.expect("deja note")
    assert await open_kinds(town) == ["call"]


async def test_a_call_asked_in_the_middle_of_a_question_brings_the_question_back(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("POSTE")
    await phone.expect("adresse")
    await phone.text("PARLER")
    await phone.expect("Maude vous appelle")
    await phone.expect("adresse")


async def test_a_question_goes_to_a_human_who_answers_in_their_name(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("Q est-ce que le souper est fourni?")
    await phone.expect("Votre question est gardee", "Maude")
    await maude.text("/appels")
    card = await maude.expect("est-ce que le souper est fourni?")
    number = card.text.split(".")[0]
    await maude.text(f"/repondre {number} Oui, le souper est fourni.")
    await maude.expect("Reponse envoyee a Rose")
    await phone.expect("Maude: Oui, le souper est fourni.")
    assert await open_kinds(town) == []


async def test_q_alone_asks_for_the_question(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("Q")
    await phone.expect("Quelle est votre question")
    await phone.text("il y a une rampe pour ma marchette la bas")
    await phone.expect("question est gardee")
    assert await open_kinds(town) == ["question"]


CRY = "jirai pu a vos affaire sa sert a rien chu tanner de toute. la nuitte dort pu"


async def test_a_cry_is_answered_at_once_and_alerts_until_someone_takes_it(town: Town) -> None:
    town.now = town.local(2026, 2, 2, 23, 40)
    maude, paul, phone = await coordinator(town), await coordinator(town, "Paul", "9002"), town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text(CRY)
    said = await phone.expect("911", "811", "988", "819 555-0199", "Maude")
    assert said.segments == 1
    for one in (maude, paul):
        alert = await one.expect("Urgent", "Rose", "819 555-0101")
        assert "dort" not in alert.text
    await town.move(minutes=20)
    await maude.expect("Urgent")
    await maude.expect("Urgent")
    first = maude.all[0]
    await town.receive(maude, Kind.BUTTON, button=first.buttons[0][1])
    await maude.expect("Vous vous occupez de Rose")
    await paul.expect("Urgent")
    await paul.expect("Urgent")
    await paul.expect("Maude s'occupe de Rose")
    await town.move(hours=1)
    await paul.expect_nothing()
    await phone.text("jveux mourir")
    await phone.expect("911")
    await paul.expect("Urgent")
    async with town.database.read() as session:
        row = await session.scalar(select(Delivery).where(Delivery.kind == "alert"))
        assert row is not None
        assert (row.priority, row.any_hour) == (Priority.DANGER, True)


async def test_a_cry_from_someone_unknown_is_answered_too(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await phone.text("jai envie den finir avec la vie")
    await phone.expect("911", "988")
    await maude.expect("Urgent", "une personne inconnue", "819 555-0101")
    await maude.text("/vu 1")
    await maude.expect("Vous vous occupez")


async def test_a_coordinator_reached_by_text_only_gets_no_button(town: Town) -> None:
    desk, phone = town.sms("+18195550150"), town.sms()
    await settle_in(town, desk, "Anne", Role.COORDINATOR)
    await settle_in(town, phone, "Rose")
    await phone.text("jveux mourir")
    alert = await desk.expect("Urgent", "Rose", "call-list", "--take")
    assert "\n1" not in alert.text


@pytest.mark.parametrize(
    ("send", "said", "kind"), [("voice", "va l'ecouter", "voice"), ("photo", "va regarder", "media")]
)
async def test_what_is_not_text_is_kept_and_shown_to_a_human(town: Town, send: str, said: str, kind: str) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await getattr(phone, send)()
    await phone.expect(said, "Maude")
    assert await open_kinds(town) == [kind]
    async with town.database.read() as session:
        assert await session.scalar(select(StoredFile.state)) == "to_fetch"


async def test_a_sticker_and_an_empty_message_get_a_clear_sentence(town: Town) -> None:
    chat = town.telegram()
    await settle_in(town, chat, "Luc")
    await town.receive(chat, Kind.STICKER)
    await chat.expect("Recu", "AIDE")
    await town.receive(chat, Kind.PHOTO)
    await chat.expect("vide")


async def test_words_nobody_understands_are_kept_and_never_lost(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("kjhg")
    await phone.expect("Maude va lire", "819 555-0142")
    await maude.text("/appels")
    await maude.expect("Rose", "kjhg")
    await maude.press("ferme")
    await maude.expect("ferme")
    assert await open_kinds(town) == []


async def test_after_five_sorry_in_a_row_silence_and_the_last_gives_a_phone_number(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    for words in ("zzz", "kjhg", "brrr", "pfff"):
        await phone.text(words)
        await phone.expect("va lire")
    await phone.text("xyz")
    await phone.expect("Appelez Maude", "819 555-0142")
    await phone.text("vvvv")
    await phone.expect_nothing()
    await phone.text("ARRET")
    await phone.expect("plus aucun message")


async def test_news_for_coordinators_come_together_and_not_at_night(town: Town) -> None:
    maude = await coordinator(town)
    for index in range(5):
        phone = town.sms(f"+1819555011{index}")
        await settle_in(town, phone, f"Rose{index}")
        await phone.text("PARLER")
    await town.tick()
    await maude.expect("appel demande (5)")
    town.now = town.local(2026, 2, 2, 22)
    late = town.sms("+18195550120")
    await settle_in(town, late, "Luc")
    await late.text("PARLER")
    await town.tick()
    await maude.expect_nothing()
    await town.move(to=town.local(2026, 2, 3, 9, 30))
    await maude.expect_any("appel demande (1)")


async def test_who_was_never_reached_and_who_failed_twice_join_the_list_once(town: Town) -> None:
    maude = await coordinator(town)
    never = await settle_in(town, town.sms("+18195550131"), "Nell")
    twice = await settle_in(town, town.sms("+18195550132"), "Théo")
    async with town.database.write() as session:
        contact = await session.scalar(select(Contact).where(Contact.person_id == never.id))
        assert contact is not None
        contact.reach = Reach.INVALID
        for status in (Status.DELIVERED, Status.FAILED, Status.FAILED):
            session.add(
                Delivery(
                    kind="notice",
                    channel="sms",
                    person_id=twice.id,
                    body="x",
                    status=status,
                    queued_at=town.now,
                    priority=2,
                )
            )
    await town.move(to=town.local(2026, 2, 4, 9, 30))
    assert sorted(await open_kinds(town)) == ["failed_twice", "never_reached"]
    await maude.forget()
    await maude.text("/appels")
    await maude.expect("Theo", "deux messages de suite")
    await maude.expect("Nell", "jamais arrive")
    await town.move(days=1)
    assert sorted(await open_kinds(town)) == ["failed_twice", "never_reached"]


# -- the menu ----------------------------------------------------------------------------------------------------


async def test_the_menu_is_five_lines_in_one_text_and_a_number_always_means_the_same(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("AIDE")
    menu = await phone.expect("Maude: 819 555-0142", "1 un appel", "5 mes choix")
    assert menu.segments == 1
    await phone.text("5")
    await phone.expect("MOINS", "PAUSE", "POSTE", "SANS ACCENTS")
    await phone.text("1")
    await phone.expect("Maude vous appelle")


async def test_a_person_chooses_texts_without_accents(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("sans accents")
    said = await phone.expect("sans accents")
    assert said.text.isascii()
    await phone.text("AVEC ACCENTS")
    assert not (await phone.expect("avec les accents")).text.isascii()


async def test_paper_is_chosen_with_an_address_or_with_a_human(town: Town) -> None:
    phone, other = town.sms(), town.sms("+18195550102")
    await settle_in(town, phone, "Rose")
    await settle_in(town, other, "Luc")
    await phone.text("POSTE")
    await phone.expect("Votre adresse?", "1 plutot un appel")
    await phone.text("jsais pas")
    await phone.expect("Il manque le numero")
    await phone.forget()
    await phone.text("12 rue du Pont app 3\nVieux-Moulin J0X 1A0")
    await phone.expect("par la poste", "REPRENDRE")
    person = await phone.person()
    assert person is not None
    assert (person.channel, person.postal_address) == ("post", "12 rue du Pont app 3, Vieux-Moulin J0X 1A0")
    await phone.text("REPRENDRE")
    await phone.expect("Rebonjour")
    await other.text("POSTE")
    await other.forget()
    await other.text("1")
    await other.expect("prendra votre adresse par telephone")
    assert await open_kinds(town) == ["postal_address"]


async def test_a_language_is_changed_at_any_time(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("English")
    await phone.expect("messages will be in English")
    await phone.text("ESPANOL")
    await phone.expect("en espanol")
    await phone.text("ARRET RAPPELS")
    await phone.expect("no mas recordatorios")
    async with town.database.read() as session:
        assert await session.scalar(select(Person.language)) == "es"


async def test_a_coordinator_sees_every_command_with_an_example(town: Town) -> None:
    maude, chat = await coordinator(town), town.telegram()
    await settle_in(town, chat, "Luc")
    await maude.text("/aide tout")
    await maude.expect_any("/appels :", "/repondre :")
    await maude.expect_any("/personne :", "/importer :")
    await maude.forget()
    await maude.text("/aide personne")
    await maude.expect("ajouter une personne")
    await maude.expect("Rose Tremblay")
    await chat.text("/aide")
    await chat.expect("Parler a quelqu'un")


@pytest.mark.parametrize(
    "command", ["/appels", "/personnes", "/personne Rose; 819 555-0101", "/vu 1", "/repondre 1 allo"]
)
async def test_only_a_coordinator_on_telegram_may_act(town: Town, command: str) -> None:
    chat, desk = town.telegram(), town.sms("+18195550150")
    await settle_in(town, chat, "Luc")
    await settle_in(town, desk, "Anne", Role.COORDINATOR)
    await chat.text(command)
    await chat.expect("Seule la coordination")
    await desk.text(command)
    await desk.expect("ne se fait pas par texto")


async def test_thanks_open_nothing_and_a_greeting_gets_the_menu(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("merci beaucoup!")
    await phone.expect("De rien")
    for words in ("D'accord", "parfait"):
        await phone.text(words)
        await phone.expect_nothing()
    await phone.text("Bonjour")
    await phone.expect("1 un appel")
    assert await open_kinds(town) == []
    await phone.text("??")
    await phone.expect("une question?")


async def test_a_coordinator_who_is_not_understood_is_shown_the_commands(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("annoncer la rencontre a tout le monde demain")
    await maude.expect("/aide")
    assert await open_kinds(town) == []


async def test_someone_unknown_is_put_on_the_call_list_with_two_answers_a_day(town: Town) -> None:
    phone = town.sms()
    await phone.text("PARLER")
    await phone.expect("Maude vous appelle")
    await phone.text("APPEL")
    await phone.expect("deja note")
    await phone.text("AIDE")
    await phone.expect_nothing()
    await phone.text("allo c'est qui")
    await phone.expect_nothing()
    assert await open_kinds(town) == ["call", "unknown_number"]


async def test_a_task_of_a_kind_that_only_another_version_knows_is_shown_and_closed_like_the_others(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose")
    async with town.database.write() as session:
        await add_task(session, 1, TaskKind.CALL, now=town.now, contact_id=rose.id, person_id=rose.id)
        await session.execute(text("UPDATE tasks SET kind = 'from_another_version'"))
    await maude.text("/appels")
    await maude.expect("Rose", "a voir")
    await maude.press("parle")
    await maude.expect("Rose : parle")
    await maude.text("/appels")
    await maude.expect("Personne n'attend")


async def test_a_list_that_a_coordinator_sends_without_the_command_is_read_as_a_list(town: Town) -> None:
    maude = await coordinator(town)
    sent = (Media("https://media.invalid/list", "text/csv", 1000, "liste.csv"),)
    await town.receive(maude, Kind.DOCUMENT, media=sent)
    said = await maude.expect("")
    assert "va regarder" not in said.text
    async with town.database.read() as session:
        row = await session.scalar(select(IncomingMessage).order_by(IncomingMessage.id.desc()).limit(1))
        assert row is not None
        assert row.handled_as is HandledAs.LIST
