"""A list of people sent on Telegram: fetched from there, imported once, answered line by line, and not kept."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from bot.channels.telegram import Telegram
from bot.media_job import DELAYS, MOST_ATTEMPTS, MediaJob
from bot.settings import Settings
from bot.simulator import Providers, simulated_providers
from db.conversations import StoredFile
from db.organisations import Roundtable
from db.people import Person, PersonRole, Role
from db.session import Database
from messages import Kind, Media
from tests.bot.channels.provider import closed_port
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator
from tests.support.phones import ENV, Phone, Town

HEADER = "name,phone,roles,consent\n"
PAPER = "formulaire papier 2026-01-12"
GOOD = f"Rose,819 555-0101,expert,{PAPER}\nLuc,819 555-0102,member,{PAPER}\n"


class Desk:
    """A town with one coordinator on Telegram, whose files lie at the simulated Bot API."""

    def __init__(self, town: Town, sim: Providers, maude: Phone, folder: Path) -> None:
        self.town, self.sim, self.maude, self.folder = town, sim, maude, folder
        self.telegram = Telegram(sim.telegram.token, sim.telegram_url)
        self.job = self.job_with(self.telegram)

    def job_with(self, telegram: Telegram) -> MediaJob:
        settings = Settings.load({**ENV, "MEDIA_FOLDER": str(self.folder)})
        return MediaJob(self.town.database, settings, lambda: self.town.now, telegram, None, self.town.installation)

    async def attach(
        self, content: bytes, words: str = "/importer", kind: Kind = Kind.DOCUMENT, title: str = ""
    ) -> None:
        media = Media(self.sim.telegram.store(content, "document"), "text/csv", len(content), title)
        await self.town.receive(self.maude, kind, text=words, media=(media,))

    async def names(self) -> set[str]:
        async with self.town.database.read() as session:
            return set(await session.scalars(select(Person.name))) - {"Maude"}

    async def states(self) -> list[str]:
        async with self.town.database.read() as session:
            return list(await session.scalars(select(StoredFile.state).order_by(StoredFile.id)))


@pytest.fixture
async def desk(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    database = Database(sqlite_url)
    town = await Town(database, MONDAY).open()
    async with simulated_providers() as sim:
        made = Desk(town, sim, await coordinator(town, "Maude"), tmp_path / "media")
        yield made
        await made.telegram.close()
    await database.close()


def excel(*rows: list[object]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    book.save(out)
    return out.getvalue()


FILES = {
    "csv": (HEADER + GOOD).encode(),
    "excel": excel(
        ["Nom", "Téléphone", "rôle", "consentement"],
        ["Rose", 8195550101.0, "expert", PAPER],
        ["Luc", "819-555-0102", "membre", PAPER],
    ),
    "excel's unicode text": (HEADER + GOOD).replace(",", "\t").encode("utf-16"),
    "first and family names apart": f"Prénom;Nom;Tel;Consentement\nRose;;8195550101;{PAPER}\n;Luc;8195550102;{PAPER}\n"
    .encode("cp1252"),
}  # fmt: skip


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
async def test_a_file_attached_to_the_command_is_imported(desk: Desk, content: bytes) -> None:
    await desk.attach(content)
    await desk.maude.expect("Recu")
    assert await desk.job.sweep() == 1
    await desk.maude.expect("A ajouter : 2", "Rose", "Luc", "On garde tout cela?")
    assert await desk.names() == set(), "nothing is kept before the yes"
    await desk.maude.text("1")
    assert await desk.job.sweep() == 1
    await desk.maude.expect("2 ajoutees", "0 ligne refusee")
    assert await desk.names() == {"Rose", "Luc"}
    assert await desk.states() == ["read"]
    assert not desk.folder.exists(), "nothing of the list stays on the disk"
    assert await desk.job.sweep() == 0


async def test_the_command_alone_asks_for_the_file_which_comes_next(desk: Desk) -> None:
    await desk.maude.text("/import")
    await desk.maude.expect("Envoyez le fichier", "cellulaire")
    await desk.maude.text("le voici bientot")
    await desk.maude.expect("Il faut un fichier", "Envoyez le fichier")
    await desk.attach((HEADER + GOOD).encode(), words="")
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    await desk.maude.expect("On garde tout cela?")
    await desk.maude.press("oui")
    await desk.job.sweep()
    await desk.maude.expect("2 ajoutees")


async def test_a_no_keeps_nothing(desk: Desk) -> None:
    await desk.attach((HEADER + GOOD).encode())
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    await desk.maude.expect("On garde tout cela?")
    await desk.maude.text("non")
    await desk.maude.expect("rien n'est change")
    assert await desk.job.sweep() == 0
    assert await desk.names() == set()


async def test_a_near_miss_is_asked_and_its_answer_is_kept(desk: Desk) -> None:
    await desk.attach(b"nom;cell;table\nRose;819 555-0101;COCO\nLuc;819 555-0102;Cocco\n")
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    await desk.maude.expect("« Cocco » ressemble a la table « COCO »", "1 ligne attend")
    await desk.maude.press("COCO")
    await desk.job.sweep()
    await desk.maude.expect("Nouvelle table : COCO", "On garde tout cela?")
    await desk.maude.text("oui")
    await desk.job.sweep()
    await desk.maude.expect("2 ajoutees")
    async with desk.town.database.read() as session:
        assert list(await session.scalars(select(Roundtable.name))) == ["COCO"]


async def test_what_changed_since_the_plan_was_shown_is_shown_again(desk: Desk) -> None:
    await desk.attach((HEADER + GOOD).encode())
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    await desk.maude.expect("A ajouter : 2")
    rose = desk.town.sms("+18195550101")
    await rose.text("JOINDRE")
    await rose.expect("Langue?")
    await desk.maude.text(f"/personne Luc; 819 555-0102; consentement: {PAPER}")
    await desk.maude.expect("ajoute : Luc")
    await desk.maude.press("oui")
    await desk.job.sweep()
    await desk.maude.expect("A ajouter : 1", "Deja la", "On garde tout cela?")
    assert await desk.names() == {"Luc"}


async def test_not_now_changes_nothing(desk: Desk) -> None:
    await desk.maude.text("/importer")
    await desk.maude.expect("Envoyez le fichier")
    await desk.maude.press("pas maintenant")
    await desk.maude.expect("Rien")
    assert await desk.names() == set()


async def test_a_second_time_changes_nothing_and_bad_lines_are_named(desk: Desk) -> None:
    bad = f"Chef,819 555-0103,coordinator,{PAPER}\nSans Numero,,member,{PAPER}\n"
    await desk.attach((HEADER + GOOD + bad).encode())
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    said = await desk.maude.expect("A ajouter : 3", "Ligne 4", "Ligne 5, Sans Numero", "Refusees : 1")
    assert len(said.text) < 4096, "one Telegram message"
    await desk.maude.text("oui")
    await desk.job.sweep()
    await desk.maude.expect("3 ajoutees", "1 ligne refusee")
    await desk.attach((HEADER + GOOD + bad).encode())
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    await desk.maude.expect("Deja la, rien a changer : 3", "rien a garder")
    async with desk.town.database.read() as session:
        of_chef = select(PersonRole.role).join(Person, Person.id == PersonRole.person_id).where(Person.name == "Chef")
        assert list(await session.scalars(of_chef)) == [Role.MEMBER]


async def test_two_hundred_bad_lines_still_make_one_message(desk: Desk) -> None:
    many = "".join(f"{'Nom ' * 30}{n},{n}{'9' * 300},{'role' * 60},{'jamais ' * 80}\n" for n in range(200))
    await desk.attach((HEADER + many).encode())
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    said = await desk.maude.expect("Ligne 2", "et 188 autres")
    assert len(said.text) <= 4096


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "ligne"),
        (b"\xff\xd8\xff a picture that says it is a file", "une image"),
        (b"PK\x03\x04 no zip", "abime"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "abime"),
        (HEADER.encode(), "aucune ligne"),
        (b"ville,montant\nGatineau,12\n", "ville, montant"),
        (HEADER.encode() + b"x" * 5_000_001, "5 Mo"),
        ((HEADER + GOOD * 1_001).encode(), "2000 lignes au plus"),
    ],
    ids=["empty", "picture", "broken", "xls", "titles alone", "another table", "too big", "too long"],
)
async def test_what_is_no_list_of_people_is_said_in_a_sentence(desk: Desk, content: bytes, words: str) -> None:
    await desk.attach(content)
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    await desk.maude.expect(words)
    assert await desk.names() == set()


async def test_a_photo_of_a_list_is_no_list(desk: Desk) -> None:
    await desk.attach(b"\xff\xd8\xff", kind=Kind.PHOTO)
    await desk.maude.expect("Il faut un fichier")


async def test_a_file_that_telegram_does_not_give_is_tried_again_then_said(desk: Desk) -> None:
    await desk.attach((HEADER + GOOD).encode())
    await desk.maude.expect("Recu")
    away = Telegram(desk.sim.telegram.token, await closed_port())
    desk.job = desk.job_with(away)
    for _ in range(MOST_ATTEMPTS):
        assert await desk.job.sweep() == 1
        desk.town.now += dt.timedelta(seconds=DELAYS[-1])
    assert await desk.job.sweep() == 0
    await away.close()
    await desk.maude.expect_any("de nouveau avec /importer")


async def test_nobody_but_a_coordinator_imports(desk: Desk) -> None:
    member = desk.town.telegram("2002")
    media = Media(desk.sim.telegram.store(b"x", "document"), "text/csv", 1)
    await desk.town.receive(member, Kind.DOCUMENT, text="/importer", media=(media,))
    await member.expect("coordination")


async def test_who_no_longer_coordinates_when_the_file_comes_imports_nothing(desk: Desk) -> None:
    await desk.attach((HEADER + GOOD).encode())
    await desk.maude.expect("Recu")
    async with desk.town.database.write() as session:
        role = await session.scalar(select(PersonRole).where(PersonRole.role == Role.COORDINATOR))
        await session.delete(role)
    await desk.job.sweep()
    await desk.maude.expect("coordination")
    assert await desk.names() == set()


async def test_the_plan_shows_what_they_will_receive_and_the_answer_names_them(desk: Desk) -> None:
    await desk.attach(f"nom;cell;consentement\nRose;819 555-0101;\nLuc;819 555-0102;{PAPER}\n".encode())
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    plan = await desk.maude.expect("1 a qui on demandera leur oui", "On demandera son oui a : Rose")
    await desk.maude.press("oui")
    await desk.job.sweep()
    await desk.maude.expect(
        "2 ajoutees", "Ajout : Rose (", "Luc (", "Son oui est demande a : Rose", "/vie-privee oublier"
    )
    await desk.town.tick()
    sent = await desk.town.sms("+18195550101").expect("Bonjour Rose. Maude")
    assert sent.text in plan.text, "what is shown is what leaves"


async def test_the_yes_to_an_older_list_keeps_nothing_once_another_was_sent(desk: Desk) -> None:
    await desk.attach((HEADER + GOOD).encode())
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    await desk.maude.expect("On garde tout cela?")
    (older,) = [data for said in desk.maude.all for shown, data in said.buttons if shown.startswith("oui")]
    await desk.attach(f"nom;cell;consentement\nAna;819 555-0103;{PAPER}\n".encode())
    await desk.maude.expect("Recu")
    await desk.job.sweep()
    await desk.maude.expect("Ana", "On garde tout cela?")
    await desk.town.receive(desk.maude, Kind.BUTTON, button=older)
    await desk.job.sweep()
    await desk.maude.expect("liste plus ancienne", "/importer")
    assert await desk.names() == set()


REAL = Path(__file__).parents[1] / "handlers" / "people" / "lists" / "files"
# Lists as organisations keep them, and how many people each adds when whoever is asked about is left out.
AS_KEPT = {
    "access_export.txt": 2, "attendance.csv": 3, "attendance_days.csv": 2, "food_bank.csv": 2,
    "google_form_questions.csv": 4, "mail_merge.csv": 0, "member_organisations.csv": 2, "participants_en.csv": 3,
    "phone_list_one_column.csv": 3, "whatsapp.vcf": 3,
}  # fmt: skip


@pytest.mark.parametrize("name", AS_KEPT)
async def test_a_list_as_it_is_kept_goes_in_by_its_title_and_can_be_taken_back(desk: Desk, name: str) -> None:
    await desk.attach((REAL / name).read_bytes(), title=name)
    await desk.maude.expect("Recu")
    for _ in range(6):
        await desk.job.sweep()
        await desk.town.settle()
        labels = [label for label, _data in desk.maude.all[-1].buttons]
        if not labels or labels[0].startswith("oui, garder"):
            break
        leaving = [label for label in labels if label.startswith(("ne pas les ajouter", "non, ne pas"))]
        await desk.maude.press((leaving or labels)[0])
    if not AS_KEPT[name]:
        assert "Il n'y a rien" in desk.maude.all[-1].text
        return
    assert labels[0].startswith(f"oui, garder {name} (")
    await desk.maude.forget()
    await desk.maude.press("oui, garder")
    await desk.job.sweep()
    await desk.maude.expect(name, f"{AS_KEPT[name]} ajoute", "/annuler import 1")
    assert len(await desk.names()) == AS_KEPT[name]
    await desk.maude.text("/annuler import 1")
    await desk.maude.expect("Defaire l'import", name, "par Maude")
    await desk.maude.press("oui, le faire")
    await desk.maude.expect_any("C'est defait")
    assert await desk.names() == set()
