"""tasks.told_all: cries to which every coordinator was alerted; needs_counted: needs kept as a number once erased;
attendances.taken_back_at: who was invited by mistake

Revision: 0034, after 0033
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A cry that still waits is told again within ten minutes: the mark comes with it.
    op.add_column("tasks", sa.Column("told_all", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("attendances", sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "needs_counted",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_needs_counted_meeting_id_meetings"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("meeting_id", "need", name=op.f("pk_needs_counted")),
    )


def downgrade() -> None:
    op.drop_table("needs_counted")
    op.drop_column("attendances", "taken_back_at")
    op.drop_column("tasks", "told_all")
