"""The yearly report: a draft to look at, frozen on a day, corrected with a reason; once frozen, its files leave."""

from handlers.commands import Command
from handlers.report import acts, commands, envelopes, places, templates
from handlers.topics import Topic

TERRITORIES = (places.territories, places.add_territory, places.rename, places.merge)
TOPIC = Topic(
    name="report",
    commands=(
        Command("bilan", "report", commands.show_command, (acts.show,)),
        Command("bilan-arreter", "report-freeze", commands.freeze_command, (acts.freeze,)),
        Command("bilan-corriger", "report-correct", commands.correct_command, (acts.correct,)),
        Command("bilan-ecrire", "report-write", commands.write_command, (acts.write,)),
        Command("table", "table", commands.table_command, (places.describe, places.tables)),
        Command("territoire", "territory", commands.territory_command, TERRITORIES),
        Command("enveloppe", "envelope", commands.envelope_command, (envelopes.set_amount, envelopes.list_envelopes)),
    ),
    acts=(acts.export, templates.keep_template, templates.drop_template),
    due=(envelopes.mostly_spent,),
)
