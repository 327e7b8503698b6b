"""Plans: the same list twice plans nothing, a stop outlives what could be older, near misses are asked, whoever came
before is found again."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import AsyncIterator, Sequence

import pytest
from sqlalchemy import func, select

from db.consent import ConsentEntry
from db.contacts import Consent, Contact, ContactPerson
from db.organisations import Roundtable
from db.people import Person, Role, ungrant, unseat
from db.session import Database
from handlers.acting import Acting, Actor, Refused
from handlers.near_names import near_misses
from handlers.people.lists.acts import ListPlan, confirmed_plan, import_list, plan_list
from handlers.people.lists.columns import UNUSED
from handlers.people.plan import LineFate
from messages.keywords.data import rows
from tests.stories.conftest import MONDAY
from tests.support.env import catalogue
from tests.support.lists import read
from tests.support.phones import Town

MAUDE = Actor(None, "Maude", "maude", frozenset({Role.COORDINATOR}), "shell")
POOLS: dict[str, Sequence[str]] = {
    "Nom": ("Rose Tremblay", "Tremblay, Rose", "Luc", "", "Zoé \x1b Côté", "ROSE ROY", "Ana\u200b Cyr", "#N/A", "TRUE"),
    "Cell": ("819 555-0101", "8195550102", "819 555-0103 poste 4", "+1 819 555 0104", "", "12", "819 555-0101", "x"),
    "Tél. maison": ("819 555-0110", "", "819 555-0101", "(maison) 819 555-0111", "555-0112", "+32 2 555 01 01"),
    "Telegram": ("", "", "5550113", "@rose", "5550114"),
    "Table": ("COCO", "Logement; Transport", "", "coco", "Santé", "Sante\u0301"),
    "Territoire": ("Grande-Anse", "grande anse", "", "Amos"),
    "Rôle": ("membre", "expert, membre", "", "Coordonnatrice", "actif"),
    "Moyen": ("texto", "poste", "", "pigeon"),
    "Consentement": ("papier 2026-01-12", "oui", "non", "", "refuse 2026-01-20", "3 janvier 2026", "à demander"),
}  # fmt: skip


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    database = Database(database_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def plan(town: Town, words: str, actor: Actor = MAUDE) -> ListPlan:
    async with town.database.read() as session:
        return await plan_list(Acting(session, town.installation, actor, town.now), read(words))


async def keep(town: Town, words: str) -> None:
    async with town.database.write() as session:
        acting = Acting(session, town.installation, MAUDE, town.now)
        await import_list(acting, await plan_list(acting, read(words), lock=True))


@pytest.mark.parametrize("seed", range(8))
async def test_whatever_the_list_the_same_twice_plans_nothing_the_second_time(town: Town, seed: int) -> None:
    chance = random.Random(seed)
    lines = ["\t".join(POOLS), *("\t".join(chance.choice(pool) for pool in POOLS.values()) for _ in range(60))]
    words = "\n".join(lines) + "\n"
    first = await plan(town, words)
    assert len(first.plan.lines) == len([line for line in lines[1:] if line.strip()])
    assert not first.plan.questions
    await keep(town, words)
    again = await plan(town, words)
    assert not again.plan.changes
    assert {line.what for line in again.plan.lines} <= {LineFate.SAME, LineFate.REFUSE}
    async with town.database.read() as session:
        counted = await session.scalar(select(func.count()).select_from(Person))
        names = set(await session.scalars(select(Person.name)))
    assert counted == first.plan.count(LineFate.ADD)
    assert not {"#N/A", "TRUE", ""} & names


HEADINGS = "Nom;Cell;Consentement\n"


async def stopped(town: Town) -> None:
    """Rose was on the list, and texts ARRET on 2 February 2026; it is now 3 April."""
    await keep(town, HEADINGS + "Rose;819 555-0101;papier 2026-01-12\n")
    await town.sms("+18195550101").text("ARRET")
    town.now += dt.timedelta(days=60)


@pytest.mark.parametrize(
    ("column", "stands"),
    [
        (["papier 10/01/2026"], True),  # 1 October is yet to come
        (["papier 03/01/2026", "papier 02/28/2026"], True),  # the column says 1 March, and yet it could be 3 January
        (["papier 01/03/2026", "papier 28/02/2026"], True),  # the same, the other way
        (["papier 15/03/2026"], False),
        (["papier 2026-03-02"], False),
        (["papier 2026-02-01"], True),
        (["papier 2 février 2026"], True),  # the day of the stop: before or after it?
        (["papier 3 février 2026"], False),
    ],
)
async def test_a_stop_outlives_any_day_that_could_be_before_it(town: Town, column: list[str], stands: bool) -> None:
    await stopped(town)
    others = "".join(f"Luc{n};819 555-01{10 + n};{words}\n" for n, words in enumerate(column[1:]))
    await keep(town, HEADINGS + f"Rose;819 555-0101;{column[0]}\n" + others)
    async with town.database.read() as session:
        consent = await session.scalar(select(Contact.consent).where(Contact.address == "+18195550101"))
    assert (consent is Consent.WITHDRAWN) is stands


async def test_a_no_written_down_is_kept_and_undoes_no_yes_that_came_after_it(town: Town) -> None:
    await keep(town, HEADINGS + "Luc;819 555-0102;non\n")
    await town.tick()
    await town.sms("+18195550102").expect_nothing()
    await keep(town, HEADINGS + "Rose;819 555-0101;papier 2026-01-12\n")
    made = await plan(town, HEADINGS + "Rose;819 555-0101;non\n")
    assert not made.plan.changes
    assert [why.id for why in made.plan.lines[0].why] == ["people-line-declined", "people-plan-yes-since"]
    async with town.database.read() as session:
        entries = [(entry.given, entry.words) for entry in await session.scalars(select(ConsentEntry))]
    assert entries == [(False, "non"), (True, "papier 2026-01-12")]


@pytest.mark.parametrize("yes_first", [True, False])
@pytest.mark.parametrize("no", ["non", "refus 2026-01-05"])
async def test_of_a_yes_and_a_no_on_one_phone_the_no_stands_and_both_lines_are_named(
    town: Town, yes_first: bool, no: str
) -> None:
    lines = ["Rose Roy;819 555-0101;papier 2026-01-12\n", f"Paul Cyr;819 555-0101;{no}\n"]
    words = HEADINGS + "".join(lines if yes_first else reversed(lines))
    made = await plan(town, words)
    (why,) = [why for why in made.plan.lines[1].why if why.id == "people-plan-contradicted"]
    assert why.args == {"line": 2, "name": "Rose Roy" if yes_first else "Paul Cyr"}
    await keep(town, words)
    for _twice in range(2):
        async with town.database.read() as session:
            consent = await session.scalar(select(Contact.consent).where(Contact.address == "+18195550101"))
        assert consent is Consent.WITHDRAWN
        assert not (await plan(town, words)).plan.changes
        await keep(town, words)


async def test_of_one_person_the_later_answer_stands(town: Town) -> None:
    await keep(town, HEADINGS + "Rose;819 555-0101;refus 2026-01-05\nRose;819 555-0101;papier 2026-01-12\n")
    async with town.database.read() as session:
        assert await session.scalar(select(Contact.consent)) is Consent.GIVEN


async def test_an_old_list_brings_back_neither_a_role_nor_a_seat_that_ended(town: Town) -> None:
    words = "Nom;Cell;Rôle;Table\nRose;819 555-0101;membre, expert;COCO, Santé\n"
    await keep(town, words)
    async with town.database.write() as session:
        rose = (await session.scalars(select(Person))).one()
        await ungrant(session, rose.id, Role.EXPERT, town.now.date())
        coco = (await session.scalars(select(Roundtable).where(Roundtable.name == "COCO"))).one()
        await unseat(session, rose.id, coco.id, town.now.date())
    made = await plan(town, words)
    assert not made.plan.changes
    assert [why.id for why in made.plan.lines[0].why] == ["people-plan-ended-expert", "people-plan-left-table"]


@pytest.mark.parametrize(
    "heading", ["A dit oui;Date", "Oui;Le", "Consentement;Jour", "D'accord;Date", "A signé le formulaire;Date"]
)
async def test_a_bare_date_after_the_consents_is_their_day(town: Town, heading: str) -> None:
    await keep(town, f"Nom;Cell;{heading}\nRose;819 555-0101;oui;2026-01-12\nLuc;819 555-0102;non;2026-01-13\n")
    async with town.database.read() as session:
        found = list(await session.scalars(select(Contact.consent).order_by(Contact.address)))
    assert found == [Consent.GIVEN, Consent.WITHDRAWN]


@pytest.mark.parametrize("heading", ["Signé le", "Date du consentement", "A signé le formulaire"])
async def test_a_no_is_a_no_under_any_heading_of_consent(town: Town, heading: str) -> None:
    words = f"Nom;Cell;{heading}\nRose;819 555-0101;2026-01-12\nLuc;819 555-0102;non\nAna;819 555-0103;\n"
    made = await plan(town, words)
    assert [[why.id for why in line.why] for line in made.plan.lines][1] == ["people-line-declined"]


async def test_whoever_joined_by_a_first_name_is_found_under_the_whole_name(town: Town) -> None:
    await keep(town, HEADINGS + "Rose;819 555-0101;papier 2026-01-12\n")
    made = await plan(town, "Nom;Prénom;Cell\nTremblay;Rose;819 555-0101\n")
    (line,) = made.plan.lines
    assert (line.what, [why.id for why in line.why]) == (LineFate.SAME, ["people-plan-known-as"])


async def test_a_shared_phone_and_a_name_met_twice_are_said(town: Town) -> None:
    made = await plan(town, HEADINGS + "Rose;819 555-0101;\nLuc;819 555-0101;\nAna;819 555-0101;\nRose;819 555-0104;\n")
    (shared,) = made.plan.shared
    assert (shared.address, shared.names, shared.lines) == ("+18195550101", ("Rose", "Luc", "Ana"), (2, 3, 4))
    assert [why.id for why in made.plan.lines[3].why] == ["people-plan-same-name-line"]


async def test_a_coordinator_of_one_territory_brings_nobody_from_another(town: Town) -> None:
    await keep(town, "Nom;Cell;MRC\nRose;819 555-0101;Trois-Ponts\n")
    limited = Actor(1, "Maude", "x", frozenset({Role.COORDINATOR}), "telegram", scope="Vieux-Moulin")
    made = await plan(
        town, "Nom;Cell;MRC\nLuc;819 555-0102;Vieux-Moulin\nAna;819 555-0103;Amos\nRose;819 555-0101;\n", limited
    )
    assert [line.what for line in made.plan.lines] == [LineFate.ADD, LineFate.REFUSE, LineFate.ADD]
    assert [(change.name, number, whose) for change, number, whose in made.plan.held] == [("Rose", "+18195550101", 1)]
    assert [contact.address for contact in made.plan.contacts] == ["+18195550102"]


async def test_nothing_is_kept_of_a_plan_that_waits_for_an_answer_or_that_changed(town: Town) -> None:
    near = "Nom;Cell;Table\nRose;819 555-0101;COCO\nLuc;819 555-0102;Cocco\n"
    with pytest.raises(Refused, match="people-list-questions"):
        await keep(town, near)
    rose = read(HEADINGS + "Rose;819 555-0101;\n")
    async with town.database.write() as session:
        with pytest.raises(Refused, match="people-list-changed"):
            await confirmed_plan(Acting(session, town.installation, MAUDE, town.now), rose, {}, "x")
    async with town.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Person)) == 0
        assert await session.scalar(select(func.count()).select_from(Roundtable)) == 0


@pytest.mark.parametrize(
    ("name", "other", "near"),
    [
        ("Cocco", "COCO", True),
        ("GrandeAnse", "Grande-Anse", True),
        ("Logements", "Logement", True),
        ("Table Logement", "Logement", True),
        ("MRC de Grande-Anse", "Grande-Anse", True),
        ("St-Marc", "Saint-Marc", True),
        ("Vieux-Mouiln", "Vieux-Moulin", True),
        ("Frigo", "Frigo communautaire", True),
        ("Le frigo communautaire", "Frigo", True),
        ("Santé", "SANTE", False),  # the same
        ("Comité 1", "Comité 2", False),
        ("Secteur A", "Secteur B", False),
        ("Secteur Est", "Secteur Ouest", False),
        ("Logement", "Transport", False),
        ("Abitibi", "Abitibi-Ouest", False),
        ("Nord", "Nord-Est", False),
    ],
)
def test_what_is_a_near_miss(name: str, other: str, near: bool) -> None:
    assert bool(near_misses(name, [other])) is near


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_meaning_of_a_column_has_its_words(language: str) -> None:
    settled = {*UNUSED, "nom", "perhaps_roles"}  # left out, or replaced by what the cells say
    meanings = {
        what.partition(".")[2] for _, (what, _words) in rows("lists.tsv") if what.startswith("heading.")
    } - settled
    assert "email" in meanings
    for meaning in {*meanings, "mark", "role_mark"}:
        assert catalogue().has(f"people-column-{meaning.replace('_', '-')}", language), meaning


@pytest.mark.parametrize("first", [True, False])
async def test_the_yes_of_one_is_never_the_yes_of_the_other_of_a_phone(town: Town, first: bool) -> None:
    lines = ["Paul Roy;819 555-0101;oui\n", "Lucie Cyr;819 555-0101;papier 2026-01-15\n"]
    words = HEADINGS + "".join(lines if first else reversed(lines))
    made = await plan(town, words)
    whys = {line.name: [why.id for why in line.why] for line in made.plan.lines}
    assert "people-plan-yes-of-another" in whys["Paul Roy"]
    assert "people-plan-yes-of-another" not in whys["Lucie Cyr"]
    assert made.plan.invited == 1
    await keep(town, words)
    assert not (await plan(town, words)).plan.changes
    async with town.database.read() as session:
        (entry,) = await session.scalars(select(ConsentEntry))
        assert (await session.get_one(Person, entry.person_id)).name == "Lucie Cyr"
        awaited = select(Person.name).join(ContactPerson).where(ContactPerson.agreed.is_(False))
        assert list(await session.scalars(awaited)) == ["Paul Roy"]
    await town.tick()
    phone = town.sms("+18195550101")
    await phone.expect("Bonjour Paul Roy")
    await phone.text("oui")
    async with town.database.read() as session:
        assert list(await session.scalars(awaited)) == []


async def test_of_a_phone_whose_people_all_said_yes_nobody_is_asked(town: Town) -> None:
    await keep(town, HEADINGS + "Paul Roy;819 555-0101;papier 2026-01-12\nLucie Cyr;819 555-0101;papier 2026-01-12\n")
    await town.tick()
    await town.sms("+18195550101").expect_nothing()
    async with town.database.read() as session:
        assert await session.scalar(select(Contact.consent)) is Consent.GIVEN


WAYS = "Nom;Cell;Moyen de contact;Notes\n"


@pytest.mark.parametrize("way", ["téléphone", "par téléphone", "poste", "courrier", "appel"])
async def test_who_prefers_calls_or_letters_is_not_texted_and_the_number_is_kept_to_be_called(
    town: Town, way: str
) -> None:
    words = WAYS + f"Rose Roy;819 555-0101;{way};\n"
    assert (await plan(town, words)).plan.invited == 0
    await keep(town, words)
    assert not (await plan(town, words)).plan.changes
    await town.tick()
    await town.sms("+18195550101").expect_nothing()
    async with town.database.read() as session:
        person = (await session.scalars(select(Person))).one()
        assert person.other_phones == "819 555-0101"


async def test_who_is_already_texted_stays_so_when_a_list_says_by_post(town: Town) -> None:
    await keep(town, HEADINGS + "Rose Roy;819 555-0101;papier 2026-01-12\n")
    await keep(town, WAYS + "Rose Roy;819 555-0101;poste;\n")
    async with town.database.read() as session:
        person = (await session.scalars(select(Person))).one()
        assert (person.channel, person.other_phones) == ("post", "")


async def test_a_number_to_call_that_several_have_is_listed_as_shared(town: Town) -> None:
    made = await plan(town, "Nom;Maison\nFamille Roy;819 555-0190\nMarie Roy;819 555-0190\nLuc;819 555-0191\n")
    assert [(one.address, one.names) for one in made.plan.shared] == [("819 555-0190", ("Famille Roy", "Marie Roy"))]


async def test_what_a_line_adds_to_a_card_is_said_and_nothing_is_promised_to_who_was_asked_already(town: Town) -> None:
    await keep(town, HEADINGS + "Rose;819 555-0101;oui\n")
    made = await plan(town, "Nom;Cell;Consentement;Territoire\nRose;819 555-0101;oui;Amos\n")
    (why,) = [why for why in made.plan.lines[0].why if why.id == "people-plan-completes"]
    assert [one.id for one in why.args["what"]] == ["people-column-territory"]
    again = await plan(town, HEADINGS + "Rose;819 555-0101;oui\n")
    assert again.plan.lines[0].why == ()
    assert again.plan.invited == 0


async def test_where_no_email_is_sent_the_plan_says_that_its_column_is_not_kept(town: Town) -> None:
    made = await plan(town, "Nom;Cell;Courriel\nRose Roy;819 555-0101;rose@exemple.org\n")
    assert [column.meaning for column in made.table.columns.used] == ["name", "cell", "email_closed"]
