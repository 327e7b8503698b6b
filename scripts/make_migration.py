"""Writes the migration that leads from the last one to the models of today: `make migration ARGS="why"`.

Read what it wrote before keeping it: a rename looks like a removal and an addition, and data is never moved.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config

from db.path_key import PASSING
from db.schema import FOLDER


def make_migration(why: str, folder: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["url"] = f"sqlite+aiosqlite:///{folder / 'models.sqlite3'}"
    config.attributes["key"] = PASSING
    command.upgrade(config, "head")
    number = len(list((FOLDER / "versions").glob("*.py"))) + 1
    command.revision(config, message=why, autogenerate=True, rev_id=f"{number:04}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit('Say why the tables change: make migration ARGS="comments can be withdrawn"')
    with tempfile.TemporaryDirectory() as temporary:
        make_migration(" ".join(sys.argv[1:]), Path(temporary))
