"""Once the meeting is over: who came, the plain minutes for those who were absent, a nudge while they are missing."""

from __future__ import annotations

import pytest

from db.meetings.tables import MeetingState
from tests.support.meetings import announced, arrive, meeting_row, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

MINUTES = "Le camp ouvrira à 8h30. On en reparle en mars."


async def held(town: Town) -> tuple[Phone, dict[str, Phone]]:
    """Five people: two said yes, one no, one maybe, one nothing; the meeting is over."""
    maude = await coordinator(town)
    phones = {
        "Rose": town.sms("+18195550101"),
        "Luc": town.telegram("1001"),
        "Nell": town.sms("+18195550103"),
        "Theo": town.telegram("1004"),
        "Anne": town.sms("+18195550105"),
    }
    for name, phone in phones.items():
        await seated(town, phone, name, language="en" if name == "Theo" else "fr")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await phones["Rose"].text("OUI")
    await phones["Luc"].press("oui")
    await phones["Nell"].text("NON")
    await phones["Nell"].text("2")
    await phones["Theo"].press("maybe")
    await maude.forget()
    await arrive(town, 2, 10, 15, 40)
    for phone in phones.values():
        await phone.forget()
    return maude, phones


async def test_the_coordinator_notes_who_came_and_everyone_absent_gets_the_minutes(town: Town) -> None:
    maude, phones = await held(town)
    await maude.expect_any("COCO vient de finir", "Qui etait la?", "/presence 1")
    assert (await meeting_row(town, 1)).state is MeetingState.HELD
    await maude.text("/presence 1")
    listed = await maude.expect("Qui etait la?", "Rose", "Luc", "Anne", "/presence 1 3, 5 tel, 7 absent")
    assert "Maude" not in listed.text
    await maude.text("/presence 1 Theo tel, Luc absent")
    await maude.expect("presence notee pour 2 personnes")
    await maude.tell(f"/compte-rendu 1 {MINUTES}")
    await maude.expect("Resume", "no 1", "4 personnes")
    await town.tick()
    await phones["Luc"].expect("Resume de COCO, mardi 10 fevrier", "Le camp ouvrira a 8h30")
    for name in ("Nell", "Anne"):
        await phones[name].expect("COCO du mardi 10 fev.", "Le camp ouvrira a 8h30")
    said = await phones["Rose"].expect("COCO du mardi 10 fev.", "Le camp ouvrira a 8h30")
    assert "pas" not in said.text, "she said yes, and nobody noted whether she came"
    await phones["Theo"].expect_nothing()
    assert (await meeting_row(town, 1)).state is MeetingState.CLOSED
    await maude.tell(f"/compte-rendu 1 {MINUTES}")
    await maude.expect("est deja envoye")
    await town.tick()
    await phones["Anne"].expect_nothing()


async def test_the_minutes_in_english(town: Town) -> None:
    maude, phones = await held(town)
    await maude.text("/presence 1 Rose, Luc, Nell, Anne, Theo absent")
    await maude.expect_any("presence notee pour 5 personnes")
    await maude.tell(f"/minutes 1 {MINUTES}")
    await maude.expect("1 personne")
    await town.tick()
    await phones["Theo"].expect("COCO, Tuesday, February 10, in short", "Le camp ouvrira")


async def test_one_minutes_is_one_line_of_what_was_sent(town: Town) -> None:
    """For those noted absent and for those of whom nothing is noted alike."""
    maude, _phones = await held(town)
    await maude.text("/presence 1 Rose absent, Luc absent, Nell")
    await maude.tell(f"/compte-rendu 1 {MINUTES}")
    await town.tick()
    await maude.forget()
    await maude.text("/envois")
    said = await maude.expect("COCO")
    lines = [line for line in said.text.splitlines() if "résumé" in line.casefold() or "compte" in line.casefold()]
    assert len(lines) == 1, said.text
    assert "3 sur 3" in lines[0] or "4 sur 4" in lines[0], lines[0]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("/presence 1 Zoe", ("Zoe", "/presence")),
        ("/compte-rendu 1", ("Il manque le texte", "/compte-rendu 1 Le camp")),
        (f"/compte-rendu 1 {'a' * 1501}", ("1501", "1500")),
        ("/compte-rendu", ("/compte-rendu 12",)),
        ("/presence", ("/presence 12",)),
    ],
)
async def test_what_cannot_be_noted_says_why_with_an_example(town: Town, words: str, why: tuple[str, ...]) -> None:
    maude, phones = await held(town)
    await maude.forget()
    await maude.text(words)
    await maude.expect(*why)
    await phones["Anne"].expect_nothing()


async def test_nothing_is_noted_before_the_meeting(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    for words in ("/presence 1 Rose", f"/compte-rendu 1 {MINUTES}"):
        await maude.text(words)
        await maude.expect("n'a pas encore eu lieu")
