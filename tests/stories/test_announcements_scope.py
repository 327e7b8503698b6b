"""A coordinator limited to one territory, on Telegram: their people, their meetings, and nothing of everyone's."""

from __future__ import annotations

import pytest

from db.organisations import roundtable_made
from db.people import Role, grant
from tests.support.meetings import meeting_row, planned, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

WORDS = "Bonjour {name}, le local est fermé."


async def two_territories(town: Town) -> tuple[Phone, Phone, dict[str, Phone]]:
    """Maude coordinates everywhere; Paul in Grande-Anse, where Rose lives. Luc lives in Vallée."""
    maude, paul = await coordinator(town), await coordinator(town, "Paul", "9002")
    phones = {"Rose": town.sms(), "Luc": town.sms("+18195550102")}
    async with town.database.write() as session:
        await roundtable_made(session, 1, "Pont", "Grande-Anse")
        await roundtable_made(session, 1, "Rivage", "Vallée")
        person = await paul.person()
        assert person is not None
        await grant(session, person.id, Role.COORDINATOR, "Grande-Anse")
    for name, territory, table in (("Rose", "Grande-Anse", "Pont"), ("Luc", "Vallée", "Rivage")):
        person = await seated(town, phones[name], name, table=table)
        async with town.database.write() as session:
            (await session.merge(person)).territory = territory
    return maude, paul, phones


async def test_everyone_means_everyone_of_their_territory(town: Town) -> None:
    _maude, paul, phones = await two_territories(town)
    await paul.text(f"/annonce tous\n{WORDS}")
    await paul.expect_any("En tout : 1 personne")
    await paul.expect_any("nombre de personnes : 1")
    await paul.text("1")
    await paul.expect_any("Envoi no 1")
    await phones["Rose"].expect("Bonjour Rose")
    await phones["Luc"].expect_nothing()


async def test_another_territory_is_refused(town: Town) -> None:
    maude, paul, phones = await two_territories(town)
    await paul.text(f"/annonce territoire Vallée\n{WORDS}")
    await paul.expect("pas de votre territoire (Grande-Anse)")
    await phones["Luc"].expect_nothing()
    await maude.text(f"/annonce territoire Vallée\n{WORDS}")
    await maude.expect_any("nombre de personnes : 1")


async def test_meetings_of_their_territory_alone(town: Town) -> None:
    maude, paul, phones = await two_territories(town)
    theirs = await planned(town, paul, table="Pont")
    other = await planned(town, maude, table="Rivage", when="mercredi 11 février 13h30 à 15h30")
    await maude.press("envoyer")
    await maude.expect_any("annoncee")
    await paul.press("envoyer")
    await paul.expect_any("annoncee")
    await paul.text("/rencontre Rivage\ndate: jeudi 12 février 13h30 à 15h30\n1. a | b | c")
    await paul.expect("pas de votre territoire (Grande-Anse)")
    for words in (
        f"/deplacer {other} jeudi 12 février 18h à 20h",
        f"/annuler-rencontre {other} tempête",
        f"/point {other}.1 a | b | c",
        f"/presence {other} Luc",
        f"/compte-rendu {other} Rien.",
    ):
        await paul.text(words)
        await paul.expect("dans votre territoire (Grande-Anse)")
    assert (await meeting_row(town, other)).version == 1
    await paul.text("/rencontres")
    listed = await paul.expect("Pont")
    assert "Rivage" not in listed.text
    await maude.text("/rencontres")
    await maude.expect("Pont", "Rivage")
    await paul.tell(f"/deplacer {theirs} jeudi 12 février 18h à 20h")
    await paul.expect("deplacee")
    await phones["Rose"].forget()


async def test_comments_of_their_territory_alone(town: Town) -> None:
    maude, paul, phones = await two_territories(town)
    number = await planned(town, maude, table="Rivage")
    await maude.press("envoyer")
    await maude.expect_any("annoncee")
    await town.tick()
    await phones["Luc"].text("COMMENTAIRE La salle est froide.")
    await phones["Luc"].text("1")
    await phones["Luc"].text("1")
    for words in (f"/commentaires {number}", f"/lu {number}", "/suite 1 retenu On chauffera."):
        await paul.text(words)
        await paul.expect_any("dans votre territoire (Grande-Anse)")
    await maude.tell(f"/commentaires {number}")
    await maude.expect_any("La salle est froide")


@pytest.mark.parametrize("command", ["/envoyer-infolettre", "/journal Maude"])
async def test_what_concerns_everyone_is_refused(town: Town, command: str) -> None:
    maude, paul, _phones = await two_territories(town)
    await maude.text("/proposer Le frigo | Ouvert le samedi.")
    await maude.forget()
    await paul.text(command)
    await paul.expect("touche tout le monde", "Grande-Anse")
    await maude.text(command)
    assert "touche tout le monde" not in (await maude.expect("")).text


