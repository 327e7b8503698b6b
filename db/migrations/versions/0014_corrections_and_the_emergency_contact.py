"""corrections of what was read, and the emergency contact

Revision: 0014, after 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.add_column(sa.Column("emergency_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("incoming", schema=None) as batch_op:
        batch_op.add_column(sa.Column("correction", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("incoming", schema=None) as batch_op:
        batch_op.drop_column("correction")
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.drop_column("emergency_at")
