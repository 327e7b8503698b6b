"""The check page: what it says will leave, to whom, whom it misses, and what its fingerprint stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from bot.installation import build_installation
from bot.settings import Settings
from db.audience import Unreached
from handlers.acting import Confirmation
from handlers.checks import (
    MOST_NAMED,
    CheckPage,
    Gesture,
    Reached,
    Shown,
    as_data,
    confirm_prompt,
    gather,
    page_texts,
)
from messages import Channel, Money, Text
from messages.plain_french import advise_writer
from tests.support.env import ENV, catalogue

BONJOUR = Shown("fr", Channel.SMS, 2, "Bonjour", (), 1)
HELLO = Shown("en", Channel.TELEGRAM, 1, "Hello", ("Yes",), 0)
LUC = Unreached(8, "Luc", "stopped")


def reached(*texts: Shown, who: str = "all", **more: Any) -> Reached:
    return Reached(who, texts, **more)


def page(*parts: Reached, gesture: Gesture = Gesture.YES, alone: bool = False, **more: Any) -> CheckPage:
    return gather("meetings.cancel", 3, gesture, alone, parts, 1234, **more)


def missing(*ids: int, **more: Any) -> Reached:
    missed = tuple(Unreached(id, f"Luc {id}", "stopped") for id in ids)
    return Reached("some", (), missed, missed_ids=frozenset(ids), **more)


# -- what is counted ----------------------------------------------------------------------------------------------


def test_people_and_segments_add_up_by_channel() -> None:
    one = page(reached(BONJOUR, HELLO), reached(nameless=2, who="nameless"))
    assert (one.people, one.on(Channel.SMS), one.on(Channel.TELEGRAM), one.nameless) == (5, 2, 1, 2)
    assert (one.segments, one.cost) == (2, Money(1234))
    assert reached(BONJOUR, HELLO, nameless=2).people == 5


def test_texts_that_are_alike_are_shown_once_with_all_their_people() -> None:
    mine, yours = replace(BONJOUR, body="Bonjour Rose", people=1), replace(BONJOUR, body="Bonjour Luc", people=1)
    apart = page(reached(mine), reached(yours))
    assert [(t.body, t.people) for t in apart.texts] == [("Bonjour Rose", 1), ("Bonjour Luc", 1)]
    alike = page(reached(mine, alike="told"), reached(yours, alike="told"), reached(HELLO, alike="told"))
    assert [(t.body, t.people) for t in alike.texts] == [("Bonjour Rose", 2), ("Hello", 1)]
    noted = replace(mine, segments_as_written=3, changes=("accents",), warnings=("long",))
    assert page(reached(noted), reached(noted)).texts == (replace(noted, people=2),)


def test_the_same_words_in_another_language_channel_or_with_other_buttons_are_another_text() -> None:
    others = [
        replace(BONJOUR, language="en"),
        replace(BONJOUR, channel=Channel.EMAIL),
        replace(BONJOUR, buttons=("a",)),
    ]
    assert len(page(reached(BONJOUR, *others)).texts) == 4


def test_who_has_one_part_of_it_is_reached_and_who_has_none_is_missed_once() -> None:
    one = page(missing(7, 8), missing(8, 9), reached(BONJOUR, reached_ids=frozenset({9})))
    assert ([m.person_id for m in one.missed], one.missed_more) == ([7, 8], 0)


def test_those_beyond_the_names_are_counted() -> None:
    many = page(missing(*range(1, MOST_NAMED + 6)))
    assert (len(many.missed), many.missed_more) == (MOST_NAMED, 5)
    told = replace(missing(1), missed_ids=frozenset({1, 2, 3}))  # a broadcast names some of those that it misses
    assert (len(page(told).missed), page(told).missed_more) == (1, 2)


def test_who_shares_a_phone_reads_it_there_and_no_one_is_counted_twice() -> None:
    shared = reached(replace(BONJOUR, people=1), reached_ids=frozenset({7, 8}))
    assert page(shared).sharing == 1
    assert page(reached(BONJOUR, reached_ids=frozenset({7, 8}))).sharing == 0
    assert page(reached(BONJOUR, reached_ids=frozenset({7}))).sharing == 0
    assert page(Reached("later", (), reached_ids=frozenset({7}))).sharing == 0, "nothing is sent to them yet"


def test_the_rest_is_gathered() -> None:
    parts = [reached(BONJOUR, often=2, not_translated={"ht": 1}), reached(HELLO, often=5, not_translated={"ht": 2})]
    one = page(*parts, about=Text("check-confirm", {"people": 3}))
    assert (one.often, one.not_translated) == (5, {"ht": 3})
    assert one.about is not None
    assert (page().often, page().people, page().texts) == (0, 0, ())


# -- what confirms it ----------------------------------------------------------------------------------------------


def test_a_fingerprint_changes_with_every_word_and_person_that_was_shown() -> None:
    base = page(reached(BONJOUR, HELLO), missing(7))
    others = [
        page(reached(replace(BONJOUR, body="Bonsoir"), HELLO), missing(7)),
        page(reached(replace(BONJOUR, people=3), HELLO), missing(7)),
        page(reached(BONJOUR, replace(HELLO, buttons=("No",))), missing(7)),
        page(reached(replace(BONJOUR, language="en"), HELLO), missing(7)),
        page(reached(replace(BONJOUR, channel=Channel.EMAIL), HELLO), missing(7)),
        page(reached(BONJOUR, HELLO), missing(8)),
        page(reached(BONJOUR, HELLO), replace(missing(7), missed=(Unreached(7, "Luc 7", "paused"),))),
        page(reached(BONJOUR, HELLO), missing(*range(7, 7 + MOST_NAMED + 1))),
        page(reached(BONJOUR, HELLO, who="others"), missing(7)),
        replace(base, act="meetings.move"),
        replace(base, number=4),
        replace(base, missed_more=1),
    ]
    prints = [one.fingerprint for one in (base, *others)]
    assert len(set(prints)) == len(prints)
    assert page(reached(BONJOUR, HELLO), missing(7)).fingerprint == base.fingerprint


def test_of_texts_that_are_alike_each_counts_in_the_fingerprint_too() -> None:
    """One alone is shown: whoever confirms it confirms the others as they were."""
    mine, yours = replace(BONJOUR, body="Bonjour Rose", people=1), replace(BONJOUR, body="Bonjour Luc", people=1)
    before = page(reached(mine, alike="told", who="1"), reached(yours, alike="told", who="2"))
    changed = page(reached(mine, alike="told", who="1"), reached(replace(yours, body="Adieu"), alike="told", who="2"))
    assert before.texts == changed.texts
    assert before.fingerprint != changed.fingerprint
    turned = page(reached(yours, alike="told", who="2"), reached(replace(mine), alike="told", who="1"))
    assert turned.exactly == before.exactly, "the order in which they were made says nothing"


@pytest.mark.parametrize(
    ("gesture", "alone", "people", "done"),
    [
        (Gesture.YES, False, None, True),
        (Gesture.YES, False, 99, True),
        (Gesture.YES, True, None, False),
        (Gesture.YES, True, 2, False),
        (Gesture.YES, True, 3, True),
        (Gesture.RETYPE, False, None, False),
        (Gesture.RETYPE, False, 2, False),
        (Gesture.RETYPE, False, 3, True),
    ],
)
def test_a_page_is_confirmed_by_its_fingerprint_and_its_number_of_people_when_it_must_be_written_again(
    gesture: Gesture, alone: bool, people: int | None, done: bool
) -> None:
    one = page(reached(BONJOUR, HELLO), gesture=gesture, alone=alone)
    assert one.confirmed_by(Confirmation(one.fingerprint, people)) is done
    assert not one.confirmed_by(Confirmation("another", people))
    assert not one.confirmed_by(None)


# -- what is said ---------------------------------------------------------------------------------------------------


def said(one: CheckPage) -> list[str]:
    return [part.id for part in page_texts(build_installation(Settings.load(ENV), catalogue()), one, "fr")]


@pytest.mark.parametrize(
    ("one", "ids"),
    [
        (page(), []),
        (page(about=Text("check-confirm", {"people": 1})), ["check-confirm"]),
        (page(reached(BONJOUR, HELLO)), ["preview-sms", "preview-telegram", "check-total"]),
        (page(missing(7)), ["check-total", "check-missed"]),
        (page(reached(nameless=1)), ["check-total", "check-nameless"]),
        (page(reached(HELLO, reached_ids=frozenset({1, 2}))), ["preview-telegram", "check-total", "check-shared"]),
        (page(reached(HELLO, often=2)), ["preview-telegram", "check-total", "check-often"]),
        (
            page(reached(HELLO, not_translated={"ht": 1})),
            ["preview-telegram", "check-total", "preview-not-translated"],
        ),
    ],
)
def test_a_page_says_what_leaves_and_who_is_missed(one: CheckPage, ids: list[str]) -> None:
    assert said(one) == ids


def test_a_text_for_nobody_is_shown_when_there_are_so_few() -> None:
    nobodys = [replace(BONJOUR, people=0, body=f"Bonjour {n}") for n in range(3)]
    assert said(page(reached(*nobodys[:2]))) == ["preview-sms", "preview-sms", "check-total"]
    assert said(page(reached(*nobodys))) == ["check-total"]
    assert said(page(reached(*nobodys[:2], BONJOUR))) == ["preview-sms", "check-total"]


def test_hard_words_of_the_french_text_bring_advice() -> None:
    hard = "Conformément à la procédure susmentionnée, la concertation intersectorielle optimisera la gouvernance."
    assert advise_writer(hard)
    assert said(page(reached(replace(BONJOUR, body=hard))))[-1] == "preview-advice"
    assert said(page(reached(replace(BONJOUR, body=hard, language="en"))))[-1] == "check-total"


def test_a_text_message_says_what_was_changed_in_it() -> None:
    installation = build_installation(Settings.load(ENV), catalogue())
    for noted, has in (
        (BONJOUR, "no"),
        (replace(BONJOUR, changes=("a",)), "yes"),
        (replace(BONJOUR, warnings=("b",)), "yes"),
    ):
        (shown, _total) = page_texts(installation, page(reached(noted)), "fr")
        assert shown.args["has_notes"] == has
        assert shown.args["notes"] == [*noted.changes, *noted.warnings]


def names_in(missed: Text) -> list[Any]:
    return list(cast("list[Any]", missed.args["names"]))


def test_those_missed_are_named_with_why_and_counted_with_those_beyond() -> None:
    installation = build_installation(Settings.load(ENV), catalogue())
    nobody = replace(missing(7), missed=(Unreached(7, "", "stopped"),), missed_ids=frozenset({7, 8, 9}))
    missed = page_texts(installation, page(nobody), "fr")[-1]
    assert (missed.args["count"], missed.args["more"]) == (3, 2)
    (one,) = names_in(missed)
    assert (one.args["name"], one.args["why"].id) == ("?", "check-why-stopped")
    (named,) = names_in(page_texts(installation, page(missing(7)), "fr")[-1])
    assert named.args["name"] == "Luc 7"


@pytest.mark.parametrize(
    ("changed", "id"),
    [
        ({}, "check-meetings-cancel"),
        ({"number": None}, "check-confirm"),
        ({"gesture": Gesture.RETYPE}, "announcements-retype"),
        ({"must_retype": True}, "announcements-retype"),
        ({"act": "comments.read_many"}, "check-comments-read-many"),
    ],
)
def test_what_asks_for_the_gesture(changed: dict[str, Any], id: str) -> None:
    asked = confirm_prompt(replace(page(reached(BONJOUR)), **changed))
    assert (asked.id, asked.args["people"]) == (id, 2)


def test_the_page_for_a_program_has_everything_that_a_person_reads() -> None:
    one = page(reached(BONJOUR, HELLO, often=4), missing(*range(1, MOST_NAMED + 2)), alone=True)
    data = as_data(one)
    assert (data["act"], data["people"], data["sms"], data["telegram"], data["email"]) == (
        "meetings.cancel",
        3,
        2,
        1,
        0,
    )
    assert (data["segments"], data["cost"], data["often_written"], data["retype"]) == (2, "12.34", 4, True)
    assert data["texts"] == [
        {"language": "fr", "channel": "sms", "people": 2, "text": "Bonjour"},
        {"language": "en", "channel": "telegram", "people": 1, "text": "Hello"},
    ]
    assert data["not_reached_more"] == 1
    assert data["not_reached"][0] == {"name": "Luc 1", "why": "stopped"}
    assert data["fingerprint"] == one.fingerprint
