"""Claims: the allowance of whoever took part, and what they spent to be there."""

from handlers.claims import (
    amending,
    cancelling,
    commands,
    decisions,
    dialogue,
    due,
    entering,
    in_between,
    own_year,
    payments,
    rates,
    talk,
    treasurer,
    views,
    wishes,
    withdrawing,
)
from handlers.commands import Command, numbered
from handlers.topics import Topic
from messages.keywords import Keyword
from messages.reading import Meaning

TOPIC = Topic(
    name="claims",
    meanings={
        Meaning.CLAIM: talk.claim_meant,
        Meaning.AMOUNT: talk.amount_meant,
        Meaning.KM: talk.amount_meant,
        Meaning.CANCEL_CLAIM: talk.cancel_meant,
        Meaning.MONEY_STATUS: talk.status_meant,
        Meaning.LOST_RECEIPT: talk.receipt_meant,
        Meaning.RECEIPT_PHOTO: talk.receipt_meant,
        Meaning.QUESTION: talk.question_meant,
        Meaning.OTHER_PERSON: talk.other_person_meant,
        Meaning.NO: talk.no_meant,
        Meaning.CORRECT: talk.correct_meant,
    },
    plainly=in_between.plainly,
    knows=talk.known,
    keywords={Keyword.TARIFS: talk.rates_keyword, Keyword.COMBIEN: own_year.own_year_keyword},
    answers={
        talk.OFFER: talk.answered_offer,
        decisions.RETURNED: talk.answered_question,
        payments.RECEIVED: talk.answered_received,
        amending.AMENDED: amending.told,
        cancelling.CANCEL: cancelling.told,
        withdrawing.WITHDRAWN: withdrawing.told,
        withdrawing.WHICH: withdrawing.told_which,
    },
    dialogues=(dialogue.claim, commands.pay),
    commands=(
        Command(
            "demandes", "claims", commands.list_command, (decisions.list_waiting, decisions.list_paid, decisions.show)
        ),
        Command("demande", "claim", numbered(decisions.show, "demande"), (decisions.show,)),
        Command("approuver-demande", "approve-claim", commands.approve_command, (decisions.approve,)),
        Command("retourner", "return", numbered(decisions.send_back, "retourner", words=True), (decisions.send_back,)),
        Command(
            "refuser",
            "refuse",
            numbered(decisions.refuse_claim, "refuser", words=True),
            (decisions.refuse_claim,),
            careful=True,
        ),
        Command(
            "rouvrir-demande",
            "reopen-claim",
            numbered(decisions.reopen, "rouvrir-demande"),
            (decisions.reopen,),
            careful=True,
        ),
        Command("inscrire-demande", "enter-claim", commands.enter_command, (entering.enter,)),
        Command(
            "retirer-demande",
            "withdraw-claim",
            numbered(entering.take_out, "retirer-demande"),
            (entering.take_out,),
            careful=True,
        ),
        Command("payer", "pay", commands.pay_command, (payments.pay, payments.preview)),
        Command("paiement", "payment", numbered(treasurer.treasurer_list, "paiement"), (treasurer.treasurer_list,)),
        Command("mode-paiement", "payment-mode", wishes.wish_command, (wishes.wish,)),
        Command("indemnites", "fairness", treasurer.fairness_command, (treasurer.fairness,)),
        Command(
            "annuler-paiement",
            "cancel-payment",
            numbered(payments.unpay, "annuler-paiement", words=True),
            (payments.unpay,),
        ),
        Command(
            "tarif",
            "rate",
            commands.rate_command,
            (rates.set_rate, rates.list_rates, rates.drop_rate, rates.first_rates),
        ),
    ),
    due=(due.offers, due.remote_offers, due.ask_about_payments),
    waiting=(views.claims_waiting,),
)
