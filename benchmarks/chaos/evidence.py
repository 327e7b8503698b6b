"""What is kept of a round in which a promise was broken, beside the temporary files of this machine."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import cast

from sqlalchemy import Table, select

from benchmarks.chaos.stage import Stage
from db.conversations import IncomingMessage
from db.deliveries import Broadcast, Delivery, Limiter, Receipt, Worker
from db.session import Database

TABLES = (Broadcast, Delivery, IncomingMessage, Limiter, Receipt, Worker)


def where_kept(stage: Stage, seed: int) -> Path:
    folder = Path(tempfile.gettempdir()) / f"portevoix-chaos-{stage.kind}-{seed}"
    folder.mkdir(exist_ok=True)
    return folder


async def keep_tables(database: Database, folder: Path) -> None:
    """One file per table, one line per row."""
    async with database.read() as session:
        for model in TABLES:
            table = cast(Table, model.__table__)
            rows = (await session.execute(select(*table.columns).order_by(*table.primary_key))).mappings()
            lines = [json.dumps(dict(row), default=str, ensure_ascii=False) for row in rows]
            (folder / f"{table.name}.jsonl").write_text("\n".join(lines), encoding="utf-8")


def keep_logs(stage: Stage, folder: Path) -> None:
    for file in stage.installation.folder.glob("*.log"):
        shutil.copy(file, folder)
