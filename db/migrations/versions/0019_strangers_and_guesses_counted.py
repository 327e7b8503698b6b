"""answers to strangers and guesses of codes are counted by their own small indexes

Revision: 0019, after 0018
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TO_STRANGERS = sa.text("priority = 4")
WRONG_CODE = sa.text("handled_as = 'wrong_code'")


def upgrade() -> None:
    op.create_index(
        "ix_deliveries_to_strangers",
        "deliveries",
        ["channel", "queued_at"],
        sqlite_where=TO_STRANGERS,
        postgresql_where=TO_STRANGERS,
    )
    op.create_index(
        "ix_incoming_wrong_code",
        "incoming",
        ["received_at"],
        sqlite_where=WRONG_CODE,
        postgresql_where=WRONG_CODE,
    )


def downgrade() -> None:
    """What was to leave before all, or after all, leaves with the answers, as it did."""
    op.drop_index("ix_incoming_wrong_code", table_name="incoming")
    op.drop_index("ix_deliveries_to_strangers", table_name="deliveries")
    op.execute("UPDATE deliveries SET priority = 0 WHERE priority IN (-1, 4)")
