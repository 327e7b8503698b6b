"""The monthly digest: proposed by many, ordered and approved by a coordinator, sent on its day."""

from handlers.commands import Command, no_words
from handlers.digest import due, letters, talk, views
from handlers.digest.acts import approval, items
from handlers.topics import Topic
from handlers.trials import Trial
from messages.reading import Meaning

TOPIC = Topic(
    name="digest",
    meanings={Meaning.PROPOSE: talk.propose_meant},
    answers={talk.LIST: talk.item_asked},
    dialogues=(talk.propose,),
    commands=(
        Command("proposer", "propose", acts=(items.propose,), say=talk.propose_command),
        Command(
            "infolettre",
            "digest",
            talk.digest_command,
            (items.list_items, items.choose_day, approval.approve, approval.take_back),
        ),
        Command("item", "item", talk.item_command, (items.see_item, items.edit, items.set_aside, items.put_back)),
        Command("ordre", "order", talk.order_command, (items.order,)),
        Command("envoyer-infolettre", "send-digest", no_words(approval.approve), (approval.approve,)),
    ),
    acts=(letters.make_letters, letters.mark_posted),
    due=(due.not_approved_yet, due.did_not_leave),
    waiting=(views.digest_waiting,),
    searched=(views.items_found,),
    tried=(Trial(("infolettre", "digest"), approval.try_digest),),
)
