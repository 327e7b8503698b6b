"""What the report says of itself is true: what changed, what waits to be read, the text that stood before, its days."""

from __future__ import annotations

from sqlalchemy import func, select

from db.report.tables import ReportRun
from handlers.report.compose import document_of
from messages import Channel
from tests.stories.test_report_read import YEAR, a_year, sent
from tests.support.meetings import arrive
from tests.support.phones import Town


async def versions(town: Town) -> int:
    async with town.database.read() as session:
        return await session.scalar(select(func.count()).select_from(ReportRun)) or 0


async def printed(town: Town, language: str = "fr") -> str:
    """The words above the tables, and those of the method."""
    async with town.database.read() as session:
        runs = list(await session.scalars(select(ReportRun).order_by(ReportRun.version)))
    document = document_of("Alliance", runs)
    said = [*document.under, *document.sections[-1].sentences, document.foot]
    tables = [table.name for table in document.sections[-1].tables]
    return (
        " ".join(map(str, tables))
        + " "
        + " ".join(town.installation.catalogue.text(one, language, Channel.POST) for one in said)
    )


async def test_a_correction_that_changes_no_figure_is_asked_about_and_says_so(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    await arrive(town, 5, 20)
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.text(f"/bilan-corriger {YEAR} une présence était fausse")
    await maude.expect_any("aucun chiffre n'a change depuis la version 1, ni aucun texte", "/presence")
    await maude.press("ne rien faire")
    assert await versions(town) == 1
    await maude.tell(f"/bilan-corriger {YEAR} une présence était fausse")
    assert await versions(town) == 2
    said = await printed(town)
    assert "aucun chiffre n'a changé. Raison donnée : une présence était fausse" in said
    assert "corrige la précédente" not in said
    assert "Aucun chiffre n'a changé depuis la version précédente." in said
    assert not said.startswith("changes")
    assert "no figure has changed" in await printed(town, "en")


async def test_a_correction_of_a_text_alone_says_that_no_figure_changes(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    await arrive(town, 5, 20)
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.tell(f"/bilan-ecrire {YEAR} appris On parle mieux à deux.")
    await maude.text(f"/bilan-corriger {YEAR} un texte manquait")
    await maude.expect_any("aucun chiffre n'a change depuis la version 1. Seuls les textes changent")


async def test_a_correction_of_a_figure_says_how_many_change(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    await arrive(town, 5, 20)
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.tell("/presence 1 Rose absent")
    await maude.text(f"/bilan-corriger {YEAR} Rose n'y était pas")
    said = await maude.expect_any("Chiffres imprimes qui changent : ")
    assert "aucun" not in said.text
    await maude.press("oui, le faire")
    assert (await printed(town)).startswith("changes ")


async def test_a_remark_that_nobody_settled_waits_and_is_named_before_the_freeze(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("C'est juste?")
    await rose.tell("lautobus arrete a 19 h")
    await rose.expect_any("avec vos mots")
    await maude.text("/a-faire")
    await maude.expect_any(f"Une remarque a lire sur le chapitre {YEAR}", "/bilan-remarques 2025")
    await arrive(town, 5, 19)
    await maude.forget()
    await maude.text(f"/bilan-arreter {YEAR}")
    await maude.expect_any("des remarques sur le chapitre n'ont pas ete reglees, de Rose")
    await maude.press("ne rien faire")
    await maude.text(f"/bilan-remarques {YEAR}")
    await maude.expect_any("Rose : lautobus arrete a 19 h (a regler)", "Une remarque attend", "reglees")
    await maude.text(f"/bilan-remarques {YEAR} réglées")
    await maude.expect_any("Une remarque sur le chapitre 2025-2026 est reglee")
    await maude.text(f"/bilan-remarques {YEAR} réglées")
    await maude.expect_any("Aucune remarque n'attend")
    await maude.text("/a-faire")
    assert "remarque" not in (await maude.expect("")).text
    await maude.text(f"/bilan-arreter {YEAR}")
    assert "remarques" not in (await maude.expect_any("serait arrete")).text
    await luc.forget()


async def test_frozen_in_december_it_says_december_and_as_of_may(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    await arrive(town, 12, 31)
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.expect_any("chiffres tels que connus le 15 mai 2026 a 9 h, arretes le 31 decembre 2026")
    said = await printed(town)
    assert "arrêté, et les textes pris, le 31 décembre 2026" in said
    assert "arrêté le 15 mai" not in said


async def test_a_text_that_is_replaced_is_shown_kept_and_put_back(town: Town) -> None:
    maude, _rose, _luc = await a_year(town)
    await maude.text(f"/bilan-ecrire {YEAR} appris On parle mieux à deux.")
    first = await maude.expect("C'est garde pour le bilan")
    assert "Avant" not in first.text
    await maude.text(f"/bilan-ecrire {YEAR} appris On parle mieux à trois.")
    await maude.expect("Avant, il y avait : « On parle mieux a deux. »", f"/bilan-ecrire {YEAR} appris remettre")
    await maude.text(f"/bilan-ecrire {YEAR}")
    await maude.expect("On parle mieux a trois.", "(pas ecrit)")
    await maude.text(f"/bilan-ecrire {YEAR} appris remettre")
    await maude.expect("Le texte d'avant est remis", "On parle mieux a deux.")
    await maude.text(f"/bilan-ecrire {YEAR} appris remettre")
    await maude.expect("On parle mieux a trois.")
    await maude.text(f"/bilan-ecrire {YEAR} suite remettre")
    await maude.expect("pas de texte d'avant")
