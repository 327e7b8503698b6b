"""Unknown numbers, people who were invited, phones of two people, numbers that changed hands, two accounts of one."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from db.codes import make_code
from db.consent import ConsentEntry
from db.contacts import Consent, Contact, Reach, contact_at
from db.conversations import IncomingMessage, Task
from db.meetings.tables import Meeting
from db.organisations import roundtable_made
from db.people import Person, PersonRole, Role
from db.session import AsyncSession, Database
from handlers.acting import Acting
from handlers.people import acts
from handlers.people.spec import PersonSpec
from tests.stories.conftest import MONDAY
from tests.support.people import acting, code_in, coordinator, settle_in
from tests.support.phones import Phone, Town


async def contact_of(phone: Phone) -> Contact:
    async with phone.town.database.read() as session:
        found = await session.scalar(select(Contact).where(Contact.address == phone.address))
    assert found is not None
    return found


async def tasks(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Task.kind).where(Task.closed_at.is_(None)).order_by(Task.id)))


async def test_an_unknown_number_is_asked_who_it_is_twice_a_day_at_most_and_held_for_a_human(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await phone.text("bonjour c'est quand la prochaine rencontre")
    await phone.expect("On ne connait pas ce numero", "Maude", "JOINDRE")
    await phone.text("allo y a tu quelqun")
    await phone.expect("On ne connait pas")
    await phone.text("allo?")
    await phone.expect_nothing()
    await maude.text("/appels")
    await maude.expect_any("819 555-0101", "c'est quand la prochaine rencontre", "allo y a tu", "allo?")
    await town.move(days=2)
    await phone.text("encore moi")
    await phone.expect("On ne connait pas")


async def test_a_number_from_far_away_gets_no_answer(town: Town) -> None:
    far = town.sms("+33612345678")
    for words in ("allo", "JOINDRE", "AIDE", "ARRET"):
        await far.text(words)
    await far.expect_nothing()


async def test_a_number_from_far_away_may_join_where_a_setting_allows(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    far = (await Town(database, MONDAY, ALLOW_INTERNATIONAL="true").open()).sms("+33612345678")
    await far.text("JOINDRE")
    await far.expect("Alliance")
    await database.close()


async def invite(town: Town, phone: Phone, name: str = "Rose") -> None:
    maude = await coordinator(town)
    person = await maude.person()
    assert person is not None
    async with town.database.write() as session:
        spec = PersonSpec(name=name, phone=phone.address)
        await acts.add_person(Acting(session, town.installation, await acting(town, person, "shell"), town.now), spec)


async def test_an_invited_person_gets_one_request_naming_who_spoke_with_them_then_nothing(town: Town) -> None:
    phone = town.sms()
    await invite(town, phone)
    await phone.expect("Bonjour Rose. Maude (Alliance", "On peut vous ecrire?", "1 oui")
    await town.move(days=20)
    await phone.expect_nothing()
    await phone.text("oui")
    await phone.expect("Bienvenue Rose")
    async with town.database.read() as session:
        entry = await session.scalar(select(ConsentEntry))
        assert entry is not None
        assert (entry.words, entry.given) == ("oui", True)
        assert "On peut vous écrire" in entry.asked


async def test_an_invited_person_may_say_no(town: Town) -> None:
    phone = town.sms()
    await invite(town, phone)
    await phone.forget()
    await phone.text("non merci")
    await phone.expect("on ne vous ecrira pas")
    assert (await contact_of(phone)).consent is Consent.WITHDRAWN


async def test_an_invited_person_who_asks_something_is_asked_again_and_heard(town: Town) -> None:
    phone = town.sms()
    await invite(town, phone)
    await phone.forget()
    await phone.text("c'est pour quoi au juste cette affaire la")
    await phone.expect("vous a parle de nos textos")
    assert await tasks(town) == ["unknown_word"]
    await phone.text("2")
    await phone.expect("on ne vous ecrira pas")


async def test_an_imported_telegram_account_hears_nothing_before_start(town: Town) -> None:
    maude, chat = await coordinator(town), town.telegram("555123")
    person = await maude.person()
    assert person is not None
    async with town.database.write() as session:
        spec = PersonSpec(name="Luc", telegram_id="555123")
        await acts.add_person(Acting(session, town.installation, await acting(town, person, "shell"), town.now), spec)
    await chat.expect_nothing()
    assert (await contact_of(chat)).reach is Reach.NOT_STARTED
    await chat.text("/start")
    await chat.expect("Bonjour Luc. Maude")
    await chat.press("oui")
    await chat.expect("Bienvenue Luc")


# -- two people on one phone -------------------------------------------------------------------------------------


async def test_two_people_on_one_phone_are_asked_once_who_writes(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    luc = await settle_in(town, phone, "Luc")
    await phone.text("Q c'est quand la rencontre?")
    await phone.expect("Qui ecrit?", "1 Rose", "2 Luc", "3 une autre personne")
    await phone.text("PAUSE")
    await phone.expect_nothing()
    await phone.text("2")
    await phone.expect("question est gardee")
    await phone.expect("une pause")
    await phone.text("MOINS")
    await phone.expect("moins de messages")
    async with town.database.read() as session:
        rows = list(await session.scalars(select(IncomingMessage).where(IncomingMessage.text.like("Q %"))))
        assert [row.person_id for row in rows] == [luc.id]


async def test_the_name_is_an_answer_and_the_conversation_ends_after_a_while(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await settle_in(town, phone, "Luc")
    await phone.text("MOINS")
    await phone.expect("Vous partagez ce telephone", "1 Rose", "2 Luc", "3 une autre")
    await phone.text("rose")
    await phone.expect("moins de messages")
    await town.move(hours=13)
    await phone.text("PAUSE")
    await phone.expect("Vous partagez ce telephone")


async def test_help_and_a_human_are_reachable_before_saying_who(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await settle_in(town, phone, "Luc")
    await phone.text("AIDE")
    await phone.expect("819 555-0142", "1 un appel")
    await phone.text("PARLER")
    await phone.expect("Maude vous appelle")


async def test_a_second_person_joins_on_the_same_phone(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    await phone.text("JOINDRE")
    await phone.expect("Qui ecrit?")
    await phone.text("2")
    await phone.expect("Langue?")
    for words in ("1", "Luc", "oui"):
        await phone.text(words)
    await phone.expect_any("Bienvenue Luc")
    contact = await contact_of(phone)
    assert contact.shared
    assert contact.consent is Consent.GIVEN
    await phone.text("ARRET")
    await phone.expect("plus aucun message")
    assert (await contact_of(phone)).consent is Consent.WITHDRAWN


# -- numbers that changed hands ----------------------------------------------------------------------------------


async def test_a_number_that_bounced_then_writes_waits_for_a_human(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await settle_in(town, phone, "Rose")
    async with town.database.write() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == phone.address))
        assert contact is not None
        contact.reach = Reach.INVALID
    await phone.text("STATUT")
    said = await phone.expect("doit verifier qui ecrit", "Maude")
    assert "Rose" not in said.text
    assert await tasks(town) == ["reassigned"]
    async with town.database.read() as session:
        number = await session.scalar(select(Task.id))
    await maude.text(f"/appels {number} N")
    await maude.expect("mauvais numero")
    await phone.text("allo")
    await phone.expect("On ne connait pas ce numero")
    assert await phone.person() is None


async def test_a_year_of_silence_is_checked_by_voice_then_forgotten(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await settle_in(town, phone, "Rose")
    town.now += dt.timedelta(days=400)
    await phone.text("MOINS")
    await phone.expect("doit verifier")
    async with town.database.read() as session:
        number = await session.scalar(select(Task.id).where(Task.kind == "reassigned"))
    await maude.text(f"/appels {number} P")
    await maude.expect("parle")
    await phone.text("MOINS")
    await phone.expect("moins de messages")


# -- one person, two addresses -----------------------------------------------------------------------------------


async def test_a_code_from_telegram_texted_from_a_new_phone_gives_one_person_two_addresses(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    rosie = await settle_in(town, chat, "Rosie")
    await chat.text("/lier")
    said = await chat.expect("textez", "819 555-0100")
    code = next(word for word in said.text.split() if len(word) == 6 and word.isupper())
    await phone.text(code.lower())
    await phone.expect("C'est relie, Rosie")
    await chat.expect("819 555-0101", "PAS MOI")
    person = await phone.person()
    assert person is not None
    assert person.id == rosie.id
    async with town.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Person)) == 1


async def a_meeting(session: AsyncSession, town: Town) -> int:
    roundtable = await roundtable_made(session, 1, "Logement")
    meeting = Meeting(
        organisation_id=1,
        roundtable_id=roundtable.id,
        local_date=dt.date(2026, 2, 10),
        local_start=dt.time(13, 30),
        local_end=dt.time(15, 30),
        zone="America/Toronto",
        starts_at=town.local(2026, 2, 10, 13, 30),
        ends_at=town.local(2026, 2, 10, 15, 30),
        place="salle du CLSC",
        created_at=town.now,
    )
    session.add(meeting)
    await session.flush()
    return meeting.id


async def test_a_code_from_the_phone_opens_telegram_without_joining_again(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    rose = await settle_in(town, phone, "Rose")
    await phone.text("lier")
    said = await phone.expect("t.me/porte_voix_bot?start=")
    code = said.text.split("start=")[1][:6]
    await chat.text(f"/start {code}")
    await chat.expect("C'est relie, Rose")
    contact = await contact_of(chat)
    assert (contact.person_id, contact.consent) == (rose.id, Consent.GIVEN)


async def test_a_code_written_where_a_name_is_asked_links_too(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    await settle_in(town, phone, "Rose")
    await phone.text("LIER")
    code = (await phone.expect("t.me")).text.split("start=")[1][:6]
    await chat.text("/start")
    await chat.press("Francais")
    await chat.forget()
    await chat.text(code)
    await chat.expect("C'est relie, Rose")
    await chat.expect_nothing()


async def test_a_code_past_its_time_is_refused(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    await settle_in(town, phone, "Rose")
    await phone.text("LIER")
    code = (await phone.expect("t.me")).text.split("start=")[1][:6]
    await town.move(minutes=31)
    await chat.text(f"/start {code}")
    await chat.expect("Ce code est passe")
    assert (await contact_of(chat)).person_id is None


async def test_the_own_contact_shared_on_telegram_links_and_another_ones_does_not(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    rose = await settle_in(town, phone, "Rose")
    await chat.share_contact(phone.address, user_id="777")
    await chat.expect("n'est pas le votre")
    assert (await contact_of(chat)).person_id is None
    await chat.share_contact(phone.address.removeprefix("+"))
    await chat.expect("Un texto part au 819 555-0101")
    assert (await contact_of(chat)).person_id is None
    await chat.text(code_in(await phone.expect("Un compte Telegram demande votre dossier", "PAS MOI")))
    await chat.expect("C'est relie, Rose")
    await phone.expect("Telegram est maintenant a votre nom", "PAS MOI")
    assert (await contact_of(chat)).person_id == rose.id


async def test_an_account_on_a_number_that_was_lost_gets_nothing_without_the_phone(town: Town) -> None:
    """Telegram keeps an account on a number years after its holder lost it."""
    phone, stale = town.sms(), town.telegram("6661")
    await settle_in(town, phone, "Rose")
    for _ in range(3):
        await stale.share_contact(phone.address)
    await stale.forget()
    await stale.text("MES DONNEES")
    assert "Rose" not in " ".join(said.text for said in stale.all)
    code = code_in(await phone.expect("Un compte Telegram demande votre dossier"))
    await phone.expect_nothing()
    await phone.text("c'est pas moi")
    await phone.expect("Ce code ne sert plus")
    await stale.text(code)
    assert (await contact_of(stale)).person_id is None


async def test_a_number_where_nobody_ever_said_yes_is_asked_about_by_voice(town: Town) -> None:
    phone, chat = town.sms(), town.telegram("6662")
    rose = await settle_in(town, phone, "Rose")
    async with town.database.write() as session:
        row = await contact_at(session, "sms", phone.address)
        assert row is not None
        row.consent = Consent.INVITED
    await chat.share_contact(phone.address)
    await chat.expect("Maude")
    await phone.expect_nothing()
    assert (await contact_of(chat)).person_id is None
    assert rose.id


async def test_a_new_number_shared_on_telegram_is_texted_only_after_a_yes(town: Town) -> None:
    chat, phone = town.telegram(), town.sms("+18195550177")
    await settle_in(town, chat, "Luc")
    await chat.share_contact("+18195550177")
    await chat.expect("819 555-0177 est note", "aussi vous texter")
    await chat.press("oui")
    await chat.expect("on peut aussi vous texter")
    assert (await contact_of(phone)).consent is Consent.GIVEN


async def test_no_code_of_someone_else_lends_the_rights_of_a_coordinator(town: Town) -> None:
    maude, thief = await coordinator(town), town.telegram("6666")
    stranger = await settle_in(town, thief, "Max")
    async with town.database.write() as session:
        code = await make_code(session, "link", stranger.id, town.now + dt.timedelta(minutes=30))
    await maude.text(code)
    await maude.expect("ne peut pas servir ici")
    async with town.database.read() as session:
        assert list(await session.scalars(select(PersonRole.role).where(PersonRole.person_id == stranger.id))) == [
            Role.MEMBER
        ]


async def test_in_a_group_the_bot_refuses_once_and_keeps_no_word(town: Town) -> None:
    chat = town.telegram()
    await settle_in(town, chat, "Luc")
    group = town.telegram("-100200")
    for words in ("RECLAMER 12 $", "STATUT"):
        await chat.text(words, group=True, delivered_to_group="-100200")
    await group.expect("une personne a la fois")
    await group.expect_nothing()
    await chat.expect_nothing()
    async with town.database.read() as session:
        assert set(await session.scalars(select(IncomingMessage.text))) == {""}
    await chat.text("MOINS")
    await chat.expect("moins de messages")


async def test_what_an_unknown_number_wrote_still_waits_to_be_read_once_they_have_joined(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    await phone.text("demain jpeux pas venir, dites que 8 h c'est trop tot")
    await phone.expect("Maude")
    await phone.text("JOINDRE")
    await phone.text("Walter")
    await phone.text("1")
    await phone.forget()
    walter = await phone.person()
    assert walter is not None
    await maude.forget()
    await maude.text("/appels")
    await maude.expect_any("Walter", "8 h c'est trop tot")
