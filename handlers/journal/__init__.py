"""The journal: shown in words that people understand, sealed, and the raw messages purged in their time."""

from handlers.access import Act
from handlers.journal import commands, due
from handlers.topics import Command, Topic

TOPIC = Topic(
    name="journal",
    commands=(
        Command("journal", "log", commands.journal_command, Act.SEE_JOURNAL),
        Command("exporter", "export", commands.export_command, Act.EXPORT),
    ),
    due=(due.seal, due.purge),
)
