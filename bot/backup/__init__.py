"""One file that holds everything: each table as lines, each photo, and a manifest that counts and signs them.

The same file is put back on SQLite or on PostgreSQL. It is made while the program runs: the tables are read in one
transaction, which sees one moment.
"""

from bot.backup.file import BadBackup, Manifest, TableCopy, read_manifest
from bot.backup.make import make_backup
from bot.backup.restore import NotEmpty, Restored, key_in, restore_backup

__all__ = [
    "BadBackup",
    "Manifest",
    "NotEmpty",
    "Restored",
    "TableCopy",
    "key_in",
    "make_backup",
    "read_manifest",
    "restore_backup",
]
