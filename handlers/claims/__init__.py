"""Claims: the allowance of whoever took part, and what they spent to be there."""

from handlers.access import Act
from handlers.claims import commands, dialogue, due, talk
from handlers.topics import Command, Topic
from messages.keywords import Keyword

TOPIC = Topic(
    name="claims",
    keywords={
        Keyword.RECLAMER: talk.claim_keyword,
        Keyword.TARIFS: talk.rates_keyword,
        Keyword.STATUT: talk.status_keyword,
    },
    answers={
        talk.OFFER: talk.answered_offer,
        "claims.table": talk.declined_table,
        "claims.question": talk.answered_question,
        "claims.received": talk.answered_received,
    },
    dialogues=(dialogue.claim, commands.pay),
    commands=(
        Command("demandes", "claims", commands.list_command, Act.DECIDE_CLAIM),
        Command("demande", "claim", commands.show_command, Act.DECIDE_CLAIM),
        Command("approuver-demande", "approve-claim", commands.approve_command, Act.DECIDE_CLAIM),
        Command("retourner", "return", commands.return_command, Act.DECIDE_CLAIM),
        Command("refuser", "refuse", commands.refuse_command, Act.DECIDE_CLAIM),
        Command("rouvrir-demande", "reopen-claim", commands.reopen_command, Act.DECIDE_CLAIM),
        Command("payer", "pay", commands.pay_command, Act.PAY_CLAIMS),
        Command("tarif", "rate", commands.rate_command, Act.SET_RATES),
    ),
    due=(due.offers, due.remote_offers, due.ask_about_payments, due.waiting_too_long),
    words=talk.words,
)
