"""people.refused, refused_at: a no that was written down of someone, whatever address comes later;
territories.absorbed, absorbed_at: what taking two territories apart again needs

Revision: 0036, after 0035
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("refused", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("territories", schema=None) as batch_op:
        batch_op.add_column(sa.Column("absorbed", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("absorbed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("people", sa.Column("refused_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("territories", schema=None) as batch_op:
        batch_op.drop_column("absorbed_at")
        batch_op.drop_column("absorbed")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("refused_at")
        batch_op.drop_column("refused")
