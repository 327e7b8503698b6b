"""A check page of several parts names whoever will have none of them, once, and nobody else."""

from __future__ import annotations

from sqlalchemy import update

from db.contacts import Consent, Contact
from db.meetings.tables import Answer, Attendance
from db.people import Person
from tests.support.meetings import announced, seated
from tests.support.people import coordinator
from tests.support.phones import Town


async def test_who_stopped_reminders_is_told_of_a_move_and_is_not_said_to_be_missed(town: Town) -> None:
    maude, rose, lise = await coordinator(town), town.sms(), town.telegram()
    paul, yves = town.sms("+18195550102"), town.sms("+18195550103")
    people = {
        name: await seated(town, phone, name)
        for name, phone in (("Rose", rose), ("Lise", lise), ("Paul", paul), ("Yves", yves))
    }
    await announced(town, maude)
    async with town.database.write() as session:
        await session.execute(
            update(Contact).where(Contact.address == lise.address).values(stopped_kinds=",reminders,")
        )
        await session.execute(update(Contact).where(Contact.address == yves.address).values(consent=Consent.WITHDRAWN))
        await session.execute(update(Person).where(Person.id == people["Paul"].id).values(channel="post"))
        await session.execute(update(Attendance).values(answer=Answer.MAYBE))  # they know of it
    for phone in (rose, lise, paul, yves, maude):
        await phone.forget()
    await maude.text("/deplacer 1 jeudi 12 février 13h30 à 15h30")
    await maude.expect_any("En tout : 2 personnes")
    missed = (await maude.expect("2 personnes ne recevront rien", "Paul : recoit par la poste", "Yves")).text
    assert "Rose" not in missed
    assert "Lise" not in missed
    assert missed.count("Yves") == 1
    await maude.press("envoyer")
    await maude.expect_any("Personnes prevenues : 2")
    await town.tick()
    await rose.expect("Changement")
    await lise.expect("Changement")
    await yves.expect_nothing()
