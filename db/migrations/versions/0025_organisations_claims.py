"""rates and claims of small member organisations, apart from those of people; the counts of the yearly survey

Revision: 0025, after 0024
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

ONE_FOR_ALL, ONE_EACH = "uq_rates_organisation_id_kind_from_date", "uq_rates_organisation_id_payee_kind_from_date"


def upgrade() -> None:
    with op.batch_alter_table("claims") as batch_op:
        batch_op.add_column(sa.Column("payee_kind", sa.String(length=32), nullable=False, server_default="person"))
    with op.batch_alter_table("rates") as batch_op:
        batch_op.add_column(sa.Column("payee", sa.String(length=32), nullable=False, server_default="person"))
        batch_op.drop_constraint(ONE_FOR_ALL, type_="unique")
        batch_op.create_unique_constraint(ONE_EACH, ["organisation_id", "payee", "kind", "from_date"])
    op.create_table(
        "survey_counts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_survey_counts_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_counts")),
        sa.UniqueConstraint(
            "organisation_id",
            "year",
            "question",
            "answer",
            "noted_on",
            name=op.f("uq_survey_counts_organisation_id_year_question_answer_noted_on"),
        ),
    )


def downgrade() -> None:
    """The claims of organisations stay as they were paid; the rates and the role have no place before."""
    op.drop_table("survey_counts")
    op.execute(
        "UPDATE claim_lines SET rate_id = NULL WHERE rate_id IN (SELECT id FROM rates WHERE payee = 'organisation')"
    )
    op.execute("DELETE FROM rates WHERE payee = 'organisation'")
    op.execute("DELETE FROM role_periods WHERE role = 'organisation'")
    op.execute("DELETE FROM person_roles WHERE role = 'organisation'")
    with op.batch_alter_table("rates") as batch_op:
        batch_op.drop_constraint(ONE_EACH, type_="unique")
        batch_op.create_unique_constraint(ONE_FOR_ALL, ["organisation_id", "kind", "from_date"])
        batch_op.drop_column("payee")
    with op.batch_alter_table("claims") as batch_op:
        batch_op.drop_column("payee_kind")
