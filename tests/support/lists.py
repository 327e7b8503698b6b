"""Lists of people read in this very process: what a child process would say of them, without its start."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from bot.lists.forms import read_file
from bot.lists.reading import list_from
from bot.lists.rows import Unreadable
from handlers.acting import refuse
from handlers.people.lists.sheets import ListFile


def read(data: bytes | str, encoding: str = "", title: str = "") -> ListFile:
    """What `bot.lists.reading.read_list` gives. Raises `Refused` as it does."""
    data = data.encode() if isinstance(data, str) else data
    try:
        said = json.loads(json.dumps(read_file(data, encoding).to_json()))
    except Unreadable as unreadable:
        raise refuse(f"people-file-{unreadable.why}", **unreadable.facts) from None
    return replace(list_from(said, hashlib.sha256(data).hexdigest()), title=title)
