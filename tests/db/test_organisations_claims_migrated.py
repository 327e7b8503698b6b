"""Back before the claims of member organisations and forward again: people keep their rates and their claims."""

from __future__ import annotations

from db.schema import downgrade, upgrade
from db.session import Database
from tests.db.test_facts_of_the_report_migrated import run
from tests.support.filled import fill

BEFORE, AFTER = "0024", "0025"
COLUMNS = "organisation_id, payee, kind, from_date, cents, receipt"
RATE = f"INSERT INTO rates ({COLUMNS}) VALUES (1, '{{}}', 'meal', '2026-04-01', {{}}, {{}})"


async def test_organisations_leave_nothing_behind_that_the_program_of_before_would_misread(database_url: str) -> None:
    database = Database(database_url)
    await fill(database)
    await database.close()
    false = "0" if database_url.startswith("sqlite") else "false"
    await run(
        database_url,
        RATE.format("person", 2000, false),
        RATE.format("organisation", 1000, false),
        "INSERT INTO person_roles (person_id, role, scope) VALUES (1, 'organisation', '')",
        "UPDATE claim_lines SET rate_id = (SELECT id FROM rates WHERE payee = 'organisation')",
        "UPDATE claims SET payee_kind = 'organisation'",
        "SELECT 1",
    )
    claims = await run(database_url, "SELECT number, total_cents FROM claims ORDER BY number")
    assert claims
    await downgrade(database_url, BEFORE)
    assert await run(database_url, "SELECT cents FROM rates WHERE kind = 'meal' AND from_date = '2026-04-01'") == [
        [2000]
    ]
    assert await run(database_url, "SELECT count(*) FROM person_roles WHERE role = 'organisation'") == [[0]]
    assert await run(database_url, "SELECT count(*) FROM claim_lines WHERE rate_id IS NOT NULL") == [[0]]
    await upgrade(database_url, AFTER)
    assert await run(database_url, "SELECT DISTINCT payee FROM rates") == [["person"]]
    assert await run(database_url, "SELECT number, total_cents FROM claims ORDER BY number") == claims
