"""Whatever is written, in whatever context: an answer, always the same, and nothing grave done without being sure."""

from __future__ import annotations

import datetime as dt
import random
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.reading import Action, Context, Meaning, OpenQuestion, Step, decide, read
from messages.reading.context import LISTS
from messages.reading.decide import ENOUGH, cost
from messages.reading.table import TABLE, Cost
from tests.messages.reading.corpus import corpus

WORDS = sorted({word for line in corpus()[::7] for word in line.text.split()})
CODES = st.sampled_from([step.value for step in Step])
MESSAGES = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join),
    st.sampled_from([line.text for line in corpus()[::11]]),
)
GRAVE = (Meaning.STOP, Meaning.WITHDRAW, Meaning.CANCEL_CLAIM)


@given(MESSAGES, CODES)
@settings(max_examples=400, deadline=None)
def test_anything_is_read_and_decided(message: str, code: str) -> None:
    context = Context.of_code(code)
    readings = read(message, context)
    assert readings
    assert all(0 <= reading.confidence <= 1 for reading in readings)
    assert decide(readings, context).reading in readings


@given(MESSAGES, CODES)
@settings(max_examples=200, deadline=None)
def test_the_same_message_reads_the_same(message: str, code: str) -> None:
    assert read(message, Context.of_code(code)) == read(message, Context.of_code(code))


@given(MESSAGES, CODES)
@settings(max_examples=400, deadline=None)
def test_nothing_grave_is_done_without_being_sure(message: str, code: str) -> None:
    context = Context.of_code(code)
    decision = decide(read(message, context), context)
    if decision.action in (Action.ACT, Action.CONFIRM) and decision.reading.has(*GRAVE):
        assert decision.reading.confidence >= ENOUGH[Cost.GRAVE]
        assert cost(decision.reading, context) is Cost.GRAVE


@given(MESSAGES, CODES)
@settings(max_examples=200, deadline=None)
def test_what_is_done_can_be_undone_in_one_word(message: str, code: str) -> None:
    context = Context.of_code(code)
    decision = decide(read(message, context), context)
    if decision.action is Action.CONFIRM:
        assert decision.undo or all(not TABLE[meaning].undo for meaning in decision.reading.meanings)


@given(MESSAGES, CODES)
@settings(max_examples=200, deadline=None)
def test_a_question_offers_two_or_three_different_things_at_most(message: str, code: str) -> None:
    context = Context.of_code(code)
    decision = decide(read(message, context), context)
    firsts = [option.first for option in decision.options]
    assert len(firsts) <= 3
    assert len(set(firsts)) == len(firsts)


@pytest.mark.parametrize("message", ["oui", "1", "2", "non merci", "jpeux pas mardi", "arrêtez", "12 km", "le 3 svp"])
def test_the_order_of_the_questions_given_changes_nothing(message: str) -> None:
    asked = [
        OpenQuestion(step.value, step, LISTS.get(step, {}), asked=dt.datetime(2026, 12, day, tzinfo=dt.UTC))
        for day, step in enumerate((Step.REMINDER, Step.STOP_ASKED, Step.CLAIM_KM), 1)
    ]
    found = {tuple(read(message, Context(questions=tuple(order)))[:1]) for order in permutations(asked)}
    assert len(found) == 1


def test_someone_in_care_stays_in_care_whatever_is_open() -> None:
    reminder = OpenQuestion("R", Step.REMINDER, LISTS[Step.REMINDER])
    context = Context(standing=Step.IN_CARE, questions=(reminder,))
    assert not decide(read("oui", context), context).reading.has(Meaning.COMING)
    assert decide(read("1", context), context).action is Action.ASK


def test_generated_messages_change_no_consent_presence_nor_money_by_chance() -> None:
    draw = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyz      "
    for _ in range(400):
        message = "".join(draw.choices(letters, k=draw.randint(3, 60)))
        for code in ("N", "R", "S", "K:total", "V", "J:consent"):
            context = Context.of_code(code)
            decision = decide(read(message, context), context)
            done = decision.action in (Action.ACT, Action.CONFIRM)
            assert not (
                done and decision.reading.has(Meaning.STOP, Meaning.WITHDRAW, Meaning.YES, Meaning.CANCEL_CLAIM)
            ), message
