"""The monthly digest: proposed by many, ordered and approved by a coordinator, sent on its day."""

from handlers.access import Act
from handlers.digest import due, talk
from handlers.topics import Command, Topic

TOPIC = Topic(
    name="digest",
    answers={"broadcast.digest": talk.item_asked},
    dialogues=(talk.propose, talk.digest),
    commands=(
        Command("proposer", "propose", talk.propose_command),
        Command("infolettre", "digest", talk.digest_command, Act.EDIT_DIGEST),
        Command("item", "item", talk.item_command, Act.EDIT_DIGEST),
        Command("ordre", "order", talk.order_command, Act.EDIT_DIGEST),
        Command("envoyer-infolettre", "send-digest", talk.send_command, Act.APPROVE_DIGEST),
    ),
    due=(due.not_approved_yet, due.did_not_leave),
    words=talk.proposed_by_text,
)
