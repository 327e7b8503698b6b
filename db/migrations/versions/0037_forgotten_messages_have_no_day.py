"""forgotten_messages: neither a day nor an order

One copy of the database told on which day a nameless talk was held, and how long it was.

Revision: 0037, after 0036
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

DIGESTS = "SELECT digest FROM forgotten_messages_before ORDER BY digest"


def upgrade() -> None:
    op.rename_table("forgotten_messages", "forgotten_messages_before")
    _drop_key_name()
    op.create_table(
        "forgotten_messages",
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_forgotten_messages")),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO forgotten_messages (digest) {DIGESTS}")
    op.drop_table("forgotten_messages_before")


def downgrade() -> None:
    op.rename_table("forgotten_messages", "forgotten_messages_before")
    _drop_key_name()
    op.create_table(
        "forgotten_messages",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False, server_default=sa.text("CURRENT_DATE")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_forgotten_messages")),
    )
    op.execute(f"INSERT INTO forgotten_messages (digest) {DIGESTS}")
    op.drop_table("forgotten_messages_before")
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("forgotten_messages", "day", server_default=None)


def _drop_key_name() -> None:
    """On PostgreSQL a key keeps its name when its table is renamed."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("pk_forgotten_messages", "forgotten_messages_before", type_="primary")
