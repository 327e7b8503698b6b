"""People: joining, consent, language, pace, paper, stopping and coming back; who is who."""

from handlers import slashes
from handlers.commands import Command, numbered
from handlers.people import (
    accompanying,
    acts,
    commands,
    conversation,
    desk_menu,
    doors,
    joining,
    keeping,
    linking,
    menu,
    merging,
    revoking,
    roles,
    sharing,
    stopping,
    strangers,
    views,
)
from handlers.people.linking import shared_contact
from handlers.people.lists import talk as lists
from handlers.people.lists import undoing
from handlers.people.lists.acts import import_list
from handlers.people.menu import own_words
from handlers.people.sharing import who_is_it
from handlers.people.stopping import provider_stop
from handlers.people.strangers import stranger
from handlers.topics import Topic
from messages.keywords import Keyword
from messages.reading import Meaning

TOPIC = Topic(
    name="people",
    meanings={
        Meaning.STOP: stopping.stop_meant,
        Meaning.STOP_KIND: stopping.stop_meant,
        Meaning.RESUME: stopping.resume_meant,
        Meaning.PAUSE: stopping.pause_meant,
        Meaning.LESS: stopping.less_meant,
        Meaning.HELP: desk_menu.help_meant,
        Meaning.LANGUAGE: doors.language_meant,
        Meaning.QUESTION: doors.question_meant,
        Meaning.NAME: doors.name_meant,
        Meaning.RENAME: doors.name_meant,
        Meaning.THANKS: desk_menu.small_talk_meant,
        Meaning.SMALLTALK: desk_menu.small_talk_meant,
        Meaning.WRONG_NUMBER: menu.wrong_number_meant,
    },
    keywords={
        Keyword.JOINDRE: doors.join_meant,
        Keyword.ANNULER: menu.cancel_keyword,
        Keyword.POSTE: menu.post_keyword,
    },
    answers={
        strangers.CONSENT: strangers.answered_consent,
        lists.OF_LISTS: lists.told_list,
        doors.ANOTHER: doors.told_another,
        sharing.WHO: sharing.told_who,
        linking.WHOSE: linking.told_whose,
        linking.TEXT_TOO: linking.told_text_too,
        merging.MERGE: merging.told_merge,
        menu.CHOICES: menu.chose_from_menu,
        desk_menu.DESK: desk_menu.chose,
        slashes.COMMAND: slashes.told_command,
        menu.CANCELLED: menu.told_cancel,
    },
    dialogues=(joining.join, menu.post, commands.person, lists.import_list),
    commands=(
        Command("start", "start", say=doors.start_command),
        Command("aide", "help", say=desk_menu.help_command),
        Command("lier", "link", say=linking.link_command),
        Command("personne", "person", commands.person_command, (acts.add_person, acts.change_person, acts.show_person)),
        Command("accompagne", "accompany", accompanying.accompany_command, (accompanying.accompany,)),
        Command("fin-role", "end-role", roles.end_role_command, (roles.end_role,)),
        Command("reunir", "merge", merging.merge_command, (merging.merge,)),
        Command("separer", "unmerge", merging.unmerge_command, (merging.unmerge,)),
        Command("conversation", "conversation", conversation.conversation_command, (conversation.show_conversation,)),
        Command("ecrire", "write", numbered(conversation.write, "ecrire", words=True), (conversation.write,)),
        Command("personnes", "people", commands.people_command, (acts.list_people,)),
        Command("importer", "import", acts=(import_list,), say=lists.import_command),
        Command("annuler-import", "undo-import", undoing.undo_command, (undoing.undo_import,)),
    ),
    acts=(acts.make_coordinator, revoking.revoke),
    due=(keeping.requests_due,),
    searched=(views.people_found,),
)

__all__ = ["TOPIC", "own_words", "provider_stop", "shared_contact", "stranger", "who_is_it"]
