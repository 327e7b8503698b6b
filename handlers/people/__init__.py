"""People: joining, consent, language, pace, paper, stopping and coming back; who is who."""

from handlers.access import Act
from handlers.people import commands, doors, joining, keeping, linking, lists, menu, sharing, stopping, strangers
from handlers.people.linking import shared_contact
from handlers.people.sharing import who_is_it
from handlers.people.stopping import provider_stop
from handlers.people.strangers import stranger
from handlers.topics import Command, Topic
from messages.keywords import Keyword

TOPIC = Topic(
    name="people",
    keywords={
        Keyword.JOINDRE: doors.join_keyword,
        Keyword.ARRET: stopping.stop_keyword,
        Keyword.REPRENDRE: stopping.resume_keyword,
        Keyword.PAUSE: stopping.pause_keyword,
        Keyword.MOINS: stopping.less_keyword,
        Keyword.AIDE: menu.help_keyword,
        Keyword.ANNULER: menu.cancel_keyword,
        Keyword.POSTE: menu.post_keyword,
        Keyword.FRANCAIS: doors.language_keyword,
        Keyword.ENGLISH: doors.language_keyword,
        Keyword.ESPANOL: doors.language_keyword,
    },
    answers={
        "people.consent": strangers.answered_consent,
        "people.another": doors.told_another,
        "people.who": sharing.told_who,
        "people.whose": linking.told_whose,
        "people.text_too": linking.told_text_too,
        "people.menu": menu.chose_from_menu,
        "people.cancel": menu.told_cancel,
    },
    dialogues=(joining.join, menu.post, commands.person, lists.import_list),
    commands=(
        Command("start", "start", doors.start_command),
        Command("aide", "help", menu.help_command),
        Command("lier", "link", linking.link_command),
        Command("personne", "person", commands.person_command, Act.ADD_PERSON),
        Command("personnes", "people", commands.people_command, Act.SEE_PEOPLE),
        Command("importer", "import", lists.import_command, Act.IMPORT_PEOPLE),
    ),
    due=(keeping.requests_due,),
    words=menu.own_words,
)

__all__ = ["TOPIC", "provider_stop", "shared_contact", "stranger", "who_is_it"]
