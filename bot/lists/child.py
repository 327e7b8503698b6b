"""`python -m bot.lists.child [ENCODING]`: a file on the standard input, what it holds as JSON on the standard output.

It has a little memory and a little time, so that a file made to fill a machine ends this process alone.
"""

from __future__ import annotations

import json
import sys

from bot.confined import confine
from bot.lists.forms import read_file
from bot.lists.rows import MOST_BYTES, Unreadable

MEMORY = 300_000_000  # bytes of address space; a list of 20,000 people takes half of it
SECONDS = 60  # of processor


def main() -> None:
    confine(MEMORY, SECONDS)
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        said = read_file(data, sys.argv[1] if len(sys.argv) > 1 else "").to_json()
    except Unreadable as unreadable:
        said = {"unreadable": unreadable.why, "facts": unreadable.facts}
    except (MemoryError, RecursionError):
        said = {"unreadable": "too-heavy", "facts": {}}
    sys.stdout.buffer.write(json.dumps(said).encode())


if __name__ == "__main__":
    main()
