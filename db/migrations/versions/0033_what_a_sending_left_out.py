"""broadcast_left_out: to whom a broadcast wrote nothing when it left; remarks settled, texts replaced, modes wished

Revision: 0033, after 0032
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("written_to", sa.Integer(), nullable=True))
    op.add_column("broadcasts", sa.Column("left_out", sa.Integer(), nullable=True))
    op.create_table(
        "broadcast_left_out",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"],
            ["broadcasts.id"],
            name=op.f("fk_broadcast_left_out_broadcast_id_broadcasts"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_broadcast_left_out_person_id_people"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast_left_out")),
    )
    op.create_index("ix_broadcast_left_out_broadcast_id", "broadcast_left_out", ["broadcast_id"])
    op.create_index("ix_broadcast_left_out_person_id", "broadcast_left_out", ["person_id"])
    op.add_column("report_remarks", sa.Column("settled_at", TIME, nullable=True))
    # Of a chapter that was frozen since: it was too late to settle anything.
    op.execute(
        "UPDATE report_remarks SET settled_at = said_at WHERE reading_id IN"
        " (SELECT id FROM report_readings WHERE closed_at IS NOT NULL)"
    )
    op.add_column("report_texts", sa.Column("replaced", sa.String(), nullable=True))
    op.add_column("people", sa.Column("paid_by", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("people", "paid_by")
    op.drop_column("report_texts", "replaced")
    op.drop_column("report_remarks", "settled_at")
    op.drop_table("broadcast_left_out")
    op.drop_column("broadcasts", "left_out")
    op.drop_column("broadcasts", "written_to")
