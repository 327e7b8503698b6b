"""what was put off; coordinators are told in one message a week of all that waits

Revision: 0016, after 0015
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "put_off",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", BIG_ID, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_put_off_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_put_off_by_people"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("organisation_id", "kind", "number", name=op.f("pk_put_off")),
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_column("nudged_on")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_column("nudges")


def downgrade() -> None:
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("nudges", sa.SmallInteger(), nullable=False, server_default="0"))
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.add_column(sa.Column("nudged_on", sa.Date(), nullable=True))
    op.drop_table("put_off")
