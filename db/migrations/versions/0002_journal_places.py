"""the journal's places in its chain, and what the purge of raw messages looks at

Revision: 0002, after 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

UNSEALED = sa.text("place IS NULL")
RAW = sa.text("payload IS NOT NULL")


def upgrade() -> None:
    op.add_column("journal", sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
    op.create_index("ix_journal_place", "journal", ["place"], unique=True)
    op.create_index("ix_journal_unsealed", "journal", ["id"], postgresql_where=UNSEALED, sqlite_where=UNSEALED)
    op.execute("UPDATE incoming SET payload = NULL WHERE CAST(payload AS VARCHAR(4)) = 'null'")
    op.create_index("ix_incoming_raw", "incoming", ["received_at"], postgresql_where=RAW, sqlite_where=RAW)


def downgrade() -> None:
    op.drop_index("ix_incoming_raw", "incoming")
    op.drop_index("ix_journal_unsealed", "journal")
    op.drop_index("ix_journal_place", "journal")
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.drop_column("place")
