"""Acts done from the console: the form, its check page, its confirmation, once; what it did, and how it is undone."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import func, select

from db.claims.rules import ClaimState
from db.claims.tables import Claim, Payment
from db.comments.tables import Comment, CommentState
from db.conversations import Task
from db.deliveries import Broadcast, Delivery
from db.digests import DigestItem
from db.journal import Entry
from db.meetings.tables import Attendance, Meeting, MeetingState, Presence
from db.people import Person, Role, grant
from tests.support.console import HTTPS, Browser, browser_of
from tests.support.people import settle_in
from tests.support.phones import Town
from tests.support.region import Region, fill_region


@pytest.fixture
async def region(town: Town) -> Region:
    return await fill_region(town)


@pytest.fixture
async def browser(town: Town, region: Region) -> Browser:
    return await browser_of(town, region.maude)


async def claim(town: Town, number: int) -> Claim:
    async with town.database.read() as session:
        return (await session.scalars(select(Claim).where(Claim.number == number))).one()


async def comment(town: Town, number: int) -> Comment:
    async with town.database.read() as session:
        return (await session.scalars(select(Comment).where(Comment.number == number))).one()


async def count(town: Town, table: type) -> int:
    async with town.database.read() as session:
        return int(await session.scalar(select(func.count()).select_from(table)) or 0)


# -- the check page ------------------------------------------------------------------------------------------------


async def test_an_answer_is_shown_as_its_author_will_read_it_then_sent_once(
    town: Town, region: Region, browser: Browser
) -> None:
    before = await count(town, Delivery)
    await browser.open(f"/bureau/rencontres/{region.held}/lecture")
    await browser.fill("/actes/comments.answer/2", decision="kept", reason="Le frigo ira au CLSC.")
    assert "Vérifier avant d'envoyer" in browser.words
    assert "Le frigo ira au CLSC." in browser.words
    assert "1 personne" in browser.words
    assert (await comment(town, 2)).state is CommentState.READ, "nothing is done before it is confirmed"
    await browser.confirm()
    assert (await comment(town, 2)).state is CommentState.ANSWERED
    assert await count(town, Delivery) == before + 1
    assert "Défaire ou corriger" in browser.words
    assert browser.page is not None
    assert browser.page.url.path == f"/bureau/rencontres/{region.held}/lecture"


async def test_what_was_done_is_said_once(town: Town, region: Region, browser: Browser) -> None:
    await browser.open("/bureau/actes/claims.reopen/13")
    await browser.fill()
    await browser.confirm()
    assert "Défaire ou corriger" in browser.words
    await browser.open("/bureau/demandes/13")
    assert "Défaire" not in browser.words


async def test_a_check_page_confirmed_twice_is_done_once(town: Town, region: Region, browser: Browser) -> None:
    """A double click, a reload, two tabs: the second time shows what the first one did."""
    await browser.open("/bureau/actes/claims.refuse/11")
    await browser.fill(reason="Ce n'était pas une rencontre.")
    target, data = browser.form()
    first, second = await browser.post(target, data), await browser.post(target, data)
    assert first.headers["location"] == second.headers["location"]
    assert (await claim(town, 11)).state is ClaimState.REFUSED
    async with town.database.read() as session:
        acts = [a for a in await session.scalars(select(Entry.act)) if a == "claims.refused"]
    assert acts == ["claims.refused"]


async def test_a_check_page_that_is_no_longer_true_is_shown_again(town: Town, region: Region, browser: Browser) -> None:
    await browser.open("/bureau/ecrire")
    await browser.fill("/ecrire", to="territoire Grande-Anse", words="Le local est fermé demain.")
    assert "2 personnes" in browser.words or "3 personnes" in browser.words
    people = re.search(r"Envoyer (\d+) messages", browser.words)
    assert people
    new = await settle_in(town, town.sms("+18195550149"), "Nadia", Role.MEMBER)
    async with town.database.write() as session:
        (await session.get_one(Person, new.id)).territory = "Grande-Anse"
    await browser.fill("/ecrire", but=("again",), people=people[1])
    assert "a changé depuis" in browser.words
    assert await count(town, Broadcast) == 1
    await browser.fill("/ecrire", but=("again",), people=str(int(people[1]) + 1))
    assert await count(town, Broadcast) == 2


async def test_an_announcement_wants_the_number_of_people_written_again(
    town: Town, region: Region, browser: Browser
) -> None:
    await browser.open("/bureau/ecrire")
    await browser.fill("/ecrire", to="table COCO", words="Le local est fermé demain.")
    people = re.search(r"Envoyer (\d+) messages", browser.words)
    assert people
    for wrong in ("", "1", "999", "deux"):
        await browser.fill("/ecrire", but=("again",), people=wrong)
        assert await count(town, Broadcast) == 1
        assert "Ce n'est pas le nombre de personnes" in browser.words
    await browser.fill("/ecrire", but=("again",), people=people[1])
    assert await count(town, Broadcast) == 2
    assert browser.page is not None
    assert re.search(r"/bureau/envois/\d+$", browser.page.url.path)


async def test_back_from_the_check_page_keeps_the_words(town: Town, region: Region, browser: Browser) -> None:
    await browser.open("/bureau/ecrire")
    await browser.fill("/ecrire", to="table COCO", words="Le local est fermé demain.")
    await browser.fill("/ecrire", again="yes")
    assert browser.form("/ecrire")[1]["words"] == "Le local est fermé demain."
    assert browser.form("/ecrire")[1]["to"] == "table COCO"


async def test_a_refusal_shows_the_form_as_it_was_filled_with_a_link_to_what_is_wrong(
    town: Town, region: Region, browser: Browser
) -> None:
    await browser.open("/bureau/actes/comments.answer/2")
    await browser.fill(reason="Le frigo ira au CLSC.")
    assert browser.page is not None
    assert "Erreur :" in browser.words
    assert 'href="#f-decision"' in browser.page.text
    assert browser.form()[1]["reason"] == "Le frigo ira au CLSC."
    assert "/suite" not in browser.words, "a page names no command of the chat"


async def test_the_two_phones_while_one_writes_leave_nothing_behind(
    town: Town, region: Region, browser: Browser
) -> None:
    await browser.open("/bureau/ecrire")
    _, data = browser.form("/ecrire")
    answer = await browser.post("/bureau/ecrire/apercu", data | {"to": "table COCO", "words": "Le local est fermé."})
    assert answer.status_code == 200
    assert "Téléphone simple" in browser.words
    assert "19 lettres, 1 texto compté" in browser.words
    assert await count(town, Broadcast) == 1


# -- claims --------------------------------------------------------------------------------------------------------


async def test_claims_are_approved_together_after_their_check_page(
    town: Town, region: Region, browser: Browser
) -> None:
    await browser.open("/bureau/demandes")
    await browser.fill("/actes/claims.approve", number=["11", "12"])
    assert "Vérifier" in browser.words
    assert (await claim(town, 11)).state is ClaimState.SUBMITTED
    await browser.confirm()
    assert [(await claim(town, n)).state for n in (11, 12)] == [ClaimState.APPROVED] * 2


async def test_nobody_decides_their_own_claim(town: Town, region: Region, browser: Browser) -> None:
    await browser.open("/bureau/demandes")
    assert browser.page is not None
    assert not re.search(r'name="number" value="16"', browser.page.text)
    await browser.fill("/actes/claims.approve", number=["16"])
    assert "est à vous" in browser.words
    assert (await claim(town, 16)).state is ClaimState.SUBMITTED


async def test_nothing_ticked_is_said(town: Town, region: Region, browser: Browser) -> None:
    await browser.open("/bureau/demandes")
    await browser.fill("/actes/claims.approve")
    assert "Cochez au moins une ligne" in browser.words


async def test_paying_shows_each_sum_wants_the_total_and_a_yes_on_telegram(
    town: Town, region: Region, browser: Browser
) -> None:
    phone = town.telegram("9001")
    await browser.open("/bureau/demandes/payer")
    await browser.fill("/payer", mode="cheque")
    assert "125 $" in browser.words
    await browser.fill("/confirmer", but=("again",), total="100")
    assert "Confirmez que c'est bien vous" in browser.words, "money: it must still be them"
    assert await count(town, Payment) == 0
    await phone.expect_any("Est-ce vous")
    await browser.fill()
    assert "pas encore dit oui" in browser.words
    await phone.press("oui, c'est moi")
    await browser.fill()
    assert await count(town, Payment) == 0
    assert "125 $" in browser.words, "another total than theirs is refused"
    await browser.fill("/confirmer", but=("again",), total="125,00")
    assert await count(town, Payment) == 1
    assert [(await claim(town, n)).state for n in (13, 14)] == [ClaimState.PAID] * 2
    assert "Défaire ou corriger" in browser.words
    assert "Allocation" in browser.words


async def test_a_confirmation_lasts_a_quarter_of_an_hour_and_renews_the_cookie(
    town: Town, region: Region, browser: Browser
) -> None:
    phone = town.telegram("9001")
    before = browser.client.cookies.get("__Host-bureau")
    await browser.open("/bureau/actes/claims.set_rate")
    await browser.fill(kind="meal", from_date="2026-03-01", cents="22,50")
    await phone.expect_any("Est-ce vous")
    await phone.press("oui, c'est moi")
    await browser.fill()
    assert browser.client.cookies.get("__Host-bureau") != before
    assert "22,50" in browser.words
    await browser.open("/bureau/actes/claims.set_rate")
    await browser.fill(kind="meal", from_date="2026-04-01", cents="23")
    assert "Confirmez" not in browser.words
    await town.move(minutes=16)
    await browser.open("/bureau/actes/claims.set_rate")
    await browser.fill(kind="meal", from_date="2026-05-01", cents="24")
    assert "Confirmez que c'est bien vous" in browser.words


# -- meetings ------------------------------------------------------------------------------------------------------


async def test_presence_is_noted_by_radio_and_what_is_not_touched_stays(
    town: Town, region: Region, browser: Browser
) -> None:
    other = await browser_of(town, region.denis)
    place = f"/bureau/rencontres/{region.held}/presence"
    await browser.open(place)
    await other.open(place)
    await other.fill("", **{f"p-{region.omar.id}": "none"})
    await browser.fill("", **{f"p-{region.lise.id}": "phone"})
    async with town.database.read() as session:
        rows = {a.person_id: a for a in await session.scalars(select(Attendance)) if a.meeting_id == region.held}
    assert rows[region.lise.id].presence is Presence.PHONE
    assert rows[region.omar.id].presence is Presence.NONE
    assert rows[region.omar.id].noted_by == region.denis.id
    assert "au téléphone Maude" in browser.words
    await browser.open(place)
    await browser.fill("")
    assert "Rien n'a été changé" in browser.words


async def test_a_meeting_is_planned_corrected_announced_moved_and_cancelled(
    town: Town, region: Region, browser: Browser
) -> None:
    await browser.open("/bureau/rencontres/nouvelle")
    given = {"roundtable": "COCO", "day": "2026-03-10", "start": "13:30", "end": "15:30", "title-1": "Le camp"}
    await browser.fill("", **given)
    assert browser.page is not None
    number = int(browser.page.url.path.rpartition("/")[2])
    assert "à compléter" in browser.words
    await browser.open(f"/bureau/rencontres/{number}/points/1")
    await browser.fill("", plain="On choisit l'heure.", changes="L'autobus.")
    assert "à compléter" not in browser.words
    await browser.open(f"/bureau/actes/meetings.announce/{number}")
    await browser.fill()
    await browser.confirm()
    await browser.open(f"/bureau/rencontres/{number}/deplacer")
    await browser.fill("", start="14:00", end="16:00")
    assert "14 h" in browser.words, "nobody had heard of it: nobody is told that it changed"
    await browser.open(f"/bureau/actes/meetings.cancel/{number}")
    await browser.fill(reason="Tempête.")
    await browser.confirm()
    async with town.database.read() as session:
        assert (await session.get_one(Meeting, number)).state is MeetingState.CANCELLED


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"day": "demain"}, "day"),
        ({"start": "13h"}, "start"),
        ({"answer_by": "x"}, "answer_by"),
    ],
)
async def test_what_cannot_be_read_of_a_meeting_is_said_beside_its_input(
    town: Town, region: Region, browser: Browser, given: dict[str, str], field: str
) -> None:
    await browser.open("/bureau/rencontres/nouvelle")
    whole = {"roundtable": "COCO", "day": "2026-03-10", "start": "13:30", "end": "15:30"}
    await browser.fill("", **(whole | given))
    assert browser.page is not None
    assert f'href="#f-{field}"' in browser.page.text
    assert browser.form()[1]["roundtable"] == "COCO"


async def test_comments_are_taken_and_each_author_learns_it(town: Town, region: Region, browser: Browser) -> None:
    await browser.open(f"/bureau/actes/comments.carry/{region.coming}")
    await browser.fill()
    assert "Vérifier" in browser.words
    await browser.confirm()
    assert (await comment(town, 1)).state is CommentState.CARRIED
    assert (await comment(town, 5001)).state is CommentState.CARRIED


# -- calls, people, digest, journal, settings ----------------------------------------------------------------------


async def test_a_call_is_settled_by_a_labelled_answer(town: Town, region: Region, browser: Browser) -> None:
    await browser.open(f"/bureau/appels/{region.task}")
    assert "jaimerais parler a quelquun" in browser.words
    assert "819 555-0144" in browser.words, "a number whole, where it is called from"
    await browser.fill("/issue")
    assert "Erreur" in browser.words
    await browser.fill("/issue", letter="P")
    async with town.database.read() as session:
        assert (await session.get_one(Task, region.task)).closed_at is not None


async def test_distress_is_taken_from_the_first_line_of_the_first_page(
    town: Town, region: Region, browser: Browser
) -> None:
    await browser.open("/bureau")
    assert browser.page is not None
    assert f"/bureau/appels/{region.cry}" in browser.page.text
    await browser.open(f"/bureau/actes/calls.take/{region.cry}")
    await browser.fill()
    async with town.database.read() as session:
        assert (await session.get_one(Task, region.cry)).acknowledged_by == region.maude.id


async def test_someone_is_added_and_invited_then_corrected(town: Town, region: Region, browser: Browser) -> None:
    await browser.open("/bureau/personnes/nouvelle")
    await browser.fill("", name="Nadia", phone="819 555-0150", roundtables="COCO", language="fr")
    assert "Vérifier" in browser.words, "she is written to: what she will read is shown first"
    await browser.confirm()
    assert "Nadia" in browser.words
    assert browser.page is not None
    place = browser.page.url.path
    await browser.open(f"{place}/modifier")
    await browser.fill("", name="Nadia B.", roundtables="")
    assert "Nadia B." in browser.words
    assert "COCO" not in browser.words


async def test_a_phone_badly_written_is_said_and_the_rest_is_kept(town: Town, region: Region, browser: Browser) -> None:
    await browser.open("/bureau/personnes/nouvelle")
    await browser.fill("", name="Nadia", phone="12", territory="Grande-Anse")
    assert "Erreur" in browser.words
    assert browser.form()[1]["name"] == "Nadia"


async def test_items_of_the_digest_move_by_buttons(town: Town, region: Region, browser: Browser) -> None:
    await browser.open("/bureau/infolettre")
    assert browser.words.index("Vélo gratuit") < browser.words.index("Le comptoir")
    await browser.fill("/infolettre", move="down")
    assert browser.words.index("Le comptoir") < browser.words.index("Vélo gratuit")
    async with town.database.read() as session:
        titles = list(await session.scalars(select(DigestItem.title).order_by(DigestItem.position)))
    assert titles == ["Le comptoir", "Vélo gratuit"]


async def test_the_journal_of_a_person_is_asked_for_and_noted(town: Town, region: Region, browser: Browser) -> None:
    await browser.open("/bureau/journal?q=Lise")
    assert "laisse une ligne au journal" in browser.words
    async with town.database.read() as session:
        assert "journal.seen" not in list(await session.scalars(select(Entry.act)))
    await browser.fill("/journal", but=())
    async with town.database.read() as session:
        assert "journal.seen" in list(await session.scalars(select(Entry.act)))


async def test_one_s_sessions_are_listed_and_closed(town: Town, region: Region, browser: Browser) -> None:
    other = await browser_of(town, region.maude)
    await browser.open("/bureau/reglages")
    assert browser.words.count("Firefox, Windows") >= 2
    await browser.fill("/reglages/fermer")
    assert (await other.client.get("/bureau")).status_code == 303
    assert (await browser.client.get("/bureau")).status_code == 200
    await browser.fill("/fermer-tout")
    assert (await browser.client.get("/bureau")).status_code == 303


async def test_the_language_button_changes_the_page_and_what_porte_voix_writes(
    town: Town, region: Region, browser: Browser
) -> None:
    await browser.open("/bureau/rencontres")
    await browser.fill("/langue")
    assert "Meetings" in browser.words
    assert browser.page is not None
    assert browser.page.url.path == "/bureau/rencontres"


async def test_two_coordinators_on_one_claim_the_second_is_told(town: Town, region: Region, browser: Browser) -> None:
    async with town.database.write() as session:
        await grant(session, region.denis.id, Role.COORDINATOR, "")
    other = await browser_of(town, region.denis)
    for one in (browser, other):
        await one.open("/bureau/actes/claims.approve/12")
        await one.fill()
    await browser.confirm()
    await other.confirm()
    assert "acceptée" in other.words
    assert (await claim(town, 12)).decided_by == region.maude.id


LIST = """nom;téléphone;table;accord
Nadia;819 555-0150;COCO;formulaire papier 2026-01-10
Ahmed;819 555-0151;COCO;
Zoé;pas de téléphone;COCO;
Lise;819 555-0143;COCO;
"""


async def upload(browser: Browser, words: str) -> None:
    await browser.open("/bureau/personnes/importer")
    target, data = browser.form()
    files = {"file": ("liste.csv", words.encode(), "text/csv")}
    browser.page = await browser.client.post(target, data=data, files=files, headers={"Origin": HTTPS})


async def test_a_list_is_shown_line_by_line_then_kept_whole(town: Town, region: Region, browser: Browser) -> None:
    before = await count(town, Person)
    await upload(browser, LIST)
    for words in ("Nadia ajoutée", "Ahmed ajoutée", "Zoé laissée", "Enregistrer 2 personnes"):
        assert words in browser.words, browser.words
    assert await count(town, Person) == before
    await browser.fill("/importer", but=("again",))
    assert await count(town, Person) == before, "without the button that keeps it, it is looked at again"
    await browser.fill("/importer", but=("again",), confirm="yes")
    assert await count(town, Person) == before + 2
    assert browser.page is not None
    assert browser.page.url.path == "/bureau/personnes"


async def test_a_list_that_was_kept_is_on_the_page_by_its_title_and_is_taken_back_after_a_look(
    town: Town, region: Region, browser: Browser
) -> None:
    before = await count(town, Person)
    await upload(browser, LIST)
    assert "liste.csv" in browser.words
    await browser.fill("/importer", but=("again",), confirm="yes")
    assert "/actes/people.undo_import/1" in (browser.page.text if browser.page is not None else "")
    await browser.open("/bureau/personnes/importer")
    assert "« liste.csv »" in browser.words
    assert "2 ajoutées" in browser.words
    await browser.open("/bureau/actes/people.undo_import/1")
    await browser.fill()
    for words in ("Défaire l'import", "liste.csv", "2 personnes ajoutées sont retirées", "Nadia"):
        assert words in browser.words, browser.words
    assert await count(town, Person) == before + 2, "it is looked at first"
    await browser.confirm()
    assert await count(town, Person) == before
    await browser.open("/bureau/personnes/importer")
    assert "défait" in browser.words


async def test_a_list_shows_how_it_was_read_what_is_left_out_and_shared_phones(
    town: Town, region: Region, browser: Browser
) -> None:
    words = "nom;téléphone;courriel;remarques\nNadia;819 555-0150;n@exemple.org;aime le matin\nAhmed;819 555-0150;;\n"
    await upload(browser, words)
    for said in (
        "« courriel » = le courriel, qui n'est pas gardé",
        "« remarques » = des notes, qui ne sont pas gardées",
        "Exemple, ligne 2 : Nadia | 819 555-0150",
        "Téléphone partagé : 819 555-0150, à Nadia et Ahmed",
    ):
        assert said in browser.words, browser.words


async def test_a_list_confirmed_from_an_older_picture_is_shown_again(
    town: Town, region: Region, browser: Browser
) -> None:
    await upload(browser, LIST)
    target, data = browser.form("/importer")
    await settle_in(town, town.sms("+18195550150"), "Nadia", Role.MEMBER)
    before = await count(town, Person)
    await browser.post(target, {k: v for k, v in data.items() if k != "again"} | {"confirm": "yes"})
    assert await count(town, Person) == before
    assert "Erreur" in browser.words


@pytest.mark.parametrize("words", ["", "rien;du;tout\n1;2;3\n", "\x00\x01\x02"])
async def test_what_is_no_list_of_people_is_said(town: Town, region: Region, browser: Browser, words: str) -> None:
    await upload(browser, words)
    assert "Erreur" in browser.words


async def test_an_erasure_is_confirmed_then_its_day_is_on_the_card_with_what_stops_it(
    town: Town, region: Region, browser: Browser
) -> None:
    await browser.open(f"/bureau/actes/privacy.erase/{region.lise.id}")
    await browser.fill(reason="au téléphone")
    assert "partiraient pour toujours" in browser.words
    await browser.open(f"/bureau/personnes/{region.lise.id}")
    assert "tout sera effacé" not in browser.words, "nothing is done before it is confirmed"
    await browser.open(f"/bureau/actes/privacy.erase/{region.lise.id}")
    await browser.fill(reason="au téléphone")
    await browser.confirm()
    await browser.open(f"/bureau/personnes/{region.lise.id}")
    assert "tout sera effacé le" in browser.words
    await browser.open("/bureau/vie-privee")
    assert f"/actes/privacy.keep/{region.lise.id}" in (browser.page.text if browser.page is not None else "")
    await browser.open(f"/bureau/actes/privacy.keep/{region.lise.id}")
    await browser.fill()
    assert "cette personne vous l'a dit" in browser.words
    await browser.confirm()
    await browser.open(f"/bureau/personnes/{region.lise.id}")
    assert "tout sera effacé" not in browser.words
