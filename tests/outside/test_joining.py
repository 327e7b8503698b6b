"""Part 1, from outside: joining, linking, importing."""

from __future__ import annotations

import pytest

from tests.outside.world import FOUR, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

CSV = """name,phone,telegram_id,language,roles,roundtables,territory,channel,consent
Nadia,819 555-0181,,fr,expert,COCO,Grande-Anse,sms,formulaire papier 2025-03-02
Sans Numero,,,fr,member,COCO,,sms,formulaire papier 2025-03-02
Olivier,819 555-0182,,en,member,COCO,,sms,
Chef,819 555-0183,,fr,coordinator,COCO,,sms,formulaire papier 2025-03-02
"""


@pytest.mark.parametrize(("channel", "language"), FOUR)
async def test_someone_joins_and_their_consent_is_kept_with_their_words(
    world: World, channel: str, language: str
) -> None:
    person = world.person(channel, language)
    await person.join()
    rows = [row for row in await world.program.export("people") if row["person"] == person.name]
    assert [(row["language"], row["channel"], row["consent"]) for row in rows] == [(language, channel, "given")]
    assert rows[0]["consent_words"]
    assert rows[0]["consent_at"]
    assert person.address not in str(rows[0])


async def test_one_person_on_two_channels_is_linked_by_a_code_that_serves_once(world: World) -> None:
    phone, telegram = world.person("sms", "fr"), world.person("telegram", "fr")
    await phone.join()
    await phone.text("LIER")
    code = (await phone.expect("t.me/essai_bot?start=")).partition("?start=")[2].split()[0]
    await telegram.text(f"/start {code}")
    await telegram.expect("reli", phone.name)
    rows = [row for row in await world.program.export("people") if row["person"] == phone.name]
    assert sorted(row["channel"] for row in rows) == ["sms", "telegram"]
    assert len({row["number"] for row in rows}) == 1
    other = world.person("telegram", "fr")
    await other.text(f"/start {code}")
    await other.expect("deja servi")


async def test_a_list_is_imported_bad_lines_named_and_twice_changes_nothing(world: World) -> None:
    path = world.program.folder / "list.csv"
    path.write_text(CSV, encoding="utf-8")
    code, plan, complained = await world.program.shell("people", "import", str(path))
    assert code != 0, "nothing is kept without --yes when nobody sits there"
    assert "Ligne 3, Sans Numero" in plan
    assert "--yes" in complained
    assert not {"Nadia", "Olivier", "Chef"} & await names(world)
    done = await world.program.done("people", "import", str(path), "--yes")
    assert (done["added"], done["bad"], done["invited"]) == (3, 1, 1)
    assert [line["line"] for line in done["lines"]] == [3]
    code, _said, _complained = await world.program.shell("people", "list", "--as", "Chef")
    assert code != 0, "no list makes a coordinator"
    invited = world.person("sms", "en")
    invited.address = "+18195550182"
    await invited.expect("Olivier", "Maude")
    before = await world.program.export("people")
    again = await world.program.done("people", "import", str(path), "--yes")
    assert (again["added"], again["changed"], again["same"]) == (0, 0, 3)
    assert await world.program.export("people") == before
    await world.settled()
    assert len(invited.received) == 1, "the request for consent is made once"


async def names(world: World) -> set[str]:
    return {row["person"] for row in await world.program.export("people")}


async def test_a_list_attached_on_telegram_is_imported_as_the_shell_would(world: World) -> None:
    maude = world.people["Maude"]
    rows = CSV.replace("Nadia", "Noemie").replace("Olivier", "Oscar").replace("Chef", "Cheffe")
    rows = rows.replace("555-018", "555-019")
    world.telegram.document(int(maude.address), rows.encode(), "liste.csv", "text/csv", "/importer")
    await maude.expect("Recu. Je lis la liste")
    await maude.expect("A ajouter : 3", "Ligne 3, Sans Numero", "Ligne 5, Cheffe", "On garde tout cela?")
    assert not {"Noemie", "Oscar", "Cheffe"} & await names(world), "nothing is kept before the yes"
    await maude.choose(1)
    await maude.expect("3 ajoutees", "1 ligne refusee")
    path = world.program.folder / "same.csv"
    path.write_text(rows, encoding="utf-8")
    again = await world.program.done("people", "import", str(path), "--yes")
    assert (again["added"], again["changed"], again["same"]) == (0, 0, 3)
    assert not list((world.program.folder / "media").glob("*")), "nothing of the list stays on the disk"


async def test_a_command_that_cannot_ends_with_a_sentence_and_a_code(world: World) -> None:
    code, _said, complained = await world.program.shell("people", "add", "--name", "Rose", "--phone", "555")
    assert code != 0
    assert "819 555-0101" in complained, "an example is shown"
