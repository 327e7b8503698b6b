"""One file that holds everything: each table as lines, each photo, and a manifest that counts and signs them.

It is locked with a public key (age), unless it is asked for in clear. The same file is put back on SQLite or on
PostgreSQL. It is made while the program runs: the tables are read in one transaction, which sees one moment.
"""

from bot.backup.drill import Drilled, drill
from bot.backup.file import BadBackup, Manifest, TableCopy
from bot.backup.locked import Locked
from bot.backup.make import make_backup
from bot.backup.origin import Origin, Unproven
from bot.backup.peek import Peeked, peek
from bot.backup.restore import NotEmpty, Restored, restore_backup

__all__ = [
    "BadBackup",
    "Drilled",
    "Locked",
    "Manifest",
    "NotEmpty",
    "Origin",
    "Peeked",
    "Restored",
    "TableCopy",
    "Unproven",
    "drill",
    "make_backup",
    "peek",
    "restore_backup",
]
