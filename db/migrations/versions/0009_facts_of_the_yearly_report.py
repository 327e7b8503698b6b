"""facts of the yearly report

Revision: 0009, after 0008
"""

from __future__ import annotations

import unicodedata
from collections import Counter

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

people = sa.table("people", sa.column("id"), sa.column("organisation_id"), sa.column("territory"))
roundtables = sa.table("roundtables", sa.column("id"), sa.column("organisation_id"), sa.column("territory"))
broadcasts = sa.table("broadcasts", sa.column("id"), sa.column("organisation_id"), sa.column("territory"))
roles = sa.table("person_roles", sa.column("person_id"), sa.column("role"), sa.column("scope"))
territories = sa.table(
    "territories", sa.column("organisation_id"), sa.column("name"), sa.column("other_names", sa.JSON)
)


def upgrade() -> None:
    op.create_table(
        "territories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("other_names", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_territories_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_territories")),
        sa.UniqueConstraint("organisation_id", "name", name=op.f("uq_territories_organisation_id_name")),
    )
    op.create_table(
        "envelopes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_envelopes_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id"], ["territories.id"], name=op.f("fk_envelopes_territory_id_territories"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_envelopes")),
        sa.UniqueConstraint(
            "organisation_id", "territory_id", "year", name=op.f("uq_envelopes_organisation_id_territory_id_year")
        ),
    )
    op.create_table(
        "report_runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cut_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("frozen_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("definitions", sa.Integer(), nullable=False),
        sa.Column("journal_place", sa.Integer(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["frozen_by"], ["people.id"], name=op.f("fk_report_runs_frozen_by_people"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_report_runs_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_runs")),
        sa.UniqueConstraint(
            "organisation_id", "year", "version", name=op.f("uq_report_runs_organisation_id_year_version")
        ),
    )
    op.create_table(
        "report_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_report_texts_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["people.id"], name=op.f("fk_report_texts_written_by_people"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_texts")),
        sa.UniqueConstraint("organisation_id", "year", "name", name=op.f("uq_report_texts_organisation_id_year_name")),
    )
    op.create_table(
        "role_periods",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_role_periods_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_periods")),
    )
    with op.batch_alter_table("role_periods", schema=None) as batch_op:
        batch_op.create_index("ix_role_periods_person_id", ["person_id"], unique=False)

    op.create_table(
        "seat_periods",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("roundtable_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_seat_periods_person_id_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["roundtable_id"],
            ["roundtables.id"],
            name=op.f("fk_seat_periods_roundtable_id_roundtables"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_periods")),
    )
    with op.batch_alter_table("seat_periods", schema=None) as batch_op:
        batch_op.create_index("ix_seat_periods_person_id", ["person_id"], unique=False)

    op.create_table(
        "presence_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attendance_id", sa.Integer(), nullable=False),
        sa.Column("presence", sa.String(length=32), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noted_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attendance_id"],
            ["attendances.id"],
            name=op.f("fk_presence_notes_attendance_id_attendances"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["people.id"], name=op.f("fk_presence_notes_noted_by_people"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence_notes")),
    )
    with op.batch_alter_table("presence_notes", schema=None) as batch_op:
        batch_op.create_index("ix_presence_notes_attendance_id", ["attendance_id"], unique=False)

    with op.batch_alter_table("agenda_points", schema=None) as batch_op:
        batch_op.add_column(sa.Column("step", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("outcome", sa.String(length=32), nullable=True))

    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.add_column(sa.Column("as_expert", sa.Boolean(), nullable=True))

    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_submitted_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("advice_left", sa.SmallInteger(), nullable=True))

    with op.batch_alter_table("roundtables", schema=None) as batch_op:
        batch_op.add_column(sa.Column("place_kind", sa.String(length=32), server_default="mechanism", nullable=False))
        batch_op.add_column(sa.Column("level", sa.String(length=32), nullable=True))

    _begin_periods()
    _list_territories()
    _note_presences()


def _begin_periods() -> None:
    """Everyone who has a role or a seat has had it since a day that nobody wrote down."""
    op.execute("INSERT INTO role_periods (person_id, role) SELECT person_id, role FROM person_roles")
    op.execute(
        "INSERT INTO seat_periods (person_id, roundtable_id) SELECT person_id, roundtable_id FROM person_roundtables"
    )


def _note_presences() -> None:
    op.execute(
        "INSERT INTO presence_notes (attendance_id, presence, noted_at, noted_by) "
        "SELECT id, presence, noted_at, noted_by FROM attendances WHERE noted_at IS NOT NULL"
    )
    # A claim that was sent back was handed in again: when it first was, nobody knows.
    op.execute("UPDATE claims SET first_submitted_at = submitted_at WHERE question = ''")


def _list_territories() -> None:
    """One name for each territory: the most written, in a tie that of a roundtable. The others are written so too."""
    connection = op.get_bind()
    written: dict[tuple[int, str], Counter[str]] = {}
    of_roundtables: set[str] = set()
    for table in (roundtables, people):
        for organisation, name in connection.execute(sa.select(table.c.organisation_id, table.c.territory)).all():
            of_roundtables |= {name} if table is roundtables else set()
            if _comparable(name):
                written.setdefault((organisation, _comparable(name)), Counter())[name] += 1
    for (organisation, _key), names in sorted(written.items()):
        (name, _times), *_ = sorted(names.items(), key=lambda one: (-one[1], one[0] not in of_roundtables, one[0]))
        others = sorted(set(names) - {name})
        row = {"organisation_id": organisation, "name": name, "other_names": others}
        connection.execute(sa.insert(territories).values(row))
        for table in (roundtables, people, broadcasts):
            mine = (table.c.organisation_id == organisation, table.c.territory.in_(others))
            connection.execute(sa.update(table).where(*mine).values(territory=name))
        connection.execute(sa.update(roles).where(roles.c.scope.in_(others)).values(scope=name))


def _comparable(name: str) -> str:
    """As `db/labels.py` had it then: accents, case and signs are nothing."""
    loose = unicodedata.normalize("NFKD", name.casefold()).casefold()
    letters = (" " if unicodedata.category(c)[0] in "ZPS" else c for c in loose)
    return " ".join("".join(c for c in letters if c == " " or c.isalnum()).split())


def downgrade() -> None:
    with op.batch_alter_table("roundtables", schema=None) as batch_op:
        batch_op.drop_column("level")
        batch_op.drop_column("place_kind")

    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_column("advice_left")

    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_column("first_submitted_at")

    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.drop_column("as_expert")

    with op.batch_alter_table("agenda_points", schema=None) as batch_op:
        batch_op.drop_column("outcome")
        batch_op.drop_column("step")

    with op.batch_alter_table("presence_notes", schema=None) as batch_op:
        batch_op.drop_index("ix_presence_notes_attendance_id")

    op.drop_table("presence_notes")
    with op.batch_alter_table("seat_periods", schema=None) as batch_op:
        batch_op.drop_index("ix_seat_periods_person_id")

    op.drop_table("seat_periods")
    with op.batch_alter_table("role_periods", schema=None) as batch_op:
        batch_op.drop_index("ix_role_periods_person_id")

    op.drop_table("role_periods")
    op.drop_table("report_texts")
    op.drop_table("report_runs")
    op.drop_table("envelopes")
    op.drop_table("territories")