async def test_they_do_not_approve_for_everyone_as_the_second_one(town: Town) -> None:
    maude, paul, phones = await two_territories(town)
    object.__setattr__(town.installation, "approval_above", 2)
    await maude.text(f"/annonce tous\n{WORDS}")
    await maude.expect_any("nombre de personnes : 4")
    await maude.text("4")
    await maude.expect_any("attend une deuxieme personne")
    await paul.expect_nothing()
    await paul.text("/approuver 1")
    await paul.expect("dans votre territoire (Grande-Anse)")
    await town.tick()
    await phones["Rose"].expect_nothing()


async def test_someone_of_another_territory_is_not_changed(town: Town) -> None:
    _maude, paul, phones = await two_territories(town)
    await settle_in(town, town.telegram("1009"), "Nell")
    luc = await phones["Luc"].person()
    assert luc is not None
    await paul.text(f"/personne {luc.id}; langue: anglais")
    await paul.expect("dans votre territoire (Grande-Anse)")


async def test_what_everyone_reads_is_not_rewritten_from_one_territory(town: Town) -> None:
    maude, paul, _ = await two_territories(town)
    await maude.text("/proposer Le frigo | Venez voir.")
    await maude.expect("no 1")
    await paul.text("/proposer Le jardin | Venez jardiner.")
    await paul.expect("no 2")
    for command in ("/item 1 Autre | Autre texte.", "/item 1 retirer", "/ordre 2 1", "/infolettre jour 27"):
        await paul.text(command)
        await paul.expect("Cela touche tout le monde")
    await paul.text("/item 2 Le jardin | Venez jardiner samedi.")
    await paul.expect("no 2")
    await paul.text("/item 1")
    await paul.expect("Venez voir.")


async def test_help_shows_the_commands_that_one_may_write_and_an_incident_may_be_noted_by_all(town: Town) -> None:
    maude, paul, _ = await two_territories(town)
    for phone, sees in ((maude, True), (paul, False)):
        await phone.text("/aide tout")
        await phone.expect_any("/annonce")
        assert any("/bilan" in said.text for said in phone.all) == sees
        await phone.forget()
    await paul.text("/incident une liste oubliée à l'imprimante")
    await paul.expect("incident 1")
    await paul.text("/incident")
    await paul.expect("Cela touche tout le monde")


async def test_a_broadcast_says_whom_it_did_not_reach_and_why(town: Town) -> None:
    maude, _, phones = await two_territories(town)
    await phones["Luc"].text("ARRET")
    await phones["Luc"].expect("plus aucun message")
    await maude.text(f"/annonce tous\n{WORDS}")
    asked = await maude.expect_any("nombre de personnes")
    number = asked.text.rsplit("nombre de personnes : ", 1)[1].split(".")[0].split("\n")[0].strip()
    await maude.text(number)
    await maude.expect_any("Envoi no 1")
    await maude.text("/envois 1")
    await maude.expect_any("Envoi no 1", "Luc : a tout arrete")


@pytest.mark.parametrize(
    "written",
    [
        "/personne Karl; 819 555-0177; membre; table: Rivage",  # its table
        "/personne 1; nom: Toto",  # the card of whoever answers for everything
    ],
)
async def test_people_of_another_territory_are_not_reached_through_a_phone_a_table_or_a_card(
    town: Town, written: str
) -> None:
    _, paul, phones = await two_territories(town)
    await paul.text(written)
    refused = await paul.expect("Grande-Anse")
    assert "Luc" not in refused.text
    await paul.text("/personnes")
    listed = await paul.expect_any("Paul")
    assert not {"Zoé", "Karl", "Toto"} & set(listed.text.replace(".", " ").split())
    await phones["Luc"].expect_nothing()


async def test_a_phone_of_the_other_territory_is_written_down_and_reaches_nobody(town: Town) -> None:
    """The same words as for a new number, so that nothing says whose it is; the general coordinator has a card."""
    maude, paul, phones = await two_territories(town)
    await paul.tell("/personne Zoé; 819 555-0102; expert; table: Pont")
    said = await paul.expect("Note : Zoe")
    assert "Luc" not in said.text
    await town.tick()
    await phones["Luc"].expect_nothing()
    await maude.tell("/appels")
    await maude.expect_any("819 555-0102")


async def test_a_phone_that_two_people_share_and_a_second_phone_are_said_when_they_are_written(town: Town) -> None:
    maude, _, _ = await two_territories(town)
    await maude.tell("/personne Lise, 819 555-0101, table Pont")
    await maude.expect("Ce telephone est aussi celui de Rose")
    await maude.tell("/personne 3; téléphone: 819.555.0188")
    await maude.expect("Deux telephones maintenant", "sans telephone: 819 555-0101")
    await maude.tell("/personne 3; sans téléphone: 819 555-0101 prévenir")
    await maude.expect("Fiche changee")
    await maude.text("/personne 3")
    card = await maude.expect("819 555-0188")
    assert "0101" not in card.text
