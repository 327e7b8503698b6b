"""The yearly report: a draft to look at, frozen on a day, corrected with a reason; once frozen, its files leave."""

from handlers.commands import Command
from handlers.report import (
    acts,
    asking,
    commands,
    envelopes,
    places,
    reading,
    remarks,
    stopping,
    survey,
    talk,
    telling,
    templates,
    texts,
    unsettled,
)
from handlers.topics import Topic

TERRITORIES = (places.territories, places.add_territory, places.rename, places.merge, places.unmerge)
BY_HAND = (survey.note_sheets, survey.drop_sheets, survey.questions)
SURVEY = (*BY_HAND, asking.send, asking.stop, asking.resume)
STOPPED = (stopping.stop, stopping.resume)
TOPIC = Topic(
    name="report",
    commands=(
        Command("bilan", "report", commands.show_command, (acts.show,)),
        Command("bilan-arreter", "report-freeze", commands.freeze_command, (acts.freeze,)),
        Command("bilan-corriger", "report-correct", commands.correct_command, (acts.correct,)),
        Command("bilan-ecrire", "report-write", commands.write_command, (texts.write, texts.put_back, texts.show)),
        Command("bilan-relire", "report-read", commands.read_command, (reading.begin, *STOPPED)),
        Command("bilan-remarques", "report-remarks", commands.remarks_command, (remarks.remarks, remarks.settle)),
        Command("bilan-envoyer", "report-send", telling.tell_command, (telling.tell,)),
        Command("sondage", "survey", commands.survey_command, SURVEY),
        Command("table", "table", commands.table_command, (places.describe, places.tables, places.rename_table)),
        Command("territoire", "territory", commands.territory_command, TERRITORIES),
        Command("enveloppe", "envelope", commands.envelope_command, (envelopes.set_amount, envelopes.list_envelopes)),
    ),
    answers={
        reading.READ: talk.answered_chapter,
        reading.REMARK: talk.answered_remark,
        asking.SURVEY: asking.answered_survey,
    },
    acts=(reading.letters, acts.export, templates.keep_template, templates.drop_template),
    waiting=(unsettled.remarks_waiting,),
    due=(envelopes.mostly_spent, reading.remind),
)
