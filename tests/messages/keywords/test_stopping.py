"""Three tiers: a word stops at once, a sentence asks, the wide net only labels."""

from __future__ import annotations

import pytest

from messages.keywords import Keyword, StopKind, understand

TWILIO = ["STOP", "stopall", "Unsubscribe", "CANCEL", "End", "QUIT", "Revoke", "OPTOUT"]


@pytest.mark.parametrize("text", [*TWILIO, "ARRET", "Arrêtez!", "arrrêt", "aret", "STOP svp", "désabonner", "opt-out"])
def test_one_near_exact_word_stops_at_once(text: str) -> None:
    found = understand(text)
    assert (found.keyword, found.sure, found.alone, found.stop_kind) == (Keyword.ARRET, "sure", True, None)


@pytest.mark.parametrize(
    ("text", "keyword"),
    [("CANCEL", Keyword.ANNULER), ("end", Keyword.ARRET), ("Quit", Keyword.ARRET), ("revoke", Keyword.ARRET)],
)
def test_where_no_provider_acts_words_of_twilio_are_asked_about(text: str, keyword: Keyword) -> None:
    found = understand(text, reserved=False)
    assert (found.keyword, found.sure) == (keyword, "ask")
    assert understand("STOP", reserved=False).sure == "sure"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ARRET RAPPELS", "reminders"), ("arret les rappels", "reminders"), ("STOP reminders", "reminders"),
        ("ARRET BULLETIN", "digest"), ("stop newsletter", "digest"), ("arrêt infolettre svp", "digest"),
        ("ARRET SONDAGES", "surveys"), ("stop surveys please", "surveys"),
    ],
)  # fmt: skip
def test_one_kind_of_message_can_be_stopped(text: str, kind: StopKind) -> None:
    found = understand(text)
    assert (found.keyword, found.sure, found.stop_kind) == (Keyword.ARRET, "sure", kind)


def test_one_kind_named_in_a_sentence_is_asked_about() -> None:
    found = understand("plus de rappels svp")
    assert (found.keyword, found.sure, found.stop_kind) == (Keyword.ARRET, "ask", "reminders")


@pytest.mark.parametrize(
    "text",
    [
        "je veux pu de messages", "jveux pu rien recevoir", "ne me texte plus", "arretez de menvoyer des texto",
        "pouvez vous m'enlever de la liste", "retirez mon numéro", "laissez moi tranquille", "comment me désabonner",
        "please stop texting me", "take me off your list", "no more messages", "no quiero recibir mas mensajes",
        "chu tanné de vos messages", "j'aimerais ne plus recevoir vos textos",
    ],
)  # fmt: skip
def test_a_sentence_that_asks_to_stop_is_asked_about_and_never_acted_upon(text: str) -> None:
    found = understand(text)
    assert (found.keyword, found.sure) == (Keyword.ARRET, "ask")


@pytest.mark.parametrize("text", ["mon fils a arrêté l'école l'an passé", "le stop au coin est dangereux"])
def test_the_wide_net_only_labels(text: str) -> None:
    found = understand(text)
    assert (found.keyword, found.label) == (None, "maybe-stop")


@pytest.mark.parametrize("text", ["La salle est froide", "Le parc est sale", "On attend la date", "oui", "ABSENT"])
def test_other_messages_carry_no_label(text: str) -> None:
    assert understand(text).label is None


def test_a_comment_that_asks_to_stop_keeps_its_keyword_and_gets_the_label() -> None:
    found = understand("COMMENTAIRE je veux plus de messages")
    assert (found.keyword, found.sure, found.label) == (Keyword.COMMENTAIRE, "sure", "maybe-stop")
