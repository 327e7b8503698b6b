"""claims.entered_by: who wrote down a claim for somebody else; attendances.settled: the needs that were seen to

Revision: 0030, after 0029
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

ENTERED = "fk_claims_entered_by_people"


def upgrade() -> None:
    with op.batch_alter_table("claims") as batch_op:
        batch_op.add_column(sa.Column("entered_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("entered", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_foreign_key(ENTERED, "people", ["entered_by"], ["id"], ondelete="SET NULL")
    op.add_column("attendances", sa.Column("settled", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("attendances", "settled")
    with op.batch_alter_table("claims") as batch_op:
        batch_op.drop_constraint(ENTERED, type_="foreignkey")
        batch_op.drop_column("entered")
        batch_op.drop_column("entered_by")
