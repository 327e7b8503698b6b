"""what was understood in a message, and what was done with it; kinds of question; the words of dialogues

Revision: 0008, after 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# What was written as one free string -> what was done; the keyword or the command is no longer kept beside it.
STARTS = {
    "keyword:ARRET": "stop",
    "keyword:JOINDRE": "joined",
    "keyword:": "keyword",
    "command:": "command",
    "provider:": "provider",
    "words": "answer",
    "ask:": "asked",
}
SAME = {
    "group": "group",
    "nothing": "nothing",
    "contact": "contact",
    "code": "code",
    "list": "list",
    "answer": "answer",
    "which-question": "asked",
    "unclear": "unclear",
    "handed-over": "handed_over",
    "distress": "distress",
    "voice": "media",
    "sticker": "media",
    "photo": "media",
    "document": "media",
    "other": "media",
    "text": "media",
    "courtesy": "noise",
    "silence": "silence",
    "who-is-it": "waiting",
    "held": "held",
    "stranger": "stranger",
    "ignored-abroad": "abroad",
    "stale-button": "stale",
    "refused": "refused",
    "unknown": "unknown",
    "unknown-command": "unknown",
}
BACK = {
    "stop": "keyword:ARRET",
    "joined": "keyword:JOINDRE",
    "keyword": "keyword:AIDE",
    "command": "command:aide",
    "provider": "provider:STOP",
    "asked": "ask:AIDE",
    "meant": "words",
    "for_a_person": "unknown",
    "care": "distress",
    "media": "photo",
    "noise": "courtesy",
    "handed_over": "handed-over",
    "waiting": "who-is-it",
    "abroad": "ignored-abroad",
    "stale": "stale-button",
}
TASKS = ("word", "private_words")  # kinds that nothing lists any more: a question to answer


def upgrade() -> None:
    with op.batch_alter_table("incoming", schema=None) as batch_op:
        batch_op.alter_column("fate", new_column_name="handled_as", existing_type=sa.String(), type_=sa.String(32))
        batch_op.add_column(sa.Column("reading", sa.String(), nullable=False, server_default=""))
    incoming = sa.table("incoming", sa.column("handled_as", sa.String()))
    fate = incoming.c.handled_as
    cases = [(fate == before, after) for before, after in SAME.items()]
    cases += [(fate.like(f"{before}%"), after) for before, after in STARTS.items()]
    op.execute(incoming.update().where(fate != "").values(handled_as=sa.case(*cases, else_="unknown")))
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.alter_column("topic", new_column_name="kind", existing_type=sa.String())
        batch_op.drop_column("menu")
        batch_op.drop_column("important")
        batch_op.drop_column("letter")
    with op.batch_alter_table("dialogues", schema=None) as batch_op:
        batch_op.alter_column("once", new_column_name="memo", existing_type=sa.JSON())
        batch_op.alter_column("offered", new_column_name="prefill", existing_type=sa.JSON())
    tasks = sa.table("tasks", sa.column("kind", sa.String()))
    op.execute(tasks.update().where(tasks.c.kind.in_(TASKS)).values(kind="question"))


def downgrade() -> None:
    with op.batch_alter_table("dialogues", schema=None) as batch_op:
        batch_op.alter_column("prefill", new_column_name="offered", existing_type=sa.JSON())
        batch_op.alter_column("memo", new_column_name="once", existing_type=sa.JSON())
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("letter", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("important", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("menu", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.alter_column("kind", new_column_name="topic", existing_type=sa.String())
    incoming = sa.table("incoming", sa.column("handled_as", sa.String()))
    handled = incoming.c.handled_as
    cases = [(handled == after, before) for after, before in BACK.items()]
    op.execute(incoming.update().where(handled.in_(list(BACK))).values(handled_as=sa.case(*cases, else_=handled)))
    with op.batch_alter_table("incoming", schema=None) as batch_op:
        batch_op.drop_column("reading")
        batch_op.alter_column("handled_as", new_column_name="fate", existing_type=sa.String(32), type_=sa.String())
