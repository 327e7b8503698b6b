"""an item of the digest in any number of languages

Revision: 0015, after 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ITEMS = sa.table(
    "digest_items",
    sa.column("id", sa.Integer),
    sa.column("language", sa.String),
    sa.column("title", sa.String),
    sa.column("body", sa.String),
    sa.column("title_en", sa.String),
    sa.column("body_en", sa.String),
    sa.column("translations", sa.JSON),
)


def upgrade() -> None:
    with op.batch_alter_table("digest_items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("translations", sa.JSON(none_as_null=True), nullable=False, server_default="{}"))
    connection = op.get_bind()
    rows = connection.execute(
        sa.select(ITEMS).where(ITEMS.c.language != "en", (ITEMS.c.title_en != "") | (ITEMS.c.body_en != ""))
    ).all()
    for row in rows:
        english = [row.title_en or row.title, row.body_en or row.body]
        connection.execute(ITEMS.update().where(ITEMS.c.id == row.id).values(translations={"en": english}))
    with op.batch_alter_table("digest_items", schema=None) as batch_op:
        batch_op.alter_column("translations", server_default=None)
        batch_op.drop_column("title_en")
        batch_op.drop_column("body_en")


def downgrade() -> None:
    """French and English are kept; other languages have no place any more."""
    with op.batch_alter_table("digest_items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("title_en", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("body_en", sa.String(), nullable=False, server_default=""))
    connection = op.get_bind()
    for row in connection.execute(sa.select(ITEMS)).all():
        kept, values = row.translations or {}, {}
        if "en" in kept:
            values = dict(zip(("title_en", "body_en"), kept["en"], strict=True))
        elif row.language == "en" and "fr" in kept:
            values = {"language": "fr", "title_en": row.title, "body_en": row.body}
            values |= dict(zip(("title", "body"), kept["fr"], strict=True))
        if values:
            connection.execute(ITEMS.update().where(ITEMS.c.id == row.id).values(**values))
    with op.batch_alter_table("digest_items", schema=None) as batch_op:
        batch_op.alter_column("title_en", server_default=None)
        batch_op.alter_column("body_en", server_default=None)
        batch_op.drop_column("translations")
