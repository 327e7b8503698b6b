"""incoming.plain: how a message stands once its words for the table are forgotten

Revision: 0029, after 0027
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("incoming", sa.Column("plain", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("incoming", "plain")
