"""what a broadcast was about, and who noted presence

Revision: 0006, after 0005
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

broadcasts = sa.table(
    "broadcasts",
    sa.column("id", sa.Integer),
    sa.column("kind", sa.String),
    sa.column("audience", sa.JSON),
    sa.column("purpose", sa.String),
    sa.column("meeting_id", sa.Integer),
    sa.column("territory", sa.String),
)
meetings = sa.table("meetings", sa.column("id", sa.Integer), sa.column("roundtable_id", sa.Integer))
roundtables = sa.table("roundtables", sa.column("id", sa.Integer), sa.column("territory", sa.String))


def upgrade() -> None:

    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("purpose", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("meeting_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("title", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("territory", sa.String(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_broadcasts_meeting_id_meetings"), "meetings", ["meeting_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_index(batch_op.f("ix_broadcasts_meeting_id"), ["meeting_id"])

    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.add_column(sa.Column("noted_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("noted_by", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_attendances_noted_by_people"), "people", ["noted_by"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True))

    _say_what_they_were()


def _say_what_they_were() -> None:
    """The audience of a reminder names its meeting; a roundtable names its territory."""
    connection = op.get_bind()
    table_of = dict(connection.execute(sa.select(meetings.c.id, meetings.c.roundtable_id)).all())
    territory_of = dict(connection.execute(sa.select(roundtables.c.id, roundtables.c.territory)).all())
    for number, kind, kept in connection.execute(
        sa.select(broadcasts.c.id, broadcasts.c.kind, broadcasts.c.audience)
    ).all():
        audience: dict[str, Any] = json.loads(kept) if isinstance(kept, str) else kept or {}
        meeting = audience.get("unanswered_meeting_id") or audience.get("meeting_id")
        meeting = meeting if meeting in table_of else None
        roundtable = audience.get("roundtable_id") or table_of.get(meeting)
        territory = audience.get("territory") or territory_of.get(roundtable)
        connection.execute(
            sa.update(broadcasts)
            .where(broadcasts.c.id == number)
            .values(purpose=kind, meeting_id=meeting, territory=territory)
        )


def downgrade() -> None:

    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.drop_column("cancelled_at")

    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_attendances_noted_by_people"), type_="foreignkey")
        batch_op.drop_column("noted_by")
        batch_op.drop_column("noted_at")

    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_broadcasts_meeting_id"))
        batch_op.drop_constraint(batch_op.f("fk_broadcasts_meeting_id_meetings"), type_="foreignkey")
        batch_op.drop_column("territory")
        batch_op.drop_column("title")
        batch_op.drop_column("meeting_id")
        batch_op.drop_column("purpose")
