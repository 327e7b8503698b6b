"""Whoever has no role any more: neither invited, reminded, counted nor written to, and named where left out."""

from __future__ import annotations

from sqlalchemy import select

from db.people import Role, RolePeriod
from tests.support.meetings import announced, arrive, planned, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town


async def marcel_who_left(town: Town, maude: Phone) -> tuple[Phone, Phone]:
    """Rose sits at COCO; Marcel too, whose only role has ended. Both phones."""
    rose, marcel = town.sms(), town.sms()
    await seated(town, rose, "Rose")
    person = await seated(town, marcel, "Marcel")
    await maude.tell(f"/fin-role {person.id} expert 2026-01-31")
    return rose, marcel


async def test_the_end_of_the_last_role_says_what_follows(town: Town) -> None:
    maude = await coordinator(town)
    await marcel_who_left(town, maude)
    await maude.expect_any("Marcel n'a plus ce role", "ni invitation", "/personne 3; expert")


async def test_the_end_of_one_role_of_two_says_nothing_of_the_kind(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    rose = await settle_in(town, phone, "Rose", Role.EXPERT, Role.MEMBER)
    await maude.tell(f"/fin-role {rose.id} membre 2026-01-31")
    said = await maude.expect_any("n'a plus ce role")
    assert "invitation" not in said.text


async def test_neither_invited_nor_counted_nor_reminded_and_named_on_the_page(town: Town) -> None:
    maude = await coordinator(town)
    rose, marcel = await marcel_who_left(town, maude)
    await planned(town, maude)
    await maude.forget()
    await maude.text("/rencontre-annoncer 1")
    await maude.expect_any("1 personne ne recevra rien", "Marcel : n'a plus de role")
    await maude.press("envoyer")
    await maude.expect_any("Personnes invitees : 1")
    await arrive(town, 2, 3, 11)
    await rose.expect("Venez-vous?")
    await marcel.expect_nothing()
    await maude.forget()
    await maude.text("/rencontre 1")
    assert "Marcel" not in (await maude.expect_any("Sans reponse")).text


async def test_a_role_that_ends_after_the_invitation_ends_the_reminders(town: Town) -> None:
    maude, rose, marcel = await coordinator(town), town.sms(), town.sms()
    await seated(town, rose, "Rose")
    person = await seated(town, marcel, "Marcel")
    await announced(town, maude)
    await maude.tell(f"/fin-role {person.id} expert 2026-02-01")
    await arrive(town, 2, 3, 11)
    await rose.expect("Venez-vous?")
    await marcel.expect_nothing()
    await arrive(town, 2, 10, 17)
    await maude.forget()
    await maude.text("/presence 1")
    assert "Marcel" not in (await maude.expect_any("Rose")).text


async def test_minutes_are_not_sent_to_whoever_left_and_the_page_names_them(town: Town) -> None:
    maude, rose, marcel = await coordinator(town), town.sms(), town.sms()
    await seated(town, rose, "Rose")
    person = await seated(town, marcel, "Marcel")
    await announced(town, maude)
    await arrive(town, 2, 12)
    await maude.tell("/presence 1 Rose absent, Marcel absent")
    await maude.tell(f"/fin-role {person.id} expert 2026-02-11")
    for phone in (maude, rose, marcel):
        await phone.forget()
    await maude.text("/compte-rendu 1 Le camp ouvrira à 8h30.")
    await maude.expect_any("Marcel : n'a plus de role")
    await maude.press("envoyer")
    await town.tick()
    await rose.expect("Le camp ouvrira")
    await marcel.expect_nothing()
    await maude.tell("/compte-rendu 1 correction Le camp ouvrira à 8h15.")
    await town.tick()
    await rose.expect("8h15")
    await marcel.expect_nothing()


async def test_whoever_had_the_role_that_day_is_on_the_presence_sheet_of_that_day(town: Town) -> None:
    maude, marcel = await coordinator(town), town.sms()
    person = await seated(town, marcel, "Marcel")
    await announced(town, maude)
    await arrive(town, 2, 12)
    await maude.tell(f"/fin-role {person.id} expert 2026-02-11")
    await maude.tell("/presence 1 Marcel")
    await maude.expect_any("presence notee", "Marcel")


async def test_an_announcement_to_all_counts_everyone_once(town: Town) -> None:
    """Luc and Rose share a phone; Marcel has no role any more: reached and named, they are all there is."""
    maude = await coordinator(town)
    rose, _ = await marcel_who_left(town, maude)
    await settle_in(town, rose, "Luc")
    await maude.forget()
    await maude.text("/annonce tous\nLe local est fermé lundi.")
    await maude.expect_any("1 personne de plus le lira", "telephone est partage")
    await maude.forget()


async def test_whoever_was_told_of_a_meeting_learns_that_it_is_cancelled(town: Town) -> None:
    maude, marcel = await coordinator(town), town.sms()
    person = await seated(town, marcel, "Marcel")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await marcel.expect("Venez-vous?")
    await maude.tell(f"/fin-role {person.id} expert 2026-02-03")
    await maude.tell("/annuler-rencontre 1 tempête")
    await town.tick()
    await marcel.expect("Annule", "tempete")


async def periods(town: Town, number: int) -> list[str]:
    async with town.database.read() as session:
        rows = await session.scalars(select(RolePeriod).where(RolePeriod.person_id == number))
        return [row.role.value for row in rows]


async def test_a_role_given_by_mistake_never_was(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    claude = await settle_in(town, phone, "Claude", Role.MEMBER)
    await maude.tell(f"/personne {claude.id}; rôle: expert")
    assert "expert" in await periods(town, claude.id)
    await maude.forget()
    await maude.tell(f"/fin-role {claude.id} expert erreur")
    await maude.expect_any("Claude n'a jamais eu ce role")
    assert "expert" not in await periods(town, claude.id)


async def test_a_role_does_not_end_before_it_began(town: Town) -> None:
    maude, phone = await coordinator(town), town.sms()
    claude = await settle_in(town, phone, "Claude", Role.MEMBER)
    await maude.tell(f"/personne {claude.id}; rôle: expert")
    await maude.forget()
    await maude.tell(f"/fin-role {claude.id} expert 2025-10-01")
    await maude.expect_any("ne peut pas finir", f"/fin-role {claude.id} expert erreur")
