"""The journal: shown in words that people understand, and sealed."""

from handlers.commands import Command
from handlers.journal import acts, commands, due
from handlers.topics import Topic

TOPIC = Topic(
    name="journal",
    commands=(
        Command("journal", "log", commands.journal_command, (acts.show,)),
        Command("exporter", "export", commands.export_command, (acts.note_export,)),
    ),
    due=(due.seal,),
)
