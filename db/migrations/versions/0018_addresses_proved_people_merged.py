"""addresses proved, people merged

Revision: 0018, after 0017
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "merges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("absorbed_id", sa.Integer(), nullable=False),
        sa.Column("absorbed_pseudonym", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("carries_role", sa.Boolean(), nullable=False),
        sa.Column("record", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_merges_contact_id_contacts"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["kept_id"], ["people.id"], name=op.f("fk_merges_kept_id_people"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_merges_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
    )
    with op.batch_alter_table("merges", schema=None) as batch_op:
        batch_op.create_index("ix_merges_kept_id", ["kept_id"], unique=False)

    with op.batch_alter_table("contact_people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("attached_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_codes_contact_id_contacts"), "contacts", ["contact_id"], ["id"], ondelete="CASCADE"
        )
    _prove_coordinators()


def _prove_coordinators() -> None:
    """Accounts from which coordinators acted until today go on; one that was typed and never heard from does not."""
    op.execute(
        sa.text(
            "UPDATE contact_people SET proved_at ="
            " (SELECT COALESCE(first_heard_at, created_at) FROM contacts WHERE contacts.id = contact_id)"
            " WHERE person_id IN (SELECT person_id FROM person_roles WHERE role = 'coordinator')"
            " AND contact_id IN (SELECT id FROM contacts WHERE channel = 'telegram' AND reach <> 'not_started')"
        )
    )


def downgrade() -> None:
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_codes_contact_id_contacts"), type_="foreignkey")
        batch_op.drop_column("contact_id")

    with op.batch_alter_table("contact_people", schema=None) as batch_op:
        batch_op.drop_column("proved_at")
        batch_op.drop_column("attached_at")

    with op.batch_alter_table("merges", schema=None) as batch_op:
        batch_op.drop_index("ix_merges_kept_id")

    op.drop_table("merges")
