"""Writes the migration that leads from the last one to the models of today: `make migration ARGS="why"`.

Read what it wrote before keeping it: a rename looks like a removal and an addition, and data is never moved.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config

from db.path_key import PASSING
from db.schema import FOLDER, head


def make_migration(why: str, scratch: Path, migrations: Path = FOLDER) -> Path:
    """The file that it wrote in `migrations`; `scratch` holds the database that the models are compared with."""
    config = Config()
    config.set_main_option("script_location", str(migrations))
    config.attributes["url"] = f"sqlite+aiosqlite:///{scratch / 'models.sqlite3'}"
    config.attributes["key"] = PASSING
    command.upgrade(config, "head")
    number = f"{int(head(migrations)) + 1:04}"  # files are no measure of it: some numbers were never used
    command.revision(config, message=why, autogenerate=True, rev_id=number)
    (written,) = (migrations / "versions").glob(f"{number}_*.py")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(written)], check=True)
    return written


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit('Say why the tables change: make migration ARGS="comments can be withdrawn"')
    with tempfile.TemporaryDirectory() as temporary:
        print(make_migration(" ".join(sys.argv[1:]), Path(temporary)).relative_to(FOLDER.parents[1]))
