"""what is said to a stranger who cries leaves after what is said to somebody known: going back, both are one

Revision: 0027, after 0025
"""

from __future__ import annotations

from alembic import op

revision = "0027"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing of the tables changes. What waits for a known person leaves after theirs, in the same second."""


def downgrade() -> None:
    op.execute("UPDATE deliveries SET priority = -1 WHERE priority = -2")
