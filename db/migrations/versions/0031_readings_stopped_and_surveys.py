"""report_readings.stopped_at: a reading that is taken back; survey_rounds: the survey put to people by text message

Revision: 0031, after 0030
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def _to(column: str, table: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_survey_rounds_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    op.add_column("report_readings", sa.Column("stopped_at", TIME, nullable=True))
    op.create_table(
        "survey_rounds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("begun_at", TIME, nullable=False),
        sa.Column("begun_by", sa.Integer(), nullable=True),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("stopped_at", TIME, nullable=True),
        _to("organisation_id", "organisations"),
        _to("begun_by", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_rounds")),
        sa.UniqueConstraint("organisation_id", "year", name=op.f("uq_survey_rounds_organisation_id_year")),
    )


def downgrade() -> None:
    op.drop_table("survey_rounds")
    op.drop_column("report_readings", "stopped_at")
