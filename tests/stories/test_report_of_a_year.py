"""A year as it is lived: what a coordinator writes from meeting to meeting, and what the report of June makes of it."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from db.meetings.tables import AgendaPoint, Attendance, Meeting, Outcome, Presence, PresenceNote, WorkStep
from db.people import Person, PersonRole, Role, RolePeriod
from db.report.tables import ReportRun
from tests.support.meetings import announced, arrive, planned, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


async def at_the_table(town: Town, *names: str) -> list[int]:
    return [(await seated(town, town.sms(f"+1819555{1100 + n:04}"), name)).id for n, name in enumerate(names)]


async def rows(town: Town, query: object) -> list[object]:
    async with town.database.read() as session:
        return list(await session.scalars(query))  # type: ignore[call-overload]


async def test_everyone_invited_has_a_row_from_the_announcement_on(town: Town) -> None:
    maude = await coordinator(town)
    people = await at_the_table(town, "Rose", "Luc")
    await planned(town, maude)
    assert await rows(town, select(Attendance)) == []
    await maude.press("envoyer")
    await town.tick()
    invited = await rows(town, select(Attendance).order_by(Attendance.person_id))
    assert [(row.person_id, row.presence, row.as_expert) for row in invited] == [
        (person, Presence.UNKNOWN, None) for person in people
    ]
    (meeting,) = await rows(town, select(Meeting))
    assert meeting.advice_left == 0


async def test_a_presence_corrected_overwrites_nothing(town: Town) -> None:
    maude = await coordinator(town)
    (rose,) = await at_the_table(town, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 11)
    await maude.tell("/presence 1 Rose")
    await maude.tell("/presence 1 Rose absent")
    notes = await rows(town, select(PresenceNote).order_by(PresenceNote.id))
    assert [note.presence for note in notes] == [Presence.IN_PERSON, Presence.NONE]
    (row,) = await rows(town, select(Attendance).where(Attendance.person_id == rose))
    assert (row.presence, row.as_expert) == (Presence.NONE, True)


async def test_whoever_left_the_role_is_counted_for_what_they_did_before(town: Town) -> None:
    maude = await coordinator(town)
    people = await at_the_table(town, "Rose", "Luc", "Ana", "Paul", "Lise")
    await announced(town, maude)
    await arrive(town, 2, 11)
    await maude.tell("/presence 1 Rose, Luc, Ana, Paul, Lise tel")
    await arrive(town, 2, 20)
    await maude.tell(f"/fin-role {people[0]} expert 2026-02-15")
    await maude.expect_any("n'a plus ce role")
    assert await rows(town, select(PersonRole).where(PersonRole.person_id == people[0])) == []
    (period,) = await rows(town, select(RolePeriod).where(RolePeriod.person_id == people[0]))
    assert (period.role, str(period.until)) == (Role.EXPERT, "2026-02-15")
    await arrive(town, 5, 20)
    await maude.tell("/bilan 2025-2026")
    await maude.expect_any("5 personnes differentes ont pris part aux discussions, pour 5 presences")


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ("/fin-role 2 coordination", "portevoix people revoke"),
        ("/fin-role 2 expert 2031-01-01", "pas encore passe"),
        ("/fin-role 2 patron", "n'est pas un role"),
        ("/fin-role 2 membre", "n'a pas ce role"),
    ],
)
async def test_a_role_that_cannot_be_ended_so(town: Town, written: str, refused: str) -> None:
    maude = await coordinator(town)
    await at_the_table(town, "Rose")
    await maude.tell(written)
    await maude.expect_any(refused)


async def test_the_step_of_a_point_is_where_the_next_meeting_begins(town: Town) -> None:
    maude = await coordinator(town)
    await at_the_table(town, "Rose")
    await planned(town, maude)
    await maude.press("ne pas")
    await maude.tell("/etape 1.1 priorités")
    await maude.expect_any("point 1 : Priorites")
    await planned(town, maude, when="mardi 10 mars 13h30 à 15h30", more="")
    assert [point.step for point in await rows(town, select(AgendaPoint))] == [WorkStep.PRIORITIES, WorkStep.PRIORITIES]


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ("/etape 1.1 sieste", "n'est pas une etape"),
        ("/etape 1.7 plan", "n'a pas de point 7"),
        ("/etape plan", "/etape 12.1 portrait"),
        ("/issue 1.1 avis", "pas encore"),
        ("/issue 1.1 peut-être", "avis, decide ou reporte"),
    ],
)
async def test_what_cannot_be_said_of_a_point(town: Town, written: str, refused: str) -> None:
    maude = await coordinator(town)
    await at_the_table(town, "Rose")
    await announced(town, maude)
    await maude.tell(written)
    await maude.expect_any(refused)


async def frozen(town: Town, maude: Phone) -> dict[str, object]:
    await maude.tell("/bilan-arreter 2025-2026")
    await maude.expect_any("Version 1. Empreinte")
    async with town.database.read() as session:
        run = (await session.scalars(select(ReportRun))).one()
    found: dict[str, object] = {}
    for one in json.loads(run.printed)["figures"]:
        at = " ".join(f"{name}={label}" for name, label in one["at"].items())
        found[f"{one['figure']} {at}".strip()] = one.get("value", one.get("mark"))
    return found


async def test_a_meeting_that_gave_an_opinion_is_deliberation(town: Town) -> None:
    maude = await coordinator(town)
    await at_the_table(town, "Rose", "Luc", "Ana", "Paul", "Lise")
    await announced(town, maude)
    await maude.tell("/table COCO : concertation, locale")
    await maude.tell("/etape 1.1 plan")
    await arrive(town, 2, 11)
    await maude.tell("/issue 1.1 avis")
    await maude.expect_any("un avis a ete rendu")
    (point,) = await rows(town, select(AgendaPoint))
    assert point.outcome is Outcome.OPINION
    await maude.tell("/presence 1 Rose, Luc, Ana, Paul, Lise")
    await arrive(town, 5, 20)
    figures = await frozen(town, maude)
    assert figures["R8 kind=mechanism rung=deliberation"] == 5
    assert figures["R8 kind=mechanism rung=discussion"] == 0
    assert figures["R6 kind=mechanism step=plan"] == 5
    assert figures["R1 kind=mechanism level=local"] == 1
    assert figures["R10 kind=mechanism"] == 1


async def test_what_nobody_wrote_down_is_not_recorded(town: Town) -> None:
    maude = await coordinator(town)
    await at_the_table(town, "Rose")
    await announced(town, maude)
    await arrive(town, 5, 20)
    await maude.tell("/bilan")
    await maude.expect_any("on ne sait pas qui a pris part")
    figures = await frozen(town, maude)
    for name in (
        "R4 kind=mechanism",
        "R5 kind=mechanism",
        "R3.with kind=mechanism",
        "R6.meetings kind=mechanism step=plan",
        "R1 kind=mechanism level=local",
        "R8 kind=mechanism rung=discussion",
        "R8 kind=mechanism rung=deliberation",
    ):
        assert figures[name] == "not_recorded", name
    assert figures["R1 kind=mechanism"] == 1
    assert figures["R2 kind=mechanism"] == 0


async def test_a_report_is_for_coordinators_of_the_whole_organisation(town: Town) -> None:
    rose = town.telegram()
    await seated(town, rose, "Rose")
    await rose.text("/bilan")
    said = await rose.expect_any("")
    assert "Bilan" not in said.text


async def test_what_people_did_beyond_being_there_is_one_line(town: Town) -> None:
    maude = await coordinator(town)
    await at_the_table(town, "Rose", "Luc", "Ana", "Paul", "Lise", "Jo")
    await announced(town, maude)
    await maude.tell("/apport 1 Rose animé")
    await maude.expect_any("n'a pas encore eu lieu")
    await arrive(town, 2, 11)
    await maude.tell("/presence 1 Rose, Luc, Ana, Paul, Lise, Jo absent")
    await maude.tell("/apport 1 Rose animé, Luc a écrit, Ana formé; Paul projet, Lise animé, Jo dormi")
    await maude.expect_any("Jo dormi")
    await maude.tell("/apport 1 Rose animé, Rose appris, Luc a écrit, Ana formé; Paul projet, Lise animé, Jo appris")
    await maude.expect_any("Rose : a anime et a suivi une formation")
    await maude.tell("/apport 1 Jo rien")
    for name in ("Rose", "Luc", "Ana", "Paul", "Lise"):
        await maude.tell(f"/accompagne {await number_of(town, name)} Jeanne")
        await maude.expect_any(f"Jeanne accompagne {name}")
    await maude.tell(f"/accompagne {await number_of(town, 'Jo')} fin")
    await maude.expect_any("Personne n'accompagne Jo")
    await maude.tell("/territoire Grande-Anse")
    await maude.tell("/enveloppe Grande-Anse 2025-2026 3000")
    await arrive(town, 5, 20)
    figures = await frozen(town, maude)
    assert figures["R8 kind=mechanism rung=collaboration"] == 5
    assert figures["R19.training"] == "hidden"  # Rose alone
    assert figures["R19.accompaniment"] == 5
    assert figures["R19.envelope"] == 300000
    assert figures["R19.survey"] == "not_recorded"


async def number_of(town: Town, name: str) -> int:
    (person,) = await rows(town, select(Person).where(Person.name == name))
    return int(person.id)  # type: ignore[attr-defined]
