"""Every question of these topics fits one text with its answers, for the longest names, in every language."""

from __future__ import annotations

import pytest

from db.privacy.tables import How
from handlers.calls.talk import HOURS
from handlers.dialogue import NO, YES
from handlers.people.joining import language_options
from handlers.people.menu import CANCEL, MENU
from handlers.privacy.talk import BEGINS
from messages import Channel, Option, Outgoing, text
from messages.render import render
from messages.sms_text import prepare
from tests.support.phones import ENV, Settings, build_installation, catalogue

NAME, PHONE, WHERE = "Marie-Chantal Lavoie", "819 555-0142", "Alliance de la Vallée-des-Rives"
HOUSE = build_installation(Settings.load(ENV), catalogue())
PERSON = {"name": NAME, "phone": PHONE}


def options(prefix: str, values: list[str]) -> tuple[Option, ...]:
    return tuple(Option(value, text(f"{prefix}-{value}")) for value in values)


QUESTIONS = [
    (1, Outgoing(text("people-menu", **PERSON), options("people-menu", [value for value, _ in MENU]))),
    (1, Outgoing(text("people-cancel-what"), options("people-cancel", list(CANCEL)))),
    (1, Outgoing(text("calls-noted-when", **PERSON), options("calls-hour", list(HOURS)))),
    (2, Outgoing(text("people-join-hello", organisation=WHERE, **PERSON), language_options(HOUSE))),
    # What is kept and where it goes is said before the yes: the law's.
    (2, Outgoing(text("people-join-consent", name=NAME), (YES, NO))),
    (2, Outgoing(text("privacy-short", organisation=WHERE, **PERSON), options("privacy-menu", list(BEGINS)))),
    (1, Outgoing(text("privacy-how"), options("privacy-how", [how.value for how in How]))),
    (1, Outgoing(text("privacy-erase-code", code="1234"), options("privacy-erase", ["keep"]))),
    (2, Outgoing(text("people-invitation", who=NAME, organisation=WHERE, **PERSON), (YES, NO))),
    (1, Outgoing(text("people-text-too", number=PHONE), (YES, NO))),
    (
        1,
        Outgoing(
            text("people-who-writes"),
            (*(Option(str(n), NAME) for n in range(4)), Option("another", text("people-someone-else"))),
        ),
    ),
    (1, Outgoing(text("people-post-ask"), (Option("call", text("people-post-call")),))),
]


@pytest.mark.parametrize("language", catalogue().languages)
@pytest.mark.parametrize(("most", "question"), QUESTIONS, ids=[q.text.id for _, q in QUESTIONS])  # type: ignore[union-attr]
def test_a_question_fits_its_texts_with_its_answers(most: int, question: Outgoing, language: str) -> None:
    body = render(catalogue(), question, language, Channel.SMS).body
    sms = prepare(body)
    assert sms.segments <= most, f"{sms.characters} characters: {body}"


@pytest.mark.parametrize("language", catalogue().languages)
def test_a_menu_has_at_most_five_lines(language: str) -> None:
    for _most, question in QUESTIONS:
        assert len(question.options) <= 5
