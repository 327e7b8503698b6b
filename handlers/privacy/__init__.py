"""Personal information: the notice, what people ask of it, how long it is kept, who looked, what went wrong."""

from handlers.commands import Command
from handlers.privacy import asking, commands, erasing, file, incidents, looking, retention, talk, views
from handlers.topics import Topic
from messages.keywords import Keyword

TOPIC = Topic(
    name="privacy",
    keywords={
        Keyword.CONFIDENTIALITE: talk.privacy_keyword,
        Keyword.MES_DONNEES: talk.data_keyword,
        Keyword.EFFACER: talk.erase_keyword,
    },
    answers={talk.MENU: talk.chose},
    dialogues=(talk.my_data, talk.fix_data, talk.notice_on_paper, talk.erase_me),
    commands=(
        Command(
            "vie-privee",
            "privacy",
            commands.privacy_command,
            (asking.list_requests, asking.settle, erasing.erase, erasing.keep, retention.count_past),
        ),
        Command("demande-vie-privee", "privacy-request", commands.asked_command, (asking.note_asked,)),
        Command("qui-a-vu", "who-looked", commands.looks_command, (looking.list_looks,)),
        Command(
            "incident",
            "privacy-incident",
            commands.incident_command,
            (
                incidents.list_incidents,
                incidents.note_incident,
                incidents.show_incident,
                incidents.change_incident,
            ),
        ),
    ),
    acts=(file.make_file, retention.let_go_now, incidents.write_letters),
    due=(erasing.erase_due, asking.remind, retention.retain),
    waiting=(views.requests_waiting,),
)
