"""return paths are sealed with a key that is not in the database; what is forgotten leaves no hole

Revision: 0017, after 0016
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from db.path_key import CannotOpen, PathKey, ReturnAddress

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

AT_ONCE = 1000
WIDER = (
    ("dialogues", "id"),
    ("questions", "id"),
    ("questions", "dialogue_id"),
    ("questions", "subject_id"),
    ("deliveries", "question_id"),
)
INDEXES = (
    ("ix_deliveries_unkept", "id", "kind = 'words' AND body != ''"),
    ("ix_deliveries_paths_news", "id", "return_path_id IS NOT NULL AND body != ''"),
    ("ix_deliveries_chat_numbers", "id", "channel = 'telegram' AND length(provider_id) < 24"),
    ("ix_deliveries_incoming_id", "incoming_id", "incoming_id IS NOT NULL"),
)
paths = sa.table(
    "return_paths",
    sa.column("id", sa.Integer),
    sa.column("comment_id", sa.Integer),
    sa.column("contact_id", sa.Integer),
    sa.column("language", sa.String),
    sa.column("sealed", sa.String),
)
contacts = sa.table("contacts", sa.column("id", sa.Integer), sa.column("person_id", sa.Integer))
people = sa.table("people", sa.column("id", sa.Integer), sa.column("pseudonym", sa.String))
incoming = sa.table(
    "incoming",
    sa.column("id", sa.BigInteger),
    sa.column("channel", sa.String),
    sa.column("provider_id", sa.String),
)


def upgrade() -> None:
    _widen()
    op.create_table(
        "forgotten_messages",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_forgotten_messages")),
    )
    for name, column, where in INDEXES:
        op.create_index(name, "deliveries", [column], postgresql_where=sa.text(where), sqlite_where=sa.text(where))
    with op.batch_alter_table("return_paths", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sealed", sa.String(), nullable=False, server_default=""))
    _seal()
    with op.batch_alter_table("return_paths", schema=None) as batch_op:
        batch_op.alter_column("sealed", server_default=None)
        batch_op.drop_constraint(batch_op.f("fk_return_paths_contact_id_contacts"), type_="foreignkey")
        batch_op.drop_column("contact_id")
        batch_op.drop_column("language")
    _forget_what_counts()


def downgrade() -> None:
    with op.batch_alter_table("return_paths", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("language", sa.String(), nullable=False, server_default=""))
    _unseal()
    with op.batch_alter_table("return_paths", schema=None) as batch_op:
        batch_op.alter_column("contact_id", nullable=False)
        batch_op.alter_column("language", server_default=None)
        batch_op.create_foreign_key(
            batch_op.f("fk_return_paths_contact_id_contacts"), "contacts", ["contact_id"], ["id"], ondelete="CASCADE"
        )
        batch_op.drop_column("sealed")
    for name, _, _ in INDEXES:
        op.drop_index(name, "deliveries")
    op.drop_table("forgotten_messages")


def _widen() -> None:
    """SQLite's whole numbers are wide enough. Not narrowed on the way back: the numbers given since are wide."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table, column in WIDER:
        op.alter_column(table, column, type_=sa.BigInteger())
    for table in ("dialogues", "questions"):
        op.execute(f"ALTER SEQUENCE IF EXISTS {table}_id_seq AS BIGINT")


def _key() -> PathKey:
    key: PathKey = context.config.attributes["key"]
    return key


def _seal() -> None:
    connection = op.get_bind()
    whose = sa.select(paths.c.id, paths.c.comment_id, paths.c.contact_id, paths.c.language, people.c.pseudonym)
    joined = paths.join(contacts, contacts.c.id == paths.c.contact_id, isouter=True)
    joined = joined.join(people, people.c.id == contacts.c.person_id, isouter=True)
    for row in connection.execute(whose.select_from(joined)).all():
        address = ReturnAddress(row.contact_id, row.pseudonym or "", row.language)
        sealed = _key().seal(row.comment_id, address)
        connection.execute(sa.update(paths).where(paths.c.id == row.id).values(sealed=sealed))


def _unseal() -> None:
    """What this key does not open leads nowhere any more: it goes."""
    connection = op.get_bind()
    for row in connection.execute(sa.select(paths.c.id, paths.c.comment_id, paths.c.sealed)).all():
        mine = paths.c.id == row.id
        try:
            address = _key().open(row.comment_id, row.sealed)
        except CannotOpen:
            connection.execute(sa.delete(paths).where(mine))
            continue
        there = connection.scalar(sa.select(contacts.c.id).where(contacts.c.id == address.contact_id))
        if there is None:
            connection.execute(sa.delete(paths).where(mine))
        else:
            connection.execute(sa.update(paths).where(mine).values(contact_id=there, language=address.language))


def _forget_what_counts() -> None:
    """Telegram's numbers become digests, raw messages that were handled go, and so does the list of those who took
    part from afar without having given their name.
    """
    connection = op.get_bind()
    for lot in _lots(connection):
        for row in lot:
            digest = _key().digest("message", "telegram", row.provider_id)
            connection.execute(sa.update(incoming).where(incoming.c.id == row.id).values(provider_id=digest))
    op.execute("UPDATE incoming SET payload = NULL WHERE state = 'handled'")
    op.execute(
        "DELETE FROM remote_participations WHERE released_on IS NULL OR NOT EXISTS (SELECT 1 FROM comments"
        " WHERE comments.meeting_id = remote_participations.meeting_id"
        " AND comments.person_id = remote_participations.person_id)"
    )


def _lots(connection: sa.Connection) -> Iterator[list[Any]]:
    last = -1
    while True:
        wanted = sa.select(incoming.c.id, incoming.c.provider_id).where(
            incoming.c.channel == "telegram", incoming.c.id > last
        )
        rows = list(connection.execute(wanted.order_by(incoming.c.id).limit(AT_ONCE)).all())
        if not rows:
            return
        yield rows
        last = rows[-1].id
