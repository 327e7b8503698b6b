"""what the topics needed

Revision: 0003, after 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:

    with op.batch_alter_table("claim_lines", schema=None) as batch_op:
        batch_op.add_column(sa.Column("day", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("limit_cents", sa.Integer(), nullable=True))

    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answer", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("nudged_on", sa.Date(), nullable=True))

    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("rates", schema=None) as batch_op:
        batch_op.add_column(sa.Column("receipt", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:

    with op.batch_alter_table("rates", schema=None) as batch_op:
        batch_op.drop_column("receipt")

    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.drop_column("asked_at")

    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_column("nudged_on")
        batch_op.drop_column("answer")

    with op.batch_alter_table("claim_lines", schema=None) as batch_op:
        batch_op.drop_column("limit_cents")
        batch_op.drop_column("day")
