"""contact_people.agreed: whose own yes is awaited; imports, import_changes: what a list did; media.title: a file's name

Revision: 0032, after 0031

Whoever shares a phone where another said yes, of whom nothing says that they did (no yes in the ledger, nothing
written, no meeting answered), is written to once they have.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)
NOT_THEIRS = """
UPDATE contact_people SET agreed = {no}
WHERE contact_id IN (SELECT id FROM contacts WHERE consent = 'given' AND shared = {yes})
AND NOT EXISTS (
    SELECT 1 FROM consents WHERE consents.contact_id = contact_people.contact_id
    AND consents.person_id = contact_people.person_id AND consents.kind = 'all' AND consents.given = {yes})
AND EXISTS (
    SELECT 1 FROM consents WHERE consents.contact_id = contact_people.contact_id
    AND consents.person_id <> contact_people.person_id AND consents.kind = 'all' AND consents.given = {yes})
AND NOT EXISTS (SELECT 1 FROM incoming WHERE incoming.person_id = contact_people.person_id)
AND NOT EXISTS (
    SELECT 1 FROM attendances WHERE attendances.person_id = contact_people.person_id AND attendances.answer <> 'none')
"""


def _to(of: str, column: str, table: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{of}_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    with op.batch_alter_table("contact_people") as batch_op:
        batch_op.add_column(sa.Column("agreed", sa.Boolean(), nullable=False, server_default=sa.true()))
    yes, no = ("true", "false") if op.get_bind().dialect.name == "postgresql" else ("1", "0")
    op.execute(NOT_THEIRS.format(yes=yes, no=no))
    op.add_column("media", sa.Column("title", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("roundtables", sa.JSON(), nullable=False),
        sa.Column("undone_at", TIME, nullable=True),
        _to("imports", "organisation_id", "organisations"),
        _to("imports", "by_id", "people", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_table(
        "import_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("added", sa.Boolean(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("seats", sa.JSON(), nullable=False),
        sa.Column("addresses", sa.JSON(), nullable=False),
        _to("import_changes", "import_id", "imports", "CASCADE"),
        _to("import_changes", "person_id", "people", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_changes")),
    )
    op.create_index(op.f("ix_import_changes_import_id"), "import_changes", ["import_id"])
    op.create_index(op.f("ix_import_changes_person_id"), "import_changes", ["person_id"])


def downgrade() -> None:
    op.drop_table("import_changes")
    op.drop_table("imports")
    with op.batch_alter_table("media") as batch_op:
        batch_op.drop_column("title")
    with op.batch_alter_table("contact_people") as batch_op:
        batch_op.drop_column("agreed")
