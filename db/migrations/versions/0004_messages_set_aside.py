"""what the doctor and the metrics look at: messages set aside

Revision: 0004, after 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SET_ASIDE = sa.text("state = 'set_aside'")


def upgrade() -> None:
    op.create_index("ix_incoming_set_aside", "incoming", ["id"], postgresql_where=SET_ASIDE, sqlite_where=SET_ASIDE)


def downgrade() -> None:
    op.drop_index("ix_incoming_set_aside", "incoming")
