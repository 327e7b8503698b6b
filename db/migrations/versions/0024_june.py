"""contributions, accompaniment, the reading of the report's chapter, the coordinators' own template

Revision: 0024, after 0023
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def _to(column: str, table: str, of: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{of}_{column}_{table}"), ondelete=ondelete)


def upgrade() -> None:
    op.create_table(
        "contributions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        _to("person_id", "people", "contributions", "CASCADE"),
        _to("meeting_id", "meetings", "contributions", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributions")),
        sa.UniqueConstraint("meeting_id", "person_id", "part", name=op.f("uq_contributions_meeting_id_person_id_part")),
    )
    op.create_index("ix_contributions_person_id", "contributions", ["person_id"])
    op.create_table(
        "accompaniments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        _to("person_id", "people", "accompaniments", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accompaniments")),
    )
    op.create_index("ix_accompaniments_person_id", "accompaniments", ["person_id"])
    _create_reading()
    op.create_table(
        "report_templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("kept_at", TIME, nullable=False),
        sa.Column("kept_by", sa.Integer(), nullable=True),
        _to("organisation_id", "organisations", "report_templates"),
        _to("kept_by", "people", "report_templates", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_templates")),
    )


def _create_reading() -> None:
    op.create_table(
        "report_readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("begun_at", TIME, nullable=False),
        sa.Column("begun_by", sa.Integer(), nullable=True),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reminded_at", TIME, nullable=True),
        sa.Column("closed_at", TIME, nullable=True),
        _to("organisation_id", "organisations", "report_readings"),
        _to("begun_by", "people", "report_readings", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_readings")),
        sa.UniqueConstraint("organisation_id", "year", name=op.f("uq_report_readings_organisation_id_year")),
    )
    op.create_table(
        "report_readers",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("by_post", sa.Boolean(), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=True),
        sa.Column("answered_at", TIME, nullable=True),
        _to("reading_id", "report_readings", "report_readers", "CASCADE"),
        _to("person_id", "people", "report_readers", "CASCADE"),
        sa.PrimaryKeyConstraint("reading_id", "person_id", name=op.f("pk_report_readers")),
    )
    op.create_index("ix_report_readers_person_id", "report_readers", ["person_id"])
    op.create_table(
        "report_remarks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("said_at", TIME, nullable=False),
        _to("reading_id", "report_readings", "report_remarks", "CASCADE"),
        _to("person_id", "people", "report_remarks", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_remarks")),
    )
    op.create_index("ix_report_remarks_person_id", "report_remarks", ["person_id"])


def downgrade() -> None:
    for table in (
        "report_templates",
        "report_remarks",
        "report_readers",
        "report_readings",
        "accompaniments",
        "contributions",
    ):
        op.drop_table(table)
