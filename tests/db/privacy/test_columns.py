"""Every column of every table is described: what it is to the law, why it is kept, how long, how it is erased."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import JSON, MetaData, String, Table, TypeDecorator
from sqlalchemy import Column as TableColumn

from db.base import EnumText
from db.digests import ItemState
from db.labels import Label
from db.privacy.columns import CLASSES, ERASED, FOR_EVER, IN_FILE, PURPOSES, Column, columns
from db.privacy.retention import TABLE
from db.privacy.rules import DAYS
from db.tables import metadata

EXIST = {(table.name, column.name) for table in metadata.sorted_tables for column in table.columns}
BY_COLUMN = [pytest.param(column, id=f"{column.table}.{column.name}") for column in columns()]
# Text that `columns.tsv` says is of nobody -> why: it is a word of the program's own, a digest, or of everybody.
A_WORD = "a word among those that the program knows: nobody writes it"
DIGEST = "a digest, or a number that a provider gave: nothing is read in it"
FOR_ALL = "written by those who coordinate, to be read by everybody"
OF_NOBODY = {
    A_WORD: """
        codes.purpose contacts.reach_reason incoming.channel incoming.kind questions.kind questions.key questions.shown
        dialogues.name dialogues.collecting media.channel media.state media.mime deliveries.kind deliveries.channel
        deliveries.reason receipts.channel receipts.status receipts.error_code digest_items.language digests.month
        broadcasts.kind broadcasts.purpose broadcasts.pause_reason broadcasts.progress_shown broadcast_texts.language
        broadcast_texts.channel broadcast_texts.options meetings.zone reminders.state counters.kind spending.channel
        journal.act journal.thing journal.channel looks.via looks.act provider_copies.channel survey_counts.question
        report_texts.name put_off.kind broadcast_left_out.why needs_counted.need broadcasts.audience drafts.audience
        organisations.preferences""",
    "where the code failed: a name of an exception and a line, never a value": "incoming.error media.error",
    DIGEST: """
        codes.digest deliveries.claimed_by receipts.provider_id forgotten_messages.digest broadcasts.progress_message_id
        limiters.account workers.id journal.chain erasures.digest report_runs.digest web_sessions.digest
        web_logins.digest web_logins.code_digest web_logins.session_digest web_posts.digest web_posts.undo
        report_templates.digest""",
    "the public half of a key that a device made, and its name: of nothing else, and of nobody elsewhere": """
        passkeys.credential passkeys.public_key""",
    FOR_ALL: """
        digest_items.title digest_items.body digest_items.translations broadcasts.title broadcasts.territory
        broadcast_texts.body drafts.territory drafts.words meetings.place meetings.dial_in meetings.access
        meetings.minutes meetings.cancelled_reason agenda_points.title agenda_points.plain agenda_points.changes
        roundtables.name roundtables.territory organisations.name territories.name territories.other_names
        report_runs.reason report_runs.printed report_texts.words report_texts.replaced
        report_templates.name report_templates.content""",
    "the register of incidents says what happened, of nobody by name": """
        incidents.what incidents.information incidents.risk_why incidents.decision""",
    "the name of a file, and numbers of tables": "imports.title imports.roundtables",
    "why a thing that waits was put off, said to colleagues": "put_off.reason",
}


# Text of people that `columns.tsv` says stays when they are forgotten -> why it may.
STAYS = {
    "the address of a stop, so that nobody writes to it again": "contacts.address contacts.channel",
    "kept as accounting, for as long as the law says": "claims.payee claim_lines.receipt",
    "how a card ended: a word of the program's, of which its line of the register is a proof": "tasks.outcome",
    "numbers of rows, for the thirty days in which two territories may be taken apart": "territories.absorbed",
    "the journal names nobody: a number drawn for each person": "journal.actor journal.subject journal.details",
}


def written(tables: MetaData, lines: Iterable[Column]) -> Iterator[str]:
    """Each column that is said to be of nobody, and that holds text of any kind but one state of an enum."""
    for line in lines:
        kind = tables.tables[line.table].columns[line.name].type
        inner = kind.impl if isinstance(kind, TypeDecorator) and not isinstance(kind, EnumText) else kind
        if line.level == "none" and isinstance(inner, String | JSON) and not isinstance(kind, EnumText):
            yield f"{line.table}.{line.name}"


def test_text_that_is_of_nobody_says_why() -> None:
    """What a person writes, or what is written of a person, says something of them: their file, the page, erasure."""
    known = {name: why for why, names in OF_NOBODY.items() for name in names.split()}
    found = set(written(metadata, columns()))
    assert not (lacking := sorted(found - known.keys())), (
        f"{lacking}: db/privacy/columns.tsv says none. What a person writes, or what is written of one, is personal or "
        "sensitive; a word of the program's own has its reason in OF_NOBODY (tests/db/privacy/test_columns.py)"
    )
    assert not known.keys() - found, f"no longer text of nobody: {sorted(known.keys() - found)}"


def staying(tables: MetaData, lines: Iterable[Column]) -> set[str]:
    """Each column of text of people that an erasure leaves as it is."""
    of_people = [replace(line, level="none") for line in lines if line.level != "none" and line.erased == "stays"]
    return set(written(tables, of_people))


def test_text_of_people_that_stays_says_why() -> None:
    """What somebody wrote goes with them: a line that says `stays` is believed by the test that erases."""
    known = {name: why for why, names in STAYS.items() for name in names.split()}
    found = staying(metadata, columns())
    assert not (lacking := sorted(found - known.keys())), (
        f"{lacking}: db/privacy/columns.tsv says that it stays. What a person writes is blanked or goes; what must "
        "stay has its reason in STAYS (tests/db/privacy/test_columns.py)"
    )
    assert not known.keys() - found, f"no longer text that stays: {sorted(known.keys() - found)}"


def test_words_of_people_that_would_stay_are_seen() -> None:
    made_up = MetaData()
    Table("attendances", made_up, TableColumn("why", Label))
    line = Column("attendances", "why", "personal", "meetings", "person", "stays", "yes")
    assert staying(made_up, [line]) == {"attendances.why"}


def test_free_text_of_people_that_is_said_to_be_of_nobody_is_seen() -> None:
    made_up = MetaData()
    Table("people", made_up, TableColumn("allergies", Label), TableColumn("seen", EnumText(ItemState)))
    lines = [Column("people", name, "none", "machine", "person", "goes", "no") for name in ("allergies", "seen")]
    assert list(written(made_up, lines)) == ["people.allergies"]


def test_every_column_of_every_table_has_its_line() -> None:
    listed = Counter((column.table, column.name) for column in columns())
    lacking = sorted(".".join(one) for one in EXIST - set(listed))
    assert not lacking, f"describe them in db/privacy/columns.tsv, as its first lines say: {lacking}"
    assert not set(listed) - EXIST, "these columns are no more"
    assert not [one for one, times in listed.items() if times > 1]


@pytest.mark.parametrize("column", BY_COLUMN)
def test_a_line_says_known_words_only(column: Column) -> None:
    assert column.level in CLASSES
    assert column.purpose in PURPOSES
    assert column.kept in DAYS or column.kept in FOR_EVER
    assert column.erased in ERASED
    assert column.file in IN_FILE


@pytest.mark.parametrize("column", [one for one in BY_COLUMN if one.values[0].level != "none"])
def test_what_is_personal_is_erased_or_its_line_says_that_it_stays(column: Column) -> None:
    assert column.erased != "-", "what says something of someone goes with them, or stays for a reason"


def test_every_kind_of_the_setting_has_its_questions_and_the_other_way_round() -> None:
    assert [kept.name for kept in TABLE] == list(DAYS)
